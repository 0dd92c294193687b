//! `whereas parse`

use std::fs;
use std::io::{self, Read, Write};

use clap::Args;
use whereas::ParseOptions;

use crate::{Outcome, jsonl};

/// What `whereas parse` takes.
#[derive(Debug, Args)]
pub struct ParseArguments {
    /// Files to read; `-` is standard input
    #[arg(default_value = "-")]
    files: Vec<String>,
    /// Print one JSON document a file
    #[arg(long)]
    json: bool,
    /// Read {"id", "text"} a line and write one document a line, in the same order
    #[arg(long, conflicts_with = "json")]
    jsonl: bool,
    /// Language of the texts, as an ISO 639-1 code
    #[arg(long)]
    language: Option<String>,
    /// Issuing body, such as `un` or `oic:cfm`
    #[arg(long)]
    body: Option<String>,
}

/// Reads the files and prints what they are.
pub fn run(arguments: &ParseArguments) -> io::Result<Outcome> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.jsonl {
        return jsonl::run(&mut out);
    }
    for file in &arguments.files {
        let text = read_text(file)?;
        let mut options = ParseOptions::new().with_name(file);
        if let Some(language) = &arguments.language {
            options = options.with_language(language);
        }
        if let Some(body) = &arguments.body {
            options = options.with_body(body);
        }
        let document = whereas::parse(&text, &options);
        serde_json::to_writer_pretty(&mut out, &document)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn read_text(file: &str) -> io::Result<String> {
    let mut text = String::new();
    if file == "-" {
        io::stdin().lock().read_to_string(&mut text)?;
    } else {
        text = fs::read_to_string(file).map_err(|error| io::Error::new(error.kind(), format!("{file}: {error}")))?;
    }
    Ok(text)
}

//! `whereas parse`

use std::io::{self, Write};

use clap::Args;
use whereas::ParseOptions;

use crate::input::{complain, read_or_complain, reads_input_twice};
use crate::{Outcome, jsonl, outline};

const EXAMPLES: &str = "\
Examples:
  whereas parse 50-48-POL.md
  whereas parse --json *.txt > documents.json
  pdftotext resolution.pdf - | whereas parse --json
  whereas parse --jsonl < texts.jsonl > documents.jsonl

A line of --jsonl has “id” and “text”, and may have “language”, “body”, “format” and “scale”.";

/// What `whereas parse` takes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
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
    /// Scale of force, by its id; `whereas scales` lists them
    #[arg(long)]
    scale: Option<String>,
}

/// Reads the files and prints what they are.
pub fn run(arguments: &ParseArguments) -> io::Result<Outcome> {
    let scaled =
        arguments.scale.as_deref().map_or_else(|| Ok(ParseOptions::new()), |id| ParseOptions::new().with_scale(id));
    let scaled = match scaled {
        Ok(options) => options,
        Err(error) => {
            complain(&error);
            return Ok(Outcome::BadUsage);
        }
    };
    if arguments.jsonl {
        return jsonl::run(&mut io::BufWriter::new(io::stdout().lock()), &scaled);
    }
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    if reads_input_twice(arguments.files.iter()) {
        complain(&"standard input can only be read once");
        return Ok(Outcome::BadUsage);
    }
    let mut outcome = Outcome::Done;
    for file in &arguments.files {
        let Some(text) = read_or_complain(file, &mut outcome) else { continue };
        let mut options = scaled.clone().with_name(file);
        if let Some(language) = &arguments.language {
            options = options.with_language(language);
        }
        if let Some(body) = &arguments.body {
            options = options.with_body(body);
        }
        let document = whereas::parse(&text, &options);
        if arguments.json {
            serde_json::to_writer_pretty(&mut out, &document)?;
            writeln!(out)?;
        } else {
            outline::print(&mut out, &document)?;
        }
    }
    out.flush()?;
    Ok(outcome)
}

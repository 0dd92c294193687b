//! `whereas parse`

use std::io::{self, Write};

use clap::Args;
use whereas::ParseOptions;

use crate::input::{FileText, complain, read_or_complain, reads_input_twice};
use crate::{Outcome, jsonl, outline};

const EXAMPLES: &str = "\
Examples:
  whereas parse 50-48-POL.md
  whereas parse --json *.txt *.xml.gz > documents.json
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
    /// Print the text that was read from the files, which the spans of --json point into
    #[arg(long, conflicts_with_all = ["json", "jsonl"])]
    text: bool,
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
        let mut options = scaled.clone();
        if let Some(language) = &arguments.language {
            options = options.with_language(language);
        }
        if let Some(body) = &arguments.body {
            options = options.with_body(body);
        }
        let Some(FileText { text, options, .. }) = read_or_complain(file, &options, &mut outcome) else { continue };
        if arguments.text {
            write!(out, "{text}")?;
            continue;
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

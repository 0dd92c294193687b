//! `whereas export`

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use whereas::export::ExportFormat;
use whereas::{Error, Library, ParseOptions};

use crate::Outcome;
use crate::input::{FileText, complain, read_or_complain, reads_input_twice};

const EXAMPLES: &str = "\
Examples:
  whereas export --format csv resolutions/*.txt > paragraphs.csv
  whereas export --format html 50-48-POL.md > 50-48-POL.html
  whereas export --format citation --at op3 50-48-POL.md";

/// What `whereas export` takes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ExportArguments {
    /// Files to read; `-` is standard input
    #[arg(default_value = "-")]
    files: Vec<String>,
    /// The form that is written
    #[arg(long, value_enum)]
    format: Form,
    /// The address of a paragraph, such as `op3`: references point to it, other forms hold it alone
    #[arg(long, value_name = "ADDRESS")]
    at: Option<String>,
}

/// The forms, by the names of the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// Documents as JSON, as `parse --json` prints them
    Json,
    /// A table with a row for each paragraph
    Csv,
    /// Markdown
    Markdown,
    /// A page with an id for each paragraph
    Html,
    /// A reference in words, in the style of the United Nations
    Citation,
    /// A reference for BibTeX
    Bibtex,
    /// A reference as CSL-JSON
    Csl,
    /// schema.org Legislation as JSON-LD
    Jsonld,
}

impl Form {
    /// The form of the core; `None` for JSON, which is written here.
    const fn format(self) -> Option<ExportFormat> {
        Some(match self {
            Self::Json => return None,
            Self::Csv => ExportFormat::Csv,
            Self::Markdown => ExportFormat::Markdown,
            Self::Html => ExportFormat::Html,
            Self::Citation => ExportFormat::Citation,
            Self::Bibtex => ExportFormat::Bibtex,
            Self::Csl => ExportFormat::Csl,
            Self::Jsonld => ExportFormat::JsonLd,
        })
    }
}

/// Reads the files and writes all their resolutions in one form.
pub fn run(arguments: &ExportArguments) -> io::Result<Outcome> {
    if reads_input_twice(arguments.files.iter()) {
        complain(&"standard input can only be read once");
        return Ok(Outcome::BadUsage);
    }
    let mut library = Library::new();
    let mut keys: Vec<String> = Vec::new();
    let mut outcome = Outcome::Done;
    for file in &arguments.files {
        let Some(read) = read_or_complain(file, &ParseOptions::new(), &mut outcome) else { continue };
        match add(&mut library, &read, arguments.format.format().is_none()) {
            Ok(added) => keys.extend(added),
            Err(error) => {
                complain(&format!("{file}: {error}"));
                outcome = Outcome::BadInput;
            }
        }
    }
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    if let Some(format) = arguments.format.format() {
        match library.export(&keys, format, arguments.at.as_deref()) {
            Ok(written) => out.write_all(written.as_bytes())?,
            Err(error) => {
                complain(&error);
                return Ok(Outcome::BadInput);
            }
        }
    } else {
        for key in keys {
            if let Ok(document) = library.get(key) {
                serde_json::to_writer_pretty(&mut out, &document)?;
                writeln!(out)?;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

/// Adds a text; one without a resolution only where any text can be written.
fn add(library: &mut Library, read: &FileText, any: bool) -> Result<Vec<String>, Error> {
    let added = library.add(&read.text, &read.options)?;
    if let (Some(key), false) = (added.keys.first(), any) {
        library.export(&[key.as_str()], ExportFormat::Citation, None)?;
    }
    Ok(added.keys)
}

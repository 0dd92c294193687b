//! `whereas reuse`

use std::io::{self, Write};

use clap::Args;
use whereas::Library;
use whereas::quote::{EditClass, ReuseOptions, ReuseReport, Shared};

use crate::Outcome;
use crate::input::{complain, reads_input_twice};
use crate::search::open;

const EXAMPLES: &str = "\
Examples:
  whereas reuse un:ga:res:78/155@en archive.whereas
  whereas reuse un:ga:res:78/155@en archive.whereas --address op3 --least 12
  whereas reuse oic:cfm:res:50/48-POL@en 50-48-POL.md P9_TA-2022-0012.txt --json

That two texts share words says nothing of which was first; the dates are given.";

/// What `whereas reuse` takes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct ReuseArguments {
    /// The key or the id of the resolution
    key: String,
    /// Packs and texts: that of the resolution, and those it is held against; `-` is standard input
    #[arg(required = true, value_name = "PACK_OR_FILE")]
    files: Vec<String>,
    /// One paragraph alone, by its address: pp3, op12.b
    #[arg(long)]
    address: Option<String>,
    /// How many words must be shared
    #[arg(long, default_value_t = 8, value_name = "WORDS")]
    least: usize,
    /// How many places to tell for one paragraph
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// Finds the paragraphs and prints them.
pub fn run(arguments: &ReuseArguments) -> io::Result<Outcome> {
    if reads_input_twice(arguments.files.iter()) {
        complain(&"standard input can only be read once");
        return Ok(Outcome::BadUsage);
    }
    let mut library = Library::new();
    for file in &arguments.files {
        open(&mut library, file)?;
    }
    let mut options = ReuseOptions::new().with_least(arguments.least).with_limit(arguments.limit);
    if let Some(address) = &arguments.address {
        options = options.with_address(address);
    }
    let report = match library.reuse(&arguments.key, &options) {
        Ok(report) => report,
        Err(error) => {
            complain(&error);
            return Ok(Outcome::BadUsage);
        }
    };
    let mut out = anstream::stdout().lock();
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &report)?;
        writeln!(out)?;
    } else {
        print(&mut out, &report, &library)?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn print(out: &mut impl Write, report: &ReuseReport, library: &Library) -> io::Result<()> {
    writeln!(out, "{}   searched {} resolutions", report.key, report.searched)?;
    let own = library.source(&report.key).ok();
    let own = own.as_ref().map_or("", |source| source.text.as_ref());
    for paragraph in &report.paragraphs {
        let since = paragraph.since.as_ref().map(|since| format!(", in these words since {since}")).unwrap_or_default();
        writeln!(out, "\n\u{1b}[1m{}\u{1b}[0m   {} words{since}", paragraph.address, paragraph.words)?;
        for shared in &paragraph.shared {
            let place = &shared.source;
            let date = place.date.as_deref().unwrap_or("no date");
            writeln!(out, "  shares {} words with {} of {}, {date}", shared.words, place.address, place.key)?;
            print_differences(out, shared, own, library)?;
        }
    }
    Ok(())
}

fn print_differences(out: &mut impl Write, shared: &Shared, own: &str, library: &Library) -> io::Result<()> {
    let other = library.source(&shared.source.key).ok();
    let other = other.as_ref().map_or("", |source| source.text.as_ref());
    for edit in &shared.edits {
        let (here, there) = (edit.article.of(own).unwrap_or(""), edit.source.of(other).unwrap_or(""));
        match edit.class {
            EditClass::Insertion => writeln!(out, "    “{here}” stands here only")?,
            EditClass::Deletion => writeln!(out, "    “{there}” stands there only")?,
            EditClass::Typography | EditClass::Ellipsis => {}
            _ => writeln!(out, "    “{here}” here, “{there}” there")?,
        }
    }
    Ok(())
}

//! `whereas search`

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use clap::{Args, ValueEnum};
use whereas::query::{Facet, Found, Hit, ParagraphHit, SearchOptions, Sort};
use whereas::{Error, Library};

use crate::Outcome;
use crate::input::{complain, read_file, reads_input_twice};
use crate::pack::open_pack;

const EXAMPLES: &str = "\
Examples:
  whereas search 'kazakhstan terrorism' resolutions/*.txt
  whereas search '\"territorial integrity\" body:oic' 50-48-POL.md
  whereas search 'lead:\"takes note\" asks:>=6 date:2019..2022' *.txt --limit 20 --json
  whereas search 78/1 archive.whereas        a symbol, in any spelling

All words must stand in the resolution; quotation marks ask for exactly these words; a minus before a word
leaves out what has it; AND, OR and NOT are written in capitals; a star stands for the rest of a word.";

/// What `whereas search` takes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct SearchArguments {
    /// What to look for
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Packs and texts to search; `-` is standard input
    #[arg(required = true)]
    files: Vec<String>,
    /// How many resolutions to show
    #[arg(long, default_value_t = 10)]
    limit: u32,
    /// How many to leave out before the first
    #[arg(long, default_value_t = 0)]
    offset: u32,
    /// The order of results
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    sort: Order,
    /// Count the results by body, organ, year, language, session or status
    #[arg(long, value_parser = read_facet)]
    facet: Vec<Facet>,
    /// Refuse a query with a fault instead of reading it as well as can be
    #[arg(long)]
    strict: bool,
    /// Say what each score is made of
    #[arg(long)]
    explain: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Order {
    Relevance,
    Newest,
    Oldest,
}

fn read_facet(name: &str) -> Result<Facet, String> {
    Facet::from_name(name).map_err(|error: Error| error.to_string())
}

/// Opens a pack, or adds a text.
pub fn open(library: &mut Library, file: &str) -> io::Result<()> {
    if is_pack(file) {
        library.add_pack(open_pack(Path::new(file))?);
        return Ok(());
    }
    let read = read_file(file)?;
    let added = library.add(&read.text, &read.options);
    added.map(|_| ()).map_err(|error| io::Error::other(format!("{file}: {error}")))
}

/// Whether a file begins like a pack, or is called one.
fn is_pack(file: &str) -> bool {
    let mut first = [0; 8];
    let begins = File::open(file).and_then(|mut file| file.read_exact(&mut first)).is_ok();
    file != "-" && (begins && first == *b"\x89whereas" || file.ends_with(".whereas"))
}

/// Adds the files to a library, searches it and prints what was found.
pub fn run(arguments: &SearchArguments) -> io::Result<Outcome> {
    if reads_input_twice(arguments.files.iter()) {
        complain(&"standard input can only be read once");
        return Ok(Outcome::BadUsage);
    }
    let mut library = Library::new();
    let mut outcome = Outcome::Done;
    for file in &arguments.files {
        if let Err(error) = open(&mut library, file) {
            complain(&error);
            outcome = Outcome::BadInput;
        }
    }
    let sort = match arguments.sort {
        Order::Relevance => Sort::Relevance,
        Order::Newest => Sort::Newest,
        Order::Oldest => Sort::Oldest,
    };
    let options = SearchOptions::new()
        .with_limit(arguments.limit)
        .with_offset(arguments.offset)
        .with_sort(sort)
        .with_facets(&arguments.facet)
        .with_strictness(arguments.strict)
        .with_explanations(arguments.explain);
    let found = match library.search(&arguments.query, &options) {
        Ok(found) => found,
        Err(error) => {
            complain(&error);
            return Ok(Outcome::BadUsage);
        }
    };
    let mut out = anstream::stdout().lock();
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, &found)?;
        writeln!(out)?;
    } else {
        print(&mut out, &found)?;
    }
    out.flush()?;
    Ok(outcome)
}

fn print(out: &mut impl Write, found: &Found) -> io::Result<()> {
    for note in &found.notes {
        complain(&note.message);
    }
    let noun = if found.total.value == 1 { "resolution" } else { "resolutions" };
    writeln!(out, "{} {noun}", found.total.value)?;
    for hit in &found.hits {
        writeln!(out)?;
        print_hit(out, hit)?;
    }
    for (name, values) in &found.facets {
        writeln!(out)?;
        for (value, count) in values {
            writeln!(out, "{count:>6}  {name}:{value}")?;
        }
    }
    Ok(())
}

fn print_hit(out: &mut impl Write, hit: &Hit) -> io::Result<()> {
    let facts = [hit.symbol.as_deref(), hit.date.as_deref(), hit.body, Some(hit.language)];
    let facts: Vec<&str> = facts.into_iter().flatten().collect();
    writeln!(out, "\u{1b}[1m{}\u{1b}[0m", hit.title.as_deref().unwrap_or(&hit.key))?;
    writeln!(out, "{}   {}", facts.join(" · "), hit.key)?;
    for paragraph in &hit.paragraphs {
        writeln!(out, "  {:<8} {}", paragraph.address, marked(paragraph))?;
    }
    if let Some(said) = &hit.explanation {
        let whereas::query::Explanation { paragraph, places, together, title, nearness, .. } = said;
        writeln!(
            out,
            "  {} = {paragraph} best paragraph + {places} best places + {together} all together + {title} title + {nearness} nearness",
            hit.score
        )?;
        for part in said.parts.iter().filter(|part| !part.text.is_empty()) {
            writeln!(out, "  {:>8} {} (rarity {:.1} bits)", part.score, part.text, f64::from(part.rarity) / 256.0)?;
        }
    }
    Ok(())
}

/// The snippet with what was looked for in bold, where the terminal can show it.
fn marked(paragraph: &ParagraphHit) -> String {
    let mut shown = String::with_capacity(paragraph.snippet.len() + paragraph.matches.len() * 8);
    let mut at = 0;
    for span in &paragraph.matches {
        let (start, end) = (span.start as usize, span.end as usize);
        shown.push_str(paragraph.snippet.get(at..start).unwrap_or(""));
        shown.push_str("\u{1b}[1m");
        shown.push_str(paragraph.snippet.get(start..end).unwrap_or(""));
        shown.push_str("\u{1b}[0m");
        at = end;
    }
    shown.push_str(paragraph.snippet.get(at..).unwrap_or(""));
    shown
}

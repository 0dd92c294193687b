//! `whereas scales`

use std::io::{self, Write};

use clap::Args;
use whereas::lexicon::scales;

use crate::Outcome;

/// What `whereas scales` takes.
#[derive(Debug, Args)]
pub struct ScalesArguments {
    /// Print the scales with every step as JSON
    #[arg(long)]
    json: bool,
}

/// Prints which scales of force there are, and by whom.
pub fn run(arguments: &ScalesArguments) -> io::Result<Outcome> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    if arguments.json {
        serde_json::to_writer_pretty(&mut out, scales())?;
        writeln!(out)?;
    } else {
        for scale in scales() {
            writeln!(out, "\u{1b}[1m{}\u{1b}[0m  {}", scale.id, scale.author)?;
            writeln!(out, "  {}", scale.title)?;
            writeln!(out, "  {}", scale.source)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Done)
}

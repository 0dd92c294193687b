//! `whereas pack`: archives in one file.

mod build;
mod catalogue;
mod files;
mod inputs;
mod runs;
mod tools;
mod trace;

use std::io;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::Outcome;

pub use files::open_pack;

const EXAMPLES: &str = "\
Examples:
  whereas pack build resolutions/ -o archive.whereas
  whereas pack build unga/*.jsonl.gz unsc/ -o archive.whereas
  whereas pack info archive.whereas
  whereas search 'right to development' archive.whereas

Texts are plain text or Markdown, one a file, or lines of JSON with “text” and perhaps “language”, “body” and
“format” (.jsonl). Any of them may be compressed (.gz).";

/// What `whereas pack` takes.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct PackArguments {
    #[command(subcommand)]
    command: PackCommand,
}

#[derive(Debug, Subcommand)]
enum PackCommand {
    /// Read texts and write them as one pack; goes on where it was stopped
    Build {
        /// Folders and files
        #[arg(required = true)]
        inputs: Vec<PathBuf>,
        /// The pack to write
        #[arg(long, short)]
        output: PathBuf,
        /// How many megabytes of text are held at a time
        #[arg(long, default_value_t = 64)]
        memory: u64,
    },
    /// Write several packs as one
    Merge {
        /// The packs
        #[arg(required = true)]
        packs: Vec<PathBuf>,
        /// The pack to write
        #[arg(long, short)]
        output: PathBuf,
    },
    /// Write one pack as several of about the same size
    Split {
        /// The pack
        pack: PathBuf,
        /// The size of each in megabytes
        #[arg(long)]
        size: u64,
        /// What their names begin with; `-1.whereas` and so on is added
        #[arg(long, short)]
        output: PathBuf,
    },
    /// Say what packs hold
    Info {
        /// The packs
        #[arg(required = true)]
        packs: Vec<PathBuf>,
        /// Print one JSON object a pack
        #[arg(long)]
        json: bool,
    },
    /// List the packs of a folder in a small file, by which all of them are opened as one
    Catalogue {
        /// The folder
        folder: PathBuf,
        /// The file to write; addresses in it count from where it lies
        #[arg(long, short)]
        output: PathBuf,
    },
    /// Say what questions cost over HTTP: which ranges of a pack are fetched, in which round trips
    Trace {
        /// The pack
        pack: PathBuf,
        /// The questions, each asked of a pack of which nothing is at hand
        #[arg(required = true)]
        queries: Vec<String>,
        /// How many results
        #[arg(long, default_value_t = 10)]
        limit: u32,
        /// Print one JSON object a question
        #[arg(long)]
        json: bool,
    },
    /// Hold every byte of packs against their checksums
    Verify {
        /// The packs
        #[arg(required = true)]
        packs: Vec<PathBuf>,
    },
}

/// Carries a command about packs out.
pub fn run(arguments: &PackArguments) -> io::Result<Outcome> {
    match &arguments.command {
        PackCommand::Build { inputs, output, memory } => build::run(inputs, output, *memory),
        PackCommand::Merge { packs, output } => tools::merge(packs, output),
        PackCommand::Split { pack, size, output } => tools::split(pack, *size, output),
        PackCommand::Info { packs, json } => tools::info(packs, *json),
        PackCommand::Catalogue { folder, output } => catalogue::run(folder, output),
        PackCommand::Trace { pack, queries, limit, json } => trace::run(pack, queries, *limit, *json),
        PackCommand::Verify { packs } => Ok(tools::verify(packs)),
    }
}

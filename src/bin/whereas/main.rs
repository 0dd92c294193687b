//! The command line: `whereas parse`, and what follows from it.

mod check;
mod export;
mod input;
mod jsonl;
mod outline;
mod pack;
mod parse;
mod reuse;
mod scales;
mod search;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  a finding (check, pack verify)
  2  bad usage
  3  input that could not be read; what could be read was answered";

/// Reads the resolutions of international organisations: parses them, searches them, and checks quotations
/// against them.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read texts and print what they are
    Parse(parse::ParseArguments),
    /// Find resolutions, with the paragraphs that answer best
    Search(search::SearchArguments),
    /// Check the quotations of an article against resolutions
    Check(check::CheckArguments),
    /// Find which paragraphs of other resolutions share their words with those of one
    Reuse(reuse::ReuseArguments),
    /// Write resolutions in another form: a table, a text, a page, a reference
    Export(export::ExportArguments),
    /// List the scales of force, with their authors
    Scales(scales::ScalesArguments),
    /// Write and look after packs: archives in one file
    Pack(pack::PackArguments),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Done.
    Done,
    /// Something that the caller asked to be told of.
    Finding,
    /// A request that means nothing.
    BadUsage,
    /// Input that could not be read.
    BadInput,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Command::Parse(arguments) => parse::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Reuse(arguments) => reuse::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Scales(arguments) => scales::run(&arguments),
        Command::Pack(arguments) => pack::run(&arguments),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Finding) => ExitCode::from(1),
        Ok(Outcome::BadUsage) => ExitCode::from(2),
        Ok(Outcome::BadInput) => ExitCode::from(3),
        // A reader that has seen enough (`| head`) is no fault.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            input::complain(&error);
            ExitCode::from(3)
        }
    }
}

//! Files and standard input, read as text.

use std::fs;
use std::io::{self, Read};

use whereas::ParseOptions;
use whereas::import::read_file as read_bytes;
use whereas::model::Format;

use crate::Outcome;

/// The text of a file, and what is known of it.
#[derive(Debug)]
pub struct FileText {
    pub text: String,
    pub format: Format,
    pub options: ParseOptions,
}

/// Reads a file in any format that is read; `-` is standard input.
pub fn read_file(file: &str) -> io::Result<FileText> {
    read_file_with(file, &ParseOptions::new())
}

/// Reads a file as [`read_file`] does; `options` say what is known already.
pub fn read_file_with(file: &str, options: &ParseOptions) -> io::Result<FileText> {
    let named = |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidData, format!("{file}: {error}"));
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file).map_err(|error| named(&error))?;
    }
    let read = read_bytes(&bytes).map_err(|error| named(&error))?;
    for odd in &read.diagnostics {
        complain(&format!("{file}: {}", odd.message));
    }
    let options = options.clone().with_name(file).with_import(&read);
    Ok(FileText { format: read.format, text: read.text.into_owned(), options })
}

/// Reads a file as [`read_file`] does; one that can't be read is said and noted in `outcome`, and the others go on.
pub fn read_or_complain(file: &str, options: &ParseOptions, outcome: &mut Outcome) -> Option<FileText> {
    read_file_with(file, options)
        .map_err(|error| {
            complain(&error);
            *outcome = Outcome::BadInput;
        })
        .ok()
}

/// Says on standard error what could not be done; what can be goes on.
pub fn complain(error: &dyn std::fmt::Display) {
    anstream::eprintln!("\u{1b}[1mwhereas:\u{1b}[0m {error}");
}

/// Whether standard input is named more than once, which can't be.
pub fn reads_input_twice<'a>(files: impl Iterator<Item = &'a String>) -> bool {
    files.filter(|file| *file == "-").count() > 1
}

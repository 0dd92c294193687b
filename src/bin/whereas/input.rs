//! Files and standard input, read as text.

use std::fs;
use std::io::{self, Read};

use whereas::import::read_text;

use crate::Outcome;

/// Reads a file as text; `-` is standard input. UTF-8, or UTF-16 with its mark.
pub fn read_file(file: &str) -> io::Result<String> {
    let named = |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidData, format!("{file}: {error}"));
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file).map_err(|error| named(&error))?;
    }
    read_text(&bytes).map(std::borrow::Cow::into_owned).map_err(|error| named(&error))
}

/// Reads a file as [`read_file`] does; one that can't be read is said and noted in `outcome`, and the others go on.
pub fn read_or_complain(file: &str, outcome: &mut Outcome) -> Option<String> {
    read_file(file)
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

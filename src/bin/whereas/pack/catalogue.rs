//! A catalogue: a small file that lists packs, so that a folder of them is opened as one.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::files::open_pack;
use crate::Outcome;

#[derive(Serialize)]
struct Catalogue {
    schema: &'static str,
    packs: Vec<Line>,
}

/// One pack. Its address counts from the catalogue.
#[derive(Serialize)]
struct Line {
    name: String,
    url: String,
    size: u64,
    sha256: String,
    resolutions: u32,
    paragraphs: u64,
    words: u64,
    texts: u32,
    bodies: Vec<String>,
    languages: Vec<String>,
    /// First and last ISO date of its resolutions.
    dates: Option<(String, String)>,
}

/// Lists the packs of a folder and of the folders in it.
pub fn run(folder: &Path, output: &Path) -> io::Result<Outcome> {
    let mut paths = Vec::new();
    walk(folder, &mut paths)?;
    paths.sort();
    if paths.is_empty() {
        let message = format!("{}: no file in it ends in .whereas; build a pack first", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, message));
    }
    let from = absolute_folder(output)?;
    let packs: io::Result<Vec<Line>> = paths.iter().map(|path| line_of(path, &from)).collect();
    let catalogue = Catalogue { schema: "whereas-catalogue/1", packs: packs? };
    let mut written = serde_json::to_vec_pretty(&catalogue)?;
    written.push(b'\n');
    let unfinished = super::files::beside(output, "unfinished");
    let mut out = File::create(&unfinished)?;
    out.write_all(&written)?;
    out.sync_all()?;
    fs::rename(&unfinished, output)?;
    let all: u64 = catalogue.packs.iter().map(|line| u64::from(line.resolutions)).sum();
    anstream::eprintln!("{}: {} packs, {all} resolutions", output.display(), catalogue.packs.len());
    Ok(Outcome::Done)
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(named)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, paths)?;
        } else if path.extension().is_some_and(|ending| ending == "whereas") {
            paths.push(path);
        }
    }
    Ok(())
}

fn absolute_folder(output: &Path) -> io::Result<PathBuf> {
    match output.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::canonicalize(folder),
        _ => fs::canonicalize("."),
    }
}

fn line_of(path: &Path, from: &Path) -> io::Result<Line> {
    let pack = open_pack(path)?;
    let [bodies, _, languages, _] = pack.names();
    let mut hash = Sha256::new();
    io::copy(&mut File::open(path)?, &mut HashInto(&mut hash))?;
    let damaged = |error: whereas::Error| io::Error::other(format!("{}: {error}", path.display()));
    Ok(Line {
        name: path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
        url: address(&fs::canonicalize(path)?, from),
        size: pack.length(),
        sha256: hexadecimal(&hash.finalize()),
        resolutions: pack.doc_count(),
        paragraphs: pack.unit_count(),
        words: pack.word_count(),
        texts: pack.text_count(),
        bodies: bodies.clone(),
        languages: languages.clone(),
        dates: pack.dates().map_err(damaged)?,
    })
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

struct HashInto<'a>(&'a mut Sha256);

impl Write for HashInto<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The way from a folder to a file, as an address.
fn address(path: &Path, from: &Path) -> String {
    let shared = path.components().zip(from.components()).take_while(|(a, b)| a == b).count();
    let mut parts: Vec<String> = from.components().skip(shared).map(|_| "..".to_owned()).collect();
    parts.extend(path.components().skip(shared).map(|part| escape(&part.as_os_str().to_string_lossy())));
    parts.join("/")
}

/// A name as part of an address.
fn escape(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string never fails.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_way_from_the_catalogue_to_a_pack() {
        let way = |path: &str, from: &str| address(Path::new(path), Path::new(from));
        assert_eq!(way("/a/b/un 78.whereas", "/a/b"), "un%2078.whereas");
        assert_eq!(way("/a/b/c.whereas", "/a/d"), "../b/c.whereas");
        assert_eq!(way("/a/قرار.whereas", "/a"), "%D9%82%D8%B1%D8%A7%D8%B1.whereas");
    }
}

//! `whereas pack merge`, `split`, `info` and `verify`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use whereas::index::{Pack, split_pack};

use super::build::join;
use super::files::{Scratch, beside, open_pack, write_file};
use crate::Outcome;
use crate::input::complain;

/// Writes several packs as one.
pub fn merge(paths: &[PathBuf], output: &Path) -> io::Result<Outcome> {
    let packs: Vec<Pack> = paths.iter().map(|path| open_pack(path)).collect::<io::Result<_>>()?;
    let length = join(&packs, output)?;
    anstream::eprintln!("{}: {length} bytes", output.display());
    Ok(Outcome::Done)
}

/// Writes one pack as several, the newest resolutions first.
pub fn split(path: &Path, size: u64, output: &Path) -> io::Result<Outcome> {
    let pack = open_pack(path)?;
    let parts = pack.length().div_ceil(size.max(1) << 20).clamp(1, u64::from(pack.doc_count().max(1)));
    let docs = u64::from(pack.doc_count());
    for part in 0..parts {
        let edge = |part: u64| (docs * part / parts) as u32;
        let name = beside(&numbered(output, part + 1), "whereas");
        let (head, pieces) = split_pack(
            &pack,
            edge(part)..edge(part + 1),
            part == 0,
            |_| (),
            |section| Scratch::create(&name, section),
        )?;
        let length = write_file(&name, &head, pieces)?;
        anstream::eprintln!("{}: {length} bytes", name.display());
    }
    Ok(Outcome::Done)
}

fn numbered(path: &Path, number: u64) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!("-{number}"));
    name.into()
}

#[derive(Serialize)]
struct Info<'a> {
    file: &'a Path,
    bytes: u64,
    resolutions: u32,
    paragraphs: u64,
    words: u64,
    texts: u32,
    bodies: &'a [String],
    languages: &'a [String],
    writer: &'a str,
    sections: Vec<(&'static str, u64)>,
}

/// Says what packs hold.
pub fn info(paths: &[PathBuf], json: bool) -> io::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    for path in paths {
        let pack = open_pack(path)?;
        let [bodies, _, languages, _] = pack.names();
        let sections: Vec<(&'static str, u64)> =
            pack.sections().map(|(section, length)| (section.name(), length)).collect();
        let info = Info {
            file: path,
            bytes: pack.length(),
            resolutions: pack.doc_count(),
            paragraphs: pack.unit_count(),
            words: pack.word_count(),
            texts: pack.text_count(),
            bodies,
            languages,
            writer: pack.writer(),
            sections,
        };
        if json {
            serde_json::to_writer(&mut out, &info)?;
            writeln!(out)?;
            continue;
        }
        writeln!(out, "\u{1b}[1m{}\u{1b}[0m   {}", path.display(), info.writer)?;
        writeln!(out, "{:>12}  bytes", info.bytes)?;
        writeln!(out, "{:>12}  resolutions ({}; {})", info.resolutions, bodies.join(", "), languages.join(", "))?;
        writeln!(out, "{:>12}  paragraphs", info.paragraphs)?;
        writeln!(out, "{:>12}  words", info.words)?;
        writeln!(out, "{:>12}  texts without a resolution", info.texts)?;
        for (name, length) in &info.sections {
            writeln!(out, "{length:>12}  {name}")?;
        }
    }
    Ok(Outcome::Done)
}

/// Holds packs against their checksums; a pack that is damaged is a finding.
pub fn verify(paths: &[PathBuf]) -> Outcome {
    let mut outcome = Outcome::Done;
    for path in paths {
        match open_pack(path).map(|pack| pack.verify()) {
            Ok(Ok(())) => anstream::eprintln!("{}: every byte is as it was written", path.display()),
            Ok(Err(error)) => {
                complain(&format!("{}: {error}", path.display()));
                outcome = Outcome::Finding;
            }
            Err(error) => {
                complain(&error);
                outcome = Outcome::Finding;
            }
        }
    }
    outcome
}

//! `whereas pack merge`, `split`, `info` and `verify`

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use whereas::index::{Pack, PackSummary, split_pack};

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
    #[serde(flatten)]
    summary: PackSummary<'a>,
    sections: Vec<(&'static str, u64)>,
}

/// Says what packs hold.
pub fn info(paths: &[PathBuf], json: bool) -> io::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    for path in paths {
        let pack = open_pack(path)?;
        let sections = pack.sections().map(|(section, length)| (section.name(), length)).collect();
        let info = Info { file: path, summary: pack.summary(), sections };
        if json {
            serde_json::to_writer(&mut out, &info)?;
            writeln!(out)?;
            continue;
        }
        let PackSummary { length, resolutions, paragraphs, words, texts, bodies, languages, writer } = info.summary;
        writeln!(out, "\u{1b}[1m{}\u{1b}[0m   {writer}", path.display())?;
        writeln!(out, "{length:>12}  bytes")?;
        writeln!(out, "{resolutions:>12}  resolutions ({}; {})", bodies.join(", "), languages.join(", "))?;
        writeln!(out, "{paragraphs:>12}  paragraphs")?;
        writeln!(out, "{words:>12}  words")?;
        writeln!(out, "{texts:>12}  texts without a resolution")?;
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

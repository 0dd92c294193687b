//! `whereas pack build`

use std::io;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use whereas::index::{Pack, merge_packs};
use whereas::library::Packer;

use super::files::{Scratch, open_pack, write_file};
use super::inputs::{Input, find_inputs};
use super::runs::{Batch, Runs};
use crate::Outcome;
use crate::input::complain;

/// Reads the inputs and writes the pack.
pub fn run(paths: &[PathBuf], output: &Path, memory: u64) -> io::Result<Outcome> {
    let inputs = find_inputs(paths)?;
    if inputs.is_empty() {
        complain(
            &"no text was found in what was named; .txt, .md, .jsonl, .xml, .html, .docx, .pdf and .tex are read, and the same with .gz",
        );
        return Ok(Outcome::BadUsage);
    }
    let mut runs = Runs::open(output, &inputs)?;
    let unread = read_all(&inputs, &mut runs, memory.max(1) << 20)?;
    let packs: Vec<Pack> = runs.paths().map(open_pack).collect::<io::Result<_>>()?;
    let length = join(&packs, output)?;
    let docs: u64 = packs.iter().map(|pack| u64::from(pack.doc_count())).sum();
    let units: u64 = packs.iter().map(Pack::unit_count).sum();
    drop(packs);
    runs.remove()?;
    anstream::eprintln!("{}: {docs} resolutions, {units} paragraphs, {length} bytes", output.display());
    for (place, reason) in &unread {
        complain(&format!("{place}: {reason}"));
    }
    if unread.is_empty() {
        return Ok(Outcome::Done);
    }
    complain(&format!("{} texts could not be read", unread.len()));
    Ok(Outcome::BadInput)
}

/// Reads what is in no run yet; gives what could not be read, and why.
fn read_all(inputs: &[Input], runs: &mut Runs, memory: u64) -> io::Result<Vec<(String, String)>> {
    let bar = progress_bar(inputs.iter().map(|input| input.length).sum(), "reading");
    let (first_file, first_text) = runs.next();
    let mut unread = Vec::new();
    let mut batch = Batch::default();
    let mut packer = Packer::new();
    let mut held = 0u64;
    for (number, input) in inputs.iter().enumerate() {
        if number < first_file {
            bar.inc(input.length);
            bar.reset_eta();
            continue;
        }
        let from = if number == first_file { first_text } else { 0 };
        input.for_each(from, |at, text| {
            match text {
                Ok(mut text) => {
                    for message in std::mem::take(&mut text.odd) {
                        complain(&format!("{}: {message}", input.path.display()));
                    }
                    batch.push(text);
                }
                Err(reason) => unread.push((format!("{}, text {}", input.path.display(), at + 1), reason)),
            }
            if batch.is_full() {
                held += batch.parse_into(&mut packer) as u64;
                if held >= memory {
                    runs.write(&packer, (number, at + 1))?;
                    packer = Packer::new();
                    held = 0;
                }
            }
            Ok(())
        })?;
        bar.inc(input.length);
    }
    batch.parse_into(&mut packer);
    if !packer.is_empty() || runs.paths().next().is_none() {
        runs.write(&packer, (inputs.len(), 0))?;
    }
    bar.finish_and_clear();
    Ok(unread)
}

/// Writes packs as one, and gives its length.
pub fn join(packs: &[Pack], output: &Path) -> io::Result<u64> {
    let all: Vec<&Pack> = packs.iter().collect();
    let bar = progress_bar(packs.iter().map(|pack| pack.word_count() * 6).sum(), "merging");
    let (head, pieces) = merge_packs(&all, |done| bar.inc(done), |section| Scratch::create(output, section))?;
    let length = write_file(output, &head, pieces)?;
    bar.finish_and_clear();
    Ok(length)
}

/// A bar that shows how much is done and how long the rest takes; silent where no terminal is.
fn progress_bar(all: u64, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {percent} %  {eta} left");
    let bar = ProgressBar::new(all).with_message(what);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

//! Packs of a part of the texts, written one after the other so that memory stays small and work is never lost.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use whereas::library::Packer;
use whereas::parse;

use super::files::{Scratch, beside, write_file};
use super::inputs::{Given, Input};

/// A place among the inputs: the number of the file, and of the text in it that comes next.
pub type Place = (usize, usize);

/// How many texts are parsed together.
const BATCH: usize = 256;

/// The folder with what is done so far.
pub struct Runs {
    folder: PathBuf,
    done: Vec<(PathBuf, Place)>,
}

impl Runs {
    /// Takes up what was done for the same inputs, or begins anew.
    pub fn open(output: &Path, inputs: &[Input]) -> io::Result<Self> {
        let folder = beside(output, "part");
        let listed: Vec<String> =
            inputs.iter().map(|input| format!("{}\t{}", input.length, input.path.display())).collect();
        let listed = listed.join("\n");
        let list = folder.join("inputs");
        if fs::read_to_string(&list).ok().as_ref() != Some(&listed) {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&folder)?;
            fs::write(&list, listed)?;
        }
        let mut done: Vec<(PathBuf, Place)> = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "whereas") {
                done.extend(place_of(&path).map(|place| (path, place)));
            }
        }
        done.sort_by_key(|&(_, place)| place);
        Ok(Self { folder, done })
    }

    /// Where the texts begin that are in no run yet.
    pub fn next(&self) -> Place {
        self.done.last().map_or((0, 0), |&(_, place)| place)
    }

    /// The packs that were written.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.done.iter().map(|(path, _)| path.as_path())
    }

    /// Writes the texts of a packer as a run that ends at `place`.
    pub fn write(&mut self, packer: &Packer, place: Place) -> io::Result<()> {
        let path = self.folder.join(format!("{:08}-{:08}.whereas", place.0, place.1));
        let (head, pieces) = packer.write(|section| Scratch::create(&path, section))?;
        write_file(&path, &head, pieces)?;
        self.done.push((path, place));
        Ok(())
    }

    /// Takes everything away.
    pub fn remove(self) -> io::Result<()> {
        fs::remove_dir_all(self.folder)
    }
}

fn place_of(path: &Path) -> Option<Place> {
    let (file, text) = path.file_stem()?.to_str()?.split_once('-')?;
    Some((file.parse().ok()?, text.parse().ok()?))
}

/// Texts that wait to be parsed together, on all cores.
#[derive(Default)]
pub struct Batch {
    texts: Vec<Given>,
    bytes: usize,
}

impl Batch {
    /// Adds a text.
    pub fn push(&mut self, text: Given) {
        self.bytes += text.text.len();
        self.texts.push(text);
    }

    /// Whether there is enough for all cores.
    pub fn is_full(&self) -> bool {
        self.texts.len() >= BATCH || self.bytes >= 8 << 20
    }

    /// Parses the texts and gives them to the packer in order. Says how many bytes they had.
    pub fn parse_into(&mut self, packer: &mut Packer) -> usize {
        let texts = std::mem::take(&mut self.texts);
        let documents: Vec<_> = texts.par_iter().map(|text| parse(&text.text, &text.options)).collect();
        for (Given { text, options, .. }, document) in texts.into_iter().zip(documents) {
            packer.add(text, document, &options);
        }
        std::mem::take(&mut self.bytes)
    }
}

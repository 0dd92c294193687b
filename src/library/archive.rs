//! Packs that are open together, and what can be asked of them without a text of one's own.

use std::ops::Range;

use super::listing::Listed;
use crate::error::Error;
use crate::index::{DocId, Origin, Pack, Record, find_editions};

/// Bytes of an open pack that are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRange {
    /// The number of the pack, in the order in which packs were opened.
    pub pack: usize,
    /// Which bytes of the file.
    pub range: Range<u64>,
}

/// Open packs, in the order in which they were opened.
///
/// # Examples
///
/// ```
/// use whereas::index::Pack;
/// use whereas::{Library, ParseOptions};
///
/// let mut library = Library::new();
/// library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to meet.", &ParseOptions::new()).unwrap();
/// let mut other = Library::new();
/// let number = other.archive_mut().add(Pack::open(library.pack()).unwrap());
/// assert_eq!((number, other.archive().packs().len()), (0, 1));
/// assert!(other.archive_mut().remove(number).is_some());
/// ```
#[derive(Debug, Default)]
pub struct Archive {
    packs: Vec<Pack>,
}

impl Archive {
    /// Adds a pack, and gives its number.
    pub fn add(&mut self, pack: Pack) -> usize {
        self.packs.push(pack);
        self.packs.len() - 1
    }

    /// Closes a pack. Those after it move up by one.
    pub fn remove(&mut self, pack: usize) -> Option<Pack> {
        (pack < self.packs.len()).then(|| self.packs.remove(pack))
    }

    /// Puts a pack in the place of another, as when its file was written anew. `false` where there is no such place.
    pub fn replace(&mut self, at: usize, pack: Pack) -> bool {
        self.packs.get_mut(at).map(|slot| *slot = pack).is_some()
    }

    /// The packs that are open.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// Takes bytes of a pack that were asked for by [`Archive::take_missing`].
    pub fn add_bytes(&mut self, pack: usize, at: u64, bytes: &[u8]) {
        if let Some(pack) = self.packs.get_mut(pack) {
            pack.add_bytes(at, bytes);
        }
    }

    /// The bytes that the last question missed. Where there are any, its answer is not to be used: the question is asked
    /// again when they have come.
    #[must_use]
    pub fn take_missing(&self) -> Vec<PackRange> {
        let of = |(number, pack): (usize, &Pack)| {
            pack.take_missing().into_iter().map(move |range| PackRange { pack: number, range })
        };
        self.packs.iter().enumerate().flat_map(of).collect()
    }

    /// Gives fetched bytes of packs back until each holds no more than `most`; see [`Pack::trim`].
    pub fn trim(&mut self, most: usize) {
        for pack in &mut self.packs {
            pack.trim(most);
        }
    }

    /// What the packs hold, each the newest first. Lines are counted before they are read, as what is left out need not be at hand.
    pub(super) fn list_from(&self, offset: usize, limit: usize) -> Vec<Listed> {
        let (mut skipped, mut left) = (offset, limit);
        let mut lines = Vec::new();
        for pack in &self.packs {
            let docs = pack.doc_count() as usize;
            let from = skipped.min(docs);
            let to = from.saturating_add(left).min(docs);
            lines.extend(Listed::of_pack(pack, from as u32..to as u32));
            skipped -= from;
            left -= to - from;
        }
        lines
    }

    /// Says whether a pack was found damaged.
    pub(super) fn check(&self) -> Result<(), Error> {
        self.packs.iter().try_for_each(Pack::check)
    }
}

/// The first resolution of a pack that a key or the id of a work leads to.
pub(super) fn find_doc(pack: &Pack, key: &str) -> Option<DocId> {
    let mut doc = None;
    find_editions(pack, key, |_, edition| _ = doc.get_or_insert(edition));
    doc
}

/// The whole text from which a resolution came.
pub(super) fn text_of(pack: &Pack, doc: DocId) -> Option<(Record, Origin, String)> {
    let (record, origin) = pack.record(doc)?;
    let mut text = String::new();
    let mates = if origin.mates.is_empty() { std::slice::from_ref(&record.key) } else { origin.mates.as_slice() };
    for key in mates.iter().filter(|key| !key.is_empty()) {
        let mut mate = None;
        find_editions(pack, key, |_, edition| {
            // Where a key was given twice, a text's resolutions stand by it.
            if mate.is_none() || *key == record.key && edition == doc {
                mate = Some(edition);
            }
        });
        text.push_str(&pack.source_of(mate?)?);
    }
    Some((record, origin, text))
}

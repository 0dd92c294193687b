//! The packs that are searched together, as if they were one.

use std::collections::BTreeMap;

use super::sets::DocSet;
use crate::index::{DocId, Pack, Passage, Record, TermInfo};

/// Where the texts of what was found are kept.
pub(crate) trait Texts {
    /// What is known of a resolution.
    fn record(&self, doc: DocId) -> Option<Record>;

    /// The same, where one of its paragraphs is read anyway.
    fn record_beside(&self, doc: DocId, _paragraph: u32) -> Option<Record> {
        self.record(doc)
    }

    /// A paragraph of a resolution.
    fn passage(&self, doc: DocId, paragraph: u32) -> Option<Passage>;

    /// The paragraph of a resolution with this address.
    fn find_address(&self, doc: DocId, address: &str) -> Option<u32>;
}

impl Texts for Pack {
    fn record(&self, doc: DocId) -> Option<Record> {
        self.record(doc).map(|(record, _)| record)
    }

    fn record_beside(&self, doc: DocId, paragraph: u32) -> Option<Record> {
        self.record_beside(doc, paragraph)
    }

    fn passage(&self, doc: DocId, paragraph: u32) -> Option<Passage> {
        self.passage(doc, paragraph)
    }

    fn find_address(&self, doc: DocId, address: &str) -> Option<u32> {
        self.find_address(doc, address)
    }
}

/// A pack among those that are searched.
#[derive(Clone, Copy)]
pub(crate) struct Shelf<'a> {
    /// The index.
    pub(crate) pack: &'a Pack,
    /// The resolutions that were not taken out; `None` for all.
    pub(crate) alive: Option<&'a DocSet>,
    /// The texts.
    pub(crate) texts: &'a dyn Texts,
}

impl Shelf<'_> {
    /// The resolutions that can be found.
    pub(super) fn all(&self) -> DocSet {
        self.alive.cloned().unwrap_or_else(|| DocSet::full(self.pack.doc_count() as usize))
    }

    pub(super) fn is_alive(&self, doc: DocId) -> bool {
        self.alive.is_none_or(|alive| alive.contains(doc))
    }

    /// Whether a term stands in a resolution that was not taken out. Looks at no more than 64 places.
    fn holds(&self, info: TermInfo) -> bool {
        let Some(alive) = self.alive else { return true };
        if info.count > 64 {
            return true;
        }
        let mut list = self.pack.postings(info);
        std::iter::from_fn(|| list.next()).any(|posting| alive.contains(posting.doc))
    }
}

impl Shelf<'_> {
    /// In how many paragraphs of resolutions that can be found a term stands.
    pub(super) fn count(&self, info: TermInfo) -> u32 {
        let Some(alive) = self.alive else { return info.count };
        let mut list = self.pack.postings(info);
        std::iter::from_fn(|| list.next()).filter(|posting| alive.contains(posting.doc)).count() as u32
    }
}

/// Where a term stands in each of the packs.
pub(super) type Infos = Vec<Option<TermInfo>>;

/// All packs that are searched.
#[derive(Clone, Copy)]
pub(super) struct Shelves<'a> {
    pub(super) list: &'a [Shelf<'a>],
}

impl Shelves<'_> {
    /// How many paragraphs there are.
    pub(super) fn unit_count(&self) -> u32 {
        let all: u64 = self.list.iter().map(|shelf| shelf.pack.unit_count()).sum();
        u32::try_from(all).unwrap_or(u32::MAX)
    }

    /// Whether bytes were missed that may change what was found so far.
    pub(super) fn is_missing(&self) -> bool {
        self.list.iter().any(|shelf| shelf.pack.is_partial() && shelf.pack.is_missing())
    }

    /// Where a term stands, where any text that is still there has it.
    pub(super) fn find(&self, term: &str) -> Option<Infos> {
        let infos: Infos =
            self.list.iter().map(|shelf| shelf.pack.find(term).filter(|&info| shelf.holds(info))).collect();
        infos.iter().any(Option::is_some).then_some(infos)
    }

    /// The terms that begin with `prefix` and for which `takes` says yes, in order, at most so many of each pack.
    pub(super) fn with_prefix(&self, prefix: &str, most: usize, takes: impl Fn(&str) -> bool) -> Vec<(String, Infos)> {
        let mut found: BTreeMap<String, Infos> = BTreeMap::new();
        for (at, shelf) in self.list.iter().enumerate() {
            let mut left = most;
            shelf.pack.for_each_with_prefix(prefix, |term, info| {
                if takes(term) && shelf.holds(info) {
                    let infos = found.entry(term.to_owned()).or_insert_with(|| vec![None; self.list.len()]);
                    if let Some(slot) = infos.get_mut(at) {
                        *slot = Some(info);
                    }
                    left -= 1;
                }
                left > 0
            });
        }
        found.into_iter().collect()
    }
}

/// In how many paragraphs a term stands.
pub(super) fn count_of(infos: &[Option<TermInfo>]) -> u32 {
    infos.iter().flatten().map(|info| info.count).fold(0, u32::saturating_add)
}

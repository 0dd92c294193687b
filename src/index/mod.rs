//! What can be searched: the words of every paragraph with their places, and the facts about it.
//!
//! The unit is the paragraph. Facts (zone, ladder and step, concept, addressee, cited work) are
//! terms like words, behind a mark that no word has, so that a filter is read from the same lists.
//! This layout is in memory and private to the crate.

mod dictionary;
mod facts;
mod fold;
mod postings;
mod record;
mod words;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::{Citation, Resolution, Zone};
use crate::text::sort_by_key;

pub(crate) use dictionary::{Dictionary, TermId};
pub(crate) use facts::{Fact, read_step};
pub(crate) use postings::{Cursor, Postings, UnitId};
pub(crate) use record::{DocId, Record, date_of};
pub(crate) use words::{WordCutter, fold_pieces, fold_words};

/// A paragraph, as ranking and filters see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    /// The resolution it belongs to.
    pub(crate) doc: DocId,
    /// Which of the resolution's paragraphs it is.
    pub(crate) paragraph: u32,
    /// How many words it has.
    pub(crate) words: u32,
    /// How many words its lead phrase has.
    pub(crate) lead: u32,
    /// The part of the resolution it belongs to.
    pub(crate) zone: Zone,
}

/// An index over resolutions. Adding costs one pass over the text; taking out marks only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    terms: Dictionary,
    postings: Vec<Postings>,
    units: Vec<Unit>,
    records: Vec<Record>,
    /// Words in all units, for their mean length.
    words: u64,
    removed_units: u32,
    sorted: OnceLock<Vec<TermId>>,
    cutter: WordCutter,
    /// A fact while it is looked up.
    fact: String,
    /// The addresses of all units, one after the other.
    addresses: String,
    /// Where the address of each unit ends.
    address_ends: Vec<u32>,
}

impl Index {
    /// Adds a resolution under its key.
    pub(crate) fn add(&mut self, resolution: &Resolution) -> DocId {
        self.sorted.take();
        let doc = self.records.len() as DocId;
        let first = self.units.len() as UnitId;
        for (at, paragraph) in resolution.paragraphs.iter().enumerate() {
            if paragraph.zone == Zone::Noise {
                continue;
            }
            let unit = self.units.len() as UnitId;
            let words = self.add_words(unit, &paragraph.text);
            let lead = paragraph.lead.as_ref().map_or(0, |lead| self.cutter.cut(&lead.text, |_| ()));
            self.units.push(Unit { doc, paragraph: at as u32, words, lead: lead.min(words), zone: paragraph.zone });
            self.words += u64::from(words);
            self.addresses.push_str(&paragraph.address);
            self.address_ends.push(self.addresses.len() as u32);
            facts::of_paragraph(paragraph, &mut |fact, text, from| self.add_fact(unit, fact, text, from));
        }
        self.add_citations(resolution, first);
        let record = Record::new(resolution, first..self.units.len() as UnitId);
        self.records.push(record);
        doc
    }

    /// Leaves a resolution out of every answer from now on.
    pub(crate) fn remove(&mut self, doc: DocId) {
        if let Some(record) = self.records.get_mut(doc as usize)
            && record.alive
        {
            record.alive = false;
            self.removed_units += record.units.len() as u32;
        }
    }

    /// Whether so much was taken out that building the index again is worth it.
    pub(crate) fn is_sparse(&self) -> bool {
        self.removed_units > 1000 && self.removed_units as usize * 3 > self.units.len()
    }

    /// Every resolution ever added, in order.
    pub(crate) fn records(&self) -> &[Record] {
        &self.records
    }

    /// The resolution with this number.
    pub(crate) fn record(&self, doc: DocId) -> Option<&Record> {
        self.records.get(doc as usize)
    }

    /// The paragraph with this number.
    pub(crate) fn unit(&self, unit: UnitId) -> Option<&Unit> {
        self.units.get(unit as usize)
    }

    /// The paragraph of a resolution with this address.
    pub(crate) fn find_address(&self, doc: DocId, address: &str) -> Option<UnitId> {
        self.record(doc)?.units.clone().find(|&unit| self.address(unit) == address)
    }

    /// The address of a paragraph.
    pub(crate) fn address(&self, unit: UnitId) -> &str {
        let at = unit as usize;
        let start = at.checked_sub(1).and_then(|before| self.address_ends.get(before)).copied().unwrap_or(0);
        let end = self.address_ends.get(at).copied().unwrap_or(start);
        self.addresses.get(start as usize..end as usize).unwrap_or("")
    }

    /// How many paragraphs there are.
    pub(crate) fn unit_count(&self) -> u32 {
        self.units.len() as u32
    }

    /// The mean length of a paragraph in words, at least 1.
    pub(crate) fn mean_words(&self) -> u32 {
        (self.words / (self.units.len() as u64).max(1)).max(1) as u32
    }

    /// The words and facts that are known.
    pub(crate) fn terms(&self) -> &Dictionary {
        &self.terms
    }

    /// Where a term stands.
    pub(crate) fn postings(&self, term: TermId) -> Option<&Postings> {
        self.postings.get(term as usize)
    }

    /// How many paragraphs hold a term.
    pub(crate) fn count(&self, term: TermId) -> u32 {
        self.postings(term).map_or(0, Postings::units)
    }

    /// The terms that begin with `prefix`, in the order of their letters. Facts never do.
    pub(crate) fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = TermId> + 'a {
        let sorted = self.sorted();
        let from = sorted.partition_point(|&id| self.terms.term(id) < prefix);
        sorted.iter().skip(from).copied().take_while(move |&id| self.terms.term(id).starts_with(prefix))
    }

    /// Every term in the order of its letters; facts come first. Sorted at the first call after a change.
    pub(crate) fn sorted(&self) -> &[TermId] {
        self.sorted.get_or_init(|| self.terms.sorted())
    }

    /// Notes what each paragraph of the resolution added last cites.
    fn add_citations(&mut self, resolution: &Resolution, first: UnitId) {
        if resolution.citations.is_empty() {
            return;
        }
        let units = self.units.iter().enumerate().skip(first as usize);
        let places: HashMap<&str, UnitId> = units
            .filter_map(|(at, unit)| {
                let paragraph = resolution.paragraphs.get(unit.paragraph as usize)?;
                Some((paragraph.address.as_str(), at as UnitId))
            })
            .collect();
        let mut citing: Vec<(UnitId, &Citation)> = resolution
            .citations
            .iter()
            .filter_map(|citation| Some((*places.get(citation.by.as_deref()?)?, citation)))
            .collect();
        sort_by_key(&mut citing, |&(unit, _)| unit);
        for same in citing.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(unit, _)) = same.first() else { continue };
            let citations = same.iter().map(|&(_, citation)| citation);
            facts::of_citations(citations, &mut |fact, text, from| self.add_fact(unit, fact, text, from));
        }
    }

    /// Notes every word of `text`, and says how many there are.
    fn add_words(&mut self, unit: UnitId, text: &str) -> u32 {
        let Self { terms, postings, cutter, .. } = self;
        cutter.cut(text, |word| {
            let term = terms.insert(word.text);
            push(postings, term, unit, word.position);
        })
    }

    /// Notes a fact: the words of `text` behind the fact's mark, from position `from`, or the whole
    /// of it as one term. Says which position comes next.
    fn add_fact(&mut self, unit: UnitId, fact: Fact, text: &str, from: u32) -> u32 {
        let Self { terms, postings, cutter, fact: buffer, .. } = self;
        if !fact.is_words() {
            let term = terms.insert(fact.write(text, buffer));
            push(postings, term, unit, from);
            return from;
        }
        let count = cutter.cut(text, |word| {
            let term = terms.insert(fact.write(word.text, buffer));
            push(postings, term, unit, from + word.position);
        });
        // Words of two names are never neighbours.
        from + count + 1
    }
}

fn push(postings: &mut Vec<Postings>, term: TermId, unit: UnitId, position: u32) {
    let at = term as usize;
    if at >= postings.len() {
        postings.resize_with(at + 1, Postings::default);
    }
    if let Some(list) = postings.get_mut(at) {
        list.push(unit, position);
    }
}

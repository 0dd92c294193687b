//! Builds an index from resolutions, in memory.

use std::collections::HashMap;
use std::io::{self, Write};

use super::facts::{self, Fact};
use super::level::level_of;
use super::occurrences::{Occurrences, UnitId};
use super::record::{DocId, Record};
use super::vocabulary::{TermId, Vocabulary};
use super::words::WordCutter;
use super::write::PackWriter;
use crate::model::{Citation, CitationForm, Resolution, Zone};
use crate::text::sort_by_key;

/// The level of a fact, which counts nothing.
const FACT: u8 = 4;

/// A paragraph, while its words are collected.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// The resolution it belongs to, in the order added.
    draft: u32,
    /// Which of the resolution's paragraphs it is.
    paragraph: u32,
    words: u32,
    /// How many words its lead phrase has.
    lead: u32,
    zone: Zone,
}

/// A resolution, while others are added.
#[derive(Clone, Debug)]
struct Draft {
    record: Record,
    units: u32,
    words: u64,
}

/// Collects the words and facts of resolutions. Adding costs one pass over the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Builder {
    terms: Vocabulary,
    occurrences: Vec<Occurrences>,
    units: Vec<Unit>,
    drafts: Vec<Draft>,
    cutter: WordCutter,
    /// A fact while it is looked up.
    fact: String,
}

impl Builder {
    /// Adds a resolution, and gives its number in the order added.
    pub(crate) fn add(&mut self, resolution: &Resolution) -> u32 {
        let draft = self.drafts.len() as u32;
        let first = self.units.len() as UnitId;
        let mut total = 0;
        for (at, paragraph) in resolution.paragraphs.iter().enumerate() {
            if paragraph.zone == Zone::Noise {
                continue;
            }
            let unit = self.units.len() as UnitId;
            let words = self.add_words(unit, &paragraph.text);
            let lead = paragraph.lead.as_ref().map_or(0, |lead| self.cutter.cut(&lead.text, |_| ()));
            self.units.push(Unit { draft, paragraph: at as u32, words, lead: lead.min(words), zone: paragraph.zone });
            total += u64::from(words);
            facts::of_paragraph(paragraph, &mut |fact, text, from| self.add_fact(unit, fact, text, from));
        }
        self.add_citations(resolution, first);
        let units = self.units.len() as u32 - first;
        let own = self.units.get(first as usize..).unwrap_or(&[]);
        let title = own.iter().position(|unit| unit.zone == Zone::Title).unwrap_or(0) as UnitId;
        if units > 0 {
            facts::of_resolution(resolution, &mut |fact, text, from| self.add_fact(first + title, fact, text, from));
        }
        self.drafts.push(Draft { record: Record::new(resolution), units, words: total });
        draft
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.drafts.is_empty()
    }

    /// The resolutions in the order of a pack, by their numbers in the order added.
    pub(crate) fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.drafts.len() as u32).collect();
        sort_by_key(&mut order, |&draft| self.drafts.get(draft as usize).map(|draft| draft.record.order()));
        order
    }

    /// Writes everything that was added. `part` is given each resolution's number in the pack and in the order
    /// added, its record with how many paragraphs and words it has, and where its texts go.
    pub(crate) fn write<W: Write>(
        &self,
        to: &mut PackWriter<W>,
        mut part: impl FnMut(DocId, u32, (&Record, (u32, u64)), &mut PackWriter<W>) -> io::Result<()>,
    ) -> io::Result<()> {
        let order = self.order();
        let mut docs: Vec<DocId> = vec![0; order.len()];
        for &number in &order {
            let Some(draft) = self.drafts.get(number as usize) else { continue };
            let doc = to.doc(&draft.record, draft.units, draft.words);
            if let Some(slot) = docs.get_mut(number as usize) {
                *slot = doc;
            }
            part(doc, number, (&draft.record, (draft.units, draft.words)), to)?;
        }
        let mut places: Vec<(u32, u32, u8, u32, u32)> = Vec::new();
        let mut positions: Vec<u32> = Vec::new();
        for term in self.terms.sorted() {
            let letters = self.terms.term(term);
            places.clear();
            positions.clear();
            self.collect(term, Fact::has_places(letters), &docs, &mut places, &mut positions);
            if !places.is_sorted_by_key(|&(doc, paragraph, ..)| (doc, paragraph)) {
                sort_by_key(&mut places, |&(doc, paragraph, ..)| (doc, paragraph));
            }
            for &(doc, paragraph, level, from, to_) in &places {
                to.posting((doc, paragraph), level, positions.get(from as usize..to_ as usize).unwrap_or(&[]))?;
            }
            if let Some(&(first, ..)) = places.first() {
                to.term(letters, first)?;
            }
        }
        Ok(())
    }

    /// Every place of a term: resolution, paragraph, level, and which of `positions` are its own.
    fn collect(
        &self,
        term: TermId,
        has_places: bool,
        docs: &[DocId],
        places: &mut Vec<(u32, u32, u8, u32, u32)>,
        positions: &mut Vec<u32>,
    ) {
        let Some(list) = self.occurrences.get(term as usize) else { return };
        let is_word = !self.terms.term(term).starts_with(char::is_control);
        list.for_each(|unit, stands| {
            let Some(unit) = self.units.get(unit as usize) else { return };
            let Some(&doc) = docs.get(unit.draft as usize) else { return };
            let from = positions.len() as u32;
            if has_places {
                positions.extend_from_slice(stands);
            }
            let level = if is_word {
                let leads = stands.iter().take_while(|&&position| position < unit.lead).count();
                level_of((stands.len() + leads) as u32, unit.words, unit.zone)
            } else {
                FACT
            };
            places.push((doc, unit.paragraph, level, from, positions.len() as u32));
        });
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
            // What names the resolution itself, or no one work, is no link to another.
            .filter(|citation| {
                citation.form != CitationForm::Short
                    || citation.target.as_deref().is_some_and(|target| target != resolution.id)
            })
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
        let Self { terms, occurrences, cutter, .. } = self;
        cutter.cut(text, |word| {
            let term = terms.insert(word.text);
            push(occurrences, term, unit, word.position);
        })
    }

    /// Notes a fact: the words of `text` behind the fact's mark, from position `from`, or the whole
    /// of it as one term. Says which position comes next.
    fn add_fact(&mut self, unit: UnitId, fact: Fact, text: &str, from: u32) -> u32 {
        let Self { terms, occurrences, cutter, fact: buffer, .. } = self;
        if !fact.is_words() {
            let term = terms.insert(fact.write(text, buffer));
            push(occurrences, term, unit, from);
            return from;
        }
        let count = cutter.cut(text, |word| {
            let term = terms.insert(fact.write(word.text, buffer));
            push(occurrences, term, unit, from + word.position);
        });
        // Words of two names are never neighbours.
        from + count + 1
    }
}

fn push(occurrences: &mut Vec<Occurrences>, term: TermId, unit: UnitId, position: u32) {
    let at = term as usize;
    if at >= occurrences.len() {
        occurrences.resize_with(at + 1, Occurrences::default);
    }
    if let Some(list) = occurrences.get_mut(at) {
        list.push(unit, position);
    }
}

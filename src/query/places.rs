//! Where words and phrases stand: the paragraphs that hold them, with how much each counts.

use super::ast::{Scope, Words};
use super::forms::{self, Forms, Instead, Nearness};
use super::sets::DocSet;
use crate::index::{Fact, Index, Postings, TermId, Unit, UnitId};
use crate::model::Zone;

/// A paragraph that holds a word, and what that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) unit: UnitId,
    pub(super) score: u32,
}

/// The terms of a word or phrase: for each word, those that may stand for it.
#[derive(Clone, Debug)]
pub(super) struct Looked {
    pub(super) slots: Vec<Vec<(TermId, Nearness)>>,
    pub(super) scope: Scope,
    pub(super) instead: Option<(String, Instead)>,
    /// How rare it is, in 256ths of a bit.
    pub(super) weight: u32,
    /// At most how many paragraphs hold it.
    pub(super) most: u32,
}

/// Looks the words up in the dictionary, with their other forms unless they are exact.
pub(super) fn look_up(index: &Index, words: &Words, alive: &DocSet) -> Looked {
    let is_held = |term: TermId| is_held(index, term, alive);
    let fact = match words.scope {
        Scope::To => Fact::TO,
        _ => Fact::WORD,
    };
    let mut instead = None;
    let mut slots = Vec::with_capacity(words.forms.len());
    let last = words.forms.len().saturating_sub(1);
    for (at, word) in words.forms.iter().enumerate() {
        let term = fact.term(word);
        let found = if words.prefix && at == last {
            forms::find_completions(index, &term, &is_held)
        } else if words.exact || words.forms.len() > 1 || fact != Fact::WORD {
            let id = index.terms().find(&term).filter(|&id| is_held(id));
            let mut found = Forms { terms: id.map(|id| (id, Nearness::Exact)).into_iter().collect(), instead: None };
            if found.terms.is_empty() && (is_single_han(word) || !words.exact) && fact == Fact::WORD {
                found = forms::find_forms(index, word, &is_held);
            }
            found
        } else {
            forms::find_forms(index, word, &is_held)
        };
        if let Some(other) = found.instead {
            instead = Some((word.clone(), other));
        }
        slots.push(found.terms);
    }
    let count = |slot: &Vec<(TermId, Nearness)>| {
        slot.iter().map(|&(id, _)| index.count(id)).fold(0u32, u32::saturating_add).min(index.unit_count())
    };
    let most = slots.iter().map(count).min().unwrap_or(0);
    Looked { slots, scope: words.scope, instead, weight: rarity(index.unit_count(), most), most }
}

fn is_single_han(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(|character| character >= '\u{2E80}')
}

/// Whether a term stands in a resolution that was not taken out. Looks at no more than 64 places.
fn is_held(index: &Index, term: TermId, alive: &DocSet) -> bool {
    let Some(list) = index.postings(term) else { return false };
    if list.units() > 64 {
        return true;
    }
    let mut cursor = list.cursor();
    let mut positions = Vec::new();
    while let Some(unit) = cursor.next(&mut positions) {
        if index.unit(unit).is_some_and(|unit| alive.contains(unit.doc)) {
            return true;
        }
    }
    false
}

/// How rare something is that stands in `count` of `all`: the logarithm to base 2, in 256ths, at
/// least 1. In whole numbers, so that every machine says the same.
pub(super) fn rarity(all: u32, count: u32) -> u32 {
    let ratio = ((u64::from(all) + 1) << 20) / (u64::from(count) * 2 + 1) * 2;
    let whole = ratio.max(1).ilog2();
    // The fraction of a logarithm, bit by bit: square, and see whether it passes 2.
    let mut mantissa = if whole >= 31 { ratio >> (whole - 31) } else { ratio << (31 - whole) };
    let mut bits = u64::from(whole);
    for _ in 0..8 {
        mantissa = (mantissa * mantissa) >> 31;
        bits <<= 1;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            bits |= 1;
        }
    }
    bits.saturating_sub(20 << 8).max(1) as u32
}

/// Finds the paragraphs in resolutions of `within` that hold what was looked up, in rising order.
pub(super) fn find_places(index: &Index, looked: &Looked, within: &DocSet) -> Vec<Place> {
    let mut places = Vec::new();
    if let [slot] = looked.slots.as_slice() {
        for &(term, nearness) in slot {
            let mut read = Reader::new(index, term, within);
            while let Some((at, unit)) = read.next() {
                if let Some(score) = score_of(index, looked, unit, &read.positions, nearness) {
                    places.push(Place { unit: at, score });
                }
            }
        }
        if slot.len() > 1 {
            merge(&mut places);
        }
    } else {
        find_phrases(index, looked, within, &mut places);
    }
    places
}

/// The resolutions of `within` that hold a word at all.
pub(super) fn find_presence(index: &Index, looked: &Looked, within: &DocSet) -> DocSet {
    let mut docs = DocSet::empty(index.records().len());
    for &(term, _) in looked.slots.iter().flatten() {
        let mut reader = Reader::new(index, term, within);
        let mut found = reader.next();
        while let Some((_, unit)) = found {
            docs.insert(unit.doc);
            let next = within.next_from(unit.doc + 1).and_then(|doc| index.record(doc));
            found = next.and_then(|record| reader.seek(record.units.start));
        }
    }
    docs
}

/// One place for each paragraph: the best form counts whole, each other a quarter.
fn merge(places: &mut Vec<Place>) {
    // A stable sort takes lists that are in order already as they are.
    places.sort();
    let mut kept: Vec<Place> = Vec::with_capacity(places.len());
    for place in places.drain(..) {
        match kept.last_mut() {
            Some(last) if last.unit == place.unit => last.score = place.score.saturating_add(last.score / 4),
            _ => kept.push(place),
        }
    }
    *places = kept;
}

/// Reads a list of postings over the resolutions of a set.
struct Reader<'a> {
    index: &'a Index,
    within: &'a DocSet,
    cursor: Option<crate::index::Cursor<'a>>,
    positions: Vec<u32>,
}

impl<'a> Reader<'a> {
    fn new(index: &'a Index, term: TermId, within: &'a DocSet) -> Self {
        Self { index, within, cursor: index.postings(term).map(Postings::cursor), positions: Vec::new() }
    }

    fn next(&mut self) -> Option<(UnitId, &'a Unit)> {
        let cursor = self.cursor.as_mut()?;
        loop {
            let at = cursor.next(&mut self.positions)?;
            let unit = self.index.unit(at)?;
            if self.within.contains(unit.doc) {
                return Some((at, unit));
            }
            let next = self.within.next_from(unit.doc)?;
            cursor.skip_to(self.index.record(next)?.units.start);
        }
    }

    /// The first place at `unit` or after it.
    fn seek(&mut self, wanted: UnitId) -> Option<(UnitId, &'a Unit)> {
        self.cursor.as_mut()?.skip_to(wanted);
        loop {
            let (at, unit) = self.next()?;
            if at >= wanted {
                return Some((at, unit));
            }
        }
    }
}

/// Paragraphs that hold a term of every slot, one position after the other.
fn find_phrases(index: &Index, looked: &Looked, within: &DocSet, places: &mut Vec<Place>) {
    // A slot with several terms is read once, whole; slots with one term are read side by side.
    let lists: Vec<Vec<(UnitId, Vec<u32>, Nearness)>> = looked
        .slots
        .iter()
        .map(|slot| if slot.len() > 1 { read_whole(index, slot, within) } else { Vec::new() })
        .collect();
    let mut readers: Vec<Option<Reader>> = looked
        .slots
        .iter()
        .map(|slot| match slot.as_slice() {
            [(term, _)] => Some(Reader::new(index, *term, within)),
            _ => None,
        })
        .collect();
    if looked.slots.iter().any(Vec::is_empty) {
        return;
    }
    let mut order: Vec<usize> = (0..looked.slots.len()).collect();
    let size = |slot: &usize| {
        let terms = looked.slots.get(*slot).map_or(&[][..], Vec::as_slice);
        terms.iter().map(|&(term, _)| u64::from(index.count(term))).sum::<u64>()
    };
    order.sort_by_key(size);
    let mut at = vec![0usize; lists.len()];
    let mut current: Vec<Vec<u32>> = vec![Vec::new(); lists.len()];
    let mut starts: Vec<u32> = Vec::new();
    let mut wanted: UnitId = 0;
    'units: loop {
        let mut nearness = Nearness::Exact;
        let mut agreed = 0;
        while agreed < order.len() {
            let Some(&slot) = order.get(agreed) else { break };
            let found = match readers.get_mut(slot) {
                Some(Some(reader)) => {
                    let ready = current.get(slot).is_some_and(|held| !held.is_empty())
                        && at.get(slot) == Some(&(wanted as usize));
                    if ready {
                        Some(wanted)
                    } else {
                        reader.seek(wanted).map(|(unit, _)| {
                            if let (Some(held), Some(place)) = (current.get_mut(slot), at.get_mut(slot)) {
                                held.clone_from(&reader.positions);
                                *place = unit as usize;
                            }
                            unit
                        })
                    }
                }
                _ => read_on(lists.get(slot), at.get_mut(slot), wanted).map(|(unit, positions, near)| {
                    if let Some(held) = current.get_mut(slot) {
                        held.clone_from(positions);
                    }
                    nearness = nearness.max(near);
                    unit
                }),
            };
            let Some(unit) = found else { break 'units };
            if unit > wanted && agreed > 0 {
                wanted = unit;
                agreed = 0;
                nearness = Nearness::Exact;
                continue;
            }
            wanted = unit;
            agreed += 1;
        }
        starts.clear();
        if let Some((first, rest)) = current.split_first() {
            starts.extend(first.iter().copied().filter(|&start| {
                rest.iter().zip(1u32..).all(|(held, step)| held.binary_search(&(start + step)).is_ok())
            }));
        }
        if !starts.is_empty()
            && let Some(unit) = index.unit(wanted)
            && let Some(score) = score_of(index, looked, unit, &starts, nearness)
        {
            places.push(Place { unit: wanted, score });
        }
        wanted += 1;
    }
}

fn read_on<'a>(
    list: Option<&'a Vec<(UnitId, Vec<u32>, Nearness)>>,
    at: Option<&mut usize>,
    wanted: UnitId,
) -> Option<(UnitId, &'a Vec<u32>, Nearness)> {
    let (list, at) = (list?, at?);
    while list.get(*at)?.0 < wanted {
        *at += 1;
    }
    list.get(*at).map(|(unit, positions, near)| (*unit, positions, *near))
}

/// Every place of any of the terms, with the positions of all of them together.
fn read_whole(index: &Index, slot: &[(TermId, Nearness)], within: &DocSet) -> Vec<(UnitId, Vec<u32>, Nearness)> {
    let mut all: Vec<(UnitId, Vec<u32>, Nearness)> = Vec::new();
    for &(term, nearness) in slot {
        let mut reader = Reader::new(index, term, within);
        while let Some((unit, _)) = reader.next() {
            all.push((unit, reader.positions.clone(), nearness));
        }
    }
    all.sort_by_key(|held| (held.0, held.2));
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1.append(&mut next.1);
            kept.1.sort_unstable();
        }
        same
    });
    all
}

/// What words at these positions of a paragraph count: more where they are rare, frequent in it, in
/// its lead phrase or in a title; less where another form stands. `None` outside the scope.
///
/// This is BM25F with the paragraph's lead and text as fields, in whole numbers. An exact form gives
/// at least half of the most there is, an inflection a quarter to a half, anything else less.
fn score_of(index: &Index, looked: &Looked, unit: &Unit, positions: &[u32], nearness: Nearness) -> Option<u32> {
    let length = looked.slots.len() as u32;
    let in_lead = |&&start: &&u32| start + length <= unit.lead;
    let leads = positions.iter().filter(in_lead).count() as u32;
    let standing = match looked.scope {
        Scope::Title if unit.zone != Zone::Title => return None,
        Scope::Lead if leads == 0 => return None,
        Scope::Lead => leads,
        _ => positions.len() as u32,
    };
    let often = u64::from(standing.min(255) + leads);
    // Saturation 1.2, normalisation by length 0.75.
    let length = u64::from(64 + (192 * unit.words.min(1 << 16)) / index.mean_words());
    let saturation = 307 * length / 256;
    let part = often * 256 * 1024 / (often * 256 + saturation);
    let part = match nearness {
        Nearness::Exact => 512 + part / 2,
        Nearness::Inflected => 256 + part / 4,
        Nearness::Related => 128 + part / 8,
    };
    let zone = match unit.zone {
        Zone::Title => 8,
        Zone::Theme | Zone::Heading => 5,
        Zone::Preamble | Zone::Operative | Zone::Continuation | Zone::Annex => 4,
        _ => 2,
    };
    Some(((u64::from(looked.weight) * part * zone) >> 12).max(1) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_rarity_in_bits() {
        // 1024 things, one of which has it: log2(2 * 1024 / 3).
        assert_eq!(rarity(1023, 1), 2410);
        assert!(rarity(1000, 1000) < rarity(1000, 500) && rarity(1000, 500) < rarity(1000, 1));
        assert_eq!(rarity(0, 0), 256);
        assert!(rarity(u32::MAX, 0) > 8000);
        assert_eq!(rarity(100, u32::MAX), 1);
    }
}

//! Where words and phrases stand: the paragraphs that hold them, with how much each counts.

use super::ast::{Scope, Words};
use super::forms::{self, Forms, Instead, Nearness};
use super::phrases::{Reader, find_phrases};
use super::sets::DocSet;
use crate::index::{Fact, Index, TermId, Unit, UnitId};
use crate::model::Zone;
use crate::text::sort;

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
        find_phrases(index, &looked.slots, within, &mut |at, starts, nearness| {
            let score = index.unit(at).and_then(|unit| score_of(index, looked, unit, starts, nearness));
            places.extend(score.map(|score| Place { unit: at, score }));
        });
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
    sort(places);
    let mut kept: Vec<Place> = Vec::with_capacity(places.len());
    for place in places.drain(..) {
        match kept.last_mut() {
            Some(last) if last.unit == place.unit => last.score = place.score.saturating_add(last.score / 4),
            _ => kept.push(place),
        }
    }
    *places = kept;
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

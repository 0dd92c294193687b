//! Where words and phrases stand: the paragraphs that hold them, with how much each counts.

use super::ast::{Scope, Words};
use super::forms::{self, Form, Instead, Nearness};
use super::phrases::{Reader, find_phrases};
use super::sets::DocSet;
use super::shelf::{Shelf, Shelves, count_of};
use crate::index::{DocId, Fact, is_title, value_of};
use crate::text::sort;

/// A paragraph that holds a word, and what that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) doc: DocId,
    pub(super) paragraph: u32,
    pub(super) score: u32,
    pub(super) is_title: bool,
}

/// The terms of a word or phrase: for each word, those that may stand for it.
#[derive(Clone, Debug)]
pub(super) struct Looked {
    pub(super) slots: Vec<Vec<Form>>,
    pub(super) scope: Scope,
    pub(super) instead: Option<(String, Instead)>,
    /// How rare it is, in 256ths of a bit.
    pub(super) weight: u32,
    /// At most how many paragraphs hold it.
    pub(super) most: u32,
}

/// Looks the words up in the dictionaries, with their other forms unless they are exact.
pub(super) fn look_up(shelves: Shelves, words: &Words) -> Looked {
    let fact = match words.scope {
        Scope::To => Fact::TO,
        Scope::Lead => Fact::LEAD,
        Scope::Anywhere | Scope::Title => Fact::WORD,
    };
    let mut instead = None;
    let mut slots = Vec::with_capacity(words.forms.len());
    let last = words.forms.len().saturating_sub(1);
    for (at, word) in words.forms.iter().enumerate() {
        let found = if words.prefix && at == last {
            forms::find_completions(shelves, fact, word)
        } else if words.exact || words.forms.len() > 1 || fact == Fact::TO {
            let found = forms::find_exact(shelves, fact, word);
            let may_differ = (is_single_han(word) || !words.exact) && fact == Fact::WORD;
            if found.terms.is_empty() && may_differ { forms::find_forms(shelves, fact, word) } else { found }
        } else {
            forms::find_forms(shelves, fact, word)
        };
        if let Some(other) = found.instead {
            instead = Some((word.clone(), other));
        }
        slots.push(found.terms);
    }
    let all = shelves.unit_count();
    let count =
        |slot: &Vec<Form>| slot.iter().map(|form| count_of(&form.infos)).fold(0u32, u32::saturating_add).min(all);
    let most = slots.iter().map(count).min().unwrap_or(0);
    Looked { slots, scope: words.scope, instead, weight: rarity(all, most), most }
}

/// Looks up words of a fact, each exactly as it is.
pub(super) fn look_up_fact(shelves: Shelves, fact: Fact, words: &[String]) -> Looked {
    let slots = words.iter().map(|word| forms::find_exact(shelves, fact, word).terms);
    Looked { slots: slots.collect(), scope: Scope::To, instead: None, weight: 1, most: 0 }
}

fn is_single_han(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(|character| character >= '\u{2E80}')
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

/// Finds the paragraphs in resolutions of `within` that hold what was looked up, in rising order. `at` is the
/// number of the pack among those that are searched.
pub(super) fn find_places(shelf: &Shelf, at: usize, looked: &Looked, within: &DocSet) -> Vec<Place> {
    let mut places = Vec::new();
    let mut add = |doc, paragraph, level, nearness| {
        if looked.scope != Scope::Title || is_title(level) {
            let score = score_of(looked.weight, level, nearness);
            places.push(Place { doc, paragraph, score, is_title: is_title(level) });
        }
    };
    if let [slot] = looked.slots.as_slice() {
        let mut lists = 0;
        for (info, nearness) in slot.iter().filter_map(|form| Some((form.infos.get(at).copied()??, form.nearness))) {
            lists += 1;
            let mut reader = Reader::new(shelf.pack, info, within);
            while let Some(found) = reader.next() {
                add(found.doc, found.paragraph, found.level, nearness);
            }
        }
        if lists > 1 {
            merge(&mut places);
        }
    } else {
        find_phrases(shelf, at, &looked.slots, within, &mut |found, nearness| {
            add(found.doc, found.paragraph, found.level, nearness);
        });
    }
    places
}

/// The resolutions of `within` that hold a word at all.
pub(super) fn find_presence(shelf: &Shelf, at: usize, looked: &Looked, within: &DocSet) -> DocSet {
    let mut docs = DocSet::empty(shelf.pack.doc_count() as usize);
    for info in looked.slots.iter().flatten().filter_map(|form| form.infos.get(at).copied().flatten()) {
        let mut reader = Reader::new(shelf.pack, info, within);
        let mut found = reader.next();
        while let Some(posting) = found {
            docs.insert(posting.doc);
            found = within.next_from(posting.doc + 1).and_then(|next| reader.seek(next, 0));
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
            Some(last) if (last.doc, last.paragraph) == (place.doc, place.paragraph) => {
                last.score = place.score.saturating_add(last.score / 4);
            }
            _ => kept.push(place),
        }
    }
    *places = kept;
}

/// What a word of this weight counts in a paragraph of this level. An exact form gives at least half of the
/// most there is, an inflection a quarter to a half, anything else less.
fn score_of(weight: u32, level: u8, nearness: Nearness) -> u32 {
    let (part, zone) = value_of(level);
    let part = match nearness {
        Nearness::Exact => 512 + part / 2,
        Nearness::Inflected => 256 + part / 4,
        Nearness::Related => 128 + part / 8,
    };
    ((u64::from(weight) * u64::from(part) * u64::from(zone)) >> 12).max(1) as u32
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

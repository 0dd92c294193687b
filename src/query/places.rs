//! Where words and phrases stand: the paragraphs that hold them, with how much each counts.

use super::ast::{Scope, Words};
use super::evaluate::{Entry, sort_entries};
use super::forms::{self, Form, Instead, Nearness};
use super::phrases::{Reader, TakePhrase, find_phrases};
use super::sets::DocSet;
use super::shelf::{Shelf, Shelves, count_of};
use crate::index::{DocId, Fact, Posting, TermInfo, is_title, value_of};

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
    /// As typed.
    pub(super) shown: String,
}

/// Looks the words up in the dictionaries, with their other forms unless they are exact. `beside` says that the query has
/// other words too.
pub(super) fn look_up(shelves: Shelves, words: &Words, beside: bool) -> Looked {
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
            if found.terms.is_empty() && may_differ { forms::find_forms(shelves, fact, word, beside) } else { found }
        } else {
            forms::find_forms(shelves, fact, word, beside)
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
    Looked { slots, scope: words.scope, instead, weight: rarity(all, most), most, shown: words.shown.clone() }
}

/// Looks up words of a fact, each exactly as it is.
pub(super) fn look_up_fact(shelves: Shelves, fact: Fact, words: &[String]) -> Looked {
    let slots = words.iter().map(|word| forms::find_exact(shelves, fact, word).terms);
    Looked { slots: slots.collect(), scope: Scope::To, instead: None, weight: 1, most: 0, shown: String::new() }
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

/// Finds the paragraphs in resolutions of `within` that hold what was looked up, in rising order, each as an entry with
/// this bit. `at` is the number of the pack among those that are searched. Where the `best` alone are wanted, of each resolution
/// only those are given that may be shown.
pub(super) fn find_entries(
    shelf: &Shelf,
    at: usize,
    looked: &Looked,
    within: &DocSet,
    (bit, best): (u32, bool),
) -> Vec<Entry> {
    let within = (!within.is_full(shelf.pack.doc_count() as usize)).then_some(within);
    let mut found =
        Found { entries: Vec::new(), table: Table::new(looked), bit, best, doc: DocId::MAX, kept: 0, low: 0 };
    let forms = || looked.slots.iter().flatten();
    if let [slot] = looked.slots.as_slice() {
        let infos = slot.iter().filter_map(|form| Some((form.infos.get(at).copied()??, form.nearness)));
        let lists: Vec<(TermInfo, Nearness)> = infos.collect();
        // What counts most in one list may count less than what stands in two.
        found.best &= lists.len() < 2;
        for &(info, nearness) in &lists {
            let row = found.table.row(nearness);
            Reader::new(shelf.pack, info, within).for_each(|posting| found.add_scored(posting, &row));
        }
        if lists.len() > 1 {
            merge(&mut found.entries);
        }
    } else {
        found.best &= forms().all(|form| form.nearness == Nearness::Exact);
        find_phrases(shelf, at, &looked.slots, within, &mut found);
    }
    found.entries
}

/// What was found of a word or phrase so far.
struct Found {
    entries: Vec<Entry>,
    table: Table,
    bit: u32,
    /// Whether of a resolution only the best paragraphs are kept.
    best: bool,
    /// The resolution that came last, how many of its paragraphs are kept, and what the least of them counts.
    doc: DocId,
    kept: usize,
    low: u32,
}

/// How many paragraphs of a resolution are shown.
const SHOWN: usize = 3;

impl Found {
    /// Whether as many paragraphs of this resolution are kept as are shown, and none of them counts less.
    #[inline]
    fn is_beaten(&self, doc: DocId, score: u32) -> bool {
        self.best && doc == self.doc && self.kept == SHOWN && score <= self.low
    }

    fn add(&mut self, posting: Posting, nearness: Nearness) {
        let row = self.table.row(nearness);
        self.add_scored(posting, &row);
    }

    /// Adds a paragraph that counts what this row says of its level.
    #[inline]
    fn add_scored(&mut self, posting: Posting, row: &[u32; 16]) {
        let Posting { doc, paragraph, level } = posting;
        let score = row.get(usize::from(level)).copied().unwrap_or(0);
        if score == 0 || self.is_beaten(doc, score) {
            return;
        }
        let entry = Entry { doc, paragraph, score, bit: self.bit, is_title: is_title(level) };
        if self.best {
            self.keep(entry);
        }
        self.entries.push(entry);
    }

    /// Makes room for an entry: the later of those that count least gives way.
    fn keep(&mut self, entry: Entry) {
        if entry.doc != self.doc {
            (self.doc, self.kept, self.low) = (entry.doc, 0, u32::MAX);
        }
        let from = self.entries.len().saturating_sub(self.kept);
        let own = self.entries.get(from..).unwrap_or(&[]);
        if self.kept == SHOWN {
            let worst = own.iter().rposition(|held| held.score == self.low).unwrap_or(0);
            let low = own.iter().enumerate().filter(|(at, _)| *at != worst).map(|(_, held)| held.score).min();
            self.low = low.unwrap_or(u32::MAX).min(entry.score);
            self.entries.remove(from + worst);
        } else {
            self.kept += 1;
            self.low = self.low.min(entry.score);
        }
    }
}

impl TakePhrase for Found {
    #[inline]
    fn wants(&mut self, found: Posting) -> bool {
        let score = self.table.score(found.level, Nearness::Exact);
        score.is_some_and(|score| !self.is_beaten(found.doc, score))
    }

    fn take(&mut self, found: Posting, nearness: Nearness) {
        self.add(found, nearness);
    }
}

/// What each level counts for something looked up, by how near its form is; 0 for what is not asked for.
struct Table([[u32; 16]; 3]);

impl Table {
    fn new(looked: &Looked) -> Self {
        let row = |nearness| {
            std::array::from_fn(|level| {
                let level = level as u8;
                let is_asked = looked.scope != Scope::Title || is_title(level);
                if is_asked { score_of(looked.weight, level, nearness) } else { 0 }
            })
        };
        Self([row(Nearness::Exact), row(Nearness::Inflected), row(Nearness::Related)])
    }

    /// What each level counts for forms that are so near.
    fn row(&self, nearness: Nearness) -> [u32; 16] {
        self.0.get(nearness as usize).copied().unwrap_or_default()
    }

    #[inline]
    fn score(&self, level: u8, nearness: Nearness) -> Option<u32> {
        self.0.get(nearness as usize)?.get(usize::from(level)).copied().filter(|&score| score > 0)
    }
}

/// The resolutions of `within` that hold a word at all.
pub(super) fn find_presence(shelf: &Shelf, at: usize, looked: &Looked, within: &DocSet) -> DocSet {
    let mut docs = DocSet::empty(shelf.pack.doc_count() as usize);
    for info in looked.slots.iter().flatten().filter_map(|form| form.infos.get(at).copied().flatten()) {
        let mut reader = Reader::new(shelf.pack, info, Some(within));
        let mut found = reader.next();
        while let Some(posting) = found {
            docs.insert(posting.doc);
            found = within.next_from(posting.doc + 1).and_then(|next| reader.seek(next, 0));
        }
    }
    docs
}

/// One entry for each paragraph: the best form counts whole, each other a quarter.
fn merge(entries: &mut Vec<Entry>) {
    sort_entries(entries);
    entries.dedup_by(|next, kept| {
        let is_same = next.place() == kept.place();
        if is_same {
            let (more, less) = (kept.score.max(next.score), kept.score.min(next.score));
            kept.score = more.saturating_add(less / 4);
        }
        is_same
    });
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

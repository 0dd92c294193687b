//! Which resolutions a query asks for, and which of their paragraphs speak for it.

use super::ast::{Node, Part, Scope};
use super::filter::docs_with_filter;
use super::paragraphs::UnitId;
use super::places::{Looked, find_entries, find_presence};
use super::plan::{Plan, words_of_symbol};
use super::sets::DocSet;
use super::shelf::{Shelf, Shelves};
use super::symbol::{self, Agreement};
use crate::index::DocId;
use crate::text::sort_by_key;

/// A paragraph that speaks for a part of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) doc: DocId,
    pub(super) paragraph: u32,
    pub(super) score: u32,
    /// The part, as one bit.
    pub(super) bit: u32,
    pub(super) is_title: bool,
}

impl Entry {
    /// Resolution and paragraph, as one number that rises.
    pub(super) const fn place(&self) -> u64 {
        (self.doc as u64) << 32 | self.paragraph as u64
    }
}

/// Puts entries in the order of their places, those of one place as they came. Rows that are in order are merged.
pub(super) fn sort_entries(entries: &mut [Entry]) {
    entries.sort_by_key(Entry::place);
}

/// The longest list that is always read: what a short one tells costs next to nothing.
const SHORT: u32 = 4096;

/// Whether a word stands in so many of the paragraphs, and so many they are, that where it stands is not looked at beside
/// rarer ones.
pub(super) fn is_everywhere(looked: &Looked, units: u32) -> bool {
    looked.most > SHORT && u64::from(looked.most) * 5 > u64::from(units)
}

/// What a query asked for, in one of the packs.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The resolutions.
    pub(super) docs: DocSet,
    /// Paragraphs that speak for a part of the query, those of other resolutions among them.
    pub(super) entries: Vec<Entry>,
    /// The parts that are words, as bits.
    pub(super) wanted: u32,
    /// The same for what was looked up: how rare each part is, by its bit.
    pub(super) weights: Vec<u32>,
    /// What each part is, by its bit: the words that were looked up, empty for anything else.
    pub(super) labels: Vec<String>,
    /// Whether a symbol was asked for that is not here.
    pub(super) missed_symbol: bool,
}

/// What a paragraph that a symbol names counts: more than any words.
const NAMED: u32 = 1 << 28;

/// What a paragraph that cites a symbol asked for counts.
const CITING: u32 = 1 << 24;

pub(super) struct Evaluator<'a> {
    pub(super) shelves: Shelves<'a>,
    pub(super) shelf: Shelf<'a>,
    /// The number of the pack among those that are searched.
    pub(super) at: usize,
    pub(super) plan: &'a Plan,
    pub(super) alive: DocSet,
    pub(super) answer: Answer,
    /// How many bits are taken.
    pub(super) bits: u32,
    /// Whether there is one word or phrase and nothing else that a paragraph could speak for.
    is_sole: bool,
}

/// Answers a query of these parts from one of the packs. Costs the length of the lists of its words, apart from those of
/// resolutions that an earlier, rarer part has ruled out.
pub(super) fn evaluate(shelves: Shelves, at: usize, plan: &Plan, parts: &[Part]) -> Answer {
    let Some(mut evaluator) = Evaluator::new(shelves, at, plan) else { return Answer::default() };
    let everything = evaluator.alive.clone();
    let mut spoken = parts.iter().filter(|part| !matches!(part.node, Node::Document(_)));
    evaluator.is_sole = matches!((spoken.next(), spoken.next()), (Some(Part { node: Node::Words(_), .. }), None));
    evaluator.answer.docs = evaluator.all_of(parts, &everything, None);
    evaluator.answer
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(shelves: Shelves<'a>, at: usize, plan: &'a Plan) -> Option<Self> {
        let shelf = *shelves.list.get(at)?;
        Some(Self { shelves, shelf, at, plan, alive: shelf.all(), answer: Answer::default(), bits: 0, is_sole: false })
    }

    fn doc_count(&self) -> usize {
        self.shelf.pack.doc_count() as usize
    }

    /// A new bit for a part that speaks for itself, up to 32 of them.
    pub(super) fn new_bit(&mut self, is_word: bool) -> u32 {
        let bit = 1u32.checked_shl(self.bits).unwrap_or(1 << 31);
        self.bits += 1;
        self.answer.weights.push(0);
        self.answer.labels.push(String::new());
        if is_word {
            self.answer.wanted |= bit;
        }
        bit
    }

    fn weigh(&mut self, bit: u32, looked: &Looked) {
        let at = bit.trailing_zeros() as usize;
        if let Some(slot) = self.answer.weights.get_mut(at) {
            *slot = (*slot).max(looked.weight);
        }
        if let Some(label) = self.answer.labels.get_mut(at) {
            if !label.is_empty() {
                label.push_str(" OR ");
            }
            label.push_str(&looked.shown);
        }
    }

    /// The resolutions of `within` in which every part holds. Cheap and rare parts come first.
    pub(super) fn all_of(&mut self, parts: &[Part], within: &DocSet, bit: Option<u32>) -> DocSet {
        let mut docs = within.clone();
        for part in parts.iter().filter(|part| matches!(part.node, Node::Document(_))) {
            let found = self.docs_of(part, &docs, bit);
            docs.keep(&found);
        }
        let bound: Vec<&Part> = parts.iter().filter(|part| part.node.is_of_paragraph()).collect();
        if !bound.is_empty() {
            let units = self.units_of_all(&bound);
            let bit = bit.unwrap_or_else(|| self.new_bit(true));
            docs.keep(&self.docs_with(&units));
            self.take_units(&units, bit);
        }
        let plan = self.plan;
        let mut rest: Vec<(u32, &Part, Option<&Looked>)> = Vec::new();
        for part in parts {
            match &part.node {
                Node::Document(_) => {}
                node if node.is_of_paragraph() => {}
                // The same word twice asks no more than once.
                node @ Node::Words(_) if rest.iter().any(|(_, held, _)| held.node == *node) => {}
                Node::Words(words) => {
                    let looked = plan.find(words);
                    rest.push((looked.map_or(0, |looked| looked.most), part, looked));
                }
                Node::Not(_) => rest.push((u32::MAX, part, None)),
                _ => rest.push((u32::MAX - 1, part, None)),
            }
        }
        sort_by_key(&mut rest, |&(most, part, _)| (most, part.span));
        for (_, part, looked) in rest {
            let found = match looked {
                Some(looked) if bit.is_none() && self.is_mere_presence(looked) => {
                    find_presence(&self.shelf, self.at, looked, &docs)
                }
                Some(looked) => self.words_in(looked, &docs, bit),
                None => self.docs_of(part, &docs, bit),
            };
            docs.keep(&found);
        }
        docs
    }

    fn docs_of(&mut self, part: &Part, within: &DocSet, bit: Option<u32>) -> DocSet {
        match &part.node {
            Node::All(parts) => self.all_of(parts, within, bit),
            Node::Any(parts) => {
                let bit = bit.unwrap_or_else(|| self.new_bit(true));
                let mut docs = DocSet::empty(self.doc_count());
                for part in parts {
                    docs.add(&self.docs_of(part, within, Some(bit)));
                }
                docs
            }
            Node::Not(inside) => {
                let held = (self.answer.entries.len(), self.answer.wanted, self.bits);
                let weights = self.answer.weights.len();
                let labels = self.answer.labels.len();
                let inside = Part { node: (**inside).clone(), span: part.span };
                let out = self.docs_of(&inside, within, Some(0));
                // What is not wanted speaks for nothing.
                self.answer.entries.truncate(held.0);
                (self.answer.wanted, self.bits) = (held.1, held.2);
                self.answer.weights.truncate(weights);
                self.answer.labels.truncate(labels);
                let mut docs = within.clone();
                docs.take_out(&out);
                docs
            }
            Node::Words(words) if matches!(words.scope, Scope::Anywhere | Scope::Title) => {
                let plan = self.plan;
                match plan.find(words) {
                    Some(looked) => self.words_in(looked, within, bit),
                    None => DocSet::empty(self.doc_count()),
                }
            }
            Node::Symbol(text) => self.symbol_in(text, within, bit),
            Node::Document(filter) => docs_with_filter(self.shelf.pack, filter, within),
            Node::Words(_) | Node::Paragraph(_) => {
                let units = self.units_of_all(&[part]);
                let bit = bit.unwrap_or_else(|| self.new_bit(true));
                let mut docs = self.docs_with(&units);
                docs.keep(within);
                self.take_units(&units, bit);
                docs
            }
        }
    }

    /// Whether a word stands nearly everywhere beside others that do not: it must be there, but where
    /// it stands says nothing.
    fn is_mere_presence(&self, looked: &Looked) -> bool {
        let is_word = looked.slots.len() == 1 && looked.scope == Scope::Anywhere;
        is_word && is_everywhere(looked, self.shelves.unit_count()) && self.answer.wanted != 0
    }

    fn docs_with(&self, units: &[UnitId]) -> DocSet {
        let mut docs = DocSet::empty(self.doc_count());
        for &(doc, _) in units {
            docs.insert(doc);
        }
        docs
    }

    fn take_units(&mut self, units: &[UnitId], bit: u32) {
        let entry = |&(doc, paragraph): &UnitId| Entry { doc, paragraph, score: 64, bit, is_title: false };
        self.answer.entries.extend(units.iter().map(entry));
    }

    pub(super) fn words_in(&mut self, looked: &Looked, within: &DocSet, bit: Option<u32>) -> DocSet {
        let bit = bit.unwrap_or_else(|| self.new_bit(true));
        self.weigh(bit, looked);
        let mut found = find_entries(&self.shelf, self.at, looked, within, (bit, self.is_sole));
        let mut docs = DocSet::empty(self.doc_count());
        for entry in &found {
            docs.insert(entry.doc);
        }
        self.answer.entries.append(&mut found);
        docs
    }

    /// The work that a symbol names, those that cite it, and those that hold its numbers as words.
    fn symbol_in(&mut self, text: &str, within: &DocSet, bit: Option<u32>) -> DocSet {
        let bit = bit.unwrap_or_else(|| self.new_bit(true));
        let mut docs = DocSet::empty(self.doc_count());
        if let Some(asked) = symbol::read_symbol(text) {
            let mut named = symbol::find_named(&self.shelf, &asked);
            named.retain(|named| within.contains(named.doc));
            let best: Option<Agreement> = named.iter().map(|named| named.agreement).min();
            for named in named.iter().filter(|named| Some(named.agreement) == best) {
                docs.insert(named.doc);
                let asked_for = asked.address.as_deref();
                let address = asked_for.and_then(|address| self.shelf.texts.find_address(named.doc, address));
                let score = NAMED - named.letters_beside.min(100) * 256;
                let paragraph = address.unwrap_or(named.title);
                self.answer.entries.push(Entry { doc: named.doc, paragraph, score, bit, is_title: false });
            }
            for (doc, paragraph) in self.units_citing(text).into_iter().filter(|&(doc, _)| within.contains(doc)) {
                docs.insert(doc);
                self.answer.entries.push(Entry { doc, paragraph, score: CITING, bit, is_title: false });
            }
        }
        if let Some(looked) = words_of_symbol(text).and_then(|words| self.plan.find(&words)) {
            let found = self.words_in(looked, within, Some(bit));
            docs.add(&found);
        }
        self.answer.missed_symbol |= docs.is_empty();
        docs
    }
}

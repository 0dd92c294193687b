//! Which resolutions a query asks for, and which of their paragraphs speak for it.

use super::ast::{DocumentFilter, Node, Part, Scope, Words};
use super::forms::Instead;
use super::note::Note;
use super::places::{Looked, Place, find_places, find_presence, look_up};
use super::sets::DocSet;
use super::symbol::{self, Agreement};
use crate::index::{Index, Record, UnitId};
use crate::model::Zone;
use crate::text::{Span, sort_by_key};

/// A paragraph that speaks for a part of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) unit: UnitId,
    pub(super) score: u32,
    /// The part, as one bit.
    pub(super) bit: u32,
}

/// What a query asked for.
#[derive(Debug)]
pub(super) struct Answer {
    /// The resolutions.
    pub(super) docs: DocSet,
    /// Paragraphs that speak for a part of the query, those of other resolutions among them.
    pub(super) entries: Vec<Entry>,
    /// The parts that are words, as bits.
    pub(super) wanted: u32,
    /// The same for what was looked up: how rare each part is, by its bit.
    pub(super) weights: Vec<u32>,
    /// What was looked up, for marking it in snippets.
    pub(super) looked: Vec<Looked>,
    /// Whether paragraphs were asked for by what they do.
    pub(super) asks_of_acts: bool,
    /// What is to be said about the words.
    pub(super) notes: Vec<Note>,
}

/// What a paragraph that a symbol names counts: more than any words.
const NAMED: u32 = 1 << 28;

/// What a paragraph that cites a symbol asked for counts.
const CITING: u32 = 1 << 24;

pub(super) struct Evaluator<'a> {
    pub(super) index: &'a Index,
    pub(super) alive: DocSet,
    pub(super) answer: Answer,
    /// How many bits are taken.
    pub(super) bits: u32,
}

/// Answers a query of these parts. Costs the length of the lists of its words, apart from those of
/// resolutions that an earlier, rarer part has ruled out.
pub(super) fn evaluate(index: &Index, parts: &[Part]) -> Answer {
    let mut alive = DocSet::empty(index.records().len());
    for (doc, record) in index.records().iter().enumerate() {
        if record.alive {
            alive.insert(doc as u32);
        }
    }
    let answer = Answer {
        docs: alive.clone(),
        entries: Vec::new(),
        wanted: 0,
        weights: Vec::new(),
        looked: Vec::new(),
        asks_of_acts: false,
        notes: Vec::new(),
    };
    let mut evaluator = Evaluator { index, alive, answer, bits: 0 };
    let everything = evaluator.alive.clone();
    let docs = evaluator.all_of(parts, &everything, None);
    evaluator.answer.docs = docs;
    if evaluator.answer.docs.is_empty() {
        evaluator.relax(parts);
    }
    evaluator.answer
}

impl Evaluator<'_> {
    /// A new bit for a part that speaks for itself, up to 32 of them.
    pub(super) fn new_bit(&mut self, is_word: bool) -> u32 {
        let bit = 1u32.checked_shl(self.bits).unwrap_or(1 << 31);
        self.bits += 1;
        self.answer.weights.push(0);
        if is_word {
            self.answer.wanted |= bit;
        }
        bit
    }

    fn weigh(&mut self, bit: u32, weight: u32) {
        if let Some(slot) = self.answer.weights.get_mut(bit.trailing_zeros() as usize) {
            *slot = (*slot).max(weight);
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
            self.answer.entries.extend(units.into_iter().map(|unit| Entry { unit, score: 64, bit }));
        }
        let mut rest: Vec<(u32, &Part, Option<Looked>)> = Vec::new();
        for part in parts {
            match &part.node {
                Node::Document(_) => {}
                node if node.is_of_paragraph() => {}
                // The same word twice asks no more than once.
                node @ Node::Words(_) if rest.iter().any(|(_, held, _)| held.node == *node) => {}
                Node::Words(words) => {
                    let looked = self.look_up(words, part.span);
                    rest.push((looked.most, part, Some(looked)));
                }
                Node::Not(_) => rest.push((u32::MAX, part, None)),
                _ => rest.push((u32::MAX - 1, part, None)),
            }
        }
        sort_by_key(&mut rest, |&(most, part, _)| (most, part.span));
        for (_, part, looked) in rest {
            let found = match looked {
                Some(looked) if bit.is_none() && self.is_mere_presence(&looked) => {
                    let found = find_presence(self.index, &looked, &docs);
                    self.answer.looked.push(looked);
                    found
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
                let mut docs = DocSet::empty(self.index.records().len());
                for part in parts {
                    docs.add(&self.docs_of(part, within, Some(bit)));
                }
                docs
            }
            Node::Not(inside) => {
                let held = (self.answer.entries.len(), self.answer.looked.len(), self.answer.wanted, self.bits);
                let (weights, notes) = (self.answer.weights.len(), self.answer.notes.len());
                let inside = Part { node: (**inside).clone(), span: part.span };
                let out = self.docs_of(&inside, within, Some(0));
                // What is not wanted speaks for nothing.
                self.answer.entries.truncate(held.0);
                self.answer.looked.truncate(held.1);
                (self.answer.wanted, self.bits) = (held.2, held.3);
                self.answer.weights.truncate(weights);
                self.answer.notes.truncate(notes);
                let mut docs = within.clone();
                docs.take_out(&out);
                docs
            }
            Node::Words(words) if matches!(words.scope, Scope::Anywhere | Scope::Title) => {
                let looked = self.look_up(words, part.span);
                self.words_in(looked, within, bit)
            }
            Node::Symbol(text) => self.symbol_in(text, within, bit),
            Node::Document(filter) => {
                let mut docs = DocSet::empty(self.index.records().len());
                for doc in within.iter() {
                    if self.index.record(doc).is_some_and(|record| filter.holds(record)) {
                        docs.insert(doc);
                    }
                }
                docs
            }
            Node::Words(_) | Node::Paragraph(_) => {
                let units = self.units_of_all(&[part]);
                let bit = bit.unwrap_or_else(|| self.new_bit(true));
                let mut docs = self.docs_with(&units);
                docs.keep(within);
                self.answer.entries.extend(units.into_iter().map(|unit| Entry { unit, score: 64, bit }));
                docs
            }
        }
    }

    /// Whether a word stands nearly everywhere beside others that do not: it must be there, but where
    /// it stands says nothing.
    fn is_mere_presence(&self, looked: &Looked) -> bool {
        let is_word = looked.slots.len() == 1 && looked.scope == Scope::Anywhere;
        let is_common = u64::from(looked.most) * 5 > u64::from(self.index.unit_count());
        is_word && is_common && self.answer.wanted != 0
    }

    pub(super) fn docs_with(&self, units: &[UnitId]) -> DocSet {
        let mut docs = DocSet::empty(self.index.records().len());
        for unit in units.iter().filter_map(|&unit| self.index.unit(unit)) {
            docs.insert(unit.doc);
        }
        docs
    }

    pub(super) fn look_up(&mut self, words: &Words, span: Span) -> Looked {
        let looked = look_up(self.index, words, &self.alive);
        let typed = &words.shown;
        let note = match &looked.instead {
            Some((_, Instead::Spelling(taken))) => Some(
                Note::new("spelling", format!("nothing has “{typed}”; showing “{taken}”"), span).with_suggestion(taken),
            ),
            Some((_, Instead::Stem(named))) => Some(
                Note::new(
                    "stems",
                    format!("nothing has “{typed}”; showing words of the same stem, such as “{named}”"),
                    span,
                )
                .with_suggestion(named),
            ),
            None if looked.slots.iter().any(Vec::is_empty) => {
                Some(Note::new("not-here", format!("nothing has “{typed}”"), span))
            }
            None => None,
        };
        if let Some(note) = note
            && !self.answer.notes.contains(&note)
        {
            self.answer.notes.push(note);
        }
        looked
    }

    pub(super) fn words_in(&mut self, looked: Looked, within: &DocSet, bit: Option<u32>) -> DocSet {
        let bit = bit.unwrap_or_else(|| self.new_bit(true));
        self.weigh(bit, looked.weight);
        let places = find_places(self.index, &looked, within);
        self.answer.looked.push(looked);
        self.take_places(&places, bit)
    }

    fn take_places(&mut self, places: &[Place], bit: u32) -> DocSet {
        let mut docs = DocSet::empty(self.index.records().len());
        self.answer.entries.reserve(places.len());
        for place in places {
            if let Some(unit) = self.index.unit(place.unit) {
                docs.insert(unit.doc);
                self.answer.entries.push(Entry { unit: place.unit, score: place.score, bit });
            }
        }
        docs
    }

    /// The work that a symbol names, those that cite it, and those that hold its numbers as words.
    fn symbol_in(&mut self, text: &str, within: &DocSet, bit: Option<u32>) -> DocSet {
        let bit = bit.unwrap_or_else(|| self.new_bit(true));
        let mut docs = DocSet::empty(self.index.records().len());
        let asked = symbol::read_symbol(text);
        if let Some(asked) = &asked {
            let agreements: Vec<(Agreement, u32)> =
                within.iter().filter_map(|doc| Some((asked.agrees_with(self.index.record(doc)?)?, doc))).collect();
            let best = agreements.iter().map(|&(agreement, _)| agreement).min();
            for &(_, doc) in agreements.iter().filter(|&&(agreement, _)| Some(agreement) == best) {
                docs.insert(doc);
                if let Some(unit) = self.named_unit(doc, asked) {
                    let beside = self.index.record(doc).map_or(0, |record| asked.letters_beside(record));
                    let score = NAMED - beside.min(100) * 256;
                    self.answer.entries.push(Entry { unit, score, bit });
                }
            }
            let citing = self.units_citing(text);
            let found = citing.iter().filter_map(|&unit| Some((unit, self.index.unit(unit)?.doc)));
            for (unit, doc) in found.filter(|&(_, doc)| within.contains(doc)) {
                docs.insert(doc);
                self.answer.entries.push(Entry { unit, score: CITING, bit });
            }
        }
        let words = match asked {
            Some(asked) => asked.words(text),
            None => crate::index::fold_words(text),
        };
        if words.len() > 1 {
            let words =
                Words { forms: words, exact: true, prefix: false, scope: Scope::Anywhere, shown: text.to_owned() };
            let looked = look_up(self.index, &words, &self.alive);
            let found = self.words_in(looked, within, Some(bit));
            docs.add(&found);
        }
        if docs.is_empty() {
            self.answer.notes.push(Note {
                span: None,
                ..Note::new(
                    "symbol-not-here",
                    format!("{text} is not here, and nothing here cites it"),
                    Span::default(),
                )
            });
        }
        docs
    }

    /// The paragraph that was named with a symbol, or the title of the resolution, or its first.
    fn named_unit(&self, doc: u32, asked: &symbol::Asked) -> Option<UnitId> {
        let mut units = self.index.record(doc)?.units.clone();
        let named = asked.address.as_deref().and_then(|address| self.index.find_address(doc, address));
        let is_title = |&unit: &UnitId| self.index.unit(unit).is_some_and(|unit| unit.zone == Zone::Title);
        named.or_else(|| units.clone().find(is_title)).or_else(|| units.next())
    }
}

impl DocumentFilter {
    /// Whether it holds for a resolution.
    pub(super) fn holds(&self, record: &Record) -> bool {
        let between = |dates: &Option<(String, String)>, first: &str, last: &str| {
            dates.as_ref().is_some_and(|(begin, end)| {
                (last.is_empty() || begin.as_str() <= last || begin.starts_with(last))
                    && (first.is_empty() || end.as_str() >= first)
            })
        };
        match self {
            Self::Body(bodies) => bodies.iter().any(|body| record.is_of_body(body)),
            Self::Language(codes) => codes.is_empty() || codes.iter().any(|code| code == record.language),
            Self::Date(first, last) => between(&record.date, first, last),
            Self::Hijri(first, last) => between(&record.hijri, first, last),
            Self::Session(first, last) => record.session.is_some_and(|session| (*first..=*last).contains(&session)),
            Self::Status(status) => record.status == status,
            Self::Id(id) => record.id == *id || record.key == *id,
        }
    }
}

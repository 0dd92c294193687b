//! What a query looks up, before any list is read: the same for every pack.

use std::cmp::Reverse;

use super::ast::{Node, ParagraphFilter, Part, Scope, Words};
use super::forms::{Form, Instead};
use super::nearness::measured;
use super::note::Note;
use super::places::{Looked, look_up};
use super::shelf::Shelves;
use super::symbol;
use crate::index::Column;
use crate::text::{Span, sort_by_key};

/// The words of a query, looked up.
#[derive(Debug, Default)]
pub(super) struct Plan {
    words: Vec<Words>,
    looked: Vec<Looked>,
    /// Whether they are to be shown in what is found.
    shown: Vec<bool>,
    /// Which of the words it is said of what was found for them, and where they stand in the query.
    noted: Vec<(usize, Span)>,
    /// Whether there are several words.
    several: bool,
    /// Whether paragraphs are asked for by what they do.
    pub(super) asks_of_acts: bool,
}

impl Plan {
    /// Looks up every word of these parts.
    pub(super) fn new(shelves: Shelves, parts: &[Part]) -> Self {
        let mut plan = Self { several: words_in(parts) > 1, ..Self::default() };
        plan.add_parts(shelves, parts, true);
        for shelf in shelves.list.iter().filter(|shelf| shelf.pack.is_partial()) {
            shelf.pack.want_passages();
            if !plan.looked.is_empty() {
                shelf.pack.want_column(Column::TitleWords);
            }
        }
        let looked: Vec<&Looked> = plan.looked.iter().collect();
        let measured = measured(&looked, u64::from(shelves.unit_count()));
        for (looked, is_measured) in looked.iter().zip(measured) {
            let with_positions = looked.slots.len() > 1 || is_measured && plan.looked.len() > 1;
            for form in looked.slots.iter().flatten() {
                for (shelf, info) in shelves.list.iter().zip(&form.infos) {
                    if let (true, Some(info)) = (shelf.pack.is_partial(), info) {
                        shelf.pack.want_list(*info, with_positions);
                    }
                }
            }
        }
        plan
    }

    /// What was looked up for words of the query.
    pub(super) fn find(&self, words: &Words) -> Option<&Looked> {
        self.looked.get(self.words.iter().position(|held| held == words)?)
    }

    /// What is to be marked in what is found.
    pub(super) fn shown(&self) -> Vec<&Looked> {
        self.looked.iter().zip(&self.shown).filter(|&(_, &shown)| shown).map(|(looked, _)| looked).collect()
    }

    /// What is said of words that are not here, or for which others were taken: of several, those first that
    /// the best results have, which `best` counts.
    pub(super) fn notes(&self, best: impl Fn(&Form) -> usize) -> Vec<Note> {
        let mut notes: Vec<Note> = Vec::new();
        for &(at, span) in &self.noted {
            if let Some((words, looked)) = self.words.get(at).zip(self.looked.get(at)) {
                notes.extend(note_on(words, looked, span, &best).filter(|note| !notes.contains(note)));
            }
        }
        notes
    }

    fn add_parts(&mut self, shelves: Shelves, parts: &[Part], shown: bool) {
        for part in parts {
            self.add_node(shelves, &part.node, part.span, shown);
        }
    }

    fn add_node(&mut self, shelves: Shelves, node: &Node, span: Span, shown: bool) {
        match node {
            Node::All(parts) | Node::Any(parts) => self.add_parts(shelves, parts, shown),
            Node::Not(inside) => self.add_node(shelves, inside, span, false),
            Node::Words(words) => self.add_words(shelves, words, span, shown, true),
            Node::Symbol(text) => {
                if let Some(words) = words_of_symbol(text) {
                    self.add_words(shelves, &words, span, shown, false);
                }
            }
            Node::Paragraph(filter) => {
                self.asks_of_acts |=
                    shown && matches!(filter, ParagraphFilter::Step { .. } | ParagraphFilter::Concept(_));
            }
            Node::Document(_) => {}
        }
    }

    fn add_words(&mut self, shelves: Shelves, words: &Words, span: Span, shown: bool, noted: bool) {
        if let Some(at) = self.words.iter().position(|held| held == words) {
            if let Some(held) = self.shown.get_mut(at) {
                *held |= shown;
            }
            return;
        }
        let looked = look_up(shelves, words, self.several);
        if noted && shown {
            self.noted.push((self.words.len(), span));
        }
        self.words.push(words.clone());
        self.looked.push(looked);
        self.shown.push(shown);
    }
}

/// How many words these parts have together.
fn words_in(parts: &[Part]) -> usize {
    let count = |node: &Node| match node {
        Node::All(parts) | Node::Any(parts) => words_in(parts),
        Node::Not(_) | Node::Symbol(_) | Node::Paragraph(_) | Node::Document(_) => 0,
        Node::Words(words) => words.forms.len(),
    };
    parts.iter().map(|part| count(&part.node)).sum()
}

/// The most spellings that are named.
const NAMED: usize = 3;

/// These words as they stand in a sentence: “one”, “two” or “three”.
fn list(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("“{}” or “{last}”", before.join("”, “")),
        _ => format!("“{}”", words.concat()),
    }
}

fn note_on(words: &Words, looked: &Looked, span: Span, best: &dyn Fn(&Form) -> usize) -> Option<Note> {
    let typed = &words.shown;
    match &looked.instead {
        Some((_, Instead::Spelling(taken))) => {
            let forms = || looked.slots.iter().flatten();
            let held = |word: &String| forms().find(|form| form.word == *word).map_or(0, best);
            let mut taken: Vec<&String> = taken.iter().collect();
            sort_by_key(&mut taken, |word| Reverse(held(word)));
            let named: Vec<&str> = taken.iter().take(NAMED).map(|word| word.as_str()).collect();
            let more = taken.len() - named.len();
            let more = if more == 0 { String::new() } else { format!(", and {more} more spelt much the same") };
            let message = format!("nothing has “{typed}”; showing {}{more}", list(&named));
            Some(Note::new("spelling", message, span).with_suggestion(*named.first()?))
        }
        Some((_, Instead::Stem(named))) => {
            let message = format!("nothing has “{typed}”; showing words of the same stem, such as “{named}”");
            Some(Note::new("stems", message, span).with_suggestion(named))
        }
        None if looked.slots.iter().any(Vec::is_empty) => {
            Some(Note::new("not-here", format!("nothing has “{typed}”"), span))
        }
        None => None,
    }
}

/// The words by which a text may name a symbol, where there is more than one.
pub(super) fn words_of_symbol(text: &str) -> Option<Words> {
    let forms = match symbol::read_symbol(text) {
        Some(asked) => asked.words(text),
        None => crate::index::fold_words(text),
    };
    let words = Words { forms, exact: true, prefix: false, scope: Scope::Anywhere, shown: text.to_owned() };
    (words.forms.len() > 1).then_some(words)
}

//! What is shown where no resolution holds all of many words.

use super::ast::{Node, Part, Scope};
use super::evaluate::Evaluator;
use super::note::Note;
use super::places::{look_up, rarity};
use super::sets::DocSet;
use crate::text::Span;

impl Evaluator<'_> {
    /// Where no resolution holds all of many words: those with a paragraph that holds most of them.
    pub(super) fn relax(&mut self, parts: &[Part]) {
        let is_word = |part: &&Part| matches!(&part.node, Node::Words(words) if words.scope == Scope::Anywhere);
        let words: Vec<&Part> = parts.iter().filter(is_word).collect();
        if words.len() < 4 {
            return;
        }
        let rest: Vec<Part> = parts.iter().filter(|part| !is_word(part)).cloned().collect();
        self.answer.entries.clear();
        self.answer.looked.clear();
        self.answer.weights.clear();
        (self.answer.wanted, self.bits) = (0, 0);
        let alive = self.alive.clone();
        let within = self.all_of(&rest, &alive, None);
        let first = self.bits;
        for part in &words {
            let Node::Words(words) = &part.node else { continue };
            let looked = look_up(self.index, words, &self.alive);
            self.words_in(looked, &within, None);
        }
        let weight_of = |weights: &[u32], mask: u32| -> u64 {
            let weights = weights.iter().enumerate().skip(first as usize);
            weights.filter(|&(bit, _)| bit < 32 && mask & 1 << bit != 0).map(|(_, &weight)| u64::from(weight)).sum()
        };
        let most = rarity(self.index.unit_count(), 0);
        let all: u64 = self.answer.weights.iter().skip(first as usize).map(|&weight| u64::from(weight.min(most))).sum();
        self.answer.entries.sort_unstable();
        let mut docs = DocSet::empty(self.index.records().len());
        for same in self.answer.entries.chunk_by(|a, b| a.unit == b.unit) {
            let mask = same.iter().fold(0, |mask, entry| mask | entry.bit);
            if weight_of(&self.answer.weights, mask) * 2 >= all
                && let Some(unit) = same.first().and_then(|entry| self.index.unit(entry.unit))
            {
                docs.insert(unit.doc);
            }
        }
        docs.keep(&within);
        if !docs.is_empty() {
            let message =
                format!("no resolution holds all {} words; these hold most of them in one paragraph", words.len());
            let span = words
                .iter()
                .fold(words.first().map_or(Span::default(), |part| part.span), |all, part| all.join(part.span));
            self.answer.notes.push(Note::new("most-words", message, span));
        }
        self.answer.docs = docs;
    }
}

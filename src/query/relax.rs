//! What is shown where no resolution holds all of many words.

use super::ast::{Node, Part, Scope};
use super::evaluate::{Answer, Evaluator};
use super::note::Note;
use super::places::rarity;
use super::plan::Plan;
use super::sets::DocSet;
use super::shelf::Shelves;
use crate::text::{Span, sort};

/// The least number of words of which some may be missing.
const LEAST: usize = 4;

/// What no resolution holds all words of: those with a paragraph that holds most of them, for each pack.
pub(super) fn relax(shelves: Shelves, plan: &Plan, parts: &[Part]) -> Option<(Vec<Answer>, Note)> {
    let is_word = |part: &&Part| matches!(&part.node, Node::Words(words) if words.scope == Scope::Anywhere);
    let words: Vec<&Part> = parts.iter().filter(is_word).collect();
    if words.len() < LEAST {
        return None;
    }
    let rest: Vec<Part> = parts.iter().filter(|part| !is_word(part)).cloned().collect();
    let answers = (0..shelves.list.len()).map(|at| {
        Evaluator::new(shelves, at, plan).map_or_else(Answer::default, |evaluator| evaluator.relax(&words, &rest))
    });
    let answers: Vec<Answer> = answers.collect();
    if answers.iter().all(|answer| answer.docs.is_empty()) {
        return None;
    }
    let message = format!("no resolution holds all {} words; these hold most of them in one paragraph", words.len());
    let first = words.first().map_or(Span::default(), |part| part.span);
    let span = words.iter().fold(first, |all, part| all.join(part.span));
    Some((answers, Note::new("most-words", message, span)))
}

impl Evaluator<'_> {
    fn relax(mut self, words: &[&Part], rest: &[Part]) -> Answer {
        let alive = self.alive.clone();
        let within = self.all_of(rest, &alive, None);
        let first = self.bits;
        let plan = self.plan;
        for part in words {
            let Node::Words(words) = &part.node else { continue };
            if let Some(looked) = plan.find(words) {
                self.words_in(looked, &within, None);
            }
        }
        let weight_of = |weights: &[u32], mask: u32| -> u64 {
            let weights = weights.iter().enumerate().skip(first as usize);
            weights.filter(|&(bit, _)| bit < 32 && mask & 1 << bit != 0).map(|(_, &weight)| u64::from(weight)).sum()
        };
        let most = rarity(self.shelves.unit_count(), 0);
        let all: u64 = self.answer.weights.iter().skip(first as usize).map(|&weight| u64::from(weight.min(most))).sum();
        sort(&mut self.answer.entries);
        let mut docs = DocSet::empty(self.shelf.pack.doc_count() as usize);
        for same in self.answer.entries.chunk_by(|a, b| (a.doc, a.paragraph) == (b.doc, b.paragraph)) {
            let mask = same.iter().fold(0, |mask, entry| mask | entry.bit);
            if weight_of(&self.answer.weights, mask) * 2 >= all
                && let Some(entry) = same.first()
            {
                docs.insert(entry.doc);
            }
        }
        docs.keep(&within);
        self.answer.docs = docs;
        self.answer
    }
}

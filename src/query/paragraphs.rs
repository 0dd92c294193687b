//! Paragraphs that filters ask for.

use super::ast::{Node, ParagraphFilter, Part, Scope, Words};
use super::evaluate::Evaluator;
use super::forms::Nearness;
use super::places::{Looked, find_places};
use super::symbol;
use crate::index::{Fact, TermId, UnitId, read_step};
use crate::text::Span;

impl Evaluator<'_> {
    /// Paragraphs for which every part holds, in rising order.
    pub(super) fn units_of_all(&mut self, parts: &[&Part]) -> Vec<UnitId> {
        let mut units: Option<Vec<UnitId>> = None;
        for part in parts {
            let found = self.units_of(&part.node, part.span);
            units = Some(match units {
                None => found,
                Some(mut held) => {
                    held.retain(|unit| found.binary_search(unit).is_ok());
                    held
                }
            });
        }
        let mut units = units.unwrap_or_default();
        units.retain(|&unit| self.index.unit(unit).is_some_and(|unit| self.alive.contains(unit.doc)));
        units
    }

    fn units_of(&mut self, node: &Node, span: Span) -> Vec<UnitId> {
        match node {
            Node::All(parts) => self.units_of_all(&parts.iter().collect::<Vec<_>>()),
            Node::Any(parts) => {
                let mut units: Vec<UnitId> =
                    parts.iter().flat_map(|part| self.units_of(&part.node, part.span)).collect();
                units.sort_unstable();
                units.dedup();
                units
            }
            Node::Words(words) => self.units_with_words(words, span),
            Node::Paragraph(filter) => self.units_with(filter),
            Node::Document(_) | Node::Symbol(_) | Node::Not(_) => Vec::new(),
        }
    }

    fn units_with_words(&mut self, words: &Words, span: Span) -> Vec<UnitId> {
        let looked = self.look_up(words, span);
        let alive = self.alive.clone();
        let mut places = find_places(self.index, &looked, &alive);
        self.answer.looked.push(looked);
        if words.scope == Scope::Lead {
            // A paragraph may do more than one thing: its further lead phrases are facts of their own.
            let slots = words.forms.iter().map(|word| {
                let term = self.index.terms().find(&Fact::LEAD.term(word));
                term.map(|term| (term, Nearness::Exact)).into_iter().collect()
            });
            let more = Looked { slots: slots.collect(), scope: Scope::To, instead: None, weight: 1, most: 0 };
            places.extend(find_places(self.index, &more, &alive));
        }
        let mut units: Vec<UnitId> = places.iter().map(|place| place.unit).collect();
        units.sort_unstable();
        units.dedup();
        units
    }

    fn units_with(&mut self, filter: &ParagraphFilter) -> Vec<UnitId> {
        self.answer.asks_of_acts |= matches!(filter, ParagraphFilter::Step { .. } | ParagraphFilter::Concept(_));
        match filter {
            ParagraphFilter::Zone(zones) => {
                self.units_with_terms(zones.iter().filter_map(|zone| self.fact(Fact::ZONE, zone)))
            }
            ParagraphFilter::Step { ladder, steps, .. } => self.units_with_facts(Fact::STEP, |text| {
                read_step(text).is_some_and(|(found, step)| found == *ladder && (steps.0..=steps.1).contains(&step))
            }),
            ParagraphFilter::Concept(concept) => {
                self.units_with_facts(Fact::CONCEPT, |text| is_intensified(text, concept))
            }
            ParagraphFilter::Stance(stance) => self.units_with_terms(self.fact(Fact::STANCE, stance).into_iter()),
            ParagraphFilter::Cites(work) => self.units_citing(work),
        }
    }

    fn fact(&self, fact: Fact, text: &str) -> Option<TermId> {
        self.index.terms().find(&fact.term(text))
    }

    fn units_with_facts(&self, fact: Fact, holds: impl Fn(&str) -> bool) -> Vec<UnitId> {
        let prefix = fact.prefix();
        let terms = self.index.with_prefix(&prefix);
        self.units_with_terms(terms.filter(|&id| fact.text_of(self.index.terms().term(id)).is_some_and(&holds)))
    }

    fn units_with_terms(&self, terms: impl Iterator<Item = TermId>) -> Vec<UnitId> {
        let mut units = Vec::new();
        let mut positions = Vec::new();
        for list in terms.filter_map(|term| self.index.postings(term)) {
            let mut cursor = list.cursor();
            units.extend(std::iter::from_fn(|| cursor.next(&mut positions)));
        }
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Paragraphs that cite a work by this symbol or id, or by these words.
    pub(super) fn units_citing(&self, work: &str) -> Vec<UnitId> {
        let asked = symbol::read_symbol(work);
        let wanted = work.trim().to_lowercase();
        let mut units = self.units_with_facts(Fact::TARGET, |target| {
            target.to_lowercase() == wanted || asked.as_ref().is_some_and(|asked| asked.agrees_with_id(target))
        });
        if asked.is_none() {
            let slots = crate::index::fold_words(work).into_iter().map(|word| {
                let term = self.fact(Fact::CITED, &word);
                term.map(|term| (term, Nearness::Exact)).into_iter().collect()
            });
            let looked = Looked { slots: slots.collect(), scope: Scope::To, instead: None, weight: 1, most: 0 };
            if !looked.slots.is_empty() {
                units.extend(find_places(self.index, &looked, &self.alive).iter().map(|place| place.unit));
            }
            units.sort_unstable();
            units.dedup();
        }
        units
    }
}

/// Whether a concept is `wanted` itself or an intensified form of it: `strongly_condemn` for `condemn`.
fn is_intensified(concept: &str, wanted: &str) -> bool {
    const INTENSIFYING: [&str; 20] = [
        "strongly",
        "strong",
        "strongest",
        "unequivocally",
        "urgently",
        "deep",
        "deeply",
        "grave",
        "gravely",
        "serious",
        "great",
        "also",
        "further",
        "again",
        "once",
        "express",
        "its",
        "fully",
        "solemnly",
        "firmly",
    ];
    let mut wanted = wanted.split('_').peekable();
    for piece in concept.split('_') {
        if wanted.peek() == Some(&piece) {
            wanted.next();
        } else if !INTENSIFYING.contains(&piece) {
            return false;
        }
    }
    wanted.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_intensified_forms_of_a_concept() {
        for concept in ["condemn", "strongly_condemn", "condemn_strongest", "condemn_unequivocally"] {
            assert!(is_intensified(concept, "condemn"), "{concept}");
        }
        for (concept, wanted) in [
            ("take_note", "note"),
            ("note_interest", "note"),
            ("condemn", "strongly_condemn"),
            ("recommend", "commend"),
        ] {
            assert!(!is_intensified(concept, wanted), "{concept}");
        }
    }
}

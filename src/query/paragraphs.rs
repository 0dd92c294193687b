//! Paragraphs that filters ask for.

use super::ast::{Node, ParagraphFilter, Part, Words};
use super::evaluate::Evaluator;
use super::places::{find_entries, look_up_fact};
use super::symbol::{self, Asked};
use crate::index::{BETWEEN, DocId, Fact, TermInfo, read_step, target_text};

/// A paragraph: of which resolution, and which of its own.
pub(super) type UnitId = (DocId, u32);

impl Evaluator<'_> {
    /// Paragraphs for which every part holds, in rising order.
    pub(super) fn units_of_all(&mut self, parts: &[&Part]) -> Vec<UnitId> {
        let mut units: Option<Vec<UnitId>> = None;
        for part in parts {
            let found = self.units_of(&part.node);
            units = Some(match units {
                None => found,
                Some(mut held) => {
                    held.retain(|unit| found.binary_search(unit).is_ok());
                    held
                }
            });
        }
        let mut units = units.unwrap_or_default();
        units.retain(|&(doc, _)| self.shelf.is_alive(doc));
        units
    }

    fn units_of(&mut self, node: &Node) -> Vec<UnitId> {
        match node {
            Node::All(parts) => self.units_of_all(&parts.iter().collect::<Vec<_>>()),
            Node::Any(parts) => sorted(parts.iter().flat_map(|part| self.units_of(&part.node)).collect()),
            Node::Words(words) => self.units_with_words(words),
            Node::Paragraph(filter) => self.units_with(filter),
            Node::Document(_) | Node::Symbol(_) | Node::Not(_) => Vec::new(),
        }
    }

    fn units_with_words(&self, words: &Words) -> Vec<UnitId> {
        let Some(looked) = self.plan.find(words) else { return Vec::new() };
        let found = find_entries(&self.shelf, self.at, looked, &self.alive, (0, false));
        found.iter().map(|entry| (entry.doc, entry.paragraph)).collect()
    }

    fn units_with(&self, filter: &ParagraphFilter) -> Vec<UnitId> {
        match filter {
            ParagraphFilter::Zone(zones) => {
                self.units_with_terms(zones.iter().filter_map(|zone| self.fact(Fact::ZONE, zone)).collect())
            }
            ParagraphFilter::Step { ladder, steps, .. } => self.units_with_facts(Fact::STEP, "", |text| {
                read_step(text).is_some_and(|(found, step)| found == *ladder && (steps.0..=steps.1).contains(&step))
            }),
            ParagraphFilter::Concept(concept) => {
                self.units_with_facts(Fact::CONCEPT, "", |text| is_intensified(text, concept))
            }
            ParagraphFilter::Stance(stance) => {
                self.units_with_terms(self.fact(Fact::STANCE, stance).into_iter().collect())
            }
            ParagraphFilter::Cites(work) => self.units_citing(work),
        }
    }

    fn fact(&self, fact: Fact, text: &str) -> Option<TermInfo> {
        self.shelf.pack.find(&fact.term(text))
    }

    fn units_with_facts(&self, fact: Fact, from: &str, holds: impl Fn(&str) -> bool) -> Vec<UnitId> {
        let mut terms = Vec::new();
        self.shelf.pack.for_each_with_prefix(&fact.term(from), |term, info| {
            if fact.text_of(term).is_some_and(&holds) {
                terms.push(info);
            }
            true
        });
        self.units_with_terms(terms)
    }

    fn units_with_terms(&self, terms: Vec<TermInfo>) -> Vec<UnitId> {
        let mut units = Vec::new();
        for info in terms {
            let mut list = self.shelf.pack.postings(info);
            units.extend(std::iter::from_fn(|| list.next()).map(|found| (found.doc, found.paragraph)));
        }
        sorted(units)
    }

    /// Paragraphs that cite a work by this symbol or id, or by these words.
    pub(super) fn units_citing(&self, work: &str) -> Vec<UnitId> {
        let wanted = target_text(work.trim());
        let asked = symbol::read_symbol(work);
        let Some(asked) = asked else {
            let mut units = self.units_with_terms(self.fact(Fact::TARGET, &wanted).into_iter().collect());
            let words = crate::index::fold_words(work);
            if !words.is_empty() {
                let looked = look_up_fact(self.shelves, Fact::CITED, &words);
                let found = find_entries(&self.shelf, self.at, &looked, &self.alive, (0, false));
                units.extend(found.iter().map(|entry| (entry.doc, entry.paragraph)));
            }
            return sorted(units);
        };
        self.units_citing_symbol(&asked, &wanted)
    }

    /// Paragraphs that cite a work whose id agrees with a symbol, or is `wanted`.
    fn units_citing_symbol(&self, asked: &Asked, wanted: &str) -> Vec<UnitId> {
        self.units_with_facts(Fact::TARGET, &asked.numbers(), |text| {
            let id = text.split_once(BETWEEN).map_or(text, |(_, id)| id);
            text == wanted || asked.agrees_with_id(id)
        })
    }
}

fn sorted(mut units: Vec<UnitId>) -> Vec<UnitId> {
    units.sort_unstable();
    units.dedup();
    units
}

/// Whether a concept is `wanted` itself or an intensified form of it: `strongly_condemn` for `condemn`.
pub(super) fn is_intensified(concept: &str, wanted: &str) -> bool {
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

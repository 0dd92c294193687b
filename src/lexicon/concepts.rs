//! The concepts that lead phrases express, with their step on the default scale.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::ladder::{Ladder, read_ladder};
use super::table::{read_rows, table};

/// What a concept holds of the modifiers that make a phrase stronger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// Steps of intensity: *strongly condemns* holds one.
    Degree(u8),
    /// That something is said again: *reaffirms*.
    Repetition,
}

/// What a lead phrase expresses, in any language.
///
/// Source: the lexicon of lead phrases measured on General Assembly sessions 75 to 80 and Security
/// Council texts of 1946 to 1994; forces are the convention of the scale `whereas-1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// Its id: `strongly_condemn`.
    pub id: &'static str,
    /// The kind of act: `eval-`, `direct`, `assert` and so on.
    pub family: &'static str,
    /// Toward the object: 1 approving, -1 disapproving, 0 neither.
    pub polarity: i8,
    /// Its step on the ladder; `None` where the act has no strength.
    pub force: Option<u8>,
    /// The ladder; `None` for acts that have none.
    pub ladder: Option<Ladder>,
    /// Which modifiers its step counts already.
    pub(super) holds: Held,
}

static TABLE: &str = table!("data/concepts.tsv", 6);

/// The concepts in the order of the table.
pub(super) fn concepts() -> &'static [Concept] {
    static CONCEPTS: OnceLock<Vec<Concept>> = OnceLock::new();
    CONCEPTS.get_or_init(|| read_rows(TABLE).map(read_concept).collect())
}

/// The concept with this id. Costs one look-up.
#[must_use]
pub fn find_concept(id: &str) -> Option<&'static Concept> {
    static PLACES: OnceLock<FxHashMap<&'static str, &'static Concept>> = OnceLock::new();
    PLACES.get_or_init(|| concepts().iter().map(|concept| (concept.id, concept)).collect()).get(id).copied()
}

fn read_concept([id, family, polarity, force, ladder, holds]: [&'static str; 6]) -> Concept {
    let ladder = read_ladder(ladder);
    Concept {
        id,
        family,
        polarity: polarity.parse().unwrap_or(0),
        force: ladder.and(force.parse().ok()),
        ladder,
        holds: if holds == "again" { Held::Repetition } else { Held::Degree(holds.parse().unwrap_or(0)) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_step_of_a_concept_on_its_ladder() {
        let concept = find_concept("strongly_condemn").unwrap();
        assert_eq!((concept.ladder, concept.force, concept.polarity), (Some(Ladder::Censure), Some(8), -1));
        let recall = find_concept("recall").unwrap();
        assert_eq!((recall.ladder, recall.force), (None, None));
    }
}

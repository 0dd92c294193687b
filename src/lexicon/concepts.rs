//! The concepts that lead phrases express, with their step on the default scale.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::ladder::Ladder;
use super::table::read_rows;

/// The scale that forces are taken from unless the caller names another.
pub const SCALE: &str = "whereas-1";

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
}

const TABLE: &str = include_str!("data/concepts.tsv");

/// The concept with this id. Costs one look-up.
#[must_use]
pub fn find_concept(id: &str) -> Option<&'static Concept> {
    static CONCEPTS: OnceLock<HashMap<&'static str, Concept>> = OnceLock::new();
    CONCEPTS.get_or_init(|| read_rows::<5>(TABLE).map(|row| (row[0], read_concept(row))).collect()).get(id)
}

fn read_concept([id, family, polarity, force, ladder]: [&'static str; 5]) -> Concept {
    let ladder = match ladder {
        "censure" => Some(Ladder::Censure),
        "praise" => Some(Ladder::Praise),
        "direct" => Some(Ladder::Direct),
        "assert" => Some(Ladder::Assert),
        "support" => Some(Ladder::Support),
        "commit" => Some(Ladder::Commit),
        _ => None,
    };
    Concept { id, family, polarity: polarity.parse().unwrap_or(0), force: ladder.and(force.parse().ok()), ladder }
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

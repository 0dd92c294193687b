//! Phrases that a body calls neither approval nor disapproval, by a rule of its own.

use super::concepts::Concept;
use super::table::{forms, read_rows};

/// The rule by which an organ calls what a phrase expresses neutral: `decision 55/488`; `None` where no
/// rule of that organ says so. Costs a comparison with each line of the table.
///
/// Source: General Assembly decision 55/488, by which *takes note of* and *notes* are neutral terms that
/// constitute neither approval nor disapproval.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{find_concept, find_neutral_rule};
///
/// let note = find_concept("take_note").unwrap();
/// assert_eq!(find_neutral_rule("un", "ga", note), Some("decision 55/488"));
/// assert_eq!(find_neutral_rule("oic", "cfm", note), None);
/// ```
#[must_use]
pub fn find_neutral_rule(body: &str, organ: &str, concept: &Concept) -> Option<&'static str> {
    // Every rule is about noting something, and few phrases are.
    if concept.family != "note" {
        return None;
    }
    read_rows::<4>(include_str!("data/neutral_rules.tsv"))
        .find(|[of, by, cell, _]| *of == body && *by == organ && forms(cell).any(|id| id == concept.id))
        .map(|[_, _, _, rule]| rule)
}

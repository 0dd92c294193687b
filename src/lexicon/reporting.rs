//! The verbs by which news items report what a text does.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::concepts::{Concept, find_concept};
use super::table::{read_rows, table};
use crate::text::sort_by_key;

static TABLE: &str = table!("data/reporting_verbs.tsv", 5);

/// What a reporting verb is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// It reports an act of the body: *condemned*.
    Act,
    /// It reports what someone said: *told*.
    Speech,
    /// It reports what stands in a text: *reads*.
    Text,
    /// It says nothing by itself, and lives on what follows: *expressed*, *was met with*.
    Light,
    /// It names who reports: *informs*.
    Source,
}

/// One reporting verb, in every form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingVerb {
    /// What it is used for.
    pub kind: ReportKind,
    /// The concept that it expresses; `None` where it expresses none.
    pub concept: Option<&'static Concept>,
    /// Ids of the other concepts that it is an accepted rendering of, apart by `; `.
    renders: &'static str,
}

impl ReportingVerb {
    /// Whether the verb is an accepted rendering of the concept with this id: its own, or one that
    /// the table names. Additions such as `recall_also` count as the concept they add to.
    #[must_use]
    pub fn is_rendering_of(&self, id: &str) -> bool {
        let base = id.strip_suffix("_also").or_else(|| id.strip_suffix("_further")).unwrap_or(id);
        let own = self.concept.is_some_and(|concept| concept.id == id || concept.id == base);
        own || self.renders.split(';').any(|render| render.trim() == base)
    }
}

/// The forms by first word, longest first.
type Forms = FxHashMap<&'static str, Vec<(Vec<&'static str>, usize)>>;

fn tables() -> &'static (Vec<ReportingVerb>, Forms) {
    static TABLES: OnceLock<(Vec<ReportingVerb>, Forms)> = OnceLock::new();
    TABLES.get_or_init(|| {
        let (mut verbs, mut forms) = (Vec::new(), Forms::default());
        for [_, cell, kind, concept, renders] in read_rows::<5>(TABLE) {
            let kind = match kind {
                "act" => ReportKind::Act,
                "speech" => ReportKind::Speech,
                "text" => ReportKind::Text,
                "light" => ReportKind::Light,
                _ => ReportKind::Source,
            };
            for form in cell.split(';') {
                let words: Vec<_> = form.split_whitespace().collect();
                if let Some(&first) = words.first() {
                    forms.entry(first).or_default().push((words, verbs.len()));
                }
            }
            verbs.push(ReportingVerb { kind, concept: find_concept(concept), renders });
        }
        for list in forms.values_mut() {
            sort_by_key(list, |(words, _)| std::cmp::Reverse(words.len()));
        }
        (verbs, forms)
    })
}

/// The reporting verb that the folded words of `next` begin with, and how many words it takes.
///
/// Costs one look-up and a comparison with the forms that share the first word.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::match_reporting_verb;
///
/// let words = ["took", "note", "of", "the"];
/// let (taken, verb) = match_reporting_verb(|at| words.get(at).copied()).unwrap();
/// assert_eq!((taken, verb.concept.unwrap().id), (3, "take_note"));
/// ```
pub fn match_reporting_verb<'a>(
    mut next: impl FnMut(usize) -> Option<&'a str>,
) -> Option<(usize, &'static ReportingVerb)> {
    let (verbs, forms) = tables();
    let list = forms.get(next(0)?)?;
    let (words, verb) =
        list.iter().find(|(words, _)| words.iter().enumerate().all(|(at, word)| next(at) == Some(word)))?;
    Some((words.len(), verbs.get(*verb)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(form: &str) -> &'static ReportingVerb {
        let words: Vec<_> = form.split(' ').collect();
        match_reporting_verb(|at| words.get(at).copied()).unwrap().1
    }

    #[test]
    fn knows_accepted_renderings() {
        assert!(verb("confirmed").is_rendering_of("reaffirm"));
        assert!(verb("recalled").is_rendering_of("recall_further"));
        assert!(!verb("condemned").is_rendering_of("strongly_condemn"));
        assert!(!verb("was met with").is_rendering_of("disapprove"));
    }

    #[test]
    fn knows_every_concept_that_the_table_names() {
        for [_, forms, kind, concept, renders] in read_rows::<5>(TABLE) {
            assert_eq!(find_concept(concept).is_some(), kind == "act", "{forms}");
            for render in renders.split(';').map(str::trim).filter(|render| !render.is_empty()) {
                assert!(find_concept(render).is_some(), "{forms}: {render}");
            }
        }
    }
}

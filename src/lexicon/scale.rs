//! Scales of force: which step of which ladder a lead phrase stands on, by whom.
//!
//! A scale is a convention with an author, and the caller chooses it. What one scale says is never
//! compared with what another says, and a step of one ladder never with a step of another.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use serde::Serialize;

use super::concepts::{Concept, concepts};
use super::ladder::{Ladder, read_ladder};
use super::leads::LeadMatch;
use super::table::{forms, read_rows};

/// The id of the scale that forces are taken from unless the caller names another.
pub const SCALE: &str = "whereas-1";

const TABLE: &str = include_str!("data/scales.tsv");

/// A named scale of force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scale {
    /// Its id: `whereas-1`.
    pub id: &'static str,
    /// Who made it.
    pub author: &'static str,
    /// The work that it was published in, or what it is.
    pub title: &'static str,
    /// Where that is found.
    pub source: &'static str,
    /// Whether a modifier (*strongly*, *once again*) adds to a step.
    pub modifiers: bool,
    /// Its ladders, each with its steps from the weakest.
    pub ladders: Vec<Rungs>,
    #[serde(skip)]
    steps: FxHashMap<&'static str, (Ladder, u8)>,
}

/// A ladder of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rungs {
    /// Which ladder.
    pub ladder: Ladder,
    /// Its steps, the weakest first.
    pub steps: Vec<Rung>,
}

/// A step of a ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rung {
    /// Its number on the ladder.
    pub step: u8,
    /// The concepts that stand on it.
    pub concepts: Vec<&'static str>,
}

/// Where a lead phrase stands on a scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Force {
    /// The ladder; `None` where the scale ranks no phrase of the kind.
    pub ladder: Option<Ladder>,
    /// The step on it.
    pub step: Option<u8>,
}

/// Every scale that is known, the default first.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::scales;
///
/// let ids: Vec<&str> = scales().iter().map(|scale| scale.id).collect();
/// assert_eq!(ids, ["whereas-1", "gruenberg-2009", "model-diplomat"]);
/// assert!(scales().iter().all(|scale| !scale.author.is_empty() && !scale.source.is_empty()));
/// ```
#[must_use]
pub fn scales() -> &'static [Scale] {
    static SCALES: OnceLock<Vec<Scale>> = OnceLock::new();
    SCALES.get_or_init(|| read_rows(TABLE).map(read_scale).collect())
}

/// The scale `whereas-1`.
pub(crate) fn default_scale() -> &'static Scale {
    static DEFAULT: OnceLock<Scale> = OnceLock::new();
    DEFAULT.get_or_init(|| read_scale(read_rows(TABLE).next().unwrap_or([SCALE, "", "", "yes", ""])))
}

fn read_scale([id, author, title, modifiers, source]: [&'static str; 5]) -> Scale {
    let ladders = if id == SCALE { own_ladders() } else { published_ladders(id) };
    let steps = ladders
        .iter()
        .flat_map(|rungs| rungs.steps.iter().map(|rung| (rungs.ladder, rung)))
        .flat_map(|(ladder, rung)| rung.concepts.iter().map(move |id| (*id, (ladder, rung.step))))
        .collect();
    Scale { id, author, title, source, modifiers: modifiers == "yes", ladders, steps }
}

/// The scale with this id; `None` where there is none.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::find_scale;
///
/// assert_eq!(find_scale("gruenberg-2009").unwrap().author, "Justin S. Gruenberg");
/// assert!(find_scale("mine").is_none());
/// ```
#[must_use]
pub fn find_scale(id: &str) -> Option<&'static Scale> {
    scales().iter().find(|scale| scale.id == id)
}

impl Scale {
    /// Where a lead phrase stands: the step of what it expresses, and where the scale counts them, one
    /// or two steps more for its modifiers, up to the top of the ladder. Costs one look-up.
    #[must_use]
    pub fn force_of(&self, lead: &LeadMatch) -> Force {
        let Some(concept) = lead.concept else { return Force::default() };
        let Some(&(ladder, step)) = self.steps.get(concept.id) else { return Force::default() };
        let more = if self.modifiers { lead.raised } else { 0 };
        Force { ladder: Some(ladder), step: Some((step + more).min(self.top_of(ladder).max(step))) }
    }

    fn top_of(&self, ladder: Ladder) -> u8 {
        let rungs = self.ladders.iter().find(|rungs| rungs.ladder == ladder);
        rungs.and_then(|rungs| rungs.steps.last()).map_or(0, |rung| rung.step)
    }
}

/// The ladders of the scale whose steps stand in the table of concepts.
fn own_ladders() -> Vec<Rungs> {
    let mut ladders = Vec::new();
    for Concept { id, ladder, force, .. } in concepts() {
        if let (Some(ladder), Some(step)) = (ladder, force) {
            put(&mut ladders, *ladder, *step, id);
        }
    }
    ladders
}

fn published_ladders(scale: &str) -> Vec<Rungs> {
    let mut ladders = Vec::new();
    for [of, ladder, step, cell] in read_rows::<4>(include_str!("data/scale_steps.tsv")) {
        if let (true, Some(ladder), Ok(step)) = (of == scale, read_ladder(ladder), step.parse()) {
            forms(cell).for_each(|id| put(&mut ladders, ladder, step, id));
        }
    }
    ladders
}

fn put(ladders: &mut Vec<Rungs>, ladder: Ladder, step: u8, concept: &'static str) {
    let at = ladders.iter().position(|rungs| rungs.ladder == ladder).unwrap_or_else(|| {
        ladders.push(Rungs { ladder, steps: Vec::new() });
        ladders.len() - 1
    });
    let Some(rungs) = ladders.get_mut(at) else { return };
    match rungs.steps.binary_search_by_key(&step, |rung| rung.step) {
        Ok(at) => {
            if let Some(rung) = rungs.steps.get_mut(at) {
                rung.concepts.push(concept);
            }
        }
        Err(at) => rungs.steps.insert(at, Rung { step, concepts: vec![concept] }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Language, LeadFinder, LeadZone, find_concept};

    fn step(scale: &str, code: &str, zone: LeadZone, text: &str) -> (Option<Ladder>, Option<u8>) {
        let lead = LeadFinder::new().find(text, Language::from_code(code).unwrap(), zone).unwrap();
        let force = find_scale(scale).unwrap().force_of(&lead);
        (force.ladder, force.step)
    }

    #[test]
    fn every_step_is_that_of_a_concept() {
        for scale in scales() {
            assert!(!scale.ladders.is_empty(), "{}", scale.id);
            for id in scale.steps.keys() {
                assert!(find_concept(id).is_some(), "{}: {id}", scale.id);
            }
        }
    }

    #[test]
    fn ranks_the_same_phrase_as_the_author_of_each_scale_does() {
        let urges = "Urges Member States to assist";
        let calls = "Calls upon Member States to assist";
        let direct = |step| (Some(Ladder::Direct), Some(step));
        assert_eq!(step("whereas-1", "en", LeadZone::Operative, urges), direct(6));
        assert_eq!(step("whereas-1", "en", LeadZone::Operative, calls), direct(5));
        assert_eq!(step("gruenberg-2009", "en", LeadZone::Operative, urges), direct(5));
        assert_eq!(step("gruenberg-2009", "en", LeadZone::Operative, calls), direct(2));
        assert_eq!(step("model-diplomat", "en", LeadZone::Operative, urges), direct(3));
        assert_eq!(step("model-diplomat", "en", LeadZone::Operative, calls), direct(4));
        assert_eq!(step("gruenberg-2009", "en", LeadZone::Operative, "Decides to extend"), direct(1));
        assert_eq!(step("whereas-1", "en", LeadZone::Operative, "Decides to extend"), (None, None));
        assert_eq!(step("model-diplomat", "en", LeadZone::Operative, "Condemns the acts"), (None, None));
    }

    #[test]
    fn a_modifier_adds_to_the_step_where_the_phrase_does_not_hold_it_already() {
        for (code, zone, text, expected) in [
            ("en", LeadZone::Operative, "Strongly condemns the acts", 8),
            ("en", LeadZone::Operative, "Also strongly condemns the acts", 8),
            ("en", LeadZone::Operative, "Condemns the acts", 7),
            ("en", LeadZone::Operative, "Condemns in the strongest terms the acts", 9),
            ("en", LeadZone::Operative, "Once again demands that they stop", 9),
            ("en", LeadZone::Operative, "Reaffirms its resolution", 4),
            ("en", LeadZone::Preambular, "Deeply regretting the loss", 4),
            ("en", LeadZone::Preambular, "Gravely concerned at the loss", 4),
            ("fr", LeadZone::Operative, "Exhorte les États", 6),
            ("fr", LeadZone::Operative, "Demande de nouveau aux États", 6),
            ("es", LeadZone::Operative, "Exhorta una vez más a los Estados", 6),
            ("ru", LeadZone::Operative, "настоятельно призывает государства", 6),
            ("ru", LeadZone::Operative, "решительно осуждает", 8),
            ("ar", LeadZone::Operative, "تدين بشدة", 8),
            ("zh", LeadZone::Operative, "强烈谴责", 8),
        ] {
            assert_eq!(step("whereas-1", code, zone, text).1, Some(expected), "{text}");
        }
        // A scale whose author gives modifiers no number leaves the step alone.
        assert_eq!(step("gruenberg-2009", "en", LeadZone::Operative, "Strongly condemns the acts").1, Some(4));
    }
}

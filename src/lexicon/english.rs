//! How an English lead phrase is made: adverbs, a verb, and what the drafters set apart with it.
//!
//! | part | examples |
//! |---|---|
//! | adverbs before | *Also*, *Further*, *Once again*, *Strongly* |
//! | listed phrase or verb form | *recalls*, *takes note*, *Recalling* |
//! | adverbs after | *also*, *further*, *once again* |
//! | manner | *with deep concern*, *in the strongest terms* |
//! | attitude after *express* | *its grave concern*, *hope* |

use super::Language;
use super::concepts::Concept;
use super::leads::{LeadZone, match_listed};

type Found = (usize, Option<&'static Concept>, bool);

const BEFORE: [&str; 26] = [
    "also",
    "further",
    "furthermore",
    "once again",
    "once more",
    "again",
    "strongly",
    "deeply",
    "gravely",
    "seriously",
    "fully",
    "firmly",
    "equally",
    "urgently",
    "solemnly",
    "hereby",
    "unequivocally",
    "profoundly",
    "greatly",
    "highly",
    "particularly",
    "extremely",
    "ever",
    "still",
    "especially",
    "vigorously",
];

const AFTER: [&str; 9] =
    ["also", "further", "once again", "once more", "again", "equally", "strongly", "unequivocally", "in particular"];

const DEGREES: [&str; 30] = [
    "deep",
    "great",
    "grave",
    "serious",
    "profound",
    "utmost",
    "particular",
    "sincere",
    "full",
    "strong",
    "continued",
    "continuing",
    "increasing",
    "extreme",
    "deepest",
    "warm",
    "growing",
    "firm",
    "unwavering",
    "keen",
    "special",
    "high",
    "unequivocal",
    "gravest",
    "strongest",
    "heartfelt",
    "further",
    "renewed",
    "steadfast",
    "its",
];

const ATTITUDES: [&str; 40] = [
    "abhorrence",
    "alarm",
    "anxiety",
    "appreciation",
    "approval",
    "belief",
    "compassion",
    "concern",
    "concerns",
    "condemnation",
    "condolences",
    "confidence",
    "conviction",
    "desire",
    "determination",
    "disappointment",
    "disapproval",
    "dismay",
    "encouragement",
    "expectation",
    "gratification",
    "gratitude",
    "hope",
    "indignation",
    "intention",
    "interest",
    "opposition",
    "outrage",
    "preoccupation",
    "readiness",
    "regret",
    "resolve",
    "sadness",
    "satisfaction",
    "shock",
    "solidarity",
    "sorrow",
    "support",
    "sympathy",
    "thanks",
];

/// Forms of a preambular lead that are not an `-ing` or `-ed` form.
const ADJECTIVES: [&str; 6] = ["aware", "mindful", "conscious", "desirous", "anxious", "cognizant"];

/// Words in `-ing`, `-ed` or `-s` that begin sentences without being a lead.
const NO_LEADS: [&str; 14] = [
    "during",
    "united",
    "states",
    "this",
    "as",
    "its",
    "parties",
    "nations",
    "members",
    "according",
    "pending",
    "unless",
    "thus",
    "towards",
];

/// The lead phrase that `folded` begins with.
pub(super) fn match_lead(folded: &str, zone: LeadZone) -> Option<Found> {
    if let Some(whole) = match_core(folded, zone) {
        return Some(extend(folded, whole));
    }
    let skipped = skip_words(folded, &BEFORE);
    if skipped == 0 {
        return None;
    }
    let rest = folded.get(skipped..)?;
    let (len, concept, listed) = match_core(rest, zone)?;
    Some(extend(folded, (len + skipped, concept, listed)))
}

/// A listed phrase, or a word that has the form of a verb.
fn match_core(folded: &str, zone: LeadZone) -> Option<Found> {
    if let Some((len, concept)) = match_listed(folded, Language::En, zone) {
        return Some((len, concept, true));
    }
    let end = folded.find(|next: char| !next.is_alphabetic() && next != '-').unwrap_or(folded.len());
    let word = folded.get(..end)?;
    let formed = match zone {
        LeadZone::Preambular => word.ends_with("ing") || word.ends_with("ed") || ADJECTIVES.contains(&word),
        LeadZone::Operative => word.ends_with('s') && !word.ends_with("ss"),
    };
    (formed && word.len() > 4 && !NO_LEADS.contains(&word)).then_some((end, None, false))
}

/// The phrase with the adverbs, the manner or the attitude that follow it.
fn extend(folded: &str, (mut len, concept, listed): Found) -> Found {
    for _ in 0..3 {
        let rest = folded.get(len..).unwrap_or("");
        let more = skip_after(rest);
        if more == 0 {
            break;
        }
        len += more;
    }
    (len, concept, listed)
}

/// How many bytes of ` also`, ` with deep concern` or ` in the strongest terms` stand at the start.
fn skip_after(rest: &str) -> usize {
    let Some(words) = rest.strip_prefix(' ') else { return 0 };
    if let Some(adverb) = AFTER.iter().find(|adverb| begins_with_word(words, adverb)) {
        return 1 + adverb.len();
    }
    for opening in ["in the strongest possible terms", "in the strongest terms"] {
        if begins_with_word(words, opening) {
            return 1 + opening.len();
        }
    }
    words.strip_prefix("with ").and_then(skip_attitude).map_or(0, |len| 1 + "with ".len() + len)
}

/// The length of `deep concern` or `appreciation` at the start of `words`.
fn skip_attitude(words: &str) -> Option<usize> {
    let mut at = 0;
    for _ in 0..4 {
        let rest = words.get(at..)?;
        if let Some(noun) = ATTITUDES.iter().find(|noun| begins_with_word(rest, noun)) {
            return Some(at + noun.len());
        }
        let degree = DEGREES.iter().find(|degree| begins_with_word(rest, degree))?;
        at += degree.len();
        let rest = words.get(at..)?;
        at += if rest.starts_with(" and ") { 5 } else { 1 };
    }
    None
}

/// How many bytes of `words`, with the spaces after them, `folded` begins with.
fn skip_words(folded: &str, words: &[&str]) -> usize {
    let mut at = 0;
    while let Some(rest) = folded.get(at..) {
        let Some(word) = words.iter().find(|word| begins_with_word(rest, word)) else { break };
        at += word.len() + usize::from(rest.as_bytes().get(word.len()) == Some(&b' '));
        if at >= folded.len() {
            break;
        }
    }
    at
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(text: &'static str, zone: LeadZone) -> Option<&'static str> {
        match_lead(text, zone).and_then(|(len, _, _)| text.get(..len))
    }

    #[test]
    fn adds_adverbs_and_manner_to_a_listed_phrase() {
        assert_eq!(
            lead("noting also with deep concern the", LeadZone::Preambular),
            Some("noting also with deep concern")
        );
        assert_eq!(lead("also strongly encourages states", LeadZone::Operative), Some("also strongly encourages"));
    }

    #[test]
    fn reads_a_verb_that_is_not_listed() {
        assert_eq!(lead("pledges its help", LeadZone::Operative), Some("pledges"));
        assert_eq!(lead("gravely perturbed by", LeadZone::Preambular), Some("gravely perturbed"));
    }

    #[test]
    fn leaves_a_noun_alone() {
        assert_eq!(lead("united nations system", LeadZone::Preambular), None);
        assert_eq!(lead("states parties", LeadZone::Operative), None);
    }
}

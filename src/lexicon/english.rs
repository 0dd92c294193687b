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
use super::concepts::{Concept, find_concept};
use super::lead_parts::{begins_with_word, parts, skip_after};
use super::leads::{LeadZone, match_listed};

type Found = (usize, Option<&'static Concept>, bool);

/// The lead phrase that `folded` begins with. `attitudes` tells whether the body sets *its full
/// support* apart together with *reaffirms*; with *expresses* every body does.
pub(super) fn match_lead(folded: &str, zone: LeadZone, attitudes: bool) -> Option<Found> {
    // *To urge* stands under a verb; the particle is set apart with it.
    if zone == LeadZone::Infinitive
        && let Some(verb) = folded.strip_prefix("to ")
    {
        return match_lead(verb, zone, attitudes).map(|(len, concept, listed)| (len + "to ".len(), concept, listed));
    }
    if let Some(whole) = match_core(folded, zone, attitudes) {
        return Some(extend(folded, zone, whole, attitudes));
    }
    // Word by word: *also strongly condemns* is *strongly condemns* with an adverb before it.
    let mut skipped = 0;
    let mut formed = None;
    for _ in 0..4 {
        let rest = folded.get(skipped..)?;
        let more = skip_word(rest, &parts(Language::En).before);
        if more == 0 {
            break;
        }
        skipped += more;
        if let Some((len, concept, listed)) = match_core(folded.get(skipped..)?, zone, attitudes) {
            formed = Some((len + skipped, concept, listed));
            if listed {
                break;
            }
        }
    }
    formed.map(|found| extend(folded, zone, found, attitudes))
}

/// A listed phrase, or a word that has the form of a verb.
fn match_core(folded: &str, zone: LeadZone, attitudes: bool) -> Option<Found> {
    let shown = |words: &str| attitudes || words.starts_with("express") || !words.contains(" its ");
    if let Some((len, concept)) = match_listed(folded, Language::En, zone, shown) {
        return Some((len, concept, true));
    }
    let end = folded.find(|next: char| !next.is_alphabetic() && next != '-').unwrap_or(folded.len());
    let word = folded.get(..end)?;
    let formed = match zone {
        LeadZone::Preambular => {
            word.ends_with("ing") || word.ends_with("ed") || parts(Language::En).adjective.contains(&word)
        }
        LeadZone::Operative => word.ends_with('s') && !word.ends_with("ss"),
        LeadZone::Infinitive => false,
    };
    // A noun in the plural has its own verb behind it: *Lighthouses have been put out*.
    let rest = folded.get(end..).unwrap_or("").trim_start();
    let noun = zone == LeadZone::Operative
        && ["have ", "has ", "are ", "were ", "is ", "was ", "must ", "should ", "will ", "shall ", "can ", "may "]
            .iter()
            .any(|verb| rest.starts_with(verb));
    let formed = formed && !noun;
    (formed && word.len() > 4 && !parts(Language::En).no_lead.contains(&word)).then_some((end, None, false))
}

/// The phrase with the adverbs, the manner or the attitude that follow it.
fn extend(folded: &str, zone: LeadZone, (mut len, mut concept, listed): Found, attitudes: bool) -> Found {
    for _ in 0..3 {
        let rest = folded.get(len..).unwrap_or("");
        let more = skip_after(rest, Language::En, zone);
        if more == 0 {
            break;
        }
        len += more;
    }
    let verbs = folded.get(..len).unwrap_or("");
    let has = |stem: &str| verbs.split(' ').any(|word| word.as_bytes().starts_with(stem.as_bytes()));
    let expressing = has("express");
    let taking = &parts(Language::En).taking;
    let takes = || {
        verbs.split(' ').any(|word| {
            let first = word.as_bytes().first();
            taking.iter().any(|stem| stem.as_bytes().first() == first && word.starts_with(*stem))
        })
    };
    if expressing || attitudes && takes() {
        let rest = folded.get(len..).unwrap_or("");
        if let Some((more, noun)) = skip_held(rest, expressing) {
            len += more;
            concept = concept_of_attitude(noun, folded.get(..len).unwrap_or("")).or(concept);
            len += skip_after(folded.get(len..).unwrap_or(""), Language::En, zone);
        }
    }
    len += skip_preposition(folded, len);
    (len, concept, listed)
}

/// The length of ` its deep concern` at the start of `rest`, and its noun. `free` tells whether the
/// pronoun may be missing.
fn skip_held(rest: &str, free: bool) -> Option<(usize, &'static str)> {
    let words = rest.strip_prefix(' ')?;
    let owners: &[&str] = if free { &["its ", "our ", "the "] } else { &["its ", "our "] };
    let owner = owners.iter().find(|owner| words.starts_with(**owner)).map_or(0, |owner| owner.len());
    if owner == 0 && !free {
        return None;
    }
    let mut at = owner;
    for _ in 0..5 {
        let rest = words.get(at..)?;
        let held = parts(Language::En)
            .attitude
            .iter()
            .chain(parts(Language::En).held.iter().filter(|_| owner > 0))
            .find(|noun| begins_with_word(rest, noun));
        if let Some(noun) = held {
            let len = 1 + at + noun.len();
            return Some((len, noun));
        }
        let degree = parts(Language::En).degree.iter().find(|degree| begins_with_word(rest, degree))?;
        at += degree.len();
        at += if words.get(at..)?.starts_with(" and ") { 5 } else { 1 };
    }
    None
}

/// The concept of an attitude, by its noun and how strongly it is put.
fn concept_of_attitude(noun: &str, phrase: &str) -> Option<&'static Concept> {
    let has = |words: &[&str]| words.iter().any(|word| phrase.contains(word));
    let id = match noun {
        "concern" | "concerns" | "preoccupation" | "anxiety" if has(&["grave"]) => "grave_concern",
        "concern" | "concerns" | "preoccupation" | "anxiety"
            if has(&["deep", "profound", "utmost", "extreme", "great"]) =>
        {
            "deep_concern"
        }
        "concern" | "concerns" | "preoccupation" | "anxiety" if has(&["serious"]) => "serious_concern",
        "concern" | "concerns" | "preoccupation" | "anxiety" => "concern",
        "alarm" => "alarm",
        "appreciation" => "express_appreciation",
        "gratitude" | "thanks" => "express_gratitude",
        "satisfaction" | "gratification" => "express_satisfaction",
        "condemnation" if has(&["strong", "unequivocal"]) => "strongly_condemn",
        "condemnation" => "condemn",
        "disapproval" => "disapprove",
        "indignation" => "indignant",
        "outrage" | "abhorrence" => "deplore",
        "regret" => "regret",
        "disappointment" => "disappointed",
        "rejection" | "opposition" => "reject",
        "hope" => "hope",
        "solidarity" | "sympathy" | "condolences" | "compassion" => "solidarity",
        "support" if has(&["strong", "full", "firm", "unwavering", "unequivocal"]) => "strong_support",
        "support" => "express_support",
        "commitment" | "commitments" => "commitment",
        "determination" | "resolve" => "determined",
        "call" => "call_once_again",
        "request" | "invitation" => "request_again",
        "demand" => "demand_again",
        "appeal" => "appeal",
        "conviction" | "belief" => "convinced",
        _ => return None,
    };
    find_concept(id)
}

/// The length of the preposition that *call* takes with it.
fn skip_preposition(folded: &str, len: usize) -> usize {
    let calls =
        folded.get(..len).is_some_and(|phrase| [" call", " calls", " calling"].iter().any(|end| phrase.ends_with(end)));
    let Some(rest) = folded.get(len..).and_then(|rest| rest.strip_prefix(' ')).filter(|_| calls) else { return 0 };
    ["upon", "for", "on"].iter().find(|word| begins_with_word(rest, word)).map_or(0, |word| word.len() + 1)
}

/// How many bytes the one of `words` takes that `folded` begins with, with the space after it.
fn skip_word(folded: &str, words: &[&str]) -> usize {
    let word = words.iter().find(|word| begins_with_word(folded, word));
    word.map_or(0, |word| word.len() + usize::from(folded.as_bytes().get(word.len()) == Some(&b' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(text: &'static str, zone: LeadZone) -> Option<&'static str> {
        match_lead(text, zone, true).and_then(|(len, _, _)| text.get(..len))
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
    fn takes_the_attitude_with_the_verb_where_the_body_does() {
        let text = "reaffirms its full solidarity with";
        assert_eq!(match_lead(text, LeadZone::Operative, true).unwrap().0, "reaffirms its full solidarity".len());
        assert_eq!(match_lead(text, LeadZone::Operative, false).unwrap().0, "reaffirms".len());
        let (len, concept, _) = match_lead("expresses disapproval of", LeadZone::Operative, false).unwrap();
        assert_eq!((len, concept.unwrap().id), ("expresses disapproval".len(), "disapprove"));
    }

    #[test]
    fn leaves_a_noun_alone() {
        assert_eq!(lead("united nations system", LeadZone::Preambular), None);
        assert_eq!(lead("states parties", LeadZone::Operative), None);
    }
}

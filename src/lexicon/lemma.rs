//! Whether two words are forms of one.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::table::read_rows;

const TABLE: &str = include_str!("data/irregular_forms.tsv");

/// The lemma of each listed form. A listed form follows no rule but its line.
fn listed() -> &'static FxHashMap<&'static str, &'static str> {
    static FORMS: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut forms = FxHashMap::default();
        for [_, lemma, cell, _] in read_rows::<4>(TABLE) {
            for form in cell.split(';') {
                forms.entry(form.trim()).or_insert(lemma);
            }
        }
        forms
    })
}

/// Stems that a word may have been formed from. At most [`MOST`].
type Stems<'a> = [Option<(&'a str, &'static str)>; MOST];
const MOST: usize = 6;

/// Whether two folded English words are forms of one: *stressed* and *stresses*, *State* and
/// *States*, *organise* and *organizing*.
///
/// Words that only share an origin are not: *partnership* and *partnering*. Equal words are.
/// Irregular forms come from a table; the rest by the endings *-s -ed -ing* with their spellings.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::is_same_lemma;
///
/// assert!(is_same_lemma("stressed", "stresses"));
/// assert!(is_same_lemma("took", "takes"));
/// assert!(!is_same_lemma("partnership", "partnering"));
/// assert!(!is_same_lemma("shall", "should"));
/// ```
#[must_use]
pub fn is_same_lemma(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // A long run of characters is no word, and is not looked at closely.
    if one.len() > 40 || other.len() > 40 || one.bytes().chain(other.bytes()).any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    match (listed().get(one), listed().get(other)) {
        (Some(one), Some(other)) => one == other,
        (Some(lemma), None) => is_formed_from(other, lemma) || is_plural(other, one),
        (None, Some(lemma)) => is_formed_from(one, lemma) || is_plural(one, other),
        (None, None) => share_stem(one, other) || is_respelt(one, other),
    }
}

fn is_formed_from(word: &str, lemma: &str) -> bool {
    stems(word).into_iter().flatten().any(|(stem, ending)| is_joined(lemma, stem, ending))
}

/// Whether a word is another with an *s*: *findings*, though *finding* is listed as a form of *find*.
fn is_plural(word: &str, other: &str) -> bool {
    other.len() > 4 && word.strip_suffix('s') == Some(other)
}

fn is_joined(whole: &str, stem: &str, ending: &str) -> bool {
    whole.strip_prefix(stem) == Some(ending)
}

fn share_stem(one: &str, other: &str) -> bool {
    let others = stems(other);
    stems(one).into_iter().flatten().any(|(stem, ending)| {
        others.into_iter().flatten().any(|(other, tail)| {
            let (short, short_tail, long, long_tail) =
                if stem.len() < other.len() { (stem, ending, other, tail) } else { (other, tail, stem, ending) };
            long.strip_prefix(short)
                .is_some_and(|more| short_tail.strip_prefix(more).is_some_and(|rest| rest == long_tail))
        })
    })
}

/// The stems of `word`, each as what is left of it and what is put to that.
fn stems<'a>(word: &'a str) -> Stems<'a> {
    let mut found: Stems<'a> = [None; MOST];
    let mut slots = found.iter_mut();
    let mut add = |stem: Option<&'a str>, ending: &'static str| {
        if let (Some(stem), Some(slot)) = (stem.filter(|stem| stem.len() + ending.len() >= 3), slots.next()) {
            *slot = Some((stem, ending));
        }
    };
    add(Some(word), "");
    if let Some(stem) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")) {
        add(Some(stem), "y");
    }
    if let Some(stem) = word.strip_suffix("es").or_else(|| word.strip_suffix("ed")) {
        add(Some(stem), "");
        add(Some(stem), "e");
        add(undouble(stem), "");
    } else if let Some(stem) = word.strip_suffix("ing") {
        add(Some(stem), "");
        add(Some(stem), "e");
        add(undouble(stem), "");
    } else if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        add(Some(stem), "");
    }
    found
}

/// The stem without the second of two equal consonants at its end: *stopp* gives *stop*.
fn undouble(stem: &str) -> Option<&str> {
    let mut letters = stem.bytes().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    let doubled = last == before && last.is_ascii_lowercase() && !matches!(last, b'a' | b'e' | b'i' | b'o' | b'u');
    doubled.then(|| stem.get(..stem.len() - 1)).flatten()
}

/// Whether the two are one word in British and American spelling, in any form: *organisation*,
/// *organizations*; *labour*, *labor*.
fn is_respelt(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (respell(one), respell(other)) else { return false };
    one == other || share_stem(&one, &other)
}

/// The American spelling of an ASCII word.
fn respell(word: &str) -> Option<String> {
    if !word.is_ascii() || word.len() < 5 {
        return None;
    }
    let mut spelt = word.to_owned();
    for (british, american) in
        [("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("yse", "yze"), ("ysing", "yzing"), ("our", "or")]
    {
        // Not at the start: *isew*, *ourselves*.
        if let Some(at) = spelt.rfind(british).filter(|&at| at >= 3) {
            spelt.replace_range(at..at + british.len(), american);
            break;
        }
    }
    Some(spelt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_forms_of_a_regular_word() {
        for (one, other) in [
            ("stress", "stressing"),
            ("reaffirm", "reaffirmed"),
            ("policies", "policy"),
            ("denied", "deny"),
            ("condemning", "condemns"),
            ("adopting", "adopt"),
            ("undermines", "undermine"),
            ("stopped", "stop"),
            ("referring", "refers"),
            ("attack", "attacks"),
            ("taking", "take"),
            ("agreed", "agrees"),
            ("kazakhstan", "kazakhstans"),
            ("finding", "findings"),
        ] {
            assert!(is_same_lemma(one, other), "{one} {other}");
            assert!(is_same_lemma(other, one), "{other} {one}");
        }
    }

    #[test]
    fn knows_one_word_in_two_spellings() {
        for (one, other) in [
            ("organisation", "organizations"),
            ("recognise", "recognized"),
            ("labour", "labor"),
            ("programme", "programs"),
            ("favouring", "favor"),
        ] {
            assert!(is_same_lemma(one, other), "{one} {other}");
        }
    }

    #[test]
    fn keeps_words_apart_that_only_share_an_origin() {
        for (one, other) in [
            ("partnership", "partnering"),
            ("adoption", "adopting"),
            ("news", "new"),
            ("its", "it"),
            ("unit", "united"),
            ("may", "might"),
            ("shall", "should"),
            ("state", "statement"),
            ("2021", "2022"),
            ("in", "ins"),
            ("bed", "be"),
            ("protests", "process"),
            ("strong", "stronger"),
        ] {
            assert!(!is_same_lemma(one, other), "{one} {other}");
            assert!(!is_same_lemma(other, one), "{other} {one}");
        }
    }
}

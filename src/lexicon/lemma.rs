//! Whether two words are forms of one.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::function_words::{WordClass, is_word_in};
use super::language::Language;
use super::table::{read_rows, table};

static TABLE: &str = table!("data/irregular_forms.tsv", 3);

static PARADIGM_TABLE: &str = table!("data/paradigms.tsv", 3);

/// The lemma of a listed form. A listed form follows no rule but its line.
fn listed_in(language: Language, form: &str) -> Option<&'static str> {
    static FORMS: OnceLock<FxHashMap<(Language, &'static str), &'static str>> = OnceLock::new();
    let forms: &FxHashMap<(Language, &str), &'static str> = FORMS.get_or_init(|| {
        let mut forms = FxHashMap::default();
        for [language, lemma, cell] in read_rows::<3>(TABLE) {
            let Some(language) = Language::from_code(language) else { continue };
            for form in cell.split(';') {
                forms.entry((language, form.trim())).or_insert(lemma);
            }
        }
        forms
    });
    forms.get(&(language, form)).copied()
}

/// The endings that the forms of a word take, by language; `-` is none.
fn paradigms() -> &'static FxHashMap<Language, Vec<Vec<&'static str>>> {
    static PARADIGMS: OnceLock<FxHashMap<Language, Vec<Vec<&'static str>>>> = OnceLock::new();
    PARADIGMS.get_or_init(|| {
        let mut paradigms: FxHashMap<Language, Vec<Vec<&'static str>>> = FxHashMap::default();
        for [language, _, endings] in read_rows::<3>(PARADIGM_TABLE) {
            let Some(language) = Language::from_code(language) else { continue };
            let endings = endings.split(';').map(|ending| ending.trim().trim_matches('-')).collect();
            paradigms.entry(language).or_default().push(endings);
        }
        paradigms
    })
}

/// Whether two folded words of a language are forms of one.
///
/// English has rules of its own, [`is_same_lemma`]; in French, Spanish, Russian and Arabic two words are
/// forms of one where what follows a common beginning of three letters are two endings of one paradigm.
/// Chinese words have one form. A protected word is a form of no other. Costs a look at the last letters.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, is_form_of};
///
/// assert!(is_form_of(Language::Ru, "резолюции", "резолюцию"));
/// assert!(is_form_of(Language::Fr, "nationale", "nationaux"));
/// assert!(!is_form_of(Language::Fr, "mai", "mais"));
/// ```
#[must_use]
pub fn is_form_of(language: Language, one: &str, other: &str) -> bool {
    match language {
        Language::En | Language::Und => return is_same_lemma(one, other),
        Language::Zh => return one == other,
        Language::Fr | Language::Es | Language::Ru | Language::Ar => {}
    }
    if one == other {
        return true;
    }
    let protected = |word| is_word_in(language, word, WordClass::Protected);
    if one.len() > 60 || other.len() > 60 || protected(one) || protected(other) {
        return false;
    }
    let (one, other) = match language {
        Language::Ar => match (one.strip_prefix("ال"), other.strip_prefix("ال")) {
            (Some(one), Some(other)) => (one, other),
            (None, None) => (one, other),
            // One has the article and the other not, which is more than another form.
            _ => return false,
        },
        _ => (one, other),
    };
    if let (Some(one), Some(other)) = (listed_in(language, one), listed_in(language, other)) {
        return one == other;
    }
    if language == Language::Ar && turn_person(one, other) {
        return true;
    }
    let common: usize = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .map(|(letter, _)| letter.len_utf8())
        .sum();
    let borders = one.char_indices().map(|(at, _)| at).chain([one.len()]).filter(|&at| at <= common).rev();
    let list = paradigms().get(&language).map_or(&[][..], Vec::as_slice);
    borders.take(6).filter(|&at| one.get(..at).is_some_and(|stem| stem.chars().count() >= 3)).any(|at| {
        let (Some(one), Some(other)) = (one.get(at..), other.get(at..)) else { return false };
        list.iter().any(|endings| endings.contains(&one) && endings.contains(&other))
    })
}

/// Whether two Arabic verbs differ in the person that their first letter names: *يدين*, *تدين*.
fn turn_person(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let person = |letter: Option<char>| matches!(letter, Some('ي' | 'ت' | 'ن'));
    person(one.next()) && person(other.next()) && one.as_str() == other.as_str() && one.as_str().chars().count() >= 3
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
    match (listed_in(Language::En, one), listed_in(Language::En, other)) {
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

//! Where the words begin that say what is asked: an infinitive or a clause behind those of whom it is asked.

use crate::lexicon::Language;
use crate::lexicon::key::is_word;

use super::scan::word_before;

/// How far behind a lead phrase what is asked may begin, in bytes.
pub(super) const REACH: usize = 600;

/// Where what is asked begins: *to submit*, `de présenter`, `que presente`, an infinitive in Russian, `أن`.
pub(super) fn asked_at(text: &str, from: usize, language: Language) -> Option<usize> {
    let mut reach = (from + REACH).min(text.len());
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let part = text.get(from..reach)?;
    let part = part.split([';', ':', '؛']).next()?;
    let spaces = || memchr::memchr_iter(b' ', part.as_bytes()).map(|at| from + at);
    let next = |at: usize| text.get(at + 1..).unwrap_or_default();
    match language {
        Language::Fr => spaces().find(|at| {
            let rest = next(*at);
            let verb = ["à ", "de ", "d’", "d'"].iter().find_map(|tie| rest.strip_prefix(tie));
            verb.is_some_and(is_french_infinitive)
        }),
        Language::Es => {
            let asked = |rest: &str| {
                rest.starts_with("a que ")
                    || rest.starts_with("a que,")
                    || rest.strip_prefix("a ").is_some_and(is_spanish_infinitive)
            };
            spaces().find(|at| asked(next(*at))).or_else(|| spaces().find(|at| next(*at).starts_with("que ")))
        }
        Language::Ru => spaces().find(|at| {
            let rest = next(*at);
            rest.starts_with("чтобы ") || is_russian_infinitive(rest)
        }),
        Language::Ar => spaces().find(|at| {
            let rest = next(*at);
            *at > from + 6 && ["أن ", "بأن ", "على ", "إلى "].iter().any(|tie| rest.starts_with(tie))
        }),
        Language::Zh => None,
        // The first may belong to the lead: *Reiterates its request to …*.
        Language::En | Language::Und => spaces()
            .filter(|at| *at > from)
            .find(|at| next(*at).strip_prefix("to ").is_some_and(|verb| is_english_infinitive(text, *at, verb))),
    }
}

/// Words that follow *to* and are no verb.
const NO_VERB: [&str; 27] = [
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "her",
    "this",
    "that",
    "these",
    "those",
    "all",
    "any",
    "each",
    "such",
    "other",
    "both",
    "which",
    "whom",
    "it",
    "them",
    "date",
    "armed",
    "conflict",
    "conflicts",
    "international",
    "relevant",
];

/// Words that take *to* without a verb: *parties to armed conflict*.
const TAKE_TO: [&str; 12] = [
    "access",
    "regard",
    "respect",
    "addition",
    "due",
    "according",
    "relation",
    "related",
    "pursuant",
    "subject",
    "contributions",
    "commitment",
];

/// Whether *to*, which stands behind byte `at`, and `verb` behind it are an infinitive.
fn is_english_infinitive(text: &str, at: usize, verb: &str) -> bool {
    let word = first_word(verb);
    let before = word_before(text, at).map_or("", |(_, word)| word);
    word.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !NO_VERB.contains(&word)
        && !TAKE_TO.contains(&before)
}

/// Whether a French infinitive stands next, behind at most two small words.
fn is_french_infinitive(rest: &str) -> bool {
    const SMALL: [&str; 18] = [
        "ne", "pas", "le", "la", "les", "l", "lui", "leur", "y", "en", "se", "s", "mieux", "plus", "bien", "toujours",
        "nouveau", "n",
    ];
    const NO_VERB: [&str; 16] = [
        "autre",
        "notre",
        "votre",
        "caractère",
        "titre",
        "ordre",
        "genre",
        "guerre",
        "terre",
        "nature",
        "premier",
        "entre",
        "outre",
        "nombre",
        "membre",
        "manière",
    ];
    let mut words = rest.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let Some(verb) = words.by_ref().take(3).find(|word| !SMALL.contains(word)) else { return false };
    verb.chars().count() > 3
        && verb.starts_with(char::is_lowercase)
        && ["er", "ir", "re"].iter().any(|end| verb.ends_with(end))
        && !NO_VERB.contains(&verb)
}

/// Whether a Spanish infinitive stands next.
fn is_spanish_infinitive(rest: &str) -> bool {
    let verb = first_word(rest);
    let bare =
        ["se", "lo", "la", "los", "las", "le", "les"].iter().find_map(|end| verb.strip_suffix(end)).unwrap_or(verb);
    verb.len() > 3 && verb.starts_with(char::is_lowercase) && ["ar", "er", "ir"].iter().any(|end| bare.ends_with(end))
}

/// Whether a Russian infinitive stands next.
fn is_russian_infinitive(rest: &str) -> bool {
    const NO_VERB: [&str; 12] = [
        "область",
        "власть",
        "часть",
        "сеть",
        "треть",
        "смерть",
        "память",
        "опять",
        "пять",
        "шесть",
        "нефть",
        "печать",
    ];
    let verb = first_word(rest);
    verb.chars().count() > 4
        && verb.starts_with(char::is_lowercase)
        && ["ть", "ться", "ти", "тись"].iter().any(|end| verb.ends_with(end))
        && !["ость", "ости", "асти", "ести"].iter().any(|end| verb.ends_with(end))
        && !NO_VERB.contains(&verb)
}

/// The first word of `text`.
pub(super) fn first_word(text: &str) -> &str {
    text.split(|letter: char| !is_word(letter)).next().unwrap_or_default()
}

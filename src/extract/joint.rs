//! The joints of clauses behind a lead phrase, where a further act may begin, and what shows that none does.

use crate::lexicon::key::is_word;
use crate::lexicon::leads::begins_lead;
use crate::lexicon::{Language, LeadZone};

use super::scan::Cursor;

/// The next joint of clauses after `from`: where the words behind it begin, and the form that a phrase
/// there would have.
pub(super) fn next_joint(text: &str, from: usize, zone: LeadZone, language: Language) -> Option<(usize, LeadZone)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let place = match language {
            Language::Zh => memchr::memchr(0xEF, rest)?,
            // The comma and the semicolon of Arabic, of two bytes each: the second is the rarer.
            Language::Ar => memchr::memchr2_iter(0x8C, 0x9B, rest)
                .find_map(|second| second.checked_sub(1).filter(|first| rest.get(*first) == Some(&0xD8)))?,
            _ => memchr::memchr3_iter(b',', b';', b' ', rest).find(|&place| match rest.get(place..) {
                Some([b' ', word @ ..]) => starts_joint(word, language),
                _ => true,
            })?,
        };
        let here = at + place;
        let mut after = Cursor::new(text, here);
        let mark = after.peek()?;
        after.bump();
        at = after.at;
        let comma = matches!(mark, ',' | ';' | '،' | '؛' | '，' | '；');
        if !comma && mark != ' ' {
            continue;
        }
        if language == Language::Zh {
            after.eat_one(&["并", "且", "并且", "还", "又"]);
            // The adverb belongs to the phrase behind it.
            return Some((at, LeadZone::Operative));
        }
        after.spaces();
        let joined = match language {
            Language::Fr => after.eat_word(&["et"]),
            Language::Es => after.eat_word(&["y", "e"]),
            Language::Ru => after.eat_word(&["и", "а также"]),
            Language::Ar => after.peek() == Some('و') && comma,
            _ => after.eat_word(&["and"]),
        };
        if joined && (mark == ' ' || comma) {
            return Some((after.at, zone));
        }
        if comma {
            // A participle behind a comma; behind a semicolon a verb.
            let form = if matches!(mark, ';' | '؛') { zone } else { LeadZone::Preambular };
            return Some((after.at, form));
        }
    }
}

/// Whether a word for *and* may begin here.
fn starts_joint(word: &[u8], language: Language) -> bool {
    match (language, word) {
        (Language::Fr, [b'e', second, ..]) => second.eq_ignore_ascii_case(&b't'),
        (Language::Es, [first, ..]) => matches!(first, b'y' | b'e'),
        // «и», «а», small or not
        (Language::Ru, [0xD0, second, ..]) => matches!(second, 0xB8 | 0x98 | 0xB0 | 0x90),
        (Language::En | Language::Und, [b'a', second, ..]) => second.eq_ignore_ascii_case(&b'n'),
        (Language::Ar | Language::Zh, _) => true,
        _ => false,
    }
}

/// Whether the word before *and* is a verb of the same clause: *that the port supports and encourages trade* is no act
/// of the body. `from` is where the last lead phrase ends, which is joined to another act by *and* as well.
pub(super) fn goes_on_verb(text: &str, from: usize, joint: usize, form: LeadZone, language: Language) -> bool {
    if !matches!(language, Language::En | Language::Und | Language::Fr | Language::Es | Language::Ru) {
        return false;
    }
    let Some((head, tie)) = text.get(from..joint).and_then(|ahead| ahead.trim_end().rsplit_once(' ')) else {
        return false;
    };
    let verb = head.trim_end().rsplit(' ').next().unwrap_or_default();
    ["and", "et", "y", "e", "и"].contains(&tie)
        && head.trim_end().contains(' ')
        && !(matches!(language, Language::En | Language::Und) && NOUNS.contains(&verb))
        && begins_lead(verb, language, form)
}

/// Whether the verb before a joint belongs to a relative clause: *which reaffirms and notes*.
pub(super) fn in_relative_clause(text: &str, joint: usize) -> bool {
    let Some(ahead) = text.get(..joint) else { return false };
    let mut words = ahead.rsplit(' ').filter(|word| !word.is_empty());
    let tie = words.next().is_some_and(|word| ["and", "et", "y", "e"].contains(&word));
    let verb = words.next().is_some_and(|word| !word.ends_with([',', ';']));
    tie && verb && words.take(2).any(|word| ["which", "that", "who", "qui", "que"].contains(&word))
}

/// Forms of verbs that are nouns as well.
pub(super) const NOUNS: [&str; 14] = [
    "calls", "notes", "requests", "demands", "supports", "appeals", "hopes", "regrets", "concerns", "reports", "views",
    "stresses", "thanks", "claims",
];

/// Adverbs that may stand before the word a listed phrase begins with.
const ADVERBS: [&str; 20] = [
    "also",
    "further",
    "strongly",
    "deeply",
    "once",
    "again",
    "in",
    "urgently",
    "firmly",
    "fully",
    "again",
    "particularly",
    "également",
    "en",
    "también",
    "además",
    "также",
    "далее",
    "вновь",
    "أيضا",
];

/// Whether the words at a joint may be a lead phrase: a look at the first word.
pub(super) fn may_begin(rest: &str, language: Language, form: LeadZone) -> bool {
    if language == Language::Zh {
        return true;
    }
    let end = rest.find(|letter: char| !is_word(letter) && letter != '-').unwrap_or(rest.len());
    let word = rest.get(..end).unwrap_or_default();
    // A further act is never printed with a capital, and a name is.
    if word.is_empty() || word.starts_with(char::is_uppercase) {
        return false;
    }
    // English verbs in question end in "s" or "ing", participles in "ed" too.
    if matches!(language, Language::En | Language::Und)
        && !word.ends_with(['s', 'g', 'd', 'f'])
        && !ADVERBS.contains(&word)
    {
        return false;
    }
    let bare = if language == Language::Ar { word.strip_prefix('و').unwrap_or(word) } else { word };
    ADVERBS.contains(&word) || begins_lead(word, language, form) || begins_lead(bare, language, form)
}

/// Words that an English verb's object begins with.
const OBJECTS: [&str; 41] = [
    "the",
    "its",
    "that",
    "all",
    "a",
    "an",
    "their",
    "this",
    "these",
    "those",
    "upon",
    "on",
    "to",
    "with",
    "other",
    "his",
    "her",
    "such",
    "any",
    "each",
    "both",
    "every",
    "also",
    "once",
    "again",
    "in",
    "it",
    "how",
    "what",
    "international",
    "regional",
    "relevant",
    "further",
    "any",
    "continued",
    "full",
    "them",
    "him",
    "increased",
    "greater",
    "enhanced",
];

/// Whether what follows a phrase shows that it is a verb: *efforts and calls for* is none.
pub(super) fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start();
    let first = next.split(|letter: char| !is_word(letter)).next().unwrap_or_default();
    OBJECTS.contains(&first) || first.starts_with(char::is_uppercase) || next.starts_with([',', '“', '"'])
}

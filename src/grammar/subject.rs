//! The subject of a resolution's sentences: *The General Assembly,*.

use crate::lexicon::ordinals::ordinal_word;
use crate::lexicon::{Language, Organ, find_organ_at};

/// Whether a line is the subject alone, or begins with it and breaks off.
pub(super) fn is_subject_line(words: &str, language: Language) -> bool {
    // Without an article the name stands in the masthead too, and only its comma tells. In small
    // letters it ends a title that goes over two lines: *… in / the General Assembly*.
    let articled = match language {
        Language::En | Language::Und => words.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the ")),
        Language::Fr => words.starts_with(['L', 'l']),
        Language::Es => words.starts_with(['L', 'l', 'E', 'e']),
        Language::Ar => words.starts_with("إن"),
        Language::Ru | Language::Zh => false,
    };
    let marked = articled && !words.starts_with(char::is_lowercase) || words.ends_with([',', '，', ':', '：', '،']);
    marked
        && read_subject(words, language)
            .is_some_and(|(_, rest)| rest.trim_matches([',', '.', ';', ':', '،', '؛', '，', ' ']).is_empty())
}

/// Whether a line is the name of an organ and no more, not even a comma.
pub(super) fn is_subject_alone(words: &str, language: Language) -> bool {
    read_subject(words, language).is_some_and(|(_, rest)| rest.trim().is_empty())
}

/// The organ that `words` begin with, and what stands after its name.
///
/// An article, and *The Forty-eighth Session of the* in front of an organ's name, belong to it.
pub(super) fn read_subject(words: &str, language: Language) -> Option<(&'static Organ, &str)> {
    if let Some((organ, len)) = find_organ_at(words, language) {
        let rest = words.get(len..)?;
        // Chinese words have no borders: 人权理事会的报告 is a title and not the Council.
        let whole = language != Language::Zh || !rest.starts_with(char::is_alphanumeric);
        return whole.then_some((organ, rest));
    }
    if !matches!(language, Language::En | Language::Und) || !words.starts_with("The ") {
        return None;
    }
    if let Some(rest) = skip_ordinal(words)
        && let Some((organ, len)) = find_organ_at(rest, language)
    {
        return Some((organ, rest.get(len..)?));
    }
    let reach = words.char_indices().nth(160).map_or(words.len(), |(at, _)| at);
    let session = words.get(..reach)?.find("ession of ")? + "ession of ".len();
    let rest = words.get(session..)?;
    let (organ, len) = find_organ_at(rest, language)?;
    Some((organ, rest.get(len..)?))
}

/// What stands behind *The Seventy-ninth*: the name of an organ whose sessions are counted in it.
fn skip_ordinal(words: &str) -> Option<&str> {
    let rest = words.strip_prefix("The ")?;
    let (ordinal, rest) = rest.split_once(' ')?;
    let parts = || ordinal.split('-').filter(|part| !part.is_empty());
    let worded = parts().count() > 0 && parts().all(|part| ordinal_word(part).is_some());
    let digits = ordinal.starts_with(|first: char| first.is_ascii_digit());
    (worded || digits && ordinal.len() <= 5).then(|| rest.strip_prefix("Extraordinary ").unwrap_or(rest))
}

/// Whether a line may be the subject of an organ that no table holds: *The Special Conference,*, *WE, the
/// Members of …;*. What follows it has to confirm that.
pub(super) fn may_be_subject(words: &str, language: Language) -> bool {
    let openings: &[&str] = match language {
        Language::En | Language::Und => &["The ", "THE ", "We, ", "WE, "],
        Language::Fr => &["Le ", "La ", "L’", "L'", "Les ", "LE ", "LA ", "Nous, "],
        Language::Es => &["El ", "La ", "EL ", "LA ", "Nosotros, "],
        Language::Ar => &["إن "],
        Language::Ru | Language::Zh => &[],
    };
    words.len() < 700
        && openings.iter().any(|opening| words.starts_with(opening))
        && words.ends_with([',', ':', ';', '،', '؛'])
}

/// Where the words behind the subject begin, in a sentence that goes on after it: *The Security
/// Council requests …*, *Therefore the Security Council …*.
pub(super) fn skip_subject(words: &str, language: Language) -> Option<usize> {
    let (_, rest) = read_subject(words, language)?;
    let rest = rest.strip_prefix(' ')?.trim_start();
    rest.starts_with(char::is_lowercase).then_some(words.len() - rest.len())
}

/// The number that heads a title (`77/108.`, `75/253 B.`, in Arabic without the point), and the
/// length of it with its mark and the space behind it.
pub(super) fn read_title_number(words: &str) -> Option<(&str, usize)> {
    let len = title_number_len(words)?;
    let number = words.get(..len)?;
    let trimmed = words.get(len..)?.trim_start();
    let marked = trimmed.strip_prefix(['.', '．', '-', '–']).map(|rest| rest.trim_start_matches(['-', '–', ' ']));
    let arabic = |text: &str| text.starts_with(|first: char| matches!(first, '\u{0600}'..='\u{06FF}'));
    // In Arabic the number may be printed again, or another by mistake, with a dash behind it.
    let again = || {
        let end = title_number_len(trimmed)
            .or_else(|| trimmed.find(|next: char| !next.is_ascii_digit()).filter(|end| (1..=3).contains(end)))?;
        let title = trimmed.get(end..)?.trim_start().strip_prefix(['-', '–'])?.trim_start();
        arabic(title).then_some(title)
    };
    let title = marked.or_else(|| arabic(trimmed).then_some(trimmed)).or_else(again)?;
    Some((number, words.len() - title.len()))
}

/// Prefixes of the numbers of special and emergency special sessions.
const SPECIAL: [&str; 5] = ["S-", "ES-", "دإط-", "د إ ط-", "دإ-"];

/// The length of `77/108`, `75/253 B` or `ES-11/1` at the start of `words`.
fn title_number_len(words: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let special = SPECIAL.iter().find(|prefix| words.starts_with(**prefix)).map_or(0, |prefix| prefix.len());
    let session = digits(words.get(special..)?);
    // The Economic and Social Council counts by years.
    if !(1..=4).contains(&session) || words.as_bytes().get(special + session) != Some(&b'/') {
        return None;
    }
    let number = digits(words.get(special + session + 1..)?);
    let end = special + session + 1 + number;
    if !(1..=4).contains(&number) {
        return None;
    }
    let lettered = words.get(end..)?.strip_prefix(' ').is_some_and(|letter| {
        letter.starts_with(|first: char| first.is_ascii_uppercase())
            && letter.get(1..).is_some_and(|after| after.starts_with('.'))
    });
    Some(if lettered { end + 2 } else { end })
}

//! The subject of a resolution's sentences: *The General Assembly,*.

use crate::lexicon::{Language, Organ, find_organ_at};

/// Whether a line is the subject alone, or begins with it and breaks off.
pub(super) fn is_subject_line(words: &str, language: Language) -> bool {
    // Without an article the name stands in the masthead too, and only its comma tells.
    let marked = !matches!(language, Language::Ru | Language::Zh) || words.ends_with([',', '，', ':', '：']);
    marked
        && read_subject(words, language)
            .is_some_and(|(_, rest)| rest.trim_matches([',', '.', ';', ':', '،', '؛', '，', ' ']).is_empty())
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
    let reach = words.char_indices().nth(160).map_or(words.len(), |(at, _)| at);
    let session = words.get(..reach)?.find("ession of ")? + "ession of ".len();
    let rest = words.get(session..)?;
    let (organ, len) = find_organ_at(rest, language)?;
    Some((organ, rest.get(len..)?))
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
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let special = ["S-", "ES-"].iter().find(|prefix| words.starts_with(**prefix)).map_or(0, |prefix| prefix.len());
    let session = digits(words.get(special..)?);
    if !(1..=3).contains(&session) || words.as_bytes().get(special + session) != Some(&b'/') {
        return None;
    }
    let number = digits(words.get(special + session + 1..)?);
    let mut end = special + session + 1 + number;
    if !(1..=4).contains(&number) {
        return None;
    }
    let rest = words.get(end..)?;
    if let Some(letter) = rest.strip_prefix(' ')
        && letter.starts_with(|first: char| first.is_ascii_uppercase())
        && letter.get(1..).is_some_and(|after| after.starts_with('.'))
    {
        end += 2;
    }
    let rest = words.get(end..)?;
    let trimmed = rest.trim_start();
    let marked = trimmed.strip_prefix(['.', '．', '-', '–']).map(|rest| rest.trim_start_matches(['-', '–', ' ']));
    let title = marked
        .or_else(|| trimmed.starts_with(|first: char| matches!(first, '\u{0600}'..='\u{06FF}')).then_some(trimmed))?;
    Some((words.get(..end)?, words.len() - title.len()))
}

//! Works cited by name: charters, treaties, declarations; with the article where one is named.

use crate::lexicon::ordinals::chinese_number;
use crate::lexicon::works::Works;
use crate::model::{Citation, CitationForm, Pinpoint, PinpointPart};
use crate::text::Span;

use super::super::Context;
use super::super::names::for_each_word;
use super::super::scan::{Cursor, before, is_space, spaces_before, word_before};

/// Words for *article* before its number.
const ARTICLES: [&str; 17] = [
    "article",
    "articles",
    "artículo",
    "artículos",
    "art",
    "статья",
    "статьи",
    "статье",
    "статьей",
    "статью",
    "статей",
    "статьями",
    "статьям",
    "المادة",
    "المادتين",
    "المواد",
    "للمادة",
];

/// Words for *chapter* before its number.
const CHAPTERS: [&str; 10] =
    ["chapter", "chapters", "chapitre", "capítulo", "глава", "главы", "главе", "главой", "главу", "الفصل"];

/// Beginnings of the nouns that the name of a work follows in that of an organisation.
const ORGANISATIONS: [&str; 3] = ["Organisation", "Organización", "Организаци"];

/// Adds the works that are cited by name.
pub(super) fn find(text: &str, _context: &Context, found: &mut Vec<Citation>) {
    let works = Works::get();
    for_each_word(text, |at| {
        let Some((id, start, end)) = works.find_at(text, at) else { return at };
        if names_organisation(text, start, end) {
            return end;
        }
        let pinpoint = article_before(text, start).or_else(|| article_behind(text, end));
        let basis = if id.contains(":res:") { vec!["title"] } else { Vec::new() };
        let name = text.get(start..end).unwrap_or_default();
        let citation = Citation::new(Span::at(start, end), name, Some(id.to_owned()), CitationForm::Title);
        found.push(Citation { pinpoint, basis, ..citation });
        end
    });
}

/// Whether the name of a work is part of that of an organisation: *Comprehensive Nuclear-Test-Ban Treaty
/// Organization*, *Organisation du Traité …*, `منظمة معاهدة …`, `全面禁止核试验条约组织`.
fn names_organisation(text: &str, start: usize, end: usize) -> bool {
    let behind = text.get(end..).unwrap_or_default();
    let closed = text.get(..end).is_some_and(|name| name.ends_with('》'));
    if behind.starts_with("组织") && !closed
        || ["Organization", "Organisation"].iter().any(|noun| behind.trim_start().starts_with(noun))
    {
        return true;
    }
    let mut at = start;
    for _ in 0..4 {
        let Some((word_start, word)) = word_before(text, spaces_before(text, at)) else { return false };
        if ORGANISATIONS.iter().any(|noun| word.starts_with(noun))
            || word.ends_with("منظمة") && !word.ends_with("المنظمة")
        {
            return true;
        }
        if !matches!(word, "du" | "de" | "del" | "la" | "по") {
            return false;
        }
        at = word_start;
    }
    false
}

/// The article named behind a work in Chinese: `《罗马规约》第十二条第三款`.
fn article_behind(text: &str, work: usize) -> Option<Pinpoint> {
    let numbered = |rest: &'_ str, noun: char| -> Option<(u16, usize)> {
        let numeral = rest.strip_prefix('第')?.split(noun).next().filter(|numeral| numeral.chars().count() <= 4)?;
        let value = numeral.parse().ok().or_else(|| chinese_number(numeral))?;
        Some((value, '第'.len_utf8() + numeral.len() + noun.len_utf8()))
    };
    let rest = text.get(work..).filter(|_| text.get(..work).is_some_and(|name| name.ends_with('》')))?;
    let (article, length) = numbered(rest, '条')?;
    let part = rest.get(length..).and_then(|rest| numbered(rest, '款'));
    let place = part.map_or_else(|| article.to_string(), |(part, _)| format!("{article}.{part}"));
    Some(Pinpoint::at(PinpointPart::Article, place))
}

/// The article named before a work: *Article 2 (2) of the*, *Article 73 e of the*.
fn article_before(text: &str, work: usize) -> Option<Pinpoint> {
    let mut at = spaces_before(text, work);
    // Step back over the words that tie an article to the work.
    for _ in 0..4 {
        let Some((start, tie)) = word_before(text, at) else { break };
        let tie = tie.to_lowercase();
        if !matches!(tie.as_str(), "of" | "the" | "de" | "la" | "du" | "des" | "del" | "l" | "من" | "d") {
            break;
        }
        at = start;
        at -= text.get(..at)?.chars().next_back().filter(|mark| matches!(mark, '’' | '\'')).map_or(0, char::len_utf8);
        at = spaces_before(text, at);
    }
    let end = at;
    // The number with its sub-numbers runs back to the word for *article*.
    let mut start = at;
    while let Some(letter) = before(text, start).filter(|letter| {
        end - start < 24
            && (letter.is_ascii_digit()
                || is_space(*letter)
                || matches!(letter, '(' | ')' | 'a'..='e' | 'I' | 'V' | 'X'))
    }) {
        start -= letter.len_utf8();
    }
    let numbers = text.get(start..end)?;
    // The row of allowed letters may have run into the word itself.
    let first = numbers.find(|letter: char| letter.is_ascii_digit() || matches!(letter, 'I' | 'V' | 'X'))?;
    let number_start = start + first;
    let (_, name) = word_before(text, spaces_before(text, number_start))?;
    let name = name.to_lowercase();
    if !ARTICLES.contains(&name.as_str()) && !CHAPTERS.contains(&name.as_str()) {
        return None;
    }
    let mut printed = String::new();
    let mut cursor = Cursor::new(text, number_start);
    while cursor.at < end {
        match cursor.bump()? {
            letter if letter.is_alphanumeric() => printed.push(letter),
            _ if !printed.is_empty() && !printed.ends_with('.') => printed.push('.'),
            _ => {}
        }
    }
    let printed = printed.trim_end_matches('.').to_owned();
    let part = if CHAPTERS.contains(&name.as_str()) { PinpointPart::Chapter } else { PinpointPart::Article };
    (!printed.is_empty()).then(|| Pinpoint::at(part, printed))
}

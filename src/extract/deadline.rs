//! By when something is asked: *at its seventy-ninth session*, *by 31 December 2025*.

use crate::lexicon::Language;
use crate::lexicon::key::is_word;
use crate::model::Deadline;
use crate::text::Span;

use super::Context;
use super::citation::last_body;
use super::date::find_dates;
use super::dated::{DateFact, Day};
use super::scan::{before, is_space, word_before};
use super::session::find_sessions;

/// Officials and offices, which hold no sessions: *asks the High Commissioner to report at its next session*.
const NO_SESSIONS: [&str; 9] =
    ["un:hchr", "un:hcr", "un:sg", "un:undp", "un:unicef", "un:unodc", "un:unrwa", "un:women", "un:unep"];

/// Words before a session at which something is due, and those that may stand between.
const AT: [&str; 11] = ["at", "to", "à", "en", "на", "в", "في", "during", "lors", "durante", "au"];
const ITS: [&str; 24] = [
    "its",
    "the",
    "next",
    "sa",
    "la",
    "le",
    "son",
    "su",
    "el",
    "своей",
    "ее",
    "their",
    "prochaine",
    "próximo",
    "de",
    "cours",
    "regular",
    "ordinary",
    "following",
    "main",
    "part",
    "of",
    "first",
    "resumed",
];

/// Words before a date by which something is due.
const BY: [&str; 22] = [
    "by",
    "before",
    "until",
    "than",
    "ici",
    "avant",
    "tard",
    "antes",
    "más",
    "hasta",
    "tardar",
    "до",
    "позднее",
    "к",
    "بحلول",
    "قبل",
    "يتجاوز",
    "حتى",
    "ending",
    "至迟",
    "au",
    "el",
];

/// The deadline in `text[from..]`, the session first: a session at or after the one that the text belongs
/// to, or a day.
pub(super) fn find_deadline(text: &str, from: usize, context: &Context) -> Option<Deadline> {
    let part = text.get(from..)?;
    due_session(text, part, from, context).or_else(|| due_date(text, part, from, context))
}

fn due_session(text: &str, part: &str, from: usize, context: &Context) -> Option<Deadline> {
    for session in find_sessions(part, context) {
        if session.special || context.session.is_some_and(|now| session.ordinal < now) {
            continue;
        }
        let start = from + session.span.start as usize;
        let end = from + session.span.end as usize;
        let begin =
            if context.language == Language::Zh { Some(start) } else { introduced(text, start, from, &AT, &ITS) };
        let Some(begin) = begin else { continue };
        let body = last_body(text, begin.saturating_sub(120).max(from), begin);
        let own = match (context.body, context.organ) {
            (Some(body), Some(organ)) => Some(format!("{body}:{organ}")),
            _ => None,
        };
        return Some(Deadline {
            iso: None,
            session: Some(session.ordinal),
            body: body.filter(|body| !NO_SESSIONS.contains(body)).map(str::to_owned).or(own),
            year: None,
            text: text.get(begin..end)?.to_owned(),
            span: Span::at(begin, end),
        });
    }
    None
}

fn due_date(text: &str, part: &str, from: usize, context: &Context) -> Option<Deadline> {
    if !part.bytes().any(|byte| byte.is_ascii_digit() || byte == 0xD9) {
        return None;
    }
    find_dates(part, context).into_iter().filter(DateFact::is_possible).find_map(|date| {
        let start = from + date.span.start as usize;
        let end = from + date.span.end as usize;
        // `在2025年6月30日前`
        let before =
            text.get(end..).and_then(|rest| ["之前", "以前", "前"].into_iter().find(|word| rest.starts_with(word)));
        let (begin, end) = if let Some(before) = before.filter(|_| context.language == Language::Zh) {
            let tie = text.get(from..start).and_then(|ahead| ["在", "于"].into_iter().find(|tie| ahead.ends_with(tie)));
            (start - tie.map_or(0, str::len), end + before.len())
        } else {
            (introduced(text, start, from, &BY, &["le", "au", "del", "el", "de", "the", "no", "later"])?, end)
        };
        Some(Deadline {
            iso: Some(Day::to_iso(date.first)),
            session: None,
            body: None,
            year: None,
            text: text.get(begin..end)?.to_owned(),
            span: Span::at(begin, end),
        })
    })
}

/// Where the words begin that introduce what stands at `at`: one of `words`, with nothing but `between`
/// after it.
fn introduced(text: &str, at: usize, floor: usize, words: &[&str], between: &[&str]) -> Option<usize> {
    let mut edge = at;
    for _ in 0..4 {
        while let Some(space) = before(text, edge).filter(|space| is_space(*space) || matches!(space, '’' | '\'')) {
            edge -= space.len_utf8();
        }
        if edge <= floor {
            return None;
        }
        let (start, word) = word_before(text, edge)?;
        let word = word.to_lowercase();
        if words.contains(&word.as_str()) {
            return Some(start.max(floor));
        }
        if !between.contains(&word.as_str()) || word.chars().all(|letter| !is_word(letter)) {
            return None;
        }
        edge = start;
    }
    None
}

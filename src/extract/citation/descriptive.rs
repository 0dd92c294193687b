//! Works cited by body, date and topic: *the resolution on the situation in Kazakhstan adopted by the
//! European Parliament on 20 January 2022*.
//!
//! What such a description means is inferred from a table of works, and the citation says on what the
//! inference rests. Without a date there is no citation: a body's positions are not a work.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::lexicon::Language;
use crate::lexicon::bodies::Bodies;
use crate::lexicon::key::{Key, is_word};
use crate::lexicon::months::gregorian_month;
use crate::lexicon::works::described_works;
use crate::model::{Citation, CitationForm};
use crate::text::Span;

use super::super::Context;
use super::super::date::date_at;
use super::super::scan::{Cursor, before, digit, kinds_of, may_hold, next_digits, spaces_before, word_before};
use super::head::last_noun;

/// Beginnings of the names of bodies whose works are described in this way, each behind words that must
/// stand before it: many texts name the Council and the Assembly, and few of them describe a work.
const NAMES: [(&str, &str); 22] = [
    ("", "European Parliament"),
    ("", "Parlement européen"),
    ("", "Parlamento Europeo"),
    ("", "Европейск"),
    ("", "Европарламент"),
    ("", "البرلمان الأوروبي"),
    ("", "欧洲议会"),
    ("", "Parliamentary Assembly of the Council"),
    ("", "Assemblée parlementaire du Conseil"),
    ("adopted by the ", "Security Council"),
    ("adopted by the ", "General Assembly"),
    ("adoptée par le ", "Conseil de sécurité"),
    ("adoptée par l’", "Assemblée générale"),
    ("adoptée par l'", "Assemblée générale"),
    ("aprobada por el ", "Consejo de Seguridad"),
    ("aprobada por la ", "Asamblea General"),
    ("принятая ", "Советом Безопасности"),
    ("принятую ", "Советом Безопасности"),
    ("принятая ", "Генеральной Ассамблеей"),
    ("принятую ", "Генеральной Ассамблеей"),
    ("الذي اعتمده ", "مجلس الأمن"),
    ("الذي اعتمدته ", "الجمعية العامة"),
];

/// How far from the body's name the noun and the date may stand, in bytes.
const REACH: usize = 240;

/// Adds the works that are described.
pub(super) fn find(text: &str, context: &Context, found: &mut Vec<Citation>) {
    static FINDERS: OnceLock<Vec<Finder<'static>>> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| {
        NAMES.iter().map(|(before, name)| Finder::new(format!("{before}{name}").as_bytes()).into_owned()).collect()
    });
    let held = kinds_of(text);
    for ((ahead, name), finder) in NAMES.iter().zip(finders) {
        if !may_hold(held, name) {
            continue;
        }
        let mut at = 0;
        while let Some(place) = text.as_bytes().get(at..).and_then(|rest| finder.find(rest)) {
            at += place + ahead.len();
            let Some((body, end)) = Bodies::get().find_at(text, at) else {
                at += 1;
                continue;
            };
            if let Some(citation) = described(text, body, at, end, context)
                && !found.iter().any(|other| other.span.overlaps(citation.span))
            {
                at = citation.span.end as usize;
                found.push(citation);
            }
            at = at.max(end);
        }
    }
}

/// A day or month in which a work was adopted.
#[derive(Clone, Copy)]
struct When {
    /// ISO date, or its year and month only.
    iso: [u8; 10],
    length: usize,
    start: usize,
    end: usize,
}

impl When {
    fn new(iso: &str, start: usize, end: usize) -> Option<Self> {
        let mut bytes = [0; 10];
        bytes.get_mut(..iso.len())?.copy_from_slice(iso.as_bytes());
        Some(Self { iso: bytes, length: iso.len(), start, end })
    }

    /// How sure a work is that was found by its body and this date, in percent: a month leaves more open
    /// than a day, and a topic that agrees leaves little.
    const fn confidence(&self, topic: bool) -> u8 {
        match (self.length == 10, topic) {
            (true, true) => 98,
            (true, false) => 90,
            (false, true) => 85,
            (false, false) => 60,
        }
    }

    fn iso(&self) -> &str {
        self.iso.get(..self.length).and_then(|iso| std::str::from_utf8(iso).ok()).unwrap_or_default()
    }
}

/// The citation around the name of a body at `at..end`.
fn described(text: &str, body: &'static str, at: usize, end: usize, context: &Context) -> Option<Citation> {
    let floor = clause_start(text, at);
    let when = when_after(text, end, context).or_else(|| when_before(text, floor, at))?;
    let (start, stop, words) = if let Some((_, noun, _)) = noun_before(text, floor, at, context.language) {
        // "the resolution on … adopted by the European Parliament on 20 January 2022"; one with its number
        // is not described.
        if body.starts_with("un:") && text.get(noun..at)?.chars().any(|letter| digit(letter).is_some()) {
            return None;
        }
        let start = with_article(text, noun);
        (start, when.end.max(end), text.get(start..when.end.max(end))?)
    } else {
        // "European Parliament resolution of 20 January 2022 on …"
        let noun_end = noun_after(text, end, context.language)?;
        let stop = when.end.max(noun_end);
        let mut reach = (stop + REACH / 2).min(text.len());
        while !text.is_char_boundary(reach) {
            reach -= 1;
        }
        (at.min(when.start), stop, text.get(at.min(when.start)..reach)?)
    };
    if text.get(start..stop).is_some_and(|words| words.contains(['/', ';']) || words.contains("_TA")) {
        return None;
    }
    let mut basis = vec!["body", "date"];
    let mut candidates: Vec<_> =
        described_works().filter(|work| work.body == body && work.date.starts_with(when.iso())).collect();
    if candidates.iter().any(|work| work.is_about(words)) {
        candidates.retain(|work| work.is_about(words));
        basis.push("topic");
    }
    let target = match candidates.as_slice() {
        [work] => Some(work.id.to_owned()),
        _ => None,
    };
    if target.is_none() {
        basis.clear();
    }
    let confidence = target.is_some().then(|| when.confidence(basis.contains(&"topic")));
    let citation = Citation::new(Span::at(start, stop), text.get(start..stop)?, target, CitationForm::Descriptive);
    Some(Citation { basis, confidence, ..citation })
}

/// Where the clause that holds `at` begins, at most [`REACH`] bytes back.
fn clause_start(text: &str, at: usize) -> usize {
    let mut from = at.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let words = text.get(from..at).unwrap_or_default();
    words.rfind([';', '؛', '。', '；']).map_or(from, |mark| {
        from + mark + words.get(mark..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    })
}

/// Words that tie a noun to the body named after it.
const TIES: [&str; 23] = [
    "aprobada por",
    "الذي اعتمدته",
    "принятую",
    "adopted by",
    "passed by",
    "issued by",
    " of the",
    "adoptée par",
    "adoptées par",
    " du ",
    "adoptada por",
    " del ",
    "принятая",
    "принятую",
    "принятой",
    "принятые",
    "الصادر عن",
    "الذي اعتمده",
    "الذي أصدره",
    "المعتمد من",
    "by the",
    "votée par",
    "الصادرة عن",
];

/// The noun before a body's name that it is tied to, by *adopted by*, *of the* and the like.
fn noun_before(text: &str, floor: usize, at: usize, language: Language) -> Option<(super::head::Kind, usize, usize)> {
    let noun = last_noun(text, floor, at, language)?;
    let between = text.get(noun.2..at)?;
    let tied = TIES.iter().any(|tie| between.contains(tie)) || (language == Language::Ru && between.trim().is_empty());
    (tied && !between.contains(['(', '.'])).then_some(noun)
}

/// The byte after the noun that follows a body's name: *European Parliament resolution*.
fn noun_after(text: &str, end: usize, language: Language) -> Option<usize> {
    if matches!(language, Language::Zh) {
        let mut to = (end + REACH).min(text.len());
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        return text.get(end..to)?.find("决议").map(|place| end + place + "决议".len());
    }
    let mut at = Cursor::new(text, end);
    at.eat_one(&["’s", "'s"]);
    at.spaces();
    let start = at.at;
    at.eat_word(&["joint", "legislative", "non-legislative"]);
    at.word()?;
    last_noun(text, start, at.at, language).map(|(_, _, noun_end)| noun_end)
}

/// Where the words begin that end with the noun: the article and what stands between.
fn with_article(text: &str, noun: usize) -> usize {
    let mut start = noun;
    for _ in 0..3 {
        let Some((word_start, word)) = word_before(text, spaces_before(text, start)) else { break };
        let word = word.to_lowercase();
        let article = matches!(word.as_str(), "the" | "a" | "la" | "une" | "una" | "this" | "that");
        if !article && !matches!(word.as_str(), "joint" | "recent" | "said" | "so") {
            break;
        }
        start = word_start;
        if article {
            break;
        }
    }
    start
}

/// The date after a body's name, within a few words: *on 20 January 2022*, *last January*, *in January
/// 2022*.
fn when_after(text: &str, end: usize, context: &Context) -> Option<When> {
    const BETWEEN: [&str; 26] = [
        "on",
        "of",
        "in",
        "dated",
        "resolution",
        "s",
        "le",
        "du",
        "en",
        "date",
        "el",
        "de",
        "от",
        "в",
        "المؤرخ",
        "بتاريخ",
        "يوم",
        "adopted",
        "résolution",
        "resolución",
        "резолюция",
        "резолюции",
        "резолюцию",
        "the",
        "its",
        "joint",
    ];
    let mut at = Cursor::new(text, end);
    for _ in 0..6 {
        while at.peek().is_some_and(|letter| letter.is_whitespace() || matches!(letter, '’' | '\'' | ',')) {
            at.bump();
        }
        if let Some(date) =
            at.peek().filter(|_| next_digits(text, at.at) == Some(at.at)).and_then(|_| date_at(text, at.at))
        {
            return date
                .is_possible()
                .then(|| When::new(&date.first.to_iso(), at.at, date.span.end as usize))
                .flatten();
        }
        let start = at.at;
        let word = at.word()?;
        let lowered = word.to_lowercase();
        if let Some(month) = Key::of(word).and_then(|key| gregorian_month(&key)) {
            // "in January 2022"
            at.spaces();
            let (year, 4) = at.number(4)? else { return None };
            return When::new(&format!("{year:04}-{month:02}"), start, at.at);
        }
        if matches!(lowered.as_str(), "last" | "this" | "прошлого") {
            // "last January", in an article of a known year
            at.spaces();
            let month = gregorian_month(&Key::of(at.word()?)?)?;
            let year = context.year?;
            return When::new(&format!("{year:04}-{month:02}"), start, at.at);
        }
        if !BETWEEN.contains(&lowered.as_str()) {
            return None;
        }
    }
    None
}

/// The date that stands before a body's name in its clause: *the resolution of 20 January 2022 of the
/// European Parliament*.
fn when_before(text: &str, floor: usize, at: usize) -> Option<When> {
    let start = next_digits(text, floor).filter(|start| *start < at)?;
    if before(text, start).is_some_and(is_word) {
        return None;
    }
    let date = date_at(text, start).filter(|date| date.is_possible() && (date.span.end as usize) <= at)?;
    When::new(&date.first.to_iso(), start, date.span.end as usize)
}

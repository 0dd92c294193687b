//! Works that are numbered in a series of their own: `vol. 1833, No. 31363` of the Treaty Series, WHA58.28,
//! `40 C/Resolution 23`, `Resolution 130 (Rev. Bucharest, 2022)`, `第一㈠号`.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::lexicon::Language;
use crate::lexicon::key::is_word;
use crate::lexicon::ordinals::chinese_number;
use crate::model::{Citation, CitationForm};
use crate::text::{Span, write_roman};

use super::super::Context;
use super::super::scan::{Cursor, before, number_before, spaces_before, word_before};
use super::symbol::Symbol;

/// What a series is found by, and what reads it from there.
type Reader = fn(&str, usize) -> Option<(usize, usize, String)>;

/// The beginnings of the series in the languages that have them.
const SERIES: [(Option<Language>, &str, Reader); 10] = [
    (None, "vol. ", treaty_volume),
    (None, "Vol. ", treaty_volume),
    (None, "WHA", health_assembly),
    (Some(Language::Ru), "том ", treaty_volume),
    (Some(Language::Ar), "المجلد ", treaty_volume),
    (Some(Language::Zh), "卷", treaty_volume_chinese),
    (Some(Language::Zh), "㈠", first_session),
    (Some(Language::Zh), "㈢", first_session),
    (Some(Language::Zh), "㈤", first_session),
    (None, "Doc. ", assembly_document),
];

/// Adds what is numbered in a series of its own. One byte search for each series.
pub(super) fn find(text: &str, context: &Context, found: &mut Vec<Citation>) {
    static FINDERS: OnceLock<Vec<Finder<'static>>> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| SERIES.iter().map(|(_, mark, _)| Finder::new(mark.as_bytes())).collect());
    for ((language, mark, read), finder) in SERIES.iter().zip(finders) {
        let spoken = language.is_none_or(|language| language == context.language)
            && (*mark != "Doc. " || context.organ == Some("pace"));
        if !spoken {
            continue;
        }
        let mut done = 0;
        for at in finder.find_iter(text.as_bytes()) {
            if at < done {
                continue;
            }
            if let Some((start, end, id)) = read(text, at) {
                done = end;
                let words = text.get(start..end).unwrap_or_default();
                found.push(Citation::new(Span::at(start, end), words, Some(id), CitationForm::Symbol));
            }
        }
    }
}

/// `vol. 1833, No. 31363`: a volume of the Treaty Series and the number in it. A volume without a number
/// is one of another series.
fn treaty_volume(text: &str, start: usize) -> Option<(usize, usize, String)> {
    if before(text, start).is_some_and(is_word) {
        return None;
    }
    let mut at = Cursor::new(text, start);
    at.word()?;
    at.eat(".");
    at.spaces();
    let (volume, _) = at.number(5)?;
    at.eat_one(&[",", "،"]).then(|| at.spaces())?;
    at.eat_one(&["no.", "nos.", "no", "núm.", "núms.", "nº", "n°", "№", "الرقم", "رقم"]).then(|| at.spaces())?;
    let (number, _) = at.number(6)?;
    Some((start, at.at, format!("unts:{volume}:{number}")))
}

/// `第1833卷，第31363号`.
fn treaty_volume_chinese(text: &str, mark: usize) -> Option<(usize, usize, String)> {
    let (digits, volume, _) = number_before(text, spaces_before(text, mark), 5)?;
    let start = text.get(..digits)?.trim_end().strip_suffix('第')?.len();
    let mut at = Cursor::new(text, mark + "卷".len());
    at.eat_one(&["，", ",", "、"]).then(|| at.spaces())?;
    at.eat("第").then(|| at.spaces())?;
    let (number, _) = at.number(6)?;
    at.spaces();
    at.eat("号").then(|| (start, at.at, format!("unts:{volume}:{number}")))
}

/// `WHA58.28` and the decision `WHA75(11)`.
fn health_assembly(text: &str, start: usize) -> Option<(usize, usize, String)> {
    if before(text, start).is_some_and(|letter| is_word(letter) && letter < '\u{2E80}') {
        return None;
    }
    let mut at = Cursor::new(text, start + "WHA".len());
    let (session, _) = at.number(2)?;
    if at.eat(".") {
        let (number, _) = at.number(3)?;
        return Some((start, at.at, format!("who:wha:res:WHA{session}.{number}")));
    }
    at.eat("(").then_some(())?;
    let (number, _) = at.number(3)?;
    at.eat(")").then(|| (start, at.at, format!("who:wha:dec:WHA{session}({number})")))
}

/// `Doc. 15425` of the Parliamentary Assembly of the Council of Europe.
fn assembly_document(text: &str, start: usize) -> Option<(usize, usize, String)> {
    if before(text, start).is_some_and(is_word) {
        return None;
    }
    let mut at = Cursor::new(text, start + "Doc. ".len());
    let (number, 4..=5) = at.number(5)? else { return None };
    Some((start, at.at, format!("coe:pace:doc:{number}")))
}

/// `第一㈠号`: the numbers of the first sessions of the General Assembly in older Chinese texts, the session as a
/// numeral in brackets of its own.
fn first_session(text: &str, mark: usize) -> Option<(usize, usize, String)> {
    let sign = text.get(mark..)?.chars().next()?;
    let session = u32::from(sign).checked_sub(0x3220).filter(|place| *place < 10)? + 1;
    let (start, number) = match number_before(text, mark, 4) {
        Some((start, number, _)) => (start, number),
        None => chinese_before(text, mark)?,
    };
    before(text, start).filter(|letter| *letter == '第')?;
    Some((start, mark + sign.len_utf8(), format!("un:ga:res:{number}({})", write_roman(session))))
}

/// The Chinese numeral that ends before `at`, spelt out (`二百一十七`) or digit by digit (`二一七`).
pub(super) fn chinese_before(text: &str, at: usize) -> Option<(usize, u32)> {
    let mut start = at;
    while let Some(letter) =
        before(text, start).filter(|letter| "〇零一二三四五六七八九十百".contains(*letter) && at - start < 24)
    {
        start -= letter.len_utf8();
    }
    let numeral = text.get(start..at).filter(|numeral| !numeral.is_empty())?;
    if numeral.contains(['十', '百']) || numeral.chars().count() == 1 {
        return Some((start, u32::from(chinese_number(numeral)?)));
    }
    let digit = |letter: char| "〇一二三四五六七八九".chars().position(|other| other == letter || letter == '零');
    let value = numeral.chars().try_fold(0_u32, |value, letter| Some(value * 10 + digit(letter)? as u32))?;
    (numeral.chars().count() <= 4).then_some((start, value))
}

/// `40 C/Resolution 23` and `214 EX/Decision 5` of UNESCO, around a slash.
pub(super) fn unesco(text: &str, slash: usize) -> Option<Symbol> {
    let organ = ["EX", "C"].into_iter().find(|organ| text.get(..slash).is_some_and(|words| words.ends_with(organ)))?;
    let (start, session, _) = number_before(text, spaces_before(text, slash - organ.len()), 3)?;
    let mut at = Cursor::new(text, slash + 1);
    at.spaces();
    let kind = if at.eat_one(&["resolution", "résolution", "resolución", "резолюция", "res.", "القرار", "第"])
    {
        "res"
    } else if at.eat_one(&["decision", "décision", "decisión", "решение", "dec."]) {
        "dec"
    } else {
        return None;
    };
    at.spaces();
    let (number, _) = at.number(3)?;
    let organ_id = if organ == "C" { "gc" } else { "eb" };
    Some(Symbol {
        start,
        end: at.at,
        works: vec![(start, at.at, format!("unesco:{organ_id}:{kind}:{session}{organ}/{number}"))],
    })
}

/// `Resolution 130 (Rev. Bucharest, 2022)` of the International Telecommunication Union, around its bracket: the
/// place and year of the conference stand in it.
pub(super) fn telecommunication(text: &str, bracket: usize) -> Option<Symbol> {
    let (start, number, _) = number_before(text, spaces_before(text, bracket), 4)?;
    let (_, noun) = word_before(text, spaces_before(text, start))?;
    let noun = noun.to_lowercase();
    let governed = ["resolution", "résolution", "resolución", "резолюц", "القرار", "决议"];
    governed.iter().any(|stem| noun.starts_with(stem)).then_some(())?;
    let mut at = Cursor::new(text, bracket);
    at.bump();
    let mut words = 0;
    while words < 6 && at.peek().is_some_and(is_word) {
        at.word()?;
        words += 1;
        at.eat(".");
        at.eat("-");
        at.spaces();
    }
    (words > 0 && at.eat_one(&[",", "،", "，"])).then(|| at.spaces())?;
    let (year, 4) = at.number(4)? else { return None };
    at.spaces();
    at.eat_one(&["г.", "года", "年"]);
    (at.eat_one(&[")", "）"]) && (1932..=2100).contains(&year)).then(|| Symbol {
        start,
        end: at.at,
        works: vec![(start, at.at, format!("itu:res:{number}({year})"))],
    })
}

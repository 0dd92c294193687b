//! Resolutions of the Organisation of Islamic Cooperation (`50/48-POL`, `10/11-P(IS)`, `38/20 - س`) and
//! of the Council of the Arab League (`ق 1490/ دع 29/ ج 6 - 9/9/1958`).

use crate::lexicon::key::is_word;
use crate::lexicon::oic::{find_code, is_older_session};

use super::super::scan::{Cursor, before, is_dash, number_before, spaces_before};
use super::symbol::Symbol;

/// One resolution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Where its number begins.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Its id.
    pub(super) id: String,
}

/// The resolution around a slash, with spaces anywhere between its parts.
pub(super) fn item(text: &str, slash: usize, slash_end: usize) -> Option<Item> {
    let (start, number, _) = number_before(text, spaces_before(text, slash), 3)?;
    let marked =
        ["No.", "no.", "Nos.", "n."].iter().any(|mark| text.get(..start).is_some_and(|words| words.ends_with(mark)));
    if before(text, start)
        .is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.') || is_dash(letter))
        && !marked
    {
        return None;
    }
    let mut at = Cursor::new(text, slash_end);
    at.spaces();
    let (session, _) = at.number(2)?;
    at.spaces();
    at.peek().filter(|dash| is_dash(*dash)).and_then(|_| at.bump())?;
    at.spaces();
    let letters = at.at;
    while at.peek().is_some_and(|letter| is_word(letter) || matches!(letter, '&' | '.')) {
        at.bump();
    }
    let mut code = find_code(text.get(letters..at.at)?, session)?;
    let mut end = letters + text.get(letters..at.at)?.trim_end_matches('.').len();
    // A final stop ends the sentence, but not where the Arabic abbreviation has it.
    let mut summit = Cursor::new(text, end);
    summit.spaces();
    let mut is_summit = false;
    if summit.eat("(") {
        summit.spaces();
        let marked = summit.eat("IS") || summit.eat("S") || {
            let arabic = summit.eat("ق");
            summit.eat(".");
            summit.spaces();
            arabic && summit.eat_one(&["إ", "ا"])
        };
        summit.eat(".");
        summit.spaces();
        if marked && summit.eat(")") {
            is_summit = true;
            end = summit.at;
        }
    }
    let mut organ = if is_older_session(session) { "icfm" } else { "cfm" };
    if is_summit {
        organ = "is";
        // Summits keep the older letter.
        if code == "POL" && session < 12 {
            code = "P";
        }
    }
    let suffix = if is_summit { "(IS)" } else { "" };
    // A lettered part of one number: `1/47-CS (A)`.
    let mut part = Cursor::new(text, end);
    part.spaces();
    let mut letter = String::new();
    if part.eat("(")
        && let Some(found) = part.bump().filter(char::is_ascii_uppercase)
        && part.eat(")")
    {
        letter = format!("#{found}");
        end = part.at;
    }
    // A revision is a copy of the same work; it belongs to the words of the citation.
    let mut revision = Cursor::new(text, end);
    if revision.eat("/Rev.") && revision.number(2).is_some() {
        end = revision.at;
    }
    Some(Item { start, end, id: format!("oic:{organ}:res:{number}/{session}-{code}{suffix}{letter}") })
}

/// A resolution of the Council of the Arab League or of its summit behind an opening bracket, in the forms
/// of today: `(ق: رقم 8523 - د.ع (151) - ج 2 - 6/3/2019)`, `(ق.ق 721 د.ع (29) - 15/4/2018)`.
pub(super) fn league_bracket(text: &str, inside: usize) -> Option<Symbol> {
    let mut at = Cursor::new(text, inside);
    at.spaces();
    let start = at.at;
    at.eat("ق").then_some(())?;
    at.eat(".");
    at.spaces();
    let organ = if at.eat("ق") { "summit" } else { "council" };
    at.eat(".");
    at.eat(":");
    at.spaces();
    at.eat("رقم");
    at.spaces();
    let (number, _) = at.number(5)?;
    at.spaces();
    let mut end = at.at;
    let mut numbered = false;
    // Session, sitting and date, in any number of parts.
    for _ in 0..4 {
        at.eat_one(&["/", "-", "–"]);
        at.spaces();
        if at.eat("د") {
            at.eat(".");
            at.spaces();
            at.eat_one(&["ع", "غ.ع", "غ ع"]);
            at.eat(".");
            at.spaces();
            at.eat("(");
            at.number(3)?;
            at.eat(")");
            numbered = true;
        } else if at.eat("ج") {
            at.spaces();
            at.number(3)?;
        } else if let Some(date) = super::date_at(text, at.at) {
            at.at = date.span.end as usize;
        } else {
            break;
        }
        end = at.at;
        at.spaces();
    }
    numbered.then(|| Symbol { start, end, works: vec![(start, end, format!("las:{organ}:res:{number}"))] })
}

/// The resolution of the Arab League around its first slash.
pub(super) fn league(text: &str, slash: usize) -> Option<Symbol> {
    let (digits, number, _) = number_before(text, spaces_before(text, slash), 5)?;
    let mut start = spaces_before(text, digits);
    if before(text, start) == Some(':') {
        start = spaces_before(text, start - 1);
    }
    if before(text, start) != Some('ق') {
        return None;
    }
    start -= 'ق'.len_utf8();
    if before(text, start).is_some_and(is_word) {
        return None;
    }
    let mut at = Cursor::new(text, slash + 1);
    at.spaces();
    at.eat("د").then_some(())?;
    at.eat(".");
    at.spaces();
    at.eat("غ");
    at.eat(".");
    at.eat("ع").then_some(())?;
    at.eat(".");
    at.spaces();
    at.eat("(");
    at.number(3)?;
    at.eat(")");
    at.spaces();
    at.eat_one(&["/", "-"]).then(|| at.spaces())?;
    at.eat("ج").then(|| at.spaces())?;
    at.number(3)?;
    let mut end = at.at;
    at.spaces();
    if at.peek().is_some_and(is_dash) {
        at.bump();
        at.spaces();
        if let Some(date) = super::date_at(text, at.at) {
            end = date.span.end as usize;
        }
    }
    Some(Symbol { start, end, works: vec![(start, end, format!("las:council:res:{number}"))] })
}

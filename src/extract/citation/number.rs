//! The shapes of a number: `61/295`, `ES-11/1`, `217 A (III)`, `3362 (S-VII)`, `2593 (2021)`.

use std::fmt::Write;

use crate::lexicon::key::is_word;
use crate::lexicon::ordinals::chinese_number;
use crate::text::write_roman;

use super::super::scan::{Cursor, before, digit, is_dash, is_space, number_before, spaces_before};
use super::letter::{Letter, read_letters, read_roman};

/// The kind of session that a number counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    /// A regular session.
    Regular,
    /// A special session, `S`.
    Special,
    /// An emergency special session, `ES`.
    Emergency,
}

impl Series {
    /// What stands before the session.
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::Regular => "",
            Self::Special => "S-",
            Self::Emergency => "ES-",
        }
    }
}

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Session or year, and the number in it.
    Session {
        /// The kind of session.
        series: Series,
        /// The session, or a year.
        session: u32,
        /// The number.
        number: u32,
    },
    /// A number of one long row, with the session in Roman numerals.
    Roman {
        /// The number.
        number: u32,
        /// The kind of session.
        series: Series,
        /// The session.
        session: u32,
    },
    /// A number of one long row, with the year.
    Year {
        /// The number.
        number: u32,
        /// The year.
        year: u32,
    },
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Where its first character stands.
    pub(super) start: usize,
    /// The byte after its last, the letters included.
    pub(super) end: usize,
    /// What it says.
    pub(super) shape: Shape,
    /// The letters that stand with it.
    pub(super) letters: Vec<Letter>,
}

impl Number {
    /// The number as it stands in an id, without letters or with one.
    pub(super) fn to_id(&self, letter: Option<Letter>) -> String {
        let mut id = String::with_capacity(16);
        let push = |id: &mut String| {
            if let Some(letter) = letter {
                letter.push_to(id);
            }
        };
        match self.shape {
            Shape::Session { series, session, number } => {
                id.push_str(series.prefix());
                _ = write!(id, "{session}/{number}");
                push(&mut id);
            }
            Shape::Roman { number, series, session } => {
                id.push_str(&number.to_string());
                push(&mut id);
                _ = write!(id, "({}{})", series.prefix(), write_roman(session));
            }
            Shape::Year { number, year } => _ = write!(id, "{number}({year})"),
        }
        id
    }

    /// The span of the work with each letter, and that letter; one without where there is none.
    pub(super) fn parts(&self) -> Vec<(usize, usize, Option<Letter>)> {
        let last = self.letters.len().saturating_sub(1);
        if self.letters.is_empty() {
            return vec![(self.start, self.end, None)];
        }
        let part = |(place, letter): (usize, &Letter)| {
            let start = if place == 0 { self.start } else { letter.start };
            let end = if place == last { self.end } else { letter.end };
            (start, end, Some(*letter))
        };
        self.letters.iter().enumerate().map(part).collect()
    }
}

/// The number around a slash between digits.
pub(super) fn at_slash(text: &str, slash: usize, slash_end: usize) -> Option<Number> {
    let (mut start, session, _) = number_before(text, slash, 4)?;
    let mut at = Cursor::new(text, slash_end);
    let (number, _) = at.number(4)?;
    let mut series = Series::Regular;
    match before(text, start) {
        Some(dash) if is_dash(dash) => {
            let (from, found) = series_before(text, start - dash.len_utf8())?;
            start = from;
            series = found;
        }
        Some(letter) if letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '_' | ':' | '+') => return None,
        _ => {}
    }
    let next = at.peek();
    let after = next.and_then(|next| at.rest().get(next.len_utf8()..)).and_then(|rest| rest.chars().next());
    let longer = match next {
        Some('/' | '%') => true,
        Some('.' | ',') => after.is_some_and(|after| digit(after).is_some() && next == Some('.')),
        Some(dash) if is_dash(dash) => after.is_some_and(|after| digit(after).is_some()),
        _ => false,
    };
    if longer || session == 0 || number == 0 {
        return None;
    }
    let letters = read_letters(&mut at);
    Some(Number { start, end: at.at, shape: Shape::Session { series, session, number }, letters })
}

/// The mark of a special session that ends before `at`: where it begins, and which.
fn series_before(text: &str, at: usize) -> Option<(usize, Series)> {
    let ahead = spaces_before(text, at);
    let words = text.get(..ahead)?;
    for (mark, series) in [
        ("ES", Series::Emergency),
        ("S", Series::Special),
        ("دإط", Series::Emergency),
        ("د إ ط", Series::Emergency),
        ("داط", Series::Emergency),
        ("دإ", Series::Special),
        ("د إ", Series::Special),
        ("دا", Series::Special),
    ] {
        if words.ends_with(mark) && (mark.is_ascii() && ahead == at || !mark.is_ascii()) {
            let start = ahead - mark.len();
            let alone =
                !before(text, start).is_some_and(|letter| is_word(letter) && letter < '\u{2E80}' && letter != 'و');
            return alone.then_some((start, series));
        }
    }
    None
}

/// The number before an opening bracket, with the session or year inside it.
pub(super) fn at_bracket(text: &str, bracket: usize, inside: usize) -> Option<Number> {
    let mut at = Cursor::new(text, inside);
    let shape = inside_bracket(&mut at)?;
    // A closing bracket printed as an opening one is a slip of bidirectional text.
    if !at.eat_one(&[")", "）", "("]) {
        return None;
    }
    let (start, number, letters) = number_and_letters_before(text, bracket)?;
    if number == 0
        || before(text, start)
            .is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '-' | '_'))
    {
        return None;
    }
    let shape = match shape {
        Inside::Year(year) if letters.is_empty() => Shape::Year { number, year },
        Inside::Year(_) => return None,
        Inside::Session(series, session) => Shape::Roman { number, series, session },
    };
    Some(Number { start, end: at.at, shape, letters })
}

/// What stands in the brackets.
enum Inside {
    Year(u32),
    Session(Series, u32),
}

fn inside_bracket(at: &mut Cursor) -> Option<Inside> {
    let first = at.peek()?;
    if digit(first).is_some() {
        let (year, digits) = at.number(4)?;
        return (digits == 4 && (1946..=2100).contains(&year)).then_some(Inside::Year(year));
    }
    if first == 'د' {
        at.bump();
        at.spaces();
        let special = at.eat_one(&["إ", "ا", "أ"]);
        at.spaces();
        let emergency = special && at.eat("ط");
        at.spaces();
        at.peek().filter(|dash| is_dash(*dash)).and_then(|_| at.bump())?;
        at.spaces();
        let (session, _) = at.number(2)?;
        let series = if emergency {
            Series::Emergency
        } else if special {
            Series::Special
        } else {
            Series::Regular
        };
        return (session > 0).then_some(Inside::Session(series, session));
    }
    if "一二三四五六七八九十".contains(first) {
        let numeral = at.rest().split([')', '）']).next().filter(|numeral| numeral.chars().count() <= 3)?;
        let session = chinese_number(numeral)?;
        at.at += numeral.len();
        return Some(Inside::Session(Series::Regular, u32::from(session)));
    }
    let mut series = Series::Regular;
    for (mark, marked) in [("ES", Series::Emergency), ("S", Series::Special)] {
        let mut ahead = *at;
        if ahead.eat(mark) && ahead.peek().is_some_and(|next| is_dash(next) || is_space(next)) {
            ahead.bump();
            *at = ahead;
            series = marked;
            break;
        }
    }
    read_roman(at).map(|session| Inside::Session(series, session))
}

/// The number that ends before a bracket, with the letters between the two.
fn number_and_letters_before(text: &str, bracket: usize) -> Option<(usize, u32, Vec<Letter>)> {
    let end = spaces_before(text, bracket);
    if let Some((start, number, _)) = number_before(text, end, 4) {
        return Some((start, number, Vec::new()));
    }
    if let Some((start, number)) = super::series::chinese_before(text, end) {
        return Some((start, number, Vec::new()));
    }
    // Letters stand between: the last digit is at most a few words back.
    let mut from = end;
    for _ in 0..32 {
        let letter = before(text, from)?;
        // "二一七A(三)"
        if from < end
            && let Some((start, number)) = super::series::chinese_before(text, from)
        {
            let mut at = Cursor::new(text, from);
            let letters = read_letters(&mut at);
            at.spaces();
            return (at.at == bracket && !letters.is_empty()).then_some((start, number, letters));
        }
        if digit(letter).is_some() {
            let (start, number, _) = number_before(text, from, 4)?;
            let mut at = Cursor::new(text, from);
            let letters = read_letters(&mut at);
            at.spaces();
            return (at.at == bracket && !letters.is_empty()).then_some((start, number, letters));
        }
        if !(is_word(letter) || is_space(letter) || is_dash(letter) || matches!(letter, ',' | '،' | '、')) {
            return None;
        }
        from -= letter.len_utf8();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let slash = text.find('/').map(|slash| at_slash(text, slash, slash + 1));
        let number = slash.unwrap_or_else(|| text.find('(').and_then(|at| at_bracket(text, at, at + 1)))?;
        let ids: Vec<String> = number
            .parts()
            .into_iter()
            .map(|(start, end, letter)| format!("{}={}", text.get(start..end).unwrap(), number.to_id(letter)))
            .collect();
        Some(ids.join(" | "))
    }

    #[test]
    fn reads_every_shape() {
        for (text, expected) in [
            ("resolution 61/295 of", "61/295=61/295"),
            ("74/255 A and B of", "74/255 A=74/255A | B=74/255B"),
            ("75/254 A to C of", "75/254 A=75/254A | to=75/254B | C=75/254C"),
            ("القرار 40/152 سين", "40/152 سين=40/152O"),
            ("القرار ٤٠/١٥٢ سين", "٤٠/١٥٢ سين=40/152O"),
            ("第75/242 B号", "75/242 B=75/242B"),
            ("ES‑11/1 of", "ES‑11/1=ES-11/1"),
            ("S-13/2", "S-13/2=S-13/2"),
            ("قراريها دإط-10/15 المؤرخ", "دإط-10/15=ES-10/15"),
            ("217 A (III)", "217 A (III)=217A(III)"),
            ("3411 A and B (XXIX)", "3411 A=3411A(XXIX) | B (XXIX)=3411B(XXIX)"),
            ("第377A(V)号", "377A(V)=377A(V)"),
            ("第二一七A(三)号", "二一七A(三)=217A(III)"),
            ("第一(一)号", "一(一)=1(I)"),
            ("3369 (د-29)", "3369 (د-29)=3369(XXIX)"),
            ("377 ألف (د-5)", "377 ألف (د-5)=377A(V)"),
            ("1874 (دإ-4)", "1874 (دإ-4)=1874(S-IV)"),
            ("3362 (S-VII)", "3362 (S-VII)=3362(S-VII)"),
            ("2252 (ES-V)", "2252 (ES-V)=2252(ES-V)"),
            ("2593 (2021)", "2593 (2021)=2593(2021)"),
            ("2334 (2016(),", "2334 (2016(=2334(2016)"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn takes_no_other_number_for_one() {
        for text in ["A/77/208", "25/09/2015", "1/2.5", "paragraph 5 (a)", "2020 (IIX)", "15 (1850)", "x12/5", "12/5-7"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

//! Dates in six languages and two calendars, as they are printed.

use crate::lexicon::key::Key;
use crate::lexicon::months::gregorian_month;
use crate::text::Span;

use super::Context;
use super::dated::{Calendar, DateFact, Day};
use super::hijri;
use super::scan::{Cursor, digit, is_dash, next_digits, spaces_before, word_before};

/// Finds every date in `text`: `20 January 2022`, `22 – 23 March 2022`, `1er mars 2022`,
/// `22 de octubre de 1982`, `10 تشرين الأول/أكتوبر 1975`, `2022年12月7日`, `19-20 Sha'ban 1443H`.
///
/// A date without its year is not found. A date that can't be (31 February) is, and says so. Linear
/// in `text`; allocates only the result.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_dates};
/// use whereas::lexicon::Language;
///
/// let found = find_dates("held on 28 February to 3 March 2022", &Context::new(Language::En));
/// assert_eq!(found[0].first.to_iso(), "2022-02-28");
/// assert_eq!(found[0].last.unwrap().to_iso(), "2022-03-03");
/// ```
#[must_use]
pub fn find_dates(text: &str, _context: &Context) -> Vec<DateFact> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_digits(text, at) {
        if let Some(date) = date_at(text, start) {
            at = date.span.end as usize;
            found.push(date);
        } else {
            let mut past = Cursor::new(text, start);
            while past.peek().is_some_and(|letter| digit(letter).is_some()) {
                past.bump();
            }
            at = past.at;
        }
    }
    found
}

/// The date whose first digit stands at `start`, of any form and calendar.
pub(crate) fn date_at(text: &str, start: usize) -> Option<DateFact> {
    let cursor = Cursor::new(text, start);
    let (value, count) = { cursor }.number(4)?;
    match count {
        1 | 2 => numeric(cursor).or_else(|| day_first(cursor)).or_else(|| month_first(text, cursor)),
        4 if (1000..3000).contains(&value) => year_first(cursor),
        _ => None,
    }
}

/// `2022年12月7日`, `2022年3月22日至23日`, `2022-04-08`.
fn year_first(start: Cursor) -> Option<DateFact> {
    let mut at = start;
    let (year, _) = at.number(4)?;
    let year = year as u16;
    if at.eat("-") {
        let (month, digits) = at.number(2)?;
        let separated = digits == 2 && at.eat("-");
        let (day, digits) = at.number(2).filter(|_| separated)?;
        let whole = digits == 2 && !at.peek().is_some_and(char::is_alphanumeric);
        return whole.then(|| DateFact {
            span: Span::at(start.at, at.at),
            calendar: Calendar::Gregorian,
            first: Day { year, month: month as u8, day: day as u8 },
            last: None,
        });
    }
    at.spaces();
    let first = chinese_day(&mut at, year)?;
    let mut end = at.at;
    at.spaces();
    let mut last = None;
    if at.eat_one(&["至", "到", "-", "–", "—", "~", "～"]) {
        at.spaces();
        let mut same_month = at;
        if let Some((day, _)) = same_month.number(2)
            && same_month.eat("日")
        {
            last = Some(Day { day: day as u8, ..first });
            end = same_month.at;
        } else if let Some(day) = month_and_day(&mut at, year) {
            last = Some(day);
            end = at.at;
        } else {
            let mut whole = at;
            if let Some((year, 4)) = whole.number(4)
                && let Some(day) = chinese_day(&mut whole, year as u16)
            {
                last = Some(day);
                end = whole.at;
            }
        }
    }
    Some(DateFact { span: Span::at(start.at, end), calendar: Calendar::Gregorian, first, last })
}

/// `年12月7日`, after a year.
fn chinese_day(at: &mut Cursor, year: u16) -> Option<Day> {
    at.eat("年").then(|| at.spaces())?;
    month_and_day(at, year)
}

/// `12月7日`.
fn month_and_day(at: &mut Cursor, year: u16) -> Option<Day> {
    let mut ahead = *at;
    let (month, _) = ahead.number(2)?;
    ahead.spaces();
    ahead.eat("月").then(|| ahead.spaces())?;
    let (day, _) = ahead.number(2)?;
    ahead.spaces();
    ahead.eat("日").then(|| {
        *at = ahead;
        Day { year, month: month as u8, day: day as u8 }
    })
}

/// `9/9/1958`, `08.04.2022`: the day first, as in every language read here.
fn numeric(start: Cursor) -> Option<DateFact> {
    let mut at = start;
    let (day, _) = at.number(2)?;
    let mark = at.byte().filter(|mark| matches!(mark, b'/' | b'.'))?;
    at.bump();
    let (month, _) = at.number(2)?;
    if at.byte() != Some(mark) {
        return None;
    }
    at.bump();
    let (year, 4) = at.number(4)? else { return None };
    let plain =
        (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..3000).contains(&year) && at.byte() != Some(b'/');
    plain.then(|| DateFact {
        span: Span::at(start.at, at.at),
        calendar: if year < 1500 { Calendar::Hijri } else { Calendar::Gregorian },
        first: Day { year: year as u16, month: month as u8, day: day as u8 },
        last: None,
    })
}

/// `22-23 March 2022`, `28 Rajab - 3 Sha'aban 1401 H`, `1er mars 2022`, `22 de octubre de 1982`.
fn day_first(start: Cursor) -> Option<DateFact> {
    let mut at = start;
    let first = ordinal_day(&mut at)?;
    let mut range = at;
    if let Some(joined) = to(&mut range)
        && let Some(last) = ordinal_day(&mut range)
        && (joined == Joined::To || last == first + 1)
    {
        of(&mut range);
        let (calendar, month) = month_name(&mut range)?;
        let year = year_after(&mut range)?;
        return Some(DateFact {
            span: Span::at(start.at, with_era(range, calendar)),
            calendar,
            first: Day { year, month, day: first },
            last: Some(Day { year, month, day: last }),
        });
    }
    of(&mut at);
    let (calendar, month) = month_name(&mut at)?;
    let mut with_year = at;
    let year = year_after(&mut with_year);
    let end = year.map_or(at, |_| with_year);
    let mut range = end;
    if let Some(era) = year.map(|_| with_era(range, calendar)) {
        range.at = era;
    }
    if let Some(Joined::To) = to(&mut range)
        && let Some(last) = ordinal_day(&mut range)
    {
        of(&mut range);
        if let Some((_, last_month)) = month_name(&mut range).filter(|(other, _)| *other == calendar)
            && let Some(last_year) = year_after(&mut range)
        {
            let first_year = year.unwrap_or(if last_month < month { last_year - 1 } else { last_year });
            return Some(DateFact {
                span: Span::at(start.at, with_era(range, calendar)),
                calendar,
                first: Day { year: first_year, month, day: first },
                last: Some(Day { year: last_year, month: last_month, day: last }),
            });
        }
    }
    Some(DateFact {
        span: Span::at(start.at, with_era(end, calendar)),
        calendar,
        first: Day { year: year?, month, day: first },
        last: None,
    })
}

/// `January 20, 2022`, `March 22-23, 2022`: the month stands before the first digit.
fn month_first(text: &str, start: Cursor) -> Option<DateFact> {
    let mut at = start;
    let (first, _) = at.number(2)?;
    let mut last = None;
    let mut range = at;
    if to(&mut range).is_some()
        && let Some((day, _)) = range.number(2)
    {
        last = Some(day as u8);
        at = range;
    }
    at.eat_one(&["st", "nd", "rd", "th"]);
    at.eat(",").then(|| at.spaces())?;
    let (year, 4) = at.number(4)? else { return None };
    let (from, name) = word_before(text, spaces_before(text, start.at))?;
    let month = gregorian_month(&Key::of(name)?)?;
    let year = year as u16;
    (1000..3000).contains(&year).then(|| DateFact {
        span: Span::at(from, at.at),
        calendar: Calendar::Gregorian,
        first: Day { year, month, day: first as u8 },
        last: last.map(|day| Day { year, month, day }),
    })
}

/// How two days are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// By a dash or a word for *to*: a range.
    To,
    /// By a word for *and*: a range where one day follows the other.
    And,
}

/// Steps over what joins two days, with the spaces around it.
fn to(at: &mut Cursor) -> Option<Joined> {
    let mut ahead = *at;
    let spaced = ahead.spaces();
    let joined = if ahead.peek().is_some_and(is_dash) {
        ahead.bump();
        Joined::To
    } else if ahead.eat("/") && !spaced {
        Joined::And
    } else if spaced && ahead.eat_word(&["to", "through", "until", "au", "al", "a", "по", "до", "إلى", "الى"])
    {
        Joined::To
    } else if spaced && (ahead.eat_word(&["and", "et", "y", "и", "&"]) || ahead.eat("و")) {
        Joined::And
    } else {
        return None;
    };
    ahead.spaces();
    *at = ahead;
    Some(joined)
}

/// A day of the month with its ordinal mark: `1er`, `22nd`, `1º`, and *the 20th day*.
fn ordinal_day(at: &mut Cursor) -> Option<u8> {
    let mut ahead = *at;
    let (day, _) = ahead.number(2)?;
    let mut marked = ahead;
    if marked.eat_one(&["st", "nd", "rd", "th", "er", "º", "°", "ᵉʳ", "-е", "-го", "."])
        && !marked.peek().is_some_and(char::is_alphanumeric)
    {
        ahead = marked;
    }
    *at = ahead;
    Some(day as u8)
}

/// Steps over the spaces and the word for *of* before a month.
fn of(at: &mut Cursor) {
    at.spaces();
    at.eat_word(&["of", "de", "من", "day of"]);
}

/// The month named next, of either calendar. In Arabic both names of a month may stand side by side
/// (`كانون الثاني/يناير`).
fn month_name(at: &mut Cursor) -> Option<(Calendar, u8)> {
    if let Some(month) = gregorian_name(at) {
        let mut other = *at;
        other.eat(".");
        other.spaces();
        if other.eat("/") {
            other.spaces();
            if gregorian_name(&mut other) == Some(month) {
                *at = other;
            }
        }
        return Some((Calendar::Gregorian, month));
    }
    hijri::month_name(at).map(|month| (Calendar::Hijri, month))
}

/// A Gregorian month of one word or two.
fn gregorian_name(at: &mut Cursor) -> Option<u8> {
    let mut one = *at;
    let mut key = Key::of(one.word()?)?;
    let mut two = one;
    let single = gregorian_month(&key);
    if single.is_none() && two.spaces() && key.push(' ') && key.push_str(two.word()?) {
        let month = gregorian_month(&key)?;
        *at = two;
        return Some(month);
    }
    *at = if single.is_some() { one } else { *at };
    single
}

/// The year after a month, with what may stand before it.
fn year_after(at: &mut Cursor) -> Option<u16> {
    let mut ahead = *at;
    ahead.eat(".");
    ahead.spaces();
    if ahead.eat_one(&[",", "،"]) {
        ahead.spaces();
    }
    ahead.eat_word(&["de", "del", "of", "عام", "سنة", "لعام"]);
    let (year, 4) = ahead.number(4)? else { return None };
    if !(1000..3000).contains(&year) {
        return None;
    }
    *at = ahead;
    Some(year as u16)
}

/// Where the date ends: after the era mark, where one is printed.
fn with_era(at: Cursor, calendar: Calendar) -> usize {
    let mut ahead = at;
    ahead.spaces();
    let marks: &[&str] = match calendar {
        Calendar::Hijri => &["A.H.", "AH", "H.", "H", "هـ", "ه‍", "ه", "هجرية", "هجري"],
        Calendar::Gregorian => &["ميلادية", "م"],
    };
    for mark in marks {
        let mut marked = ahead;
        if marked.eat(mark) && !marked.peek().is_some_and(char::is_alphanumeric) {
            return marked.at;
        }
    }
    at.at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    const EN: Context = Context::new(Language::En);

    fn dates(text: &str) -> Vec<String> {
        let one = |date: DateFact| {
            let words = date.span.of(text).unwrap();
            let last = date.last.map(|last| format!("..{}", last.to_iso())).unwrap_or_default();
            format!("{words} = {}{last}", date.first.to_iso())
        };
        find_dates(text, &EN).into_iter().map(one).collect()
    }

    #[test]
    fn reads_the_forms_of_six_languages() {
        for (text, expected) in [
            ("on 20 January 2022,", "20 January 2022 = 2022-01-20"),
            ("held on 22 – 23 March 2022 (", "22 – 23 March 2022 = 2022-03-22..2022-03-23"),
            ("on 22 and 23 March 2022", "22 and 23 March 2022 = 2022-03-22..2022-03-23"),
            ("on the 20th of January 2022", "20th of January 2022 = 2022-01-20"),
            ("on January 20, 2022.", "January 20, 2022 = 2022-01-20"),
            ("from March 22-23, 2022", "March 22-23, 2022 = 2022-03-22..2022-03-23"),
            ("date 2022-04-08 OIC", "2022-04-08 = 2022-04-08"),
            ("from 30 December 2021 to 2 January 2022", "30 December 2021 to 2 January 2022 = 2021-12-30..2022-01-02"),
            ("28 December - 2 January 2022", "28 December - 2 January 2022 = 2021-12-28..2022-01-02"),
            ("le 1er décembre 1999", "1er décembre 1999 = 1999-12-01"),
            ("du 22 au 23 mars 2022", "22 au 23 mars 2022 = 2022-03-22..2022-03-23"),
            ("18-20 MAI 2010", "18-20 MAI 2010 = 2010-05-18..2010-05-20"),
            ("de 22 de octubre de 1982,", "22 de octubre de 1982 = 1982-10-22"),
            ("22 y 23 de marzo de 2022", "22 y 23 de marzo de 2022 = 2022-03-22..2022-03-23"),
            ("от 22 октября 1982 года", "22 октября 1982 = 1982-10-22"),
            ("22–23 марта 2022 года", "22–23 марта 2022 = 2022-03-22..2022-03-23"),
            ("المؤرخ 10 تشرين الأول/أكتوبر 1975", "10 تشرين الأول/أكتوبر 1975 = 1975-10-10"),
            ("20 كانون الثاني/ يناير 2022", "20 كانون الثاني/ يناير 2022 = 2022-01-20"),
            ("في ٢٠ يناير ٢٠٢٢م،", "٢٠ يناير ٢٠٢٢م = 2022-01-20"),
            ("在1982年10月22日第37/4号", "1982年10月22日 = 1982-10-22"),
            ("于2022年3月22日至23日举行", "2022年3月22日至23日 = 2022-03-22..2022-03-23"),
            ("9/9/1958)", "9/9/1958 = 1958-09-09"),
            ("on May 3rd, 2022", "May 3rd, 2022 = 2022-05-03"),
            ("du 28 février au 3 mars 2022", "28 février au 3 mars 2022 = 2022-02-28..2022-03-03"),
            ("del 28 de febrero al 3 de marzo de 2022", "28 de febrero al 3 de marzo de 2022 = 2022-02-28..2022-03-03"),
            ("el 1 de enero del 2020", "1 de enero del 2020 = 2020-01-01"),
            ("с 28 февраля по 3 марта 2022 года", "28 февраля по 3 марта 2022 = 2022-02-28..2022-03-03"),
            ("من 28 شباط/فبراير إلى 3 آذار/مارس 2022", "28 شباط/فبراير إلى 3 آذار/مارس 2022 = 2022-02-28..2022-03-03"),
            ("من 3 إلى 5 أيار/مايو 2022", "3 إلى 5 أيار/مايو 2022 = 2022-05-03..2022-05-05"),
            ("2022年2月28日至3月3日举行", "2022年2月28日至3月3日 = 2022-02-28..2022-03-03"),
            ("2021年12月30日至2022年1月2日", "2021年12月30日至2022年1月2日 = 2021-12-30..2022-01-02"),
        ] {
            assert_eq!(dates(text), [expected], "{text}");
        }
    }

    #[test]
    fn reads_dates_of_the_islamic_calendar() {
        for (text, expected) in [
            ("(19-20 Sha'ban 1443H)", "19-20 Sha'ban 1443H = 1443-08-19..1443-08-20"),
            ("(19-20 Shabaan 1443H).", "19-20 Shabaan 1443H = 1443-08-19..1443-08-20"),
            ("28 Rajab - 3 Sha'aban 1401 H", "28 Rajab - 3 Sha'aban 1401 H = 1401-07-28..1401-08-03"),
            ("28 Rajab to 3 Sha'aban 1401", "28 Rajab to 3 Sha'aban 1401 = 1401-07-28..1401-08-03"),
            ("3-5 JUMADA II, 1412H,", "3-5 JUMADA II, 1412H = 1412-06-03..1412-06-05"),
            ("7 Ramadan 1446 AH", "7 Ramadan 1446 AH = 1446-09-07"),
            ("20 جمادى الآخرة 1440 هـ", "20 جمادى الآخرة 1440 هـ = 1440-06-20"),
            ("١٧-١٨ محرم ١٤٣٨ه", "١٧-١٨ محرم ١٤٣٨ه = 1438-01-17..1438-01-18"),
        ] {
            assert_eq!(dates(text), [expected], "{text}");
        }
    }

    #[test]
    fn takes_no_number_for_a_date() {
        for text in
            ["resolution 70/1", "2022/23", "in 2022", "paragraph 5 of 12 May", "A/77/208", "11/2/", "20 times in 2022"]
        {
            assert_eq!(dates(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn keeps_a_day_that_can_not_be_and_says_so() {
        for text in ["on 31 February 2022", "of 2022-13-08", "2022年13月8日通过", "2022年2月30日通过"] {
            let found = find_dates(text, &EN);
            assert_eq!(found.len(), 1, "{text}");
            assert!(!found[0].is_possible(), "{text}");
            assert_eq!(found[0].diagnostic().unwrap().code, "date-impossible", "{text}");
        }
    }
}

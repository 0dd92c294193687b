//! Years, ranges of years, Islamic years and sessions, as people type them.

use super::ast::DocumentFilter;

/// What a run of words at the beginning of a list says about time, and how many words it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) filter: DocumentFilter,
    pub(super) words: usize,
    /// A year or a range of years typed alone, which may also stand so in the text.
    pub(super) is_plain: bool,
}

/// Reads a period off the front of `words` (small letters, digits folded, marks kept).
pub(super) fn read_period(words: &[&str]) -> Option<Period> {
    let first = *words.first()?;
    let second = words.get(1).copied().unwrap_or("");
    let found = |filter, words| Some(Period { filter, words, is_plain: false });
    match first {
        "after" | "après" | "بعد" => {
            return found(DocumentFilter::Date(next_year(read_year(second)?), String::new()), 2);
        }
        "since" | "from" | "depuis" | "منذ" => {
            if let (Some(from), Some("to" | "until"), Some(to)) =
                (read_year(second), words.get(2).copied(), words.get(3).and_then(|word| read_year(word)))
            {
                return found(DocumentFilter::Date(from, to), 4);
            }
            return found(DocumentFilter::Date(read_year(second)?, String::new()), 2);
        }
        "before" | "avant" | "قبل" => {
            return found(DocumentFilter::Date(String::new(), year_before(read_year(second)?)), 2);
        }
        "until" | "till" => return found(DocumentFilter::Date(String::new(), read_year(second)?), 2),
        "in" | "en" | "عام" | "سنة" => {
            let year = read_year(second)?;
            return found(DocumentFilter::Date(year.clone(), year), 2);
        }
        "between" => {
            let (from, to) = (read_year(second)?, read_year(words.get(3)?)?);
            return found(DocumentFilter::Date(from, to), 4);
        }
        "session" | "دورة" | "الدورة" => {
            let session = read_ordinal(second)?;
            return found(DocumentFilter::Session(session, session), 2);
        }
        _ => {}
    }
    if let Some(session) = read_ordinal(first)
        && matches!(second, "session" | "sess" | "sessions")
    {
        return found(DocumentFilter::Session(session, session), 2);
    }
    if let Some(year) = read_hijri(first).or_else(|| read_hijri_with(first, second)) {
        let words = if read_hijri(first).is_some() { 1 } else { 2 };
        return found(DocumentFilter::Hijri(year.clone(), year), words);
    }
    if let Some(year) = read_year(first) {
        return Some(Period { filter: DocumentFilter::Date(year.clone(), year), words: 1, is_plain: true });
    }
    let (from, to) = split_range(first)?;
    match (read_year(from), read_year(to)) {
        (Some(from), Some(to)) => {
            let is_plain = !first.contains("..");
            Some(Period { filter: DocumentFilter::Date(from, to), words: 1, is_plain })
        }
        (Some(from), None) if to.is_empty() && first.ends_with("..") => {
            found(DocumentFilter::Date(from, String::new()), 1)
        }
        (None, Some(to)) if from.is_empty() && first.starts_with("..") => {
            found(DocumentFilter::Date(String::new(), to), 1)
        }
        _ => None,
    }
}

/// Reads the value of `date:` or `year:`: a day, a month, a year, an Islamic year, or a range.
pub(super) fn read_date(value: &str) -> Option<DocumentFilter> {
    let value = fold_digits(value);
    let value = value.trim();
    if let Some(day) = value.strip_prefix(">=") {
        return Some(DocumentFilter::Date(read_day(day)?, String::new()));
    }
    if let Some(day) = value.strip_prefix("<=") {
        return Some(DocumentFilter::Date(String::new(), read_day(day)?));
    }
    if let Some(year) = value.strip_prefix('>').and_then(read_year) {
        return Some(DocumentFilter::Date(next_year(year), String::new()));
    }
    if let Some(year) = value.strip_prefix('<').and_then(read_year) {
        return Some(DocumentFilter::Date(String::new(), year_before(year)));
    }
    if let Some(day) = read_day(value) {
        return Some(DocumentFilter::Date(day.clone(), day));
    }
    if let Some(year) = read_hijri(&value.to_lowercase()) {
        return Some(DocumentFilter::Hijri(year.clone(), year));
    }
    let (from, to) = value.split_once("..").or_else(|| split_range(value))?;
    let to = to.trim_start_matches('.');
    if let (Some(from), Some(to)) = (read_hijri_bound(from), read_hijri_bound(to))
        && value.to_lowercase().ends_with('h')
    {
        return Some(DocumentFilter::Hijri(from, to));
    }
    let bound = |text: &str| if text.is_empty() { Some(String::new()) } else { read_day(text) };
    let (from, to) = (bound(from)?, bound(to)?);
    (!from.is_empty() || !to.is_empty()).then_some(DocumentFilter::Date(from, to))
}

/// Reads the value of `session:`: a number, an ordinal, or a range.
pub(super) fn read_session(value: &str) -> Option<DocumentFilter> {
    let value = fold_digits(value).to_lowercase();
    if let Some(session) = read_ordinal(&value) {
        return Some(DocumentFilter::Session(session, session));
    }
    if let Some(from) = value.strip_prefix(">=").and_then(read_ordinal) {
        return Some(DocumentFilter::Session(from, u16::MAX));
    }
    let (from, to) = value.split_once("..").or_else(|| split_range(&value))?;
    Some(DocumentFilter::Session(read_ordinal(from)?, read_ordinal(to)?))
}

/// The text with Arabic-Indic and wide digits written as ASCII ones.
pub(super) fn fold_digits(text: &str) -> String {
    let fold = |character: char| match character {
        '\u{0660}'..='\u{0669}' => char::from_digit(character as u32 - 0x660, 10),
        '\u{06F0}'..='\u{06F9}' => char::from_digit(character as u32 - 0x6F0, 10),
        '\u{FF10}'..='\u{FF19}' => char::from_digit(character as u32 - 0xFF10, 10),
        _ => None,
    };
    text.chars().map(|character| fold(character).unwrap_or(character)).collect()
}

fn split_range(text: &str) -> Option<(&str, &str)> {
    text.split_once("..").or_else(|| text.split_once(['-', '–', '—', '−']))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year in which resolutions may have been adopted.
fn read_year(word: &str) -> Option<String> {
    let word = word.trim_end_matches([',', '.', '?', '!']);
    let in_reach = word.len() == 4 && is_digits(word) && ("1900".."2100").contains(&word);
    in_reach.then(|| word.to_owned())
}

fn next_year(year: String) -> String {
    year.parse::<u32>().map_or(year, |year| (year + 1).to_string())
}

fn year_before(year: String) -> String {
    year.parse::<u32>().map_or(year, |year| year.saturating_sub(1).to_string())
}

/// `1443h`, `1443هـ`.
fn read_hijri(word: &str) -> Option<String> {
    let digits = ["h", "ah", "هـ", "ه"].iter().find_map(|mark| word.strip_suffix(mark))?;
    (digits.len() == 4 && is_digits(digits) && ("1200".."1600").contains(&digits)).then(|| digits.to_owned())
}

fn read_hijri_with(word: &str, mark: &str) -> Option<String> {
    matches!(mark, "h" | "ah" | "هـ" | "ه").then(|| read_hijri(&format!("{word}h")))?
}

fn read_hijri_bound(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    read_hijri(&word).or_else(|| read_hijri(&format!("{word}h")))
}

/// `2022`, `2022-03`, `2022-03-22`.
fn read_day(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let year = parts.next().and_then(read_year)?;
    let mut day = year;
    for (part, most) in parts.by_ref().take(2).zip([12u8, 31]) {
        let number: u8 = part.parse().ok().filter(|number| (1..=most).contains(number) && part.len() <= 2)?;
        day.push('-');
        day.push(char::from(b'0' + number / 10));
        day.push(char::from(b'0' + number % 10));
    }
    parts.next().is_none().then_some(day)
}

/// `78`, `78th`, `1st`, `seventy-eighth` is not read.
fn read_ordinal(word: &str) -> Option<u16> {
    let digits = ["st", "nd", "rd", "th", "e", "ème", "eme", "."].iter().find_map(|end| word.strip_suffix(end));
    let digits = digits.unwrap_or(word);
    (is_digits(digits) && digits.len() <= 3).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Option<(String, usize)> {
        let words: Vec<&str> = text.split(' ').collect();
        read_period(&words).map(|period| (format!("{:?}", period.filter), period.words))
    }

    #[test]
    fn reads_years_and_ranges_as_people_type_them() {
        let date = |from: &str, to: &str, words| Some((format!("Date({from:?}, {to:?})"), words));
        assert_eq!(period("2023"), date("2023", "2023", 1));
        assert_eq!(period("after 2020"), date("2021", "", 2));
        assert_eq!(period("since 2019"), date("2019", "", 2));
        assert_eq!(period("before 2020"), date("", "2019", 2));
        assert_eq!(period("2019-2022"), date("2019", "2022", 1));
        assert_eq!(period("2019..2022"), date("2019", "2022", 1));
        assert_eq!(period("between 2019 and 2022"), date("2019", "2022", 4));
        assert_eq!(period("1443h"), Some(("Hijri(\"1443\", \"1443\")".into(), 1)));
        assert_eq!(period("session 78"), Some(("Session(78, 78)".into(), 2)));
        assert_eq!(period("78th session"), Some(("Session(78, 78)".into(), 2)));
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in ["78/1", "1325", "50/48-pol", "12:30", "after", "session", "2593", "in it", "", "-", "..", "3000"] {
            assert_eq!(period(text), None, "{text}");
        }
    }

    #[test]
    fn reads_the_value_of_a_date_field() {
        let date = |from: &str, to: &str| Some(DocumentFilter::Date(from.into(), to.into()));
        assert_eq!(read_date("2019..2022"), date("2019", "2022"));
        assert_eq!(read_date("2022-03"), date("2022-03", "2022-03"));
        assert_eq!(read_date("2022-3-22..2022-12-01"), date("2022-03-22", "2022-12-01"));
        assert_eq!(read_date(">=2020"), date("2020", ""));
        assert_eq!(read_date("٢٠٢٢"), date("2022", "2022"));
        assert_eq!(read_date("1443H"), Some(DocumentFilter::Hijri("1443".into(), "1443".into())));
        assert_eq!(read_date("1440..1443H"), Some(DocumentFilter::Hijri("1440".into(), "1443".into())));
        assert_eq!(read_date("2022-13"), None);
        assert_eq!(read_date("soon"), None);
        assert_eq!(read_date(".."), None);
    }
}

//! What is printed about a cited work against what is known of it.

use super::years::{assembly_number, assembly_session, council_range, session_years, work_years};
use crate::diagnostic::{Diagnostic, Severity};
use crate::extract::{Calendar, Day};
use crate::lexicon::works::known_date;
use crate::model::{Citation, Dating, DatingRole, Session};
use crate::text::Span;

/// What can't be so about a citation, or differs from what is known: an impossible session or number,
/// a date in another year than that of the session, or another day than the known one.
///
/// `session` is that of the citing text, for a text can't cite a later one. The citation is kept as
/// printed. The codes are `citation-impossible`, `citation-year-differs` and
/// `citation-date-differs`.
#[must_use]
pub fn check_citation(citation: &Citation, session: Option<u16>) -> Option<Diagnostic> {
    let target = citation.target.as_deref();
    if let Some(target) = target
        && let Some((message, help)) = impossible(target, session)
    {
        return Some(warn("citation-impossible", citation.span, message, help));
    }
    let printed = citation.date.as_deref()?;
    // A day that can't be agrees with no year; it is told of the date itself.
    let day = read_day(printed).filter(|day| day.exists(Calendar::Gregorian))?;
    let target = target?;
    if let Some(known) = known_date(target).filter(|known| *known != printed) {
        return Some(warn(
            "citation-date-differs",
            citation.span,
            format!("“{}” is dated {printed}, but that work is of {known}", citation.text),
            "look whether number or date is misprinted".to_owned(),
        ));
    }
    let (first, last) = work_years(target)?;
    (day.year < first || day.year > last).then(|| {
        let years = either(first, last);
        warn(
            "citation-year-differs",
            citation.span,
            format!("“{}” is dated {printed}, but its number is one of {years}", citation.text),
            "look whether number or date is misprinted".to_owned(),
        )
    })
}

/// Resolutions of a session are numbered from 1, decisions from 401; what texts of sessions 75 to 78 cite goes up to 589.
const HIGHEST_OF_A_SESSION: u32 = 699;

/// Why a number can't be, and what was expected.
fn impossible(target: &str, session: Option<u16>) -> Option<(String, String)> {
    if let Some(cited) = assembly_session(target).filter(|cited| *cited > 30) {
        if session_years("un:ga", cited).is_none() {
            return Some((
                format!("there is no session {cited} of the General Assembly"),
                "sessions are counted one a year since 1946; the number is kept as printed".to_owned(),
            ));
        }
        if let Some(own) = session.filter(|own| (31..=130).contains(own) && cited > *own) {
            return Some((
                format!("session {cited} is later than the citing text, which is of session {own}"),
                "look whether the number is misprinted; it is kept as printed".to_owned(),
            ));
        }
    }
    if assembly_number(target).is_some_and(|number| number > HIGHEST_OF_A_SESSION) {
        return Some((
            "no resolution or decision of a session of the General Assembly is numbered so high".to_owned(),
            "documents are (A/78/901); look whether one is meant; the number is kept as printed".to_owned(),
        ));
    }
    let (number, year) = target.strip_prefix("un:sc:res:")?.strip_suffix(')')?.split_once('(')?;
    let (number, year) = (number.parse::<u16>().ok()?, year.parse::<u16>().ok()?);
    let (from, to) = council_range(year)?;
    (!(from..=to).contains(&number)).then(|| {
        let range = if to == u16::MAX { format!("from {from} on") } else { format!("between {from} and {to}") };
        (
            format!("resolution {number} of the Security Council is not of {year}"),
            format!("the resolutions of {year} are numbered {range}; number and year are kept as printed"),
        )
    })
}

/// Whether the session that a text states agrees with its dates, and with the session in its number: the
/// code is `session-year-differs` or `session-number-differs`.
#[must_use]
pub fn check_session(organ: &str, session: &Session, dates: &[Dating], id: &str) -> Option<Diagnostic> {
    let ordinal = session.ordinal?;
    // Special sessions are counted apart, and held in any year.
    if id.contains(":S-") || id.contains(":ES-") {
        return None;
    }
    if organ == "un:ga"
        && let Some(numbered) = assembly_session(id).filter(|numbered| *numbered != ordinal && *numbered > 30)
    {
        return Some(warn(
            "session-number-differs",
            session.span,
            format!("the text is of session {ordinal}, but its number is one of session {numbered}"),
            "look which of the two is misprinted".to_owned(),
        ));
    }
    let held = dates.iter().find(|dating| matches!(dating.role, DatingRole::Session | DatingRole::Adoption))?;
    let year = held.iso.get(..4)?.parse::<u16>().ok()?;
    let (first, last) = session_years(organ, ordinal)?;
    (year < first || year > last).then(|| {
        let years = either(first, last);
        warn(
            "session-year-differs",
            session.span,
            format!("session {ordinal} was held in {years}, but the text is dated {}", held.iso),
            "look whether session or date is misprinted".to_owned(),
        )
    })
}

/// One year, or two that something can be of.
fn either(first: u16, last: u16) -> String {
    if first == last { first.to_string() } else { format!("{first} or {last}") }
}

fn warn(code: &'static str, span: Span, message: String, help: String) -> Diagnostic {
    Diagnostic { code, severity: Severity::Warning, span, message, help }
}

/// The day of an ISO date.
fn read_day(iso: &str) -> Option<Day> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Day { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CitationForm;

    fn check(target: &str, date: Option<&str>, session: Option<u16>) -> Option<&'static str> {
        let citation = Citation::new(Span::at(0, 5), "as is", Some(target.to_owned()), CitationForm::Symbol);
        let citation = Citation { date: date.map(str::to_owned), ..citation };
        check_citation(&citation, session).map(|finding| finding.code)
    }

    #[test]
    fn finds_what_can_not_be_and_what_differs() {
        for (target, date, session, code) in [
            ("un:ga:res:70/1", Some("2015-09-25"), Some(77), None),
            ("un:ga:res:70/1", Some("2015-10-25"), Some(77), Some("citation-date-differs")),
            ("un:ga:res:74/30", Some("2012-12-12"), Some(77), Some("citation-year-differs")),
            ("un:ga:res:74/30", Some("2019-02-31"), Some(77), None),
            ("un:ga:res:9999/1", None, None, Some("citation-impossible")),
            ("un:ga:res:78/1", None, Some(77), Some("citation-impossible")),
            ("un:ga:res:1514(XV)", Some("1960-12-14"), Some(77), None),
            ("un:ga:res:1514(XV)", Some("1970-12-14"), Some(77), Some("citation-date-differs")),
            ("un:ga:dec:78/560", None, Some(78), None),
            ("un:ga:dec:78/901", None, Some(78), Some("citation-impossible")),
            ("un:sc:res:2593(2021)", Some("2021-08-30"), Some(77), None),
            ("un:sc:res:2593(2012)", None, Some(77), Some("citation-impossible")),
            ("un:hrc:res:16/18", Some("2011-03-24"), Some(77), None),
            ("un:hrc:res:16/18", Some("2015-03-24"), Some(77), Some("citation-year-differs")),
            ("un:charter", Some("1945-06-26"), Some(77), None),
        ] {
            assert_eq!(check(target, date, session), code, "{target} {date:?}");
        }
    }

    #[test]
    fn finds_a_session_that_is_not_of_its_year() {
        let session = Session { ordinal: Some(77), theme: None, span: Span::at(0, 5) };
        let dating = |iso: &str| Dating {
            role: DatingRole::Adoption,
            iso: iso.to_owned(),
            end: None,
            span: Span::at(0, 5),
            hijri: None,
        };
        let code = |iso: &str, id: &str| check_session("un:ga", &session, &[dating(iso)], id).map(|found| found.code);
        assert_eq!(code("2022-12-07", "un:ga:res:77/18"), None);
        assert_eq!(code("2024-12-07", "un:ga:res:77/18"), Some("session-year-differs"));
        assert_eq!(code("2022-12-07", "un:ga:res:76/18"), Some("session-number-differs"));
    }
}

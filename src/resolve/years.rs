//! In which years a session was held and a work can have been adopted.

use crate::lexicon::sessions::{council_numbers, islamic_session_year};
use crate::text::read_roman;

/// The last session that a number is taken for one of, where nothing tells the year of the text.
const LAST_SESSION: u16 = 130;

/// The first and the last year in which a session was held; `None` for a body whose sessions are not
/// known, and for a session that can't be.
///
/// The General Assembly has met once a year since 1946, from September on; the Human Rights Council three
/// times a year since 2006; of the Islamic conferences each is listed. `[ga-sessions]` `[hrc-sessions]`
///
/// # Examples
///
/// ```
/// use whereas::resolve::session_years;
///
/// assert_eq!(session_years("un:ga", 77), Some((2022, 2023)));
/// assert_eq!(session_years("un:hrc", 45), Some((2020, 2020)));
/// assert_eq!(session_years("oic:cfm", 48), Some((2022, 2022)));
/// assert_eq!(session_years("un:ga", 9999), None);
/// ```
#[must_use]
pub fn session_years(organ: &str, session: u16) -> Option<(u16, u16)> {
    match organ {
        "un:ga" if session == 1 => Some((1946, 1946)),
        "un:ga" if (2..=LAST_SESSION).contains(&session) => Some((1945 + session, 1946 + session)),
        "un:hrc" if (1..=LAST_SESSION).contains(&session) => {
            let year = 2006 + (session - 1) / 3;
            Some((year, year))
        }
        _ => islamic_session_year(organ, session).map(|year| (year, year)),
    }
}

/// The first and the last year in which a work can have been adopted, as its number tells: `un:ga:res:77/18`,
/// `un:ga:res:217A(III)`, `un:sc:res:2593(2021)`; `None` where it tells nothing, or can't be.
#[must_use]
pub fn work_years(id: &str) -> Option<(u16, u16)> {
    let mut parts = id.splitn(4, ':');
    let (body, organ, _, number) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let printed = number.split_once('(').and_then(|(_, inside)| inside.split_once(')')).map(|(inside, _)| inside);
    let year = printed.and_then(|inside| inside.parse::<u16>().ok()).filter(|year| (1945..=2150).contains(year));
    let session = |number: &str| number.split('/').next().and_then(|session| session.parse::<u16>().ok());
    match (body, organ) {
        ("un", "ga") => match printed {
            Some(roman) => session_years("un:ga", roman_session(roman)?),
            None => session_years("un:ga", session(number)?),
        },
        ("un", "hrc") => session_years("un:hrc", session(number)?),
        // A resolution of a year's programme may be adopted in the year before.
        ("un", "ecosoc" | "chr" | "cpd") => {
            session(number).filter(|year| (1946..=2150).contains(year)).map(|year| (year - 1, year + 1))
        }
        ("un", "sc") if number.contains('/') => session(number).map(|year| (year, year)),
        ("oic", organ) => {
            let held = number.split_once('/')?.1;
            let digits = held.find(|letter: char| !letter.is_ascii_digit()).and_then(|end| held.get(..end))?;
            session_years(&format!("oic:{organ}"), digits.parse().ok()?)
        }
        _ => year.map(|year| (year, year)),
    }
}

/// The session of the General Assembly that a number names, and whether it can be.
pub(super) fn assembly_session(id: &str) -> Option<u16> {
    let number = id.strip_prefix("un:ga:res:").or_else(|| id.strip_prefix("un:ga:dec:"))?;
    number.split_once('/').and_then(|(session, _)| session.parse().ok())
}

/// The number within its session of a resolution or decision of the General Assembly since 1976, without a letter.
pub(super) fn assembly_number(id: &str) -> Option<u32> {
    let number = id.strip_prefix("un:ga:res:").or_else(|| id.strip_prefix("un:ga:dec:"))?;
    let (_, number) =
        number.split_once('/').filter(|(session, _)| session.bytes().all(|byte| byte.is_ascii_digit()))?;
    let end = number.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(number.len());
    number.get(..end)?.parse().ok()
}

/// A session as the numbers until 1975 print it, in Roman numerals without a `C`.
fn roman_session(numeral: &str) -> Option<u16> {
    read_roman(numeral).filter(|session| *session < 90)?.try_into().ok()
}

/// Between which numbers a resolution of the Security Council of a year lies, as far as known.
pub(super) fn council_range(year: u16) -> Option<(u16, u16)> {
    council_numbers(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_years_of_a_work_from_its_number() {
        for (id, years) in [
            ("un:ga:res:77/18", Some((2022, 2023))),
            ("un:ga:res:1(I)", Some((1946, 1946))),
            ("un:ga:res:217A(III)", Some((1948, 1949))),
            ("un:ga:res:3369(XXIX)", Some((1974, 1975))),
            ("un:ga:res:ES-11/1", None),
            ("un:ga:res:1874(S-IV)", None),
            ("un:ga:res:9999/1", None),
            ("un:sc:res:2593(2021)", Some((2021, 2021))),
            ("un:sc:prst:2002/37", Some((2002, 2002))),
            ("un:ecosoc:res:2006/46", Some((2005, 2007))),
            ("un:hrc:res:16/18", Some((2011, 2011))),
            ("oic:cfm:res:50/48-POL", Some((2022, 2022))),
            ("oic:is:res:10/11-P(IS)", Some((2008, 2008))),
            ("eu:ep:res:P9_TA(2022)0012", Some((2022, 2022))),
            ("un:charter", None),
        ] {
            assert_eq!(work_years(id), years, "{id}");
        }
    }
}

//! Which sessions were held when, and which numbers belong to which year.

use std::sync::OnceLock;

use super::table::{read_rows, table};

/// The year in which an Islamic conference of ministers or an Islamic summit was held.
pub(crate) fn islamic_session_year(organ: &str, session: u16) -> Option<u16> {
    static HELD: OnceLock<Vec<(&str, u16, u16)>> = OnceLock::new();
    let organ = if organ == "oic:icfm" { "oic:cfm" } else { organ };
    let held = HELD.get_or_init(|| {
        read_rows(include_str!("data/oic_sessions.tsv"))
            .filter_map(|[id, ordinal, year]| Some((id, ordinal.parse().ok()?, year.parse().ok()?)))
            .collect()
    });
    held.iter().find(|(id, ordinal, _)| *id == organ && *ordinal == session).map(|(_, _, year)| *year)
}

/// The number after the last of an earlier year and the one before the first of a later year, as far as
/// they are known: between the two lies every resolution of the Security Council of `year`.
pub(crate) fn council_numbers(year: u16) -> Option<(u16, u16)> {
    static YEARS: OnceLock<Vec<[u16; 3]>> = OnceLock::new();
    let years = YEARS.get_or_init(|| {
        read_rows(table!("data/council_years.tsv", 3))
            .filter_map(|row: [&str; 3]| {
                let [year, first, last] = row.map(|cell| cell.parse().ok());
                Some([year?, first?, last?])
            })
            .collect()
    });
    let at = years.partition_point(|[known, _, _]| *known < year);
    let before = at.checked_sub(1).and_then(|before| years.get(before)).map_or(0, |[_, _, last]| *last);
    let after = years.iter().skip(at).find(|[known, _, _]| *known > year).map_or(u16::MAX, |[_, first, _]| *first);
    (year >= 1946).then_some((before + 1, after.saturating_sub(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_which_numbers_belong_to_a_year() {
        let within = |number, year| council_numbers(year).is_some_and(|(from, to)| (from..=to).contains(&number));
        assert!(within(242, 1967) && within(1325, 2000) && within(2593, 2021) && within(2800, 2026));
        assert!(!within(242, 1968) && !within(2593, 2012) && !within(9999, 2022));
        assert_eq!(council_numbers(1945), None);
    }

    #[test]
    fn knows_when_the_islamic_conferences_met() {
        assert_eq!(islamic_session_year("oic:cfm", 48), Some(2022));
        assert_eq!(islamic_session_year("oic:icfm", 20), Some(1991));
        assert_eq!(islamic_session_year("oic:is", 6), Some(1991));
        assert_eq!(islamic_session_year("oic:cfm", 99), None);
    }
}

//! The letters by which the Organisation of Islamic Cooperation names the subject of a resolution.

use super::table::{forms, read_rows};

/// The last session at which the conference of ministers had its older name and letters. `[oic-34-icfm]`
const LAST_OF_OLD: u32 = 34;

/// Whether a session of the ministers had the older name, *Islamic Conference of Foreign Ministers*.
pub(crate) const fn is_older_session(session: u32) -> bool {
    session <= LAST_OF_OLD
}

/// The code that `letters` stand for, Latin or Arabic: in Arabic the same letter stands for the
/// older code at an older session.
pub(crate) fn find_code(letters: &str, session: u32) -> Option<&'static str> {
    let bare = letters.trim_end_matches('.');
    read_rows(include_str!("data/oic_codes.tsv")).find_map(|[code, latin, arabic, older]| {
        if forms(latin).any(|form| form.eq_ignore_ascii_case(bare)) {
            Some(code)
        } else if forms(arabic).any(|form| form == bare) {
            Some(if is_older_session(session) { older } else { code })
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::find_code;

    #[test]
    fn reads_codes_of_two_scripts() {
        assert_eq!(find_code("pol", 48), Some("POL"));
        assert_eq!(find_code("س", 48), Some("POL"));
        assert_eq!(find_code("س", 20), Some("P"));
        assert_eq!(find_code("إق", 43), Some("E"));
        assert_eq!(find_code("xyz", 43), None);
    }
}

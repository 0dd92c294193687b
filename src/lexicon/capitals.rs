//! The capitals of States, by which a place is named without being named.

use super::table::{forms, read_rows, table};
use crate::text::{Span, WordReader};

static TABLE: &str = table!("data/capitals.tsv", 3);

/// A State with its capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capital {
    /// ISO 3166-1 alpha-3 code of the State.
    pub code: &'static str,
    cities: &'static str,
}

impl Capital {
    /// Whether this is the State's seat of government, in any of the spellings listed.
    #[must_use]
    pub fn is_city(&self, name: &str) -> bool {
        let wanted = fold(name);
        forms(self.cities).any(|city| fold(city) == wanted)
    }
}

/// The State whose English short name is `name`, without *the* or *Republic of*.
///
/// Costs a comparison with each of some two hundred rows.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::find_capital;
///
/// let capital = find_capital("Pakistan").unwrap();
/// assert_eq!(capital.code, "PAK");
/// assert!(capital.is_city("ISLAMABAD"));
/// assert!(find_capital("Atlantis").is_none());
/// ```
#[must_use]
pub fn find_capital(name: &str) -> Option<Capital> {
    let wanted = fold(name);
    read_rows::<3>(TABLE)
        .find(|[_, names, _]| forms(names).any(|name| fold(name) == wanted))
        .map(|[code, _, cities]| Capital { code, cities })
}

/// The words of a name, folded and joined by spaces.
fn fold(name: &str) -> String {
    let mut reader = WordReader::new(name, Span::at(0, name.len()), &[]);
    let (mut folded, mut word) = (String::new(), String::new());
    while reader.next(&mut word).is_some() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word);
    }
    folded
}

//! Works that are cited by name, and works that are cited by body, date and topic.

use std::sync::OnceLock;

use super::phrases::{Phrases, behind_clitic, read_names};
use super::table::{forms, read_rows, table};
use crate::text::sort;

/// Charters, treaties and declarations with every name they have.
pub(crate) struct Works {
    ids: Vec<&'static str>,
    names: Phrases,
}

impl Works {
    /// The table, built when it is first asked for.
    pub(crate) fn get() -> &'static Self {
        static WORKS: OnceLock<Works> = OnceLock::new();
        WORKS.get_or_init(|| {
            let (ids, names) = read_names(table!("data/works.tsv", 3));
            Self { ids, names }
        })
    }

    /// The work whose name begins at byte `at`: its id, where the name begins and the byte after it.
    /// In Arabic a conjunction or preposition may be written with the name.
    pub(crate) fn find_at(&self, text: &str, at: usize) -> Option<(&'static str, usize, usize)> {
        let (start, (place, end)) = self.names.find_at(text, at).map(|found| (at, found)).or_else(|| {
            let start = behind_clitic(text, at)?;
            Some((start, self.names.find_at(text, start)?))
        })?;
        self.ids.get(usize::from(place)).map(|id| (*id, start, end))
    }
}

/// A work that texts cite without its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DescribedWork {
    /// Its id.
    pub(crate) id: &'static str,
    /// The body that adopted it.
    pub(crate) body: &'static str,
    /// The ISO date of its adoption.
    pub(crate) date: &'static str,
    /// Words of which one stands in what it is about, in the languages it is cited in.
    topics: &'static str,
}

impl DescribedWork {
    /// Whether `words` name what the work is about.
    pub(crate) fn is_about(&self, words: &str) -> bool {
        forms(self.topics).any(|topic| words.contains(topic))
    }
}

/// The ISO date on which a work was adopted, where it is known. One binary search.
pub(crate) fn known_date(id: &str) -> Option<&'static str> {
    static DATES: OnceLock<Vec<(&'static str, &'static str)>> = OnceLock::new();
    let dates = DATES.get_or_init(|| {
        let mut dates: Vec<_> = described_works().map(|work| (work.id, work.date)).collect();
        sort(&mut dates);
        dates
    });
    dates.binary_search_by_key(&id, |(known, _)| known).ok().and_then(|at| dates.get(at)).map(|(_, date)| *date)
}

/// The works that texts cite by body, date and topic.
pub(crate) fn described_works() -> impl Iterator<Item = DescribedWork> {
    read_rows(table!("data/described_works.tsv", 4)).map(|[id, body, date, topics]| DescribedWork {
        id,
        body,
        date,
        topics,
    })
}

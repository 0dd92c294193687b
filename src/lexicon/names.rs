//! Everyone whom a resolution names: States, organisations and organs, officials and groups.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::declension::russian_cases;
use super::phrases::{Phrases, behind_clitic};
use super::table::{forms, read_rows, table};

// A `static`, like the bodies: the text of a constant is kept once for each place that names it.
static STATES: &str = table!("data/states.tsv", 3);

/// The names of States, bodies, officials and groups in six languages.
pub(crate) struct Names {
    ids: Vec<&'static str>,
    names: Phrases,
}

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The id of whom it names: an ISO 3166-1 alpha-3 code, `un:sc`, `group:member-states`.
    pub(crate) id: &'static str,
    /// Where it begins.
    pub(crate) start: usize,
    /// The byte after it.
    pub(crate) end: usize,
}

impl Names {
    /// The table, built when it is first asked for.
    pub(crate) fn get() -> &'static Self {
        static NAMES: OnceLock<Names> = OnceLock::new();
        NAMES.get_or_init(|| {
            let mut ids: Vec<&'static str> = Vec::new();
            let mut names = Vec::new();
            let tables = [super::bodies::TABLE, table!("data/roles.tsv", 3), STATES];
            for (table, [id, language, cell]) in
                tables.into_iter().enumerate().flat_map(|(place, table)| read_rows(table).map(move |row| (place, row)))
            {
                let place = if ids.last() == Some(&id) { ids.len() - 1 } else { ids.len() };
                if place == ids.len() {
                    ids.push(id);
                }
                let place = place as u16;
                for name in forms(cell) {
                    match language {
                        "ru" if table == 2 => {
                            names.extend(russian_cases(name).into_iter().map(|form| (Cow::Owned(form), place)));
                        }
                        _ => names.push((Cow::Borrowed(name), place)),
                    }
                    if let Some(bare) = name.strip_prefix("ال").filter(|_| language == "ar") {
                        names.push((Cow::Owned(format!("لل{bare}")), place));
                    }
                }
            }
            Self { ids, names: Phrases::new(names) }
        })
    }

    /// The longest name that begins at byte `at`. In Arabic a conjunction or preposition may be
    /// written with it, and the name begins after that.
    pub(crate) fn find_at(&self, text: &str, at: usize) -> Option<Name> {
        let (start, (place, end)) = self.names.find_at(text, at).map(|found| (at, found)).or_else(|| {
            let start = behind_clitic(text, at)?;
            Some((start, self.names.find_at(text, start)?))
        })?;
        self.ids.get(usize::from(place)).map(|id| Name { id, start, end })
    }
}

/// The names that only the texts of one body use for its own organs: *the Commission* for the European one.
/// `None` for a body that has none.
pub(crate) fn own_names(body: &str) -> Option<&'static Names> {
    static OWN: OnceLock<Vec<(&'static str, Names)>> = OnceLock::new();
    let own = OWN.get_or_init(|| {
        let rows = || read_rows::<4>(include_str!("data/own_names.tsv"));
        let mut bodies: Vec<&'static str> = rows().map(|[body, ..]| body).collect();
        bodies.dedup();
        let of = |body: &'static str| {
            let mut ids = Vec::new();
            let mut names = Vec::new();
            for [_, id, _, cell] in rows().filter(|[of, ..]| *of == body) {
                ids.push(id);
                names.extend(forms(cell).map(|name| (Cow::Borrowed(name), ids.len() as u16 - 1)));
            }
            (body, Names { ids, names: Phrases::new(names) })
        };
        bodies.into_iter().map(of).collect()
    });
    own.iter().find(|(of, _)| *of == body).map(|(_, names)| names)
}

/// The codes of the States with every name they have.
pub(crate) fn states() -> impl Iterator<Item = (&'static str, &'static str)> {
    read_rows(STATES).flat_map(|[code, _, cell]| forms(cell).map(move |name| (code, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_states_bodies_and_groups() {
        for (text, id) in [
            ("Syrian Arab Republic", "SYR"),
            ("Côte d’Ivoire", "CIV"),
            ("Российской Федерации", "RUS"),
            ("كازاخستان", "KAZ"),
            ("哈萨克斯坦", "KAZ"),
            ("États Membres", "group:member-states"),
            ("للأمين العام", "sg"),
            ("Human Rights Council", "un:hrc"),
        ] {
            assert_eq!(Names::get().find_at(text, 0).map(|name| name.id), Some(id), "{text}");
        }
    }

    #[test]
    fn names_every_state_in_six_languages_and_by_no_name_of_another() {
        use std::collections::{BTreeMap, BTreeSet};
        let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut owners: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        for [code, language, cell] in read_rows::<3>(STATES) {
            languages.entry(code).or_default().insert(language);
            for name in forms(cell) {
                let owner = *owners.entry((language, name)).or_insert(code);
                assert_eq!(owner, code, "{name} is the name of two States");
            }
        }
        // Those that are no more are known by the names that votes were printed with.
        let former = ["SUN", "CSK", "YUG", "DDR"];
        let now = languages.iter().filter(|(code, _)| !former.contains(code));
        // The members of the United Nations and its two observer States. [un-member-states]
        assert_eq!(now.clone().count(), 195);
        for (code, languages) in now {
            assert_eq!(languages.len(), 6, "{code}");
        }
    }

    #[test]
    fn every_line_has_the_columns_of_its_table() {
        for table in [
            include_str!("data/bodies.tsv"),
            include_str!("data/roles.tsv"),
            include_str!("data/states.tsv"),
            include_str!("data/works.tsv"),
        ] {
            for line in table.lines() {
                assert_eq!(line.split('\t').count(), 4, "{line}");
            }
        }
    }
}

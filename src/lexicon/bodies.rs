//! Organisations and their organs, by the names that texts use for them in six languages.

use std::sync::OnceLock;

use super::Language;
use super::phrases::{Phrases, behind_clitic, read_names};
use super::table::{forms, read_rows, table};

pub(super) static TABLE: &str = table!("data/bodies.tsv", 3);

/// The organs and every name they have.
pub(crate) struct Bodies {
    ids: Vec<&'static str>,
    names: Phrases,
}

impl Bodies {
    /// The table, built when it is first asked for.
    pub(crate) fn get() -> &'static Self {
        static BODIES: OnceLock<Bodies> = OnceLock::new();
        BODIES.get_or_init(|| {
            let (ids, names) = read_names(TABLE);
            Self { ids, names }
        })
    }

    /// The organ whose name begins at byte `at`: its id, and the byte after the name. In Arabic the
    /// conjunction or preposition written with the name may stand before it.
    pub(crate) fn find_at(&self, text: &str, at: usize) -> Option<(&'static str, usize)> {
        let found = self.names.find_at(text, at);
        let (place, end) = found.or_else(|| self.names.find_at(text, behind_clitic(text, at)?))?;
        self.ids.get(usize::from(place)).map(|id| (*id, end))
    }
}

/// The name of an organisation (`oic`) or of an organ (`un:ga`) in a language, as it stands in a sentence.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, body_name};
///
/// assert_eq!(body_name("un:ga", Language::Fr), Some("Assemblée générale"));
/// assert_eq!(body_name("un:none", Language::Fr), None);
/// ```
#[must_use]
pub fn body_name(id: &str, language: Language) -> Option<&'static str> {
    read_rows::<3>(TABLE)
        .find(|[row, code, _]| *row == id && *code == language.code())
        .and_then(|[_, _, names]| forms(names).next())
}

#[cfg(test)]
mod tests {
    use super::Bodies;

    #[test]
    fn knows_an_organ_under_its_names_in_six_languages() {
        for (name, id) in [
            ("Security Council", "un:sc"),
            ("Conseil des droits de l’homme", "un:hrc"),
            ("Consejo Económico y Social", "un:ecosoc"),
            ("Советом Безопасности", "un:sc"),
            ("للجمعية العامة", "un:ga"),
            ("ومجلس الأمن", "un:sc"),
            ("人权理事会", "un:hrc"),
        ] {
            assert_eq!(Bodies::get().find_at(name, 0), Some((id, name.len())), "{name}");
        }
    }
}

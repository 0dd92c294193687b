//! What texts are called: keys of editions, ids of works.

use crate::model::Document;

/// The key of a text in which no resolution was found: `text:<16 hex of its hash>@en`.
pub(super) fn of_text(document: &Document) -> String {
    let hash = document.source.sha256.get(..16).unwrap_or(&document.source.sha256);
    format!("text:{hash}@{}", document.language)
}

/// The id of the work that a key names an edition of.
pub(super) fn work_of(key: &str) -> &str {
    key.rsplit_once('@').map_or(key, |(work, _)| work)
}

/// Whether `key` names an edition of the work `id`.
pub(super) fn is_of_work(key: &str, id: &str) -> bool {
    work_of(key) == id
}

/// The key itself where it is free, or with the first free number from 2: `…~2`.
pub(super) fn find_free(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut key = wanted.to_owned();
    let mut copy = 2u32;
    while is_taken(&key) {
        key = format!("{wanted}~{copy}");
        copy = copy.saturating_add(1);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_copies_from_two() {
        let held = ["oic:cfm:res:1/48-POL@en", "oic:cfm:res:1/48-POL@en~2"];
        assert_eq!(find_free("oic:cfm:res:1/48-POL@en", |key| held.contains(&key)), "oic:cfm:res:1/48-POL@en~3");
        assert_eq!(find_free("oic:cfm:res:2/48-POL@en", |key| held.contains(&key)), "oic:cfm:res:2/48-POL@en");
    }

    #[test]
    fn finds_the_work_of_every_edition() {
        assert_eq!(work_of("un:ga:res:77/18@fr~2"), "un:ga:res:77/18");
        assert_eq!(work_of("un:ga:res:77/18"), "un:ga:res:77/18");
        assert!(!is_of_work("un:ga:res:77/181@fr", "un:ga:res:77/18"));
    }
}

//! The fields of a query by all their names, and the values they take.

/// A field of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Body,
    Organ,
    Lead,
    To,
    Zone,
    /// Force on a ladder: the name it is asked by, and the ladder's.
    Step(&'static str, &'static str),
    /// Force without a ladder, which can't be answered.
    Force,
    Concept,
    Cites,
    Stance,
    Date,
    Year,
    Session,
    Language,
    Title,
    Status,
    Id,
    Symbol,
}

/// Names of fields. The first for each is the one that is shown.
const NAMES: [(&str, Field); 44] = [
    ("body", Field::Body),
    ("org", Field::Body),
    ("organisation", Field::Body),
    ("organization", Field::Body),
    ("by", Field::Body),
    ("organ", Field::Organ),
    ("lead", Field::Lead),
    ("verb", Field::Lead),
    ("to", Field::To),
    ("addressee", Field::To),
    ("zone", Field::Zone),
    ("in", Field::Zone),
    ("part", Field::Zone),
    ("asks", Field::Step("asks", "direct")),
    ("direct", Field::Step("asks", "direct")),
    ("condemns", Field::Step("condemns", "censure")),
    ("disapproves", Field::Step("disapproves", "censure")),
    ("censure", Field::Step("condemns", "censure")),
    ("supports", Field::Step("supports", "support")),
    ("support", Field::Step("supports", "support")),
    ("praises", Field::Step("praises", "praise")),
    ("welcomes", Field::Step("praises", "praise")),
    ("praise", Field::Step("praises", "praise")),
    ("states", Field::Step("states", "assert")),
    ("asserts", Field::Step("states", "assert")),
    ("commits", Field::Step("commits", "commit")),
    ("commit", Field::Step("commits", "commit")),
    ("force", Field::Force),
    ("strength", Field::Force),
    ("concept", Field::Concept),
    ("act", Field::Concept),
    ("cites", Field::Cites),
    ("cite", Field::Cites),
    ("stance", Field::Stance),
    ("date", Field::Date),
    ("year", Field::Year),
    ("session", Field::Session),
    ("lang", Field::Language),
    ("language", Field::Language),
    ("title", Field::Title),
    ("status", Field::Status),
    ("id", Field::Id),
    ("key", Field::Id),
    ("symbol", Field::Symbol),
];

/// The field with this name, in any case.
pub(super) fn find(name: &str) -> Option<Field> {
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|&(_, field)| field)
}

/// The names that are offered while typing: one for each field.
pub(super) fn offered() -> impl Iterator<Item = &'static str> {
    NAMES.iter().enumerate().filter_map(|(at, &(name, field))| {
        let is_first = match field {
            Field::Force => false,
            Field::Step(shown, _) => shown == name,
            _ => NAMES.iter().position(|&(_, other)| other == field) == Some(at),
        };
        is_first.then_some(name)
    })
}

/// The field that a misspelt name is nearest to: one letter away, two from six letters.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let near = NAMES.iter().filter_map(|&(known, _)| {
        let most = if known.len() < 6 { 1 } else { 2 };
        super::typo::distance(&name, known, most).map(|edits| (edits, known))
    });
    near.min_by_key(|&(edits, _)| edits).map(|(_, known)| known).filter(|_| name.len() > 2)
}

/// The zones that each name stands for.
const ZONES: [(&str, &[&str]); 20] = [
    ("masthead", &["masthead"]),
    ("title", &["title"]),
    ("theme", &["theme"]),
    ("enacting", &["enacting"]),
    ("preamble", &["preamble"]),
    ("preambular", &["preamble"]),
    ("pp", &["preamble"]),
    ("heading", &["heading"]),
    ("operative", &["operative", "continuation"]),
    ("op", &["operative", "continuation"]),
    ("continuation", &["continuation"]),
    ("closing", &["closing"]),
    ("annex", &["annex"]),
    ("footnote", &["footnote"]),
    ("fn", &["footnote"]),
    ("note", &["footnote"]),
    ("notes", &["footnote"]),
    ("footnotes", &["footnote"]),
    ("headings", &["heading"]),
    ("annexes", &["annex"]),
];

/// The zones with this name; several for one that takes in another.
pub(super) fn find_zones(name: &str) -> Option<&'static [&'static str]> {
    ZONES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|&(_, zones)| zones)
}

/// What a body or organ is called: `un`, or `un:ga` for an organ of it.
pub(super) fn find_body(name: &str) -> Option<String> {
    let folded = crate::index::fold_words(name).join(" ");
    let rows = include_str!("data/bodies.tsv").lines().skip(1);
    let mut rows = rows.map(|line| line.split('\t'));
    rows.find_map(|mut row| {
        let alias = row.next()?;
        if alias != folded && crate::index::fold_words(alias).join(" ") != folded {
            return None;
        }
        let (body, organ) = (row.next()?, row.next()?);
        Some(if organ == "-" { body.to_owned() } else { format!("{body}:{organ}") })
    })
}

/// The words that an official abbreviation of an addressee stands for.
pub(super) fn find_addressee(short: &str) -> Option<&'static str> {
    let rows = include_str!("data/addressees.tsv").lines().skip(1);
    rows.filter_map(|line| line.split_once('\t')).find(|(known, _)| known.eq_ignore_ascii_case(short)).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_nearest_field() {
        assert_eq!(nearest("boby"), Some("body"));
        assert_eq!(nearest("aks"), Some("asks"));
        assert_eq!(nearest("note"), None);
        assert_eq!(nearest("kazakhstan"), None);
    }

    #[test]
    fn knows_bodies_by_all_their_names() {
        assert_eq!(find_body("UN").as_deref(), Some("un"));
        assert_eq!(find_body("UN Security Council").as_deref(), Some("un:sc"));
        assert_eq!(find_body("Conseil de sécurité").as_deref(), Some("un:sc"));
        assert_eq!(find_body("الأمم المتحدة").as_deref(), Some("un"));
        assert_eq!(find_body("联合国").as_deref(), Some("un"));
        assert_eq!(find_body("Mars"), None);
    }

    #[test]
    fn offers_each_field_once() {
        let offered: Vec<&str> = offered().collect();
        assert!(offered.contains(&"asks") && !offered.contains(&"org") && !offered.contains(&"force"));
    }
}

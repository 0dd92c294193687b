//! The names of months: Gregorian in six languages, Islamic in Arabic and in Latin letters.

use std::sync::OnceLock;

use super::Language;
use super::key::{Key, fold};
use super::table::{forms, read_rows, table};
use crate::text::sort;

const TABLE: &str = include_str!("data/months.tsv");

/// Names and what they stand for, in the order of the names.
type Names = Vec<(Box<str>, u8)>;

/// The Gregorian month, 1 to 12, that `key` names in any of the six languages.
pub(crate) fn gregorian_month(key: &Key) -> Option<u8> {
    static NAMES: OnceLock<Names> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = read_rows(TABLE).filter_map(|[month, _, names]| Some((month.parse().ok()?, names)));
        sorted(lines.flat_map(|(month, names)| forms(names).filter_map(move |name| Some((Key::of(name)?, month)))))
    });
    look_up(names, key.as_str())
}

/// The name of a Gregorian month, 1 to 12, in a language, as it stands in a sentence.
pub(crate) fn month_name(month: u8, language: Language) -> Option<&'static str> {
    read_rows::<3>(TABLE)
        .find(|[number, code, _]| number.parse() == Ok(month) && *code == language.code())
        .and_then(|[_, _, names]| forms(names).next())
}

/// The Islamic month, 1 to 12, that `key` names. The key is one made by [`hijri_key`].
pub(crate) fn hijri_month(key: &Key) -> Option<u8> {
    static NAMES: OnceLock<Names> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let lines = read_rows(table!("data/hijri_months.tsv", 4))
            .filter_map(|[month, _, _, names]| Some((month.parse().ok()?, names)));
        sorted(lines.flat_map(|(month, names)| forms(names).filter_map(move |name| Some((hijri_key(name)?, month)))))
    });
    look_up(names, key.as_str())
}

/// The key of an Islamic month's name, one for the many ways it is written in Latin letters:
/// apostrophes, hyphens and spaces dropped, doubled letters single, `dj` as `j`, `ou` and `o` as
/// `u`, `ch` as `sh`, `dh`, `th` and `z` before a vowel as `d`, `ph` as `f`, no final `h`.
///
/// `II` stays apart from `I`, and so do *thani* and *awwal*.
pub(crate) fn hijri_key(name: &str) -> Option<Key> {
    let mut key = Key::new();
    let mut letters = name.chars().filter_map(fold).filter(|letter| letter.is_alphabetic()).peekable();
    let roman = name.split([' ', '-', '\u{A0}']).next_back().is_some_and(|last| last == "II");
    let mut last = None;
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let written = match (letter, next) {
            ('d', Some('j')) | ('h', None) => continue,
            ('o', Some('u')) => {
                letters.next();
                'u'
            }
            ('o', _) => 'u',
            ('e', _) => 'i',
            ('c', Some('h')) => 's',
            ('d' | 't', Some('h')) => {
                letters.next();
                'd'
            }
            ('z', _) => 'd',
            ('p', Some('h')) => {
                letters.next();
                'f'
            }
            ('q', _) => 'k',
            (other, _) => other,
        };
        let counts = last != Some(written) || (roman && next.is_none());
        if counts && !key.push(written) {
            return None;
        }
        last = Some(written);
    }
    Some(key)
}

/// Names and months in order, so that they can be looked up by halving.
fn sorted(pairs: impl Iterator<Item = (Key, u8)>) -> Names {
    let mut names: Names = pairs.map(|(key, month)| (key.as_str().into(), month)).collect();
    sort(&mut names);
    names.dedup();
    names
}

/// The month of a name.
fn look_up(names: &Names, name: &str) -> Option<u8> {
    let place = names.binary_search_by(|(other, _)| other.as_ref().cmp(name)).ok()?;
    names.get(place).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hijri(name: &str) -> Option<u8> {
        hijri_month(&hijri_key(name)?)
    }

    #[test]
    fn knows_the_months_of_six_languages() {
        for (name, month) in [
            ("January", 1),
            ("février", 2),
            ("FEVRIER", 2),
            ("agosto", 8),
            ("мая", 5),
            ("كانون الأول", 12),
            ("يوليه", 7),
        ] {
            assert_eq!(Key::of(name).and_then(|key| gregorian_month(&key)), Some(month), "{name}");
        }
    }

    #[test]
    fn folds_the_spellings_of_islamic_months() {
        for (name, month) in [
            ("Sha'ban", 8),
            ("Shabaan", 8),
            ("Sha’aban", 8),
            ("Chaabane", 8),
            ("RAJAHB", 7),
            ("JUMADA AL-AWWAL", 5),
            ("Jumada Al Oula", 5),
            ("DJOUMADAH AWWAL", 5),
            ("JUMADA II", 6),
            ("Jumada I", 5),
            ("JOUMADA ATHANIA", 6),
            ("Rabi’ II", 4),
            ("Rabi Ul Thani", 4),
            ("DHUL QAIDAH", 11),
            ("ذو الحجة", 12),
            ("جمادى الآخرة", 6),
        ] {
            assert_eq!(hijri(name), Some(month), "{name}");
        }
        assert_eq!(hijri("January"), None);
    }

    #[test]
    fn gives_no_name_to_two_months() {
        for table in [include_str!("data/months.tsv"), include_str!("data/hijri_months.tsv")] {
            let islamic = table.starts_with("month\tname");
            let mut seen: Vec<(String, &str)> = Vec::new();
            for [month, _, third, fourth] in read_rows(table) {
                for name in forms(if islamic { fourth } else { third }) {
                    let key = if islamic { hijri_key(name) } else { Key::of(name) }.unwrap();
                    seen.push((key.as_str().to_owned(), month));
                }
            }
            for (key, month) in &seen {
                assert!(seen.iter().all(|(other, its)| other != key || its == month), "{key}");
            }
        }
    }
}

//! Ordinals in words: *seventy-seventh*, *soixante-dix-septième*, `السابعة والسبعون`, `第七十七`.

use std::sync::OnceLock;

use super::key::Key;
use super::table::{forms, read_rows, table};
use crate::text::sort;

/// What a word of an ordinal is worth: `seventy` 70, `seventh` 7, in any of the languages that are
/// written with spaces.
pub(crate) fn ordinal_word(word: &str) -> Option<u16> {
    static WORDS: OnceLock<Vec<(Box<str>, u16)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words: Vec<(Box<str>, u16)> = read_rows(table!("data/ordinals.tsv", 3))
            .flat_map(|[_, value, cell]| forms(cell).map(move |form| (form, value)))
            .filter_map(|(form, value)| Some((Key::of(form)?.as_str().into(), value.parse().ok()?)))
            .collect();
        sort(&mut words);
        words.dedup();
        words
    });
    let key = Key::of(word)?;
    let key = key.as_str();
    let place = words.binary_search_by(|(other, _)| other.as_ref().cmp(key)).ok()?;
    words.get(place).map(|(_, value)| *value)
}

/// The value of a Chinese numeral below a thousand: `七十七`.
pub(crate) fn chinese_number(numeral: &str) -> Option<u16> {
    let (mut total, mut digit) = (0u16, 0u16);
    for letter in numeral.chars() {
        match letter {
            '十' => {
                total += digit.max(1) * 10;
                digit = 0;
            }
            '百' => {
                total += digit.max(1) * 100;
                digit = 0;
            }
            '〇' | '零' => digit = 0,
            _ => digit = "一二三四五六七八九".chars().position(|other| other == letter)? as u16 + 1,
        }
    }
    (total + digit > 0).then_some(total + digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_and_chinese_numerals() {
        assert_eq!(ordinal_word("Seventy"), Some(70));
        assert_eq!(ordinal_word("SEPTIÈME"), Some(7));
        assert_eq!(ordinal_word("семьдесят"), Some(70));
        assert_eq!(ordinal_word("السابعة"), Some(7));
        assert_eq!(ordinal_word("session"), None);
        assert_eq!(chinese_number("七十七"), Some(77));
        assert_eq!(chinese_number("十"), Some(10));
        assert_eq!(chinese_number("一百零五"), Some(105));
        assert_eq!(chinese_number("大会"), None);
    }
}

//! Arabic presentation forms, which some converters leave in place of letters.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// One line a form: the form, a tab, its letters. From the compatibility decompositions of the
/// Unicode Character Database, blocks Arabic Presentation Forms-A and -B.
const TABLE: &str = include_str!("arabic_forms.tsv");

/// The letters that a presentation form stands for; `None` for any other character.
pub(super) fn letters_of(form: char) -> Option<&'static str> {
    static FORMS: OnceLock<FxHashMap<char, &'static str>> = OnceLock::new();
    if !matches!(form, '\u{FB50}'..='\u{FDFC}' | '\u{FE70}'..='\u{FEFC}') {
        return None;
    }
    let forms = FORMS.get_or_init(|| {
        TABLE
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(form, letters)| Some((form.chars().next()?, letters)))
            .collect()
    });
    forms.get(&form).copied()
}

//! The cases of Russian names of States, so that the table needs the first case alone.

use crate::text::sort;
/// Every form of a name in its six cases. A word that is not declined stays as it is, and so do the
/// words after the first in a second set of forms (*Республики Корея*).
pub(crate) fn russian_cases(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let mut forms = vec![name.to_owned()];
    // Few names have two patterns, or a second word that may stay as it is.
    let patterns = if words.iter().any(|word| SECOND.iter().any(|(end, _)| word.ends_with(end))) { 2 } else { 1 };
    let reaches: &[bool] = if words.len() > 1 { &[true, false] } else { &[true] };
    for case in 1..6 {
        for pattern in 0..patterns {
            for &all in reaches {
                let declined = |(place, word): (usize, &&str)| {
                    if all || place == 0 { decline(word, case, pattern) } else { (*word).to_owned() }
                };
                forms.push(words.iter().enumerate().map(declined).collect::<Vec<_>>().join(" "));
            }
        }
    }
    sort(&mut forms);
    forms.dedup();
    forms
}

/// Endings of the first case with those of the other five; two rows where two patterns share one.
const ENDINGS: [(&str, [&str; 5]); 15] = [
    ("ая", ["ой", "ой", "ую", "ой", "ой"]),
    ("яя", ["ей", "ей", "юю", "ей", "ей"]),
    ("ое", ["ого", "ому", "ое", "ым", "ом"]),
    ("ые", ["ых", "ым", "ые", "ыми", "ых"]),
    ("ие", ["их", "им", "ие", "ими", "их"]),
    ("ий", ["ого", "ому", "ий", "им", "ом"]),
    ("ый", ["ого", "ому", "ый", "ым", "ом"]),
    ("ия", ["ии", "ии", "ию", "ией", "ии"]),
    ("ика", ["ики", "ике", "ику", "икой", "ике"]),
    ("во", ["ва", "ву", "во", "вом", "ве"]),
    ("а", ["ы", "е", "у", "ой", "е"]),
    ("я", ["и", "е", "ю", "ей", "е"]),
    ("й", ["я", "ю", "й", "ем", "е"]),
    ("ы", ["", "ам", "ы", "ами", "ах"]),
    ("ь", ["и", "и", "ь", "ью", "и"]),
];

/// The second pattern of an ending that has two: *Израиля* beside *Беларуси*, *Штатов* beside *Багам*.
const SECOND: [(&str, [&str; 5]); 2] = [("ы", ["ов", "ам", "ы", "ами", "ах"]), ("ь", ["я", "ю", "ь", "ем", "е"])];

/// A word in a case, 1 to 5.
fn decline(word: &str, case: usize, pattern: usize) -> String {
    let short = word.chars().count() < 4;
    let latin = !word.chars().next_back().is_some_and(|last| ('а'..='я').contains(&last));
    if short
        || latin
        || word.ends_with(['и', 'о', 'у', 'э', 'е', 'ю']) && !ENDINGS.iter().any(|(end, _)| word.ends_with(end))
    {
        return word.to_owned();
    }
    let second = SECOND.iter().find(|(end, _)| pattern == 1 && word.ends_with(end));
    let row = second.or_else(|| ENDINGS.iter().find(|(end, _)| word.ends_with(end)));
    let (stem, endings) = match row {
        Some((end, endings)) => (word.strip_suffix(end).unwrap_or(word), *endings),
        // A hard consonant.
        None => (word, ["а", "у", "", "ом", "е"]),
    };
    format!("{stem}{}", endings.get(case - 1).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::russian_cases;

    #[test]
    fn gives_the_forms_that_texts_use() {
        for (name, form) in [
            ("Афганистан", "Афганистана"),
            ("Российская Федерация", "Российской Федерации"),
            ("Республика Корея", "Республики Корея"),
            ("Объединенные Арабские Эмираты", "Объединенных Арабских Эмиратов"),
            ("Украина", "Украины"),
            ("Китай", "Китаю"),
            ("Израиль", "Израилем"),
            ("Беларусь", "Беларуси"),
            ("Соединенное Королевство", "Соединенного Королевства"),
            ("Мали", "Мали"),
        ] {
            assert!(russian_cases(name).iter().any(|other| other == form), "{form}");
        }
    }
}

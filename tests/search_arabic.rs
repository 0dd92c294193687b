//! Arabic as people type it: hamza and its seats, tashkeel, tatweel, digits, the article and small words.

#![allow(clippy::unwrap_used, reason = "a test that stops here has failed")]

use whereas::query::SearchOptions;
use whereas::{Library, ParseOptions};

/// A query, the words it must find, and those it must not.
const ROWS: [(&str, &[&str], &[&str]); 15] = [
    ("الأمم", &["الأمم", "الامم"], &[]),
    ("الامم", &["الأمم", "الامم"], &[]),
    ("آسيا", &["آسيا", "اسيا"], &["سياسة", "اقتصاديا"]),
    ("اسيا", &["آسيا", "اسيا"], &["سياسة"]),
    ("القرار", &["القرار", "قرار", "بالقرار", "للقرار"], &["استقرار", "الاستقرار"]),
    ("مسؤولية", &["مسؤولية", "المسؤولية", "مسئولية"], &[]),
    ("مسئولية", &["مسؤولية", "مسئولية"], &[]),
    ("٢٠٢٥", &["2025", "٢٠٢٥"], &[]),
    ("2025", &["2025", "٢٠٢٥"], &[]),
    ("قَرَار", &["قرار"], &[]),
    ("قـــرار", &["قرار"], &[]),
    ("فلسطين", &["فلسطين", "لفلسطين", "بفلسطين"], &["فلسطيني"]),
    // Quoted words still fold marks, but take no article.
    ("\"الأمم\"", &["الأمم", "الامم", "اْلأُمَم"], &["أمم"]),
    ("«قَرَار»", &["قرار", "قـــرار"], &["القرار", "استقرار"]),
    ("والدولة", &["الدولة", "دولة", "للدولة", "الدوله"], &["دولار"]),
];

/// A library with one resolution for each word, and the keys in the same order.
fn library_of(words: &[&str]) -> (Library, Vec<String>) {
    let mut library = Library::new();
    let keys = words.iter().enumerate().map(|(number, word)| {
        let text = format!("A/RES/70/{}\n\nThe General Assembly,\n\n1. Decides on {word} as here;\n", number + 1);
        library.add(&text, &ParseOptions::new()).unwrap().keys.remove(0)
    });
    let keys = keys.collect();
    (library, keys)
}

#[test]
fn finds_every_spelling_and_no_other_word() {
    for (query, wanted, others) in ROWS {
        let words: Vec<&str> = wanted.iter().chain(others).copied().collect();
        let (library, keys) = library_of(&words);
        let found = library.search(query, &SearchOptions::new().with_limit(50)).unwrap();
        let mut hits: Vec<&str> = found.hits.iter().map(|hit| hit.key.as_str()).collect();
        hits.sort_unstable();
        let mut expected: Vec<&str> = keys.iter().take(wanted.len()).map(String::as_str).collect();
        expected.sort_unstable();
        assert_eq!(hits, expected, "{query}");
        for shown in found.hits.iter().flat_map(|hit| &hit.paragraphs) {
            let marked: Vec<&str> = shown.matches.iter().filter_map(|span| span.of(&shown.snippet)).collect();
            assert_eq!(marked.len(), 1, "{query}: {}", shown.snippet);
            assert!(wanted.contains(&marked.first().copied().unwrap_or("")), "{query}: {marked:?}");
        }
    }
}

#[test]
fn takes_the_adjective_only_where_the_name_is_not_there_and_says_so() {
    let (library, keys) = library_of(&["فلسطيني", "قطر"]);
    let found = library.search("فلسطين", &SearchOptions::new()).unwrap();
    assert_eq!(found.hits.iter().map(|hit| &hit.key).collect::<Vec<_>>(), [&keys.first().unwrap().clone()]);
    assert_eq!(found.notes.first().map(|note| note.code), Some("stems"));
}

#[test]
fn puts_the_exact_form_before_the_one_with_an_article() {
    let (library, keys) = library_of(&["القرار", "قرار"]);
    for (query, first) in [("القرار", 0), ("قرار", 1)] {
        let found = library.search(query, &SearchOptions::new()).unwrap();
        assert_eq!(found.hits.first().map(|hit| &hit.key), keys.get(first), "{query}");
        assert_eq!(found.total.value, 2);
    }
}

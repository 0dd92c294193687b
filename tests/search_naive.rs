//! The engine against a search that looks at every word of every text, on texts made from fixed seeds.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops here has failed")]

#[path = "pack/seeds.rs"]
mod seeds;

use std::collections::BTreeSet;
use std::fmt::Write;

use seeds::Seeds;
use whereas::query::{Facet, SearchOptions};
use whereas::{Library, ParseOptions};

const WORDS: [&str; 24] = [
    "peace",
    "sea",
    "Kazakhstan",
    "ocean",
    "écologie",
    "paix",
    "droit",
    "résolution",
    "мир",
    "море",
    "сессия",
    "закон",
    "سلام",
    "قرار",
    "مجلس",
    "سيادة",
    "和平",
    "海洋",
    "法律",
    "会议",
    "70/1",
    "2025",
    "treaty’s",
    "self-help",
];

/// Small letters without marks, cut as a reader of the rules would: everything else is a border.
fn plain(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in text.to_lowercase().chars() {
        let folded = match letter {
            'é' => 'e',
            'ؤ' | 'ئ' => 'ء',
            _ => letter,
        };
        let is_han = ('\u{4E00}'..='\u{9FFF}').contains(&folded);
        if is_han || !folded.is_alphanumeric() {
            words.push(String::new());
        }
        if folded.is_alphanumeric() {
            words.last_mut().unwrap().push(folded);
        }
        if is_han {
            words.push(String::new());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn holds(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (plain(text), plain(phrase));
    text.windows(phrase.len()).any(|window| window == phrase)
}

struct Texts {
    library: Library,
    /// The key of each resolution and the texts of its paragraphs.
    read: Vec<(String, Vec<String>)>,
}

fn make(seed: u64, resolutions: usize) -> Texts {
    let mut seeds = Seeds(seed);
    let mut library = Library::new();
    let mut read = Vec::new();
    for number in 1..=resolutions {
        let mut text = format!("A/RES/78/{number}\n\nThe General Assembly,\n\n");
        for paragraph in 1..=seeds.next(6) + 1 {
            write!(text, "{paragraph}. Decides").unwrap();
            for _ in 0..=seeds.next(12) {
                write!(text, " {}", seeds.word(&WORDS)).unwrap();
            }
            text.push_str(";\n\n");
        }
        let key = library.add(&text, &ParseOptions::new().with_language("en")).unwrap().keys.remove(0);
        let resolution = library.resolution(&key).unwrap().unwrap();
        let texts = resolution.paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect();
        read.push((key, texts));
    }
    Texts { library, read }
}

impl Texts {
    fn naive(&self, holds: impl Fn(&[String]) -> bool) -> BTreeSet<String> {
        self.read.iter().filter(|(_, texts)| holds(texts)).map(|(key, _)| key.clone()).collect()
    }

    fn found(&self, query: &str) -> BTreeSet<String> {
        let options = SearchOptions::new().with_limit(10_000).with_facets(&[Facet::Body]);
        let found = self.library.search(query, &options).unwrap();
        assert_eq!(found.total.value as usize, found.hits.len(), "{query}");
        for hit in &found.hits {
            let resolution = self.library.resolution(&hit.key).unwrap().unwrap();
            for shown in &hit.paragraphs {
                let paragraph = resolution.paragraphs.iter().find(|other| other.address == shown.address).unwrap();
                assert_eq!(paragraph.span, shown.span, "{query}");
                assert!(paragraph.text.contains(shown.snippet.trim_matches('…')), "{query}");
            }
        }
        found.hits.into_iter().map(|hit| hit.key).collect()
    }
}

#[test]
fn finds_the_same_as_a_search_through_every_text() {
    for seed in [1, 0x5EED, 987_654_321] {
        let texts = make(seed, 120);
        let mut seeds = Seeds(seed ^ 0xABCD);
        for _ in 0..150 {
            let (a, b, c) = (seeds.word(&WORDS), seeds.word(&WORDS), seeds.word(&WORDS));
            let any = |texts: &[String], phrase: &str| texts.iter().any(|text| holds(text, phrase));
            let phrase = format!("{a} {b}");
            assert_eq!(texts.found(&format!("\"{a}\"")), texts.naive(|held| any(held, a)), "\"{a}\"");
            assert_eq!(texts.found(&format!("\"{phrase}\"")), texts.naive(|held| any(held, &phrase)), "\"{phrase}\"");
            assert_eq!(
                texts.found(&format!("\"{a}\" \"{b}\" \"{c}\"")),
                texts.naive(|held| any(held, a) && any(held, b) && any(held, c)),
                "\"{a}\" \"{b}\" \"{c}\""
            );
            assert_eq!(
                texts.found(&format!("(\"{a}\" OR \"{b}\") NOT \"{c}\"")),
                texts.naive(|held| (any(held, a) || any(held, b)) && !any(held, c)),
                "(\"{a}\" OR \"{b}\") NOT \"{c}\""
            );
            assert_eq!(
                texts.found(&format!("\"{a}\" OR \"{b}\" \"{c}\"")),
                texts.naive(|held| (any(held, a) || any(held, b)) && any(held, c)),
                "\"{a}\" OR \"{b}\" \"{c}\""
            );
        }
    }
}

#[test]
fn marks_every_place_of_a_phrase_that_a_snippet_shows() {
    let texts = make(42, 80);
    for word in WORDS {
        let found = texts.library.search(&format!("\"{word}\""), &SearchOptions::new().with_limit(80)).unwrap();
        for shown in found.hits.iter().flat_map(|hit| &hit.paragraphs) {
            let marked: Vec<&str> = shown.matches.iter().map(|span| span.of(&shown.snippet).unwrap()).collect();
            assert!(!marked.is_empty(), "{word}: {}", shown.snippet);
            let marked_words: usize = marked.iter().map(|mark| plain(mark).len()).sum();
            let wanted = plain(word);
            let all = plain(&shown.snippet);
            let mut expected = vec![false; all.len()];
            for at in 0..all.len().saturating_sub(wanted.len() - 1) {
                if all[at..at + wanted.len()] == wanted[..] {
                    expected[at..at + wanted.len()].fill(true);
                }
            }
            assert_eq!(marked_words, expected.iter().filter(|&&marked| marked).count(), "{word}: {}", shown.snippet);
        }
    }
}

#[test]
fn answers_the_same_however_often_it_is_asked_and_in_whatever_order_texts_came() {
    let texts = make(7, 60);
    let mut backwards = Library::new();
    for (key, _) in texts.read.iter().rev() {
        let text = texts.library.source(key).unwrap().text.into_owned();
        backwards.add(&text, &ParseOptions::new().with_language("en")).unwrap();
    }
    for query in ["peace", "peace sea", "\"peace sea\"", "kazakhstan OR ocean", "2025", "сессия закон", "قرار", "和平"]
    {
        let options = SearchOptions::new().with_limit(100);
        let first = texts.library.search(query, &options).unwrap();
        assert_eq!(first, texts.library.search(query, &options).unwrap(), "{query}");
        assert_eq!(first, backwards.search(query, &options).unwrap(), "{query}");
        // Pages fit together.
        let pages: Vec<_> = (0..10)
            .flat_map(|page| {
                let options = SearchOptions::new().with_limit(10).with_offset(page * 10);
                texts.library.search(query, &options).unwrap().hits
            })
            .collect();
        assert_eq!(first.hits, pages, "{query}");
    }
}

#[test]
fn forgets_what_was_taken_out_also_when_the_index_is_built_again() {
    let mut texts = make(99, 400);
    let gone: Vec<String> = texts.read.iter().step_by(2).map(|(key, _)| key.clone()).collect();
    for key in &gone {
        texts.library.remove(key).unwrap();
        texts.read.retain(|(held, _)| held != key);
    }
    for word in WORDS {
        let naive = texts.naive(|held| held.iter().any(|text| holds(text, word)));
        assert_eq!(texts.found(&format!("\"{word}\"")), naive, "{word}");
    }
}

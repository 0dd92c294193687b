//! Symbols in any spelling, with a paragraph or without.

use whereas::{Library, ParseOptions};

use super::{addresses, chips, library, notes, resolution, set, symbols};

#[test]
fn opens_a_symbol_in_any_spelling() {
    let library = library();
    for query in
        ["78/1", "A RES 78 1", "a/res/78/1", "A/RES/78/1", "القرار ٧٨/١", "第78/1号", "resolution 78/1", " 78/1 "]
    {
        assert_eq!(symbols(&library, query), ["A/RES/78/1"], "{query}");
        assert_eq!(chips(&library, query)[0].split('=').next(), Some("symbol"), "{query}");
    }
    assert_eq!(symbols(&library, "A/RES/78/9"), Vec::<String>::new());
    assert_eq!(notes(&library, "A/RES/78/9"), ["symbol-not-here"]);
}

#[test]
fn names_both_works_where_bodies_share_a_number_and_then_who_cites_it() {
    let library = library();
    assert_eq!(set(&library, "50/48"), ["50/48-POL", "A/RES/50/48"]);
    assert_eq!(symbols(&library, "77/2"), ["A/RES/77/2", "A/RES/78/1"]);
}

#[test]
fn puts_the_symbol_that_was_typed_before_those_with_a_letter_more() {
    let mut library = Library::new();
    for symbol in ["77/5 B", "77/5", "77/5 A"] {
        let text = resolution(symbol, "Financing of the mission", "7 October 2022", &["1. Decides to meet."]);
        library.add(&text, &ParseOptions::new()).unwrap();
    }
    for query in ["77/5", "A/RES/77/5", "resolution 77/5"] {
        assert_eq!(symbols(&library, query)[0], "A/RES/77/5", "{query}");
        assert_eq!(symbols(&library, query).len(), 3, "{query}");
    }
    assert_eq!(symbols(&library, "77/5 B")[0], "A/RES/77/5 B");
}

#[test]
fn takes_a_range_of_years_for_a_date_or_for_words_of_the_text() {
    let mut library = Library::new();
    let text = resolution("75/9", "Decade of Ageing (2031–2040)", "14 December 2020", &["1. Proclaims the decade."]);
    library.add(&text, &ParseOptions::new()).unwrap();
    assert_eq!(symbols(&library, "Decade of Ageing (2031–2040)"), ["A/RES/75/9"]);
    assert_eq!(symbols(&library, "decade 2019-2022"), ["A/RES/75/9"]);
    assert_eq!(symbols(&library, "decade 2021..2022"), Vec::<String>::new());
}

#[test]
fn takes_the_hyphen_of_a_symbol_for_no_minus() {
    let library = library();
    for query in ["50/48-POL", "50/48 pol", "OIC res 50"] {
        assert_eq!(symbols(&library, query), ["50/48-POL"], "{query}");
    }
}

#[test]
fn opens_a_symbol_at_the_paragraph_that_is_named() {
    let library = library();
    for query in ["78/1 para 3", "78/1 op3", "A/RES/78/1, paragraph 3"] {
        assert_eq!(addresses(&library, query)[0], "op3", "{query}");
    }
    let resolved = library.resolve("A/RES/78/1, paragraph 3");
    assert_eq!((resolved[0].id.as_str(), resolved[0].address.as_deref()), ("un:ga:res:78/1", Some("op3")));
    assert_eq!(resolved[0].keys, ["un:ga:res:78/1@en"]);
    assert!(library.resolve("kazakhstan").is_empty());
}

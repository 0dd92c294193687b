//! The order of results, what a score is made of, and what is offered beside them.

use whereas::query::SearchOptions;
use whereas::{Library, ParseOptions};

use super::{ask, library, notes, resolution, symbols};

/// Resolutions with these symbols and titles; the first is the newest.
fn titled(titles: &[(&str, &str)]) -> Library {
    let mut library = Library::new();
    for (number, (symbol, title)) in titles.iter().enumerate() {
        let date = format!("7 October {}", 2022 - number);
        let text = resolution(symbol, title, &date, &["1. Decides to consider the matter at its next session."]);
        library.add(&text, &ParseOptions::new()).unwrap();
    }
    library
}

#[test]
fn puts_the_title_that_says_nothing_besides_first() {
    let library = titled(&[
        ("77/5", "Towards a common view of nuclear disarmament in the north"),
        ("76/5", "Follow-up to nuclear disarmament"),
        ("75/5", "Nuclear disarmament"),
        ("74/5", "Nuclear energy and general disarmament of the north"),
    ]);
    let order = ["A/RES/75/5", "A/RES/76/5"];
    assert_eq!(symbols(&library, "Nuclear disarmament")[..2], order);
    assert_eq!(symbols(&library, "\"nuclear disarmament\"")[..2], order);
    assert_eq!(symbols(&library, "follow-up to nuclear disarmament")[0], "A/RES/76/5");
    let library = titled(&[("77/6", "Questions of the disarmament of States"), ("76/6", "Disarmament")]);
    assert_eq!(symbols(&library, "disarmament"), ["A/RES/76/6", "A/RES/77/6"]);
}

#[test]
fn reads_many_words_in_the_order_they_were_typed() {
    let library = titled(&[
        ("77/5", "Review of the role of the States in the report of the law"),
        ("76/5", "The report of the States in review of the role of law"),
        ("75/5", "Report of the review of the States and the law of the role"),
    ]);
    for (query, symbol) in [
        ("report of the states in review of the role of law", "A/RES/76/5"),
        ("review of the role of the states in the report of the law", "A/RES/77/5"),
        ("report of the review of states law role", "A/RES/75/5"),
    ] {
        assert_eq!(symbols(&library, query)[0], symbol, "{query}");
    }
}

#[test]
fn lets_the_other_words_say_which_spelling_was_meant() {
    let library = titled(&[
        ("77/5", "Marinas of the north"),
        ("76/5", "Marinas and the law of ports"),
        ("75/5", "Protection of marines at sea"),
    ]);
    let said = |query: &str| {
        let found = ask(&library, query);
        let note = found.notes.iter().find(|note| note.code == "spelling").unwrap();
        (found.hits[0].symbol.clone().unwrap(), note.message.clone(), note.suggestion.clone().unwrap())
    };
    let (symbol, message, suggestion) = said("marinxs sea protection");
    assert_eq!((symbol.as_str(), suggestion.as_str()), ("A/RES/75/5", "marines"));
    assert_eq!(message, "nothing has “marinxs”; showing “marines” or “marinas”");
    // Alone it is the more frequent one.
    let (symbol, message, suggestion) = said("marinxs");
    assert_eq!((symbol.as_str(), suggestion.as_str()), ("A/RES/77/5", "marinas"));
    assert_eq!(message, "nothing has “marinxs”; showing “marinas”");
}

#[test]
fn says_what_a_score_is_made_of_when_asked() {
    let library = library();
    let asked = SearchOptions::new().with_explanations(true);
    for query in ["kazakhstan", "kazakhstan terrorism", "\"right to development\"", "israel OR kazakhstan", "78/1", ""]
    {
        let found = library.search(query, &asked).unwrap();
        assert!(!found.hits.is_empty(), "{query}");
        for hit in &found.hits {
            let said = hit.explanation.as_ref().unwrap();
            let sum = said.paragraph + said.places + said.together + said.title + said.nearness;
            assert!(sum == hit.score || query.is_empty(), "{query}: {said:?} is not {}", hit.score);
        }
        assert!(ask(&library, query).hits.iter().all(|hit| hit.explanation.is_none()));
    }
    let found = library.search("kazakhstan terrorism", &asked).unwrap();
    let said = found.hits[0].explanation.as_ref().unwrap();
    let mut parts: Vec<&str> = said.parts.iter().map(|part| part.text.as_str()).collect();
    parts.sort_unstable();
    assert_eq!(parts, ["kazakhstan", "terrorism"]);
    assert!(said.title > 0 && said.together > 0 && said.nearness > 0);
}

#[test]
fn offers_the_act_that_a_word_names() {
    let library = library();
    for query in ["condemn", "condemns", "condemnation"] {
        let found = ask(&library, query);
        let note = found.notes.iter().find(|note| note.code == "as-act").unwrap();
        assert_eq!(note.suggestion.as_deref(), Some("concept:condemn"), "{query}");
        assert_eq!(note.message, "as the act “condemn”: 2 paragraphs");
    }
    for query in ["kazakhstan", "\"condemn\"", "condemns terrorism", "condemn*"] {
        assert!(!notes(&library, query).contains(&"as-act"), "{query}");
    }
}

#[test]
fn shows_a_work_once_with_its_languages_where_every_language_is_asked_for() {
    let mut library = Library::new();
    let english = resolution("78/1", "Solidarity", "20 September 2023", &["1. Condemns terrorism in Kazakhstan."]);
    let french = "A/RES/78/1\nAssemblée générale\n\nRésolution adoptée par l’Assemblée générale le 20 septembre 2023\n\n\
                  78/1. Solidarité\n\nL’Assemblée générale,\n\n1. Condamne le terrorisme au Kazakhstan.\n";
    let other = resolution("77/3", "Kazakhstan", "7 October 2022", &["1. Welcomes the report of Kazakhstan."]);
    for text in [&english, french, &other] {
        library.add(text, &ParseOptions::new()).unwrap();
    }
    assert_eq!(ask(&library, "kazakhstan").total.value, 3);
    let found = ask(&library, "kazakhstan lang:*");
    assert_eq!((found.total.value, found.hits.len()), (2, 2));
    let hit = found.hits.iter().find(|hit| hit.id == "un:ga:res:78/1").unwrap();
    let mut languages = hit.languages.clone();
    languages.sort_unstable();
    assert_eq!(languages, ["en", "fr"]);
    assert!(ask(&library, "kazakhstan").hits.iter().all(|hit| hit.languages.is_empty()));
    let options = SearchOptions::new().with_offset(1).with_limit(1);
    let second = library.search("kazakhstan lang:*", &options).unwrap();
    assert_eq!(second.hits[0].languages, found.hits[1].languages);
}

#[test]
fn knows_addressees_by_their_abbreviations_and_both_spellings() {
    let library = library();
    for query in ["to:SG", "to:\"Secretary General\"", "to:\"Secretary-General\"", "to:secretary-general"] {
        assert_eq!(symbols(&library, query), ["A/RES/77/2"], "{query}");
    }
}

#[test]
fn gives_the_same_paragraphs_for_a_word_alone_as_beside_a_filter() {
    let paragraphs: Vec<String> = (0..12)
        .map(|number| format!("{}. Notes {} the sea and the law;", number + 1, "again ".repeat(number % 5)))
        .collect();
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let mut library = Library::new();
    library.add(&resolution("78/9", "The sea", "7 October 2022", &paragraphs), &ParseOptions::new()).unwrap();
    for query in ["the", "\"the sea\"", "law", "\"sea and the law\""] {
        let shown = |query: &str| {
            let found = ask(&library, query);
            let hit = &found.hits[0];
            (hit.score, hit.paragraphs.iter().map(|shown| shown.address.clone()).collect::<Vec<_>>())
        };
        // An alternative takes the way on which every paragraph is kept.
        assert_eq!(shown(query).1, shown(&format!("({query} OR {query})")).1, "{query}");
    }
}

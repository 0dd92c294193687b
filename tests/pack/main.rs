//! A pack answers as the library does that it was made from, whole or piece by piece, and refuses what was changed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops here has failed")]

mod cold;
mod damage;
mod pieces;
mod seeds;
mod texts;

use whereas::query::{Facet, Found, SearchOptions, Sort};
use whereas::{Library, ParseOptions};

/// Queries of every kind.
const QUERIES: [&str; 24] = [
    "",
    "peace",
    "peace sea",
    "\"decides peace\"",
    "peac*",
    "peece",
    "kazakhstan OR ocean",
    "peace -sea",
    "78/5",
    "A/RES/78/7",
    "A/RES/78/999",
    "cites:78/3",
    "zone:operative treaty",
    "lead:decides paix",
    "concept:decide",
    "asks:>=1",
    "date:2023 peace",
    "lang:en мир",
    "body:un peace",
    "title:peace",
    "session:78 海洋",
    "id:un:ga:res:78/4",
    "قرار",
    "strongly peace sea xyzzy ocean treaty paix",
];

fn options() -> SearchOptions {
    SearchOptions::new().with_limit(20).with_facets(&Facet::ALL)
}

fn ask(library: &Library, query: &str) -> Found {
    library.search(query, &options()).unwrap()
}

fn open(bytes: Vec<u8>) -> Library {
    let mut library = Library::new();
    library.open_pack(bytes).unwrap();
    library
}

#[test]
fn answers_as_the_library_it_was_made_from() {
    let library = texts::library(3, 150);
    let packed = open(library.pack());
    for query in QUERIES {
        for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
            let options = options().with_sort(sort);
            assert_eq!(
                packed.search(query, &options).unwrap(),
                library.search(query, &options).unwrap(),
                "{query} {sort:?}"
            );
        }
        assert_eq!(packed.resolve(query), library.resolve(query), "{query}");
        assert_eq!(packed.complete(query), library.complete(query), "{query}");
    }
}

#[test]
fn gives_back_every_document_and_source_as_it_was() {
    let mut library = texts::library(9, 40);
    let loose = library.add("Nothing of note.", &ParseOptions::new().with_name("a.txt")).unwrap().keys.remove(0);
    let volume = texts::volume();
    let keys = library.add(&volume, &ParseOptions::new()).unwrap().keys;
    assert!(keys.len() > 2, "{keys:?}");
    let packed = open(library.pack());
    for listed in library.list(&whereas::library::ListOptions::new()) {
        let key = listed.key.as_str();
        assert_eq!(packed.get(key).unwrap(), library.get(key).unwrap(), "{key}");
        assert_eq!(packed.source(key).unwrap(), library.source(key).unwrap(), "{key}");
    }
    assert_eq!(packed.source(&loose).unwrap().text, "Nothing of note.");
    assert_eq!(packed.get("un:ga:res:99/9").unwrap_err().code(), "unknown-key");
}

#[test]
fn is_the_same_in_whatever_order_texts_came() {
    let library = texts::library(5, 60);
    let mut backwards = Library::new();
    for listed in library.list(&whereas::library::ListOptions::new()).iter().rev() {
        let text = library.source(&listed.key).unwrap().text.into_owned();
        backwards.add(&text, &ParseOptions::new().with_language("en")).unwrap();
    }
    assert_eq!(library.pack(), backwards.pack());
}

#[test]
fn searches_several_packs_and_the_library_as_one() {
    let whole = texts::library(7, 90);
    let listed = whole.list(&whereas::library::ListOptions::new());
    let mut parts: Vec<Library> = (0..3).map(|_| Library::new()).collect();
    for (at, listed) in listed.iter().enumerate() {
        let text = whole.source(&listed.key).unwrap().text.into_owned();
        parts[at % 3].add(&text, &ParseOptions::new().with_language("en")).unwrap();
    }
    let mut joined = parts.remove(0);
    for part in parts {
        joined.open_pack(part.pack()).unwrap();
    }
    for query in QUERIES {
        assert_eq!(ask(&joined, query), ask(&whole, query), "{query}");
        let mut resolved = joined.resolve(query);
        resolved.sort_by(|a, b| a.id.cmp(&b.id));
        let mut expected = whole.resolve(query);
        expected.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(resolved, expected, "{query}");
    }
}

#[test]
fn says_what_it_holds() {
    let library = texts::library(3, 25);
    let packed = open(library.pack());
    let pack = &packed.packs()[0];
    assert_eq!((pack.doc_count(), pack.text_count()), (25, 0));
    assert_eq!(pack.names()[0], ["un"]);
    assert_eq!(pack.length(), library.pack().len() as u64);
    assert!(pack.writer().starts_with("whereas "));
    pack.verify().unwrap();
}

#[test]
fn packs_nothing_too() {
    let packed = open(Library::new().pack());
    for query in QUERIES {
        assert_eq!(ask(&packed, query).hits, [], "{query}");
    }
    packed.packs()[0].verify().unwrap();
}

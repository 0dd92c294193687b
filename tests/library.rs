//! The library: what texts are called, what comes back, and that nothing bad harms it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that stops here has failed")]

use whereas::library::ListOptions;
use whereas::query::SearchOptions;
use whereas::{Library, ParseOptions};

const RESOLUTION: &str = "A/RES/78/1\n\nThe General Assembly,\n\nRecalling its resolution 77/2,\n\n1. Condemns «violence» 🙂 there;\n\n\
                          2. Decides to remain seized of the matter.\n";
const ARTICLE: &str = "Assembly condemns violence\n\nNEW YORK, 4 May 2021 (Agency) – The Assembly, in resolution 78/1, decided «to remain \
                       seized of the matter».";

fn options() -> ParseOptions {
    ParseOptions::new()
}

#[test]
fn gives_a_second_copy_of_an_edition_a_key_of_its_own() {
    let mut library = Library::new();
    let keys: Vec<String> = (0..3).map(|_| library.add(RESOLUTION, &options()).unwrap().keys.remove(0)).collect();
    assert_eq!(keys, ["un:ga:res:78/1@en", "un:ga:res:78/1@en~2", "un:ga:res:78/1@en~3"]);
    assert_eq!(library.get("un:ga:res:78/1").unwrap().resolutions[0].key, keys[0]);
    assert_eq!(library.get(&keys[1]).unwrap().resolutions[0].key, keys[1]);
    library.remove(&keys[0]).unwrap();
    assert_eq!(library.get("un:ga:res:78/1").unwrap().resolutions[0].key, keys[1]);
    assert_eq!(library.add(RESOLUTION, &options()).unwrap().keys, [keys[0].clone()]);
}

#[test]
fn names_a_text_without_a_symbol_by_its_hash() {
    let mut library = Library::new();
    let key = library.add(ARTICLE, &options()).unwrap().keys.remove(0);
    assert!(key.starts_with("text:") && key.ends_with("@en") && key.len() == "text:".len() + 16 + "@en".len(), "{key}");
    assert_eq!(library.source(&key).unwrap().text, ARTICLE);
    let listed = library.list(&ListOptions::new());
    assert_eq!(
        (listed[0].key.as_str(), listed[0].title.as_deref()),
        (key.as_str(), Some("Assembly condemns violence"))
    );
    // An article is no resolution, and is not found as one.
    assert_eq!(library.search("violence", &SearchOptions::new()).unwrap().total.value, 0);
}

#[test]
fn checks_an_article_by_its_text_and_by_its_key() {
    let mut library = Library::new();
    let key = library.add(RESOLUTION, &options()).unwrap().keys.remove(0);
    let article = library.add(ARTICLE, &options()).unwrap().keys.remove(0);
    let by_text = library.check(ARTICLE, &[&key]).unwrap();
    assert_eq!(by_text.summary.verbatim, 1);
    assert_eq!(by_text, library.check(&article, &[&key]).unwrap());
    assert_eq!(by_text, library.check(&article, &[]).unwrap());
    assert_eq!(library.check(ARTICLE, &["un:ga:res:1/1"]).unwrap_err().code(), "unknown-key");
    assert_eq!(library.check(ARTICLE, &[&article]).unwrap_err().code(), "nothing-to-compare");
    assert_eq!(Library::new().check(ARTICLE, &[]).unwrap_err().code(), "nothing-to-compare");
}

#[test]
fn lists_part_of_what_it_holds() {
    let mut library = Library::new();
    for number in 1..=5 {
        library.add(&RESOLUTION.replace("78/1", &format!("78/{number}")), &options()).unwrap();
    }
    let keys = |options: &ListOptions| library.list(options).into_iter().map(|one| one.key).collect::<Vec<_>>();
    assert_eq!(library.len(), 5);
    assert_eq!(keys(&ListOptions::new().with_limit(2).with_offset(3)), ["un:ga:res:78/4@en", "un:ga:res:78/5@en"]);
    assert_eq!(keys(&ListOptions::new().with_offset(9)), Vec::<String>::new());
}

#[test]
fn is_unharmed_by_whatever_is_put_in() {
    let mut library = Library::new();
    let key = library.add(RESOLUTION, &options()).unwrap().keys.remove(0);
    let before = library.search("violence", &SearchOptions::new()).unwrap();
    for bytes in [&b"\0\0\0\0"[..], b"%PDF-1.7", b"PK\x03\x04", b"\xFF\xFE\x00", b"\x80\x81", b"caf\xE9"] {
        assert_eq!(library.add_bytes(bytes, &options()).unwrap_err().code(), "not-text");
    }
    assert_eq!(library.len(), 1);
    let long = "x".repeat(10 << 20);
    let quotes = "« ".repeat(10_000);
    for text in ["", " \n\t", "\u{FFFD}", "A/RES/78/1", "«", &long, &quotes] {
        let added = library.add(text, &options()).unwrap();
        for key in &added.keys {
            assert_eq!(library.source(key).unwrap().text, text);
            library.remove(key).unwrap();
        }
    }
    assert_eq!(library.search("violence", &SearchOptions::new()).unwrap(), before);
    for wrong in ["", "@", "~2", "un:ga:res:78/1@", "un:ga:res:78", "\u{0}", &long] {
        assert_eq!(library.get(wrong).unwrap_err().code(), "unknown-key");
        assert_eq!(library.remove(wrong).unwrap_err().code(), "unknown-key");
    }
    assert_eq!(library.get(&key).unwrap().resolutions.len(), 1);
}

#[test]
fn reads_bytes_in_the_encodings_people_have() {
    let mut library = Library::new();
    let utf16: Vec<u8> = format!("\u{FEFF}{RESOLUTION}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = format!("\u{FEFF}{RESOLUTION}");
    for bytes in [RESOLUTION.as_bytes(), marked.as_bytes(), &utf16] {
        let key = library.add_bytes(bytes, &options()).unwrap().keys.remove(0);
        assert_eq!(library.source(&key).unwrap().text, RESOLUTION);
    }
}

#[test]
fn says_where_one_sentence_stands_and_since_when() {
    let mut library = Library::new();
    for (number, year) in [(1, 2023), (2, 2024)] {
        let text = format!(
            "A/RES/78/{number}\n\nResolution adopted by the General Assembly on 5 December {year}\n\nThe General Assembly,\n\n1. Calls upon all States to keep the wells open to travellers;\n\n2. Decides to meet.\n"
        );
        library.add(&text, &options()).unwrap();
    }
    let report = library.check("Calls upon all States to keep the wells open to travellers", &[]).unwrap();
    let [finding] = report.quotations.as_slice() else { panic!("one finding") };
    assert_eq!((report.summary.verbatim, finding.rivals.len()), (1, 1));
    assert_eq!(finding.since.as_deref(), Some("2023-12-05"));
    assert_eq!(report.diagnostics[0].code, "single-sentence");
}

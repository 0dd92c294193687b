//! The library: what texts are called, what comes back, and that nothing bad harms it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that stops here has failed"
)]

use whereas::library::ListOptions;
use whereas::query::SearchOptions;
use whereas::quote::{Ground, Reason, ReuseOptions, ReuseReport, Verdict};
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
    for bytes in [&b"\0\0\0\0"[..], b"\x89PNG", b"{\\rtf1", b"\xFF\xFE\x00", b"\x80\x81", b"caf\xE9"] {
        assert_eq!(library.add_bytes(bytes, &options()).unwrap_err().code(), "not-text");
    }
    for bytes in [&b"%PDF-1.7"[..], b"PK\x03\x04"] {
        assert_eq!(library.add_bytes(bytes, &options()).unwrap_err().code(), "file-damaged");
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

/// Resolutions that say nearly the same, from the years 2021 to 2024, and one that says something else.
fn yearly() -> Vec<String> {
    let text = |number: u32, lamps: &str| {
        format!(
            "A/RES/{number}/7\n\nThe General Assembly,\n\nRecalling its resolution {}/7,\n\n1. Urges all harbours to keep their {lamps} lit \
             from dusk to dawn, as appropriate;\n\n2. Requests the Secretary-General to report on it in {}.\n",
            number - 1,
            number + 1947
        )
    };
    let mut texts: Vec<String> =
        (75..79).map(|number| text(number, if number < 77 { "lamps" } else { "lanterns" })).collect();
    for other in 0..20 {
        texts.push(format!(
            "A/RES/70/{}\n\nThe General Assembly,\n\n1. Decides to plant {other} trees in the courtyard of the town hall.\n",
            20 + other
        ));
    }
    texts
}

const YEARLY: &str = "Assembly meets\n\nNEW YORK, 4 May 2024 (Agency) – In resolution A/RES/77/7 the Assembly urged «harbours to keep \
                      their lanterns lit from dusk to dawn». It asked «to plant 7 trees in the courtyard of the town hall». Nobody wrote \
                      «a poem about the sea and its many moods».";

#[test]
fn checks_against_a_pack_as_against_its_texts() {
    let mut library = Library::new();
    for text in yearly() {
        library.add(&text, &options()).unwrap();
    }
    let by_texts = library.check(YEARLY, &[]).unwrap();
    let mut packed = Library::new();
    packed.open_pack(library.pack()).unwrap();
    let by_pack = packed.check(YEARLY, &[]).unwrap();
    assert_eq!(by_texts.quotations, by_pack.quotations);
    assert_eq!((by_texts.summary, by_texts.searched), (by_pack.summary, by_pack.searched));
    let first = &by_pack.quotations[0];
    let source = first.source.as_ref().unwrap();
    assert_eq!((source.key.as_str(), source.address.as_str()), ("un:ga:res:77/7@en", "op1"));
    assert_eq!(first.left_out.as_ref().unwrap().text, ", as appropriate");
    assert_eq!(first.rivals.iter().map(|rival| rival.key.as_str()).collect::<Vec<_>>()[0], "un:ga:res:78/7@en");
    // Each verdict names the copy it rests on.
    assert_eq!(source.copy.sha256, by_pack.compared.iter().find(|text| text.key == source.key).unwrap().sha256);
    // A text of the library's own stands beside the pack.
    let own = packed
        .add("A/RES/61/9\n\nThe General Assembly,\n\n1. Writes a poem about the sea and its many moods.\n", &options());
    let key = own.unwrap().keys.remove(0);
    let found = packed.check("The text has «a poem about the sea and its many moods».", &[]).unwrap();
    assert_eq!(found.quotations[0].source.as_ref().unwrap().key, key);
}

#[test]
fn tells_since_when_a_sentence_is_used_the_earliest_text_first() {
    let mut library = Library::new();
    for text in yearly() {
        let session: i32 = text["A/RES/".len()..][..2].parse().unwrap();
        let dated =
            text.replace("\n\nThe General", &format!("\n\nAdopted on 9 December {}\n\nThe General", session + 1945));
        library.add(&dated, &options()).unwrap();
    }
    let report = library.check("Urges all harbours to keep their lamps lit from dusk to dawn", &[]).unwrap();
    let finding = &report.quotations[0];
    let keys: Vec<&str> = finding.source.iter().chain(&finding.rivals).map(|place| place.key.as_str()).collect();
    assert_eq!(keys, ["un:ga:res:75/7@en", "un:ga:res:76/7@en", "un:ga:res:77/7@en", "un:ga:res:78/7@en"]);
}

#[test]
fn tells_what_shares_words_with_a_paragraph_in_texts_and_packs() {
    let mut library = Library::new();
    for text in yearly() {
        library.add(&text, &options()).unwrap();
    }
    let wanted = ReuseOptions::new().with_address("op1");
    let report = library.reuse("un:ga:res:78/7", &wanted).unwrap();
    let told = |report: &ReuseReport| -> Vec<(String, usize, usize)> {
        let shared = report.paragraphs[0].shared.iter();
        shared.map(|one| (one.source.key.clone(), one.words, one.edits.len())).collect()
    };
    let expected = [("un:ga:res:77/7@en", 14, 0), ("un:ga:res:75/7@en", 13, 1), ("un:ga:res:76/7@en", 13, 1)];
    assert_eq!(told(&report), expected.map(|(key, words, edits)| (key.to_owned(), words, edits)));
    assert_eq!((report.paragraphs.len(), report.searched), (1, 24));
    let mut packed = Library::new();
    packed.open_pack(library.pack()).unwrap();
    assert_eq!(packed.reuse("un:ga:res:78/7", &wanted).unwrap().paragraphs, report.paragraphs);
    let code =
        |key: &str, address: &str| packed.reuse(key, &ReuseOptions::new().with_address(address)).unwrap_err().code();
    assert_eq!((code("un:ga:res:1/1", "op1"), code("un:ga:res:78/7", "op9")), ("unknown-key", "unknown-address"));
}

#[test]
fn names_the_edition_to_compare_with_where_the_library_has_it() {
    let mut library = Library::new();
    let english = "A/RES/78/7\n\nThe General Assembly,\n\nRecalling its resolutions on the safety of harbours,\n\n1. Decides to allocate \
                   2,500,000 dollars to the lamps;\n\n2. Requests the Secretary-General to submit a report on the matter.\n";
    let french = "A/RES/78/7\n\nL’Assemblée générale,\n\nRappelant ses résolutions sur la sécurité des ports,\n\n1. Décide d’allouer \
                  2 500 000 dollars aux lampes ;\n\n2. Prie le Secrétaire général de lui présenter un rapport à ce sujet.\n";
    let key = library.add(english, &options()).unwrap().keys.remove(0);
    let article = "L’Assemblée a adopté la résolution A/RES/78/7, qui prévoit d’« allouer 2 500 000 dollars aux lampes » pour les ports.";
    let finding = library.check(article, &[]).unwrap().quotations.remove(0);
    assert_eq!(finding.reason, Some(Reason::OtherLanguage));
    let counterpart = finding.counterpart.unwrap();
    assert_eq!((counterpart.source.address.as_str(), counterpart.by), ("op1", vec![Ground::Numbers]));
    let version = finding.version.unwrap();
    assert_eq!((version.resolution.as_str(), version.language, version.key), ("un:ga:res:78/7", "fr", None));
    let other = library.add(french, &options()).unwrap().keys.remove(0);
    let version = library.check(article, &[&key]).unwrap().quotations.remove(0).version.unwrap();
    assert_eq!(version.key.as_deref(), Some(other.as_str()));
    // Against both, the edition in the article's own language is the one that is meant.
    let finding = library.check(article, &[]).unwrap().quotations.remove(0);
    assert_eq!((finding.verdict, finding.source.unwrap().key), (Verdict::Verbatim, other));
}

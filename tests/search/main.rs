//! What people type, and what must be found: the semantics of queries on texts written for this test.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops here has failed")]

mod ranking;
mod symbols;

use whereas::query::{Facet, Found, SearchOptions, Sort};
use whereas::{Library, ParseOptions};

/// A General Assembly resolution (`78/1`) with a title, a date and these paragraphs.
fn resolution(symbol: &str, title: &str, date: &str, paragraphs: &[&str]) -> String {
    let mut text = format!(
        "United Nations\nA/RES/{symbol}\nGeneral Assembly\nDistr.: General\n\n\
         Resolution adopted by the General Assembly on {date}\n\n{symbol}. {title}\n\nThe General Assembly,\n\n"
    );
    for paragraph in paragraphs {
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text
}

/// Six resolutions, written for this test.
fn library() -> Library {
    let mut library = Library::new();
    let texts = [
        resolution(
            "78/1",
            "Solidarity with Kazakhstan against terrorism",
            "20 September 2023",
            &[
                "Recalling its resolution 77/2 of 7 October 2022,",
                "Condemning the acts of violence in Kazakhstan,",
                "1. Strongly condemns terrorism in all its forms;",
                "2. Takes note of the report of the Secretary-General on minors;",
                "3. Urges Member States to respect territorial integrity;",
                "4. Decides to remain seized of the matter.",
            ],
        ),
        resolution(
            "77/2",
            "The right to development",
            "7 October 2022",
            &[
                "Recalling the purposes of the Charter of the United Nations,",
                "1. Reaffirms the right to development of every people;",
                "2. Takes note with appreciation of the work of the Council in Kazakhstan;",
                "3. Requests the Secretary-General to report to it in 2025.",
            ],
        ),
        resolution(
            "76/3",
            "Assistance to Palestine refugees",
            "9 December 2021",
            &[
                "Aware of the needs of the Palestinian people,",
                "1. Calls upon Israel to cooperate;",
                "2. Demands that terrorism cease;",
                "3. Notes that a policy of terror harms development and that the right of return stands.",
            ],
        ),
        resolution(
            "75/4",
            "The law of the sea",
            "14 December 2020",
            &["Noting the policies of States,", "1. Calls upon Israel to ratify the Convention;", "2. Invites States to act."],
        ),
        resolution(
            "50/48",
            "Rights of the child",
            "12 December 1995",
            &["Mindful of the minority of States,", "1. Stresses self-determination and children’s rights."],
        ),
        "OIC/CFM-48/2022/POL/RES\n\nRESOLUTION NO. 50/48-POL ON SOLIDARITY WITH THE PEOPLE\n\nThe Forty-Eighth Session of the \
         Council of Foreign Ministers of the Organization of Islamic Cooperation held in Islamabad, Islamic Republic of \
         Pakistan, on 22 – 23 March 2022 (19-20 Shabaan 1443H).\n\nRecalling the Charter of the Organization of Islamic \
         Cooperation,\n\n1. Expresses hope that peace prevails;\n\n2. Demands an end of the violence.\n"
            .to_owned(),
    ];
    for text in &texts {
        library.add(text, &ParseOptions::new()).unwrap();
    }
    library
}

fn ask(library: &Library, query: &str) -> Found {
    library.search(query, &SearchOptions::new().with_limit(50)).unwrap()
}

/// The symbols that a query finds, in order.
fn symbols(library: &Library, query: &str) -> Vec<String> {
    ask(library, query).hits.into_iter().map(|hit| hit.symbol.unwrap_or(hit.key)).collect()
}

/// The same without their order.
fn set(library: &Library, query: &str) -> Vec<String> {
    let mut symbols = symbols(library, query);
    symbols.sort();
    symbols
}

fn notes(library: &Library, query: &str) -> Vec<&'static str> {
    ask(library, query).notes.iter().map(|note| note.code).collect()
}

fn chips(library: &Library, query: &str) -> Vec<String> {
    ask(library, query).understood.iter().map(|part| format!("{}={}", part.kind, part.text)).collect()
}

/// The addresses shown for the first result.
fn addresses(library: &Library, query: &str) -> Vec<String> {
    let found = ask(library, query);
    found.hits.first().map_or(Vec::new(), |hit| hit.paragraphs.iter().map(|shown| shown.address.clone()).collect())
}

/// What is marked in the first paragraph of the first result.
fn marked(library: &Library, query: &str) -> Vec<String> {
    let found = ask(library, query);
    let shown = &found.hits[0].paragraphs[0];
    shown.matches.iter().map(|span| span.of(&shown.snippet).unwrap().to_owned()).collect()
}

#[test]
fn asks_for_all_words_and_puts_a_title_that_has_them_first() {
    let library = library();
    assert_eq!(symbols(&library, "kazakhstan terrorism"), ["A/RES/78/1"]);
    assert_eq!(symbols(&library, "kazakhstan"), ["A/RES/78/1", "A/RES/77/2"]);
    assert_eq!(addresses(&library, "kazakhstan terrorism")[0], "title");
    assert_eq!(marked(&library, "kazakhstan terrorism"), ["Kazakhstan", "terrorism"]);
}

#[test]
fn puts_resolutions_with_one_paragraph_that_holds_all_words_first() {
    let library = library();
    // In 77/2 both stand in one paragraph, in 76/3 too, but only there are they not neighbours.
    assert_eq!(symbols(&library, "right development"), ["A/RES/77/2", "A/RES/76/3"]);
    assert_eq!(symbols(&library, "Israel terrorism"), ["A/RES/76/3"]);
}

#[test]
fn takes_quoted_words_as_they_stand_whatever_the_marks() {
    let library = library();
    for query in
        ["\"right to development\"", "“right to development”", "«right to development»", "„Right to Development“"]
    {
        assert_eq!(symbols(&library, query), ["A/RES/77/2"], "{query}");
        assert_eq!(chips(&library, query)[0].to_lowercase(), "phrase=\"right to development\"", "{query}");
    }
    assert_eq!(symbols(&library, "\"development right\""), Vec::<String>::new());
    // No inflection, and no stem.
    assert_eq!(set(&library, "\"condemn\""), Vec::<String>::new());
    assert_eq!(set(&library, "condemn"), ["A/RES/78/1"]);
}

#[test]
fn closes_an_open_quotation_at_the_end_with_a_note() {
    let library = library();
    assert_eq!(symbols(&library, "“right to development"), ["A/RES/77/2"]);
    assert_eq!(notes(&library, "“right to development"), ["unclosed-quote"]);
}

#[test]
fn finds_inflections_but_no_other_word_of_the_stem() {
    let library = library();
    assert_eq!(set(&library, "policy"), ["A/RES/75/4", "A/RES/76/3"]);
    // The very form comes before another one.
    assert_eq!(symbols(&library, "policies"), ["A/RES/75/4", "A/RES/76/3"]);
    assert_eq!(set(&library, "minors"), ["A/RES/78/1"]);
    assert_eq!(set(&library, "minority"), ["A/RES/50/48"]);
}

#[test]
fn goes_to_the_stem_only_where_nothing_else_is_found_and_says_so() {
    let library = library();
    assert_eq!(symbols(&library, "condemnation"), ["A/RES/78/1"]);
    assert_eq!(notes(&library, "condemnation"), ["as-act", "stems"]);
    assert_eq!(notes(&library, "condemns"), ["as-act"]);
}

#[test]
fn tries_another_spelling_only_for_words_that_nothing_has() {
    let library = library();
    let found = ask(&library, "kazakstan");
    assert_eq!(found.total.value, 2);
    assert_eq!((found.notes[0].code, found.notes[0].suggestion.as_deref()), ("spelling", Some("kazakhstan")));
    assert_eq!(found.notes[0].span, Some(whereas::text::Span::new(0, 9)));
    assert_eq!(marked(&library, "kazakstan"), ["Kazakhstan"]);
    // Never numbers, short words or quoted ones.
    assert_eq!(symbols(&library, "20255"), Vec::<String>::new());
    assert_eq!(symbols(&library, "laww"), Vec::<String>::new());
    assert_eq!(symbols(&library, "\"kazakstan\""), Vec::<String>::new());
}

#[test]
fn binds_paragraph_filters_to_one_and_the_same_paragraph() {
    let library = library();
    assert_eq!(symbols(&library, "lead:\"takes note\" zone:operative"), ["A/RES/78/1", "A/RES/77/2"]);
    assert_eq!(symbols(&library, "lead:\"takes note\" zone:preamble"), Vec::<String>::new());
    // Both stand in 78/1, but in different paragraphs.
    assert_eq!(symbols(&library, "lead:condemns asks:>=6"), Vec::<String>::new());
    assert_eq!(symbols(&library, "(lead:condemns) zone:operative"), ["A/RES/78/1"]);
}

#[test]
fn lets_the_value_of_a_lead_reach_to_the_longest_phrase_known() {
    let library = library();
    assert_eq!(chips(&library, "lead:takes note report"), ["lead=lead:\"takes note\"", "word=report"]);
    assert_eq!(symbols(&library, "lead:takes note with appreciation"), ["A/RES/77/2"]);
}

#[test]
fn asks_force_on_a_ladder_and_offers_one_where_none_is_named() {
    let library = library();
    assert_eq!(set(&library, "asks:>=8"), ["50/48-POL", "A/RES/76/3"]);
    assert_eq!(set(&library, "condemns:>=8"), ["A/RES/78/1"]);
    assert_eq!(set(&library, "asks:5..5"), ["A/RES/75/4", "A/RES/76/3", "A/RES/77/2"]);
    let found = ask(&library, "kazakhstan force>=7");
    assert_eq!(found.notes[0].code, "needs-ladder");
    assert_eq!(found.notes[0].suggestion.as_deref(), Some("asks:>=7 OR disapproves:>=7"));
    assert_eq!(found.total.value, 2);
    assert_eq!(notes(&library, "force:7+"), ["needs-ladder"]);
}

#[test]
fn finds_a_concept_with_its_intensified_forms() {
    let library = library();
    assert_eq!(addresses(&library, "concept:condemn"), ["pp2", "op1"]);
    assert_eq!(addresses(&library, "concept:strongly_condemn"), ["op1"]);
    assert_eq!(notes(&library, "concept:shout"), ["bad-value"]);
}

#[test]
fn excludes_only_after_a_space_and_before_a_letter_or_quote() {
    let library = library();
    assert_eq!(set(&library, "israel"), ["A/RES/75/4", "A/RES/76/3"]);
    assert_eq!(set(&library, "israel -palestine"), ["A/RES/75/4"]);
    assert_eq!(set(&library, "israel NOT palestine"), ["A/RES/75/4"]);
    assert_eq!(set(&library, "israel -\"law of the sea\""), ["A/RES/76/3"]);
    assert_eq!(set(&library, "self-determination"), ["A/RES/50/48"]);
    assert_eq!(chips(&library, "israel -palestine"), ["word=israel", "exclude=-palestine"]);
}

#[test]
fn takes_capitals_for_operators_and_small_letters_for_words() {
    let library = library();
    assert_eq!(set(&library, "sea OR child"), ["A/RES/50/48", "A/RES/75/4"]);
    assert_eq!(set(&library, "sea or child"), Vec::<String>::new());
    assert_eq!(set(&library, "law AND sea"), ["A/RES/75/4"]);
    assert_eq!(chips(&library, "a OR b c"), ["any=(a OR b)", "word=c"]);
    assert_eq!(notes(&library, "OR sea"), ["dangling-operator"]);
    assert_eq!(set(&library, "OR sea"), ["A/RES/75/4"]);
}

#[test]
fn reads_a_star_at_the_end_of_a_word_only() {
    let library = library();
    assert_eq!(symbols(&library, "palestin*"), ["A/RES/76/3"]);
    assert_eq!(notes(&library, "*stan"), ["star-not-at-end", "not-here"]);
    assert_eq!(chips(&library, "palestin*"), ["prefix=palestin*"]);
}

#[test]
fn turns_years_and_sessions_into_chips() {
    let library = library();
    let after = ["50/48-POL", "A/RES/76/3", "A/RES/77/2", "A/RES/78/1"];
    assert_eq!(set(&library, "after 2020"), after);
    assert_eq!(set(&library, "2021-2022"), ["50/48-POL", "A/RES/76/3", "A/RES/77/2"]);
    assert_eq!(set(&library, "2021..2022"), ["50/48-POL", "A/RES/76/3", "A/RES/77/2"]);
    assert_eq!(set(&library, "1443H"), ["50/48-POL"]);
    assert_eq!(set(&library, "date:2022-10..2023"), ["A/RES/77/2", "A/RES/78/1"]);
    assert_eq!(set(&library, "date:1443H"), ["50/48-POL"]);
    // A year or a range typed alone is a date, or stands so in the text.
    assert_eq!(set(&library, "2025"), ["A/RES/77/2"]);
    assert_eq!(set(&library, "date:2025"), Vec::<String>::new());
    assert_eq!(chips(&library, "israel since 2021"), ["word=israel", "date=date:2021.."]);
}

#[test]
fn drops_the_words_of_a_question_with_a_note() {
    let library = library();
    assert_eq!(chips(&library, "who condemned Kazakhstan 2023"), ["word=condemned", "word=Kazakhstan", "date=2023"]);
    assert_eq!(notes(&library, "resolutions on the sea after 2019"), ["dropped-words"]);
    assert_eq!(set(&library, "resolutions on the sea after 2019"), ["A/RES/75/4"]);
}

#[test]
fn knows_bodies_by_their_aliases() {
    let library = library();
    for query in ["body:oic", "org:oic", "oic:", "body:\"Organization of Islamic Cooperation\"", "body:oci"] {
        assert_eq!(set(&library, query), ["50/48-POL"], "{query}");
        assert_eq!(chips(&library, query), ["body=body:oic"], "{query}");
    }
    assert_eq!(chips(&library, "UN General Assembly"), ["body=UN General Assembly"]);
    assert_eq!(ask(&library, "UN General Assembly").total.value, 5);
}

#[test]
fn looks_for_an_unknown_field_as_a_word_and_names_the_nearest() {
    let library = library();
    assert_eq!(notes(&library, "note: policy"), ["unknown-field"]);
    assert_eq!(chips(&library, "note: policy"), ["word=note", "word=policy"]);
    let found = ask(&library, "boby:un");
    assert_eq!(found.notes[0].suggestion.as_deref(), Some("body:"));
    assert_eq!(notes(&library, "12:30"), ["not-here"]);
    assert_eq!(notes(&library, "A/RES/78/1: Solidarity"), Vec::<&str>::new());
    assert_eq!(symbols(&library, "A/RES/78/1: Solidarity"), ["A/RES/78/1"]);
}

#[test]
fn shows_most_of_many_words_where_nothing_holds_them_all() {
    let library = library();
    let query = "strongly condemns terorism xyzzy in all its forms everywhere";
    assert_eq!(symbols(&library, query)[0], "A/RES/78/1");
    assert!(notes(&library, query).contains(&"most-words"));
}

#[test]
fn offers_to_look_for_a_sentence_as_it_stands() {
    let library = library();
    let found = ask(&library, "Takes note of the report of the Secretary-General");
    assert_eq!(found.notes[0].code, "sentence");
    let quoted = found.notes[0].suggestion.clone().unwrap();
    assert_eq!(quoted, "\"Takes note of the report of the Secretary-General\"");
    assert_eq!(symbols(&library, &quoted), ["A/RES/78/1"]);
    assert_eq!(addresses(&library, &quoted), ["op2"]);
}

#[test]
fn gives_everything_newest_first_where_nothing_is_asked() {
    let library = library();
    let found = ask(&library, "  ");
    let newest = ["A/RES/78/1", "A/RES/77/2", "50/48-POL", "A/RES/76/3", "A/RES/75/4", "A/RES/50/48"];
    assert_eq!(symbols(&library, "  "), newest);
    assert!(found.understood.is_empty() && found.notes.is_empty());
    let oldest =
        library.search("", &SearchOptions::new().with_sort(Sort::Oldest).with_limit(2).with_offset(1)).unwrap();
    assert_eq!(oldest.hits[0].symbol.as_deref(), Some("A/RES/75/4"));
    assert_eq!((oldest.total.value, oldest.hits.len()), (6, 2));
}

#[test]
fn counts_facets_without_the_choice_made_in_them() {
    let library = library();
    let options = SearchOptions::new().with_facets(&[Facet::Body, Facet::Year]);
    let found = library.search("body:oic", &options).unwrap();
    assert_eq!(found.total.value, 1);
    assert_eq!(found.facets["body"], [("un".to_owned(), 5), ("oic".to_owned(), 1)]);
    assert_eq!(found.facets["year"], [("2022".to_owned(), 1)]);
}

#[test]
fn refuses_a_faulty_query_only_when_asked_to() {
    let library = library();
    let strict = SearchOptions::new().with_strictness(true);
    for (query, start, end) in [
        ("a \"b", 2, 4),
        ("(a", 0, 1),
        ("a)", 1, 2),
        ("boby:un", 0, 5),
        ("asks:strong", 5, 11),
        ("a OR", 2, 4),
        ("lead:", 0, 5),
        ("force:7", 6, 7),
        ("date:soon", 5, 9),
    ] {
        let error = library.search(query, &strict).unwrap_err();
        assert_eq!(error.code(), "bad-query", "{query}");
        assert_eq!(error.span(), Some(whereas::text::Span::new(start, end)), "{query}");
        assert!(library.search(query, &SearchOptions::new()).is_ok(), "{query}");
    }
    assert!(library.search("(a OR b) \"c d\" body:un -e asks:>=6", &strict).is_ok());
}

#[test]
fn answers_whatever_is_typed() {
    let library = library();
    let long = "word ".repeat(20_000);
    let deep = "(".repeat(5_000);
    let quotes = "\"".repeat(10_000);
    let typed = [
        "",
        " ",
        "-",
        "--a",
        "()",
        ")(",
        "NOT",
        "NOT NOT a",
        "a AND",
        "*",
        "**",
        ":",
        "lead:",
        "\u{FFFD}",
        "🙂",
        "é:è",
        "asks:>=999999999999",
        "date:9999999",
        "/",
        "//",
        "1/",
        "a/1/",
        "(((a)))",
        "\"\"",
        "“”",
        &long,
        &deep,
        &quotes,
    ];
    for query in typed {
        let found = ask(&library, query);
        for hit in &found.hits {
            for shown in &hit.paragraphs {
                assert!(shown.matches.iter().all(|span| span.of(&shown.snippet).is_some()), "{query}");
            }
        }
        for part in &found.understood {
            assert!(part.span.of(query).is_some(), "{query}");
        }
        assert!(library.complete(query).len() <= 20);
        assert!(library.resolve(query).is_empty());
    }
}

#[test]
fn suggests_words_symbols_titles_and_fields() {
    let library = library();
    let suggested = |typed: &str| -> Vec<(String, &str)> {
        library.complete(typed).into_iter().map(|one| (one.text, one.kind)).collect()
    };
    assert_eq!(suggested("kaz")[0], ("kazakhstan".to_owned(), "word"));
    assert_eq!(suggested("right to dev")[0], ("right to development".to_owned(), "word"));
    assert!(suggested("50/4").contains(&("50/48-POL".to_owned(), "symbol")));
    assert!(suggested("assist").contains(&("Assistance to Palestine refugees".to_owned(), "title")));
    assert_eq!(suggested("bod"), [("body:".to_owned(), "field")]);
    assert_eq!(suggested("x body:o"), [("x body:oic".to_owned(), "value")]);
}

#[test]
fn finds_nothing_more_of_what_was_taken_out() {
    let mut library = library();
    library.remove("un:ga:res:78/1@en").unwrap();
    assert_eq!(symbols(&library, "kazakhstan"), ["A/RES/77/2"]);
    assert_eq!(notes(&library, "solidarity terrorism"), Vec::<&str>::new());
    // A word that only the text taken out had is a word that nothing has.
    assert_eq!(notes(&library, "violence kazakhstani"), ["spelling"]);
    assert_eq!(library.remove("un:ga:res:78/1@en").unwrap_err().code(), "unknown-key");
}

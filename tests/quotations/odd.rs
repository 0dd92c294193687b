//! Articles that are none, or far too long: a report that says so, in bounded time.

use std::fmt::Write;
use std::time::{Duration, Instant};

use whereas::quote::{CheckReport, Reason, Verdict};
use whereas::{Library, ParseOptions};

const RESOLUTION: &str = include_str!("../../www/example/resolution.txt");
/// What a check may take at most. It takes a hundredth of it where nothing else is at work.
const LONGEST: Duration = Duration::from_mins(1);

fn library() -> Library {
    let mut library = Library::new();
    library.add(RESOLUTION, &ParseOptions::new().with_name("resolution.md")).unwrap();
    library
}

/// The report, which came in time and whose places all lie on borders of characters.
fn check(article: &str) -> CheckReport {
    let library = library();
    let start = Instant::now();
    let report = library.check(article, &[]).unwrap();
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
    for finding in &report.quotations {
        assert!(finding.span.of(article).is_some());
        for edit in &finding.edits {
            assert!(edit.article.of(article).is_some() && edit.source.of(RESOLUTION).is_some());
        }
    }
    report
}

fn codes(report: &CheckReport) -> Vec<&str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn checks_an_article_of_five_megabytes() {
    let mut article = String::from("Council meets\n\nISLAMABAD, 8 April 2022 (Agency) – The Council has met.\n\n");
    let prose = "Delegates spoke of the harvest, the weather and the price of bread for the whole afternoon. ";
    let mut wanted = 0;
    while article.len() < 5_000_000 {
        article.push_str(&prose.repeat(100));
        article.push_str("The Council expressed «disapproval» and «its full solidarity with Kazakhstan».\n\n");
        wanted += 2;
    }
    let report = check(&article);
    assert_eq!(report.quotations.len(), wanted);
    assert!(report.quotations.iter().all(|finding| finding.verdict == Verdict::Verbatim));
}

#[test]
fn checks_ten_thousand_quotations() {
    let mut article = String::new();
    for number in 0..10_000 {
        match number % 3 {
            0 => article.push_str("It says «do not help advance the common goals». "),
            1 => write!(article, "It says «no ship number {number} may leave the port at night». ").unwrap(),
            _ => article.push_str("It says «disapproval». "),
        }
    }
    let report = check(&article);
    assert_eq!(report.quotations.len(), 10_000);
    let unreached = report.quotations.iter().filter(|finding| finding.reason == Some(Reason::LimitReached)).count();
    assert_eq!(unreached, 0);
    assert!(
        report
            .quotations
            .iter()
            .all(|finding| matches!(finding.verdict, Verdict::Verbatim | Verdict::Altered | Verdict::NotFound))
    );
}

#[test]
fn bears_ten_thousand_marks_that_nothing_closes() {
    for mark in ["“", "\"", "«", "‘", "„", "「", "“”", "«»", "\" \""] {
        check(&format!("The Council met. {}", format!("{mark} the terrorist attacks ").repeat(10_000)));
    }
}

#[test]
fn says_where_there_is_no_quotation() {
    let report = check("The Council met on Friday. It spoke of bread.\n\nNothing else was said.");
    assert_eq!((report.quotations.len(), codes(&report)), (0, vec!["no-quotations"]));
    let empty = check("");
    assert_eq!((empty.quotations.len(), codes(&empty)), (0, vec!["no-quotations"]));
}

#[test]
fn says_where_both_sides_are_one_document() {
    let report = check(RESOLUTION);
    assert!(codes(&report).contains(&"same-document"), "{:?}", codes(&report));
    let other = check(&RESOLUTION.replace("Strongly condemns", "Condemns"));
    assert!(codes(&other).contains(&"article-is-resolution"), "{:?}", codes(&other));
}

#[test]
fn reads_both_directions_of_writing_in_one_article() {
    let article = "اعتمد مجلس وزراء الخارجية القرار 50/48-POL.\n\n\u{200F}وجاء فيه «do not help advance\u{200E} the common goals» ثم قال \
                   الوزير «לא נשקוט» ثم “لن نهدأ حتى يضاء كل مصباح من جديد”.";
    let report = check(article);
    let found: Vec<(Verdict, Option<&str>)> = report
        .quotations
        .iter()
        .map(|finding| (finding.verdict, finding.source.as_ref().map(|source| source.address.as_str())))
        .collect();
    assert_eq!(found[0], (Verdict::Altered, Some("op3")), "{found:?}");
    assert_eq!(found.len(), 3);
    assert!(found[1..].iter().all(|(verdict, _)| *verdict == Verdict::Unchecked), "{found:?}");
}

#[test]
fn finds_the_one_of_many_like_texts_that_has_the_small_words_too() {
    let mut library = Library::new();
    for number in 1..=400 {
        let verb = if number == 300 { "Relying on" } else { "Reaffirming" };
        let text = format!(
            "A/RES/78/{number}\n\nThe General Assembly,\n\n{verb} resolution 1980/67 of the Economic and Social Council of \
             25 July 1980 on the years of lighthouses and of harbours,\n\n1. Decides on reflection that the resolution \
             stands;\n\n2. Decides to speak on Monday of the resolution.\n"
        );
        library.add(&text, &ParseOptions::new()).unwrap();
    }
    let quotation =
        "on resolution 1980/67 of the Economic and Social Council of 25 July 1980 on the years of lighthouses";
    let report = library.check(&format!("The text speaks of relying “{quotation}”."), &[]).unwrap();
    let finding = &report.quotations[0];
    assert_eq!(finding.verdict, Verdict::Verbatim);
    assert_eq!(finding.source.as_ref().map(|source| source.resolution.as_str()), Some("un:ga:res:78/300"));
}

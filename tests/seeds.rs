//! The news item of the example against the resolution it quotes: every row of the table that the
//! check is accepted by.

use whereas::model::Document;
use whereas::quote::{
    CheckOptions, CheckReport, ClaimKind, ClaimVerdict, Compared, EditClass, Finding, Note, Verdict, Weight, check,
};
use whereas::text::{Span, Utf16Index};
use whereas::{ParseOptions, parse};

const ARTICLE: &str = include_str!("../www/example/article.txt");
const RESOLUTION: &str = include_str!("../www/example/resolution.txt");

fn documents() -> (Document, Document) {
    (parse(ARTICLE, &ParseOptions::new()), parse(RESOLUTION, &ParseOptions::new()))
}

fn report() -> CheckReport {
    let (article, resolution) = documents();
    check(ARTICLE, &article, &[Compared { document: &resolution, text: RESOLUTION }], &CheckOptions::new())
}

/// Class, place in the article, place in the source.
type Edit = (EditClass, (u32, u32), (u32, u32));
/// Reporting verb with its place, lead phrase, drift.
type Carrier = (Option<(&'static str, u32, u32)>, &'static str, Option<i8>);

/// One row of the table.
struct Row {
    article: (u32, u32),
    utf16: (u32, u32),
    verdict: Verdict,
    weight: Option<Weight>,
    also: &'static [Note],
    address: &'static str,
    source: (u32, u32),
    edits: &'static [Edit],
    carrier: Option<Carrier>,
}

const ROWS: [Row; 7] = [
    Row {
        article: (253, 299),
        utf16: (252, 298),
        verdict: Verdict::Altered,
        weight: None,
        also: &[],
        address: "theme",
        source: (138, 183),
        edits: &[(EditClass::Substitution, (253, 264), (138, 148))],
        carrier: None,
    },
    Row {
        article: (640, 710),
        utf16: (635, 705),
        verdict: Verdict::Verbatim,
        weight: None,
        also: &[],
        address: "title",
        source: (291, 361),
        edits: &[],
        carrier: None,
    },
    Row {
        article: (744, 967),
        utf16: (737, 960),
        verdict: Verdict::Altered,
        weight: Some(Weight::FunctionWords),
        also: &[Note::Preamble],
        address: "pp2",
        source: (794, 1008),
        edits: &[(EditClass::Insertion, (744, 747), (794, 794)), (EditClass::Insertion, (766, 770), (812, 812))],
        carrier: Some((Some(("condemned", 732, 741)), "Condemning", Some(0))),
    },
    Row {
        article: (1006, 1108),
        utf16: (997, 1097),
        verdict: Verdict::Verbatim,
        weight: None,
        also: &[Note::Truncated, Note::Preamble],
        address: "pp3",
        source: (1027, 1127),
        edits: &[(EditClass::Typography, (1035, 1049), (1056, 1068))],
        carrier: Some((Some(("confirmed", 993, 1002)), "Reaffirming", Some(0))),
    },
    Row {
        article: (1241, 1252),
        utf16: (1228, 1239),
        verdict: Verdict::Verbatim,
        weight: None,
        also: &[Note::Short],
        address: "op2",
        source: (1531, 1542),
        edits: &[],
        carrier: Some((Some(("was met with", 1226, 1238)), "Expresses disapproval", None)),
    },
    Row {
        article: (1329, 1382),
        utf16: (1314, 1367),
        verdict: Verdict::Verbatim,
        weight: None,
        also: &[Note::Reattached],
        address: "op3",
        source: (2081, 2134),
        edits: &[],
        carrier: Some((None, "Expresses hope", None)),
    },
    Row {
        article: (1407, 1645),
        utf16: (1390, 1628),
        verdict: Verdict::Inflected,
        weight: None,
        also: &[],
        address: "op5",
        source: (2363, 2601),
        edits: &[(EditClass::Inflection, (1447, 1455), (2403, 2411)), (EditClass::Case, (1538, 1543), (2494, 2499))],
        carrier: Some((Some(("confirmed", 1395, 1404)), "Reaffirms", Some(0))),
    },
];

fn pair(span: Span) -> (u32, u32) {
    (span.start, span.end)
}

fn finding(at: usize) -> Finding {
    report().quotations.swap_remove(at)
}

#[test]
fn finds_every_row_and_nothing_more() {
    let report = report();
    let units = Utf16Index::new(ARTICLE);
    assert_eq!(report.quotations.len(), ROWS.len());
    for (finding, row) in report.quotations.iter().zip(&ROWS) {
        let name = &finding.text;
        assert_eq!(pair(finding.span), row.article, "{name}");
        assert_eq!(pair(units.to_utf16(ARTICLE, finding.span)), row.utf16, "{name}");
        assert_eq!((finding.verdict, finding.weight, finding.reason), (row.verdict, row.weight, None), "{name}");
        assert_eq!(finding.also, row.also, "{name}");
        let source = finding.source.as_ref().unwrap();
        assert_eq!((source.address.as_str(), pair(source.span)), (row.address, row.source), "{name}");
        assert_eq!(
            (source.resolution.as_str(), source.key.as_str()),
            ("oic:cfm:res:50/48-POL", "oic:cfm:res:50/48-POL@en")
        );
        let edits: Vec<_> =
            finding.edits.iter().map(|edit| (edit.class, pair(edit.article), pair(edit.source))).collect();
        assert_eq!(edits, row.edits, "{name}");
        let carrier = finding.carrier.as_ref().map(|carrier| {
            let reporting =
                carrier.reporting.as_deref().zip(carrier.span).map(|(verb, span)| (verb, span.start, span.end));
            (reporting, carrier.lead.as_deref().unwrap(), carrier.drift)
        });
        assert_eq!(carrier, row.carrier, "{name}");
        assert!(finding.rivals.is_empty() && finding.parts.is_empty(), "{name}");
    }
}

#[test]
fn counts_verdicts_and_paragraphs() {
    let report = report();
    assert_eq!(serde_json::to_string(&report.summary).unwrap(), r#"{"verbatim":4,"inflected":1,"altered":2}"#);
    assert_eq!(report.coverage.quoted, ["pp2", "pp3", "op2", "op3", "op5"]);
    assert_eq!(report.coverage.unquoted, ["pp1", "op1", "op4"]);
    assert_eq!(report.compared[0].key, "oic:cfm:res:50/48-POL@en");
    assert!(report.diagnostics.is_empty());
}

#[test]
fn names_where_the_theme_stands_again() {
    assert_eq!(finding(0).source.unwrap().again, [Span::new(479, 524)]);
}

#[test]
fn gives_the_words_that_go_on() {
    let left_out = finding(3).left_out.unwrap();
    assert_eq!(pair(left_out.span), (1127, 1322));
    assert!(
        left_out
            .text
            .starts_with(", its rejection of any intervention in its internal affairs, and its solidarity with")
    );
}

#[test]
fn gives_both_subjects() {
    let subjects = finding(5).subjects.unwrap();
    assert_eq!(
        (subjects.article.text.as_str(), pair(subjects.article.span)),
        ("the positions set out in the resolution", (1287, 1326))
    );
    assert_eq!(
        (subjects.source.text.as_str(), pair(subjects.source.span)),
        ("such inadmissible positions", (2053, 2080))
    );
}

#[test]
fn holds_the_facts_that_the_article_states_against_the_text() {
    let report = report();
    let claims: Vec<_> = report
        .claims
        .iter()
        .map(|claim| (claim.kind, pair(claim.span), claim.stated.as_str(), claim.verdict))
        .collect();
    let expected = [
        (ClaimKind::SessionOrdinal, (101, 113), "48th session", ClaimVerdict::Agrees),
        (
            ClaimKind::Organ,
            (117, 192),
            "the Council of Foreign Ministers of the Organization of Islamic Cooperation",
            ClaimVerdict::Agrees,
        ),
        (ClaimKind::Date, (200, 210), "last March", ClaimVerdict::Agrees),
        (ClaimKind::Place, (214, 237), "the capital of Pakistan", ClaimVerdict::Likely),
        (ClaimKind::SessionTheme, (253, 299), "Partnership for Unity, Justice and Development", ClaimVerdict::Altered),
        (ClaimKind::Number, (628, 637), "50/48-pol", ClaimVerdict::Agrees),
        (
            ClaimKind::Title,
            (640, 710),
            "On Solidarity with the Republic of Kazakhstan in the face of terrorism",
            ClaimVerdict::Agrees,
        ),
        (ClaimKind::Other, (1673, 1689), "57 member states", ClaimVerdict::Unchecked),
        (ClaimKind::Other, (1723, 1741), "1.7 billion people", ClaimVerdict::Unchecked),
        (ClaimKind::Other, (1809, 1857), "Five countries and 5 international organizations", ClaimVerdict::Unchecked),
        (ClaimKind::Date, (1930, 1943), "December 1995", ClaimVerdict::Unchecked),
    ];
    assert_eq!(claims, expected);
    assert_eq!(report.claims[4].found.as_deref(), Some("PARTNERING FOR UNITY, JUSTICE AND DEVELOPMENT"));
    assert_eq!(report.claims[5].source, Some(Span::new(281, 290)));
}

#[test]
fn finds_both_works_that_the_article_cites() {
    let report = report();
    let cited: Vec<_> = report
        .citations
        .iter()
        .map(|cited| (pair(cited.span), cited.target.as_deref().unwrap(), cited.basis.is_empty(), cited.key.is_some()))
        .collect();
    let expected =
        [((609, 637), "oic:cfm:res:50/48-POL", true, true), ((1131, 1225), "eu:ep:res:P9_TA(2022)0012", false, false)];
    assert_eq!(cited, expected);
}

#[test]
fn reads_the_news_item() {
    let (article, _) = documents();
    let article = article.article.unwrap();
    assert_eq!(article.headline.unwrap().text, "OIC adopts Resolution on January Events in Kazakhstan");
    assert_eq!(article.dateline.date.unwrap().id.as_deref(), Some("2022-04-08"));
    assert_eq!(article.dateline.place.unwrap().text, "NUR-SULTAN");
    assert_eq!(article.dateline.agency.unwrap().text, "KAZINFORM");
    assert_eq!(
        article.sources.iter().map(|source| source.text.as_str()).collect::<Vec<_>>(),
        ["the Kazakh MFA’s press service"]
    );
    let reports: Vec<_> = article
        .reports
        .iter()
        .map(|report| (report.verb.as_str(), report.subject.as_ref().unwrap().text.as_str()))
        .collect();
    let expected = [
        ("condemned", "the member states"),
        ("confirmed", "The OIC member states"),
        ("was met with", "the OIC member states"),
        ("confirmed", "The OIC"),
    ];
    assert_eq!(reports, expected);
    let cited = &article.citations[0];
    assert_eq!((pair(cited.span), cited.target.as_deref()), ((609, 637), Some("oic:cfm:res:50/48-POL")));
    assert_eq!(article.quotations.len(), 7);
    assert!(article.quotations.iter().all(|quotation| quotation.speaker.is_none()));
}

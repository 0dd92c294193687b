//! A check's findings as a table with a row for each quotation, in the form of [`super::csv`].

use super::csv::{push_row, word};
use crate::quote::{CheckReport, Finding, Review, Version};
use crate::text::Span;

const HEAD: [&str; 24] = [
    "article",
    "start",
    "end",
    "verdict",
    "weight",
    "reason",
    "also",
    "key",
    "address",
    "source start",
    "source end",
    "reporting",
    "lead",
    "rivals",
    "text",
    "copy",
    "sha256",
    "source date",
    "counterpart",
    "compare with",
    "speaker",
    "since",
    "decision",
    "note",
];

/// The line that names the columns of [`write_findings`], with its line end.
#[must_use]
pub fn findings_head() -> String {
    HEAD.join(",") + "\r\n"
}

/// A row for each quotation of a report on the article of that name, without the head.
///
/// Places are in the unit of the report. Linear in the findings.
///
/// # Examples
///
/// ```
/// use whereas::export::{findings_head, write_findings};
/// use whereas::{Library, ParseOptions};
///
/// let mut library = Library::new();
/// library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to remain seized of the matter.\n", &ParseOptions::new()).unwrap();
/// let report = library.check("It decided «to remain seized of the matter».", &[]).unwrap();
/// assert!(findings_head().starts_with("article,start,end,verdict"));
/// assert!(write_findings(&report, "news.txt").starts_with("news.txt,13,43,verbatim,,,,un:ga:res:78/1@en,op1,"));
/// ```
#[must_use]
pub fn write_findings(report: &CheckReport, article: &str) -> String {
    let mut out = String::new();
    for finding in &report.quotations {
        push_row(&mut out, &row(finding, article));
    }
    out
}

fn row(finding: &Finding, article: &str) -> [String; 24] {
    let source = finding.source.as_ref();
    let carrier = finding.carrier.as_ref();
    let counterpart = finding.counterpart.as_ref().map(|counterpart| &counterpart.source);
    let review = finding.review.as_ref();
    let also: Vec<String> = finding.also.iter().map(word).collect();
    let rivals: Vec<String> = finding.rivals.iter().map(|rival| format!("{} {}", rival.key, rival.address)).collect();
    [
        article.to_owned(),
        finding.span.start.to_string(),
        finding.span.end.to_string(),
        word(&finding.verdict),
        finding.weight.as_ref().map(word).unwrap_or_default(),
        finding.reason.as_ref().map(word).unwrap_or_default(),
        also.join("; "),
        source.map(|source| source.key.clone()).unwrap_or_default(),
        source.map(|source| source.address.clone()).unwrap_or_default(),
        source.map(|source| source.span.start.to_string()).unwrap_or_default(),
        source.map(|source| source.span.end.to_string()).unwrap_or_default(),
        carrier.and_then(|carrier| carrier.reporting.clone()).unwrap_or_default(),
        carrier.and_then(|carrier| carrier.lead.clone()).unwrap_or_default(),
        rivals.join("; "),
        finding.text.clone(),
        source.and_then(|source| source.copy.name.clone()).unwrap_or_default(),
        source.map(|source| source.copy.sha256.clone()).unwrap_or_default(),
        source.and_then(|source| source.date.clone()).unwrap_or_default(),
        counterpart.map(|place| format!("{} {}", place.key, place.address)).unwrap_or_default(),
        finding.version.as_ref().map(compare_with).unwrap_or_default(),
        finding.speaker.as_ref().map(|speaker| speaker.text.clone()).unwrap_or_default(),
        finding.since.clone().unwrap_or_default(),
        review.map(|review| review.decision.clone()).unwrap_or_default(),
        review.and_then(|review| review.note.clone()).unwrap_or_default(),
    ]
}

/// The key of the edition to compare with, or how it is called where it is not here.
fn compare_with(version: &Version) -> String {
    version.key.clone().unwrap_or_else(|| format!("{}@{}", version.resolution, version.language))
}

/// Reads the decisions out of a table of findings: the article's name, the place of the quotation, the decision.
///
/// The table is one that [`write_findings`] wrote and someone filled in; columns are found by the names in its first row,
/// so that others may have been added or moved. Rows without a decision and a note are left out, and so are rows whose
/// places are no numbers. Linear.
///
/// # Examples
///
/// ```
/// use whereas::export::read_reviews;
///
/// let table = "article,start,end,decision,note\r\nnews.txt,13,43,\"set aside\",\"the agency, not the body\"\r\nnews.txt,50,60,,\r\n";
/// let reviews = read_reviews(table);
/// assert_eq!(reviews.len(), 1);
/// assert_eq!((reviews[0].0.as_str(), reviews[0].2.decision.as_str()), ("news.txt", "set aside"));
/// ```
#[must_use]
pub fn read_reviews(table: &str) -> Vec<(String, Span, Review)> {
    let mut rows = read_rows(table.trim_start_matches('\u{FEFF}')).into_iter();
    let head = rows.next().unwrap_or_default();
    let column = |name: &str| head.iter().position(|cell| cell.trim() == name);
    let columns = ["article", "start", "end", "decision", "note"].map(column);
    let [Some(article), Some(start), Some(end), Some(decision), note] = columns else { return Vec::new() };
    let read = |row: Vec<String>| {
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
        let (from, to) = (cell(start).parse().ok()?, cell(end).parse().ok()?);
        let review = Review::new(cell(decision)).with_note(note.map_or("", cell));
        let is_any = !review.decision.is_empty() || review.note.is_some();
        (is_any && from <= to).then(|| (cell(article).to_owned(), Span::new(from, to), review))
    };
    rows.filter_map(read).collect()
}

/// The cells of a comma-separated table. A quotation mark that nothing closes ends with the table.
fn read_rows(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ => cell.push(letter),
        }
    }
    rows
}

//! A check's findings as a table with a row for each quotation, in the form of [`super::csv`].

use super::csv::{push_row, word};
use crate::quote::{CheckReport, Finding};

const HEAD: [&str; 15] = [
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

fn row(finding: &Finding, article: &str) -> [String; 15] {
    let source = finding.source.as_ref();
    let carrier = finding.carrier.as_ref();
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
    ]
}

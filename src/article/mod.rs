//! Reads a news item: headline, dateline, sources, quotations, reporting verbs, citations.

mod detect;
mod governing;
mod head;
mod layout;
mod quotations;
mod reports;
mod sentences;
mod sources;
mod speaker;

use crate::diagnostic::Diagnostic;
use crate::extract::{Context, find_citations};
use crate::lexicon::Language;
use crate::model::{Article, Quotation};

pub use detect::{article_score, looks_like_article};
pub(crate) use governing::find_governing;
pub(crate) use head::read_head;
pub(crate) use layout::Layout;
pub(crate) use quotations::Quoted;
pub(crate) use reports::{Reported, ends_clause, find_reports, intensified_concept};
use sources::find_sources;
pub(crate) use speaker::find_speaker;

/// Reads a news item.
///
/// Spans point into `text`, in bytes. Reporting verbs and sources are read in English; quotations
/// in any language. Linear in the text. Never fails: a text without any of this gives an empty
/// article, and a quotation mark that nothing closes a diagnostic.
///
/// # Examples
///
/// ```
/// use whereas::article::read;
/// use whereas::lexicon::Language;
///
/// let text = "Council meets\n\nGENEVA, 4 May 2021 (Agency) – The Council condemned «the acts of violence».";
/// let (article, diagnostics) = read(text, Language::En);
/// assert_eq!(article.headline.unwrap().text, "Council meets");
/// assert_eq!(article.dateline.date.unwrap().id.as_deref(), Some("2021-05-04"));
/// assert_eq!(article.quotations[0].text, "the acts of violence");
/// assert_eq!(article.reports[0].verb, "condemned");
/// assert_eq!(article.reports[0].subject.as_ref().unwrap().text, "The Council");
/// assert!(diagnostics.is_empty());
/// ```
#[must_use]
pub fn read(text: &str, language: Language) -> (Article, Vec<Diagnostic>) {
    let head = read_head(text, language);
    let layout = Layout::new(text);
    let reports = find_reports(&layout, head.body);
    let year = head.dateline.date.as_ref().and_then(|date| date.id.as_ref()?.get(..4)?.parse().ok());
    let context = Context::new(language);
    let citations = find_citations(text, &year.map_or(context, |year| context.with_year(year)));
    let quotations = layout
        .quotations
        .iter()
        .map(|quoted| Quotation {
            span: quoted.inner,
            text: quoted.inner.of(text).unwrap_or_default().to_owned(),
            speaker: find_speaker(&layout, &reports, quoted),
        })
        .collect();
    let article = Article {
        sources: find_sources(&layout, head.body, &citations),
        headline: head.headline,
        dateline: head.dateline,
        quotations,
        reports: reports.into_iter().map(|found| found.report).collect(),
        citations,
    };
    (article, layout.diagnostics)
}

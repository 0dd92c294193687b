//! What a report says of the texts, of what the article cites, and of the request itself.

use std::collections::BTreeSet;

use super::prepared::Prepared;
use super::report::{ArticleCopy, Cited, ComparedText, CopyOf, Finding};
use super::texts::{Held, SourceText};
use crate::article::Layout;
use crate::diagnostic::{Diagnostic, Severity};
use crate::index::date_of;
use crate::model::{Citation, Document};
use crate::text::{Span, sort_by_key};

/// Of more texts than this only those that a report names are described in it.
const MOST_NAMED: usize = 64;

/// Every text, or of more than [`MOST_NAMED`] those that the findings and citations name.
pub(super) fn describe_texts(texts: &[SourceText], findings: &[Finding], citations: &[Cited]) -> Vec<ComparedText> {
    if texts.len() <= MOST_NAMED {
        return texts.iter().map(describe_text).collect();
    }
    let found = findings.iter().flat_map(|finding| {
        let parts = finding.parts.iter().map(|part| &part.source);
        let other = finding.counterpart.as_ref().map(|counterpart| &counterpart.source);
        finding.source.iter().chain(&finding.rivals).chain(parts).chain(other).map(|place| place.key.as_str())
    });
    let named: BTreeSet<&str> = found.chain(citations.iter().filter_map(|cited| cited.key.as_deref())).collect();
    texts.iter().filter(|text| named.contains(text.resolution.key.as_str())).map(describe_text).collect()
}

fn describe_text(text: &SourceText) -> ComparedText {
    let resolution = text.resolution;
    let CopyOf { name, sha256 } = CopyOf::new(text);
    let date = date_of(resolution).map(|date| date.iso.clone());
    ComparedText { key: resolution.key.clone(), name, sha256, language: resolution.edition.language, date }
}

/// The article that is checked.
pub(super) fn describe_article(prepared: &Prepared) -> ArticleCopy {
    let Document { source, language, .. } = prepared.document;
    ArticleCopy {
        name: source.name.clone(),
        headline: prepared.article.headline.as_ref().map(|headline| headline.text.clone()),
        date: prepared.written().map(str::to_owned),
        language,
        sha256: source.sha256.clone(),
        text: None,
    }
}

impl CopyOf {
    /// The copy that a text is.
    pub(super) fn new(text: &SourceText) -> Self {
        let (source, resolution) = (&text.document.source, text.resolution);
        let name = source.name.as_ref().or(resolution.heading.as_ref()).or(resolution.title.as_ref());
        Self { name: name.cloned(), sha256: source.sha256.clone() }
    }
}

/// A citation of the article with the text compared that it is.
pub(super) fn describe_citation(citation: &Citation, text: Option<&SourceText>) -> Cited {
    Cited {
        span: citation.span,
        text: citation.text.clone(),
        target: citation.target.clone(),
        pinpoint: citation.pinpoint.clone(),
        form: citation.form,
        basis: citation.basis.clone(),
        key: text.map(|text| text.resolution.key.clone()),
    }
}

/// What is odd about the request: no quotation, or one document on both sides.
pub(super) fn diagnose(
    layout: &Layout,
    article: &Document,
    compared: &[Held],
    findings: &[Finding],
    is_sentence: bool,
) -> Vec<Diagnostic> {
    let mut diagnostics = layout.diagnostics.clone();
    let start = Span::new(0, 0);
    if is_sentence {
        diagnostics.push(Diagnostic {
            code: "single-sentence",
            severity: Severity::Info,
            span: start,
            message: "no quotation marks were found in one sentence, and it was looked for as it stands".to_owned(),
            help: "put quotation marks around the words that are meant".to_owned(),
        });
    }
    if findings.is_empty() {
        diagnostics.push(Diagnostic {
            code: "no-quotations",
            severity: Severity::Info,
            span: start,
            message: "no quotation marks were found".to_owned(),
            help: "search for a single sentence of it, or look at what it cites".to_owned(),
        });
    }
    let same = |other: &Held| {
        other.text == layout.text
            || (!article.source.sha256.is_empty() && other.document.source.sha256 == article.source.sha256)
    };
    if compared.iter().any(same) {
        diagnostics.push(Diagnostic {
            code: "same-document",
            severity: Severity::Warning,
            span: start,
            message: "both sides are the same document".to_owned(),
            help: "give the article on one side and the resolution on the other".to_owned(),
        });
    } else if !is_sentence && !article.resolutions.is_empty() && article.article.is_none() {
        diagnostics.push(Diagnostic {
            code: "article-is-resolution",
            severity: Severity::Info,
            span: start,
            message: "the text given as the article reads as a resolution".to_owned(),
            help: "its quotation marks were checked; compare the two resolutions to see what changed".to_owned(),
        });
    }
    sort_by_key(&mut diagnostics, |diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics
}

//! The walk over every span of a report, with the text that each points into.

use super::report::{Carrier, CheckReport, Claim, Finding, SourcePlace};
use super::reuse::ReuseReport;
use crate::model::Spans;
use crate::text::Span;

/// The text that a span of a report points into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side<'a> {
    /// The article.
    Article,
    /// The text of the resolution with this key.
    Source(&'a str),
}

impl CheckReport {
    /// The same report with every span changed by `change`, which is told what text it points into.
    ///
    /// Costs one call a span.
    #[must_use]
    pub fn map_spans(mut self, mut change: impl FnMut(Side<'_>, Span) -> Span) -> Self {
        self.for_each_span(&mut |side, span| *span = change(side, *span));
        self
    }

    /// Gives every span to `change` with the text it points into, in no promised order.
    pub fn for_each_span(&mut self, change: &mut dyn FnMut(Side<'_>, &mut Span)) {
        for finding in &mut self.quotations {
            walk_finding(finding, change);
        }
        for cited in &mut self.citations {
            change(Side::Article, &mut cited.span);
        }
        for claim in &mut self.claims {
            walk_claim(claim, change);
        }
        for diagnostic in &mut self.diagnostics {
            change(Side::Article, &mut diagnostic.span);
        }
    }
}

fn walk_finding(finding: &mut Finding, change: &mut dyn FnMut(Side<'_>, &mut Span)) {
    let key = finding.source.as_ref().map_or_else(String::new, |source| source.key.clone());
    change(Side::Article, &mut finding.span);
    for place in finding.source.iter_mut().chain(&mut finding.rivals) {
        walk_place(place, change);
    }
    for part in &mut finding.parts {
        change(Side::Article, &mut part.article);
        walk_place(&mut part.source, change);
    }
    for edit in &mut finding.edits {
        change(Side::Article, &mut edit.article);
        change(Side::Source(&key), &mut edit.source);
    }
    if let Some(counterpart) = &mut finding.counterpart {
        walk_place(&mut counterpart.source, change);
    }
    if let Some(Carrier { span, lead_span, .. }) = &mut finding.carrier {
        span.for_each_span(&mut |span| change(Side::Article, span));
        lead_span.for_each_span(&mut |span| change(Side::Source(&key), span));
    }
    if let Some(left_out) = &mut finding.left_out {
        change(Side::Source(&key), &mut left_out.span);
    }
    if let Some(subjects) = &mut finding.subjects {
        change(Side::Article, &mut subjects.article.span);
        change(Side::Source(&key), &mut subjects.source.span);
    }
    for passage in finding.stated.iter_mut().chain(&mut finding.speaker) {
        change(Side::Article, &mut passage.span);
    }
    if let Some(named) = &mut finding.named {
        change(Side::Article, &mut named.span);
    }
}

fn walk_place(place: &mut SourcePlace, change: &mut dyn FnMut(Side<'_>, &mut Span)) {
    let side = Side::Source(&place.key);
    change(side, &mut place.span);
    place.lead.for_each_span(&mut |span| change(side, span));
    place.again.for_each_span(&mut |span| change(side, span));
}

fn walk_claim(claim: &mut Claim, change: &mut dyn FnMut(Side<'_>, &mut Span)) {
    change(Side::Article, &mut claim.span);
    let key = claim.key.clone().unwrap_or_default();
    claim.source.for_each_span(&mut |span| change(Side::Source(&key), span));
}

impl ReuseReport {
    /// The same report with every span changed by `change`; the resolution whose words they are is the side of the article.
    #[must_use]
    pub fn map_spans(mut self, mut change: impl FnMut(Side<'_>, Span) -> Span) -> Self {
        for paragraph in &mut self.paragraphs {
            paragraph.span = change(Side::Article, paragraph.span);
            for shared in &mut paragraph.shared {
                let key = shared.source.key.clone();
                shared.span = change(Side::Article, shared.span);
                for edit in &mut shared.edits {
                    edit.article = change(Side::Article, edit.article);
                    edit.source = change(Side::Source(&key), edit.source);
                }
                walk_place(&mut shared.source, &mut |side, span| *span = change(side, *span));
            }
        }
        self
    }
}

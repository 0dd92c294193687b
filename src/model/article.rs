//! A news item that reports a resolution.

use serde::Serialize;

use super::{Citation, Entity};
use crate::text::Span;

/// Where, by whom and when a news item was filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dateline {
    /// The place, as printed.
    pub place: Option<Entity>,
    /// The agency, as printed.
    pub agency: Option<Entity>,
    /// The date, ISO in `id`.
    pub date: Option<Entity>,
}

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quotation {
    /// The words without the marks and without white space at the ends.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Whose words they are, where it is not the body's.
    pub speaker: Option<Entity>,
}

/// Who is said to have done something.
pub type Reporter = Entity;

/// A verb by which the article reports an act: *condemned*, *was met with*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The verb as printed.
    pub verb: String,
    /// Who is said to have done it.
    pub subject: Option<Reporter>,
    /// Where the verb stands.
    pub span: Span,
}

/// A news item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Its headline.
    pub headline: Option<Entity>,
    /// Place, agency and date.
    pub dateline: Dateline,
    /// Whom it names as the source of the report.
    pub sources: Vec<Entity>,
    /// Its quotations, in order of place.
    pub quotations: Vec<Quotation>,
    /// Its reporting verbs, in order of place.
    pub reports: Vec<Report>,
    /// What it cites, in order of place.
    pub citations: Vec<Citation>,
}

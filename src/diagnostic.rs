//! What is odd about a document: never a reason to refuse it.

use serde::Serialize;

use crate::text::Span;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Something that a careful reader would look at.
    Warning,
    /// What is printed can't be so (a date that does not exist).
    Error,
}

/// Something odd in a document, with its place.
///
/// The code is stable and never changes its meaning. The message says what was found, the help what
/// to do or what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Kebab-case and stable, such as `date-calendars-disagree`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is, in bytes of the source.
    pub span: Span,
    /// What was found.
    pub message: String,
    /// What was expected, or what to do.
    pub help: String,
}

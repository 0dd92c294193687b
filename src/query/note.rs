//! What is said about a query beside its results.

use serde::Serialize;

use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// Something worth saying about a query: a fault that was passed over, a spelling that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Kebab-case and stable: `unclosed-quote`, `spelling`.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
    /// Where in the query, in bytes (UTF-16 units for JavaScript).
    pub span: Option<Span>,
    /// A query, or a part of one, that may be meant instead.
    pub suggestion: Option<String>,
    /// What a strict query must have here; `None` for what is no fault.
    #[serde(skip)]
    pub(super) expected: Option<String>,
}

impl Note {
    /// A remark on a part of the query.
    pub(super) fn new(code: &'static str, message: String, span: Span) -> Self {
        Self { code, message, span: Some(span), suggestion: None, expected: None }
    }

    /// A fault, which a strict query may not have.
    pub(super) fn fault(code: &'static str, found: &str, expected: &str, span: Span) -> Self {
        let message = format!("{found}; expected {expected}");
        Self { code, message, span: Some(span), suggestion: None, expected: Some(expected.to_owned()) }
    }

    /// The same note with what may be meant.
    pub(super) fn with_suggestion(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The error that a strict query gets for this note, where it is a fault.
    pub(super) fn to_error(&self, query: &str) -> Option<Error> {
        let expected = self.expected.clone()?;
        let span = self.span.unwrap_or_default();
        let typed = span.of(query).unwrap_or("").trim();
        let found = if typed.is_empty() { "the end of the query".to_owned() } else { format!("“{typed}”") };
        Some(Error::at(ErrorKind::BadQuery { found, expected }, span))
    }
}

//! What a reviewer decided about findings: beside what was found, never instead of it.

use serde::Serialize;

use super::report::CheckReport;
use crate::text::Span;

/// A reviewer's own decision about a finding.
///
/// # Examples
///
/// ```
/// use whereas::quote::Review;
///
/// let review = Review::new("set aside").with_note("the agency's own translation");
/// assert_eq!(review.note.as_deref(), Some("the agency's own translation"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The decision, in the reviewer's words.
    pub decision: String,
    /// A note on it.
    pub note: Option<String>,
}

impl Review {
    /// A decision without a note.
    #[must_use]
    pub fn new(decision: &str) -> Self {
        Self { decision: decision.to_owned(), note: None }
    }

    /// The same with a note; an empty one is none.
    #[must_use]
    pub fn with_note(mut self, note: &str) -> Self {
        self.note = Some(note.to_owned()).filter(|note| !note.is_empty());
        self
    }
}

impl CheckReport {
    /// Puts a decision beside the finding on the quotation at `span`, in the unit of the report; says whether there is
    /// one. Costs a look at each finding.
    pub fn add_review(&mut self, span: Span, review: Review) -> bool {
        let found = self.quotations.iter_mut().find(|finding| finding.span == span);
        found.map(|finding| finding.review = Some(review)).is_some()
    }
}

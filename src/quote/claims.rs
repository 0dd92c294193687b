//! The facts that an article states about the resolution, held against what it says.

use super::named::Works;
use super::report::{Claim, Finding};
use super::texts::SourceText;
use crate::article::Layout;
use crate::model::Article;

/// Every fact that is stated outside quotations, in order of place.
pub(super) fn find_claims(
    _layout: &Layout,
    _article: &Article,
    _findings: &[Finding],
    _works: &Works,
    _texts: &[SourceText],
) -> Vec<Claim> {
    Vec::new()
}

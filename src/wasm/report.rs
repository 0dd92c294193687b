//! A report of a check on its way out: positions in the article and in each source become UTF-16 units.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::Library;
use crate::quote::{CheckReport, Side};
use crate::text::Utf16Index;

/// The same report with every position in UTF-16 units of the text it points into.
pub(super) fn to_utf16(report: CheckReport, article: &str, library: &Library) -> CheckReport {
    let index = Utf16Index::new(article);
    let mut sources: BTreeMap<String, (Cow<str>, Utf16Index)> = BTreeMap::new();
    report.map_spans(|side, span| match side {
        Side::Article => index.to_utf16(article, span),
        Side::Source(key) => {
            if !sources.contains_key(key) {
                let text = library.source(key).map_or(Cow::Borrowed(""), |source| source.text);
                let index = Utf16Index::new(&text);
                sources.insert(key.to_owned(), (text, index));
            }
            sources.get(key).map_or(span, |(text, index)| index.to_utf16(text, span))
        }
    })
}

//! A report of a check on its way out: positions in the article and in each source become UTF-16 units.

use std::borrow::Cow;

use crate::Library;
use crate::quote::{CheckReport, ReuseReport, Side};
use crate::text::{Span, Utf16Index, row_of};

/// The same report with every position in UTF-16 units of the text it points into.
pub(super) fn to_utf16(report: CheckReport, article: &str, library: &Library) -> CheckReport {
    let index = Utf16Index::new(article);
    let mut sources = Sources { library, texts: Vec::new() };
    report.map_spans(|side, span| match side {
        Side::Article => index.to_utf16(article, span),
        Side::Source(key) => sources.convert(key, span),
    })
}

/// The same of what shares words with a resolution.
pub(super) fn reuse_to_utf16(report: ReuseReport, library: &Library) -> ReuseReport {
    let key = report.key.clone();
    let mut sources = Sources { library, texts: Vec::new() };
    report.map_spans(|side, span| match side {
        Side::Article => sources.convert(&key, span),
        Side::Source(key) => sources.convert(key, span),
    })
}

/// The texts that a report points into, each read once.
struct Sources<'a> {
    library: &'a Library,
    texts: Vec<(String, Cow<'a, str>, Utf16Index)>,
}

impl Sources<'_> {
    /// A place in the text that a key leads to, in UTF-16 units.
    fn convert(&mut self, key: &str, span: Span) -> Span {
        let library = self.library;
        let read = || {
            let text = library.source(key).map_or(Cow::Borrowed(""), |source| source.text);
            let index = Utf16Index::new(&text);
            (key.to_owned(), text, index)
        };
        let found = row_of(&mut self.texts, |(other, ..)| other == key, read);
        found.map_or(span, |(_, text, index)| index.to_utf16(text, span))
    }
}

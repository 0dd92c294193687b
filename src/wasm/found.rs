//! Results of a search on their way out: positions in three kinds of text become UTF-16 units.

use std::collections::BTreeMap;

use crate::Library;
use crate::query::Found;
use crate::text::Utf16Index;

/// The same results, with positions in the query, in snippets and in sources in UTF-16 units.
pub(super) fn to_utf16(mut found: Found, query: &str, library: &Library) -> Found {
    let typed = Utf16Index::new(query);
    for part in &mut found.understood {
        part.span = typed.to_utf16(query, part.span);
    }
    for note in &mut found.notes {
        note.span = note.span.map(|span| typed.to_utf16(query, span));
    }
    // Results of one volume share its text: it is read once.
    let mut sources: BTreeMap<(usize, usize), Utf16Index> = BTreeMap::new();
    for hit in &mut found.hits {
        let is_known = hit.paragraphs.iter().all(|paragraph| paragraph.wide.0.is_some());
        let source = if is_known { None } else { library.source(&hit.key).ok() };
        let index = source.as_ref().map(|source| {
            let identity = (source.text.as_ptr() as usize, source.text.len());
            &*sources.entry(identity).or_insert_with(|| Utf16Index::new(&source.text))
        });
        for paragraph in &mut hit.paragraphs {
            let lead = paragraph.lead.as_mut();
            if let Some((span, lead_span)) = paragraph.wide.0 {
                paragraph.span = span;
                if let (Some(lead), Some(span)) = (lead, lead_span) {
                    lead.span = span;
                }
            } else if let (Some(source), Some(index)) = (&source, index) {
                paragraph.span = index.to_utf16(&source.text, paragraph.span);
                if let Some(lead) = lead {
                    lead.span = index.to_utf16(&source.text, lead.span);
                }
            }
            let snippet = Utf16Index::new(&paragraph.snippet);
            for place in &mut paragraph.matches {
                *place = snippet.to_utf16(&paragraph.snippet, *place);
            }
        }
    }
    found
}

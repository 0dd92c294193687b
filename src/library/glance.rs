//! Resolutions of packs as their paragraphs alone, which is much less work than reading their texts again.

use super::packs::{Unpacked, options_of, unpack};
use crate::index::{DocId, Pack, Passage};
use crate::model::{Dating, DatingRole, Document, Edition, Kind, Paragraph, Resolution, SCHEMA, Source};
use crate::parse::sha256_of;
use crate::text::Span;

/// A resolution of a pack with its paragraphs, without acts, citations and noise; one that shares its text with others
/// is read whole.
pub(super) fn glance(pack: &Pack, doc: DocId) -> Option<Unpacked> {
    let (record, origin) = pack.record(doc)?;
    if !origin.mates.is_empty() {
        return unpack(pack, doc);
    }
    let (text, passages) = pack.passages_of(doc)?;
    let options = options_of(&origin);
    let keys = vec![record.key.clone()];
    let whole = Span::at(0, text.len());
    let dates = record.date.map(|(iso, end)| Dating {
        role: DatingRole::Adoption,
        end: Some(end).filter(|end| *end != iso),
        iso,
        span: Span::default(),
        hijri: None,
    });
    let resolution = Resolution {
        key: record.key,
        id: record.id,
        symbol: record.symbol,
        heading: None,
        container: None,
        body: record.body,
        organ: record.organ,
        title: record.title,
        span: whole,
        edition: Edition { language: record.language, version: None, status: record.status },
        session: None,
        place: None,
        dates: dates.into_iter().collect(),
        adoption: None,
        meeting: None,
        sponsors: Vec::new(),
        reservations: Vec::new(),
        paragraphs: passages.into_iter().map(|passage| paragraph(passage, &text)).collect(),
        citations: Vec::new(),
    };
    let source = Source {
        format: origin.format,
        length: text.len() as u32,
        name: origin.name,
        url: origin.url,
        retrieved: origin.retrieved,
        sha256: String::new(),
    };
    let document = Document {
        schema: SCHEMA,
        kind: Kind::Resolution,
        language: resolution.edition.language,
        source,
        resolutions: vec![resolution],
        article: None,
        diagnostics: Vec::new(),
    };
    Some(Unpacked { text, document, at: 0, options, keys })
}

/// Fills in the fingerprint of a text that was read at a glance. Linear in the text.
pub(super) fn seal(unpacked: &mut Unpacked) {
    if unpacked.document.source.sha256.is_empty() {
        unpacked.document.source.sha256 = sha256_of(&unpacked.text);
    }
}

fn paragraph(passage: Passage, text: &str) -> Paragraph {
    let Passage { address, span, zone, text: words, lead, .. } = passage;
    let printed = span.of(text).unwrap_or("");
    // The label is what stands before the words.
    let label = match &lead {
        Some(lead) => Span::new(span.start, lead.span.start.max(span.start)).of(text),
        None => printed.find(words.as_str()).and_then(|at| printed.get(..at)),
    };
    let label = label.unwrap_or("").trim_matches(|mark: char| !mark.is_alphanumeric());
    Paragraph {
        parent: address.rsplit_once('.').map(|(parent, _)| parent.to_owned()),
        number: Some(label.to_owned()).filter(|label| !label.is_empty()),
        depth: u8::from(address.contains('.')),
        address,
        zone,
        span,
        text: words,
        noise: Vec::new(),
        lead,
        acts: Vec::new(),
        actors: Vec::new(),
    }
}

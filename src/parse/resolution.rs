//! From pieces to a resolution.

use super::{ParseOptions, short_fingerprint};
use crate::diagnostic::Diagnostic;
use crate::grammar::{Flow, Piece, read_pieces};
use crate::lexicon::{Language, LeadMatch, SCALE, find_organ};
use crate::model::{Act, Edition, Lead, Paragraph, Resolution, Zone};
use crate::text::Span;

/// Reads the resolution that `flow` holds; `None` where it has no paragraph of one.
pub(super) fn read_resolution(
    source: &str,
    flow: &Flow<'_>,
    language: Language,
    options: &ParseOptions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Resolution> {
    let hinted = options.body.as_deref().and_then(find_organ);
    let (pieces, organ) = read_pieces(flow, language, hinted.map(|(body, _)| body));
    let _ = diagnostics;
    if !pieces.iter().any(|piece| matches!(piece.zone, Zone::Preamble | Zone::Operative)) {
        return None;
    }
    let body = hinted.map(|(body, _)| body).or(organ.map(|organ| organ.body));
    let organ = hinted.and_then(|(_, organ)| organ).or(organ.map(|organ| organ.organ));
    let span = match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => flow.to_source(first.span.join(last.span)),
        _ => return None,
    };
    let id = format!("text:{}", short_fingerprint(source));
    let paragraphs = pieces.iter().map(|piece| to_paragraph(source, flow, piece)).collect();
    Some(Resolution {
        key: format!("{id}@{}", language.code()),
        id,
        symbol: None,
        heading: None,
        container: None,
        body,
        organ,
        title: None,
        span,
        edition: Edition { language: language.code(), version: None, status: "unknown" },
        session: None,
        place: None,
        dates: Vec::new(),
        adoption: None,
        paragraphs,
        citations: Vec::new(),
    })
}

fn to_paragraph(source: &str, flow: &Flow<'_>, piece: &Piece) -> Paragraph {
    let span = flow.to_source(piece.span);
    let lead = piece.lead.map(|(lead, found)| to_lead(flow, lead, found));
    let acts = lead
        .iter()
        .cloned()
        .map(|lead| Act { lead, addressees: Vec::new(), object: Vec::new(), deadline: None })
        .collect();
    Paragraph {
        address: piece.address.clone(),
        zone: piece.zone,
        number: piece.number.map(|number| flow.words(number).to_owned()),
        depth: piece.depth,
        parent: piece.parent.clone(),
        span,
        text: flow.words(piece.words).to_owned(),
        noise: flow.residue_within(source, span),
        lead,
        acts,
        actors: Vec::new(),
    }
}

fn to_lead(flow: &Flow<'_>, span: Span, found: LeadMatch) -> Lead {
    Lead {
        text: flow.words(span).to_owned(),
        span: flow.to_source(span),
        concept: found.concept.map(|concept| concept.id),
        ladder: found.concept.and_then(|concept| concept.ladder),
        polarity: found.concept.map_or(0, |concept| concept.polarity),
        force: found.concept.and_then(|concept| concept.force),
        scale: SCALE,
        neutral: None,
    }
}

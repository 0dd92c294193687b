//! What the paragraphs of a resolution cite, and under which words.

use crate::extract::{Context, find_citations};
use crate::grammar::{Flow, Piece};
use crate::model::{Citation, Zone};

/// Finds what every piece cites, in order of place.
pub(super) fn read_citations(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Vec<Citation> {
    let mut found = Vec::new();
    for piece in pieces.iter().filter(|piece| cites(piece.zone)) {
        let lead = piece.lead.map(|(span, _)| flow.words(span));
        for citation in find_citations(flow.words(piece.words), context) {
            found.push(Citation {
                span: flow.to_source(citation.span.shift(piece.words.start)),
                by: Some(piece.address.clone()),
                under: lead.map(str::to_owned),
                ..citation
            });
        }
    }
    found
}

/// Whether pieces of this zone cite: a masthead names the resolution itself.
const fn cites(zone: Zone) -> bool {
    matches!(
        zone,
        Zone::Preamble
            | Zone::Operative
            | Zone::Continuation
            | Zone::Annex
            | Zone::Footnote
            | Zone::Heading
            | Zone::Enacting
    )
}

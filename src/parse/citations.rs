//! What the paragraphs of a resolution cite, and under which words.

use crate::extract::{ActFact, Context, find_citations, read_stances};
use crate::grammar::{Flow, Piece};
use crate::model::{Citation, Zone};

/// Finds what every piece cites, in order of place, under which of the acts of its piece.
pub(super) fn read_citations(
    flow: &Flow<'_>,
    pieces: &[Piece],
    acts: &[Vec<ActFact>],
    context: &Context<'_>,
) -> Vec<Citation> {
    let mut found = Vec::new();
    for (piece, acts) in pieces.iter().zip(acts).filter(|(piece, _)| cites(piece.zone)) {
        let words = flow.words(piece.words);
        let mut citations = find_citations(words, context);
        for (place, act) in acts.iter().enumerate() {
            let next = acts.get(place + 1).map_or(u32::MAX, |next| next.lead.start);
            let from = citations.partition_point(|citation| citation.span.start < act.lead.end);
            let to = citations.partition_point(|citation| citation.span.start < next);
            if let Some(governed) = citations.get_mut(from..to.max(from)) {
                read_stances(words, act.lead, act.found.concept.map(|concept| concept.polarity), governed);
            }
        }
        found.extend(citations.into_iter().map(|citation| Citation {
            span: flow.to_source(citation.span.shift(piece.words.start)),
            by: Some(piece.address.clone()),
            ..citation
        }));
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

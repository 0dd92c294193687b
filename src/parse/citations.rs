//! What the paragraphs of a resolution cite, and under which words.

use crate::diagnostic::Diagnostic;
use crate::extract::{ActFact, Context, find_citations, find_short_citations, read_stances};
use crate::grammar::{Flow, Piece};
use crate::model::{Citation, CitationForm, Stance, Zone};
use crate::resolve::{Speaker, check_citation, resolve_short};
use crate::text::sort_by_key;

/// Finds what every piece cites, in order of place, under which of the acts of its piece. What is odd
/// about it goes to `diagnostics`.
pub(super) fn read_citations(
    flow: &Flow<'_>,
    pieces: &[Piece],
    acts: &[Vec<ActFact>],
    context: &Context<'_>,
    id: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Citation> {
    let speaker = Speaker { id: Some(id), body: context.body, organ: context.organ };
    let regular = context.session.filter(|_| !id.contains(":S-") && !id.contains(":ES-"));
    let mut found: Vec<Citation> = Vec::new();
    for (piece, acts) in pieces.iter().zip(acts).filter(|(piece, _)| cites(piece.zone)) {
        let words = flow.words(piece.words);
        let mut citations = find_citations(words, context);
        // A page's header names the resolution itself, by its whole symbol.
        citations.retain(|citation| citation.target.as_deref() != Some(id) || !citation.text.contains("/RES/"));
        let short = resolve_short(words, find_short_citations(words, context), &citations, &found, speaker);
        if !short.is_empty() {
            citations.extend(short);
            sort_by_key(&mut citations, |citation| citation.span);
        }
        let blamed = acts.first().and_then(|act| act.found.concept).is_some_and(|concept| concept.polarity < 0);
        for (place, act) in acts.iter().enumerate() {
            let next = acts.get(place + 1).map_or(u32::MAX, |next| next.lead.start);
            let from = citations.partition_point(|citation| citation.span.start < act.lead.end);
            let to = citations.partition_point(|citation| citation.span.start < next);
            if let Some(governed) = citations.get_mut(from..to.max(from)) {
                read_stances(words, act.lead, act.found.concept.map(|concept| concept.polarity), governed);
                // What is merely recalled beside a reproach is neither its object nor free of it.
                for citation in governed.iter_mut().filter(|_| blamed && place > 0) {
                    citation.stance = citation.stance.filter(|stance| *stance != Stance::Neutral);
                }
            }
        }
        found.extend(citations.into_iter().map(|citation| {
            let own = citation.form == CitationForm::Short && citation.target.as_deref() == Some(id);
            let citation = Citation {
                span: flow.to_source(citation.span.shift(piece.words.start)),
                by: Some(piece.address.clone()),
                stance: citation.stance.filter(|_| !own && citation.set.is_none()),
                ..citation
            };
            diagnostics.extend(check_citation(&citation, regular));
            citation
        }));
    }
    found
}

/// Whether pieces of this zone cite: a masthead names the resolution itself.
pub(super) const fn cites(zone: Zone) -> bool {
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

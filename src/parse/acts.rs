//! Everything that the paragraphs of a resolution do, and how it was adopted.

use crate::extract::{ActFact, Context, find_acts, find_adoption};
use crate::grammar::{Flow, Piece};
use crate::lexicon::{LeadFinder, LeadZone, Scale};
use crate::model::{Act, Adoption, Deadline, Entity, Zone};
use crate::text::Span;

use super::resolution::to_lead;

/// The acts of every piece, in the order of the pieces; spans point into the words of the piece.
pub(super) fn read_acts(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Vec<Vec<ActFact>> {
    let mut leads = LeadFinder::for_body(context.body);
    pieces
        .iter()
        .map(|piece| {
            let Some((lead, found)) = piece.lead else { return Vec::new() };
            let zone = if piece.zone == Zone::Preamble { LeadZone::Preambular } else { LeadZone::Operative };
            let within =
                Span::new(lead.start.saturating_sub(piece.words.start), lead.end.saturating_sub(piece.words.start));
            find_acts(flow.words(piece.words), within, found, zone, &mut leads, context)
        })
        .collect()
}

/// The acts of a piece in bytes of the source.
pub(super) fn to_acts(
    flow: &Flow<'_>,
    piece: &Piece,
    acts: Vec<ActFact>,
    context: &Context<'_>,
    scale: &Scale,
) -> Vec<Act> {
    let to_source = |span: Span| flow.to_source(span.shift(piece.words.start));
    let to_entities = |found: Vec<Entity>| {
        found.into_iter().map(|entity| Entity { span: to_source(entity.span), ..entity }).collect()
    };
    acts.into_iter()
        .map(|act| Act {
            lead: to_lead(flow, act.lead.shift(piece.words.start), act.found, context, scale),
            addressees: to_entities(act.addressees),
            object: to_entities(act.object),
            deadline: act.deadline.map(|due| Deadline { span: to_source(due.span), ..due }),
        })
        .collect()
}

/// How the resolution was adopted, as its closing lines state it, or the note that they call: *Adopted at the 80th
/// meeting.25* and below it *25 Adopted without vote.*
pub(super) fn read_adoption(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Option<Adoption> {
    let closing = pieces.iter().filter(|piece| matches!(piece.zone, Zone::Closing | Zone::Masthead));
    closing.rev().find_map(|piece| {
        let stated = |span: Span| {
            let adoption = find_adoption(flow.words(span), context)?;
            Some(Adoption { span: flow.to_source(adoption.span.shift(span.start)), ..adoption })
        };
        stated(piece.span).or_else(|| stated(find_called_note(flow, pieces, piece)?))
    })
}

/// The words of the note whose number stands at the end of a closing line.
fn find_called_note(flow: &Flow<'_>, pieces: &[Piece], closing: &Piece) -> Option<Span> {
    let words = flow.words(closing.span).trim_end();
    let rest = words.trim_end_matches(|last: char| last.is_ascii_digit());
    let number = words.get(rest.len()..).filter(|number| (1..=3).contains(&number.len()))?;
    // The number of a year or a meeting is no call: a stop, or the word *meeting*, stands before one.
    let called = rest.trim_end().ends_with(['.', ')']) || rest.trim_end().ends_with("meeting");
    let address = called.then(|| format!("fn{number}"))?;
    pieces.iter().find(|piece| piece.zone == Zone::Footnote && piece.address == address).map(|piece| piece.words)
}

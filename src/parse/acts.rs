//! Everything that the paragraphs of a resolution do, and how it was adopted.

use crate::extract::{ActFact, Context, find_acts, find_adoption, find_meeting, find_reservations, find_sponsors};
use crate::grammar::{Flow, Piece};
use crate::lexicon::{LeadFinder, LeadZone, Scale};
use crate::model::{Act, Adoption, Deadline, Entity, Meeting, Zone};
use crate::resolve::session_years;
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
            deadline: act.deadline.map(|due| Deadline {
                year: due
                    .session
                    .zip(due.body.as_deref())
                    .and_then(|(session, body)| session_years(body, session))
                    .map(|(first, _)| first),
                span: to_source(due.span),
                ..due
            }),
            report: act.report.map(|report| Entity { span: to_source(report.span), ..report }),
        })
        .collect()
}

/// How the resolution was adopted, as its closing lines state it with the columns below them, or the note that they
/// call: *Adopted at the 80th meeting.25* and below it *25 Adopted without vote.*
pub(super) fn read_adoption(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Option<Adoption> {
    let stated = |piece: &&Piece| matches!(piece.zone, Zone::Closing | Zone::Masthead);
    let last = pieces.iter().rev().find(|piece| piece.zone == Zone::Closing).map(|piece| piece.span.end);
    pieces.iter().filter(stated).rev().find_map(|piece| {
        // A vote by name goes on over the lines that follow.
        let end = last.filter(|_| piece.zone == Zone::Closing).unwrap_or(piece.span.end).max(piece.span.end);
        let span = Span::new(piece.span.start, end);
        let read = |span: Span| {
            let adoption = find_adoption(flow.words(span), context)?;
            Some((adoption.span.start, Adoption { span: flow.to_source(adoption.span.shift(span.start)), ..adoption }))
        };
        let within = read(span).filter(|(start, _)| *start < piece.span.len());
        within.or_else(|| read(find_called_note(flow, pieces, piece)?)).map(|(_, adoption)| adoption)
    })
}

/// The words of the note whose number stands at the end of a closing line.
fn find_called_note(flow: &Flow<'_>, pieces: &[Piece], closing: &Piece) -> Option<Span> {
    let words = flow.words(closing.span).trim_end();
    let rest = words.trim_end_matches(|last: char| last.is_ascii_digit());
    let number = words.get(rest.len()..).filter(|number| (1..=3).contains(&number.len()))?;
    // The number of a year or a meeting is no call: a stop, or the word *meeting*, stands before one.
    let before = rest.trim_end();
    let called =
        before.ends_with(['.', ')']) || ["meeting", "meetings", "meeting,"].iter().any(|end| before.ends_with(end));
    let address = called.then(|| format!("fn{number}"))?;
    pieces.iter().find(|piece| piece.zone == Zone::Footnote && piece.address == address).map(|piece| piece.words)
}

/// The meeting that the closing lines name.
pub(super) fn read_meeting(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Option<Meeting> {
    pieces.iter().filter(|piece| piece.zone == Zone::Closing).find_map(|piece| {
        let meeting = find_meeting(flow.words(piece.span), context)?;
        Some(Meeting { span: flow.to_source(meeting.span.shift(piece.span.start)), ..meeting })
    })
}

/// Who proposed the resolution, as a line before its first sentence names them.
pub(super) fn read_sponsors(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Vec<Entity> {
    let ahead = pieces.iter().take_while(|piece| !matches!(piece.zone, Zone::Preamble | Zone::Operative));
    let lines = ahead.filter(|piece| piece.zone != Zone::Enacting);
    first_of(flow, lines, |line| find_sponsors(line, context))
}

/// Who had reservations, in a note behind the last paragraph.
pub(super) fn read_reservations(flow: &Flow<'_>, pieces: &[Piece], context: &Context<'_>) -> Vec<Entity> {
    let last = pieces.iter().rposition(|piece| piece.zone == Zone::Operative && piece.number.is_some());
    let notes = pieces.iter().enumerate().filter(|(at, piece)| match piece.zone {
        Zone::Closing | Zone::Footnote => true,
        // Where a body has no closing, what stands behind its last number is one.
        Zone::Operative | Zone::Continuation => last.is_some_and(|last| *at > last && piece.depth == 0),
        _ => false,
    });
    let notes = notes.map(|(_, piece)| piece);
    first_of(flow, notes, |note| find_reservations(note, context))
}

/// What the first of some lines gives that gives anything, with places in the source.
fn first_of<'a>(
    flow: &Flow<'_>,
    lines: impl Iterator<Item = &'a Piece>,
    mut find: impl FnMut(&str) -> Vec<Entity>,
) -> Vec<Entity> {
    for piece in lines {
        let found = find(flow.words(piece.span));
        if !found.is_empty() {
            let to_source =
                |entity: Entity| Entity { span: flow.to_source(entity.span.shift(piece.span.start)), ..entity };
            return found.into_iter().map(to_source).collect();
        }
    }
    Vec::new()
}

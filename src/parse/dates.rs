//! The dates that a resolution prints around its paragraphs, and what happened on them; and those in its paragraphs
//! that can't be.

use std::borrow::Cow;

use super::citations::cites;
use crate::diagnostic::Diagnostic;
use crate::extract::{Context, DateFact, find_dates, find_datings};
use crate::grammar::{Flow, Piece};
use crate::lexicon::{Cue, has_cue};
use crate::model::{Dating, DatingRole, Zone};
use crate::text::Span;

/// The dates in masthead, enacting sentence and closing. What is odd about them goes to
/// `diagnostics`.
pub(super) fn read_dates(
    flow: &Flow<'_>,
    pieces: &[Piece],
    context: &Context<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Dating> {
    let mut dates: Vec<Dating> = Vec::new();
    let mut above: Option<&Piece> = None;
    for piece in pieces {
        let line_above = above.replace(piece);
        if !matches!(piece.zone, Zone::Masthead | Zone::Enacting | Zone::Closing) && !dates_in_title(piece, context) {
            continue;
        }
        let words = flow.words(piece.span);
        let announced = line_above.is_some_and(|above| announces_day(flow, above, context));
        let mut datings = find_datings(words, context);
        if datings.is_empty() && piece.zone == Zone::Masthead && words.len() < LONGEST_DAY {
            datings = find_datings(&without_slips(words), context);
        }
        for dated in datings {
            let to_source = |span: Span| flow.to_source(span.shift(piece.span.start));
            let beside = words.len() - (dated.span.len() as usize).min(words.len());
            let role = if announced && beside < 6 {
                Some(DatingRole::Adoption)
            } else {
                role_of(words, piece, dated.span, dated.hijri.is_some(), context)
            };
            let Some(role) = role else { continue };
            let dating = dated.to_dating(role);
            let told = |dating: &Dating| dates.iter().any(|known| known.role == role && known.iso == dating.iso);
            if dating.as_ref().is_some_and(told) {
                continue;
            }
            let odd = dated.diagnostics();
            diagnostics.extend(odd.into_iter().map(|odd| Diagnostic { span: to_source(odd.span), ..odd }));
            dates.extend(dating.map(|dating| Dating { span: to_source(dating.span), ..dating }));
        }
    }
    dates
}

/// Tells of every date in a paragraph that can't be, of a citation or not: *by 31 February 2025*.
pub(super) fn tell_impossible_dates(
    flow: &Flow<'_>,
    pieces: &[Piece],
    context: &Context<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for piece in pieces.iter().filter(|piece| cites(piece.zone) && piece.zone != Zone::Enacting) {
        let dates = find_dates(flow.words(piece.words), context);
        diagnostics.extend(dates.iter().filter_map(DateFact::diagnostic).map(|odd| {
            let span = flow.to_source(odd.span.shift(piece.words.start));
            Diagnostic { span, ..odd }
        }));
    }
}

/// A line that says when a resolution was adopted is shorter, in bytes.
const LONGEST_DAY: usize = 120;

/// Whether the day of the adoption may stand alone on the line below `piece`: below the number of a resolution of
/// the Security Council, or below *Adopted by the Security Council at its 3106th meeting,*.
fn announces_day(flow: &Flow<'_>, piece: &Piece, context: &Context<'_>) -> bool {
    let words = flow.words(piece.span);
    if piece.address == "heading" {
        return context.body == Some("un") && context.organ == Some("sc") && words.ends_with(')');
    }
    piece.zone == Zone::Masthead && words.ends_with(',') && has_cue(words, context.language, Cue::Adopted)
}

/// A line with the letters that a scanner takes for others inside a word put right, each by one of the same
/// length: `3 Apri] 1991`, `10 Auqust 1993`.
fn without_slips(words: &str) -> Cow<'_, str> {
    if !words.contains([']', '|', '!', 'q']) {
        return Cow::Borrowed(words);
    }
    let mut before = ' ';
    let mended = words.chars().map(|letter| {
        let read = match letter {
            ']' | '|' | '!' if before.is_ascii_alphabetic() => 'l',
            'q' => 'g',
            _ => letter,
        };
        before = letter;
        read
    });
    Cow::Owned(mended.collect())
}

/// Whether a title dates its adoption: *European Parliament resolution of 20 January 2022 on …*.
fn dates_in_title(piece: &Piece, context: &Context<'_>) -> bool {
    piece.zone == Zone::Title && context.body == Some("eu")
}

/// What happened on a date, as far as its line tells.
fn role_of(words: &str, piece: &Piece, date: Span, double: bool, context: &Context<'_>) -> Option<DatingRole> {
    if matches!(piece.zone, Zone::Closing | Zone::Title) || piece.address == "heading" {
        return Some(DatingRole::Adoption);
    }
    if piece.zone == Zone::Enacting || double {
        return Some(DatingRole::Session);
    }
    let beside = words.len() - (date.len() as usize).min(words.len());
    if beside > 6 && has_cue(words, context.language, Cue::Adopted) {
        return Some(DatingRole::Adoption);
    }
    if beside > 24 && has_cue(words, context.language, Cue::Session) {
        return Some(DatingRole::Session);
    }
    // The line below the one that announces a resolution of the Council: *of 8 May 2003*.
    if words.starts_with("of ") && beside < 12 {
        return Some(DatingRole::Adoption);
    }
    if beside < 12 || words.contains("Distr") {
        return Some(DatingRole::Issued);
    }
    // Elsewhere a place and a day are those of the session; in a masthead of the United Nations the
    // day belongs to what the agenda item is about.
    (context.body != Some("un")).then_some(DatingRole::Session)
}

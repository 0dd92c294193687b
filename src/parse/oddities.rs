//! What is odd about the paragraphs of a resolution: labels a scanner has misread, lead phrases that
//! no table holds.

use super::limits::deepest_level;
use crate::diagnostic::{Diagnostic, Severity};
use crate::grammar::{Flow, MOST_LEVELS, Piece};
use crate::model::Zone;
use crate::text::Span;

/// Tells of every paragraph that was read in spite of something.
pub(super) fn tell_oddities(flow: &Flow<'_>, pieces: &[Piece], diagnostics: &mut Vec<Diagnostic>) {
    let paragraphs = pieces.iter().filter(|piece| matches!(piece.zone, Zone::Preamble | Zone::Operative));
    let mut deep = false;
    for piece in paragraphs {
        // Once for each list that goes so deep.
        let deepest = usize::from(piece.depth) >= MOST_LEVELS;
        if let Some(number) = piece.number.filter(|_| deepest && !deep) {
            diagnostics.push(deepest_level(flow.to_source(number), flow.words(number)));
        }
        deep = deepest;
        diagnostics.extend(tell_label(flow, piece));
        diagnostics.extend(tell_lead(flow, piece));
    }
}

/// A number that was printed with letters or another mark: `l. Requests`, `1, Requests`.
fn tell_label(flow: &Flow<'_>, piece: &Piece) -> Option<Diagnostic> {
    let number = piece.number?;
    if piece.depth > 0 {
        return tell_letter(flow, piece, number);
    }
    let read = piece.address.rsplit_once("op").map(|(_, read)| read).filter(|read| !read.contains('.'))?;
    let printed = flow.words(number);
    let comma = flow.words(Span::new(number.end, piece.words.start)).starts_with([',', ';']);
    let letters = printed.chars().any(|next| !next.is_numeric());
    ((letters || comma) && !printed.contains(['.', '．', '-'])).then(|| misread(flow, number, printed, read))
}

/// A letter that was printed as the digit that looks like it: `(6)` behind `(a)`.
fn tell_letter(flow: &Flow<'_>, piece: &Piece, number: Span) -> Option<Diagnostic> {
    let read = piece.address.rsplit('.').next().filter(|read| read.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    let printed = flow.words(number);
    printed.bytes().all(|byte| byte.is_ascii_digit()).then(|| misread(flow, number, printed, read))
}

fn misread(flow: &Flow<'_>, number: Span, printed: &str, read: &str) -> Diagnostic {
    Diagnostic {
        code: "label-misread",
        severity: Severity::Warning,
        span: flow.to_source(number),
        message: format!("the label “{printed}” stands where paragraph {read} is due, and is read as {read}"),
        help: "compare it with the printed page; a scanner may have misread it".to_owned(),
    }
}

/// A lead phrase that has the form of one and is in no table.
fn tell_lead(flow: &Flow<'_>, piece: &Piece) -> Option<Diagnostic> {
    let (span, _) = piece.lead.filter(|(_, found)| !found.listed)?;
    let words = flow.words(span);
    Some(Diagnostic {
        code: "lead-unknown",
        severity: Severity::Info,
        span: flow.to_source(span),
        message: format!("the lead phrase “{words}” is in no table, and is known by its form alone"),
        help: "it has no concept, ladder or force; add a line to the table of lead phrases if it is in use".to_owned(),
    })
}

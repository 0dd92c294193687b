//! From text to pieces: lines are joined, pages' furniture is set aside, and each piece finds its part.

mod address;
mod assemble;
mod breaks;
mod calls;
mod enacting;
mod furniture;
mod label;
mod lines;
mod masthead;
mod misread;
mod signs;
mod structure;
mod subject;
mod volume;

pub use assemble::{Block, Flow};
pub use structure::{MOST_LEVELS, Piece};
pub use volume::{Entry, Item, read_index, split_items};

use crate::lexicon::{Cue, Language, Organ, find_organ_at, has_cue};
use crate::model::Zone;

/// Reads the pieces of one resolution, from the blocks of `item`.
///
/// `body` is the issuing organisation where the caller knows it. Every block of `item` comes out as a piece; none is lost. Costs one pass.
#[must_use]
pub fn read_pieces(
    flow: &Flow<'_>,
    item: Item,
    language: Language,
    body: Option<&str>,
) -> (Vec<Piece>, Option<&'static Organ>) {
    let Item { from, to } = item;
    let subject = enacting::find_subject(flow, language, from, to);
    let organ = subject
        .and_then(|at| flow.blocks.get(at))
        .and_then(|block| subject::read_subject(flow.words(block.span), language))
        .map(|(organ, _)| organ)
        .filter(|organ| !organ.body.is_empty());
    let body = body.or(organ.map(|organ| organ.body));
    let pieces = structure::Walker::new(flow, language, body).read(from, to, subject);
    let organ = organ.or_else(|| find_adopting(flow, &pieces, language));
    (pieces, organ)
}

/// The organ that a masthead names as the one that adopted the text, where no sentence has a
/// subject: *Adopted by the Security Council at its …*.
fn find_adopting(flow: &Flow<'_>, pieces: &[Piece], language: Language) -> Option<&'static Organ> {
    pieces.iter().take(16).filter(|piece| piece.zone == Zone::Masthead).find_map(|piece| {
        let words = flow.words(piece.span);
        let named = words.match_indices(' ').take(24).filter_map(|(at, _)| words.get(at + 1..));
        has_cue(words, language, Cue::Adopted)
            .then(|| named.into_iter().find_map(|rest| find_organ_at(rest, language)).map(|(organ, _)| organ))
            .flatten()
    })
}

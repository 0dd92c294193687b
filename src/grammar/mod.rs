//! From text to pieces: lines are joined, pages' furniture is set aside, and each piece finds its part.

mod address;
mod assemble;
mod breaks;
mod furniture;
mod label;
mod lines;
mod masthead;
mod misread;
mod structure;
mod subject;

pub use assemble::{Block, Flow};
pub use structure::Piece;

use crate::lexicon::{Language, Organ};

/// Reads the pieces of one resolution.
///
/// `body` is the issuing organisation where the caller knows it. Every block of `flow` comes out as a piece; none is lost. Costs one pass.
#[must_use]
pub fn read_pieces(flow: &Flow<'_>, language: Language, body: Option<&str>) -> (Vec<Piece>, Option<&'static Organ>) {
    let to = flow.blocks.len();
    let subject = structure::find_subject(flow, language, 0, to);
    let organ = subject
        .and_then(|at| flow.blocks.get(at))
        .and_then(|block| subject::read_subject(flow.words(block.span), language))
        .map(|(organ, _)| organ);
    let body = body.or(organ.map(|organ| organ.body));
    (structure::Walker::new(flow, language, body).read(0, to, subject), organ)
}

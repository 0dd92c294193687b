//! Questions in the words of their askers, and the answers: resolutions with their best paragraphs.
//!
//! All words must stand in the resolution, and paragraphs that hold them all come first. Filters on
//! a paragraph bind to one and the same paragraph. Everything that was understood is said, and so is
//! everything that was passed over.

mod ast;
mod complete;
mod dates;
mod evaluate;
mod facets;
mod fields;
mod filter;
mod forms;
mod lexer;
mod marks;
mod nearness;
mod note;
mod paragraphs;
mod parse;
mod phrases;
mod places;
mod plan;
mod rank;
mod relax;
mod resolve;
mod results;
mod search;
mod sets;
mod shelf;
mod symbol;
mod typo;
mod values;

pub use note::Note;
pub use results::{
    Completion, ExplainedPart, Explanation, Facet, Found, Hit, ParagraphHit, Resolved, SearchOptions, Sort, Total,
    Understood,
};

pub(crate) use complete::complete;
pub(crate) use resolve::resolve;
pub(crate) use search::search;
pub(crate) use sets::DocSet;
pub(crate) use shelf::{Shelf, Texts};

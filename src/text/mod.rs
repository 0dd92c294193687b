//! Text and places in it: spans, the two units of position, and the map that every repair writes.

mod arabic;
mod clean;
mod digit;
mod first_of;
mod offsets;
mod roman;
mod rows;
mod sort;
mod span;
mod utf16;
mod word_list;
mod words;

pub use clean::CleanText;
pub(crate) use digit::digit;
pub(crate) use first_of::first_of;
pub use offsets::{Normalizer, OffsetMap};
pub(crate) use roman::{read_roman, write_roman};
pub(crate) use rows::row_of;
pub(crate) use sort::{sort, sort_by, sort_by_key};
pub use span::Span;
pub use utf16::Utf16Index;
pub use word_list::WordList;
pub use words::WordReader;

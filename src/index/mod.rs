//! What can be searched: the words of every paragraph with their places, and the facts about it.
//!
//! The unit is the paragraph. Facts (zone, ladder and step, concept, addressee, cited work) are
//! terms like words, behind a mark that no word has, so that a filter is read from the same lists.
//! There is one index and one way to read it: a [`Pack`], in memory, in a file or behind an address.

mod blocks;
mod build;
mod columns;
mod editions;
mod facts;
mod fold;
mod format;
mod held;
mod level;
mod lists;
mod merge;
mod occurrences;
mod pack;
mod parts;
mod passages;
mod postings;
mod ranges;
mod record;
mod scan;
mod seal;
mod sections;
mod terms;
mod vocabulary;
mod words;
mod write;

pub use format::Section;
pub use held::ReadAt;
pub use merge::{merge_packs, split_pack};
pub use pack::{Pack, PackSummary};
pub use write::Piece;

pub(crate) use build::Builder;
pub(crate) use columns::{Column, ColumnReader, day_number};
pub(crate) use editions::find_editions;
pub(crate) use facts::{BETWEEN, Fact, numbers_of, read_step, target_text};
pub(crate) use level::{is_title, value_of};
pub(crate) use passages::{Own, Passage, Wide, encode_parts, encode_text, wide_len};
pub(crate) use postings::{Posting, Postings, TermInfo};
pub(crate) use record::{DocId, Origin, Record, date_of};
pub(crate) use words::{WordCutter, fold_pieces, fold_words};
pub(crate) use write::PackWriter;

//! From bytes to text: which encoding they are in, which form the text has, and what the formats of files hold.
//!
//! One file or folder reads one format. Each gives a text with one block a line, so that the grammar reads every format
//! by the same rules, and every span points into that text.

#[cfg(feature = "formats")]
mod akn;
#[cfg(feature = "formats")]
mod composer;
#[cfg(feature = "formats")]
mod docx;
mod encoding;
mod format;
#[cfg(feature = "formats")]
mod html;
#[cfg(feature = "formats")]
mod inflate;
#[cfg(feature = "formats")]
mod kind;
#[cfg(feature = "formats")]
mod latex;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "formats")]
mod read;
#[cfg(feature = "formats")]
mod xml;

/// What may be odd about a file: the codes of the diagnostics that its reader gives.
pub const FILE_ODDITIES: [&str; 3] = ["file-cut", "markup-mismatched", "pages-without-text"];

pub use encoding::{MAX_TEXT, read_text};
pub use format::find_format;
#[cfg(feature = "formats")]
pub use read::{Imported, read_file};

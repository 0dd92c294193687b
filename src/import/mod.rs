//! From bytes to text: which encoding they are in, and which form the text has.

mod encoding;
mod format;

pub use encoding::{MAX_TEXT, read_text};
pub use format::find_format;

//! From what a text cites to works: short forms, the views of a work, and what does not agree.

mod check;
mod short;
mod work;
mod years;

pub use check::{check_citation, check_session};
pub use short::{Speaker, resolve_short};
pub use work::Work;
pub use years::{session_years, work_years};

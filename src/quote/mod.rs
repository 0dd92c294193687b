//! The check of an article's quotations against the resolutions they come from.

mod align;
mod beside;
mod candidates;
mod carrier;
mod check;
mod claims;
mod classify;
mod coverage;
mod describe;
mod holders;
mod level;
mod moved;
mod named;
mod quoted;
mod report;
mod search;
mod shortlist;
mod spans;
#[cfg(test)]
mod tests;
mod texts;

pub(crate) use check::check_held;
pub use check::{CheckOptions, check};
pub(crate) use holders::{Holder, Holders};
pub use level::Level;
pub use report::{
    Carrier, CheckReport, Cited, Claim, ClaimKind, ClaimVerdict, ComparedText, Coverage, Edit, EditClass, Finding,
    Named, Note, Part, Passage, Reason, SourcePlace, Subjects, Summary, Verdict, Weight,
};
pub use spans::Side;
pub use texts::Compared;
pub(crate) use texts::Held;

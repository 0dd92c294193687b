//! The check of an article's quotations against the resolutions they come from.

mod align;
mod beside;
mod candidates;
mod carrier;
mod check;
mod claims;
mod classify;
mod counterpart;
mod coverage;
mod damage;
mod describe;
mod finding;
mod holders;
mod level;
mod moved;
mod named;
mod prepared;
mod quoted;
mod report;
mod reuse;
mod review;
mod search;
mod shortlist;
mod spans;
#[cfg(test)]
mod tests;
mod texts;

pub(crate) use check::check_held;
pub use check::{CheckOptions, check};
pub(crate) use holders::{Holder, Holders, Look, Numbers};
pub use level::Level;
pub(crate) use prepared::{Prepared, Searched};
pub use report::{
    ArticleCopy, Carrier, CheckReport, Cited, Claim, ClaimKind, ClaimVerdict, ComparedText, CopyOf, Counterpart,
    Coverage, Edit, EditClass, Finding, Ground, Named, Note, Part, Passage, Reason, SourcePlace, Subjects, Summary,
    Verdict, Version, Weight,
};
pub(crate) use reuse::find_shared;
pub use reuse::{ReuseOptions, ReuseReport, Reused, Shared};
pub use review::Review;
pub use spans::Side;
pub use texts::Compared;
pub(crate) use texts::Held;

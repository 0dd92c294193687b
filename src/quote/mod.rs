//! The check of an article's quotations against the resolutions they come from.

mod level;
mod report;
mod spans;

pub use level::Level;
pub use report::{
    Carrier, CheckReport, Cited, Claim, ClaimKind, ClaimVerdict, ComparedText, Coverage, Edit, EditClass, Finding,
    Named, Note, Part, Passage, Reason, SourcePlace, Subjects, Summary, Verdict, Weight,
};
pub use spans::Side;

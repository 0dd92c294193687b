//! What the drafters' words mean: tables with their sources, and typed look-ups over them.

mod concepts;
mod english;
mod fold;
pub(crate) mod key;
mod language;
mod leads;
pub(crate) mod months;
mod table;

pub use concepts::{Concept, SCALE, find_concept};
pub use fold::FoldedStart;
pub use language::Language;
pub use leads::{LeadFinder, LeadMatch, LeadZone};

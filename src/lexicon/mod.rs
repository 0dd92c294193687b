//! What the drafters' words mean: tables with their sources, and typed look-ups over them.

mod language;

pub use language::Language;

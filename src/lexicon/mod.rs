//! What the drafters' words mean: tables with their sources, and typed look-ups over them.

pub(crate) mod bodies;
mod capitals;
mod concepts;
mod cues;
mod detect;
mod english;
mod fold;
mod function_words;
pub(crate) mod key;
mod ladder;
mod language;
mod lead_parts;
mod leads;
mod lemma;
pub(crate) mod months;
pub(crate) mod oic;
mod organs;
pub(crate) mod phrases;
mod reporting;
mod table;
mod verb_form;
pub(crate) mod works;

pub use capitals::{Capital, find_capital};
pub use concepts::{Concept, SCALE, find_concept};
pub use cues::{Cue, has_cue, is_annex_heading, is_closing_line};
pub use detect::detect_language;
pub use fold::FoldedStart;
pub use function_words::{WordClass, has_function_words, is_word_of, match_phrase};
pub use ladder::Ladder;
pub use language::Language;
pub use leads::{LeadFinder, LeadMatch, LeadZone};
pub use lemma::is_same_lemma;
pub use organs::{Organ, find_organ, find_organ_at};
pub use reporting::{ReportKind, ReportingVerb, match_reporting_verb};

//! What a text cites.

use serde::Serialize;

use crate::text::Span;

/// How a work is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CitationForm {
    /// By its symbol or number.
    Symbol,
    /// By body, date and topic.
    Descriptive,
    /// By its name: a charter, a treaty, a declaration.
    Title,
    /// By what stands before: *ibid.*, *the present resolution*.
    Short,
}

/// The part of a work that a pinpoint counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PinpointPart {
    /// Operative paragraphs.
    Op,
    /// Preambular paragraphs.
    Pp,
    /// Sections.
    Section,
    /// Annexes.
    Annex,
    /// Articles.
    Article,
}

/// A place inside a cited work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pinpoint {
    /// What is counted.
    pub part: PinpointPart,
    /// The first, as printed.
    pub from: String,
    /// The last, as printed; the same as `from` for one alone.
    pub to: String,
}

/// What the citing paragraph says of the cited work, where the work itself is the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It is approved of.
    Positive,
    /// It is disapproved of.
    Negative,
    /// It is named without approval or disapproval.
    Neutral,
}

/// A reference to another text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Where the reference stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Canonical id of the work, where it is known or likely.
    pub target: Option<String>,
    /// The place in the work.
    pub pinpoint: Option<Pinpoint>,
    /// How the work is named.
    pub form: CitationForm,
    /// What an inferred target rests on (`body`, `date`, `topic`); empty for one that is printed.
    pub basis: Vec<&'static str>,
    /// Address of the citing paragraph.
    pub by: Option<String>,
    /// The governing words, as printed.
    pub under: Option<String>,
    /// What is said of the work, only where it is itself the object of the governing words.
    pub stance: Option<Stance>,
}

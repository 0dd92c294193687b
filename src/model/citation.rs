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
    /// Chapters of a charter or treaty.
    Chapter,
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
    /// Further ranges where the places do not follow each other: *paragraphs 13 to 18 and 32 to 44*.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<PinpointRange>,
}

/// A range of places of the same part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PinpointRange {
    /// The first.
    pub from: String,
    /// The last; the same as the first for one place.
    pub to: String,
}

impl Pinpoint {
    /// The places of a part from `from` to `to`.
    #[must_use]
    pub fn new(part: PinpointPart, from: impl Into<String>, to: impl Into<String>) -> Self {
        Self { part, from: from.into(), to: to.into(), others: Vec::new() }
    }

    /// One place of a part.
    #[must_use]
    pub fn at(part: PinpointPart, place: impl Into<String>) -> Self {
        let place = place.into();
        Self::new(part, place.clone(), place)
    }
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
    /// What an inferred target rests on (`body`, `date`, `topic`, `title`, `antecedent`); empty for one
    /// that is printed.
    pub basis: Vec<&'static str>,
    /// How sure an inferred target is, in percent; `None` for one that is printed, or that has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<u8>,
    /// Whose works are meant where words name a set of them (*its previous resolutions*): `un:ga:res`.
    /// Such a citation has no target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<String>,
    /// The ISO date that is printed beside the number; 31 February is kept as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Address of the citing paragraph.
    pub by: Option<String>,
    /// The governing words, as printed.
    pub under: Option<String>,
    /// What is said of the work, only where it is itself the object of the governing words.
    pub stance: Option<Stance>,
}

impl Citation {
    /// A reference to a work, by its place and words; everything else is not known yet.
    #[must_use]
    pub fn new(span: Span, text: &str, target: Option<String>, form: CitationForm) -> Self {
        Self {
            span,
            text: text.to_owned(),
            target,
            pinpoint: None,
            form,
            basis: Vec::new(),
            confidence: None,
            set: None,
            date: None,
            by: None,
            under: None,
            stance: None,
        }
    }
}

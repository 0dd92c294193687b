//! What a text is: the document, its resolutions, and the facts that lie beside their paragraphs.
//!
//! These types carry the published schema `whereas/1`: their fields are its names. Spans are bytes
//! of the source; [`Document::map_spans`] is how the layer for JavaScript turns them into UTF-16
//! units.

mod article;
mod citation;
mod paragraph;
mod resolution;
mod spans;

use serde::Serialize;

use crate::diagnostic::Diagnostic;

pub use crate::lexicon::Ladder;
pub use article::{Article, Dateline, Quotation, Report, Reporter};
pub use citation::{Citation, CitationForm, Pinpoint, PinpointPart, PinpointRange, Stance};
pub use paragraph::{Act, Deadline, Entity, Lead, Neutral, Paragraph, Zone};
pub use resolution::{
    Adoption, AdoptionMethod, Container, Dating, DatingRole, Edition, HijriDating, Meeting, Place, Resolution, Session,
};
pub use spans::Spans;

/// The name and version of the published schema.
pub const SCHEMA: &str = "whereas/1";

/// What kind of text a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One resolution.
    Resolution,
    /// A file that holds several resolutions.
    Volume,
    /// A news item that reports resolutions.
    Article,
    /// Neither could be recognised.
    Unknown,
}

/// The form in which the text came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown, or plain text with the residue of a converter to Markdown.
    Markdown,
    /// A page of HTML.
    Html,
    /// A Word document.
    Docx,
    /// A PDF.
    Pdf,
    /// Akoma Ntoso.
    Akn,
    /// LaTeX.
    Latex,
}

impl Format {
    /// Every form, in the order of their numbers in packs.
    pub const ALL: [Self; 7] = [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Pdf, Self::Akn, Self::Latex];

    /// Its name, as the schema writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Akn => "akn",
            Self::Latex => "latex",
        }
    }

    /// The form with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// Where a document came from. Name, address and date of retrieval are what the host said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The form in which it came.
    pub format: Format,
    /// Its length in bytes (in UTF-16 units for JavaScript).
    pub length: u32,
    /// The file's name.
    pub name: Option<String>,
    /// The address it was found at.
    pub url: Option<String>,
    /// When it was retrieved, an ISO date.
    pub retrieved: Option<String>,
    /// SHA-256 of the text in UTF-8, 64 hexadecimal digits.
    pub sha256: String,
}

/// A text as it was understood. Every text gives one; what is odd is in `diagnostics`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Always [`SCHEMA`].
    pub schema: &'static str,
    /// What kind of text it is.
    pub kind: Kind,
    /// Language of the text, as an ISO 639-1 code; `und` where none was recognised.
    pub language: &'static str,
    /// Where the text came from.
    pub source: Source,
    /// The resolutions in it, in order.
    pub resolutions: Vec<Resolution>,
    /// The news item, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<Article>,
    /// What is odd about it, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

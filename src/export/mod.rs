//! Resolutions in other forms: tables, texts, pages and references.
//!
//! One file a form. Every form is made of the model alone; the source is not asked again. The published
//! JSON is written where values leave the core, since spans have another unit there.

mod bibtex;
mod citation;
mod csl;
mod csv;
mod findings;
mod findings_page;
mod findings_words;
mod html;
mod json;
mod jsonld;
mod markdown;
mod reference;

pub use findings::{findings_head, read_reviews, write_findings};
pub use findings_page::write_page;

use crate::error::{Error, ErrorKind};
use crate::model::{Paragraph, Resolution};

/// A form that resolutions can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A table with a row for each paragraph, comma-separated.
    Csv,
    /// Markdown.
    Markdown,
    /// A page with an id for each paragraph.
    Html,
    /// A reference for `BibTeX` and `biblatex`.
    Bibtex,
    /// A reference as CSL-JSON, which reference managers read.
    Csl,
    /// A reference in words, in the style of the United Nations.
    Citation,
    /// schema.org `Legislation` as JSON-LD.
    JsonLd,
}

impl ExportFormat {
    /// All forms, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Csv, Self::Markdown, Self::Html, Self::Citation, Self::Bibtex, Self::Csl, Self::JsonLd];

    /// The form of this name: `csv`, `markdown`, `html`, `citation`, `bibtex`, `csl`, `jsonld`.
    ///
    /// # Errors
    ///
    /// `bad-option` for another name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| {
            Error::new(ErrorKind::BadOption {
                name: "format",
                found: name.chars().take(80).collect(),
                expected: "json, csv, markdown, html, citation, bibtex, csl or jsonld",
            })
        })
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Bibtex => "bibtex",
            Self::Csl => "csl",
            Self::Citation => "citation",
            Self::JsonLd => "jsonld",
        }
    }
}

/// Writes resolutions in a form. With `at`, references point to that paragraph of each; other forms
/// hold that paragraph alone.
///
/// Linear in the length of the texts.
///
/// # Errors
///
/// `unknown-address` where a resolution has no paragraph `at`.
///
/// # Examples
///
/// ```
/// use whereas::export::{ExportFormat, write};
/// use whereas::{ParseOptions, parse};
///
/// let text = "A/RES/59/1\n\nThe General Assembly,\n\n1. Welcomes the report;\n\n2. Decides to meet again.";
/// let document = parse(text, &ParseOptions::new());
/// let resolutions: Vec<_> = document.resolutions.iter().collect();
/// assert_eq!(
///     write(&resolutions, ExportFormat::Citation, Some("op2")).unwrap(),
///     "General Assembly resolution 59/1, para. 2.\n"
/// );
/// ```
pub fn write(resolutions: &[&Resolution], format: ExportFormat, at: Option<&str>) -> Result<String, Error> {
    if let Some(address) = at {
        for resolution in resolutions {
            if !resolution.paragraphs.iter().any(|paragraph| paragraph.address == address) {
                let address = address.chars().take(120).collect();
                return Err(Error::new(ErrorKind::UnknownAddress { address }));
            }
        }
    }
    Ok(match format {
        ExportFormat::Csv => csv::write(resolutions, at),
        ExportFormat::Markdown => markdown::write(resolutions, at),
        ExportFormat::Html => html::write(resolutions, at),
        ExportFormat::Bibtex => bibtex::write(resolutions, at),
        ExportFormat::Csl => csl::write(resolutions, at),
        ExportFormat::Citation => citation::write(resolutions, at),
        ExportFormat::JsonLd => jsonld::write(resolutions, at),
    })
}

/// The paragraphs of a resolution that are written: all that are text, or the one asked for.
fn paragraphs<'a>(resolution: &'a Resolution, at: Option<&'a str>) -> impl Iterator<Item = &'a Paragraph> {
    use crate::model::Zone;
    resolution
        .paragraphs
        .iter()
        .filter(|paragraph| !matches!(paragraph.zone, Zone::Noise | Zone::Masthead | Zone::Title))
        .filter(move |paragraph| at.is_none_or(|address| paragraph.address == address))
}

/// The label that is set before a paragraph: `3.`, `(b)`; none in a preamble.
fn label(paragraph: &Paragraph) -> Option<String> {
    let number = paragraph.number.as_deref()?;
    Some(if paragraph.depth == 0 { format!("{number}.") } else { format!("({number})") })
}

/// The words of a paragraph cut behind its lead phrase; the first part is empty where it has none.
fn cut_at_lead(paragraph: &Paragraph) -> (&str, &str) {
    let lead = paragraph.lead.as_ref().map_or("", |lead| lead.text.as_str());
    paragraph.text.strip_prefix(lead).map_or(("", paragraph.text.as_str()), |rest| (lead, rest))
}

/// Writes to a string, which takes everything.
fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = std::fmt::Write::write_fmt(out, words);
}

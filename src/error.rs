//! What is wrong with a request. A faulty document is never an error: see [`crate::diagnostic`].

use std::fmt;

use crate::text::Span;

/// A request that can't be carried out.
///
/// # Examples
///
/// ```
/// use whereas::{Error, ErrorKind};
///
/// let error = Error::new(ErrorKind::UnknownKey { key: "un:ga:res:1/1@en".into() });
/// assert_eq!(error.code(), "unknown-key");
/// assert!(error.to_string().contains("un:ga:res:1/1@en"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    span: Option<Span>,
}

/// What went wrong. More kinds may be added in a minor release.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The library holds no edition with this key, and no work with this id.
    UnknownKey {
        /// What was asked for.
        key: String,
    },
    /// The bytes are not a text in any encoding that is read.
    NotText {
        /// What they look like.
        found: String,
    },
    /// The file has a format that is not read.
    UnsupportedFormat {
        /// What it is.
        found: String,
    },
    /// The file unpacks to more than any text needs.
    ZipBomb {
        /// How many bytes were allowed.
        limit: usize,
    },
    /// The file is broken, and nothing of it can be read.
    FileDamaged {
        /// What it looks like.
        found: String,
    },
    /// The PDF is locked with a password.
    EncryptedPdf,
    /// The Word document is locked with a password.
    EncryptedDocument,
    /// The PDF has pictures of pages, and no text.
    ScannedPdf {
        /// How many pages.
        pages: usize,
    },
    /// The text is longer than positions can count.
    TooLong {
        /// Its length in bytes.
        length: usize,
        /// The most that is read.
        limit: usize,
    },
    /// An option has a value that means nothing.
    BadOption {
        /// Its name.
        name: &'static str,
        /// Its value.
        found: String,
        /// What would have been understood.
        expected: &'static str,
    },
    /// A strict query has a fault at the error's span.
    BadQuery {
        /// What was found.
        found: String,
        /// What was expected there.
        expected: String,
    },
    /// A text that holds no resolution was to be written in a form for resolutions.
    NothingToExport {
        /// Its key.
        key: String,
    },
    /// A paragraph was asked for that the resolution does not have.
    UnknownAddress {
        /// What was asked for.
        address: String,
    },
    /// The bytes are no pack.
    NotAPack {
        /// What they look like.
        found: String,
    },
    /// The pack was written in another version of the format.
    PackVersion {
        /// The version that is read.
        expected: u16,
        /// The pack's.
        found: u16,
    },
    /// The pack is shorter or longer than it says.
    PackCut {
        /// Its length in bytes.
        found: u64,
        /// What its length must be, at least.
        expected: u64,
    },
    /// A part of the pack is not as it was written.
    PackDamaged {
        /// Which part.
        part: &'static str,
    },
    /// A check was asked for with nothing to check against.
    NothingToCompare,
}

impl Error {
    /// Makes an error without a place.
    #[must_use]
    pub const fn new(kind: ErrorKind) -> Self {
        Self { kind, span: None }
    }

    /// Makes an error at a place in the request (a query, an option's value), in bytes.
    #[must_use]
    pub const fn at(kind: ErrorKind, span: Span) -> Self {
        Self { kind, span: Some(span) }
    }

    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Where in the request, in bytes, when it has a place.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        self.span
    }

    /// The stable kebab-case name of the kind, which JavaScript sees as `error.code`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            ErrorKind::UnknownKey { .. } => "unknown-key",
            ErrorKind::NotText { .. } => "not-text",
            ErrorKind::UnsupportedFormat { .. } => "unsupported-format",
            ErrorKind::ZipBomb { .. } => "zip-bomb",
            ErrorKind::FileDamaged { .. } => "file-damaged",
            ErrorKind::EncryptedPdf => "encrypted-pdf",
            ErrorKind::EncryptedDocument => "encrypted-document",
            ErrorKind::ScannedPdf { .. } => "scanned-pdf",
            ErrorKind::TooLong { .. } => "too-long",
            ErrorKind::BadOption { .. } => "bad-option",
            ErrorKind::BadQuery { .. } => "bad-query",
            ErrorKind::NothingToExport { .. } => "nothing-to-export",
            ErrorKind::UnknownAddress { .. } => "unknown-address",
            ErrorKind::NotAPack { .. } => "not-a-pack",
            ErrorKind::PackVersion { .. } => "pack-version",
            ErrorKind::PackCut { .. } => "pack-cut",
            ErrorKind::PackDamaged { .. } => "pack-damaged",
            ErrorKind::NothingToCompare => "nothing-to-compare",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::UnknownKey { key } => {
                write!(out, "nothing in the library has the key or id “{key}”; list() names what it holds")
            }
            ErrorKind::NotText { found } => {
                write!(out, "expected a text but found {found}; give the text itself, or a file in UTF-8 or UTF-16")
            }
            ErrorKind::UnsupportedFormat { found } => {
                write!(out, "found {found}, which is not read; give text, Markdown, HTML, DOCX, PDF or Akoma Ntoso")
            }
            ErrorKind::ZipBomb { limit } => {
                write!(
                    out,
                    "the file unpacks to more than {limit} bytes, which no text of its size does; unpack it yourself if you trust it"
                )
            }
            ErrorKind::FileDamaged { found } => {
                write!(out, "found {found}, and nothing of it can be read; fetch or save the file again")
            }
            ErrorKind::EncryptedPdf => write!(out, "found a PDF that is locked with a password; save it without one"),
            ErrorKind::EncryptedDocument => {
                write!(out, "found a Word document that is locked with a password; save it without one")
            }
            ErrorKind::ScannedPdf { pages } => {
                write!(
                    out,
                    "found a PDF of {pages} pages that are pictures without text; have its letters recognised first, or look for a copy with text"
                )
            }
            ErrorKind::TooLong { length, limit } => {
                write!(out, "the text has {length} bytes and at most {limit} are read; split it")
            }
            ErrorKind::BadOption { name, found, expected } => {
                write!(out, "the option “{name}” is “{found}” but {expected} was expected")
            }
            ErrorKind::BadQuery { found, expected } => {
                write!(out, "found {found} in the query but {expected} was expected")
            }
            ErrorKind::NothingToExport { key } => {
                write!(out, "“{key}” holds no resolution to be written in this form; json writes any text")
            }
            ErrorKind::UnknownAddress { address } => {
                write!(out, "the resolution has no paragraph “{address}”; its addresses are those that get() gives")
            }
            ErrorKind::NotAPack { found } => {
                write!(out, "expected a pack but found {found}; give a file that `whereas pack build` wrote")
            }
            ErrorKind::PackVersion { expected, found } => {
                write!(
                    out,
                    "this build reads version {expected} of packs but the pack has version {found}; build the pack again"
                )
            }
            ErrorKind::PackCut { found, expected } => {
                write!(out, "the pack has {found} bytes where {expected} were expected; fetch it again")
            }
            ErrorKind::PackDamaged { part } => {
                write!(out, "the {part} of the pack is not as it was written; fetch or build the pack again")
            }
            ErrorKind::NothingToCompare => {
                write!(out, "no resolution was given to compare with; add one, or name one that is in the library")
            }
        }
    }
}

impl std::error::Error for Error {}

//! What the caller knows about a text.

use crate::lexicon::Language;
use crate::model::Format;

/// What the caller knows about a text. Everything is optional; a hint takes precedence over what
/// the text itself suggests.
///
/// # Examples
///
/// ```
/// use whereas::{ParseOptions, parse};
///
/// let options = ParseOptions::new().with_name("50-48-POL.txt").with_language("en");
/// let document = parse("", &options);
/// assert_eq!(document.source.name.as_deref(), Some("50-48-POL.txt"));
/// assert_eq!(document.language, "en");
/// ```
#[derive(Clone, Debug, Default)]
pub struct ParseOptions {
    pub(super) language: Option<Language>,
    pub(super) body: Option<String>,
    pub(super) format: Option<Format>,
    pub(super) name: Option<String>,
    pub(super) url: Option<String>,
    pub(super) retrieved: Option<String>,
}

impl ParseOptions {
    /// Knows nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The language of the text, as an ISO 639-1 code. A code that is not read here is ignored.
    #[must_use]
    pub fn with_language(mut self, code: &str) -> Self {
        self.language = Language::from_code(code);
        self
    }

    /// The issuing organisation, such as `un` or `oic`, or an organ of it, such as `un:ga`.
    #[must_use]
    pub fn with_body(mut self, body: &str) -> Self {
        self.body = Some(body.to_owned());
        self
    }

    /// The form in which the text came.
    #[must_use]
    pub fn with_format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// The file's name, kept as it is.
    #[must_use]
    pub fn with_name(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// The address the text was found at, kept as it is.
    #[must_use]
    pub fn with_url(mut self, url: &str) -> Self {
        self.url = Some(url.to_owned());
        self
    }

    /// The ISO date on which the text was retrieved, kept as it is.
    #[must_use]
    pub fn with_retrieved(mut self, date: &str) -> Self {
        self.retrieved = Some(date.to_owned());
        self
    }
}

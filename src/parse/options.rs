//! What the caller knows about a text.

use crate::diagnostic::Diagnostic;
use crate::error::{Error, ErrorKind};
#[cfg(feature = "formats")]
use crate::import::Imported;
use crate::lexicon::scale::{default_scale, find_scale};
use crate::lexicon::{Language, Scale};
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
    pub(super) diagnostics: Vec<Diagnostic>,
    scale: Option<&'static Scale>,
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

    /// What was odd about the file that the text was taken from; the document says it too.
    #[must_use]
    pub fn with_diagnostics(mut self, diagnostics: Vec<Diagnostic>) -> Self {
        self.diagnostics = diagnostics;
        self
    }

    /// What the reader of a file found beside its text: its form, its language where none was given, and what is odd.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::import::read_file;
    /// use whereas::{ParseOptions, parse};
    ///
    /// let file = b"<akomaNtoso><p>The General Assembly,</p><paragraph><num>1.</num><p>Decides to meet.";
    /// let read = read_file(file).unwrap();
    /// let document = parse(&read.text, &ParseOptions::new().with_import(&read));
    /// assert_eq!(document.resolutions[0].paragraphs[1].address, "op1");
    /// assert_eq!(document.diagnostics[0].code, "file-cut");
    /// ```
    #[cfg(feature = "formats")]
    #[must_use]
    pub fn with_import(mut self, imported: &Imported<'_>) -> Self {
        self.language = self.language.or_else(|| imported.language.and_then(Language::from_code));
        self.format = Some(imported.format);
        self.with_diagnostics(imported.diagnostics.clone())
    }

    /// The scale that forces are taken from; without it, the scale `whereas-1`. The scales that are known
    /// are [`scales`](crate::lexicon::scales).
    ///
    /// # Errors
    ///
    /// `bad-option` where no scale has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::{ParseOptions, parse};
    ///
    /// let text = "The Security Council,\n\n1. Urges the parties to meet.";
    /// let document = parse(text, &ParseOptions::new().with_scale("gruenberg-2009").unwrap());
    /// let lead = document.resolutions[0].paragraphs[1].lead.as_ref().unwrap();
    /// assert_eq!((lead.scale, lead.force), ("gruenberg-2009", Some(5)));
    /// assert_eq!(ParseOptions::new().with_scale("mine").unwrap_err().code(), "bad-option");
    /// ```
    pub fn with_scale(mut self, id: &str) -> Result<Self, Error> {
        let scale = find_scale(id).ok_or_else(|| {
            let found = id.chars().take(80).collect();
            Error::new(ErrorKind::BadOption {
                name: "scale",
                found,
                expected: "whereas-1, gruenberg-2009 or model-diplomat",
            })
        })?;
        self.scale = Some(scale);
        Ok(self)
    }

    /// The scale that was chosen, or the default.
    pub(super) fn scale(&self) -> &'static Scale {
        self.scale.unwrap_or_else(default_scale)
    }

    /// The language that was given, as its code.
    pub(crate) fn language_hint(&self) -> Option<&'static str> {
        self.language.map(Language::code)
    }

    /// The id of the scale that was chosen.
    pub(crate) fn scale_hint(&self) -> Option<&'static str> {
        self.scale.map(|scale| scale.id)
    }

    /// The body that was given.
    pub(crate) fn body_hint(&self) -> Option<&str> {
        self.body.as_deref()
    }
}

//! The check of an article against texts of the library.

use std::borrow::Cow;

use super::Library;
use crate::error::{Error, ErrorKind};
use crate::model::Document;
use crate::parse::{ParseOptions, parse};
use crate::quote::{CheckOptions, CheckReport, Compared, check};

impl Library {
    /// Checks every quotation of an article against resolutions of the library.
    ///
    /// `article` is the text of the article, or the key of one that is in the library. `against` are
    /// keys or ids; with none, every resolution of the library is compared. Spans of the report point
    /// into the article and into the sources of the keys that it names.
    ///
    /// # Errors
    ///
    /// `unknown-key` for a key that leads nowhere, and `nothing-to-compare` where no resolution is
    /// left to compare with.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::{Library, ParseOptions};
    ///
    /// let mut library = Library::new();
    /// let error = library.check("The council «condemned the acts of violence».", &[]).unwrap_err();
    /// assert_eq!(error.code(), "nothing-to-compare");
    /// ```
    pub fn check(&self, article: &str, against: &[&str]) -> Result<CheckReport, Error> {
        let mut sources: Vec<(Cow<Document>, &str)> = Vec::new();
        if against.is_empty() {
            sources
                .extend(self.copies.iter().flatten().map(|copy| (Cow::Borrowed(&copy.document), copy.text.as_str())));
        }
        for key in against {
            let (copy, _) = self.find(key)?;
            let document = match copy.document.resolutions.as_slice() {
                [_, _, ..] => Cow::Owned(self.get(key)?),
                _ => Cow::Borrowed(&copy.document),
            };
            sources.push((document, copy.text.as_str()));
        }
        sources.retain(|(document, _)| !document.resolutions.is_empty());
        if sources.is_empty() {
            return Err(Error::new(ErrorKind::NothingToCompare));
        }
        let compared: Vec<Compared> = sources.iter().map(|(document, text)| Compared { document, text }).collect();
        let options = CheckOptions::new();
        if let Ok((copy, _)) = self.find(article) {
            return Ok(check(&copy.text, &copy.document, &compared, &options));
        }
        Ok(check(article, &parse(article, &ParseOptions::new()), &compared, &options))
    }

    /// The text of the article that [`Library::check`] would read for this text or key.
    #[must_use]
    pub fn article_text<'a>(&'a self, article: &'a str) -> &'a str {
        self.find(article).map_or(article, |(copy, _)| copy.text.as_str())
    }
}

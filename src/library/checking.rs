//! The check of an article against texts of the library.

use super::{Library, TextCopy};
use crate::error::{Error, ErrorKind};
use crate::index::DocId;
use crate::parse::{ParseOptions, parse};
use crate::quote::{CheckOptions, CheckReport, Held, Holders, check_held};

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
        let mut docs: Vec<DocId> = Vec::new();
        for key in against {
            let place = self.place(key)?;
            docs.extend(self.docs.iter().position(|&kept| kept == place).map(|doc| doc as DocId));
        }
        if against.is_empty() {
            let records = self.index.records().iter().enumerate().filter(|(_, record)| record.alive);
            docs.extend(records.map(|(doc, _)| doc as DocId));
        }
        if docs.is_empty() {
            return Err(Error::new(ErrorKind::NothingToCompare));
        }
        let held: Vec<Held> = docs.iter().filter_map(|&doc| self.held(doc)).collect();
        let holders = Some(Holders::new(&self.index, &docs));
        let options = CheckOptions::new();
        if let Ok((copy, _)) = self.find(article) {
            return Ok(check_held(&copy.text, &copy.document, &held, holders, &options));
        }
        Ok(check_held(article, &parse(article, &ParseOptions::new()), &held, holders, &options))
    }

    /// The resolution with this number in the index.
    fn held(&self, doc: DocId) -> Option<Held<'_>> {
        let place = self.docs.get(doc as usize)?;
        let TextCopy { text, document, .. } = self.copies.get(place.copy)?.as_ref()?;
        Some(Held { document, resolution: document.resolutions.get(place.at)?, text })
    }

    /// The text of the article that [`Library::check`] would read for this text or key.
    #[must_use]
    pub fn article_text<'a>(&'a self, article: &'a str) -> &'a str {
        self.find(article).map_or(article, |(copy, _)| copy.text.as_str())
    }
}

//! The check of an article against texts of the library.

use super::packs::Unpacked;
use super::{Library, Place, TextCopy};
use crate::error::{Error, ErrorKind};
use crate::parse::{ParseOptions, parse};
use crate::quote::{CheckOptions, CheckReport, Held, check_held};

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
        let mut places: Vec<Place> = Vec::new();
        let mut unpacked: Vec<Unpacked> = Vec::new();
        for key in against {
            match self.place(key) {
                Ok(place) => places.extend(self.held(place).map(|_| place)),
                Err(error) => unpacked.push(self.find_in_packs(key)?.ok_or(error)?),
            }
        }
        if against.is_empty() {
            places = self.segments.places();
        }
        let mut held: Vec<Held> = places.iter().filter_map(|&place| self.held(place)).collect();
        // What the index leads to are the library's own texts: beside others, every one is looked at.
        let holders = unpacked.is_empty().then(|| self.segments.holders(&places));
        held.extend(unpacked.iter().filter_map(|Unpacked { text, document, at }| {
            Some(Held { document, resolution: document.resolutions.get(*at)?, text })
        }));
        if held.is_empty() {
            return Err(Error::new(ErrorKind::NothingToCompare));
        }
        let options = CheckOptions::new();
        if let Ok((copy, _)) = self.find(article) {
            return Ok(check_held(&copy.text, &copy.document, &held, holders, &options));
        }
        Ok(check_held(article, &parse(article, &ParseOptions::new()), &held, holders, &options))
    }

    /// The resolution at a place, where there is one.
    fn held(&self, place: Place) -> Option<Held<'_>> {
        let TextCopy { text, document, .. } = self.copies.get(place.copy)?.as_ref()?;
        Some(Held { document, resolution: document.resolutions.get(place.at)?, text })
    }

    /// The text of the article that [`Library::check`] would read for this text or key.
    #[must_use]
    pub fn article_text<'a>(&'a self, article: &'a str) -> &'a str {
        self.find(article).map_or(article, |(copy, _)| copy.text.as_str())
    }
}

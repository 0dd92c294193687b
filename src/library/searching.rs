//! The questions that go to the index.

use super::elsewhere::find_elsewhere;
use super::segment::Segments;
use super::{Library, Place};
use crate::error::Error;
use crate::query::{Completion, Found, Resolved, SearchOptions, Shelf, complete, resolve, search};

impl Library {
    /// Searches the resolutions of the library.
    ///
    /// A query is read leniently unless the options say otherwise: there is always an answer, with
    /// notes on what was passed over. Results come in a fixed order: by score, then the newest, then
    /// by key. Cost grows with the number of places where the words stand.
    ///
    /// # Errors
    ///
    /// `bad-query` with its place, for a fault in a strict query.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::Library;
    /// use whereas::query::SearchOptions;
    ///
    /// let library = Library::new();
    /// let found = library.search("\"territorial integrity", &SearchOptions::new()).unwrap();
    /// assert_eq!(found.total.value, 0);
    /// assert_eq!(found.understood[0].kind, "phrase");
    /// assert_eq!(found.notes[0].code, "unclosed-quote");
    ///
    /// let strict = SearchOptions::new().with_strictness(true);
    /// assert_eq!(library.search("\"territorial integrity", &strict).unwrap_err().code(), "bad-query");
    /// ```
    pub fn search(&self, query: &str, options: &SearchOptions) -> Result<Found, Error> {
        let found = self.segments.with_shelves(&self.copies, self.packs(), |shelves| search(shelves, query, options));
        self.archive.check()?;
        found
    }

    /// Suggests how a query may go on: words of the texts, symbols, titles, fields and their values.
    ///
    /// At most ten, the most frequent words first. Cost grows with the words that begin like the last.
    #[must_use]
    pub fn complete(&self, typed: &str) -> Vec<Completion> {
        self.segments.with_shelves(&self.copies, self.packs(), |shelves| complete(shelves, typed))
    }

    /// The works here that a text names by key, id or symbol in any spelling, with the paragraph it
    /// names: `A/RES/78/1, paragraph 3`.
    ///
    /// Several where bodies share a number; where nothing here has it, the work that a citation in these words
    /// means, without keys. Cost grows with the
    /// number of resolutions.
    #[must_use]
    pub fn resolve(&self, text: &str) -> Vec<Resolved> {
        let held = self.segments.with_shelves(&self.copies, self.packs(), |shelves: &[Shelf]| resolve(shelves, text));
        if held.is_empty() { find_elsewhere(text.trim()).into_iter().collect() } else { held }
    }

    /// Builds the index again, without what was taken out.
    pub(super) fn build_index(&mut self) {
        let mut segments = Segments::default();
        for (number, copy) in self.copies.iter().enumerate() {
            let Some(copy) = copy else { continue };
            for (at, resolution) in copy.document.resolutions.iter().enumerate() {
                if copy.keys.get(at).is_some_and(|key| !key.is_empty()) {
                    segments.add(resolution, Place { copy: number, at });
                }
            }
        }
        self.segments = segments;
    }

    /// Where there are many packs in memory, makes the small ones one.
    pub(super) fn join_small(&mut self) {
        for place in self.segments.take_small().unwrap_or_default() {
            let copy = self.copies.get(place.copy).and_then(Option::as_ref);
            if let Some(resolution) = copy.and_then(|copy| copy.document.resolutions.get(place.at)) {
                self.segments.add(resolution, place);
            }
        }
    }
}

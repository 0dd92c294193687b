//! Which other texts share the words of one.

use std::collections::BTreeMap;

use super::Library;
use super::glance::{glance, seal};
use super::packs::Unpacked;
use crate::error::{Error, ErrorKind};
use crate::quote::{Held, Look, ReuseOptions, ReuseReport, find_shared};

/// Of no more texts one paragraph is held against the words.
const MOST_TEXTS: usize = 24;

impl Library {
    /// Finds which paragraphs of other resolutions of the library and its open packs share their words with those of one,
    /// with what differs.
    ///
    /// Other editions of the same work and other copies are texts like any other. Costs a look into the index for each
    /// paragraph and the reading of at most 24 texts for it; where bytes of a pack are missing
    /// ([`Library::take_missing`]) the answer is not to be used.
    ///
    /// # Errors
    ///
    /// `unknown-key`, `nothing-to-compare` for a text that holds no resolution, `unknown-address`.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::quote::ReuseOptions;
    /// use whereas::{Library, ParseOptions};
    ///
    /// let mut library = Library::new();
    /// let text = |symbol: &str, word: &str| {
    ///     format!("{symbol}\n\nThe General Assembly,\n\n1. Urges all harbours to keep their {word} lit from dusk to dawn;\n")
    /// };
    /// let key = library.add(&text("A/RES/77/1", "lamps"), &ParseOptions::new()).unwrap().keys.remove(0);
    /// library.add(&text("A/RES/78/2", "lanterns"), &ParseOptions::new()).unwrap();
    /// let found = library.reuse(&key, &ReuseOptions::new()).unwrap();
    /// let shared = &found.paragraphs[0].shared[0];
    /// assert_eq!((shared.source.address.as_str(), shared.words, shared.edits.len()), ("op1", 11, 1));
    /// ```
    pub fn reuse(&self, key: &str, options: &ReuseOptions) -> Result<ReuseReport, Error> {
        let mut packed: Option<Unpacked> = None;
        let place = self.place(key).ok();
        if place.is_none() {
            packed = Some(self.find_in_packs(key)?.ok_or_else(|| super::unknown(key))?);
        }
        let of = match (place, &packed) {
            (Some(place), _) => self.held(place),
            (None, Some(packed)) => packed.held(),
            (None, None) => None,
        };
        let of = of.ok_or_else(|| Error::new(ErrorKind::NothingToCompare))?;
        let wanted: Vec<_> = of.resolution.paragraphs.iter().filter(|paragraph| options.takes(paragraph)).collect();
        if let (Some(address), true) = (options.address(), wanted.is_empty()) {
            return Err(Error::new(ErrorKind::UnknownAddress { address: address.to_owned() }));
        }
        let places = self.segments.places();
        let mut holders = self.segments.holders(&places);
        let firsts = self.add_packs(&mut holders, places.len());
        let count = firsts.last().map_or(places.len(), |(_, end)| *end);
        let lists: Vec<Vec<usize>> = wanted
            .iter()
            .map(|paragraph| holders.find(of.text, paragraph.span, MOST_TEXTS + 1, Look::PARAGRAPH))
            .collect();
        let mut opened: BTreeMap<usize, Unpacked> = BTreeMap::new();
        for &number in lists.iter().flatten().filter(|number| **number >= places.len()) {
            if let (None, Some((pack, doc))) = (opened.get(&number), self.packed(&firsts, number)) {
                opened.extend(glance(pack, doc).map(|text| (number, text)));
            }
        }
        opened.values_mut().for_each(seal);
        let mut held: Vec<Held> = Vec::new();
        let mut at: BTreeMap<usize, usize> = BTreeMap::new();
        for &number in lists.iter().flatten() {
            let text = match places.get(number) {
                Some(&place) => self.held(place),
                None => opened.get(&number).and_then(Unpacked::held),
            };
            // The text itself shares all of its words.
            let is_other = |text: &Held| text.resolution.key != of.resolution.key;
            if let (false, Some(text)) = (at.contains_key(&number), text.filter(is_other)) {
                at.insert(number, held.len());
                held.push(text);
            }
        }
        let lists: Vec<Vec<usize>> =
            lists.iter().map(|list| list.iter().filter_map(|number| at.get(number).copied()).collect()).collect();
        self.archive.check()?;
        Ok(find_shared(of, &held, &lists, count, options))
    }
}

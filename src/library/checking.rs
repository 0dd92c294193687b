//! The check of an article against texts of the library.

use std::collections::{BTreeMap, BTreeSet};

use super::glance::{glance, seal};
use super::packs::{Unpacked, unpack};
use super::{Library, Place, TextCopy};
use crate::error::{Error, ErrorKind};
use crate::index::{DocId, Pack, find_editions};
use crate::parse::{ParseOptions, parse};
use crate::quote::{CheckOptions, CheckReport, Held, Holder, Holders, Look, Numbers, Prepared, Searched, check_held};

/// Of no more works that an article cites the texts are opened.
const MOST_CITED: usize = 16;

impl Library {
    /// Checks every quotation of an article against resolutions of the library.
    ///
    /// `article` is the text of the article, or the key of one that is in the library. `against` are
    /// keys or ids; with none, every resolution of the library and of its open packs is compared. Where bytes of a pack
    /// are missing ([`Library::take_missing`]) the answer is not to be used. Spans of the report point
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
        let checked = if let Ok((copy, _)) = self.find(article) {
            self.check_prepared(&Prepared::new(&copy.text, &copy.document), against)
        } else {
            let document = parse(article, &ParseOptions::new());
            self.check_prepared(&Prepared::new(article, &document), against)
        };
        let mut report = checked?;
        // An edition to compare with may be in the library and not among the texts compared.
        for version in report.quotations.iter_mut().filter_map(|finding| finding.version.as_mut()) {
            version.key = version.key.take().or_else(|| self.find_edition(&version.resolution, version.language));
        }
        self.archive.check()?;
        Ok(report)
    }

    fn check_prepared(&self, prepared: &Prepared, against: &[&str]) -> Result<CheckReport, Error> {
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
        let options = CheckOptions::new();
        if against.is_empty() && !self.packs().is_empty() {
            return Ok(self.check_packed(prepared, &places, &options));
        }
        let mut held: Vec<Held> = places.iter().filter_map(|&place| self.held(place)).collect();
        held.extend(unpacked.iter().filter_map(Unpacked::held));
        if held.is_empty() {
            return Err(Error::new(ErrorKind::NothingToCompare));
        }
        // What the index leads to are the library's own texts: beside others, every one is looked at.
        let lists = (unpacked.is_empty() && held.len() > prepared.most_texts())
            .then(|| ask(&mut self.segments.holders(&places), prepared));
        Ok(check_held(prepared, &held, lists, &Searched::default(), &options))
    }

    /// Checks against the library's own texts and every open pack. The index leads to the few texts of packs that are
    /// looked at; those that hold quoted words, and those that the article cites, are read again as a whole.
    fn check_packed(&self, prepared: &Prepared, places: &[Place], options: &CheckOptions) -> CheckReport {
        let own: Vec<Held> = places.iter().filter_map(|&place| self.held(place)).collect();
        let mut holders = self.segments.holders(places);
        let firsts = self.add_packs(&mut holders, places.len());
        let mut lists = ask(&mut holders, prepared);
        if own.len() <= prepared.most_texts() {
            for list in &mut lists {
                list.extend((0..own.len()).filter(|at| !list.contains(at)).collect::<Vec<_>>());
                list.sort_unstable();
            }
        }
        let count = firsts.last().map_or(places.len(), |(_, end)| *end);
        let languages = self.packs().iter().filter_map(|pack| pack.names().get(2)).flatten().cloned().collect();
        let searched = Searched { count, languages };
        let cited = self.find_cited(prepared, &firsts);
        let mut opened: BTreeMap<usize, Unpacked> = BTreeMap::new();
        for &number in lists.iter().flatten().chain(&cited).filter(|number| **number >= own.len()) {
            if let (None, Some((pack, doc))) = (opened.get(&number), self.packed(&firsts, number)) {
                opened.extend(glance(pack, doc).map(|text| (number, text)));
            }
        }
        let first = check_opened(prepared, &own, &opened, &lists, &searched, options);
        // What the report rests on is read again as a whole; what it does not name is let go.
        let sources: BTreeSet<&str> = first.sources().collect();
        let named: BTreeSet<&str> = first.keys().collect();
        opened.retain(|number, text| text.key().is_some_and(|key| named.contains(key)) || cited.contains(number));
        for (number, text) in &mut opened {
            let rests_on = text.key().is_some_and(|key| sources.contains(key)) || cited.contains(number);
            let whole = self.packed(&firsts, *number).filter(|_| rests_on).and_then(|(pack, doc)| unpack(pack, doc));
            if let Some(whole) = whole {
                *text = whole;
            }
            seal(text);
        }
        check_opened(prepared, &own, &opened, &lists, &searched, options)
    }

    /// Adds the open packs to what is asked; gives each pack's first number and the one after its last.
    pub(super) fn add_packs<'a>(&'a self, holders: &mut Holders<'a>, from: usize) -> Vec<(usize, usize)> {
        let mut next = from;
        self.packs()
            .iter()
            .map(|pack| {
                let first = next;
                next += pack.doc_count() as usize;
                holders.add(Holder { pack, texts: Numbers::From(first) }, next);
                (first, next)
            })
            .collect()
    }

    /// The resolution of a pack with this number.
    pub(super) fn packed(&self, firsts: &[(usize, usize)], number: usize) -> Option<(&Pack, DocId)> {
        let at = firsts.iter().position(|(first, end)| (*first..*end).contains(&number))?;
        Some((self.packs().get(at)?, (number - firsts.get(at)?.0) as DocId))
    }

    /// Numbers of the resolutions of packs that an article cites: of each work the edition in its language, else the first.
    fn find_cited(&self, prepared: &Prepared, firsts: &[(usize, usize)]) -> Vec<usize> {
        let mut found = Vec::new();
        let own = format!("@{}", prepared.language().code());
        for id in prepared.cited().into_iter().take(MOST_CITED) {
            for (pack, (first, _)) in self.packs().iter().zip(firsts) {
                let mut editions: Vec<(bool, DocId)> = Vec::new();
                find_editions(pack, id, |key, doc| editions.push((!key.contains(own.as_str()), doc)));
                found.extend(editions.into_iter().min().map(|(_, doc)| first + doc as usize));
            }
        }
        found
    }

    /// The key of a work's edition in a language.
    fn find_edition(&self, id: &str, language: &str) -> Option<String> {
        let key = format!("{id}@{language}");
        if self.keys.contains_key(&key) {
            return Some(key);
        }
        let mut found = None;
        for pack in self.packs() {
            find_editions(pack, &key, |key, _| found = found.take().or_else(|| Some(key.to_owned())));
        }
        found
    }

    /// The resolution at a place, where there is one.
    pub(super) fn held(&self, place: Place) -> Option<Held<'_>> {
        let TextCopy { text, document, .. } = self.copies.get(place.copy)?.as_ref()?;
        Some(Held { document, resolution: document.resolutions.get(place.at)?, text })
    }

    /// The text of the article that [`Library::check`] would read for this text or key.
    #[must_use]
    pub fn article_text<'a>(&'a self, article: &'a str) -> &'a str {
        self.find(article).map_or(article, |(copy, _)| copy.text.as_str())
    }
}

/// Checks against the library's own texts and those of packs that were opened, which `lists` names by their numbers.
fn check_opened(
    prepared: &Prepared,
    own: &[Held],
    opened: &BTreeMap<usize, Unpacked>,
    lists: &[Vec<usize>],
    searched: &Searched,
    options: &CheckOptions,
) -> CheckReport {
    let mut held = own.to_vec();
    let mut at: BTreeMap<usize, usize> = (0..own.len()).map(|number| (number, number)).collect();
    for (number, text) in opened {
        if let Some(text) = text.held() {
            at.insert(*number, held.len());
            held.push(text);
        }
    }
    let lists = lists.iter().map(|list| list.iter().filter_map(|number| at.get(number).copied()).collect()).collect();
    check_held(prepared, &held, Some(lists), searched, options)
}

/// The texts to look at for each quotation, by the index.
fn ask(holders: &mut Holders, prepared: &Prepared) -> Vec<Vec<usize>> {
    let (text, most) = (prepared.text(), prepared.most_texts());
    prepared.quotations().map(|quotation| holders.find(text, quotation, most, Look::QUOTATION)).collect()
}

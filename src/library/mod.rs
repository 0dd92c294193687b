//! The texts that a user has open: what they are called, and every question one can ask of them.

mod archive;
mod checking;
mod elsewhere;
mod exporting;
mod glance;
mod keeping;
mod keys;
mod listing;
mod packing;
mod packs;
mod reusing;
mod searching;
mod segment;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::error::{Error, ErrorKind};
use crate::import::MAX_TEXT;
#[cfg(not(feature = "formats"))]
use crate::import::read_text;
use crate::model::{Document, Kind, Resolution};
use crate::parse::{ParseOptions, parse};

pub use archive::{Archive, PackRange};
pub use listing::{ListOptions, Listed};
pub use packing::Packer;

use segment::Segments;

/// A collection of texts, kept in memory: resolutions, volumes of them, and news items.
///
/// Texts go in whole and come out as [`Document`]s. A request that can't be carried out is an
/// [`Error`] and changes nothing.
///
/// # Examples
///
/// ```
/// use whereas::{Library, ParseOptions};
///
/// let mut library = Library::new();
/// let added = library.add("Nothing of note.", &ParseOptions::new()).unwrap();
/// let key = &added.keys[0];
/// assert_eq!(library.source(key).unwrap().text, "Nothing of note.");
/// library.remove(key).unwrap();
/// assert_eq!(library.get(key).unwrap_err().code(), "unknown-key");
/// ```
#[derive(Debug, Default)]
pub struct Library {
    /// Every text ever added, in order; `None` for those taken out.
    copies: Vec<Option<TextCopy>>,
    /// Where each key leads.
    keys: BTreeMap<String, Place>,
    segments: Segments,
    /// Packs that are searched beside the library's own texts.
    archive: Archive,
}

/// A text as it was given, and what was read from it.
#[derive(Clone, Debug)]
struct TextCopy {
    text: String,
    document: Document,
    /// What the host said of it.
    options: ParseOptions,
    /// One key a resolution, or one for a text that has none. Empty where a resolution was taken out.
    keys: Vec<String>,
}

/// Where a key leads: which text, and which resolution in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    copy: usize,
    at: usize,
}

/// What came of adding a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Added {
    /// One key for each resolution in the text, in order; one for a text that holds none.
    pub keys: Vec<String>,
    /// What is odd about the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// The text that a key leads to. Every span of its document points into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText<'a> {
    /// The whole text as it was given.
    pub text: Cow<'a, str>,
    /// The form in which it came.
    pub format: crate::model::Format,
}

impl SourceText<'_> {
    /// Where each page begins, in bytes: the start of the text, and behind each form feed. Empty for a text without pages.
    #[must_use]
    pub fn pages(&self) -> Vec<u32> {
        let turned: Vec<u32> = memchr::memchr_iter(0x0C, self.text.as_bytes()).map(|at| at as u32 + 1).collect();
        // Programs end the last page with a form feed too.
        let behind = |page: &u32| (*page as usize) < self.text.len();
        let first = (!turned.is_empty()).then_some(0);
        first.into_iter().chain(turned.into_iter().filter(behind)).collect()
    }
}

impl Library {
    /// An empty library.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a text and keeps it with what was found in it.
    ///
    /// A second copy of an edition gets a key of its own, `…~2`. Cost is that of [`parse`].
    ///
    /// # Errors
    ///
    /// `too-long` past [`MAX_TEXT`] bytes. A text that is not understood is no error.
    pub fn add(&mut self, text: &str, options: &ParseOptions) -> Result<Added, Error> {
        if text.len() > MAX_TEXT {
            return Err(Error::new(ErrorKind::TooLong { length: text.len(), limit: MAX_TEXT }));
        }
        let mut document = parse(text, options);
        let mut keys = Vec::new();
        self.join_small();
        let copy = self.copies.len();
        for (at, resolution) in document.resolutions.iter_mut().enumerate() {
            resolution.key = keys::find_free(&resolution.key, |key| self.keys.contains_key(key));
            self.keys.insert(resolution.key.clone(), Place { copy, at });
            keys.push(resolution.key.clone());
            self.segments.add(resolution, Place { copy, at });
        }
        if keys.is_empty() {
            let wanted = keys::of_text(&document);
            let key = keys::find_free(&wanted, |key| self.keys.contains_key(key));
            self.keys.insert(key.clone(), Place { copy, at: 0 });
            keys.push(key);
        }
        let added = Added { keys: keys.clone(), diagnostics: document.diagnostics.clone() };
        self.copies.push(Some(TextCopy { text: text.to_owned(), document, options: options.clone(), keys }));
        Ok(added)
    }

    /// Reads bytes as text (UTF-8, or UTF-16 with its mark) and adds it; with the feature `formats`, as a file in any format
    /// that [`read_file`](crate::import::read_file) reads.
    ///
    /// # Errors
    ///
    /// `not-text` for bytes that are no text, those of `read_file`, and those of [`Library::add`].
    pub fn add_bytes(&mut self, bytes: &[u8], options: &ParseOptions) -> Result<Added, Error> {
        #[cfg(feature = "formats")]
        {
            let read = crate::import::read_file(bytes)?;
            self.add(&read.text, &options.clone().with_import(&read))
        }
        #[cfg(not(feature = "formats"))]
        {
            let text = read_text(bytes)?;
            self.add(&text, options)
        }
    }

    /// The document that a key leads to; the id of a work leads to its first edition.
    ///
    /// Of a volume it holds the one resolution asked for, with the diagnostics about it.
    ///
    /// # Errors
    ///
    /// `unknown-key`.
    pub fn get(&self, key: &str) -> Result<Document, Error> {
        match self.find(key) {
            Ok((copy, place)) => Ok(only(&copy.document, place.at)),
            Err(error) => self.find_in_packs(key)?.map_or(Err(error), |found| Ok(only(&found.document, found.at))),
        }
    }

    /// The resolution that a key leads to; `None` for a text that holds none.
    ///
    /// # Errors
    ///
    /// `unknown-key`.
    pub fn resolution(&self, key: &str) -> Result<Option<&Resolution>, Error> {
        let (copy, place) = self.find(key)?;
        Ok(copy.document.resolutions.get(place.at))
    }

    /// The text that a key leads to: the whole of it, for a resolution of a volume too.
    ///
    /// # Errors
    ///
    /// `unknown-key`.
    pub fn source(&self, key: &str) -> Result<SourceText<'_>, Error> {
        match self.find(key) {
            Ok((copy, _)) => Ok(SourceText { text: Cow::Borrowed(&copy.text), format: copy.document.source.format }),
            Err(error) => {
                let (text, format) = self.text_in_packs(key)?.ok_or(error)?;
                Ok(SourceText { text: Cow::Owned(text), format })
            }
        }
    }

    /// What the library holds, in the order in which it was added; behind it what packs hold, the newest first.
    #[must_use]
    pub fn list(&self, options: &ListOptions) -> Vec<Listed> {
        let all = self.copies.iter().flatten().flat_map(|copy| {
            copy.keys.iter().enumerate().filter(|(_, key)| !key.is_empty()).map(|(at, key)| Listed::new(copy, at, key))
        });
        let mut lines: Vec<Listed> = all.skip(options.offset()).take(options.limit()).collect();
        if options.has_packs() {
            let skipped = options.offset().saturating_sub(self.keys.len());
            lines.extend(self.archive.list_from(skipped, options.limit().saturating_sub(lines.len())));
        }
        lines
    }

    /// Takes a text out: the resolution that the key leads to, and its text with the last of them.
    ///
    /// # Errors
    ///
    /// `unknown-key`; the library is as it was.
    pub fn remove(&mut self, key: &str) -> Result<(), Error> {
        let place = self.place(key)?;
        let Some(slot) = self.copies.get_mut(place.copy) else { return Ok(()) };
        if let Some(copy) = slot {
            if let Some(held) = copy.keys.get_mut(place.at) {
                self.keys.remove(held.as_str());
                held.clear();
            }
            self.segments.remove(place);
            if copy.keys.iter().all(String::is_empty) {
                *slot = None;
            }
        }
        if self.segments.is_sparse() {
            self.build_index();
        }
        Ok(())
    }

    /// Takes every text out. Packs stay open.
    pub fn clear(&mut self) {
        self.copies.clear();
        self.keys.clear();
        self.segments = Segments::default();
    }

    /// How many keys lead somewhere.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether the library holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    fn find(&self, key: &str) -> Result<(&TextCopy, Place), Error> {
        let place = self.place(key)?;
        let copy = self.copies.get(place.copy).and_then(Option::as_ref);
        copy.map(|copy| (copy, place)).ok_or_else(|| unknown(key))
    }

    fn place(&self, key: &str) -> Result<Place, Error> {
        if let Some(&place) = self.keys.get(key) {
            return Ok(place);
        }
        let editions = self.keys.range(format!("{key}@")..).take_while(|(held, _)| keys::is_of_work(held, key));
        editions.map(|(_, &place)| place).min().ok_or_else(|| unknown(key))
    }
}

impl TextCopy {
    fn is_article(&self) -> bool {
        self.document.kind == Kind::Article
    }
}

/// A document with the one resolution of a volume that was asked for, and the diagnostics about it.
fn only(document: &Document, at: usize) -> Document {
    if document.resolutions.len() < 2 {
        return document.clone();
    }
    let resolution = document.resolutions.get(at);
    Document {
        resolutions: resolution.cloned().into_iter().collect(),
        diagnostics: document
            .diagnostics
            .iter()
            .filter(|finding| resolution.is_none_or(|resolution| resolution.span.overlaps(finding.span)))
            .cloned()
            .collect(),
        source: document.source.clone(),
        article: document.article.clone(),
        ..*document
    }
}

fn unknown(key: &str) -> Error {
    let mut key: String = key.chars().take(120).collect();
    key.shrink_to_fit();
    Error::new(ErrorKind::UnknownKey { key })
}

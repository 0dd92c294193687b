//! A pack that is open: its directory, and what is read from it as it is needed.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::Serialize;

use super::blocks::{Kind, PASSAGES, Page, decode_top};
use super::format::{Directory, HEAD, Section};
use super::held::{Held, ReadAt};
use super::postings::{Place, Postings, TermInfo};
use super::seal::Checksum;
use super::terms::{TermIndex, Terms};
use crate::error::{Error, ErrorKind};

/// An immutable file of resolutions: their index, their texts and their facts. See the layout in `format.rs`.
///
/// Opening reads the directory alone, and whatever is read later is checked before it is believed. A
/// pack whose bytes are fetched as they are needed says which it misses.
///
/// # Examples
///
/// ```
/// use whereas::index::Pack;
/// use whereas::{Library, ParseOptions};
///
/// let mut library = Library::new();
/// library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to meet.", &ParseOptions::new()).unwrap();
/// let bytes = library.pack();
/// let pack = Pack::open(bytes.clone()).unwrap();
/// assert_eq!((pack.doc_count(), pack.verify().is_ok()), (1, true));
/// assert_eq!(Pack::open(bytes[..100].to_vec()).unwrap_err().code(), "pack-cut");
/// ```
#[derive(Debug)]
pub struct Pack {
    directory: Directory,
    held: Held,
    terms: OnceLock<TermIndex>,
    passages: OnceLock<Vec<Page>>,
    texts: OnceLock<Vec<Page>>,
    cache: Mutex<Cache>,
}

/// What a pack holds, as its directory says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PackSummary<'a> {
    /// Of the whole file, in bytes.
    pub length: u64,
    /// How many resolutions.
    pub resolutions: u32,
    /// How many paragraphs they have.
    pub paragraphs: u64,
    /// How many words those have.
    pub words: u64,
    /// How many texts in which no resolution was found.
    pub texts: u32,
    /// The organisations: `un`, `oic`.
    pub bodies: &'a [String],
    /// The languages: `en`.
    pub languages: &'a [String],
    /// Which program wrote it.
    pub writer: &'a str,
}

/// Blocks that were decompressed lately.
#[derive(Debug, Default)]
struct Cache {
    blocks: BTreeMap<(Section, u64), Arc<[u8]>>,
    order: VecDeque<(Section, u64)>,
    bytes: usize,
}

/// How many bytes of decompressed blocks are kept.
const KEPT: usize = 8 << 20;

/// Up to which size a list is fetched as a whole rather than by its table.
const SMALL_LIST: u64 = 32 << 10;

/// How much of a pack is fetched to open it.
const OPENING: u64 = 20 << 10;

impl Pack {
    /// Opens a pack whose bytes are all at hand.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let directory = Directory::decode(&bytes, bytes.len() as u64)?;
        Ok(Self::new(directory, Held::whole(bytes)))
    }

    /// Opens a pack that is read piece by piece, such as a file of `length` bytes.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    pub fn open_at(from: Box<dyn ReadAt>, length: u64) -> Result<Self, Error> {
        let read = |len: u64| {
            let mut bytes = vec![0; len.min(length) as usize];
            let failed = |_| Error::new(ErrorKind::PackCut { found: 0, expected: len });
            from.read_at(0, &mut bytes).map_err(failed).map(|()| bytes)
        };
        let needed = Directory::needed(&read(HEAD as u64)?, length)?;
        let directory = Directory::decode(&read(needed)?, length)?;
        Ok(Self::new(directory, Held::apart(from)))
    }

    /// Opens a pack of `length` bytes of which only the beginning is at hand; `Err(Ok(n))` where the first `n` bytes must be
    /// there.
    ///
    /// # Errors
    ///
    /// As [`Pack::open`], in `Err(Err(…))`.
    pub fn open_part(head: &[u8], length: u64) -> Result<Self, Result<u64, Error>> {
        if head.is_empty() && length > 0 {
            return Err(Ok(OPENING.min(length)));
        }
        let needed = Directory::needed(head, length).map_err(Err)?;
        if needed > length {
            return Err(Err(Error::new(ErrorKind::PackCut { found: length, expected: needed })));
        }
        if needed > head.len() as u64 {
            return Err(Ok(needed));
        }
        let directory = Directory::decode(head, length).map_err(Err)?;
        let mut pack = Self::new(directory, Held::parts());
        pack.add_bytes(0, head);
        Ok(pack)
    }

    /// A pack that this very process has written.
    pub(crate) fn own(bytes: Vec<u8>) -> Result<Self, Error> {
        let directory = Directory::decode(&bytes, bytes.len() as u64)?;
        Ok(Self::new(directory, Held::own(bytes)))
    }

    fn new(directory: Directory, held: Held) -> Self {
        Self {
            directory,
            held,
            terms: OnceLock::new(),
            passages: OnceLock::new(),
            texts: OnceLock::new(),
            cache: Mutex::default(),
        }
    }

    /// How many resolutions it holds.
    #[must_use]
    pub const fn doc_count(&self) -> u32 {
        self.directory.docs
    }

    /// How many paragraphs it holds.
    #[must_use]
    pub const fn unit_count(&self) -> u64 {
        self.directory.units
    }

    /// How many words its paragraphs have.
    #[must_use]
    pub const fn word_count(&self) -> u64 {
        self.directory.words
    }

    /// How many texts it holds in which no resolution was found.
    #[must_use]
    pub const fn text_count(&self) -> u32 {
        self.directory.texts
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.directory.length
    }

    /// Which program wrote it.
    #[must_use]
    pub fn writer(&self) -> &str {
        &self.directory.writer
    }

    /// The organisations, organs, languages and states of its resolutions.
    #[must_use]
    pub const fn names(&self) -> &[Vec<String>; 4] {
        &self.directory.names
    }

    /// What it holds. Costs nothing: the directory was read when it was opened.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::index::Pack;
    /// use whereas::{Library, ParseOptions};
    ///
    /// let mut library = Library::new();
    /// library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to meet.", &ParseOptions::new()).unwrap();
    /// let pack = Pack::open(library.pack()).unwrap();
    /// let summary = pack.summary();
    /// assert_eq!((summary.resolutions, summary.bodies, summary.languages), (1, &["un".into()][..], &["en".into()][..]));
    /// ```
    #[must_use]
    pub fn summary(&self) -> PackSummary<'_> {
        let [bodies, _, languages, _] = self.names();
        PackSummary {
            length: self.length(),
            resolutions: self.doc_count(),
            paragraphs: self.unit_count(),
            words: self.word_count(),
            texts: self.text_count(),
            bodies,
            languages,
            writer: self.writer(),
        }
    }

    /// How many bytes each section takes.
    pub fn sections(&self) -> impl Iterator<Item = (Section, u64)> + '_ {
        Section::ALL.into_iter().map(|section| (section, self.directory.extent(section).length))
    }

    /// Takes bytes that were fetched from `at` on.
    pub fn add_bytes(&mut self, at: u64, bytes: &[u8]) {
        self.held.add(at, bytes);
    }

    /// Gives fetched bytes back, those first that were read the longest ago, until no more than `most` are held. They
    /// are missed again when they are needed again.
    pub fn trim(&mut self, most: usize) {
        self.held.trim(most);
    }

    /// The ranges of bytes to be fetched for what was missed since the last call: rising, and few rather than exact.
    pub fn take_missing(&self) -> Vec<Range<u64>> {
        self.held.take_missing()
    }

    /// Whether bytes were missed since [`Pack::take_missing`].
    pub(crate) fn is_missing(&self) -> bool {
        self.held.is_missing()
    }

    /// The error that stands for what was found damaged so far.
    ///
    /// # Errors
    ///
    /// `pack-damaged`.
    pub fn check(&self) -> Result<(), Error> {
        self.held.damage().map_or(Ok(()), |part| Err(Error::new(ErrorKind::PackDamaged { part })))
    }

    /// Reads every section and holds it against its checksum. Costs one pass over the file.
    ///
    /// # Errors
    ///
    /// `pack-damaged` with the first section that is.
    pub fn verify(&self) -> Result<(), Error> {
        const STEP: u64 = 1 << 20;
        for section in Section::ALL {
            let extent = self.directory.extent(section);
            let mut sum = Checksum::new(section.place(0));
            let mut at = extent.start;
            let end = extent.start + extent.length;
            while at < end {
                let next = end.min(at + STEP);
                match self.held.stretch(at..next) {
                    Some(bytes) => sum.feed(&bytes),
                    None => break,
                }
                at = next;
            }
            if at < end || sum.finish() != extent.checksum {
                return Err(Error::new(ErrorKind::PackDamaged { part: section.name() }));
            }
        }
        Ok(())
    }

    /// The whole file, where it is at hand.
    #[must_use]
    pub fn bytes(&self) -> Option<&[u8]> {
        self.held.all()
    }

    /// Where a term stands, paragraph by paragraph.
    pub(crate) fn postings(&self, info: TermInfo) -> Postings<'_> {
        Postings::new(self, info)
    }

    /// The terms from the block on in which `from` stands.
    pub(crate) fn terms_from(&self, from: &str) -> Option<Terms<'_>> {
        Some(Terms::new(self, self.term_index()?, from))
    }

    /// Gives every term that begins with `prefix` to `take`, in order, until it says `false`.
    pub(crate) fn for_each_with_prefix(&self, prefix: &str, mut take: impl FnMut(&str, TermInfo) -> bool) {
        let Some(mut terms) = self.terms_from(prefix) else { return };
        while !terms.is_beyond(prefix) {
            let Some(info) = terms.seek(prefix) else { return };
            if !terms.term().starts_with(prefix) || !take(terms.term(), info) {
                return;
            }
        }
    }

    pub(crate) fn term_index(&self) -> Option<&TermIndex> {
        if let Some(index) = self.terms.get() {
            return Some(index);
        }
        let chunk = self.chunk(Section::TermsIndex, 0, self.directory.extent(Section::TermsIndex).length)?;
        let Some(index) = TermIndex::decode(&chunk) else {
            self.note_damage(Section::TermsIndex);
            return None;
        };
        Some(self.terms.get_or_init(|| index))
    }

    pub(super) fn top(&self, kind: Kind) -> Option<&[Page]> {
        let cell = if kind.top == PASSAGES.top { &self.passages } else { &self.texts };
        if let Some(pages) = cell.get() {
            return Some(pages);
        }
        let chunk = self.chunk(kind.top, 0, self.directory.extent(kind.top).length)?;
        let Some(pages) = decode_top(&chunk) else {
            self.note_damage(kind.top);
            return None;
        };
        Some(cell.get_or_init(|| pages))
    }

    #[inline]
    pub(super) fn chunk(&self, section: Section, at: u64, len: u64) -> Option<Cow<'_, [u8]>> {
        self.held.chunk(section, self.directory.extent(section), at, len)
    }

    /// Whether bytes may be missing, so that it is worth saying beforehand what will be read.
    pub(crate) const fn is_partial(&self) -> bool {
        self.held.is_partial()
    }

    /// Says that a list will be read, with its positions or without.
    pub(crate) fn want_list(&self, info: TermInfo, with_positions: bool) {
        let Place::Apart { postings, length, table, positions, positions_length } = info.place else { return };
        let extent = self.directory.extent(Section::Postings);
        if length <= SMALL_LIST {
            self.held.want(extent, postings, length);
            if with_positions && positions_length > 0 {
                self.held.want(extent, positions, positions_length);
            }
        } else {
            self.held.want(extent, (postings + length).saturating_sub(table), table);
        }
    }

    /// Says that passages will be read, where the tables for them are short.
    pub(crate) fn want_passages(&self) {
        if self.directory.extent(Section::PassagePages).length <= OPENING * 2 {
            self.want_pages(PASSAGES);
        }
    }

    /// Says that a chunk will be read.
    pub(super) fn want(&self, section: Section, at: u64, length: u64) {
        self.held.want(self.directory.extent(section), at, length);
    }

    pub(super) fn note_damage(&self, section: Section) {
        self.held.note_damage(section.name());
    }

    pub(super) fn cached(&self, section: Section, at: u64) -> Option<Arc<[u8]>> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).blocks.get(&(section, at)).cloned()
    }

    pub(super) fn cache(&self, section: Section, at: u64, block: Arc<[u8]>) -> Arc<[u8]> {
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        let cache = &mut *cache;
        while cache.bytes + block.len() > KEPT
            && let Some(oldest) = cache.order.pop_front()
        {
            cache.bytes -= cache.blocks.remove(&oldest).map_or(0, |block| block.len());
        }
        cache.bytes += block.len();
        match cache.blocks.insert((section, at), Arc::clone(&block)) {
            Some(same) => cache.bytes -= same.len(),
            None => cache.order.push_back((section, at)),
        }
        block
    }
}

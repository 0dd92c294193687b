//! The layout of a pack: one immutable file that holds the index, the texts and the facts of resolutions.
//!
//! A pack is a head, a directory and sections, in this order and without gaps. Numbers are varints
//! (seven bits a byte, the lowest first) unless a width is given; those with a width have their lowest
//! byte first; strings are UTF-8 behind their length. The same resolutions give the same bytes,
//! in whatever order they came and on whatever machine.
//!
//! | bytes | head |
//! |---|---|
//! | 8 | the magic, `89 77 68 65 72 65 61 73` (`\x89whereas`) |
//! | 2 | version of the format, now 2 |
//! | 2 | zero |
//! | 4 | length of the directory |
//! | 8 | length of the file |
//! | 4 | checksum of the 24 bytes before and of the directory |
//!
//! **Directory.** The number of sections; for each its number, its length and its checksum (4 bytes); then how many
//! resolutions, paragraphs, words and loose texts there are; the names of organisations, organs,
//! languages and states that the columns number; and who wrote the pack. Sections follow each other.
//!
//! **Chunks.** What is read at once is a chunk: its bytes and then a checksum of four bytes, which also
//! depends on the section and on where in it the chunk stands. So each range that is read can be believed or refused by
//! itself, and a range that was moved is noticed. The checksum of a section is only for `verify`.
//!
//! | section | what it holds |
//! |---|---|
//! | 1 terms index | one chunk: for each block of terms what its first term begins with (shared letters, letters) and its length |
//! | 2 passage top | one chunk: for each page of section 4 its first resolution and paragraph, its length, and the length of what it leads to |
//! | 3 text top | the same for section 5 |
//! | 4 passage pages | for 256 blocks of section 8 each, compressed as these are: four times the step between paragraphs, or the paragraph in another resolution, with the step between resolutions, or with 3 and then what it is more; and the length |
//! | 5 text pages | the same for section 9 |
//! | 6 terms | blocks of terms in the order of their bytes. A block: where its lists begin in section 7; then for each term the letters it shares with the one before, its other letters, in how many paragraphs it stands, and where: twice the length of both lists and 1, with the lists inside; or twice the length of its list in section 7, the length of the table in it, and the length of the positions behind it |
//! | 7 postings | for each term groups of 256 paragraphs, each a chunk: a level for each (4 bits), then the steps. A step is twice the steps between resolutions and 1, and the paragraph; or twice the steps between paragraphs. After the groups, where there are several, a table: for each group the step to its last resolution, its length and that of its positions, and its highest level. Then for each group a chunk of positions: for each paragraph the first position and the steps to the others, each doubled, with 1 where another follows |
//! | 8 passages | blocks of about 4 kB, compressed as raw DEFLATE behind their length: parts of resolutions, each with the record, paragraphs, and the stretch of the source they stand in |
//! | 9 texts | the same for texts in which no resolution was found |
//! | 10 columns | for each column pages of 4,096 numbers, each a chunk: organisation, organ, language, state (1 byte), session (2), first and last day, the same by the Islamic calendar, and the first resolution of the same work (4) |
//!
//! **Terms** are folded words, and facts behind a mark that no word has (`facts.rs`). Resolutions are numbered from
//! the newest to the oldest, those of one day by their keys, so that an equal score needs no further look.
//!
//! **Levels** say what a paragraph counts for a word, so that ranking reads nothing else (`level.rs`), apart from how many
//! words a title has: one byte more among the columns, before the first resolution of the same work.

use super::scan::{self, Scan};
use super::seal::Checksum;
use crate::error::{Error, ErrorKind};

/// What every pack begins with. The first byte is no text in any encoding.
pub(crate) const MAGIC: [u8; 8] = *b"\x89whereas";

/// The version of the format that is written and read here.
pub(crate) const VERSION: u16 = 2;

/// How long the head is.
pub(crate) const HEAD: usize = 28;

/// The longest directory that is believed.
const LONGEST: u32 = 1 << 20;

/// A part of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What each block of terms begins with.
    TermsIndex = 1,
    /// What each page of passages begins with.
    PassageTop = 2,
    /// What each page of loose texts begins with.
    TextTop = 3,
    /// Where blocks of passages stand.
    PassagePages = 4,
    /// Where blocks of loose texts stand.
    TextPages = 5,
    /// The dictionary.
    Terms = 6,
    /// Which paragraphs hold a term, and where in them it stands.
    Postings = 7,
    /// Records and paragraphs.
    Passages = 8,
    /// Texts in which no resolution was found.
    Texts = 9,
    /// What filters and facets read.
    Columns = 10,
}

impl Section {
    /// Every section in the order of the file.
    pub const ALL: [Self; 10] = [
        Self::TermsIndex,
        Self::PassageTop,
        Self::TextTop,
        Self::PassagePages,
        Self::TextPages,
        Self::Terms,
        Self::Postings,
        Self::Passages,
        Self::Texts,
        Self::Columns,
    ];

    /// Its name, in kebab-case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TermsIndex => "terms-index",
            Self::PassageTop => "passage-top",
            Self::TextTop => "text-top",
            Self::Terms => "terms",
            Self::Postings => "postings",
            Self::PassagePages => "passage-pages",
            Self::Passages => "passages",
            Self::TextPages => "text-pages",
            Self::Texts => "texts",
            Self::Columns => "columns",
        }
    }

    /// What the seal of a chunk at `at` depends on.
    pub(crate) const fn place(self, at: u64) -> u64 {
        (self as u64) << 56 | at
    }
}

/// Where a section stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    /// From the beginning of the file.
    pub(crate) start: u64,
    pub(crate) length: u64,
    pub(crate) checksum: u32,
}

/// What the directory of a pack says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Directory {
    /// By the number of the section less one.
    pub(crate) sections: [Extent; Section::ALL.len()],
    /// The length of the whole file.
    pub(crate) length: u64,
    /// How many resolutions there are.
    pub(crate) docs: u32,
    /// How many paragraphs.
    pub(crate) units: u64,
    /// How many words.
    pub(crate) words: u64,
    /// How many texts without a resolution.
    pub(crate) texts: u32,
    /// Organisations, organs, languages and states, as the columns number them from 1.
    pub(crate) names: [Vec<String>; 4],
    /// Who wrote it: `whereas 0.1.0`.
    pub(crate) writer: String,
}

impl Directory {
    pub(crate) fn extent(&self, section: Section) -> Extent {
        self.sections.get(section as usize - 1).copied().unwrap_or_default()
    }

    /// The head and the directory. Sets where each section stands from their lengths.
    pub(crate) fn encode(&mut self) -> Vec<u8> {
        let mut body = Vec::new();
        scan::write(&mut body, Section::ALL.len() as u64);
        for section in Section::ALL {
            let extent = self.extent(section);
            body.push(section as u8);
            scan::write(&mut body, extent.length);
            body.extend_from_slice(&extent.checksum.to_le_bytes());
        }
        for number in [u64::from(self.docs), self.units, self.words, u64::from(self.texts)] {
            scan::write(&mut body, number);
        }
        for names in &self.names {
            scan::write(&mut body, names.len() as u64);
            for name in names {
                scan::write_text(&mut body, name);
            }
        }
        scan::write_text(&mut body, &self.writer);
        let mut at = (HEAD + body.len()) as u64;
        for extent in &mut self.sections {
            extent.start = at;
            at += extent.length;
        }
        self.length = at;
        let mut bytes = Vec::with_capacity(HEAD + body.len());
        bytes.extend_from_slice(&MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&[0, 0]);
        bytes.extend_from_slice(&(body.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&self.length.to_le_bytes());
        let mut sum = Checksum::new(0);
        sum.feed(&bytes);
        sum.feed(&body);
        bytes.extend_from_slice(&sum.finish().to_le_bytes());
        bytes.extend_from_slice(&body);
        bytes
    }

    /// Reads head and directory from the beginning of a file of `length` bytes.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    pub(crate) fn decode(bytes: &[u8], length: u64) -> Result<Self, Error> {
        let needed = Self::needed(bytes, length)?;
        let cut = || Error::new(ErrorKind::PackCut { found: bytes.len() as u64, expected: needed });
        let (head, rest) = bytes.split_at_checked(HEAD).ok_or_else(cut)?;
        let body = rest.get(..needed as usize - HEAD).ok_or_else(cut)?;
        let damaged = || Error::new(ErrorKind::PackDamaged { part: "directory" });
        let (facts, seal) = head.split_last_chunk::<4>().ok_or_else(damaged)?;
        let mut sum = Checksum::new(0);
        sum.feed(facts);
        sum.feed(body);
        if sum.finish() != u32::from_le_bytes(*seal) {
            return Err(damaged());
        }
        let file = facts.last_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        if file != length {
            return Err(Error::new(ErrorKind::PackCut { found: length, expected: file }));
        }
        Self::read(body, needed, length).ok_or_else(damaged)
    }

    /// How many bytes from the beginning of a file must be there for its directory to be read.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`.
    pub(crate) fn needed(bytes: &[u8], length: u64) -> Result<u64, Error> {
        let known = bytes.get(..MAGIC.len().min(bytes.len())).unwrap_or(&[]);
        if !MAGIC.starts_with(known) || bytes.is_empty() {
            return Err(Error::new(ErrorKind::NotAPack { found: describe(bytes) }));
        }
        if length < HEAD as u64 {
            return Err(Error::new(ErrorKind::PackCut { found: length, expected: HEAD as u64 }));
        }
        let mut scan = Scan::new(bytes.get(MAGIC.len()..).unwrap_or(&[]));
        let Some((version, directory)) = scan.word().zip(scan.word()) else { return Ok(HEAD as u64) };
        if version != u32::from(VERSION) {
            return Err(Error::new(ErrorKind::PackVersion { expected: VERSION, found: version as u16 }));
        }
        if directory > LONGEST {
            return Err(Error::new(ErrorKind::PackDamaged { part: "directory" }));
        }
        Ok(HEAD as u64 + u64::from(directory))
    }

    fn read(body: &[u8], start: u64, length: u64) -> Option<Self> {
        let mut scan = Scan::new(body);
        let mut directory = Self { length, ..Self::default() };
        if scan.number()? != Section::ALL.len() as u64 {
            return None;
        }
        let mut at = start;
        for (extent, section) in directory.sections.iter_mut().zip(Section::ALL) {
            if scan.byte()? != section as u8 {
                return None;
            }
            *extent = Extent { start: at, length: scan.number()?, checksum: scan.word()? };
            at = at.checked_add(extent.length)?;
        }
        if at != length {
            return None;
        }
        directory.docs = scan.small()?;
        directory.units = scan.number()?;
        directory.words = scan.number()?;
        directory.texts = scan.small()?;
        for names in &mut directory.names {
            for _ in 0..scan.number()?.min(256) {
                names.push(scan.text()?.to_owned());
            }
        }
        scan.text()?.clone_into(&mut directory.writer);
        scan.is_empty().then_some(directory)
    }
}

fn describe(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        return "an empty file".to_owned();
    }
    let first: Vec<String> = bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("bytes that begin with {}", first.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directory() -> Directory {
        let mut directory = Directory { docs: 3, units: 40, words: 900, texts: 1, ..Directory::default() };
        for (at, extent) in directory.sections.iter_mut().enumerate() {
            extent.length = at as u64 * 10;
        }
        directory.names[0] = vec!["un".into(), "oic".into()];
        directory.writer = "whereas".into();
        directory
    }

    #[test]
    fn reads_back_the_directory_that_was_written() {
        let mut written = directory();
        let bytes = written.encode();
        assert_eq!(Directory::decode(&bytes, written.length).unwrap(), written);
        assert_eq!(Directory::needed(&bytes[..16], written.length).unwrap(), bytes.len() as u64);
    }

    #[test]
    fn refuses_what_is_no_pack_by_name() {
        let mut written = directory();
        let bytes = written.encode();
        let code = |bytes: &[u8], length| Directory::decode(bytes, length).unwrap_err().code();
        assert_eq!(code(b"<html>", 6), "not-a-pack");
        assert_eq!(code(b"", 0), "not-a-pack");
        assert_eq!(code(&bytes[..5], 5), "pack-cut");
        assert_eq!(code(&bytes, written.length - 1), "pack-cut");
        let mut newer = bytes.clone();
        newer[8] = 9;
        assert_eq!(code(&newer, written.length), "pack-version");
        for bit in 12 * 8..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(Directory::decode(&changed, written.length).is_err(), "{bit}");
        }
    }
}

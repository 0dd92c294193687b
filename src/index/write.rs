//! A pack while it is written: resolutions first, then terms, each in their order.

use std::io::{self, Write};

use super::blocks::{BlockWriter, PASSAGES, TEXTS};
use super::columns::{Row, row_of, write_columns};
use super::facts::Fact;
use super::format::{Directory, Extent, Section};
use super::lists::ListWriter;
use super::record::{DocId, Record};
use super::sections::SectionWriter;
use super::terms::TermWriter;
use crate::text::sort_by_key;

/// Who writes packs.
const WRITER: &str = concat!("whereas ", env!("CARGO_PKG_VERSION"));

/// Writes a pack from resolutions and terms that come in order.
#[derive(Debug)]
pub(crate) struct PackWriter<W> {
    terms: TermWriter<W>,
    lists: SectionWriter<W>,
    list: ListWriter,
    /// Where the list of the next term begins.
    start: u64,
    entry: Vec<u8>,
    passages: BlockWriter<W>,
    texts: BlockWriter<W>,
    rows: Vec<Row>,
    directory: Directory,
    /// The id of the last key, and its first resolution.
    work: (String, DocId),
}

/// A section that was written.
#[derive(Debug)]
pub enum Piece<W> {
    /// A short one, kept in memory.
    Bytes(Vec<u8>),
    /// What was written to the writer that was made for it.
    Written(W),
}

impl<W: Write> PackWriter<W> {
    /// Begins a pack whose long sections go to the writers that `make` gives.
    pub(crate) fn new(mut make: impl FnMut(Section) -> io::Result<W>) -> io::Result<Self> {
        Ok(Self {
            terms: TermWriter::new(make(Section::Terms)?),
            lists: SectionWriter::new(Section::Postings, make(Section::Postings)?),
            list: ListWriter::default(),
            start: 0,
            entry: Vec::new(),
            passages: BlockWriter::new(PASSAGES, make(Section::Passages)?, make(Section::PassagePages)?),
            texts: BlockWriter::new(TEXTS, make(Section::Texts)?, make(Section::TextPages)?),
            rows: Vec::new(),
            directory: Directory { writer: WRITER.to_owned(), ..Directory::default() },
            work: (String::new(), 0),
        })
    }

    /// Begins the next resolution, and gives its number.
    pub(crate) fn doc(&mut self, record: &Record, units: u32, words: u64) -> DocId {
        let doc = self.rows.len() as DocId;
        let row = row_of(record, doc, &mut self.directory.names);
        self.rows.push(row);
        self.directory.units += u64::from(units);
        self.directory.words += words;
        doc
    }

    /// Adds a part of a resolution.
    pub(crate) fn part(&mut self, doc: DocId, paragraph: u32, item: &[u8]) -> io::Result<()> {
        self.passages.push((doc, paragraph), item)
    }

    /// Adds a text in which no resolution was found.
    pub(crate) fn text(&mut self, item: &[u8]) -> io::Result<()> {
        let number = self.directory.texts;
        self.directory.texts += 1;
        self.texts.push((number, 0), item)
    }

    /// Notes that the term to be ended stands in a paragraph.
    pub(crate) fn posting(&mut self, at: (DocId, u32), level: u8, positions: &[u32]) -> io::Result<()> {
        self.list.push(&mut self.lists, at, level, positions)
    }

    /// Ends a term whose paragraphs were all noted; `first` is the resolution of the first of them.
    pub(crate) fn term(&mut self, term: &str, first: DocId) -> io::Result<()> {
        if let Some(key) = Fact::KEY.text_of(term) {
            self.note_work(key, first);
        }
        self.entry.clear();
        self.list.finish(&mut self.lists, &mut self.entry)?;
        self.terms.begin(term, self.start)?.extend_from_slice(&self.entry);
        self.start = self.lists.length();
        Ok(())
    }

    /// Editions of one work have keys that follow each other.
    fn note_work(&mut self, key: &str, doc: DocId) {
        let id = key.rsplit_once('@').map_or(key, |(id, _)| id);
        if self.work.0 != id {
            self.work = (id.to_owned(), doc);
        }
        if let Some(row) = self.rows.get_mut(doc as usize)
            && let Some(work) = row.last_mut()
        {
            *work = self.work.1;
        }
    }

    /// Ends the pack: its head, and its sections in the order of the file.
    pub(crate) fn finish(mut self) -> io::Result<(Vec<u8>, Vec<Piece<W>>)> {
        let mut columns = SectionWriter::new(Section::Columns, Vec::new());
        write_columns(&self.rows, &mut columns)?;
        let (terms, index) = self.terms.finish()?;
        let (passages, passage_pages, passage_top) = self.passages.finish()?;
        let (texts, text_pages, text_top) = self.texts.finish()?;
        let short = |section, bytes: &[u8]| {
            let mut writer = SectionWriter::new(section, Vec::new());
            writer.chunk(bytes).map(|_| writer.finish())
        };
        let mut pieces = Vec::new();
        for (section, bytes) in
            [(Section::TermsIndex, &index), (Section::PassageTop, &passage_top), (Section::TextTop, &text_top)]
        {
            let (bytes, extent) = short(section, bytes)?;
            pieces.push((section, extent, Piece::Bytes(bytes)));
        }
        let (columns, extent) = columns.finish();
        pieces.push((Section::Columns, extent, Piece::Bytes(columns)));
        let long = [
            (Section::Terms, terms),
            (Section::Postings, self.lists),
            (Section::PassagePages, passage_pages),
            (Section::Passages, passages),
            (Section::TextPages, text_pages),
            (Section::Texts, texts),
        ];
        for (section, writer) in long {
            let (out, extent) = writer.finish();
            pieces.push((section, extent, Piece::Written(out)));
        }
        sort_by_key(&mut pieces, |&(section, ..)| section);
        for (extent, (_, written, _)) in self.directory.sections.iter_mut().zip(&pieces) {
            *extent = Extent { start: 0, ..*written };
        }
        self.directory.docs = self.rows.len() as u32;
        let head = self.directory.encode();
        Ok((head, pieces.into_iter().map(|(_, _, piece)| piece).collect()))
    }
}

impl PackWriter<Vec<u8>> {
    /// Begins a pack in memory.
    pub(crate) fn in_memory() -> io::Result<Self> {
        Self::new(|_| Ok(Vec::new()))
    }

    /// The bytes of the pack.
    pub(crate) fn into_bytes(self) -> io::Result<Vec<u8>> {
        let (mut bytes, pieces) = self.finish()?;
        for piece in pieces {
            match piece {
                Piece::Bytes(mut section) | Piece::Written(mut section) => bytes.append(&mut section),
            }
        }
        Ok(bytes)
    }
}

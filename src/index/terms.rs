//! The dictionary of a pack: terms in the order of their bytes, each with where it stands.

use std::borrow::Cow;
use std::io::{self, Write};

use super::format::Section;
use super::lists::INLINE;
use super::pack::Pack;
use super::postings::{Place, TermInfo};
use super::scan::{self, Scan};
use super::sections::SectionWriter;

/// How long a block is at least.
const BLOCK: u64 = 1 << 10;

/// Writes terms, which must come in the order of their bytes.
#[derive(Debug)]
pub(crate) struct TermWriter<W> {
    out: SectionWriter<W>,
    block: Vec<u8>,
    last: Vec<u8>,
    index: Vec<u8>,
    /// The first letters of the last block in the index.
    indexed: Vec<u8>,
    count: u64,
}

impl<W: Write> TermWriter<W> {
    pub(crate) fn new(out: W) -> Self {
        Self {
            out: SectionWriter::new(Section::Terms, out),
            block: Vec::new(),
            last: Vec::new(),
            index: Vec::new(),
            indexed: Vec::new(),
            count: 0,
        }
    }

    /// Begins a term whose list stands at this place, and gives the bytes to describe it in.
    pub(crate) fn begin(&mut self, term: &str, list: u64) -> io::Result<&mut Vec<u8>> {
        // Blocks grow with the dictionary, so that the index of blocks stays short.
        if self.block.len() as u64 >= BLOCK.max(self.out.length() >> 10) {
            self.close()?;
        }
        let term = term.as_bytes();
        let shared = self.last.iter().zip(term).take_while(|(a, b)| a == b).count();
        if self.block.is_empty() {
            // As little of the term as tells it from the one before.
            let own = term.get(..(shared + 1).min(term.len())).unwrap_or(term);
            let known = self.indexed.iter().zip(own).take_while(|(a, b)| a == b).count();
            scan::write(&mut self.index, known as u64);
            scan::write(&mut self.index, (own.len() - known) as u64);
            self.index.extend_from_slice(own.get(known..).unwrap_or(&[]));
            self.indexed.clear();
            self.indexed.extend_from_slice(own);
            scan::write(&mut self.block, list);
            scan::write(&mut self.block, 0);
            scan::write(&mut self.block, term.len() as u64);
            self.block.extend_from_slice(term);
        } else {
            scan::write(&mut self.block, shared as u64);
            scan::write(&mut self.block, (term.len() - shared) as u64);
            self.block.extend_from_slice(term.get(shared..).unwrap_or(&[]));
        }
        self.last.clear();
        self.last.extend_from_slice(term);
        self.count += 1;
        Ok(&mut self.block)
    }

    fn close(&mut self) -> io::Result<()> {
        if !self.block.is_empty() {
            let length = self.out.chunk(&self.block)?;
            scan::write(&mut self.index, length);
            self.block.clear();
        }
        Ok(())
    }

    /// Ends the section, and gives the bytes of the index beside it.
    pub(crate) fn finish(mut self) -> io::Result<(SectionWriter<W>, Vec<u8>)> {
        self.close()?;
        Ok((self.out, self.index))
    }
}

/// What each block of terms begins with, decoded.
#[derive(Debug, Default)]
pub(crate) struct TermIndex {
    letters: Vec<u8>,
    blocks: Vec<Block>,
}

#[derive(Clone, Copy, Debug)]
struct Block {
    /// Where its first letters end.
    end: u32,
    at: u64,
    length: u64,
}

impl TermIndex {
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut scan = Scan::new(bytes);
        let mut index = Self::default();
        let (mut start, mut at) = (0usize, 0u64);
        while !scan.is_empty() {
            let known = scan.small()? as usize;
            let own = scan.small()? as usize;
            let from = index.letters.len();
            if known > from - start || known > 4096 {
                return None;
            }
            index.letters.extend_from_within(start..start + known);
            index.letters.extend_from_slice(scan.take(own)?);
            let length = scan.number()?;
            index.blocks.push(Block { end: index.letters.len() as u32, at, length });
            at = at.checked_add(length)?;
            start = from;
        }
        Some(index)
    }

    fn first(&self, block: usize) -> &[u8] {
        let start = block.checked_sub(1).and_then(|before| self.blocks.get(before)).map_or(0, |block| block.end);
        let end = self.blocks.get(block).map_or(start, |block| block.end);
        self.letters.get(start as usize..end as usize).unwrap_or(&[])
    }

    /// The block in which a term stands if it is there.
    fn block_of(&self, term: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.blocks.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.first(middle) <= term { low = middle + 1 } else { high = middle }
        }
        low.saturating_sub(1)
    }
}

/// Terms of a pack in order. Blocks that are missing or damaged are passed over, and noted by the pack.
#[derive(Debug)]
pub(crate) struct Terms<'a> {
    pack: &'a Pack,
    index: &'a TermIndex,
    /// The next block to be read.
    block: usize,
    bytes: Cow<'a, [u8]>,
    at: usize,
    term: Vec<u8>,
    list: u64,
}

impl<'a> Terms<'a> {
    /// Begins at the block in which `from` would stand.
    pub(super) fn new(pack: &'a Pack, index: &'a TermIndex, from: &str) -> Self {
        Self {
            pack,
            index,
            block: index.block_of(from.as_bytes()),
            bytes: Cow::Borrowed(&[]),
            at: 0,
            term: Vec::new(),
            list: 0,
        }
    }

    /// The next term from `from` on.
    pub(crate) fn seek(&mut self, from: &str) -> Option<TermInfo> {
        loop {
            let info = self.next()?;
            if self.term.as_slice() >= from.as_bytes() {
                return Some(info);
            }
        }
    }

    /// The next term; its letters are in [`Terms::term`].
    pub(crate) fn next(&mut self) -> Option<TermInfo> {
        loop {
            if self.at < self.bytes.len() {
                let entry = self.read_entry();
                if entry.is_none() {
                    self.pack.note_damage(Section::Terms);
                    self.at = self.bytes.len();
                    continue;
                }
                return entry;
            }
            let block = *self.index.blocks.get(self.block)?;
            self.block += 1;
            self.at = 0;
            self.term.clear();
            self.bytes = self.pack.chunk(Section::Terms, block.at, block.length).unwrap_or(Cow::Borrowed(&[]));
            let mut scan = Scan::new(&self.bytes);
            if let Some(list) = scan.number() {
                self.list = list;
                self.at = self.bytes.len() - scan.rest().len();
            } else {
                self.bytes = Cow::Borrowed(&[]);
            }
        }
    }

    /// Whether the next block begins beyond every term with this prefix.
    pub(crate) fn is_beyond(&self, prefix: &str) -> bool {
        let first = self.index.first(self.block);
        self.at >= self.bytes.len() && first > prefix.as_bytes() && !first.starts_with(prefix.as_bytes())
    }

    /// The letters of the term given last.
    pub(crate) fn term(&self) -> &str {
        std::str::from_utf8(&self.term).unwrap_or("")
    }

    fn read_entry(&mut self) -> Option<TermInfo> {
        let mut scan = Scan::new(self.bytes.get(self.at..)?);
        let shared = scan.small()? as usize;
        let own = scan.small()? as usize;
        if shared > self.term.len() {
            return None;
        }
        self.term.truncate(shared);
        self.term.extend_from_slice(scan.take(own)?);
        let info = read_info(&mut scan, &mut self.list)?;
        self.at = self.bytes.len() - scan.rest().len();
        Some(info)
    }
}

fn read_info(scan: &mut Scan, list: &mut u64) -> Option<TermInfo> {
    let count = scan.small()?;
    let length = scan.number()?;
    let place = if length & 1 == 1 {
        let own = scan.small()?;
        let length = (length >> 1) as usize;
        let mut bytes = [0; INLINE];
        bytes.get_mut(..length)?.copy_from_slice(scan.take(length)?);
        (own as usize <= length).then_some(())?;
        Place::Inline { bytes, postings: own as u8, length: length as u8 }
    } else {
        let length = length >> 1;
        let table = scan.number()?;
        let positions_length = scan.number()?;
        let positions = list.checked_add(length)?;
        let place = Place::Apart { postings: *list, length, table, positions, positions_length };
        *list = positions.checked_add(positions_length)?;
        place
    };
    Some(TermInfo { count, place })
}

impl Pack {
    /// Where a term stands, if the pack holds it.
    pub(crate) fn find(&self, term: &str) -> Option<TermInfo> {
        let index = self.term_index()?;
        let wanted = term.as_bytes();
        let block = *index.blocks.get(index.block_of(wanted))?;
        let bytes = self.chunk(Section::Terms, block.at, block.length)?;
        let mut scan = Scan::new(&bytes);
        let mut list = scan.number()?;
        // How many letters the entry before shares with what is wanted.
        let mut agreed = 0;
        while !scan.is_empty() {
            let shared = scan.small()? as usize;
            let own = scan.small()? as usize;
            let letters = scan.take(own)?;
            if shared < agreed {
                return None;
            }
            if shared == agreed {
                let rest = wanted.get(agreed..)?;
                let same = letters.iter().zip(rest).take_while(|(a, b)| a == b).count();
                agreed += same;
                if same == letters.len() && same == rest.len() {
                    return read_info(&mut scan, &mut list);
                }
                if letters.get(same) > rest.get(same) {
                    return None;
                }
            }
            skip_info(&mut scan, &mut list)?;
        }
        None
    }
}

fn skip_info(scan: &mut Scan, list: &mut u64) -> Option<()> {
    scan.number()?;
    let length = scan.number()?;
    if length & 1 == 1 {
        scan.number()?;
        scan.take((length >> 1) as usize)?;
    } else {
        scan.number()?;
        *list = list.checked_add(length >> 1)?.checked_add(scan.number()?)?;
    }
    Some(())
}

//! Items by number in compressed blocks, found by two small tables.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::format::Section;
use super::pack::Pack;
use super::scan::{self, Scan};
use super::sections::SectionWriter;

/// How many bytes a block holds before it is compressed; one item more may go beyond.
const BLOCK: usize = 4 << 10;

/// How many blocks a page describes.
const PAGE: usize = 256;

/// The largest block that is read, decompressed.
const LARGEST: usize = 80 << 20;

/// How much work compression takes: 1 is the least, 10 the most.
const EFFORT: u8 = 6;

/// The number of an item: of a resolution and the first paragraph, or of a text and 0.
pub(crate) type ItemKey = (u32, u32);

/// The three sections that such items take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kind {
    pub(crate) top: Section,
    pub(crate) pages: Section,
    pub(crate) data: Section,
}

/// Records and paragraphs of resolutions.
pub(crate) const PASSAGES: Kind =
    Kind { top: Section::PassageTop, pages: Section::PassagePages, data: Section::Passages };

/// Texts without a resolution.
pub(crate) const TEXTS: Kind = Kind { top: Section::TextTop, pages: Section::TextPages, data: Section::Texts };

/// Writes items in rising order of their numbers.
#[derive(Debug)]
pub(crate) struct BlockWriter<W> {
    data: SectionWriter<W>,
    pages: SectionWriter<W>,
    top: Vec<u8>,
    page: Vec<u8>,
    /// Blocks in the page that is open, and what it led to before.
    open: usize,
    page_first: ItemKey,
    page_start: u64,
    last: ItemKey,
    block: Vec<u8>,
    first: ItemKey,
}

impl<W: Write> BlockWriter<W> {
    pub(crate) fn new(kind: Kind, data: W, pages: W) -> Self {
        Self {
            data: SectionWriter::new(kind.data, data),
            pages: SectionWriter::new(kind.pages, pages),
            top: Vec::new(),
            page: Vec::new(),
            open: 0,
            page_first: (0, 0),
            page_start: 0,
            last: (0, 0),
            block: Vec::new(),
            first: (0, 0),
        }
    }

    /// Adds an item.
    pub(crate) fn push(&mut self, key: ItemKey, item: &[u8]) -> io::Result<()> {
        if self.block.is_empty() {
            self.first = key;
        }
        scan::write(&mut self.block, u64::from(key.0));
        scan::write(&mut self.block, u64::from(key.1));
        scan::write(&mut self.block, item.len() as u64);
        self.block.extend_from_slice(item);
        if self.block.len() >= BLOCK { self.close() } else { Ok(()) }
    }

    fn close(&mut self) -> io::Result<()> {
        let length = self.data.chunk(&pack_bytes(&self.block))?;
        self.block.clear();
        if self.open == 0 {
            self.page_first = self.first;
            self.last = self.first;
        }
        write_key(&mut self.page, self.last, self.first);
        scan::write(&mut self.page, length);
        self.last = self.first;
        self.open += 1;
        if self.open == PAGE { self.close_page() } else { Ok(()) }
    }

    fn close_page(&mut self) -> io::Result<()> {
        let length = self.pages.chunk(&pack_bytes(&self.page))?;
        scan::write(&mut self.top, u64::from(self.page_first.0));
        scan::write(&mut self.top, u64::from(self.page_first.1));
        scan::write(&mut self.top, length);
        scan::write(&mut self.top, self.data.length() - self.page_start);
        self.page_start = self.data.length();
        self.page.clear();
        self.open = 0;
        Ok(())
    }

    /// Ends the sections: data, pages, and the bytes of the top.
    pub(crate) fn finish(mut self) -> io::Result<(SectionWriter<W>, SectionWriter<W>, Vec<u8>)> {
        if !self.block.is_empty() {
            self.close()?;
        }
        if self.open > 0 {
            self.close_page()?;
        }
        Ok((self.data, self.pages, self.top))
    }
}

/// Bytes compressed, behind their length.
fn pack_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    scan::write(&mut packed, bytes.len() as u64);
    packed.append(&mut compress_to_vec(bytes, EFFORT));
    packed
}

/// A number as the step from the one before: four times the paragraph, or the step to it in the same resolution, and the step
/// between resolutions, or 3 and then what it is more than that.
fn write_key(bytes: &mut Vec<u8>, before: ItemKey, key: ItemKey) {
    let step = u64::from(key.0.saturating_sub(before.0));
    let second = u64::from(if step == 0 { key.1.saturating_sub(before.1) } else { key.1 });
    scan::write(bytes, second << 2 | step.min(3));
    if step >= 3 {
        scan::write(bytes, step - 3);
    }
}

fn read_key(scan: &mut Scan, before: ItemKey) -> Option<ItemKey> {
    let number = scan.number()?;
    let second = u32::try_from(number >> 2).ok()?;
    let step = match number & 3 {
        3 => scan.small()?.checked_add(3)?,
        step => step as u32,
    };
    Some(if step == 0 { (before.0, before.1.checked_add(second)?) } else { (before.0.checked_add(step)?, second) })
}

/// A page of the top table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    first: ItemKey,
    at: u64,
    length: u64,
    data: u64,
}

/// Reads the top table.
pub(crate) fn decode_top(bytes: &[u8]) -> Option<Vec<Page>> {
    let mut scan = Scan::new(bytes);
    let mut pages = Vec::new();
    let (mut at, mut data) = (0u64, 0u64);
    while !scan.is_empty() {
        let first = (scan.small()?, scan.small()?);
        let length = scan.number()?;
        pages.push(Page { first, at, length, data });
        at = at.checked_add(length)?;
        data = data.checked_add(scan.number()?)?;
    }
    Some(pages)
}

impl Pack {
    /// The block that holds the item `key`, or the last one before it, decompressed.
    fn block_with(&self, kind: Kind, pages: &[Page], key: ItemKey) -> Option<Arc<[u8]>> {
        let page = pages.get(pages.partition_point(|page| page.first <= key).checked_sub(1)?)?;
        let chunk = self.unpacked(kind.pages, page.at, page.length)?;
        let mut scan = Scan::new(&chunk);
        let (mut first, mut at) = (page.first, page.data);
        let mut found = None;
        while !scan.is_empty() {
            first = read_key(&mut scan, first)?;
            if first > key {
                break;
            }
            let length = scan.number()?;
            found = Some((at, length));
            at = at.checked_add(length)?;
        }
        let (at, length) = found?;
        self.unpacked(kind.data, at, length)
    }

    /// Says that the pages of these items will be read.
    pub(super) fn want_pages(&self, kind: Kind) {
        for page in self.top(kind).unwrap_or(&[]) {
            self.want(kind.pages, page.at, page.length);
        }
    }

    /// A chunk that was compressed.
    fn unpacked(&self, section: Section, at: u64, length: u64) -> Option<Arc<[u8]>> {
        if let Some(block) = self.cached(section, at) {
            return Some(block);
        }
        let chunk: Cow<[u8]> = self.chunk(section, at, length)?;
        let mut scan = Scan::new(&chunk);
        let len = scan.small()? as usize;
        let block = (len <= LARGEST).then(|| decompress_to_vec_with_limit(scan.rest(), len).ok()).flatten();
        let Some(block) = block.filter(|block| block.len() == len) else {
            self.note_damage(section);
            return None;
        };
        Some(self.cache(section, at, block.into()))
    }

    /// Gives the last item up to `key` with the same first number to `read`.
    pub(crate) fn with_item<T>(&self, kind: Kind, key: ItemKey, read: impl FnOnce(ItemKey, &[u8]) -> T) -> Option<T> {
        let block = self.block_with(kind, self.top(kind)?, key)?;
        let mut items = Items { scan: Scan::new(&block) };
        let mut found = None;
        while let Some((held, item)) = items.next() {
            if held > key {
                break;
            }
            found = (held.0 == key.0).then_some((held, item));
        }
        found.map(|(held, item)| read(held, item))
    }

    /// Every item in order, given to `take` until it says `false`. `false` at the end where a block is missing or damaged.
    pub(crate) fn for_each_item(&self, kind: Kind, mut take: impl FnMut(ItemKey, &[u8]) -> bool) -> bool {
        let Some(pages) = self.top(kind) else { return false };
        for page in pages {
            let Some(chunk) = self.unpacked(kind.pages, page.at, page.length) else { return false };
            let mut scan = Scan::new(&chunk);
            let (mut first, mut at) = (page.first, page.data);
            while !scan.is_empty() {
                let Some((next, length)) = read_key(&mut scan, first).zip(scan.number()) else { return false };
                first = next;
                let Some(block) = self.unpacked(kind.data, at, length) else { return false };
                at += length;
                let mut items = Items { scan: Scan::new(&block) };
                while let Some((key, item)) = items.next() {
                    if !take(key, item) {
                        return true;
                    }
                }
            }
        }
        true
    }
}

struct Items<'a> {
    scan: Scan<'a>,
}

impl<'a> Items<'a> {
    fn next(&mut self) -> Option<(ItemKey, &'a [u8])> {
        let key = (self.scan.small()?, self.scan.small()?);
        let length = self.scan.small()? as usize;
        Some((key, self.scan.take(length)?))
    }
}

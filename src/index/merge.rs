//! Several packs made one, in memory that does not grow with them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, Write};
use std::ops::Range;

use super::blocks::{PASSAGES, TEXTS};
use super::format::Section;
use super::pack::Pack;
use super::passages::split_record;
use super::postings::{Postings, TermInfo};
use super::record::{DocId, Record};
use super::terms::Terms;
use super::write::{PackWriter, Piece};
use crate::error::{Error, ErrorKind};

/// Writes the resolutions and texts of several packs as one.
///
/// The result is the same as if all texts had been packed at once, apart from keys that two packs both
/// have. It costs one pass over the packs, and memory for a few numbers of each resolution.
///
/// # Errors
///
/// Those of the writers that `make` gives; `InvalidData` with a [`struct@Error`] inside where a pack is damaged.
pub fn merge_packs<W: Write>(
    packs: &[&Pack],
    mut progress: impl FnMut(u64),
    make: impl FnMut(Section) -> io::Result<W>,
) -> io::Result<(Vec<u8>, Vec<Piece<W>>)> {
    let mut to = PackWriter::new(make)?;
    let all: Vec<Range<DocId>> = packs.iter().map(|pack| 0..pack.doc_count()).collect();
    let docs = merge_docs(packs, &all, &mut progress, &mut to)?;
    merge_texts(packs, &mut to)?;
    merge_terms(packs, &docs, &mut progress, &mut to)?;
    for pack in packs {
        pack.check().map_err(io::Error::other)?;
    }
    to.finish()
}

/// Writes some of the resolutions of a pack as a pack of their own: those with these numbers, which count from the newest.
///
/// # Errors
///
/// As [`merge_packs`].
pub fn split_pack<W: Write>(
    pack: &Pack,
    numbers: Range<u32>,
    with_texts: bool,
    mut progress: impl FnMut(u64),
    make: impl FnMut(Section) -> io::Result<W>,
) -> io::Result<(Vec<u8>, Vec<Piece<W>>)> {
    let mut to = PackWriter::new(make)?;
    let docs = merge_docs(&[pack], &[numbers], &mut progress, &mut to)?;
    if with_texts {
        merge_texts(&[pack], &mut to)?;
    }
    merge_terms(&[pack], &docs, &mut progress, &mut to)?;
    pack.check().map_err(io::Error::other)?;
    to.finish()
}

fn damaged(section: Section) -> io::Error {
    io::Error::other(Error::new(ErrorKind::PackDamaged { part: section.name() }))
}

/// The number of a resolution that is left out.
const NONE: DocId = DocId::MAX;

/// The order of a resolution among those of all packs.
type Turn = Reverse<(Reverse<String>, String, usize, DocId)>;

/// The turn of a resolution of a pack, where there is one with this number.
fn turn_of(pack: &Pack, wanted: &Range<DocId>, number: usize, doc: DocId) -> io::Result<Option<Turn>> {
    if doc >= wanted.end.min(pack.doc_count()) {
        return Ok(None);
    }
    let (record, _) = pack.record(doc).ok_or_else(|| damaged(Section::Passages))?;
    let date = record.date.map_or_else(String::new, |(first, _)| first);
    Ok(Some(Reverse((Reverse(date), record.key, number, doc))))
}

/// Writes the resolutions of all packs in their common order, and gives each pack's new numbers.
fn merge_docs<W: Write>(
    packs: &[&Pack],
    wanted: &[Range<DocId>],
    progress: &mut impl FnMut(u64),
    to: &mut PackWriter<W>,
) -> io::Result<Vec<Vec<DocId>>> {
    // Those that are not wanted have no number.
    let mut docs: Vec<Vec<DocId>> = packs.iter().map(|pack| vec![NONE; pack.doc_count() as usize]).collect();
    let mut heap: BinaryHeap<Turn> = BinaryHeap::new();
    for (number, (pack, wanted)) in packs.iter().zip(wanted).enumerate() {
        heap.extend(turn_of(pack, wanted, number, wanted.start)?);
    }
    while let Some(Reverse((.., number, doc))) = heap.pop() {
        let Some((pack, wanted)) = packs.get(number).zip(wanted.get(number)) else { continue };
        let (record, units, words) = read_counts(pack, doc)?;
        let merged = to.doc(&record, units, words);
        if let Some(slot) = docs.get_mut(number).and_then(|docs| docs.get_mut(doc as usize)) {
            *slot = merged;
        }
        let mut written = Ok(());
        pack.for_each_item_of(doc, |paragraph, item| {
            written = to.part(merged, paragraph, item);
            progress(item.len() as u64);
            written.is_ok()
        })
        .ok_or_else(|| damaged(Section::Passages))?;
        written?;
        heap.extend(turn_of(pack, wanted, number, doc + 1)?);
    }
    Ok(docs)
}

/// The record of a resolution, and how many paragraphs and words it counts.
fn read_counts(pack: &Pack, doc: DocId) -> io::Result<(Record, u32, u64)> {
    let counts = pack.with_item(PASSAGES, (doc, 0), |_, item| split_record(item)).flatten();
    counts.ok_or_else(|| damaged(Section::Passages))
}

fn merge_texts<W: Write>(packs: &[&Pack], to: &mut PackWriter<W>) -> io::Result<()> {
    for pack in packs.iter().filter(|pack| pack.text_count() > 0) {
        let mut written = Ok(());
        let whole = pack.for_each_item(TEXTS, |_, item| {
            written = to.text(item);
            written.is_ok()
        });
        written?;
        if !whole {
            return Err(damaged(Section::Texts));
        }
    }
    Ok(())
}

fn merge_terms<W: Write>(
    packs: &[&Pack],
    docs: &[Vec<DocId>],
    progress: &mut impl FnMut(u64),
    to: &mut PackWriter<W>,
) -> io::Result<()> {
    let mut cursors: Vec<Terms> = Vec::with_capacity(packs.len());
    for pack in packs {
        cursors.push(pack.terms_from("").ok_or_else(|| damaged(Section::TermsIndex))?);
    }
    let mut heap: BinaryHeap<Reverse<(String, usize)>> = BinaryHeap::new();
    let mut infos: Vec<Option<TermInfo>> = vec![None; packs.len()];
    for (number, cursor) in cursors.iter_mut().enumerate() {
        advance(cursor, number, &mut infos, &mut heap);
    }
    let mut same: Vec<usize> = Vec::new();
    while let Some(Reverse((term, number))) = heap.pop() {
        same.clear();
        same.push(number);
        while heap.peek().is_some_and(|Reverse((next, _))| *next == term) {
            same.extend(heap.pop().map(|Reverse((_, number))| number));
        }
        let mut lists: Vec<Source> = Vec::with_capacity(same.len());
        for &number in &same {
            if let (Some(pack), Some(&Some(info)), Some(docs)) =
                (packs.get(number), infos.get(number), docs.get(number))
            {
                progress(u64::from(info.count));
                lists.push(Source { list: pack.postings(info), docs });
            }
        }
        merge_lists(&mut lists, &term, to)?;
        for &number in &same {
            if let Some(cursor) = cursors.get_mut(number) {
                advance(cursor, number, &mut infos, &mut heap);
            }
        }
    }
    Ok(())
}

fn advance(
    cursor: &mut Terms,
    number: usize,
    infos: &mut [Option<TermInfo>],
    heap: &mut BinaryHeap<Reverse<(String, usize)>>,
) {
    let next = cursor.next();
    if next.is_some() {
        heap.push(Reverse((cursor.term().to_owned(), number)));
    }
    if let Some(slot) = infos.get_mut(number) {
        *slot = next;
    }
}

/// A list of one of the packs, with that pack's new numbers.
struct Source<'a> {
    list: Postings<'a>,
    docs: &'a [DocId],
}

impl Source<'_> {
    fn next(&mut self, number: usize) -> Option<Reverse<(DocId, u32, usize, u8)>> {
        loop {
            let found = self.list.next()?;
            let doc = *self.docs.get(found.doc as usize)?;
            if doc != NONE {
                return Some(Reverse((doc, found.paragraph, number, found.level)));
            }
        }
    }
}

fn merge_lists<W: Write>(lists: &mut [Source], term: &str, to: &mut PackWriter<W>) -> io::Result<()> {
    let mut heap: BinaryHeap<Reverse<(DocId, u32, usize, u8)>> = BinaryHeap::new();
    for (number, list) in lists.iter_mut().enumerate() {
        heap.extend(list.next(number));
    }
    let mut first = None;
    let mut positions = Vec::new();
    while let Some(Reverse((doc, paragraph, number, level))) = heap.pop() {
        let Some(source) = lists.get_mut(number) else { continue };
        first.get_or_insert(doc);
        source.list.positions(&mut positions);
        to.posting((doc, paragraph), level, &positions)?;
        heap.extend(source.next(number));
    }
    first.map_or(Ok(()), |first| to.term(term, first))
}

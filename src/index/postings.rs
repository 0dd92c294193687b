//! The list of paragraphs that hold a term, read from a pack group by group.

use std::borrow::Cow;

use super::format::Section;
use super::lists::{GROUP, INLINE};
use super::pack::Pack;
use super::scan::Scan;

/// Where a term of a pack stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TermInfo {
    /// In how many paragraphs.
    pub(crate) count: u32,
    pub(super) place: Place,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// In the dictionary itself.
    Inline { bytes: [u8; INLINE], postings: u8, length: u8 },
    /// In the section for lists, the positions behind the groups and their table.
    Apart { postings: u64, length: u64, table: u64, positions: u64, positions_length: u64 },
}

/// A paragraph that holds a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    /// The resolution.
    pub(crate) doc: u32,
    /// Which of its paragraphs.
    pub(crate) paragraph: u32,
    /// What the paragraph counts for the term; see [`super::level`].
    pub(crate) level: u8,
}

#[derive(Clone, Copy, Debug)]
struct Group {
    last: u32,
    at: u64,
    length: u64,
    positions: u64,
    positions_length: u64,
    high: u8,
}

/// A place in a list. Groups that are missing or damaged are passed over, and noted by the pack.
#[derive(Debug)]
pub(crate) struct Postings<'a> {
    pack: &'a Pack,
    info: TermInfo,
    groups: Vec<Group>,
    /// The next group to be read.
    next: usize,
    /// The group that was read.
    held: Vec<Posting>,
    /// The next paragraph of the group that was read.
    at: usize,
    positions: Option<Cow<'a, [u8]>>,
    /// Where in `positions` those of which paragraph begin.
    reached: (usize, usize),
}

impl<'a> Postings<'a> {
    pub(super) fn new(pack: &'a Pack, info: TermInfo) -> Self {
        let groups = match info.place {
            Place::Inline { .. } => {
                vec![Group { last: u32::MAX, at: 0, length: 0, positions: 0, positions_length: 0, high: 15 }]
            }
            Place::Apart { postings, length, table: 0, positions, positions_length } => {
                vec![Group { last: u32::MAX, at: postings, length, positions, positions_length, high: 15 }]
            }
            Place::Apart { postings, length, table, positions, .. } => {
                let count = (info.count as usize).div_ceil(GROUP);
                pack.chunk(Section::Postings, (postings + length).saturating_sub(table), table)
                    .and_then(|bytes| {
                        let groups = read_table(&bytes, count, postings, positions);
                        if groups.is_none() {
                            pack.note_damage(Section::Postings);
                        }
                        groups
                    })
                    .unwrap_or_default()
            }
        };
        Self { pack, info, groups, next: 0, held: Vec::new(), at: 0, positions: None, reached: (0, 0) }
    }

    /// The next paragraph.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<Posting> {
        while self.at >= self.held.len() {
            self.read_group()?;
        }
        self.at += 1;
        self.current()
    }

    /// The paragraphs of the next group that were not given yet, which counts them as given.
    pub(crate) fn next_group(&mut self) -> Option<&[Posting]> {
        while self.at >= self.held.len() {
            self.read_group()?;
        }
        let rest = self.held.get(self.at..)?;
        self.at = self.held.len();
        Some(rest)
    }

    /// The paragraph given last.
    #[inline]
    pub(crate) fn current(&self) -> Option<Posting> {
        self.held.get(self.at.checked_sub(1)?).copied()
    }

    /// Whether this paragraph is among those not read yet.
    pub(crate) fn holds(&mut self, doc: u32, paragraph: u32) -> bool {
        self.seek(doc, paragraph).is_some_and(|found| (found.doc, found.paragraph) == (doc, paragraph))
    }

    /// The first paragraph from this one on, of those not read yet.
    pub(crate) fn seek(&mut self, doc: u32, paragraph: u32) -> Option<Posting> {
        if self.held.last().is_none_or(|last| last.doc < doc) {
            self.held.clear();
            self.at = 0;
            let rest = self.groups.get(self.next..).unwrap_or(&[]);
            self.next += rest.partition_point(|group| group.last < doc);
        }
        let place = |doc: u32, paragraph: u32| u64::from(doc) << 32 | u64::from(paragraph);
        let wanted = place(doc, paragraph);
        let is_before = |held: &Posting| place(held.doc, held.paragraph) < wanted;
        loop {
            while self.at >= self.held.len() {
                self.read_group()?;
            }
            let rest = self.held.get(self.at..).unwrap_or(&[]);
            // What is wanted is mostly near.
            let near = rest.iter().take(16).take_while(|held| is_before(held)).count();
            self.at += if near < 16 { near } else { rest.partition_point(is_before) };
            if self.at < self.held.len() {
                self.at += 1;
                return self.current();
            }
        }
    }

    /// Passes over groups that hold no resolution for which `holds`, given the first that one may hold
    /// and the last, is true; they are then never read.
    pub(crate) fn skip_groups(&mut self, mut holds: impl FnMut(u32, u32, u8) -> bool) {
        if self.at < self.held.len() {
            return;
        }
        while let Some(group) = self.groups.get(self.next) {
            let first =
                self.next.checked_sub(1).and_then(|before| self.groups.get(before)).map_or(0, |group| group.last);
            if holds(first, group.last, group.high) {
                return;
            }
            self.next += 1;
        }
    }

    /// Whether the next paragraph is in a group that was not read yet.
    pub(crate) const fn is_at_group(&self) -> bool {
        self.at >= self.held.len()
    }

    /// Where the term stands in the paragraph given last, in words from its beginning, rising.
    pub(crate) fn positions(&mut self, out: &mut Vec<u32>) {
        out.clear();
        let Some(wanted) = self.at.checked_sub(1) else { return };
        if self.positions.is_none() {
            self.positions = self.read_positions();
            self.reached = (0, 0);
        }
        let Some(bytes) = self.positions.as_deref() else { return };
        if self.reached.0 > wanted {
            self.reached = (0, 0);
        }
        let mut scan = Scan::new(bytes.get(self.reached.1..).unwrap_or(&[]));
        scan.skip_rows(wanted - self.reached.0);
        let mut position = 0u32;
        while let Some(step) = scan.number() {
            position = position.saturating_add((step >> 1) as u32);
            out.push(position);
            if step & 1 == 0 {
                break;
            }
        }
        self.reached = (wanted + 1, bytes.len() - scan.rest().len());
    }

    fn read_positions(&self) -> Option<Cow<'a, [u8]>> {
        match self.info.place {
            Place::Inline { bytes, postings, length } => {
                Some(Cow::Owned(bytes.get(usize::from(postings)..usize::from(length))?.to_vec()))
            }
            Place::Apart { .. } => {
                let group = self.groups.get(self.next.checked_sub(1)?)?;
                if group.positions_length == 0 {
                    return None;
                }
                self.pack.chunk(Section::Postings, group.positions, group.positions_length)
            }
        }
    }

    /// Reads the next group; `None` where there is none left.
    fn read_group(&mut self) -> Option<()> {
        let group = *self.groups.get(self.next)?;
        let first = self.next.checked_sub(1).and_then(|before| self.groups.get(before)).map_or(0, |group| group.last);
        let count = (self.info.count as usize).saturating_sub(self.next * GROUP).min(GROUP);
        self.next += 1;
        self.at = 0;
        self.held.clear();
        self.positions = None;
        let own;
        let chunk;
        let bytes: &[u8] = match &self.info.place {
            Place::Inline { bytes, postings, .. } => {
                own = *bytes;
                own.get(..usize::from(*postings)).unwrap_or(&[])
            }
            Place::Apart { .. } => match self.pack.chunk(Section::Postings, group.at, group.length) {
                Some(found) => {
                    chunk = found;
                    &chunk
                }
                None => return Some(()),
            },
        };
        if self.decode(bytes, first, count).is_none() {
            self.held.clear();
            self.pack.note_damage(Section::Postings);
        }
        Some(())
    }

    fn decode(&mut self, bytes: &[u8], first: u32, count: usize) -> Option<()> {
        let (levels, steps) = bytes.split_at_checked(count.div_ceil(2))?;
        let (mut doc, mut paragraph) = (first, 0u32);
        let mut rest = steps;
        self.held.resize(count, Posting { doc: 0, paragraph: 0, level: 0 });
        for (pair, &levels) in self.held.chunks_mut(2).zip(levels) {
            let mut level = levels;
            for slot in pair {
                match rest.split_first() {
                    // A short step within a resolution, as most are.
                    Some((&step, behind)) if step & 0x81 == 0 => {
                        paragraph = paragraph.checked_add(u32::from(step >> 1))?;
                        rest = behind;
                    }
                    _ => {
                        let mut scan = Scan::new(rest);
                        let step = scan.number()?;
                        if step & 1 == 1 {
                            doc = doc.checked_add((step >> 1) as u32)?;
                            paragraph = scan.small()?;
                        } else {
                            paragraph = paragraph.checked_add((step >> 1) as u32)?;
                        }
                        rest = scan.rest();
                    }
                }
                *slot = Posting { doc, paragraph, level: level & 15 };
                level >>= 4;
            }
        }
        (rest.is_empty() && doc < self.pack.doc_count()).then_some(())
    }
}

fn read_table(bytes: &[u8], count: usize, postings: u64, positions: u64) -> Option<Vec<Group>> {
    let mut scan = Scan::new(bytes);
    let mut groups = Vec::new();
    let (mut last, mut at, mut positions) = (0u32, postings, positions);
    for _ in 0..count {
        last = last.checked_add(scan.small()?)?;
        let (length, positions_length) = (scan.number()?, scan.number()?);
        groups.push(Group { last, at, length, positions, positions_length, high: scan.byte()? });
        at = at.checked_add(length)?;
        positions = positions.checked_add(positions_length)?;
    }
    scan.is_empty().then_some(groups)
}

//! Words that stand one after the other, found in the lists of their places.

use super::forms::{Form, Nearness};
use super::sets::DocSet;
use super::shelf::Shelf;
use crate::index::{DocId, Pack, Posting, Postings, TermInfo};
use crate::text::sort_by_key;

/// What becomes of paragraphs that may hold a phrase.
pub(super) trait TakePhrase {
    /// Whether it is worth looking where in a paragraph the words stand, which all of them do.
    fn wants(&mut self, found: Posting) -> bool;

    /// Takes a paragraph that holds the phrase, and how near its forms are.
    fn take(&mut self, found: Posting, nearness: Nearness);
}

/// Reads a list over the resolutions of a set.
pub(super) struct Reader<'a> {
    list: Postings<'a>,
    /// `None` for every resolution.
    within: Option<&'a DocSet>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(pack: &'a Pack, info: TermInfo, within: Option<&'a DocSet>) -> Self {
        Self { list: pack.postings(info), within }
    }

    /// The next paragraph of a resolution in the set.
    #[inline]
    pub(super) fn next(&mut self) -> Option<Posting> {
        let Some(within) = self.within else { return self.list.next() };
        loop {
            if self.list.is_at_group() {
                self.list.skip_groups(|first, last, _| within.next_from(first).is_some_and(|next| next <= last));
            }
            let found = self.list.next()?;
            if within.contains(found.doc) {
                return Some(found);
            }
        }
    }

    /// Gives every paragraph of a resolution in the set to `take`.
    pub(super) fn for_each(&mut self, mut take: impl FnMut(Posting)) {
        loop {
            if let Some(within) = self.within {
                self.list.skip_groups(|first, last, _| within.next_from(first).is_some_and(|next| next <= last));
            }
            let Some(group) = self.list.next_group() else { return };
            match self.within {
                None => group.iter().for_each(|found| take(*found)),
                Some(within) => {
                    group.iter().filter(|found| within.contains(found.doc)).for_each(|found| take(*found));
                }
            }
        }
    }

    /// The first such paragraph from this one on, of those not read yet.
    pub(super) fn seek(&mut self, doc: DocId, paragraph: u32) -> Option<Posting> {
        let found = self.list.seek(doc, paragraph)?;
        if self.within.is_none_or(|within| within.contains(found.doc)) { Some(found) } else { self.next() }
    }

    /// Where the term stands in the paragraph given last.
    pub(super) fn positions(&mut self, out: &mut Vec<u32>) {
        self.list.positions(out);
    }
}

/// One word of a phrase: a list that is read as it is needed, or several lists read beforehand.
enum Slot<'a> {
    One { reader: Box<Reader<'a>>, nearness: Nearness, at: Option<Posting>, positions: Vec<u32>, has_positions: bool },
    Several { places: Vec<(Posting, Vec<u32>, Nearness)>, at: usize },
}

const fn place(posting: Posting) -> (DocId, u32) {
    (posting.doc, posting.paragraph)
}

impl<'a> Slot<'a> {
    fn new(pack: &'a Pack, terms: &[(TermInfo, Nearness)], within: Option<&'a DocSet>) -> Self {
        match terms {
            [(info, nearness)] => Self::One {
                reader: Box::new(Reader::new(pack, *info, within)),
                nearness: *nearness,
                at: None,
                positions: Vec::new(),
                has_positions: false,
            },
            _ => Self::Several { places: read_whole(pack, terms, within), at: 0 },
        }
    }

    /// The first paragraph from `wanted` on that has the word.
    fn seek(&mut self, wanted: (DocId, u32)) -> Option<Posting> {
        match self {
            Self::One { reader, at, has_positions, .. } => {
                if let Some(held) = *at
                    && place(held) >= wanted
                {
                    return Some(held);
                }
                *has_positions = false;
                *at = reader.seek(wanted.0, wanted.1);
                *at
            }
            Self::Several { places, at } => {
                while place(places.get(*at)?.0) < wanted {
                    *at += 1;
                }
                places.get(*at).map(|held| held.0)
            }
        }
    }

    /// Where the word stands in the paragraph sought last, read only when it is asked for.
    fn positions(&mut self) -> &[u32] {
        match self {
            Self::One { reader, positions, has_positions, .. } => {
                if !*has_positions {
                    reader.positions(positions);
                    *has_positions = true;
                }
                positions
            }
            Self::Several { places, at } => places.get(*at).map_or(&[], |held| &held.1),
        }
    }

    fn nearness(&self) -> Nearness {
        match self {
            Self::One { nearness, .. } => *nearness,
            Self::Several { places, at } => places.get(*at).map_or(Nearness::Exact, |held| held.2),
        }
    }
}

/// Gives every paragraph that has a term of each slot, one position after the other, to `take`.
///
/// The rarest word leads; a paragraph is given up at the first word that does not follow. The level is the least of its
/// words', since a phrase is never more frequent than one of them.
pub(super) fn find_phrases(
    shelf: &Shelf,
    at: usize,
    slots: &[Vec<Form>],
    within: Option<&DocSet>,
    take: &mut impl TakePhrase,
) {
    let mut order: Vec<(u64, u32, Slot)> = Vec::with_capacity(slots.len());
    for (forms, number) in slots.iter().zip(0..) {
        let terms: Vec<(TermInfo, Nearness)> =
            forms.iter().filter_map(|form| Some((form.infos.get(at).copied()??, form.nearness))).collect();
        if terms.is_empty() {
            return;
        }
        let size = terms.iter().map(|(info, _)| u64::from(info.count)).sum();
        order.push((size, number, Slot::new(shelf.pack, &terms, within)));
    }
    sort_by_key(&mut order, |&(size, place, _)| (size, place));
    // The walk ends with the first list that ends.
    let _ = walk(&mut order, take);
}

fn walk(order: &mut [(u64, u32, Slot)], take: &mut impl TakePhrase) -> Option<()> {
    let ((_, first_place, first), rest) = order.split_first_mut()?;
    let mut starts: Vec<u32> = Vec::new();
    let mut wanted = (0, 0);
    'units: loop {
        let mut found = first.seek(wanted)?;
        wanted = (found.doc, found.paragraph + 1);
        // The others can only lower the level.
        if !take.wants(found) {
            continue;
        }
        for (_, _, slot) in rest.iter_mut() {
            let other = slot.seek(place(found))?;
            if place(other) > place(found) {
                wanted = place(other);
                continue 'units;
            }
            found.level = found.level.min(other.level);
        }
        if !take.wants(found) {
            continue;
        }
        // Only where all words stand in the paragraph is it looked at where.
        starts.clear();
        starts.extend(first.positions().iter().filter_map(|position| position.checked_sub(*first_place)));
        let mut nearness = first.nearness();
        for (_, place, slot) in rest.iter_mut() {
            let positions = slot.positions();
            starts.retain(|start| positions.binary_search(&(start + *place)).is_ok());
            if starts.is_empty() {
                continue 'units;
            }
            nearness = nearness.max(slot.nearness());
        }
        if !starts.is_empty() {
            take.take(found, nearness);
        }
    }
}

/// Every place of any of the terms, with the positions of all of them together.
fn read_whole(
    pack: &Pack,
    terms: &[(TermInfo, Nearness)],
    within: Option<&DocSet>,
) -> Vec<(Posting, Vec<u32>, Nearness)> {
    let mut all: Vec<(Posting, Vec<u32>, Nearness)> = Vec::new();
    for &(info, nearness) in terms {
        let mut reader = Reader::new(pack, info, within);
        while let Some(found) = reader.next() {
            let mut positions = Vec::new();
            reader.positions(&mut positions);
            all.push((found, positions, nearness));
        }
    }
    sort_by_key(&mut all, |held| (place(held.0), held.2));
    all.dedup_by(|next, kept| {
        let same = place(next.0) == place(kept.0);
        if same {
            kept.0.level = kept.0.level.max(next.0.level);
            kept.1.append(&mut next.1);
            kept.1.sort_unstable();
        }
        same
    });
    all
}

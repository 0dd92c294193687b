//! Words that stand one after the other, found in the lists of their places.

use super::forms::Nearness;
use super::sets::DocSet;
use crate::index::{Cursor, Index, Postings, TermId, Unit, UnitId};
use crate::text::{sort, sort_by_key};

/// Takes a paragraph, the positions at which a phrase begins in it, and how near its forms are.
pub(super) type TakePhrase<'a> = &'a mut dyn FnMut(UnitId, &[u32], Nearness);

/// Reads a list of postings over the resolutions of a set.
pub(super) struct Reader<'a> {
    index: &'a Index,
    within: &'a DocSet,
    cursor: Option<Cursor<'a>>,
    /// Where the term stands in the paragraph read last.
    pub(super) positions: Vec<u32>,
}

/// From how many paragraphs on a list is skipped rather than read.
const FAR: u32 = 64;

impl<'a> Reader<'a> {
    pub(super) fn new(index: &'a Index, term: TermId, within: &'a DocSet) -> Self {
        Self { index, within, cursor: index.postings(term).map(Postings::cursor), positions: Vec::new() }
    }

    /// The next paragraph of a resolution in the set.
    pub(super) fn next(&mut self) -> Option<(UnitId, &'a Unit)> {
        let cursor = self.cursor.as_mut()?;
        loop {
            let at = cursor.next(&mut self.positions)?;
            let unit = self.index.unit(at)?;
            if self.within.contains(unit.doc) {
                return Some((at, unit));
            }
            let next = self.within.next_from(unit.doc)?;
            let start = self.index.record(next)?.units.start;
            if start > at + FAR {
                cursor.skip_to(start);
            }
        }
    }

    /// The first such paragraph from `wanted` on, of those not read yet.
    pub(super) fn seek(&mut self, wanted: UnitId) -> Option<(UnitId, &'a Unit)> {
        self.cursor.as_mut()?.skip_to(wanted);
        loop {
            let found = self.next()?;
            if found.0 >= wanted {
                return Some(found);
            }
        }
    }
}

/// One word of a phrase: a list that is read as it is needed, or several lists read beforehand.
enum Slot<'a> {
    One { reader: Reader<'a>, at: Option<UnitId> },
    Several { places: Vec<(UnitId, Vec<u32>, Nearness)>, at: usize },
}

impl<'a> Slot<'a> {
    fn new(index: &'a Index, terms: &[(TermId, Nearness)], within: &'a DocSet) -> Self {
        match terms {
            [(term, _)] => Self::One { reader: Reader::new(index, *term, within), at: None },
            _ => Self::Several { places: read_whole(index, terms, within), at: 0 },
        }
    }

    /// The first paragraph from `wanted` on that has the word.
    fn seek(&mut self, wanted: UnitId) -> Option<UnitId> {
        match self {
            Self::One { reader, at } => {
                if let Some(at) = *at
                    && at >= wanted
                {
                    return Some(at);
                }
                let near = at.is_some_and(|at| wanted - at <= FAR);
                let mut found = if near { reader.next()?.0 } else { reader.seek(wanted)?.0 };
                while found < wanted {
                    found = reader.next()?.0;
                }
                *at = Some(found);
                *at
            }
            Self::Several { places, at } => {
                while places.get(*at)?.0 < wanted {
                    *at += 1;
                }
                places.get(*at).map(|place| place.0)
            }
        }
    }

    /// Where the word stands in the paragraph sought last.
    fn positions(&self) -> &[u32] {
        match self {
            Self::One { reader, .. } => &reader.positions,
            Self::Several { places, at } => places.get(*at).map_or(&[], |place| &place.1),
        }
    }

    fn nearness(&self) -> Nearness {
        match self {
            Self::One { .. } => Nearness::Exact,
            Self::Several { places, at } => places.get(*at).map_or(Nearness::Exact, |place| place.2),
        }
    }
}

/// Gives every paragraph that has a term of each slot, one position after the other, to `take`.
///
/// The rarest word leads; a paragraph is given up at the first word that does not follow.
pub(super) fn find_phrases(index: &Index, slots: &[Vec<(TermId, Nearness)>], within: &DocSet, take: TakePhrase) {
    if slots.iter().any(Vec::is_empty) {
        return;
    }
    let size = |terms: &[(TermId, Nearness)]| terms.iter().map(|&(term, _)| u64::from(index.count(term))).sum::<u64>();
    let mut order: Vec<(u64, u32, Slot)> =
        slots.iter().zip(0u32..).map(|(terms, place)| (size(terms), place, Slot::new(index, terms, within))).collect();
    sort_by_key(&mut order, |&(size, place, _)| (size, place));
    // The walk ends with the first list that ends.
    let _ = walk(&mut order, take);
}

fn walk(order: &mut [(u64, u32, Slot)], take: TakePhrase) -> Option<()> {
    let ((_, first_place, first), rest) = order.split_first_mut()?;
    let mut starts: Vec<u32> = Vec::new();
    let mut wanted: UnitId = 0;
    'units: loop {
        let unit = first.seek(wanted)?;
        wanted = unit + 1;
        starts.clear();
        starts.extend(first.positions().iter().filter_map(|position| position.checked_sub(*first_place)));
        let mut nearness = first.nearness();
        for (_, place, slot) in rest.iter_mut() {
            let found = slot.seek(unit)?;
            if found > unit {
                wanted = found;
                continue 'units;
            }
            let positions = slot.positions();
            starts.retain(|start| positions.binary_search(&(start + *place)).is_ok());
            if starts.is_empty() {
                continue 'units;
            }
            nearness = nearness.max(slot.nearness());
        }
        if !starts.is_empty() {
            take(unit, &starts, nearness);
        }
    }
}

/// Every place of any of the terms, with the positions of all of them together.
fn read_whole(index: &Index, terms: &[(TermId, Nearness)], within: &DocSet) -> Vec<(UnitId, Vec<u32>, Nearness)> {
    let mut all: Vec<(UnitId, Vec<u32>, Nearness)> = Vec::new();
    for &(term, nearness) in terms {
        let mut reader = Reader::new(index, term, within);
        while let Some((unit, _)) = reader.next() {
            all.push((unit, reader.positions.clone(), nearness));
        }
    }
    sort_by_key(&mut all, |held| (held.0, held.2));
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1.append(&mut next.1);
            sort(&mut kept.1);
        }
        same
    });
    all
}

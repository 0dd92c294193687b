//! How closely the words of a query stand together in the best results.

use super::ast::Scope;
use super::forms::Form;
use super::places::Looked;
use super::shelf::Shelf;
use crate::index::{DocId, Postings};

/// Words with more forms than this are not measured: a beginning may stand for hundreds.
const MOST_FORMS: usize = 32;

/// A place in a paragraph: the number of the word, and of the thing looked up.
pub(super) type Stand = (u32, u32);

/// Which of the things looked up are measured, among this many paragraphs.
pub(super) fn measured(looked: &[&Looked], units: u64) -> Vec<bool> {
    let rarest = looked.iter().map(|looked| looked.weight).max().unwrap_or(0);
    let is_everywhere = |looked: &Looked| u64::from(looked.most) * 12 > units;
    let are_all = looked.iter().all(|looked| is_everywhere(looked));
    let is_measured = |looked: &&Looked| {
        matches!(looked.scope, Scope::Anywhere | Scope::Title)
            && looked.slots.iter().all(|slot| slot.len() <= MOST_FORMS)
            // Beside rarer words, those that stand everywhere say nothing, and their lists are the longest.
            && looked.weight.saturating_mul(6) >= rarest
            && (are_all || !is_everywhere(looked))
    };
    looked.iter().map(is_measured).collect()
}

/// Where the things looked up that are measured stand in each of these paragraphs, which rise.
pub(super) fn find_stands(
    shelf: &Shelf,
    at: usize,
    looked: &[&Looked],
    measured: &[bool],
    units: &[(DocId, u32)],
) -> Vec<Vec<Stand>> {
    let mut stands: Vec<Vec<Stand>> = vec![Vec::new(); units.len()];
    for ((looked, number), _) in looked.iter().zip(0..).zip(measured).filter(|(_, measured)| **measured) {
        let mut slots: Vec<Vec<Postings>> = looked.slots.iter().map(|slot| lists_of(shelf, at, slot)).collect();
        let (mut starts, mut positions) = (Vec::new(), Vec::new());
        for (&(doc, paragraph), stands) in units.iter().zip(&mut stands) {
            starts.clear();
            for (place, lists) in (0u32..).zip(&mut slots) {
                let mut here: Vec<u32> = Vec::new();
                for list in lists {
                    let held = list.current().filter(|held| (held.doc, held.paragraph) >= (doc, paragraph));
                    let found = held.or_else(|| list.seek(doc, paragraph));
                    if found.is_some_and(|found| (found.doc, found.paragraph) == (doc, paragraph)) {
                        list.positions(&mut positions);
                        here.append(&mut positions);
                    }
                }
                here.sort_unstable();
                if place == 0 {
                    starts = here;
                } else {
                    starts.retain(|start| here.binary_search(&(start + place)).is_ok());
                }
            }
            stands.extend(starts.iter().map(|&start| (start, number)));
        }
    }
    for stands in &mut stands {
        stands.sort_unstable();
    }
    stands
}

fn lists_of<'a>(shelf: &Shelf<'a>, at: usize, slot: &[Form]) -> Vec<Postings<'a>> {
    slot.iter().filter_map(|form| Some(shelf.pack.postings(form.infos.get(at).copied()??))).collect()
}

/// The number of words from the first to the last in the narrowest stretch that holds one of each of the things
/// that occur, and how many those are.
pub(super) fn narrowest(stands: &[Stand]) -> Option<(u32, u32)> {
    let mut kinds: Vec<u32> = stands.iter().map(|&(_, looked)| looked).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let mut last: Vec<Option<u32>> = vec![None; kinds.len()];
    let mut best: Option<u32> = None;
    for &(position, looked) in stands {
        if let Ok(at) = kinds.binary_search(&looked)
            && let Some(slot) = last.get_mut(at)
        {
            *slot = Some(position);
        }
        if let Some(first) = last.iter().copied().min().flatten() {
            let width = position - first + 1;
            best = Some(best.map_or(width, |best| best.min(width)));
        }
    }
    best.map(|width| (width, kinds.len() as u32))
}

/// How far apart two words may stand to be neighbours still.
const NEAR: u32 = 8;

/// How much of the order of `count` things, as they were typed, these stands keep, in 1024ths: half of it which of them
/// there are, half how near each stands to the one typed before it, a neighbour on the wrong side counting half.
pub(super) fn in_order(stands: &[Stand], count: u32) -> u32 {
    let mut seen = vec![false; count as usize];
    let mut near = vec![0u32; count as usize];
    for (at, &(position, looked)) in stands.iter().enumerate() {
        if let Some(seen) = seen.get_mut(looked as usize) {
            *seen = true;
        }
        let beside = stands.get(at + 1..).unwrap_or(&[]).iter();
        for &(other, after) in beside.take_while(|&&(other, _)| other - position <= NEAR) {
            let gap = (other - position).max(1);
            let (slot, part) = if after == looked + 1 {
                (after, 1024 / gap)
            } else if looked == after + 1 {
                (looked, 512 / gap)
            } else {
                continue;
            };
            if let Some(near) = near.get_mut(slot as usize) {
                *near = (*near).max(part);
            }
        }
    }
    let seen = seen.into_iter().filter(|&seen| seen).count() as u32 * 1024 / count.max(1);
    let near = near.iter().sum::<u32>() / count.saturating_sub(1).max(1);
    u32::midpoint(seen, near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_the_narrowest_stretch() {
        assert_eq!(narrowest(&[(0, 0), (10, 1), (12, 0)]), Some((3, 2)));
        assert_eq!(narrowest(&[(4, 2)]), Some((1, 1)));
        assert_eq!(narrowest(&[]), None);
    }

    #[test]
    fn measures_the_order_that_is_kept() {
        assert_eq!(in_order(&[(3, 0), (4, 1), (5, 2)], 3), 1024);
        assert_eq!(in_order(&[(3, 2), (4, 1), (5, 0)], 3), 768);
        assert_eq!(in_order(&[(3, 0), (5, 1)], 3), 682_u32.midpoint(256));
        assert_eq!(in_order(&[(3, 0), (90, 1)], 2), 512);
        assert_eq!(in_order(&[], 2), 0);
    }
}

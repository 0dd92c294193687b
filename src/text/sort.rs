//! Sorting by one routine for every type.
//!
//! The standard library's sorts are compiled anew for each type and each order, some five kilobytes
//! of wasm a time, and the core sorts in sixty places. Here places are sorted by one routine that asks for
//! each comparison through a pointer, and the items are then moved once. Rows of plain numbers, of which
//! there are many long ones, are left to the standard library.

use std::cmp::Ordering;

/// Sorts by `compare`, equals in the order in which they stand. *O*(*n* log *n*), eight bytes an item.
pub(crate) fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut by_place = |a: u32, b: u32| match (items.get(a as usize), items.get(b as usize)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let Some(mut order) = order_of(items.len(), &mut by_place) else { return };
    for start in 0..items.len() {
        let mut place = start;
        while let Some(slot) = order.get_mut(place) {
            let from = *slot as usize;
            *slot = place as u32;
            if from == start || from == place {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// Sorts by a key, equals in the order in which they stand.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by the order of the type.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// For each place where its item stands now; `None` where every item is in its place.
fn order_of(count: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Option<Vec<u32>> {
    let count = count as u32;
    if (1..count).all(|place| compare(place - 1, place) != Ordering::Greater) {
        return None;
    }
    let mut order: Vec<u32> = (0..count).collect();
    let mut merged = order.clone();
    let mut length = 1;
    while length < order.len() {
        for (two, slots) in order.chunks(2 * length).zip(merged.chunks_mut(2 * length)) {
            let (left, right) = two.split_at(length.min(two.len()));
            merge(left, right, slots, compare);
        }
        std::mem::swap(&mut order, &mut merged);
        length *= 2;
    }
    Some(order)
}

/// Merges two rows that are in order, equals of the left before those of the right.
fn merge(left: &[u32], right: &[u32], slots: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    if let (Some(&last), Some(&first)) = (left.last(), right.first())
        && compare(last, first) != Ordering::Greater
    {
        slots.iter_mut().zip(left.iter().chain(right)).for_each(|(slot, &next)| *slot = next);
        return;
    }
    let (mut left, mut right) = (left.iter().copied().peekable(), right.iter().copied().peekable());
    for slot in slots {
        let turn = match (left.peek(), right.peek()) {
            (Some(&a), Some(&b)) => compare(a, b) == Ordering::Greater,
            (one, _) => one.is_none(),
        };
        if let Some(next) = if turn { right.next() } else { left.next() } {
            *slot = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library_does_and_keeps_equals_in_order() {
        let mut state = 7_u64;
        for count in [0, 1, 2, 3, 10, 100, 1000] {
            let items: Vec<(u64, usize)> = (0..count)
                .map(|place| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 59, place)
                })
                .collect();
            let (mut ours, mut theirs) = (items.clone(), items.clone());
            sort_by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
            let mut strings: Vec<String> = items.iter().map(|item| format!("{}", item.0)).collect();
            let mut expected = strings.clone();
            expected.sort();
            sort(&mut strings);
            assert_eq!(strings, expected);
        }
    }
}

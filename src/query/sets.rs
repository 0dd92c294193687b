//! Sets of resolutions.

use crate::index::DocId;

/// A set of resolutions, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DocSet {
    bits: Vec<u64>,
}

impl DocSet {
    /// The empty set of so many.
    pub(crate) fn empty(len: usize) -> Self {
        Self { bits: vec![0; len.div_ceil(64)] }
    }

    /// The set of all of so many.
    pub(crate) fn full(len: usize) -> Self {
        let mut bits = vec![u64::MAX; len.div_ceil(64)];
        if let Some(last) = bits.last_mut()
            && !len.is_multiple_of(64)
        {
            *last = (1 << (len % 64)) - 1;
        }
        Self { bits }
    }

    /// Takes a member out.
    pub(crate) fn remove(&mut self, doc: DocId) {
        if let Some(word) = self.bits.get_mut(doc as usize / 64) {
            *word &= !(1 << (doc % 64));
        }
    }

    pub(crate) fn insert(&mut self, doc: DocId) {
        if let Some(word) = self.bits.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    pub(crate) fn contains(&self, doc: DocId) -> bool {
        self.bits.get(doc as usize / 64).is_some_and(|word| word & 1 << (doc % 64) != 0)
    }

    /// The first member from `doc` on.
    pub(super) fn next_from(&self, doc: DocId) -> Option<DocId> {
        let mut at = doc as usize / 64;
        let mut word = self.bits.get(at)? & (u64::MAX << (doc % 64));
        while word == 0 {
            at += 1;
            word = *self.bits.get(at)?;
        }
        Some(at as DocId * 64 + word.trailing_zeros())
    }

    pub(super) fn keep(&mut self, other: &Self) {
        for (word, &kept) in self.bits.iter_mut().zip(&other.bits) {
            *word &= kept;
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (word, &added) in self.bits.iter_mut().zip(&other.bits) {
            *word |= added;
        }
    }

    pub(super) fn take_out(&mut self, other: &Self) {
        for (word, &out) in self.bits.iter_mut().zip(&other.bits) {
            *word &= !out;
        }
    }

    pub(crate) fn len(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether all of so many are members.
    pub(super) fn is_full(&self, len: usize) -> bool {
        let whole = self.bits.get(..len / 64).unwrap_or(&[]);
        whole.iter().all(|&word| word == u64::MAX) && self.len() as usize == len
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bits.iter().all(|&word| word == 0)
    }

    /// The members in rising order.
    pub(super) fn iter(&self) -> impl Iterator<Item = DocId> + '_ {
        let mut next = self.next_from(0);
        std::iter::from_fn(move || {
            let doc = next?;
            next = self.next_from(doc + 1);
            Some(doc)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_its_members_in_order() {
        let mut set = DocSet::empty(300);
        for doc in [0, 63, 64, 200, 299] {
            set.insert(doc);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 200, 299]);
        assert_eq!((set.len(), set.next_from(65), set.next_from(400)), (5, Some(200), None));
        assert!(set.contains(64) && !set.contains(65) && !set.is_full(300));
        assert!(DocSet::full(300).is_full(300) && DocSet::full(64).is_full(64));
    }
}

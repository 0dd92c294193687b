//! Stretches of a pack that were fetched.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

/// A stretch, and in which turn it was read last.
#[derive(Debug, Default)]
struct Stretch {
    bytes: Vec<u8>,
    used: AtomicU64,
}

/// Stretches by where they begin, apart from each other.
#[derive(Debug, Default)]
pub(super) struct Parts {
    held: BTreeMap<u64, Stretch>,
    /// Counts the questions, so that it is known which stretches were read lately.
    turn: AtomicU64,
}

impl Parts {
    /// The bytes of a range, where one stretch holds them all.
    pub(super) fn get(&self, range: &Range<u64>) -> Option<&[u8]> {
        let (from, stretch) = self.held.range(..=range.start).next_back()?;
        let (start, end) = (usize::try_from(range.start - from).ok()?, usize::try_from(range.end - from).ok()?);
        let found = stretch.bytes.get(start..end)?;
        stretch.used.store(self.turn.load(Ordering::Relaxed), Ordering::Relaxed);
        Some(found)
    }

    /// Takes bytes. Those that are known already are left as they are.
    pub(super) fn add(&mut self, at: u64, bytes: &[u8]) {
        let end = at + bytes.len() as u64;
        let before = self.held.range(..=at).next_back();
        let first = before.filter(|(from, held)| *from + held.bytes.len() as u64 >= at).map_or(at, |(from, _)| *from);
        let touched: Vec<u64> = self.held.range(first..=end).map(|(from, _)| *from).collect();
        let mut joined: Vec<u8> = Vec::new();
        for from in touched {
            let Some(Stretch { bytes: held, .. }) = self.held.remove(&from) else { continue };
            fill(&mut joined, first, at, bytes, from);
            let known = (first + joined.len() as u64).saturating_sub(from) as usize;
            joined.extend_from_slice(held.get(known..).unwrap_or(&[]));
        }
        fill(&mut joined, first, at, bytes, end);
        let used = AtomicU64::new(self.turn.load(Ordering::Relaxed));
        self.held.insert(first, Stretch { bytes: joined, used });
    }

    /// Says that another question begins.
    pub(super) fn begin_turn(&self) {
        self.turn.fetch_add(1, Ordering::Relaxed);
    }

    /// Drops the stretches that were read the longest ago until no more than `most` bytes are held. Gives what was dropped.
    pub(super) fn trim(&mut self, most: usize) -> Vec<Range<u64>> {
        let mut dropped = Vec::new();
        let mut total: usize = self.held.values().map(|stretch| stretch.bytes.len()).sum();
        while total > most
            && let Some(oldest) = self.oldest()
            && let Some(stretch) = self.held.remove(&oldest)
        {
            total -= stretch.bytes.len();
            dropped.push(oldest..oldest + stretch.bytes.len() as u64);
        }
        dropped
    }

    fn oldest(&self) -> Option<u64> {
        let used = |stretch: &Stretch| stretch.used.load(Ordering::Relaxed);
        self.held.iter().min_by_key(|(from, stretch)| (used(stretch), **from)).map(|(from, _)| *from)
    }
}

/// Goes on with `joined`, which begins at `first`, up to `to`, from `bytes` that begin at `at`.
fn fill(joined: &mut Vec<u8>, first: u64, at: u64, bytes: &[u8], to: u64) {
    let from = first + joined.len() as u64;
    if from >= at && from < to {
        let end = (to - at).min(bytes.len() as u64) as usize;
        joined.extend_from_slice(bytes.get((from - at) as usize..end).unwrap_or(&[]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_what_was_read_the_longest_ago() {
        let mut parts = Parts::default();
        for at in [0, 100, 200] {
            parts.add(at, &[7; 50]);
            parts.begin_turn();
        }
        assert!(parts.get(&(0..10)).is_some());
        assert_eq!(parts.trim(150), []);
        assert_eq!(parts.trim(120).as_slice(), std::slice::from_ref(&(100..150)));
        assert_eq!((parts.get(&(0..50)).is_some(), parts.get(&(100..101)).is_some()), (true, false));
        assert_eq!(parts.trim(0).len(), 2);
    }
}

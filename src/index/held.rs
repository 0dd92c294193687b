//! The bytes of a pack that are at hand: all of them, those that were fetched, or those of a file.

use std::borrow::Cow;
use std::fmt::Debug;
use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashSet;

use super::format::{Extent, Section};
use super::parts::Parts;
use super::ranges::join;
use super::seal::{SEAL, unseal};

/// Something that bytes are read from as they are needed, such as a file.
pub trait ReadAt: Debug + Send + Sync {
    /// Fills `bytes` from `at` on.
    ///
    /// # Errors
    ///
    /// Where not all of them can be read.
    fn read_at(&self, at: u64, bytes: &mut [u8]) -> std::io::Result<()>;
}

#[derive(Debug)]
enum Bytes {
    /// Written a moment ago by this very process: nothing is checked again.
    Own(Vec<u8>),
    Whole(Vec<u8>),
    Parts(Parts),
    Apart(Box<dyn ReadAt>),
}

/// What was noticed while reading.
#[derive(Debug, Default)]
struct Noticed {
    missing: Vec<Range<u64>>,
    /// How many ranges were asked for since nothing was missing.
    asked: usize,
    damaged: Option<&'static str>,
    /// Where chunks begin whose seal was found whole.
    checked: FxHashSet<u64>,
}

/// The bytes of a pack.
#[derive(Debug)]
pub(crate) struct Held {
    bytes: Bytes,
    noticed: Mutex<Noticed>,
}

/// The largest chunk that is read: more is damage.
const LARGEST: u64 = 64 << 20;

impl Held {
    fn new(bytes: Bytes) -> Self {
        Self { bytes, noticed: Mutex::default() }
    }

    pub(crate) fn own(bytes: Vec<u8>) -> Self {
        Self::new(Bytes::Own(bytes))
    }

    pub(crate) fn whole(bytes: Vec<u8>) -> Self {
        Self::new(Bytes::Whole(bytes))
    }

    pub(crate) fn parts() -> Self {
        Self::new(Bytes::Parts(Parts::default()))
    }

    pub(crate) fn apart(from: Box<dyn ReadAt>) -> Self {
        Self::new(Bytes::Apart(from))
    }

    /// The whole file, where it is at hand.
    pub(crate) fn all(&self) -> Option<&[u8]> {
        match &self.bytes {
            Bytes::Own(bytes) | Bytes::Whole(bytes) => Some(bytes),
            Bytes::Parts(_) | Bytes::Apart(_) => None,
        }
    }

    /// Whether bytes may be missing.
    pub(crate) const fn is_partial(&self) -> bool {
        matches!(self.bytes, Bytes::Parts(_))
    }

    /// Takes bytes that were fetched. Those that are known already are left as they are.
    pub(crate) fn add(&mut self, at: u64, bytes: &[u8]) {
        if let Bytes::Parts(parts) = &mut self.bytes {
            parts.add(at, bytes);
        }
    }

    /// Gives fetched bytes back, those first that were read the longest ago, until no more than `most` are held.
    pub(crate) fn trim(&mut self, most: usize) {
        let Bytes::Parts(parts) = &mut self.bytes else { return };
        let dropped = parts.trim(most);
        if !dropped.is_empty() {
            // What is fetched again is checked again.
            self.noticed().checked.retain(|at| !dropped.iter().any(|range| range.contains(at)));
        }
    }

    /// A stretch of the file without a seal.
    pub(crate) fn stretch(&self, range: Range<u64>) -> Option<Cow<'_, [u8]>> {
        match &self.bytes {
            Bytes::Own(bytes) | Bytes::Whole(bytes) => {
                bytes.get(usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?).map(Cow::Borrowed)
            }
            Bytes::Parts(parts) => {
                let found = parts.get(&range);
                if found.is_none() {
                    self.noticed().missing.push(range);
                }
                found.map(Cow::Borrowed)
            }
            Bytes::Apart(from) => {
                let mut bytes = vec![0; usize::try_from(range.end - range.start).ok()?];
                from.read_at(range.start, &mut bytes).ok()?;
                Some(Cow::Owned(bytes))
            }
        }
    }

    /// A chunk of a section, without its seal. `None` where it is missing or damaged, which is noted.
    #[inline]
    pub(crate) fn chunk(&self, section: Section, extent: Extent, at: u64, len: u64) -> Option<Cow<'_, [u8]>> {
        let inside = at.checked_add(len).is_some_and(|end| end <= extent.length);
        if !inside || !(SEAL as u64..=LARGEST).contains(&len) {
            self.note_damage(section.name());
            return None;
        }
        let start = extent.start + at;
        if let Bytes::Own(bytes) = &self.bytes {
            return bytes.get(start as usize..start as usize + len as usize - SEAL).map(Cow::Borrowed);
        }
        let Some(sealed) = self.stretch(start..start + len) else {
            if !self.is_partial() {
                self.note_damage(section.name());
            }
            return None;
        };
        let place = section.place(at);
        let known = !matches!(sealed, Cow::Owned(_)) && self.noticed().checked.contains(&start);
        if !known {
            if unseal(place, &sealed).is_none() {
                self.note_damage(section.name());
                return None;
            }
            // What is read anew each time is checked each time.
            if matches!(sealed, Cow::Borrowed(_)) {
                self.noticed().checked.insert(start);
            }
        }
        Some(match sealed {
            Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(..len as usize - SEAL)?),
            Cow::Owned(mut bytes) => {
                bytes.truncate(len as usize - SEAL);
                Cow::Owned(bytes)
            }
        })
    }

    /// Notes that a chunk will be needed, where bytes may be missing.
    pub(crate) fn want(&self, extent: Extent, at: u64, len: u64) {
        if self.is_partial() && at.checked_add(len).is_some_and(|end| end <= extent.length) && len <= LARGEST {
            let start = extent.start + at;
            let _ = self.stretch(start..start + len);
        }
    }

    /// Notes that what was read makes no sense.
    pub(crate) fn note_damage(&self, part: &'static str) {
        self.noticed().damaged.get_or_insert(part);
    }

    /// What was found damaged since the pack was opened.
    pub(crate) fn damage(&self) -> Option<&'static str> {
        self.noticed().damaged
    }

    /// Whether anything was missed since [`Held::take_missing`].
    pub(crate) fn is_missing(&self) -> bool {
        !self.noticed().missing.is_empty()
    }

    /// The ranges that were missed since the last call, in order, those that are near made one.
    pub(crate) fn take_missing(&self) -> Vec<Range<u64>> {
        if let Bytes::Parts(parts) = &self.bytes {
            parts.begin_turn();
        }
        let mut noticed = self.noticed();
        let missing = join(std::mem::take(&mut noticed.missing), noticed.asked);
        noticed.asked = if missing.is_empty() { 0 } else { noticed.asked + missing.len() };
        missing
    }

    fn noticed(&self) -> MutexGuard<'_, Noticed> {
        self.noticed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_what_was_fetched_in_any_order() {
        let file: Vec<u8> = (0..100u8).collect();
        for order in [[(0, 10), (20, 30), (10, 20)], [(20, 30), (0, 12), (8, 25)], [(5, 25), (0, 30), (7, 9)]] {
            let mut held = Held::parts();
            for (from, to) in order {
                held.add(from as u64, &file[from..to]);
            }
            assert_eq!(held.stretch(0..30).as_deref(), Some(&file[..30]), "{order:?}");
            assert!(held.stretch(29..31).is_none());
            assert!(held.stretch(50..60).is_none());
            assert!(held.stretch(58..70).is_none());
            assert_eq!(held.take_missing().as_slice(), std::slice::from_ref(&(29..70)));
            assert!(held.take_missing().is_empty());
        }
    }
}

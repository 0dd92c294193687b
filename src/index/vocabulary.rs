//! The words that an index knows, each with a number.

/// The number of a term, in the order in which terms were first seen.
pub(crate) type TermId = u32;

/// Terms in one stretch of memory, found by hash. Allocates only as it grows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    letters: String,
    /// Where each term ends in `letters`.
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// Open addressing: number of a term plus one, 0 for a free slot. A power of two in length.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// The letters of a term.
    pub(crate) fn term(&self, id: TermId) -> &str {
        let at = id as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.letters.get(start as usize..end as usize).unwrap_or("")
    }

    /// The number of a term, a new one where it was not known.
    pub(crate) fn insert(&mut self, term: &str) -> TermId {
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let hash = hash(term);
        match self.probe(term, hash) {
            Ok(id) => id,
            Err(slot) => {
                let id = self.ends.len() as TermId;
                self.letters.push_str(term);
                self.ends.push(self.letters.len() as u32);
                self.hashes.push(hash);
                if let Some(free) = self.slots.get_mut(slot) {
                    *free = id + 1;
                }
                id
            }
        }
    }

    /// Every term's number, in the order of their letters.
    pub(crate) fn sorted(&self) -> Vec<TermId> {
        let mut ids: Vec<TermId> = (0..self.ends.len() as TermId).collect();
        crate::text::sort_by(&mut ids, |&a, &b| self.term(a).cmp(self.term(b)));
        ids
    }

    /// The term, or the free slot where it would stand.
    fn probe(&self, term: &str, hash: u32) -> Result<TermId, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = hash as usize & mask;
        loop {
            let Some(id) = self.slots.get(slot).and_then(|held| held.checked_sub(1)) else { return Err(slot) };
            if self.hashes.get(id as usize) == Some(&hash) && self.term(id) == term {
                return Ok(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let len = (self.slots.len() * 2).max(1024);
        self.slots.clear();
        self.slots.resize(len, 0);
        for (id, &hash) in self.hashes.iter().enumerate() {
            let mut slot = hash as usize & (len - 1);
            while self.slots.get(slot).is_some_and(|&held| held != 0) {
                slot = (slot + 1) & (len - 1);
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = id as u32 + 1;
            }
        }
    }
}

/// A multiplicative hash over four bytes at a time. It does not defend against chosen words: those
/// would only slow down their own library.
fn hash(term: &str) -> u32 {
    const FACTOR: u64 = 0x517C_C1B7_2722_0A95;
    let (words, rest) = term.as_bytes().as_chunks::<4>();
    let mut state = term.len() as u64;
    for word in words {
        state = (state.rotate_left(5) ^ u64::from(u32::from_le_bytes(*word))).wrapping_mul(FACTOR);
    }
    for &byte in rest {
        state = (state.rotate_left(5) ^ u64::from(byte)).wrapping_mul(FACTOR);
    }
    (state >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_every_term_one_number() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<String> = (0..5000).map(|number| format!("word{}", number * 7)).collect();
        let ids: Vec<TermId> = words.iter().map(|word| vocabulary.insert(word)).collect();
        assert_eq!(ids, (0..5000).collect::<Vec<_>>());
        for (word, id) in words.iter().zip(ids) {
            assert_eq!(vocabulary.insert(word), id);
            assert_eq!(vocabulary.term(id), word);
        }
        assert_eq!(vocabulary.sorted().len(), 5000);
    }

    #[test]
    fn sorts_terms_by_their_letters() {
        let mut vocabulary = Vocabulary::default();
        for word in ["b", "a", "قرار", "ab"] {
            vocabulary.insert(word);
        }
        let sorted: Vec<&str> = vocabulary.sorted().into_iter().map(|id| vocabulary.term(id)).collect();
        assert_eq!(sorted, ["a", "ab", "b", "قرار"]);
    }
}

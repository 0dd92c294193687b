//! Numbers and words that are the same for the same seed.

/// A generator of the kind xorshift.
pub struct Seeds(pub u64);

impl Seeds {
    pub fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below
    }

    /// One of the words: the first are the most frequent.
    pub fn word(&mut self, words: &[&'static str]) -> &'static str {
        let most = self.next(words.len()) + 1;
        words[self.next(most)]
    }
}

//! Checksums: bytes that were changed, cut or moved are noticed before they are believed.

/// How many bytes a seal takes at the end of what it seals.
pub(crate) const SEAL: usize = 4;

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// A checksum that is fed piece by piece. Each step can be undone, so one changed word always changes the
/// state; the 32 bits that are kept of it miss a change once in four thousand million.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checksum {
    state: u64,
    length: u64,
    /// Bytes that do not fill a word yet.
    held: u64,
}

impl Checksum {
    /// A checksum of bytes that stand at `place`: the same bytes elsewhere have another one.
    pub(crate) const fn new(place: u64) -> Self {
        Self { state: place.wrapping_mul(FACTOR) ^ 0x6A09_E667_F3BC_C909, length: 0, held: 0 }
    }

    /// Takes more bytes.
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        let mut bytes = bytes;
        while !self.length.is_multiple_of(8) {
            let Some((&byte, rest)) = bytes.split_first() else { return };
            self.take_byte(byte);
            bytes = rest;
        }
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        self.length += words.len() as u64 * 8;
        for &byte in rest {
            self.take_byte(byte);
        }
    }

    /// The checksum of everything that was fed.
    pub(crate) fn finish(mut self) -> u32 {
        let (held, length) = (self.held, self.length);
        self.mix(held);
        self.mix(length);
        let state = (self.state ^ (self.state >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        (state ^ (state >> 32)) as u32
    }

    fn take_byte(&mut self, byte: u8) {
        self.held |= u64::from(byte) << (self.length % 8 * 8);
        self.length += 1;
        if self.length.is_multiple_of(8) {
            let held = self.held;
            self.mix(held);
            self.held = 0;
        }
    }

    const fn mix(&mut self, word: u64) {
        self.state = (self.state.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    }
}

/// The checksum of `bytes` that stand at `place`.
pub(crate) fn checksum(place: u64, bytes: &[u8]) -> u32 {
    let mut sum = Checksum::new(place);
    sum.feed(bytes);
    sum.finish()
}

/// The bytes before the seal, where it holds.
pub(crate) fn unseal(place: u64, sealed: &[u8]) -> Option<&[u8]> {
    let (bytes, seal) = sealed.split_last_chunk::<SEAL>()?;
    (checksum(place, bytes) == u32::from_le_bytes(*seal)).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_every_changed_bit_and_every_move() {
        let bytes: Vec<u8> = (0..77u8).collect();
        let sum = checksum(9, &bytes);
        for bit in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(checksum(9, &changed), sum, "{bit}");
        }
        assert_ne!(checksum(10, &bytes), sum);
        assert_ne!(checksum(9, &bytes[..76]), sum);
        assert_ne!(checksum(9, &[0; 8]), checksum(9, &[0; 9]));
    }

    #[test]
    fn gives_the_same_however_the_bytes_come() {
        let bytes: Vec<u8> = (0..200u8).collect();
        for cut in 0..bytes.len() {
            let mut sum = Checksum::new(1);
            sum.feed(&bytes[..cut]);
            sum.feed(&bytes[cut..]);
            assert_eq!(sum.finish(), checksum(1, &bytes), "{cut}");
        }
    }
}

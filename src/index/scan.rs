//! Small numbers and strings in bytes, written and read back without trust.

/// Writes a number, seven bits a byte, the lowest first.
pub(crate) fn write(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Writes a string behind its length.
pub(crate) fn write_text(bytes: &mut Vec<u8>, text: &str) {
    write(bytes, text.len() as u64);
    bytes.extend_from_slice(text.as_bytes());
}

/// Reads bytes from the front. Every method gives `None` where the bytes end or mean nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scan<'a> {
    bytes: &'a [u8],
}

impl<'a> Scan<'a> {
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// What was not read yet.
    pub(crate) const fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(first)
    }

    /// A number of at most 63 bits.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u64::from(first));
        }
        let mut value = u64::from(first & 0x7F);
        let mut shift = 7;
        loop {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(value);
            }
            shift += 7;
            if shift > 56 {
                return None;
            }
        }
    }

    /// A number that must fit 32 bits.
    #[inline]
    pub(crate) fn small(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    /// So many bytes.
    pub(crate) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    /// A string behind its length.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let len = usize::try_from(self.number()?).ok()?;
        std::str::from_utf8(self.take(len)?).ok()
    }

    /// Four bytes as a number, the lowest first.
    pub(crate) fn word(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(*self.take(4)?.first_chunk()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_was_written() {
        let mut bytes = Vec::new();
        let numbers = [0, 1, 127, 128, 300, u64::from(u32::MAX), 1 << 56];
        for number in numbers {
            write(&mut bytes, number);
        }
        write_text(&mut bytes, "قرار");
        let mut scan = Scan::new(&bytes);
        for number in numbers {
            assert_eq!(scan.number(), Some(number));
        }
        assert_eq!(scan.text(), Some("قرار"));
        assert!(scan.is_empty());
    }

    #[test]
    fn reads_nothing_beyond_the_end() {
        assert_eq!(Scan::new(&[0x80]).number(), None);
        assert_eq!(Scan::new(&[0xFF; 12]).number(), None);
        assert_eq!(Scan::new(&[5, b'a']).text(), None);
        assert_eq!(Scan::new(&[1, 0xFF]).text(), None);
        assert_eq!(Scan::new(&[0xFF, 0xFF, 0xFF, 0xFF, 0x1F]).small(), None);
    }
}

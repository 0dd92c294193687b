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
        let (&first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        if first < 0x80 { Some(u64::from(first)) } else { self.long_number(first) }
    }

    /// A number whose first byte says that others follow.
    fn long_number(&mut self, first: u8) -> Option<u64> {
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
        std::str::from_utf8(self.blob()?).ok()
    }

    /// Passes over so many rows of numbers, each of which ends with the first even number.
    pub(crate) fn skip_rows(&mut self, rows: usize) {
        let mut left = rows;
        let mut is_first = true;
        let mut ends = false;
        let mut at = 0;
        while left > 0
            && let Some(&byte) = self.bytes.get(at)
        {
            // Whether the number is even stands in its first byte, whether it ends here in each.
            ends = if is_first { byte & 1 == 0 } else { ends };
            is_first = byte < 0x80;
            left -= usize::from(is_first && ends);
            at += 1;
        }
        self.bytes = self.bytes.get(at..).unwrap_or(&[]);
    }

    /// Bytes behind their length.
    pub(crate) fn blob(&mut self) -> Option<&'a [u8]> {
        let len = usize::try_from(self.number()?).ok()?;
        self.take(len)
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
    fn passes_over_rows_of_numbers() {
        let mut bytes = Vec::new();
        for number in [3, 301, 0, 2, 5001, 1, 400, 7, 6] {
            write(&mut bytes, number);
        }
        for (rows, next) in [(0, Some(3)), (1, Some(2)), (2, Some(5001)), (3, Some(7)), (4, None), (9, None)] {
            let mut scan = Scan::new(&bytes);
            scan.skip_rows(rows);
            assert_eq!(scan.number(), next, "{rows}");
        }
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

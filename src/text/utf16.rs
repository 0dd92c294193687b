//! From UTF-8 bytes to UTF-16 code units and back: the one place where units change.

use super::Span;

/// How many bytes lie between two remembered places.
const STRIDE: usize = 128;

/// Converts positions in one text between UTF-8 bytes and UTF-16 code units.
///
/// Building costs one pass; a look-up reads at most 128 bytes. A text in ASCII alone needs no
/// table and costs nothing.
///
/// # Examples
///
/// ```
/// use whereas::text::{Span, Utf16Index};
///
/// let text = "« Décide »";
/// let index = Utf16Index::new(text);
/// assert_eq!(index.to_utf16(text, Span::new(3, 10)), Span::new(2, 8));
/// assert_eq!(index.to_utf8(text, Span::new(2, 8)), Span::new(3, 10));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Utf16Index {
    /// UTF-16 units before byte `n * STRIDE` (before the character that holds it). Empty for ASCII.
    units: Vec<u32>,
}

impl Utf16Index {
    /// Reads `text` once and remembers how many code units lie before every 128th byte.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut units = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % STRIDE == 0 {
                units.push(count);
            }
            count += width(byte);
        }
        Self { units }
    }

    /// The span in UTF-16 code units for a span in bytes. A position inside a character counts as
    /// after it; one past the end counts as the end.
    #[must_use]
    pub fn to_utf16(&self, text: &str, span: Span) -> Span {
        Span::new(self.unit_at(text, span.start), self.unit_at(text, span.end))
    }

    /// The span in bytes for a span in UTF-16 code units. A position inside a surrogate pair moves
    /// to the character's start; one past the end counts as the end.
    #[must_use]
    pub fn to_utf8(&self, text: &str, span: Span) -> Span {
        Span::new(self.byte_at(text, span.start), self.byte_at(text, span.end))
    }

    fn unit_at(&self, text: &str, byte: u32) -> u32 {
        let byte = (byte as usize).min(text.len());
        let slot = byte / STRIDE;
        let Some(&before) = self.units.get(slot) else {
            return self.units.last().map_or(byte as u32, |&last| {
                let from = (self.units.len() - 1) * STRIDE;
                last + count_units(text, from, byte)
            });
        };
        before + count_units(text, slot * STRIDE, byte)
    }

    fn byte_at(&self, text: &str, unit: u32) -> u32 {
        if self.units.is_empty() {
            return unit.min(text.len() as u32);
        }
        let slot = self.units.partition_point(|&before| before <= unit).saturating_sub(1);
        let mut seen = self.units.get(slot).copied().unwrap_or(0);
        let mut at = slot * STRIDE;
        while !text.is_char_boundary(at) {
            at += 1;
        }
        for character in text.get(at..).unwrap_or("").chars() {
            let units = character.len_utf16() as u32;
            if seen + units > unit {
                break;
            }
            seen += units;
            at += character.len_utf8();
        }
        at as u32
    }
}

/// UTF-16 units that the character with this first byte takes; 0 for a byte inside a character.
const fn width(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0.. => 2,
        _ => 1,
    }
}

fn count_units(text: &str, from: usize, to: usize) -> u32 {
    text.as_bytes().get(from..to).unwrap_or(&[]).iter().map(|&byte| width(byte)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_on_every_border() {
        let text = "a«é—ه第🙂 ".repeat(60);
        let index = Utf16Index::new(&text);
        let mut units = 0;
        for (at, character) in text.char_indices() {
            let byte = Span::at(at, at + character.len_utf8());
            let unit = Span::new(units, units + character.len_utf16() as u32);
            assert_eq!(index.to_utf16(&text, byte), unit);
            assert_eq!(index.to_utf8(&text, unit), byte);
            units = unit.end;
        }
    }

    #[test]
    fn moves_places_past_the_end_to_the_end() {
        for text in ["", "abc", "né"] {
            let index = Utf16Index::new(text);
            let far = Span::new(90, 99);
            let units = text.encode_utf16().count() as u32;
            assert_eq!(index.to_utf16(text, far), Span::new(units, units));
            assert_eq!(index.to_utf8(text, far), Span::at(text.len(), text.len()));
        }
    }

    #[test]
    fn puts_a_place_inside_a_pair_at_its_start() {
        let text = "🙂x";
        let index = Utf16Index::new(text);
        assert_eq!(index.to_utf8(text, Span::new(1, 3)), Span::new(0, 5));
    }
}

//! Reading forward and backward from a place in a text, without allocating.

use std::borrow::Cow;

use crate::lexicon::key::is_word;
pub(crate) use crate::text::digit;

/// A place in a text from which a recogniser reads on. Copying it is how a recogniser looks ahead.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    /// Bytes from the start of the text; always on a character border.
    pub(crate) at: usize,
}

impl<'a> Cursor<'a> {
    /// Reads `text` from `at`.
    pub(crate) const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// The whole text.
    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    /// What is still to be read.
    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte.
    pub(crate) fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next character.
    pub(crate) fn peek(&self) -> Option<char> {
        match self.byte() {
            Some(byte) if byte.is_ascii() => Some(byte as char),
            Some(_) => self.rest().chars().next(),
            None => None,
        }
    }

    /// Steps over the next character.
    pub(crate) fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over `words` where they come next.
    pub(crate) fn eat(&mut self, words: &str) -> bool {
        let next = self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(words.as_bytes()));
        if next {
            self.at += words.len();
        }
        next
    }

    /// Steps over `words`, given in small letters, in whatever capitals they come.
    #[inline]
    pub(crate) fn eat_any_case(&mut self, words: &str) -> bool {
        // A letter of ASCII is no other letter's capital, and Arabic and Chinese have none, so that most words
        // fail at their first byte.
        match (self.byte(), words.as_bytes().first()) {
            (Some(next), Some(&wanted))
                if matches!(next, 0..=0x7F | 0xD8..=0xDB | 0xE4..=0xE9)
                    && next != wanted
                    && next.to_ascii_lowercase() != wanted =>
            {
                false
            }
            _ => self.eat_letters(words),
        }
    }

    fn eat_letters(&mut self, words: &str) -> bool {
        let mut ahead = *self;
        for wanted in words.chars() {
            match ahead.bump() {
                Some(next) if next == wanted || small(next) == wanted => {}
                _ => return false,
            }
        }
        *self = ahead;
        true
    }

    /// Steps over any one of `words`.
    pub(crate) fn eat_one(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat_any_case(word))
    }

    /// Steps over any one of `words` where it stands as a word of its own, with the spaces after it.
    pub(crate) fn eat_word(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let mut ahead = *self;
            let found = ahead.eat_any_case(word) && !ahead.peek().is_some_and(is_word);
            if found {
                ahead.spaces();
                *self = ahead;
            }
            found
        })
    }

    /// Steps over white space of any kind and says whether there was some.
    pub(crate) fn spaces(&mut self) -> bool {
        let from = self.at;
        while self.peek().is_some_and(is_space) {
            self.bump();
        }
        self.at > from
    }

    /// Reads the digits that come next, of any of the scripts read here: the value and how many.
    /// A run of more than `most` is no number.
    pub(crate) fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let mut ahead = *self;
        let (mut value, mut count) = (0u32, 0);
        while let Some(digit) = ahead.peek().and_then(digit) {
            count += 1;
            if count > most {
                return None;
            }
            value = value.checked_mul(10)?.checked_add(digit)?;
            ahead.bump();
        }
        if count == 0 {
            return None;
        }
        *self = ahead;
        Some((value, count))
    }

    /// Reads the word that comes next.
    pub(crate) fn word(&mut self) -> Option<&'a str> {
        let from = self.at;
        while self.peek().is_some_and(is_word) {
            self.bump();
        }
        self.text.get(from..self.at).filter(|word| !word.is_empty())
    }
}

/// The small form of a letter, the first where it has several. Those of the scripts read here are told by their
/// range.
pub(crate) fn small(letter: char) -> char {
    match letter {
        '\0'..='\x7F' => letter.to_ascii_lowercase(),
        'а'..='я' | '\u{600}'..='\u{6FF}' | '\u{2E80}'..='\u{9FFF}' => letter,
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// A word in small letters; borrowed where it has no others.
pub(crate) fn in_small_letters(word: &str) -> Cow<'_, str> {
    let is_small = |letter| matches!(letter, 'а'..='я' | '\u{600}'..='\u{6FF}' | '\u{2E80}'..='\u{9FFF}');
    let plain =
        word.chars().all(|letter| if letter.is_ascii() { !letter.is_ascii_uppercase() } else { is_small(letter) });
    if plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// The kinds of bytes that stand in `text`, one bit each. Words that have a kind which a text has not are not in it,
/// and need not be looked for.
pub(crate) fn kinds_of(text: &str) -> u8 {
    if text.is_ascii() {
        return PLAIN;
    }
    text.bytes().fold(0, |kinds, byte| kinds | KINDS.get(usize::from(byte)).copied().unwrap_or_default())
}

/// The kinds of a text of ASCII, all of them: it is not looked at any closer.
const PLAIN: u8 = 3;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut slots: &mut [u8] = &mut kinds;
    let mut byte = 0u8;
    while let [slot, rest @ ..] = slots {
        *slot = match byte {
            b'A'..=b'Z' => 1,
            b'a'..=b'z' => 2,
            // accents, Cyrillic, Arabic, Chinese, marks
            0xC3 => 4,
            0xD0 | 0xD1 => 8,
            0xD8 | 0xD9 => 16,
            0xE4..=0xE9 => 32,
            0xE2 => 64,
            _ => 0,
        };
        slots = rest;
        byte = byte.wrapping_add(1);
    }
    kinds
};

/// Whether `words` may stand in a text of the kinds `held`.
pub(crate) fn may_hold(held: u8, words: &str) -> bool {
    words.bytes().all(|byte| KINDS.get(usize::from(byte)).is_none_or(|kind| kind & !held == 0))
}

/// Whether `letter` is white space, the kinds that do not break a line included.
pub(crate) const fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}')
}

/// Whether `letter` is a hyphen or a dash.
pub(crate) const fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// The character that ends before `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    match at.checked_sub(1).and_then(|last| text.as_bytes().get(last)) {
        Some(byte) if byte.is_ascii() => Some(*byte as char),
        Some(_) => text.get(..at)?.chars().next_back(),
        None => None,
    }
}

/// Where the white space that ends before `at` begins.
pub(crate) fn spaces_before(text: &str, mut at: usize) -> usize {
    while let Some(space) = before(text, at).filter(|letter| is_space(*letter)) {
        at -= space.len_utf8();
    }
    at
}

/// The digits that end before `at`: where they begin, their value, and how many they are.
pub(crate) fn number_before(text: &str, at: usize, most: usize) -> Option<(usize, u32, usize)> {
    let (mut start, mut value, mut scale, mut count) = (at, 0u32, 1u32, 0);
    while let Some((letter, one)) = before(text, start).and_then(|letter| Some((letter, digit(letter)?))) {
        count += 1;
        if count > most {
            return None;
        }
        value = value.checked_add(one.checked_mul(scale)?)?;
        scale = scale.saturating_mul(10);
        start -= letter.len_utf8();
    }
    (count > 0).then_some((start, value, count))
}

/// The word that ends before `at`: where it begins, and the word.
pub(crate) fn word_before(text: &str, at: usize) -> Option<(usize, &str)> {
    let mut start = at;
    while let Some(letter) = before(text, start).filter(|letter| is_word(*letter)) {
        start -= letter.len_utf8();
    }
    text.get(start..at).filter(|word| !word.is_empty()).map(|word| (start, word))
}

/// Where the next run of digits begins at or after `from`, in any of the scripts read here.
pub(crate) fn next_digits(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        let start = match byte {
            b'0'..=b'9' => true,
            0xD9 => matches!(bytes.get(at + 1), Some(0xA0..=0xA9)),
            0xDB => matches!(bytes.get(at + 1), Some(0xB0..=0xB9)),
            0xEF => matches!((bytes.get(at + 1), bytes.get(at + 2)), (Some(0xBC), Some(0x90..=0x99))),
            _ => false,
        };
        if start {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_of_every_script() {
        assert_eq!(Cursor::new("٢٠٢٢", 0).number(4), Some((2022, 4)));
        assert_eq!(Cursor::new("２０２２年", 0).number(4), Some((2022, 4)));
        assert_eq!(Cursor::new("20223", 0).number(4), None);
        assert_eq!(number_before("رقم ٧٧/", "رقم ٧٧".len(), 4), Some(("رقم ".len(), 77, 2)));
    }

    #[test]
    fn finds_the_next_digits_of_every_script() {
        assert_eq!(next_digits("في ٢٠ يناير", 0), Some(5));
        assert_eq!(next_digits("no digits here", 0), None);
        assert_eq!(next_digits("on 5 May", 0), Some(3));
    }
}

//! Cuts a text into folded words with their places.

use super::fold::{Folded, fold};
use crate::text::Span;

/// A folded word: its letters, and where they stand in the text that was cut.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    /// Small letters without marks.
    pub(crate) text: &'a str,
    /// Where the word stands, in bytes.
    pub(crate) span: Span,
    /// Its number in the text, from 0. Overlapping pairs have numbers of their own.
    pub(crate) position: u32,
}

/// The longest word that is kept, in bytes of its folded form; longer ones are cut there.
const LONGEST: usize = 96;

/// Cuts texts into words. Keeps its buffer between texts; allocates nothing for a word.
///
/// A hyphen, an apostrophe and a slash stand between words. Chinese comes in overlapping pairs, and
/// the last character of a run alone.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordCutter {
    buffer: String,
}

impl WordCutter {
    /// Gives each word of `text` to `take`, and says how many there are. Costs one pass.
    pub(crate) fn cut(&mut self, text: &str, mut take: impl FnMut(Word)) -> u32 {
        let bytes = text.as_bytes();
        let mut position = 0;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte < 0x80 && !byte.is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            let start = at;
            at = self.read_ascii(bytes, at);
            if bytes.get(at).is_none_or(|&next| next < 0x80) {
                take(Word { text: &self.buffer, span: Span::at(start, at), position });
                position += 1;
                continue;
            }
            at = self.read_rest(text, start, at, &mut position, &mut take);
        }
        position
    }

    /// Fills the buffer with the ASCII letters from `at`, and says where they end.
    fn read_ascii(&mut self, bytes: &[u8], mut at: usize) -> usize {
        self.buffer.clear();
        while let Some(&byte) = bytes.get(at)
            && byte.is_ascii_alphanumeric()
        {
            if self.buffer.len() < LONGEST {
                self.buffer.push(byte.to_ascii_lowercase() as char);
            }
            at += 1;
        }
        at
    }

    /// Goes on at a character outside ASCII, up to the end of the word or of the Chinese run.
    fn read_rest(
        &mut self,
        text: &str,
        start: usize,
        from: usize,
        position: &mut u32,
        take: &mut impl FnMut(Word),
    ) -> usize {
        let mut end = from;
        let mut last_letter = from;
        let mut characters = text.get(from..).unwrap_or("").chars();
        while let Some(character) = characters.clone().next() {
            let folded = if character.is_ascii() {
                if character.is_ascii_alphanumeric() {
                    Folded::One(character.to_ascii_lowercase())
                } else {
                    Folded::Break
                }
            } else {
                fold(character)
            };
            let width = character.len_utf8();
            match folded {
                Folded::Break => {
                    end += if self.buffer.is_empty() { width } else { 0 };
                    break;
                }
                Folded::Dropped => {}
                Folded::Han(_) if !self.buffer.is_empty() => break,
                Folded::Han(_) => return self.read_pairs(text, end, position, take),
                Folded::One(one) => self.push(one),
                Folded::Several(several) => several.chars().for_each(|one| self.push(one)),
            }
            characters.next();
            end += width;
            last_letter = end;
        }
        if !self.buffer.is_empty() {
            take(Word { text: &self.buffer, span: Span::at(start, last_letter.max(start)), position: *position });
            *position += 1;
        }
        end.max(start + 1)
    }

    fn push(&mut self, letter: char) {
        if self.buffer.len() < LONGEST {
            self.buffer.push(letter);
        }
    }

    fn read_pairs(&mut self, text: &str, start: usize, position: &mut u32, take: &mut impl FnMut(Word)) -> usize {
        let mut at = start;
        let mut characters = text.get(start..).unwrap_or("").chars().peekable();
        while let Some(character) = characters.next() {
            let Folded::Han(first) = fold_any(character) else { break };
            let second = characters.peek().copied().map(fold_any);
            let end = at + character.len_utf8();
            self.buffer.clear();
            self.buffer.push(first);
            let mut pair_end = end;
            if let Some(Folded::Han(second)) = second {
                self.buffer.push(second);
                pair_end += second.len_utf8();
            }
            take(Word { text: &self.buffer, span: Span::at(at, pair_end), position: *position });
            *position += 1;
            at = end;
        }
        at
    }
}

fn fold_any(character: char) -> Folded {
    if character.is_ascii() { Folded::Break } else { fold(character) }
}

/// The folded words of `text`, each as a string of its own. For queries, which are short.
pub(crate) fn fold_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    WordCutter::default().cut(text, |word| words.push(word.text.to_owned()));
    words
}

/// The folded words of `text`, cut again wherever letters meet digits: `217a` is `217`, `a`.
pub(crate) fn fold_pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    WordCutter::default().cut(text, |word| {
        let mut last = None;
        for character in word.text.chars() {
            let is_digit = character.is_ascii_digit();
            match pieces.last_mut() {
                Some(piece) if last == Some(is_digit) => piece.push(character),
                _ => pieces.push(character.to_string()),
            }
            last = Some(is_digit);
        }
    });
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, &str, u32)> {
        let mut words = Vec::new();
        let count = WordCutter::default().cut(text, |word| {
            words.push((word.text.to_owned(), word.span.of(text).unwrap(), word.position));
        });
        assert_eq!(count as usize, words.len());
        words
    }

    #[test]
    fn keeps_the_place_of_every_word() {
        assert_eq!(
            cut("« Décide » 70/1, Kazakhstan’s"),
            [
                ("decide".into(), "Décide", 0),
                ("70".into(), "70", 1),
                ("1".into(), "1", 2),
                ("kazakhstan".into(), "Kazakhstan", 3),
                ("s".into(), "s", 4)
            ]
        );
    }

    #[test]
    fn cuts_chinese_into_overlapping_pairs() {
        let words = cut("第78号决议案 UN");
        let shown: Vec<&str> = words.iter().map(|(text, _, _)| text.as_str()).collect();
        assert_eq!(shown, ["第", "78", "号决", "决议", "议案", "案", "un"]);
        assert_eq!(words[2].1, "号决");
    }

    #[test]
    fn keeps_marks_inside_the_span_of_an_arabic_word() {
        assert_eq!(cut("قَرَارُ، الأمم"), [("قرار".into(), "قَرَارُ", 0), ("الامم".into(), "الأمم", 1)]);
    }

    #[test]
    fn gets_through_whatever_it_is_given() {
        for text in
            ["", "\u{0301}", "\u{0301}a", "a\u{0301}", "\u{200B}\u{200B}", "²", "é", "案", "\u{FFFD}", "x\u{AD}y"]
        {
            for (_, shown, _) in cut(text) {
                assert!(!shown.is_empty(), "{text:?}");
            }
        }
        let long = "a".repeat(100_000);
        assert_eq!(cut(&long)[0].0.len(), LONGEST);
        assert_eq!(cut(&"é".repeat(100_000)).len(), 1);
    }
}

//! Folds the beginning of a text so that it can be looked up in a table.

use super::Language;

/// The beginning of a text in small letters, with straight apostrophes and without tashkeel, and
/// where each of its characters stands in the text.
#[derive(Debug, Default)]
pub struct FoldedStart {
    folded: String,
    /// Where a stretch of `folded` begins that stands as it is in the text, and where it stands there.
    stretches: Vec<(u32, u32)>,
    /// What was read last, and for which language: a line is asked about several times in a row.
    source: String,
    language: Option<Language>,
}

impl FoldedStart {
    /// Folds at most `limit` bytes of `text`, in the buffers of an earlier call. In Russian words
    /// the Latin letters that look like Cyrillic ones are read as those.
    ///
    /// Gives whether it was read before, so that what was found in it holds still.
    pub fn read(&mut self, text: &str, limit: usize, language: Language) -> bool {
        // A character that begins before the limit is read whole.
        let mut end = limit.min(text.len());
        while !text.is_char_boundary(end) {
            end += 1;
        }
        let start = text.get(..end).unwrap_or(text);
        if self.language == Some(language) && self.source == start {
            return true;
        }
        self.language = Some(language);
        self.source.clear();
        self.source.push_str(start);
        self.fold(language);
        false
    }

    fn fold(&mut self, language: Language) {
        self.folded.clear();
        self.stretches.clear();
        let mut after_space = true;
        let mut at = 0;
        while let Some(rest) = self.source.get(at..) {
            let plain = plain_prefix(rest.as_bytes(), after_space, language);
            if plain > 0 {
                note(&mut self.stretches, self.folded.len(), at);
                let before = self.folded.len();
                self.folded.push_str(rest.get(..plain).unwrap_or_default());
                self.folded.get_mut(before..).unwrap_or_default().make_ascii_lowercase();
                after_space = self.folded.ends_with(' ');
            }
            at += plain;
            let Some(character) = rest.get(plain..).and_then(|rest| rest.chars().next()) else { break };
            let here = at;
            at += character.len_utf8();
            let spaced = character.is_whitespace();
            if is_dropped(character) || (spaced && after_space) {
                continue;
            }
            after_space = spaced;
            note(&mut self.stretches, self.folded.len(), here);
            match character {
                _ if spaced => self.folded.push(' '),
                '’' | '‘' | '`' | '´' | 'ʼ' => self.folded.push('\''),
                _ if language == Language::Ru && character.is_ascii_alphabetic() => {
                    self.folded.push(cyrillic(character));
                }
                _ if character.is_ascii() => self.folded.push(character.to_ascii_lowercase()),
                '\u{0600}'..='\u{06FF}' | '\u{2E80}'..='\u{9FFF}' | 'а'..='я' => self.folded.push(character),
                _ => self.folded.extend(character.to_lowercase()),
            }
        }
        note(&mut self.stretches, self.folded.len(), self.source.len());
    }

    /// The folded words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.folded
    }

    /// The byte of the text at which the folded character at byte `at` was read, or for a place past
    /// the end the byte after the last that was.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        let next = self.stretches.partition_point(|(folded, _)| *folded as usize <= at);
        let Some(&(folded, place)) = next.checked_sub(1).and_then(|last| self.stretches.get(last)) else { return at };
        (place as usize + at - folded as usize).min(self.source.len())
    }
}

/// Begins a stretch where what is folded no longer stands as far from its source as before.
fn note(stretches: &mut Vec<(u32, u32)>, folded: usize, place: usize) {
    let (folded, place) = (folded as u32, place as u32);
    let goes_on = stretches.last().is_some_and(|last| place - last.1 == folded - last.0);
    if !goes_on {
        stretches.push((folded, place));
    }
}

/// How many bytes at the start need nothing but small letters of ASCII: those of whole characters.
fn plain_prefix(bytes: &[u8], mut after_space: bool, language: Language) -> usize {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let second = || bytes.get(at + 1).copied().unwrap_or_default();
        let length = match byte {
            b'a'..=b'z' | b'A'..=b'Z' if language == Language::Ru => break,
            b' ' if !after_space => 1,
            b'*' | b'_' | b'`' => break,
            0x21..=0x7E => 1,
            // Arabic but for the marks on its letters, small Cyrillic letters, Chinese characters
            0xD8 | 0xDA | 0xDB => 2,
            0xD9 if !matches!(second(), 0x80 | 0x8B..=0x92) => 2,
            0xD0 if second() >= 0xB0 => 2,
            0xD1 if second() <= 0x8F => 2,
            0xE4..=0xE9 => 3,
            _ => break,
        };
        after_space = byte == b' ';
        at += length;
    }
    at
}

/// The Cyrillic letter that a Latin one looks like; any other letter small.
const fn cyrillic(letter: char) -> char {
    match letter.to_ascii_lowercase() {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'k' => 'к',
        'b' => 'в',
        'm' => 'м',
        'h' => 'н',
        't' => 'т',
        other => other,
    }
}

const fn is_dropped(character: char) -> bool {
    matches!(character, '\u{064B}'..='\u{0652}' | '\u{0640}' | '\u{200B}'..='\u{200F}' | '\u{00AD}' | '*' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_place_of_every_byte() {
        let text = "S’inspirant  de";
        let mut start = FoldedStart::default();
        start.read(text, 80, Language::Fr);
        assert_eq!(start.text(), "s'inspirant de");
        assert_eq!(text.get(..start.place("s'inspirant".len())), Some("S’inspirant"));
    }
}

//! Folds the beginning of a text so that it can be looked up in a table.

use super::Language;

/// The beginning of a text in small letters, with straight apostrophes and without tashkeel, and
/// where each of its bytes stands in the text.
#[derive(Debug, Default)]
pub struct FoldedStart {
    folded: String,
    /// How many bytes of `folded` stand at the same place in the text.
    same: usize,
    /// For every byte of `folded` behind those, and one past it, the byte in the text.
    places: Vec<u32>,
}

impl FoldedStart {
    /// Folds at most `limit` bytes of `text`, in the buffers of an earlier call. In Russian words
    /// the Latin letters that look like Cyrillic ones are read as those.
    pub fn read(&mut self, text: &str, limit: usize, language: Language) {
        self.folded.clear();
        self.places.clear();
        self.same = plain_prefix(text.as_bytes(), limit, language);
        self.folded.push_str(text.get(..self.same).unwrap_or(""));
        self.folded.make_ascii_lowercase();
        let mut after_space = self.same == 0 || self.folded.ends_with(' ');
        for (at, character) in text.get(self.same..).unwrap_or("").char_indices() {
            let at = at + self.same;
            if at >= limit {
                self.places.push(at as u32);
                return;
            }
            let spaced = character.is_whitespace();
            if is_dropped(character) || (spaced && after_space) {
                continue;
            }
            after_space = spaced;
            let before = self.folded.len();
            match character {
                _ if spaced => self.folded.push(' '),
                '’' | '‘' | '`' | '´' | 'ʼ' => self.folded.push('\''),
                _ if language == Language::Ru && character.is_ascii_alphabetic() => {
                    self.folded.push(cyrillic(character));
                }
                _ if character.is_ascii() => self.folded.push(character.to_ascii_lowercase()),
                _ => self.folded.extend(character.to_lowercase()),
            }
            self.places.resize(self.places.len() + self.folded.len() - before, at as u32);
        }
        self.places.push(text.len() as u32);
    }

    /// The folded words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.folded
    }

    /// The byte of the text at which the folded byte `at` was read, or for a place past the end the
    /// byte after the last that was.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        match at.checked_sub(self.same) {
            None => at,
            Some(behind) => self.places.get(behind).or(self.places.last()).map_or(at, |&place| place as usize),
        }
    }
}

/// How many bytes at the start need nothing but small letters.
fn plain_prefix(bytes: &[u8], limit: usize, language: Language) -> usize {
    let mut before = b' ';
    let plain = bytes.iter().take(limit).take_while(|&&byte| {
        let letter = byte.is_ascii_alphabetic();
        let kept = letter && language != Language::Ru
            || byte == b' ' && before != b' '
            || byte.is_ascii_graphic() && !letter && !matches!(byte, b'*' | b'_' | b'`');
        before = byte;
        kept
    });
    plain.count()
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

//! Folds the beginning of a text so that it can be looked up in a table.

use super::Language;

/// The beginning of a text in small letters, with straight apostrophes and without tashkeel, and
/// where each of its bytes stands in the text.
#[derive(Debug, Default)]
pub struct FoldedStart {
    folded: String,
    /// For every byte of `folded`, and one past it, the byte in the text.
    places: Vec<u32>,
}

impl FoldedStart {
    /// Folds at most `limit` bytes of `text`, in the buffers of an earlier call. In Russian words
    /// the Latin letters that look like Cyrillic ones are read as those.
    pub fn read(&mut self, text: &str, limit: usize, language: Language) {
        self.folded.clear();
        self.places.clear();
        let mut after_space = true;
        for (at, character) in text.char_indices() {
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
                'A'..='Z' => self.folded.push(character.to_ascii_lowercase()),
                _ if character.is_ascii() => self.folded.push(character),
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

    /// The byte of the text at which the folded byte `at` was read.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        self.places.get(at).or(self.places.last()).copied().unwrap_or(0) as usize
    }

    /// The byte of the text after the character whose folding ends before `at`: dropped characters
    /// that follow it (tashkeel) belong to it.
    #[must_use]
    pub fn end_place(&self, at: usize) -> usize {
        self.place(at)
    }
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
        assert_eq!(text.get(..start.end_place("s'inspirant".len())), Some("S’inspirant"));
    }
}

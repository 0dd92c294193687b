//! One spelling for the many that a name is printed in.

/// The longest key that a table holds, in bytes. A longer word is in no table.
const LONGEST: usize = 96;

/// A word as the tables of this module spell it: small letters without accents, one form of alef,
/// no vowel marks. Lives on the stack, so that looking a word up allocates nothing.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Key {
    /// An empty key.
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; LONGEST], length: 0 }
    }

    /// The key of `word`, or `None` where it is longer than any table's keys.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let mut key = Self::new();
        key.push_str(word).then_some(key)
    }

    /// Adds a word; `false` where there is no room.
    pub(crate) fn push_str(&mut self, word: &str) -> bool {
        word.chars().filter_map(fold).all(|letter| self.push(letter))
    }

    /// Adds one letter as it is; `false` where there is no room.
    pub(crate) fn push(&mut self, letter: char) -> bool {
        let end = self.length + letter.len_utf8();
        let Some(room) = self.bytes.get_mut(self.length..end) else { return false };
        letter.encode_utf8(room);
        self.length = end;
        true
    }

    /// The key as a string.
    pub(crate) fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// A letter in the one spelling of the tables, or `None` for a mark that carries no meaning there.
pub(crate) fn fold(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' | '0'..='9' | ' ' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        '\u{AD}'
        | '\u{640}'
        | '\u{64B}'..='\u{655}'
        | '\u{670}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' => {
            return None;
        }
        '\u{300}'..='\u{36F}' => return None,
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ё' | 'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        '’' | 'ʼ' | 'ʿ' | 'ʾ' | '‘' | '`' | '´' | '′' => '\'',
        '\u{A0}' | '\u{2007}' | '\u{2009}' | '\u{202F}' | '\t' | '\n' | '\r' | '\u{3000}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        other => other.to_lowercase().next().unwrap_or(other),
    })
}

/// Whether `letter` is part of a word: a letter, or a mark that stands on one.
///
/// The letters of the scripts read here are told by their range, which is much quicker than asking the
/// tables of Unicode.
pub(crate) fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\x7F' => letter.is_ascii_alphabetic(),
        'а'..='я' | 'А'..='Я' | '\u{620}'..='\u{652}' | '\u{4E00}'..='\u{9FFF}' | '\u{AD}' | '\u{670}' => true,
        _ => letter.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn spells_a_word_in_one_way() {
        let spelt = |word| Key::of(word).map(|key| key.as_str().to_owned());
        assert_eq!(spelt("FÉVRIER").as_deref(), Some("fevrier"));
        assert_eq!(spelt("الأُوْلَى").as_deref(), Some("الاولي"));
        assert_eq!(spelt("Марта").as_deref(), Some("марта"));
        assert_eq!(spelt(&"x".repeat(500)), None);
    }
}

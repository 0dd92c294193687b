//! Characters made equal that a reader takes for the same: case, marks, forms of letters, digits.

/// What a character is to the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folded {
    /// It stands between words.
    Break,
    /// It belongs to a word but counts for nothing: tashkeel, tatweel, a soft hyphen.
    Dropped,
    /// One letter or digit.
    One(char),
    /// A ligature or a letter that is spelt with several.
    Several(&'static str),
    /// A character of a script without spaces, found by overlapping pairs.
    Han(char),
}

/// What Latin letters from U+00C0 to U+017F are without their marks; a blank where the letter stays.
const LATIN: &str = concat!(
    "aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y",
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkklllllll",
    "lllnnnnnn   oooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
);

/// Letters that are spelt with two or more.
const SPELT: [(char, &str); 16] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ĳ', "ij"),
    ('Ĳ', "ij"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
];

/// Folds one character that is not ASCII.
pub(crate) fn fold(character: char) -> Folded {
    match character {
        '\u{00B2}' | '\u{00B3}' | '\u{00B9}' | '\u{2070}'..='\u{209F}' => Folded::Break,
        '\u{00AD}'
        | '\u{0300}'..='\u{036F}'
        | '\u{02BB}'..='\u{02BF}'
        | '\u{0610}'..='\u{061A}'
        | '\u{0640}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => Folded::Dropped,
        '\u{0660}'..='\u{0669}' => digit(character, 0x0660),
        '\u{06F0}'..='\u{06F9}' => digit(character, 0x06F0),
        '\u{FF10}'..='\u{FF19}' => digit(character, 0xFF10),
        '\u{FF21}'..='\u{FF3A}' => shifted(character, 0xFF21),
        '\u{FF41}'..='\u{FF5A}' => shifted(character, 0xFF41),
        'أ' | 'إ' | 'آ' | 'ٱ' => Folded::One('ا'),
        // The seat of a hamza differs between countries: مسؤولية, مسئولية.
        'ؤ' | 'ئ' => Folded::One('ء'),
        'ی' => Folded::One('ي'),
        'ک' => Folded::One('ك'),
        'ё' | 'Ё' => Folded::One('е'),
        '\u{2E80}'..='\u{2FDF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}' => Folded::Han(character),
        _ => fold_letter(character),
    }
}

fn fold_letter(character: char) -> Folded {
    if let Some((_, spelt)) = SPELT.iter().find(|(letter, _)| *letter == character) {
        return Folded::Several(spelt);
    }
    if let Some(at) = (character as usize).checked_sub(0xC0)
        && let Some(&plain) = LATIN.as_bytes().get(at)
        && plain != b' '
    {
        return Folded::One(plain as char);
    }
    if !character.is_alphanumeric() {
        return Folded::Break;
    }
    let mut small = character.to_lowercase();
    small.next().map_or(Folded::Break, Folded::One)
}

fn digit(character: char, zero: u32) -> Folded {
    Folded::One(char::from_digit(character as u32 - zero, 10).unwrap_or('0'))
}

fn shifted(character: char, first: u32) -> Folded {
    Folded::One(char::from_u32(character as u32 - first + u32::from(b'a')).unwrap_or(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        for character in text.chars() {
            match fold(character) {
                Folded::Break => out.push('|'),
                Folded::Dropped => {}
                Folded::One(one) | Folded::Han(one) => out.push(one),
                Folded::Several(several) => out.push_str(several),
            }
        }
        out
    }

    #[test]
    fn takes_the_marks_from_latin_letters() {
        assert_eq!(folded("ÀÉÎÕÜÇÑàéîõüçñÿŁłŚśŽžİıĄą"), "aeioucnaeioucnyllsszziiaa");
        assert_eq!(folded("ßŒœÆﬁ"), "ssoeoeaefi");
        assert_eq!(folded("×÷«»’—²"), "|||||||");
    }

    #[test]
    fn makes_the_forms_of_arabic_letters_equal() {
        assert_eq!(folded("الأمم"), folded("الامم"));
        assert_eq!(folded("آسيا"), folded("اسيا"));
        assert_eq!(folded("مسؤولية"), folded("مسئولية"));
        assert_eq!(folded("قَرَار"), folded("قـــرار"));
        assert_eq!(folded("٢٠٢٥۱"), "20251");
    }

    #[test]
    fn writes_russian_and_wide_letters_small() {
        assert_eq!(folded("ЁЖИК"), "ежик");
        assert_eq!(folded("ＡＺａｚ０９"), "azaz09");
    }
}

//! The letters after a number (`74/255 A and B`), in three scripts, and Roman numerals.

use crate::lexicon::key::is_word;
use crate::text;

use super::super::scan::{Cursor, is_dash};

/// A letter that tells works of one number apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// The Latin letter, `A` to `Z`.
    pub(super) latin: char,
    /// Whether it is printed twice, as after `Z` (`53/77 AA`).
    pub(super) doubled: bool,
    /// Where it stands: its own place, or that of the word for *to* where a range implies it.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
}

impl Letter {
    /// Adds the letter to an id.
    pub(super) fn push_to(self, id: &mut String) {
        id.push(self.latin);
        if self.doubled {
            id.push(self.latin);
        }
    }
}

/// The names of the Arabic letters in the order that stands for A to Z. `[ar-letters]`
const ARABIC: [&str; 26] = [
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون", "سين", "عين",
    "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد",
];

/// Cyrillic capitals that are typed for the Latin ones they look like.
const CYRILLIC: [(char, char); 11] = [
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Т', 'T'),
    ('Х', 'X'),
];

/// Reads the letters that come next: `A`, `A and B`, `A, B and C`, `A to D`, `A-B`, `ألف وباء`.
/// Leaves the cursor after the last, or where it was when there is none.
pub(super) fn read_letters(at: &mut Cursor) -> Vec<Letter> {
    let mut ahead = *at;
    ahead.spaces();
    let Some(first) = letter(&mut ahead) else { return Vec::new() };
    let mut found = vec![first];
    *at = ahead;
    while found.len() < 52 {
        let joint = *at;
        let Some(range) = join(&mut ahead) else { break };
        let Some(next) = letter(&mut ahead) else { break };
        let last = found.last().copied().unwrap_or(first);
        if next.latin <= last.latin && !next.doubled {
            break;
        }
        if range {
            let implied = (last.latin as u8 + 1)..(next.latin as u8);
            let place = Cursor::new(joint.text(), joint.at);
            let (start, end) = trimmed(place, next.start);
            found.extend(implied.map(|latin| Letter { latin: latin as char, doubled: false, start, end }));
        }
        found.push(next);
        *at = ahead;
    }
    found
}

/// The place of a joint without the white space around it.
fn trimmed(mut from: Cursor, to: usize) -> (usize, usize) {
    from.spaces();
    let words = from.text().get(from.at..to).unwrap_or_default().trim_end();
    (from.at, from.at + words.len())
}

/// The Latin letter that `word` names, alone and whole: `B`, `باء`.
///
/// # Examples
///
/// ```
/// use whereas::extract::read_letter;
///
/// assert_eq!(read_letter("باء"), Some('B'));
/// assert_eq!(read_letter("Board"), None);
/// ```
#[must_use]
pub fn read_letter(word: &str) -> Option<char> {
    let mut at = Cursor::new(word, 0);
    letter(&mut at).filter(|letter| letter.end == word.len()).map(|letter| letter.latin)
}

/// One letter.
fn letter(at: &mut Cursor) -> Option<Letter> {
    let start = at.at;
    let mut ahead = *at;
    let first = ahead.bump()?;
    let (latin, doubled) = if first.is_ascii_uppercase() {
        (first, ahead.eat(first.encode_utf8(&mut [0; 4])))
    } else if let Some((_, latin)) = CYRILLIC.iter().find(|(cyrillic, _)| *cyrillic == first) {
        (*latin, false)
    } else {
        ahead = *at;
        let place = ARABIC.iter().position(|name| ahead.eat(name))?;
        let latin = (b'A' + place as u8) as char;
        let mut twice = ahead;
        twice.spaces();
        let doubled = ARABIC.get(place).is_some_and(|name| twice.eat(name));
        if doubled {
            ahead = twice;
        }
        (latin, doubled)
    };
    let next = ahead.peek();
    let joined = next.is_some_and(|next| {
        let after = ahead.rest().get(next.len_utf8()..).and_then(|rest| rest.chars().next());
        is_word(next)
            || next.is_ascii_digit()
            || next == '/'
            || (is_dash(next) && after.is_some_and(|after| after.is_alphanumeric() && !after.is_ascii_uppercase()))
            || (next == '.' && after.is_some_and(char::is_alphanumeric))
    });
    // Chinese has no space after the letter.
    if joined && next.is_none_or(|next| next < '\u{2E80}') {
        return None;
    }
    *at = ahead;
    Some(Letter { latin, doubled, start, end: ahead.at })
}

/// Steps over what joins two letters; whether it makes a range.
fn join(at: &mut Cursor) -> Option<bool> {
    if at.peek().is_some_and(is_dash) {
        at.bump();
        return Some(true);
    }
    let spaced = at.spaces();
    if at.eat_one(&["至"]) {
        at.spaces();
        return Some(true);
    }
    if at.eat_one(&["、", "和", "及", "与"]) {
        at.spaces();
        return Some(false);
    }
    if at.eat_one(&[",", "،"]) {
        at.spaces();
        at.eat_word(&["and", "et", "y", "и"]);
        if at.eat("و") {
            at.spaces();
        }
        return Some(false);
    }
    if !spaced {
        return None;
    }
    if at.eat_word(&["and", "et", "y", "e", "и", "&"]) || at.eat("و") {
        at.spaces();
        return Some(false);
    }
    at.eat_word(&["to", "à", "a", "al", "по", "до", "إلى", "-", "–"]).then_some(true)
}

/// Reads a Roman numeral of capitals, 1 to 399.
pub(super) fn read_roman(at: &mut Cursor) -> Option<u32> {
    let start = at.at;
    let mut ahead = *at;
    while matches!(ahead.byte(), Some(b'I' | b'V' | b'X' | b'L' | b'C')) {
        ahead.bump();
    }
    let value = text::read_roman(at.text().get(start..ahead.at)?).filter(|value| *value < 400)?;
    *at = ahead;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> (String, &str) {
        let mut at = Cursor::new(text, 0);
        let mut id = String::new();
        for letter in read_letters(&mut at) {
            letter.push_to(&mut id);
            id.push(' ');
        }
        (id.trim_end().to_owned(), at.rest())
    }

    #[test]
    fn reads_letters_of_three_scripts() {
        for (text, expected, rest) in [
            (" A and B of", "A B", " of"),
            (" A, B and C,", "A B C", ","),
            (" A to D of", "A B C D", " of"),
            (" A-B", "A B", ""),
            (" AA of", "AA", " of"),
            ("B号", "B", "号"),
            (" A и В от", "A B", " от"),
            (" ألف وباء المؤرخ", "A B", " المؤرخ"),
            (" سين المؤرخ", "O", " المؤرخ"),
            (" A à C", "A B C", ""),
            (" of 5", "", " of 5"),
            (" S-17/1", "", " S-17/1"),
            (" A/77/1", "", " A/77/1"),
            (", A", "", ", A"),
        ] {
            assert_eq!(letters(text), (expected.to_owned(), rest), "{text}");
        }
    }

    #[test]
    fn reads_roman_numerals_and_refuses_false_ones() {
        assert_eq!(read_roman(&mut Cursor::new("XXIX)", 0)), Some(29));
        assert_eq!(read_roman(&mut Cursor::new("IIX)", 0)), None);
        assert_eq!(text::write_roman(48), "XLVIII");
    }
}

//! Words with their places, folded so that copies of one text compare equal.

use super::Span;

/// Reads the words of a stretch of text one by one, folding each into a buffer of the caller's.
///
/// | in the text | folded |
/// |---|---|
/// | capitals, full-width letters, ligatures, accents | small plain letters |
/// | apostrophes inside a word, tashkeel, tatweel, soft hyphens, direction marks | dropped |
/// | forms of alef, alef maqsura, teh marbuta | one form |
/// | digits of any script; `1,000` | `1000` |
/// | a hyphen at the end of a line inside a word | dropped, the two halves are one word |
/// | other hyphens, marks, LaTeX commands, HTML tags | between words |
/// | Chinese and Japanese characters | a word each |
///
/// Linear; allocates nothing of its own.
///
/// # Examples
///
/// ```
/// use whereas::text::{Span, WordReader};
///
/// let text = "- **Kazakhstan’s** inter-state";
/// let mut words = WordReader::new(text, Span::at(0, text.len()), &[]);
/// let mut folded = String::new();
/// let span = words.next(&mut folded).unwrap();
/// assert_eq!((span.of(text), folded.as_str()), (Some("Kazakhstan’s"), "kazakhstans"));
/// words.next(&mut folded);
/// assert_eq!(folded, "inter");
/// ```
#[derive(Clone, Debug)]
pub struct WordReader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    noise: &'a [Span],
}

/// What a character does to the word around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It is part of a word.
    Letter,
    /// It is a digit of a word.
    Digit,
    /// It is a word by itself.
    Whole,
    /// It belongs to a word that goes on after it, and is not written.
    Inside,
    /// It is nothing, wherever it stands.
    Nothing,
    /// It ends a word.
    Between,
}

impl<'a> WordReader<'a> {
    /// Reads `span` of `text`, leaving out `noise`, which is sorted and does not overlap.
    #[must_use]
    pub fn new(text: &'a str, span: Span, noise: &'a [Span]) -> Self {
        let first = noise.partition_point(|part| part.end <= span.start);
        let end = (span.end as usize).min(text.len());
        Self { text, at: span.start as usize, end, noise: noise.get(first..).unwrap_or(&[]) }
    }

    /// The place of the next word, and the word in `folded`; `None` at the end.
    pub fn next(&mut self, folded: &mut String) -> Option<Span> {
        folded.clear();
        let mut start = 0;
        let mut last = 0;
        let mut last_role = Role::Between;
        while let Some((character, role)) = self.peek() {
            let next = self.at + character.len_utf8();
            let inside = !folded.is_empty();
            match role {
                Role::Whole if inside => break,
                Role::Letter | Role::Digit | Role::Whole => {
                    if !inside {
                        start = self.at;
                    }
                    last_role = role;
                    self.at = if character.is_ascii() { self.take_ascii(folded, role) } else { next };
                    if !character.is_ascii() {
                        fold_into(character, folded);
                    }
                    last = self.at;
                    // A letter that folds to nothing (a lone spacing apostrophe) is no word.
                    if role == Role::Whole {
                        break;
                    }
                }
                Role::Nothing => self.at = next,
                Role::Inside if inside && self.goes_on(character, next, last_role) => {
                    if matches!(character, ',' | '.' | '٬' | '٫') && !self.groups_thousands() {
                        folded.push('.');
                    }
                }
                _ if inside => break,
                _ => self.at = self.skip_residue(character).unwrap_or(next),
            }
        }
        (!folded.is_empty()).then(|| Span::at(start, last))
    }

    /// Writes the ASCII letters or digits that come next in small letters; gives the place behind.
    fn take_ascii(&self, folded: &mut String, role: Role) -> usize {
        let limit = self.noise.first().map_or(self.end, |noise| self.end.min(noise.start as usize));
        let bytes = self.text.as_bytes().get(self.at..limit).unwrap_or(&[]);
        let length = bytes.iter().take_while(|&&byte| byte.is_ascii() && ascii_role(byte) == role).count();
        let before = folded.len();
        folded.push_str(self.text.get(self.at..self.at + length).unwrap_or(""));
        if let Some(word) = folded.get_mut(before..) {
            word.make_ascii_lowercase();
        }
        self.at + length.max(1)
    }

    /// The next character that is not noise, with what it does.
    fn peek(&mut self) -> Option<(char, Role)> {
        while let Some(noise) = self.noise.first() {
            if self.at >= noise.end as usize {
                self.noise = self.noise.get(1..).unwrap_or(&[]);
            } else if self.at >= noise.start as usize {
                self.at = noise.end as usize;
            } else {
                break;
            }
        }
        if self.at >= self.end {
            return None;
        }
        match self.text.as_bytes().get(self.at) {
            Some(&byte) if byte.is_ascii() => Some((byte as char, ascii_role(byte))),
            Some(_) => {
                let character = self.text.get(self.at..)?.chars().next()?;
                Some((character, role_of(character)))
            }
            None => None,
        }
    }

    /// Steps over an apostrophe, a number's separator or a broken line's hyphen where the word goes
    /// on behind it.
    fn goes_on(&mut self, character: char, next: usize, before: Role) -> bool {
        let rest = self.text.get(next..self.end).unwrap_or("");
        let (skipped, wanted) = match character {
            ',' | '.' | '٬' | '٫' => (0, Role::Digit),
            '-' | '\u{2010}' => {
                let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
                let broken = rest.get(..blank).is_some_and(|blank| blank.matches('\n').count() == 1);
                if !broken {
                    return false;
                }
                (blank, Role::Letter)
            }
            _ => (0, Role::Letter),
        };
        let after = rest.get(skipped..).and_then(|rest| rest.chars().next());
        let small = |letter: char| wanted != Role::Letter || skipped == 0 || letter.is_lowercase();
        let fits = before == wanted && after.is_some_and(|letter| role_of(letter) == wanted && small(letter));
        if fits {
            self.at = next + skipped;
        }
        fits
    }

    /// Whether exactly three digits come next: `1,000` but not `1.7`.
    fn groups_thousands(&self) -> bool {
        let rest = self.text.get(self.at..self.end).unwrap_or("");
        rest.chars().take(4).take_while(|next| role_of(*next) == Role::Digit).count() == 3
    }

    /// Where a LaTeX command, an HTML tag or an HTML entity that begins here ends.
    fn skip_residue(&self, first: char) -> Option<usize> {
        let bytes = self.text.as_bytes().get(self.at + 1..self.end)?;
        let letters = |from: usize| {
            bytes.get(from..).unwrap_or(&[]).iter().take(24).take_while(|byte| byte.is_ascii_alphanumeric()).count()
        };
        match first {
            '\\' => Some(self.at + 1 + letters(0)).filter(|&end| end > self.at + 1),
            '&' => {
                let from = usize::from(bytes.first() == Some(&b'#'));
                let name = from + letters(from);
                (name > 1 && bytes.get(name) == Some(&b';')).then_some(self.at + 2 + name)
            }
            '<' => {
                let from = usize::from(bytes.first() == Some(&b'/'));
                if letters(from) == 0 {
                    return None;
                }
                let close = bytes.iter().take(200).position(|&byte| matches!(byte, b'>' | b'<' | b'\n'))?;
                (bytes.get(close) == Some(&b'>')).then_some(self.at + 2 + close)
            }
            _ => None,
        }
    }
}

const fn ascii_role(byte: u8) -> Role {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Role::Letter,
        b'0'..=b'9' => Role::Digit,
        b'\'' | b'`' | b',' | b'.' | b'-' => Role::Inside,
        _ => Role::Between,
    }
}

fn role_of(character: char) -> Role {
    match character {
        '\0'..='\x7F' => ascii_role(character as u8),
        '\u{AD}'
        | '\u{640}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{300}'..='\u{36F}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}' => Role::Nothing,
        '’' | '‘' | 'ʼ' | 'ʹ' | 'ʻ' | 'ʽ' | 'ʾ' | 'ʿ' | '´' | '′' | '＇' | '٬' | '٫' | '\u{2010}' => {
            Role::Inside
        }
        '¹' | '²' | '³' | '⁰'..='₉' => Role::Between,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' => {
            Role::Whole
        }
        '\u{20000}'..='\u{3FFFF}' => Role::Whole,
        '\u{FFFD}' => Role::Letter,
        _ if character.is_alphabetic() => Role::Letter,
        _ if character.is_numeric() => Role::Digit,
        _ => Role::Between,
    }
}

/// The plain letters for U+0100 to U+017F.
const PLAIN: &[u8; 128] =
    b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Writes the one form of a letter or digit that copies of a text are compared in.
pub(crate) fn fold_into(character: char, out: &mut String) {
    match character {
        'a'..='z' | '0'..='9' => out.push(character),
        'A'..='Z' => out.push(character.to_ascii_lowercase()),
        '\u{FF01}'..='\u{FF5E}' => {
            out.push(char::from_u32(character as u32 - 0xFEE0).unwrap_or(character).to_ascii_lowercase());
        }
        '\u{660}'..='\u{669}' => out.push(char::from_u32(character as u32 - 0x630).unwrap_or(character)),
        '\u{6F0}'..='\u{6F9}' => out.push(char::from_u32(character as u32 - 0x6C0).unwrap_or(character)),
        'À'..='Å' | 'à'..='å' => out.push('a'),
        'Æ' | 'æ' => out.push_str("ae"),
        'Ç' | 'ç' => out.push('c'),
        'È'..='Ë' | 'è'..='ë' => out.push('e'),
        'Ì'..='Ï' | 'ì'..='ï' => out.push('i'),
        'Ñ' | 'ñ' => out.push('n'),
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => out.push('o'),
        'Ù'..='Ü' | 'ù'..='ü' => out.push('u'),
        'Ý' | 'ý' | 'ÿ' => out.push('y'),
        'Œ' | 'œ' => out.push_str("oe"),
        '\u{100}'..='\u{17F}' => {
            let plain = PLAIN.get(character as usize - 0x100).copied().unwrap_or(b'?');
            out.push(plain as char);
        }
        'ß' => out.push_str("ss"),
        'Ё' | 'ё' => out.push('е'),
        'Й' | 'й' => out.push('й'),
        '\u{FB00}' => out.push_str("ff"),
        '\u{FB01}' => out.push_str("fi"),
        '\u{FB02}' => out.push_str("fl"),
        '\u{FB03}' => out.push_str("ffi"),
        '\u{FB04}' => out.push_str("ffl"),
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' => out.push('ي'),
        'ة' => out.push('ه'),
        _ => out.extend(character.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, String)> {
        let mut reader = WordReader::new(text, Span::at(0, text.len()), &[]);
        let mut folded = String::new();
        let mut found = Vec::new();
        while let Some(span) = reader.next(&mut folded) {
            found.push((folded.clone(), span.of(text).unwrap().to_owned()));
        }
        found
    }

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|(folded, _)| folded).collect()
    }

    #[test]
    fn leaves_the_residue_of_converters_out() {
        assert_eq!(
            folded("\\mathbf{ON} - 1 **Strongly** <b>condemns</b>&nbsp;it"),
            ["on", "1", "strongly", "condemns", "it"]
        );
        assert_eq!(folded("a < b & c"), ["a", "b", "c"]);
    }

    #[test]
    fn joins_a_word_that_a_line_end_breaks() {
        assert_eq!(words("inter-\nnational")[0], ("international".into(), "inter-\nnational".into()));
        assert_eq!(folded("inter-\n\nnational"), ["inter", "national"]);
        assert_eq!(folded("inter-state"), ["inter", "state"]);
    }

    #[test]
    fn drops_what_never_counts() {
        assert_eq!(
            folded("Sha’ban Sha'ban ʿAmmān الأُوْلَى ２０２２ ٢٠٢٢"),
            ["shaban", "shaban", "amman", "الاولي", "2022", "2022"]
        );
        assert_eq!(words("States’ rights")[0], ("states".into(), "States".into()));
    }

    #[test]
    fn keeps_a_number_whole() {
        assert_eq!(folded("1,000 and 1.7, 50/48-POL 2022."), ["1000", "and", "1.7", "50", "48", "pol", "2022"]);
    }

    #[test]
    fn takes_a_character_of_chinese_for_a_word() {
        assert_eq!(folded("回顾78/1号"), ["回", "顾", "78", "1", "号"]);
    }

    #[test]
    fn steps_over_noise_in_the_middle_of_a_word() {
        let text = "peace A/RES/77/18 2/5 ful";
        let noise = [Span::new(5, 22)];
        let mut reader = WordReader::new(text, Span::at(0, text.len()), &noise);
        let mut folded = String::new();
        assert_eq!(reader.next(&mut folded), Some(Span::new(0, 25)));
        assert_eq!(folded, "peaceful");
    }

    #[test]
    fn ends_on_anything() {
        for text in ["", "'", "''''", "-\n", "\\", "<", "&#;", "\u{301}", "ʿ"] {
            assert_eq!(folded(text), Vec::<String>::new(), "{text:?}");
        }
    }
}

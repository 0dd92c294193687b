//! Characters that carry nothing: they are dropped or folded before a text is read.

use std::borrow::Cow;

use super::{Normalizer, OffsetMap, Span};

/// A text without invisible characters, converters' marks and odd spaces, and the way back from it.
///
/// Most texts have none of these and are borrowed as they are.
#[derive(Debug)]
pub struct CleanText<'a> {
    text: Cow<'a, str>,
    map: Option<OffsetMap>,
}

impl<'a> CleanText<'a> {
    /// Reads `source` once.
    ///
    /// | in the source | here |
    /// |---|---|
    /// | soft hyphens, byte order marks, zero-width and direction marks, control characters | dropped |
    /// | no-break and other odd spaces, form feeds | a space |
    /// | carriage returns, line and paragraph separators | a line end |
    /// | Latin ligatures | their letters |
    /// | Arabic presentation forms | their letters |
    /// | `**bold**`, `__bold__`, `\mathbf{X}` and other LaTeX commands with words in braces | the words |
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let mut edited: Option<Normalizer> = None;
        let mut kept = 0;
        let mut at = 0;
        while let Some(plain) = bytes.get(at..).and_then(|rest| rest.iter().position(|&byte| is_suspect(byte))) {
            at += plain;
            let byte = bytes.get(at).copied().unwrap_or_default();
            if !leads_to_repair(byte, bytes.get(at + 1..).unwrap_or(&[])) {
                at += 1;
                continue;
            }
            let Some((len, words)) = repair(source, at) else {
                at += 1;
                continue;
            };
            let edited = edited.get_or_insert_with(|| Normalizer::with_capacity(source.len()));
            edited.keep(source, Span::at(kept, at));
            edited.replace(Span::at(at, at + len), words);
            at += len;
            kept = at;
        }
        match edited {
            None => Self { text: Cow::Borrowed(source), map: None },
            Some(mut edited) => {
                edited.keep(source, Span::at(kept, source.len()));
                let (text, map) = edited.finish();
                Self { text: Cow::Owned(text), map: Some(map) }
            }
        }
    }

    /// The clean text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The span of the source for a span of the clean text.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.map.as_ref().map_or(span, |map| map.to_source(span))
    }

    /// What was dropped inside a span of the source.
    #[must_use]
    pub fn dropped_within(&self, span: Span) -> Vec<Span> {
        self.map.as_ref().map_or_else(Vec::new, |map| map.dropped_within(span))
    }
}

/// Whether a repair may begin with this byte: the cheap test that most bytes fail.
fn is_suspect(byte: u8) -> bool {
    SUSPECTS.get(usize::from(byte)).copied().unwrap_or_default()
}

const SUSPECTS: [bool; 256] = {
    let mut suspects = [false; 256];
    let mut slots: &mut [bool] = &mut suspects;
    let mut byte = 0u8;
    while let [slot, rest @ ..] = slots {
        *slot = matches!(byte, 0..=8 | 0x0B..=0x1F | 0x7F | b'*' | b'_' | b'\\' | b'}' | 0xC2 | 0xE2 | 0xE3 | 0xEF);
        slots = rest;
        byte = byte.wrapping_add(1);
    }
    suspects
};

/// Whether a character that begins with `first` may be one that is repaired: the marks of Chinese and the
/// quotation marks of every script share their first bytes with odd spaces, and are many.
const fn leads_to_repair(first: u8, rest: &[u8]) -> bool {
    match (first, rest) {
        (0xC2, [second, ..]) => matches!(second, 0xA0 | 0xAD),
        (0xE2, [0x80, third, ..]) => matches!(third, 0x80..=0x8F | 0xA8..=0xAF),
        (0xE2, [second, ..]) => *second == 0x81,
        (0xE3, [second, third, ..]) => *second == 0x80 && *third == 0x80,
        (0xEF, [second, ..]) => *second != 0xBC,
        _ => true,
    }
}

/// How many bytes at `at` are to be replaced, and by what.
fn repair(source: &str, at: usize) -> Option<(usize, &'static str)> {
    let rest = source.get(at..)?;
    let mut characters = rest.chars();
    let first = characters.next()?;
    let second = characters.next();
    let folded = match first {
        '\r' if second == Some('\n') => "",
        '\r' | '\u{0B}' | '\u{2028}' | '\u{2029}' => "\n",
        '\u{0C}' => "\n\n",
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => " ",
        '\u{00}'..='\u{1F}'
        | '\u{7F}'
        | '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{FEFF}' => "",
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        '*' | '_' => return is_emphasis(source, at, first).then_some((2, "")),
        '\\' => return latex_opening(rest).map(|len| (len, "")),
        '}' if closes_latex(source.get(..at)?) => "",
        _ => super::arabic::letters_of(first)?,
    };
    Some((first.len_utf8(), folded))
}

/// Whether two marks of emphasis stand at `at`: neither a longer row of them (a rule) nor one alone.
fn is_emphasis(source: &str, at: usize, mark: char) -> bool {
    let bytes = source.as_bytes();
    let is_mark =
        |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(|&byte| byte as char == mark);
    is_mark(Some(at + 1)) && !is_mark(Some(at + 2)) && !is_mark(at.checked_sub(1))
}

/// The length of `\command{` at the start of `rest`.
fn latex_opening(rest: &str) -> Option<usize> {
    let name = rest.get(1..)?.bytes().take_while(u8::is_ascii_alphabetic).take(20).count();
    (name > 0 && rest.as_bytes().get(1 + name) == Some(&b'{')).then_some(name + 2)
}

/// Whether a closing brace after `before` ends the words of a LaTeX command on the same line.
fn closes_latex(before: &str) -> bool {
    let bytes = before.as_bytes();
    let nearest = bytes.iter().rev().take(200).position(|&byte| matches!(byte, b'{' | b'\n'));
    let Some(open) = nearest.map(|back| bytes.len() - 1 - back) else { return false };
    if bytes.get(open) != Some(&b'{') {
        return false;
    }
    let command = bytes.get(..open).unwrap_or(&[]).iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    command > 0 && open.checked_sub(command + 1).and_then(|slash| bytes.get(slash)) == Some(&b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrows_a_text_without_residue() {
        let clean = CleanText::new("Recalling “its” résolution 70/1,\n");
        assert!(matches!(clean.text, Cow::Borrowed(_)));
    }

    #[test]
    fn takes_the_words_out_of_the_marks_of_converters() {
        let source = "\\mathbf{ON} **Strongly** con\u{FB01}rms\u{A0}it\r\n";
        let clean = CleanText::new(source);
        assert_eq!(clean.text(), "ON Strongly confirms it\n");
        let words = Span::new(3, 11);
        assert_eq!(words.of(clean.text()), Some("Strongly"));
        assert_eq!(clean.to_source(words).of(source), Some("Strongly"));
    }

    #[test]
    fn leaves_a_brace_or_a_star_that_is_text() {
        let source = "a {set} of * things_here \\ and } so";
        assert_eq!(CleanText::new(source).text(), source);
    }

    #[test]
    fn reads_the_letters_of_arabic_presentation_forms() {
        assert_eq!(CleanText::new("ﺇﻥ ﺍﻟﺠﻤﻌﻴﺔ ﻻ").text(), "إن الجمعية لا");
    }
}

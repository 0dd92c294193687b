//! What stands before the enacting sentence: the line that announces a resolution, its title, the
//! theme of a session.
//!
//! # Examples
//!
//! | body | line |
//! |---|---|
//! | OIC | `RESOLUTION NO. 50/48-POL ON SOLIDARITY WITH …`, `Résolution N°1/47-CS sur …` |
//! | UN Security Council | `Resolution 484 (1980)`, `59 (1948). Resolution of 19 October 1948` |
//! | UN General Assembly | `77/108. Consideration of …` |

use super::label::digit;
use super::subject::read_title_number;
use crate::text::Span;

/// A line that announces a resolution, in bytes of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The symbol or number.
    pub symbol: Span,
    /// Where the title begins, or the words' end.
    pub title: usize,
    /// Whether the number is a label of the title rather than a heading of its own.
    pub labels_title: bool,
}

/// Words for *resolution* that headings begin with, and for *number* that may follow.
const RESOLUTION: [&str; 12] = [
    "resolution",
    "résolution",
    "resolución",
    "резолюция",
    "القرار",
    "قرار",
    "draft resolution",
    "recommendation",
    "decision",
    "décision",
    "recommandation",
    "motion",
];
const NUMBER: [&str; 9] = ["no.", "no", "n°", "nº", "nо", "number", "núm.", "رقم", "الرقم"];

/// Reads the line that announces a resolution.
pub(super) fn read_heading(words: &str) -> Option<Heading> {
    if let Some((number, title)) = read_title_number(words) {
        return Some(Heading { symbol: Span::at(0, number.len()), title, labels_title: true });
    }
    read_worded(words).or_else(|| read_early_council(words))
}

/// `RESOLUTION NO. 50/48-POL ON …`
fn read_worded(words: &str) -> Option<Heading> {
    // Most lines begin with none of the letters that these words do. In small letters the words go
    // on with a sentence or a title that was broken.
    if !matches!(words.as_bytes(), [b'R' | b'D' | 0xC3 | 0xD0..=0xD1 | 0xD8..=0xD9, ..])
        || words.starts_with(char::is_lowercase)
    {
        return None;
    }
    let after = RESOLUTION.iter().find_map(|word| skip_word(words, word))?;
    let rest = words.get(after..)?;
    let numbered = NUMBER.iter().find_map(|word| skip_word(rest, word)).unwrap_or(0);
    let start = after + numbered;
    let symbol = words.get(start..)?;
    // A number that has lost its year may stand alone.
    let bare = (1..=4).contains(&symbol.len()) && symbol.bytes().all(|byte| byte.is_ascii_digit());
    let digits = symbol.bytes().take_while(u8::is_ascii_digit).count();
    let named = (1..=4).contains(&digits) && symbol.get(digits..).is_some_and(|rest| rest.starts_with(": "));
    let len = symbol_len(symbol)
        .or_else(|| bare.then_some(symbol.len()))
        .or_else(|| named.then_some(digits))
        .or_else(|| dated_len(symbol))?;
    let rest = symbol.get(len..)?;
    // The call of a footnote may be left behind the year: `Resolution 2591 (2031)1`.
    let rest = if symbol.get(..len)?.ends_with(')') {
        rest.trim_start_matches(|next: char| next.is_ascii_digit())
    } else {
        rest
    };
    // A sentence goes on in small letters: *Resolution 70/1 of the Assembly*.
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let title =
        rest.trim_start_matches(|mark: char| mark.is_whitespace() || matches!(mark, '.' | ':' | '-' | '–' | '—'));
    Some(Heading { symbol: Span::at(start, start + len), title: words.len() - title.len(), labels_title: false })
}

/// The length of a number with place and year, or with the year before it: `231 (DOHA, 2026)`, `2031-114`.
fn dated_len(text: &str) -> Option<usize> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(end..)?;
    if end == 4
        && let Some(number) = rest.strip_prefix('-')
    {
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        return (1..=5).contains(&digits).then_some(end + 1 + digits);
    }
    let inside = rest.trim_start().strip_prefix('(').filter(|_| (1..=4).contains(&end))?;
    let close = inside.find(')').filter(|close| (8..=40).contains(close))?;
    let year = inside.get(..close)?.rsplit([' ', ',']).next()?;
    let dated = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    (dated && inside.starts_with(char::is_uppercase)).then_some(text.len() - inside.len() + close + 1)
}

/// `59 (1948). Resolution of 19 October 1948`
fn read_early_council(words: &str) -> Option<Heading> {
    let len = symbol_len(words)?;
    let rest = words.get(len..)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest).trim_start();
    (words.as_bytes().get(len.checked_sub(1)?) == Some(&b')') && skip_word(rest, "resolution").is_some())
        .then_some(Heading { symbol: Span::at(0, len), title: words.len(), labels_title: false })
}

/// How many bytes `word`, in any case, and the white space behind it take at the start of `text`.
fn skip_word(text: &str, word: &str) -> Option<usize> {
    let mut expected = word.chars();
    let mut end = 0;
    for (at, character) in text.char_indices() {
        let Some(next) = expected.next() else { break };
        let plain = character.is_ascii() && next.is_ascii();
        let same = if plain {
            character.eq_ignore_ascii_case(&next)
        } else {
            character.to_lowercase().eq(next.to_lowercase())
        };
        if !same {
            return None;
        }
        end = at + character.len_utf8();
    }
    if expected.next().is_some() {
        return None;
    }
    let rest = text.get(end..)?;
    let symbolic = word.ends_with(['.', '°', 'º']);
    if rest.starts_with(char::is_alphabetic) || (!symbolic && !rest.starts_with(char::is_whitespace)) {
        return None;
    }
    Some(text.len() - rest.trim_start().len())
}

/// The length of a number with what belongs to it: `50/48-POL`, `1 /37- POL`, `10/11-P(IS)`,
/// `484 (1980)`.
fn symbol_len(text: &str) -> Option<usize> {
    let number =
        |text: &str| text.char_indices().find(|(_, next)| digit(*next).is_none()).map_or(text.len(), |(at, _)| at);
    let mut end = number(text);
    if end == 0 {
        return None;
    }
    let mut joined = false;
    if let Some(more) = skip_mark(text.get(end..)?, &['/']) {
        let digits = number(text.get(end + more..)?);
        if digits > 0 {
            end += more + digits;
            joined = true;
        }
    }
    if joined && let Some(more) = skip_mark(text.get(end..)?, &['-', '–']) {
        let rest = text.get(end + more..)?;
        let code = rest.find(|next: char| !(next.is_alphanumeric() || matches!(next, '&' | '.'))).unwrap_or(rest.len());
        let code = rest.get(..code)?.trim_end_matches('.').len();
        if (1..=14).contains(&code) {
            end += more + code;
        }
    }
    if let Some(more) = skip_mark(text.get(end..)?, &['(']) {
        let rest = text.get(end + more..)?;
        let close = rest.find(')').filter(|close| (1..=12).contains(close))?;
        let inside = rest.get(..close)?;
        // A scanner may put a mark between the digits of the year.
        let digits = inside.bytes().filter(u8::is_ascii_digit).count();
        let year = digits == 4 && inside.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' '));
        if year || joined && inside.chars().all(|next| next.is_alphabetic() || matches!(next, '.' | ' ')) {
            end += more + close + 1;
            joined = true;
        }
    }
    joined.then_some(end)
}

/// The length of one of `marks` with the spaces around it.
fn skip_mark(text: &str, marks: &[char]) -> Option<usize> {
    let mark = text.trim_start_matches(' ');
    let rest = mark.strip_prefix(marks)?;
    Some(text.len() - rest.trim_start_matches(' ').len())
}

/// The theme that stands in brackets behind the name of a session, without the brackets.
pub(super) fn find_theme(words: &str) -> Option<Span> {
    let open = words.find('(')?;
    let close = open + words.get(open..)?.find(')')?;
    let before = words.get(..open)?.to_lowercase();
    let inside = words.get(open + 1..close)?;
    let behind_session = ["session", "sesión", "сесси", "دورة", "届"].iter().any(|word| before.contains(word));
    let phrase = inside.split_whitespace().count() >= 2 && !inside.chars().any(|next| digit(next).is_some());
    (behind_session && phrase).then_some(Span::at(open + 1, close))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(words: &str) -> Option<(&str, &str)> {
        read_heading(words).map(|heading| (heading.symbol.of(words).unwrap(), words.get(heading.title..).unwrap()))
    }

    #[test]
    fn reads_the_headings_of_every_house_style() {
        assert_eq!(heading("RESOLUTION NO. 12/50-POL ON PEACE"), Some(("12/50-POL", "ON PEACE")));
        assert_eq!(heading("Résolution N°1/47-CS sur la culture"), Some(("1/47-CS", "sur la culture")));
        assert_eq!(heading("RESOLUTION No. 10/11-P(IS)"), Some(("10/11-P(IS)", "")));
        assert_eq!(heading("Résolution n°1 /37- POL sur"), Some(("1 /37- POL", "sur")));
        assert_eq!(heading("Resolution 484 (1980)"), Some(("484 (1980)", "")));
        assert_eq!(heading("59 (1948). Resolution of 19 October 1948"), Some(("59 (1948)", "")));
        assert_eq!(heading("75/253 B. Special subjects"), Some(("75/253 B", "Special subjects")));
        assert_eq!(heading("77/108 النظر في"), Some(("77/108", "النظر في")));
    }

    #[test]
    fn takes_no_sentence_for_a_heading() {
        for words in [
            "resolution 1863 (2009)",
            "Resolution adopted by the General Assembly",
            "Resolution of 1980",
            "78 (1) of",
            "70/1 of 25",
        ] {
            assert_eq!(heading(words), None, "{words}");
        }
    }

    #[test]
    fn finds_the_theme_behind_a_session() {
        let words = "50TH SESSION OF THE COUNCIL (TOWARDS UNITY AND PEACE)";
        assert_eq!(find_theme(words).and_then(|span| span.of(words)), Some("TOWARDS UNITY AND PEACE"));
        assert_eq!(find_theme("48TH SESSION (22 March 2022)"), None);
    }
}

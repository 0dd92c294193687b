//! The labels that paragraphs begin with: `3.`, `(a)`, `ii)`, `4.10`, `1 -`, `（一）`.

pub(super) use crate::text::digit;

use crate::text::{Span, read_roman};

/// What a label counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// Digits: 3.
    Digits,
    /// Small Latin, Cyrillic or Arabic letters in the order of the alphabet: b.
    Letters,
    /// Small Roman numerals: ii.
    Roman,
    /// Capital letters: B.
    Capitals,
    /// Capital Roman numerals: II.
    CapitalRoman,
    /// Chinese numerals: 二.
    Chinese,
}

/// The marks around a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// `(a)`
    Both,
    /// `a)`
    Closing,
    /// `3.`
    Point,
    /// `1 -`
    Dash,
    /// `- 1` before a capital: the number of a list item, left by a converter.
    Item,
    /// Nothing, on a line of its own.
    None,
}

/// A label at the beginning of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The marks and what they enclose, from the first byte looked at.
    pub whole: Span,
    /// What is counted with, without the marks.
    pub core: Span,
    /// How it counts.
    pub count: Count,
    /// Its marks.
    pub marks: Marks,
    /// Its place in the row, from 1. For `4.10` the last number.
    pub value: u32,
    /// For a small letter that may also be a Roman numeral, its place among those.
    pub roman: Option<u32>,
}

/// Reads the label that `text` begins with. `text` must not begin with white space.
///
/// Source: General Assembly editorial rules for sub-paragraphs, (a) (i) a., and their forms in
/// French and Spanish (a), i)), Arabic ((أ), 1 -) and Chinese ((a), (一)).
pub(super) fn read_label(text: &str) -> Option<Label> {
    let (item, rest) = skip_item_dash(text);
    let first = rest.chars().next()?;
    let label = match first {
        '(' | '（' | '‘' | '’' => read_enclosed(rest, first),
        '㈠'..='㈩' => {
            let whole = Span::at(0, first.len_utf8());
            let value = u32::from(first) - u32::from('㈠') + 1;
            Some(Label { whole, core: whole, count: Count::Chinese, marks: Marks::Both, value, roman: None })
        }
        _ if digit(first).is_some() => read_number(rest, item > 0),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => read_chinese(rest),
        _ if first.is_alphabetic() => read_lettered(rest),
        _ => None,
    }?;
    Some(Label { whole: Span::at(0, label.whole.end as usize + item), core: label.core.shift(item as u32), ..label })
}

/// `- ` before a number, which Markdown puts before an item of a list.
fn skip_item_dash(text: &str) -> (usize, &str) {
    // • and – have the same first byte.
    if !matches!(text.as_bytes().first(), Some(b'-' | b'*' | 0xE2)) {
        return (0, text);
    }
    for dash in ["- ", "* ", "• ", "– "] {
        if let Some(rest) = text.strip_prefix(dash) {
            let trimmed = rest.trim_start();
            if trimmed.starts_with(|first: char| first.is_ascii_digit()) {
                return (text.len() - trimmed.len(), trimmed);
            }
        }
    }
    (0, text)
}

/// `(a)`, `(ii)`, `(1)`, `(أ)`, `（一）`.
fn read_enclosed(text: &str, open: char) -> Option<Label> {
    let closes = |mark: char| match open {
        // An Arabic text may close with a mark that was turned round.
        '‘' | '’' => matches!(mark, '‘' | '’'),
        _ => matches!(mark, '）' | ')'),
    };
    let start = open.len_utf8();
    let inside = text.get(start..)?;
    let end = inside.char_indices().take(9).find(|(_, mark)| closes(*mark))?;
    let core = inside.get(..end.0)?.trim();
    let from = start + inside.find(core)?;
    let (count, value, roman) = read_core(core)?;
    let whole = Span::at(0, start + end.0 + end.1.len_utf8());
    Some(Label { whole, core: Span::at(from, from + core.len()), count, marks: Marks::Both, value, roman })
}

/// `3.`, `4.10 .`, `3)`, `1 -`, `٣ -`, and after a list dash a bare number.
fn read_number(text: &str, item: bool) -> Option<Label> {
    let mut end = 0;
    let mut value = 0_u32;
    let mut parts = 1;
    let mut places = 0;
    let mut characters = text.char_indices().peekable();
    while let Some(&(at, character)) = characters.peek() {
        if let Some(number) = digit(character) {
            value = value.checked_mul(10)?.checked_add(number)?;
            places += 1;
            end = at + character.len_utf8();
        } else if matches!(character, '.' | '．')
            && text.get(at + character.len_utf8()..)?.starts_with(|next: char| digit(next).is_some())
        {
            value = 0;
            places = 0;
            parts += 1;
        } else {
            break;
        }
        if places > 4 || parts > 4 {
            return None;
        }
        characters.next();
    }
    // Arabic puts dashes where others put points: "1-2- ".
    let (end, value) = skip_dashed(text, end).filter(|_| parts == 1).unwrap_or((end, value));
    let core = Span::at(0, end);
    let rest = text.get(end..)?;
    let trimmed = rest.trim_start_matches([' ', '\t']);
    let gap = rest.len() - trimmed.len();
    let (marks, marked) = match trimmed.chars().next() {
        Some(mark @ ('.' | '．' | '、')) if gap <= 1 => (Marks::Point, mark.len_utf8()),
        Some(')' | '）') if gap == 0 => (Marks::Closing, trimmed.chars().next()?.len_utf8()),
        Some(mark @ ('-' | '–' | '—')) if gap <= 1 && ends_or_begins_words(trimmed.get(mark.len_utf8()..)?) => {
            (Marks::Dash, mark.len_utf8())
        }
        Some(first) if item && gap > 0 && first.is_uppercase() => (Marks::Item, 0),
        None if parts == 1 && places <= 3 => (Marks::None, 0),
        _ => return None,
    };
    let whole_end = if marked == 0 { end } else { end + gap + marked };
    let after = text.get(whole_end..)?;
    let separate =
        after.is_empty() || after.starts_with(char::is_whitespace) || !after.is_ascii() && marks == Marks::Point;
    (separate || marks == Marks::Point && after.starts_with(char::is_uppercase)).then_some(Label {
        whole: Span::at(0, whole_end),
        core,
        count: Count::Digits,
        marks,
        value,
        roman: None,
    })
}

/// Where the second number of `1-2- ` ends, and its value, behind a first that ends at `end`.
fn skip_dashed(text: &str, end: usize) -> Option<(usize, u32)> {
    let rest = text.get(end..)?.strip_prefix('-')?;
    let (mut len, mut value) = (0, 0);
    for character in rest.chars().take(2) {
        let Some(number) = digit(character) else { break };
        value = value * 10 + number;
        len += character.len_utf8();
    }
    let behind = rest.get(len..)?.trim_start_matches(' ').strip_prefix('-')?;
    (len > 0 && behind.starts_with(' ')).then_some((end + 1 + len, value))
}

/// Whether nothing follows, or a space and then a letter, so that a dash is no part of a range.
fn ends_or_begins_words(rest: &str) -> bool {
    rest.is_empty() || rest.strip_prefix(' ').is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic))
}

/// `a)`, `ii)`, `a.`, `A.`, `II.`, and a capital Roman numeral or letter that stands alone.
fn read_lettered(text: &str) -> Option<Label> {
    let mut letters = text.char_indices().take_while(|(_, letter)| letter.is_alphabetic());
    let end = letters.by_ref().take(6).last().map_or(0, |(at, letter)| at + letter.len_utf8());
    if letters.next().is_some() {
        return None;
    }
    let core = text.get(..end)?;
    let (count, value, roman) = read_core(core)?;
    let rest = text.get(end..)?;
    let (marks, marked) = match rest.chars().next() {
        Some(')') => (Marks::Closing, 1),
        Some('.') => (Marks::Point, 1),
        None if matches!(count, Count::Capitals | Count::CapitalRoman) => (Marks::None, 0),
        _ => return None,
    };
    let after = text.get(end + marked..)?;
    (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(Label {
        whole: Span::at(0, end + marked),
        core: Span::at(0, end),
        count,
        marks,
        value,
        roman,
    })
}

/// `一、`
fn read_chinese(text: &str) -> Option<Label> {
    let end = text.find('、')?;
    let core = text.get(..end)?;
    let value = chinese_number(core)?;
    let whole = Span::at(0, end + '、'.len_utf8());
    Some(Label { whole, core: Span::at(0, end), count: Count::Chinese, marks: Marks::Point, value, roman: None })
}

/// What stands between the marks: how it counts, its value, and its value as a Roman numeral.
fn read_core(core: &str) -> Option<(Count, u32, Option<u32>)> {
    let first = core.chars().next()?;
    let single = core.chars().count() == 1;
    if core.chars().all(|character| digit(character).is_some()) {
        let value =
            core.chars().filter_map(digit).try_fold(0_u32, |sum, next| sum.checked_mul(10)?.checked_add(next))?;
        return (value < 1000).then_some((Count::Digits, value, None));
    }
    if let Some(value) = chinese_number(core) {
        return Some((Count::Chinese, value, None));
    }
    if let Some(value) = arabic_letter(core) {
        return Some((Count::Letters, value, None));
    }
    let roman = roman_number(core);
    if first.is_ascii_lowercase() {
        let letter = u32::from(first) - u32::from('a') + 1;
        // (aa) follows (z).
        let repeated = core.len() == 2 && core.chars().all(|next| next == first);
        return match (single, repeated, roman) {
            (true, _, _) => Some((Count::Letters, letter, roman)),
            (_, true, None) => Some((Count::Letters, letter + 26, None)),
            (_, _, Some(value)) => Some((Count::Roman, value, Some(value))),
            _ => None,
        };
    }
    if let Some(place) = CYRILLIC.chars().position(|letter| letter == first).filter(|_| single) {
        return Some((Count::Letters, place as u32 + 1, None));
    }
    if first.is_ascii_uppercase() {
        return match (single, roman) {
            (_, Some(value)) => Some((Count::CapitalRoman, value, Some(value))),
            (true, None) => Some((Count::Capitals, u32::from(first) - u32::from('A') + 1, None)),
            _ => None,
        };
    }
    None
}

const CYRILLIC: &str = "абвгдежзиклмнопрстуфхцчшщэюя";

/// The order in which Arabic texts of the United Nations letter their sub-paragraphs.
const ARABIC_LETTERS: [&str; 28] = [
    "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث",
    "خ", "ذ", "ض", "ظ", "غ",
];

fn arabic_letter(core: &str) -> Option<u32> {
    if !core.starts_with(|first: char| ('\u{600}'..='\u{6FF}').contains(&first)) {
        return None;
    }
    let core = if core == "ه" { "هـ" } else { core.trim_end_matches('ـ') };
    let core = if core == "ه" || core.is_empty() { "هـ" } else { core };
    let core = if core == "ا" { "أ" } else { core };
    if let Some(place) = ARABIC_LETTERS.iter().position(|letter| *letter == core) {
        return Some(place as u32 + 1);
    }
    // Doubled letters go on after the last: (أأ), (بب), (ب ب).
    let mut characters = core.chars().filter(|letter| *letter != ' ');
    let (first, second, third) = (characters.next()?, characters.next()?, characters.next());
    let place = ARABIC_LETTERS.iter().position(|letter| letter.starts_with(first))?;
    (first == second && third.is_none()).then_some(place as u32 + 29)
}

/// The value of a Roman numeral below 90, all small or all capitals.
pub(super) fn roman_number(core: &str) -> Option<u32> {
    let capitals = core.chars().all(|character| character.is_ascii_uppercase());
    if core.len() > 7 || !(capitals || core.chars().all(|character| character.is_ascii_lowercase())) {
        return None;
    }
    read_roman(core).filter(|value| *value < 90)
}

fn chinese_number(core: &str) -> Option<u32> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut total = 0;
    let mut pending = 0;
    let mut seen = false;
    for character in core.chars() {
        seen = true;
        if let Some(place) = DIGITS.iter().position(|known| *known == character) {
            pending = place as u32 + 1;
        } else if character == '十' {
            total += if pending == 0 { 10 } else { pending * 10 };
            pending = 0;
        } else {
            return None;
        }
    }
    (seen && total + pending < 100).then_some(total + pending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str) -> Option<(&str, Count, Marks, u32)> {
        read_label(text).map(|label| (label.core.of(text).unwrap(), label.count, label.marks, label.value))
    }

    #[test]
    fn reads_the_labels_of_every_house_style() {
        assert_eq!(label("3. Requests"), Some(("3", Count::Digits, Marks::Point, 3)));
        assert_eq!(label("4.10 . Encourage"), Some(("4.10", Count::Digits, Marks::Point, 10)));
        assert_eq!(label("- 1 Strongly condemns"), Some(("1", Count::Digits, Marks::Item, 1)));
        assert_eq!(label("14 - تطلب"), Some(("14", Count::Digits, Marks::Dash, 14)));
        assert_eq!(label("٣ - تطلب"), Some(("٣", Count::Digits, Marks::Dash, 3)));
        assert_eq!(label("(ب) موجزا"), Some(("ب", Count::Letters, Marks::Both, 2)));
        assert_eq!(label("(ب ب) اتخاذ"), Some(("ب ب", Count::Letters, Marks::Both, 30)));
        assert_eq!(label("(iv) To"), Some(("iv", Count::Roman, Marks::Both, 4)));
        assert_eq!(label("b) De"), Some(("b", Count::Letters, Marks::Closing, 2)));
        assert_eq!(label("3- تقرر مواصلة"), Some(("3", Count::Digits, Marks::Dash, 3)));
        assert_eq!(label("9 -"), Some(("9", Count::Digits, Marks::Dash, 9)));
        assert_eq!(label("’11‘ انتهاكات"), Some(("11", Count::Digits, Marks::Both, 11)));
        assert_eq!(label("㈡ 政治犯"), Some(("㈡", Count::Chinese, Marks::Both, 2)));
        assert_eq!(label("(二) 请"), Some(("二", Count::Chinese, Marks::Both, 2)));
        assert_eq!(label("XIV"), Some(("XIV", Count::CapitalRoman, Marks::None, 14)));
        assert_eq!(label("1.请秘书长"), Some(("1", Count::Digits, Marks::Point, 1)));
    }

    #[test]
    fn reads_no_label_where_there_is_none() {
        for text in
            ["70/1 of 25", "2030 Agenda", "22-23 March", "In 1968", "a report", "(A/77/420)", "1.7 billion", "dix"]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn keeps_both_readings_of_a_letter_that_is_a_numeral() {
        let label = read_label("(i) To").unwrap();
        assert_eq!((label.count, label.value, label.roman), (Count::Letters, 9, Some(1)));
    }
}

//! Labels that a scanner has read wrongly or a printer has set without their mark: `l. Requests`, `S. Decides`,
//! `1, Requests`, `18 Requests`.

use super::label::{Count, Label, Marks, digit};
use crate::text::Span;

/// The digit that a character was printed as, where a scanner takes the two for each other.
fn printed_digit(character: char) -> Option<u32> {
    match character {
        'l' | 'L' | 'I' | 'i' | '|' | '!' => Some(1),
        'Z' => Some(2),
        'S' => Some(5),
        'b' => Some(6),
        'B' => Some(8),
        'O' | 'o' => Some(0),
        _ => digit(character),
    }
}

/// Reads the label that `text` begins with, where it can only be the number `due`: its characters
/// look like that number, a point or comma follows, and then a space and a capital; or it is that number, without any mark.
pub(super) fn read_misread(text: &str, due: u32) -> Option<Label> {
    if let Some(label) = read_unmarked(text, due) {
        return Some(label);
    }
    let mut value = 0_u32;
    let mut end = 0;
    for (at, character) in text.char_indices().take(4) {
        if matches!(character, '.' | ',' | ';') {
            end = at;
            break;
        }
        value = value * 10 + printed_digit(character)?;
    }
    let after = text.get(end..)?.get(1..)?;
    let separate = after.starts_with(' ') && after.trim_start().starts_with(char::is_uppercase);
    (end > 0 && value == due && separate).then_some(Label {
        whole: Span::at(0, end + 1),
        core: Span::at(0, end),
        count: Count::Digits,
        marks: Marks::Point,
        value,
        roman: None,
    })
}

/// The number `due` without any mark behind it: `71 Requests`. The caller sees to it that a lead phrase follows.
fn read_unmarked(text: &str, due: u32) -> Option<Label> {
    let mut value = 0_u32;
    let mut end = 0;
    for (at, character) in text.char_indices().take(4) {
        let Some(number) = digit(character) else { break };
        value = value * 10 + number;
        end = at + character.len_utf8();
    }
    let follows = text.get(end..)?.strip_prefix(' ')?.trim_start().starts_with(char::is_alphabetic);
    let span = Span::at(0, end);
    (end > 0 && value == due && follows).then_some(Label {
        whole: span,
        core: span,
        count: Count::Digits,
        marks: Marks::None,
        value,
        roman: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_the_number_that_is_due() {
        for (text, due, core) in [
            ("1, Requests", 1, "1"),
            ("l. Requests", 1, "l"),
            ("S. Decides", 5, "S"),
            ("1O. Urges", 10, "1O"),
            ("ll. Urges", 11, "ll"),
            ("71 Requests", 71, "71"),
            ("71 تقر", 71, "71"),
        ] {
            let label = read_misread(text, due).unwrap();
            assert_eq!((label.core.of(text).unwrap(), label.value), (core, due), "{text}");
        }
        for (text, due) in [("S. Decides", 4), ("I agree", 1), ("1, requests", 1), ("Is. A", 15), ("", 1), (".", 0)] {
            assert!(read_misread(text, due).is_none(), "{text}");
        }
    }
}

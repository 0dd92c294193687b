//! What pages put between the lines of a text: page numbers, running headers, notes at the foot.

use std::ops::Range;

use super::calls::find_glued_calls;
use super::label::digit;
use super::lines::Line;
use crate::text::Span;

/// Marks the lines that belong to the page and not to the text.
///
/// A page is known by its number (`3/12`, a job number such as `22-28254`, `Page 3`). The lines
/// around it follow from that: a header below it that begins with the document's symbol, and above
/// it, behind a blank line, notes that count on from the last page's. Costs one pass. Gives the calls
/// of those notes that are glued to numbers, in order.
pub(super) fn mark_furniture(text: &str, lines: &mut [Line]) -> Vec<Span> {
    let symbol = find_symbol(text, lines);
    let mut calls = Vec::new();
    let mut next_note = 1;
    let mut at = 0;
    let mut page = 0;
    while at < lines.len() {
        if words_at(text, lines, at).is_some_and(is_page_number) {
            set_noise(lines, at);
            next_note = mark_notes(text, lines, page..at, next_note, &mut calls);
            at = mark_header(text, lines, at + 1, symbol);
            page = at;
        } else {
            if at > 12 && symbol.is_some() && words_at(text, lines, at) == symbol {
                set_noise(lines, at);
            }
            at += 1;
        }
    }
    mark_notes(text, lines, page..lines.len(), next_note, &mut calls);
    calls
}

fn words_at<'a>(text: &'a str, lines: &[Line], at: usize) -> Option<&'a str> {
    lines.get(at).and_then(|line| line.span.of(text))
}

fn set_noise(lines: &mut [Line], at: usize) {
    if let Some(line) = lines.get_mut(at) {
        line.noise = true;
    }
}

/// The document's own symbol, which stands alone on one of the first lines.
fn find_symbol<'a>(text: &'a str, lines: &[Line]) -> Option<&'a str> {
    lines.iter().take(12).filter_map(|line| line.span.of(text)).find(|words| {
        let slashes = words.bytes().filter(|&byte| byte == b'/').count();
        slashes >= 2
            && words.len() < 40
            && words.starts_with(|first: char| first.is_ascii_uppercase())
            && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-.() ".contains(&byte))
    })
}

/// Whether a line is nothing but a page number, a job number, or both.
fn is_page_number(words: &str) -> bool {
    if words.len() > 48 || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut telling = false;
    for word in words.split_whitespace() {
        let bare = word.trim_matches(['*', '(', ')', '.', '-', '–']);
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let known = match bare.split_once(['/', '-']) {
            Some((left, right)) if is_digits(left) && is_digits(right) => {
                telling |=
                    word.contains('/') && left.len() <= 3 && right.len() <= 3 || left.len() == 2 && right.len() >= 5;
                true
            }
            _ if matches!(bare, "Page" | "page" | "E" | "F" | "S" | "R" | "A" | "C" | "") => {
                telling |= bare.eq_ignore_ascii_case("page");
                true
            }
            _ => {
                telling |= word.starts_with('*') && word.ends_with('*') && digits >= 6;
                is_digits(bare)
            }
        };
        if !known {
            return false;
        }
    }
    telling
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Marks the running header from line `at` on. Gives the line after it.
fn mark_header(text: &str, lines: &mut [Line], mut at: usize, symbol: Option<&str>) -> usize {
    while let Some(words) = words_at(text, lines, at) {
        let header = is_page_number(words) || symbol.is_some_and(|symbol| words.starts_with(symbol));
        if !header {
            break;
        }
        set_noise(lines, at);
        at += 1;
    }
    at
}

/// Marks the notes that end a page, where the first of them has the number that is due, and adds
/// their calls in its lines to `calls`. Gives the number due next.
fn mark_notes(text: &str, lines: &mut [Line], page: Range<usize>, due: u32, calls: &mut Vec<Span>) -> u32 {
    let end = page.end;
    let mut first = end;
    while first > 0 && end - first < 60 {
        let Some(line) = lines.get(first - 1) else { break };
        if line.noise {
            break;
        }
        first -= 1;
        if line.blank_before > 0 {
            break;
        }
    }
    let opens = words_at(text, lines, first).and_then(note_number) == Some(due)
        && lines.get(first).is_some_and(|line| line.blank_before > 0 && first > 0);
    if first >= end || !opens {
        return due;
    }
    let mut next = due;
    for at in first..end {
        if words_at(text, lines, at).and_then(note_number) == Some(next) {
            next += 1;
        }
        set_noise(lines, at);
    }
    find_glued_calls(text, lines.get(page.start..first).unwrap_or(&[]), due..next, calls);
    next
}

/// The number of the note that `words` begin with: digits, then a space and words.
fn note_number(words: &str) -> Option<u32> {
    let mut value = 0_u32;
    let mut characters = words.chars();
    for count in 0..5 {
        let next = characters.next()?;
        match digit(next) {
            Some(number) => value = value * 10 + number,
            None if count > 0 && next.is_whitespace() => return Some(value),
            None => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::lines::read_lines;

    fn kept(text: &str) -> Vec<&str> {
        let mut lines = read_lines(text);
        mark_furniture(text, &mut lines);
        lines.iter().filter(|line| !line.noise).filter_map(|line| line.span.of(text)).collect()
    }

    #[test]
    fn drops_number_header_and_notes_of_a_page() {
        let text = "A/RES/80/9\nThe General Assembly,\nRecalling its1 resolution\n\n1 A/80/7.\n2 Ibid.\n3/12 25-20003\nA/RES/80/9 On the form of words\n\non words2 that are";
        assert_eq!(
            kept(text),
            ["A/RES/80/9", "The General Assembly,", "Recalling its1 resolution", "on words2 that are"]
        );
    }

    #[test]
    fn drops_the_notes_after_the_last_line() {
        assert_eq!(kept("12 June 2020\n\n1 A/80/7.\n2 Ibid."), ["12 June 2020"]);
    }

    #[test]
    fn keeps_numbers_that_are_text() {
        for text in ["22-23 March 2022", "2020/21", "1. Requests", "70/1", "In 1968"] {
            let expected: &[&str] = if text == "70/1" { &[] } else { &[text] };
            assert_eq!(kept(text), expected, "{text}");
        }
    }
}

//! What pages put between the lines of a text: page numbers, running headers, notes at the foot.

use super::label::digit;
use super::lines::Line;
use super::signs::is_symbol;

/// Marks the lines that belong to the page and not to the text.
///
/// A page is known by its number (`3/12`, a job number such as `22-28254`, `Page 3`). The lines
/// around it follow from that: a header below it that holds the document's symbol, and above
/// it notes: behind a rule of underscores, or behind a blank line where they count on from the last
/// page's. Costs one pass.
pub(super) fn mark_furniture(text: &str, lines: &mut [Line]) {
    let symbol = find_symbol(text, lines);
    let mut next_note = 1;
    let mut at = 0;
    while at < lines.len() {
        if words_at(text, lines, at).is_some_and(is_page_number) {
            set_noise(lines, at);
            next_note = mark_notes(text, lines, at, next_note);
            at = mark_header(text, lines, at + 1, symbol);
        } else if words_at(text, lines, at).is_some_and(is_rule)
            && let Some(end) = find_foot(text, lines, at)
        {
            next_note = mark_ruled(text, lines, at, end, next_note);
            at = end;
        } else {
            if at > 12 && symbol.is_some() && words_at(text, lines, at) == symbol {
                set_noise(lines, at);
            }
            at += 1;
        }
    }
    mark_notes(text, lines, lines.len(), next_note);
}

fn words_at<'a>(text: &'a str, lines: &[Line], at: usize) -> Option<&'a str> {
    lines.get(at).and_then(|line| line.span.of(text))
}

fn set_note(lines: &mut [Line], at: usize, note: u32) {
    if let Some(line) = lines.get_mut(at) {
        line.note = note;
    }
}

fn set_noise(lines: &mut [Line], at: usize) {
    if let Some(line) = lines.get_mut(at) {
        line.noise = true;
    }
}

/// The document's own symbol: alone on one of the first lines, or behind the organisation's name
/// (`United Nations S/RES/1454 (2002)`), as text that was taken from a page has it.
fn find_symbol<'a>(text: &'a str, lines: &[Line]) -> Option<&'a str> {
    let first = lines.iter().take(12).filter_map(|line| line.span.of(text));
    first.map(|words| symbol_behind_name(words).unwrap_or(words)).find(|words| is_symbol(words))
}

/// The symbol that ends a line of the masthead, behind a name of four words at most.
fn symbol_behind_name(words: &str) -> Option<&str> {
    let (head, _) = words.split_once('/')?;
    let (name, symbol) = words.split_at_checked(head.rfind(' ')? + 1)?;
    let named = name.chars().all(|next| next.is_alphabetic() || next == ' ') && name.split_whitespace().count() <= 4;
    (named && is_symbol(symbol)).then_some(symbol)
}

/// What stands around the numbers of a page.
const EDGES: [char; 6] = ['*', '(', ')', '.', '-', '–'];
/// What stands beside them: the word, and the letter of the language.
const BESIDE: [&str; 8] = ["Page", "page", "E", "F", "S", "R", "A", "C"];

/// Whether a line is nothing but a page number, a job number, or both.
fn is_page_number(words: &str) -> bool {
    // Few lines begin like one.
    let begins = words.starts_with(|first: char| first.is_ascii_digit() || EDGES.contains(&first))
        || BESIDE.iter().any(|word| words.starts_with(word));
    if !begins {
        return false;
    }
    // `73/7.` heads a title.
    if words.len() > 240 || words.ends_with('.') || !words.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut telling = false;
    let mut length = 0;
    for word in words.split_whitespace() {
        // The two stand at the edges of a page.
        length += word.len();
        if words.len() > 48 && length > 40 {
            return false;
        }
        let bare = word.trim_matches(EDGES);
        let digits = bare.bytes().filter(u8::is_ascii_digit).count();
        let known = match bare.split_once(['/', '-']) {
            Some((left, right)) if is_digits(left) && is_digits(right) => {
                telling |=
                    word.contains('/') && left.len() <= 3 && right.len() <= 3 || left.len() == 2 && right.len() >= 5;
                true
            }
            _ if bare.is_empty() || BESIDE.contains(&bare) => {
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
    let holds_symbol = |words: &str| {
        symbol.is_some_and(|symbol| {
            words.starts_with(symbol) || words.strip_suffix(symbol).is_some_and(|rest| rest.ends_with("  "))
        })
    };
    let numbered = |words: &str| is_page_number(words) || words.len() >= 5 && is_digits(words);
    while let Some(words) = words_at(text, lines, at) {
        // A title above the symbol, over a few lines, is part of the header.
        let below = || {
            let lines: &[Line] = lines;
            (at + 1..at + 4).find(|&next| {
                words_at(text, lines, next)
                    .is_some_and(|words| symbol == Some(words) || words.contains("  ") && holds_symbol(words))
            })
        };
        let end = if numbered(words) || holds_symbol(words) { Some(at) } else { below() };
        let Some(end) = end else { break };
        (at..=end).for_each(|at| set_noise(lines, at));
        at = end + 1;
    }
    at
}

/// Whether a line is a rule, as it stands above the notes of a page.
fn is_rule(words: &str) -> bool {
    words.len() >= 5
        && (words.bytes().all(|byte| byte == b'_') || words.chars().all(|next| matches!(next, '─' | '—' | '―')))
}

/// Lines that the notes of a page may take.
const LONGEST_FOOT: usize = 80;

/// Where the foot of a page ends that begins with the rule at line `at`: at the page's number, or
/// with the text.
fn find_foot(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let limit = lines.len().min(at + LONGEST_FOOT);
    let numbered = |next: usize| words_at(text, lines, next).is_some_and(is_page_number);
    let mut end = (at + 1..limit).find(|&next| numbered(next));
    // Where the columns of a page were read one by one, a note may stand between its two numbers.
    if let Some(first) = end
        && let Some(second) = (first + 2..first + 4).find(|&next| numbered(next))
    {
        end = Some(second);
    }
    end.or_else(|| (limit == lines.len()).then_some(limit))
}

/// Marks a rule and the notes below it. Gives the number due next.
fn mark_ruled(text: &str, lines: &mut [Line], at: usize, end: usize, mut due: u32) -> u32 {
    let mut note = 0;
    for line in at..end {
        let number = words_at(text, lines, line).and_then(note_number).filter(|number| (due..due + 3).contains(number));
        if let Some(number) = number {
            note = number;
            due = number + 1;
        }
        set_noise(lines, line);
        if !words_at(text, lines, line).is_some_and(is_page_number) {
            set_note(lines, line, note);
        }
    }
    due
}

/// Marks the notes that end before line `end`, where the first of them has the number that is due.
/// Gives the number due next.
fn mark_notes(text: &str, lines: &mut [Line], end: usize, due: u32) -> u32 {
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
        set_note(lines, at, next - 1);
    }
    next
}

/// The number of the note that `words` begin with: digits alone, or with a space and words behind.
fn note_number(words: &str) -> Option<u32> {
    let mut value = 0_u32;
    let mut characters = words.chars();
    for count in 0..5 {
        let Some(next) = characters.next() else { return (count > 0).then_some(value) };
        match digit(next) {
            Some(number) => value = value * 10 + number,
            // "1 - " labels a paragraph in Arabic.
            None if count > 0 && next.is_whitespace() => {
                let dash = characters.as_str().trim_start().starts_with(['-', '–', '—']);
                return (!dash).then_some(value);
            }
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
    fn drops_a_header_that_is_the_symbol_behind_the_name() {
        let body = "words of the text\n".repeat(12);
        let text = format!("United Nations S/RES/1999 (2012)\nSecurity Council\n{body}\nS/RES/1999 (2012)\n\nAnnex");
        assert_eq!(kept(&text).len(), 15);
        let cited = format!("Recalling, A/RES/78/1\n{body}\nA/RES/78/1\n\nAnnex");
        assert_eq!(kept(&cited).len(), 15, "what a sentence cites is no header");
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

//! Small signs by which a line shows what it is: a date below a heading, a footnote, a letter alone.

use super::breaks::ends_paragraph;
use crate::text::Span;

/// Whether a line below the one that announces a resolution says when it was adopted, and is no
/// title: *of 8 May 2003*, *Adopted by the Council at its 99th meeting, on 8 May 2003*.
pub(super) fn dates_the_heading(words: &str) -> bool {
    let digits = words.bytes().any(|byte| byte.is_ascii_digit());
    let dated = |word: &str| {
        words
            .get(..word.len())
            .filter(|start| start.eq_ignore_ascii_case(word))
            .and_then(|_| words.get(word.len()..))
            .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
    };
    dated("of ") || dated("on ") || digits && words.starts_with("Adopted ") && words.len() < 200
}

/// Whether a line is a symbol and nothing else: `A/RES/77/18`.
pub(super) fn is_symbol(words: &str) -> bool {
    let slashes = words.bytes().filter(|&byte| byte == b'/').count();
    slashes >= 2
        && words.len() < 40
        && words.starts_with(|first: char| first.is_ascii_uppercase())
        && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-.() ".contains(&byte))
}

/// The number that a footnote begins with, a stroke behind it or not: `22 Ibid.`, `1/ S/1994/262.`.
pub(super) fn note_number(words: &str) -> Option<Span> {
    let end = words.find(|next: char| !next.is_ascii_digit()).filter(|end| (1..=3).contains(end))?;
    let rest = words.get(end..)?;
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    rest.starts_with(|next: char| next == ' ' || next.is_uppercase()).then_some(Span::at(0, end))
}

/// Whether words follow the number of a note, rather than the rest of a date.
pub(super) fn is_note(words: &str, number: Span) -> bool {
    let rest = words.get(number.end as usize..).unwrap_or("").trim_start_matches(['/', ' ']);
    rest.len() > 24 || rest.ends_with('.')
}

/// The number of the note that a line begins.
pub(super) fn read_note_number(words: &str) -> Option<u32> {
    let number = note_number(words).filter(|number| is_note(words, *number))?;
    number.of(words)?.parse().ok()
}

/// The place of a capital letter that stands alone.
pub(super) fn lettered_value(core: &str) -> Option<u32> {
    let mut characters = core.chars();
    let first = characters.next().filter(char::is_ascii_uppercase)?;
    characters.next().is_none().then(|| u32::from(first) - u32::from('A') + 1)
}

/// Whether words end as a paragraph or a clause does, and cannot stand in a masthead.
pub(super) fn announces_clause(words: &str) -> bool {
    ends_paragraph(words) && !words.ends_with([')', ']'])
}

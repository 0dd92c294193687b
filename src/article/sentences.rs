//! Where sentences end.

use super::quotations::Quoted;
use crate::text::Span;

/// Words before a full stop that does not end a sentence.
const ABBREVIATIONS: [&str; 34] = [
    "no", "nos", "mr", "mrs", "ms", "dr", "st", "art", "arts", "res", "doc", "vs", "etc", "cf", "para", "paras", "vol",
    "ch", "sec", "gen", "col", "lt", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov",
    "dec",
];

/// The sentences of `text`, in order, without white space at the ends. A stop inside a quotation
/// ends none. Linear.
pub(crate) fn find_sentences(text: &str, quotations: &[Quoted]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut outermost = quotations.iter().filter(|quoted| quoted.depth == 0).peekable();
    let mut characters = text.char_indices().peekable();
    let mut add = |start: usize, end: usize| {
        let span = Span::at(start, end).trim(text);
        if !span.is_empty() {
            found.push(span);
        }
    };
    while let Some((at, character)) = characters.next() {
        while outermost.next_if(|quoted| quoted.outer.end <= at as u32).is_some() {}
        let inside =
            outermost.peek().is_some_and(|quoted| quoted.inner.start <= at as u32 && at as u32 <= quoted.inner.end);
        let end = at + character.len_utf8();
        let ends = match character {
            '\n' => characters
                .clone()
                .find(|(_, next)| !matches!(next, ' ' | '\t' | '\r'))
                .is_none_or(|(_, next)| next == '\n'),
            '。' | '！' | '？' | '؟' => !inside,
            '.' | '!' | '?' => !inside && ends_sentence(text, start, at, end),
            _ => false,
        };
        if ends {
            add(start, end);
            start = end;
        }
    }
    add(start, text.len());
    found
}

/// Whether the mark at `at` of a sentence from `start` ends it.
fn ends_sentence(text: &str, start: usize, at: usize, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or("");
    let rest = rest.trim_start_matches(['»', '”', '"', '’', '\'', ')', ']']);
    let follows = rest.trim_start();
    if follows.len() == rest.len() {
        return rest.is_empty();
    }
    if follows.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    let before = text.get(start..at).unwrap_or("");
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '.').next().unwrap_or("");
    // Initials and abbreviations with stops inside: *A.*, *U.S.*
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) || word.contains('.');
    let short = word.len() <= 4 && ABBREVIATIONS.contains(&word.to_ascii_lowercase().as_str());
    !initial && !short
}

#[cfg(test)]
mod tests {
    use super::super::quotations::find_quotations;
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        find_sentences(text, &find_quotations(text).0).iter().map(|span| span.of(text).unwrap()).collect()
    }

    #[test]
    fn ends_a_sentence_at_a_stop_before_a_capital() {
        assert_eq!(
            sentences("It adopted Resolution No. 50/48-POL. The U.S. Senate met. Then it rose by 1.7 points\n\nEnd"),
            ["It adopted Resolution No. 50/48-POL.", "The U.S. Senate met.", "Then it rose by 1.7 points", "End"]
        );
    }

    #[test]
    fn does_not_end_one_inside_a_quotation() {
        assert_eq!(sentences("He said “Stop. Now.” and left. So."), ["He said “Stop. Now.” and left.", "So."]);
    }
}

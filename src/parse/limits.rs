//! The limits of reading, and what is said where one is reached.

use crate::diagnostic::{Diagnostic, Severity};
use crate::grammar::MOST_LEVELS;
use crate::import::MAX_TEXT;
use crate::text::{Span, sort_by_key};

/// The most diagnostics that one text gets; the last of them says that there were more.
///
/// A text of which every paragraph is odd would else come out larger than it went in.
///
/// # Examples
///
/// ```
/// use whereas::{MOST_DIAGNOSTICS, ParseOptions, parse};
///
/// let odd = "The Security Council,\n\nGrumbling about lamps,\n\n".repeat(MOST_DIAGNOSTICS);
/// assert!(parse(&odd, &ParseOptions::new()).diagnostics.len() <= MOST_DIAGNOSTICS);
/// ```
pub const MOST_DIAGNOSTICS: usize = 10_000;

/// The part of `text` that is read: all of it, or its first [`MAX_TEXT`] bytes.
pub(super) fn within_limit(text: &str) -> (&str, Option<Diagnostic>) {
    cut(text, MAX_TEXT)
}

fn cut(text: &str, limit: usize) -> (&str, Option<Diagnostic>) {
    if text.len() <= limit {
        return (text, None);
    }
    let end = (0..=limit).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let odd = Diagnostic {
        code: "text-too-long",
        severity: Severity::Error,
        span: Span::at(end, end),
        message: format!("the text has {} bytes, and only the first {end} are read", text.len()),
        help: format!("give it in parts of at most {limit} bytes, each from the heading of a resolution on"),
    };
    (text.get(..end).unwrap_or(""), Some(odd))
}

/// What is said of a list at the last level that is told apart.
pub(super) fn deepest_level(span: Span, label: &str) -> Diagnostic {
    Diagnostic {
        code: "list-too-deep",
        severity: Severity::Warning,
        span,
        message: format!("“{label}” stands {MOST_LEVELS} lists deep, and what is deeper hangs on the same level"),
        help: "compare the addresses below with the printed page".to_owned(),
    }
}

/// Puts diagnostics in the order of their places, and leaves out those past the limit.
pub(super) fn in_order(diagnostics: &mut Vec<Diagnostic>) {
    sort_by_key(diagnostics, |diagnostic| diagnostic.span);
    let more = diagnostics.len().saturating_sub(MOST_DIAGNOSTICS - 1);
    let Some(span) = diagnostics.get(MOST_DIAGNOSTICS - 1).map(|first| first.span).filter(|_| more > 1) else { return };
    diagnostics.truncate(MOST_DIAGNOSTICS - 1);
    diagnostics.push(Diagnostic {
        code: "diagnostics-too-many",
        severity: Severity::Warning,
        span,
        message: format!("{more} more findings from here on are left out"),
        help: format!("a text gets at most {MOST_DIAGNOSTICS}; give it in parts to see them all"),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_a_long_text_between_two_characters_and_says_where() {
        let (kept, odd) = cut("Décide", 2);
        assert_eq!((kept, odd.map(|odd| (odd.code, odd.span))), ("D", Some(("text-too-long", Span::new(1, 1)))));
        assert!(cut("Décide", 7).1.is_none());
    }

    #[test]
    fn says_how_many_findings_are_left_out() {
        let one = |at: usize| deepest_level(Span::at(at, at), "a");
        let mut few: Vec<Diagnostic> = (0..MOST_DIAGNOSTICS).map(one).collect();
        in_order(&mut few);
        assert!(few.iter().all(|odd| odd.code == "list-too-deep"));
        let mut many: Vec<Diagnostic> = (0..MOST_DIAGNOSTICS + 5).rev().map(one).collect();
        in_order(&mut many);
        assert_eq!(many.len(), MOST_DIAGNOSTICS);
        let last = many.last().map(|odd| (odd.code, odd.message.clone()));
        assert_eq!(last, Some(("diagnostics-too-many", "6 more findings from here on are left out".to_owned())));
    }
}

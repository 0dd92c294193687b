//! Which words of a paragraph were looked for, and the piece of it that shows them best.

use super::ast::Scope;
use super::forms::Form;
use super::places::Looked;
use crate::index::{Passage, WordCutter};
use crate::model::Zone;
use crate::text::{Span, sort};

/// A passage of a paragraph's text that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// In bytes of the paragraph's text.
    pub(super) span: Span,
    /// The number of its first word.
    pub(super) position: u32,
    /// Which of the things looked up it is.
    pub(super) looked: u32,
}

/// The most bytes of a paragraph that are searched for marks: the longest annexes run to more.
const REACH: usize = 64 << 10;

/// How many characters of a paragraph are shown.
const SHOWN: usize = 260;

/// How many characters are shown before the first mark.
const BEFORE: usize = 60;

/// A piece of a paragraph, with what was looked for in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) text: String,
    /// Bytes of `text`, in order, without overlaps.
    pub(super) matches: Vec<Span>,
}

/// Finds what was looked for in paragraphs. Made once for a query.
pub(super) struct Marker<'a> {
    looked: &'a [&'a Looked],
    /// Every word that may stand for some word of the query, sorted.
    words: Vec<&'a str>,
    /// The bytes that one of them begins with, in bits.
    firsts: [u64; 4],
    cutter: WordCutter,
    /// The words of the paragraph that are among them: which, place, number.
    found: Vec<(usize, Span, u32)>,
}

impl<'a> Marker<'a> {
    pub(super) fn new(looked: &'a [&'a Looked]) -> Self {
        let mut words: Vec<&str> = looked
            .iter()
            .filter(|looked| looked.scope != Scope::To)
            .flat_map(|looked| looked.slots.iter().flatten().map(|form| form.word.as_str()))
            .collect();
        sort(&mut words);
        words.dedup();
        let mut firsts = [0; 4];
        for first in words.iter().filter_map(|word| word.bytes().next()) {
            if let Some(row) = firsts.get_mut(usize::from(first / 64)) {
                *row |= 1 << (first % 64);
            }
        }
        Self { looked, words, firsts, cutter: WordCutter::default(), found: Vec::new() }
    }

    /// What was looked for in the text of a paragraph, in order of place. Costs one pass.
    pub(super) fn find(&mut self, passage: &Passage) -> Vec<Mark> {
        let text = passage.text.as_str();
        let mut end = text.len().min(REACH);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let Self { words, firsts, found, cutter, .. } = self;
        found.clear();
        cutter.cut(text.get(..end).unwrap_or(text), |word| {
            let first = word.text.bytes().next().unwrap_or(0);
            if firsts.get(usize::from(first / 64)).is_some_and(|row| row & 1 << (first % 64) != 0)
                && let Ok(at) = words.binary_search(&word.text)
            {
                found.push((at, word.span, word.position));
            }
        });
        let lead = passage.lead.as_ref().map_or(0, |lead| self.cutter.cut(&lead.text, |_| ()));
        let mut marks = Vec::new();
        let rarest = self.looked.iter().map(|looked| looked.weight).max().unwrap_or(0);
        for (at, looked) in self.looked.iter().enumerate() {
            // Beside rarer words, those that stand everywhere only litter the page.
            if looked.weight.saturating_mul(6) < rarest {
                continue;
            }
            let applies = match looked.scope {
                Scope::Title => passage.zone == Zone::Title,
                Scope::To => false,
                _ => true,
            };
            if applies {
                self.mark(looked, at as u32, lead, &mut marks);
            }
        }
        sort(&mut marks);
        marks
    }

    fn mark(&self, looked: &Looked, number: u32, lead: u32, marks: &mut Vec<Mark>) {
        let holds = |slot: &[Form], at: usize| {
            self.words.get(at).is_some_and(|word| slot.iter().any(|form| form.word == *word))
        };
        let Some((first, rest)) = looked.slots.split_first() else { return };
        for (at, &(word, span, position)) in self.found.iter().enumerate() {
            if !holds(first, word) {
                continue;
            }
            if looked.scope == Scope::Lead && position + rest.len() as u32 >= lead {
                continue;
            }
            let follow = self.found.get(at + 1..).unwrap_or(&[]);
            let mut whole = span;
            let all = rest.iter().zip(follow).zip(1..).filter(|((slot, (word, next, place)), step)| {
                let holds = *place == position + step && holds(slot, *word);
                if holds {
                    whole = whole.join(*next);
                }
                holds
            });
            if all.count() == rest.len() {
                marks.push(Mark { span: whole, position, looked: number });
            }
        }
    }
}

/// Cuts the piece out of a paragraph that shows most of what was looked for.
pub(super) fn cut_snippet(text: &str, marks: &[Mark]) -> Snippet {
    let window = best_window(text, marks);
    let inside = window.of(text).unwrap_or("");
    let mut shown = String::with_capacity(inside.len() + 6);
    if window.start > 0 {
        shown.push('…');
    }
    let shift = shown.len() as u32;
    shown.push_str(inside);
    if (window.end as usize) < text.len() {
        shown.push('…');
    }
    let mut matches: Vec<Span> = Vec::new();
    for mark in marks.iter().filter(|mark| window.contains(mark.span)) {
        let span = Span::new(mark.span.start - window.start + shift, mark.span.end - window.start + shift);
        match matches.last_mut() {
            Some(last) if last.end >= span.start => *last = last.join(span),
            _ => matches.push(span),
        }
    }
    Snippet { text: shown, matches }
}

/// The stretch of about [`SHOWN`] characters that holds the most different things looked up.
fn best_window(text: &str, marks: &[Mark]) -> Span {
    let whole = Span::at(0, text.len());
    if text.len() <= SHOWN || text.chars().count() <= SHOWN {
        return whole;
    }
    // Characters are counted as bytes of the script that most of the text is in.
    let width = text.len().div_ceil(text.chars().take(2000).count().max(1)).clamp(1, 3);
    let width = if text.chars().nth(2000).is_some() { text_width(text) } else { width };
    let reach = (SHOWN - BEFORE) as u32 * width as u32;
    let mut best = (0u32, 0u32, 0u32);
    for (at, mark) in marks.iter().enumerate().take(500) {
        let near = marks.get(at..).unwrap_or(&[]).iter().take_while(|other| other.span.end <= mark.span.start + reach);
        let mut kinds = 0u64;
        let mut count = 0;
        for other in near.take(100) {
            kinds |= 1 << (other.looked % 64);
            count += 1;
        }
        let rank = (kinds.count_ones(), count.min(9));
        if (rank.0, rank.1) > (best.0, best.1) {
            best = (rank.0, rank.1, mark.span.start);
        }
    }
    let anchor = best.2 as usize;
    let start = back_to_word(text, anchor.saturating_sub(BEFORE * width));
    let last = marks.iter().map(|mark| mark.span).find(|span| span.start as usize == anchor);
    let end = (start + SHOWN * width).max(last.map_or(0, |span| span.end as usize));
    Span::at(start, on_to_space(text, end))
}

/// How many bytes a character of the text takes, judged by its beginning.
fn text_width(text: &str) -> usize {
    let bytes: usize = text.chars().take(2000).map(char::len_utf8).sum();
    (bytes / 2000).clamp(1, 3)
}

/// The beginning of the word at `at`, at most 40 bytes before it.
fn back_to_word(text: &str, at: usize) -> usize {
    let mut start = at.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let before = text.get(..start).unwrap_or("");
    match before.rfind(char::is_whitespace) {
        Some(space) if start - space <= 40 => {
            space + before.get(space..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        }
        None if start <= 40 => 0,
        _ => start,
    }
}

/// The end of the word at `at`, at most 40 bytes after it.
fn on_to_space(text: &str, at: usize) -> usize {
    let mut end = at.min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let after = text.get(end..).unwrap_or("");
    match after.find(char::is_whitespace) {
        Some(space) if space <= 40 => end + space,
        None if after.len() <= 40 => text.len(),
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_a_short_paragraph_whole() {
        let text = "Décide de rester saisie";
        let mark = Mark { span: Span::new(0, 7), position: 0, looked: 0 };
        let snippet = cut_snippet(text, &[mark]);
        assert_eq!((snippet.text.as_str(), snippet.matches), (text, vec![Span::new(0, 7)]));
    }

    #[test]
    fn cuts_a_long_paragraph_at_words_around_the_marks() {
        let text = format!("{}kazakhstan {}", "« é » ".repeat(200), "end of it ".repeat(80));
        let at = text.find("kazakhstan").unwrap();
        let mark = Mark { span: Span::at(at, at + 10), position: 200, looked: 0 };
        let snippet = cut_snippet(&text, &[mark]);
        assert_eq!(snippet.matches.len(), 1);
        assert_eq!(snippet.matches[0].of(&snippet.text), Some("kazakhstan"));
        assert!(snippet.text.starts_with('…') && snippet.text.ends_with('…'), "{}", snippet.text);
        assert!(snippet.text.chars().count() < 700);
    }
}

//! Which words of a paragraph were looked for, and the piece of it that shows them best.

use super::ast::Scope;
use super::places::Looked;
use crate::index::{Index, TermId, Unit, WordCutter};
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
    index: &'a Index,
    looked: &'a [Looked],
    /// Every term that may stand for some word, sorted.
    terms: Vec<TermId>,
    cutter: WordCutter,
    /// The words of the paragraph that are among the terms: term, place, number.
    words: Vec<(TermId, Span, u32)>,
}

impl<'a> Marker<'a> {
    pub(super) fn new(index: &'a Index, looked: &'a [Looked]) -> Self {
        let mut terms: Vec<TermId> = looked
            .iter()
            .filter(|looked| looked.scope != Scope::To)
            .flat_map(|looked| looked.slots.iter().flatten().map(|&(term, _)| term))
            .collect();
        sort(&mut terms);
        terms.dedup();
        Self { index, looked, terms, cutter: WordCutter::default(), words: Vec::new() }
    }

    /// What was looked for in the text of a paragraph, in order of place. Costs one pass.
    pub(super) fn find(&mut self, unit: &Unit, text: &str) -> Vec<Mark> {
        let mut end = text.len().min(REACH);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let Self { index, terms, words, cutter, .. } = self;
        words.clear();
        cutter.cut(text.get(..end).unwrap_or(text), |word| {
            if let Some(term) = index.terms().find(word.text)
                && terms.binary_search(&term).is_ok()
            {
                words.push((term, word.span, word.position));
            }
        });
        let mut marks = Vec::new();
        let rarest = self.looked.iter().map(|looked| looked.weight).max().unwrap_or(0);
        for (at, looked) in self.looked.iter().enumerate() {
            // Beside rarer words, those that stand everywhere only litter the page.
            if looked.weight.saturating_mul(6) < rarest {
                continue;
            }
            let applies = match looked.scope {
                Scope::Title => unit.zone == Zone::Title,
                Scope::To => false,
                _ => true,
            };
            if applies {
                self.mark(looked, at as u32, unit, &mut marks);
            }
        }
        sort(&mut marks);
        marks
    }

    fn mark(&self, looked: &Looked, number: u32, unit: &Unit, marks: &mut Vec<Mark>) {
        let holds = |slot: &[(TermId, super::forms::Nearness)], term| slot.iter().any(|&(held, _)| held == term);
        let Some((first, rest)) = looked.slots.split_first() else { return };
        for (at, &(term, span, position)) in self.words.iter().enumerate() {
            if !holds(first, term) {
                continue;
            }
            if looked.scope == Scope::Lead && position + rest.len() as u32 >= unit.lead {
                continue;
            }
            let follow = self.words.get(at + 1..).unwrap_or(&[]);
            let mut whole = span;
            let all = rest.iter().zip(follow).zip(1..).filter(|((slot, (term, next, place)), step)| {
                let holds = *place == position + step && holds(slot, *term);
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

/// How closely the different things looked up stand together in a paragraph: the number of words
/// from the first to the last in the narrowest stretch that holds one mark of each that occurs.
pub(super) fn narrowest(marks: &[Mark]) -> Option<(u32, u32)> {
    let mut kinds: Vec<u32> = marks.iter().map(|mark| mark.looked).collect();
    sort(&mut kinds);
    kinds.dedup();
    let mut last: Vec<Option<u32>> = vec![None; kinds.len()];
    let mut best: Option<u32> = None;
    for mark in marks {
        if let Ok(at) = kinds.binary_search(&mark.looked)
            && let Some(slot) = last.get_mut(at)
        {
            *slot = Some(mark.position);
        }
        if let Some(first) = last.iter().copied().min().flatten() {
            let width = mark.position - first + 1;
            best = Some(best.map_or(width, |best| best.min(width)));
        }
    }
    best.map(|width| (width, kinds.len() as u32))
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

    fn marks(places: &[(u32, u32)]) -> Vec<Mark> {
        places
            .iter()
            .map(|&(position, looked)| Mark { span: Span::new(position, position + 1), position, looked })
            .collect()
    }

    #[test]
    fn measures_the_narrowest_stretch() {
        assert_eq!(narrowest(&marks(&[(0, 0), (10, 1), (12, 0)])), Some((3, 2)));
        assert_eq!(narrowest(&marks(&[(4, 2)])), Some((1, 1)));
        assert_eq!(narrowest(&[]), None);
    }

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

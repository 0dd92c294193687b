//! All words of a text, folded once and kept.

use super::{Span, WordReader};

/// The words of a stretch of text with their places, each folded as [`WordReader`] does.
///
/// Takes twelve bytes a word beside the folded letters. Building is one linear pass.
///
/// # Examples
///
/// ```
/// use whereas::text::{Span, WordList};
///
/// let text = "The Council «Strongly condemns» it";
/// let words = WordList::new(text, Span::at(0, text.len()), &[]);
/// assert_eq!(words.word(3), Some("condemns"));
/// assert_eq!(words.first_at(12), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct WordList {
    folded: String,
    /// Where each word ends in `folded`.
    ends: Vec<u32>,
    spans: Vec<Span>,
}

impl WordList {
    /// Reads the words in `span` of `text`, leaving out `noise`, which is sorted.
    #[must_use]
    pub fn new(text: &str, span: Span, noise: &[Span]) -> Self {
        let mut list = Self::default();
        list.read(text, span, noise);
        list
    }

    /// Adds the words in `span` of `text`.
    pub fn read(&mut self, text: &str, span: Span, noise: &[Span]) {
        let mut reader = WordReader::new(text, span, noise);
        let mut word = String::new();
        while let Some(place) = reader.next(&mut word) {
            self.folded.push_str(&word);
            self.ends.push(self.folded.len() as u32);
            self.spans.push(place);
        }
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The word with this index, folded.
    #[must_use]
    pub fn word(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        self.folded.get(start..end)
    }

    /// Where the word with this index stands.
    #[must_use]
    pub fn span(&self, index: usize) -> Option<Span> {
        self.spans.get(index).copied()
    }

    /// Where every word stands, in order.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Index of the first word that begins at `place` or after it. One binary search.
    #[must_use]
    pub fn first_at(&self, place: u32) -> usize {
        self.spans.partition_point(|span| span.start < place)
    }

    /// The place from the first word of `range` to its last; `None` for an empty range.
    #[must_use]
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let last = range.end.checked_sub(1).filter(|&last| last >= range.start)?;
        Some(self.span(range.start)?.join(self.span(last)?))
    }
}

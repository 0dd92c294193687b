//! The map from an edited text back to the one it was made from.

use super::Span;

/// A stretch of edited text and where it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the edited text.
    out: u32,
    /// Where it begins in the source.
    source: u32,
    /// How many bytes of the source it stands for.
    source_len: u32,
}

/// Maps spans of an edited text to exact spans of its source.
///
/// It is written by a [`Normalizer`] while that edits, so it can't disagree with the edit. A look-up
/// is one binary search in the list of edits; an unedited text has a list of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
    out_len: u32,
}

impl OffsetMap {
    /// The source span from which the edited text at `span` was read.
    ///
    /// Source bytes that were dropped at either end of the span are left out of the answer; those
    /// dropped inside it (a page header in mid-sentence) are covered by it.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.start_of(span.start);
            return Span::new(at, at);
        }
        Span::new(self.start_of(span.start), self.end_of(span.end))
    }

    fn start_of(&self, out: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.out <= out);
        let Some(piece) = next.checked_sub(1).and_then(|at| self.pieces.get(at)) else { return 0 };
        let into = out - piece.out;
        if self.is_verbatim(next - 1) {
            piece.source + into.min(piece.source_len)
        } else if out >= self.out_len {
            piece.source + piece.source_len
        } else {
            piece.source
        }
    }

    fn end_of(&self, out: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.out < out);
        let Some(piece) = next.checked_sub(1).and_then(|at| self.pieces.get(at)) else { return 0 };
        let into = out - piece.out;
        if self.is_verbatim(next - 1) {
            piece.source + into.min(piece.source_len)
        } else {
            piece.source + piece.source_len
        }
    }

    fn is_verbatim(&self, index: usize) -> bool {
        let end = self.pieces.get(index + 1).map_or(self.out_len, |piece| piece.out);
        self.pieces.get(index).is_some_and(|piece| end - piece.out == piece.source_len)
    }

    /// The source bytes inside `span` of the source that no edited text stands for, white space
    /// included, in order.
    #[must_use]
    pub fn dropped_within(&self, span: Span) -> Vec<Span> {
        let first = self.pieces.partition_point(|piece| piece.source + piece.source_len <= span.start);
        let mut at = span.start;
        let mut found = Vec::new();
        for piece in self.pieces.get(first..).unwrap_or(&[]) {
            if piece.source >= span.end {
                break;
            }
            if piece.source > at {
                found.push(Span::new(at, piece.source));
            }
            at = at.max(piece.source + piece.source_len);
        }
        if at < span.end {
            found.push(Span::new(at, span.end));
        }
        found
    }
}

/// Builds an edited text together with the map back to its source.
///
/// # Examples
///
/// ```
/// use whereas::text::{Normalizer, Span};
///
/// let source = "inter-\nnational peace";
/// let mut edited = Normalizer::with_capacity(source.len());
/// edited.keep(source, Span::new(0, 5));
/// edited.keep(source, Span::new(7, 21)); // the hyphen and the line end are dropped
/// let (text, map) = edited.finish();
/// assert_eq!(text, "international peace");
/// assert_eq!(map.to_source(Span::new(0, 13)).of(source), Some("inter-\nnational"));
/// ```
#[derive(Debug, Default)]
pub struct Normalizer {
    text: String,
    pieces: Vec<Piece>,
    /// Whether more text may be put to the last piece where it goes on in the source.
    open: bool,
}

impl Normalizer {
    /// Begins an empty text with room for `bytes`.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), pieces: Vec::new(), open: false }
    }

    /// The edited text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes the edited text has so far.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.text.len() as u32
    }

    /// Whether nothing was written yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Copies `span` of `source` as it is. A span that is not on character borders writes nothing.
    pub fn keep(&mut self, source: &str, span: Span) {
        let Some(words) = span.of(source) else { return };
        if words.is_empty() {
            return;
        }
        let goes_on =
            self.open && self.pieces.last().is_some_and(|piece| piece.source + piece.source_len == span.start);
        match self.pieces.last_mut() {
            Some(piece) if goes_on => piece.source_len += span.len(),
            _ => self.pieces.push(Piece { out: self.text.len() as u32, source: span.start, source_len: span.len() }),
        }
        self.open = true;
        self.text.push_str(words);
    }

    /// Writes `words` in the place of `span` of the source.
    pub fn replace(&mut self, span: Span, words: &str) {
        if words.is_empty() {
            return;
        }
        self.pieces.push(Piece { out: self.text.len() as u32, source: span.start, source_len: span.len() });
        self.open = false;
        self.text.push_str(words);
    }

    /// The edited text and its map.
    #[must_use]
    pub fn finish(self) -> (String, OffsetMap) {
        let map = OffsetMap { out_len: self.text.len() as u32, pieces: self.pieces };
        (self.text, map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_both_ends_through_a_replaced_character() {
        let source = "con\u{FB01}rms the";
        let mut edited = Normalizer::default();
        edited.keep(source, Span::new(0, 3));
        edited.replace(Span::new(3, 6), "fi");
        edited.keep(source, Span::new(6, 13));
        let (text, map) = edited.finish();
        assert_eq!(text, "confirms the");
        assert_eq!(map.to_source(Span::new(0, 8)).of(source), Some("con\u{FB01}rms"));
        assert_eq!(map.to_source(Span::new(0, 4)).of(source), Some("con\u{FB01}"));
        assert_eq!(map.to_source(Span::new(4, 8)).of(source), Some("\u{FB01}rms"));
    }

    #[test]
    fn leaves_out_what_was_dropped_at_the_ends_of_a_span() {
        let source = "one [12] two";
        let mut edited = Normalizer::default();
        edited.keep(source, Span::new(0, 4));
        edited.keep(source, Span::new(9, 12));
        let (text, map) = edited.finish();
        assert_eq!(text, "one two");
        assert_eq!(map.to_source(Span::new(0, 4)), Span::new(0, 4));
        assert_eq!(map.to_source(Span::new(4, 7)), Span::new(9, 12));
        assert_eq!(map.to_source(Span::new(0, 7)), Span::new(0, 12));
        assert_eq!(map.dropped_within(Span::new(0, 12)), [Span::new(4, 9)]);
    }
}

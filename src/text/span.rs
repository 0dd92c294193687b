//! A place in a text.

use serde::{Serialize, Serializer};

/// A half-open range of positions, `start` included and `end` not.
///
/// Positions are UTF-8 bytes everywhere in Rust and in the command line's JSON. The outermost
/// layer for JavaScript converts them to UTF-16 code units with [`crate::text::Utf16Index`];
/// nothing else does.
///
/// # Examples
///
/// ```
/// use whereas::text::Span;
///
/// let text = "Recalling its resolution 70/1,";
/// let span = Span::new(25, 29);
/// assert_eq!(span.of(text), Some("70/1"));
/// assert_eq!(span.len(), 4);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first position.
    pub start: u32,
    /// The position after the last.
    pub end: u32,
}

impl Span {
    /// Makes a span. An `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// Makes a span of positions that came as `usize`. Texts are bounded to 4 GiB on the way in.
    #[must_use]
    pub const fn at(start: usize, end: usize) -> Self {
        Self::new(start as u32, end as u32)
    }

    /// How many positions the span covers.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words at this span, or `None` where it does not lie on character borders of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start as usize..self.end as usize)
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share a position.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span, `by` positions further on.
    #[must_use]
    pub const fn shift(self, by: u32) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at either end; `text` is what the span points into.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let Some(inside) = self.of(text) else { return self };
        let from_start = inside.trim_start();
        let start = self.start + (inside.len() - from_start.len()) as u32;
        Self::new(start, start + from_start.trim_end().len() as u32)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

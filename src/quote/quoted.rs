//! The words of a quotation, with what the article marks in it.
//!
//! | mark | meaning |
//! |---|---|
//! | `…`, `...`, `[…]`, `(...)` | words are left out here |
//! | `[the]` | words put in by the article |
//! | `[t]he`, `condemn[ed]` | a word changed by the article |

use super::texts::{Vocabulary, for_each_word};
use crate::model::Paragraph;
use crate::text::{Span, WordList};

/// A word of a quotation.
#[derive(Clone, Debug)]
pub(super) struct QuoteWord {
    /// Where it stands in the article.
    pub span: Span,
    /// Its number in the vocabulary.
    pub id: u32,
    /// The word, folded.
    pub folded: Box<str>,
    /// Whether square brackets mark it, or a part of it, as the article's.
    pub bracketed: bool,
}

impl QuoteWord {
    /// Whether it belongs to a language: numbers and single letters stand in texts of every one.
    pub fn is_of_a_language(&self) -> bool {
        let is_han = |letter: char| ('\u{4E00}'..'\u{A000}').contains(&letter);
        !self.folded.bytes().any(|byte| byte.is_ascii_digit())
            && (self.folded.chars().nth(1).is_some() || self.folded.contains(is_han))
    }
}

/// A mark that says words are left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Omission {
    /// Index of the word that follows.
    pub before: usize,
    /// Where the mark stands.
    pub span: Span,
}

/// The words of a quotation.
#[derive(Clone, Debug, Default)]
pub(super) struct QuoteText {
    /// Its words.
    pub words: Vec<QuoteWord>,
    /// Marks of omission between them.
    pub omissions: Vec<Omission>,
}

impl QuoteText {
    /// Reads `span` of the article. Linear.
    pub fn new(article: &str, span: Span, vocabulary: &mut Vocabulary) -> Self {
        let list = WordList::new(article, span, &[]);
        let brackets = find_brackets(article, span);
        let mut quote = Self::default();
        for at in 0..list.len() {
            let (Some(place), Some(word)) = (list.span(at), list.word(at)) else { break };
            let bracketed = brackets.iter().any(|bracket| bracket.contains(place));
            let between = quote.words.last().and_then(|last| Span::new(last.span.end, place.start).of(article));
            // A bracket inside a word: the two halves are one.
            if let (Some("[" | "]" | "]’" | "]'"), Some(last)) = (between, quote.words.last_mut()) {
                let start = if last.bracketed { last.span.start - 1 } else { last.span.start };
                let end = if bracketed { place.end + 1 } else { place.end };
                last.span = Span::new(start, end);
                last.folded = format!("{}{word}", last.folded).into();
                last.bracketed = true;
                continue;
            }
            if let Some((offset, length)) = between.and_then(find_omission) {
                let start = quote.words.last().map_or(place.start, |last| last.span.end) + offset;
                quote.omissions.push(Omission { before: quote.words.len(), span: Span::new(start, start + length) });
            }
            if word == "sic" && bracketed {
                continue;
            }
            quote.words.push(QuoteWord { span: place, id: 0, folded: word.into(), bracketed });
        }
        for word in &mut quote.words {
            word.id = vocabulary.add(&word.folded);
        }
        quote
    }

    /// Reads a paragraph of a resolution, without its label and noise. Linear.
    pub fn of_paragraph(text: &str, paragraph: &Paragraph, vocabulary: &mut Vocabulary) -> Self {
        let mut quote = Self::default();
        for_each_word(text, paragraph, |word, span| {
            quote.words.push(QuoteWord { span, id: vocabulary.add(word), folded: word.into(), bracketed: false });
        });
        quote
    }

    /// How many words are the source's own, by what the article says.
    pub fn len(&self) -> usize {
        self.words.iter().filter(|word| !word.bracketed).count()
    }

    /// The number of the word with this index.
    pub fn id(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |word| word.id)
    }

    /// Where the word with this index stands.
    pub fn span(&self, word: usize) -> Span {
        self.words.get(word).map_or_else(Span::default, |word| word.span)
    }

    /// The place from the first word of a range to its last, or the caret of an empty range.
    pub fn span_of(&self, first: usize, end: usize) -> Span {
        if first < end {
            return self.span(first).join(self.span(end - 1));
        }
        let at = self
            .words
            .get(first)
            .map_or_else(|| self.words.last().map_or(0, |last| last.span.end), |word| word.span.start);
        Span::new(at, at)
    }

    /// The mark of omission between the word before index `from` and the word with index `to`.
    pub fn omission_in(&self, from: usize, to: usize) -> Option<Omission> {
        let next = self.omissions.partition_point(|omission| omission.before < from);
        self.omissions.get(next).filter(|omission| omission.before <= to).copied()
    }
}

/// The insides of square brackets.
fn find_brackets(article: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, byte) in span.of(article).unwrap_or("").bytes().enumerate() {
        let at = span.start + at as u32;
        match byte {
            b'[' => open = Some(at + 1),
            b']' => found.extend(open.take().map(|from| Span::new(from, at))),
            _ => {}
        }
    }
    found
}

/// Offset and length of a mark of omission in the text between two words.
fn find_omission(between: &str) -> Option<(u32, u32)> {
    let dots = between.find('…').map(|at| (at, '…'.len_utf8())).or_else(|| {
        let at = between.find("...").or_else(|| between.find(". ."))?;
        let rest = between.get(at..)?;
        Some((at, rest.trim_end_matches(|mark: char| mark != '.').len()))
    });
    let (mut at, mut length) = dots?;
    let before = between.get(..at)?;
    let after = between.get(at + length..)?;
    if before.ends_with(['[', '(']) && after.starts_with([']', ')']) {
        at -= 1;
        length += 2;
    }
    Some((at as u32, length as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (Vec<(String, bool)>, Vec<(usize, String)>);

    fn read(text: &str) -> Read {
        let quote = QuoteText::new(text, Span::at(0, text.len()), &mut Vocabulary::default());
        (
            quote.words.iter().map(|word| (word.span.of(text).unwrap().to_owned(), word.bracketed)).collect(),
            quote.omissions.iter().map(|gap| (gap.before, gap.span.of(text).unwrap().to_owned())).collect(),
        )
    }

    fn words(list: &[(&str, bool)]) -> Vec<(String, bool)> {
        list.iter().map(|(word, bracketed)| ((*word).to_owned(), *bracketed)).collect()
    }

    #[test]
    fn keeps_what_the_article_marks_apart() {
        let (found, gaps) = read("[T]he acts […] of [the] State... condemn[ed] … it");
        let expected = [
            ("[T]he", true),
            ("acts", false),
            ("of", false),
            ("the", true),
            ("State", false),
            ("condemn[ed]", true),
            ("it", false),
        ];
        assert_eq!(found, words(&expected));
        assert_eq!(gaps, [(2, "[…]".to_owned()), (5, "...".to_owned()), (6, "…".to_owned())]);
    }

    #[test]
    fn takes_no_stop_for_an_omission() {
        assert_eq!(read("One. Two, (three) [four]").1, []);
    }
}

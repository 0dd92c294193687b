//! The words, sentences and quotations of an article: what every reader of it needs.

use super::quotations::{Quoted, find_quotations};
use super::sentences::find_sentences;
use crate::diagnostic::Diagnostic;
use crate::text::{Span, WordList};

/// A text of more words than this is no single sentence that someone looks for.
const LONGEST_SENTENCE: usize = 400;

/// An article cut into words, sentences and quotations. Building is linear in the text.
#[derive(Clone, Debug)]
pub(crate) struct Layout<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words.
    pub words: WordList,
    /// Its sentences, in order.
    pub sentences: Vec<Span>,
    /// Its quotations, in order; those inside others come after them.
    pub quotations: Vec<Quoted>,
    /// Those of them that stand inside no other, in order; they never overlap.
    outermost: Vec<Quoted>,
    /// What is odd about the marks.
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Layout<'a> {
    /// Reads `text`.
    pub fn new(text: &'a str) -> Self {
        let (quotations, diagnostics) = find_quotations(text);
        let sentences = find_sentences(text, &quotations);
        let words = WordList::new(text, Span::at(0, text.len()), &[]);
        let outermost = quotations.iter().filter(|quoted| quoted.depth == 0).copied().collect();
        Self { text, words, sentences, quotations, outermost, diagnostics }
    }

    /// Takes the whole text for a quotation where it is one sentence of four words or more without quotation
    /// marks; says whether it did.
    pub fn quote_sentence(&mut self) -> bool {
        let [sentence] = *self.sentences.as_slice() else { return false };
        if !self.quotations.is_empty() || !(4..=LONGEST_SENTENCE).contains(&self.words.len()) {
            return false;
        }
        let quoted = Quoted { outer: sentence, inner: sentence, depth: 0 };
        self.quotations.push(quoted);
        self.outermost.push(quoted);
        true
    }

    /// The sentence that `place` stands in.
    pub fn sentence_at(&self, place: u32) -> Option<Span> {
        let next = self.sentences.partition_point(|sentence| sentence.start <= place);
        self.sentences.get(next.checked_sub(1)?).copied()
    }

    /// The outermost quotation that `place` stands in, marks included.
    pub fn quotation_at(&self, place: u32) -> Option<Quoted> {
        let next = self.outermost.partition_point(|quoted| quoted.outer.start <= place);
        self.outermost.get(next.checked_sub(1)?).filter(|quoted| quoted.outer.end > place).copied()
    }

    /// Whether a quotation begins between the places `from` and `to`.
    pub fn quotation_starts_in(&self, from: u32, to: u32) -> bool {
        let next = self.quotations.partition_point(|quoted| quoted.outer.start < from);
        self.quotations.get(next).is_some_and(|quoted| quoted.outer.start < to)
    }

    /// The words of the sentence around `place`, by index.
    pub fn words_of(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.words.first_at(span.start);
        first..self.words.first_at(span.end).max(first)
    }

    /// The text between two words that follow each other.
    pub fn between(&self, word: usize) -> &'a str {
        match (self.words.span(word), self.words.span(word + 1)) {
            (Some(one), Some(other)) => Span::new(one.end, other.start).of(self.text).unwrap_or(""),
            _ => "",
        }
    }
}

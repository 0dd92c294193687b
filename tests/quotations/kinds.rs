//! One quotation of each kind, with the truth about it.

mod apart;
mod changed;
mod clean;
mod noted;

use whereas::model::Zone;
use whereas::quote::{Note, Reason, Verdict};
use whereas::text::Span;

use crate::corpus::{Corpus, Paragraph, plain};
use crate::forms::Forms;
use crate::random::Random;

/// A word of a quotation as it is going to be printed.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    /// Whether it differs from the source.
    pub changed: bool,
}

/// What is true of a quotation.
#[derive(Clone, Debug)]
pub struct Truth {
    pub verdict: Verdict,
    pub function_words: bool,
    pub reason: Option<Reason>,
    /// Number of the text and the place in it, where it has one.
    pub place: Option<(usize, Span)>,
    /// Notes that must be there, and notes that must not.
    pub must: Vec<Note>,
    pub must_not: Vec<Note>,
    /// Whether nothing in it differs from the source.
    pub clean: bool,
}

/// The sentence that a quotation stands in.
#[derive(Clone, Debug)]
pub enum Frame {
    Plain,
    /// Names the text with this number as the source.
    Named(usize),
    /// Names a text that is in no library.
    Closed,
    Speech,
    /// A sentence of the table.
    Sentence(String),
}

/// A quotation with its truth.
#[derive(Clone, Debug)]
pub struct Made {
    pub kind: &'static str,
    pub pieces: Vec<Piece>,
    pub frame: Frame,
    pub truth: Truth,
}

/// How many of a hundred quotations are of each kind.
const KINDS: [(&str, usize); 24] = [
    ("verbatim", 18),
    ("typography", 8),
    ("ellipsis", 6),
    ("brackets", 5),
    ("inflected", 9),
    ("altered", 12),
    ("number", 3),
    ("protected", 4),
    ("function-words", 7),
    ("spliced", 5),
    ("misattributed", 3),
    ("not-found", 3),
    ("closed", 2),
    ("speaker", 3),
    ("short", 2),
    ("too-short", 1),
    ("damaged", 1),
    ("decided", 1),
    ("drift", 2),
    ("truncated", 3),
    ("mixed", 6),
    ("misread", 1),
    ("rival", 3),
    ("reattached", 2),
];

/// Marks that would end or nest a quotation, or are read as the article's own.
const MARKS: [char; 16] = ['“', '”', '"', '«', '»', '„', '‘', '「', '」', '[', ']', '*', '_', '…', '《', '\\'];

/// A quotation of a kind drawn by lot, from the text `main` or, where it has to, another; `None`
/// where the text has no place for the kind that was drawn.
pub fn make(corpus: &Corpus, forms: &Forms, main: usize, random: &mut Random) -> Option<Made> {
    let mut lot = random.below(KINDS.iter().map(|(_, part)| part).sum());
    let kind = KINDS.iter().find(|(_, part)| {
        let drawn = lot < *part;
        lot = lot.wrapping_sub(*part);
        drawn
    })?;
    Maker { corpus, forms, main, random }.make(kind.0)
}

pub struct Maker<'a> {
    pub corpus: &'a Corpus,
    pub forms: &'a Forms,
    pub main: usize,
    pub random: &'a mut Random,
}

type Parts = (Vec<Piece>, Frame, Truth);

/// A stretch of a paragraph: words `from` to `to` of the paragraph with this number.
#[derive(Clone, Copy, Debug)]
struct Cut {
    number: usize,
    from: usize,
    to: usize,
}

impl Maker<'_> {
    fn make(&mut self, kind: &'static str) -> Option<Made> {
        let (pieces, frame, truth) = match kind {
            "verbatim" => self.verbatim(),
            "typography" => self.typography(),
            "ellipsis" => self.ellipsis(),
            "brackets" => self.brackets(),
            "inflected" => self.inflected(),
            "altered" => self.altered(),
            "number" => self.number(),
            "protected" => self.protected(),
            "function-words" => self.function_words(),
            "spliced" => self.spliced(),
            "misattributed" => self.misattributed(),
            "not-found" => self.not_found(),
            "closed" => Some(self.closed()),
            "speaker" => self.speaker(),
            "short" => self.short(true),
            "too-short" => self.short(false),
            "damaged" => self.damaged(),
            "decided" => self.decided(),
            "drift" => self.drift(),
            "mixed" => self.mixed(),
            "misread" => self.misread(),
            "rival" => self.rival(),
            "reattached" => self.reattached(),
            _ => self.truncated(),
        }?;
        Some(Made { kind, pieces, frame, truth })
    }

    fn paragraph(&self, cut: Cut) -> &Paragraph {
        &self.corpus.paragraphs[cut.number]
    }

    fn source(&self, cut: Cut) -> &str {
        &self.corpus.texts[self.paragraph(cut).text].source
    }

    fn pieces(&self, cut: Cut) -> Vec<Piece> {
        let words = &self.paragraph(cut).words[cut.from..cut.to];
        let last = words.len() - 1;
        let piece = |(at, word): (usize, &crate::corpus::Word)| {
            let start = if at == 0 { word.core.start } else { word.whole.start };
            let end = if at == last { word.core.end } else { word.whole.end };
            let text = Span::new(start, end).of(self.source(cut)).unwrap().to_owned();
            Piece { text, changed: false }
        };
        words.iter().enumerate().map(piece).collect()
    }

    fn span(&self, cut: Cut) -> Span {
        let words = &self.paragraph(cut).words;
        words[cut.from].core.join(words[cut.to - 1].core)
    }

    fn is_quotable(&self, cut: Cut) -> bool {
        let words = self.span(cut).of(self.source(cut)).unwrap();
        !words.contains(MARKS) && !words.contains("...") && !words.contains("\n\n")
    }

    fn cut(&mut self, least: usize, most: usize) -> Option<Cut> {
        self.cut_in(self.main, least, most)
    }

    fn cut_in(&mut self, text: usize, least: usize, most: usize) -> Option<Cut> {
        let scale = if self.corpus.is_spaced() { 1 } else { 2 };
        for _ in 0..30 {
            let numbers = &self.corpus.texts[text].paragraphs;
            if numbers.is_empty() {
                return None;
            }
            let number = *self.random.pick(numbers);
            let words = self.corpus.paragraphs[number].words.len();
            if words < least * scale {
                continue;
            }
            let length = self.random.between(least * scale, (most * scale).min(words));
            let from = self.random.below(words - length + 1);
            let cut = Cut { number, from, to: from + length };
            if self.is_quotable(cut) {
                return Some(cut);
            }
        }
        None
    }

    fn truth(&self, verdict: Verdict, cut: Cut) -> Truth {
        let paragraph = self.paragraph(cut);
        let preamble = paragraph.zone == Zone::Preamble;
        let (must, must_not) =
            if preamble { (vec![Note::Preamble], Vec::new()) } else { (Vec::new(), vec![Note::Preamble]) };
        Truth {
            verdict,
            function_words: false,
            reason: None,
            place: Some((paragraph.text, self.span(cut))),
            must,
            must_not,
            clean: false,
        }
    }

    fn clean(&self, cut: Cut) -> Truth {
        let mut truth = self.truth(Verdict::Verbatim, cut);
        truth.must_not.extend([Note::Moved, Note::Drift, Note::Reattached]);
        if self.is_whole(cut) {
            truth.must_not.push(Note::Truncated);
        }
        truth.clean = true;
        truth
    }

    /// The words of a paragraph without their marks, each with the marks behind it.
    fn bare(&self, number: usize) -> Vec<(&str, &str)> {
        let paragraph = &self.corpus.paragraphs[number];
        let source = self.corpus.texts[paragraph.text].source.as_str();
        let marks = |word: &crate::corpus::Word| Span::new(word.core.end, word.whole.end);
        paragraph.words.iter().map(|word| (word.core.of(source).unwrap(), marks(word).of(source).unwrap())).collect()
    }

    /// Whether nothing goes on after a cut, and no phrase is set off before it.
    fn is_whole(&self, cut: Cut) -> bool {
        let words = self.bare(cut.number);
        let ends = cut.to == words.len() || words[cut.to - 1].1.contains(['.', ';', '。', '；']);
        ends && (cut.from == 0 || words[cut.from - 1].1.is_empty())
    }

    fn frame(&mut self) -> Frame {
        if self.corpus.texts[self.main].symbol.is_some() && self.random.chance(25) {
            Frame::Named(self.main)
        } else {
            Frame::Plain
        }
    }
}

fn capitalize(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

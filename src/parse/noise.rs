//! What stands between paragraphs and is no part of them: page numbers, running headers, notes at
//! the foot of a page, marks of converters. It is kept, with its place.

use rustc_hash::FxHashSet;

use crate::grammar::Flow;
use crate::model::{Paragraph, Zone};
use crate::text::Span;

/// Puts a paragraph of zone `noise` or `footnote` into every gap between `paragraphs` that has words.
///
/// `paragraphs` are in order of place, within `whole`. What lies inside a paragraph is listed there already.
pub(super) fn with_noise(source: &str, flow: &Flow<'_>, whole: Span, paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let mut all = Vec::with_capacity(paragraphs.len());
    let mut kept = Kept::default();
    let first = flow.noise.partition_point(|line| line.start < whole.start);
    let noise = flow.noise.get(first..).unwrap_or(&[]);
    let mut lines = noise.iter().copied().take_while(|line| line.start < whole.end).peekable();
    let mut at = whole.start;
    for paragraph in paragraphs {
        let end = paragraph.span.start;
        while let Some(line) = lines.next_if(|line| line.start < end) {
            if line.start >= at {
                kept.push(source, Span::new(at, line.start), false, &mut all);
                kept.push(source, line, true, &mut all);
                at = line.end;
            }
        }
        kept.push(source, Span::new(at, end), false, &mut all);
        at = at.max(paragraph.span.end);
        all.push(paragraph);
    }
    for line in lines.filter(|line| line.start >= at) {
        kept.push(source, line, true, &mut all);
    }
    all
}

/// Counts what was kept, for its addresses.
#[derive(Default)]
struct Kept {
    noise: u32,
    notes: FxHashSet<String>,
}

impl Kept {
    fn push(&mut self, source: &str, span: Span, line: bool, all: &mut Vec<Paragraph>) {
        let span = span.trim(source);
        let words = span.of(source).unwrap_or("");
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        let note = if line { read_note(words) } else { None };
        let fresh = note.filter(|(number, _)| self.notes.insert((*number).to_owned()));
        let (zone, address, number, text) = if let Some((number, text)) = fresh {
            (Zone::Footnote, format!("fn{number}"), Some(number.to_owned()), text)
        } else {
            self.noise += 1;
            (Zone::Noise, format!("noise{}", self.noise), None, words)
        };
        all.push(Paragraph {
            address,
            zone,
            number,
            depth: 0,
            parent: None,
            span,
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            noise: Vec::new(),
            lead: None,
            acts: Vec::new(),
            actors: Vec::new(),
        });
    }
}

/// The number and the words of a note; a page number has no words.
fn read_note(line: &str) -> Option<(&str, &str)> {
    let (number, text) = line.split_once(char::is_whitespace)?;
    let counted = number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    (counted && text.contains(char::is_alphabetic)).then(|| (number, text.trim_start()))
}

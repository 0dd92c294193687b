//! From lines to paragraphs: joins what a page or a width has broken.

use std::iter::Peekable;

use super::breaks::{Breaker, Gap, is_broken_word};
use super::calls::{find_calls, find_marked_calls};
use super::furniture::mark_furniture;
use super::lines::{Line, read_lines, read_setting};
use crate::lexicon::Language;
use crate::text::{CleanText, Normalizer, OffsetMap, Span, sort};

/// A paragraph, a heading or another piece that stands by itself, in bytes of the flowing text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its words.
    pub span: Span,
    /// How many blank lines stand before it.
    pub blank_before: u32,
}

/// A text whose paragraphs stand in one line each, and the way back to its source.
#[derive(Debug)]
pub struct Flow<'a> {
    clean: CleanText<'a>,
    text: String,
    map: OffsetMap,
    /// The pieces of the text in order, one a line.
    pub blocks: Vec<Block>,
    /// Page headers, page numbers and notes that stand between lines, in bytes of the source.
    pub noise: Vec<Span>,
    /// The calls of notes within the text, in bytes of the source.
    calls: Vec<Span>,
}

impl<'a> Flow<'a> {
    /// Joins the lines of `source`. Costs a few passes.
    #[must_use]
    pub fn new(source: &'a str, language: Language) -> Self {
        let clean = CleanText::new(source);
        let mut lines = read_lines(clean.text());
        mark_furniture(clean.text(), &mut lines);
        // In Chinese every number is glued to the words around it.
        let chinese = language == Language::Zh;
        let mut calls = find_marked_calls(clean.text());
        if calls.is_empty() && !chinese {
            calls = find_calls(clean.text(), &lines);
        }
        let (text, map, blocks) = join_lines(clean.text(), &lines, &calls, language);
        let noise = read_noise(&lines).into_iter().map(|span| clean.to_source(span)).collect();
        let calls = calls.into_iter().map(|call| clean.to_source(call)).collect();
        Self { clean, text, map, blocks, noise, calls }
    }

    /// The flowing text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words of a span of the flowing text.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text).unwrap_or("")
    }

    /// The span of the source for a span of the flowing text.
    #[must_use]
    pub fn to_source(&self, span: Span) -> Span {
        self.clean.to_source(self.map.to_source(span))
    }

    /// A span of the source with the marked calls of notes that stand right behind it.
    #[must_use]
    pub fn with_calls_behind(&self, source: &str, span: Span) -> Span {
        let first = self.calls.partition_point(|call| call.start < span.end);
        let behind = self.calls.get(first..).unwrap_or(&[]).iter();
        behind.fold(span, |span, call| {
            let marked = call.start == span.end && call.of(source).is_some_and(|words| words.starts_with("[^"));
            if marked { span.join(*call) } else { span }
        })
    }

    /// What lies inside a span of the source and was left out of the flowing text, white space apart.
    #[must_use]
    pub fn residue_within(&self, source: &str, span: Span) -> Vec<Span> {
        let within = |list: &[Span]| -> Vec<Span> {
            let first = list.partition_point(|noise| noise.start < span.start);
            let from = list.get(first..).unwrap_or(&[]).iter().copied();
            from.take_while(|noise| noise.start < span.end).filter(|noise| span.contains(*noise)).collect()
        };
        let mut found: Vec<Span> = self
            .clean
            .dropped_within(span)
            .into_iter()
            .chain(within(&self.noise))
            .chain(within(&self.calls))
            .map(|dropped| dropped.trim(source))
            .filter(|dropped| !dropped.is_empty())
            .collect();
        sort(&mut found);
        found.dedup();
        found
    }
}

/// The lines of the page, those of one note joined.
fn read_noise(lines: &[Line]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = (0, 0);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.noise) {
        match found.last_mut() {
            Some(last) if line.note > 0 && open == (line.note, at) => last.end = line.span.end,
            _ => found.push(line.span),
        }
        open = (line.note, at + 1);
    }
    found
}

fn join_lines(text: &str, lines: &[Line], calls: &[Span], language: Language) -> (String, OffsetMap, Vec<Block>) {
    let setting = read_setting(text, lines);
    let mut breaker = Breaker::new(text, language, setting, fewest_page_blanks(lines));
    let content: Vec<(usize, &Line)> = lines.iter().enumerate().filter(|(_, line)| !line.noise).collect();
    let mut flow = Normalizer::with_capacity(text.len());
    let mut blocks = Vec::new();
    let mut block: Option<Block> = None;
    let mut before: Option<(usize, &Line)> = None;
    let mut calls = calls.iter().copied().peekable();
    for (place, &(index, line)) in content.iter().enumerate() {
        let words = line.span.of(text).unwrap_or("");
        let blank_before = line.blank_before;
        let begins = match before {
            None => {
                breaker.note(words, None);
                true
            }
            Some((last, last_line)) => {
                let gap = read_gap(lines, last, index);
                let after = content.get(place + 1).map(|(_, after)| *after);
                breaker.begins(last_line, line, after, gap)
            }
        };
        if begins {
            blocks.extend(block.take());
            if !flow.is_empty() {
                flow.replace(Span::new(line.span.start, line.span.start), "\n");
            }
            block = Some(Block { span: Span::new(flow.len(), flow.len()), blank_before });
        } else if let Some((_, last_line)) = before {
            join(&mut flow, text, last_line, words, language);
        }
        let joins_on = content.get(place + 1).is_some_and(|(_, next)| {
            is_broken_word(words, next.span.of(text).unwrap_or("")) && setting.width.is_some()
        });
        let kept = if joins_on { Span::new(line.span.start, line.span.end - 1) } else { line.span };
        keep_without(&mut flow, text, kept, &mut calls);
        if let Some(open) = &mut block {
            open.span.end = flow.len();
        }
        before = Some((index, line));
    }
    blocks.extend(block);
    let (text, map) = flow.finish();
    (text, map, blocks)
}

/// Keeps `span`, without the calls in it.
fn keep_without(flow: &mut Normalizer, text: &str, span: Span, calls: &mut Peekable<impl Iterator<Item = Span>>) {
    let mut at = span.start;
    while let Some(call) = calls.next_if(|call| call.start < span.end) {
        if call.start >= at && call.end <= span.end {
            flow.keep(text, Span::new(at, call.start));
            flow.replace(call, "");
            at = call.end;
        }
    }
    flow.keep(text, Span::new(at, span.end));
}

/// Writes what joins a line to the next: nothing inside a broken word or in Chinese.
fn join(flow: &mut Normalizer, text: &str, before: &Line, next: &str, language: Language) {
    let words = before.span.of(text).unwrap_or("");
    if is_broken_word(words, next) {
        return;
    }
    // Chinese lines end anywhere, in numbers too; only a space that was kept stands between words.
    let spaced = text.as_bytes().get(before.span.end as usize) == Some(&b' ');
    if language == Language::Zh && !spaced {
        return;
    }
    flow.replace(Span::new(before.span.end, before.span.end + 1), " ");
}

fn read_gap(lines: &[Line], from: usize, to: usize) -> Gap {
    let blanks = lines.get(from + 1..=to).unwrap_or(&[]).iter().map(|line| line.blank_before).sum();
    Gap { blanks, turned: to > from + 1 }
}

/// The fewest blank lines around the furniture of any page.
fn fewest_page_blanks(lines: &[Line]) -> u32 {
    let mut fewest = u32::MAX;
    let mut pages = 0;
    let mut last = None;
    for (index, line) in lines.iter().enumerate() {
        if line.noise {
            continue;
        }
        if let Some(last) = last
            && index > last + 1
        {
            fewest = fewest.min(read_gap(lines, last, index).blanks);
            pages += 1;
        }
        last = Some(index);
    }
    if pages < 2 { u32::MAX } else { fewest }
}

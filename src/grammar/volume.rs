//! Where one resolution of a volume ends and the next begins.
//!
//! A volume is known by two or more lines that announce different resolutions, each followed by the
//! subject of a text. Lines that announce without a text are entries of an index.

use super::assemble::Flow;
use super::enacting::is_subject;
use super::masthead::read_heading;
use super::signs::announces_clause;
use crate::lexicon::{Language, is_closing_line};
use crate::text::Span;

/// How many blocks may stand between the line that announces a resolution and its subject.
const REACH: usize = 12;
/// How many blocks of masthead may stand before that line.
const MASTHEAD: usize = 16;

/// The blocks of one resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The first block of its masthead.
    pub from: usize,
    /// The block behind its last.
    pub to: usize,
}

/// A line of the index of a volume, in bytes of the flowing text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The whole line.
    pub span: Span,
    /// Its number or symbol.
    pub symbol: Span,
    /// Its title, without the page.
    pub title: Span,
}

/// Where a resolution is announced.
struct Opening<'a> {
    /// The line that announces it.
    at: usize,
    /// Its number.
    symbol: &'a str,
    /// The line of its masthead that shows its symbol, or the one that announces it.
    masthead: usize,
    /// What tells it from the one before.
    name: &'a str,
}

/// The resolutions of a text, in order. What stands before the first belongs to the volume.
///
/// A text that is not a volume gives one item with every block. Costs one pass.
#[must_use]
pub fn split_items(flow: &Flow<'_>, language: Language) -> Vec<Item> {
    let count = flow.blocks.len();
    let heads: Vec<(usize, &str)> = (0..count)
        .filter_map(|at| {
            let words = words_at(flow, at);
            let heading = read_heading(words)?;
            Some((at, heading.symbol.of(words)?))
        })
        .collect();
    let mut openings: Vec<Opening<'_>> = Vec::new();
    for (place, &(at, symbol)) in heads.iter().enumerate() {
        let other = heads.iter().skip(place + 1).take(REACH).find(|(_, other)| *other != symbol);
        let end = other.map_or(count, |(other, _)| *other).min(at + 1 + REACH);
        let opens = (at + 1..end).any(|next| is_subject(flow, language, next, count));
        let floor = openings.last().map_or(0, |last| last.at + 1);
        let masthead = if opens { find_own_symbol(flow, at, symbol, floor) } else { None };
        // Parts A and B of a resolution bear the same number, and only their mastheads tell them apart.
        let name = masthead.map_or(symbol, |above| words_at(flow, above));
        if opens && openings.last().is_none_or(|last| last.name != name) {
            openings.push(Opening { at, symbol, masthead: masthead.unwrap_or(at), name });
        }
    }
    if openings.len() < 2 {
        return vec![Item { from: 0, to: count }];
    }
    let mut starts: Vec<usize> = Vec::with_capacity(openings.len());
    for opening in &openings {
        let floor = starts.last().map_or(0, |last| last + 1).max(opening.masthead.saturating_sub(MASTHEAD));
        starts.push(if starts.is_empty() { opening.at } else { walk_back(flow, language, opening.masthead, floor) });
    }
    if let (Some(first), Some(opening)) = (starts.first_mut(), openings.first())
        && prints_symbol(flow, opening.at, opening.symbol)
    {
        // An index, or nothing, stands before it.
        let listed = heads.iter().take_while(|(at, _)| *at < opening.masthead).last();
        *first = listed.map_or(0, |(last, _)| walk_back(flow, language, opening.masthead, last + 1));
    }
    let ends = starts.iter().skip(1).copied().chain([count]);
    starts.iter().zip(ends).map(|(&from, to)| Item { from, to }).collect()
}

fn words_at<'a>(flow: &'a Flow<'_>, at: usize) -> &'a str {
    flow.blocks.get(at).map_or("", |block| flow.words(block.span))
}

/// The line below a closing that shows the symbol of the resolution that the line at `at` announces, a part's letter
/// behind it or not.
fn find_own_symbol(flow: &Flow<'_>, at: usize, symbol: &str, floor: usize) -> Option<usize> {
    let shows = |words: &str| {
        let (_, printed) = words.split_once("/RES/").filter(|_| words.len() < 60)?;
        let rest = printed.strip_prefix(symbol)?;
        (!rest.starts_with(|next: char| next.is_ascii_digit())).then_some(())
    };
    (floor.max(at.saturating_sub(2 * MASTHEAD))..at).rev().find(|before| shows(words_at(flow, *before)).is_some())
}

/// Whether the line right above shows the resolution's own symbol, so that the masthead is its own.
fn prints_symbol(flow: &Flow<'_>, at: usize, symbol: &str) -> bool {
    (0..at.min(MASTHEAD)).any(|before| {
        let words = words_at(flow, before);
        words.len() < 60 && words.contains("/RES/") && words.ends_with(symbol)
    })
}

/// The first block of the masthead above the line at `at`: back to the end of a paragraph.
fn walk_back(flow: &Flow<'_>, language: Language, at: usize, floor: usize) -> usize {
    let mut start = at;
    while start > floor {
        let words = words_at(flow, start - 1);
        if is_closing_line(words, language) {
            // The date of the meeting may stand on a line of its own.
            let dated = words_at(flow, start).len() < 24 && start < at && begins_with_day(words_at(flow, start));
            return if dated { start + 1 } else { start };
        }
        if words.len() > 200 || announces_clause(words) {
            break;
        }
        start -= 1;
    }
    start
}

fn begins_with_day(words: &str) -> bool {
    words.starts_with(|first: char| first.is_ascii_digit()) && words.ends_with(|last: char| last.is_ascii_digit())
}

/// The entries of the index that stands before block `to`.
#[must_use]
pub fn read_index(flow: &Flow<'_>, to: usize) -> Vec<Entry> {
    flow.blocks
        .iter()
        .take(to)
        .filter_map(|block| {
            let words = flow.words(block.span);
            let skipped = skip_number(words);
            let rest = words.get(skipped..)?;
            let heading = read_heading(rest)?;
            let title = rest.get(heading.title..)?;
            let bare = title.trim_end_matches(|last: char| {
                last.is_ascii_digit() || last.is_whitespace() || matches!(last, '.' | '…' | '·' | '_' | '|')
            });
            let start = block.span.start + skipped as u32;
            let title_at = start + heading.title as u32;
            Some(Entry {
                span: block.span,
                symbol: heading.symbol.shift(start),
                title: Span::new(title_at, title_at + bare.len() as u32),
            })
        })
        .collect()
}

/// The length of the number of an entry: `3. `, `3) `.
fn skip_number(words: &str) -> usize {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..).unwrap_or("");
    match rest.strip_prefix(['.', ')', '-']) {
        Some(after) if (1..=3).contains(&digits) && after.starts_with(' ') => words.len() - after.trim_start().len(),
        _ => 0,
    }
}

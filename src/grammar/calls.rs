//! Calls of notes that a page's extraction has glued to words and numbers: `its words2`, and
//! `resolution 76/20416`, which is 76/204 and the call of note 16.
//!
//! The notes at the foot of a page are called on that page, in their order. Only where every one of
//! them finds its call they are taken out, and a number is cut only where one call can only be its end.

use std::ops::Range;

use super::lines::Line;
use crate::text::Span;

/// A place that may be the call of a note.
#[derive(Clone, Copy)]
struct Place {
    /// The digits of the call, in bytes of the text.
    span: Span,
    note: u32,
    kind: Kind,
    /// The best row of calls that ends here: what it costs, and the place before this one.
    cost: u32,
    before: Option<usize>,
}

/// How a place looks, the likeliest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Behind a letter or a mark: `words2`, `(III),4`.
    Behind,
    /// Behind a number and a mark: `2021,6`.
    Apart,
    /// The end of a number that is too long without it: `20217`, `76/20416`.
    Broken,
    /// The end of a number that could be one with it: `76/812`.
    Whole,
}

impl Kind {
    const fn cost(self) -> u32 {
        match self {
            Self::Behind => 0,
            Self::Apart => 1,
            Self::Broken => 2,
            Self::Whole => 6,
        }
    }
}

/// The calls of the notes in the lines of the text, in order. Linear in the pages that have notes.
pub(super) fn find_calls(text: &str, lines: &[Line]) -> Vec<Span> {
    let mut cuts = Vec::new();
    let (mut page, mut at) = (0, 0);
    let note = |at: usize| lines.get(at).map_or(0, |line| line.note);
    while at < lines.len() {
        let foot = at;
        while note(at) > 0 {
            at += 1;
        }
        if at > foot {
            find_glued_calls(text, lines.get(page..foot).unwrap_or(&[]), note(foot)..note(at - 1) + 1, &mut cuts);
            page = at;
        }
        at += 1;
    }
    cuts
}

/// The calls of notes that are marked as such, `[^1]`, in order; a note itself begins its line with its mark.
pub(super) fn find_marked_calls(text: &str) -> Vec<Span> {
    let mut calls = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), "[^") {
        let Some(mark) = text.get(at..).and_then(read_mark) else { continue };
        let begins_line = text.get(..at).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
        if !begins_line || text.as_bytes().get(at + mark) != Some(&b':') {
            calls.push(Span::at(at, at + mark));
        }
    }
    calls
}

/// The length of the mark `[^1]` that `words` begin with.
pub(super) fn read_mark(words: &str) -> Option<usize> {
    let inside = words.strip_prefix("[^")?;
    let end = inside.find(']').filter(|end| (1..=48).contains(end))?;
    inside.get(..end).filter(|name| !name.contains([' ', '\n', '[', '^'])).map(|_| end + 3)
}

/// Adds to `cuts` the calls of `notes` that stand glued to words or numbers of these lines. Linear in
/// the text of the page.
fn find_glued_calls(text: &str, lines: &[Line], notes: Range<u32>, cuts: &mut Vec<Span>) {
    if notes.is_empty() || notes.len() > 99 {
        return;
    }
    let mut places: Vec<Place> = Vec::new();
    for line in lines.iter().filter(|line| !line.noise) {
        read_places(text, line.span, &notes, &mut places);
    }
    let Some(last) = link(&mut places, &notes) else { return };
    let mut chosen = Vec::with_capacity(notes.len());
    let mut at = Some(last);
    while let Some(place) = at.and_then(|at| places.get(at)) {
        chosen.push(*place);
        at = place.before;
    }
    chosen.reverse();
    for (order, place) in chosen.iter().enumerate() {
        if place.kind < Kind::Broken {
            cuts.push(with_brackets(text, place.span));
            continue;
        }
        let from = order.checked_sub(1).and_then(|before| chosen.get(before)).map_or(0, |before| before.span.end);
        let to = chosen.get(order + 1).map_or(u32::MAX, |after| after.span.start);
        let alike = |other: &&Place| {
            other.note == place.note && other.kind <= place.kind && (from..to).contains(&other.span.start)
        };
        if places.iter().filter(alike).count() == 1 {
            cuts.push(place.span);
        }
    }
}

/// A call with the brackets that Arabic texts set around it.
fn with_brackets(text: &str, call: Span) -> Span {
    let bytes = text.as_bytes();
    let open = (call.start as usize).checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'(');
    let closed = bytes.get(call.end as usize) == Some(&b')');
    if open && closed { Span::new(call.start - 1, call.end + 1) } else { call }
}

/// Reads the places of one line.
fn read_places(text: &str, line: Span, notes: &Range<u32>, places: &mut Vec<Place>) {
    let bytes = text.as_bytes();
    let (mut at, end) = (line.start as usize, line.end as usize);
    while at < end {
        if !bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
            continue;
        }
        let start = at;
        while at < end && bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        let Some(run) = text.get(start..at) else { continue };
        let follows = text.get(at..end).and_then(|rest| rest.chars().next());
        if follows.is_some_and(|next| next.is_alphanumeric() || next == '/') {
            continue;
        }
        let mut behind = text.get(line.start as usize..start).unwrap_or("").chars().rev();
        let (before, further) = (behind.next().unwrap_or(' '), behind.next().unwrap_or(' '));
        let alone = match before {
            _ if run.len() > 3 => None,
            ',' | '.' | ';' | ':' | '،' | '؛' => Some(if further.is_numeric() { Kind::Apart } else { Kind::Behind }),
            // The form of Arabic texts: `القرار(1)`.
            '(' if follows == Some(')') && !further.is_whitespace() => Some(Kind::Behind),
            ')' | ']' | '”' | '"' | '»' | '’' | '*' => Some(Kind::Behind),
            _ if before.is_alphabetic() => Some(Kind::Behind),
            _ => None,
        };
        if let Some(kind) = alone {
            add(run, 0, start, notes, kind, places);
            continue;
        }
        // The longest call first, so that one number never holds two.
        for length in (1..run.len().min(4)).rev() {
            if let Some(kind) = glued(run, length, text.get(line.start as usize..start).unwrap_or("")) {
                add(run, run.len() - length, start, notes, kind, places);
            }
        }
    }
}

fn add(run: &str, skip: usize, start: usize, notes: &Range<u32>, kind: Kind, places: &mut Vec<Place>) {
    let Some(digits) = run.get(skip..).filter(|digits| !digits.starts_with('0')) else { return };
    if let Some(note) = digits.parse().ok().filter(|note| notes.contains(note)) {
        let span = Span::at(start + skip, start + run.len());
        places.push(Place { span, note, kind, cost: 0, before: None });
    }
}

/// How the last `length` digits of a number look as a call: of a year, or of a number in a session.
fn glued(run: &str, length: usize, before: &str) -> Option<Kind> {
    let rest = run.get(..run.len() - length)?;
    if rest.len() == 4 && (rest.starts_with("19") || rest.starts_with("20")) {
        return Some(Kind::Broken);
    }
    let session = before.strip_suffix('/')?;
    let ahead = session.trim_end_matches(|digit: char| digit.is_ascii_digit());
    // "25/09/2022" and "2021/2022" count no resolutions.
    if session.len() == ahead.len() || session.len() - ahead.len() > 3 || ahead.ends_with('/') || rest.len() > 3 {
        return None;
    }
    Some(if run.len() > 3 { Kind::Broken } else { Kind::Whole })
}

/// Links the places to the cheapest row that calls every note in order; gives the place of the last.
fn link(places: &mut [Place], notes: &Range<u32>) -> Option<usize> {
    let mut best: Vec<Option<(u32, usize)>> = vec![None; notes.len()];
    for at in 0..places.len() {
        let Some(place) = places.get_mut(at) else { break };
        let order = (place.note - notes.start) as usize;
        let before = match order.checked_sub(1) {
            None => Some((0, None)),
            Some(before) => best.get(before).copied().flatten().map(|(cost, at)| (cost, Some(at))),
        };
        let Some((cost, before)) = before else { continue };
        place.cost = cost + place.kind.cost();
        place.before = before;
        let cost = place.cost;
        if let Some(slot) = best.get_mut(order)
            && slot.is_none_or(|(known, _)| cost < known)
        {
            *slot = Some((cost, at));
        }
    }
    best.last().copied().flatten().map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::lines::read_lines;

    fn cut(text: &str, notes: Range<u32>) -> Vec<&str> {
        let mut cuts = Vec::new();
        find_glued_calls(text, &read_lines(text), notes, &mut cuts);
        cuts.iter().filter_map(|span| span.of(text)).collect()
    }

    #[test]
    fn cuts_calls_from_the_words_and_numbers_they_are_glued_to() {
        assert_eq!(cut("Recalling its words1 in resolution 76/20416 and the2 rest", 1..3), ["1", "2"]);
        assert_eq!(cut("the words15 in resolution 76/20416 and the17 rest", 15..18), ["15", "16", "17"]);
        assert_eq!(cut("48/8 of 8 October 20217 and", 7..8), ["7"]);
        assert_eq!(cut("in resolution 75/2014 and", 4..5), ["4"]);
        assert_eq!(cut("resolutions 71/20510 and 72/19011, the reports", 10..12), ["10", "11"]);
        assert_eq!(cut("its words1 and resolution 76/812", 1..3), ["1", "2"]);
    }

    #[test]
    fn leaves_a_number_alone_where_the_call_may_stand_elsewhere() {
        assert_eq!(cut("resolution 76/812 and other words2", 2..3), ["2"]);
        assert_eq!(cut("resolutions 76/812 and 76/902", 2..3), [""; 0]);
        assert_eq!(cut("القرار 76/812 المؤرخ(2)", 2..3), ["(2)"]);
        assert_eq!(cut("resolution 76/812", 3..4), [""; 0]);
        assert_eq!(cut("on 25/09/2022 in 2021/2022", 2..3), [""; 0]);
        assert_eq!(cut("its resolution 76/72, held on 16 September\n20222,", 2..3), ["2"]);
        assert_eq!(cut("the report (A/77/1783) of 2021", 1..2), [""; 0]);
    }
}

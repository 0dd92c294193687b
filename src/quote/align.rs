//! From a chain of runs to an alignment of every word.

use super::classify::loses_clitic;
use super::damage::looks_the_same;
use super::quoted::{Omission, QuoteText};
use super::search::{Chain, Run};
use super::texts::SourceText;
use crate::lexicon::{Language, WordClass, is_form_of, is_word_in};
use crate::text::{Span, WordList};

/// Gaps of more words than this on one side are not aligned word by word.
const WIDEST: usize = 48;

/// What happens to one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A word of the quotation stands for a word of the source.
    Pair(usize, usize),
    /// A word of the quotation that the source has not.
    Insert(usize),
    /// A word of the source that the quotation has not.
    Delete(usize),
}

/// Every word of a quotation beside the words of a stretch of a source.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    /// What happens to each word, in order.
    pub steps: Vec<Step>,
    /// Index of the first word of the source that has a pair.
    pub first: usize,
    /// Index after the last word of the source that has a pair.
    pub end: usize,
    /// The runs it was made from.
    pub runs: Vec<Run>,
}

/// Aligns the words of a quotation along a chain. The gaps are at most [`WIDEST`] words wide on
/// each side, or are not aligned.
pub(super) fn align(quote: &QuoteText, source: &SourceText, chain: &Chain) -> Option<Alignment> {
    let (first, last) = (chain.runs.first()?, chain.runs.last()?);
    let mut steps = Vec::new();
    if !is_label(quote, source, first.quote, first.source) {
        steps.extend(reach_back(quote, source, 0, first.quote, first.source));
    }
    let (mut quote_at, mut source_at) = (first.quote, first.source);
    for run in &chain.runs {
        fill(quote, source, (quote_at, run.quote), (source_at, run.source), &mut steps);
        steps.extend((0..run.len).map(|word| Step::Pair(run.quote + word, run.source + word)));
        (quote_at, source_at) = (run.quote + run.len, run.source + run.len);
    }
    steps.extend(reach_on(quote, source, last.quote + last.len, quote.words.len(), source_at));
    trim_deletions(&mut steps);
    let pairs = || steps.iter().filter_map(|step| if let Step::Pair(_, word) = step { Some(*word) } else { None });
    let (first, end) = (pairs().min()?, pairs().max()? + 1);
    Some(Alignment { steps, first, end, runs: chain.runs.clone() })
}

/// Whether the first `count` words of the quotation are the label of the paragraph that begins at `start`: *2. Urges*.
fn is_label(quote: &QuoteText, source: &SourceText, count: usize, start: usize) -> bool {
    let stretch = source.stretch(source.stretch_at(start)).filter(|stretch| stretch.start == start);
    let Some(number) = stretch.and_then(|stretch| stretch.paragraph.number.as_deref()) else { return false };
    let label = WordList::new(number, Span::at(0, number.len()), &[]);
    let same = |at: usize| label.word(at) == quote.words.get(at).map(|word| &*word.folded);
    count > 0 && count == label.len() && (0..count).all(same)
}

/// Words left out before the first pair or after the last are not the quotation's concern.
fn trim_deletions(steps: &mut Vec<Step>) {
    let is_pair = |step: &Step| matches!(step, Step::Pair(..));
    let first = steps.iter().position(is_pair).unwrap_or(0);
    let last = steps.iter().rposition(is_pair).unwrap_or(0);
    let mut at = 0;
    steps.retain(|step| {
        let inside = at > first && at < last;
        at += 1;
        inside || !matches!(step, Step::Delete(_))
    });
}

/// Aligns the words between two runs.
fn fill(quote: &QuoteText, source: &SourceText, words: (usize, usize), places: (usize, usize), steps: &mut Vec<Step>) {
    if let Some(Omission { before, .. }) = quote.omission_in(words.0, words.1) {
        let head = reach_on(quote, source, words.0, before, places.0);
        let used = head.iter().filter_map(|step| source_of(*step)).max().map_or(places.0, |last| last + 1);
        let tail = reach_back(quote, source, before, words.1, places.1);
        let from = tail.iter().filter_map(|step| source_of(*step)).min().unwrap_or(places.1).max(used);
        steps.extend(head);
        steps.extend((used..from).map(Step::Delete));
        steps.extend(tail.into_iter().filter(|step| source_of(*step).is_none_or(|word| word >= used)));
        return;
    }
    if words.0 == words.1 || places.0 == places.1 || words.1 - words.0 > WIDEST || places.1 - places.0 > WIDEST {
        steps.extend((words.0..words.1).map(Step::Insert));
        steps.extend((places.0..places.1).map(Step::Delete));
        return;
    }
    steps.extend(align_gap(quote, source, words, places));
}

fn source_of(step: Step) -> Option<usize> {
    match step {
        Step::Pair(_, word) | Step::Delete(word) => Some(word),
        Step::Insert(_) => None,
    }
}

/// The cheapest way from one gap to the other: a pair of equal words costs nothing, of forms of one
/// word 1, of similar words 3, of others 4, a word put in or left out 3.
fn align_gap(quote: &QuoteText, source: &SourceText, words: (usize, usize), places: (usize, usize)) -> Vec<Step> {
    let (rows, columns) = (words.1 - words.0, places.1 - places.0);
    let folded: Vec<String> = (places.0..places.1).map(|word| source.folded(word)).collect();
    let width = columns + 1;
    let mut costs = vec![0u32; (rows + 1) * width];
    let pair_cost = |row: usize, column: usize| -> u32 {
        let word = quote.words.get(words.0 + row).map_or("", |word| &word.folded);
        let other = folded.get(column).map_or("", String::as_str);
        if word == other || looks_the_same(word, other) {
            0
        } else if is_form_of(source.language, word, other) {
            1
        } else if is_similar(word, other) {
            3
        } else {
            4
        }
    };
    let cost = |costs: &[u32], row: usize, column: usize| costs.get(row * width + column).copied().unwrap_or(0);
    for row in 0..=rows {
        for column in 0..=columns {
            let up = row.checked_sub(1).map(|up| cost(&costs, up, column) + 3);
            let left = column.checked_sub(1).map(|left| cost(&costs, row, left) + 3);
            let both = row.checked_sub(1).zip(column.checked_sub(1));
            let both = both.map(|(up, left)| cost(&costs, up, left) + pair_cost(up, left));
            let least = [up, left, both].into_iter().flatten().min().unwrap_or(0);
            if let Some(slot) = costs.get_mut(row * width + column) {
                *slot = least;
            }
        }
    }
    let (mut row, mut column) = (rows, columns);
    let mut steps = Vec::with_capacity(rows + columns);
    while row > 0 || column > 0 {
        let here = cost(&costs, row, column);
        let pairs = row > 0 && column > 0 && cost(&costs, row - 1, column - 1) + pair_cost(row - 1, column - 1) == here;
        if pairs {
            row -= 1;
            column -= 1;
            steps.push(Step::Pair(words.0 + row, places.0 + column));
        } else if row > 0 && cost(&costs, row - 1, column) + 3 == here {
            row -= 1;
            steps.push(Step::Insert(words.0 + row));
        } else {
            column = column.saturating_sub(1);
            steps.push(Step::Delete(places.0 + column));
        }
    }
    steps.reverse();
    steps
}

/// Whether two words begin alike: four letters and half of the longer word.
pub(super) fn is_similar(one: &str, other: &str) -> bool {
    let common: usize = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    common >= 4 && 2 * common >= one.chars().count().max(other.chars().count())
}

fn is_function_word(language: Language, word: &str) -> bool {
    [WordClass::Article, WordClass::Relative, WordClass::Preposition, WordClass::Protected]
        .into_iter()
        .any(|class| is_word_in(language, word, class))
}

/// Aligns the words `from..to` of the quotation, which no run covers, with what stands in the
/// source before `anchor`.
fn reach_back(quote: &QuoteText, source: &SourceText, from: usize, to: usize, anchor: usize) -> Vec<Step> {
    let stretch = source.stretch(source.stretch_at(anchor));
    let limit = stretch.map_or(anchor, |stretch| stretch.start);
    let lead_end = stretch.and_then(|stretch| stretch.paragraph.lead.as_ref()).map_or(0, |lead| lead.span.end);
    reach(quote, source, &Reach { words: (from, to), anchor, limit, lead_end, back: true })
}

/// The same for what stands behind the word before `anchor`.
fn reach_on(quote: &QuoteText, source: &SourceText, from: usize, to: usize, anchor: usize) -> Vec<Step> {
    let stretch = anchor.checked_sub(1).and_then(|last| source.stretch(source.stretch_at(last)));
    let limit = stretch.map_or(anchor, |stretch| stretch.end);
    reach(quote, source, &Reach { words: (from, to), anchor, limit, lead_end: 0, back: false })
}

/// Words of the quotation outside the runs, and the side of the source they are held against.
struct Reach {
    words: (usize, usize),
    /// Index of the source's first word of the run behind, or after the last word of the run before.
    anchor: usize,
    /// The paragraph's border on that side.
    limit: usize,
    /// Words of the source that end before this place belong to the lead phrase.
    lead_end: u32,
    back: bool,
}

impl Reach {
    /// Index of the nth word of the quotation, counted from the run.
    fn quote_word(&self, nth: usize) -> Option<usize> {
        let word = if self.back { self.words.1.checked_sub(nth + 1)? } else { self.words.0 + nth };
        (self.words.0 <= word && word < self.words.1).then_some(word)
    }

    /// Index of the nth word of the source, counted from the run.
    fn source_word(&self, nth: usize) -> Option<usize> {
        let word = if self.back { self.anchor.checked_sub(nth + 1)? } else { self.anchor + nth };
        let inside = if self.back { word >= self.limit } else { word < self.limit };
        inside.then_some(word)
    }
}

/// Walks away from a run as long as the words on both sides are forms of one or begin alike, one
/// word may be left out on either side; what is left then replaces as many words of the source
/// where those are of the same sort, and is put in otherwise.
fn reach(quote: &QuoteText, source: &SourceText, reach: &Reach) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut taken, mut passed) = (0, 0);
    let count = reach.words.1 - reach.words.0;
    let alike = |taken: usize, passed: usize| -> bool {
        let first = reach.quote_word(taken);
        let (Some(word), Some(place)) = (first, reach.source_word(passed)) else { return false };
        let word = quote.words.get(word).map_or("", |word| &word.folded);
        let other = source.folded(place);
        is_similar(word, &other)
            || looks_the_same(word, &other)
            || is_form_of(source.language, word, &other)
            || first == Some(0) && loses_clitic(source.language, word, &other)
    };
    while taken < count && taken < WIDEST {
        if let Some((ours, theirs)) = joined(quote, source, reach, (taken, passed)) {
            // What is written apart is one group, whose farthest words are the pair.
            steps.extend((0..ours - 1).filter_map(|nth| reach.quote_word(taken + nth)).map(Step::Insert));
            steps.extend((0..theirs - 1).filter_map(|nth| reach.source_word(passed + nth)).map(Step::Delete));
            taken += ours;
            passed += theirs;
            let farthest = reach.quote_word(taken - 1).zip(reach.source_word(passed - 1));
            steps.extend(farthest.map(|(word, place)| Step::Pair(word, place)));
            continue;
        }
        let (skip_quote, skip_source) = match () {
            () if alike(taken, passed) => (0, 0),
            () if alike(taken, passed + 1) => (0, 1),
            () if alike(taken + 1, passed) => (1, 0),
            () if alike(taken + 1, passed + 1) => (1, 1),
            () => break,
        };
        if skip_quote + skip_source == 2 {
            steps.extend(
                reach.quote_word(taken).zip(reach.source_word(passed)).map(|(word, place)| Step::Pair(word, place)),
            );
        } else if skip_quote == 1 {
            steps.extend(reach.quote_word(taken).map(Step::Insert));
        } else if skip_source == 1 {
            steps.extend(reach.source_word(passed).map(Step::Delete));
        }
        taken += skip_quote;
        passed += skip_source;
        steps.extend(
            reach.quote_word(taken).zip(reach.source_word(passed)).map(|(word, place)| Step::Pair(word, place)),
        );
        taken += 1;
        passed += 1;
    }
    let left = count - taken;
    let replaces =
        left > 0 && left <= 2 && (0..left).all(|nth| is_replacement(quote, source, reach, taken + nth, passed + nth));
    for nth in 0..left {
        let word = reach.quote_word(taken + nth);
        let place = reach.source_word(passed + nth).filter(|_| replaces);
        match (word, place) {
            (Some(word), Some(place)) => steps.push(Step::Pair(word, place)),
            (Some(word), None) => steps.push(Step::Insert(word)),
            _ => {}
        }
    }
    if reach.back {
        steps.reverse();
    }
    steps
}

/// How many words of each side from these on are the same letters written apart on one of them: `112 500` and
/// `112500`. At most three stand for one.
fn joined(quote: &QuoteText, source: &SourceText, reach: &Reach, from: (usize, usize)) -> Option<(usize, usize)> {
    let first = quote.words.get(reach.quote_word(from.0)?)?.folded.as_ref();
    let other = source.folded(reach.source_word(from.1)?);
    // Of two words that belong to one, the shorter is the beginning of the longer, or seen from behind its end.
    let (short, long) = if first.len() < other.len() { (first, other.as_str()) } else { (other.as_str(), first) };
    if short.len() == long.len() || !(if reach.back { long.ends_with(short) } else { long.starts_with(short) }) {
        return None;
    }
    let ours = |nth: usize| Some(quote.words.get(reach.quote_word(from.0 + nth)?)?.folded.to_string());
    let theirs = |nth: usize| reach.source_word(from.1 + nth).map(|place| source.folded(place));
    let whole = |count: usize, word: &dyn Fn(usize) -> Option<String>| -> Option<String> {
        let mut words = (0..count).map(word).collect::<Option<Vec<String>>>()?;
        if reach.back {
            words.reverse();
        }
        Some(words.concat())
    };
    [(1, 2), (2, 1), (1, 3), (3, 1)].into_iter().find(|&(one, other)| {
        let (ours, theirs) = (whole(one, &ours), whole(other, &theirs));
        ours.is_some() && ours == theirs
    })
}

/// Whether a word beside a run stands in the place of the source's word there: both are words of
/// content, no mark stands between, and the source's is not its lead phrase.
fn is_replacement(quote: &QuoteText, source: &SourceText, reach: &Reach, taken: usize, passed: usize) -> bool {
    let (Some(word), Some(place)) = (reach.quote_word(taken), reach.source_word(passed)) else { return false };
    let between = source.between(if reach.back { place } else { place.saturating_sub(1) });
    let marked = between.contains([',', ';', '.', ':', '(', ')', '“', '”', '«', '»']);
    let lead = source.span(place).end <= reach.lead_end;
    let bracketed = quote.words.get(word).is_none_or(|word| word.bracketed);
    let content = quote.words.get(word).is_some_and(|word| !is_function_word(source.language, &word.folded));
    !marked && !lead && !bracketed && content && !is_function_word(source.language, &source.folded(place))
}

//! Where words of a quotation stand in a source: runs of equal words, and chains of runs.
//!
//! Every run of equal words that cannot be made longer is found from its rarest words on, and the
//! best chains of runs in order are taken. Work is bounded by a [`Budget`] that all quotations of a
//! check share.

use rustc_hash::FxHashMap;

use super::classify::LONG_RUN;
use super::quoted::QuoteText;
use super::texts::SourceText;
use crate::text::{sort, sort_by_key};

/// A run of one word counts only where the word stands in no more places than this.
const RARE: usize = 8;
/// A word with more places than this is common.
const COMMON: usize = 32;
/// No more runs than this are chained: the longest.
const MOST_RUNS: usize = 300;
/// No more places of words are looked at for one quotation in one source.
const MOST_PLACES: usize = 60_000;
/// Words of a source that may be left out inside one chain.
const WIDEST_GAP: usize = 60;
/// The same where the article marks the omission.
const WIDEST_MARKED_GAP: usize = 2_000;
/// No more chains than this are kept for one source.
const MOST_CHAINS: usize = 12;

/// Steps of work that are left.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget(pub u64);

impl Budget {
    /// Takes `steps`; `false` where none are left.
    pub fn spend(&mut self, steps: usize) -> bool {
        self.0 = self.0.saturating_sub(steps as u64);
        self.0 > 0
    }
}

/// Equal words in a row on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    /// Index of the first word in the quotation.
    pub quote: usize,
    /// Index of the first word in the source.
    pub source: usize,
    /// How many words.
    pub len: usize,
}

/// Runs in order on both sides.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// The runs; there is at least one.
    pub runs: Vec<Run>,
}

/// Indexes at which the quotation stands word for word, at most `most` of them.
pub(super) fn find_exact(quote: &QuoteText, source: &SourceText, most: usize, budget: &mut Budget) -> Vec<usize> {
    let rarest = (0..quote.words.len()).min_by_key(|&word| source.places_of(quote.id(word)).len());
    let Some(rarest) = rarest else { return Vec::new() };
    let mut found = Vec::new();
    for &place in source.places_of(quote.id(rarest)) {
        let Some(start) = (place as usize).checked_sub(rarest) else { continue };
        let equal = (0..quote.words.len()).take_while(|word| source.id(start + word) == quote.id(*word)).count();
        if equal == quote.words.len() {
            found.push(start);
        }
        if found.len() >= most || !budget.spend(1 + equal) {
            break;
        }
    }
    found
}

/// The best chains, best first; none overlaps a better one in the source.
pub(super) fn find_chains(quote: &QuoteText, source: &SourceText, budget: &mut Budget) -> Vec<Chain> {
    let runs = find_runs(quote, source, budget);
    chain_runs(quote, source, runs, budget)
}

/// Every run that can't be made longer, in order of the quotation.
pub(super) fn find_runs(quote: &QuoteText, source: &SourceText, budget: &mut Budget) -> Vec<Run> {
    let count = quote.words.len();
    let mut order: Vec<(usize, usize)> = (0..count)
        .map(|word| (source.places_of(quote.id(word)).len(), word))
        .filter(|(places, _)| *places > 0)
        .collect();
    sort(&mut order);
    // For every diagonal the stretches of the quotation that runs on it cover.
    let mut covered: FxHashMap<isize, Vec<(usize, usize)>> = FxHashMap::default();
    // Words of the quotation that a run of some length holds.
    let mut held = vec![false; count];
    let mut runs = Vec::new();
    let mut looked_at = 0;
    'words: for (places, word) in order {
        // What a common word adds beside such a run is found when the gaps are aligned.
        if places > COMMON && held.get(word) == Some(&true) {
            continue;
        }
        for &place in source.places_of(quote.id(word)) {
            looked_at += 1;
            if looked_at > MOST_PLACES || !budget.spend(1) {
                break 'words;
            }
            let place = place as usize;
            let on_diagonal = covered.entry(place.cast_signed() - word.cast_signed()).or_default();
            if on_diagonal.iter().any(|&(from, to)| from <= word && word < to) {
                continue;
            }
            let (mut from, mut start) = (word, place);
            // A run ends where the article marks an omission.
            let cut = |word: usize| quote.omission_in(word, word).is_some();
            while from > 0 && start > 0 && !cut(from) && source.id(start - 1) == quote.id(from - 1) {
                from -= 1;
                start -= 1;
            }
            let mut len = word - from + 1;
            while from + len < count && !cut(from + len) && source.id(start + len) == quote.id(from + len) {
                len += 1;
            }
            on_diagonal.push((from, from + len));
            if len >= LONG_RUN {
                held.iter_mut().skip(from).take(len).for_each(|held| *held = true);
            }
            if len > 1 || places <= RARE {
                runs.push(Run { quote: from, source: start, len });
            }
            if !budget.spend(len) {
                break 'words;
            }
        }
    }
    if runs.len() > MOST_RUNS {
        sort_by_key(&mut runs, |run| (std::cmp::Reverse(run.len), run.source, run.quote));
        runs.truncate(MOST_RUNS);
    }
    sort(&mut runs);
    runs
}

/// What a word that agrees counts in a chain.
const WORD: i64 = 40;

/// A run with the best chain that ends in it.
#[derive(Clone, Copy)]
struct Link {
    run: Run,
    score: i64,
    before: Option<usize>,
}

fn chain_runs(quote: &QuoteText, source: &SourceText, runs: Vec<Run>, budget: &mut Budget) -> Vec<Chain> {
    let mut links: Vec<Link> = Vec::with_capacity(runs.len());
    for run in runs {
        let mut best = Link { run, score: WORD * count(run.len), before: None };
        if !budget.spend(links.len()) {
            break;
        }
        for (at, link) in links.iter().enumerate() {
            let Some((joined, cost)) = join(quote, source, link.run, run) else { continue };
            let score = link.score + WORD * count(joined.len) - cost;
            if score > best.score {
                best = Link { run: joined, score, before: Some(at) };
            }
        }
        links.push(best);
    }
    pick(&links)
}

/// A number of words, which is far below what an `i64` holds.
fn count(words: usize) -> i64 {
    i64::try_from(words).unwrap_or(i64::MAX / 64)
}

/// `next` behind `last`, cut where the two overlap, and what the gap costs; `None` where it can't
/// follow.
fn join(quote: &QuoteText, source: &SourceText, last: Run, next: Run) -> Option<(Run, i64)> {
    let quote_end = last.quote + last.len;
    let source_end = last.source + last.len;
    let overlap = quote_end.saturating_sub(next.quote).max(source_end.saturating_sub(next.source));
    if next.quote <= last.quote || next.source <= last.source || overlap >= next.len {
        return None;
    }
    let run = Run { quote: next.quote + overlap, source: next.source + overlap, len: next.len - overlap };
    let put_in = run.quote - quote_end;
    let left_out = run.source - source_end;
    let marked = quote.omission_in(quote_end, run.quote).is_some();
    let same = source.stretch_at(last.source) == source.stretch_at(run.source);
    let fits = if marked {
        left_out <= WIDEST_MARKED_GAP
    } else if same {
        left_out <= WIDEST_GAP
    } else {
        left_out <= 2 && put_in <= 2
    };
    // Of several places behind a mark of omission the nearest is meant, and one in the same paragraph
    // before one in another.
    let marked_cost = WORD / 8 + count(left_out.min(400)) / 8 + if same { 0 } else { WORD * 3 / 2 };
    let left_out_cost = if marked { marked_cost } else { WORD / 4 * count(left_out.min(20)) };
    let cost = WORD * 3 / 8 * count(put_in) + left_out_cost + WORD / 8;
    fits.then_some((run, cost))
}

/// The best chains of which none overlaps a better one in the source.
fn pick(links: &[Link]) -> Vec<Chain> {
    let mut ends: Vec<usize> = (0..links.len()).collect();
    sort_by_key(&mut ends, |&at| links.get(at).map(|link| (-link.score, link.run.source)));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut chains = Vec::new();
    for end in ends {
        let mut runs = Vec::new();
        let mut at = Some(end);
        while let Some(link) = at.and_then(|at| links.get(at)) {
            runs.push(link.run);
            at = link.before;
        }
        runs.reverse();
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { continue };
        let place = (first.source, last.source + last.len);
        if taken.iter().any(|other| place.0 < other.1 && other.0 < place.1) {
            continue;
        }
        taken.push(place);
        chains.push(Chain { runs });
        if chains.len() >= MOST_CHAINS {
            break;
        }
    }
    chains
}

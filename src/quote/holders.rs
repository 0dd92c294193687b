//! Which texts hold words of a quotation, asked of the index.
//!
//! A quotation is cut into the words of the index, and pairs of neighbours are looked up by their
//! positions, the rarest first. A pair counts the more the fewer paragraphs hold it, so that a few
//! rare pairs lead to the text, and the common ones are never walked through.

use super::shortlist::{MOST_TEXTS, rarity};
use crate::index::{Cursor, DocId, Index, TermId, UnitId, WordCutter};
use crate::text::{Span, sort, sort_by_key};

/// No more postings than this are walked through for one quotation.
const MOST_STEPS: u32 = 40_000;
/// No more pairs than this are looked up for one quotation.
const MOST_PAIRS: usize = 40;
/// Texts that reach this part of the best score (in eighths) are looked at closely.
const NEAR_BEST: u32 = 4;

/// The resolutions of an index that a check may look at.
pub(crate) struct Holders<'a> {
    index: &'a Index,
    /// For every resolution of the index the number of the text that it is, plus one; 0 for none.
    texts: Vec<u32>,
    cutter: WordCutter,
    scores: Vec<u32>,
}

/// Two neighbouring words of a quotation, the rarer one first.
struct Pair {
    rare: TermId,
    other: TermId,
    /// Whether the rarer one stands second.
    turned: bool,
    /// How many paragraphs hold the rarer one.
    count: u32,
    /// Whether the quotation is this one word.
    alone: bool,
}

impl<'a> Holders<'a> {
    /// Looks at the resolutions `docs` of `index` only, which are texts 0, 1, 2 and so on.
    pub(crate) fn new(index: &'a Index, docs: &[DocId]) -> Self {
        let mut texts = vec![0; index.records().len()];
        for (text, &doc) in docs.iter().enumerate() {
            if let Some(slot) = texts.get_mut(doc as usize) {
                *slot = text as u32 + 1;
            }
        }
        Self { index, texts, cutter: WordCutter::default(), scores: vec![0; docs.len()] }
    }

    /// The texts that are worth a close look for the quotation at `span` of `article`, in order.
    ///
    /// Costs at most [`MOST_STEPS`] postings, however many texts there are.
    pub(super) fn find(&mut self, article: &str, span: Span) -> Vec<usize> {
        let pairs = self.pairs(span.of(article).unwrap_or(""));
        let mut steps = 0;
        let mut touched: Vec<usize> = Vec::new();
        let mut holding: Vec<usize> = Vec::new();
        for pair in &pairs {
            if steps > MOST_STEPS {
                break;
            }
            holding.clear();
            self.walk(pair, &mut steps, &mut holding);
            let weight = rarity(self.scores.len(), holding.len());
            for &text in &holding {
                if let Some(score) = self.scores.get_mut(text) {
                    if *score == 0 {
                        touched.push(text);
                    }
                    *score += weight;
                }
            }
        }
        let score = |text: usize| self.scores.get(text).copied().unwrap_or(0);
        sort_by_key(&mut touched, |&text| (std::cmp::Reverse(score(text)), text));
        let least = touched.first().map_or(0, |&best| score(best)) * NEAR_BEST / 8;
        let kept = touched.iter().take(MOST_TEXTS).take_while(|&&text| score(text) >= least).count();
        for &text in &touched {
            if let Some(score) = self.scores.get_mut(text) {
                *score = 0;
            }
        }
        touched.truncate(kept);
        sort(&mut touched);
        touched
    }

    /// The pairs of the quotation, those with the rarest word first, each once.
    fn pairs(&mut self, text: &str) -> Vec<Pair> {
        let mut terms: Vec<Option<TermId>> = Vec::new();
        let index = self.index;
        self.cutter.cut(text, |word| terms.push(index.terms().find(word.text)));
        let count = |term: TermId| index.count(term);
        let mut pairs: Vec<Pair> = terms
            .windows(2)
            .filter_map(|pair| {
                let [Some(first), Some(second)] = *pair else { return None };
                let turned = count(second) < count(first);
                let (rare, other) = if turned { (second, first) } else { (first, second) };
                Some(Pair { rare, other, turned, count: count(rare), alone: false })
            })
            .collect();
        if let [Some(only)] = *terms {
            pairs.push(Pair { rare: only, other: only, turned: false, count: count(only), alone: true });
        }
        sort_by_key(&mut pairs, |pair| (pair.count, pair.rare, pair.other, pair.turned));
        pairs.dedup_by_key(|pair| (pair.rare, pair.other, pair.turned));
        pairs.truncate(MOST_PAIRS);
        pairs
    }

    /// The texts that hold a pair, each once.
    fn walk(&self, pair: &Pair, steps: &mut u32, holding: &mut Vec<usize>) {
        let (Some(rare), Some(other)) = (self.index.postings(pair.rare), self.index.postings(pair.other)) else {
            return;
        };
        let (mut rare, mut other) = (rare.cursor(), other.cursor());
        let (mut places, mut others) = (Vec::new(), Vec::new());
        let mut at: Option<UnitId> = None;
        while let Some(unit) = rare.next(&mut places) {
            *steps += 1;
            if *steps > MOST_STEPS {
                return;
            }
            let Some(text) = self.text_of(unit) else { continue };
            if holding.last() == Some(&text) {
                continue;
            }
            if !pair.alone && at.is_none_or(|at| at < unit) {
                at = reach(&mut other, unit, &mut others, steps);
                if at.is_none() {
                    return;
                }
            }
            let joined = |&place: &u32| {
                let beside = if pair.turned { place.checked_sub(1) } else { place.checked_add(1) };
                beside.is_some_and(|beside| others.binary_search(&beside).is_ok())
            };
            if pair.alone || at == Some(unit) && places.iter().any(joined) {
                holding.push(text);
            }
        }
    }

    fn text_of(&self, unit: UnitId) -> Option<usize> {
        let doc = self.index.unit(unit)?.doc;
        (*self.texts.get(doc as usize)?).checked_sub(1).map(|text| text as usize)
    }
}

/// Moves on to the first paragraph at or behind `unit`, and gives it with its positions.
fn reach(cursor: &mut Cursor, unit: UnitId, positions: &mut Vec<u32>, steps: &mut u32) -> Option<UnitId> {
    cursor.skip_to(unit);
    while let Some(found) = cursor.next(positions) {
        // A step over a list that is only passed costs a part of one that is looked at.
        *steps += u32::from(found.is_multiple_of(8));
        if found >= unit {
            return Some(found);
        }
    }
    None
}

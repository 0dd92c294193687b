//! Which texts hold words of a quotation, asked of the index.
//!
//! A quotation is cut into the words of the index, and pairs of neighbours are looked up by their
//! positions, the rarest first. A pair counts the more the fewer paragraphs hold it, so that a few
//! rare pairs lead to the text, and the common ones are never walked through.

use std::cmp::Ordering;

use super::shortlist::rarity;
use crate::index::{Pack, Posting, Postings, TermInfo, WordCutter};
use crate::text::{Span, sort, sort_by_key};

/// No more postings than this are walked through for one quotation.
const MOST_STEPS: u32 = 40_000;
/// No more pairs than this are looked up for one quotation.
const MOST_PAIRS: usize = 40;
/// How far texts are looked for.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    /// Texts that reach this part of the best score, in eighths, are looked at closely.
    near: u32,
    /// So many pairs that some text holds are enough where they took some work.
    enough: usize,
}

impl Look {
    /// For a quotation, which some text holds nearly as a whole.
    pub(crate) const QUOTATION: Self = Self { near: 5, enough: 6 };
    /// For a paragraph, of which other texts may hold a part.
    pub(crate) const PARAGRAPH: Self = Self { near: 2, enough: usize::MAX };
}

/// So many postings are some work.
const SOME_STEPS: u32 = 1_000;

/// A pack, and which of its resolutions a check may look at.
pub(crate) struct Holder<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) texts: Numbers,
}

/// Which text each resolution of a pack is.
pub(crate) enum Numbers {
    /// For every resolution the number of the text, plus one; 0 for one that is not looked at.
    Listed(Vec<u32>),
    /// All of them, one after the other from this number on.
    From(usize),
}

impl Numbers {
    fn of(&self, doc: u32) -> Option<usize> {
        match self {
            Self::Listed(list) => list.get(doc as usize)?.checked_sub(1).map(|text| text as usize),
            Self::From(first) => Some(first + doc as usize),
        }
    }
}

/// The resolutions that a check may look at.
pub(crate) struct Holders<'a> {
    packs: Vec<Holder<'a>>,
    cutter: WordCutter,
    scores: Vec<u32>,
}

/// A word of a quotation: where it stands in each pack, and in how many paragraphs of all.
struct Known {
    word: String,
    infos: Vec<Option<TermInfo>>,
    count: u32,
}

/// Two neighbouring words of a quotation, the rarer one first.
struct Pair {
    /// The numbers of the words among those that are known.
    rare: usize,
    other: usize,
    /// Whether the rarer one stands second.
    turned: bool,
    /// How many paragraphs hold the rarer one.
    count: u32,
    /// Whether the quotation is this one word.
    alone: bool,
}

impl<'a> Holders<'a> {
    /// Looks at resolutions of these packs, which are texts 0, 1, 2 and so on up to `count`.
    pub(crate) fn new(packs: Vec<Holder<'a>>, count: usize) -> Self {
        Self { packs, cutter: WordCutter::default(), scores: vec![0; count] }
    }

    /// Looks at the resolutions of one pack more; `count` is how many texts there are with it.
    pub(crate) fn add(&mut self, holder: Holder<'a>, count: usize) {
        self.packs.push(holder);
        self.scores.resize(count, 0);
    }

    /// The texts that are worth a close look for the quotation at `span` of `article`, in order, at most `most`.
    ///
    /// Costs at most [`MOST_STEPS`] postings, however many texts there are.
    pub(crate) fn find(&mut self, article: &str, span: Span, most: usize, look: Look) -> Vec<usize> {
        let (known, pairs) = self.pairs(span.of(article).unwrap_or(""));
        let mut steps = 0;
        let mut touched: Vec<usize> = Vec::new();
        let mut holding: Vec<usize> = Vec::new();
        let mut held = 0;
        for pair in &pairs {
            let told = held >= look.enough && steps > SOME_STEPS && self.leaders(&touched) <= most;
            if steps > MOST_STEPS || told {
                break;
            }
            holding.clear();
            self.walk(&known, pair, &mut steps, &mut holding);
            held += usize::from(!holding.is_empty());
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
        let least = touched.first().map_or(0, |&best| score(best)) * look.near / 8;
        let kept = touched.iter().take(most).take_while(|&&text| score(text) >= least).count();
        for &text in &touched {
            if let Some(score) = self.scores.get_mut(text) {
                *score = 0;
            }
        }
        touched.truncate(kept);
        sort(&mut touched);
        touched
    }

    /// How many of the texts share the best score. Of more than are looked at, the next pairs tell those with the small
    /// words too from those without.
    fn leaders(&self, touched: &[usize]) -> usize {
        let (mut best, mut count) = (0, 0);
        for score in touched.iter().filter_map(|&text| self.scores.get(text)) {
            match score.cmp(&best) {
                Ordering::Greater => (best, count) = (*score, 1),
                Ordering::Equal => count += 1,
                Ordering::Less => {}
            }
        }
        count
    }

    /// The words of the quotation that are known, and its pairs, those with the rarest word first, each once.
    fn pairs(&mut self, text: &str) -> (Vec<Known>, Vec<Pair>) {
        let mut known: Vec<Known> = Vec::new();
        let mut terms: Vec<Option<usize>> = Vec::new();
        let packs = &self.packs;
        self.cutter.cut(text, |word| {
            let held = known.iter().position(|held| held.word == word.text);
            let number = held.unwrap_or_else(|| {
                let infos: Vec<Option<TermInfo>> = packs.iter().map(|holder| holder.pack.find(word.text)).collect();
                let count = infos.iter().flatten().fold(0u32, |count, info| count.saturating_add(info.count));
                known.push(Known { word: word.text.to_owned(), infos, count });
                known.len() - 1
            });
            terms.push(known.get(number).is_some_and(|known| known.count > 0).then_some(number));
        });
        let count = |term: usize| known.get(term).map_or(0, |known| known.count);
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
        (known, pairs)
    }

    /// The texts that hold a pair, each once for each of its packs.
    fn walk(&self, known: &[Known], pair: &Pair, steps: &mut u32, holding: &mut Vec<usize>) {
        let (Some(rare), Some(other)) = (known.get(pair.rare), known.get(pair.other)) else { return };
        for ((holder, rare), other) in self.packs.iter().zip(&rare.infos).zip(&other.infos) {
            if let (Some(rare), Some(other)) = (rare, other) {
                let lists = (holder.pack.postings(*rare), holder.pack.postings(*other));
                walk_pack(holder, pair, lists, steps, holding);
            }
        }
    }
}

fn walk_pack(
    holder: &Holder,
    pair: &Pair,
    (mut rare, mut other): (Postings, Postings),
    steps: &mut u32,
    holding: &mut Vec<usize>,
) {
    let place = |posting: Posting| (posting.doc, posting.paragraph);
    let (mut places, mut others) = (Vec::new(), Vec::new());
    let mut at: Option<Posting> = None;
    while let Some(found) = rare.next() {
        *steps += 1;
        if *steps > MOST_STEPS {
            return;
        }
        let Some(text) = holder.texts.of(found.doc) else { continue };
        if holding.last() == Some(&text) {
            continue;
        }
        if pair.alone {
            holding.push(text);
            continue;
        }
        if at.is_none_or(|at| place(at) < place(found)) {
            at = other.seek(found.doc, found.paragraph);
            *steps += 1;
            if at.is_none() {
                return;
            }
        }
        if at.map(place) != Some(place(found)) {
            continue;
        }
        rare.positions(&mut places);
        other.positions(&mut others);
        let joined = |&place: &u32| {
            let beside = if pair.turned { place.checked_sub(1) } else { place.checked_add(1) };
            beside.is_some_and(|beside| others.binary_search(&beside).is_ok())
        };
        if places.iter().any(joined) {
            holding.push(text);
        }
    }
}

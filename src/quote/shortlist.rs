//! Which of many texts are worth a close look for each quotation.
//!
//! Every text is read once, and it is noted which pairs of neighbouring words of the quotations it
//! holds. A text that shares rare pairs with a quotation is looked at closely; of those that share
//! only common ones, the few with the most.

use super::quoted::QuoteText;
use super::texts::{QuickMap, SourceText, Vocabulary, for_each_word};
use crate::text::{sort, sort_by_key};

/// No more texts than this are looked at closely for one quotation.
pub(super) const MOST_TEXTS: usize = 12;

/// The pairs of neighbouring words of all quotations. A quotation of one word has that word and 0.
type Pairs = QuickMap<(u32, u32), u32>;

/// Indexes of the texts to look at for each quotation, in order. With [`MOST_TEXTS`] texts or fewer
/// these are all of them. Linear in the texts.
pub(super) fn shortlist(quotes: &[QuoteText], texts: &[SourceText], vocabulary: &Vocabulary) -> Vec<Vec<usize>> {
    if texts.len() <= MOST_TEXTS {
        return vec![(0..texts.len()).collect(); quotes.len()];
    }
    let mut pairs = Pairs::default();
    let wanted: Vec<Vec<u32>> = quotes.iter().map(|quote| pairs_of(quote, &mut pairs)).collect();
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); pairs.len()];
    for (at, text) in texts.iter().enumerate() {
        scan(text, vocabulary, &pairs, |pair| {
            if let Some(holders) = holders.get_mut(pair as usize)
                && holders.last() != Some(&(at as u32))
            {
                holders.push(at as u32);
            }
        });
    }
    let mut scores = vec![0u32; texts.len()];
    wanted.iter().map(|wanted| best_of(wanted, &holders, &mut scores)).collect()
}

fn pairs_of(quote: &QuoteText, pairs: &mut Pairs) -> Vec<u32> {
    let mut wanted = Vec::new();
    let mut add = |pair: (u32, u32)| {
        let next = pairs.len() as u32;
        wanted.push(*pairs.entry(pair).or_insert(next));
    };
    for at in 1..quote.words.len() {
        add((quote.id(at - 1), quote.id(at)));
    }
    if quote.words.len() == 1 {
        add((quote.id(0), 0));
    }
    sort(&mut wanted);
    wanted.dedup();
    wanted
}

/// Calls `hold` for every pair that the text holds, perhaps more than once.
fn scan(text: &SourceText, vocabulary: &Vocabulary, pairs: &Pairs, mut hold: impl FnMut(u32)) {
    let mut last = 0;
    for paragraph in text.paragraphs() {
        for_each_word(text.text, paragraph, |word, _| {
            let id = vocabulary.get(word);
            if id != 0 {
                for pair in [(last, id), (id, 0)] {
                    if pair.0 != 0
                        && let Some(&pair) = pairs.get(&pair)
                    {
                        hold(pair);
                    }
                }
            }
            last = id;
        });
    }
}

/// What it counts that a text holds a pair which `holding` of `texts` texts hold.
pub(super) fn rarity(texts: usize, holding: usize) -> u32 {
    (texts / holding.max(1)).max(1).ilog2() + 1
}

/// The texts with the highest scores. A pair counts the more the fewer texts hold it.
fn best_of(wanted: &[u32], holders: &[Vec<u32>], scores: &mut [u32]) -> Vec<usize> {
    let mut touched: Vec<usize> = Vec::new();
    for holders in wanted.iter().filter_map(|pair| holders.get(*pair as usize)) {
        let rarity = rarity(scores.len(), holders.len());
        for &text in holders {
            if let Some(score) = scores.get_mut(text as usize) {
                if *score == 0 {
                    touched.push(text as usize);
                }
                *score += rarity;
            }
        }
    }
    sort_by_key(&mut touched, |&text| (std::cmp::Reverse(scores.get(text).copied()), text));
    for &text in &touched {
        if let Some(score) = scores.get_mut(text) {
            *score = 0;
        }
    }
    touched.truncate(MOST_TEXTS);
    sort(&mut touched);
    touched
}

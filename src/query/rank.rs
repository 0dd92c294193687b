//! The order of results.

use std::cmp::Ordering;

use super::ast::Scope;
use super::evaluate::{Answer, Entry, is_everywhere};
use super::nearness::{Stand, find_stands, in_order, measured, narrowest};
use super::places::Looked;
use super::results::{ExplainedPart, Explanation, Sort};
use super::shelf::{Shelf, Shelves};
use crate::index::{Column, ColumnReader, DocId};
use crate::text::{sort, sort_by};

/// For how many of the best results the words' nearness to each other is measured. It does not
/// depend on how many are asked for, so that pages fit together.
const MEASURED: usize = 32;

/// From how many words on a query is like a sentence: their order counts, that of small words too.
const SENTENCE: usize = 5;

/// The most paragraphs shown for a result.
const SHOWN: usize = 3;

/// A result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    /// The number of the pack among those that are searched.
    pub(super) shelf: u32,
    pub(super) doc: DocId,
    pub(super) score: u32,
}

/// A paragraph that speaks for a result: of how many parts, what they count together, and which it is.
pub(super) type Speaking = (u32, u32, u32);

/// Puts the answers' resolutions in order and gives those from `offset`, `limit` of them. `asked` is how many words were typed.
pub(super) fn rank(
    shelves: Shelves,
    answers: &mut [Answer],
    (looked, asked): (&[&Looked], u32),
    sort: Sort,
    (offset, limit): (usize, usize),
) -> Vec<Ranked> {
    let mut ranked = gather(shelves, answers, (sort == Sort::Relevance).then_some(asked));
    let wanted = offset.saturating_add(limit).min(ranked.len());
    let dates: Vec<ColumnReader> =
        shelves.list.iter().map(|shelf| ColumnReader::new(shelf.pack, Column::First)).collect();
    match sort {
        Sort::Newest => keep_best(&mut ranked, wanted, &mut |a, b| by_age(shelves, &dates, *a, *b)),
        Sort::Oldest => keep_best(&mut ranked, wanted, &mut |a, b| by_youth(shelves, &dates, *a, *b)),
        Sort::Relevance => {
            let mut order =
                |a: &Ranked, b: &Ranked| b.score.cmp(&a.score).then_with(|| by_age(shelves, &dates, *a, *b));
            keep_best(&mut ranked, wanted.max(MEASURED), &mut order);
            if looked.len() > 1 {
                let measured = ranked.len().min(MEASURED);
                if let Some(best) = ranked.get_mut(..measured) {
                    read_titles(shelves, answers, looked, asked, best);
                    add_nearness(shelves, answers, looked, best);
                    if looked.len() >= SENTENCE {
                        add_order(shelves, answers, looked, best);
                    }
                    sort_by(best, order);
                }
            }
        }
    }
    ranked.into_iter().skip(offset).take(limit).collect()
}

/// Keeps the first `wanted` results in order, without sorting the rest.
fn keep_best(ranked: &mut Vec<Ranked>, wanted: usize, order: &mut dyn FnMut(&Ranked, &Ranked) -> Ordering) {
    if wanted == 0 {
        ranked.clear();
        return;
    }
    if wanted < ranked.len() {
        ranked.select_nth_unstable_by(wanted - 1, &mut *order);
        ranked.truncate(wanted);
    }
    sort_by(ranked, order);
}

/// The newest first, those without a date last, then by key: in one pack that is the order of its numbers.
fn by_age(shelves: Shelves, dates: &[ColumnReader], a: Ranked, b: Ranked) -> Ordering {
    if a.shelf == b.shelf {
        return a.doc.cmp(&b.doc);
    }
    let date = |result: Ranked| dates.get(result.shelf as usize).map_or(0, |dates| dates.get(result.doc));
    date(b).cmp(&date(a)).then_with(|| key_of(shelves, a).cmp(&key_of(shelves, b))).then(a.shelf.cmp(&b.shelf))
}

/// The oldest first, those without a date last, then by key.
fn by_youth(shelves: Shelves, dates: &[ColumnReader], a: Ranked, b: Ranked) -> Ordering {
    let date = |result: Ranked| dates.get(result.shelf as usize).map_or(0, |dates| dates.get(result.doc));
    let (first, second) = (date(a), date(b));
    (first == 0, first).cmp(&(second == 0, second)).then_with(|| by_age(shelves, dates, a, b))
}

fn key_of(shelves: Shelves, result: Ranked) -> String {
    let shelf = shelves.list.get(result.shelf as usize);
    shelf.and_then(|shelf| shelf.texts.record(result.doc)).map_or_else(String::new, |record| record.key)
}

/// One result for each resolution; with scores where it is said how many words were typed.
fn gather(shelves: Shelves, answers: &mut [Answer], asked: Option<u32>) -> Vec<Ranked> {
    let best = highest(answers);
    let total: u32 = answers.iter().map(|answer| answer.docs.len()).sum();
    let mut ranked = Vec::with_capacity(total as usize);
    for ((answer, shelf), number) in answers.iter_mut().zip(shelves.list).zip(0..) {
        super::evaluate::sort_entries(&mut answer.entries);
        let titles = ColumnReader::new(shelf.pack, Column::TitleWords);
        let mut rest = answer.entries.as_slice();
        for doc in answer.docs.iter() {
            let score = asked.map_or(0, |asked| {
                let (own, later) = split_off(rest, doc);
                rest = later;
                score_of(own, answer.wanted, best, |_| covered(titles.get(doc), asked, 0)).total()
            });
            ranked.push(Ranked { shelf: number, doc, score });
        }
    }
    ranked
}

/// How much of a title of so many words is what was typed, in 1024ths, where some of that is not in it. A title of fewer
/// words cannot hold all of it.
fn covered(words: u32, asked: u32, missing: u32) -> u32 {
    asked.saturating_sub(missing).min(words) * 1024 / words.max(asked).max(1)
}

/// How many of the words that stand everywhere are not in this paragraph, a title.
fn missing_of(shelf: &Shelf, at: usize, everywhere: &[&Looked], doc: DocId, paragraph: u32) -> u32 {
    let is_in = |looked: &&&Looked| {
        let mut infos = looked.slots.iter().flatten().filter_map(|form| form.infos.get(at).copied()?);
        infos.any(|info| shelf.pack.postings(info).holds(doc, paragraph))
    };
    everywhere.iter().filter(|looked| !is_in(looked)).count() as u32
}

/// Takes back what titles among the best count too much, since they have not all of the words that stand everywhere.
fn read_titles(shelves: Shelves, answers: &[Answer], looked: &[&Looked], asked: u32, best: &mut [Ranked]) {
    let most = highest(answers);
    let everywhere = everywhere(shelves, looked);
    if everywhere.is_empty() {
        return;
    }
    for result in best {
        if let Some(score) = score_again(shelves, answers, (most, asked, &everywhere), *result) {
            result.score = score.total();
        }
    }
}

/// The words that were looked for and stand everywhere.
fn everywhere<'a>(shelves: Shelves, looked: &[&'a Looked]) -> Vec<&'a Looked> {
    let units = shelves.unit_count();
    let is_word = |looked: &&&Looked| looked.slots.len() == 1 && looked.scope == Scope::Anywhere;
    looked.iter().filter(is_word).filter(|looked| is_everywhere(looked, units)).copied().collect()
}

/// The score of a result, its title read for the words that stand everywhere.
fn score_again(
    shelves: Shelves,
    answers: &[Answer],
    (most, asked, everywhere): (u32, u32, &[&Looked]),
    result: Ranked,
) -> Option<Score> {
    let at = result.shelf as usize;
    let (shelf, answer) = shelves.list.get(at).zip(answers.get(at))?;
    let titles = ColumnReader::new(shelf.pack, Column::TitleWords);
    let covered =
        |paragraph| covered(titles.get(result.doc), asked, missing_of(shelf, at, everywhere, result.doc, paragraph));
    Some(score_of(entries_of(answer, result.doc), answer.wanted, most, covered))
}

/// The entries of a resolution.
fn entries_of(answer: &Answer, doc: DocId) -> &[Entry] {
    split_off(&answer.entries, doc).0
}

/// The entries of a resolution, and those of later ones.
fn split_off(entries: &[Entry], doc: DocId) -> (&[Entry], &[Entry]) {
    // What is wanted is mostly the next.
    let skipped = match entries.first() {
        Some(first) if first.doc < doc => entries.partition_point(|entry| entry.doc < doc),
        _ => 0,
    };
    let own = entries.get(skipped..).unwrap_or(&[]);
    let near = own.iter().take(8).take_while(|entry| entry.doc == doc).count();
    own.split_at(if near < 8 { near } else { own.partition_point(|entry| entry.doc == doc) })
}

/// What the best paragraph counts for one part.
fn highest(answers: &[Answer]) -> u32 {
    let scores = answers.iter().flat_map(|answer| &answer.entries).map(|entry| entry.score);
    scores.max().unwrap_or(0).min(1 << 25)
}

/// What a score is made of.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    best: u32,
    parts: u32,
    together: u32,
    title: u32,
}

impl Score {
    fn total(self) -> u32 {
        let all = [self.best, self.parts, self.together, self.title].into_iter().map(u64::from).sum::<u64>();
        all.min(u64::from(u32::MAX) / 2) as u32
    }
}

/// The score of a resolution is that of its best paragraph and of each part at its best place; a paragraph
/// that holds every part lifts its resolution above all that have none. A title that does so counts the more, the less
/// it says besides.
fn score_of(entries: &[Entry], whole: u32, most: u32, covered: impl Fn(u32) -> u32) -> Score {
    let lift = if whole.count_ones() > 1 { most.saturating_mul(4) } else { 0 };
    let mut score = Score::default();
    let mut best_of_parts = [0u32; 32];
    for same in entries.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let Some(first) = same.first() else { continue };
        let (mut total, mut mask, mut is_title) = (0u32, 0u32, false);
        for entry in same {
            total = total.saturating_add(entry.score);
            mask |= entry.bit;
            is_title |= entry.is_title;
            if let Some(slot) = best_of_parts.get_mut(entry.bit.trailing_zeros() as usize) {
                *slot = (*slot).max(entry.score);
            }
        }
        score.best = score.best.max(total);
        if mask & whole == whole {
            score.together = lift;
            if is_title {
                let covered = u64::from(covered(first.paragraph));
                let named = (u64::from(most) * 8 * covered * covered) >> 20;
                score.title = score.title.max(lift.saturating_add(named as u32));
            }
        }
    }
    let parts: u64 = best_of_parts.iter().map(|&part| u64::from(part)).sum();
    score.parts = (parts / 2).min(u64::from(u32::MAX) / 2) as u32;
    score
}

/// Says what the scores of these results are made of.
pub(super) fn explain(
    shelves: Shelves,
    answers: &[Answer],
    (looked, asked): (&[&Looked], u32),
    ranked: &[Ranked],
) -> Vec<Explanation> {
    let most = highest(answers);
    let everywhere = everywhere(shelves, looked);
    let explained = ranked.iter().filter_map(|result| {
        let answer = answers.get(result.shelf as usize)?;
        let own = entries_of(answer, result.doc);
        let score = score_again(shelves, answers, (most, asked, &everywhere), *result)?;
        let parts = answer.weights.iter().zip(&answer.labels).zip(0..32).filter_map(|((&rarity, label), bit)| {
            let of_part = own.iter().filter(|entry| entry.bit == 1 << bit).map(|entry| entry.score);
            Some(ExplainedPart { text: label.clone(), rarity, score: of_part.max()? })
        });
        Some(Explanation {
            paragraph: score.best,
            parts: parts.collect(),
            places: score.parts,
            together: score.together,
            title: score.title,
            nearness: result.score.saturating_sub(score.total()),
        })
    });
    explained.collect()
}

/// The paragraphs that speak best for a resolution, at most three, the best first.
pub(super) fn find_speaking(answer: &Answer, doc: DocId) -> Vec<Speaking> {
    let own = entries_of(answer, doc);
    let mut units: Vec<Speaking> = Vec::with_capacity(SHOWN + 1);
    for same in own.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let Some(first) = same.first() else { continue };
        let total = same.iter().fold(0u32, |total, entry| total.saturating_add(entry.score));
        let mask = same.iter().fold(0, |mask, entry| mask | entry.bit);
        let rank = (mask.count_ones(), total, first.paragraph);
        let at = units.iter().position(|held| (held.0, held.1) < (rank.0, rank.1)).unwrap_or(units.len());
        if at < SHOWN {
            units.insert(at, rank);
            units.truncate(SHOWN);
        }
    }
    units
}

/// Adds up to a third of a result's score for words that stand close together in one of its two best paragraphs.
fn add_nearness(shelves: Shelves, answers: &[Answer], looked: &[&Looked], best: &mut [Ranked]) {
    let measured = measured(looked, u64::from(shelves.unit_count()));
    add_for_stands(shelves, answers, (looked, &measured), 2, best, &|stands, total| {
        let close = narrowest(stands).filter(|&(_, kinds)| kinds > 1);
        close.map_or(0, |(width, kinds)| u64::from(total) * u64::from(kinds) / u64::from(width.max(kinds)) / 3)
    });
}

/// Adds to the best results what their paragraphs keep of the order in which many words were typed.
fn add_order(shelves: Shelves, answers: &[Answer], looked: &[&Looked], best: &mut [Ranked]) {
    let most = u64::from(highest(answers));
    let all = vec![true; looked.len()];
    add_for_stands(shelves, answers, (looked, &all), 1, best, &|stands, _| {
        let kept = u64::from(in_order(stands, looked.len() as u32));
        (most * 8 * kept * kept) >> 20
    });
}

/// Adds to each result the most that `count` says of where the measured words stand in one of its two best paragraphs, of
/// which it is told what they count. Those with fewer than `least` parts are not read for it.
fn add_for_stands(
    shelves: Shelves,
    answers: &[Answer],
    (looked, measured): (&[&Looked], &[bool]),
    least: u32,
    best: &mut [Ranked],
    count: &dyn Fn(&[Stand], u32) -> u64,
) {
    for ((at, shelf), answer) in shelves.list.iter().enumerate().zip(answers) {
        // A paragraph, for which of the best results it speaks, and what it counts.
        let mut units: Vec<((DocId, u32), usize, u32)> = Vec::new();
        for (number, result) in best.iter().enumerate().filter(|(_, result)| result.shelf as usize == at) {
            for (parts, total, paragraph) in find_speaking(answer, result.doc).into_iter().take(2) {
                if parts >= least {
                    units.push(((result.doc, paragraph), number, total));
                }
            }
        }
        sort(&mut units);
        let places: Vec<(DocId, u32)> = units.iter().map(|&(place, ..)| place).collect();
        let mut added = vec![0u64; best.len()];
        for (&(_, number, total), stands) in units.iter().zip(find_stands(shelf, at, looked, measured, &places)) {
            if let Some(added) = added.get_mut(number) {
                *added = (*added).max(count(&stands, total));
            }
        }
        for (result, added) in best.iter_mut().zip(added) {
            result.score = result.score.saturating_add(added as u32);
        }
    }
}

//! The order of results.

use std::cmp::Reverse;

use super::Texts;
use super::evaluate::{Answer, Entry};
use super::marks::{Marker, narrowest};
use super::results::Sort;
use crate::index::{DocId, Index, UnitId};
use crate::model::Zone;

/// For how many of the best results the words' nearness to each other is measured. It does not
/// depend on how many are asked for, so that pages fit together.
const MEASURED: usize = 32;

/// The most paragraphs shown for a result.
const SHOWN: usize = 3;

/// A result and its best paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    pub(super) doc: DocId,
    pub(super) score: u32,
    /// The best first, each with how many of the parts it speaks for and what they count.
    pub(super) units: Vec<(u32, u32, UnitId)>,
}

/// Puts the answer's resolutions in order and gives those from `offset`, `limit` of them.
pub(super) fn rank(
    index: &Index,
    answer: &mut Answer,
    texts: &dyn Texts,
    sort: Sort,
    offset: usize,
    limit: usize,
) -> Vec<Ranked> {
    answer.entries.sort_by_key(|entry| entry.unit);
    let mut ranked = gather(index, answer);
    let wanted = offset.saturating_add(limit).min(ranked.len());
    match sort {
        Sort::Newest => {
            let order = |result: &Ranked| (Reverse(date_of(index, result.doc)), key_of(index, result.doc));
            keep_best(&mut ranked, wanted, order);
        }
        Sort::Oldest => keep_best(&mut ranked, wanted, |result| {
            let date = date_of(index, result.doc);
            ((date.is_empty(), date), key_of(index, result.doc))
        }),
        Sort::Relevance => {
            let order = |result: &Ranked| {
                (Reverse(result.score), Reverse(date_of(index, result.doc)), key_of(index, result.doc))
            };
            keep_best(&mut ranked, wanted.max(MEASURED), order);
            if answer.looked.len() > 1 {
                let mut marker = Marker::new(index, &answer.looked);
                for result in ranked.iter_mut().take(MEASURED) {
                    add_nearness(index, &mut marker, texts, result);
                }
                let measured = ranked.len().min(MEASURED);
                if let Some(best) = ranked.get_mut(..measured) {
                    best.sort_unstable_by_key(order);
                }
            }
        }
    }
    ranked.into_iter().skip(offset).take(limit).collect()
}

/// Keeps the first `wanted` results in order, without sorting the rest.
fn keep_best<K: Ord>(ranked: &mut Vec<Ranked>, wanted: usize, order: impl Fn(&Ranked) -> K) {
    if wanted == 0 {
        ranked.clear();
        return;
    }
    if wanted < ranked.len() {
        ranked.select_nth_unstable_by_key(wanted - 1, &order);
        ranked.truncate(wanted);
    }
    ranked.sort_unstable_by_key(&order);
}

fn date_of(index: &Index, doc: DocId) -> &str {
    index.record(doc).and_then(|record| record.date.as_ref()).map_or("", |(first, _)| first)
}

fn key_of(index: &Index, doc: DocId) -> &str {
    index.record(doc).map_or("", |record| &record.key)
}

/// One result for each resolution. The score is that of its best paragraph and of each part at its
/// best place; a paragraph that holds every part lifts its resolution above all that have none.
fn gather(index: &Index, answer: &Answer) -> Vec<Ranked> {
    let whole = answer.wanted;
    let is_many = whole.count_ones() > 1;
    let lift = answer.entries.iter().map(|entry| entry.score).max().unwrap_or(0).min(1 << 25).saturating_mul(4);
    let mut ranked = Vec::new();
    let mut rest = answer.entries.as_slice();
    for doc in answer.docs.iter() {
        let Some(record) = index.record(doc) else { continue };
        let from = rest.partition_point(|entry| entry.unit < record.units.start);
        let after = rest.get(from..).unwrap_or(&[]);
        let (own, later) = after.split_at(after.partition_point(|entry| entry.unit < record.units.end));
        rest = later;
        ranked.push(score(index, doc, own, whole, if is_many { lift } else { 0 }));
    }
    ranked
}

fn score(index: &Index, doc: DocId, entries: &[Entry], whole: u32, lift: u32) -> Ranked {
    let mut units: Vec<(u32, u32, UnitId)> = Vec::with_capacity(SHOWN + 1);
    let mut best_of_parts = [0u32; 32];
    let mut best = 0u32;
    let mut lifted = 0u32;
    for same in entries.chunk_by(|a, b| a.unit == b.unit) {
        let Some(first) = same.first() else { continue };
        let (mut total, mut mask) = (0u32, 0u32);
        for entry in same {
            total = total.saturating_add(entry.score);
            mask |= entry.bit;
            if let Some(slot) = best_of_parts.get_mut(entry.bit.trailing_zeros() as usize) {
                *slot = (*slot).max(entry.score);
            }
        }
        best = best.max(total);
        if mask & whole == whole {
            let is_title = index.unit(first.unit).is_some_and(|unit| unit.zone == Zone::Title);
            lifted = lifted.max(if is_title { lift.saturating_mul(2) } else { lift });
        }
        let rank = (mask.count_ones(), total, first.unit);
        let better = |held: &(u32, u32, UnitId)| (held.0, held.1) >= (rank.0, rank.1);
        let at = units.iter().position(|held| !better(held)).unwrap_or(units.len());
        if at < SHOWN {
            units.insert(at, rank);
            units.truncate(SHOWN);
        }
    }
    let parts: u64 = best_of_parts.iter().map(|&part| u64::from(part)).sum();
    let score = (u64::from(best) + parts / 2 + u64::from(lifted)).min(u64::from(u32::MAX) / 2) as u32;
    Ranked { doc, score, units }
}

/// Adds up to a third of a result's score for words that stand close together.
fn add_nearness(index: &Index, marker: &mut Marker, texts: &dyn Texts, result: &mut Ranked) {
    let mut nearest = 0u64;
    for &(_, total, at) in result.units.iter().take(2) {
        let Some(unit) = index.unit(at) else { continue };
        let Some(paragraph) = texts.paragraph(unit.doc, unit.paragraph) else { continue };
        let marks = marker.find(unit, &paragraph.text);
        if let Some((width, kinds)) = narrowest(&marks)
            && kinds > 1
        {
            nearest = nearest.max(u64::from(total) * u64::from(kinds) / u64::from(width.max(kinds)) / 3);
        }
    }
    result.score = result.score.saturating_add(nearest as u32);
}

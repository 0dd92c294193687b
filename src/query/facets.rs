//! How many results there are of each kind.

use std::collections::BTreeMap;

use super::ast::{DocumentFilter, Node, Part};
use super::results::Facet;
use super::sets::DocSet;
use super::shelf::Shelves;
use crate::index::{Column, ColumnReader, Pack};
use crate::text::sort_by;

/// The most values that are given for a facet.
const MOST_VALUES: usize = 200;

/// Counts the values of a facet over a set of resolutions of each pack, most first, then by name.
pub(super) fn count<'a>(shelves: Shelves, docs: impl Iterator<Item = &'a DocSet>, facet: Facet) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for (shelf, docs) in shelves.list.iter().zip(docs) {
        for (number, count) in count_numbers(shelf.pack, docs, facet) {
            if let Some(name) = name_of(shelf.pack, facet, number) {
                *counts.entry(name).or_default() += count;
            }
        }
    }
    let mut values: Vec<(String, u32)> = counts.into_iter().collect();
    sort_by(&mut values, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    values.truncate(MOST_VALUES);
    values
}

/// How many resolutions have each number that is not 0.
fn count_numbers(pack: &Pack, docs: &DocSet, facet: Facet) -> Vec<(u32, u32)> {
    let reader = ColumnReader::new(pack, column_of(facet));
    let mut counts: Vec<u32> = Vec::new();
    for doc in docs.iter() {
        let number = reader.get(doc);
        // Years have four digits and sessions five at most.
        let number = if facet == Facet::Year { number / 10_000 } else { number } as usize;
        if number >= counts.len() {
            counts.resize(number + 1, 0);
        }
        if let Some(count) = counts.get_mut(number) {
            *count += 1;
        }
    }
    counts.into_iter().zip(0..).skip(1).filter(|&(count, _)| count > 0).map(|(count, number)| (number, count)).collect()
}

const fn column_of(facet: Facet) -> Column {
    match facet {
        Facet::Body => Column::Body,
        Facet::Organ => Column::Organ,
        Facet::Year => Column::First,
        Facet::Language => Column::Language,
        Facet::Session => Column::Session,
        Facet::Status => Column::Status,
    }
}

fn name_of(pack: &Pack, facet: Facet, number: u32) -> Option<String> {
    let [bodies, organs, languages, states] = pack.names();
    let names = match facet {
        Facet::Body => bodies,
        Facet::Organ => organs,
        Facet::Language => languages,
        Facet::Status => states,
        Facet::Year => return Some(format!("{number:04}")),
        Facet::Session => return Some(number.to_string()),
    };
    names.get(number as usize - 1).cloned()
}

/// The parts of a query without those that choose from a facet; `None` where none does.
pub(super) fn without_choice(parts: &[Part], facet: Facet) -> Option<Vec<Part>> {
    let rest: Vec<Part> = parts.iter().filter(|part| !chooses(&part.node, facet)).cloned().collect();
    (rest.len() < parts.len()).then_some(rest)
}

fn chooses(node: &Node, facet: Facet) -> bool {
    match node {
        Node::Document(filter) => match filter {
            DocumentFilter::Body(_) => matches!(facet, Facet::Body | Facet::Organ),
            DocumentFilter::Date(..) | DocumentFilter::Hijri(..) => facet == Facet::Year,
            DocumentFilter::Language(_) => facet == Facet::Language,
            DocumentFilter::Session(..) => facet == Facet::Session,
            DocumentFilter::Status(_) => facet == Facet::Status,
            DocumentFilter::Id(_) => false,
        },
        Node::Not(inside) => chooses(inside, facet),
        Node::Any(parts) => parts.iter().all(|part| chooses(&part.node, facet)),
        _ => false,
    }
}

//! How many results there are of each kind.

use std::collections::BTreeMap;

use super::ast::{DocumentFilter, Node, Part};
use super::results::Facet;
use super::sets::DocSet;
use crate::index::{Index, Record};
use crate::text::sort_by;

/// The most values that are given for a facet.
const MOST_VALUES: usize = 200;

/// Counts the values of a facet over a set of resolutions, most first, then by name.
pub(super) fn count(index: &Index, docs: &DocSet, facet: Facet) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for record in docs.iter().filter_map(|doc| index.record(doc)) {
        if let Some(value) = value_of(record, facet) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut values: Vec<(String, u32)> = counts.into_iter().collect();
    sort_by(&mut values, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    values.truncate(MOST_VALUES);
    values
}

fn value_of(record: &Record, facet: Facet) -> Option<String> {
    match facet {
        Facet::Body => record.body.map(str::to_owned),
        Facet::Organ => Some(format!("{}:{}", record.body?, record.organ?)),
        Facet::Year => record.year().map(str::to_owned),
        Facet::Language => Some(record.language.to_owned()),
        Facet::Session => record.session.map(|session| session.to_string()),
        Facet::Status => Some(record.status.to_owned()),
    }
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

//! Which work a symbol names.

use super::results::Resolved;
use super::symbol::{Agreement, read_symbol};
use crate::index::{Index, Record};

/// The works here that `text` names by their symbol, with the paragraph it names, if any.
///
/// Where none has the whole symbol, those that begin with it are given.
pub(crate) fn resolve(index: &Index, text: &str) -> Vec<Resolved> {
    let typed = text.trim();
    let named = |record: &&Record| record.alive && (record.key == typed || record.id == typed);
    let mut works: Vec<Resolved> = Vec::new();
    let mut add = |record: &Record, address: &Option<String>| match works.iter_mut().find(|work| work.id == record.id) {
        Some(work) => work.keys.push(record.key.clone()),
        None => {
            works.push(Resolved { id: record.id.clone(), keys: vec![record.key.clone()], address: address.clone() });
        }
    };
    if index.records().iter().any(|record| named(&record)) {
        index.records().iter().filter(named).for_each(|record| add(record, &None));
        return works;
    }
    let Some(asked) = read_symbol(typed) else { return works };
    let agreeing: Vec<(Agreement, usize)> = index
        .records()
        .iter()
        .enumerate()
        .filter(|(_, record)| record.alive)
        .filter_map(|(at, record)| Some((asked.agrees_with(record)?, at)))
        .collect();
    let best = agreeing.iter().map(|&(agreement, _)| agreement).min();
    for &(_, at) in agreeing.iter().filter(|&&(agreement, _)| Some(agreement) == best) {
        if let Some(record) = index.records().get(at) {
            add(record, &asked.address);
        }
    }
    works
}

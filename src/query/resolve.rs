//! Which work a symbol names.

use super::results::Resolved;
use super::shelf::{Shelf, Shelves};
use super::symbol::{Agreement, Named, find_named, read_symbol};
use crate::index::find_editions;

/// The works here that `text` names by their symbol, with the paragraph it names, if any.
///
/// Where none has the whole symbol, those that begin with it are given.
pub(crate) fn resolve(list: &[Shelf], text: &str) -> Vec<Resolved> {
    let shelves = Shelves { list };
    let typed = text.trim();
    let mut works: Vec<Resolved> = Vec::new();
    for shelf in shelves.list {
        find_editions(shelf.pack, typed, |key, doc| {
            if shelf.is_alive(doc) {
                let id = key.rsplit_once('@').map_or(key, |(id, _)| id);
                add(&mut works, id, key, None);
            }
        });
    }
    if !works.is_empty() {
        return works;
    }
    let Some(asked) = read_symbol(typed) else { return works };
    let named: Vec<(&Shelf, Named)> = shelves
        .list
        .iter()
        .flat_map(|shelf| find_named(shelf, &asked).into_iter().map(move |named| (shelf, named)))
        .collect();
    let best: Option<Agreement> = named.iter().map(|(_, named)| named.agreement).min();
    for (shelf, named) in named.iter().filter(|(_, named)| Some(named.agreement) == best) {
        if let Some(record) = shelf.texts.record(named.doc) {
            add(&mut works, &record.id, &record.key, asked.address.as_ref());
        }
    }
    works
}

fn add(works: &mut Vec<Resolved>, id: &str, key: &str, address: Option<&String>) {
    if let Some(work) = works.iter_mut().find(|work| work.id == id) {
        work.keys.push(key.to_owned());
        return;
    }
    let language = key.rsplit_once('@').and_then(|(_, edition)| edition.get(..2)).unwrap_or("en");
    works.push(Resolved::new(id, vec![key.to_owned()], address.cloned(), None, language));
}

//! Filters that ask of a resolution as a whole, read from the columns.

use super::ast::DocumentFilter;
use super::sets::DocSet;
use crate::index::{Column, ColumnReader, DocId, Pack, day_number, find_editions};

/// The resolutions of `within` for which a filter holds.
pub(super) fn docs_with_filter(pack: &Pack, filter: &DocumentFilter, within: &DocSet) -> DocSet {
    let [bodies, organs, languages, statuses] = pack.names();
    match filter {
        DocumentFilter::Body(names) => {
            let is_body = |known: &str| names.iter().any(|name| name == known);
            // An organ may be named with its organisation or without.
            let is_organ = |known: &str| {
                names.iter().any(|name| name == known || known.split_once(':').is_some_and(|(_, organ)| organ == name))
            };
            let mut docs = docs_named(pack, Column::Body, bodies, is_body, within);
            docs.add(&docs_named(pack, Column::Organ, organs, is_organ, within));
            docs
        }
        DocumentFilter::Language(codes) if codes.is_empty() => within.clone(),
        DocumentFilter::Language(codes) => {
            docs_named(pack, Column::Language, languages, |name| codes.iter().any(|code| code == name), within)
        }
        DocumentFilter::Status(wanted) => docs_named(pack, Column::Status, statuses, |name| name == wanted, within),
        DocumentFilter::Session(first, last) => {
            let sessions = ColumnReader::new(pack, Column::Session);
            let wanted = u32::from(*first).max(1)..=u32::from(*last);
            docs_where(pack, within, |doc| wanted.contains(&sessions.get(doc)))
        }
        DocumentFilter::Date(first, last) => docs_between(pack, (Column::First, Column::Last), (first, last), within),
        DocumentFilter::Hijri(first, last) => {
            docs_between(pack, (Column::HijriFirst, Column::HijriLast), (first, last), within)
        }
        DocumentFilter::Id(id) => {
            let mut docs = DocSet::empty(pack.doc_count() as usize);
            find_editions(pack, id, |_, doc| docs.insert(doc));
            docs.keep(within);
            docs
        }
    }
}

fn docs_named(
    pack: &Pack,
    column: Column,
    names: &[String],
    is_wanted: impl Fn(&str) -> bool,
    within: &DocSet,
) -> DocSet {
    let wanted: Vec<bool> = names.iter().map(|name| is_wanted(name)).collect();
    if !wanted.contains(&true) {
        return DocSet::empty(pack.doc_count() as usize);
    }
    let reader = ColumnReader::new(pack, column);
    docs_where(pack, within, |doc| {
        let number = reader.get(doc) as usize;
        number.checked_sub(1).and_then(|at| wanted.get(at)).is_some_and(|&wanted| wanted)
    })
}

/// Those dated between two days, either of which may be open or only the beginning of a date.
fn docs_between(pack: &Pack, columns: (Column, Column), (first, last): (&str, &str), within: &DocSet) -> DocSet {
    let (from, to) = (day_number(first), last_day(last));
    let (begins, ends) = (ColumnReader::new(pack, columns.0), ColumnReader::new(pack, columns.1));
    docs_where(pack, within, |doc| {
        let begin = begins.get(doc);
        begin > 0 && begin <= to && ends.get(doc) >= from
    })
}

/// The last day that begins like this one.
fn last_day(iso: &str) -> u32 {
    match (iso.is_empty(), iso.matches('-').count()) {
        (true, _) => u32::MAX,
        (_, 0) => day_number(iso) + 99_99,
        (_, 1) => day_number(iso) + 99,
        _ => day_number(iso),
    }
}

fn docs_where(pack: &Pack, within: &DocSet, mut holds: impl FnMut(DocId) -> bool) -> DocSet {
    let mut docs = DocSet::empty(pack.doc_count() as usize);
    within.iter().filter(|&doc| holds(doc)).for_each(|doc| docs.insert(doc));
    docs
}

//! What may be meant while a query is being typed.

use super::fields;
use super::results::Completion;
use super::sets::DocSet;
use super::shelf::{Infos, Shelf, Shelves, count_of};
use super::symbol;
use crate::index::{Fact, WordCutter, fold_pieces, fold_words, is_title, numbers_of};
use crate::text::{sort, sort_by};

/// The most suggestions given.
const MOST: usize = 10;

/// The most words that are weighed against each other.
const WEIGHED: usize = 4096;

/// Suggests how the last word of `typed` may go on: words of the texts, symbols, titles, fields.
pub(crate) fn complete(packs: &[Shelf], typed: &str) -> Vec<Completion> {
    let shelves = Shelves { list: packs };
    let start = typed
        .rfind(|mark: char| mark.is_whitespace() || mark == '(')
        .map_or(0, |at| at + typed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let (before, last) = typed.split_at_checked(start).unwrap_or(("", typed));
    let mut found = Vec::new();
    if let Some((name, value)) = last.split_once(':') {
        add_values(shelves, before, name, value, &mut found);
        return found;
    }
    if last.is_empty() {
        return found;
    }
    add_symbols(shelves, typed, &mut found);
    add_fields(before, last, &mut found);
    add_words(shelves, before, last, &mut found);
    add_titles(shelves, typed, &mut found);
    found.truncate(MOST);
    found
}

fn add_symbols(shelves: Shelves, typed: &str, found: &mut Vec<Completion>) {
    let wanted = squeeze(typed);
    let pieces = fold_pieces(typed);
    let numbers = numbers_of(pieces.iter().map(String::as_str));
    if numbers.is_empty() {
        return;
    }
    let mut symbols: Vec<String> = Vec::new();
    for shelf in shelves.list {
        let mut left = WEIGHED;
        shelf.pack.for_each_with_prefix(&Fact::SYMBOL.term(&numbers), |_, info| {
            let mut list = shelf.pack.postings(info);
            while let Some(posting) = list.next() {
                left = left.saturating_sub(1);
                if shelf.is_alive(posting.doc) {
                    symbols.extend(shelf.texts.record(posting.doc).and_then(|record| record.symbol));
                }
            }
            left > 0
        });
    }
    symbols.retain(|symbol| {
        let symbol = squeeze(symbol);
        symbol.starts_with(&wanted)
            || symbol.split('/').skip(1).any(|part| part.starts_with(&wanted))
            || symbol.find("/res/").is_some_and(|at| symbol.get(at + 5..).is_some_and(|rest| rest.starts_with(&wanted)))
    });
    sort_by(&mut symbols, |a, b| (a.len(), a).cmp(&(b.len(), b)));
    for same in symbols.chunk_by(|a, b| a == b).take(5) {
        if let Some(symbol) = same.first() {
            found.push(Completion { text: symbol.clone(), kind: "symbol", count: same.len() as u32 });
        }
    }
}

/// Small letters without blanks.
fn squeeze(text: &str) -> String {
    text.chars().filter(|mark| !mark.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn add_fields(before: &str, last: &str, found: &mut Vec<Completion>) {
    let minus = if last.starts_with('-') { "-" } else { "" };
    let name = last.trim_start_matches('-').to_lowercase();
    if name.is_empty() {
        return;
    }
    for field in fields::offered().filter(|field| field.starts_with(&name)).take(3) {
        found.push(Completion { text: format!("{before}{minus}{field}:"), kind: "field", count: 0 });
    }
}

fn add_values(shelves: Shelves, before: &str, name: &str, value: &str, found: &mut Vec<Completion>) {
    use super::results::Facet;
    let facet = match fields::find(name.trim_start_matches('-')) {
        Some(fields::Field::Body | fields::Field::Organ) => Facet::Body,
        Some(fields::Field::Language) => Facet::Language,
        Some(fields::Field::Date | fields::Field::Year) => Facet::Year,
        Some(fields::Field::Session) => Facet::Session,
        Some(fields::Field::Status) => Facet::Status,
        Some(fields::Field::Zone) => {
            let wanted = value.to_lowercase();
            for zone in ["preamble", "operative", "title", "annex", "footnote"] {
                if zone.starts_with(&wanted) {
                    found.push(Completion { text: format!("{before}{name}:{zone}"), kind: "value", count: 0 });
                }
            }
            return;
        }
        _ => return,
    };
    let docs: Vec<DocSet> = shelves.list.iter().map(Shelf::all).collect();
    let wanted = value.to_lowercase();
    let values =
        super::facets::count(shelves, docs.iter(), facet).into_iter().filter(|(text, _)| text.starts_with(&wanted));
    found.extend(values.take(MOST).map(|(text, count)| Completion {
        text: format!("{before}{name}:{text}"),
        kind: "value",
        count,
    }));
}

fn add_words(shelves: Shelves, before: &str, last: &str, found: &mut Vec<Completion>) {
    let folded = fold_words(last);
    let [word] = folded.as_slice() else { return };
    let marks_len = last.len() - last.trim_start_matches(|mark: char| !mark.is_alphanumeric()).len();
    let marks = last.get(..marks_len).unwrap_or("");
    let mut words = shelves.with_prefix(word, WEIGHED, |_| true);
    sort_by(&mut words, |a, b| count_of(&b.1).cmp(&count_of(&a.1)).then_with(|| a.0.cmp(&b.0)));
    for (_, infos) in words.into_iter().take(6) {
        if let Some(shown) = as_printed(shelves, &infos) {
            found.push(Completion { text: format!("{before}{marks}{shown}"), kind: "word", count: count_of(&infos) });
        }
    }
}

/// A word as it is printed where it first stands, in small letters.
fn as_printed(shelves: Shelves, infos: &Infos) -> Option<String> {
    let mut positions = Vec::new();
    for (shelf, info) in shelves.list.iter().zip(infos) {
        let Some(info) = *info else { continue };
        let mut list = shelf.pack.postings(info);
        let Some(posting) = std::iter::from_fn(|| list.next()).find(|posting| shelf.is_alive(posting.doc)) else {
            continue;
        };
        list.positions(&mut positions);
        let first = *positions.first()?;
        let passage = shelf.texts.passage(posting.doc, posting.paragraph)?;
        let mut shown = None;
        WordCutter::default().cut(&passage.text, |word| {
            if word.position == first {
                shown = word.span.of(&passage.text).map(str::to_lowercase);
            }
        });
        return shown;
    }
    None
}

fn add_titles(shelves: Shelves, typed: &str, found: &mut Vec<Completion>) {
    let words = fold_words(typed);
    let Some((last, before)) = words.split_last() else { return };
    if typed.chars().count() < 3 || symbol::looks_like_one(typed.trim()) {
        return;
    }
    let mut titles: Vec<String> = Vec::new();
    for shelf in shelves.list {
        let mut docs = with_title_word(shelf, last, true);
        for word in before {
            docs.keep(&with_title_word(shelf, word, false));
        }
        titles.extend(docs.iter().take(50).filter_map(|doc| shelf.texts.record(doc)?.title));
    }
    sort(&mut titles);
    for same in titles.chunk_by(|a, b| a == b).take(3) {
        if let Some(title) = same.first() {
            found.push(Completion { text: title.clone(), kind: "title", count: same.len() as u32 });
        }
    }
}

/// The resolutions whose title has a word, or one that begins with it.
fn with_title_word(shelf: &Shelf, word: &str, begins: bool) -> DocSet {
    let mut docs = DocSet::empty(shelf.pack.doc_count() as usize);
    let mut left = 256u32;
    shelf.pack.for_each_with_prefix(word, |term, info| {
        if begins || term == word {
            let mut list = shelf.pack.postings(info);
            while let Some(posting) = list.next() {
                if is_title(posting.level) && shelf.is_alive(posting.doc) {
                    docs.insert(posting.doc);
                }
            }
        }
        left -= 1;
        left > 0 && (begins || term == word)
    });
    docs
}

//! What may be meant while a query is being typed.

use super::Texts;
use super::fields;
use super::results::Completion;
use crate::index::{Index, TermId, WordCutter, fold_words};
use crate::text::{sort, sort_by};

/// The most suggestions given.
const MOST: usize = 10;

/// The most words that are weighed against each other.
const WEIGHED: usize = 4096;

/// Suggests how the last word of `typed` may go on: words of the texts, symbols, titles, fields.
pub(crate) fn complete(index: &Index, texts: &dyn Texts, typed: &str) -> Vec<Completion> {
    let start = typed
        .rfind(|mark: char| mark.is_whitespace() || mark == '(')
        .map_or(0, |at| at + typed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let (before, last) = typed.split_at_checked(start).unwrap_or(("", typed));
    let mut found = Vec::new();
    if let Some((name, value)) = last.split_once(':') {
        add_values(index, before, name, value, &mut found);
        return found;
    }
    if last.is_empty() {
        return found;
    }
    add_symbols(index, typed, &mut found);
    add_fields(before, last, &mut found);
    add_words(index, texts, before, last, &mut found);
    add_titles(index, typed, &mut found);
    found.truncate(MOST);
    found
}

fn add_symbols(index: &Index, typed: &str, found: &mut Vec<Completion>) {
    let wanted: String = typed.chars().filter(|mark| !mark.is_whitespace()).collect::<String>().to_lowercase();
    if !wanted.contains(|mark: char| mark.is_ascii_digit()) {
        return;
    }
    let alive = index.records().iter().filter(|record| record.alive);
    let symbols = alive.filter_map(|record| record.symbol.as_deref()).filter(|symbol| {
        let symbol: String = symbol.chars().filter(|mark| !mark.is_whitespace()).collect::<String>().to_lowercase();
        symbol.starts_with(&wanted)
            || symbol.split('/').skip(1).any(|part| part.starts_with(&wanted))
            || symbol.find("/res/").is_some_and(|at| symbol.get(at + 5..).is_some_and(|rest| rest.starts_with(&wanted)))
    });
    let mut symbols: Vec<&str> = symbols.collect();
    sort_by(&mut symbols, |a, b| (a.len(), a).cmp(&(b.len(), b)));
    for same in symbols.chunk_by(|a, b| a == b).take(5) {
        if let Some(symbol) = same.first() {
            found.push(Completion { text: (*symbol).to_owned(), kind: "symbol", count: same.len() as u32 });
        }
    }
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

fn add_values(index: &Index, before: &str, name: &str, value: &str, found: &mut Vec<Completion>) {
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
    let mut docs = super::sets::DocSet::empty(index.records().len());
    for (doc, record) in index.records().iter().enumerate() {
        if record.alive {
            docs.insert(doc as u32);
        }
    }
    let wanted = value.to_lowercase();
    let values = super::facets::count(index, &docs, facet).into_iter().filter(|(text, _)| text.starts_with(&wanted));
    found.extend(values.take(MOST).map(|(text, count)| Completion {
        text: format!("{before}{name}:{text}"),
        kind: "value",
        count,
    }));
}

fn add_words(index: &Index, texts: &dyn Texts, before: &str, last: &str, found: &mut Vec<Completion>) {
    let folded = fold_words(last);
    let [word] = folded.as_slice() else { return };
    let marks_len = last.len() - last.trim_start_matches(|mark: char| !mark.is_alphanumeric()).len();
    let marks = last.get(..marks_len).unwrap_or("");
    let mut words: Vec<(u32, TermId)> = index.with_prefix(word).take(WEIGHED).map(|id| (index.count(id), id)).collect();
    sort_by(&mut words, |a, b| b.0.cmp(&a.0).then_with(|| index.terms().term(a.1).cmp(index.terms().term(b.1))));
    for (count, id) in words.into_iter().take(6) {
        if let Some(shown) = as_printed(index, texts, id) {
            found.push(Completion { text: format!("{before}{marks}{shown}"), kind: "word", count });
        }
    }
}

/// A word as it is printed where it first stands, in small letters.
fn as_printed(index: &Index, texts: &dyn Texts, term: TermId) -> Option<String> {
    let mut positions = Vec::new();
    let mut cursor = index.postings(term)?.cursor();
    while let Some(at) = cursor.next(&mut positions) {
        let unit = index.unit(at)?;
        if !index.record(unit.doc).is_some_and(|record| record.alive) {
            continue;
        }
        let paragraph = texts.paragraph(unit.doc, unit.paragraph)?;
        let first = *positions.first()?;
        let mut shown = None;
        WordCutter::default().cut(&paragraph.text, |word| {
            if word.position == first {
                shown = word.span.of(&paragraph.text).map(str::to_lowercase);
            }
        });
        return shown;
    }
    None
}

fn add_titles(index: &Index, typed: &str, found: &mut Vec<Completion>) {
    let words = fold_words(typed);
    let Some((last, before)) = words.split_last() else { return };
    if typed.chars().count() < 3 {
        return;
    }
    let alive = index.records().iter().filter(|record| record.alive);
    let titles = alive.filter_map(|record| record.title.as_deref()).filter(|title| {
        let title = fold_words(title);
        before.iter().all(|word| title.contains(word)) && title.iter().any(|word| word.starts_with(last))
    });
    let mut titles: Vec<&str> = titles.take(50).collect();
    sort(&mut titles);
    for same in titles.chunk_by(|a, b| a == b).take(3) {
        if let Some(title) = same.first() {
            found.push(Completion { text: (*title).to_owned(), kind: "title", count: same.len() as u32 });
        }
    }
}

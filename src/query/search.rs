//! From a query to its results.

use std::collections::BTreeMap;

use super::ast::{DocumentFilter, Node, Part};
use super::evaluate::{Answer, evaluate};
use super::marks::{Mark, Marker, cut_snippet};
use super::note::Note;
use super::parse::{Parsed, parse_query};
use super::rank::{Ranked, rank};
use super::results::{Found, Hit, ParagraphHit, SearchOptions, Sort, Total, Understood};
use super::{Texts, facets, fields, symbol, values};
use crate::error::Error;
use crate::index::Index;
use crate::model::Paragraph;
use crate::text::Span;

/// The most bytes of a query that are read.
const LONGEST: usize = 8 << 10;

/// The most results that are given at once.
const MOST_HITS: u32 = 10_000;

/// Answers a query.
///
/// # Errors
///
/// `bad-query`, for a fault in a strict query.
pub(crate) fn search(index: &Index, texts: &dyn Texts, query: &str, options: &SearchOptions) -> Result<Found, Error> {
    let parsed = read(index, query);
    if options.strict
        && let Some(error) = parsed.notes.iter().find_map(|note| note.to_error(query))
    {
        return Err(error);
    }
    let mut answer = evaluate(index, &parsed.parts);
    let total = Total { value: answer.docs.len(), exact: true };
    // Nothing was asked for: there is no better and worse.
    let is_unasked = parsed.parts.is_empty() || answer.looked.is_empty() && answer.entries.is_empty();
    let sort = if is_unasked && options.sort == Sort::Relevance { Sort::Newest } else { options.sort };
    let limit = options.limit.min(MOST_HITS) as usize;
    let ranked = rank(index, &mut answer, texts, sort, options.offset as usize, limit);
    let hits = show(index, texts, &answer, &ranked);
    let facets = count_facets(index, &parsed.parts, &answer, options);
    let mut notes = parsed.notes;
    notes.extend(note_sentence(query, &parsed.parts));
    notes.append(&mut answer.notes);
    let understood = parsed.parts.iter().map(|part| Understood {
        kind: part.node.kind(),
        text: part.node.to_query(),
        span: part.span,
    });
    Ok(Found { total, understood: understood.collect(), hits, facets, notes })
}

/// From how many words on a query may be a sentence to look for.
const SENTENCE: usize = 7;

/// Offers to look for the words as one sentence, where nothing else was typed.
fn note_sentence(query: &str, parts: &[Part]) -> Option<Note> {
    let is_plain = |part: &Part| matches!(&part.node, Node::Words(words) if !words.exact && !words.prefix);
    let span = parts.first()?.span.join(parts.last()?.span);
    let typed = span.of(query)?.split_whitespace().collect::<Vec<_>>().join(" ");
    (parts.len() >= SENTENCE && parts.iter().all(is_plain)).then(|| {
        let note = Note::new("sentence", "this may be a sentence: look for it as it stands".to_owned(), span);
        note.with_suggestion(format!("\"{typed}\""))
    })
}

/// Reads a query, as a symbol or the name of a body where the whole of it is one.
fn read(index: &Index, query: &str) -> Parsed {
    let mut end = query.len().min(LONGEST);
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    let text = query.get(..end).unwrap_or(query);
    let whole = Span::at(0, text.len()).trim(text);
    let typed = whole.of(text).unwrap_or(text);
    let mut parsed = match read_as_symbol(index, typed, whole).or_else(|| read_as_body(index, typed, whole)) {
        Some(part) => Parsed { parts: vec![part], notes: Vec::new() },
        None => parse_query(text),
    };
    if end < query.len() {
        let rest = Span::at(end, query.len());
        let message = format!("only the first {LONGEST} bytes of the query were read");
        parsed.notes.push(Note { expected: Some("a shorter query".into()), ..Note::new("too-long", message, rest) });
    }
    parsed
}

fn read_as_symbol(index: &Index, typed: &str, span: Span) -> Option<Part> {
    let asked = symbol::read_symbol(typed)?;
    let is_here = || index.records().iter().any(|record| record.alive && asked.agrees_with(record).is_some());
    // A slash alone makes a symbol; anything looser must name something that is here.
    (symbol::looks_like_one(typed) || is_here()).then(|| Part { node: Node::Symbol(typed.to_owned()), span })
}

/// The name of a body in several words is that body, or those words.
fn read_as_body(index: &Index, typed: &str, span: Span) -> Option<Part> {
    let body = fields::find_body(typed).filter(|_| typed.contains(char::is_whitespace))?;
    if !index.records().iter().any(|record| record.alive && record.is_of_body(&body)) {
        return None;
    }
    let words = values::quoted(typed, super::ast::Scope::Anywhere)?;
    let parts = vec![Part { node: Node::Document(DocumentFilter::Body(vec![body])), span }, Part { node: words, span }];
    Some(Part { node: Node::Any(parts), span })
}

fn show(index: &Index, texts: &dyn Texts, answer: &Answer, ranked: &[Ranked]) -> Vec<Hit> {
    let mut marker = Marker::new(index, &answer.looked);
    let hits = ranked.iter().filter_map(|result| {
        let record = index.record(result.doc)?;
        let paragraphs = result.units.iter().filter_map(|&(_, _, at)| {
            let unit = index.unit(at)?;
            let paragraph = texts.paragraph(unit.doc, unit.paragraph)?;
            let mut marks = marker.find(unit, &paragraph.text);
            if marks.is_empty() && answer.asks_of_acts {
                marks.extend(lead_mark(paragraph));
            }
            let snippet = cut_snippet(&paragraph.text, &marks);
            Some(ParagraphHit {
                address: paragraph.address.clone(),
                span: paragraph.span,
                snippet: snippet.text,
                matches: snippet.matches,
                lead: paragraph.lead.clone(),
            })
        });
        Some(Hit {
            paragraphs: paragraphs.collect(),
            key: record.key.clone(),
            id: record.id.clone(),
            symbol: record.symbol.clone(),
            title: record.title.clone(),
            date: record.date.as_ref().map(|(first, _)| first.clone()),
            body: record.body,
            language: record.language,
            score: result.score,
        })
    });
    hits.collect()
}

/// The lead phrase of a paragraph, which is what was looked for where an act was.
fn lead_mark(paragraph: &Paragraph) -> Option<Mark> {
    let lead = paragraph.lead.as_ref()?;
    let at = paragraph.text.find(&lead.text)?;
    Some(Mark { span: Span::at(at, at + lead.text.len()), position: 0, looked: 0 })
}

fn count_facets(
    index: &Index,
    parts: &[Part],
    answer: &Answer,
    options: &SearchOptions,
) -> BTreeMap<&'static str, Vec<(String, u32)>> {
    let counted = options.facets.iter().map(|&facet| {
        // The other values of a facet that was chosen from are counted too.
        let values = match facets::without_choice(parts, facet) {
            Some(rest) => facets::count(index, &evaluate(index, &rest).docs, facet),
            None => facets::count(index, &answer.docs, facet),
        };
        (facet.name(), values)
    });
    counted.collect()
}

//! From a query to its results.

use std::collections::BTreeMap;

use super::ast::{DocumentFilter, Node, Part, Scope};
use super::evaluate::{Answer, evaluate};
use super::forms::{Form, is_form};
use super::marks::{Mark, Marker, cut_snippet};
use super::note::Note;
use super::paragraphs::is_intensified;
use super::parse::{Parsed, parse_query};
use super::places::Looked;
use super::plan::Plan;
use super::rank::{Ranked, explain, find_speaking, rank};
use super::relax::relax;
use super::results::{Found, Hit, ParagraphHit, SearchOptions, Sort, Total, Understood};
use super::shelf::{Shelf, Shelves};
use super::{facets, fields, symbol, values};
use crate::error::Error;
use crate::index::{Column, ColumnReader, Fact, Passage, fold_words};
use crate::text::Span;

/// The most bytes of a query that are read.
const LONGEST: usize = 8 << 10;

/// For how many of the first results it is looked which spelling they have.
const FIRST: usize = 3;

/// The most results that are given at once.
const MOST_HITS: u32 = 10_000;

/// Answers a query from several packs as if they were one.
///
/// Where bytes of a pack are missing, the answer is not to be used: the pack says which.
///
/// # Errors
///
/// `bad-query`, for a fault in a strict query.
pub(crate) fn search(list: &[Shelf], query: &str, options: &SearchOptions) -> Result<Found, Error> {
    let shelves = Shelves { list };
    let parsed = read(shelves, query);
    if options.strict
        && let Some(error) = parsed.notes.iter().find_map(|note| note.to_error(query))
    {
        return Err(error);
    }
    let parts = parsed.parts.as_slice();
    let plan = Plan::new(shelves, parts);
    let (mut answers, relaxed) = evaluate_all(shelves, &plan, parts);
    let mut total = Total { value: answers.iter().map(|answer| answer.docs.len()).sum(), exact: true };
    let mut notes = parsed.notes;
    notes.extend(note_sentence(query, parts));
    notes.extend(note_act(shelves, &plan, parts));
    let said = notes.len();
    if answers.iter().all(|answer| answer.missed_symbol) && !answers.is_empty() {
        notes.extend(note_symbol(parts));
    }
    notes.extend(relaxed);
    let looked = plan.shown();
    // Nothing was asked for: there is no better and worse.
    let is_unasked = parts.is_empty() || looked.is_empty() && answers.iter().all(|answer| answer.entries.is_empty());
    let sort = if is_unasked && options.sort == Sort::Relevance { Sort::Newest } else { options.sort };
    let (offset, limit) = (options.offset as usize, options.limit.min(MOST_HITS) as usize);
    let asked = count_words(parts);
    let by_work = parts.iter().any(asks_every_language);
    let page = if by_work { (0, usize::MAX) } else { (offset, limit) };
    let mut ranked = rank(shelves, &mut answers, (&looked, asked), sort, page);
    let mut languages = Vec::new();
    if by_work {
        (ranked, languages) = first_editions(shelves, &ranked);
        total.value = ranked.len() as u32;
        ranked = ranked.into_iter().skip(offset).take(limit).collect();
        languages.drain(..offset.min(languages.len()));
    }
    notes.splice(said..said, plan.notes(|form| held_by(shelves, &answers, &ranked, form)));
    let mut hits = show(shelves, &answers, &looked, plan.asks_of_acts, &ranked);
    for (hit, languages) in hits.iter_mut().zip(languages) {
        hit.languages = languages;
    }
    if options.explain {
        for (hit, explanation) in hits.iter_mut().zip(explain(shelves, &answers, (&looked, asked), &ranked)) {
            hit.explanation = Some(explanation);
        }
    }
    let facets = count_facets(shelves, &plan, parts, &answers, options);
    let understood =
        parts.iter().map(|part| Understood { kind: part.node.kind(), text: part.node.to_query(), span: part.span });
    Ok(Found { total, understood: understood.collect(), hits, facets, notes })
}

/// How many of the paragraphs that speak best for the first results hold a form.
fn held_by(shelves: Shelves, answers: &[Answer], ranked: &[Ranked], form: &Form) -> usize {
    let holds = |result: &&Ranked| {
        let at = result.shelf as usize;
        let found = shelves.list.get(at).zip(answers.get(at)).zip(form.infos.get(at).copied().flatten());
        found.is_some_and(|((shelf, answer), info)| {
            let speaking = find_speaking(answer, result.doc);
            speaking.first().is_some_and(|&(_, _, paragraph)| shelf.pack.postings(info).holds(result.doc, paragraph))
        })
    };
    ranked.iter().take(FIRST).filter(holds).count()
}

/// What each pack has; where none has anything for many words, what has most of them.
fn evaluate_all(shelves: Shelves, plan: &Plan, parts: &[Part]) -> (Vec<Answer>, Option<Note>) {
    let answers: Vec<Answer> = (0..shelves.list.len()).map(|at| evaluate(shelves, at, plan, parts)).collect();
    if answers.iter().all(|answer| answer.docs.is_empty())
        && let Some((answers, note)) = relax(shelves, plan, parts)
    {
        return (answers, Some(note));
    }
    (answers, None)
}

/// Says that a symbol is not here.
fn note_symbol(parts: &[Part]) -> Option<Note> {
    let text = parts.iter().find_map(|part| match &part.node {
        Node::Symbol(text) => Some(text),
        _ => None,
    })?;
    let message = format!("{text} is not here, and nothing here cites it");
    Some(Note { span: None, ..Note::new("symbol-not-here", message, Span::default()) })
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

/// Offers the act that a word alone names: *condemns* as what paragraphs do, and not as a word in them.
fn note_act(shelves: Shelves, plan: &Plan, parts: &[Part]) -> Option<Note> {
    let [Part { node: Node::Words(words), span }] = parts else { return None };
    if words.exact || words.prefix || words.scope != Scope::Anywhere || words.forms.len() != 1 {
        return None;
    }
    let forms = plan.find(words)?.slots.first()?;
    let (begin, _) = words.forms.first()?.split_at_checked(3)?;
    let concepts = shelves.with_prefix(&Fact::CONCEPT.term(begin), usize::MAX, |term| !term.contains('_'));
    let mut concepts = concepts.iter().filter_map(|(term, _)| Fact::CONCEPT.text_of(term));
    let concept = concepts.find(|concept| forms.iter().any(|form| is_form(&form.word, concept)))?;
    let mut count = 0u32;
    for shelf in shelves.list {
        shelf.pack.for_each_with_prefix(&Fact::CONCEPT.term(""), |term, info| {
            if Fact::CONCEPT.text_of(term).is_some_and(|text| is_intensified(text, concept)) {
                count = count.saturating_add(shelf.count(info));
            }
            true
        });
    }
    let message = format!("as the act “{concept}”: {count} paragraphs");
    Some(Note::new("as-act", message, *span).with_suggestion(format!("concept:{concept}")))
}

/// Whether a part asks for editions in every language, of which each work is shown once.
fn asks_every_language(part: &Part) -> bool {
    matches!(&part.node, Node::Document(DocumentFilter::Language(codes)) if codes.is_empty())
}

/// The best edition of each work, and the languages of all that were found. Works are told apart within a pack.
fn first_editions(shelves: Shelves, ranked: &[Ranked]) -> (Vec<Ranked>, Vec<Vec<String>>) {
    let mut places: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    let (mut first, mut languages): (Vec<Ranked>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let readers: Vec<(ColumnReader, ColumnReader)> = shelves
        .list
        .iter()
        .map(|shelf| (ColumnReader::new(shelf.pack, Column::Work), ColumnReader::new(shelf.pack, Column::Language)))
        .collect();
    for result in ranked {
        let Some(((works, codes), shelf)) =
            readers.get(result.shelf as usize).zip(shelves.list.get(result.shelf as usize))
        else {
            continue;
        };
        let at = *places.entry((result.shelf, works.get(result.doc))).or_insert(first.len());
        if at == first.len() {
            first.push(*result);
            languages.push(Vec::new());
        }
        let [_, _, names, _] = shelf.pack.names();
        let name = (codes.get(result.doc) as usize).checked_sub(1).and_then(|number| names.get(number));
        if let (Some(held), Some(name)) = (languages.get_mut(at), name)
            && !held.contains(name)
        {
            held.push(name.clone());
        }
    }
    (first, languages)
}

/// Reads a query, as a symbol or the name of a body where the whole of it is one.
fn read(shelves: Shelves, query: &str) -> Parsed {
    let mut end = query.len().min(LONGEST);
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    let text = query.get(..end).unwrap_or(query);
    let whole = Span::at(0, text.len()).trim(text);
    let typed = whole.of(text).unwrap_or(text);
    let mut parsed = match read_as_symbol(shelves, typed, whole).or_else(|| read_as_body(shelves, typed, whole)) {
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

fn read_as_symbol(shelves: Shelves, typed: &str, span: Span) -> Option<Part> {
    let asked = symbol::read_symbol(typed)?;
    let is_here = || shelves.list.iter().any(|shelf| !symbol::find_named(shelf, &asked).is_empty());
    // A slash alone makes a symbol; anything looser must name something that is here.
    (symbol::looks_like_one(typed) || is_here()).then(|| Part { node: Node::Symbol(typed.to_owned()), span })
}

/// The name of a body in several words is that body, or those words.
fn read_as_body(shelves: Shelves, typed: &str, span: Span) -> Option<Part> {
    let body = fields::find_body(typed).filter(|_| typed.contains(char::is_whitespace))?;
    let is_known = |shelf: &Shelf| {
        let [bodies, organs, ..] = shelf.pack.names();
        bodies.contains(&body)
            || organs.iter().any(|organ| *organ == body || organ.split_once(':').is_some_and(|(_, own)| own == body))
    };
    if !shelves.list.iter().any(is_known) {
        return None;
    }
    let words = values::quoted(typed, Scope::Anywhere)?;
    let parts = vec![Part { node: Node::Document(DocumentFilter::Body(vec![body])), span }, Part { node: words, span }];
    Some(Part { node: Node::Any(parts), span })
}

/// How many words were typed to be found.
fn count_words(parts: &[Part]) -> u32 {
    let count = |part: &Part| match &part.node {
        Node::Words(words) if matches!(words.scope, Scope::Anywhere | Scope::Title) => words.forms.len() as u32,
        Node::Symbol(text) => fold_words(text).len() as u32,
        Node::All(parts) => count_words(parts),
        Node::Any(parts) => parts.iter().map(|part| count_words(std::slice::from_ref(part))).max().unwrap_or(0),
        _ => 0,
    };
    parts.iter().map(count).sum()
}

fn show(shelves: Shelves, answers: &[Answer], looked: &[&Looked], asks_of_acts: bool, ranked: &[Ranked]) -> Vec<Hit> {
    let mut marker = Marker::new(looked);
    let hits = ranked.iter().filter_map(|result| {
        let shelf = shelves.list.get(result.shelf as usize)?;
        let speaking = find_speaking(answers.get(result.shelf as usize)?, result.doc);
        // All that is needed is asked for before any of it is missed.
        let passages: Vec<Option<Passage>> =
            speaking.iter().map(|&(_, _, paragraph)| shelf.texts.passage(result.doc, paragraph)).collect();
        let record = match speaking.first() {
            Some(&(_, _, paragraph)) => shelf.texts.record_beside(result.doc, paragraph)?,
            None => shelf.texts.record(result.doc)?,
        };
        let paragraphs = passages.into_iter().flatten().map(|passage| {
            let mut marks = marker.find(&passage);
            if marks.is_empty() && asks_of_acts {
                marks.extend(lead_mark(&passage));
            }
            let snippet = cut_snippet(&passage.text, &marks);
            ParagraphHit {
                address: passage.address,
                span: passage.span,
                snippet: snippet.text,
                matches: snippet.matches,
                lead: passage.lead,
                wide: passage.wide,
            }
        });
        Some(Hit {
            paragraphs: paragraphs.collect(),
            key: record.key,
            id: record.id,
            symbol: record.symbol,
            title: record.title,
            date: record.date.map(|(first, _)| first),
            body: record.body,
            language: record.language,
            score: result.score,
            languages: Vec::new(),
            explanation: None,
        })
    });
    hits.collect()
}

/// The lead phrase of a paragraph, which is what was looked for where an act was.
fn lead_mark(passage: &Passage) -> Option<Mark> {
    let lead = passage.lead.as_ref()?;
    let at = passage.text.find(&lead.text)?;
    Some(Mark { span: Span::at(at, at + lead.text.len()), position: 0, looked: 0 })
}

fn count_facets(
    shelves: Shelves,
    plan: &Plan,
    parts: &[Part],
    answers: &[Answer],
    options: &SearchOptions,
) -> BTreeMap<&'static str, Vec<(String, u32)>> {
    let counted = options.facets.iter().map(|&facet| {
        // The other values of a facet that was chosen from are counted too.
        let values = match facets::without_choice(parts, facet) {
            Some(rest) => {
                let others: Vec<Answer> =
                    (0..shelves.list.len()).map(|at| evaluate(shelves, at, plan, &rest)).collect();
                facets::count(shelves, others.iter().map(|answer| &answer.docs), facet)
            }
            None => facets::count(shelves, answers.iter().map(|answer| &answer.docs), facet),
        };
        (facet.name(), values)
    });
    counted.collect()
}

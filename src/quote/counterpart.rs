//! The paragraph that a quotation in another language stands for.
//!
//! Words can't be compared across languages; what is the same in all of them can:
//!
//! | ground | what is held against each other | weight |
//! |---|---|---|
//! | `address` | the paragraph that the article names: *paragraph 3* | decides |
//! | `citations` | the works that are cited, by id | 6 |
//! | `dates` | dates, as ISO | 4 |
//! | `names` | States, bodies and organs, by id; names in the same letters | 3 and 2 |
//! | `numbers` | all other numbers | 3, one digit 1 |
//! | `act` | the concept of the lead phrase, and that of the quotation's own or of the reporting verb | 3 and a half; not by itself |
//!
//! A quotation that begins as only preambular or only operative paragraphs do stands for none of the other kind.
//! A mark counts the more the fewer paragraphs have it. A paragraph is told only where it is before all others.

use std::cell::RefCell;

use super::moved::Stated;
use super::report::{Counterpart, Ground, SourcePlace};
use super::texts::SourceText;
use crate::extract::{Context, find_actors, find_citations, find_dates};
use crate::lexicon::{Language, LeadFinder, LeadZone};
use crate::model::Zone;
use crate::text::{Span, WordReader, row_of, sort};

/// What the weight of a mark that one paragraph has is counted in.
const UNIT: usize = 120;
/// What a lead phrase weighs that one paragraph alone begins with.
const LEAD: usize = 3;
/// Only marks that together weigh this much lead to a paragraph.
const ENOUGH: usize = 2 * UNIT;
/// In no more texts is a counterpart looked for.
pub(super) const MOST_TEXTS: usize = 12;

/// The marks of a passage, each once and in order, with its ground and weight.
type Marks = Vec<(String, Ground, usize)>;

fn has(marks: &Marks, mark: &str) -> bool {
    marks.binary_search_by(|(other, ..)| other.as_str().cmp(mark)).is_ok()
}

/// The marks of paragraphs by their indexes.
type Paragraphs = Vec<(usize, Marks)>;

/// The marks of the texts that were looked at.
#[derive(Default)]
pub(super) struct Marked {
    /// By the index of the text.
    texts: RefCell<Vec<(usize, Paragraphs)>>,
}

/// The paragraph of the texts with the indexes `among` that shares the most with `quoted`; `None` where none stands out.
///
/// The marks of each text are read once, in one pass; a quotation costs one look-up for each paragraph.
pub(super) fn find_counterpart(
    (quoted, language): (&str, Language),
    (stated, concept): (Option<&Stated>, Option<&str>),
    texts: &[SourceText],
    among: &[usize],
    marked: &Marked,
) -> Option<Counterpart> {
    if let Some(found) = stated.and_then(|stated| find_stated_paragraph(stated, texts, among)) {
        return Some(found);
    }
    let ours = read_marks(quoted, language);
    let own = read_lead(quoted, language);
    let mut best: Option<Best> = None;
    let mut second = 0;
    for &at in among.iter().take(MOST_TEXTS) {
        let Some(text) = texts.get(at) else { continue };
        let mut held = marked.texts.borrow_mut();
        let Some((_, paragraphs)) = row_of(&mut held, |(other, _)| *other == at, || (at, read_text(text))) else {
            continue;
        };
        let holding = |mark: &str| paragraphs.iter().filter(|(_, marks)| has(marks, mark)).count();
        // What each mark counts in this text; those that stand nowhere in it count nothing.
        let counted: Vec<(&str, Ground, usize)> = ours
            .iter()
            .map(|(mark, ground, weight)| {
                (mark.as_str(), *ground, (weight * UNIT).checked_div(holding(mark)).unwrap_or(0))
            })
            .collect();
        let does = |at: usize| text.resolution.paragraphs.get(at)?.lead.as_ref()?.concept;
        let acting = (LEAD * UNIT)
            .checked_div(paragraphs.iter().filter(|(at, _)| own.concept.is_some() && does(*at) == own.concept).count())
            .unwrap_or(0);
        let possible: usize = counted.iter().map(|(.., score)| score).sum();
        for (paragraph, marks) in paragraphs.iter() {
            let shared = || counted.iter().filter(|(mark, ..)| has(marks, mark));
            let mut score: usize = shared().map(|(.., score)| score).sum();
            let mut by: Vec<Ground> = shared().map(|(_, ground, _)| *ground).collect();
            let Some(place) = text.resolution.paragraphs.get(*paragraph) else { continue };
            if is_of_other_form(place.zone, &own) {
                continue;
            }
            let does = place.lead.as_ref().and_then(|lead| lead.concept);
            if score > 0 && concept.is_some() && does == concept {
                score += UNIT / 2;
                by.push(Ground::Act);
            }
            if score > 0 && own.concept.is_some() && does == own.concept {
                score += acting;
                by.push(Ground::Act);
            }
            if best.as_ref().is_none_or(|best| score > best.score) {
                second = best.as_ref().map_or(0, |best| best.score);
                best = Some(Best { score, possible, text: at, paragraph: *paragraph, by });
            } else {
                second = second.max(score);
            }
        }
    }
    // It has nearly all that the text has of the quotation's marks, and stands out from the next.
    let mut best = best
        .filter(|best| best.score >= ENOUGH && 5 * best.score >= 4 * best.possible && 4 * second <= 3 * best.score)?;
    sort(&mut best.by);
    best.by.dedup();
    counterpart(texts.get(best.text)?, best.paragraph, best.by)
}

/// The paragraph that shares the most.
struct Best {
    score: usize,
    /// What a paragraph with every mark would score.
    possible: usize,
    text: usize,
    paragraph: usize,
    by: Vec<Ground>,
}

fn counterpart(text: &SourceText, paragraph: usize, by: Vec<Ground>) -> Option<Counterpart> {
    let paragraph = text.resolution.paragraphs.get(paragraph)?;
    let source = SourcePlace::new(text, paragraph, paragraph.span);
    Some(Counterpart { source, language: text.resolution.edition.language, by })
}

/// The paragraph that the article names by its number.
fn find_stated_paragraph(stated: &Stated, texts: &[SourceText], among: &[usize]) -> Option<Counterpart> {
    let number = stated.number.as_deref()?;
    let [at] = *among else { return None };
    let text = texts.get(at)?;
    let part = if stated.zone == Some(Zone::Preamble) { "pp" } else { "op" };
    let address = format!("{part}{number}");
    let paragraph = text.resolution.paragraphs.iter().position(|paragraph| paragraph.address == address)?;
    counterpart(text, paragraph, vec![Ground::Address])
}

/// What a quotation does that begins with a lead phrase.
#[derive(Default)]
struct OwnLead {
    concept: Option<&'static str>,
    /// Where paragraphs with a phrase of this form alone stand.
    zone: Option<Zone>,
}

fn read_lead(quoted: &str, language: Language) -> OwnLead {
    let mut leads = LeadFinder::new();
    let quoted = quoted.trim_start();
    let mut find = |zone| leads.find(quoted, language, zone).filter(|lead| lead.listed);
    let (participle, verb) = (find(LeadZone::Preambular), find(LeadZone::Operative));
    let zone = match (participle, verb) {
        (Some(_), None) => Some(Zone::Preamble),
        (None, Some(_)) => Some(Zone::Operative),
        _ => None,
    };
    OwnLead { concept: participle.or(verb).and_then(|lead| lead.concept).map(|concept| concept.id), zone }
}

/// Whether a paragraph of one zone can't begin as those of the other do.
fn is_of_other_form(zone: Zone, own: &OwnLead) -> bool {
    matches!(zone, Zone::Preamble | Zone::Operative) && own.zone.is_some_and(|form| form != zone)
}

/// The marks of every paragraph that can be quoted.
fn read_text(text: &SourceText) -> Paragraphs {
    let zones = [Zone::Preamble, Zone::Operative, Zone::Continuation, Zone::Annex, Zone::Title];
    let quotable = text.resolution.paragraphs.iter().enumerate().filter(|(_, one)| zones.contains(&one.zone));
    quotable.map(|(at, paragraph)| (at, read_marks(&paragraph.text, text.language))).collect()
}

/// What a passage has that is the same in every language. Linear.
fn read_marks(text: &str, language: Language) -> Marks {
    let context = Context::new(language);
    let mut marks = Marks::new();
    let mut taken: Vec<Span> = Vec::new();
    for citation in find_citations(text, &context) {
        if let Some(target) = citation.target {
            marks.push((format!("work {target}"), Ground::Citations, 6));
            taken.push(citation.span);
        }
    }
    for date in find_dates(text, &context) {
        marks.push((format!("date {}", date.first.to_iso()), Ground::Dates, 4));
        taken.push(date.span);
    }
    for actor in find_actors(text, &context) {
        if let Some(id) = actor.id {
            marks.push((format!("name {id}"), Ground::Names, 3));
            taken.push(actor.span);
        }
    }
    let mut words = WordReader::new(text, Span::at(0, text.len()), &[]);
    let mut folded = String::new();
    let mut number: Option<(String, u32)> = None;
    let mut is_first = true;
    while let Some(span) = words.next(&mut folded) {
        let printed = span.of(text).unwrap_or("");
        if taken.iter().any(|taken| taken.overlaps(span)) {
            is_first = false;
            continue;
        }
        if folded.bytes().all(|byte| byte.is_ascii_digit()) {
            // Thousands may be set apart by a space.
            let joined = number.take_if(|(_, end)| folded.len() == 3 && is_one_space(text, *end, span.start));
            let whole = joined.map_or_else(|| folded.clone(), |(before, _)| before + &folded);
            if let Some((before, _)) = number.replace((whole, span.end)) {
                add_number(&mut marks, &before);
            }
        } else if !is_first && printed.chars().count() >= 4 && is_latin_name(printed) {
            marks.push((format!("word {folded}"), Ground::Names, 2));
        }
        is_first = false;
    }
    if let Some((before, _)) = number {
        add_number(&mut marks, &before);
    }
    sort(&mut marks);
    marks.dedup_by(|next, mark| next.0 == mark.0);
    marks
}

fn add_number(marks: &mut Marks, number: &str) {
    let weight = if number.len() > 1 { 3 } else { 1 };
    marks.push((format!("number {number}"), Ground::Numbers, weight));
}

/// Whether one space or narrow space stands between two places.
fn is_one_space(text: &str, from: u32, to: u32) -> bool {
    Span::new(from, to).of(text).is_some_and(|between| matches!(between, " " | "\u{A0}" | "\u{202F}" | "\u{2009}"))
}

/// Whether a word in Latin letters begins with a capital.
fn is_latin_name(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_uppercase() && letter < '\u{250}')
}

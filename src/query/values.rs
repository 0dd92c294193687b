//! What words and the values of fields mean.

use super::ast::{DocumentFilter, Node, ParagraphFilter, Scope, Words};
use super::fields::{self, Field};
use super::note::Note;
use super::{dates, symbol};
use crate::index::fold_words;
use crate::lexicon::{Language, LeadFinder, LeadZone, find_concept};
use crate::text::Span;

/// A phrase in quotation marks: these forms and no others.
pub(super) fn quoted(text: &str, scope: Scope) -> Option<Node> {
    let words = fold_words(text);
    let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(Node::Words(Words { forms: words, exact: true, prefix: false, scope, shown }))
}

/// A word as it was typed: with a star at its end, a symbol, or several words joined by hyphens.
pub(super) fn typed_word(word: &str) -> Option<Node> {
    if symbol::looks_like_one(word) {
        return Some(Node::Symbol(word.trim_end_matches([',', '.', ';', ':', '?', '!']).to_owned()));
    }
    words_in(word, Scope::Anywhere)
}

fn words_in(text: &str, scope: Scope) -> Option<Node> {
    let stem = text.trim_end_matches('*');
    let prefix = stem.len() < text.len() && stem.chars().next_back().is_some_and(char::is_alphanumeric);
    let mut words = fold_words(stem);
    // A genitive is the word itself.
    if words.len() == 2 && words.get(1).is_some_and(|last| last == "s") && stem.contains(['\'', '’']) {
        words.pop();
    }
    let shown = stem.trim_matches(|mark: char| !mark.is_alphanumeric()).to_owned();
    (!words.is_empty()).then_some(Node::Words(Words { forms: words, exact: false, prefix, scope, shown }))
}

/// How many of the words after the value of `lead:` belong to the longest phrase that the lexicon knows.
pub(super) fn more_of_lead(value: &str, ahead: &[&str]) -> usize {
    let mut text = value.to_owned();
    let mut ends = vec![text.len()];
    for word in ahead {
        text.push(' ');
        text.push_str(word);
        ends.push(text.len());
    }
    let mut leads = LeadFinder::new();
    let mut best = 0;
    for language in Language::ALL {
        for zone in [LeadZone::Preambular, LeadZone::Operative] {
            if let Some(found) = leads.find(&text, language, zone)
                && (found.listed || language == Language::En)
            {
                best = best.max(found.len);
            }
        }
    }
    ends.iter().rposition(|&end| end <= best).unwrap_or(0)
}

/// What a field with this value asks.
pub(super) fn read_value(field: Field, text: &str, quoted_value: bool, span: Span) -> Result<Node, Box<Note>> {
    let bad = |found: &str, expected: &str| Err(Box::new(Note::fault("bad-value", found, expected, span)));
    let list = || text.split([',', '،']).map(str::trim).filter(|value| !value.is_empty());
    match field {
        Field::Body | Field::Organ => {
            let bodies = list().map(|name| fields::find_body(name).unwrap_or_else(|| name.to_lowercase())).collect();
            Ok(Node::Document(DocumentFilter::Body(bodies)))
        }
        Field::Lead => read_words(text, quoted_value, Scope::Lead).map_or_else(|| bad("no word", "a word"), Ok),
        Field::Title => read_words(text, quoted_value, Scope::Title).map_or_else(|| bad("no word", "a word"), Ok),
        Field::To => {
            let words = fields::find_addressee(text.trim()).unwrap_or(text);
            read_words(words, quoted_value || words != text, Scope::To).map_or_else(|| bad("no word", "a name"), Ok)
        }
        Field::Zone => {
            let mut zones: Vec<&'static str> = Vec::new();
            for name in list() {
                match fields::find_zones(name) {
                    Some(found) => zones.extend(found),
                    None => return bad(&format!("there is no zone “{name}”"), "preamble, operative, title, annex"),
                }
            }
            Ok(Node::Paragraph(ParagraphFilter::Zone(zones)))
        }
        Field::Step(name, ladder) => read_steps(text).map_or_else(
            || bad(&format!("“{text}” is no step"), "a step such as >=6 or 3..5"),
            |steps| Ok(Node::Paragraph(ParagraphFilter::Step { ladder, field: name, steps })),
        ),
        Field::Force => {
            let steps = text.trim_start_matches(':');
            let typed = if steps.starts_with(['>', '<', '=']) { steps.to_owned() } else { format!(">={steps}") };
            let typed = typed.trim_end_matches('+');
            let note = Note::fault(
                "needs-ladder",
                "force is counted on a ladder and was left out",
                "a ladder such as asks: or disapproves:",
                span,
            );
            Err(Box::new(note.with_suggestion(format!("asks:{typed} OR disapproves:{typed}"))))
        }
        Field::Concept => {
            let id = fold_words(text).join("_");
            if find_concept(&id).is_none() {
                return bad(&format!("there is no concept “{text}”"), "a concept such as condemn or take_note");
            }
            Ok(Node::Paragraph(ParagraphFilter::Concept(id)))
        }
        Field::Cites => Ok(Node::Paragraph(ParagraphFilter::Cites(text.to_owned()))),
        Field::Stance => match text.to_lowercase().as_str() {
            "positive" | "+" => Ok(Node::Paragraph(ParagraphFilter::Stance("positive"))),
            "negative" | "-" => Ok(Node::Paragraph(ParagraphFilter::Stance("negative"))),
            "neutral" => Ok(Node::Paragraph(ParagraphFilter::Stance("neutral"))),
            _ => bad(&format!("there is no stance “{text}”"), "positive, negative or neutral"),
        },
        Field::Date | Field::Year => dates::read_date(text).map_or_else(
            || bad(&format!("“{text}” is no date"), "a year, a day such as 2022-03-22, or a range such as 2019..2022"),
            |filter| Ok(Node::Document(filter)),
        ),
        Field::Session => dates::read_session(text).map_or_else(
            || bad(&format!("“{text}” is no session"), "a number such as 78"),
            |filter| Ok(Node::Document(filter)),
        ),
        Field::Language => {
            let codes = list().filter(|code| *code != "*").map(str::to_lowercase).collect();
            Ok(Node::Document(DocumentFilter::Language(codes)))
        }
        Field::Status => Ok(Node::Document(DocumentFilter::Status(text.to_lowercase()))),
        Field::Id => Ok(Node::Document(DocumentFilter::Id(text.to_owned()))),
        Field::Symbol => Ok(Node::Symbol(text.to_owned())),
    }
}

fn read_words(text: &str, is_quoted: bool, scope: Scope) -> Option<Node> {
    if is_quoted { quoted(text, scope) } else { words_in(text, scope) }
}

/// Reads `>=6`, `6+`, `<4`, `3..5`, `6`.
fn read_steps(text: &str) -> Option<(u8, u8)> {
    let text = dates::fold_digits(text);
    let text = text.trim().trim_start_matches(['=', ':']);
    let number = |text: &str| text.trim().parse::<u8>().ok().filter(|&step| step < 99);
    if let Some(step) = text.strip_prefix(">=").or(text.strip_prefix('≥')).or(text.strip_suffix('+')) {
        return Some((number(step)?, 99));
    }
    if let Some(step) = text.strip_prefix("<=").or(text.strip_prefix('≤')) {
        return Some((0, number(step)?));
    }
    if let Some(step) = text.strip_prefix('>') {
        return Some((number(step)? + 1, 99));
    }
    if let Some(step) = text.strip_prefix('<') {
        return Some((0, number(step)?.checked_sub(1)?));
    }
    if let Some((first, last)) = text.split_once("..").or_else(|| text.split_once(['-', '–'])) {
        return Some((number(first)?, number(last)?));
    }
    number(text).map(|step| (step, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_steps_of_a_ladder() {
        for (text, steps) in
            [(">=6", (6, 99)), ("7+", (7, 99)), ("=>", (99, 0)), ("3..5", (3, 5)), ("6", (6, 6)), ("<4", (0, 3))]
        {
            assert_eq!(read_steps(text), (text != "=>").then_some(steps), "{text}");
        }
        assert_eq!(read_steps("strong"), None);
        assert_eq!(read_steps("<0"), None);
    }

    #[test]
    fn reaches_to_the_end_of_the_longest_lead_phrase() {
        assert_eq!(more_of_lead("takes", &["note", "with", "appreciation", "kazakhstan"]), 3);
        assert_eq!(more_of_lead("takes", &["note", "kazakhstan"]), 1);
        assert_eq!(more_of_lead("condemns", &["kazakhstan"]), 0);
    }
}

//! Whether a quotation stands where the article says: decided, or in the paragraph it names.

use super::report::{Passage, SourcePlace};
use super::texts::print;
use crate::article::{Layout, Quoted, Reported};
use crate::lexicon::find_concept;
use crate::model::Zone;
use crate::text::Span;

/// How many words before or after a quotation a paragraph may be named.
const REACH: usize = 14;

/// A paragraph as an article names it.
struct Stated {
    span: Span,
    zone: Option<Zone>,
    number: Option<String>,
}

/// What the article says about the place, where the place is another; `None` where the two agree
/// or it says nothing.
pub(super) fn find_moved(
    layout: &Layout,
    quoted: &Quoted,
    governing: Option<&Reported>,
    place: &SourcePlace,
    number: Option<&str>,
) -> Option<Passage> {
    if let Some(governing) = governing
        && governing.verb.concept.is_some_and(|concept| concept.family == "decide")
        && !is_decided(place)
    {
        let span = governing.report.span;
        return Some(Passage { text: print(layout.text, span), span });
    }
    let stated = find_stated(layout, quoted)?;
    let zone = stated.zone.is_none_or(|zone| zone == place.zone);
    let counted = stated.number.as_deref().is_none_or(|stated| {
        let position = place.address.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let position = position.split('.').next().unwrap_or("");
        number.is_some_and(|number| number == stated) || position == stated
    });
    (!zone || !counted).then(|| Passage { text: print(layout.text, stated.span), span: stated.span })
}

/// Whether the lead phrase is one by which a body decides, its own procedure included: *Decides to remain seized*.
fn is_decided(place: &SourcePlace) -> bool {
    let concept = place.lead.as_ref().and_then(|lead| lead.concept).and_then(find_concept);
    place.zone != Zone::Preamble
        && concept.is_none_or(|concept| concept.family == "decide" || concept.id == "remain_seized")
}

/// *paragraph 3*, *operative paragraph 2*, *the third preambular paragraph*, *the preamble* close to
/// a quotation in its sentence.
fn find_stated(layout: &Layout, quoted: &Quoted) -> Option<Stated> {
    let sentence = layout.sentence_at(quoted.outer.start)?;
    let words = layout.words_of(sentence);
    let from = layout.words.first_at(quoted.outer.start);
    let to = layout.words.first_at(quoted.outer.end);
    let before = from.saturating_sub(REACH).max(words.start)..from;
    let after = to..(to + REACH).min(words.end);
    let in_quotation = |at: usize| layout.words.span(at).is_some_and(|span| layout.quotation_at(span.start).is_some());
    // The nearest one before the quotation, or else the first one after it.
    let mut places = before.rev().take_while(|&at| !in_quotation(at)).chain(after.take_while(|&at| !in_quotation(at)));
    places.find_map(|at| stated_at(layout, at, words.clone()))
}

fn stated_at(layout: &Layout, at: usize, words: std::ops::Range<usize>) -> Option<Stated> {
    let word = |at: usize| words.contains(&at).then(|| layout.words.word(at)).flatten();
    let zone_of = |word: Option<&str>| match word {
        Some("operative" | "dispositive") => Some(Zone::Operative),
        Some("preambular") => Some(Zone::Preamble),
        _ => None,
    };
    match word(at)? {
        "paragraph" | "para" | "clause" | "point" => {
            let before = at.checked_sub(1);
            let zone = zone_of(before.and_then(word));
            if let Some(number) = word(at + 1).filter(|next| next.bytes().all(|byte| byte.is_ascii_digit())) {
                let start = if zone.is_some() { at - 1 } else { at };
                return Some(Stated {
                    span: layout.words.span_of(start..at + 2)?,
                    zone,
                    number: Some(number.to_owned()),
                });
            }
            let ordinal_at = if zone.is_some() { at.checked_sub(2) } else { before }?;
            let number = ordinal(word(ordinal_at)?)?;
            Some(Stated { span: layout.words.span_of(ordinal_at..at + 1)?, zone, number: Some(number.to_string()) })
        }
        "preamble" => Some(Stated { span: layout.words.span(at)?, zone: Some(Zone::Preamble), number: None }),
        _ => None,
    }
}

/// The number that an English ordinal stands for: *third*, *fiftieth*, *3rd*.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    const UNITS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    const TENS: [&str; 8] =
        ["thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth"];
    let unit = UNITS.iter().position(|ordinal| *ordinal == word).map(|at| at as u32 + 1);
    let ten = || TENS.iter().position(|ordinal| *ordinal == word).map(|at| 30 + 10 * at as u32);
    unit.or_else(ten).or_else(|| {
        let digits = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| word.strip_suffix(ending))?;
        digits.parse().ok()
    })
}

//! Whether a quotation stands where the article says: decided, or in the paragraph it names.

use super::report::{Passage, SourcePlace};
use super::texts::print;
use crate::article::{Layout, Quoted, Reported};
use crate::lexicon::{WordClass, find_concept, is_word_of};
use crate::model::Zone;
use crate::text::Span;

/// How many words before or after a quotation a paragraph may be named.
const REACH: usize = 14;

/// A paragraph as an article names it.
pub(super) struct Stated {
    pub span: Span,
    pub zone: Option<Zone>,
    pub number: Option<String>,
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
pub(super) fn find_stated(layout: &Layout, quoted: &Quoted) -> Option<Stated> {
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
    let is = |at: usize, class: WordClass| word(at).is_some_and(|word| is_word_of(word, class));
    if is(at, WordClass::PreamblePart) {
        // *preambular paragraph 3*, *paragraphe 3 du préambule*
        let named = (at.saturating_sub(4)..at).rev().chain([at + 1]).find(|&place| is(place, WordClass::ParagraphName));
        if let Some(found) = named.and_then(|named| stated_at(layout, named, words.clone())) {
            return Some(found);
        }
        return Some(Stated { span: layout.words.span(at)?, zone: Some(Zone::Preamble), number: None });
    }
    if !is(at, WordClass::ParagraphName) {
        return None;
    }
    // *operative paragraph 3*, *the third preambular paragraph*, *paragraphe 3 du dispositif*
    let before = at.checked_sub(1);
    let adjective = before.and_then(|before| part_at(word(before)));
    let number = |at: usize| word(at).filter(|next| next.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(stated) = number(at + 1) {
        let start = if adjective.is_some() { at - 1 } else { at };
        let behind = (at + 2..at + 5).find_map(|place| Some((part_at(word(place))?, place)));
        let (zone, end) = match (adjective, behind) {
            (Some(zone), _) => (Some(zone), at + 2),
            (None, Some((zone, place))) => (Some(zone), place + 1),
            (None, None) => (None, at + 2),
        };
        return Some(Stated { span: layout.words.span_of(start..end)?, zone, number: Some(stated.to_owned()) });
    }
    // *第3段*, *3-й пункт*
    let single = word(at).is_some_and(|word| word.chars().all(|letter| letter > '\u{2E80}'));
    if let Some(stated) = before.and_then(number).filter(|_| single) {
        return Some(Stated {
            span: layout.words.span_of(at - 1..at + 1)?,
            zone: None,
            number: Some(stated.to_owned()),
        });
    }
    let ordinal_at = if adjective.is_some() { at.checked_sub(2) } else { before }?;
    let number = ordinal(word(ordinal_at)?)?;
    Some(Stated { span: layout.words.span_of(ordinal_at..at + 1)?, zone: adjective, number: Some(number.to_string()) })
}

/// The part of a resolution that an adjective or a noun names.
fn part_at(word: Option<&str>) -> Option<Zone> {
    let word = word?;
    if is_word_of(word, WordClass::PreamblePart) {
        return Some(Zone::Preamble);
    }
    is_word_of(word, WordClass::OperativePart).then_some(Zone::Operative)
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

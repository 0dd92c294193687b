//! The facts about a paragraph that filters ask for, as terms of the index.

use super::words::fold_pieces;
use crate::model::{Citation, Ladder, Lead, Paragraph, Resolution, Stance, Zone};

/// A kind of fact. Its mark stands before the term and is no character of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fact(char);

impl Fact {
    /// A word of the text; it has no mark.
    pub(crate) const WORD: Self = Self('\0');
    /// The zone, by its name in the schema.
    pub(crate) const ZONE: Self = Self('\u{1}');
    /// The concept of a lead phrase.
    pub(crate) const CONCEPT: Self = Self('\u{2}');
    /// A step on a ladder: `direct 06`.
    pub(crate) const STEP: Self = Self('\u{3}');
    /// Words of an addressee's name.
    pub(crate) const TO: Self = Self('\u{4}');
    /// The id of an addressee.
    pub(crate) const TO_ID: Self = Self('\u{5}');
    /// A cited work: the numbers of its symbol, [`BETWEEN`], and its id.
    pub(crate) const TARGET: Self = Self('\u{6}');
    /// Words by which a work is cited.
    pub(crate) const CITED: Self = Self('\u{7}');
    /// What is said of a cited work.
    pub(crate) const STANCE: Self = Self('\u{8}');
    /// Words of the lead phrases of the paragraph, those of further acts too.
    pub(crate) const LEAD: Self = Self('\u{9}');
    /// The symbol of the resolution, at its title: the numbers, [`BETWEEN`], and the letters.
    pub(crate) const SYMBOL: Self = Self('\u{A}');
    /// The key of the edition.
    pub(crate) const KEY: Self = Self('\u{B}');

    /// Whether the fact is kept word by word.
    pub(crate) const fn is_words(self) -> bool {
        matches!(self, Self::TO | Self::CITED | Self::LEAD)
    }

    /// The term under which `text` is kept.
    pub(crate) fn term(self, text: &str) -> String {
        let mut term = String::with_capacity(text.len() + 1);
        self.write(text, &mut term);
        term
    }

    /// The term under which `text` is kept, in a buffer.
    pub(crate) fn write<'a>(self, text: &str, buffer: &'a mut String) -> &'a str {
        buffer.clear();
        if self != Self::WORD {
            buffer.push(self.0);
        }
        buffer.push_str(text);
        buffer
    }

    /// The letters of a term of this kind, or of a word, without its mark.
    pub(crate) fn word_of(self, term: &str) -> &str {
        if self == Self::WORD { term } else { term.strip_prefix(self.0).unwrap_or(term) }
    }

    /// The text that a term of this kind was made from.
    pub(crate) fn text_of(self, term: &str) -> Option<&str> {
        term.strip_prefix(self.0)
    }

    /// Whether a term has places in its paragraphs: whether it is a word, or a word of a fact.
    pub(super) fn has_places(term: &str) -> bool {
        term.chars().next().is_none_or(|mark| mark > '\u{1F}' || Self(mark).is_words())
    }
}

/// What stands between the numbers of a symbol and the rest of the term.
pub(crate) const BETWEEN: char = '\u{1F}';

/// The numbers among the pieces of a symbol, without leading zeros, with a blank between them.
pub(crate) fn numbers_of<'a>(pieces: impl Iterator<Item = &'a str>) -> String {
    let mut numbers = String::new();
    for piece in pieces.filter(|piece| piece.starts_with(|first: char| first.is_ascii_digit())) {
        if !numbers.is_empty() {
            numbers.push(' ');
        }
        numbers.push_str(piece.trim_start_matches('0'));
    }
    numbers
}

/// The text of a [`Fact::TARGET`] for the id of a work.
pub(crate) fn target_text(id: &str) -> String {
    let pieces = fold_pieces(id);
    format!("{}{BETWEEN}{}", numbers_of(pieces.iter().map(String::as_str)), id.to_lowercase())
}

/// The text of a [`Fact::SYMBOL`].
fn symbol_text(symbol: &str) -> String {
    let pieces = fold_pieces(symbol);
    let letters: Vec<&str> = pieces
        .iter()
        .map(String::as_str)
        .filter(|piece| !piece.starts_with(|first: char| first.is_ascii_digit()))
        .collect();
    format!("{}{BETWEEN}{}", numbers_of(pieces.iter().map(String::as_str)), letters.join(" "))
}

/// Notes what names a resolution, at its title or first paragraph.
pub(super) fn of_resolution(resolution: &Resolution, take: Take) {
    if let Some(symbol) = &resolution.symbol {
        take(Fact::SYMBOL, &symbol_text(symbol), 0);
    }
    take(Fact::KEY, &resolution.key, 0);
}

/// The name of a zone in the schema.
pub(crate) const fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Masthead => "masthead",
        Zone::Title => "title",
        Zone::Theme => "theme",
        Zone::Enacting => "enacting",
        Zone::Preamble => "preamble",
        Zone::Heading => "heading",
        Zone::Operative => "operative",
        Zone::Continuation => "continuation",
        Zone::Closing => "closing",
        Zone::Annex => "annex",
        Zone::Footnote => "footnote",
        Zone::Noise => "noise",
    }
}

/// The name of a ladder in the schema.
pub(crate) const fn ladder_name(ladder: Ladder) -> &'static str {
    match ladder {
        Ladder::Censure => "censure",
        Ladder::Praise => "praise",
        Ladder::Direct => "direct",
        Ladder::Assert => "assert",
        Ladder::Support => "support",
        Ladder::Commit => "commit",
    }
}

/// The ladder and step in the text of a [`Fact::STEP`].
pub(crate) fn read_step(text: &str) -> Option<(&str, u8)> {
    let (ladder, step) = text.split_once(' ')?;
    Some((ladder, step.parse().ok()?))
}

/// Takes a fact, its text and the position it stands at; gives the next free position.
pub(super) type Take<'a> = &'a mut dyn FnMut(Fact, &str, u32) -> u32;

/// Notes the facts that a paragraph holds itself.
pub(super) fn of_paragraph(paragraph: &Paragraph, take: Take) {
    take(Fact::ZONE, zone_name(paragraph.zone), 0);
    let mut to = 0;
    let mut ids = 0;
    let mut leads = 0;
    for (at, act) in paragraph.acts.iter().enumerate() {
        of_lead(&act.lead, at as u32 + 1, take);
        leads = take(Fact::LEAD, &act.lead.text, leads);
        for addressee in &act.addressees {
            to = take(Fact::TO, &addressee.text, to);
            if let Some(id) = &addressee.id {
                take(Fact::TO_ID, &id.to_lowercase(), ids);
                ids += 1;
            }
        }
    }
    if let Some(lead) = &paragraph.lead
        && paragraph.acts.iter().all(|act| act.lead.span != lead.span)
    {
        of_lead(lead, paragraph.acts.len() as u32 + 1, take);
        take(Fact::LEAD, &lead.text, leads);
    }
}

fn of_lead(lead: &Lead, position: u32, take: Take) {
    if let Some(concept) = lead.concept {
        take(Fact::CONCEPT, concept, position);
    }
    if let (Some(ladder), Some(step)) = (lead.ladder, lead.force) {
        take(Fact::STEP, &format!("{} {step:02}", ladder_name(ladder)), position);
    }
}

/// Notes what a paragraph cites.
pub(super) fn of_citations<'a>(citations: impl Iterator<Item = &'a Citation>, take: Take) {
    let mut words = 0;
    for (at, citation) in citations.enumerate() {
        words = take(Fact::CITED, &citation.text, words);
        if let Some(target) = &citation.target {
            take(Fact::TARGET, &target_text(target), at as u32);
        }
        let stance = match citation.stance {
            Some(Stance::Positive) => "positive",
            Some(Stance::Negative) => "negative",
            Some(Stance::Neutral) => "neutral",
            None => continue,
        };
        take(Fact::STANCE, stance, at as u32);
    }
}

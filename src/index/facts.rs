//! The facts about a paragraph that filters ask for, as terms of the index.

use crate::model::{Citation, Ladder, Lead, Paragraph, Stance, Zone};

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
    /// The id of a cited work.
    pub(crate) const TARGET: Self = Self('\u{6}');
    /// Words by which a work is cited.
    pub(crate) const CITED: Self = Self('\u{7}');
    /// What is said of a cited work.
    pub(crate) const STANCE: Self = Self('\u{8}');
    /// Words of a further lead phrase of the paragraph: *and expresses its condolences*.
    pub(crate) const LEAD: Self = Self('\u{9}');

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

    /// The text that a term of this kind was made from.
    pub(crate) fn text_of(self, term: &str) -> Option<&str> {
        term.strip_prefix(self.0)
    }

    /// What all terms of this kind begin with.
    pub(crate) fn prefix(self) -> String {
        self.0.to_string()
    }
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
        if paragraph.lead.as_ref().is_none_or(|lead| lead.span != act.lead.span) {
            leads = take(Fact::LEAD, &act.lead.text, leads);
        }
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
            take(Fact::TARGET, target, at as u32);
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

//! Which part of a resolution each piece of the text is.
//!
//! # Grammar
//!
//! ```text
//! resolution := masthead* title? enacting (preambular | operative | heading)* closing? annex*
//! operative  := label? lead words sub* continuation?
//! sub        := label words sub*
//! ```
//!
//! A label and the form of the lead phrase decide; where a paragraph stands only decides what they
//! leave open, since several preambles may stand in one resolution.

mod back;
mod forms;
mod front;
mod list;
mod unlabelled;

use super::address::address_part;
use super::assemble::Flow;
use super::breaks::ends_paragraph;
use super::label::{Count, Label, Marks, read_label};
use super::misread::read_misread;
use super::signs::lettered_value;
use super::subject::{is_subject_line, skip_subject};
use crate::lexicon::{Language, LeadFinder, LeadMatch, LeadZone, is_annex_heading, is_closing_line};
use crate::model::Zone;
use crate::text::Span;
use forms::{Row, find_behind_adverbial, part_addresses};

/// A piece of the text with its part, in bytes of the flowing text.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its address.
    pub address: String,
    /// Its part.
    pub zone: Zone,
    /// Its label without marks.
    pub number: Option<Span>,
    /// How deep it hangs.
    pub depth: u8,
    /// Address of the piece it hangs on.
    pub parent: Option<String>,
    /// All of it.
    pub span: Span,
    /// Its words, without the label.
    pub words: Span,
    /// Its lead phrase.
    pub lead: Option<(Span, LeadMatch)>,
}

/// The most lists within one another that are told apart, (a) (i) a. and so on; what lies deeper hangs on the
/// last level.
///
/// Real texts have four. A paragraph at the last level brings the diagnostic `list-too-deep`.
///
/// # Examples
///
/// ```
/// assert!(whereas::grammar::MOST_LEVELS >= 4);
/// ```
pub const MOST_LEVELS: usize = 7;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Masthead,
    Preamble,
    Operative,
    Closing,
    Annex,
}

/// A level of sub-paragraphs that is open.
struct Level {
    count: Count,
    marks: Marks,
    value: u32,
    as_roman: bool,
    address: String,
}

impl Level {
    /// The letter that is due in this list, where a scanner has made the digit of it that looks like it: `(6)` behind `(a)`.
    fn read_misread(&self, label: &Label) -> Option<Label> {
        let due = self.count == Count::Letters && self.marks == label.marks && self.value == 1;
        let looks = label.count == Count::Digits && label.marks == Marks::Both && label.value == 6;
        (due && looks).then_some(Label { count: Count::Letters, value: 2, roman: None, ..*label })
    }
}

/// Reads the parts of one resolution from the blocks of a flowing text.
pub(super) struct Walker<'a> {
    flow: &'a Flow<'a>,
    language: Language,
    leads: LeadFinder,
    pieces: Vec<Piece>,
    part: Part,
    section: u32,
    annex: u32,
    preambular: u32,
    operative: u32,
    headings: u32,
    others: u32,
    /// The paragraph that sub-paragraphs hang on.
    host: Option<(String, Zone)>,
    levels: Vec<Level>,
    continuations: u32,
    /// Whether the last piece announced a list (`as follows:`).
    list: bool,
    /// Whether the line that announces the resolution was read.
    headed: bool,
    /// Whether its title was read.
    titled: bool,
    /// The last heading that was a letter alone, from 1.
    lettered: u32,
    /// How many subjects (*The Security Council,*) were read.
    subjects: u32,
    /// Address of the last footnote.
    note: Option<String>,
    /// What stands above the paragraphs that are read.
    row: Row,
}

impl<'a> Walker<'a> {
    pub fn new(flow: &'a Flow<'a>, language: Language, body: Option<&str>) -> Self {
        Self {
            flow,
            language,
            leads: LeadFinder::for_body(body),
            pieces: Vec::with_capacity(flow.blocks.len()),
            part: Part::Masthead,
            section: 0,
            annex: 0,
            preambular: 0,
            operative: 0,
            headings: 0,
            others: 0,
            host: None,
            levels: Vec::new(),
            continuations: 0,
            list: false,
            headed: false,
            titled: false,
            lettered: 0,
            subjects: 1,
            note: None,
            row: Row::None,
        }
    }

    /// The pieces of the blocks from `from` to `to`; `subject` is the place of the enacting sentence.
    pub fn read(mut self, from: usize, to: usize, subject: Option<usize>) -> Vec<Piece> {
        let flow = self.flow;
        for (at, block) in flow.blocks.iter().enumerate().take(to).skip(from) {
            let words = flow.words(block.span);
            if Some(at) == subject {
                self.push("enacting".to_owned(), Zone::Enacting, block.span, None);
                self.part = Part::Preamble;
                self.host = None;
                self.row = self.row_behind(words);
            } else if subject.is_some_and(|subject| at < subject) && !self.precedes_subject(words) {
                self.read_masthead(block.span, words);
            } else {
                if subject.is_none()
                    && self.part == Part::Masthead
                    && (self.begins_body_unannounced(words) || self.is_bridge(words, at))
                {
                    self.part = Part::Preamble;
                }
                self.read_block(block.span, words, at);
            }
        }
        self.find_title();
        part_addresses(&mut self.pieces);
        self.pieces
    }

    fn begins_body(&mut self, words: &str) -> bool {
        [LeadZone::Preambular, LeadZone::Operative]
            .into_iter()
            .any(|zone| self.leads.find(words, self.language, zone).is_some_and(|lead| lead.listed))
            || read_label(words)
                .is_some_and(|label| label.count == Count::Digits && label.value == 1 && label.marks != Marks::None)
    }

    fn push(&mut self, address: String, zone: Zone, span: Span, label: Option<Label>) {
        let number = label.map(|label| label.core.shift(span.start));
        let after = label.map_or(span.start, |label| span.start + label.whole.end);
        let words = Span::new(after, span.end).trim(self.flow.text());
        self.headed |= address == "heading";
        self.titled |= zone == Zone::Title;
        self.pieces.push(Piece { address, zone, number, depth: 0, parent: None, span, words, lead: None });
    }

    fn prefix(&self) -> String {
        match (self.part, self.section) {
            (Part::Annex, _) => format!("annex{}.", self.annex),
            (_, 0) => String::new(),
            (_, section) => format!("sec{section}."),
        }
    }

    fn read_block(&mut self, span: Span, words: &str, at: usize) {
        if words.starts_with("[^") && self.read_marked_note(span, words) {
            return;
        }
        if self.part != Part::Masthead && is_annex_heading(words, self.language) && self.operative > 0 {
            self.part = Part::Annex;
            self.annex += 1;
            self.section = 0;
            self.leave();
            self.push(format!("annex{}", self.annex), Zone::Annex, span, None);
            return;
        }
        if is_closing_line(words, self.language) && self.may_close() {
            self.part = Part::Closing;
            self.leave();
            self.push("closing".to_owned(), Zone::Closing, span, None);
            return;
        }
        // What looked like the end was none: the numbered paragraph that is due follows.
        if self.part == Part::Closing && self.note.is_none() && self.goes_on_numbered(words) {
            self.part = Part::Operative;
        }
        if matches!(self.part, Part::Preamble | Part::Operative)
            && !is_subject_line(words, self.language)
            && self.read_form(span, words, at)
        {
            return;
        }
        match self.part {
            Part::Masthead => self.read_masthead(span, words),
            Part::Closing => self.read_closing(span, words),
            Part::Annex => self.read_annex(span, words),
            Part::Preamble | Part::Operative if is_subject_line(words, self.language) => {
                self.leave();
                self.subjects += 1;
                self.push(format!("{}enacting{}", self.prefix(), self.subjects), Zone::Enacting, span, None);
            }
            Part::Preamble | Part::Operative => match self.read_misread(words).or_else(|| read_label(words)) {
                Some(label) if !Self::is_sentence_number(&label, words) => self.read_labelled(span, words, label, at),
                _ => self.read_unlabelled(span, words, at),
            },
        }
    }

    /// Whether a closing may stand here. The Council's stands behind the rules or the plan that a resolution annexes.
    fn may_close(&self) -> bool {
        match self.part {
            Part::Operative | Part::Preamble => true,
            Part::Annex => !self.pieces.iter().any(|piece| piece.zone == Zone::Closing),
            Part::Masthead | Part::Closing => false,
        }
    }

    /// The number that is due, where a scanner has read its label wrongly.
    fn read_misread(&mut self, words: &str) -> Option<Label> {
        let label = read_misread(words, self.operative + 1)?;
        let after = words.get(label.whole.end as usize..)?.trim_start();
        self.leads.find(after, self.language, LeadZone::Operative).filter(|lead| lead.listed).map(|_| label)
    }

    /// Whether what looks like a label is a number or letter of the sentence itself.
    fn is_sentence_number(label: &Label, words: &str) -> bool {
        label.marks == Marks::None && label.count == Count::Digits && words.len() < 8
    }

    fn read_labelled(&mut self, span: Span, words: &str, label: Label, at: usize) {
        let after = words.get(label.whole.end as usize..).unwrap_or("").trim();
        let label = self.levels.last().and_then(|level| level.read_misread(&label)).unwrap_or(label);
        match label.count {
            Count::CapitalRoman | Count::Capitals if after.is_empty() || !ends_paragraph(after) => {
                let letter = lettered_value(label.core.of(words).unwrap_or(""));
                let follows = letter.is_some_and(|letter| letter == self.lettered + 1 && self.lettered > 0);
                if follows || label.count == Count::Capitals {
                    self.lettered = letter.unwrap_or(0);
                } else {
                    self.section = label.value;
                    self.preambular = 0;
                    self.operative = 0;
                }
                self.push_heading(span);
            }
            Count::Digits if label.marks != Marks::Both => self.push_operative(span, words, label),
            Count::Capitals if self.is_due_capital(&label) => self.push_sub(span, label),
            Count::Capitals | Count::CapitalRoman => self.read_unlabelled(span, words, at),
            _ => self.push_sub(span, label),
        }
    }

    fn push_heading(&mut self, span: Span) {
        self.leave();
        self.headings += 1;
        self.push(format!("heading{}", self.headings), Zone::Heading, span, None);
    }

    fn leave(&mut self) {
        self.host = None;
        self.levels.clear();
        self.list = false;
    }

    fn push_operative(&mut self, span: Span, words: &str, label: Label) {
        let core = label.core.of(words).unwrap_or("");
        self.operative = label.value;
        let address = format!("{}op{}", self.prefix(), address_part(&label, core, false));
        self.part = if self.part == Part::Annex { Part::Annex } else { Part::Operative };
        let zone = if self.part == Part::Annex { Zone::Annex } else { Zone::Operative };
        self.open_host(address, zone, span, Some(label), LeadZone::Operative);
    }

    fn open_host(&mut self, address: String, zone: Zone, span: Span, label: Option<Label>, form: LeadZone) {
        self.levels.clear();
        self.continuations = 0;
        self.host = Some((address.clone(), zone));
        self.push(address, zone, span, label);
        self.set_lead(form);
        self.list = self.flow.words(span).ends_with([':', '：']);
    }

    /// Finds the lead phrase of the piece that was pushed last.
    fn set_lead(&mut self, form: LeadZone) {
        let Some(piece) = self.pieces.last_mut() else { return };
        let words = self.flow.words(piece.words);
        let other = if form == LeadZone::Operative { LeadZone::Preambular } else { LeadZone::Operative };
        let first = self.leads.find(words, self.language, form);
        let found = match first {
            Some(lead) if lead.listed => Some(lead),
            _ => self.leads.find(words, self.language, other).filter(|lead| lead.listed).or(first),
        };
        let row = self.row == Row::Operative && !found.is_some_and(|lead| lead.listed);
        let found = if row { self.leads.find(words, self.language, LeadZone::Infinitive).or(found) } else { found };
        piece.lead = found.map(|lead| (Span::new(piece.words.start, piece.words.start + lead.len as u32), lead));
        // The subject may be repeated in the paragraph: *The Security Council requests …*.
        if !found.is_some_and(|lead| lead.listed)
            && let Some(at) = skip_subject(words, self.language)
            && let Some(rest) = words.get(at..)
            && let Some(lead) = self.leads.find(rest, self.language, form).filter(|lead| lead.listed)
        {
            let start = piece.words.start + at as u32;
            piece.lead = Some((Span::new(start, start + lead.len as u32), lead));
        } else if found.is_none()
            && form == LeadZone::Operative
            && let Some((at, lead)) = find_behind_adverbial(&mut self.leads, words, self.language)
        {
            let start = piece.words.start + at as u32;
            piece.lead = Some((Span::new(start, start + lead.len as u32), lead));
        }
    }

    fn push_preambular(&mut self, span: Span) {
        if self.part == Part::Operative {
            self.part = Part::Preamble;
        }
        self.preambular += 1;
        let address = format!("{}pp{}", self.prefix(), self.preambular);
        self.open_host(address, Zone::Preamble, span, None, LeadZone::Preambular);
    }

    fn push_unnumbered(&mut self, span: Span) {
        self.part = Part::Operative;
        self.operative += 1;
        let address = format!("{}op{}", self.prefix(), self.operative);
        self.open_host(address, Zone::Operative, span, None, LeadZone::Operative);
    }

    fn push_continuation(&mut self, span: Span) {
        self.continuations += 1;
        let host = self.host.as_ref().map(|(address, _)| address.clone());
        let address = if let Some(host) = &host {
            format!("{host}.+{}", self.continuations)
        } else {
            self.others += 1;
            format!("{}text{}", self.prefix(), self.others)
        };
        self.push(address, Zone::Continuation, span, None);
        if let Some(piece) = self.pieces.last_mut() {
            piece.parent = host;
        }
    }
}

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
    marked: std::collections::BTreeMap<String, u32>,
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
            marked: std::collections::BTreeMap::new(),
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
        if matches!(self.part, Part::Operative | Part::Preamble) && is_closing_line(words, self.language) {
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

    /// The level a label belongs to: where it goes on a row that is open, or one deeper.
    fn level_of(&self, label: &Label) -> (usize, bool) {
        for (depth, level) in self.levels.iter().enumerate().rev() {
            if level.marks != label.marks {
                continue;
            }
            let roman = if label.count == Count::Roman { Some(label.value) } else { label.roman };
            if level.as_roman && roman == Some(level.value + 1) {
                return (depth, true);
            }
            if !level.as_roman && label.count == level.count && label.value == level.value + 1 {
                return (depth, false);
            }
        }
        let as_roman = label.count == Count::Roman || label.roman == Some(1);
        let same = self.levels.iter().rposition(|level| {
            level.marks == label.marks && level.as_roman == as_roman && (level.count == label.count || as_roman)
        });
        let first = label.value == 1 || label.roman == Some(1);
        match same {
            Some(depth) if !first => (depth, as_roman),
            _ => (self.levels.len().min(MOST_LEVELS - 1), as_roman),
        }
    }

    fn push_sub(&mut self, span: Span, label: Label) {
        let core = label.core.of(self.flow.words(span)).unwrap_or("");
        let (depth, as_roman) = self.level_of(&label);
        self.levels.truncate(depth);
        let (host, zone) = match &self.host {
            Some(host) => host.clone(),
            None => (self.prefix().trim_end_matches('.').to_owned(), self.zone_of_part()),
        };
        let parent = self.levels.last().map_or(host, |level| level.address.clone());
        let part = address_part(&label, core, as_roman);
        let address = if parent.is_empty() { format!("op.{part}") } else { format!("{parent}.{part}") };
        let value = if as_roman { label.roman.unwrap_or(label.value) } else { label.value };
        self.levels.push(Level { count: label.count, marks: label.marks, value, as_roman, address: address.clone() });
        self.push(address, zone, span, Some(label));
        self.list = self.flow.words(span).ends_with([':', '：']);
        let form = if zone == Zone::Preamble { LeadZone::Preambular } else { LeadZone::Operative };
        let depth = self.levels.len() as u8;
        if let Some(piece) = self.pieces.last_mut() {
            piece.depth = depth;
            piece.parent = Some(parent).filter(|parent| !parent.is_empty());
            let words = self.flow.words(piece.words);
            piece.lead = self
                .leads
                .find(words, self.language, form)
                .filter(|lead| lead.listed)
                .map(|lead| (Span::new(piece.words.start, piece.words.start + lead.len as u32), lead));
        }
    }

    const fn zone_of_part(&self) -> Zone {
        match self.part {
            Part::Preamble => Zone::Preamble,
            Part::Annex => Zone::Annex,
            Part::Masthead => Zone::Masthead,
            Part::Closing => Zone::Closing,
            Part::Operative => Zone::Operative,
        }
    }

    fn read_unlabelled(&mut self, span: Span, words: &str, at: usize) {
        let ended = ends_paragraph(words);
        let cased = matches!(self.language, Language::En | Language::Fr | Language::Es | Language::Und);
        let small = cased && words.starts_with(char::is_lowercase);
        let preambular = self.leads.find(words, self.language, LeadZone::Preambular).filter(|_| !small);
        let after_subject = skip_subject(words, self.language).and_then(|at| words.get(at..)).unwrap_or(words);
        let operative = self.leads.find(after_subject, self.language, LeadZone::Operative).filter(|_| !small);
        // The first resolutions of the Council give their grounds in sentences of other forms.
        let opens = self.preambular == 0 && self.operative == 0 && words.ends_with(';') && !small;
        let is_listed = |lead: &Option<LeadMatch>| lead.is_some_and(|lead| lead.listed);
        let comma = words.ends_with([',', '،', '，']);
        // A resolution has an operative paragraph: the last may have the form of the preamble.
        // In Chinese, where verbs have one form, the mark tells the paragraphs of a preamble.
        let marked = self.part == Part::Preamble && comma && self.language == Language::Zh && is_listed(&operative);
        // What a section opens with may end as its operative paragraphs do.
        let opens_section = self.language != Language::Zh
            && self.pieces.last().is_some_and(|piece| piece.zone == Zone::Heading)
            && self.part != Part::Annex;
        let last = self.part == Part::Preamble && !comma && ended && self.operative == 0 && self.is_last(at);
        if last && !small && !self.list && (is_listed(&preambular) || self.preambular == 0) {
            self.push_unnumbered(span);
        } else if marked
            || is_listed(&preambular)
                && (self.part == Part::Preamble || comma || opens_section)
                && (ended || self.next_is_body(at))
        {
            self.push_preambular(span);
        } else if is_listed(&operative) && (ended || self.next_is_body(at)) && !self.list {
            self.push_unnumbered(span);
        } else if self.part == Part::Preamble {
            if ended && (preambular.is_some() || comma || opens) && !self.list {
                self.push_preambular(span);
            } else if ended && operative.is_some() && !self.list {
                self.push_unnumbered(span);
            } else if ended || small {
                self.push_continuation(span);
            } else {
                self.push_heading(span);
            }
        } else if self.list && self.host.is_some() {
            self.push_item(span);
        } else if ended || small {
            self.push_continuation(span);
        } else {
            self.push_heading(span);
        }
    }

    /// Whether the closing follows.
    fn is_last(&self, at: usize) -> bool {
        let next = self.flow.blocks.get(at + 1);
        next.is_some_and(|next| is_closing_line(self.flow.words(next.span), self.language))
    }

    /// Whether the next block is a paragraph, so that this one may have lost its last mark.
    fn next_is_body(&mut self, at: usize) -> bool {
        let Some(next) = self.flow.blocks.get(at + 1) else { return true };
        let words = self.flow.words(next.span);
        self.begins_body(words) || read_label(words).is_some() || is_closing_line(words, self.language)
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

    /// An item of a list without labels, behind `as follows:`.
    fn push_item(&mut self, span: Span) {
        let (host, zone) = self.host.clone().unwrap_or((String::new(), Zone::Operative));
        let host = self.levels.last().map_or(host, |level| level.address.clone());
        self.continuations += 1;
        self.push(format!("{host}.{}", self.continuations), zone, span, None);
        if let Some(piece) = self.pieces.last_mut() {
            piece.depth = self.levels.len() as u8 + 1;
            piece.parent = Some(host);
        }
        self.list = !self.flow.words(span).ends_with('.');
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

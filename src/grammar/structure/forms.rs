//! Forms of drafting that only some bodies have: a verb that stands above a row of paragraphs, a preamble
//! that is numbered or lettered, notes in brackets.
//!
//! # Grammar
//!
//! ```text
//! bridge   := subject? verb ":"?  (numbered paragraph)+       RESOLVES: 1. To urge …; يقرر 1- إدانة …
//! chapeau  := small verb addressee? (item | clause)+          instructs the Secretary-General 1 to …
//! recital  := capital "." lead words                          A. whereas …;
//! visa     := dash lead words                                 – having regard to …,
//! numbered := number "." participle words                     1. Having examined …,
//! ```
//!
//! # Which bodies
//!
//! Bridges: Organization of American States, Arab League, ASEAN, Organisation of Islamic Cooperation (1980,
//! 2025), students' unions. Chapeaus: International Telecommunication Union. Recitals and visas: European
//! Parliament. Numbered preambles: UNESCO Executive Board, OSCE Parliamentary Assembly.

use rustc_hash::FxHashMap;

use super::super::calls::read_mark;
use super::super::label::{Count, Label, Marks, read_label};
use super::super::subject::skip_subject;
use super::{Part, Piece, Walker};
use crate::lexicon::{Language, LeadFinder, LeadMatch, LeadZone};
use crate::model::Zone;
use crate::text::Span;

/// The longest line that a verb above a row of paragraphs stands on, in bytes.
const LONGEST_BRIDGE: usize = 160;

impl Walker<'_> {
    /// Reads a block in a form of its own; `false` where it has none of them.
    pub(super) fn read_form(&mut self, span: Span, words: &str, at: usize) -> bool {
        self.read_bridge(span, words, at)
            || self.read_chapeau(span, words, at)
            || self.read_recital(span, words)
            || self.read_visa(span, words)
            || self.read_numbered_preamble(span, words)
            || self.read_item(span, words)
            || self.read_bracketed_note(span, words)
    }

    /// Whether a line is the verb of the numbered paragraphs below it.
    pub(super) fn is_bridge(&mut self, words: &str, at: usize) -> bool {
        self.find_bridge(words, at).is_some()
    }

    /// `RESOLVES:`, `This Union notes:`, `يقرر`: where the verb begins, and what it is.
    fn find_bridge(&mut self, words: &str, at: usize) -> Option<(usize, LeadMatch)> {
        if words.len() > LONGEST_BRIDGE || words.ends_with([',', ';', '.', '،', '؛']) || read_label(words).is_some() {
            return None;
        }
        let next = self.flow.blocks.get(at + 1).map(|block| self.flow.words(block.span))?;
        let opens = read_label(next).is_some_and(|label| {
            label.count == Count::Digits && label.value == 1 && label.marks != Marks::Both && label.marks != Marks::None
        });
        if !opens || !words.ends_with([':', '：']) && words.len() > 60 {
            return None;
        }
        let bare = words.trim_end_matches([':', '：', ' ']);
        let (start, lead) = self.find_verb(bare)?;
        // An addressee behind the verb makes it a paragraph with a list of its own.
        (bare.len().saturating_sub(start + lead.len) <= 12).then_some((start, lead))
    }

    fn read_bridge(&mut self, span: Span, words: &str, at: usize) -> bool {
        let Some((start, lead)) = self.find_bridge(words, at) else { return false };
        let family = lead.concept.map_or("", |concept| concept.family);
        let grounds = matches!(family, "note" | "know" | "refer" | "basis" | "process" | "assert");
        self.begin_row();
        self.headings += 1;
        let address = format!("{}heading{}", self.prefix(), self.headings);
        self.push(address, Zone::Heading, span, None);
        if let Some(piece) = self.pieces.last_mut() {
            let start = piece.words.start + start as u32;
            piece.lead = Some((Span::new(start, start + lead.len as u32), lead));
        }
        self.row = if grounds { Row::Preambular } else { Row::Operative };
        if self.part != Part::Annex {
            self.part = if grounds { Part::Preamble } else { Part::Operative };
        }
        true
    }

    /// What the paragraphs below an enacting sentence are: one that ends with its verb (*…, decides:*) stands
    /// above a row.
    pub(super) fn row_behind(&mut self, words: &str) -> Row {
        let verb = words.strip_suffix(':').and_then(|bare| bare.trim_end().rsplit(' ').next()).unwrap_or("");
        let lead = self.leads.find(verb, self.language, LeadZone::Operative).filter(|lead| lead.listed);
        if lead.is_some() { Row::Operative } else { Row::None }
    }

    /// The verb of a line, with or without the subject before it: where it begins, and what it is.
    fn find_verb(&mut self, words: &str) -> Option<(usize, LeadMatch)> {
        let mut starts = vec![0];
        starts.extend(skip_subject(words, self.language));
        // The last word may be the verb of a subject that no table holds: *This Union believes*.
        starts.extend(words.rfind(' ').map(|space| space + 1).filter(|_| words.starts_with("This ")));
        starts.into_iter().find_map(|start| {
            let rest = words.get(start..)?;
            let lead = self.leads.find(rest, self.language, LeadZone::Operative).filter(|lead| lead.listed)?;
            Some((start, lead))
        })
    }

    /// `instructs the Secretary-General`: a verb in small letters on a line of its own, above its items.
    fn read_chapeau(&mut self, span: Span, words: &str, at: usize) -> bool {
        if words.len() > LONGEST_BRIDGE
            || !words.starts_with(char::is_lowercase)
            || words.ends_with([',', ';', '.', ':', '،', '؛'])
            || read_label(words).is_some()
        {
            return false;
        }
        let Some(next) = self.flow.blocks.get(at + 1).map(|block| self.flow.words(block.span)) else { return false };
        let itemised = read_label(next).is_some() || read_bare_number(next).is_some();
        if !itemised && !next.starts_with(char::is_lowercase) {
            return false;
        }
        let preambular = self.leads.find(words, self.language, LeadZone::Preambular).filter(|lead| lead.listed);
        let operative = self.leads.find(words, self.language, LeadZone::Operative).filter(|lead| lead.listed);
        match (preambular, operative) {
            (Some(_), _) => self.push_preambular(span),
            (None, Some(_)) => self.push_unnumbered(span),
            (None, None) => return false,
        }
        self.row = Row::Chapeau;
        self.list = true;
        true
    }

    /// `1 to draw up …`, an item of a chapeau.
    fn read_item(&mut self, span: Span, words: &str) -> bool {
        let Some(label) = read_bare_number(words).filter(|_| self.row == Row::Chapeau) else { return false };
        self.push_sub(span, label);
        true
    }

    /// `A. whereas …`
    fn read_recital(&mut self, span: Span, words: &str) -> bool {
        if self.part != Part::Preamble {
            return false;
        }
        let Some(label) = read_label(words)
            .filter(|label| matches!(label.count, Count::Capitals | Count::CapitalRoman) && label.marks != Marks::None)
        else {
            return false;
        };
        self.push_labelled_preambular(span, words, label)
    }

    /// `– having regard to …`
    fn read_visa(&mut self, span: Span, words: &str) -> bool {
        let Some(rest) = words.strip_prefix(['–', '—', '-', '•']).filter(|rest| rest.starts_with(' ')) else {
            return false;
        };
        let start = words.len() - rest.trim_start().len();
        let rest = words.get(start..).unwrap_or("");
        if self.part != Part::Preamble
            || self.leads.find(rest, self.language, LeadZone::Preambular).is_none_or(|lead| !lead.listed)
        {
            return false;
        }
        self.push_preambular(span);
        if let Some(piece) = self.pieces.last_mut() {
            piece.words = Span::new(piece.span.start + start as u32, piece.words.end);
        }
        self.set_lead(LeadZone::Preambular);
        true
    }

    /// Whether a preamble begins here whose paragraphs are numbered: `1. Recalling …,`.
    pub(super) fn begins_numbered_preamble(&mut self, words: &str) -> bool {
        let label = read_label(words)
            .filter(|label| label.value == 1 && label.count == Count::Digits && label.marks == Marks::Point);
        label.is_some_and(|label| {
            let after = words.get(label.whole.end as usize..).unwrap_or("").trim_start();
            words.ends_with([',', ';'])
                && self.leads.find(after, self.language, LeadZone::Preambular).is_some_and(|lead| lead.listed)
        })
    }

    /// `1. Having examined …`, before the first operative paragraph.
    fn read_numbered_preamble(&mut self, span: Span, words: &str) -> bool {
        if self.part != Part::Preamble {
            return false;
        }
        let Some(label) = read_label(words)
            .filter(|label| label.count == Count::Digits && label.marks == Marks::Point)
            .filter(|label| self.row == Row::Preambular || label.value == self.preambular + 1)
            // A Chinese verb has one form in both parts; only the mark at the end tells.
            .filter(|_| self.row == Row::Preambular || self.language != Language::Zh || words.ends_with(['，', ',']))
        else {
            return false;
        };
        self.push_labelled_preambular(span, words, label)
    }

    fn push_labelled_preambular(&mut self, span: Span, words: &str, label: Label) -> bool {
        let after = words.get(label.whole.end as usize..).unwrap_or("").trim_start();
        let participle = self.leads.find(after, self.language, LeadZone::Preambular).is_some_and(|lead| lead.listed);
        if !participle && self.row != Row::Preambular {
            return false;
        }
        self.preambular += 1;
        let address = format!("{}pp{}", self.prefix(), self.preambular);
        self.open_host(address, Zone::Preamble, span, Some(label), LeadZone::Preambular);
        true
    }

    /// `(1) OJ C 385, …`: a note behind a last paragraph that has ended.
    fn read_bracketed_note(&mut self, span: Span, words: &str) -> bool {
        let Some(label) = read_label(words)
            .filter(|label| label.count == Count::Digits && label.value == 1)
            .filter(|label| label.marks == Marks::Both || label.marks == Marks::Point && self.operative > 1)
        else {
            return false;
        };
        let ended = self.pieces.last().is_some_and(|piece| {
            matches!(piece.zone, Zone::Operative | Zone::Continuation) && self.flow.words(piece.span).ends_with('.')
        });
        if !ended || self.part != Part::Operative || self.host.is_none() || self.row != Row::None {
            return false;
        }
        // The next section counts its paragraphs from one again.
        let after = words.get(label.whole.end as usize..).unwrap_or("").trim_start();
        if self.leads.find(after, self.language, LeadZone::Operative).is_some_and(|lead| lead.listed) {
            return false;
        }
        self.part = Part::Closing;
        self.leave();
        self.push_note(span, label.core, label.whole.end);
        true
    }

    /// A footnote whose number stands at `number` of its words, which go on at `after`.
    pub(super) fn push_note(&mut self, span: Span, number: Span, after: u32) {
        let address = format!("fn{}", number.shift(span.start).of(self.flow.text()).unwrap_or(""));
        self.note = Some(address.clone());
        self.push(address, Zone::Footnote, span, None);
        if let Some(piece) = self.pieces.last_mut() {
            piece.number = Some(number.shift(span.start));
            piece.words = Span::new(span.start + after, span.end).trim(self.flow.text());
        }
    }

    /// A note behind its mark, `[^1]: …`, wherever it stands: what stands around it goes on. Says whether it is one.
    pub(super) fn read_marked_note(&mut self, span: Span, words: &str) -> bool {
        let Some(mark) = read_mark(words).filter(|&mark| words.as_bytes().get(mark) == Some(&b':')) else {
            return false;
        };
        let before = self.note.take();
        self.push_note(span, Span::at(2, mark - 1), mark as u32 + 1);
        self.note = before;
        true
    }

    /// Begins to count again where a verb stands above a new row of paragraphs.
    fn begin_row(&mut self) {
        self.leave();
        if self.operative > 0 {
            self.section = self.section.max(1) + 1;
            self.operative = 0;
            self.preambular = 0;
        }
    }
}

/// What the paragraphs are that a bridge or chapeau stands above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Row {
    /// None stands above them.
    #[default]
    None,
    /// They say what is done, in an infinitive or as a noun.
    Operative,
    /// They give the grounds.
    Preambular,
    /// They are items of one paragraph.
    Chapeau,
}

/// The number that an item begins with where no mark follows it: `1 to draw up …`.
pub(super) fn read_bare_number(words: &str) -> Option<Label> {
    let end = words.find(|next: char| !next.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
    let rest = words.get(end..)?;
    let value = words.get(..end)?.parse().ok()?;
    rest.strip_prefix(' ').filter(|rest| rest.starts_with(char::is_lowercase)).map(|_| Label {
        whole: Span::at(0, end),
        core: Span::at(0, end),
        count: Count::Digits,
        marks: Marks::None,
        value,
        roman: None,
    })
}

/// The verb behind the words that a sentence opens with: *In that regard, notes …*, *In the light of the
/// above, the Assembly calls on …*. Where it begins, and what it is.
pub(super) fn find_behind_adverbial(
    leads: &mut LeadFinder,
    words: &str,
    language: Language,
) -> Option<(usize, LeadMatch)> {
    let openings = [
        "In ",
        "With ",
        "At ",
        "For ",
        "To ",
        "On ",
        "As ",
        "Therefore",
        "Accordingly",
        "Consequently",
        "Finally",
        "Lastly",
    ];
    let english = matches!(language, Language::En | Language::Und);
    if !english || !openings.iter().any(|opening| words.starts_with(opening)) {
        return None;
    }
    let at = words.find(", ").filter(|at| *at < 160)? + 2;
    let rest = words.get(at..)?;
    let start = at + skip_subject(rest, language).unwrap_or(0);
    let verb = words.get(start..).filter(|verb| verb.starts_with(char::is_lowercase))?;
    let lead = leads.find(verb, language, LeadZone::Operative).filter(|lead| lead.listed)?;
    Some((start, lead))
}

/// Gives a second paragraph with the same address another one: `op1~2`.
pub(super) fn part_addresses(pieces: &mut [Piece]) {
    let mut seen: FxHashMap<String, u32> = FxHashMap::default();
    for piece in pieces {
        let count = seen.entry(piece.address.clone()).or_default();
        *count += 1;
        if *count > 1 {
            piece.address = format!("{}~{count}", piece.address);
        }
    }
}

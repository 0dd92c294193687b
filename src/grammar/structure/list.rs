//! Lists below a paragraph: (a) (i) a. and so on, and items without labels behind *as follows:*.

use super::super::address::address_part;
use super::super::label::{Count, Label};
use super::{Level, MOST_LEVELS, Part, Walker};
use crate::lexicon::LeadZone;
use crate::model::Zone;
use crate::text::Span;

impl Walker<'_> {
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

    /// Whether a capital letter begins a list that was announced, or goes on with it: *Adopts the following: A. A
    /// commission is hereby established;*.
    pub(super) fn is_due_capital(&self, label: &Label) -> bool {
        let goes_on = |level: &Level| level.count == Count::Capitals && level.value + 1 == label.value;
        self.host.is_some() && (self.list && label.value == 1 || self.levels.first().is_some_and(goes_on))
    }

    pub(super) fn push_sub(&mut self, span: Span, label: Label) {
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

    /// An item of a list without labels, behind `as follows:`.
    pub(super) fn push_item(&mut self, span: Span) {
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
}

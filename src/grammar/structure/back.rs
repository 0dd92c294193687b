//! What a reader of parts does behind the body: closing, footnotes, annexes.

use super::super::label::{Count, Marks, read_label};
use super::super::signs::{is_note, note_number};
use super::Walker;
use crate::lexicon::LeadZone;
use crate::model::Zone;
use crate::text::Span;

impl Walker<'_> {
    /// Whether a block is the numbered paragraph that is due, with a lead phrase.
    pub(super) fn goes_on_numbered(&mut self, words: &str) -> bool {
        let due = self.operative + 1;
        let Some(label) = read_label(words).filter(|label| {
            label.count == Count::Digits
                && matches!(label.marks, Marks::Point | Marks::Dash)
                && label.value == due
                && self.operative > 0
        }) else {
            return false;
        };
        let after = words.get(label.whole.end as usize..).unwrap_or("").trim_start();
        self.leads.find(after, self.language, LeadZone::Operative).is_some_and(|lead| lead.listed)
    }

    /// What stands behind the meeting and vote: more of the same, then footnotes.
    pub(super) fn read_closing(&mut self, span: Span, words: &str) {
        if let Some(number) = note_number(words).filter(|number| is_note(words, *number)) {
            self.push_note(span, number, number.end);
            return;
        }
        if let Some(label) = read_label(words).filter(|label| self.note.is_some() && label.count == Count::Digits) {
            self.push_note(span, label.core, label.whole.end);
            return;
        }
        self.others += 1;
        let (address, zone) = match &self.note {
            Some(note) => (format!("{note}.+{}", self.others), Zone::Footnote),
            None => (format!("closing.+{}", self.others), Zone::Closing),
        };
        self.push(address, zone, span, None);
    }

    /// Reads a block of an annex: a numbered paragraph, one that hangs on it, or another.
    pub(super) fn read_annex(&mut self, span: Span, words: &str) {
        // A number without a mark, which stands alone, is a cell of a table.
        match read_label(words).filter(|label| label.marks != Marks::None) {
            Some(label) if label.count == Count::Digits && label.marks != Marks::Both => {
                self.push_operative(span, words, label);
            }
            Some(label) if matches!(label.count, Count::Letters | Count::Roman | Count::Chinese | Count::Digits) => {
                self.push_sub(span, label);
            }
            _ => {
                self.levels.clear();
                self.others += 1;
                let address = format!("annex{}.p{}", self.annex, self.others);
                self.push(address, Zone::Annex, span, None);
            }
        }
    }
}

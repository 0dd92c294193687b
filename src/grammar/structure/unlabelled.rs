//! Blocks without a label: the form of the lead phrase gives the part, the mark at the end and the
//! place what that leaves open.

use super::super::breaks::ends_paragraph;
use super::super::label::read_label;
use super::super::subject::skip_subject;
use super::{Part, Walker};
use crate::lexicon::{Language, LeadMatch, LeadZone, is_closing_line};
use crate::model::Zone;
use crate::text::Span;

impl Walker<'_> {
    pub(super) fn read_unlabelled(&mut self, span: Span, words: &str, at: usize) {
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
}

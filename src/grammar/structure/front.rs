//! What a reader of parts does before the body: heading, title, theme, and where the body begins.

use super::super::breaks::ends_with_and;
use super::super::masthead::{find_theme, read_heading};
use super::super::signs::dates_the_heading;
use super::super::subject::skip_subject;
use super::{Part, Walker};
use crate::lexicon::LeadZone;
use crate::model::Zone;
use crate::text::Span;

impl Walker<'_> {
    /// Whether a preambular paragraph stands before the subject, as in the first resolutions of the
    /// Council. From there on the text is its body.
    pub(super) fn precedes_subject(&mut self, words: &str) -> bool {
        if self.part == Part::Masthead
            && self.headed
            && words.len() > 80
            && words.starts_with(char::is_uppercase)
            && (words.ends_with([',', ';', ':', '،', '؛', '，', '；']) || ends_with_and(words))
        {
            self.part = Part::Preamble;
        }
        self.part != Part::Masthead
    }

    /// Without an enacting sentence, a lead phrase or number begins the body, and behind the line
    /// that announces the resolution any clause.
    pub(super) fn begins_body_unannounced(&mut self, words: &str) -> bool {
        let headed = self.headed;
        let clause = words.len() > 80 && words.ends_with([',', ';', ':', '،', '؛', '，', '；']);
        self.begins_body(words)
            || headed && clause
            || skip_subject(words, self.language).is_some_and(|at| {
                let rest = words.get(at..).unwrap_or("");
                self.leads.find(rest, self.language, LeadZone::Operative).is_some_and(|lead| lead.listed)
            })
    }

    /// Reads a block that stands before the subject: heading, title, theme or another line.
    pub(super) fn read_masthead(&mut self, span: Span, words: &str) {
        let titled = self.titled;
        let headed = self.headed;
        if let Some(heading) = read_heading(words).filter(|_| !titled && !headed) {
            let title = Span::new(span.start + heading.title as u32, span.end);
            if heading.labels_title && title.is_empty() {
                // The title stands below its number.
                self.push("heading".to_owned(), Zone::Masthead, span, None);
                if let Some(piece) = self.pieces.last_mut() {
                    piece.number = Some(heading.symbol.shift(span.start));
                }
                return;
            }
            if heading.labels_title {
                self.push("title".to_owned(), Zone::Title, span, None);
                if let Some(piece) = self.pieces.last_mut() {
                    piece.number = Some(heading.symbol.shift(span.start));
                    piece.words = title;
                }
                return;
            }
            let head = Span::new(span.start, title.start).trim(self.flow.text());
            self.push("heading".to_owned(), Zone::Masthead, head, None);
            if let Some(piece) = self.pieces.last_mut() {
                piece.number = Some(heading.symbol.shift(span.start));
            }
            if dates_the_heading(self.flow.words(title)) {
                self.push_masthead(title);
            } else if !title.is_empty() {
                self.push("title".to_owned(), Zone::Title, title, None);
            }
        } else if dates_the_heading(words) {
            self.push_masthead(span);
        } else if headed && !titled && words.starts_with(char::is_uppercase) && !words.ends_with([',', ';']) {
            self.push("title".to_owned(), Zone::Title, span, None);
        } else if let Some(theme) = find_theme(words).map(|theme| theme.shift(span.start)) {
            self.push_masthead(Span::new(span.start, theme.start));
            self.push("theme".to_owned(), Zone::Theme, theme, None);
            self.push_masthead(Span::new(theme.end, span.end));
        } else {
            self.push_masthead(span);
        }
    }

    fn push_masthead(&mut self, span: Span) {
        let span = span.trim(self.flow.text());
        if self.flow.words(span).contains(char::is_alphanumeric) {
            self.others += 1;
            self.push(format!("masthead{}", self.others), Zone::Masthead, span, None);
        }
    }
}

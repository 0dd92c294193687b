//! What a reader of parts does before the body: heading, title, theme, and where the body begins.

use super::super::breaks::ends_with_and;
use super::super::masthead::{find_theme, read_heading};
use super::super::signs::dates_the_heading;
use super::super::subject::skip_subject;
use super::{Part, Walker};
use crate::lexicon::bodies::Bodies;
use crate::lexicon::symbols::read_own_symbol;
use crate::lexicon::{Cue, Language, LeadZone, find_organ_at, holds_cue, is_closing_line};
use crate::model::Zone;
use crate::text::Span;

/// Where the title begins in a line that calls it so: *Question of: …*.
fn called_title(words: &str) -> Option<u32> {
    let (name, rest) = words.split_once(':')?;
    let called = ["title", "question of", "topic", "subject", "the question of", "titre", "objet", "tema", "título"];
    let called = called.contains(&name.trim().to_lowercase().as_str()) && !rest.trim().is_empty();
    called.then_some(name.len() as u32 + 1)
}

/// Whether a title may begin with a letter: not with a small one, and in Arabic with any.
fn is_capital(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase()
}

/// Whether a line has the length and the letters of a title.
fn may_be_title(words: &str) -> bool {
    (8..400).contains(&words.len())
        && words.contains(' ')
        && words.starts_with(|first: char| first.is_alphabetic() && !first.is_lowercase())
        && !words.ends_with([',', ';', ':', '،', '؛'])
}

/// Whether a line before the subject tells something else than the title: a session, a date, a place, a
/// symbol, who brought it in.
fn is_particular(words: &str, language: Language) -> bool {
    let lowered = words.to_lowercase();
    let opens = |starts: &[&str]| starts.iter().any(|start| lowered.starts_with(start));
    opens(&[
        "provisional ",
        "agenda item",
        "distr",
        "original:",
        "doc. ",
        "adopted ",
        "united nations",
        "édition provisoire",
        "point ",
    ]) || words.split_once(':').is_some_and(|(name, _)| name.len() < 24 && !name.contains(char::is_numeric))
        || read_own_symbol(words).is_some()
        || find_organ_at(words, language).is_some_and(|(_, len)| words.len() < len + 4)
        || [Cue::Session, Cue::Held, Cue::Adopted].iter().any(|cue| holds_cue(&lowered, language, *cue))
        || is_closing_line(words, language)
        || dates_the_heading(words)
        || words.bytes().filter(u8::is_ascii_digit).count() * 3 > words.len()
        || Bodies::get().find_at(words, 0).is_some_and(|(_, end)| words.len() < end + 24)
        || words.len() < 60 && words.rsplit(' ').next().is_some_and(|last| last.len() == 4 && last.starts_with("20"))
}

impl Walker<'_> {
    /// Whether a preambular paragraph stands before the subject, as in the first resolutions of the
    /// Council. From there on the text is its body.
    pub(super) fn precedes_subject(&mut self, words: &str) -> bool {
        if self.part == Part::Masthead && self.begins_numbered_preamble(words) {
            self.part = Part::Preamble;
        }
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
        } else if headed
            && !titled
            && words.starts_with(is_capital)
            && !words.ends_with([',', ';'])
            && !is_particular(words, self.language)
        {
            self.push("title".to_owned(), Zone::Title, span, None);
        } else if let Some(theme) = find_theme(words).map(|theme| theme.shift(span.start)) {
            self.push_masthead(Span::new(span.start, theme.start));
            self.push("theme".to_owned(), Zone::Theme, theme, None);
            self.push_masthead(Span::new(theme.end, span.end));
        } else {
            self.push_masthead(span);
        }
    }

    /// Where no number or heading told the title, it is the last line before the subject that tells no
    /// session, date, place or symbol, or the one that is called so.
    pub(super) fn find_title(&mut self) {
        if self.titled || self.headed {
            return;
        }
        let flow = self.flow;
        let front = self.pieces.iter().take_while(|piece| piece.zone == Zone::Masthead).count();
        let lines = || (0..front).rev().filter_map(|at| Some((at, flow.words(self.pieces.get(at)?.words))));
        // The United Nations number their titles, so that one without its number was not read whole.
        if lines().any(|(_, words)| read_own_symbol(words).is_some_and(|symbol| symbol.body == "un")) {
            return;
        }
        let called = lines().find_map(|(at, words)| Some((at, called_title(words)?)));
        let plain = || {
            lines()
                .find(|(_, words)| may_be_title(words) && !is_particular(words, self.language))
                .map(|(at, _)| (at, 0))
        };
        let Some((at, start)) = called.or_else(plain) else { return };
        if let Some(piece) = self.pieces.get_mut(at) {
            "title".clone_into(&mut piece.address);
            piece.zone = Zone::Title;
            // The report that a decision of the African Union rests on stands below its title.
            let report =
                flow.words(piece.words).find(" Doc. ").map_or(piece.words.end, |at| piece.words.start + at as u32);
            piece.words = Span::new(piece.words.start + start, report).trim(flow.text());
            self.titled = true;
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

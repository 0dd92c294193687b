//! Votes, dates and other figures.

use super::super::moved::ordinal;
use super::super::report::ClaimKind;
use super::{Answer, Claims};
use crate::extract::{Context, find_dates};
use crate::lexicon::key::Key;
use crate::lexicon::months::gregorian_month;
use crate::lexicon::{Language, WordClass, is_word_of};
use crate::model::{AdoptionMethod, Dating};
use crate::text::Span;

/// How many words may stand between a date and the word that says what happened then.
const REACH: usize = 20;
/// How many words of a noun phrase are taken behind a figure.
const LONGEST_NOUN: usize = 4;

impl Claims<'_> {
    /// *adopted unanimously*, *by consensus*, *without a vote*, *by 13 votes to none*.
    pub(super) fn read_votes(&mut self) {
        for at in self.layout.words.first_at(self.body)..self.layout.words.len() {
            if self.is_full() {
                return;
            }
            let (end, method, counts) = match self.word(at) {
                "unanimously" => (at + 1, AdoptionMethod::Unanimous, None),
                "consensus" if self.before(at) == "by" => (at + 1, AdoptionMethod::Consensus, None),
                "vote" if self.before(at) == "a" && at > 1 && self.word(at - 2) == "without" => {
                    (at + 1, AdoptionMethod::WithoutVote, None)
                }
                "votes" if self.word(at + 1) == "to" => match (number(self.before(at)), number(self.word(at + 2))) {
                    (Some(yes), Some(no)) => (at + 3, AdoptionMethod::RecordedVote, Some((yes, no))),
                    _ => continue,
                },
                _ => continue,
            };
            let start = if counts.is_some() { at - 1 } else { at };
            if !self.is_free(at) || !self.is_near(start, end, &["adopted", "adopt", "adopts", "passed", "approved"]) {
                continue;
            }
            let Some(span) = self.layout.words.span_of(start..end) else { continue };
            let adoption = self.main.and_then(|text| text.resolution.adoption.as_ref());
            let answer = adoption.map(|adoption| {
                let counted = counts.is_none_or(|(yes, no)| {
                    adoption.yes.map(u32::from) == Some(yes) && adoption.no.map(u32::from) == Some(no)
                });
                let printed = self.main.map(|text| text.printed(adoption.span)).unwrap_or_default();
                Answer::new(printed, Some(adoption.span), adoption.method == method && counted)
            });
            self.add(ClaimKind::Vote, span, answer);
        }
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether one of `words` stands close by in the sentence.
    fn is_near(&self, start: usize, end: usize, words: &[&str]) -> bool {
        let Some(span) = self.layout.words.span(start) else { return false };
        let sentence =
            self.layout.sentence_at(span.start).map_or(start..end, |sentence| self.layout.words_of(sentence));
        let reach = start.saturating_sub(REACH).max(sentence.start)..(end + REACH).min(sentence.end);
        reach.into_iter().any(|at| words.contains(&self.word(at)) && !self.is_quoted(at))
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.layout.words.span(at).is_some_and(|span| self.layout.quotation_at(span.start).is_some())
    }

    /// Whole dates, months with a year, and *last March*. One that is close to *session*, *adopted*
    /// or *held* is held against the resolution's dates; the text can't show the others.
    pub(super) fn read_dates(&mut self) {
        let whole = find_dates(self.layout.text, &Context::new(Language::En));
        for date in &whole {
            if self.is_full() {
                return;
            }
            let words = self.layout.words_of(date.span);
            if self.is_free(words.start) {
                let iso = date.first.to_iso();
                self.add_date(date.span, words, &iso);
            }
        }
        for at in self.layout.words.first_at(self.body)..self.layout.words.len() {
            if self.is_full() {
                return;
            }
            if !self.printed(at).starts_with(char::is_uppercase) {
                continue;
            }
            let Some(month) = Key::of(self.printed(at)).and_then(|key| gregorian_month(&key)) else { continue };
            let year = self.word(at + 1).parse::<u16>().ok().filter(|year| (1800..2200).contains(year));
            let relative = matches!(self.before(at), "last" | "this");
            let (range, year) = match (year, relative) {
                (Some(year), _) => (at..at + 2, Some(year)),
                (None, true) => (at - 1..at + 1, self.year_of(month)),
                (None, false) => continue,
            };
            let Some(span) = self.layout.words.span_of(range.clone()) else { continue };
            let next = whole.partition_point(|date| date.span.end <= span.start);
            if self.is_free(at) && !whole.get(next).is_some_and(|date| date.span.overlaps(span)) {
                let iso = year.map_or_else(String::new, |year| format!("{year:04}-{month:02}"));
                self.add_date(span, range, &iso);
            }
        }
    }

    /// The year of the last such month before the article's own date.
    fn year_of(&self, month: u8) -> Option<u16> {
        let date = self.article.dateline.date.as_ref()?.id.as_ref()?;
        let year: u16 = date.get(..4)?.parse().ok()?;
        let own: u8 = date.get(5..7)?.parse().ok()?;
        Some(if month <= own { year } else { year - 1 })
    }

    /// Adds a date, of which `iso` may be the beginning.
    fn add_date(&mut self, span: Span, words: std::ops::Range<usize>, iso: &str) {
        let near = ["session", "summit", "adopted", "adopt", "held", "convened", "passed"];
        let about = !iso.is_empty() && self.is_near(words.start, words.end, &near);
        let dates = self.main.map_or(&[][..], |text| &text.resolution.dates);
        let answer = dates.first().filter(|_| about).map(|first| {
            let agreeing = dates.iter().find(|date| includes(date, iso));
            let date = agreeing.unwrap_or(first);
            let end = date.end.as_ref().map_or_else(String::new, |end| format!("/{end}"));
            Answer::new(format!("{}{end}", date.iso), Some(date.span), agreeing.is_some())
        });
        self.add(ClaimKind::Date, span, answer);
    }

    /// Figures with what they count: *57 member states*, *five countries and 5 organizations*.
    pub(super) fn read_figures(&mut self) {
        let mut at = self.layout.words.first_at(self.body);
        while at < self.layout.words.len() && !self.is_full() {
            let Some(mut end) = self.figure_at(at).filter(|_| self.is_free(at)) else {
                at += 1;
                continue;
            };
            // Two figures joined by *and* are one fact.
            if self.word(end) == "and"
                && self.layout.between(end - 1).trim().is_empty()
                && let Some(next) = self.figure_at(end + 1)
            {
                end = next;
            }
            if let Some(span) = self.layout.words.span_of(at..end) {
                self.add(ClaimKind::Other, span, None);
            }
            at = end;
        }
    }

    /// Index after a figure that begins here and the noun it counts.
    fn figure_at(&self, at: usize) -> Option<usize> {
        let starts = |at: usize| {
            let word = self.word(at);
            let spelt = is_word_of(word, WordClass::Number) && ordinal(word).is_none();
            let digits = word.starts_with(|letter: char| letter.is_ascii_digit())
                && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            (spelt && !matches!(word, "half" | "double" | "both" | "second")) || digits
        };
        if !starts(at) {
            return None;
        }
        // *50/48*, *22-23* and the like are no figures.
        let joined = |at: usize| {
            !self.layout.between(at).starts_with(char::is_whitespace) && !self.layout.between(at).is_empty()
        };
        if joined(at)
            || at.checked_sub(1).is_some_and(|before| self.layout.between(before).ends_with(['/', '-', '–', '.']))
        {
            return None;
        }
        let mut end = at + 1;
        while starts(end) && self.layout.between(end - 1).trim().is_empty() {
            end += 1;
        }
        let noun = end;
        while end < noun + LONGEST_NOUN && end < self.layout.words.len() {
            let word = self.word(end);
            let stops = [
                WordClass::Preposition,
                WordClass::Finite,
                WordClass::Opener,
                WordClass::Protected,
                WordClass::Determiner,
            ]
            .into_iter()
            .any(|class| is_word_of(word, class));
            if stops || self.is_quoted(end) || !self.layout.between(end - 1).trim_matches(['-', ' ', '\n']).is_empty() {
                break;
            }
            end += 1;
        }
        (end > noun).then_some(end)
    }
}

/// Whether a date of the resolution includes the day or month that `iso` names.
fn includes(date: &Dating, iso: &str) -> bool {
    let first = date.iso.get(..iso.len()).unwrap_or(&date.iso);
    let end = date.end.as_ref().unwrap_or(&date.iso);
    let last = end.get(..iso.len()).unwrap_or(end);
    first <= iso && iso <= last
}

/// A number in digits, or *none*.
fn number(word: &str) -> Option<u32> {
    if matches!(word, "none" | "zero" | "nil") { Some(0) } else { word.parse().ok() }
}

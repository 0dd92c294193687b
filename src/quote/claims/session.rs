//! What the sentence that names a session says: its number, the organ, the place.

use super::super::moved::ordinal;
use super::super::report::{ClaimKind, ClaimVerdict};
use super::{Answer, Claims};
use crate::lexicon::{Language, WordClass, find_capital, find_organ_at, is_word_of};
use crate::text::Span;

/// How many words may stand between a session and its place.
const REACH: usize = 30;

impl Claims<'_> {
    /// Reads every sentence that names a session by its number.
    pub(super) fn read_sessions(&mut self) {
        for at in self.layout.words.first_at(self.body)..self.layout.words.len() {
            if !matches!(self.word(at), "session" | "summit" | "conference" | "meeting") || !self.is_free(at) {
                continue;
            }
            let Some((start, number)) = self.number_before(at) else { continue };
            let Some(span) = self.layout.words.span_of(start..at + 1) else { continue };
            let session = self.main.and_then(|text| text.resolution.session.as_ref());
            let answer = session.and_then(|session| {
                let ordinal = session.ordinal?;
                Some(Answer::new(ordinal.to_string(), Some(session.span), u32::from(ordinal) == number))
            });
            self.add(ClaimKind::SessionOrdinal, span, answer);
            self.read_organ(at + 1);
            self.read_place(at + 1);
        }
    }

    /// The ordinal before a word, at most two words between: *48th regular session*,
    /// *forty-eighth session*. Gives the index where it begins.
    fn number_before(&self, at: usize) -> Option<(usize, u32)> {
        for back in 1..=3 {
            let start = at.checked_sub(back)?;
            if let Some(number) = ordinal(self.word(start)) {
                let tens = start.checked_sub(1).map_or(0, |before| tens(self.word(before)));
                return Some(if tens > 0 && number < 10 { (start - 1, tens + number) } else { (start, number) });
            }
        }
        None
    }

    /// The organ that follows: *of the Council of Foreign Ministers*.
    fn read_organ(&mut self, at: usize) {
        if self.word(at) != "of" {
            return;
        }
        let Some(start) = self.layout.words.span(at + 1).map(|span| span.start) else { return };
        let Some(rest) = self.layout.text.get(start as usize..) else { return };
        let Some((organ, length)) = find_organ_at(rest, Language::En) else { return };
        let span = Span::new(start, start + length as u32);
        let answer = self.main.and_then(|text| {
            let resolution = text.resolution;
            let (body, own) = (resolution.body?, resolution.organ?);
            Some(Answer::new(format!("{body}:{own}"), None, (body, own) == (organ.body, organ.organ)))
        });
        self.add(ClaimKind::Organ, span, answer);
    }

    /// The place that follows in the sentence: *in Islamabad*, *in the capital of Pakistan*.
    fn read_place(&mut self, at: usize) {
        let Some(sentence) = self.layout.words.span(at).and_then(|span| self.layout.sentence_at(span.start)) else {
            return;
        };
        let words = self.layout.words_of(sentence);
        for at in at..words.end.min(at + REACH) {
            if self.word(at) != "in" || !self.is_free(at) {
                continue;
            }
            if self.word(at + 1) == "the" && self.word(at + 2) == "capital" && self.word(at + 3) == "of" {
                self.read_capital(at + 1, words.end);
                return;
            }
            let Some((first, end)) = self.name_at(at + 1, words.end) else { continue };
            let Some(span) = self.layout.words.span_of(first..end) else { continue };
            let name = span.of(self.layout.text).unwrap_or_default();
            let place = self.main.and_then(|text| text.resolution.place.as_ref());
            let (city, state) = place.map_or((false, false), |place| {
                let state = find_capital(name).is_some_and(|state| Some(state.code) == place.country);
                (place.name.eq_ignore_ascii_case(name), state)
            });
            // A name that is not the session's place may be that of anything else, unless *held*
            // stands before it.
            let held = matches!(self.word(at.wrapping_sub(1)), "held" | "convened" | "session");
            if city || state || (held && place.is_some()) {
                let answer = place.map(|place| Answer::new(place.name.clone(), Some(place.span), city || state));
                self.add(ClaimKind::Place, span, answer);
                return;
            }
        }
    }

    /// *the capital of Pakistan*: which city that is, is inferred.
    fn read_capital(&mut self, at: usize, end: usize) {
        let Some((first, last)) = self.name_at(at + 3, end) else { return };
        let (Some(name), Some(span)) = (self.layout.words.span_of(first..last), self.layout.words.span_of(at..last))
        else {
            return;
        };
        let capital = name.of(self.layout.text).and_then(find_capital);
        let place = self.main.and_then(|text| text.resolution.place.as_ref());
        let answer = place.zip(capital).map(|(place, capital)| {
            let verdict = if capital.is_city(&place.name) { ClaimVerdict::Likely } else { ClaimVerdict::Altered };
            Answer { found: place.name.clone(), source: Some(place.span), verdict }
        });
        self.add(ClaimKind::Place, span, answer);
    }

    /// The words of a name that begins here, without *the*: capital words in a row.
    fn name_at(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let first = if is_word_of(self.word(at), WordClass::Article) { at + 1 } else { at };
        let capital = |at: usize| at < end && self.printed(at).starts_with(char::is_uppercase);
        let mut last = first;
        while capital(last) && (last == first || self.layout.between(last - 1).trim().is_empty()) {
            last += 1;
        }
        (last > first).then_some((first, last))
    }
}

/// 40 for *forty*.
fn tens(word: &str) -> u32 {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    TENS.iter().position(|tens| *tens == word).map_or(0, |at| 20 + 10 * at as u32)
}

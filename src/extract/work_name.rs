//! Which of the words between a lead phrase and a citation belong to the name of the work.

use crate::lexicon::bodies::Bodies;
use crate::lexicon::key::is_word;

use super::date::date_at;
use super::scan::{Cursor, digit, in_small_letters, spaces_before, word_before};

/// Prepositions by which a lead phrase takes its object.
const PREPOSITIONS: [&str; 34] = [
    "of", "to", "with", "on", "upon", "over", "at", "in", "for", "by", "de", "du", "des", "d", "à", "aux", "au", "sur",
    "par", "del", "a", "al", "con", "en", "по", "о", "об", "в", "на", "с", "إلى", "عن", "على", "من",
];

/// Words that belong to the name of a work and change nothing: articles, possessives, the nouns for a
/// work with what may stand beside them, joints of a row.
fn is_part_of_name(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "its"
            | "their"
            | "all"
            | "this"
            | "that"
            | "these"
            | "those"
            | "other"
            | "previous"
            | "relevant"
            | "recent"
            | "earlier"
            | "subsequent"
            | "said"
            | "and"
            | "as"
            | "well"
            | "also"
            | "no"
            | "nos"
            | "joint"
            | "le"
            | "la"
            | "les"
            | "l"
            | "sa"
            | "ses"
            | "toutes"
            | "antérieures"
            | "pertinentes"
            | "et"
            | "ainsi"
            | "que"
            | "n"
            | "el"
            | "los"
            | "las"
            | "su"
            | "sus"
            | "todas"
            | "anteriores"
            | "y"
            | "así"
            | "como"
            | "núm"
            | "свою"
            | "свои"
            | "своей"
            | "своих"
            | "ее"
            | "все"
            | "предыдущие"
            | "соответствующие"
            | "и"
            | "также"
            | "года"
            | "от"
            | "و"
            | "المؤرخ"
            | "المؤرخة"
            | "المؤرخين"
            | "جميع"
            | "السابقة"
            | "رقم"
            | "الرقم"
            | "dated"
            | "fecha"
            | "date"
            | "including"
            | "particular"
            | "notamment"
            | "incluidas"
            | "الصادر"
    )
}

/// Beginnings of the nouns for a work.
const NOUNS: [&str; 14] = [
    "resolution",
    "decision",
    "résolution",
    "décision",
    "resolucion",
    "resolución",
    "decisi",
    "резолюц",
    "решени",
    "قرار",
    "القرار",
    "مقرر",
    "المقرر",
    "declaration",
];

/// Whether a word is a noun for a work, with or without a preposition that is written with it: `بقرار`, `للقرارات`.
fn is_noun(word: &str) -> bool {
    let bare = behind_preposition(word);
    NOUNS.iter().any(|noun| noun.as_bytes().first() == bare.as_bytes().first() && bare.starts_with(noun))
}

/// An Arabic word without the preposition that is written with it.
fn behind_preposition(word: &str) -> &str {
    word.strip_prefix("لل").or_else(|| word.strip_prefix(['ب', 'ل'])).unwrap_or(word)
}

/// The words between a lead phrase and a citation.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub from: usize,
    pub to: usize,
}

impl Words<'_> {
    /// The byte after the prepositions that stand first.
    pub fn leading_prepositions(&self) -> usize {
        let mut end = self.from;
        let mut at = Cursor::new(self.text, self.from);
        loop {
            at.spaces();
            let Some(word) = at.word() else { return end };
            if at.at > self.to || word.len() > 16 || !PREPOSITIONS.contains(&in_small_letters(word).as_ref()) {
                return end;
            }
            end = at.at;
        }
    }

    /// Whether everything from `at` on belongs to the name of a work, or to works named before it.
    pub fn are_name_from(&self, at: usize) -> bool {
        let mut at = Cursor::new(self.text, at);
        while at.at < self.to {
            if !self.step(&mut at) {
                return false;
            }
        }
        true
    }

    /// Where the words begin that belong to the name of the work and end before it.
    pub fn name_start(&self) -> usize {
        let mut start = None;
        let mut at = Cursor::new(self.text, self.from);
        while at.at < self.to {
            let here = at.at;
            if self.step(&mut at) {
                // A preposition before the name belongs to the words that govern it, in Arabic with the noun it is
                // written with.
                let words = self.text.get(here..at.at).unwrap_or_default();
                let ties = words.trim().is_empty()
                    || behind_preposition(words) != words && is_noun(words)
                    || PREPOSITIONS.contains(&in_small_letters(words).as_ref());
                start = start.or((!ties).then_some(here));
            } else {
                start = None;
                // Chinese has no spaces: its words are passed over letter by letter.
                let chinese = at.peek().is_some_and(|letter| letter >= '\u{2E80}');
                if chinese || at.word().is_none() {
                    at.bump();
                }
            }
        }
        start.unwrap_or(self.to)
    }

    /// Whether *that* before a noun, or *que* behind *ainsi*, begins no clause.
    fn is_no_clause(&self, at: usize, mut ahead: Cursor) -> bool {
        ahead.spaces();
        let next = ahead.word().unwrap_or_default().to_lowercase();
        let before = word_before(self.text, spaces_before(self.text, at)).map_or("", |(_, word)| word);
        is_noun(&next) || before == "ainsi"
    }

    /// Steps over one word, name, date, number or mark that belongs to the name of a work; `false`, and
    /// no step, before any other.
    fn step(&self, at: &mut Cursor) -> bool {
        let Some(letter) = at.peek() else { return false };
        if digit(letter).is_some() {
            if let Some(date) = date_at(self.text, at.at) {
                at.at = date.span.end as usize;
            } else {
                at.bump();
            }
            return true;
        }
        if !is_word(letter) {
            let mark = letter.is_whitespace()
                || matches!(
                    letter,
                    ',' | '،' | '、' | '，' | '’' | '\'' | '/' | '-' | '‑' | '(' | ')' | '.' | '°' | 'º' | '№'
                );
            if mark {
                at.bump();
            }
            return mark;
        }
        if let Some((_, end)) = Bodies::get().find_at(self.text, at.at) {
            at.at = end;
            return true;
        }
        if letter >= '\u{2E80}' {
            let part = "第号其和及与又各项有关以往的年月日".contains(letter);
            if part {
                at.bump();
            }
            return part;
        }
        let mut ahead = *at;
        let Some(word) = ahead.word() else { return false };
        let lowered = in_small_letters(word);
        if matches!(lowered.as_ref(), "that" | "que") && !self.is_no_clause(at.at, ahead) {
            return false;
        }
        let roman = word.chars().all(|letter| letter.is_ascii_uppercase()) && word.len() <= 7;
        let of_name = roman
            || is_part_of_name(&lowered)
            || matches!(lowered.as_ref(), "of" | "de" | "du" | "des" | "del" | "d" | "في" | "من")
            || is_noun(&lowered);
        if of_name {
            *at = ahead;
        }
        of_name
    }
}

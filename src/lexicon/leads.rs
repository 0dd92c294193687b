//! Lead phrases: the words that say what a paragraph does.
//!
//! The table holds the phrases seen in real texts, in six languages. What it does not hold is read
//! by the rules of [`english`](super::english) or, in other languages, by its first word, and comes
//! out without a concept.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::concepts::{Concept, find_concept};
use super::fold::FoldedStart;
use super::lead_parts::skip_after;
use super::modifiers::count_raised;
use super::table::{read_rows_of, table};
use super::verb_form::match_verb_form;
use super::{Language, english};
use crate::text::sort_by_key;

/// The two forms of a lead phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeadZone {
    /// A participle: *Recalling*.
    Preambular,
    /// A finite verb: *Recalls*.
    Operative,
    /// An infinitive or a noun under a verb that stands above it: *To recall*, `إدانة`.
    Infinitive,
}

/// A lead phrase at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadMatch {
    /// How many bytes of the text it takes.
    pub len: usize,
    /// What it expresses; `None` for a phrase the lexicon does not hold.
    pub concept: Option<&'static Concept>,
    /// Whether it was found in the table, whole or with added adverbs.
    pub listed: bool,
    /// How many steps its modifiers (*strongly*, *once again*) add to what it expresses.
    pub raised: u8,
}

/// How many bytes from the start of a paragraph are looked at.
const REACH: usize = 160;

static TABLE: &str = table!("data/leads.tsv", 4);

struct Phrase {
    words: &'static str,
    concept: Option<&'static Concept>,
}

/// The phrases of a language by zone and first word (first character in Chinese), longest first.
type Phrases = FxHashMap<(LeadZone, &'static str), Vec<Phrase>>;

/// The phrases of a language, read when they are first asked for: most texts need those of one.
fn phrases(language: Language) -> &'static Phrases {
    static PHRASES: [OnceLock<Phrases>; Language::ALL.len() + 1] = [const { OnceLock::new() }; Language::ALL.len() + 1];
    let [.., none] = &PHRASES;
    PHRASES.get(language as usize).unwrap_or(none).get_or_init(|| {
        let mut phrases = Phrases::default();
        let rows = read_rows_of::<4>(TABLE, language.code());
        for [_, zone, words, concept] in rows {
            let zone = match zone {
                "pp" => LeadZone::Preambular,
                "inf" => LeadZone::Infinitive,
                _ => LeadZone::Operative,
            };
            let list = phrases.entry((zone, first_key(words, language))).or_default();
            list.push(Phrase { words, concept: find_concept(concept) });
        }
        for list in phrases.values_mut() {
            sort_by_key(list, |phrase| std::cmp::Reverse(phrase.words.len()));
        }
        phrases
    })
}

/// What a phrase is filed under: its first word, or its first character where words are not spaced.
fn first_key(words: &str, language: Language) -> &str {
    if language == Language::Zh {
        let end = words.chars().next().map_or(0, char::len_utf8);
        return words.get(..end).unwrap_or("");
    }
    let end = words.find([' ', ',', '،', ':']).unwrap_or(words.len());
    words.get(..end).unwrap_or(words)
}

/// The length of the longest listed phrase that `folded` begins with and `accepts` allows, and its
/// concept.
pub(super) fn match_listed(
    folded: &str,
    language: Language,
    zone: LeadZone,
    accepts: impl Fn(&str) -> bool,
) -> Option<(usize, Option<&'static Concept>)> {
    let list = phrases(language).get(&(zone, first_key(folded, language)))?;
    list.iter()
        .find(|phrase| {
            let end = phrase.words.len().wrapping_sub(1);
            folded.as_bytes().get(end) == phrase.words.as_bytes().get(end)
                && folded.strip_prefix(phrase.words).is_some_and(|rest| {
                    language == Language::Zh || !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-')
                })
                && accepts(phrase.words)
        })
        .map(|phrase| (phrase.words.len(), phrase.concept))
}

/// What was found for a form, where it was asked for.
#[derive(Clone, Copy, Debug)]
enum Answer {
    Unasked,
    Given(Option<LeadMatch>),
}

/// Finds the lead phrases that paragraphs begin with. Keeps its buffers between calls.
#[derive(Debug)]
pub struct LeadFinder {
    start: FoldedStart,
    attitudes: bool,
    /// What was found in `start`, by zone: a line is asked about several times in a row.
    known: [Answer; 3],
}

impl Default for LeadFinder {
    fn default() -> Self {
        Self { start: FoldedStart::default(), attitudes: true, known: [Answer::Unasked; 3] }
    }
}

impl LeadFinder {
    /// Makes a finder with empty buffers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A finder for the texts of one organisation, which decides how much is set apart: the United
    /// Nations set *Reaffirms its full solidarity* in italics, the Organisation of Islamic
    /// Cooperation sets *Reaffirms* in bold.
    #[must_use]
    pub fn for_body(body: Option<&str>) -> Self {
        Self { attitudes: body != Some("oic"), ..Self::default() }
    }

    /// The lead phrase that `text` begins with, in the form of `zone`.
    ///
    /// Label and white space must be cut off before. Costs a look-up and a comparison with the
    /// phrases that share the first word.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::lexicon::{Language, LeadFinder, LeadZone};
    ///
    /// let mut leads = LeadFinder::new();
    /// let found = leads.find("Recalling also its resolution 70/1,", Language::En, LeadZone::Preambular).unwrap();
    /// assert_eq!(found.len, "Recalling also".len());
    /// assert_eq!(found.concept.unwrap().id, "recall_also");
    /// assert!(leads.find("The Committee,", Language::En, LeadZone::Preambular).is_none());
    /// ```
    pub fn find(&mut self, text: &str, language: Language, zone: LeadZone) -> Option<LeadMatch> {
        if language == Language::Zh && !begins_in_chinese(text, zone) {
            return None;
        }
        if !self.start.read(text, REACH, language) {
            self.known = [Answer::Unasked; 3];
        }
        if let Some(Answer::Given(known)) = self.known.get(zone as usize) {
            return *known;
        }
        let found = self.find_folded(text, language, zone);
        if let Some(slot) = self.known.get_mut(zone as usize) {
            *slot = Answer::Given(found);
        }
        found
    }

    fn find_folded(&self, text: &str, language: Language, zone: LeadZone) -> Option<LeadMatch> {
        let folded = self.start.text();
        let (len, concept, listed) = match language {
            Language::En | Language::Und => english::match_lead(folded, zone, self.attitudes)?,
            Language::Ar => match_arabic(folded, zone)?,
            _ if zone == LeadZone::Infinitive => {
                let (len, concept) = match_listed(folded, language, zone, |_| true)?;
                (go_on(folded, len, language, zone), concept, true)
            }
            _ => {
                let (len, concept, listed) = match match_listed(folded, language, zone, |_| true) {
                    Some((len, concept)) => (len, concept, true),
                    None => (match_verb_form(folded, language, zone)?, None, false),
                };
                (go_on(folded, len, language, zone), concept, listed)
            }
        };
        let raised = count_raised(folded.get(..len).unwrap_or(""), language, concept);
        let end = self.start.place(len);
        let len = text.get(..end).map_or(end, |lead| lead.trim_end().len());
        Some(LeadMatch { len, concept, listed, raised })
    }
}

/// Whether a listed phrase begins with `word`, given in small letters. Costs one look-up.
pub(crate) fn begins_lead(word: &str, language: Language, zone: LeadZone) -> bool {
    let language = if language == Language::Und { Language::En } else { language };
    phrases(language).contains_key(&(zone, word))
}

/// Whether a listed phrase begins with the character that `text` begins with; a character that folding may
/// change is taken for one.
fn begins_in_chinese(text: &str, zone: LeadZone) -> bool {
    let plain = matches!(text.as_bytes().first(), Some(0xE4..=0xE9));
    !plain || phrases(Language::Zh).contains_key(&(zone, first_key(text, Language::Zh)))
}

/// A listed phrase, or one behind the *and* that joins a paragraph to the one before.
fn match_arabic(folded: &str, zone: LeadZone) -> Option<(usize, Option<&'static Concept>, bool)> {
    let (skipped, rest) = match folded.strip_prefix('و') {
        Some(rest) if zone == LeadZone::Preambular => ('و'.len_utf8(), rest),
        _ => (0, folded),
    };
    match_listed(folded, Language::Ar, zone, |_| true)
        .or_else(|| match_listed(rest, Language::Ar, zone, |_| true).map(|(len, concept)| (len + skipped, concept)))
        .map(|(len, concept)| (go_on(folded, len, Language::Ar, zone), concept, true))
        .or_else(|| match_arabic_form(rest, zone).map(|len| (len + skipped, None, true)))
}

/// *As it …*: the particle that opens a preambular paragraph, with the word behind it.
fn match_arabic_form(folded: &str, zone: LeadZone) -> Option<usize> {
    let verb = folded.strip_prefix("إذ ").filter(|_| zone == LeadZone::Preambular)?;
    let end = verb.find(|next: char| !next.is_alphabetic()).unwrap_or(verb.len());
    (end > 2).then_some("إذ ".len() + end)
}

/// The length of a listed phrase with the adverbs and the manner that follow it.
fn go_on(folded: &str, mut len: usize, language: Language, zone: LeadZone) -> usize {
    for _ in 0..2 {
        len += folded.get(len..).map_or(0, |rest| skip_after(rest, language, zone));
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead(text: &str, code: &str, zone: LeadZone) -> Option<(String, Option<&'static str>)> {
        let found = LeadFinder::new().find(text, Language::from_code(code).unwrap(), zone)?;
        Some((text.get(..found.len)?.to_owned(), found.concept.map(|concept| concept.id)))
    }

    #[test]
    fn takes_the_longest_listed_phrase() {
        let found = lead("Takes note with appreciation of the report", "en", LeadZone::Operative);
        assert_eq!(found, Some(("Takes note with appreciation".to_owned(), Some("take_note_appreciation"))));
    }

    #[test]
    fn reads_a_phrase_behind_the_arabic_and() {
        let found = lead("وإذ تشير أيضاً إلى قرارها", "ar", LeadZone::Preambular);
        assert_eq!(found, Some(("وإذ تشير أيضاً".to_owned(), Some("recall_also"))));
    }

    #[test]
    fn reads_a_phrase_without_spaces() {
        let found = lead("又回顾其关于振兴大会工作的决议，", "zh", LeadZone::Preambular);
        assert_eq!(found, Some(("又回顾".to_owned(), Some("recall_also"))));
    }

    #[test]
    fn does_not_stop_inside_a_word() {
        assert_eq!(lead("Notesheet", "en", LeadZone::Operative), None);
    }
}

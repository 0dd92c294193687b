//! The verbs by which an article reports what a body does, and who is said to do it.

use super::layout::Layout;
use crate::lexicon::{
    Language, ReportKind, ReportingVerb, WordClass, find_concept, is_word_in, is_word_of, match_reporting_verb,
};
use crate::model::{Entity, Report};
use crate::text::Span;

/// How many words after a light verb the quotation that it lives on may begin.
const LIGHT_REACH: usize = 3;
/// How many words before a verb its subject may begin.
const SUBJECT_REACH: usize = 30;

/// A reporting verb with what is known about it.
#[derive(Clone, Debug)]
pub(crate) struct Reported {
    /// As the model holds it.
    pub report: Report,
    /// Its line in the lexicon.
    pub verb: &'static ReportingVerb,
    /// Index of its first word, and of the word after its last.
    pub words: std::ops::Range<usize>,
}

/// Finds the reporting verbs outside quotations, from `body` on, in order of place. Linear, apart
/// from a bounded look to both sides of each verb.
pub(crate) fn find_reports(layout: &Layout, body: u32) -> Vec<Reported> {
    let mut found: Vec<Reported> = Vec::new();
    let mut at = layout.words.first_at(body);
    let mut sentence = Span::default();
    while let Some(span) = layout.words.span(at) {
        if let Some(quoted) = layout.quotation_at(span.start) {
            at = layout.words.first_at(quoted.outer.end).max(at + 1);
            continue;
        }
        if span.start >= sentence.end {
            sentence = layout.sentence_at(span.start).unwrap_or(span);
        }
        let words = layout.words_of(sentence);
        let next = |ahead: usize| (at + ahead < words.end).then(|| layout.words.word(at + ahead)).flatten();
        let Some((taken, verb)) = match_reporting_verb(next) else {
            at += 1;
            continue;
        };
        let first = intensified(layout, at, words.start, verb);
        let range = first..at + taken;
        if let Some(place) = layout.words.span_of(range.clone())
            && is_verb(layout, at, at + taken, &words, verb.kind)
        {
            let earlier = found.last().filter(|before| sentence.contains(before.report.span));
            let subject = find_subject(layout, &range, &words, earlier);
            let verb_text = place.of(layout.text).unwrap_or_default().to_owned();
            found.push(Reported { report: Report { verb: verb_text, subject, span: place }, verb, words: range });
        }
        at += taken;
    }
    found
}

/// The index of an adverb before the verb that makes it another concept: *strongly condemned*.
fn intensified(layout: &Layout, at: usize, start: usize, verb: &ReportingVerb) -> usize {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= start) else { return at };
    let adverb = layout.words.word(before).unwrap_or("");
    if intensified_concept(adverb, verb).is_some() { before } else { at }
}

/// The concept of *strongly* with a verb, where the lexicon has one.
pub(crate) fn intensified_concept(adverb: &str, verb: &ReportingVerb) -> Option<&'static crate::lexicon::Concept> {
    let concept = verb.concept?;
    match adverb {
        "strongly" | "firmly" | "vehemently" | "vigorously" => find_concept(&format!("strongly_{}", concept.id)),
        "unequivocally" | "categorically" => find_concept(&format!("{}_unequivocally", concept.id)),
        _ => None,
    }
}

/// Whether the words stand there as a verb that reports, rather than as a noun or a participle.
fn is_verb(layout: &Layout, at: usize, end: usize, words: &std::ops::Range<usize>, kind: ReportKind) -> bool {
    let word = |index: usize| words.contains(&index).then(|| layout.words.word(index)).flatten().unwrap_or("");
    // A word behind a mark, or at the end of a quotation, says nothing about the next.
    let joined = |&before: &usize| layout.between(before).trim().is_empty();
    let before = at.checked_sub(1).filter(joined).map_or("", word);
    let after = word(end);
    let article =
        [Language::En, Language::Fr, Language::Es].into_iter().any(|one| is_word_in(one, before, WordClass::Article));
    let noun = article
        || matches!(before, "its" | "their" | "his" | "her" | "our" | "all" | "any" | "such" | "no" | "some" | "to")
        || matches!(before, "su" | "sus" | "sa" | "ses" | "leur" | "leurs");
    if noun {
        return false;
    }
    let last = layout.words.span(end - 1).unwrap_or_default();
    let quotation_within = |reach: usize| {
        let limit = layout.words.span((end + reach).min(words.end.saturating_sub(1))).unwrap_or(last);
        layout.quotation_starts_in(last.end, limit.end.max(last.end + 4))
    };
    let passive = is_word_of(before, WordClass::Passive);
    // *Member states*, *the reports*: a present form is a verb where an object follows it.
    let plural = end == at + 1 && word(at).ends_with('s');
    // *The Council urged States*: a capital in the middle of a sentence makes a name, but not in a headline.
    let begins = |index: usize, capital: bool| {
        let printed = layout.words.span(index).and_then(|span| span.of(layout.text));
        printed.is_some_and(|word| word.starts_with(char::is_uppercase) == capital)
    };
    if plural && at > words.start && begins(at, true) && begins(at - 1, false) {
        return false;
    }
    let has_object = is_word_of(after, WordClass::Determiner) || quotation_within(0);
    match kind {
        ReportKind::Source => false,
        ReportKind::Light | ReportKind::Text => !passive && quotation_within(LIGHT_REACH),
        ReportKind::Act | ReportKind::Speech => !plural || has_object,
    }
}

/// Who is said to do it: the noun phrase before the verb, what follows *by* for a passive, or the
/// subject of the verb before, where *and* joins the two.
fn find_subject(
    layout: &Layout,
    verb: &std::ops::Range<usize>,
    sentence: &std::ops::Range<usize>,
    earlier: Option<&Reported>,
) -> Option<Entity> {
    let word = |index: usize| layout.words.word(index).unwrap_or("");
    let first = word(verb.start);
    let before = verb.start.checked_sub(1).map_or("", word);
    if is_word_of(first, WordClass::Passive) || is_word_of(before, WordClass::Passive) {
        return find_agent(layout, verb.end, sentence.end);
    }
    let from =
        earlier.map_or(sentence.start, |earlier| earlier.words.end).max(verb.start.saturating_sub(SUBJECT_REACH));
    let mut end = verb.start;
    while end > from && is_word_of(word(end - 1), WordClass::Auxiliary) {
        end -= 1;
    }
    let mut start = end;
    while start > from {
        let joined = layout.between(start - 1);
        let broken = start < end && ends_clause(joined);
        let behind = layout.words.span(start - 1).is_some_and(|span| layout.quotation_at(span.start).is_some());
        if broken || behind || is_word_of(word(start - 1), WordClass::Opener) {
            break;
        }
        start -= 1;
    }
    if start < end && matches!(word(start), "and" | "but") {
        start += 1;
    }
    match layout.words.span_of(start..end) {
        Some(span) => Some(Entity { text: span.of(layout.text)?.to_owned(), id: None, span }),
        None => earlier.and_then(|earlier| earlier.report.subject.clone()),
    }
}

/// Whether the text between two words ends a clause.
pub(crate) fn ends_clause(between: &str) -> bool {
    between.contains([
        ',', ';', ':', '(', ')', '—', '–', '،', '؛', '，', '；', '：', '、', '「', '」', '«', '»', '“', '”', '"', '\n',
    ]) && !(between.contains('\n') && between.trim().is_empty() && between.matches('\n').count() < 2)
}

/// The words after *by*, for a passive whose last word is before `from`.
fn find_agent(layout: &Layout, from: usize, end: usize) -> Option<Entity> {
    let mut at = from;
    let mut seen = 0;
    while at < end && seen < 12 {
        let span = layout.words.span(at)?;
        if let Some(quoted) = layout.quotation_at(span.start) {
            at = layout.words.first_at(quoted.outer.end).max(at + 1);
            continue;
        }
        if layout.words.word(at) == Some("by") {
            let mut last = at + 1;
            while last < end && last < at + SUBJECT_REACH {
                let next = layout.words.word(last).unwrap_or("");
                let broken = last > at + 1 && ends_clause(layout.between(last - 1));
                if broken || is_word_of(next, WordClass::Opener) {
                    break;
                }
                last += 1;
            }
            let span = layout.words.span_of(at + 1..last)?;
            return Some(Entity { text: span.of(layout.text)?.to_owned(), id: None, span });
        }
        seen += 1;
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reports(text: &str) -> Vec<(String, Option<String>)> {
        let layout = Layout::new(text);
        let found = find_reports(&layout, 0);
        found.into_iter().map(|found| (found.report.verb, found.report.subject.map(|subject| subject.text))).collect()
    }

    fn pair(verb: &str, subject: &str) -> (String, Option<String>) {
        (verb.to_owned(), Some(subject.to_owned()))
    }

    #[test]
    fn finds_verbs_with_their_subjects() {
        assert_eq!(
            reports("According to the text, the member states have condemned «the acts» and stressed «its role»."),
            [pair("condemned", "the member states"), pair("stressed", "the member states")]
        );
        assert_eq!(reports("The Council strongly condemned the acts."), [pair("strongly condemned", "The Council")]);
        assert_eq!(reports("The Council called on all States to act."), [pair("called on", "The Council")]);
    }

    #[test]
    fn takes_the_agent_of_a_passive() {
        assert_eq!(
            reports("The text was met with «disapproval» by the member states, since it is so."),
            [pair("was met with", "the member states")]
        );
        assert_eq!(reports("The acts were condemned by the Council."), [pair("condemned", "the Council")]);
    }

    #[test]
    fn does_not_take_a_noun_for_a_verb() {
        assert_eq!(reports("The member states and their demands, notes and reports arrived."), []);
        assert_eq!(reports("The position of the states is expressed in it."), []);
    }

    #[test]
    fn does_not_let_the_end_of_a_quotation_govern_the_verb_behind_it() {
        let found = reports("«The acts, such», said the minister.");
        assert_eq!(found.iter().map(|(verb, _)| verb.as_str()).collect::<Vec<_>>(), ["said"]);
    }

    #[test]
    fn does_not_look_inside_quotations() {
        assert_eq!(reports("It confirmed «its solidarity and stressed its support»."), [pair("confirmed", "It")]);
    }
}

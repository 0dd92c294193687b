//! What stands beside a quoted passage in its source: what goes on after it, and its subject.

use super::quoted::QuoteText;
use super::report::{Passage, Subjects};
use super::texts::{SourceText, Stretch, print};
use crate::article::{Layout, ends_clause};
use crate::lexicon::{Language, WordClass, is_word_in, is_word_of, match_phrase, match_reporting_verb};
use crate::text::Span;

/// How many words a subject has at most.
const LONGEST_SUBJECT: usize = 24;

/// What goes on after the words before index `end`, where the same list or object goes on or a
/// qualifier stands beside; `None` where the passage is whole.
///
/// | after the end | |
/// |---|---|
/// | a comma or *and* or *or*, and what follows is neither a clause nor another act | the list goes on |
/// | *of*, *that*, *which*, *who*, *by* without a comma | the object goes on |
/// | a qualifier such as *as appropriate*, also before the beginning | it is qualified |
///
/// The small words are those of the text's language; in Russian and in Arabic a genitive without one is not seen.
pub(super) fn find_left_out(source: &SourceText, first: usize, end: usize) -> Option<Passage> {
    let stretch = source.stretch(source.stretch_at(end.checked_sub(1)?))?;
    let words: Vec<String> = (end..stretch.end.min(end + 8)).map(|word| source.folded(word)).collect();
    let word = |at: usize| words.get(at).map(String::as_str);
    let mark = if end < stretch.end { source.between(end - 1).trim() } else { "" };
    let goes_on = if end >= stretch.end || mark.contains(['.', ';', ':']) || starts_act(source, stretch, end) {
        false
    } else {
        let joint = find_joint(source, word(0).unwrap_or(""));
        let (joined, after) = joint.map_or((false, 0), |joint| (true, joint.words));
        let begins = joint.and_then(|joint| joint.rest).or(word(after));
        let clause = begins.is_none_or(|word| CLAUSE_BEGINS.into_iter().any(|class| is_word(source, word, class)));
        let listed = mark.starts_with([',', '、', '،']);
        let list = (listed || joined) && !clause && !starts_act(source, stretch, end + after);
        list || match_phrase(word, WordClass::Qualifier) > 0 || mark.is_empty() && narrows(source, end)
    };
    if goes_on {
        let stop = act_after(source, stretch, end).unwrap_or(stretch.end);
        let span = Span::new(source.span(end - 1).end, source.span(stop - 1).end);
        return Some(Passage { text: source.printed(span), span });
    }
    find_qualifier_before(source, stretch, first)
}

/// Uses of words that begin a clause, or a phrase that is no part of a list.
const CLAUSE_BEGINS: [WordClass; 4] =
    [WordClass::Opener, WordClass::Preposition, WordClass::Finite, WordClass::Relative];

/// Whether a word has a use in the language of the text, or in English.
fn is_word(source: &SourceText, word: &str, class: WordClass) -> bool {
    is_word_of(word, class) || is_word_in(source.language, word, class)
}

/// What joins a word to the one before it.
#[derive(Clone, Copy)]
struct Joint<'a> {
    /// How many words it takes.
    words: usize,
    /// What is left of the word that it is written to.
    rest: Option<&'a str>,
}

/// The *and* that a word is, or that in Arabic is its first letter. Two letters behind that are no noun.
fn find_joint<'a>(source: &SourceText, word: &'a str) -> Option<Joint<'a>> {
    if is_word(source, word, WordClass::Joiner) {
        return Some(Joint { words: 1, rest: None });
    }
    let rest = word.strip_prefix('و').filter(|rest| rest.chars().count() > 2)?;
    (source.language == Language::Ar).then_some(Joint { words: 0, rest: Some(rest) })
}

/// Whether a word narrows the noun before it: *of*, *which*, *d’une*.
fn narrows(source: &SourceText, word: usize) -> bool {
    let elided = source.language == Language::Fr
        && source
            .span(word)
            .of(source.text)
            .is_some_and(|printed| printed.starts_with("d’") || printed.starts_with("d'"));
    elided || is_word(source, &source.folded(word), WordClass::Restrictive)
}

/// A qualifier set off right before the passage: *where appropriate, to take measures*.
fn find_qualifier_before(source: &SourceText, stretch: &Stretch, first: usize) -> Option<Passage> {
    for start in stretch.start.max(first.saturating_sub(7))..first {
        let taken = match_phrase_at(source, start, first);
        if taken > 0 && start + taken == first {
            let span = source.span_of(start, first);
            return Some(Passage { text: source.printed(span), span });
        }
    }
    None
}

fn match_phrase_at(source: &SourceText, start: usize, end: usize) -> usize {
    let words: Vec<String> = (start..end.min(start + 8)).map(|word| source.folded(word)).collect();
    // A single preposition before a passage qualifies nothing.
    let taken = match_phrase(|at| words.get(at).map(String::as_str), WordClass::Qualifier);
    if taken > 1 { taken } else { 0 }
}

/// Whether another act of the paragraph begins at this word, or behind *and* there.
fn starts_act(source: &SourceText, stretch: &Stretch, word: usize) -> bool {
    let starts = |word: usize| {
        let span = source.span(word);
        // In Arabic the *and* before it is its first letter.
        let is_there = |place: u32| span.start <= place && place < span.end;
        word < stretch.end && stretch.paragraph.acts.iter().any(|act| is_there(act.lead.span.start))
    };
    starts(word) || (is_joiner(source, word) && starts(word + 1))
}

fn is_joiner(source: &SourceText, word: usize) -> bool {
    is_word(source, &source.folded(word), WordClass::Joiner)
}

/// Index of the first word after `from` at which another act begins, without the *and* before it.
fn act_after(source: &SourceText, stretch: &Stretch, from: usize) -> Option<usize> {
    let place = source.span(from).start;
    let act = stretch.paragraph.acts.iter().map(|act| act.lead.span.start).filter(|&start| start > place).min()?;
    let word = (from..stretch.end).find(|&word| source.span(word).end > act)?;
    Some(if word > from && is_joiner(source, word - 1) { word - 1 } else { word })
}

/// Both subjects of a passage that begins with a finite verb, where its subject stands outside the
/// marks and the two differ in their words.
///
/// Not in Arabic, where a verb stands before its subject, nor in Chinese, which leaves subjects out.
pub(super) fn find_subjects(
    layout: &Layout,
    quote: &QuoteText,
    outer: Span,
    source: &SourceText,
    first: usize,
) -> Option<Subjects> {
    let stretch = source.stretch(source.stretch_at(first))?;
    if !begins_predicate(quote, source, stretch, first) {
        return None;
    }
    let theirs = source_subject(source, stretch, first)?;
    let ours = article_subject(layout, source, outer)?;
    let theirs = Passage { text: source.printed(theirs), span: theirs };
    let ours = Passage { text: print(layout.text, ours), span: ours };
    (fold(source, &ours.text) != fold(source, &theirs.text)).then_some(Subjects { article: ours, source: theirs })
}

/// The words of a subject without the article before them.
fn fold(source: &SourceText, text: &str) -> Vec<String> {
    let words = crate::text::WordList::new(text, Span::at(0, text.len()), &[]);
    let words = (0..words.len()).filter_map(|at| words.word(at).map(str::to_owned));
    words.filter(|word| !is_word(source, word, WordClass::Article)).collect()
}

/// Whether the passage begins with a finite verb whose subject stands before it: a listed form, or
/// the word after *which* or *who*.
fn begins_predicate(quote: &QuoteText, source: &SourceText, stretch: &Stretch, first: usize) -> bool {
    let Some(word) = quote.words.first().map(|word| &*word.folded) else { return false };
    let before = first.checked_sub(1).filter(|&before| before >= stretch.start).map(|before| source.folded(before));
    let Some(before) = before else { return false };
    // The month is no verb.
    let month = word == "may" && source.span(first).of(source.text).is_some_and(|word| word.starts_with('M'));
    if is_word_in(source.language, word, WordClass::Finite) && !month {
        return !is_word(source, &before, WordClass::Preposition);
    }
    matches!(before.as_str(), "which" | "who")
        && !is_word_of(word, WordClass::Determiner)
        && !is_word_of(word, WordClass::Pronoun)
}

/// The noun phrase before a predicate in the source; the one that *which* stands for.
fn source_subject(source: &SourceText, stretch: &Stretch, first: usize) -> Option<Span> {
    let mut end = first;
    let before = first.checked_sub(1)?;
    let stands_for_another = |word: &str| word == "who" || is_word_in(source.language, word, WordClass::Relative);
    if stands_for_another(&source.folded(before)) && before > stretch.start {
        end = before;
    }
    let lead_end = stretch
        .paragraph
        .acts
        .iter()
        .map(|act| act.lead.span)
        .chain(stretch.paragraph.lead.as_ref().map(|lead| lead.span));
    let lead_end = lead_end.filter(|lead| lead.end <= source.span(end - 1).end).map(|lead| lead.end).max().unwrap_or(0);
    let mut start = end;
    while start > stretch.start.max(end.saturating_sub(LONGEST_SUBJECT)) {
        let before = start - 1;
        let cut = start < end && ends_clause(source.between(before));
        if cut || source.span(before).end <= lead_end || opens(source, &source.folded(before)) {
            break;
        }
        start = before;
    }
    (start < end).then(|| source.span_of(start, end))
}

/// Whether a clause with a subject of its own follows a word.
fn opens(source: &SourceText, word: &str) -> bool {
    is_word(source, word, WordClass::Opener) || is_word_in(source.language, word, WordClass::Relative)
}

/// The noun phrase before the quotation in the article; none where a mark, a preposition or a verb of reporting
/// stands there, or what the words are called: *the words*.
fn article_subject(layout: &Layout, source: &SourceText, outer: Span) -> Option<Span> {
    let sentence = layout.sentence_at(outer.start)?;
    let end = layout.words.first_at(outer.start);
    let last = end.checked_sub(1)?;
    let before = layout.words.word(last)?;
    let gap = Span::new(layout.words.span(last)?.end, outer.start).of(layout.text).unwrap_or("");
    if ends_clause(gap)
        || is_word_of(before, WordClass::Wording)
        || is_word(source, before, WordClass::Preposition)
        || match_reporting_verb(|at| (at == 0).then_some(before)).is_some()
    {
        return None;
    }
    let first = layout.words.first_at(sentence.start).max(end.saturating_sub(LONGEST_SUBJECT));
    let mut start = end;
    while start > first {
        let before = start - 1;
        let quoted = layout.words.span(before).is_some_and(|span| layout.quotation_at(span.start).is_some());
        let cut = start < end && ends_clause(layout.between(before));
        if quoted || cut || layout.words.word(before).is_some_and(|word| opens(source, word)) {
            break;
        }
        start = before;
    }
    layout.words.span_of(start..end)
}

//! What stands beside a quoted passage in its source: what goes on after it, and its subject.

use super::quoted::QuoteText;
use super::report::{Passage, Subjects};
use super::texts::{SourceText, Stretch, print};
use crate::article::{Layout, ends_clause};
use crate::lexicon::{WordClass, is_word_in, is_word_of, match_phrase};
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
pub(super) fn find_left_out(source: &SourceText, first: usize, end: usize) -> Option<Passage> {
    let stretch = source.stretch(source.stretch_at(end.checked_sub(1)?))?;
    let words: Vec<String> = (end..stretch.end.min(end + 8)).map(|word| source.folded(word)).collect();
    let word = |at: usize| words.get(at).map(String::as_str);
    let mark = if end < stretch.end { source.between(end - 1).trim() } else { "" };
    let next = word(0).unwrap_or("");
    let goes_on = if end >= stretch.end || mark.contains(['.', ';', ':']) || starts_act(source, stretch, end) {
        false
    } else {
        let listed = mark.starts_with([',', '、', '،']);
        let joined = matches!(next, "and" | "or");
        let after = usize::from(joined);
        let qualified = match_phrase(word, WordClass::Qualifier) > 0;
        let clause = word(after).is_none_or(|word| {
            [WordClass::Opener, WordClass::Preposition, WordClass::Finite, WordClass::Relative]
                .into_iter()
                .any(|class| is_word_of(word, class) || is_word_in(source.language, word, class))
        });
        let list = (listed || joined) && !clause && !starts_act(source, stretch, end + after);
        let object = mark.is_empty() && is_word_of(next, WordClass::Restrictive);
        qualified || list || object
    };
    if goes_on {
        let stop = act_after(source, stretch, end).unwrap_or(stretch.end);
        let span = Span::new(source.span(end - 1).end, source.span(stop - 1).end);
        return Some(Passage { text: source.printed(span), span });
    }
    find_qualifier_before(source, stretch, first)
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
        word < stretch.end && stretch.paragraph.acts.iter().any(|act| act.lead.span.start == span.start)
    };
    starts(word) || (source.folded(word) == "and" && starts(word + 1))
}

/// Index of the first word after `from` at which another act begins, without the *and* before it.
fn act_after(source: &SourceText, stretch: &Stretch, from: usize) -> Option<usize> {
    let place = source.span(from).start;
    let act = stretch.paragraph.acts.iter().map(|act| act.lead.span.start).filter(|&start| start > place).min()?;
    let word = (from..stretch.end).find(|&word| source.span(word).start >= act)?;
    let joined = word > from && source.folded(word - 1) == "and";
    Some(if joined { word - 1 } else { word })
}

/// Both subjects of a passage that begins with a finite verb, where its subject stands outside the
/// marks and the two differ in their words.
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
    let ours = article_subject(layout, outer)?;
    let theirs = Passage { text: source.printed(theirs), span: theirs };
    let ours = Passage { text: print(layout.text, ours), span: ours };
    (fold(&ours.text) != fold(&theirs.text)).then_some(Subjects { article: ours, source: theirs })
}

/// The words of a subject without the article before them.
fn fold(text: &str) -> Vec<String> {
    let words = crate::text::WordList::new(text, Span::at(0, text.len()), &[]);
    let words = (0..words.len()).filter_map(|at| words.word(at).map(str::to_owned));
    words.filter(|word| !is_word_of(word, WordClass::Article)).collect()
}

/// Whether the passage begins with a finite verb whose subject stands before it: a listed form, or
/// the word after *which* or *who*.
fn begins_predicate(quote: &QuoteText, source: &SourceText, stretch: &Stretch, first: usize) -> bool {
    let Some(word) = quote.words.first().map(|word| &*word.folded) else { return false };
    let before = first.checked_sub(1).filter(|&before| before >= stretch.start).map(|before| source.folded(before));
    let Some(before) = before else { return false };
    // The month is no verb.
    let month = word == "may" && source.span(first).of(source.text).is_some_and(|word| word.starts_with('M'));
    if is_word_of(word, WordClass::Finite) && !month {
        return !is_word_of(&before, WordClass::Preposition);
    }
    matches!(before.as_str(), "which" | "who")
        && !is_word_of(word, WordClass::Determiner)
        && !is_word_of(word, WordClass::Pronoun)
}

/// The noun phrase before a predicate in the source; the one that *which* stands for.
fn source_subject(source: &SourceText, stretch: &Stretch, first: usize) -> Option<Span> {
    let mut end = first;
    if matches!(source.folded(first.checked_sub(1)?).as_str(), "which" | "who" | "that") && first - 1 > stretch.start {
        end = first - 1;
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
        if cut || source.span(before).end <= lead_end || is_word_of(&source.folded(before), WordClass::Opener) {
            break;
        }
        start = before;
    }
    (start < end).then(|| source.span_of(start, end))
}

/// The noun phrase before the quotation in the article.
fn article_subject(layout: &Layout, outer: Span) -> Option<Span> {
    let sentence = layout.sentence_at(outer.start)?;
    let end = layout.words.first_at(outer.start);
    let first = layout.words.first_at(sentence.start).max(end.saturating_sub(LONGEST_SUBJECT));
    let mut start = end;
    while start > first {
        let before = start - 1;
        let quoted = layout.words.span(before).is_some_and(|span| layout.quotation_at(span.start).is_some());
        let cut = start < end && ends_clause(layout.between(before));
        if quoted || cut || layout.words.word(before).is_some_and(|word| is_word_of(word, WordClass::Opener)) {
            break;
        }
        start = before;
    }
    layout.words.span_of(start..end)
}

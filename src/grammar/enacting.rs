//! Which block of a text holds the enacting sentence.

use super::assemble::Flow;
use super::label::read_label;
use super::masthead::read_heading;
use super::subject::{is_subject_line, may_be_subject, read_subject, skip_subject};
use crate::lexicon::{Language, LeadFinder, LeadZone};

/// Whether a paragraph begins with the subject and what it does: *The Security Council requests*.
pub(super) fn repeats_subject(words: &str, language: Language) -> bool {
    skip_subject(words, language)
        .and_then(|at| words.get(at..))
        .is_some_and(|rest| LeadFinder::new().find(rest, language, LeadZone::Operative).is_some_and(|lead| lead.listed))
}

/// The block that holds the enacting sentence, among those from `from` to `to`.
pub(super) fn find_subject(flow: &Flow<'_>, language: Language, from: usize, to: usize) -> Option<usize> {
    (from..to)
        .find(|&at| is_subject(flow, language, at, to))
        .or_else(|| (from..to).take(FARTHEST).find(|&at| is_unknown_subject(flow, language, at, to)))
}

/// How many blocks a masthead has at most before the subject of an organ that no table holds.
const FARTHEST: usize = 24;

/// Whether the block at `at` is the subject of an organ that no table holds: by its form, and because a
/// paragraph begins behind it.
fn is_unknown_subject(flow: &Flow<'_>, language: Language, at: usize, to: usize) -> bool {
    let Some(block) = flow.blocks.get(at) else { return false };
    may_be_subject(flow.words(block.span), language)
        && flow.blocks.get(at + 1).filter(|_| at + 1 < to).is_some_and(|block| {
            let next = flow.words(block.span);
            let mut leads = LeadFinder::new();
            let mut begins = |zone: LeadZone| leads.find(next, language, zone).is_some_and(|lead| lead.listed);
            begins(LeadZone::Preambular)
                || read_label(next).is_some_and(|label| {
                    let rest = next.get(label.whole.end as usize..).unwrap_or("").trim_start();
                    label.value == 1 && leads.find(rest, language, LeadZone::Operative).is_some_and(|lead| lead.listed)
                })
        })
}

/// Whether the block at `at` holds an enacting sentence; `to` is where the text ends.
pub(super) fn is_subject(flow: &Flow<'_>, language: Language, at: usize, to: usize) -> bool {
    let Some(block) = flow.blocks.get(at) else { return false };
    let words = flow.words(block.span);
    if is_subject_line(words, language) {
        return true;
    }
    // Where the name has lost its mark, it stands below the title and not in the masthead.
    let below_title = || {
        let before = at.checked_sub(1).and_then(|before| flow.blocks.get(before)).map(|block| flow.words(block.span));
        before.and_then(read_heading).is_some()
    };
    if read_subject(words, language).is_some_and(|(_, rest)| rest.is_empty()) && below_title() {
        return true;
    }
    words.len() < 900
        && read_subject(words, language).is_some()
        && !repeats_subject(words, language)
        && flow.blocks.get(at + 1).filter(|_| at + 1 < to).is_some_and(|block| {
            let next = flow.words(block.span);
            let mut leads = LeadFinder::new();
            let mut begins = |zone: LeadZone| leads.find(next, language, zone).is_some_and(|lead| lead.listed);
            read_label(next).is_some() || begins(LeadZone::Preambular) || begins(LeadZone::Operative)
        })
}

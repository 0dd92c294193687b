//! Who is to be told: *to submit to the General Assembly at its eightieth session a report on …*.

use crate::lexicon::bodies::Bodies;
use crate::lexicon::key::is_word;
use crate::lexicon::{ActWord, Language, act_words};
use crate::model::Entity;
use crate::text::{Span, first_of};

use super::Context;
use super::names::for_each_word;
use super::scan::before;

/// How far the body that is to be told may stand from the words that ask for a report, in bytes.
const REACH: usize = 160;

/// The words in `text[from..]` that ask for a report, with the id of the body that it goes to where that is
/// named beside them; `None` where no report is asked for. Linear in the text.
pub(super) fn find_report(text: &str, from: usize, context: &Context) -> Option<Entity> {
    let part = text.get(from..)?;
    let words = act_words(ActWord::Report, context.language);
    let named = find_words(part, words, context.language);
    let (place, words) = named.into_iter().chain(submitted(part, context.language)).min()?;
    let start = from + place;
    let span = Span::at(start, start + words.len());
    Some(Entity { text: words.to_owned(), id: told(text, from, span, context), span })
}

/// Where the first of `words` stands in `text` as words of their own.
fn find_words(text: &str, words: &[&'static str], language: Language) -> Option<(usize, &'static str)> {
    let begins = |at: usize| {
        !before(text, at).is_some_and(|letter| is_word(letter) && !matches!(letter, 'ا' | 'ل' | 'و' | 'ب' | 'ف'))
    };
    let ends = |at: usize| !text.get(at..).is_some_and(|rest| rest.starts_with(is_word));
    first_of(text, words, &|place, words| match language {
        Language::Zh => true,
        Language::Ru | Language::Ar => begins(place),
        _ => begins(place) && ends(place + words.len()),
    })
}

/// A report that is handed in: *to submit … a report*; other reports are spoken of and not asked for.
fn submitted(text: &str, language: Language) -> Option<(usize, &'static str)> {
    if !matches!(language, Language::En | Language::Und) {
        return None;
    }
    let hand =
        ["to submit", "to present", "to provide", "and submit", "and present", "to prepare", "and provide", "to issue"];
    let (place, _) = first_of(text, &hand, &|_, _| true)?;
    let nouns = ["report", "reports", "update", "updates", "briefing"];
    find_words(text.get(place..)?, &nouns, language).map(|(at, noun)| (place + at, noun))
}

/// The body beside the words that ask for a report: the nearest behind them, else the nearest before.
fn told(text: &str, from: usize, words: Span, context: &Context) -> Option<String> {
    let mut reach = (words.end as usize + REACH).min(text.len());
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let mut before: Option<&str> = None;
    let mut behind: Option<&str> = None;
    let part = text.get(from..reach)?;
    for_each_word(part, |at| {
        let Some((id, end)) = Bodies::get().find_at(part, at) else { return at };
        if id.contains(':') && is_told(part, at, context.language) {
            if from + at < words.start as usize {
                before = Some(id);
            } else if behind.is_none() {
                behind = Some(id);
            }
        }
        end
    });
    before.or(behind).map(str::to_owned)
}

/// Whether the body at `at` is the one that something is given to, as the words before it tell.
fn is_told(text: &str, at: usize, language: Language) -> bool {
    let ahead = text.get(..at).unwrap_or_default().trim_end();
    let ends = |ties: &[&str]| ties.iter().any(|tie| ahead.ends_with(tie));
    match language {
        Language::Fr => ends(&["à l’", "à l'", " au", "à la", " à"]),
        Language::Es => ends(&[" a la", " al", " a"]),
        Language::Ar => ends(&["إلى", "على"]) || text.get(at..).is_some_and(|rest| rest.starts_with("لل")),
        Language::Zh => ends(&["向", "给", "提交"]),
        Language::Ru => !ends(&[" о", " по", " в", " на", "сессии", "резолюции", "просьбой"]),
        Language::En | Language::Und => {
            ends(&[" to the", " to", " inform the", " brief the", " update the", " keep the"])
        }
    }
}

//! Whether a lead phrase behind a comma begins a paragraph or goes on with one.
//!
//! Participles do both. The table holds how often each has done either in the preambles of real texts,
//! one wording counted at most four times, wherever that says something else than the shorter phrase it begins with.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::fold::FoldedStart;
use super::lead_parts::is_tied;
use super::table::{read_rows, table};

static TABLE: &str = table!("data/behind_comma.tsv", 4);

/// How many bytes are looked at: more than the longest phrase of the table.
const REACH: usize = 120;

struct Seen {
    phrase: &'static str,
    begins: u32,
    inside: u32,
}

/// Phrases by language and first character.
type Phrases = FxHashMap<(Language, char), Vec<Seen>>;

fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut phrases = Phrases::default();
        for [language, phrase, begins, inside] in read_rows::<4>(TABLE) {
            let Some((language, first)) = Language::from_code(language).zip(phrase.chars().next()) else { continue };
            let seen = Seen { phrase, begins: begins.parse().unwrap_or(0), inside: inside.parse().unwrap_or(0) };
            phrases.entry((language, first)).or_default().push(seen);
        }
        phrases
    })
}

/// Whether the lead phrase that `words` begin with, behind a comma, rather goes on with a paragraph
/// than begins one.
///
/// A phrase goes on where it did so more than twice as often as it began a paragraph. `odds` is how many times more often than elsewhere a phrase at this place goes on, from what else is
/// known of the place; 1 where nothing is. Costs a look-up and a comparison with the phrases that
/// share the first letter.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, goes_on_behind_comma};
///
/// assert!(goes_on_behind_comma("отмечая при этом, что", Language::Ru, 1));
/// assert!(!goes_on_behind_comma("отмечая доклад", Language::Ru, 1));
/// ```
#[must_use]
pub fn goes_on_behind_comma(words: &str, language: Language, odds: u32) -> bool {
    let mut start = FoldedStart::default();
    start.read(words, REACH, language);
    let folded = start.text();
    let Some(first) = folded.chars().next() else { return false };
    let spaced = language != Language::Zh;
    let begins_with = |phrase: &str| {
        folded.strip_prefix(phrase).is_some_and(|rest| !spaced || !rest.starts_with(char::is_alphanumeric))
    };
    let known = phrases().get(&(language, first)).into_iter().flatten();
    let longest = known.filter(|seen| begins_with(seen.phrase)).max_by_key(|seen| seen.phrase.len());
    is_tied(folded, language) || longest.is_some_and(|seen| seen.begins * 2 < seen.inside.saturating_mul(odds))
}

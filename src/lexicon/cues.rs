//! Words by which a line shows what part of a resolution begins.

use std::sync::OnceLock;

use memchr::memmem;

use super::Language;
use super::ordinals::ordinal_word;
use super::table::{read_rows, table};

static TABLE: &str = table!("data/cues.tsv", 3);

/// What a cue shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// An annex begins.
    Annex,
    /// The meeting of the adoption is named.
    Meeting,
    /// An adoption is spoken of.
    Adopted,
    /// A session is named.
    Session,
    /// A meeting is said to have been held.
    Held,
    /// Votes are counted.
    Votes,
    /// A meeting stands on a line of its own.
    Sitting,
    /// The index of a volume follows.
    Index,
}

/// Where the words of a cue in a language stand in the list of all.
const fn place_of(cue: Cue, language: Language) -> usize {
    cue as usize * Language::ALL.len() + language as usize
}

/// The words of every cue in every language: lines are asked about several times each.
fn cues() -> &'static [Vec<&'static str>] {
    static CUES: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    CUES.get_or_init(|| {
        let mut cues = vec![Vec::new(); place_of(Cue::Index, Language::Und)];
        for [kind, language, words] in read_rows::<3>(TABLE) {
            let cue = match kind {
                "annex" => Cue::Annex,
                "meeting" => Cue::Meeting,
                "adopted" => Cue::Adopted,
                "session" => Cue::Session,
                "held" => Cue::Held,
                "votes" => Cue::Votes,
                "sitting" => Cue::Sitting,
                "index" => Cue::Index,
                _ => continue,
            };
            let list = Language::from_code(language).and_then(|language| cues.get_mut(place_of(cue, language)));
            if let Some(list) = list {
                list.push(words);
            }
        }
        cues
    })
}

fn words_of(cue: Cue, language: Language) -> impl Iterator<Item = &'static str> {
    let language = if language == Language::Und { Language::En } else { language };
    cues().get(place_of(cue, language)).into_iter().flatten().copied()
}

/// On which side of its noun the number of a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SittingPlace {
    /// *52nd meeting*.
    NumberBefore,
    /// `الجلسة 44`.
    NumberBehind,
}

/// The nouns for a meeting in a language, and where its number stands. `[un-editorial-manual]`
pub(crate) const fn sitting_words(language: Language) -> (&'static [&'static str], SittingPlace) {
    match language {
        Language::Fr => (&["séance"], SittingPlace::NumberBefore),
        Language::Es => (&["sesión"], SittingPlace::NumberBefore),
        Language::Ru => (&["заседани"], SittingPlace::NumberBefore),
        Language::Ar => (&["الجلسة"], SittingPlace::NumberBehind),
        Language::Zh => (&["全体会议", "会议"], SittingPlace::NumberBefore),
        Language::En | Language::Und => {
            (&["plenary meeting", "meeting", "plenary session", "sitting"], SittingPlace::NumberBefore)
        }
    }
}

/// Whether words that show `cue` stand in `line`, in any case.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Cue, Language, has_cue};
///
/// assert!(has_cue("Resolution adopted by the General Assembly on 7 December 2022", Language::En, Cue::Adopted));
/// assert!(!has_cue("19 December 2022", Language::En, Cue::Adopted));
/// ```
#[must_use]
pub fn has_cue(line: &str, language: Language, cue: Cue) -> bool {
    holds_cue(&line.to_lowercase(), language, cue)
}

/// Whether words that show `cue` stand in a line that is in small letters.
pub(crate) fn holds_cue(lowered: &str, language: Language, cue: Cue) -> bool {
    words_of(cue, language).any(|words| find(lowered, words).is_some())
}

/// Where `words` begin in `line`. A line is short, and the search of the standard library first studies the words.
fn find(line: &str, words: &str) -> Option<usize> {
    memmem::find(line.as_bytes(), words.as_bytes())
}

/// Whether a line announces an annex: the word alone, or with its number.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, is_annex_heading};
///
/// assert!(is_annex_heading("Annex II", Language::En));
/// assert!(is_annex_heading("附件一", Language::Zh));
/// assert!(!is_annex_heading("Annex II to the report,", Language::En));
/// ```
#[must_use]
pub fn is_annex_heading(line: &str, language: Language) -> bool {
    if line.len() > 40 {
        return false;
    }
    let line = line.trim();
    words_of(Cue::Annex, language).filter(|word| begins_in_any_case(line, word)).any(|word| {
        let lowered = line.to_lowercase();
        lowered.strip_prefix(word).is_some_and(|rest| {
            let number = rest.trim();
            number.len() <= 12
                && !number.contains(' ')
                && !number.ends_with([',', ';', '.', ':', '،', '，'])
                && (number.is_empty()
                    || rest.starts_with(' ')
                        && number.chars().all(|part| part.is_numeric() || "ivxabcde".contains(part))
                    || matches!(language, Language::Ar | Language::Zh) && number.chars().count() <= 8)
        })
    })
}

/// Whether a line is a meeting and no more: *44th meeting*, *Eighth plenary meeting, 28 May 2026*.
fn is_sitting(line: &str, language: Language) -> bool {
    if language == Language::Zh {
        return line.starts_with('第')
            && line.len() < 48
            && line.contains(char::is_numeric)
            && line.contains('次')
            && line.ends_with("会议");
    }
    // Few lines begin with a count: the others needn't be put in small letters.
    let Some((first, _)) = line.split_once(' ') else { return false };
    let counted = first.starts_with(|digit: char| digit.is_ascii_digit()) && !first.ends_with(['.', ')', '-'])
        || ordinal_word(first).is_some()
        || language == Language::Ar && first.starts_with("الجلسة");
    if !counted {
        return false;
    }
    let lowered = line.to_lowercase();
    let last = lowered.ends_with(|last: char| last.is_ascii_digit());
    words_of(Cue::Sitting, language).any(|words| {
        find(&lowered, words).is_some_and(|at| {
            let rest = lowered.get(at + words.len()..).unwrap_or("");
            at < 30 && (rest.is_empty() || rest.len() < 48 && rest.starts_with([',', ' ']) && last)
        })
    })
}

/// Whether a line names the meeting at which a resolution was adopted.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, is_closing_line};
///
/// assert!(is_closing_line("47th plenary meeting 7 December 2022", Language::En));
/// assert!(is_closing_line("第47次全体会议 2022年12月7日", Language::Zh));
/// assert!(is_closing_line("Adopted at the 99th meeting by 10 votes to none, with 1 abstention (Norway).", Language::En));
/// assert!(!is_closing_line("全体会议有关宪章修正案的决定", Language::Zh));
/// assert!(!is_closing_line("全体会议主题为渡轮的高级别部分，以及20", Language::Zh));
/// assert!(!is_closing_line("Decides to hold a high-level plenary meeting;", Language::En));
/// ```
#[must_use]
pub fn is_closing_line(line: &str, language: Language) -> bool {
    if line.len() > 900 {
        return false;
    }
    let line = line.trim();
    if line.len() <= 90 && is_sitting(line, language) {
        return true;
    }
    if words_of(Cue::Meeting, language).any(|words| begins_in_any_case(line, words)) {
        // Elsewhere than in English the words alone may go on with a sentence, and in Chinese with any: 全体会议有关…
        let stated = match language {
            Language::En | Language::Und => true,
            Language::Zh => false,
            _ => line.contains(char::is_numeric),
        };
        return !line.starts_with(char::is_lowercase)
            && (stated && is_short(line, 120) || has_cue(line, language, Cue::Votes));
    }
    // A number stands before the words, and a date behind them.
    let numbered = line.starts_with(|first: char| first.is_numeric() || first == '第');
    let dated = |last: char| last.is_numeric() || matches!(last, '日' | '.' | 'г' | 'а' | 'Г' | 'А');
    if !(numbered && line.ends_with(dated) && is_short(line, 90)) {
        return false;
    }
    let lowered = line.to_lowercase();
    words_of(Cue::Meeting, language).any(|words| find(&lowered, words).is_some_and(|at| at < 40))
}

/// Whether `line` has fewer characters than `limit`.
fn is_short(line: &str, limit: usize) -> bool {
    line.chars().nth(limit - 1).is_none()
}

/// Whether `line`, in small letters, begins with `words`, which are in small letters.
fn begins_in_any_case(line: &str, words: &str) -> bool {
    if let (Some(first), Some(wanted)) = (line.as_bytes().first(), words.as_bytes().first())
        && first.is_ascii()
        && first.to_ascii_lowercase() != *wanted
    {
        return false;
    }
    let mut letters = line.chars().flat_map(char::to_lowercase);
    words.chars().all(|wanted| letters.next() == Some(wanted))
}

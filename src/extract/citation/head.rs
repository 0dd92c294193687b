//! The noun that governs a row of numbers (*its resolutions 37/4 of …, 38/4 of … and 75/16*) and the
//! body that the words around it name.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::lexicon::Language;
use crate::lexicon::bodies::Bodies;
use crate::lexicon::key::is_word;

use super::super::scan::{before, is_space, spaces_before, word_before};

/// What the governing noun calls the works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Resolutions.
    Resolution,
    /// Decisions.
    Decision,
    /// Recommendations of a parliamentary assembly.
    Recommendation,
}

/// A governing noun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// What it calls the works.
    pub(super) kind: Kind,
    /// Where the noun begins.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// The body that the words around it name.
    pub(super) organ: Option<&'static str>,
    /// Where the words that name the body and the noun begin.
    pub(super) phrase: usize,
}

/// The body called *the Council* for short; which one, the number says.
pub(super) const SOME_COUNCIL: &str = "council";

/// A body that is named, and not known: its works have no id.
pub(super) const UNKNOWN: &str = "cop";

/// The commissions that number their resolutions by the year or session.
const COMMISSIONS: [&str; 7] = ["un:chr", "un:csw", "un:cnd", "un:cpd", "un:ccpcj", "un:statcom", "un:subcom"];

/// Stems of the nouns, each with what it calls.
const NOUNS: [(Language, &str, Kind); 12] = [
    (Language::En, "esolution", Kind::Resolution),
    (Language::En, "ESOLUTION", Kind::Resolution),
    (Language::En, "ecision", Kind::Decision),
    (Language::Fr, "ésolution", Kind::Resolution),
    (Language::Fr, "écision", Kind::Decision),
    (Language::Es, "esoluci", Kind::Resolution),
    (Language::Es, "ecisi", Kind::Decision),
    (Language::Ru, "езолюц", Kind::Resolution),
    (Language::Ru, "РЕЗОЛЮЦ", Kind::Resolution),
    (Language::Ru, "ешени", Kind::Decision),
    (Language::Ar, "قرار", Kind::Resolution),
    (Language::Ar, "مقرر", Kind::Decision),
];

/// What stands before the stem in the nouns, where that is not one letter.
const ARABIC_BEFORE: [&str; 14] = ["", "ال", "ل", "لل", "ب", "بال", "و", "وال", "ول", "ولل", "وب", "وبال", "ف", "كال"];

/// Finds the last governing noun in `text[from..to]`.
pub(super) fn last_noun(text: &str, from: usize, to: usize, language: Language) -> Option<(Kind, usize, usize)> {
    static FINDERS: OnceLock<Vec<Finder<'static>>> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| NOUNS.iter().map(|(_, stem, _)| Finder::new(stem.as_bytes())).collect());
    let segment = text.as_bytes().get(from..to)?;
    let mut last: Option<(Kind, usize, usize)> = None;
    for ((its_language, stem, kind), finder) in NOUNS.iter().zip(finders) {
        if *its_language != language && language != Language::Und {
            continue;
        }
        for place in finder.find_iter(segment) {
            let at = from + place;
            let start = word_before(text, at).map_or(at, |(start, _)| start);
            let prefix = text.get(start..at).unwrap_or_default();
            let whole = match its_language {
                Language::Ar => ARABIC_BEFORE.contains(&prefix),
                _ => prefix.chars().count() == usize::from(!stem.starts_with('Р')),
            };
            let mut end = at + stem.len();
            while let Some(letter) =
                text.get(end..to).and_then(|rest| rest.chars().next()).filter(|next| is_word(*next))
            {
                end += letter.len_utf8();
            }
            if whole && last.is_none_or(|(_, latest, _)| start > latest) {
                last = Some((*kind, start, end));
            }
        }
    }
    last
}

/// The last organ named in `text[from..to]`: its id, where it begins and the byte after it.
pub(super) fn last_organ(text: &str, from: usize, to: usize) -> Option<(&'static str, usize, usize)> {
    let organs = Bodies::get();
    let mut found = None;
    let mut at = from;
    let mut inside_word = before(text, from).is_some_and(is_word);
    while at < to {
        let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let chinese = letter >= '\u{2E80}';
        if (!inside_word || chinese)
            && is_word(letter)
            && let Some((id, end)) = organs.find_at(text, at).filter(|(_, end)| *end <= to)
        {
            found = Some((id, at, end));
            at = end;
            inside_word = true;
            continue;
        }
        inside_word = is_word(letter);
        at += letter.len_utf8();
    }
    found
}

/// Words that may stand between a body and *its resolutions*: the body is then their author.
const BETWEEN: [&str; 62] = [
    "paragraph",
    "paragraphs",
    "paragraphe",
    "paragraphes",
    "párrafo",
    "párrafos",
    "пункт",
    "пункте",
    "пункта",
    "пунктах",
    "section",
    "annex",
    "annexe",
    "anexo",
    "au",
    "aux",
    "el",
    "y",
    "in",
    "by",
    "its",
    "of",
    "under",
    "through",
    "relevant",
    "recent",
    "previous",
    "all",
    "and",
    "subsequent",
    "s",
    "dans",
    "par",
    "sa",
    "ses",
    "en",
    "vertu",
    "de",
    "su",
    "sus",
    "por",
    "la",
    "las",
    "les",
    "в",
    "своей",
    "своих",
    "ее",
    "его",
    "соответствии",
    "со",
    "свою",
    "свои",
    "согласно",
    "بموجب",
    "the",
    "two",
    "identical",
    "with",
    "other",
    "to",
    "pursuant",
];

/// Whether only words that keep the link to a body stand in `between`.
fn is_linked(between: &str) -> bool {
    between.len() <= 80
        && !between.contains([';', '.', '(', '؛'])
        && between
            .split(|letter: char| !is_word(letter))
            .filter(|word| !word.is_empty())
            .all(|word| BETWEEN.contains(&word.to_lowercase().as_str()) || word.starts_with("قرار"))
}

/// Words for *council* that stand alone where the text has named the council in full before.
const COUNCILS: [&str; 12] = [
    "Council",
    "Conseil",
    "Consejo",
    "Совета",
    "Советом",
    "Совете",
    "Совет",
    "المجلس",
    "للمجلس",
    "Совету",
    "والمجلس",
    "理事会",
];

/// The governing noun with the body that the words around it name; `number` is where the first
/// number after it begins, and nothing before `floor` is read.
pub(super) fn with_organ(text: &str, (kind, start, end): (Kind, usize, usize), floor: usize, number: usize) -> Head {
    let mut head = Head { kind, start, end, organ: None, phrase: start };
    // Between the noun and its first number: "résolutions du Conseil de sécurité 2282 (2016)".
    if number - end <= 200 {
        if let Some((id, _, _)) = last_organ(text, end, number) {
            head.organ = Some(id);
            return head;
        }
        if is_council(text, end, number) {
            head.organ = Some(SOME_COUNCIL);
            return head;
        }
        if number - end <= 40
            && let Some(organ) = commission(text, start, end, number)
        {
            head.organ = Some(organ);
            return head;
        }
    }
    let mut from = start.saturating_sub(160).max(floor);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    if let Some((id, organ_start, organ_end)) = last_organ(text, from, start)
        && text.get(organ_end..start).is_some_and(is_linked)
    {
        head.organ = Some(id);
        head.phrase = organ_start;
        return head;
    }
    let mut near = start.saturating_sub(28).max(from);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    if is_council(text, near, start) {
        head.organ = Some(SOME_COUNCIL);
    } else if let Some(before) = word_before(text, spaces_before(text, start)).map(|(before, _)| before)
        && let Some(organ) = commission(text, before, before, start)
    {
        head.organ = Some(organ);
    }
    head
}

/// Whether the Human Rights Council, or a council for short, is named before `end`.
pub(super) fn names_council(text: &str, end: usize) -> bool {
    is_council(text, 0, end) || last_organ(text, 0, end).is_some_and(|(id, _, _)| id == "un:hrc")
}

/// The commission that *the Commission* means between a noun and its number: the one that was named last.
fn commission(text: &str, noun: usize, from: usize, to: usize) -> Option<&'static str> {
    const NAMES: [&str; 6] = ["Commission", "Comisión", "Комиссии", "اللجنة", "للجنة", "Committee"];
    let words = text.get(from..to)?;
    words.split(|letter: char| !is_word(letter)).any(|word| NAMES.contains(&word)).then_some(())?;
    let mut start = noun.saturating_sub(600);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let named = last_organ(text, start, noun).map(|(id, _, _)| id);
    Some(named.filter(|id| COMMISSIONS.contains(id)).unwrap_or(UNKNOWN))
}

/// Whether a council is named for short in `text[from..to]`.
pub(super) fn is_council(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to).is_some_and(|words| {
        words.split(|letter: char| !is_word(letter)).any(|word| COUNCILS.contains(&word)) || words.contains("理事会")
    })
}

/// Whether the words before a noun say that the works are the speaker's own: *its*, *ses*, *sus*.
pub(super) fn is_own(text: &str, noun: usize) -> bool {
    const OWN: [&str; 14] =
        ["its", "sa", "ses", "su", "sus", "своей", "своих", "свою", "свои", "своими", "ее", "своим", "their", "our"];
    let at = spaces_before(text, noun);
    let rest = text.get(noun..).unwrap_or_default();
    let arabic = rest.split(|letter: char| !is_word(letter)).next().unwrap_or_default();
    word_before(text, at).is_some_and(|(start, word)| {
        let word = word.to_lowercase();
        // "its relevant resolutions"
        OWN.contains(&word.as_str())
            || word_before(text, spaces_before(text, start)).is_some_and(|(_, word)| OWN.contains(&word))
    }) || (arabic.ends_with("ها") && arabic.chars().any(|letter| letter == 'ق'))
}

/// The body named directly after a number and its date: `2282 (2016) du Conseil de sécurité`. It
/// needs a word for *of*, but in Russian the case says that, which `bare` tells.
pub(super) fn organ_after(text: &str, at: usize, bare: bool) -> Option<&'static str> {
    const OF: [&str; 18] = [
        "of",
        "the",
        "du",
        "de",
        "la",
        "del",
        "des",
        "l",
        "d",
        "los",
        "los",
        "von",
        "الصادر",
        "الصادرة",
        "عن",
        "الصادرين",
        "adopted",
        "by",
    ];
    let mut place = at;
    let mut tied = bare;
    for _ in 0..5 {
        let rest = text.get(place..)?;
        let skip =
            rest.len() - rest.trim_start_matches(|letter: char| is_space(letter) || matches!(letter, '\'' | '’')).len();
        place += skip;
        if let Some((id, _)) = Bodies::get().find_at(text, place).filter(|_| tied) {
            return Some(id);
        }
        let word_end = text.get(place..)?.find(|letter: char| !is_word(letter)).map(|length| place + length)?;
        let word = text.get(place..word_end)?;
        if tied && COUNCILS.contains(&word) {
            return Some(SOME_COUNCIL);
        }
        tied = true;
        if !OF.contains(&word) {
            return None;
        }
        place = word_end;
    }
    None
}

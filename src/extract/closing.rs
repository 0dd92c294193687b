//! What stands around a resolution beside its vote: the meeting that adopted it, who proposed it, who had
//! reservations.

use crate::lexicon::key::is_word;
use crate::lexicon::names::Names;
use crate::lexicon::ordinals::ordinal_word;
use crate::lexicon::{Language, SittingPlace, sitting_words};
use crate::model::{Entity, Meeting};
use crate::text::Span;

use super::Context;
use super::names::for_each_word;
use super::scan::{Cursor, before, is_dash, spaces_before};

/// Finds the meeting that a closing line names: *52nd plenary meeting*, *Adopted at the 2981st meeting*, `45e séance`,
/// `第30次全体会议`, `الجلسة العامة 44`. `None` where none is numbered. Linear in `text`.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_meeting};
/// use whereas::lexicon::Language;
///
/// let found = find_meeting("Adopted unanimously at the 3000th meeting.", &Context::new(Language::En)).unwrap();
/// assert_eq!((found.ordinal, found.text.as_str()), (3000, "3000th meeting"));
/// ```
#[must_use]
pub fn find_meeting(text: &str, context: &Context) -> Option<Meeting> {
    let (nouns, place) = sitting_words(context.language);
    for noun in nouns {
        for (at, _) in text.match_indices(noun) {
            let found = match place {
                SittingPlace::NumberBefore => {
                    number_before_noun(text, at).map(|(from, value)| (from, at + noun.len(), value))
                }
                SittingPlace::NumberBehind => number_behind(text, at + noun.len()).map(|(to, value)| (at, to, value)),
            };
            if let Some((from, to, ordinal)) = found {
                let words = text.get(from..to)?.to_owned();
                return Some(Meeting { ordinal, text: words, span: Span::at(from, to) });
            }
        }
    }
    None
}

/// The number before a noun, with the letters of an ordinal and at most one word between: *52nd plenary*.
fn number_before_noun(text: &str, noun: usize) -> Option<(usize, u16)> {
    let mut edge = spaces_before(text, noun);
    for _ in 0..2 {
        let mark = before(text, edge).filter(|mark| matches!(mark, '次' | 'ª' | 'º' | '°'));
        let (start, value) = if let Some(mark) = mark {
            // "第30次", "42ª"
            let edge = edge - mark.len_utf8();
            (digits_start(text, edge)?, digits_value(text, edge))
        } else {
            let (start, word) = token_before(text, edge)?;
            let dash = before(text, start).filter(|mark| is_dash(*mark)).map(|dash| start - dash.len_utf8());
            // "52-е"
            let dashed = dash.and_then(|edge| Some((digits_start(text, edge)?, digits_value(text, edge)?)));
            dashed.map_or_else(
                || (start, ordinal_value(word).or_else(|| ordinal_word(&word.to_lowercase()))),
                |(start, value)| (start, Some(value)),
            )
        };
        if let Some(value) = value {
            let start = if text.get(..start).is_some_and(|ahead| ahead.ends_with('第')) {
                start - '第'.len_utf8()
            } else {
                start
            };
            return Some((start, value));
        }
        edge = spaces_before(text, start);
    }
    None
}

/// The letters and digits that end before `edge`: where they begin, and they themselves.
fn token_before(text: &str, edge: usize) -> Option<(usize, &str)> {
    let mut start = edge;
    while let Some(letter) = before(text, start).filter(|letter| letter.is_alphanumeric()) {
        start -= letter.len_utf8();
    }
    text.get(start..edge).filter(|token| !token.is_empty()).map(|token| (start, token))
}

/// Where the word of digits that ends before `edge` begins.
fn digits_start(text: &str, edge: usize) -> Option<usize> {
    let mut start = edge;
    while before(text, start).is_some_and(|letter| letter.is_ascii_digit()) {
        start -= 1;
    }
    (start < edge).then_some(start)
}

fn digits_value(text: &str, edge: usize) -> Option<u16> {
    text.get(digits_start(text, edge)?..edge)?.parse().ok()
}

/// The value of `2981st`, `45e`, `42a`; letters that a scan makes of digits are read as those.
fn ordinal_value(word: &str) -> Option<u16> {
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let bare = word.trim_end_matches(|letter: char| letter.is_lowercase() && letter != 'l');
    let digits: String = bare
        .chars()
        .map(|letter| match letter {
            'I' | 'l' => '1',
            'O' => '0',
            other => other,
        })
        .collect();
    digits.parse().ok()
}

/// The number behind a noun: `الجلسة العامة 44`.
fn number_behind(text: &str, end: usize) -> Option<(usize, u16)> {
    let mut at = Cursor::new(text, end);
    at.spaces();
    let mut ahead = at;
    if ahead.eat("العامة") {
        ahead.spaces();
        at = ahead;
    }
    let (value, _) = at.number(5)?;
    Some((at.at, value.try_into().ok()?))
}

/// Finds who proposed a text, as a line before it names them: *Austria, Brazil and Chile: draft resolution*,
/// *Sponsors: Austria, Brazil*. Empty where the line is no such. Linear in `line`.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_sponsors};
/// use whereas::lexicon::Language;
///
/// let found = find_sponsors("Austria, Brazil and Chile: draft resolution", &Context::new(Language::En));
/// let ids: Vec<_> = found.iter().filter_map(|sponsor| sponsor.id.as_deref()).collect();
/// assert_eq!(ids, ["AUT", "BRA", "CHL"]);
/// ```
#[must_use]
pub fn find_sponsors(line: &str, _context: &Context) -> Vec<Entity> {
    const DRAFTS: [&str; 14] = [
        "draft resolution",
        "revised draft resolution",
        "draft decision",
        "projet de résolution",
        "projet de résolution révisé",
        "projet de décision",
        "proyecto de resolución",
        "proyecto de resolución revisado",
        "proyecto de decisión",
        "проект резолюции",
        "пересмотренный проект резолюции",
        "مشروع قرار",
        "决议草案",
        "订正决议草案",
    ];
    const LISTS: [&str; 12] = [
        "Sponsors",
        "Sponsor",
        "Sponsored by",
        "Co-sponsors",
        "Cosponsors",
        "Co-Sponsors",
        "Main Submitter",
        "Submitted by",
        "Auteurs",
        "Coauteurs",
        "Patrocinadores",
        "Авторы",
    ];
    let Some((head, tail)) = line.split_once([':', '：']) else { return Vec::new() };
    let behind = tail.trim().trim_end_matches(['*', '†', ' ']).to_lowercase();
    let (from, list) = if DRAFTS.contains(&behind.as_str()) {
        (0, head)
    } else if LISTS.contains(&head.trim()) {
        (line.len() - tail.len(), tail)
    } else {
        return Vec::new();
    };
    states_in(list, from)
}

/// Every State that `text` names, with places moved by `from`.
fn states_in(text: &str, from: usize) -> Vec<Entity> {
    let mut found = Vec::new();
    for_each_word(text, |at| {
        let Some(name) = Names::get().find_at(text, at) else { return at };
        if name.id.len() == 3 && name.id.bytes().all(|byte| byte.is_ascii_uppercase()) {
            found.push(Entity {
                text: text.get(name.start..name.end).unwrap_or_default().to_owned(),
                id: Some(name.id.to_owned()),
                span: Span::at(from + name.start, from + name.end),
            });
        }
        name.end
    });
    found
}

/// Finds who had reservations, in a note behind the last paragraph: the States that it names, or the words as a
/// whole where it names none. Empty for a text that speaks of none. Linear in `note`.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_reservations};
/// use whereas::lexicon::Language;
///
/// let note = "The delegation of Ecuador expressed its reservation on paragraph 3.";
/// assert_eq!(find_reservations(note, &Context::new(Language::En))[0].id.as_deref(), Some("ECU"));
/// ```
#[must_use]
pub fn find_reservations(note: &str, context: &Context) -> Vec<Entity> {
    let stems: &[&str] = match context.language {
        Language::Fr => &["réserve", "Réserve"],
        Language::Es => &["reserva", "Reserva"],
        Language::Ru => &["оговорк", "Оговорк"],
        Language::Ar => &["تحفظ", "التحفظ"],
        Language::Zh => &["保留"],
        Language::En | Language::Und => &["reservation", "Reservation", "RESERVATION"],
    };
    let speaks = stems.iter().any(|stem| {
        note.match_indices(stem)
            .any(|(at, _)| before(note, at).is_none_or(|letter| !is_word(letter) || letter >= '\u{600}'))
    });
    if !speaks {
        return Vec::new();
    }
    let states = states_in(note, 0);
    if !states.is_empty() {
        return states;
    }
    let span = Span::at(0, note.len()).trim(note);
    span.of(note).map(|words| Entity { text: words.to_owned(), id: None, span }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_meeting_in_six_languages() {
        for (language, text, ordinal) in [
            (Language::En, "52nd plenary meeting\n12 December 2022", 52),
            (Language::En, "Adopted unanimously at the 298Ist meeting.", 2981),
            (Language::Fr, "45e séance plénière", 45),
            (Language::Es, "42ª sesión plenaria", 42),
            (Language::Es, "42a sesión plenaria", 42),
            (Language::Ru, "52-е пленарное заседание", 52),
            (Language::Ar, "الجلسة العامة 44", 44),
            (Language::Zh, "第30次全体会议", 30),
        ] {
            let found = find_meeting(text, &Context::new(language));
            assert_eq!(found.map(|found| found.ordinal), Some(ordinal), "{text}");
        }
        assert_eq!(find_meeting("The meeting was held in May", &Context::new(Language::En)), None);
    }

    #[test]
    fn names_who_proposed_a_text() {
        for (language, line, ids) in [
            (Language::Fr, "Autriche, Brésil et Chili : projet de résolution", vec!["AUT", "BRA", "CHL"]),
            (Language::Ru, "Австрия, Бразилия и Чили: проект резолюции", vec!["AUT", "BRA", "CHL"]),
            (Language::Zh, "奥地利、巴西和智利：决议草案", vec!["AUT", "BRA", "CHL"]),
            (Language::En, "Sponsors: Kenya, Norway", vec!["KEN", "NOR"]),
            (Language::En, "Recalling its resolution: Kenya", vec![]),
        ] {
            let found: Vec<_> =
                find_sponsors(line, &Context::new(language)).into_iter().filter_map(|sponsor| sponsor.id).collect();
            assert_eq!(found, ids, "{line}");
        }
    }

    #[test]
    fn tells_reservations_and_invents_none() {
        let of = |language, note| find_reservations(note, &Context::new(language)).len();
        assert_eq!(of(Language::Ar, "مع تحفظ وفد العراق على الفقرة 2"), 1);
        assert_eq!(of(Language::En, "Reservation: the delegation reserved its position."), 1);
        assert_eq!(of(Language::En, "The delegation of Ecuador spoke in explanation of vote."), 0);
    }
}

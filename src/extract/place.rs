//! The place where a body met: `ISLAMABAD, ISLAMIC REPUBLIC OF PAKISTAN`.

use std::sync::OnceLock;

use crate::lexicon::key::{Key, is_word};
use crate::lexicon::months::gregorian_month;
use crate::lexicon::names::states;
use crate::lexicon::phrases::Phrases;
use crate::model::Place;
use crate::text::Span;

use super::Context;
use super::names::for_each_word;
use super::scan::{before, is_dash, is_space, small, spaces_before};

/// The States by their names in small letters.
struct Countries {
    codes: Vec<&'static str>,
    names: Phrases,
}

fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let mut codes: Vec<&'static str> = Vec::new();
        let mut names = Vec::new();
        for (code, name) in states() {
            if codes.last() != Some(&code) {
                codes.push(code);
            }
            names.push((name.to_lowercase().into(), codes.len() as u16 - 1));
        }
        Countries { codes, names: Phrases::new(names) }
    })
}

/// Finds every place that `text` names as *city, State*, with the State's code; the city's name is
/// given as in a sentence, whatever capitals it is printed in.
///
/// Meant for a masthead or an enacting sentence: the text is copied once. Linear in `text`.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_places};
/// use whereas::lexicon::Language;
///
/// let text = "ISLAMABAD, ISLAMIC REPUBLIC OF PAKISTAN 22-23 March 2022";
/// let found = find_places(text, &Context::new(Language::En));
/// assert_eq!((found[0].name.as_str(), found[0].country), ("Islamabad", Some("PAK")));
/// ```
#[must_use]
pub fn find_places(text: &str, _context: &Context) -> Vec<Place> {
    if !text.contains([',', '،', '-', '–', '—', '(']) {
        return Vec::new();
    }
    // Small letters of the same length keep every position; a letter whose small form is of another
    // length is left as it is.
    let lowered: String = text
        .chars()
        .map(|letter| Some(small(letter)).filter(|small| small.len_utf8() == letter.len_utf8()).unwrap_or(letter))
        .collect();
    let table = countries();
    let mut found = Vec::new();
    for_each_word(&lowered, |at| {
        let Some((place, end)) = table.names.find_at(&lowered, at) else { return at };
        let country = table.codes.get(usize::from(place)).copied();
        if let Some(city) = city_before(text, at).filter(|city| is_city(&lowered, *city, place, table)) {
            found.push(Place {
                name: as_in_a_sentence(city.of(text).unwrap_or_default()),
                country,
                span: Span::at(city.start as usize, end),
            });
        }
        end
    });
    found
}

/// Whether the words may name a city: no month, and no other State as in a list of them.
fn is_city(lowered: &str, city: Span, state: u16, table: &Countries) -> bool {
    let words = city.of(lowered).unwrap_or_default();
    let month = Key::of(words).is_some_and(|key| gregorian_month(&key).is_some());
    let other = table.names.find_at(lowered, city.start as usize);
    !month && other.is_none_or(|(code, end)| code == state || end < city.end as usize)
}

/// The city named before a State, with a comma, dash or bracket between the two.
fn city_before(text: &str, state: usize) -> Option<Span> {
    let mut at = skip_article(text, spaces_before(text, state));
    let mark = before(text, at).filter(|mark| matches!(mark, ',' | '،' | '(' | '/') || is_dash(*mark))?;
    at = spaces_before(text, at - mark.len_utf8());
    let end = at;
    let mut start = at;
    // Up to four words that begin with a capital, or of a script without them.
    for _ in 0..4 {
        let mut word = start;
        while let Some(letter) =
            before(text, word).filter(|letter| is_word(*letter) || matches!(letter, '\'' | '’' | '-' | '.'))
        {
            word -= letter.len_utf8();
        }
        let first = text.get(word..start)?.chars().next();
        let named = first.is_some_and(|first| is_word(first) && !first.is_lowercase());
        if !named || (start < end && is_preposition(text.get(word..start)?)) {
            break;
        }
        start = word;
        let Some(space) = before(text, start).filter(|space| is_space(*space) && *space != '\n') else { break };
        let arabic = text.get(word..end)?.starts_with(|letter: char| ('\u{600}'..='\u{6FF}').contains(&letter));
        if arabic {
            // Arabic has no capitals: one word is the city.
            break;
        }
        start -= space.len_utf8();
    }
    let city = Span::at(start, end).trim(text);
    let words = city.of(text)?;
    (!words.is_empty() && words.len() <= 48 && words.chars().any(is_word)).then_some(city)
}

/// Over the article of a State's name: *the*, *la*, *le*, *l’*.
fn skip_article(text: &str, at: usize) -> usize {
    let Some((start, word)) = super::scan::word_before(text, at) else { return at };
    if matches!(word.to_lowercase().as_str(), "the" | "la" | "le" | "l" | "el" | "los" | "les") {
        spaces_before(text, start)
    } else {
        at
    }
}

/// Words in capitals before a city that are no part of its name.
fn is_preposition(word: &str) -> bool {
    matches!(word, "IN" | "AT" | "HELD" | "À" | "A" | "OF" | "THE" | "Held" | "In" | "At" | "Done" | "DONE")
}

/// A name in capitals as it is written in a sentence.
fn as_in_a_sentence(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let mut written = String::with_capacity(name.len());
    let mut inside = false;
    for letter in name.chars() {
        if inside {
            written.extend(letter.to_lowercase());
        } else {
            written.push(letter);
        }
        inside = is_word(letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    fn places(text: &str) -> Vec<(String, Option<&'static str>, String)> {
        find_places(text, &Context::new(Language::Und))
            .into_iter()
            .map(|place| (place.name, place.country, place.span.of(text).unwrap().to_owned()))
            .collect()
    }

    #[test]
    fn reads_city_and_state() {
        for (text, name, code, words) in [
            (
                "ISLAMABAD, ISLAMIC REPUBLIC OF PAKISTAN 22-23 March 2022",
                "Islamabad",
                "PAK",
                "ISLAMABAD, ISLAMIC REPUBLIC OF PAKISTAN",
            ),
            (
                "held in Islamabad, Islamic Republic of Pakistan, on 22",
                "Islamabad",
                "PAK",
                "Islamabad, Islamic Republic of Pakistan",
            ),
            ("ABU DHABI, UNITED ARAB EMIRATES", "Abu Dhabi", "ARE", "ABU DHABI, UNITED ARAB EMIRATES"),
            ("tenue à Niamey, République du Niger, les", "Niamey", "NER", "Niamey, République du Niger"),
            ("NIAMEY - REPUBLIC OF NIGER", "Niamey", "NER", "NIAMEY - REPUBLIC OF NIGER"),
            ("held in Jeddah, Kingdom of Saudi Arabia", "Jeddah", "SAU", "Jeddah, Kingdom of Saudi Arabia"),
            ("المنعقد في طشقند، أوزبكستان", "طشقند", "UZB", "طشقند، أوزبكستان"),
        ] {
            assert_eq!(places(text), [(name.to_owned(), Some(code), words.to_owned())], "{text}");
        }
    }

    #[test]
    fn takes_no_list_of_states_for_a_place() {
        assert_eq!(places("the situation in Kazakhstan and the Syrian Arab Republic"), []);
        assert_eq!(places("China, Kazakhstan, Yemen"), []);
        assert_eq!(places("adopted on 5 May, Kazakhstan abstaining"), []);
    }
}

//! Which language a text is in, by its script and, for Latin letters, by its commonest words.

use super::Language;

/// How many characters are looked at: resolutions name their body at once.
const REACH: usize = 6_000;

const WORDS: [(Language, &[&str]); 3] = [
    (Language::En, &["the", "of", "and", "to", "in", "that", "by", "with", "its", "which"]),
    (Language::Fr, &["le", "la", "les", "des", "du", "et", "à", "dans", "sur", "qui", "aux", "une"]),
    (Language::Es, &["el", "la", "su", "los", "las", "del", "y", "en", "que", "por", "para", "con", "una"]),
];

/// The language of `text`, or `Und` where it has too few words to tell.
///
/// Reads at most the first 6,000 characters.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, detect_language};
///
/// assert_eq!(detect_language("Rappelant sa résolution 70/1 et les principes de la Charte"), Language::Fr);
/// assert_eq!(detect_language("大会，回顾其决议"), Language::Zh);
/// assert_eq!(detect_language("70/1"), Language::Und);
/// ```
#[must_use]
pub fn detect_language(text: &str) -> Language {
    let (mut latin, mut arabic, mut cyrillic, mut chinese) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut end = text.len();
    for (count, (at, character)) in text.char_indices().enumerate() {
        if count >= REACH {
            end = at;
            break;
        }
        match character {
            'a'..='z' | 'A'..='Z' | 'À'..='ɏ' => latin += 1,
            '\u{0600}'..='\u{06FF}' => arabic += 1,
            '\u{0400}'..='\u{04FF}' => cyrillic += 1,
            // A Chinese character says about as much as two letters.
            '\u{4E00}'..='\u{9FFF}' => chinese += 2,
            _ => {}
        }
    }
    let most = latin.max(arabic).max(cyrillic).max(chinese);
    match most {
        0 => Language::Und,
        _ if most == arabic => Language::Ar,
        _ if most == chinese => Language::Zh,
        _ if most == cyrillic => Language::Ru,
        _ => vote(text.get(..end).unwrap_or(text)),
    }
}

fn vote(text: &str) -> Language {
    let mut votes = [0_usize; 3];
    for word in text.split(|character: char| !character.is_alphabetic()).filter(|word| (1..=5).contains(&word.len())) {
        for (count, (_, words)) in votes.iter_mut().zip(WORDS) {
            *count += usize::from(words.iter().any(|known| known.eq_ignore_ascii_case(word)));
        }
    }
    let best = votes.iter().copied().max().unwrap_or(0);
    if best < 2 {
        return Language::Und;
    }
    votes.iter().zip(WORDS).find(|(count, _)| **count == best).map_or(Language::Und, |(_, (language, _))| language)
}

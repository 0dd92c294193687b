//! Words that make a lead phrase stronger: *strongly*, *in the strongest terms*, *once again*.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::concepts::{Concept, Held};
use super::lead_parts::begins_with_word;
use super::table::{forms, read_rows};

/// A modifier's words, and what they add.
struct Modifier {
    words: &'static str,
    /// Steps of intensity; 0 for a repetition.
    degree: u8,
}

fn modifiers(language: Language) -> &'static [Modifier] {
    static MODIFIERS: OnceLock<FxHashMap<Language, Vec<Modifier>>> = OnceLock::new();
    let language = if language == Language::Und { Language::En } else { language };
    let known = MODIFIERS.get_or_init(|| {
        let mut known: FxHashMap<Language, Vec<Modifier>> = FxHashMap::default();
        for [language, degree, cell] in read_rows::<3>(include_str!("data/modifiers.tsv")) {
            let Some(language) = Language::from_code(language) else { continue };
            let degree = degree.parse().unwrap_or(0);
            known.entry(language).or_default().extend(forms(cell).map(|words| Modifier { words, degree }));
        }
        known
    });
    known.get(&language).map_or(&[], Vec::as_slice)
}

/// How many steps the modifiers in `phrase`, given in small letters, add to what `concept` holds of them
/// already. A phrase of one word has none; others cost a comparison of each word with each modifier.
pub(super) fn count_raised(phrase: &str, language: Language, concept: Option<&Concept>) -> u8 {
    let Some(concept) = concept.filter(|concept| concept.ladder.is_some()) else { return 0 };
    let spaced = language != Language::Zh;
    if spaced && !phrase.contains(' ') {
        return 0;
    }
    let (mut degree, mut again) = (0, false);
    let mut note = |modifier: &Modifier| {
        degree = degree.max(modifier.degree);
        again |= modifier.degree == 0;
    };
    let table = modifiers(language);
    if spaced {
        for start in phrase.match_indices(' ').map(|(at, _)| at + 1).chain([0]) {
            let rest = phrase.get(start..).unwrap_or("");
            table.iter().filter(|modifier| begins_with_word(rest, modifier.words)).for_each(&mut note);
        }
    } else {
        table.iter().filter(|modifier| phrase.contains(modifier.words)).for_each(&mut note);
    }
    let (held, repeated) = match concept.holds {
        Held::Degree(held) => (held, false),
        Held::Repetition => (0, true),
    };
    degree.saturating_sub(held) + u8::from(again && !repeated)
}

//! The small words that decide how much a difference weighs and where a clause begins.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::table::{read_rows, table};

static TABLE: &str = table!("data/function_words.tsv", 3);

/// What a word is used for. A word may have several uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// *a*, *the*.
    Article,
    /// *that*, *which*.
    Relative,
    /// *of*, *in*.
    Preposition,
    /// A word whose change always counts: *not*, *all*, *shall*.
    Protected,
    /// A number written out.
    Number,
    /// A word after which a verb before it governs nothing more: *since*, *although*.
    Breaker,
    /// A word that a clause with a subject of its own follows: *that*, *since*, *stressing*.
    Opener,
    /// A finite form that begins a predicate: *do*, *are*, *shall*.
    Finite,
    /// *they*, *it*.
    Pronoun,
    /// *he*, *she*.
    PersonPronoun,
    /// What stands between a subject and its verb: *has*, *also*, *strongly*.
    Auxiliary,
    /// A form of *be*, which makes the verb after it passive.
    Passive,
    /// *the*, *its*, *such*: what a noun phrase begins with.
    Determiner,
    /// An office or title that a person has.
    Person,
    /// A word for something that speaks as a body.
    Institution,
    /// A word for a written text.
    Text,
    /// A word that narrows the noun before it: *of*, *that*, *by*.
    Restrictive,
    /// A phrase that narrows what is asked: *as appropriate*, *unless*.
    Qualifier,
    /// A word that joins the parts of a list: *and*, *or*.
    Joiner,
    /// What quoted words are called before them: *the words*.
    Wording,
    /// A phrase that names where words come from: *according to*.
    LeadIn,
    /// What a paragraph is called: *paragraph*, *clause*.
    ParagraphName,
    /// What the operative part is called, or what belongs to it: *operative*.
    OperativePart,
    /// What the preamble is called, or what belongs to it: *preambular*.
    PreamblePart,
}

const NAMES: [(&str, WordClass); 24] = [
    ("article", WordClass::Article),
    ("relative", WordClass::Relative),
    ("preposition", WordClass::Preposition),
    ("protected", WordClass::Protected),
    ("number", WordClass::Number),
    ("breaker", WordClass::Breaker),
    ("opener", WordClass::Opener),
    ("finite", WordClass::Finite),
    ("pronoun", WordClass::Pronoun),
    ("person-pronoun", WordClass::PersonPronoun),
    ("auxiliary", WordClass::Auxiliary),
    ("passive", WordClass::Passive),
    ("determiner", WordClass::Determiner),
    ("person", WordClass::Person),
    ("institution", WordClass::Institution),
    ("text", WordClass::Text),
    ("restrictive", WordClass::Restrictive),
    ("qualifier", WordClass::Qualifier),
    ("joiner", WordClass::Joiner),
    ("wording", WordClass::Wording),
    ("lead-in", WordClass::LeadIn),
    ("paragraph-name", WordClass::ParagraphName),
    ("operative-part", WordClass::OperativePart),
    ("preamble-part", WordClass::PreamblePart),
];

/// The uses of single words, and the phrases of several words by their first.
struct Words {
    uses: FxHashMap<(Language, &'static str), u32>,
    phrases: FxHashMap<&'static str, Vec<(WordClass, Vec<&'static str>)>>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Words { uses: FxHashMap::default(), phrases: FxHashMap::default() };
        for [language, class, phrase] in read_rows::<3>(TABLE) {
            let Some(language) = Language::from_code(language) else { continue };
            let Some(&(_, class)) = NAMES.iter().find(|(name, _)| *name == class) else { continue };
            let parts: Vec<_> = phrase.split([' ', '-']).collect();
            match parts.as_slice() {
                [word] => {
                    *words.uses.entry((language, *word)).or_default() |= 1 << class as u32;
                    // Who speaks is told by the same words wherever they stand.
                    if SHARED.contains(&class) {
                        *words.uses.entry((Language::En, *word)).or_default() |= 1 << class as u32;
                    }
                }
                [first, ..] => words.phrases.entry(first).or_default().push((class, parts.clone())),
                [] => {}
            }
        }
        words
    })
}

/// Uses of which the words of every language are known in each.
const SHARED: [WordClass; 9] = [
    WordClass::Person,
    WordClass::Institution,
    WordClass::Text,
    WordClass::LeadIn,
    WordClass::ParagraphName,
    WordClass::OperativePart,
    WordClass::PreamblePart,
    WordClass::Qualifier,
    WordClass::Wording,
];

/// Whether `word`, folded, has the use `class` in English.
///
/// Words for persons, institutions, texts and their parts, for quoted words, and qualifiers, are known in every language.
/// Costs one look-up.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{WordClass, is_word_of};
///
/// assert!(is_word_of("shall", WordClass::Protected));
/// assert!(!is_word_of("council", WordClass::Article));
/// ```
#[must_use]
pub fn is_word_of(word: &str, class: WordClass) -> bool {
    is_word_in(Language::En, word, class)
}

/// Whether `word`, folded, has the use `class` in a language; one that is not known is read as English.
///
/// Articles, relatives, prepositions and protected words are known in every language. Costs one look-up.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, WordClass, is_word_in};
///
/// assert!(is_word_in(Language::Es, "no", WordClass::Protected));
/// assert!(is_word_in(Language::Fr, "les", WordClass::Article));
/// assert!(!is_word_in(Language::En, "les", WordClass::Article));
/// ```
#[must_use]
pub fn is_word_in(language: Language, word: &str, class: WordClass) -> bool {
    let language = if language == Language::Und { Language::En } else { language };
    // The key lives as long as the word that is looked for.
    let uses: &FxHashMap<(Language, &str), u32> = &words().uses;
    uses.get(&(language, word)).is_some_and(|uses| uses & (1 << class as u32) != 0)
}

/// How many of `next`, which yields folded words, make a word or phrase of the use `class`; 0 for
/// none. The longest phrase is taken.
pub fn match_phrase<'a>(mut next: impl FnMut(usize) -> Option<&'a str>, class: WordClass) -> usize {
    let Some(first) = next(0) else { return 0 };
    let mut longest = usize::from(is_word_of(first, class));
    for (of, parts) in words().phrases.get(first).into_iter().flatten() {
        let fits = *of == class && parts.iter().enumerate().all(|(at, part)| next(at) == Some(part));
        if fits {
            longest = longest.max(parts.len());
        }
    }
    longest
}

/// The language whose tables a text without a known language is read with.
#[must_use]
pub const fn has_function_words(language: Language) -> bool {
    matches!(language, Language::En | Language::Und)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_longest_phrase() {
        let words = ["within", "existing", "resources", "and"];
        assert_eq!(match_phrase(|at| words.get(at).copied(), WordClass::Qualifier), 3);
        assert_eq!(match_phrase(|at| words.get(at).copied(), WordClass::Preposition), 1);
        assert_eq!(match_phrase(|at| words.get(at + 3).copied(), WordClass::Qualifier), 0);
    }

    #[test]
    fn knows_every_class_that_the_table_names() {
        for [_, class, phrase] in read_rows::<3>(TABLE) {
            assert!(NAMES.iter().any(|(name, _)| *name == class), "{class}: {phrase}");
        }
    }
}

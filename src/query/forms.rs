//! The other forms in which a word may stand: inflections, words of one stem, near spellings.
//!
//! Forms are made from the word and looked up in the index, so that none is thought of that no text
//! holds, and no table of stems is kept.

use super::shelf::{Infos, Shelves, count_of};
use super::typo;
use crate::index::Fact;
use crate::text::sort_by_key;

/// How near a form is to what was typed. The order is that of ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// The very word.
    Exact,
    /// Another form of the word: *condemns* for *condemn*, القرار for قرار.
    Inflected,
    /// Another word of the same stem, or one that is spelt much the same.
    Related,
}

/// A term that may stand for a word.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// Its letters, without the mark of a fact.
    pub(super) word: String,
    pub(super) nearness: Nearness,
    /// Where it stands in each pack.
    pub(super) infos: Infos,
}

/// What was found for a word.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    pub(super) terms: Vec<Form>,
    /// The word that was taken instead, where nothing had the one that was typed.
    pub(super) instead: Option<Instead>,
}

/// Why other words than the one typed were taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Instead {
    /// Words of the same stem, the most frequent of them named.
    Stem(String),
    /// Words of nearly the same spelling, the most frequent first.
    Spelling(Vec<String>),
}

/// The most words that one beginning stands for.
const MOST_COMPLETIONS: usize = 512;

/// The most spellings that are taken for a word beside others.
const MOST_SPELLINGS: usize = 16;

/// Finds the forms of a folded word that the packs hold, among the words of a kind of fact. Of a word that may turn
/// out to be missing only because bytes are, nothing further is tried. Where it stands beside others, those say which of
/// several near spellings was meant: all of them are taken.
pub(super) fn find_forms(shelves: Shelves, fact: Fact, word: &str, beside: bool) -> Forms {
    let mut forms = find_exact(shelves, fact, word);
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return forms;
    }
    if let Some(first) = word.chars().next()
        && is_han(first)
    {
        if word.chars().nth(1).is_none() {
            // A single Chinese character is found as the first of a pair, or as the last of a run.
            forms = find_beginning(shelves, fact, word, MOST_COMPLETIONS * 4);
            forms.terms.iter_mut().for_each(|form| form.nearness = Nearness::Exact);
        }
        return forms;
    }
    add_inflections(shelves, fact, word, &mut forms);
    if forms.terms.is_empty() && !shelves.is_missing() {
        add_stem(shelves, fact, word, &mut forms);
    }
    if forms.terms.is_empty() && !shelves.is_missing() {
        add_spelling(shelves, fact, word, if beside { MOST_SPELLINGS } else { 1 }, &mut forms);
    }
    forms
}

/// Finds the very word.
pub(super) fn find_exact(shelves: Shelves, fact: Fact, word: &str) -> Forms {
    let found = shelves.find(&fact.term(word));
    let form = |infos| Form { word: word.to_owned(), nearness: Nearness::Exact, infos };
    Forms { terms: found.map(form).into_iter().collect(), instead: None }
}

/// Finds the terms that begin with `word`.
pub(super) fn find_completions(shelves: Shelves, fact: Fact, word: &str) -> Forms {
    find_beginning(shelves, fact, word, MOST_COMPLETIONS)
}

fn find_beginning(shelves: Shelves, fact: Fact, word: &str, most: usize) -> Forms {
    let found = shelves.with_prefix(&fact.term(word), most, |_| true).into_iter().map(|(term, infos)| {
        let nearness = if fact.word_of(&term) == word { Nearness::Exact } else { Nearness::Inflected };
        Form { word: fact.word_of(&term).to_owned(), nearness, infos }
    });
    Forms { terms: found.collect(), instead: None }
}

const fn is_han(character: char) -> bool {
    matches!(character, '\u{2E80}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..)
}

fn add_inflections(shelves: Shelves, fact: Fact, word: &str, forms: &mut Forms) {
    let mut buffer = String::new();
    for_each_inflection(word, &mut |parts| {
        buffer.clear();
        for part in parts {
            buffer.push_str(part);
        }
        if forms.terms.iter().all(|known| known.word != buffer)
            && let Some(infos) = shelves.find(&fact.term(&buffer))
        {
            forms.terms.push(Form { word: buffer.clone(), nearness: Nearness::Inflected, infos });
        }
    });
}

/// Endings that are exchanged for each other, by script. The first row of each is the bare stem's.
const LATIN_ENDINGS: [&[&str]; 8] = [
    // condemn: condemns, condemned, condemning
    &["", "s", "es", "ed", "ing"],
    // urge: urges, urged, urging
    &["e", "es", "ed", "ing", "s"],
    // policy: policies
    &["y", "ies", "ied", "ying"],
    // French: condamne, condamnent, condamnant, condamné; national: nationaux
    &["e", "ent", "ant", "es", "er", "ee", "ees"],
    &["al", "aux", "ale", "ales"],
    // Spanish: condena, condenan, condenando; unida, unidos; nacion: naciones
    &["a", "an", "ando", "ar", "as"],
    &["a", "o", "as", "os"],
    &["", "es"],
];

const RUSSIAN_ENDINGS: [&[&str]; 6] = [
    // резолюция
    &["я", "и", "ю", "ей", "й", "ям", "ями", "ях"],
    // осуждает
    &["ет", "ют", "я", "л", "ла", "ть"],
    // страна
    &["а", "ы", "е", "у", "ой", "", "ам", "ами", "ах", "и"],
    // совет
    &["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"],
    // развитие
    &["ие", "ия", "ию", "ием", "ии", "ий"],
    // международный
    &["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми", "ий", "ие", "их", "им", "ими"],
];

/// What stands before an Arabic word and belongs to it: and, so, by, as, for, the.
const ARABIC_BEFORE: [&str; 22] = [
    "", "و", "ف", "ب", "ك", "ل", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وب", "ول", "فب", "فل", "وبال",
    "وكال", "فبال", "س",
];

/// Those of them that hold the article and are cut off without a doubt.
const ARABIC_ARTICLES: [&str; 10] = ["وبال", "وكال", "فبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"];

/// Gives every form that `word` could have to `take`, in pieces. They need not exist.
fn for_each_inflection(word: &str, take: &mut dyn FnMut(&[&str])) {
    let Some(first) = word.chars().next() else { return };
    match first {
        '\u{0600}'..='\u{06FF}' => for_each_arabic(word, take),
        '\u{0400}'..='\u{04FF}' => for_each_ending(word, &RUSSIAN_ENDINGS, 3, take),
        'a'..='z' => {
            for_each_ending(word, &LATIN_ENDINGS, 3, take);
            for_each_doubled(word, take);
        }
        _ => {}
    }
}

fn for_each_ending(word: &str, rows: &[&[&str]], least: usize, take: &mut dyn FnMut(&[&str])) {
    for row in rows {
        for ending in *row {
            let Some(stem) = word.strip_suffix(ending) else { continue };
            if stem.chars().count() < least {
                continue;
            }
            // A bare word is no stem of the rows that want an ending: "stat" is not "state".
            if row.first().is_some_and(|bare| !bare.is_empty() && ending.is_empty()) && !row.contains(&"") {
                continue;
            }
            for other in *row {
                if other != ending {
                    take(&[stem, other]);
                }
            }
        }
    }
}

/// stop: stopped, stopping.
fn for_each_doubled(word: &str, take: &mut dyn FnMut(&[&str])) {
    let last = word.get(word.len().saturating_sub(1)..).unwrap_or("");
    if word.len() >= 3 && !matches!(last, "a" | "e" | "i" | "o" | "u" | "s" | "w" | "x" | "y") {
        take(&[word, last, "ed"]);
        take(&[word, last, "ing"]);
    }
    for ending in ["ed", "ing"] {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        let [.., before, last] = stem.as_bytes() else { continue };
        if before == last && stem.len() > 3 {
            let stem = stem.get(..stem.len() - 1).unwrap_or(stem);
            for other in ["", "s", "ed", "ing"] {
                take(&[stem, other]);
            }
        }
    }
}

fn for_each_arabic(word: &str, take: &mut dyn FnMut(&[&str])) {
    let long = |stem: &str| stem.chars().count() >= 3;
    let bare = ARABIC_ARTICLES.iter().find_map(|article| word.strip_prefix(article).filter(|stem| long(stem)));
    let single =
        ["و", "ف", "ب", "ك", "ل"].iter().find_map(|letter| word.strip_prefix(letter).filter(|stem| long(stem)));
    for (stem, sure) in [(Some(word), true), (bare, true), (single, false)] {
        let Some(stem) = stem else { continue };
        if !sure {
            // The letter may be the word's own: only the word without it is tried.
            take(&[stem]);
            continue;
        }
        let (root, ends) = arabic_ends(stem);
        for before in ARABIC_BEFORE {
            for end in ends {
                take(&[before, root, end]);
            }
        }
    }
}

/// A last letter that is written in two ways, and both of them.
fn arabic_ends(stem: &str) -> (&str, &'static [&'static str]) {
    for (letter, both) in [('ة', &["ة", "ه"]), ('ه', &["ه", "ة"]), ('ى', &["ى", "ي"]), ('ي', &["ي", "ى"])] {
        if let Some(root) = stem.strip_suffix(letter) {
            return (root, both);
        }
    }
    (stem, &[""])
}

/// Whether a word is `other`, or could be a form of it.
pub(super) fn is_form(word: &str, other: &str) -> bool {
    let mut found = word == other;
    for_each_inflection(word, &mut |parts| {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        found |= length == other.len() && parts.concat() == other;
    });
    found
}

/// Endings that make one word of another, longest first.
const DERIVING: [&str; 40] = [
    "ations", "ation", "itions", "ition", "ments", "ment", "ities", "ity", "ional", "ions", "ion", "ives", "ive",
    "ists", "ist", "isms", "ism", "ians", "ian", "ness", "ally", "ical", "ances", "ance", "ences", "ence", "ing", "ed",
    "ers", "er", "ors", "or", "al", "ly", "ic", "ies", "es", "s", "e", "y",
];

const ARABIC_DERIVING: [&str; 14] = ["يات", "يون", "يين", "ية", "ات", "ون", "ين", "ها", "هم", "ان", "ي", "ة", "ه", "ا"];

/// What is left of a word without the ending that made it, of four letters or more.
fn stem_of(word: &str) -> &str {
    if !word.starts_with(|first: char| matches!(first, '\u{0600}'..='\u{06FF}')) {
        return cut_ending(word, &DERIVING, 4).unwrap_or(word);
    }
    let mut stem = word;
    while let Some(shorter) = cut_ending(stem, &ARABIC_DERIVING, 3) {
        stem = shorter;
    }
    stem
}

/// The word without the longest of these endings that leaves enough of it.
fn cut_ending<'a>(word: &'a str, endings: &[&str], least: usize) -> Option<&'a str> {
    let stems = endings.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.filter(|stem| stem.chars().count() >= least).min_by_key(|stem| stem.len())
}

fn add_stem(shelves: Shelves, fact: Fact, word: &str, forms: &mut Forms) {
    let stem = stem_of(word);
    if stem.chars().count() < 3 {
        return;
    }
    let related = shelves.with_prefix(&fact.term(stem), MOST_COMPLETIONS, |term| stem_of(fact.word_of(term)) == stem);
    let related = related.into_iter().map(|(term, infos)| Form {
        word: fact.word_of(&term).to_owned(),
        nearness: Nearness::Related,
        infos,
    });
    forms.terms = related.collect();
    let named = forms.terms.iter().rev().max_by_key(|form| count_of(&form.infos));
    forms.instead = named.map(|form| Instead::Stem(form.word.clone()));
}

/// Takes the nearest spelling; of several, those words that stand in most paragraphs, so many of them. The first letter is
/// believed where any word is near that begins with it; else the second may be the first.
fn add_spelling(shelves: Shelves, fact: Fact, word: &str, most: usize, forms: &mut Forms) {
    let allowed = typo::allowed(word);
    if allowed == 0 {
        return;
    }
    // Letters outside ASCII take two bytes or more.
    let width = if word.is_ascii() { 1 } else { 4 };
    let letters = typo::letters_of(word);
    let is_near = |term: &str| {
        let term = fact.word_of(term);
        term.len().abs_diff(word.len()) <= allowed * width
            && (typo::letters_of(term) ^ letters).count_ones() as usize <= allowed * width * 2
            && typo::distance(word, term, allowed).is_some()
            && term.chars().all(char::is_alphabetic)
    };
    for first in word.chars().take(2) {
        let near = shelves.with_prefix(&fact.term(first.encode_utf8(&mut [0; 4])), usize::MAX, is_near);
        let edits = |term: &str| typo::distance(word, fact.word_of(term), allowed);
        let mut near: Vec<_> = near.into_iter().map(|(term, infos)| (edits(&term), term, infos)).collect();
        let least = near.iter().map(|near| near.0).min();
        near.retain(|near| Some(near.0) == least);
        sort_by_key(&mut near, |(_, _, infos)| std::cmp::Reverse(count_of(infos)));
        near.truncate(most);
        let named: Vec<String> = near.iter().map(|(_, term, _)| fact.word_of(term).to_owned()).collect();
        if let Some(best) = named.first() {
            for ((_, _, infos), word) in near.into_iter().zip(&named) {
                forms.terms.push(Form { word: word.clone(), nearness: Nearness::Related, infos });
            }
            add_inflections(shelves, fact, best, forms);
            for form in &mut forms.terms {
                form.nearness = Nearness::Related;
            }
            forms.instead = Some(Instead::Spelling(named));
            return;
        }
        if shelves.is_missing() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inflections(word: &str) -> Vec<String> {
        let mut all = Vec::new();
        for_each_inflection(word, &mut |parts| all.push(parts.concat()));
        all
    }

    #[test]
    fn makes_the_forms_of_a_verb_from_any_of_them() {
        for from in ["condemn", "condemns", "condemned", "condemning"] {
            for to in ["condemn", "condemns", "condemned", "condemning"] {
                assert!(from == to || inflections(from).contains(&to.to_owned()), "{from} {to}");
            }
        }
        for (from, to) in
            [("urges", "urging"), ("urging", "urge"), ("policy", "policies"), ("stopped", "stop"), ("stop", "stopping")]
        {
            assert!(inflections(from).contains(&to.to_owned()), "{from} {to}");
        }
    }

    #[test]
    fn does_not_take_another_word_for_a_form() {
        for (from, to) in [("minor", "minority"), ("قرار", "استقرار"), ("فلسطين", "فلسطيني"), ("state", "station")]
        {
            assert!(!inflections(from).contains(&to.to_owned()), "{from} {to}");
        }
    }

    #[test]
    fn puts_the_article_and_the_small_words_before_an_arabic_word() {
        for to in ["قرار", "بالقرار", "للقرار", "والقرار"] {
            assert!(inflections("القرار").contains(&to.to_owned()), "{to}");
        }
        assert!(inflections("فلسطين").contains(&"لفلسطين".to_owned()));
        assert!(inflections("لفلسطين").contains(&"فلسطين".to_owned()));
    }

    #[test]
    fn finds_the_stem_that_words_share() {
        assert_eq!(stem_of("condemnation"), stem_of("condemns"));
        assert_eq!(stem_of("palestinian"), stem_of("palestine"));
        assert_eq!(stem_of("فلسطيني"), stem_of("فلسطين"));
    }
}

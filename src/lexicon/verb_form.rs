//! Whether a word has the form of a verb that begins a paragraph, in languages whose lead phrases
//! are listed rather than composed.

use super::Language;
use super::leads::LeadZone;

/// Endings of participles and gerunds, and of the third person, by language.
///
/// They only serve for phrases that no table holds, so that these still get their part.
const fn endings(language: Language, zone: LeadZone) -> &'static [&'static str] {
    match (language, zone) {
        (Language::Fr, LeadZone::Preambular) => &["ant", "ante", "ants", "ée", "ie", "ente"],
        (Language::Fr, LeadZone::Operative) => &["e", "it", "ait", "ît", "ie"],
        (Language::Es, LeadZone::Preambular) => &["ando", "iendo", "endo", "ada", "ida"],
        (Language::Es, LeadZone::Operative) => &["a", "e"],
        (Language::Ru, LeadZone::Preambular) => &["ая", "яя", "уя", "ив", "ав", "ев", "аясь", "уясь", "ясь"],
        (Language::Ru, LeadZone::Operative) => &["ает", "яет", "ует", "ит", "ается", "уется", "ится"],
        _ => &[],
    }
}

/// Words with such endings that begin paragraphs without being verbs.
const OTHERS: [&str; 22] = [
    "le", "les", "une", "cette", "chaque", "comme", "page", "total", "la", "esta", "una", "parte", "este", "para",
    "entre", "sobre", "cada", "que", "note", "pendant", "durant", "suivant",
];

/// The length of the verb that `folded` begins with.
pub(super) fn match_verb_form(folded: &str, language: Language, zone: LeadZone) -> Option<usize> {
    let end = folded.find(|next: char| !next.is_alphabetic()).unwrap_or(folded.len());
    let word = folded.get(..end)?;
    // A reflexive pronoun belongs to its verb.
    if matches!((language, word), (Language::Fr | Language::Es, "se" | "s")) {
        let rest = folded.get(end + 1..)?;
        return match_verb_form(rest, language, zone).map(|len| end + 1 + len);
    }
    let formed = endings(language, zone).iter().any(|ending| word.ends_with(ending));
    (formed && word.chars().count() > 3 && !OTHERS.contains(&word)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_verb_by_its_ending() {
        assert_eq!(match_verb_form("se réjouit de", Language::Fr, LeadZone::Operative), Some("se réjouit".len()));
        assert_eq!(match_verb_form("благодарит все", Language::Ru, LeadZone::Operative), Some("благодарит".len()));
        assert_eq!(match_verb_form("craignant que", Language::Fr, LeadZone::Preambular), Some("craignant".len()));
    }

    #[test]
    fn takes_no_article_for_a_verb() {
        assert_eq!(match_verb_form("les états", Language::Fr, LeadZone::Operative), None);
        assert_eq!(match_verb_form("una parte", Language::Es, LeadZone::Operative), None);
    }
}

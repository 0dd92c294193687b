//! Small words around an act: what stands between a joint and its verb, in a row of addressees and behind
//! one, nouns for those of whom something can be asked, words that ask for a report.

use std::sync::OnceLock;

use super::Language;
use super::table::{forms, read_rows};

/// What a word does around an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActWord {
    /// Stands between the joint of two clauses and the verb behind it: *in this regard*.
    Link,
    /// Names those of whom something can be asked: *Committee*.
    Head,
    /// Stands before an addressee or between two: *the*, *and*.
    Tie,
    /// Begins something said aside in a row: *in consultation with …*.
    Aside,
    /// Leaves the name before it whole: *that have not yet done so*.
    Rest,
    /// Asks for a report.
    Report,
}

/// The words of a kind in a language, those of English for a language that is not known. Costs an index.
pub(crate) fn act_words(kind: ActWord, language: Language) -> &'static [&'static str] {
    type Lists = [[Vec<&'static str>; 6]; Language::ALL.len() + 1];
    static WORDS: OnceLock<Lists> = OnceLock::new();
    let lists = WORDS.get_or_init(|| {
        let mut lists = Lists::default();
        for [kind, language, words] in read_rows::<3>(include_str!("data/act_words.tsv")) {
            let kind = match kind {
                "link" => ActWord::Link,
                "head" => ActWord::Head,
                "tie" => ActWord::Tie,
                "aside" => ActWord::Aside,
                "rest" => ActWord::Rest,
                "report" => ActWord::Report,
                _ => continue,
            };
            let language = Language::from_code(language).map(|language| language as usize);
            if let Some(list) =
                language.and_then(|language| lists.get_mut(language)).and_then(|kinds| kinds.get_mut(kind as usize))
            {
                list.extend(forms(words));
            }
        }
        lists
    });
    let language = if language == Language::Und { Language::En } else { language };
    lists.get(language as usize).and_then(|kinds| kinds.get(kind as usize)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_words_of_each_language() {
        assert!(act_words(ActWord::Link, Language::En).contains(&"in this regard"));
        assert!(act_words(ActWord::Head, Language::Und).contains(&"committee"));
        assert!(act_words(ActWord::Report, Language::Zh).contains(&"报告"));
        assert!(act_words(ActWord::Rest, Language::Ar).is_empty());
    }
}

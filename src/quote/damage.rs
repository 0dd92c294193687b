//! What a bad copy does to letters.
//!
//! | damage | example |
//! |---|---|
//! | a character that no program could read | `viol\u{FFFD}nce` |
//! | UTF-8 read as another encoding | `lâ€™homme`, `Ã©tat`, `Ð³Ð¾Ð´` |
//! | a ligature that was lost | `conict`, `con ict` for *conflict* |
//! | a letter taken for another by a reader of pages | `vio1ence`, `govemment` |
//!
//! A letter that was misread makes a word that is none: it has a digit inside, or it stands nowhere else in the text
//! while the other word does.

/// Pairs of letters that readers of pages take for each other; both come out as the second.
const CONFUSED: [(&str, &str); 9] =
    [("1", "l"), ("i", "l"), ("0", "o"), ("5", "s"), ("8", "b"), ("6", "b"), ("rn", "m"), ("vv", "w"), ("cl", "d")];

/// Ligatures that converters lose.
const LIGATURES: [&str; 5] = ["ffi", "ffl", "ff", "fi", "fl"];

/// Under so many letters a word may look like another without damage.
const SHORTEST: usize = 5;

/// Whether a text holds what a failed conversion leaves.
///
/// Linear in the text.
pub(super) fn is_damaged(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| {
        let last = std::mem::replace(&mut before, letter);
        matches!(letter, '\u{FFFD}' | '\u{25A1}')
            || (letter.is_control() && !letter.is_whitespace())
            || is_pair(last, letter)
    })
}

/// Whether two characters are the bytes of one in another encoding: `Ã©`, `â€`, `Ð³`, `Ø§`.
fn is_pair(first: char, second: char) -> bool {
    let trail = matches!(
        second,
        '\u{80}'
            ..='\u{BF}'
                | '€'
                | '‚'
                | 'ƒ'
                | '„'
                | '†'
                | '‡'
                | 'ˆ'
                | '‰'
                | 'Š'
                | '‹'
                | 'Œ'
                | 'Ž'
                | '‘'
                | '’'
                | '“'
                | '”'
                | '•'
                | '–'
                | '—'
                | '˜'
                | '™'
                | 'š'
                | '›'
                | 'œ'
                | 'ž'
                | 'Ÿ'
    );
    match first {
        'Ã' | 'Ð' | 'Ñ' | 'Ø' | 'Ù' => {
            trail && !matches!(second, '’' | '”' | '–' | '—' | '›' | '»' | '\u{A0}' | '«')
        }
        'Â' => matches!(second, '\u{80}'..='\u{9F}' | '\u{A0}'..='\u{BF}'),
        'â' => matches!(second, '€' | '\u{80}'),
        'ï' => second == '¬',
        _ => false,
    }
}

/// How a word of the article and the words of a source at its place differ by damage alone.
///
/// All are folded; `others` says in how many places of the text a word stands, the one in question counted. The
/// damage may be on either side.
pub(super) fn differs_by_damage(ours: &str, theirs: &str, others: impl Fn(&str) -> usize) -> bool {
    let length = |word: &str| word.chars().count();
    if ours == theirs || length(ours).max(length(theirs)) < SHORTEST {
        return false;
    }
    if loses_ligature(ours, theirs) {
        return others(theirs) <= 1;
    }
    if loses_ligature(theirs, ours) {
        return others(ours) == 0;
    }
    if plain(ours) != plain(theirs) {
        return false;
    }
    let mixed = |word: &str| word.contains(|one: char| one.is_ascii_digit()) && word.contains(char::is_alphabetic);
    match (mixed(ours), mixed(theirs)) {
        (true, false) | (false, true) => true,
        (true, true) => false,
        // Both may be words: only one that the text uses elsewhere is.
        (false, false) => (others(ours) > 0 && others(theirs) <= 1) || (others(theirs) > 1 && others(ours) == 0),
    }
}

/// Whether two words differ in nothing that can be seen: letters of one script in a word of another.
pub(super) fn looks_the_same(one: &str, other: &str) -> bool {
    const LATIN: &str = "aceopxyikhbmtj";
    const CYRILLIC: &str = "асеорхуікнвмтј";
    let mixed = |word: &str| {
        word.contains(|letter: char| ('\u{400}'..='\u{4FF}').contains(&letter))
            && word.contains(|letter: char| letter.is_ascii_alphabetic())
    };
    if !mixed(one) && !mixed(other) {
        return false;
    }
    let cyrillic = |word: &str| -> String {
        let turn = |letter: char| LATIN.chars().zip(CYRILLIC.chars()).find(|(latin, _)| *latin == letter);
        word.chars().map(|letter| turn(letter).map_or(letter, |(_, cyrillic)| cyrillic)).collect()
    };
    cyrillic(one) == cyrillic(other)
}

/// Whether `broken` is `whole` without one of its ligatures.
fn loses_ligature(whole: &str, broken: &str) -> bool {
    broken.chars().count() >= 3
        && LIGATURES.into_iter().any(|ligature| {
            whole.match_indices(ligature).any(|(at, _)| {
                let (before, after) = (whole.get(..at).unwrap_or(""), whole.get(at + ligature.len()..).unwrap_or(""));
                broken.len() == before.len() + after.len() && broken.starts_with(before) && broken.ends_with(after)
            })
        })
}

/// A word with every letter that is taken for another as that other.
fn plain(word: &str) -> String {
    CONFUSED.into_iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_a_failed_conversion_leaves() {
        for text in ["viol\u{FFFD}nce", "lâ€™homme", "Ã©tat", "Ð³Ð¾Ð´", "Ø§Ù„", "a\u{1}b", "Â°"] {
            assert!(is_damaged(text), "{text}");
        }
        for text in ["l’homme", "État", "año", "Â", "São Tomé", "CHÂTEAU", "ЕÑ", "line\nend", "Ã", "“ASEAN”"]
        {
            assert!(!is_damaged(text), "{text}");
        }
    }

    #[test]
    fn takes_letters_of_another_script_for_those_they_look_like() {
        assert!(looks_the_same("cсылаясь", "ссылаясь"));
        assert!(!looks_the_same("ссылаясь", "ссылаясъ"));
        assert!(!looks_the_same("case", "сase2"));
    }

    #[test]
    fn knows_a_misread_word_only_where_it_is_none() {
        let once = |_: &str| 1;
        assert!(differs_by_damage("violence", "vio1ence", once));
        assert!(differs_by_damage("1ighthouse", "lighthouse", once));
        assert!(differs_by_damage("conflict", "conict", once));
        assert!(differs_by_damage("government", "govemment", |word| if word == "government" { 3 } else { 1 }));
        assert!(!differs_by_damage("modem", "modern", |word| usize::from(word != "modem")));
        assert!(!differs_by_damage("violence", "silence", once));
        assert!(!differs_by_damage("2015", "2016", once));
        assert!(!differs_by_damage("act", "ad", once));
    }
}

//! Which language a text is in, by its script and, for Latin letters, by its commonest words.

use std::cmp::Ordering;

use super::Language;

/// How many characters are looked at: resolutions name their body at once.
const REACH: usize = 6_000;

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
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut end = 0;
    // The first byte of a character tells its script.
    while let Some(&byte) = bytes.get(end) {
        if count == REACH {
            break;
        }
        count += 1;
        let (length, letters) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => (1, Some(&mut latin)),
            0..=0x7F => (1, None),
            0xC3..=0xC8 => (2, Some(&mut latin)),
            0xC9 => (2, bytes.get(end + 1).is_some_and(|second| *second <= 0x8F).then_some(&mut latin)),
            0xD0..=0xD3 => (2, Some(&mut cyrillic)),
            0xD8..=0xDB => (2, Some(&mut arabic)),
            0x80..=0xDF => (2, None),
            // A Chinese character says about as much as two letters.
            0xE5..=0xE9 => (3, Some(&mut chinese)),
            0xE4 => (3, bytes.get(end + 1).is_some_and(|second| *second >= 0xB8).then_some(&mut chinese)),
            0xE0..=0xEF => (3, None),
            _ => (4, None),
        };
        if let Some(letters) = letters {
            *letters += if length == 3 { 2 } else { 1 };
        }
        end += length;
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

/// The language whose commonest words are most.
fn vote(text: &str) -> Language {
    let (mut english, mut french, mut spanish, mut shared) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut rest = text;
    while !rest.is_empty() {
        let length = word_length(rest);
        let mut word = [0; 5];
        if let Some(letters) = word.get_mut(..length) {
            letters.copy_from_slice(rest.as_bytes().get(..length).unwrap_or_default());
            letters.make_ascii_lowercase();
            match &*letters {
                b"the" | b"of" | b"and" | b"to" | b"in" | b"that" | b"by" | b"with" | b"its" | b"which" | b"for"
                | b"all" | b"from" | b"have" | b"has" | b"this" => english += 1,
                b"une" | b"le" | b"les" | b"des" | b"du" | b"et" | b"\xC3\xA0" | b"dans" | b"sur" | b"qui" | b"aux"
                | b"au" | b"ses" | b"leur" | b"leurs" | b"par" | b"pour" | b"avec" | b"est" | b"sont" | b"ces"
                | b"cette" => {
                    french += 1;
                }
                b"una" | b"el" | b"su" | b"los" | b"las" | b"del" | b"y" | b"por" | b"para" | b"con" | b"al"
                | b"sus" | b"lo" | b"sobre" | b"sin" | b"esta" | b"este" => spanish += 1,
                b"la" | b"de" | b"en" | b"que" | b"un" | b"se" | b"entre" => shared += 1,
                // *d’*, *l’*, *qu’*
                b"d" | b"l" | b"qu" | b"n" | b"s"
                    if rest.get(length..).is_some_and(|behind| behind.starts_with(['’', '\''])) =>
                {
                    french += 1;
                }
                _ => {}
            }
        }
        let (of_french, of_spanish) = own_letters(rest.get(..length).unwrap_or_default());
        (french, spanish) = (french + usize::from(of_french), spanish + usize::from(of_spanish));
        let behind = rest.get(length..).unwrap_or_default();
        let mark = behind.chars().next().map_or(0, char::len_utf8);
        rest = behind.get(mark..).unwrap_or_default();
    }
    let romance = french.max(spanish) + shared;
    if english.max(romance) < 2 {
        return Language::Und;
    }
    match french.cmp(&spanish) {
        _ if english >= romance => Language::En,
        Ordering::Greater => Language::Fr,
        Ordering::Less => Language::Es,
        Ordering::Equal => Language::Und,
    }
}

/// Whether a word has a letter that French has and neither English nor Spanish, and one that Spanish alone has.
fn own_letters(word: &str) -> (bool, bool) {
    if word.is_ascii() {
        return (false, false);
    }
    let has = |letters: &[char]| word.chars().skip(1).any(|letter| letters.contains(&letter));
    (has(&['è', 'ê', 'ç', 'û', 'î', 'ô', 'œ', 'ù', 'â']), has(&['ñ', 'ó', 'í', 'á', 'ú']))
}

/// How many bytes the word takes that `text` begins with.
fn word_length(text: &str) -> usize {
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    match text.as_bytes().get(plain) {
        Some(byte) if !byte.is_ascii() => text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len()),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_language_of_one_sentence() {
        for (sentence, code) in [
            ("Condamne fermement les actes de violence commis contre des civils", "fr"),
            ("Prie le Secrétaire général d’en assurer le suivi", "fr"),
            ("Se félicite de l’adoption de la déclaration", "fr"),
            ("Condena enérgicamente los actos de violencia cometidos contra civiles", "es"),
            ("Recordando la Declaración de Estambul de 1988", "es"),
            ("Expresa su solidaridad al pueblo y a las familias", "es"),
            ("Strongly condemns the acts of violence in Côte d’Ivoire", "en"),
            ("Kazakhstan", "und"),
        ] {
            assert_eq!(detect_language(sentence).code(), code, "{sentence}");
        }
    }
}

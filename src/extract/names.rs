//! Where words begin that a name may begin with.

/// Calls `visit` with every place where a word begins, and in Chinese with every character. What it
/// gives back is where to go on: a place past the one it was given, or the same for the next word.
///
/// One pass over the bytes that decodes no character: the first bytes of a character tell whether it
/// is a letter well enough in the scripts read here.
pub(super) fn for_each_word(text: &str, mut visit: impl FnMut(usize) -> usize) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut in_word = false;
    while let Some(&byte) = bytes.get(at) {
        let second = || bytes.get(at + 1).copied().unwrap_or_default();
        let (length, letter, apart) = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => (1, true, false),
            0xC3..=0xD7 | 0xDA..=0xDF => (2, true, false),
            // The comma, semicolon and question mark of Arabic, and its digits, are no letters.
            0xD8 => (2, !matches!(second(), 0x8C | 0x9B | 0x9F), false),
            0xD9 => (2, !matches!(second(), 0xA0..=0xAA), false),
            0xC2 => (2, false, false),
            0xE3..=0xE9 => (3, true, true),
            0xE0..=0xEF => (3, false, false),
            0xF0.. => (4, false, false),
            _ => (1, false, false),
        };
        if letter && (apart || !in_word) {
            let next = visit(at);
            if next > at {
                in_word = true;
                at = next;
                continue;
            }
        }
        in_word = letter && !apart;
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::for_each_word;

    #[test]
    fn visits_the_beginning_of_every_word() {
        let text = "L’Assemblée générale, États; الجمعية، 大会";
        let mut words = Vec::new();
        for_each_word(text, |at| {
            words.push(text.get(at..).unwrap().chars().next().unwrap());
            at
        });
        assert_eq!(words, ['L', 'A', 'g', 'É', 'ا', '大', '会']);
    }
}

//! Where words begin that a name may begin with.

/// What a character is, by its first byte.
#[derive(Clone, Copy)]
enum Class {
    /// A letter of one byte.
    Latin,
    /// A letter of two.
    Two,
    /// A letter or mark of two.
    Arabic,
    /// A character that is a word.
    Chinese,
    /// No letter, or a later byte of a character.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut slots: &mut [Class] = &mut classes;
    let mut byte = 0u8;
    while let [slot, rest @ ..] = slots {
        *slot = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => Class::Latin,
            0xC3..=0xD7 | 0xDA..=0xDF => Class::Two,
            0xD8 | 0xD9 => Class::Arabic,
            0xE3..=0xE9 => Class::Chinese,
            _ => Class::Other,
        };
        slots = rest;
        byte = byte.wrapping_add(1);
    }
    classes
};

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
        let (length, letter, apart) = match CLASSES.get(usize::from(byte)).copied().unwrap_or(Class::Other) {
            Class::Latin => (1, true, false),
            Class::Two => (2, true, false),
            // The comma, semicolon and question mark of Arabic, and its digits, are no letters.
            Class::Arabic => {
                let second = bytes.get(at + 1).copied().unwrap_or_default();
                let mark =
                    if byte == 0xD8 { matches!(second, 0x8C | 0x9B | 0x9F) } else { matches!(second, 0xA0..=0xAA) };
                (2, !mark, false)
            }
            Class::Chinese => (3, true, true),
            Class::Other => (1, false, false),
        };
        if letter && (apart || !in_word) {
            let next = visit(at);
            if next > at {
                in_word = true;
                at = next;
                continue;
            }
            if length == 1 {
                // Most words are of plain letters, and nothing begins inside them.
                in_word = true;
                at += 1;
                while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                    at += 1;
                }
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

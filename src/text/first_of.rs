//! Where the first of some words stands.

/// The first place in `text` where one of `words` stands that `fits`, and which: of several at one place the first in
/// the order of letters. One pass over the bytes, whatever the number of words.
///
/// A search for each word by itself would read the text as many times, and build a table for each.
pub(crate) fn first_of<'w>(
    text: &str,
    words: &[&'w str],
    fits: &dyn Fn(usize, &str) -> bool,
) -> Option<(usize, &'w str)> {
    let bytes = text.as_bytes();
    let (mut firsts, mut seconds) = ([0u8; 256], [0u8; 256]);
    for (word, place) in words.iter().zip(0..) {
        let bit = 1 << (place & 7);
        let mut letters = word.bytes().map(usize::from);
        if let Some(slot) = letters.next().and_then(|first| firsts.get_mut(first)) {
            *slot |= bit;
        }
        match letters.next().map(|second| seconds.get_mut(second)) {
            Some(Some(slot)) => *slot |= bit,
            Some(None) => {}
            // Behind a word of one byte anything may stand.
            None => seconds.iter_mut().for_each(|slot| *slot |= bit),
        }
    }
    let bits = |table: &[u8; 256], byte: u8| table.get(usize::from(byte)).copied().unwrap_or(0);
    let mut at = 0;
    loop {
        let begins = bytes.get(at..)?.iter().position(|first| bits(&firsts, *first) != 0)?;
        at += begins;
        let here = bytes.get(at..)?;
        let [first, second] = [0, 1].map(|place| here.get(place).copied().unwrap_or(0));
        if bits(&firsts, first) & bits(&seconds, second) != 0 {
            // The last letter first: many of the words share their beginning.
            let ends = |word: &str| word.bytes().next_back() == here.get(word.len().wrapping_sub(1)).copied();
            let stands = |word: &&&str| ends(word) && here.starts_with(word.as_bytes()) && fits(at, word);
            if let Some(word) = words.iter().filter(stands).min() {
                return Some((at, word));
            }
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::first_of;

    #[test]
    fn finds_what_a_search_for_each_word_finds() {
        let words = ["report", "brief", "reports", "доклад", "向", "a report"];
        for text in ["to report", "no reports, a report", "его доклад", "请向大会", "brie", "", "r", "d", "\u{434}"]
        {
            let each = words.iter().filter_map(|word| text.find(word).map(|at| (at, *word))).min();
            assert_eq!(first_of(text, &words, &|_, _| true), each, "{text}");
        }
    }

    #[test]
    fn goes_on_where_a_word_does_not_fit() {
        let text = "reporter, report";
        let whole = |at: usize, word: &str| !text.get(at + word.len()..).unwrap().starts_with(char::is_alphabetic);
        assert_eq!(first_of(text, &["report"], &whole), Some((10, "report")));
        assert_eq!(first_of(text, &["report", "rest"], &whole), Some((10, "report")));
        assert_eq!(first_of(text, &[], &whole), None);
    }
}

//! Names of one or more words, found where they begin.

use super::key::is_word;

/// Names and what they stand for, looked up at a place in a text: the longest that begins there.
///
/// A space in a name stands for white space of any kind, an apostrophe and a hyphen for all of
/// theirs; everything else must be as written, capitals included. A place where no name begins costs
/// one probe of a bit field.
pub(crate) struct Phrases {
    /// Name and value, in the order of the names.
    entries: Vec<(Box<str>, u16)>,
    /// One bit for the hash of each name's first bytes.
    filter: Vec<u64>,
}

/// How many bytes of a name the filter looks at: enough for two letters of any script.
const fn prefix_length(first: u8) -> usize {
    match first {
        0..0x80 => 3,
        0x80..0xE0 => 4,
        _ => 6,
    }
}

/// The place of a beginning in the filter: word and bit.
fn filter_place(prefix: &[u8]) -> (usize, u64) {
    let hash = prefix.iter().fold(0u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let bit = (hash ^ (hash >> 15)) & 0x3FFF;
    ((bit >> 6) as usize, 1 << (bit & 63))
}

impl Phrases {
    /// Makes a table of names. A name shorter than the filter's prefix is left out.
    pub(crate) fn new(names: impl IntoIterator<Item = (String, u16)>) -> Self {
        let mut entries: Vec<(Box<str>, u16)> =
            names.into_iter().map(|(name, value)| (name.into_boxed_str(), value)).collect();
        entries.sort_unstable();
        entries.dedup_by(|one, other| one.0 == other.0);
        let mut filter = vec![0u64; 0x4000 / 64];
        entries.retain(|(name, _)| {
            let bytes = name.as_bytes();
            let Some(prefix) = bytes.first().and_then(|first| bytes.get(..prefix_length(*first))) else {
                return false;
            };
            let (word, bit) = filter_place(prefix);
            if let Some(bits) = filter.get_mut(word) {
                *bits |= bit;
            }
            true
        });
        Self { entries, filter }
    }

    /// The longest name that begins at byte `at` of `text`: its value, and the byte after it.
    pub(crate) fn find_at(&self, text: &str, at: usize) -> Option<(u16, usize)> {
        let rest = text.as_bytes().get(at..)?;
        let prefix = rest.get(..prefix_length(*rest.first()?))?;
        let (word, bit) = filter_place(prefix);
        if self.filter.get(word).is_none_or(|bits| bits & bit == 0) {
            return None;
        }
        let from = self.entries.partition_point(|(name, _)| head(name, prefix.len()) < prefix);
        let same = self.entries.get(from..)?.iter().take_while(|(name, _)| head(name, prefix.len()) == prefix);
        same.filter_map(|(name, value)| Some((*value, end_of(name, text, at)?))).max_by_key(|(_, end)| *end)
    }
}

/// The first bytes of a name.
fn head(name: &str, length: usize) -> &[u8] {
    name.as_bytes().get(..length).unwrap_or(name.as_bytes())
}

/// Where `name` ends in `text`, if it stands at `at` as words of its own.
fn end_of(name: &str, text: &str, at: usize) -> Option<usize> {
    let mut rest = text.get(at..)?.chars();
    let mut length = 0;
    let mut last = ' ';
    let mut ahead = rest.next();
    for letter in name.chars() {
        let next = ahead?;
        let same = match letter {
            ' ' => next.is_whitespace(),
            '\'' => matches!(next, '\'' | '’' | '‘' | 'ʼ'),
            '-' => matches!(next, '-' | '\u{2010}'..='\u{2013}'),
            _ => next == letter,
        };
        if !same {
            return None;
        }
        length += next.len_utf8();
        ahead = rest.next();
        if letter == ' ' {
            while let Some(space) = ahead.filter(|space| space.is_whitespace()) {
                length += space.len_utf8();
                ahead = rest.next();
            }
        }
        last = letter;
    }
    // Chinese has no borders between words.
    let whole = last >= '\u{2E80}' || !ahead.is_some_and(is_word);
    whole.then_some(at + length)
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn finds_the_longest_name_that_begins_at_a_place() {
        let names =
            [("Niger", 1), ("Nigeria", 2), ("Republic of the Niger", 3), ("安全理事会", 4), ("Côte d'Ivoire", 5)];
        let table = Phrases::new(names.map(|(name, value)| (name.to_owned(), value)));
        assert_eq!(table.find_at("in Niger and", 3), Some((1, 8)));
        assert_eq!(table.find_at("in Nigeria and", 3), Some((2, 10)));
        assert_eq!(table.find_at("in Nigerian", 3), None);
        assert_eq!(table.find_at("Republic\n of the Niger,", 0), Some((3, 22)));
        assert_eq!(table.find_at("安全理事会第", 0), Some((4, 15)));
        assert_eq!(table.find_at("Côte d’Ivoire", 0), Some((5, 16)));
        assert_eq!(table.find_at("Ni", 0), None);
    }
}

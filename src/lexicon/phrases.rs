//! Names of one or more words, found where they begin.

use std::borrow::Cow;

use super::key::is_word;
use super::table::{forms, read_rows};
use crate::text::sort;

/// Names and what they stand for, looked up at a place in a text: the longest that begins there.
///
/// A space in a name stands for white space of any kind, an apostrophe and a hyphen for all of
/// theirs; everything else must be as written, capitals included. A place where no name begins costs
/// one probe of a table.
pub(crate) struct Phrases {
    /// Name and value, in the order of the names.
    entries: Vec<(Cow<'static, str>, u16)>,
    /// For each name what must follow its beginning to the letter.
    heads: Vec<Head>,
    /// The names that share a beginning, at the place of its hash or behind it; a power of two of them.
    groups: Vec<Group>,
    /// A bit for the hash of each beginning. It is small enough to stay near the processor, and most words
    /// of a text fail here.
    filter: Vec<u64>,
}

/// How many bits a filter has, as a power of two.
const FILTER: u32 = 16;

/// Names that share a beginning.
#[derive(Clone, Copy, Default)]
struct Group {
    /// The beginning; 0 for no group.
    prefix: u64,
    /// One bit for each byte, modulo 64, that follows the beginning in one of the names; every bit where
    /// something else may follow one.
    next: u64,
    /// The same for the byte behind that.
    second: u64,
    from: u32,
    to: u32,
}

/// The eight bytes behind the beginning of a name, as far as they must stand in a text to the letter: up to the
/// first space, hyphen or apostrophe. Most names that share a beginning fail here, in one comparison.
#[derive(Clone, Copy)]
struct Head {
    bytes: u64,
    mask: u64,
}

impl Head {
    fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        let (before, behind) = bytes.split_at_checked(prefix_length(first_eight(bytes))).unwrap_or((bytes, &[]));
        // Behind a space there may be more of them.
        if before.contains(&b' ') {
            return Self { bytes: 0, mask: 0 };
        }
        let exact = behind.iter().take(8).take_while(|byte| !matches!(byte, b' ' | b'-' | b'\'')).count() as u32;
        let mask = if exact == 0 { 0 } else { u64::MAX << (64 - 8 * exact) };
        Self { bytes: u64::from_be_bytes(first_eight(behind)) & mask, mask }
    }

    /// The bit of the byte at `place`, or every bit where that is free.
    const fn bits(self, place: u32) -> u64 {
        let free = (self.mask >> (56 - 8 * place)).trailing_zeros() >= 8;
        if free { u64::MAX } else { bit_of(self.bytes, place) }
    }
}

/// The first eight bytes, or fewer with zeros behind them.
#[inline]
fn first_eight(bytes: &[u8]) -> [u8; 8] {
    if let Some(whole) = bytes.first_chunk() {
        return *whole;
    }
    let mut first = [0; 8];
    first.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
    first
}

/// How many bytes of a name a group shares: enough for two or three letters of any script, those of
/// the Arabic article not counted, with which half of all words begin.
const fn prefix_length(bytes: [u8; 8]) -> usize {
    match bytes {
        [0xD8, 0xA7, 0xD9, 0x84, ..] | [0xD9, 0x84, 0xD9, 0x84, ..] => 8,
        [0xD8..=0xDB | 0xE0..=0xFF, ..] => 6,
        [0x80..=0xDF, ..] => 4,
        _ => 3,
    }
}

/// The beginning of a name or text as a number, and its length; `None` where it is shorter.
#[inline]
fn prefix_of(bytes: &[u8]) -> Option<(u64, usize)> {
    let first = first_eight(bytes);
    let length = prefix_length(first);
    if length > bytes.len() {
        return None;
    }
    Some((u64::from_be_bytes(first) >> (64 - 8 * length), length))
}

/// The bit of the byte at `place` of the eight behind a beginning.
#[inline]
const fn bit_of(behind: u64, place: u32) -> u64 {
    1 << ((behind >> (56 - 8 * place)) & 63)
}

impl Phrases {
    /// Makes a table of names. A name shorter than a group's beginning is left out.
    pub(crate) fn new(names: Vec<(Cow<'static, str>, u16)>) -> Self {
        let mut entries = names;
        entries.retain(|(name, _)| prefix_of(name.as_bytes()).is_some());
        sort(&mut entries);
        entries.dedup_by(|one, other| one.0 == other.0);
        let heads: Vec<Head> = entries.iter().map(|(name, _)| Head::of(name)).collect();
        let mut found: Vec<Group> = Vec::new();
        for (place, ((name, _), head)) in (0u32..).zip(entries.iter().zip(&heads)) {
            let Some((prefix, _)) = prefix_of(name.as_bytes()) else { continue };
            let (next, second) = (head.bits(0), head.bits(1));
            match found.last_mut() {
                Some(group) if group.prefix == prefix => {
                    group.next |= next;
                    group.second |= second;
                    group.to = place + 1;
                }
                _ => found.push(Group { prefix, next, second, from: place, to: place + 1 }),
            }
        }
        let mut groups = vec![Group::default(); (found.len() * 2).next_power_of_two().max(4)];
        let mut filter = vec![0; 1 << (FILTER - 6)];
        for group in found {
            let bit = filter_bit(group.prefix);
            if let Some(bits) = filter.get_mut(bit >> 6) {
                *bits |= 1 << (bit & 63);
            }
            let mut at = home(group.prefix, groups.len());
            while groups.get(at).is_some_and(|taken| taken.prefix != 0) {
                at = (at + 1) % groups.len();
            }
            if let Some(slot) = groups.get_mut(at) {
                *slot = group;
            }
        }
        Self { entries, heads, groups, filter }
    }

    /// The longest name that begins at byte `at` of `text`: its value, and the byte after it.
    pub(crate) fn find_at(&self, text: &str, at: usize) -> Option<(u16, usize)> {
        let bytes = text.as_bytes().get(at..)?;
        let (prefix, length) = prefix_of(bytes)?;
        let bit = filter_bit(prefix);
        if self.filter.get(bit >> 6)? & (1 << (bit & 63)) == 0 {
            return None;
        }
        let mut place = home(prefix, self.groups.len());
        let group = loop {
            let group = self.groups.get(place)?;
            if group.prefix == prefix {
                break group;
            }
            if group.prefix == 0 {
                return None;
            }
            place = (place + 1) & (self.groups.len() - 1);
        };
        let behind = u64::from_be_bytes(first_eight(bytes.get(length..)?));
        if group.next & bit_of(behind, 0) == 0 || group.second & bit_of(behind, 1) == 0 {
            return None;
        }
        let same = group.from as usize..group.to as usize;
        let alike = self.heads.get(same.clone())?.iter().zip(self.entries.get(same)?);
        alike
            .filter(|(head, _)| (behind ^ head.bytes) & head.mask == 0)
            .filter_map(|(_, (name, value))| Some((*value, end_of(name, text, at)?)))
            .max_by_key(|(_, end)| *end)
    }
}

/// Where the group of a beginning is looked for first, in a table of `size`, a power of two.
const fn home(prefix: u64, size: usize) -> usize {
    ((prefix.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize) & (size - 1)
}

/// Which bit of a filter stands for a beginning.
const fn filter_bit(prefix: u64) -> usize {
    (prefix.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - FILTER)) as usize
}

/// Where `name` ends in `text`, if it stands at `at` as words of its own.
fn end_of(name: &str, text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let next = |place: usize| text.get(place..).and_then(|rest| rest.chars().next());
    let mut place = at;
    for wanted in name.bytes() {
        let found = match wanted {
            b' ' => next(place).filter(|letter| letter.is_whitespace())?,
            b'\'' => next(place).filter(|letter| matches!(letter, '\'' | '’' | '‘' | 'ʼ'))?,
            b'-' => next(place).filter(|letter| matches!(letter, '-' | '\u{2010}'..='\u{2013}'))?,
            _ if bytes.get(place) == Some(&wanted) => {
                place += 1;
                continue;
            }
            _ => return None,
        };
        place += found.len_utf8();
        if wanted == b' ' {
            while let Some(space) = next(place).filter(|space| space.is_whitespace()) {
                place += space.len_utf8();
            }
        }
    }
    // Chinese has no borders between words.
    let whole = name.chars().next_back().is_some_and(|last| last >= '\u{2E80}') || !next(place).is_some_and(is_word);
    whole.then_some(place)
}

/// The byte after the Arabic conjunction or preposition that begins at byte `at`, which is written with the word
/// behind it.
#[inline]
pub(super) fn behind_clitic(text: &str, at: usize) -> Option<usize> {
    let clitic = matches!(
        text.as_bytes().get(at..at + 2),
        Some([0xD9, 0x88 | 0x81 | 0x83 | 0x84] | [0xD8, 0xA8]) // و ف ك ل ب
    );
    clitic.then_some(at + 2)
}

/// Reads a table of ids, languages and names: the ids in order, and their names.
///
/// In Arabic the article is lost after the preposition that is written with it, so that form is a
/// name too.
pub(super) fn read_names(table: &'static str) -> (Vec<&'static str>, Phrases) {
    let mut ids: Vec<&'static str> = Vec::new();
    let mut names = Vec::new();
    for [id, language, cell] in read_rows(table) {
        let place = ids.iter().position(|known| *known == id).unwrap_or(ids.len());
        if place == ids.len() {
            ids.push(id);
        }
        for name in forms(cell) {
            names.push((Cow::Borrowed(name), place as u16));
            if let Some(bare) = name.strip_prefix("ال").filter(|_| language == "ar") {
                names.push((Cow::Owned(format!("لل{bare}")), place as u16));
            }
        }
    }
    (ids, Phrases::new(names))
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    #[test]
    fn finds_the_longest_name_that_begins_at_a_place() {
        let names = [
            ("Niger", 1),
            ("Nigeria", 2),
            ("Republic of the Niger", 3),
            ("安全理事会", 4),
            ("Côte d'Ivoire", 5),
            ("大会", 6),
            ("EU force", 7),
        ];
        let table = Phrases::new(names.map(|(name, value)| (name.into(), value)).to_vec());
        assert_eq!(table.find_at("in Niger and", 3), Some((1, 8)));
        assert_eq!(table.find_at("in Nigeria and", 3), Some((2, 10)));
        assert_eq!(table.find_at("in Nigerian", 3), None);
        assert_eq!(table.find_at("Republic\n of the Niger,", 0), Some((3, 22)));
        assert_eq!(table.find_at("安全理事会第", 0), Some((4, 15)));
        assert_eq!(table.find_at("Côte d’Ivoire", 0), Some((5, 16)));
        assert_eq!(table.find_at("Ni", 0), None);
        assert_eq!(table.find_at("大会2020年", 0), Some((6, 6)));
        assert_eq!(table.find_at("EU  force", 0), Some((7, 9)));
    }
}

//! What a paragraph counts for a word, in sixteen levels.
//!
//! A level says how much of its text a paragraph spends on the word (BM25F with the lead phrase and the
//! text as fields, saturation 1.2, normalisation by length 0.75) and in which part of the resolution it
//! stands. The length is held against a fixed mean, so that levels of different packs agree.

use crate::model::Zone;

/// The mean length of a paragraph in words, as measured on four sessions of the General Assembly.
const MEAN: u64 = 48;

/// Levels from this one on are those of titles.
const TITLE: u8 = 12;

/// The highest level.
pub(crate) const HIGHEST: u8 = 15;

/// The level of a word that stands `often` times in a paragraph of `words` words, those in the lead phrase twice.
pub(crate) fn level_of(often: u32, words: u32, zone: Zone) -> u8 {
    let often = u64::from(often.clamp(1, 255));
    let length = 64 + 192 * u64::from(words.min(1 << 16)) / MEAN;
    let part = often * 256 * 1024 / (often * 256 + 307 * length / 256);
    let (first, steps) = match zone {
        Zone::Title => (TITLE, 4),
        Zone::Theme | Zone::Heading => (10, 2),
        Zone::Preamble | Zone::Operative | Zone::Continuation | Zone::Annex => (2, 8),
        _ => (0, 2),
    };
    first + (part.min(1023) * steps / 1024) as u8
}

/// How much of the paragraph the word is, in 1024ths, and the weight of its zone.
pub(crate) const fn value_of(level: u8) -> (u32, u32) {
    match level {
        0..2 => (256 + 512 * level as u32, 2),
        2..10 => (64 + 128 * (level as u32 - 2), 4),
        10..TITLE => (256 + 512 * (level as u32 - 10), 5),
        _ => (128 + 256 * (level as u32 - TITLE as u32), 8),
    }
}

/// Whether a level is that of a title.
pub(crate) const fn is_title(level: u8) -> bool {
    level >= TITLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rises_with_the_word_and_falls_with_the_length() {
        let level = |often, words| level_of(often, words, Zone::Operative);
        assert!(level(1, 10) > level(1, 48) && level(1, 48) > level(1, 500));
        assert!(level(3, 48) > level(1, 48));
        assert!(level_of(1, 5, Zone::Title) > level_of(255, 5, Zone::Heading));
        for (often, words, zone) in [(1, 0, Zone::Title), (9999, 1, Zone::Title), (0, u32::MAX, Zone::Noise)] {
            assert!(level_of(often, words, zone) <= HIGHEST);
        }
    }

    #[test]
    fn gives_back_what_a_level_stands_for() {
        for zone in [Zone::Title, Zone::Heading, Zone::Operative, Zone::Footnote] {
            let values: Vec<(u32, u32)> = (1..60).map(|often| value_of(level_of(often, 48, zone))).collect();
            assert!(values.is_sorted(), "{zone:?}");
            assert!(values.iter().all(|value| value.1 == values[0].1));
        }
    }
}

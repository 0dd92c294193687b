//! Digits of every script that resolutions are printed in.

/// The value of a European, Arabic-Indic, Persian or full-width digit.
pub(crate) const fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(letter as u32 - '0' as u32),
        '\u{660}'..='\u{669}' => Some(letter as u32 - 0x660),
        '\u{6F0}'..='\u{6F9}' => Some(letter as u32 - 0x6F0),
        '\u{FF10}'..='\u{FF19}' => Some(letter as u32 - 0xFF10),
        _ => None,
    }
}

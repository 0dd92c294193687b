//! Addresses: the names of paragraphs, derived from the text and the same in every language.

use super::label::{Count, Label, digit};
use crate::text::write_roman;

/// What a label adds to an address: digits for digits, letters for letters of any script, small
/// Roman numerals for Roman numerals.
pub(super) fn address_part(label: &Label, core: &str, as_roman: bool) -> String {
    match label.count {
        // A scanner has read letters for the digits.
        Count::Digits if core.chars().any(|next| digit(next).is_none() && !matches!(next, '.' | '．' | '-')) => {
            label.value.to_string()
        }
        Count::Digits => {
            core.chars().map(|next| digit(next).and_then(|value| char::from_digit(value, 10)).unwrap_or('.')).collect()
        }
        Count::Roman => write_roman(label.value).to_ascii_lowercase(),
        Count::Letters if as_roman => write_roman(label.roman.unwrap_or(label.value)).to_ascii_lowercase(),
        Count::Letters => letters(label.value),
        Count::Capitals => letters(label.value).to_ascii_uppercase(),
        Count::CapitalRoman => write_roman(label.value),
        Count::Chinese => label.value.to_string(),
    }
}

/// The Latin letter in this place; doubled letters go on after z.
fn letters(value: u32) -> String {
    let letter = |place: u32| char::from_u32(u32::from('a') + place % 26).unwrap_or('a');
    let times = (value.saturating_sub(1) / 26 + 1).min(4);
    (0..times).map(|_| letter(value.saturating_sub(1))).collect()
}

//! The encodings that are read, and the bytes that are no text at all.

use std::borrow::Cow;

use crate::error::{Error, ErrorKind};

/// The most bytes of text that are read at once: 256 MiB.
pub const MAX_TEXT: usize = 256 << 20;

/// Files that people drop in the belief that they are text, by their first bytes.
const SIGNATURES: [(&[u8], &str); 9] = [
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, which a Word document is too"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "an RTF document"),
];

/// Reads bytes as text: UTF-8 with or without a mark at its start, or UTF-16 with one.
///
/// The mark is not part of the text. A surrogate without its partner becomes U+FFFD. Cost is one
/// pass; UTF-8 is not copied.
///
/// # Errors
///
/// `not-text` for bytes that are neither, with what they look like; `too-long` past [`MAX_TEXT`].
///
/// # Examples
///
/// ```
/// use whereas::import::read_text;
///
/// assert_eq!(read_text(b"\xEF\xBB\xBFD\xC3\xA9cide").unwrap(), "Décide");
/// assert_eq!(read_text(b"\xFF\xFEH\0i\0").unwrap(), "Hi");
/// assert_eq!(read_text(b"%PDF-1.7").unwrap_err().code(), "not-text");
/// ```
pub fn read_text(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    if bytes.len() > MAX_TEXT {
        return Err(Error::new(ErrorKind::TooLong { length: bytes.len(), limit: MAX_TEXT }));
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(not_text((*name).to_owned()));
    }
    match bytes {
        [0xFF, 0xFE, rest @ ..] => read_utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xFE, 0xFF, rest @ ..] => read_utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        [0xEF, 0xBB, 0xBF, rest @ ..] => read_utf8(rest).map(Cow::Borrowed),
        _ => read_utf8(bytes).map(Cow::Borrowed),
    }
}

/// Reads a page of one of the Western encodings, where it says that it is in one of them.
#[cfg(feature = "formats")]
pub(super) fn read_legacy(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048))?).to_ascii_lowercase();
    let (_, named) = start.split_once("charset=").or_else(|| start.split_once("encoding="))?;
    let named = named.trim_start_matches(['"', '\'', ' ']);
    let known = ["windows-1252", "iso-8859-1", "latin1", "us-ascii", "cp1252"];
    if !known.iter().any(|name| named.starts_with(name)) {
        return None;
    }
    Some(bytes.iter().map(|&byte| from_windows_1252(byte)).collect())
}

/// The letter of a byte in Windows-1252, which pages mean where they say ISO 8859-1.
#[cfg(feature = "formats")]
fn from_windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    let upper = byte.checked_sub(0x80).and_then(|at| UPPER.get(usize::from(at)));
    upper.copied().unwrap_or(char::from(byte))
}

fn read_utf8(bytes: &[u8]) -> Result<&str, Error> {
    if bytes.contains(&0) {
        return Err(not_text("binary data".to_owned()));
    }
    std::str::from_utf8(bytes).map_err(|fault| {
        let at = fault.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or(0);
        not_text(format!("bytes that are not UTF-8 (0x{byte:02X} at byte {at})"))
    })
}

fn read_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(not_text("UTF-16 that ends in the middle of a unit".to_owned()));
    }
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        match character {
            Ok('\0') => return Err(not_text("binary data".to_owned())),
            Ok(character) => text.push(character),
            Err(_) => text.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Ok(text)
}

fn not_text(found: String) -> Error {
    Error::new(ErrorKind::NotText { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> &'static str {
        read_text(bytes).unwrap_err().code()
    }

    #[test]
    fn reads_utf_8_with_and_without_a_mark() {
        assert_eq!(read_text("تدين".as_bytes()).unwrap(), "تدين");
        assert_eq!(read_text("\u{FEFF}Décide".as_bytes()).unwrap(), "Décide");
        assert_eq!(read_text(b"").unwrap(), "");
    }

    #[test]
    fn reads_utf_16_in_both_orders() {
        let units: Vec<u16> = "\u{FEFF}回顾 🙂".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(read_text(&little).unwrap(), "回顾 🙂");
        assert_eq!(read_text(&big).unwrap(), "回顾 🙂");
    }

    #[test]
    fn puts_a_mark_for_a_surrogate_that_stands_alone() {
        assert_eq!(read_text(b"\xFF\xFE\x3D\xD8a\0").unwrap(), "\u{FFFD}a");
    }

    #[test]
    fn refuses_what_is_no_text_and_says_what_it_looks_like() {
        assert_eq!(code(b"\0\0\0"), "not-text");
        assert_eq!(code(b"PK\x03\x04rest"), "not-text");
        assert_eq!(code(b"\xFF\xFEabc"), "not-text");
        assert_eq!(code(b"caf\xE9"), "not-text");
        let message = read_text(b"caf\xE9 au lait").unwrap_err().to_string();
        assert!(message.contains("0xE9 at byte 3"), "{message}");
    }

    #[test]
    fn refuses_every_single_broken_byte_without_a_panic() {
        for byte in 0..=255u8 {
            let _ = read_text(&[byte]);
            let _ = read_text(&[0xFF, 0xFE, byte]);
            let _ = read_text(&[byte; 300]);
        }
    }
}

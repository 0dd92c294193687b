//! What was packed with DEFLATE, unpacked within bounds.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use super::encoding::MAX_TEXT;
use crate::error::{Error, ErrorKind};

/// How many times longer than the packed bytes the unpacked may be, beside [`FREE`]. Texts are packed to a tenth, a
/// table of a Word document to a hundredth.
const RATIO: usize = 250;
/// How many bytes may come of however few.
const FREE: usize = 1 << 20;

/// What came of packed bytes.
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    /// How many of the packed bytes were read.
    pub(super) read: usize,
    /// Whether they end as they should.
    pub(super) complete: bool,
}

/// Unpacks raw DEFLATE. Where it breaks off, gives what stands before.
///
/// # Errors
///
/// `zip-bomb` where more comes of it than any text needs.
pub(super) fn unpack(packed: &[u8]) -> Result<Unpacked, Error> {
    let limit = packed.len().saturating_mul(RATIO).saturating_add(FREE).min(MAX_TEXT);
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut chunk = vec![0; 64 << 10];
    let mut found = Unpacked { bytes: Vec::new(), read: 0, complete: false };
    loop {
        let rest = packed.get(found.read..).unwrap_or(&[]);
        let step = inflate(&mut state, rest, &mut chunk, MZFlush::None);
        found.read += step.bytes_consumed;
        found.bytes.extend_from_slice(chunk.get(..step.bytes_written).unwrap_or(&[]));
        if found.bytes.len() > limit {
            return Err(Error::new(ErrorKind::ZipBomb { limit }));
        }
        match step.status {
            Ok(MZStatus::StreamEnd) => {
                found.complete = true;
                return Ok(found);
            }
            Ok(_) if step.bytes_consumed > 0 || step.bytes_written > 0 => {}
            _ => return Ok(found),
        }
    }
}

/// Unpacks a gzip file: every member of it.
///
/// # Errors
///
/// `zip-bomb`; `file-damaged` where not even its head can be read.
pub(super) fn unpack_gzip(mut packed: &[u8]) -> Result<Unpacked, Error> {
    let mut all = Unpacked { bytes: Vec::new(), read: 0, complete: true };
    let whole = packed.len();
    while let Some(body) = gzip_body(packed) {
        let member = unpack(packed.get(body..).unwrap_or(&[]))?;
        all.bytes.extend_from_slice(&member.bytes);
        if all.bytes.len() > MAX_TEXT {
            return Err(Error::new(ErrorKind::ZipBomb { limit: MAX_TEXT }));
        }
        if !member.complete {
            return Ok(Unpacked { complete: false, read: whole, ..all });
        }
        // A checksum and a length follow.
        packed = packed.get(body + member.read + 8..).unwrap_or(&[]);
        all.read = whole - packed.len();
    }
    if all.read == 0 {
        return Err(Error::new(ErrorKind::FileDamaged { found: "a gzip file whose head is cut".to_owned() }));
    }
    Ok(all)
}

/// Where behind the head of a gzip member its packed bytes begin.
fn gzip_body(bytes: &[u8]) -> Option<usize> {
    let [0x1F, 0x8B, 8, flags, _, _, _, _, _, _, ..] = bytes else { return None };
    let mut at = 10;
    if flags & 4 != 0 {
        let [low, high] = bytes.get(at..at + 2)? else { return None };
        at += 2 + usize::from(u16::from_le_bytes([*low, *high]));
    }
    // A name and a comment, each up to a zero.
    for flag in [8, 16] {
        if flags & flag != 0 {
            at += bytes.get(at..)?.iter().position(|&byte| byte == 0)? + 1;
        }
    }
    Some(at + if flags & 2 != 0 { 2 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut out = vec![0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3];
        out.extend_from_slice(b"name.xml\0");
        out.extend(miniz_oxide::deflate::compress_to_vec(bytes, 6));
        out.extend([0; 8]);
        out
    }

    #[test]
    fn unpacks_every_member() {
        let mut file = gzip(b"one ");
        file.extend(gzip(b"two"));
        let found = unpack_gzip(&file).unwrap();
        assert_eq!((found.bytes.as_slice(), found.complete), (b"one two".as_slice(), true));
    }

    #[test]
    fn gives_what_stands_before_a_cut_and_says_so() {
        let text: Vec<u8> = (0..40_000u32).flat_map(|number| (number * number % 8191).to_le_bytes()).collect();
        let file = gzip(&text);
        let found = unpack_gzip(&file[..file.len() / 2]).unwrap();
        assert!(!found.complete && !found.bytes.is_empty() && text.starts_with(&found.bytes));
        assert_eq!(unpack_gzip(&file[..4]).err().unwrap().code(), "file-damaged");
    }

    #[test]
    fn stops_a_bomb() {
        let file = gzip(&vec![0; 40 << 20]);
        assert_eq!(unpack_gzip(&file).err().unwrap().code(), "zip-bomb");
    }
}

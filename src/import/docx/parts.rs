//! The parts of a Word document: files in a ZIP archive, read within bounds.

use std::collections::BTreeMap;

use rawzip::{CompressionMethod, ZipArchive};

use crate::error::{Error, ErrorKind};
use crate::import::inflate::unpack;

/// The most entries that an archive may have.
const MOST: usize = 10_000;
/// The longest part that is read as it lies, in bytes.
const LONGEST: usize = 256 << 20;

/// Where the packed bytes of an entry lie.
#[derive(Clone, Copy)]
struct Entry<'a> {
    packed: &'a [u8],
    is_deflated: bool,
}

/// The entries of an archive by name.
pub(super) struct Parts<'a> {
    entries: BTreeMap<String, Entry<'a>>,
    is_cut: bool,
}

/// A part as text.
pub(super) struct Part {
    pub(super) text: String,
    /// Whether all of it is there.
    pub(super) complete: bool,
}

impl<'a> Parts<'a> {
    /// Reads the directory of an archive; where that is missing, the heads of the entries one after the other.
    ///
    /// # Errors
    ///
    /// `file-damaged` where neither can be read, `zip-bomb` past 10,000 entries.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        let found = match read_directory(bytes)? {
            Some(entries) => Self { entries, is_cut: false },
            None => Self { entries: read_heads(bytes), is_cut: true },
        };
        if found.entries.is_empty() {
            return Err(damaged());
        }
        Ok(found)
    }

    /// Whether the directory at the end of the archive is missing.
    pub(super) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The part with this name, as text.
    ///
    /// # Errors
    ///
    /// `zip-bomb`.
    pub(super) fn read(&self, name: &str) -> Result<Option<Part>, Error> {
        let Some(entry) = self.entries.get(name) else { return Ok(None) };
        let (bytes, complete) = if entry.is_deflated {
            let found = unpack(entry.packed)?;
            (found.bytes, found.complete)
        } else {
            (entry.packed.get(..entry.packed.len().min(LONGEST)).unwrap_or(&[]).to_vec(), true)
        };
        // Word writes UTF-8; other programs write UTF-16 with its mark.
        let text = match crate::import::read_text(&bytes) {
            Ok(text) => text.into_owned(),
            Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
        };
        Ok(Some(Part { text, complete }))
    }

    /// What an archive is that is no Word document.
    pub(super) fn describe(&self) -> String {
        let has = |start: &str| self.entries.keys().any(|name| name.starts_with(start));
        if has("xl/") {
            "an Excel workbook".to_owned()
        } else if has("ppt/") {
            "a PowerPoint presentation".to_owned()
        } else if has("content.xml") {
            "an OpenDocument file".to_owned()
        } else if has("META-INF/container.xml") {
            "an e-book".to_owned()
        } else {
            "a ZIP archive that is no Word document".to_owned()
        }
    }
}

fn damaged() -> Error {
    Error::new(ErrorKind::FileDamaged { found: "a ZIP archive that is broken".to_owned() })
}

fn read_directory(bytes: &[u8]) -> Result<Option<BTreeMap<String, Entry<'_>>>, Error> {
    let Ok(archive) = ZipArchive::from_slice(bytes) else { return Ok(None) };
    let mut entries = BTreeMap::new();
    let mut listed = archive.entries();
    let mut count = 0;
    while let Ok(Some(record)) = listed.next_entry() {
        count += 1;
        if count > MOST {
            return Err(Error::new(ErrorKind::ZipBomb { limit: MOST }));
        }
        let is_deflated = record.compression_method() == CompressionMethod::DEFLATE;
        if !is_deflated && record.compression_method() != CompressionMethod::STORE {
            continue;
        }
        let name = String::from_utf8_lossy(record.file_path().as_ref()).into_owned();
        let Ok(entry) = archive.get_entry(record.wayfinder()) else { continue };
        let (from, to) = entry.compressed_data_range();
        if let Some(packed) = bytes.get(from as usize..to as usize) {
            entries.entry(name).or_insert(Entry { packed, is_deflated });
        }
    }
    Ok((!entries.is_empty()).then_some(entries))
}

/// The entries of an archive whose end is missing, by the heads that stand before each.
fn read_heads(bytes: &[u8]) -> BTreeMap<String, Entry<'_>> {
    let mut entries = BTreeMap::new();
    for at in memchr::memmem::find_iter(bytes, b"PK\x03\x04").take(MOST) {
        let Some((name, entry)) = bytes.get(at..).and_then(read_head) else { continue };
        entries.entry(name).or_insert(entry);
    }
    entries
}

fn read_head(bytes: &[u8]) -> Option<(String, Entry<'_>)> {
    let number = |at: usize| match bytes.get(at..at + 2) {
        Some([low, high]) => Some(usize::from(u16::from_le_bytes([*low, *high]))),
        _ => None,
    };
    let (method, size) = (number(8)?, number(18)? | number(20)? << 16);
    let (name, extra) = (number(26)?, number(28)?);
    let start = 30 + name + extra;
    let is_deflated = method == 8;
    // Where the size stands behind the bytes, DEFLATE itself knows where it ends.
    let end = if is_deflated { bytes.len() } else { (start + size).min(bytes.len()) };
    let name = std::str::from_utf8(bytes.get(30..30 + name)?).ok()?.to_owned();
    (is_deflated || method == 0).then_some(())?;
    Some((name, Entry { packed: bytes.get(start..end)?, is_deflated }))
}

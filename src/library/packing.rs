//! Texts on their way into a pack.

use std::io::{self, Write};

use super::{Library, TextCopy, keys};
use crate::index::{Builder, Origin, Own, PackWriter, Piece, Section, encode_parts, encode_text, wide_len};
use crate::model::{Document, Kind};
use crate::parse::ParseOptions;
use crate::text::sort_by_key;

/// Collects texts that were read, and writes them as one pack.
///
/// It holds the texts in memory until then, so whoever has more than that writes several packs and merges
/// them.
///
/// # Examples
///
/// ```
/// use whereas::library::Packer;
/// use whereas::{ParseOptions, parse};
///
/// let text = "A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to meet.".to_owned();
/// let options = ParseOptions::new();
/// let mut packer = Packer::new();
/// let document = parse(&text, &options);
/// packer.add(text, document, &options);
/// let bytes = packer.to_bytes();
/// assert_eq!(bytes, packer.to_bytes());
/// ```
#[derive(Debug, Default)]
pub struct Packer {
    library: Library,
}

impl Packer {
    /// A packer that holds nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a text and what was read from it by [`parse`](crate::parse()) with these options. A second copy of an edition gets a key of its
    /// own, `…~2`.
    pub fn add(&mut self, text: String, mut document: Document, options: &ParseOptions) {
        let library = &mut self.library;
        let mut held = Vec::new();
        for resolution in &mut document.resolutions {
            resolution.key = keys::find_free(&resolution.key, |key| library.keys.contains_key(key));
            held.push(resolution.key.clone());
        }
        if held.is_empty() {
            held.push(keys::find_free(&keys::of_text(&document), |key| library.keys.contains_key(key)));
        }
        let copy = library.copies.len();
        for (at, key) in held.iter().enumerate() {
            library.keys.insert(key.clone(), super::Place { copy, at });
        }
        library.copies.push(Some(TextCopy { text, document, options: options.clone(), keys: held }));
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.library.is_empty()
    }

    /// The pack, in memory.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.library.pack()
    }

    /// Writes the pack: gives its head, and its sections in the order of the file, each in the writer that
    /// `make` gave for it or in memory.
    ///
    /// # Errors
    ///
    /// Those of the writers.
    pub fn write<W: Write>(&self, make: impl FnMut(Section) -> io::Result<W>) -> io::Result<(Vec<u8>, Vec<Piece<W>>)> {
        let mut writer = PackWriter::new(make)?;
        write_copies(&self.library.copies.iter().flatten().collect::<Vec<_>>(), &mut writer)?;
        writer.finish()
    }
}

impl Library {
    /// Everything that was added, as a pack: one file to keep, to send, or to put on a static host. The same texts give the
    /// same bytes. Packs that are open beside the library are not in it.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        to_pack(&self.copies.iter().flatten().collect::<Vec<_>>())
    }
}

/// Texts as a pack in memory, where nothing can go wrong.
pub(super) fn to_pack(copies: &[&TextCopy]) -> Vec<u8> {
    let written = PackWriter::in_memory().and_then(|mut writer| {
        write_copies(copies, &mut writer)?;
        writer.into_bytes()
    });
    written.unwrap_or_default()
}

/// Which resolution of which text a draft of the builder is, and what of the text is its own.
struct Shelved<'a> {
    copy: &'a TextCopy,
    at: usize,
    own: Own,
}

fn write_copies<W: Write>(copies: &[&TextCopy], to: &mut PackWriter<W>) -> io::Result<()> {
    let mut builder = Builder::default();
    let mut shelved: Vec<Shelved> = Vec::new();
    let mut loose: Vec<&TextCopy> = Vec::new();
    for &copy in copies {
        if copy.document.resolutions.is_empty() {
            loose.push(copy);
            continue;
        }
        let held: Vec<usize> =
            (0..copy.keys.len()).filter(|&at| copy.keys.get(at).is_some_and(|key| !key.is_empty())).collect();
        let (mut start, mut wide) = (0u32, 0u32);
        for (number, &at) in held.iter().enumerate() {
            let Some(resolution) = copy.document.resolutions.get(at) else { continue };
            // Each resolution has the text from the end of the one before it; the last, all that is left.
            let is_last = number + 1 == held.len();
            let end = if is_last { copy.text.len() as u32 } else { end_of(resolution).max(start) };
            shelved.push(Shelved { copy, at, own: Own { bytes: start..end, wide } });
            wide += wide_len(copy.text.get(start as usize..end as usize).unwrap_or(""));
            start = end;
            builder.add(resolution);
        }
    }
    builder.write(to, |doc, draft, record, to| {
        let Some(Shelved { copy, at, own }) = shelved.get(draft as usize) else { return Ok(()) };
        let Some(resolution) = copy.document.resolutions.get(*at) else { return Ok(()) };
        let origin = origin_of(copy);
        encode_parts(resolution, record, &origin, &copy.text, own.clone(), |paragraph, item| {
            to.part(doc, paragraph, item)
        })
    })?;
    sort_by_key(&mut loose, |copy| copy.keys.first());
    for copy in loose {
        let key = copy.keys.first().map_or("", String::as_str);
        to.text(&encode_text(key, copy.document.kind == Kind::Article, &origin_of(copy), &copy.text))?;
    }
    Ok(())
}

/// Where the last paragraph of a resolution ends.
fn end_of(resolution: &crate::model::Resolution) -> u32 {
    resolution.paragraphs.iter().map(|paragraph| paragraph.span.end).max().unwrap_or(resolution.span.end)
}

fn origin_of(copy: &TextCopy) -> Origin {
    let source = &copy.document.source;
    Origin {
        language: copy.options.language_hint().map(str::to_owned),
        body: copy.options.body_hint().map(str::to_owned),
        scale: copy.options.scale_hint().map(str::to_owned),
        format: source.format,
        name: source.name.clone(),
        url: source.url.clone(),
        retrieved: source.retrieved.clone(),
        mates: if copy.keys.len() > 1 { copy.keys.clone() } else { Vec::new() },
    }
}

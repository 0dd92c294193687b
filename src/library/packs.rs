//! Packs that are open beside the library's own texts, and what they hold.

use super::Library;
use super::archive::{Archive, PackRange, find_doc, text_of};
use crate::error::Error;
use crate::index::{DocId, Origin, Pack, ReadAt};
use crate::model::{Document, Format, Resolution};
use crate::parse::{ParseOptions, parse};
use crate::quote::Held;

/// A text of a pack, read again.
pub(super) struct Unpacked {
    pub(super) text: String,
    pub(super) document: Document,
    /// Which of its resolutions was asked for.
    pub(super) at: usize,
    /// What the host said of it.
    pub(super) options: ParseOptions,
    /// One key a resolution, or one for a text that has none. Empty where a resolution was taken out.
    pub(super) keys: Vec<String>,
}

impl Unpacked {
    /// The resolution that was asked for, as a check reads it.
    pub(super) fn held(&self) -> Option<Held<'_>> {
        let Self { text, document, at, .. } = self;
        Some(Held { document, resolution: document.resolutions.get(*at)?, text })
    }

    /// Its key.
    pub(super) fn key(&self) -> Option<&str> {
        Some(self.document.resolutions.get(self.at)?.key.as_str())
    }

    /// The resolution that was asked for, where the text holds one.
    pub(super) fn into_resolution(mut self) -> Option<Resolution> {
        (self.at < self.document.resolutions.len()).then(|| self.document.resolutions.swap_remove(self.at))
    }
}

impl Library {
    /// Opens a pack whose bytes are all at hand. From now on it is searched with the library, as one.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    pub fn open_pack(&mut self, bytes: Vec<u8>) -> Result<usize, Error> {
        Ok(self.add_pack(Pack::open(bytes)?))
    }

    /// Opens a pack of `length` bytes that is read as it is needed, such as a file.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    pub fn open_pack_at(&mut self, from: Box<dyn ReadAt>, length: u64) -> Result<usize, Error> {
        Ok(self.add_pack(Pack::open_at(from, length)?))
    }

    /// Adds a pack that was opened, and gives its number.
    pub fn add_pack(&mut self, pack: Pack) -> usize {
        self.archive.add(pack)
    }

    /// The packs that are open.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        self.archive.packs()
    }

    /// The packs that are open beside the library's own texts.
    #[must_use]
    pub const fn archive(&self) -> &Archive {
        &self.archive
    }

    /// The same, to be changed.
    #[must_use]
    pub const fn archive_mut(&mut self) -> &mut Archive {
        &mut self.archive
    }

    /// Takes bytes of a pack that were asked for by [`Library::take_missing`].
    pub fn add_pack_bytes(&mut self, pack: usize, at: u64, bytes: &[u8]) {
        self.archive.add_bytes(pack, at, bytes);
    }

    /// The bytes that the last question missed; see [`Archive::take_missing`].
    #[must_use]
    pub fn take_missing(&self) -> Vec<PackRange> {
        self.archive.take_missing()
    }

    /// The text of a pack that a key or the id of a work leads to, without reading it again.
    pub(super) fn text_in_packs(&self, key: &str) -> Result<Option<(String, Format)>, Error> {
        for pack in self.packs() {
            if let Some((_, origin, text)) = find_doc(pack, key).and_then(|doc| text_of(pack, doc)) {
                return Ok(Some((text, origin.format)));
            }
        }
        Ok(self.find_in_packs(key)?.map(|found| (found.text, found.document.source.format)))
    }

    /// The text of a pack that a key or the id of a work leads to.
    pub(super) fn find_in_packs(&self, key: &str) -> Result<Option<Unpacked>, Error> {
        let found = self.packs().iter().find_map(|pack| match find_doc(pack, key) {
            Some(doc) => unpack(pack, doc),
            None => find_text(pack, key),
        });
        self.archive.check()?;
        Ok(found)
    }
}

/// Reads the text again from which a resolution came.
pub(super) fn unpack(pack: &Pack, doc: DocId) -> Option<Unpacked> {
    let (record, origin, text) = text_of(pack, doc)?;
    let options = options_of(&origin);
    let keys = if origin.mates.is_empty() { vec![record.key.clone()] } else { origin.mates };
    let mut document = parse(&text, &options);
    for (resolution, key) in document.resolutions.iter_mut().zip(&keys) {
        resolution.key.clone_from(key);
    }
    let at = keys.iter().position(|key| *key == record.key)?;
    Some(Unpacked { text, document, at, options, keys })
}

/// Reads a text again in which no resolution was found.
pub(super) fn find_text(pack: &Pack, key: &str) -> Option<Unpacked> {
    let mut found = None;
    if pack.text_count() > 0 && key.starts_with("text:") {
        pack.for_each_text(|held, origin, text| {
            if held == key {
                let options = options_of(&origin);
                let document = parse(text, &options);
                found = Some(Unpacked { text: text.to_owned(), document, at: 0, options, keys: vec![key.to_owned()] });
            }
            found.is_none()
        });
    }
    found
}

pub(super) fn options_of(origin: &Origin) -> ParseOptions {
    let mut options = ParseOptions::new().with_format(origin.format);
    if let Some(language) = &origin.language {
        options = options.with_language(language);
    }
    if let Some(body) = &origin.body {
        options = options.with_body(body);
    }
    if let Some(name) = &origin.name {
        options = options.with_name(name);
    }
    if let Some(url) = &origin.url {
        options = options.with_url(url);
    }
    if let Some(retrieved) = &origin.retrieved {
        options = options.with_retrieved(retrieved);
    }
    // A scale that this build does not know gives way to the default one.
    origin.scale.as_ref().and_then(|scale| options.clone().with_scale(scale).ok()).unwrap_or(options)
}

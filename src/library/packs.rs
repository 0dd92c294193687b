//! Packs that are open beside the library's own texts, and what they hold.

use std::ops::Range;

use super::Library;
use super::glance::text_of;
use crate::error::Error;
use crate::index::{DocId, Origin, Pack, ReadAt, find_editions};
use crate::model::{Document, Format, Resolution};
use crate::parse::{ParseOptions, parse};
use crate::quote::Held;

/// Bytes of an open pack that are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRange {
    /// The number of the pack, in the order in which packs were opened.
    pub pack: usize,
    /// Which bytes of the file.
    pub range: Range<u64>,
}

/// A text of a pack, read again.
pub(super) struct Unpacked {
    pub(super) text: String,
    pub(super) document: Document,
    /// Which of its resolutions was asked for.
    pub(super) at: usize,
}

impl Unpacked {
    /// The resolution that was asked for, as a check reads it.
    pub(super) fn held(&self) -> Option<Held<'_>> {
        let Self { text, document, at } = self;
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
        self.packs.push(pack);
        self.packs.len() - 1
    }

    /// Closes a pack. Those after it move up by one.
    pub fn remove_pack(&mut self, pack: usize) -> Option<Pack> {
        (pack < self.packs.len()).then(|| self.packs.remove(pack))
    }

    /// Puts a pack in the place of another, as when its file was written anew. `false` where there is no such place.
    pub fn replace_pack(&mut self, at: usize, pack: Pack) -> bool {
        self.packs.get_mut(at).map(|slot| *slot = pack).is_some()
    }

    /// Gives fetched bytes of packs back until each holds no more than `most`; see [`Pack::trim`].
    pub fn trim_packs(&mut self, most: usize) {
        for pack in &mut self.packs {
            pack.trim(most);
        }
    }

    /// The packs that are open.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// Takes bytes of a pack that were asked for by [`Library::take_missing`].
    pub fn add_pack_bytes(&mut self, pack: usize, at: u64, bytes: &[u8]) {
        if let Some(pack) = self.packs.get_mut(pack) {
            pack.add_bytes(at, bytes);
        }
    }

    /// The bytes that the last question missed. Where there are any, its answer is not to be used: the question is asked
    /// again when they have come.
    #[must_use]
    pub fn take_missing(&self) -> Vec<PackRange> {
        let of = |(number, pack): (usize, &Pack)| {
            pack.take_missing().into_iter().map(move |range| PackRange { pack: number, range })
        };
        self.packs.iter().enumerate().flat_map(of).collect()
    }

    /// Says whether a pack was found damaged.
    pub(super) fn check_packs(&self) -> Result<(), Error> {
        self.packs.iter().try_for_each(Pack::check)
    }

    /// The text of a pack that a key or the id of a work leads to, without reading it again.
    pub(super) fn text_in_packs(&self, key: &str) -> Result<Option<(String, Format)>, Error> {
        for pack in &self.packs {
            let mut doc = None;
            find_editions(pack, key, |_, edition| _ = doc.get_or_insert(edition));
            if let Some(found) = doc.and_then(|doc| text_of(pack, doc)) {
                return Ok(Some(found));
            }
        }
        Ok(self.find_in_packs(key)?.map(|found| (found.text, found.document.source.format)))
    }

    /// The text of a pack that a key or the id of a work leads to.
    pub(super) fn find_in_packs(&self, key: &str) -> Result<Option<Unpacked>, Error> {
        let mut found = None;
        for pack in &self.packs {
            let mut doc = None;
            find_editions(pack, key, |_, edition| _ = doc.get_or_insert(edition));
            found = match doc {
                Some(doc) => unpack(pack, doc),
                None => find_text(pack, key),
            };
            if found.is_some() {
                break;
            }
        }
        self.check_packs()?;
        Ok(found)
    }
}

/// Reads the text again from which a resolution came.
pub(super) fn unpack(pack: &Pack, doc: DocId) -> Option<Unpacked> {
    let (record, origin) = pack.record(doc)?;
    let mut text = String::new();
    let mates = if origin.mates.is_empty() { std::slice::from_ref(&record.key) } else { origin.mates.as_slice() };
    for key in mates.iter().filter(|key| !key.is_empty()) {
        let mut mate = None;
        find_editions(pack, key, |_, edition| {
            // Where a key was given twice, a text's resolutions stand by it.
            if mate.is_none() || *key == record.key && edition == doc {
                mate = Some(edition);
            }
        });
        text.push_str(&pack.source_of(mate?)?);
    }
    let mut document = parse(&text, &options_of(&origin));
    for (resolution, key) in document.resolutions.iter_mut().zip(mates) {
        resolution.key.clone_from(key);
    }
    let at = mates.iter().position(|key| *key == record.key)?;
    Some(Unpacked { text, document, at })
}

fn find_text(pack: &Pack, key: &str) -> Option<Unpacked> {
    let mut found = None;
    if pack.text_count() > 0 && key.starts_with("text:") {
        pack.for_each_text(|held, origin, text| {
            if held == key {
                let document = parse(text, &options_of(&origin));
                found = Some(Unpacked { text: text.to_owned(), document, at: 0 });
            }
            found.is_none()
        });
    }
    found
}

fn options_of(origin: &Origin) -> ParseOptions {
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

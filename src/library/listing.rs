//! One line about each text that the library holds.

use std::ops::Range;

use serde::Serialize;

use super::{TextCopy, keys};
use crate::index::{Pack, date_of};
use crate::model::Kind;

/// Which part of the list is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListOptions {
    limit: Option<u32>,
    offset: u32,
    without_packs: bool,
}

impl ListOptions {
    /// All of it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// At most so many lines.
    #[must_use]
    pub const fn with_limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Without the first so many lines.
    #[must_use]
    pub const fn with_offset(mut self, offset: u32) -> Self {
        self.offset = offset;
        self
    }

    /// Whether the resolutions of packs are listed behind the library's own texts, as they are unless this says no.
    #[must_use]
    pub const fn with_packs(mut self, with: bool) -> Self {
        self.without_packs = !with;
        self
    }

    pub(super) const fn has_packs(self) -> bool {
        !self.without_packs
    }

    pub(super) fn limit(self) -> usize {
        self.limit.map_or(usize::MAX, |limit| limit as usize)
    }

    pub(super) fn offset(self) -> usize {
        self.offset as usize
    }
}

/// One line about a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The key of this edition.
    pub key: String,
    /// The id of the work.
    pub id: String,
    /// `resolution`, `volume` for one of a volume, `article` or `unknown`.
    pub kind: Kind,
    /// The body's own symbol, as printed.
    pub symbol: Option<String>,
    /// The title as printed; the headline of a news item.
    pub title: Option<String>,
    /// ISO date of adoption, else of the session, else of issue; the date of a news item.
    pub date: Option<String>,
    /// The organisation.
    pub body: Option<&'static str>,
    /// Language of the text, as an ISO 639-1 code.
    pub language: &'static str,
    /// The file's name, as the host gave it.
    pub name: Option<String>,
}

impl Listed {
    pub(super) fn new(copy: &TextCopy, at: usize, key: &str) -> Self {
        let document = &copy.document;
        let resolution = document.resolutions.get(at);
        let article = document.article.as_ref().filter(|_| resolution.is_none() && copy.is_article());
        Self {
            key: key.to_owned(),
            id: resolution.map_or_else(|| keys::work_of(key).to_owned(), |resolution| resolution.id.clone()),
            kind: document.kind,
            symbol: resolution.and_then(|resolution| resolution.symbol.clone()),
            title: match article {
                Some(article) => article.headline.as_ref().map(|headline| headline.text.clone()),
                None => resolution.and_then(|resolution| resolution.title.clone()),
            },
            date: match article {
                Some(article) => article.dateline.date.as_ref().and_then(|date| date.id.clone()),
                None => resolution.and_then(date_of).map(|dating| dating.iso.clone()),
            },
            body: resolution.and_then(|resolution| resolution.body),
            language: resolution.map_or(document.language, |resolution| resolution.edition.language),
            name: document.source.name.clone(),
        }
    }

    /// One line about each of these resolutions of a pack.
    pub(super) fn of_pack(pack: &Pack, docs: Range<u32>) -> impl Iterator<Item = Self> + '_ {
        docs.filter_map(|doc| {
            let (record, origin) = pack.record(doc)?;
            Some(Self {
                key: record.key,
                id: record.id,
                kind: if origin.mates.is_empty() { Kind::Resolution } else { Kind::Volume },
                symbol: record.symbol,
                title: record.title,
                date: record.date.map(|(first, _)| first),
                body: record.body,
                language: record.language,
                name: origin.name,
            })
        })
    }
}

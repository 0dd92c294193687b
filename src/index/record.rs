//! What an index knows about a resolution as a whole.

use std::ops::Range;

use super::{UnitId, fold_pieces};
use crate::model::{Dating, DatingRole, Resolution};

/// The number of a resolution, in the order added.
pub(crate) type DocId = u32;

/// A resolution as filters, facets and results see it.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) key: String,
    pub(crate) id: String,
    pub(crate) symbol: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) body: Option<&'static str>,
    pub(crate) organ: Option<&'static str>,
    pub(crate) language: &'static str,
    pub(crate) status: &'static str,
    pub(crate) session: Option<u16>,
    /// First and last day of the date it is placed by; the same where only one is printed.
    pub(crate) date: Option<(String, String)>,
    /// First and last day by the Islamic calendar, where they are printed.
    pub(crate) hijri: Option<(String, String)>,
    /// The letters and numbers of its symbol, apart: `a res 78 1`.
    pub(crate) symbol_pieces: Vec<String>,
    /// Its paragraphs.
    pub(crate) units: Range<UnitId>,
    /// Whether it is still in the library.
    pub(crate) alive: bool,
}

impl Record {
    pub(super) fn new(resolution: &Resolution, units: Range<UnitId>) -> Self {
        let dating = date_of(resolution);
        let ends = |iso: &String, end: &Option<String>| (iso.clone(), end.clone().unwrap_or_else(|| iso.clone()));
        let hijri = resolution.dates.iter().find_map(|dating| dating.hijri.as_ref());
        Self {
            key: resolution.key.clone(),
            id: resolution.id.clone(),
            symbol: resolution.symbol.clone(),
            title: resolution.title.clone(),
            body: resolution.body,
            organ: resolution.organ,
            language: resolution.edition.language,
            status: resolution.edition.status,
            session: resolution.session.as_ref().and_then(|session| session.ordinal),
            date: dating.map(|dating| ends(&dating.iso, &dating.end)),
            hijri: hijri.map(|dating| ends(&dating.iso, &dating.end)),
            symbol_pieces: fold_pieces(resolution.symbol.as_deref().unwrap_or("")),
            units,
            alive: true,
        }
    }

    /// Whether it is of this body, or of this organ of a body (`un:ga`).
    pub(crate) fn is_of_body(&self, name: &str) -> bool {
        match name.split_once(':') {
            Some((body, organ)) => self.body == Some(body) && self.organ == Some(organ),
            None => self.body == Some(name) || self.organ == Some(name),
        }
    }

    /// The year it is placed in: `2022`.
    pub(crate) fn year(&self) -> Option<&str> {
        self.date.as_ref().and_then(|(first, _)| first.get(..4))
    }
}

/// The date by which a resolution is placed in time: of adoption, else of the session, else of issue.
pub(crate) fn date_of(resolution: &Resolution) -> Option<&Dating> {
    [DatingRole::Adoption, DatingRole::Session, DatingRole::Issued]
        .into_iter()
        .find_map(|role| resolution.dates.iter().find(|dating| dating.role == role))
}

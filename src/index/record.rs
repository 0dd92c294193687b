//! What an index knows about a resolution as a whole.

use super::scan::{self, Scan};
use crate::lexicon::{Language, find_organ};
use crate::model::{Dating, DatingRole, Format, Resolution};

/// The number of a resolution in its pack: the newest first, those of one day by their keys.
pub(crate) type DocId = u32;

/// A resolution as results show it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// Where a resolution came from: what it takes to read its text again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    /// What the host said of the text.
    pub(crate) language: Option<String>,
    pub(crate) body: Option<String>,
    /// The form in which it came.
    pub(crate) format: Format,
    pub(crate) name: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) retrieved: Option<String>,
    /// The scale of force that was chosen.
    pub(crate) scale: Option<String>,
    /// The keys of all resolutions of the same text in order, where there are several. Those that were
    /// taken out have none.
    pub(crate) mates: Vec<String>,
}

impl Record {
    pub(crate) fn new(resolution: &Resolution) -> Self {
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
        }
    }

    /// The order of resolutions in a pack: the newest first, those without a date last, then by key.
    pub(crate) fn order(&self) -> (std::cmp::Reverse<&str>, &str) {
        (std::cmp::Reverse(self.date.as_ref().map_or("", |(first, _)| first)), &self.key)
    }

    pub(super) fn encode(&self, origin: &Origin, bytes: &mut Vec<u8>) {
        scan::write_text(bytes, &self.key);
        scan::write_text(bytes, &self.id);
        for text in [&self.symbol, &self.title] {
            write_some(bytes, text.as_deref());
        }
        for text in [self.body, self.organ] {
            write_some(bytes, text);
        }
        scan::write_text(bytes, self.language);
        scan::write_text(bytes, self.status);
        scan::write(bytes, self.session.map_or(0, |session| u64::from(session) + 1));
        for dates in [&self.date, &self.hijri] {
            write_some(bytes, dates.as_ref().map(|(first, _)| first.as_str()));
            write_some(bytes, dates.as_ref().map(|(_, last)| last.as_str()));
        }
        origin.encode(bytes);
    }

    pub(super) fn decode(scan: &mut Scan) -> Option<(Self, Origin)> {
        let (key, id) = (scan.text()?.to_owned(), scan.text()?.to_owned());
        let (symbol, title) = (read_some(scan).ok()?, read_some(scan).ok()?);
        let (body, organ) = (read_some(scan).ok()?, read_some(scan).ok()?);
        let (body, organ) = intern_organ(body.as_deref(), organ.as_deref());
        let language = Language::from_code(scan.text()?).unwrap_or(Language::Und).code();
        let status = intern_status(scan.text()?);
        let session = scan.number()?.checked_sub(1).and_then(|session| u16::try_from(session).ok());
        let date = read_some(scan).ok()?.zip(read_some(scan).ok()?);
        let hijri = read_some(scan).ok()?.zip(read_some(scan).ok()?);
        let record = Self { key, id, symbol, title, body, organ, language, status, session, date, hijri };
        Some((record, Origin::decode(scan)?))
    }
}

/// Passes over a record and its origin without making them.
pub(super) fn skip_record(scan: &mut Scan) -> Option<()> {
    skip_texts(scan, 2)?;
    skip_some(scan, 4)?;
    skip_texts(scan, 2)?;
    scan.number()?;
    // Two dates with two ends each, then what the origin says.
    skip_some(scan, 4 + 6)?;
    scan.number()?;
    let mates = scan.small()?;
    skip_texts(scan, mates)
}

fn skip_texts(scan: &mut Scan, count: u32) -> Option<()> {
    for _ in 0..count {
        let length = scan.small()?;
        scan.take(length as usize)?;
    }
    Some(())
}

fn skip_some(scan: &mut Scan, count: u32) -> Option<()> {
    for _ in 0..count {
        let length = scan.small()?.saturating_sub(1);
        scan.take(length as usize)?;
    }
    Some(())
}

impl Origin {
    pub(super) fn encode(&self, bytes: &mut Vec<u8>) {
        for text in [&self.language, &self.body, &self.name, &self.url, &self.retrieved, &self.scale] {
            write_some(bytes, text.as_deref());
        }
        let number = Format::ALL.iter().position(|&format| format == self.format).unwrap_or(0);
        scan::write(bytes, number as u64);
        scan::write(bytes, self.mates.len() as u64);
        for key in &self.mates {
            scan::write_text(bytes, key);
        }
    }

    pub(super) fn decode(scan: &mut Scan) -> Option<Self> {
        let (language, body, name) = (read_some(scan).ok()?, read_some(scan).ok()?, read_some(scan).ok()?);
        let (url, retrieved, scale) = (read_some(scan).ok()?, read_some(scan).ok()?, read_some(scan).ok()?);
        let format = Format::ALL.get(scan.number()? as usize).copied().unwrap_or_default();
        let mut mates = Vec::new();
        for _ in 0..scan.number()? {
            mates.push(scan.text()?.to_owned());
        }
        Some(Self { language, body, format, name, url, retrieved, scale, mates })
    }
}

/// A string that may be missing: its length and 1 before it, 0 for none.
fn write_some(bytes: &mut Vec<u8>, text: Option<&str>) {
    scan::write(bytes, text.map_or(0, |text| text.len() as u64 + 1));
    bytes.extend_from_slice(text.unwrap_or("").as_bytes());
}

fn read_some(scan: &mut Scan) -> Result<Option<String>, ()> {
    let Some(len) = scan.small().ok_or(())?.checked_sub(1) else { return Ok(None) };
    let bytes = scan.take(len as usize).ok_or(())?;
    std::str::from_utf8(bytes).map(|text| Some(text.to_owned())).map_err(|_| ())
}

/// The names of organisation and organ that the lexicon has.
fn intern_organ(body: Option<&str>, organ: Option<&str>) -> (Option<&'static str>, Option<&'static str>) {
    let Some(body) = body else { return (None, None) };
    let named = organ.and_then(|organ| find_organ(&format!("{body}:{organ}")));
    named
        .or_else(|| find_organ(body).map(|(body, _)| (body, None)))
        .map_or((None, None), |(body, organ)| (Some(body), organ))
}

fn intern_status(status: &str) -> &'static str {
    ["adopted", "draft"].into_iter().find(|known| *known == status).unwrap_or("unknown")
}

/// The date by which a resolution is placed in time: of adoption, else of the session, else of issue.
pub(crate) fn date_of(resolution: &Resolution) -> Option<&Dating> {
    [DatingRole::Adoption, DatingRole::Session, DatingRole::Issued]
        .into_iter()
        .find_map(|role| resolution.dates.iter().find(|dating| dating.role == role))
}

//! Facts of every resolution side by side, for filters, facets and order.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::io::{self, Write};

use super::format::Section;
use super::pack::Pack;
use super::record::Record;
use super::seal::SEAL;
use super::sections::SectionWriter;
use super::words::WordCutter;
use crate::error::Error;

/// How many resolutions a page holds.
const PAGE: usize = 4096;

/// A fact that every resolution has, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// The number of the organisation's name, 0 for none.
    Body,
    Organ,
    Language,
    Status,
    /// The ordinal of the session, 0 for none.
    Session,
    /// The first day as `20220322`, with zeros for what is not said; 0 for none.
    First,
    Last,
    HijriFirst,
    HijriLast,
    /// How many words its title has, 255 for more; 0 for none.
    TitleWords,
    /// The first resolution that is an edition of the same work.
    Work,
}

impl Column {
    const ALL: [Self; 11] = [
        Self::Body,
        Self::Organ,
        Self::Language,
        Self::Status,
        Self::Session,
        Self::First,
        Self::Last,
        Self::HijriFirst,
        Self::HijriLast,
        Self::TitleWords,
        Self::Work,
    ];

    const fn width(self) -> usize {
        match self {
            Self::Body | Self::Organ | Self::Language | Self::Status | Self::TitleWords => 1,
            Self::Session => 2,
            _ => 4,
        }
    }
}

/// The facts of one resolution, in the order of the columns.
pub(crate) type Row = [u32; Column::ALL.len()];

/// The row of a record. Names that are new are added to `names`.
pub(crate) fn row_of(record: &Record, work: u32, names: &mut [Vec<String>; 4]) -> Row {
    let organ = record.body.zip(record.organ).map(|(body, organ)| format!("{body}:{organ}"));
    let texts = [record.body.map(str::to_owned), organ, Some(record.language.into()), Some(record.status.into())];
    let mut numbers = [0; 4];
    for ((number, names), text) in numbers.iter_mut().zip(names).zip(texts) {
        let Some(text) = text else { continue };
        let at = names.iter().position(|name| *name == text).unwrap_or_else(|| {
            names.push(text);
            names.len() - 1
        });
        // More names than a byte can count have none.
        *number = u32::try_from(at + 1).ok().filter(|&at| at < 256).unwrap_or(0);
    }
    let ends = |dates: &Option<(String, String)>| {
        dates.as_ref().map_or((0, 0), |(first, last)| (day_number(first), day_number(last)))
    };
    let (date, hijri) = (ends(&record.date), ends(&record.hijri));
    let [body, organ, language, status] = numbers;
    let session = u32::from(record.session.unwrap_or(0));
    let title = record.title.as_deref().map_or(0, |title| WordCutter::default().cut(title, |_| ()));
    [body, organ, language, status, session, date.0, date.1, hijri.0, hijri.1, title.min(255), work]
}

/// An ISO date, or the beginning of one, as a number: `2022-03` is 20220300.
pub(crate) fn day_number(iso: &str) -> u32 {
    let mut parts = iso.split('-').map(|part| part.parse::<u32>().unwrap_or(0));
    let (year, month, day) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    year.min(9999) * 10_000 + month.min(99) * 100 + day.min(99)
}

/// Writes the columns of all resolutions.
pub(crate) fn write_columns<W: Write>(rows: &[Row], to: &mut SectionWriter<W>) -> io::Result<()> {
    for (at, column) in Column::ALL.into_iter().enumerate() {
        for page in rows.chunks(PAGE) {
            let mut bytes = Vec::with_capacity(page.len() * column.width());
            for row in page {
                let number = row.get(at).copied().unwrap_or(0).to_le_bytes();
                bytes.extend_from_slice(number.get(..column.width()).unwrap_or(&[]));
            }
            to.chunk(&bytes)?;
        }
    }
    Ok(())
}

/// A column while it is read. Pages that are missing or damaged read as 0, and are noted by the pack.
#[derive(Debug)]
pub(crate) struct ColumnReader<'a> {
    pack: &'a Pack,
    column: Column,
    pages: Vec<OnceCell<Option<Cow<'a, [u8]>>>>,
}

impl<'a> ColumnReader<'a> {
    pub(crate) fn new(pack: &'a Pack, column: Column) -> Self {
        let pages = (pack.doc_count() as usize).div_ceil(PAGE);
        Self { pack, column, pages: vec![OnceCell::new(); pages] }
    }

    /// The number of a resolution.
    pub(crate) fn get(&self, doc: u32) -> u32 {
        let number = doc as usize / PAGE;
        let (pack, column) = (self.pack, self.column);
        let Some(page) = self.pages.get(number) else { return 0 };
        let Some(bytes) = page.get_or_init(|| read_page(pack, column, number)) else { return 0 };
        let width = column.width();
        let at = doc as usize % PAGE * width;
        let mut value = 0;
        for &byte in bytes.get(at..at + width).unwrap_or(&[]).iter().rev() {
            value = value << 8 | u32::from(byte);
        }
        value
    }
}

fn read_page(pack: &Pack, column: Column, page: usize) -> Option<Cow<'_, [u8]>> {
    let docs = pack.doc_count() as usize;
    let pages = docs.div_ceil(PAGE);
    let length = |column: Column| docs * column.width() + pages * SEAL;
    let start: usize = Column::ALL.into_iter().take_while(|&other| other != column).map(length).sum();
    let at = start + page * (PAGE * column.width() + SEAL);
    let rows = docs.saturating_sub(page * PAGE).min(PAGE);
    pack.chunk(Section::Columns, at as u64, (rows * column.width() + SEAL) as u64)
}

/// Of how many pages a column is fetched as a whole.
const FEW_PAGES: usize = 4;

impl Pack {
    /// Says that a column will be read, where it is short.
    pub(crate) fn want_column(&self, column: Column) {
        let pages = (self.doc_count() as usize).div_ceil(PAGE);
        for page in 0..if pages <= FEW_PAGES { pages } else { 0 } {
            let _ = read_page(self, column, page);
        }
    }

    /// First and last ISO date of its resolutions; `None` where none has a date. Reads two columns.
    ///
    /// # Errors
    ///
    /// `pack-damaged`.
    pub fn dates(&self) -> Result<Option<(String, String)>, Error> {
        let (first, last) = (ColumnReader::new(self, Column::First), ColumnReader::new(self, Column::Last));
        let mut ends = None;
        for doc in 0..self.doc_count() {
            let (from, to) = (first.get(doc), last.get(doc));
            if from > 0 {
                ends = Some(ends.map_or((from, to), |(least, most): (u32, u32)| (least.min(from), most.max(to))));
            }
        }
        self.check()?;
        Ok(ends.map(|(first, last)| (to_iso(first), to_iso(last))))
    }
}

/// The ISO date of a number that [`day_number`] gave.
fn to_iso(day: u32) -> String {
    let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100);
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_days_so_that_their_order_is_that_of_time() {
        assert_eq!(day_number("2022-03-22"), 20_220_322);
        assert_eq!(day_number("2022-03"), 20_220_300);
        assert_eq!(day_number("2022"), 20_220_000);
        assert_eq!(day_number(""), 0);
        for iso in ["2022-03-22", "2022-03", "2022"] {
            assert_eq!(to_iso(day_number(iso)), iso);
        }
    }
}

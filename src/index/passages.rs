//! Records and paragraphs in a pack, with the stretch of the source that they stand in.
//!
//! A resolution comes in parts of about 4 kB, each with some of its paragraphs and the source from where the part
//! before ended. Together the parts of all resolutions of a text are that text. What a paragraph says is most often a
//! piece of the source, and then it is not kept twice.

use std::ops::Range;

use super::blocks::{PASSAGES, TEXTS};
use super::pack::Pack;
use super::record::{DocId, Origin, Record, skip_record};
use super::scan::{self, Scan};
use crate::lexicon::{Ladder, SCALE, find_concept, find_neutral_rule, find_organ, find_scale};
use crate::model::{Lead, Neutral, Paragraph, Resolution, Zone};
use crate::text::Span;

/// How much of the source a part holds before the next begins.
const PART: u32 = 4 << 10;

/// A paragraph as results show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) address: String,
    pub(crate) span: Span,
    pub(crate) zone: Zone,
    pub(crate) text: String,
    pub(crate) lead: Option<Lead>,
    pub(crate) wide: Wide,
}

/// Where a paragraph stands and where its lead phrase does in UTF-16 units of the source, where a pack says so. It
/// follows from the spans in bytes, so that two of them never differ.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wide(
    #[cfg_attr(not(feature = "wasm"), allow(dead_code, reason = "only the bindings have UTF-16"))]
    pub(crate)  Option<(Span, Option<Span>)>,
);

impl PartialEq for Wide {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Wide {}

impl Passage {
    /// What results show of a paragraph.
    pub(crate) fn new(paragraph: &Paragraph) -> Self {
        Self {
            address: paragraph.address.clone(),
            span: paragraph.span,
            zone: paragraph.zone,
            text: paragraph.text.clone(),
            lead: paragraph.lead.clone(),
            wide: Wide::default(),
        }
    }
}

/// Which stretch of its text belongs to a resolution rather than to the others in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Own {
    /// In bytes.
    pub(crate) bytes: Range<u32>,
    /// Where it begins in UTF-16 units.
    pub(crate) wide: u32,
}

const ZONES: [Zone; 12] = [
    Zone::Masthead,
    Zone::Title,
    Zone::Theme,
    Zone::Enacting,
    Zone::Preamble,
    Zone::Heading,
    Zone::Operative,
    Zone::Continuation,
    Zone::Closing,
    Zone::Annex,
    Zone::Footnote,
    Zone::Noise,
];

/// Gives the parts of a resolution to `take`, each with the number of its first paragraph.
pub(crate) fn encode_parts<E>(
    resolution: &Resolution,
    (record, counts): (&Record, (u32, u64)),
    origin: &Origin,
    source: &str,
    own: Own,
    mut take: impl FnMut(u32, &[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut bytes = Vec::new();
    scan::write(&mut bytes, u64::from(counts.0));
    scan::write(&mut bytes, counts.1);
    record.encode(origin, &mut bytes);
    let organ = format!("{}:{}", record.body.unwrap_or(""), record.organ.unwrap_or(""));
    let paragraphs = &resolution.paragraphs;
    let Own { bytes: own, mut wide } = own;
    let (mut from, mut start) = (0usize, own.start);
    loop {
        let mut to = from;
        let mut end = start;
        while let Some(paragraph) = paragraphs.get(to) {
            end = end.max(paragraph.span.end.min(own.end));
            to += 1;
            if end - start >= PART {
                break;
            }
        }
        let is_last = to >= paragraphs.len();
        if is_last {
            end = own.end;
        }
        let slice = Span::new(start, end).of(source).unwrap_or("");
        scan::write_text(&mut bytes, &organ);
        scan::write(&mut bytes, u64::from(start));
        scan::write(&mut bytes, u64::from(wide));
        scan::write_text(&mut bytes, slice);
        wide += wide_len(slice);
        let part = paragraphs.get(from..to).unwrap_or(&[]);
        scan::write(&mut bytes, part.len() as u64);
        let mut before = 0;
        for paragraph in part {
            encode_paragraph(paragraph, slice, start, &mut before, &mut bytes);
        }
        take(from as u32, &bytes)?;
        bytes.clear();
        if is_last {
            return Ok(());
        }
        // Whoever reads a paragraph wants to know of which resolution, and need not fetch its first part for that.
        record.encode(&Origin::default(), &mut bytes);
        (from, start) = (to, end);
    }
}

fn encode_paragraph(paragraph: &Paragraph, slice: &str, start: u32, before: &mut u32, bytes: &mut Vec<u8>) {
    let zone = ZONES.iter().position(|zone| *zone == paragraph.zone).unwrap_or(ZONES.len() - 1);
    bytes.push(zone as u8);
    scan::write_text(bytes, &paragraph.address);
    // A paragraph may begin before the part does only where spans are out of order, which they never are.
    scan::write(bytes, u64::from(paragraph.span.start.saturating_sub(*before)));
    scan::write(bytes, u64::from(paragraph.span.end.saturating_sub(paragraph.span.start)));
    *before = paragraph.span.start;
    let from = paragraph.span.start.saturating_sub(start) as usize;
    let to = (paragraph.span.end.saturating_sub(start) as usize).min(slice.len());
    let within = slice.get(from.min(to)..to).unwrap_or("");
    if let Some(at) = within.find(&paragraph.text) {
        scan::write(bytes, at as u64 + 1);
        scan::write(bytes, paragraph.text.len() as u64);
    } else {
        scan::write(bytes, 0);
        scan::write_text(bytes, &paragraph.text);
    }
    let Some(lead) = &paragraph.lead else {
        bytes.push(0);
        return;
    };
    if paragraph.text.starts_with(&lead.text) {
        bytes.push(1);
        scan::write(bytes, lead.text.len() as u64);
    } else {
        bytes.push(2);
        scan::write_text(bytes, &lead.text);
    }
    scan::write(bytes, u64::from(lead.span.start.saturating_sub(paragraph.span.start)));
    scan::write(bytes, u64::from(lead.span.end.saturating_sub(lead.span.start)));
    scan::write_text(bytes, lead.concept.unwrap_or(""));
    scan::write_text(bytes, if lead.scale == SCALE { "" } else { lead.scale });
    bytes.push(lead.ladder.map_or(0, |ladder| ladder as u8 + 1));
    bytes.push(lead.force.map_or(0, |force| force.saturating_add(1)));
    bytes.push(u8::from(lead.neutral.is_some()));
}

const LADDERS: [Ladder; 6] =
    [Ladder::Censure, Ladder::Praise, Ladder::Direct, Ladder::Assert, Ladder::Support, Ladder::Commit];

/// How many UTF-16 units a text has.
pub(crate) fn wide_len(text: &str) -> u32 {
    wide_len_of(text.as_bytes())
}

fn wide_len_of(bytes: &[u8]) -> u32 {
    // One for every character, one more for those of four bytes: eight bytes at a time, their highest bits counted.
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let (rows, rest) = bytes.as_chunks::<8>();
    let rows = rows.iter().map(|row| {
        let row = u64::from_le_bytes(*row);
        let follows = row & !(row << 1) & HIGH;
        let wide = row & row << 1 & row << 2 & row << 3 & HIGH;
        8 + wide.count_ones() - follows.count_ones()
    });
    let rest = rest.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0));
    rows.sum::<u32>() + rest.sum::<u32>()
}

/// The rest of a part behind the record.
struct Part<'a> {
    start: u32,
    wide: u32,
    body: Option<&'static str>,
    organ: Option<&'static str>,
    /// The source; only what is taken of it is looked at whether it is text.
    slice: &'a [u8],
    count: u32,
    before: u32,
    scan: Scan<'a>,
}

impl<'a> Part<'a> {
    fn read(item: &'a [u8], is_first: bool) -> Option<Self> {
        let mut scan = Scan::new(item);
        if is_first {
            scan.small()?;
            scan.number()?;
        }
        skip_record(&mut scan)?;
        let (body, organ) = find_organ(scan.text()?).map_or((None, None), |(body, organ)| (Some(body), organ));
        let (start, wide, slice, count) = (scan.small()?, scan.small()?, scan.blob()?, scan.small()?);
        Some(Self { start, wide, body, organ, slice, count, before: 0, scan })
    }

    /// Passes over the next paragraph.
    fn skip(&mut self) -> Option<()> {
        let scan = &mut self.scan;
        scan.byte()?;
        scan.blob()?;
        self.before = self.before.checked_add(scan.small()?)?;
        scan.small()?;
        if scan.small()? == 0 {
            scan.blob()?;
        } else {
            scan.small()?;
        }
        match scan.byte()? {
            0 => return Some(()),
            1 => _ = scan.small()?,
            _ => _ = scan.blob()?,
        }
        scan.small()?;
        scan.small()?;
        scan.blob()?;
        scan.blob()?;
        scan.take(3).map(|_| ())
    }

    /// The next paragraph with its places in UTF-16 units.
    fn next_wide(&mut self) -> Option<Passage> {
        let mut passage = self.next()?;
        passage.wide = Wide(self.widen(passage.span, passage.lead.as_ref().map(|lead| lead.span)));
        Some(passage)
    }

    /// A span, and one inside it, in UTF-16 units.
    fn widen(&self, span: Span, inside: Option<Span>) -> Option<(Span, Option<Span>)> {
        let piece = |from: u32, to: u32| {
            let (from, to) = (from.checked_sub(self.start)? as usize, to.checked_sub(self.start)? as usize);
            self.slice.get(from..to).map(wide_len_of)
        };
        let start = self.wide + piece(self.start, span.start)?;
        let wide = Span::new(start, start + piece(span.start, span.end)?);
        let inside = inside.and_then(|inside| {
            let from = start + piece(span.start, inside.start)?;
            Some(Span::new(from, from + piece(inside.start, inside.end)?))
        });
        Some((wide, inside))
    }

    fn next(&mut self) -> Option<Passage> {
        let scan = &mut self.scan;
        let zone = *ZONES.get(usize::from(scan.byte()?))?;
        let address = scan.text()?.to_owned();
        let start = self.before.checked_add(scan.small()?)?;
        let place = Span::new(start, start.checked_add(scan.small()?)?);
        self.before = start;
        let text = match scan.small()?.checked_sub(1) {
            Some(at) => {
                let from = (start.saturating_sub(self.start) as usize).checked_add(at as usize)?;
                let piece = self.slice.get(from..from.checked_add(scan.small()? as usize)?)?;
                std::str::from_utf8(piece).ok()?
            }
            None => scan.text()?,
        };
        let lead_text = match scan.byte()? {
            0 => {
                return Some(Passage {
                    address,
                    span: place,
                    zone,
                    text: text.to_owned(),
                    lead: None,
                    wide: Wide::default(),
                });
            }
            1 => text.get(..scan.small()? as usize)?,
            _ => scan.text()?,
        };
        let from = start.checked_add(scan.small()?)?;
        let lead_span = Span::new(from, from.checked_add(scan.small()?)?);
        let concept = find_concept(scan.text()?);
        let scale = find_scale(scan.text()?).map_or(SCALE, |scale| scale.id);
        let ladder = usize::from(scan.byte()?).checked_sub(1).and_then(|at| LADDERS.get(at).copied());
        let force = scan.byte()?.checked_sub(1);
        let is_neutral = scan.byte()? == 1;
        let rule = match (concept, self.body, self.organ) {
            (Some(concept), Some(body), Some(organ)) if is_neutral => find_neutral_rule(body, organ, concept),
            _ => None,
        };
        let lead = Lead {
            text: lead_text.to_owned(),
            span: lead_span,
            concept: concept.map(|concept| concept.id),
            family: concept.map(|concept| concept.family),
            ladder,
            polarity: concept.map_or(0, |concept| concept.polarity),
            force,
            scale,
            neutral: rule.map(|source| Neutral { source }),
        };
        Some(Passage { address, span: place, zone, text: text.to_owned(), lead: Some(lead), wide: Wide::default() })
    }
}

/// The record at the beginning of the first part of a resolution, and how many paragraphs and words it counts.
pub(super) fn split_record(item: &[u8]) -> Option<(Record, u32, u64)> {
    let mut scan = Scan::new(item);
    let (units, words) = (scan.small()?, scan.number()?);
    let (record, _) = Record::decode(&mut scan)?;
    Some((record, units, words))
}

/// A text in which no resolution was found, as an item.
pub(crate) fn encode_text(key: &str, is_article: bool, origin: &Origin, text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    scan::write_text(&mut bytes, key);
    bytes.push(u8::from(is_article));
    origin.encode(&mut bytes);
    scan::write_text(&mut bytes, text);
    bytes
}

impl Pack {
    /// Gives each text in which no resolution was found, with its key and where it came from, to `take`, until it says `false`.
    pub(crate) fn for_each_text(&self, mut take: impl FnMut(&str, Origin, &str) -> bool) {
        self.for_each_item(TEXTS, |_, item| {
            let mut scan = Scan::new(item);
            let read = scan.text().zip(scan.byte()).zip(Origin::decode(&mut scan)).zip(scan.text());
            read.is_some_and(|(((key, _), origin), text)| take(key, origin, text))
        });
    }

    fn with_part<T>(&self, doc: DocId, paragraph: u32, read: impl FnOnce(u32, Part) -> Option<T>) -> Option<T> {
        let found = self.with_item(PASSAGES, (doc, paragraph), |(_, first), item| {
            Part::read(item, first == 0).and_then(|part| read(first, part))
        });
        // Nothing was found at all, or the block is missing.
        let read = found?;
        if read.is_none() {
            self.note_damage(PASSAGES.data);
        }
        read
    }

    /// What is known of a resolution, and where it came from.
    pub(crate) fn record(&self, doc: DocId) -> Option<(Record, Origin)> {
        let read = self.with_item(PASSAGES, (doc, 0), |_, item| {
            let mut scan = Scan::new(item);
            scan.small()?;
            scan.number()?;
            Record::decode(&mut scan)
        })?;
        if read.is_none() {
            self.note_damage(PASSAGES.data);
        }
        read
    }

    /// What is known of a resolution, from the part in which one of its paragraphs stands.
    pub(crate) fn record_beside(&self, doc: DocId, paragraph: u32) -> Option<Record> {
        let read = self.with_item(PASSAGES, (doc, paragraph), |(_, first), item| {
            let mut scan = Scan::new(item);
            if first == 0 {
                scan.small()?;
                scan.number()?;
            }
            Record::decode(&mut scan).map(|(record, _)| record)
        })?;
        if read.is_none() {
            self.note_damage(PASSAGES.data);
        }
        read
    }

    /// A paragraph of a resolution.
    pub(crate) fn passage(&self, doc: DocId, paragraph: u32) -> Option<Passage> {
        self.with_part(doc, paragraph, |first, mut part| {
            let wanted = paragraph.checked_sub(first).filter(|&wanted| wanted < part.count)?;
            for _ in 0..wanted {
                part.skip()?;
            }
            part.next_wide()
        })
    }

    /// Gives every part of a resolution to `take`: the number of its first paragraph, where its source begins, the source, and
    /// its paragraphs. `None` where one is missing.
    fn for_each_part(&self, doc: DocId, mut take: impl FnMut(u32, &str, Vec<Passage>)) -> Option<()> {
        let mut next = 0;
        loop {
            let reached = self.with_part(doc, next, |first, mut part| {
                if first != next {
                    return Some(None);
                }
                let mut passages = Vec::new();
                for _ in 0..part.count {
                    passages.push(part.next()?);
                }
                take(first, std::str::from_utf8(part.slice).ok()?, passages);
                Some(Some(first + part.count))
            })?;
            match reached {
                Some(reached) if reached > next => next = reached,
                _ => return Some(()),
            }
        }
    }

    /// Gives every part of a resolution as it stands to `take`, with the number of its first paragraph, until it says `false`.
    /// `None` where one is missing.
    pub(super) fn for_each_item_of(&self, doc: DocId, mut take: impl FnMut(u32, &[u8]) -> bool) -> Option<()> {
        let mut next = 0;
        loop {
            let reached = self.with_item(PASSAGES, (doc, next), |(_, first), item| {
                (first == next).then(|| {
                    let part = Part::read(item, first == 0)?;
                    take(first, item).then_some(first + part.count)
                })
            })?;
            match reached {
                Some(Some(reached)) if reached > next => next = reached,
                _ => return Some(()),
            }
        }
    }

    /// The paragraph of a resolution with this address.
    pub(crate) fn find_address(&self, doc: DocId, address: &str) -> Option<u32> {
        let mut found = None;
        self.for_each_part(doc, |first, _, passages| {
            let at = passages.iter().position(|passage| passage.address == address);
            found = found.or(at.map(|at| first + at as u32));
        })?;
        found
    }

    /// The part of a text's source that belongs to a resolution, and its paragraphs; `None` where a part is missing.
    pub(crate) fn passages_of(&self, doc: DocId) -> Option<(String, Vec<Passage>)> {
        let (mut source, mut all) = (String::new(), Vec::new());
        self.for_each_part(doc, |_, slice, passages| {
            source.push_str(slice);
            all.extend(passages);
        })?;
        Some((source, all))
    }

    /// What of a text's source belongs to a resolution.
    pub(crate) fn source_of(&self, doc: DocId) -> Option<String> {
        let mut source = String::new();
        self.for_each_part(doc, |_, slice, _| source.push_str(slice))?;
        Some(source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_units_of_every_kind_of_letter() {
        let letters = ["a", "é", "ق", "第", "𝄞", "’", " "];
        let mut text = String::new();
        for turn in 0..200 {
            text.push_str(letters[turn * turn % letters.len()]);
            assert_eq!(wide_len(&text) as usize, text.encode_utf16().count(), "{text}");
        }
    }
}

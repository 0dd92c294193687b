//! The index of the library's own texts: packs in memory, a new one for what was added since the last question.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Place, TextCopy};
use crate::index::{Builder, DocId, Pack, PackWriter, Passage, Record};
use crate::model::Resolution;
use crate::query::{DocSet, Shelf, Texts};
use crate::quote::{Holder, Holders, Numbers};
use crate::text::sort;

/// From how many packs on the small ones are made one.
const MOST: usize = 8;

/// A pack without texts, and where these are.
#[derive(Debug)]
struct Segment {
    pack: Pack,
    places: Vec<Place>,
    alive: DocSet,
    removed: u32,
}

/// The packs, and what comes in before the next question.
#[derive(Debug, Default)]
pub(super) struct Segments {
    closed: Vec<Segment>,
    builder: Builder,
    /// Where each resolution in the builder is kept.
    added: Vec<Place>,
    /// The builder's pack, written at the first question after an addition.
    open: OnceLock<Option<Segment>>,
}

impl Segments {
    pub(super) fn add(&mut self, resolution: &Resolution, place: Place) {
        self.close();
        self.builder.add(resolution);
        self.added.push(place);
    }

    /// Leaves a resolution out of every answer from now on.
    pub(super) fn remove(&mut self, place: Place) {
        self.open.get_or_init(|| seal(&self.builder, &self.added));
        self.close();
        for segment in &mut self.closed {
            if let Some(doc) = segment.places.iter().position(|&held| held == place) {
                segment.alive.remove(doc as DocId);
                segment.removed += 1;
            }
        }
    }

    /// Whether so much was taken out, or so many packs were made, that making one is worth it.
    pub(super) fn is_sparse(&self) -> bool {
        let all: u64 = self.closed.iter().map(|segment| segment.places.len() as u64).sum();
        let removed: u64 = self.closed.iter().map(|segment| u64::from(segment.removed)).sum();
        removed > 50 && removed * 3 > all
    }

    /// Whether there are so many packs that the small ones are to be made one: then the resolutions of those.
    pub(super) fn take_small(&mut self) -> Option<Vec<Place>> {
        if self.closed.len() < MOST {
            return None;
        }
        let all: usize = self.closed.iter().map(|segment| segment.places.len()).sum();
        let (large, small): (Vec<Segment>, Vec<Segment>) =
            std::mem::take(&mut self.closed).into_iter().partition(|segment| segment.places.len() * 2 > all);
        self.closed = large;
        let places = small.iter().flat_map(|segment| {
            let alive = |&(_, doc): &(&Place, u32)| segment.alive.contains(doc);
            segment.places.iter().zip(0..).filter(alive).map(|(place, _)| *place)
        });
        let mut places: Vec<Place> = places.collect();
        sort(&mut places);
        Some(places)
    }

    /// Puts the pack of the builder among the others, if it was written.
    fn close(&mut self) {
        if let Some(segment) = self.open.take() {
            self.closed.extend(segment);
            self.builder = Builder::default();
            self.added.clear();
        }
    }

    fn all(&self) -> impl Iterator<Item = &Segment> {
        self.closed.iter().chain(self.open.get_or_init(|| seal(&self.builder, &self.added)))
    }

    /// Where every resolution that can be found is kept, in the order added.
    pub(super) fn places(&self) -> Vec<Place> {
        let alive = |segment: &Segment| {
            let held = segment.places.iter().zip(0..).filter(|&(_, doc)| segment.alive.contains(doc));
            held.map(|(place, _)| *place).collect::<Vec<Place>>()
        };
        let mut places: Vec<Place> = self.all().flat_map(alive).collect();
        sort(&mut places);
        places
    }

    /// The index of the resolutions at these places, which are texts 0, 1, 2 and so on.
    pub(super) fn holders(&self, places: &[Place]) -> Holders<'_> {
        let numbers: BTreeMap<Place, u32> = places.iter().copied().zip(1..).collect();
        let holder = |segment| {
            let Segment { pack, places, .. }: &Segment = segment;
            let texts = places.iter().map(|place| numbers.get(place).copied().unwrap_or(0)).collect();
            Holder { pack, texts: Numbers::Listed(texts) }
        };
        Holders::new(self.all().map(holder).collect(), places.len())
    }

    /// Asks a question of these packs and of others.
    pub(super) fn with_shelves<T>(
        &self,
        copies: &[Option<TextCopy>],
        packs: &[Pack],
        ask: impl FnOnce(&[Shelf]) -> T,
    ) -> T {
        let segments: Vec<&Segment> = self.all().collect();
        let texts: Vec<SegmentTexts> = segments.iter().map(|segment| SegmentTexts { segment, copies }).collect();
        let mut shelves: Vec<Shelf> = Vec::with_capacity(texts.len() + packs.len());
        for texts in &texts {
            let alive = (texts.segment.removed > 0).then_some(&texts.segment.alive);
            shelves.push(Shelf { pack: &texts.segment.pack, alive, texts });
        }
        shelves.extend(packs.iter().map(|pack| Shelf { pack, alive: None, texts: pack }));
        ask(&shelves)
    }
}

/// Writes what was added as a pack in memory; nothing can go wrong there.
fn seal(builder: &Builder, added: &[Place]) -> Option<Segment> {
    if builder.is_empty() {
        return None;
    }
    let mut writer = PackWriter::in_memory().ok()?;
    builder.write(&mut writer, |_, _, _, _| Ok(())).ok()?;
    let pack = Pack::own(writer.into_bytes().ok()?).ok()?;
    let places: Vec<Place> =
        builder.order().into_iter().filter_map(|draft| added.get(draft as usize).copied()).collect();
    Some(Segment { alive: DocSet::full(places.len()), pack, places, removed: 0 })
}

/// The texts of a segment, as the library keeps them.
struct SegmentTexts<'a> {
    segment: &'a Segment,
    copies: &'a [Option<TextCopy>],
}

impl SegmentTexts<'_> {
    fn resolution(&self, doc: DocId) -> Option<&Resolution> {
        let place = self.segment.places.get(doc as usize)?;
        self.copies.get(place.copy)?.as_ref()?.document.resolutions.get(place.at)
    }
}

impl Texts for SegmentTexts<'_> {
    fn record(&self, doc: DocId) -> Option<Record> {
        self.resolution(doc).map(Record::new)
    }

    fn passage(&self, doc: DocId, paragraph: u32) -> Option<Passage> {
        self.resolution(doc)?.paragraphs.get(paragraph as usize).map(Passage::new)
    }

    fn find_address(&self, doc: DocId, address: &str) -> Option<u32> {
        let at = self.resolution(doc)?.paragraphs.iter().position(|paragraph| paragraph.address == address)?;
        Some(at as u32)
    }
}

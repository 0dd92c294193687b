//! The texts that are compared with, as streams of words.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::index::date_of;
use crate::lexicon::Language;
use crate::model::{Document, Paragraph, Resolution, Zone};
use crate::text::{Span, WordReader, sort_by_key};

/// A document that quotations are compared with, and the text it was read from.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The document; each of its resolutions is compared with.
    pub document: &'a Document,
    /// The text that its spans point into.
    pub text: &'a str,
}

/// A resolution with the document and the text it stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held<'a> {
    /// The document.
    pub document: &'a Document,
    /// One of its resolutions.
    pub resolution: &'a Resolution,
    /// The text that its spans point into.
    pub text: &'a str,
}

/// A quick hash of short keys: FNV-1a. It has no seed, so that a check does the same work every time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23);
    }
}

/// A map with [`Fnv`].
pub(super) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// The words that quotations are made of, each with a number from 1 on. Words of a source that no
/// quotation has get 0.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: QuickMap<Box<str>, u32>,
}

impl Vocabulary {
    /// The number of a word that a quotation has.
    pub fn add(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = self.ids.len() as u32 + 1;
        self.ids.insert(word.into(), id);
        id
    }

    pub fn get(&self, word: &str) -> u32 {
        self.ids.get(word).copied().unwrap_or(0)
    }
}

/// A word of a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct SourceWord {
    /// Where it stands.
    pub span: Span,
    /// Its number, or 0.
    pub id: u32,
}

/// The words of one paragraph.
#[derive(Clone, Debug)]
pub(super) struct Stretch<'a> {
    /// The paragraph.
    pub paragraph: &'a Paragraph,
    /// Index of its first word.
    pub start: usize,
    /// Index after its last word.
    pub end: usize,
}

/// One resolution as a stream of words, without labels, residue and noise.
#[derive(Debug)]
pub(super) struct SourceText<'a> {
    /// The document it stands in.
    pub document: &'a Document,
    /// The resolution.
    pub resolution: &'a Resolution,
    /// The text.
    pub text: &'a str,
    /// Its language.
    pub language: Language,
    /// How many days before the article it was adopted, at least roughly; below 0 for later ones.
    pub age: Option<i32>,
    /// Its words, in order of place; none before they are read.
    pub words: Vec<SourceWord>,
    /// Its paragraphs, in order of place; none before they are read.
    pub stretches: Vec<Stretch<'a>>,
    /// Where the places of the word with each number begin in `places`; one more at the end.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl<'a> SourceText<'a> {
    /// Holds a resolution of which nothing is read yet, for an article of the ISO date `written`.
    pub fn new(held: Held<'a>, written: Option<&str>) -> Self {
        let Held { document, resolution, text } = held;
        let adopted = date_of(resolution).and_then(|date| count_days(date.end.as_ref().unwrap_or(&date.iso)));
        let age = written.and_then(count_days).zip(adopted).map(|(written, adopted)| written - adopted);
        let (words, stretches, starts, places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let language = Language::from_code(resolution.edition.language).unwrap_or(Language::Und);
        Self { document, resolution, text, language, age, words, stretches, starts, places }
    }

    /// The paragraphs that can be quoted.
    pub fn paragraphs(&self) -> impl Iterator<Item = &'a Paragraph> + use<'a> {
        self.resolution.paragraphs.iter().filter(|paragraph| paragraph.zone != Zone::Noise)
    }

    /// Reads the words. Linear.
    pub fn read(&mut self, vocabulary: &Vocabulary) {
        let mut words = Vec::new();
        let mut stretches: Vec<_> =
            self.paragraphs().map(|paragraph| Stretch { paragraph, start: 0, end: 0 }).collect();
        sort_by_key(&mut stretches, |stretch| stretch.paragraph.span);
        for stretch in &mut stretches {
            stretch.start = words.len();
            for_each_word(self.text, stretch.paragraph, |word, span| {
                words.push(SourceWord { span, id: vocabulary.get(word) });
            });
            stretch.end = words.len();
        }
        (self.starts, self.places) = post(&words, vocabulary.ids.len());
        self.words = words;
        self.stretches = stretches;
    }

    /// Indexes of the words with this number, in order.
    pub fn places_of(&self, id: u32) -> &[u32] {
        let at = id as usize;
        let (Some(&from), Some(&to)) = (self.starts.get(at), self.starts.get(at + 1)) else { return &[] };
        if id == 0 { &[] } else { self.places.get(from as usize..to as usize).unwrap_or(&[]) }
    }

    /// The number of the word with this index.
    pub fn id(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |word| word.id)
    }

    /// Where the word with this index stands.
    pub fn span(&self, word: usize) -> Span {
        self.words.get(word).map_or_else(Span::default, |word| word.span)
    }

    /// The place from the first word of a range to its last.
    pub fn span_of(&self, first: usize, end: usize) -> Span {
        if first >= end {
            let at = self.caret(first);
            return Span::new(at, at);
        }
        self.span(first).join(self.span(end - 1))
    }

    /// The place before the word with this index, or after the last one.
    pub fn caret(&self, word: usize) -> u32 {
        self.words
            .get(word)
            .or(self.words.last())
            .map_or(0, |found| if word < self.words.len() { found.span.start } else { found.span.end })
    }

    /// Index of the paragraph that the word stands in.
    pub fn stretch_at(&self, word: usize) -> usize {
        self.stretches.partition_point(|stretch| stretch.end <= word)
    }

    /// The paragraph with this index.
    pub fn stretch(&self, index: usize) -> Option<&Stretch<'a>> {
        self.stretches.get(index)
    }

    /// The word with this index, folded.
    pub fn folded(&self, word: usize) -> String {
        let mut folded = String::new();
        let noise = self.stretch(self.stretch_at(word)).map_or(&[][..], |stretch| &stretch.paragraph.noise);
        WordReader::new(self.text, self.span(word), noise).next(&mut folded);
        folded
    }

    /// The text between the word with this index and the next.
    pub fn between(&self, word: usize) -> &'a str {
        Span::new(self.span(word).end, self.span(word + 1).start).of(self.text).unwrap_or("")
    }

    /// The words of a place as they are printed, line ends and residue as single spaces.
    pub fn printed(&self, span: Span) -> String {
        print(self.text, span)
    }
}

/// Days up to an ISO date, in months of 31 days, which is near enough to tell years apart.
fn count_days(iso: &str) -> Option<i32> {
    let mut parts = iso.split('-').map(str::parse::<i32>);
    let year = parts.next()?.ok()?;
    let mut next = || parts.next().and_then(Result::ok).unwrap_or(1);
    Some(year * 372 + next() * 31 + next())
}

/// The words of a place, with white space and the marks of converters as single spaces.
pub(super) fn print(text: &str, span: Span) -> String {
    let mut printed = String::new();
    for part in span.of(text).unwrap_or("").split_whitespace() {
        let part = part.trim_matches(['*', '_']);
        if !part.is_empty() {
            if !printed.is_empty() {
                printed.push(' ');
            }
            printed.push_str(part);
        }
    }
    printed
}

/// Gives every word of a paragraph, folded, without its label.
pub(super) fn for_each_word(text: &str, paragraph: &Paragraph, mut take: impl FnMut(&str, Span)) {
    let mut reader = WordReader::new(text, unlabelled(paragraph), &paragraph.noise);
    let mut label = label_words(paragraph);
    let mut folded = String::new();
    while let Some(span) = reader.next(&mut folded) {
        if label.first().is_some_and(|word| *word == folded) {
            label.remove(0);
            continue;
        }
        label.clear();
        take(&folded, span);
    }
}

/// The paragraph's span from its lead phrase on, where a label stands close before that.
fn unlabelled(paragraph: &Paragraph) -> Span {
    let lead = paragraph.lead.as_ref().map(|lead| lead.span.start);
    match lead {
        Some(start)
            if paragraph.number.is_some() && start >= paragraph.span.start && start - paragraph.span.start < 24 =>
        {
            Span::new(start, paragraph.span.end)
        }
        _ => paragraph.span,
    }
}

/// The words of the label of a paragraph without a lead phrase.
fn label_words(paragraph: &Paragraph) -> Vec<String> {
    let Some(number) = paragraph.number.as_ref().filter(|_| unlabelled(paragraph) == paragraph.span) else {
        return Vec::new();
    };
    let mut words = Vec::new();
    let mut folded = String::new();
    let mut reader = WordReader::new(number, Span::at(0, number.len()), &[]);
    while reader.next(&mut folded).is_some() {
        words.push(folded.clone());
    }
    words
}

/// The places of each word of the vocabulary: a counting sort.
fn post(words: &[SourceWord], vocabulary: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; vocabulary + 2];
    for word in words {
        if let Some(count) = starts.get_mut(word.id as usize + 1).filter(|_| word.id > 0) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    let mut places = vec![0u32; total as usize];
    let mut next = starts.clone();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.id > 0) {
        if let Some(slot) = next.get_mut(word.id as usize) {
            if let Some(place) = places.get_mut(*slot as usize) {
                *place = at as u32;
            }
            *slot += 1;
        }
    }
    (starts, places)
}

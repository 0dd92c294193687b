//! Which paragraphs of other resolutions share their words with those of one, and what differs.
//!
//! That two texts share words says nothing of which was first: dates are given, and the rest is the reader's.

use serde::Serialize;

use super::align::Step;
use super::candidates::{Candidate, find_candidates};
use super::quoted::QuoteText;
use super::report::{CopyOf, Edit, SourcePlace};
use super::search::Budget;
use super::texts::{Held, SourceText, Vocabulary};
use crate::model::{Paragraph, SCHEMA, Zone};
use crate::text::{Span, sort_by_key};

/// Steps of work that the words of one paragraph may cost.
const MOST_STEPS: u64 = 4_000_000;

/// What is looked for.
#[derive(Clone, Debug)]
pub struct ReuseOptions {
    address: Option<String>,
    least: usize,
    limit: usize,
}

impl Default for ReuseOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl ReuseOptions {
    /// Every paragraph; eight words in a row or in rows of four are shared at least; twenty places at most for each.
    #[must_use]
    pub const fn new() -> Self {
        Self { address: None, least: 8, limit: 20 }
    }

    /// The paragraph with this address alone.
    #[must_use]
    pub fn with_address(mut self, address: &str) -> Self {
        self.address = Some(address.to_owned());
        self
    }

    /// How many words must be shared; at least four.
    #[must_use]
    pub fn with_least(mut self, words: usize) -> Self {
        self.least = words.max(4);
        self
    }

    /// How many places are told for one paragraph.
    #[must_use]
    pub const fn with_limit(mut self, most: usize) -> Self {
        self.limit = most;
        self
    }

    /// The address that was asked for.
    pub(crate) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Whether a paragraph is looked for.
    pub(crate) fn takes(&self, paragraph: &Paragraph) -> bool {
        let zones = [Zone::Preamble, Zone::Operative, Zone::Continuation, Zone::Annex];
        self.address.as_ref().map_or_else(|| zones.contains(&paragraph.zone), |address| *address == paragraph.address)
    }
}

/// Words that a paragraph of another resolution shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// Where they stand there.
    pub source: SourcePlace,
    /// How many words are shared, in rows of four or more.
    pub words: usize,
    /// The words of this paragraph from the first shared one to the last.
    pub span: Span,
    /// Every difference in between: `article` is this paragraph's side, `source` the other's.
    pub edits: Vec<Edit>,
}

/// A paragraph with what shares its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reused {
    /// Its address.
    pub address: String,
    /// Where it stands.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
    /// The other paragraphs, those with the most shared words first, of those the earliest.
    pub shared: Vec<Shared>,
    /// ISO date of the earliest text that has all its words in a row, this one counted; `None` where none is dated.
    pub since: Option<String>,
}

/// What shares its words with a resolution. Spans of a paragraph point into its text, those of a `source` into the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReuseReport {
    /// Always [`crate::model::SCHEMA`].
    pub schema: &'static str,
    /// Key of the resolution.
    pub key: String,
    /// Its copy.
    pub copy: CopyOf,
    /// How many texts were searched.
    pub searched: u32,
    /// The paragraphs that share words, in order of place.
    pub paragraphs: Vec<Reused>,
}

/// Finds what shares the words of paragraphs of `of` among `others`; `lists` says for each paragraph that `options` take
/// which of them to look at.
pub(crate) fn find_shared(
    of: Held,
    others: &[Held],
    lists: &[Vec<usize>],
    searched: usize,
    options: &ReuseOptions,
) -> ReuseReport {
    let own = SourceText::new(of, None);
    let wanted: Vec<&Paragraph> = own.paragraphs().filter(|paragraph| options.takes(paragraph)).collect();
    let mut vocabulary = Vocabulary::default();
    let quotes: Vec<QuoteText> =
        wanted.iter().map(|paragraph| QuoteText::of_paragraph(of.text, paragraph, &mut vocabulary)).collect();
    let mut texts: Vec<SourceText> = others.iter().map(|&other| SourceText::new(other, None)).collect();
    for text in &mut texts {
        text.read(&vocabulary);
    }
    let date = crate::index::date_of(of.resolution).map(|date| date.iso.clone());
    let mut paragraphs = Vec::new();
    for ((paragraph, quote), list) in wanted.iter().zip(&quotes).zip(lists) {
        let candidates = find_candidates(quote, of.text, &texts, list, &mut Budget(MOST_STEPS));
        let whole = candidates.iter().filter(|found| found.differences.agreeing == quote.words.len());
        let dates = whole.filter_map(|found| {
            let dating = crate::index::date_of(texts.get(found.text)?.resolution)?;
            Some(dating.iso.clone())
        });
        let since = dates.chain(date.clone()).min();
        let mut shared: Vec<Shared> = Vec::new();
        for found in candidates.iter().filter(|found| found.differences.in_long >= options.least) {
            shared.extend(describe(found, quote, &texts));
        }
        sort_by_key(&mut shared, |shared| {
            let SourcePlace { date, key, address, .. } = &shared.source;
            (std::cmp::Reverse(shared.words), date.is_none(), date.clone(), key.clone(), address.clone())
        });
        // A paragraph that shares words in two places is told once.
        let mut seen: Vec<(String, String)> = Vec::new();
        shared.retain(|shared| {
            let place = (shared.source.key.clone(), shared.source.address.clone());
            let is_new = !seen.contains(&place);
            seen.push(place);
            is_new
        });
        shared.truncate(options.limit);
        if !shared.is_empty() {
            let address = paragraph.address.clone();
            paragraphs.push(Reused { address, span: paragraph.span, words: quote.words.len(), shared, since });
        }
    }
    ReuseReport {
        schema: SCHEMA,
        key: of.resolution.key.clone(),
        copy: CopyOf::new(&own),
        searched: searched as u32,
        paragraphs,
    }
}

fn describe(found: &Candidate, quote: &QuoteText, texts: &[SourceText]) -> Option<Shared> {
    let text = texts.get(found.text)?;
    let source = super::candidates::place_of(text, found.alignment.first, found.alignment.end)?;
    let paired = || {
        found.alignment.steps.iter().filter_map(|step| if let Step::Pair(word, _) = step { Some(*word) } else { None })
    };
    let (first, end) = (paired().min()?, paired().max()? + 1);
    let span = quote.span_of(first, end);
    // What stands before the first shared word or behind the last is no difference between the shared words.
    let edits = found.differences.edits.iter().filter(|edit| span.contains(edit.article)).copied().collect();
    Some(Shared { source, words: found.differences.in_long, span, edits })
}

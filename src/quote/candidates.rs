//! The places where a quotation may come from, best first.

use super::align::{Alignment, Step, align};
use super::classify::{Differences, LONG_RUN, classify, set_carets};
use super::quoted::QuoteText;
use super::report::{CopyOf, EditClass, SourcePlace, Verdict};
use super::search::{Budget, Chain, Run, find_chains, find_exact, find_runs};
use super::texts::SourceText;
use crate::index::date_of;
use crate::model::{Paragraph, Zone};
use crate::text::{Span, sort, sort_by_key};

/// Under so many words a quotation is looked for word for word only.
pub(super) const SHORT: usize = 4;
/// No more places of one quotation in one text are kept.
const MOST: usize = 12;

/// One place where a quotation may come from.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Index of the text.
    pub text: usize,
    /// The words beside each other.
    pub alignment: Alignment,
    /// How they differ.
    pub differences: Differences,
    /// Runs of the quotation that stand elsewhere in the same text.
    pub parts: Vec<Run>,
}

impl Candidate {
    /// The better candidate has the lower rank: first what holds nearly all of the `words`, and was
    /// adopted when the article was written; then the nearer wording; then the part of the text that is
    /// quoted rather than the part that names it; then the text of the nearest date; then the earlier place.
    fn rank(&self, texts: &[SourceText], words: usize) -> impl Ord + use<> {
        let age = texts.get(self.text).and_then(|text| text.age);
        let later = self.nearly(words) && age.is_some_and(|age| age < -1);
        let verdict = match self.differences.verdict {
            Verdict::Verbatim => 0,
            Verdict::Inflected => 1,
            Verdict::Altered if self.differences.weight.is_some() => 2,
            Verdict::Altered => 3,
            _ => 4,
        };
        let missing = usize::MAX - self.differences.agreeing;
        let zone = match self.zone(texts) {
            Some(Zone::Preamble | Zone::Operative | Zone::Continuation | Zone::Annex) => 0,
            Some(Zone::Title | Zone::Theme | Zone::Heading) => 1,
            _ => 2,
        };
        let age = age.map_or(u32::MAX, i32::unsigned_abs);
        (!self.nearly(words), later, verdict, missing, zone, age, self.text, self.alignment.first)
    }

    /// The zone of the paragraph it begins in.
    pub fn zone(&self, texts: &[SourceText]) -> Option<Zone> {
        let text = texts.get(self.text)?;
        Some(text.stretch(text.stretch_at(self.alignment.first))?.paragraph.zone)
    }

    /// Whether it holds enough of the quotation: half of its words in a row, or in rows of four
    /// words or more, or nearly all of them in order.
    pub fn holds(&self, words: usize) -> bool {
        let elsewhere: usize = self.parts.iter().map(|run| run.len).sum();
        2 * self.differences.longest >= words
            || 2 * (self.differences.in_long + elsewhere) >= words
            || self.nearly(words)
    }

    /// Whether it holds nearly all of it: four words in five.
    pub fn nearly(&self, words: usize) -> bool {
        5 * self.differences.agreeing >= 4 * words
    }
}

/// Where a quotation stands in those of `texts` with the indexes `among`, best first. Bounded by `budget`.
pub(super) fn find_candidates(
    quote: &QuoteText,
    article: &str,
    texts: &[SourceText],
    among: &[usize],
    budget: &mut Budget,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for &at in among {
        let Some(text) = texts.get(at) else { continue };
        let mut chains = exact_chains(quote, text, budget);
        if quote.words.len() >= SHORT {
            // Places that hold it word for word come first, then those that nearly do.
            for chain in find_chains(quote, text, budget) {
                if !chains.iter().any(|exact| overlaps(exact, &chain)) {
                    chains.push(chain);
                }
            }
        }
        let mut has_nearly_all = false;
        for chain in chains.iter().take(MOST) {
            // Beside a place that has nearly all words, only another such place is told; it has half of them unchanged.
            if has_nearly_all && 2 * chain.runs.iter().map(|run| run.len).sum::<usize>() < quote.len() {
                continue;
            }
            let Some(candidate) = build(quote, article, texts, at, chain) else { continue };
            has_nearly_all |= candidate.nearly(quote.len());
            found.push(candidate);
        }
    }
    if quote.len() >= SHORT {
        found.retain(|candidate| 3 * candidate.differences.agreeing >= quote.len());
    }
    sort_by_key(&mut found, |candidate| candidate.rank(texts, quote.len()));
    // What the best one of a text that holds enough does not cover may stand elsewhere in the same text.
    let mut seen: Vec<usize> = Vec::new();
    for best in &mut found {
        let (Some(text), false) = (texts.get(best.text), seen.contains(&best.text)) else { continue };
        if best.holds(quote.len()) {
            seen.push(best.text);
        }
        if matches!(best.differences.verdict, Verdict::Altered | Verdict::Spliced) {
            add_parts(quote, text, best, budget);
        }
    }
    found
}

/// Finds the runs of a candidate that stand elsewhere in its text; with any it is joined from separate places.
fn add_parts(quote: &QuoteText, text: &SourceText, best: &mut Candidate, budget: &mut Budget) {
    let parts = find_parts(quote, text, &best.alignment, budget);
    if !parts.is_empty() && best.differences.in_long >= LONG_RUN {
        best.differences.verdict = Verdict::Spliced;
        best.differences.weight = None;
        // What stands elsewhere was not put in.
        let places: Vec<Span> = parts.iter().map(|part| quote.span_of(part.quote, part.quote + part.len)).collect();
        best.differences.edits.retain(|edit| {
            edit.class != EditClass::Insertion || !places.iter().any(|place| place.contains(edit.article))
        });
    }
    best.parts = parts;
}

fn exact_chains(quote: &QuoteText, text: &SourceText, budget: &mut Budget) -> Vec<Chain> {
    let len = quote.words.len();
    let starts = find_exact(quote, text, 64, budget);
    starts.into_iter().map(|source| Chain { runs: vec![Run { quote: 0, source, len }] }).collect()
}

fn overlaps(one: &Chain, other: &Chain) -> bool {
    let place = |chain: &Chain| {
        let end = chain.runs.last().map_or(0, |run| run.source + run.len);
        (chain.runs.first().map_or(0, |run| run.source), end)
    };
    let (one, other) = (place(one), place(other));
    one.0 < other.1 && other.0 < one.1
}

fn build(quote: &QuoteText, article: &str, texts: &[SourceText], at: usize, chain: &Chain) -> Option<Candidate> {
    let text = texts.get(at)?;
    let alignment = align(quote, text, chain)?;
    let mut differences = classify(quote, text, article, &alignment);
    set_carets(&mut differences.edits, quote, text, &alignment);
    Some(Candidate { text: at, alignment, differences, parts: Vec::new() })
}

/// Runs of four words or more of the quotation that the alignment does not pair, and that stand
/// elsewhere in the text.
fn find_parts(quote: &QuoteText, text: &SourceText, alignment: &Alignment, budget: &mut Budget) -> Vec<Run> {
    let mut free = vec![true; quote.words.len()];
    for step in &alignment.steps {
        if let Step::Pair(word, place) = *step
            && quote.id(word) == text.id(place)
            && let Some(slot) = free.get_mut(word)
        {
            *slot = false;
        }
    }
    let long = free.split(|free| !free).any(|row| row.len() >= LONG_RUN);
    if !long {
        return Vec::new();
    }
    let mut runs = find_runs(quote, text, budget);
    sort_by_key(&mut runs, |run| (std::cmp::Reverse(run.len), run.source));
    let mut parts: Vec<Run> = Vec::new();
    for run in runs {
        // The parts of the run that nothing else stands for.
        let mut from = run.quote;
        while from < run.quote + run.len {
            let len = free.iter().skip(from).take(run.quote + run.len - from).take_while(|free| **free).count();
            if len >= LONG_RUN {
                free.iter_mut().skip(from).take(len).for_each(|free| *free = false);
                parts.push(Run { quote: from, source: run.source + from - run.quote, len });
            }
            from += len + 1;
        }
    }
    sort(&mut parts);
    parts
}

/// The place of some words of a text.
pub(super) fn place_of(text: &SourceText, first: usize, end: usize) -> Option<SourcePlace> {
    let paragraph = text.stretch(text.stretch_at(first))?.paragraph;
    Some(SourcePlace::new(text, paragraph, text.span_of(first, end)))
}

impl SourcePlace {
    /// A place in a paragraph of a text.
    pub(super) fn new(text: &SourceText, paragraph: &Paragraph, span: Span) -> Self {
        Self {
            resolution: text.resolution.id.clone(),
            key: text.resolution.key.clone(),
            copy: CopyOf::new(text),
            date: date_of(text.resolution).map(|date| date.iso.clone()),
            address: paragraph.address.clone(),
            zone: paragraph.zone,
            span,
            lead: governing_paragraph(text, paragraph).and_then(|paragraph| paragraph.lead.clone()),
            again: Vec::new(),
        }
    }
}

/// The paragraph whose lead phrase governs `paragraph`: its own, or that of what it hangs on.
pub(super) fn governing_paragraph<'a>(text: &SourceText<'a>, paragraph: &'a Paragraph) -> Option<&'a Paragraph> {
    let mut paragraph = paragraph;
    for _ in 0..8 {
        if paragraph.lead.is_some() {
            return Some(paragraph);
        }
        let parent = paragraph.parent.as_ref()?;
        paragraph = text.resolution.paragraphs.iter().find(|other| other.address == *parent)?;
    }
    None
}

//! The check itself: each quotation through search, comparison and what stands beside it.

use std::borrow::Cow;

use super::beside::{find_left_out, find_subjects};
use super::candidates::{Candidate, SHORT, find_candidates, place_of};
use super::carrier::find_carrier;
use super::claims::find_claims;
use super::coverage::find_coverage;
use super::describe::{describe_citation, describe_texts, diagnose};
use super::holders::Holders;
use super::moved::find_moved;
use super::named::{Naming, Work, Works};
use super::quoted::QuoteText;
use super::report::{CheckReport, Cited, Finding, Note, Part, Passage, Reason, SourcePlace, Summary, Verdict};
use super::search::Budget;
use super::shortlist::{MOST_TEXTS, shortlist};
use super::texts::{Compared, Held, SourceText, Vocabulary};
use crate::article::{
    Layout, Quoted, Reported, find_governing, find_reports, find_speaker, read as read_article, read_head,
};
use crate::index::date_of;
use crate::lexicon::{Language, detect_language};
use crate::model::{Article, Document, SCHEMA, Zone};
use crate::text::sort;

/// Steps of work that one check may cost, about a second's worth.
const MOST_STEPS: u64 = 60_000_000;
/// One sentence is looked for in at most so many texts.
const MOST_TEXTS_OF_SENTENCE: usize = 256;
/// Quotations of more words than this are looked for word for word only.
const LONGEST: usize = 3_000;

/// How a check is done.
#[derive(Clone, Debug)]
pub struct CheckOptions {
    rivals: usize,
    steps: u64,
}

impl Default for CheckOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl CheckOptions {
    /// Names at most eight rivals of a quotation, and takes at most about a second.
    #[must_use]
    pub const fn new() -> Self {
        Self { rivals: 8, steps: MOST_STEPS }
    }

    /// How many other places with the same words are named for one quotation.
    #[must_use]
    pub const fn with_rivals(mut self, most: usize) -> Self {
        self.rivals = most;
        self
    }

    /// How many steps of search all quotations together may cost. Quotations that are not reached
    /// come out as not compared, with the reason [`Reason::LimitReached`].
    #[must_use]
    pub const fn with_steps(mut self, most: u64) -> Self {
        self.steps = most;
        self
    }
}

/// Checks every quotation of an article against resolutions.
///
/// `text` is what `article` was read from; spans of the report point into it and into the texts of
/// `compared`. A document that was not read as an article is checked all the same, by the marks in
/// its text. Never fails: what can't be compared is `unchecked`, with the reason.
///
/// A text of one sentence without quotation marks is looked for as it stands: the report then has one
/// finding, whose rivals are all other places of the words, and says since when they are used.
///
/// Costs one pass over each text, and a search for each quotation that is bounded by
/// [`CheckOptions::with_steps`] for all of them together.
///
/// # Examples
///
/// ```
/// use whereas::quote::{CheckOptions, Compared, Verdict, check};
/// use whereas::{ParseOptions, parse};
///
/// let source = "The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Strongly condemns the acts of violence;\n\n\
///               2. Decides to remain seized of the matter.\n";
/// let news = "Assembly meets\n\nNEW YORK, 4 May 2021 (Agency) – The Assembly condemned «the acts of violence».";
/// let (resolution, article) = (parse(source, &ParseOptions::new()), parse(news, &ParseOptions::new()));
/// let report = check(news, &article, &[Compared { document: &resolution, text: source }], &CheckOptions::new());
/// assert_eq!(report.quotations[0].verdict, Verdict::Verbatim);
/// assert_eq!(report.quotations[0].source.as_ref().unwrap().address, "op1");
/// ```
#[must_use]
pub fn check(text: &str, article: &Document, compared: &[Compared], options: &CheckOptions) -> CheckReport {
    let held: Vec<Held> = compared
        .iter()
        .flat_map(|&Compared { document, text }| {
            document.resolutions.iter().map(move |resolution| Held { document, resolution, text })
        })
        .collect();
    check_held(text, article, &held, None, options)
}

/// The same as [`check`] with single resolutions, and with an index over them where there is one.
pub(crate) fn check_held(
    text: &str,
    article: &Document,
    held: &[Held],
    holders: Option<Holders>,
    options: &CheckOptions,
) -> CheckReport {
    let mut layout = Layout::new(text);
    // One sentence without marks is looked for as it stands, in every text that has it.
    let is_sentence = article.article.is_none() && layout.quote_sentence();
    let (most, options) = if is_sentence {
        (MOST_TEXTS_OF_SENTENCE, &options.clone().with_rivals(MOST_TEXTS_OF_SENTENCE))
    } else {
        (MOST_TEXTS, options)
    };
    let language = Language::from_code(article.language).unwrap_or(Language::En);
    let body = read_head(text, language).body;
    let reports = find_reports(&layout, body);
    let mut vocabulary = Vocabulary::default();
    let quotes: Vec<QuoteText> =
        layout.quotations.iter().map(|quoted| QuoteText::new(text, quoted.inner, &mut vocabulary)).collect();
    // Whatever is given as the article is read as one.
    let read: Cow<Article> =
        article.article.as_ref().map_or_else(|| Cow::Owned(read_article(text, language).0), Cow::Borrowed);
    let read = read.as_ref();
    let written = read.dateline.date.as_ref().and_then(|date| date.id.as_deref());
    let mut texts: Vec<SourceText> = held.iter().map(|&held| SourceText::new(held, written)).collect();
    let lists = match holders {
        Some(mut holders) if texts.len() > MOST_TEXTS => {
            layout.quotations.iter().map(|quoted| holders.find(text, quoted.inner, most)).collect()
        }
        _ => shortlist(&quotes, &texts, &vocabulary),
    };
    let works = Works::new(&layout, &read.citations, &texts);
    let mut wanted: Vec<usize> = lists.iter().flatten().copied().collect();
    wanted.extend(works.works.iter().filter_map(|work| work.text));
    sort(&mut wanted);
    wanted.dedup();
    for at in wanted {
        if let Some(text) = texts.get_mut(at) {
            text.read(&vocabulary);
        }
    }
    let checker = Checker { layout: &layout, reports: &reports, texts: &texts, works: &works, language, options };
    let mut budget = Budget(options.steps);
    let mut findings: Vec<Finding> = Vec::with_capacity(quotes.len());
    for ((quoted, quote), list) in layout.quotations.iter().zip(&quotes).zip(&lists) {
        // The words of a quotation inside another that was found are part of it.
        let inside = findings.iter().rev().take(8).any(|outer| {
            quoted.depth > 0
                && outer.span.contains(quoted.inner)
                && outer.verdict != Verdict::NotFound
                && outer.source.is_some()
        });
        if !inside {
            findings.push(checker.check(quoted, quote, list, &mut budget));
        }
    }
    if !is_sentence {
        for finding in &mut findings {
            finding.since = None;
        }
    }
    let mut summary = Summary::default();
    for finding in &findings {
        summary.count(finding.verdict);
    }
    let cite = |work: &Work| describe_citation(work.citation, work.text.and_then(|at| texts.get(at)));
    let citations: Vec<Cited> = works.works.iter().map(cite).collect();
    CheckReport {
        schema: SCHEMA,
        compared: describe_texts(&texts, &findings, &citations),
        searched: texts.len() as u32,
        summary,
        claims: find_claims(&layout, read, body, &findings, &works, &texts),
        coverage: find_coverage(&texts, &findings),
        citations,
        diagnostics: diagnose(&layout, article, held, &findings, is_sentence),
        quotations: findings,
    }
}

struct Checker<'a> {
    layout: &'a Layout<'a>,
    reports: &'a [Reported],
    texts: &'a [SourceText<'a>],
    works: &'a Works<'a>,
    /// The language of the article.
    language: Language,
    options: &'a CheckOptions,
}

impl Checker<'_> {
    fn check(&self, quoted: &Quoted, quote: &QuoteText, list: &[usize], budget: &mut Budget) -> Finding {
        let mut finding = self.empty(quoted);
        let governing = find_governing(self.layout, self.reports, quoted);
        let naming = self.works.named_for(self.layout, quoted, governing);
        finding.named = naming.and_then(|naming| self.works.describe(naming));
        if let Some(speaker) = find_speaker(self.layout, self.reports, quoted) {
            finding.speaker = Some(Passage { text: speaker.text, span: speaker.span });
            return unchecked(finding, Reason::OtherSpeaker);
        }
        if self.is_closed(naming) || self.texts.is_empty() {
            return unchecked(finding, Reason::SourceNotOpen);
        }
        if budget.0 == 0 || quote.words.len() > LONGEST {
            return unchecked(finding, Reason::LimitReached);
        }
        // The text that the article names is looked at whatever else is.
        let named = naming.and_then(|naming| self.works.works.get(naming.work)?.text);
        let mut list = list.to_vec();
        list.extend(named.filter(|named| !list.contains(named)));
        let candidates = find_candidates(quote, self.layout.text, self.texts, &list, budget);
        if quote.len() < SHORT {
            return self.check_short(finding, quoted, quote, governing, naming, candidates);
        }
        let Some((best, misattributed)) = self.choose(quote, naming, &candidates) else {
            return self.lost(finding, quoted, naming, *budget);
        };
        if best.differences.damaged {
            return unchecked(self.place(finding, quoted, quote, governing, best), Reason::DamagedCopy);
        }
        let mut finding = self.place(finding, quoted, quote, governing, best);
        if misattributed {
            finding.verdict = Verdict::Misattributed;
            finding.weight = None;
        }
        self.add_rivals(&mut finding, quote, best, &candidates);
        finding
    }

    fn empty(&self, quoted: &Quoted) -> Finding {
        Finding {
            span: quoted.inner,
            text: quoted.inner.of(self.layout.text).unwrap_or_default().to_owned(),
            verdict: Verdict::NotFound,
            weight: None,
            reason: None,
            also: Vec::new(),
            source: None,
            parts: Vec::new(),
            edits: Vec::new(),
            carrier: None,
            left_out: None,
            subjects: None,
            stated: None,
            named: None,
            speaker: None,
            rivals: Vec::new(),
            since: None,
        }
    }

    /// Whether the text named for a quotation is not among those compared with.
    fn is_closed(&self, naming: Option<Naming>) -> bool {
        if self.works.has_unnamed_text {
            return false;
        }
        let named = naming.and_then(|naming| Some((self.works.works.get(naming.work)?, naming.explicit)));
        self.works.are_all_closed() || named.is_some_and(|(work, explicit)| explicit && work.text.is_none())
    }

    /// The candidate that is meant, and whether the article names another text for it; `None` where
    /// none holds enough of the quotation.
    fn choose<'c>(
        &self,
        quote: &QuoteText,
        naming: Option<Naming>,
        candidates: &'c [Candidate],
    ) -> Option<(&'c Candidate, bool)> {
        let words = quote.len();
        let mut holding = candidates.iter().filter(|candidate| candidate.holds(words));
        let named = naming.and_then(|naming| Some((self.works.works.get(naming.work)?.text?, naming.explicit)));
        let Some((named, explicit)) = named else { return holding.next().map(|best| (best, false)) };
        if let Some(best) = holding.clone().find(|candidate| candidate.text == named) {
            return Some((best, false));
        }
        let best = holding.next()?;
        Some((best, explicit || !self.works.cites(best.text)))
    }

    /// A quotation that stands in no text compared.
    fn lost(&self, finding: Finding, quoted: &Quoted, naming: Option<Naming>, budget: Budget) -> Finding {
        let named = naming.and_then(|naming| self.works.works.get(naming.work));
        if named.is_some_and(|work| work.text.is_none()) && !self.works.has_unnamed_text {
            return unchecked(finding, Reason::SourceNotOpen);
        }
        let text = quoted.inner.of(self.layout.text).unwrap_or("");
        if super::classify::is_damaged(text) {
            return unchecked(finding, Reason::DamagedCopy);
        }
        if self.is_in_other_language(text) {
            return unchecked(finding, Reason::OtherLanguage);
        }
        if budget.0 == 0 {
            return unchecked(finding, Reason::LimitReached);
        }
        finding
    }

    /// Whether no text compared is in the language of `text`.
    fn is_in_other_language(&self, text: &str) -> bool {
        let mut language = detect_language(text);
        if language == Language::Und {
            language = self.language;
        }
        let known = self.texts.iter().all(|other| other.resolution.edition.language != Language::Und.code());
        let open = self.texts.iter().any(|other| other.resolution.edition.language == language.code());
        known && language != Language::Und && !open
    }

    /// A quotation of fewer than four words: found word for word in one place, or not compared.
    fn check_short(
        &self,
        finding: Finding,
        quoted: &Quoted,
        quote: &QuoteText,
        governing: Option<&Reported>,
        naming: Option<Naming>,
        mut candidates: Vec<Candidate>,
    ) -> Finding {
        let named = naming.and_then(|naming| self.works.works.get(naming.work)?.text);
        if let Some(named) = named
            && candidates.iter().any(|candidate| candidate.text == named)
        {
            candidates.retain(|candidate| candidate.text == named);
        }
        candidates.retain(|candidate| matches!(candidate.differences.verdict, Verdict::Verbatim | Verdict::Inflected));
        let Some((best, others)) = candidates.split_first() else {
            return unchecked(finding, Reason::TooShort);
        };
        if others.iter().any(|other| !self.repeats(best, other)) {
            return unchecked(finding, Reason::TooShort);
        }
        let mut finding = self.place(finding, quoted, quote, governing, best);
        finding.also.push(Note::Short);
        sort(&mut finding.also);
        finding
    }

    /// Everything about a quotation whose place is known.
    fn place(
        &self,
        mut finding: Finding,
        quoted: &Quoted,
        quote: &QuoteText,
        governing: Option<&Reported>,
        best: &Candidate,
    ) -> Finding {
        let Some(text) = self.texts.get(best.text) else { return finding };
        let (first, end) = (best.alignment.first, best.alignment.end);
        finding.verdict = best.differences.verdict;
        finding.weight = best.differences.weight;
        finding.edits.clone_from(&best.differences.edits);
        finding.source = place_of(text, first, end);
        finding.parts = parts(quote, text, best);
        let mut note = |note: Note, is: bool| {
            if is {
                finding.also.push(note);
            }
        };
        let zone = finding.source.as_ref().map(|source| source.zone);
        let sentence = matches!(zone, Some(Zone::Preamble | Zone::Operative | Zone::Continuation | Zone::Annex));
        if sentence && best.differences.verdict != Verdict::Spliced {
            if quote.len() >= SHORT {
                finding.left_out = find_left_out(text, first, end);
            }
            finding.subjects = find_subjects(self.layout, quote, quoted.outer, text, first);
        }
        note(Note::Truncated, finding.left_out.is_some());
        note(Note::Reattached, finding.subjects.is_some());
        note(Note::Preamble, zone == Some(Zone::Preamble));
        if let Some(source) = finding.source.as_ref().filter(|_| sentence) {
            let number = text.stretch(text.stretch_at(first)).and_then(|stretch| stretch.paragraph.number.as_deref());
            finding.stated = find_moved(self.layout, quoted, governing, source, number);
        }
        note(Note::Moved, finding.stated.is_some());
        if let Some(carried) = find_carrier(text, first, governing) {
            note(Note::Drift, carried.drifts);
            finding.carrier = Some(carried.carrier);
        }
        finding
    }

    fn add_rivals(&self, finding: &mut Finding, quote: &QuoteText, best: &Candidate, candidates: &[Candidate]) {
        let exact = candidates.iter().filter(|candidate| candidate.differences.verdict == Verdict::Verbatim);
        let dates = exact.filter_map(|candidate| date_of(self.texts.get(candidate.text)?.resolution));
        finding.since = dates.map(|date| date.iso.clone()).min();
        let place = |candidate: &Candidate| -> Option<SourcePlace> {
            place_of(self.texts.get(candidate.text)?, candidate.alignment.first, candidate.alignment.end)
        };
        for other in candidates {
            if std::ptr::eq(other, best) || !other.nearly(quote.len()) || other.differences.verdict == Verdict::Spliced
            {
                continue;
            }
            let Some(found) = place(other) else { continue };
            if self.repeats(best, other) {
                if let Some(source) = &mut finding.source {
                    source.again.push(found.span);
                }
            } else if finding.rivals.len() < self.options.rivals {
                finding.rivals.push(found);
            }
        }
        if let Some(source) = &mut finding.source {
            sort(&mut source.again);
        }
        if !finding.rivals.is_empty() {
            finding.also.push(Note::Rival);
        }
    }

    /// Whether two places of one text are the same: both in what names it (title, theme, enacting
    /// sentence), or in paragraphs that repeat each other word for word.
    fn repeats(&self, one: &Candidate, other: &Candidate) -> bool {
        if one.text != other.text {
            return false;
        }
        let names = |candidate: &Candidate| {
            let zone = candidate.zone(self.texts);
            matches!(zone, Some(Zone::Masthead | Zone::Title | Zone::Theme | Zone::Enacting | Zone::Heading))
        };
        let paragraph = |candidate: &Candidate| {
            let text = self.texts.get(candidate.text)?;
            Some(text.stretch(text.stretch_at(candidate.alignment.first))?.paragraph.text.as_str())
        };
        (names(one) && names(other)) || paragraph(one) == paragraph(other)
    }
}

fn unchecked(mut finding: Finding, reason: Reason) -> Finding {
    finding.verdict = Verdict::Unchecked;
    finding.reason = Some(reason);
    finding.weight = None;
    finding
}

/// The runs of a quotation that joins separate places, in its order.
fn parts(quote: &QuoteText, text: &SourceText, best: &Candidate) -> Vec<Part> {
    if best.differences.verdict != Verdict::Spliced {
        return Vec::new();
    }
    let long = best.alignment.runs.iter().filter(|run| run.len >= super::classify::LONG_RUN);
    let mut runs: Vec<_> = long.chain(&best.parts).copied().collect();
    sort(&mut runs);
    let part = |run: &super::search::Run| {
        let source = place_of(text, run.source, run.source + run.len)?;
        Some(Part { article: quote.span_of(run.quote, run.quote + run.len), source })
    };
    runs.iter().filter_map(part).collect()
}

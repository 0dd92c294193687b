//! The check itself: an article against the texts that are given, and the report on it.

use super::claims::find_claims;
use super::coverage::find_coverage;
use super::describe::{describe_article, describe_citation, describe_texts, diagnose};
use super::finding::Checker;
use super::named::{Work, Works};
use super::prepared::{Prepared, Searched};
use super::quoted::QuoteText;
use super::report::{CheckReport, Cited, Finding, Summary, Verdict};
use super::search::Budget;
use super::shortlist::shortlist;
use super::texts::{Compared, Held, SourceText, Vocabulary};
use crate::article::{find_reports, read_head};
use crate::model::{Document, SCHEMA};
use crate::text::sort;

/// Steps of work that one check may cost, about a second's worth.
const MOST_STEPS: u64 = 60_000_000;

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

    pub(super) const fn most_rivals(&self) -> usize {
        self.rivals
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
    check_held(&Prepared::new(text, article), &held, None, &Searched::default(), options)
}

/// The same as [`check`] with single resolutions. `lists` says for each quotation which of them to look at, where an
/// index was asked; `searched` what it was asked about.
pub(crate) fn check_held(
    prepared: &Prepared,
    held: &[Held],
    lists: Option<Vec<Vec<usize>>>,
    searched: &Searched,
    options: &CheckOptions,
) -> CheckReport {
    let Prepared { layout, language, is_sentence, .. } = prepared;
    let (text, language, is_sentence) = (layout.text, *language, *is_sentence);
    let every = options.clone().with_rivals(prepared.most_texts());
    // One sentence without marks is looked for as it stands, and every text that has it is named.
    let options = if is_sentence { &every } else { options };
    let body = read_head(text, language).body;
    let reports = find_reports(layout, body);
    let mut vocabulary = Vocabulary::default();
    let quotes: Vec<QuoteText> =
        layout.quotations.iter().map(|quoted| QuoteText::new(text, quoted.inner, &mut vocabulary)).collect();
    let read = prepared.article.as_ref();
    let mut texts: Vec<SourceText> = held.iter().map(|&held| SourceText::new(held, prepared.written())).collect();
    let lists = lists.unwrap_or_else(|| shortlist(&quotes, &texts, &vocabulary));
    let works = Works::new(layout, &read.citations, &texts, language);
    let mut wanted: Vec<usize> = lists.iter().flatten().copied().collect();
    wanted.extend(works.cited.iter().filter_map(|work| work.text));
    sort(&mut wanted);
    wanted.dedup();
    for at in wanted {
        if let Some(text) = texts.get_mut(at) {
            text.read(&vocabulary);
        }
    }
    let checker =
        Checker { layout, reports: &reports, texts: &texts, works: &works, language, searched, options, is_sentence };
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
    let mut summary = Summary::default();
    for finding in &findings {
        summary.count(finding.verdict);
    }
    let cite = |work: &Work| describe_citation(work.citation, work.text.and_then(|at| texts.get(at)));
    let citations: Vec<Cited> = works.cited.iter().map(cite).collect();
    CheckReport {
        schema: SCHEMA,
        checked: describe_article(prepared),
        compared: describe_texts(&texts, &findings, &citations),
        searched: texts.len().max(searched.count) as u32,
        summary,
        claims: find_claims(layout, read, body, &findings, &works, &texts),
        coverage: find_coverage(&texts, &findings),
        citations,
        diagnostics: diagnose(layout, prepared.document, held, &findings, is_sentence),
        quotations: findings,
    }
}

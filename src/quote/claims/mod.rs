//! The facts that an article states about the resolution, held against what it says.
//!
//! | kind | read from | agrees where |
//! |---|---|---|
//! | `number`, `title`, `session-theme` | citations and quotations | symbol, title and theme are the same |
//! | `session-ordinal`, `organ`, `place`, `date` | the sentence that names a session, or says *adopted*, *held* | the resolution states the same |
//! | `vote` | *adopted unanimously*, *by 13 votes to none* | it states that adoption |
//! | `other`, and dates of other things | figures and dates elsewhere | never: this text can't show them |

mod figures;
mod names;
mod session;

use super::named::Works;
use super::report::{Claim, ClaimKind, ClaimVerdict, Finding};
use super::shortlist::MOST_TEXTS;
use super::texts::SourceText;
use crate::article::Layout;
use crate::model::{Article, Zone};
use crate::text::{Span, sort_by_key};

/// No more facts than this are read from one article.
const MOST: usize = 400;

/// Every fact that is stated outside quotations, in order of place. Linear in the article.
pub(super) fn find_claims(
    layout: &Layout,
    article: &Article,
    body: u32,
    findings: &[Finding],
    works: &Works,
    texts: &[SourceText],
) -> Vec<Claim> {
    let mut claims = Claims { layout, article, main: find_main(texts, findings, works), body, found: Vec::new() };
    claims.read_names(findings, works, texts);
    claims.read_sessions();
    claims.read_votes();
    claims.read_dates();
    claims.read_figures();
    sort_by_key(&mut claims.found, |claim| claim.span);
    claims.found
}

/// The text that most quotations stand in, or else the first that the article cites, or else the first of a few.
fn find_main<'a>(texts: &'a [SourceText<'a>], findings: &[Finding], works: &Works) -> Option<&'a SourceText<'a>> {
    let count = |text: &SourceText| {
        let here = |finding: &&Finding| finding.source.as_ref().is_some_and(|source| source.key == text.resolution.key);
        findings.iter().filter(here).count()
    };
    let most = texts.iter().rev().max_by_key(|text| count(text))?;
    if count(most) > 0 {
        return Some(most);
    }
    let cited = works.cited.iter().find_map(|work| texts.get(work.text?));
    cited.or_else(|| texts.first().filter(|_| texts.len() <= MOST_TEXTS))
}

/// What is read, and what was found so far.
struct Claims<'a> {
    layout: &'a Layout<'a>,
    article: &'a Article,
    main: Option<&'a SourceText<'a>>,
    /// Where the news itself begins.
    body: u32,
    found: Vec<Claim>,
}

/// What the resolution says to a fact: its words, their place, and whether the two agree.
struct Answer {
    found: String,
    source: Option<Span>,
    verdict: ClaimVerdict,
}

impl Answer {
    fn new(found: String, source: Option<Span>, agrees: bool) -> Self {
        Self { found, source, verdict: if agrees { ClaimVerdict::Agrees } else { ClaimVerdict::Altered } }
    }
}

impl<'a> Claims<'a> {
    /// Adds a fact with what the main text says to it; `unchecked` where it says nothing.
    fn add(&mut self, kind: ClaimKind, span: Span, answer: Option<Answer>) {
        if self.is_full() {
            return;
        }
        let stated = span.of(self.layout.text).unwrap_or_default().to_owned();
        let key = self.main.filter(|_| answer.is_some()).map(|text| text.resolution.key.clone());
        let (found, source, verdict) = match answer {
            Some(answer) => (Some(answer.found), answer.source, answer.verdict),
            None => (None, None, ClaimVerdict::Unchecked),
        };
        self.found.push(Claim { kind, span, stated, found, source, key, verdict });
    }

    /// Whether no more facts are read.
    fn is_full(&self) -> bool {
        self.found.len() >= MOST
    }

    /// The folded word with this index.
    fn word(&self, at: usize) -> &str {
        self.layout.words.word(at).unwrap_or("")
    }

    /// The word with this index as printed.
    fn printed(&self, at: usize) -> &'a str {
        self.layout.words.span(at).and_then(|span| span.of(self.layout.text)).unwrap_or("")
    }

    /// Whether the word stands in the news itself, outside quotations, citations and other facts.
    fn is_free(&self, at: usize) -> bool {
        let Some(span) = self.layout.words.span(at) else { return false };
        let next = self.article.citations.partition_point(|citation| citation.span.end <= span.start);
        let cited = || self.article.citations.iter().skip(next).take(4).any(|citation| citation.span.overlaps(span));
        let stated = || self.found.iter().any(|claim| claim.span.overlaps(span));
        span.start >= self.body && self.layout.quotation_at(span.start).is_none() && !stated() && !cited()
    }

    /// The place in the main text of the first paragraph in a zone.
    fn place_of(&self, zone: Zone) -> Option<Span> {
        self.main?.paragraphs().find(|paragraph| paragraph.zone == zone).map(|paragraph| paragraph.span)
    }
}

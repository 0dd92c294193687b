//! What a search gives, and how it is asked for.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Note;
use crate::error::{Error, ErrorKind};
use crate::index::Wide;
use crate::model::Lead;
use crate::resolve::Work;
use crate::text::Span;

/// In which order results come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

impl Sort {
    /// The order with this name: `relevance`, `newest` or `date`, `oldest`.
    ///
    /// # Errors
    ///
    /// `bad-option` for any other name.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        match name {
            "relevance" => Ok(Self::Relevance),
            "newest" | "date" => Ok(Self::Newest),
            "oldest" => Ok(Self::Oldest),
            _ => Err(Error::new(ErrorKind::BadOption {
                name: "sort",
                found: name.chars().take(80).collect(),
                expected: "relevance, newest or oldest",
            })),
        }
    }
}

/// Something that results are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The organisation: `un`.
    Body,
    /// The organ with its organisation: `un:ga`.
    Organ,
    /// The year of the date.
    Year,
    /// The language of the edition.
    Language,
    /// The ordinal of the session.
    Session,
    /// Adopted, draft or unknown.
    Status,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 6] = [Self::Body, Self::Organ, Self::Year, Self::Language, Self::Session, Self::Status];

    /// Its name in requests and results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Organ => "organ",
            Self::Year => "year",
            Self::Language => "language",
            Self::Session => "session",
            Self::Status => "status",
        }
    }

    /// The facet with this name.
    ///
    /// # Errors
    ///
    /// `bad-option` for a name that is none.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|facet| facet.name() == name).ok_or_else(|| {
            Error::new(ErrorKind::BadOption {
                name: "facets",
                found: name.chars().take(80).collect(),
                expected: "body, organ, year, language, session or status",
            })
        })
    }
}

/// How a search is to be answered.
///
/// # Examples
///
/// ```
/// use whereas::query::{Facet, SearchOptions, Sort};
///
/// let options = SearchOptions::new().with_limit(20).with_sort(Sort::Newest).with_facets(&[Facet::Body]);
/// assert_ne!(options, SearchOptions::new());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    pub(super) limit: u32,
    pub(super) offset: u32,
    pub(super) sort: Sort,
    pub(super) facets: Vec<Facet>,
    pub(super) strict: bool,
    pub(super) explain: bool,
}

impl Default for SearchOptions {
    fn default() -> Self {
        Self { limit: 10, offset: 0, sort: Sort::Relevance, facets: Vec::new(), strict: false, explain: false }
    }
}

impl SearchOptions {
    /// The ten best results, without facets, read leniently.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// At most so many results.
    #[must_use]
    pub const fn with_limit(mut self, limit: u32) -> Self {
        self.limit = limit;
        self
    }

    /// Without the first so many results.
    #[must_use]
    pub const fn with_offset(mut self, offset: u32) -> Self {
        self.offset = offset;
        self
    }

    /// In this order.
    #[must_use]
    pub const fn with_sort(mut self, sort: Sort) -> Self {
        self.sort = sort;
        self
    }

    /// Counted by these.
    #[must_use]
    pub fn with_facets(mut self, facets: &[Facet]) -> Self {
        self.facets = facets.to_vec();
        self
    }

    /// A fault in the query is an error.
    #[must_use]
    pub const fn with_strictness(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Each result says what its score is made of.
    #[must_use]
    pub const fn with_explanations(mut self, explain: bool) -> Self {
        self.explain = explain;
        self
    }
}

/// How many results there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// How many resolutions.
    pub value: u32,
    /// Whether that is all of them, or at least so many.
    pub exact: bool,
}

/// A part of the query as it was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// What it is: `word`, `phrase`, `body`, `date`, `exclude` and so on.
    pub kind: &'static str,
    /// The part in the language of queries.
    pub text: String,
    /// Where it was typed, in bytes of the query (UTF-16 units for JavaScript).
    pub span: Span,
}

/// A paragraph that speaks for a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParagraphHit {
    /// Its address.
    pub address: String,
    /// Where it stands in the source.
    pub span: Span,
    /// A piece of its text.
    pub snippet: String,
    /// What was looked for, as bytes of `snippet` (UTF-16 units for JavaScript).
    pub matches: Vec<Span>,
    /// The words that say what it does.
    pub lead: Option<Lead>,
    /// The same places in UTF-16 units, where a pack says so.
    #[serde(skip)]
    pub(crate) wide: Wide,
}

/// A resolution that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The key of the edition.
    pub key: String,
    /// The id of the work.
    pub id: String,
    /// The body's own symbol, as printed.
    pub symbol: Option<String>,
    /// The title, as printed.
    pub title: Option<String>,
    /// ISO date of adoption, else of the session, else of issue.
    pub date: Option<String>,
    /// The organisation.
    pub body: Option<&'static str>,
    /// Language of the edition.
    pub language: &'static str,
    /// How well it answers: comparable within one search only.
    pub score: u32,
    /// The paragraphs that answer best, at most three.
    pub paragraphs: Vec<ParagraphHit>,
    /// The languages of all editions of the work that were found, the best first; empty unless every language was asked
    /// for (`lang:*`), when a work is one result.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// What the score is made of, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Explanation>,
}

/// What a score is made of: the sum of `paragraph`, `places`, `together`, `title` and `nearness`.
///
/// # Examples
///
/// ```
/// use whereas::query::SearchOptions;
/// use whereas::{Library, ParseOptions};
///
/// let mut library = Library::new();
/// library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to meet again.", &ParseOptions::new()).unwrap();
/// let found = library.search("meet again", &SearchOptions::new().with_explanations(true)).unwrap();
/// let hit = &found.hits[0];
/// let said = hit.explanation.as_ref().unwrap();
/// let sum = said.paragraph + said.places + said.together + said.title + said.nearness;
/// assert_eq!(sum, hit.score);
/// assert!(said.paragraph > 0 && said.title == 0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// All parts together in the paragraph that counts most.
    pub paragraph: u32,
    /// Each part at its best place.
    pub parts: Vec<ExplainedPart>,
    /// Half of what the parts count at their best places.
    pub places: u32,
    /// That one paragraph holds every part.
    pub together: u32,
    /// That this is the title, and how much of the title was typed.
    pub title: u32,
    /// How closely the words stand together and, of five or more, how much of their order is kept.
    pub nearness: u32,
}

/// A part of a query in a score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedPart {
    /// As typed; empty for what is no words.
    pub text: String,
    /// How rare it is: the logarithm of all paragraphs over those that hold it, to base 2, in 256ths.
    pub rarity: u32,
    /// What it counts at its best place: rarity, frequency, length and kind of paragraph.
    pub score: u32,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// How many resolutions there are in all.
    pub total: Total,
    /// The query as it was understood, part by part.
    pub understood: Vec<Understood>,
    /// The results asked for, in order.
    pub hits: Vec<Hit>,
    /// For each facet asked for, its values with their counts over the whole result, as if that
    /// facet had not been chosen from; most first.
    pub facets: BTreeMap<&'static str, Vec<(String, u32)>>,
    /// What is to be said about the query.
    pub notes: Vec<Note>,
}

/// Something that what is being typed may become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Completion {
    /// The whole query with it.
    pub text: String,
    /// `word`, `symbol`, `title`, `field` or `value`.
    pub kind: &'static str,
    /// In how many paragraphs (a word) or resolutions it stands.
    pub count: u32,
}

/// A work that was named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resolved {
    /// The id of the work.
    pub id: String,
    /// The keys of its editions that are here.
    pub keys: Vec<String>,
    /// The paragraph that was named.
    pub address: Option<String>,
    /// The symbol that the body itself writes: `A/RES/78/1`.
    pub symbol: Option<String>,
    /// The Akoma Ntoso IRI of the work.
    pub iri: Option<String>,
    /// Its address at a resolver that is known, over https.
    pub url: Option<String>,
}

impl Resolved {
    /// A work with every view of it; `date` is the ISO date of its adoption, where that is known.
    pub(crate) fn new(
        id: &str,
        keys: Vec<String>,
        address: Option<String>,
        date: Option<&str>,
        language: &str,
    ) -> Self {
        let work = Work::new(id);
        Self {
            id: id.to_owned(),
            keys,
            address,
            symbol: work.as_ref().and_then(Work::symbol),
            iri: work.as_ref().and_then(|work| work.akn_iri(date)),
            url: work.as_ref().and_then(|work| work.url(language)),
        }
    }
}

//! The order of verdicts for a caller that must decide between done and a finding.

use super::report::{CheckReport, Finding, SourcePlace, Verdict, Weight};

/// How far a quotation is from its source, in the order that `--fail-on` counts in.
///
/// A quotation that was not compared stands apart and has no level.
///
/// # Examples
///
/// ```
/// use whereas::quote::Level;
///
/// assert_eq!(Level::from_name("inflected"), Some(Level::Inflected));
/// assert!(Level::Inflected < Level::NotFound);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Word for word.
    Verbatim,
    /// Same words, form adapted.
    Inflected,
    /// Only articles, *that* and *which*, or prepositions differ.
    FunctionWords,
    /// Other words differ.
    Altered,
    /// Joined from separate places.
    Spliced,
    /// Found in another text.
    Misattributed,
    /// Not found in the texts compared.
    NotFound,
}

impl Level {
    /// Every level, from the nearest to the farthest.
    pub const ALL: [Self; 7] = [
        Self::Verbatim,
        Self::Inflected,
        Self::FunctionWords,
        Self::Altered,
        Self::Spliced,
        Self::Misattributed,
        Self::NotFound,
    ];

    /// Its name, as `--fail-on` takes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verbatim => "verbatim",
            Self::Inflected => "inflected",
            Self::FunctionWords => "function-words",
            Self::Altered => "altered",
            Self::Spliced => "spliced",
            Self::Misattributed => "misattributed",
            Self::NotFound => "not-found",
        }
    }

    /// The level with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

impl Finding {
    /// The places that a finding rests on.
    fn places(&self) -> impl Iterator<Item = &SourcePlace> {
        let parts = self.parts.iter().map(|part| &part.source);
        let other = self.counterpart.as_ref().map(|counterpart| &counterpart.source);
        self.source.iter().chain(parts).chain(other)
    }

    /// How far the quotation is from its source; `None` where it was not compared.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        match (self.verdict, self.weight) {
            (Verdict::Unchecked, _) => None,
            (Verdict::Verbatim, _) => Some(Level::Verbatim),
            (Verdict::Inflected, _) => Some(Level::Inflected),
            (Verdict::Altered, Some(Weight::FunctionWords)) => Some(Level::FunctionWords),
            (Verdict::Altered, None) => Some(Level::Altered),
            (Verdict::Spliced, _) => Some(Level::Spliced),
            (Verdict::Misattributed, _) => Some(Level::Misattributed),
            (Verdict::NotFound, _) => Some(Level::NotFound),
        }
    }
}

impl CheckReport {
    /// Keys of the texts that quoted words stand in.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &str> {
        self.quotations.iter().flat_map(Finding::places).map(|place| place.key.as_str())
    }

    /// Keys of the texts that the findings name, rivals too.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        let rivals = self.quotations.iter().flat_map(|finding| &finding.rivals).map(|place| place.key.as_str());
        self.sources().chain(rivals)
    }

    /// Whether any quotation is at `level` or past it.
    #[must_use]
    pub fn reaches(&self, level: Level) -> bool {
        self.quotations.iter().filter_map(Finding::level).any(|found| found >= level)
    }
}

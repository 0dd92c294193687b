//! The languages that are read.

/// A language in which resolutions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Arabic.
    Ar,
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Chinese.
    Zh,
    /// None that was recognised.
    Und,
}

impl Language {
    /// Every language that is read.
    pub const ALL: [Self; 6] = [Self::Ar, Self::En, Self::Es, Self::Fr, Self::Ru, Self::Zh];

    /// Its ISO 639-1 code, `und` for none.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Ru => "ru",
            Self::Zh => "zh",
            Self::Und => "und",
        }
    }

    /// The language with this code, or `None` where it is not one of those read here.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

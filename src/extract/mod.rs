//! Facts in running text: dates, sessions, places, citations, actors, acts, votes.
//!
//! Every function here takes a text whose lines are already joined and gives back values whose
//! spans point into that text. None of them fails, and all are linear in the text.

mod act;
mod actor;
mod addressee;
mod adoption;
mod asked;
mod citation;
mod closing;
mod date;
mod dated;
mod deadline;
mod hijri;
mod joint;
mod names;
mod object;
mod place;
mod reporting;
mod scan;
mod session;
mod stance;
mod voters;
mod work_name;

use crate::lexicon::Language;

pub use act::{ActFact, find_acts};
pub use actor::find_actors;
pub use adoption::find_adoption;
pub use citation::{ShortKind, ShortMention, find_citations, find_short_citations, read_letter};
pub use closing::{find_meeting, find_reservations, find_sponsors};
pub use date::find_dates;
pub use dated::{Calendar, DateFact, Dated, Day, find_datings};
pub use place::find_places;
pub use session::{SessionFact, find_sessions};
pub use stance::{read_stance, read_stances};

/// What is known about a text before facts are looked for in it.
///
/// # Examples
///
/// ```
/// use whereas::extract::Context;
/// use whereas::lexicon::Language;
///
/// let context = Context::new(Language::En).with_organ("un", "ga").with_session(77);
/// assert_eq!(context.organ, Some("ga"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context<'a> {
    /// The language of the text.
    pub language: Language,
    /// The organisation that speaks: `un`, `oic`.
    pub body: Option<&'a str>,
    /// Its organ: `ga`, `cfm`.
    pub organ: Option<&'a str>,
    /// The ordinal of the session.
    pub session: Option<u16>,
    /// The year of the text.
    pub year: Option<u16>,
}

impl<'a> Context<'a> {
    /// Knows the language alone.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, body: None, organ: None, session: None, year: None }
    }

    /// The organisation and organ that speak.
    #[must_use]
    pub const fn with_organ(mut self, body: &'a str, organ: &'a str) -> Self {
        self.body = Some(body);
        self.organ = Some(organ);
        self
    }

    /// The ordinal of the session.
    #[must_use]
    pub const fn with_session(mut self, session: u16) -> Self {
        self.session = Some(session);
        self
    }

    /// The year of the text.
    #[must_use]
    pub const fn with_year(mut self, year: u16) -> Self {
        self.year = Some(year);
        self
    }
}

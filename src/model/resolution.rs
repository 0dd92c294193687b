//! A resolution and the facts that its text states about itself.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Citation, Entity, Paragraph};
use crate::text::Span;

/// The volume or file that a resolution is printed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Container {
    /// Its symbol, as printed.
    pub symbol: Option<String>,
    /// Its title, as printed.
    pub title: Option<String>,
}

/// Which copy of a work this is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its language, as an ISO 639-1 code.
    pub language: &'static str,
    /// Its version as printed: `rev.1`, `draft`.
    pub version: Option<String>,
    /// `adopted`, `draft`, or `unknown` where the text does not say.
    pub status: &'static str,
}

/// The session at which a resolution was adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Its number.
    pub ordinal: Option<u16>,
    /// The theme it was held under, as first printed.
    pub theme: Option<String>,
    /// Where it is named.
    pub span: Span,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The name of the city, as in a sentence.
    pub name: String,
    /// ISO 3166-1 alpha-3 code of the country, where it is known.
    pub country: Option<&'static str>,
    /// Where it is named.
    pub span: Span,
}

/// What happened on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DatingRole {
    /// The session was held.
    Session,
    /// The resolution was adopted.
    Adoption,
    /// The document was issued.
    Issued,
}

/// A date of the Islamic calendar that stands beside a Gregorian one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HijriDating {
    /// First day, as `year-month-day` of the Islamic calendar.
    pub iso: String,
    /// Last day, where a range is printed.
    pub end: Option<String>,
    /// The calendar the comparison rests on: `umm-al-qura` or `tabular`.
    pub calendar: &'static str,
    /// Gregorian date as printed minus the one the Islamic date falls on, in days.
    pub difference: i32,
    /// Whether the two are the same day, or one apart.
    pub agrees: bool,
}

/// A date that the text states about the resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dating {
    /// What happened on it.
    pub role: DatingRole,
    /// First day, an ISO date.
    pub iso: String,
    /// Last day, where a range is printed.
    pub end: Option<String>,
    /// Where it is printed, the Islamic date included.
    pub span: Span,
    /// The Islamic date printed beside it.
    pub hijri: Option<HijriDating>,
}

/// How a resolution was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdoptionMethod {
    /// By a counted vote.
    RecordedVote,
    /// Unanimously.
    Unanimous,
    /// By consensus.
    Consensus,
    /// Without a vote.
    WithoutVote,
}

/// The adoption as the text states it. Never inferred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Adoption {
    /// How.
    pub method: AdoptionMethod,
    /// Votes for.
    pub yes: Option<u16>,
    /// Votes against.
    pub no: Option<u16>,
    /// Abstentions.
    pub abstain: Option<u16>,
    /// Who voted how, as printed, under `yes`, `no`, `abstain`.
    pub names: BTreeMap<&'static str, Vec<String>>,
    /// The ids of those in `names`, in the same order: codes of ISO 3166-1, `None` for one that is in no table.
    pub ids: BTreeMap<&'static str, Vec<Option<&'static str>>>,
    /// Where it is stated.
    pub span: Span,
}

/// The meeting at which a resolution was adopted, as its closing states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Its number.
    pub ordinal: u16,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// One resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Resolution {
    /// This edition: `oic:cfm:res:50/48-POL@en`.
    pub key: String,
    /// The work: `oic:cfm:res:50/48-POL`.
    pub id: String,
    /// The body's own symbol, as printed.
    pub symbol: Option<String>,
    /// The line that announces the resolution.
    pub heading: Option<String>,
    /// The volume it is printed in.
    pub container: Option<Container>,
    /// The organisation, such as `un` or `oic`.
    pub body: Option<&'static str>,
    /// Its organ, such as `ga` or `cfm`.
    pub organ: Option<&'static str>,
    /// The title, as printed.
    pub title: Option<String>,
    /// From its first word to its last mark.
    pub span: Span,
    /// Which copy of the work this is.
    pub edition: Edition,
    /// The session.
    pub session: Option<Session>,
    /// Where it was adopted.
    pub place: Option<Place>,
    /// The dates that the text states.
    pub dates: Vec<Dating>,
    /// How it was adopted; `None` where the text does not say.
    pub adoption: Option<Adoption>,
    /// The meeting that adopted it; `None` where none is printed.
    pub meeting: Option<Meeting>,
    /// Who proposed it, as the text names them.
    pub sponsors: Vec<Entity>,
    /// Who had reservations, as the text names them: a State with its id, else the words.
    pub reservations: Vec<Entity>,
    /// Its paragraphs and everything else it consists of, in order of place.
    pub paragraphs: Vec<Paragraph>,
    /// What it cites, in order of place.
    pub citations: Vec<Citation>,
}

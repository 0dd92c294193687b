//! What a check found, under the names of the published schema.
//!
//! Spans are bytes. Those named `article…`, `quotations[].span`, those of the carrier's reporting
//! verb, of citations, claims and diagnostics point into the article; those of a `source` point
//! into the text of the resolution with its `key`. [`CheckReport::map_spans`] changes the unit of
//! both, and is how the layer for JavaScript turns them into UTF-16 units.

use serde::Serialize;

use super::review::Review;
use crate::diagnostic::Diagnostic;
use crate::model::{CitationForm, Lead, Pinpoint, Zone};
use crate::text::Span;

/// What is said about a quotation's wording and place. There is one for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// No word differs.
    Verbatim,
    /// The same words, some in another form or with another capital.
    Inflected,
    /// A word was put in, left out or replaced.
    Altered,
    /// Runs of words from separate places are joined without a mark.
    Spliced,
    /// The words stand in another text than the one that the article names.
    Misattributed,
    /// The words stand in none of the texts compared.
    NotFound,
    /// Not compared; the [`Reason`] says why.
    Unchecked,
}

/// How much an altered wording weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Only articles, *that* and *which*, or prepositions differ.
    FunctionWords,
}

/// Why a quotation was not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The text that the article names is not among those given.
    SourceNotOpen,
    /// They are a person's words.
    OtherSpeaker,
    /// No text compared is in the quotation's language.
    OtherLanguage,
    /// Under four words, and in no place or in more than one.
    TooShort,
    /// The words differ only where a copy is damaged.
    DamagedCopy,
    /// The work that one check may cost was used up before it.
    LimitReached,
}

/// Something worth knowing beside the verdict. Never an accusation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Note {
    /// After the end the same list or object goes on, or a qualifier stands beside.
    Truncated,
    /// The subject stands outside the marks and its words differ.
    Reattached,
    /// The words stand in the preamble.
    Preamble,
    /// The article says *decided* or names a paragraph, and it is not so.
    Moved,
    /// The reporting verb is at another step than the lead phrase.
    Drift,
    /// Under four words.
    Short,
    /// The same or nearly the same words stand elsewhere.
    Rival,
}

/// The kind of one difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditClass {
    /// Words of the article that the source has not.
    Insertion,
    /// Words of the source that the article has not.
    Deletion,
    /// Other words.
    Substitution,
    /// The same word in another form.
    Inflection,
    /// The same word with another capital.
    Case,
    /// The same word with other marks: an apostrophe, a dash.
    Typography,
    /// Words left out where the article marks it.
    Ellipsis,
}

/// One difference, with its place on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Its kind.
    pub class: EditClass,
    /// Its place in the article; empty, at the place of the caret, where words were left out.
    pub article: Span,
    /// Its place in the source; empty, at the place of the caret, where words were put in.
    pub source: Span,
    /// Whether the article marks it: `…` or `[the]`.
    pub marked: bool,
}

/// Words with their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The words as printed, residue and line ends as single spaces.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// The copy of a text that a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopyOf {
    /// Its name: the file's, or else its heading or title.
    pub name: Option<String>,
    /// SHA-256 of the text it was read from.
    pub sha256: String,
}

/// Where quoted words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourcePlace {
    /// Id of the resolution.
    pub resolution: String,
    /// Key of its edition.
    pub key: String,
    /// The copy, which has this key here.
    pub copy: CopyOf,
    /// The date of the resolution, ISO: of adoption, else of the session, else of issue.
    pub date: Option<String>,
    /// Address of the paragraph.
    pub address: String,
    /// Its zone.
    pub zone: Zone,
    /// The words, in the text of the resolution.
    pub span: Span,
    /// The paragraph's lead phrase.
    pub lead: Option<Lead>,
    /// Other places in the same resolution that repeat the paragraph, its title or its theme.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub again: Vec<Span>,
}

/// What a paragraph in another language was found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The article names the paragraph.
    Address,
    /// The same works are cited.
    Citations,
    /// The same dates stand in both.
    Dates,
    /// The same names do.
    Names,
    /// The same numbers do.
    Numbers,
    /// The reporting verb and the lead phrase express the same act.
    Act,
}

/// The paragraph that a quotation in another language probably stands for. Its words were not compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counterpart {
    /// The paragraph.
    pub source: SourcePlace,
    /// The language it is in, as an ISO 639-1 code.
    pub language: &'static str,
    /// What it was found by, each once, in the order of [`Ground`].
    pub by: Vec<Ground>,
}

/// The edition that a quotation in another language is to be compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Version {
    /// Canonical id of the work.
    pub resolution: String,
    /// The language of the quotation, as an ISO 639-1 code.
    pub language: &'static str,
    /// Key of the edition in that language, where the library has it.
    pub key: Option<String>,
}

/// One run of a quotation that joins words from separate places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The run in the article.
    pub article: Span,
    /// Where it stands.
    pub source: SourcePlace,
}

/// The verb that governs the quotation in the article beside the lead phrase in the resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Carrier {
    /// The article's reporting verb, where one governs the quotation.
    pub reporting: Option<String>,
    /// Where that verb stands in the article.
    pub span: Option<Span>,
    /// The lead phrase that governs the words in the resolution.
    pub lead: Option<String>,
    /// Where that phrase stands in the resolution.
    pub lead_span: Option<Span>,
    /// Steps from the lead phrase to the reporting verb on their common ladder; `None` where the
    /// two can't be compared.
    pub drift: Option<i8>,
}

/// Both subjects of words whose subject stands outside the marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subjects {
    /// The article's.
    pub article: Passage,
    /// The resolution's.
    pub source: Passage,
}

/// The text that the article names for a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// As the article names it.
    pub text: String,
    /// Where it does, in the article.
    pub span: Span,
    /// Canonical id of the work, where it is known or likely.
    pub target: Option<String>,
    /// Whether it is among the texts compared.
    pub open: bool,
}

/// What was found about one quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The words without the marks, in the article.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Wording and place.
    pub verdict: Verdict,
    /// How much an altered wording weighs.
    pub weight: Option<Weight>,
    /// Why it was not compared.
    pub reason: Option<Reason>,
    /// What else is worth knowing, each once, in the order of [`Note`].
    pub also: Vec<Note>,
    /// Where the words stand; the first place for words from several.
    pub source: Option<SourcePlace>,
    /// Each run of words that come from separate places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// Every difference, in order of place in the article.
    pub edits: Vec<Edit>,
    /// What governs the words on both sides.
    pub carrier: Option<Carrier>,
    /// What goes on after the end, for [`Note::Truncated`]; in the resolution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<Passage>,
    /// Both subjects, for [`Note::Reattached`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subjects: Option<Subjects>,
    /// What the article says about the place, for [`Note::Moved`]; in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Passage>,
    /// The text that the article names for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<Named>,
    /// Whose words they are, for [`Reason::OtherSpeaker`]; in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Passage>,
    /// The paragraph it probably stands for, for [`Reason::OtherLanguage`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterpart: Option<Counterpart>,
    /// The edition to compare it with, for [`Reason::OtherLanguage`], where the work is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// Where the same or nearly the same words stand too; for a sentence by itself the earliest first.
    pub rivals: Vec<SourcePlace>,
    /// The date of the earliest text that has exactly these words; for a sentence that is looked for by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What a reviewer decided about it; put there by [`CheckReport::add_review`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

/// A text that was compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedText {
    /// Key of the edition.
    pub key: String,
    /// Its name: the file's, or else its heading or title.
    pub name: Option<String>,
    /// SHA-256 of the text it was read from.
    pub sha256: String,
    /// Its language.
    pub language: &'static str,
    /// Its date, ISO: of adoption, else of the session, else of issue.
    pub date: Option<String>,
}

/// The article that was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleCopy {
    /// The file's name, as the host gave it.
    pub name: Option<String>,
    /// Its headline.
    pub headline: Option<String>,
    /// The ISO date it bears.
    pub date: Option<String>,
    /// Its language.
    pub language: &'static str,
    /// SHA-256 of its text.
    pub sha256: String,
    /// The text that was read and that spans point into, where the article was no text that its host holds: a page, a
    /// document. Set by the host.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// How many quotations have each verdict. Verdicts that none has are left out of the JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)] // The names are those of `Verdict`.
pub struct Summary {
    #[serde(skip_serializing_if = "is_zero")]
    pub verbatim: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub inflected: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub altered: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub spliced: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub misattributed: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub not_found: u32,
    #[serde(skip_serializing_if = "is_zero")]
    pub unchecked: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // The signature is serde's.
const fn is_zero(count: &u32) -> bool {
    *count == 0
}

impl Summary {
    /// Counts one quotation more with `verdict`.
    pub const fn count(&mut self, verdict: Verdict) {
        let slot = match verdict {
            Verdict::Verbatim => &mut self.verbatim,
            Verdict::Inflected => &mut self.inflected,
            Verdict::Altered => &mut self.altered,
            Verdict::Spliced => &mut self.spliced,
            Verdict::Misattributed => &mut self.misattributed,
            Verdict::NotFound => &mut self.not_found,
            Verdict::Unchecked => &mut self.unchecked,
        };
        *slot += 1;
    }
}

/// A work that the article cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Where the article cites it.
    pub span: Span,
    /// The words.
    pub text: String,
    /// Canonical id of the work, where it is known or likely.
    pub target: Option<String>,
    /// The place in the work.
    pub pinpoint: Option<Pinpoint>,
    /// How it is named.
    pub form: CitationForm,
    /// What an inferred target rests on; empty for one that is printed.
    pub basis: Vec<&'static str>,
    /// Key of the text compared that it is, where it is open.
    pub key: Option<String>,
}

/// The kind of a fact that the article states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// The resolution's number.
    Number,
    /// Its title.
    Title,
    /// The number of the session.
    SessionOrdinal,
    /// The theme of the session.
    SessionTheme,
    /// The body that adopted it.
    Organ,
    /// Where.
    Place,
    /// When.
    Date,
    /// By which vote.
    Vote,
    /// A figure about something else.
    Other,
}

/// What the resolution says to a stated fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimVerdict {
    /// It states the same.
    Agrees,
    /// It states something that is probably the same; the ground is inferred.
    Likely,
    /// It states something else.
    Altered,
    /// It can't show it.
    Unchecked,
}

/// A fact that the article states, beside what the resolution says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// What it is about.
    pub kind: ClaimKind,
    /// Where the article states it.
    pub span: Span,
    /// As the article states it.
    pub stated: String,
    /// As the resolution does, where it does.
    pub found: Option<String>,
    /// Where the resolution does.
    pub source: Option<Span>,
    /// Key of that resolution.
    pub key: Option<String>,
    /// Whether the two agree.
    pub verdict: ClaimVerdict,
}

/// Which preambular and operative paragraphs of a resolution are quoted, by address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Key of the resolution; `None` where none was compared.
    pub key: Option<String>,
    /// Those with quoted words, in order.
    pub quoted: Vec<String>,
    /// Those without, in order.
    pub unquoted: Vec<String>,
    /// The same for the other texts compared that are quoted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Coverage>,
}

/// Everything that a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// Always [`crate::model::SCHEMA`].
    pub schema: &'static str,
    /// The article.
    pub checked: ArticleCopy,
    /// What was compared with, in the order given. Of more than 64 texts only those that the report names.
    pub compared: Vec<ComparedText>,
    /// How many texts were searched, those of `compared` among them.
    pub searched: u32,
    /// Counts. There is no score.
    pub summary: Summary,
    /// One for each quotation, in order of place.
    pub quotations: Vec<Finding>,
    /// What the article cites, in order of place.
    pub citations: Vec<Cited>,
    /// The facts that the article states, in order of place.
    pub claims: Vec<Claim>,
    /// Which paragraphs are quoted.
    pub coverage: Coverage,
    /// What is odd about the request or the article, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

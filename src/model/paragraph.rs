//! A paragraph: its place in the resolution, its words, and what it does.

use serde::Serialize;

use crate::lexicon::Ladder;
use crate::text::Span;

/// The part of a resolution that a paragraph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zone {
    /// What stands before the title: symbols, organ, session, place, dates.
    Masthead,
    /// The title.
    Title,
    /// The theme that a session was held under.
    Theme,
    /// The subject of every sentence that follows: *The General Assembly,*.
    Enacting,
    /// A preambular paragraph.
    Preamble,
    /// A heading between paragraphs.
    Heading,
    /// An operative paragraph or a sub-paragraph of one.
    Operative,
    /// Text that goes on after a list inside a paragraph.
    Continuation,
    /// Meeting, date and vote after the last paragraph.
    Closing,
    /// Anything inside an annex.
    Annex,
    /// A footnote.
    Footnote,
    /// Page headers, page numbers and other residue.
    Noise,
}

/// The rule by which a body says that a phrase is neither approval nor disapproval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Neutral {
    /// The rule, such as `decision 55/488`.
    pub source: &'static str,
}

/// The words that say what a paragraph does: *Recalling also*, *Strongly condemns*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lead {
    /// The words, without marks or residue.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Id of its line in the lexicon (`strongly_condemn`); `None` for a phrase that is not in it.
    pub concept: Option<&'static str>,
    /// The kind of act it is, by the concept: `refer`, `basis`, `process`, `note`, `know`, `assert`,
    /// `eval+`, `support`, `eval-`, `direct`, `decide`, `commit` or `proced`.
    pub family: Option<&'static str>,
    /// The ladder its force is a step of.
    pub ladder: Option<Ladder>,
    /// Toward its object: 1 approving, -1 disapproving, 0 neither.
    pub polarity: i8,
    /// Its step on the ladder.
    pub force: Option<u8>,
    /// The scale that the step is taken from.
    pub scale: &'static str,
    /// The rule that calls it neutral, where the body has one.
    pub neutral: Option<Neutral>,
}

/// Someone or something that the text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// The words.
    pub text: String,
    /// A stable id such as `eu:ep` or `KAZ`, where it is known.
    pub id: Option<String>,
    /// Where the words stand.
    pub span: Span,
}

/// By when something is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The date, where one is given.
    pub iso: Option<String>,
    /// The session's ordinal, where one is given.
    pub session: Option<u16>,
    /// The body whose session it is.
    pub body: Option<String>,
    /// The year in which that session opens, where it is known; it is not printed.
    pub year: Option<u16>,
    /// The words.
    pub text: String,
    /// Where the words stand.
    pub span: Span,
}

/// One of the things that a paragraph does. The first has the paragraph's own lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Act {
    /// The words that say what is done.
    pub lead: Lead,
    /// To whom it is addressed.
    pub addressees: Vec<Entity>,
    /// What it is about.
    pub object: Vec<Entity>,
    /// By when, where something is asked.
    pub deadline: Option<Deadline>,
    /// The words that ask for a report; the id is that of the body it goes to, where it is named.
    pub report: Option<Entity>,
}

/// A paragraph, or another piece of the text that stands by itself (a heading, a title).
///
/// Its span runs from its label to its last mark. Its sub-paragraphs are paragraphs of their own;
/// spans never overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Derived from the text, the same in every language: `pp3`, `op12.b.ii`, `annex1.op3`.
    pub address: String,
    /// The part of the resolution it belongs to.
    pub zone: Zone,
    /// Its label without punctuation, digits as printed.
    pub number: Option<String>,
    /// How deep it hangs: 0 for a paragraph, 1 for `(a)`, 2 for `(i)`.
    pub depth: u8,
    /// Address of the paragraph it hangs on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// From its label to its last mark, in bytes of the source.
    pub span: Span,
    /// Its words: no label, lines joined, residue dropped.
    pub text: String,
    /// Residue inside the span: a page header in mid-sentence, marks of a converter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub noise: Vec<Span>,
    /// The words that say what it does.
    pub lead: Option<Lead>,
    /// Everything it does, in order.
    pub acts: Vec<Act>,
    /// Whom it names.
    pub actors: Vec<Entity>,
}

//! A query as it was understood.

use crate::text::Span;

/// Where words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// In every paragraph and heading.
    Anywhere,
    /// In the title.
    Title,
    /// In the lead phrases of a paragraph.
    Lead,
    /// In the names of those a paragraph is addressed to.
    To,
}

impl Scope {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Anywhere => "",
            Self::Title => "title:",
            Self::Lead => "lead:",
            Self::To => "to:",
        }
    }
}

/// Words that must stand one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// Folded, in order; never empty.
    pub(super) forms: Vec<String>,
    /// Whether only these forms count.
    pub(super) exact: bool,
    /// Whether the last one is only a beginning.
    pub(super) prefix: bool,
    /// Where they are looked for.
    pub(super) scope: Scope,
    /// As typed, without marks.
    pub(super) shown: String,
}

/// What is asked of a paragraph. All that a query asks binds to one and the same paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ParagraphFilter {
    /// It belongs to one of these zones.
    Zone(Vec<&'static str>),
    /// It holds an act at one of these steps of a ladder.
    Step {
        /// The ladder's name in the schema.
        ladder: &'static str,
        /// The name it was asked by.
        field: &'static str,
        /// The first and last step that count.
        steps: (u8, u8),
    },
    /// Its lead phrase expresses this concept, plain or intensified.
    Concept(String),
    /// It cites this work.
    Cites(String),
    /// It says this of a work it cites.
    Stance(&'static str),
}

/// What is asked of a resolution as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DocumentFilter {
    /// One of these organisations or organs (`un`, `un:ga`).
    Body(Vec<String>),
    /// One of these languages; none given means any.
    Language(Vec<String>),
    /// Dated between these days, as ISO dates or beginnings of them.
    Date(String, String),
    /// The same by the Islamic calendar.
    Hijri(String, String),
    /// Adopted at one of these sessions.
    Session(u16, u16),
    /// With this status.
    Status(String),
    /// With this key or id.
    Id(String),
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Every part.
    All(Vec<Part>),
    /// Any part.
    Any(Vec<Part>),
    /// Not this.
    Not(Box<Node>),
    /// Words or a phrase.
    Words(Words),
    /// A work by its symbol, typed as here.
    Symbol(String),
    /// Something about a paragraph.
    Paragraph(ParagraphFilter),
    /// Something about the resolution.
    Document(DocumentFilter),
}

/// A part of a query and where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) node: Node,
    pub(super) span: Span,
}

impl Node {
    /// Whether it asks only about one paragraph.
    pub(super) fn is_of_paragraph(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().all(|part| part.node.is_of_paragraph()),
            Self::Words(words) => matches!(words.scope, Scope::Lead | Scope::To),
            Self::Paragraph(_) => true,
            // What is excluded is excluded from the whole resolution.
            Self::Document(_) | Self::Symbol(_) | Self::Not(_) => false,
        }
    }

    /// What kind of part it is, for those who show it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::All(_) => "group",
            Self::Any(parts) => match parts.first().map(|part| &part.node) {
                Some(Self::Document(filter)) => filter.kind(),
                _ => "any",
            },
            Self::Not(_) => "exclude",
            Self::Words(Words { scope: Scope::Title, .. }) => "title",
            Self::Words(Words { scope: Scope::Lead, .. }) => "lead",
            Self::Words(Words { scope: Scope::To, .. }) => "to",
            Self::Words(Words { prefix: true, .. }) => "prefix",
            Self::Words(Words { exact: true, .. }) => "phrase",
            Self::Words(_) => "word",
            Self::Symbol(_) => "symbol",
            Self::Paragraph(filter) => match filter {
                ParagraphFilter::Zone(_) => "zone",
                ParagraphFilter::Step { .. } => "force",
                ParagraphFilter::Concept(_) => "concept",
                ParagraphFilter::Cites(_) => "cites",
                ParagraphFilter::Stance(_) => "stance",
            },
            Self::Document(filter) => filter.kind(),
        }
    }

    /// The part in the language of queries.
    pub(super) fn to_query(&self) -> String {
        match self {
            Self::All(parts) => format!("({})", join(parts, " ")),
            Self::Any(parts) => match parts.as_slice() {
                // A year or a body that was typed as a plain word.
                [first, Part { node: Self::Words(words), .. }] if matches!(first.node, Self::Document(_)) => {
                    words.shown.clone()
                }
                _ => format!("({})", join(parts, " OR ")),
            },
            Self::Not(inside) => format!("-{}", inside.to_query()),
            Self::Words(words) => {
                let star = if words.prefix { "*" } else { "" };
                let prefix = words.scope.prefix();
                let spaced = words.shown.contains(char::is_whitespace);
                if words.exact || (spaced && !prefix.is_empty()) {
                    format!("{prefix}\"{}\"", words.shown)
                } else {
                    format!("{prefix}{}{star}", words.shown)
                }
            }
            Self::Symbol(symbol) => symbol.clone(),
            Self::Paragraph(filter) => filter.to_query(),
            Self::Document(filter) => filter.to_query(),
        }
    }
}

fn join(parts: &[Part], between: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| part.node.to_query()).collect();
    parts.join(between)
}

impl ParagraphFilter {
    fn to_query(&self) -> String {
        match self {
            Self::Zone(zones) => format!("zone:{}", zones.join(",")),
            Self::Step { field, steps: (first, 99), .. } => format!("{field}:>={first}"),
            Self::Step { field, steps: (0, last), .. } => format!("{field}:<={last}"),
            Self::Step { field, steps: (first, last), .. } if first == last => format!("{field}:{first}"),
            Self::Step { field, steps: (first, last), .. } => format!("{field}:{first}..{last}"),
            Self::Concept(concept) => format!("concept:{concept}"),
            Self::Cites(work) if work.contains(char::is_whitespace) => format!("cites:\"{work}\""),
            Self::Cites(work) => format!("cites:{work}"),
            Self::Stance(stance) => format!("stance:{stance}"),
        }
    }
}

impl DocumentFilter {
    /// What kind of filter it is, which is its field.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Body(_) => "body",
            Self::Language(_) => "language",
            Self::Date(..) | Self::Hijri(..) => "date",
            Self::Session(..) => "session",
            Self::Status(_) => "status",
            Self::Id(_) => "id",
        }
    }

    fn to_query(&self) -> String {
        let range = |first: &str, last: &str| match (first, last) {
            (first, "") => format!("{first}.."),
            ("", last) => format!("..{last}"),
            (first, last) if first == last => first.to_owned(),
            (first, last) => format!("{first}..{last}"),
        };
        match self {
            Self::Body(bodies) => format!("body:{}", bodies.join(",")),
            Self::Language(codes) if codes.is_empty() => "lang:*".to_owned(),
            Self::Language(codes) => format!("lang:{}", codes.join(",")),
            Self::Date(first, last) => format!("date:{}", range(first, last)),
            Self::Hijri(first, last) => format!("date:{}H", range(first, last)),
            Self::Session(first, last) if first == last => format!("session:{first}"),
            Self::Session(first, last) => format!("session:{first}..{last}"),
            Self::Status(status) => format!("status:{status}"),
            Self::Id(id) => format!("id:{id}"),
        }
    }
}

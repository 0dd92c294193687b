//! From what was typed to a query: always something, with notes on what was passed over.

use super::ast::{Node, Part, Scope, Words};
use super::dates::{fold_digits, read_period};
use super::fields;
use super::lexer::{Lexeme, Value, read_lexemes};
use super::note::Note;
use super::values;
use crate::index::fold_words;
use crate::text::Span;

/// How deep brackets may stand in brackets.
const DEEPEST: usize = 16;

/// Words that open a question and say nothing about what is looked for.
const OPENINGS: [&[&str]; 14] = [
    &["resolutions", "on"],
    &["resolution", "on"],
    &["resolutions", "about"],
    &["resolution", "about"],
    &["resolutions", "that"],
    &["which", "resolutions"],
    &["what", "resolutions"],
    &["texts", "on"],
    &["who"],
    &["what"],
    &["which"],
    &["when", "did"],
    &["when"],
    &["where"],
];

/// A query as it was read, and what is to be said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// What must all be true.
    pub(super) parts: Vec<Part>,
    pub(super) notes: Vec<Note>,
}

/// Reads a query. Costs one pass; never fails.
pub(super) fn parse_query(text: &str) -> Parsed {
    let (lexemes, notes) = read_lexemes(text);
    let mut parser = Parser { lexemes: &lexemes, at: 0, depth: 0, notes };
    parser.skip_opening();
    let mut parts = Vec::new();
    while parser.at < lexemes.len() {
        parser.read_all(&mut parts);
        if let Some((Lexeme::Close, span)) = parser.peek() {
            let span = *span;
            parser.at += 1;
            parser.notes.push(Note::fault(
                "unopened-group",
                "a bracket closes that was not opened",
                "an opening bracket before",
                span,
            ));
        }
    }
    Parsed { parts, notes: parser.notes }
}

struct Parser<'a> {
    lexemes: &'a [(Lexeme, Span)],
    at: usize,
    depth: usize,
    notes: Vec<Note>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a (Lexeme, Span)> {
        self.lexemes.get(self.at)
    }

    /// The words from here on, up to the first piece that is none.
    fn words_ahead(&self, most: usize) -> Vec<&'a str> {
        let ahead = self.lexemes.get(self.at..).unwrap_or(&[]).iter().take(most);
        ahead
            .map_while(|(lexeme, _)| if let Lexeme::Word(word) = lexeme { Some(word.as_str()) } else { None })
            .collect()
    }

    fn span_of(&self, from: usize, to: usize) -> Span {
        let span = |at: usize| self.lexemes.get(at).map(|(_, span)| *span);
        match (span(from), to.checked_sub(1).and_then(span)) {
            (Some(first), Some(last)) => first.join(last),
            (Some(first), None) => first,
            _ => Span::default(),
        }
    }

    /// Drops the words that open a question, and says so.
    fn skip_opening(&mut self) {
        let words: Vec<String> = self.words_ahead(4).iter().map(|word| word.to_lowercase()).collect();
        let opening = OPENINGS.iter().find(|opening| {
            words.len() > opening.len() && opening.iter().zip(&words).all(|(wanted, word)| wanted == word)
        });
        if let Some(opening) = opening {
            let span = self.span_of(self.at, self.at + opening.len());
            let dropped = opening.join(" ");
            self.notes.push(Note::new("dropped-words", format!("“{dropped}” was left out of the search"), span));
            self.at += opening.len();
        }
    }

    /// Reads parts up to a closing bracket or the end.
    fn read_all(&mut self, parts: &mut Vec<Part>) {
        while let Some((lexeme, span)) = self.peek() {
            match lexeme {
                Lexeme::Close => return,
                Lexeme::And | Lexeme::Or => {
                    let dangling = parts.is_empty() || *lexeme == Lexeme::Or || !self.has_operand(self.at + 1);
                    if dangling {
                        self.note_dangling(*span);
                    }
                    self.at += 1;
                }
                _ => {
                    if let Some(part) = self.read_any() {
                        parts.push(part);
                    }
                }
            }
        }
    }

    /// Whether something that can be joined stands at `at`.
    fn has_operand(&self, at: usize) -> bool {
        !matches!(self.lexemes.get(at), None | Some((Lexeme::Close | Lexeme::And | Lexeme::Or, _)))
    }

    fn note_dangling(&mut self, span: Span) {
        self.notes.push(Note::fault(
            "dangling-operator",
            "AND, OR and NOT in capitals join two words",
            "a word on each side of the operator",
            span,
        ));
    }

    /// Reads one part, and those that OR joins to it.
    fn read_any(&mut self) -> Option<Part> {
        let first = self.read_one();
        let mut parts: Vec<Part> = first.into_iter().collect();
        while let Some((Lexeme::Or, span)) = self.peek() {
            if !self.has_operand(self.at + 1) || parts.is_empty() {
                return Self::join(parts);
            }
            let span = *span;
            self.at += 1;
            match self.read_one() {
                Some(part) => parts.push(part),
                None => self.note_dangling(span),
            }
        }
        Self::join(parts)
    }

    fn join(mut parts: Vec<Part>) -> Option<Part> {
        if parts.len() < 2 {
            return parts.pop();
        }
        let span = parts.first()?.span.join(parts.last()?.span);
        Some(Part { node: Node::Any(parts), span })
    }

    fn read_one(&mut self) -> Option<Part> {
        let (lexeme, span) = self.peek()?;
        let span = *span;
        match lexeme {
            Lexeme::Not | Lexeme::Minus => self.read_not(span),
            Lexeme::Open => self.read_group(span),
            Lexeme::Quote(text) => {
                self.at += 1;
                let node = values::quoted(text, Scope::Anywhere)?;
                Some(Part { node, span })
            }
            Lexeme::Field(field, value, value_span) => {
                self.at += 1;
                self.read_field(*field, value, *value_span, span)
            }
            Lexeme::UnknownField(name) => {
                self.at += 1;
                self.read_unknown(name, span)
            }
            Lexeme::Word(word) => self.read_word(word, span),
            Lexeme::And | Lexeme::Or | Lexeme::Close => None,
        }
    }

    fn read_not(&mut self, span: Span) -> Option<Part> {
        let mut count = 0;
        while matches!(self.peek(), Some((Lexeme::Not | Lexeme::Minus, _))) {
            self.at += 1;
            count += 1;
        }
        if !self.has_operand(self.at) {
            self.note_dangling(span);
            return None;
        }
        let part = self.read_one()?;
        let span = span.join(part.span);
        let node = if count % 2 == 1 { Node::Not(Box::new(part.node)) } else { part.node };
        Some(Part { node, span })
    }

    fn read_group(&mut self, open: Span) -> Option<Part> {
        self.at += 1;
        if self.depth == DEEPEST {
            self.notes.push(Note::fault(
                "too-deep",
                "brackets stand too deep in brackets",
                "a query with fewer brackets",
                open,
            ));
            return None;
        }
        self.depth += 1;
        let mut parts = Vec::new();
        self.read_all(&mut parts);
        self.depth -= 1;
        let mut span = parts.last().map_or(open, |part: &Part| open.join(part.span));
        if let Some((Lexeme::Close, close)) = self.peek() {
            span = span.join(*close);
            self.at += 1;
        } else {
            self.notes.push(Note::fault(
                "unclosed-group",
                "the bracket is not closed and was taken to close at the end",
                "a closing bracket",
                open,
            ));
        }
        match parts.len() {
            0 => None,
            1 => parts.pop().map(|part| Part { span, ..part }),
            _ => Some(Part { node: Node::All(parts), span }),
        }
    }

    fn read_field(&mut self, field: fields::Field, value: &Value, value_span: Span, span: Span) -> Option<Part> {
        if value.text().trim().is_empty() {
            self.notes.push(Note::fault(
                "field-without-value",
                "the field has no value",
                "a value after the colon",
                span,
            ));
            return None;
        }
        let mut text = value.text().to_owned();
        let mut span = span;
        if field == fields::Field::Lead && matches!(value, Value::Word(_)) {
            // The value goes on to the end of the longest phrase that is known.
            let ahead = self.words_ahead(8);
            let more = values::more_of_lead(&text, &ahead);
            for word in ahead.iter().take(more) {
                text.push(' ');
                text.push_str(word);
            }
            span = span.join(self.span_of(self.at, self.at + more));
            self.at += more;
        }
        let quoted = matches!(value, Value::Quote(_));
        match values::read_value(field, &text, quoted, value_span) {
            Ok(node) => Some(Part { node, span }),
            Err(note) => {
                self.notes.push(*note);
                None
            }
        }
    }

    /// A name before a colon that is no field: a body (`un:`), or words.
    fn read_unknown(&mut self, name: &str, span: Span) -> Option<Part> {
        if let Some(body) = fields::find_body(name)
            && !matches!(self.peek(), Some((Lexeme::Word(_), next)) if next.start == span.end)
        {
            return Some(Part { node: Node::Document(super::ast::DocumentFilter::Body(vec![body])), span });
        }
        let mut note = Note::fault(
            "unknown-field",
            &format!("“{name}:” is no field and was looked for as a word"),
            "a field such as body: or lead:",
            span,
        );
        if let Some(nearest) = fields::nearest(name) {
            note.message = format!("“{name}:” is no field and was looked for as a word; did you mean “{nearest}:”");
            note = note.with_suggestion(format!("{nearest}:"));
        }
        self.notes.push(note);
        values::typed_word(name).map(|word| Part { node: word, span })
    }

    fn read_word(&mut self, word: &str, span: Span) -> Option<Part> {
        let ahead: Vec<String> = self.words_ahead(4).iter().map(|word| fold_digits(&word.to_lowercase())).collect();
        let ahead: Vec<&str> = ahead.iter().map(String::as_str).collect();
        if let Some(period) = read_period(&ahead) {
            let span = self.span_of(self.at, self.at + period.words);
            self.at += period.words;
            let dated = Node::Document(period.filter);
            if !period.is_plain {
                return Some(Part { node: dated, span });
            }
            let words = Words {
                forms: fold_words(word),
                exact: false,
                prefix: false,
                scope: Scope::Anywhere,
                shown: fold_digits(word),
            };
            let parts = vec![Part { node: dated, span }, Part { node: Node::Words(words), span }];
            return Some(Part { node: Node::Any(parts), span });
        }
        self.at += 1;
        if word.starts_with('*') && word.len() > 1 {
            self.notes.push(Note::fault(
                "star-not-at-end",
                "a star can only stand at the end of a word and was left out",
                "a word with its star at the end",
                span,
            ));
        }
        let node = values::typed_word(word)?;
        Some(Part { node, span })
    }
}

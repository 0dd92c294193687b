//! Cuts a query into words, quoted phrases, fields, operators and brackets.

use super::fields::{self, Field};
use super::note::Note;
use crate::text::Span;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    Open,
    Close,
    And,
    Or,
    Not,
    /// A minus sign that excludes what follows.
    Minus,
    /// The words between quotation marks.
    Quote(String),
    Word(String),
    /// A field and its value. The value's own span is the second.
    Field(Field, Value, Span),
    /// A name before a colon that is no field.
    UnknownField(String),
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Quote(String),
    Word(String),
    Nothing,
}

impl Value {
    /// The words of the value.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Quote(text) | Self::Word(text) => text,
            Self::Nothing => "",
        }
    }
}

/// Quotation marks of which any closes any other.
const DOUBLE: [char; 13] = ['"', '“', '”', '„', '‟', '«', '»', '＂', '「', '」', '『', '』', '〝'];

/// Single marks, which are apostrophes more often than not.
const SINGLE: [char; 5] = ['\'', '‘', '’', '‹', '›'];

/// The most pieces of a query that are read.
pub(super) const MOST_LEXEMES: usize = 256;

pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    notes: Vec<Note>,
}

/// Cuts `text`. Costs one pass over the part of it that is read.
pub(super) fn read_lexemes(text: &str) -> (Vec<(Lexeme, Span)>, Vec<Note>) {
    let mut lexer = Lexer { text, at: 0, notes: Vec::new() };
    let mut lexemes = Vec::new();
    while let Some(lexeme) = lexer.next_lexeme() {
        if lexemes.len() == MOST_LEXEMES {
            let rest = Span::at(lexer.at, text.len());
            let message = format!("only the first {MOST_LEXEMES} words of the query were read");
            lexer.notes.push(Note { expected: Some("a shorter query".into()), ..Note::new("too-long", message, rest) });
            break;
        }
        lexemes.push(lexeme);
    }
    (lexemes, lexer.notes)
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_spaces(&mut self) {
        while let Some(next) = self.peek()
            && (next.is_whitespace() || is_invisible(next))
        {
            self.at += next.len_utf8();
        }
    }

    fn next_lexeme(&mut self) -> Option<(Lexeme, Span)> {
        self.skip_spaces();
        let start = self.at;
        let next = self.peek()?;
        let lexeme = match next {
            '(' | '（' => self.take(next, Lexeme::Open),
            ')' | '）' => self.take(next, Lexeme::Close),
            '-' | '−' | '–' if self.excludes(next) => self.take(next, Lexeme::Minus),
            _ => match self.read_quote() {
                Some(text) => Lexeme::Quote(text),
                None => self.read_word(),
            },
        };
        Some((lexeme, Span::at(start, self.at)))
    }

    fn take(&mut self, character: char, lexeme: Lexeme) -> Lexeme {
        self.at += character.len_utf8();
        lexeme
    }

    /// A minus excludes only before a letter or a quotation mark; the space before it was skipped.
    fn excludes(&self, minus: char) -> bool {
        let after = self.rest().chars().nth(1);
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        minus != '–'
            && before.is_none_or(|before| before.is_whitespace() || before == '(')
            && after.is_some_and(|after| after.is_alphabetic() || DOUBLE.contains(&after))
    }

    /// The words between quotation marks, where such a mark stands here.
    fn read_quote(&mut self) -> Option<String> {
        let open = self.peek()?;
        let from = self.at + open.len_utf8();
        let inside = self.text.get(from..)?;
        if SINGLE.contains(&open) {
            let len = closing_single(inside)?;
            self.at = from + len;
            let text = inside.get(..len)?.to_owned();
            self.at += self.peek().map_or(0, char::len_utf8);
            return Some(text);
        }
        if !DOUBLE.contains(&open) {
            return None;
        }
        let start = self.at;
        let text = if let Some(len) = inside.find(DOUBLE) {
            self.at = from + len;
            self.at += self.peek().map_or(0, char::len_utf8);
            inside.get(..len)?.to_owned()
        } else {
            let text = inside.to_owned();
            let span = Span::at(start, self.text.len());
            self.notes.push(Note::fault(
                "unclosed-quote",
                "the quotation mark is not closed and was taken to close at the end",
                "a closing quotation mark",
                span,
            ));
            self.at = self.text.len();
            text
        };
        Some(text)
    }

    fn read_word(&mut self) -> Lexeme {
        if let Some(lexeme) = self.read_field() {
            return lexeme;
        }
        let word = self.read_bare();
        match word.as_str() {
            "AND" | "&&" => Lexeme::And,
            "OR" | "||" | "|" => Lexeme::Or,
            "NOT" => Lexeme::Not,
            _ => Lexeme::Word(word),
        }
    }

    /// Everything up to white space, a quotation mark or a bracket that was not opened inside.
    fn read_bare(&mut self) -> String {
        let mut open = 0;
        let mut end = 0;
        for (at, character) in self.rest().char_indices() {
            let first = at == 0;
            match character {
                _ if character.is_whitespace() => break,
                '(' | '（' if first => break,
                '(' | '（' => open += 1,
                ')' | '）' if open == 0 => break,
                ')' | '）' => open -= 1,
                _ if !first && DOUBLE.contains(&character) => break,
                _ => {}
            }
            end = at + character.len_utf8();
        }
        let word = self.rest().get(..end).unwrap_or("").to_owned();
        self.at += end.max(if end == 0 { self.peek().map_or(0, char::len_utf8) } else { 0 });
        word
    }

    /// A field with its value: `body:oic`, `asks>=6`, `lead: "takes note"`.
    fn read_field(&mut self) -> Option<Lexeme> {
        let rest = self.rest();
        let name_len = rest.find(|next: char| !next.is_alphabetic() && next != '-' && next != '_')?;
        let name = rest.get(..name_len).filter(|name| !name.is_empty() && name.chars().count() <= 24)?.to_owned();
        let sign = rest.get(name_len..)?.chars().next()?;
        let compares = matches!(sign, '>' | '<' | '=');
        if !compares && !matches!(sign, ':' | '：') {
            return None;
        }
        let sign_len = if compares { 0 } else { sign.len_utf8() };
        let Some(field) = fields::find(&name) else {
            if compares || rest.get(name_len + sign_len..)?.starts_with("//") {
                return None;
            }
            self.at += name_len + sign_len;
            return Some(Lexeme::UnknownField(name));
        };
        self.at += name_len + sign_len;
        self.skip_spaces();
        let from = self.at;
        let value = match self.peek() {
            None | Some('(' | ')') => Value::Nothing,
            Some(_) => match self.read_quote() {
                Some(text) => Value::Quote(text),
                None => Value::Word(self.read_bare()),
            },
        };
        Some(Lexeme::Field(field, value, Span::at(from, self.at)))
    }
}

/// How far a phrase in single marks reaches: to a mark at the end of a word.
fn closing_single(inside: &str) -> Option<usize> {
    if !inside.chars().next()?.is_alphanumeric() {
        return None;
    }
    let end = inside.char_indices().find(|&(at, character)| {
        let after = inside.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
        SINGLE.contains(&character) && after.is_none_or(|after| after.is_whitespace() || after == ')')
    });
    end.map(|(at, _)| at)
}

const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Lexeme> {
        read_lexemes(text).0.into_iter().map(|(lexeme, _)| lexeme).collect()
    }

    fn word(text: &str) -> Lexeme {
        Lexeme::Word(text.into())
    }

    #[test]
    fn takes_a_minus_for_an_exclusion_only_after_a_space_and_before_a_letter_or_quote() {
        assert_eq!(pieces("israel -palestine"), [word("israel"), Lexeme::Minus, word("palestine")]);
        assert_eq!(pieces("50/48-POL"), [word("50/48-POL")]);
        assert_eq!(pieces("a -5 - b"), [word("a"), word("-5"), word("-"), word("b")]);
        assert_eq!(pieces("a -\"b c\""), [word("a"), Lexeme::Minus, Lexeme::Quote("b c".into())]);
    }

    #[test]
    fn takes_every_quotation_mark_for_the_same() {
        for text in [
            "\"right to development\"",
            "“right to development”",
            "«right to development»",
            "„right to development“",
            "‘right to development’",
            "'right to development'",
            "「right to development」",
        ] {
            assert_eq!(pieces(text), [Lexeme::Quote("right to development".into())], "{text}");
        }
        assert_eq!(pieces("people's rights"), [word("people's"), word("rights")]);
        assert_eq!(pieces("'tis not"), [word("'tis"), word("not")]);
    }

    #[test]
    fn closes_an_open_quotation_at_the_end_and_says_so() {
        let (lexemes, notes) = read_lexemes("a “right to");
        assert_eq!(lexemes[1], (Lexeme::Quote("right to".into()), Span::new(2, 13)));
        assert_eq!((notes[0].code, notes[0].span), ("unclosed-quote", Some(Span::new(2, 13))));
    }

    #[test]
    fn keeps_brackets_inside_a_symbol_together() {
        let expected = [Lexeme::Open, word("S/RES/2593(2021)"), Lexeme::Or, word("217(III)"), Lexeme::Close];
        assert_eq!(pieces("(S/RES/2593(2021) OR 217(III))"), expected);
    }

    #[test]
    fn tells_a_field_from_a_word_before_a_colon() {
        let pieces_of = pieces("note: this 12:30 boby:un https://un.org");
        let unknown = |name: &str| Lexeme::UnknownField(name.into());
        assert_eq!(
            pieces_of,
            [unknown("note"), word("this"), word("12:30"), unknown("boby"), word("un"), word("https://un.org")]
        );
    }

    #[test]
    fn reads_only_so_many_words() {
        let (lexemes, notes) = read_lexemes(&"word ".repeat(10_000));
        assert_eq!(lexemes.len(), MOST_LEXEMES);
        assert_eq!(notes[0].code, "too-long");
    }

    #[test]
    fn gets_to_the_end_of_whatever_is_typed() {
        for text in
            ["", "(", ")", "((((", "\"", "'", "-", "a:", "lead:", "：", "*", "\u{FFFD}", "”", "’", "a(b", "a)b", "（）"]
        {
            let (lexemes, _) = read_lexemes(text);
            assert!(lexemes.len() <= 4, "{text}");
        }
    }
}

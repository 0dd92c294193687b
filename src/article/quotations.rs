//! What stands between quotation marks.
//!
//! | marks | rule |
//! |---|---|
//! | `« »`, `» «`, `“ ”`, `„ “`, `" "`, `「 」`, `『 』`, `‹ ›` | a pair; the closing mark is the first of its kind |
//! | `‘ ’`, `' '` | a pair at word borders around three words or more |
//! | lines that begin with `>` | a block quotation |
//! | `《 》` | titles, not quotations |
//!
//! A mark that is not closed before its paragraph ends is closed there, with the diagnostic
//! `quotation-unclosed`, unless the next paragraph opens with the same mark: then the quotation goes
//! on in it.

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Span, sort_by_key};

/// Quotations inside quotations are looked for no deeper than this.
const DEEPEST: usize = 4;
/// How far the second of two single marks is looked for, in bytes.
const SINGLE_REACH: usize = 2_000;

/// Words between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// With the marks.
    pub outer: Span,
    /// Without the marks and without white space at the ends.
    pub inner: Span,
    /// 0, or 1 and more inside another quotation.
    pub depth: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Guillemet,
    Reversed,
    Curly,
    Low,
    Straight,
    Corner,
    WhiteCorner,
    Angle,
}

struct Open {
    mark: Mark,
    start: usize,
    inside: usize,
}

struct Finder<'a> {
    text: &'a str,
    open: Vec<Open>,
    found: Vec<Quoted>,
    diagnostics: Vec<Diagnostic>,
    /// No single mark opens before this place.
    single_from: usize,
}

/// Finds every quotation of `text`, in order of place. Linear.
pub(crate) fn find_quotations(text: &str) -> (Vec<Quoted>, Vec<Diagnostic>) {
    let mut finder = Finder { text, open: Vec::new(), found: Vec::new(), diagnostics: Vec::new(), single_from: 0 };
    let mut at = 0;
    let mut before = '\n';
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + character.len_utf8();
        match character {
            '\n' if ends_paragraph(text, next) => {
                at = finder.end_paragraph(at, next);
                before = '\n';
                continue;
            }
            '>' if matches!(before, '\n') && finder.open.is_empty() => {
                at = finder.block(at);
                before = '\n';
                continue;
            }
            _ if is_mark(character) => finder.mark(character, at, before),
            _ => {}
        }
        before = character;
        at = next;
    }
    finder.end_paragraph(text.len(), text.len());
    sort_by_key(&mut finder.found, |quoted| (quoted.outer.start, std::cmp::Reverse(quoted.outer.end)));
    set_depths(&mut finder.found);
    (finder.found, finder.diagnostics)
}

const fn is_mark(character: char) -> bool {
    matches!(
        character,
        '«' | '»' | '“' | '”' | '„' | '‟' | '"' | '＂' | '「' | '」' | '『' | '』' | '‹' | '›' | '‘' | '\''
    )
}

/// Whether nothing but white space stands between `at` and another line end or the text's end.
fn ends_paragraph(text: &str, at: usize) -> bool {
    let rest = text.as_bytes().get(at..).unwrap_or(&[]);
    rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')).is_none_or(|&byte| byte == b'\n')
}

fn set_depths(found: &mut [Quoted]) {
    let mut ends: Vec<u32> = Vec::new();
    for quoted in found {
        ends.retain(|&end| end >= quoted.outer.end);
        quoted.depth = ends.len().min(usize::from(u8::MAX)) as u8;
        ends.push(quoted.outer.end);
    }
}

impl Finder<'_> {
    fn next_char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn mark(&mut self, character: char, at: usize, before: char) {
        let next = at + character.len_utf8();
        let after = self.next_char(next).unwrap_or('\n');
        let opens_word = !before.is_alphanumeric() && (after.is_alphanumeric() || is_mark(after));
        let top = self.open.last().map(|open| open.mark);
        match character {
            '«' if top == Some(Mark::Reversed) => self.close(Mark::Reversed, at, next),
            '«' => self.push(Mark::Guillemet, at, next),
            '»' if self.is_open(Mark::Guillemet) => self.close(Mark::Guillemet, at, next),
            '»' if opens_word => self.push(Mark::Reversed, at, next),
            '„' | '‟' => self.push(Mark::Low, at, next),
            '“' if self.is_open(Mark::Low) => self.close(Mark::Low, at, next),
            '“' if top == Some(Mark::Curly) && !before.is_whitespace() && !after.is_alphanumeric() => {
                self.close(Mark::Curly, at, next);
            }
            '“' => self.push(Mark::Curly, at, next),
            '”' => {
                let kind = [Mark::Curly, Mark::Low, Mark::Straight].into_iter().find(|&kind| self.is_open(kind));
                match kind {
                    Some(kind) => self.close(kind, at, next),
                    None if opens_word => self.push(Mark::Curly, at, next),
                    None => {}
                }
            }
            '"' | '＂' => {
                if self.is_open(Mark::Straight) {
                    self.close(Mark::Straight, at, next);
                } else if self.is_open(Mark::Curly) && !before.is_whitespace() && !after.is_alphanumeric() {
                    self.close(Mark::Curly, at, next);
                } else if !before.is_ascii_digit() {
                    self.push(Mark::Straight, at, next);
                }
            }
            '「' => self.push(Mark::Corner, at, next),
            '」' => self.close(Mark::Corner, at, next),
            '『' => self.push(Mark::WhiteCorner, at, next),
            '』' => self.close(Mark::WhiteCorner, at, next),
            '‹' => self.push(Mark::Angle, at, next),
            '›' => self.close(Mark::Angle, at, next),
            _ if opens_word && at >= self.single_from => self.single(character, at, next),
            _ => {}
        }
    }

    fn is_open(&self, mark: Mark) -> bool {
        self.open.iter().any(|open| open.mark == mark)
    }

    fn push(&mut self, mark: Mark, start: usize, inside: usize) {
        if self.open.len() < DEEPEST {
            self.open.push(Open { mark, start, inside });
        }
    }

    /// Closes the innermost open mark of the kind; marks opened inside it were not closed.
    fn close(&mut self, mark: Mark, at: usize, next: usize) {
        let Some(place) = self.open.iter().rposition(|open| open.mark == mark) else { return };
        for inner in self.open.split_off(place + 1) {
            self.report_unclosed(&inner);
        }
        if let Some(open) = self.open.pop() {
            self.add(Span::at(open.start, next), Span::at(open.inside, at));
        }
    }

    fn add(&mut self, outer: Span, inner: Span) {
        let inner = inner.trim(self.text);
        if inner.of(self.text).is_some_and(|words| words.contains(char::is_alphanumeric)) {
            self.found.push(Quoted { outer, inner, depth: 0 });
        }
    }

    fn report_unclosed(&mut self, open: &Open) {
        self.diagnostics.push(Diagnostic {
            code: "quotation-unclosed",
            severity: Severity::Warning,
            span: Span::at(open.start, open.inside),
            message: "a quotation mark opens here and none closes it in its paragraph".to_owned(),
            help: "the quotation is taken to end with the paragraph; close it where it ends".to_owned(),
        });
    }

    /// Ends the paragraph whose last byte is before `end`; gives the place to go on from.
    fn end_paragraph(&mut self, end: usize, next: usize) -> usize {
        let Some(outermost) = self.open.first() else { return next };
        let blank = self.text.get(next..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let reopened = self.next_char(next + blank).filter(|&mark| match outermost.mark {
            Mark::Guillemet => matches!(mark, '«' | '»'),
            Mark::Curly => mark == '“',
            Mark::Low => mark == '„',
            Mark::Straight => mark == '"',
            Mark::Reversed | Mark::Corner | Mark::WhiteCorner | Mark::Angle => false,
        });
        if let Some(mark) = reopened {
            for inner in self.open.split_off(1) {
                self.report_unclosed(&inner);
            }
            return next + blank + mark.len_utf8();
        }
        let open = std::mem::take(&mut self.open);
        for (depth, unclosed) in open.iter().enumerate() {
            self.report_unclosed(unclosed);
            if depth == 0 {
                self.add(Span::at(unclosed.start, end), Span::at(unclosed.inside, end));
            }
        }
        next
    }

    /// Lines that begin with `>`, from the first on; gives the place after them.
    fn block(&mut self, start: usize) -> usize {
        let mut end = start;
        let mut place = start;
        while self.text.as_bytes().get(place) == Some(&b'>') {
            let line = self.text.get(place..).unwrap_or("");
            let length = line.find('\n').map_or(line.len(), |at| at + 1);
            end = place + length;
            place = end;
        }
        let inside = start + 1;
        self.add(Span::at(start, end), Span::at(inside, end));
        end
    }

    /// A pair of single marks that begins here, around three words or more.
    fn single(&mut self, mark: char, start: usize, inside: usize) {
        let closing = if mark == '‘' { '’' } else { '\'' };
        let rest = self.text.get(inside..).unwrap_or("");
        let mut before = mark;
        let mut words = 0;
        let mut found = None;
        for (at, character) in rest.char_indices().take_while(|(at, _)| *at < SINGLE_REACH) {
            if before.is_alphanumeric() && !character.is_alphanumeric() && !matches!(character, '’' | '\'' | '-') {
                words += 1;
            }
            if character == '\n' && ends_paragraph(self.text, inside + at + 1)
                || is_mark(character) && character != closing
            {
                break;
            }
            if character == closing && !before.is_whitespace() {
                let after = rest.get(at + closing.len_utf8()..).and_then(|rest| rest.chars().next()).unwrap_or('\n');
                let marked = !before.is_alphanumeric() || !after.is_whitespace() || after == '\n';
                if !after.is_alphanumeric() {
                    found = found.or(Some((at, words + 1)));
                    if marked {
                        found = Some((at, words + 1));
                        break;
                    }
                }
            }
            before = character;
        }
        match found {
            Some((at, words)) if words >= 3 => {
                let end = inside + at;
                self.single_from = end + closing.len_utf8();
                self.add(Span::at(start, end + closing.len_utf8()), Span::at(inside, end));
            }
            // Without a second mark here none of those before it can have one either.
            Some((at, _)) => self.single_from = inside + at,
            None => self.single_from = inside + paragraph_length(rest),
        }
    }
}

/// How far the paragraph goes on, as far as single marks are looked for.
fn paragraph_length(rest: &str) -> usize {
    let near = rest.as_bytes().get(..SINGLE_REACH).unwrap_or(rest.as_bytes());
    near.windows(2).position(|pair| pair == b"\n\n").unwrap_or(near.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        find_quotations(text).0.iter().map(|quoted| quoted.inner.of(text).unwrap()).collect()
    }

    #[test]
    fn reads_every_kind_of_double_mark() {
        assert_eq!(
            quoted("« one » “two” „three“ \"four\" „five” »six« 「七」 ‹eight›"),
            ["one", "two", "three", "four", "five", "six", "七", "eight"]
        );
        assert_eq!(quoted("a 5\" pipe and 《标题》"), Vec::<&str>::new());
        assert_eq!(quoted("“ ” «»"), Vec::<&str>::new());
    }

    #[test]
    fn reads_single_marks_only_around_three_words_or_more() {
        assert_eq!(quoted("the ‘full and equal rights’ of States’ peoples"), ["full and equal rights"]);
        assert_eq!(quoted("the 'deep concern' of Kazakhstan's and others' rights"), Vec::<&str>::new());
        assert_eq!(quoted("said 'it is the peoples' own choice', and"), ["it is the peoples' own choice"]);
    }

    #[test]
    fn keeps_a_quotation_inside_another_apart() {
        let text = "He said: “The text «strongly condemns the acts», and we agree.”";
        let (found, diagnostics) = find_quotations(text);
        assert_eq!(
            quoted(text),
            ["The text «strongly condemns the acts», and we agree.", "strongly condemns the acts"]
        );
        assert_eq!(found.iter().map(|quoted| quoted.depth).collect::<Vec<_>>(), [0, 1]);
        assert!(diagnostics.is_empty());
    }

    #[test]
    fn goes_on_over_paragraphs_that_open_with_the_mark_again() {
        let text = "“First part.\n\n“Second part.”\n\nThe end.";
        assert_eq!(quoted(text), ["First part.\n\n“Second part."]);
        assert!(find_quotations(text).1.is_empty());
    }

    #[test]
    fn closes_an_open_mark_where_its_paragraph_ends() {
        let text = "They «condemned the acts\n\nand went home.";
        let (found, diagnostics) = find_quotations(text);
        assert_eq!(quoted(text), ["condemned the acts"]);
        assert_eq!(found[0].depth, 0);
        assert_eq!((diagnostics[0].code, diagnostics[0].span), ("quotation-unclosed", Span::new(5, 7)));
    }

    #[test]
    fn reads_a_block_of_marked_lines() {
        let text = "The text says:\n\n> Strongly condemns the acts\n> of violence;\n\nEnd.";
        assert_eq!(quoted(text), ["Strongly condemns the acts\n> of violence;"]);
    }

    #[test]
    fn does_bounded_work_on_marks_without_end() {
        for mark in ["«", "“", "\"", "'a ", "‘a ", "a' ", "«“", ">\n"] {
            let text = mark.repeat(20_000);
            assert!(find_quotations(&text).0.len() <= 20_000);
        }
    }
}

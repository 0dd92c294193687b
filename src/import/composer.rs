//! What every importer writes: blocks with blank lines between them, notes behind the text.

use std::fmt::Write as _;

/// Collects the blocks of a text.
///
/// White space is folded while words come in, so that a block is one line. The call of a note is written `[^1]`, and
/// the note itself `[^1]: …` behind the text, as Markdown writes them: the grammar knows both, and nothing beside the
/// text is needed to read it again.
#[derive(Debug, Default)]
pub(super) struct Composer {
    text: String,
    /// The block that is open.
    block: String,
    /// Whether white space came in behind the last word of the block.
    spaced: bool,
    notes: Vec<(String, String)>,
    /// Whether blocks are those of a block quotation.
    quoted: bool,
}

impl Composer {
    /// Adds words to the open block.
    pub(super) fn words(&mut self, words: &str) {
        for next in words.chars() {
            if is_space(next) {
                self.spaced = true;
                continue;
            }
            if std::mem::take(&mut self.spaced) && !self.block.is_empty() && !self.block.ends_with('\n') {
                self.block.push(' ');
            }
            self.block.push(next);
        }
    }

    /// Makes sure that what comes next is apart from what came last.
    pub(super) fn space(&mut self) {
        self.spaced = true;
    }

    /// Begins a new line within the open block.
    pub(super) fn line(&mut self) {
        self.spaced = false;
        if !self.block.is_empty() && !self.block.ends_with('\n') {
            self.block.push('\n');
        }
    }

    /// Ends the open block.
    pub(super) fn end_block(&mut self) {
        self.spaced = false;
        let block = std::mem::take(&mut self.block);
        let words = block.trim();
        if !words.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            for (number, line) in words.lines().enumerate() {
                if number > 0 {
                    self.text.push('\n');
                }
                self.text.push_str(if self.quoted { "> " } else { "" });
                self.text.push_str(line);
            }
        }
    }

    /// Says whether the blocks that follow are quoted as a whole; gives what held before.
    pub(super) fn quote(&mut self, quoted: bool) -> bool {
        std::mem::replace(&mut self.quoted, quoted)
    }

    /// Begins a new line, and a new block where the line is empty.
    pub(super) fn break_line(&mut self) {
        if self.block.ends_with('\n') { self.end_block() } else { self.line() }
    }

    /// Adds a mark right behind the last word, whatever white space came in meanwhile.
    pub(super) fn glue(&mut self, mark: &str) {
        self.block.push_str(mark);
    }

    /// Ends the open block without writing it, and gives its words.
    pub(super) fn take_block(&mut self) -> String {
        self.spaced = false;
        std::mem::take(&mut self.block).trim_end().to_owned()
    }

    /// Calls a note behind the last word, and keeps what it says.
    pub(super) fn note(&mut self, mark: &str, words: &str) {
        let mark = self.call(mark);
        self.notes.push((mark, words.trim().to_owned()));
    }

    /// Calls the note with this mark, or the next number where it has none.
    pub(super) fn call(&mut self, mark: &str) -> String {
        let mark: String = mark.chars().filter(|next| !is_space(*next) && !"[]^".contains(*next)).take(12).collect();
        let mark = if mark.is_empty() { (self.notes.len() + 1).to_string() } else { mark };
        // A call is glued to its word; white space before it comes behind it.
        let _ = write!(self.block, "[^{mark}]");
        mark
    }

    /// Keeps what a note says that is called elsewhere.
    pub(super) fn keep_note(&mut self, mark: &str, words: &str) {
        self.notes.push((mark.to_owned(), words.trim().to_owned()));
    }

    /// The text, its notes behind it.
    pub(super) fn finish(mut self) -> String {
        self.end_block();
        for (mark, words) in std::mem::take(&mut self.notes) {
            if !words.is_empty() {
                let _ = write!(self.block, "[^{mark}]: {words}");
                self.end_block();
            }
        }
        let mut text = self.text;
        text.push('\n');
        text
    }
}

/// White space that carries nothing; a no-break space is a character of its own.
const fn is_space(next: char) -> bool {
    matches!(next, ' ' | '\t' | '\n' | '\r' | '\u{0B}' | '\u{0C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_white_space_and_writes_notes_behind_the_text() {
        let mut composer = Composer::default();
        composer.words("\n\t1. ");
        composer.words("Welcomes  the report;");
        composer.note("3", " See\n A/77/10. ");
        composer.words("  and goes on");
        composer.end_block();
        composer.words("  ");
        composer.end_block();
        composer.words("39th plenary meeting");
        composer.line();
        composer.words(" 1 May 2023");
        let text = composer.finish();
        assert_eq!(
            text,
            "1. Welcomes the report;[^3] and goes on\n\n39th plenary meeting\n1 May 2023\n\n[^3]: See\n A/77/10.\n"
        );
    }

    #[test]
    fn a_note_without_a_mark_gets_the_next_number() {
        let mut composer = Composer::default();
        composer.words("One");
        composer.note("[ ]", "first");
        composer.words(" two");
        composer.note("", "second");
        assert_eq!(composer.finish(), "One[^1] two[^2]\n\n[^1]: first\n\n[^2]: second\n");
    }
}

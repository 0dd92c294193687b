//! From the tree of a page to its blocks.

use super::lists::List;
use super::notes::{Notes, note_words};
use super::tree::{is_block, is_silent};
use crate::import::composer::Composer;
use crate::import::xml::{Element, Node};

/// Up to which share of a page's letters, in percent, block quotations are quotations; past it they are how the page
/// indents its text.
const QUOTED_AT_MOST: usize = 40;

/// Writes the blocks of a page.
pub(super) fn write(content: &Element) -> String {
    let set_apart: usize = quotations(content);
    let quotes = set_apart * 100 <= letters(content) * QUOTED_AT_MOST;
    let notes = Notes::find(content);
    let mut writer = Writer { composer: Composer::default(), label: String::new(), lists: Vec::new(), notes, quotes };
    writer.element(content);
    writer.composer.finish()
}

struct Writer {
    composer: Composer,
    /// The label of an item whose words are still to come.
    label: String,
    lists: Vec<List>,
    notes: Notes,
    quotes: bool,
}

impl Writer {
    fn element(&mut self, element: &Element) {
        let name = element.name.as_str();
        if is_silent(name) {
            return;
        }
        if let Some(mark) = self.notes.called_by(element) {
            let mark = mark.to_owned();
            self.composer.call(&mark);
            return;
        }
        if let Some(mark) = self.notes.mark_of(element) {
            let mark = mark.to_owned();
            self.composer.keep_note(&mark, &note_words(element, &mark));
            return;
        }
        match name {
            "br" => return self.composer.break_line(),
            "hr" => return self.composer.end_block(),
            "q" => return self.quotation(element),
            "pre" => return self.lines(element),
            "table" if !is_layout(element) => return self.table(element),
            _ => {}
        }
        if !is_block(name) {
            return self.inside(element);
        }
        self.composer.end_block();
        match name {
            "ol" | "ul" | "menu" | "dir" => {
                let list = List::new(element, !self.lists.is_empty());
                self.lists.push(list);
                self.inside(element);
                self.lists.pop();
            }
            "li" => {
                self.label = self.lists.last_mut().map_or_else(String::new, |list| list.label(element));
                if begins_with_label(element) {
                    self.label.clear();
                }
                self.inside(element);
                self.label.clear();
            }
            "blockquote" if self.quotes && !is_marked(element) => {
                let before = self.composer.quote(true);
                self.inside(element);
                self.composer.end_block();
                self.composer.quote(before);
            }
            _ => self.inside(element),
        }
        self.composer.end_block();
    }

    fn inside(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Text(words) => self.words(words),
                Node::Element(child) => self.element(child),
            }
        }
    }

    fn words(&mut self, words: &str) {
        if !self.label.is_empty() && words.contains(|next: char| !next.is_whitespace()) {
            let label = std::mem::take(&mut self.label);
            self.composer.words(&label);
            self.composer.space();
        }
        self.composer.words(words);
    }

    /// A quotation in a sentence; a browser sets the marks around it.
    fn quotation(&mut self, element: &Element) {
        let marked = is_marked(element);
        if !marked {
            self.words("“");
        }
        self.inside(element);
        if !marked {
            // No space goes before the mark that closes.
            self.composer.glue("”");
        }
    }

    /// Lines that stand as they are.
    fn lines(&mut self, element: &Element) {
        self.composer.end_block();
        let mut words = String::new();
        element.read_words(&mut words);
        for line in words.lines() {
            if line.trim().is_empty() {
                self.composer.end_block();
            } else {
                self.composer.words(line);
                self.composer.line();
            }
        }
        self.composer.end_block();
    }

    /// Rows stand behind bars, as in Markdown, each a block. A row of a label and what it labels is a paragraph.
    fn table(&mut self, table: &Element) {
        self.composer.end_block();
        if let Some(caption) = table.child("caption") {
            self.inside(caption);
            self.composer.end_block();
        }
        let mut rows = Vec::new();
        find_rows(table, &mut rows);
        for row in rows {
            let cells: Vec<&Element> =
                row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")).collect();
            if let [first, _] = cells.as_slice()
                && is_label(&words_of(first))
            {
                for cell in cells {
                    self.inside(cell);
                    self.composer.space();
                }
            } else {
                for cell in &cells {
                    self.composer.words("| ");
                    self.cell(cell);
                    self.composer.space();
                }
                if !cells.is_empty() {
                    self.composer.words("|");
                }
            }
            self.composer.end_block();
        }
    }

    /// The words of a cell, in one line.
    fn cell(&mut self, cell: &Element) {
        for child in &cell.children {
            match child {
                Node::Text(words) => self.composer.words(words),
                Node::Element(child) if is_block(&child.name) || child.name == "br" => {
                    self.composer.space();
                    self.cell(child);
                    self.composer.space();
                }
                Node::Element(child) if is_silent(&child.name) => {}
                Node::Element(child) if self.notes.called_by(child).is_some() => self.element(child),
                Node::Element(child) => self.cell(child),
            }
        }
    }
}

fn words_of(element: &Element) -> String {
    let mut words = String::new();
    element.read_words(&mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letters(element: &Element) -> usize {
    words_of(element).len().max(1)
}

/// How many letters stand in block quotations.
fn quotations(element: &Element) -> usize {
    element.elements().map(|child| if child.name == "blockquote" { letters(child) } else { quotations(child) }).sum()
}

/// Whether words stand between quotation marks already.
fn is_marked(element: &Element) -> bool {
    words_of(element).starts_with(['“', '«', '"', '„', '‘', '「', '\''])
}

/// Whether an item begins with a label that is part of its words.
fn begins_with_label(item: &Element) -> bool {
    let words = words_of(item);
    words.split(' ').next().is_some_and(is_label)
}

/// Whether words are a label and nothing else: `1.`, `(a)`, `ii)`.
fn is_label(words: &str) -> bool {
    let core = words.trim_start_matches('(').trim_end_matches(['.', ')', '-', '–']).trim();
    let short = !core.is_empty() && core.chars().count() <= 4 && core.chars().all(char::is_alphanumeric);
    short && core.len() < words.trim().len() && words.trim_end().ends_with(['.', ')', '-', '–'])
}

/// Whether a table is how a page is laid out, rather than a table.
fn is_layout(table: &Element) -> bool {
    let mut rows = Vec::new();
    find_rows(table, &mut rows);
    let cells = |row: &&Element| row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")).count();
    let widest = rows.iter().map(cells).max().unwrap_or(0);
    let holds = |name: &str| rows.iter().any(|row| row.elements().any(|cell| cell.find(name).is_some()));
    let long = |row: &Element| row.elements().any(|cell| cell.elements().filter(|child| child.name == "p").count() > 2);
    widest < 2
        || ["table", "h1", "h2", "ol", "blockquote"].iter().any(|name| holds(name))
        || rows.iter().any(|row| long(row))
}

fn find_rows<'a>(table: &'a Element, rows: &mut Vec<&'a Element>) {
    for child in table.elements() {
        match child.name.as_str() {
            "tr" => rows.push(child),
            "tbody" | "thead" | "tfoot" => find_rows(child, rows),
            _ => {}
        }
    }
}

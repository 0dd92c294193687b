//! The text of a Word document, paragraph by paragraph.

use std::collections::HashMap;

use super::numbering::Numbering;
use crate::import::composer::Composer;
use crate::import::xml::{Element, Node, Tree};
use crate::text::write_roman;

/// So many blocks at the beginning are the masthead: a table there is how it is laid out.
const MASTHEAD_BLOCKS: usize = 6;

/// Reads the text of the document.
pub(super) fn read(document: &Tree, numbering: Numbering, footnotes: Option<&Tree>, endnotes: Option<&Tree>) -> String {
    let notes = |tree: Option<&Tree>, name: &str| tree.map_or_else(HashMap::new, |tree| read_notes(tree, name));
    let mut reader = Reader {
        composer: Composer::default(),
        numbering,
        label: String::new(),
        footnotes: notes(footnotes, "footnote"),
        endnotes: notes(endnotes, "endnote"),
        counted: (0, 0),
        blocks: 0,
    };
    let root = document.root.child("document").unwrap_or(&document.root);
    reader.blocks(root.child("body").unwrap_or(root));
    reader.composer.finish()
}

/// The words of each note by its id; lines that part notes from the text are none.
fn read_notes(tree: &Tree, name: &str) -> HashMap<String, String> {
    let root = tree.root.elements().next().unwrap_or(&tree.root);
    let mut notes = HashMap::new();
    for note in root.elements().filter(|child| child.name == name) {
        let parts =
            matches!(note.attribute("type"), Some("separator" | "continuationSeparator" | "continuationNotice"));
        if let Some(id) = note.attribute("id").filter(|_| !parts) {
            let mut composer = Composer::default();
            read_plain(note, &mut composer);
            notes.insert(id.to_owned(), composer.take_block());
        }
    }
    notes
}

/// The words of a note, its paragraphs apart by a space.
fn read_plain(element: &Element, composer: &mut Composer) {
    for child in element.elements() {
        match child.name.as_str() {
            "del" | "moveFrom" | "pPr" | "rPr" | "AlternateContent" | "drawing" | "pict" => {}
            "t" => words_in(child, composer),
            "tab" | "br" | "cr" => composer.space(),
            "noBreakHyphen" => composer.words("\u{2011}"),
            "r" if is_hidden(child) => {}
            "p" => {
                composer.space();
                read_plain(child, composer);
            }
            _ => read_plain(child, composer),
        }
    }
}

fn words_in(element: &Element, composer: &mut Composer) {
    for child in &element.children {
        if let Node::Text(words) = child {
            composer.words(words);
        }
    }
}

/// Whether a run is not shown.
fn is_hidden(run: &Element) -> bool {
    let hidden = run.child("rPr").and_then(|properties| properties.child("vanish"));
    hidden.is_some_and(|hidden| !matches!(hidden.attribute("val"), Some("0" | "false")))
}

struct Reader {
    composer: Composer,
    numbering: Numbering,
    /// The number of a paragraph whose words are still to come.
    label: String,
    footnotes: HashMap<String, String>,
    endnotes: HashMap<String, String>,
    /// How many footnotes and endnotes were called.
    counted: (u32, u32),
    /// How many blocks were read.
    blocks: usize,
}

impl Reader {
    /// Paragraphs and tables, however wrapped.
    fn blocks(&mut self, parent: &Element) {
        for child in parent.elements() {
            match child.name.as_str() {
                "p" => self.paragraph(child),
                "tbl" => self.table(child),
                // What was taken out stays out.
                "del" | "moveFrom" | "sectPr" | "tblPr" | "tcPr" | "sdtPr" | "customXmlPr" => {}
                _ => self.blocks(child),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        self.blocks += 1;
        let properties = paragraph.child("pPr");
        // A number is counted for a paragraph without words too, and printed for none.
        self.label = properties.map_or_else(String::new, |properties| self.numbering.label(properties));
        let mut boxes = Vec::new();
        self.runs(paragraph, &mut boxes);
        self.label.clear();
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let joins = mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        // Where the end of a paragraph was taken out, the next goes on in it.
        if !joins {
            self.composer.end_block();
        }
        for text_box in boxes {
            self.composer.end_block();
            self.blocks(text_box);
        }
    }

    fn runs<'a>(&mut self, parent: &'a Element, boxes: &mut Vec<&'a Element>) {
        for child in parent.elements() {
            match child.name.as_str() {
                "pPr" | "rPr" | "del" | "moveFrom" | "instrText" | "delText" | "sdtPr" => {}
                "t" => self.words_of(child),
                "tab" | "ptab" => self.composer.space(),
                "br" if child.attribute("type") == Some("page") => self.composer.end_block(),
                "br" | "cr" => self.composer.line(),
                "noBreakHyphen" => self.words("\u{2011}"),
                "footnoteReference" => self.note(child, false),
                "endnoteReference" => self.note(child, true),
                "r" if is_hidden(child) => {}
                "AlternateContent" | "drawing" | "pict" | "object" => boxes.extend(child.find("txbxContent")),
                _ => self.runs(child, boxes),
            }
        }
    }

    fn words_of(&mut self, element: &Element) {
        for child in &element.children {
            if let Node::Text(words) = child {
                self.words(words);
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

    fn note(&mut self, reference: &Element, is_end: bool) {
        let Some(id) = reference.attribute("id") else { return };
        let notes = if is_end { &self.endnotes } else { &self.footnotes };
        let words = notes.get(id).cloned().unwrap_or_default();
        let count = if is_end { &mut self.counted.1 } else { &mut self.counted.0 };
        *count += 1;
        let mark = if is_end { write_roman(*count % 1_000).to_lowercase() } else { count.to_string() };
        self.composer.note(&mark, &words);
    }

    /// Rows stand behind bars, as in Markdown; a row of a label and what it labels is a paragraph; and a table that only lays
    /// a page out is its paragraphs.
    fn table(&mut self, table: &Element) {
        self.composer.end_block();
        if self.blocks < MASTHEAD_BLOCKS || is_layout(table) {
            return self.blocks(table);
        }
        for row in table.elements().filter(|child| child.name == "tr") {
            let cells: Vec<&Element> = row.elements().filter(|child| child.name == "tc").collect();
            let words: Vec<String> = cells.iter().map(|cell| self.cell(cell)).collect();
            if let [label, words] = words.as_slice()
                && is_label(label)
            {
                self.composer.words(&format!("{label} {words}"));
            } else if words.iter().any(|words| !words.is_empty()) {
                self.composer.words(&format!("| {} |", words.join(" | ")));
            }
            self.composer.end_block();
            self.blocks += 1;
        }
    }

    /// The words of a cell in one line.
    fn cell(&mut self, cell: &Element) -> String {
        let mut all = String::new();
        for paragraph in cell.elements().filter(|child| child.name == "p") {
            self.label = paragraph.child("pPr").map_or_else(String::new, |properties| self.numbering.label(properties));
            self.runs(paragraph, &mut Vec::new());
            self.label.clear();
            let words = self.composer.take_block().replace('\n', " ");
            if !all.is_empty() && !words.is_empty() {
                all.push(' ');
            }
            all.push_str(&words);
        }
        all
    }
}

/// Whether words are a label and nothing else.
fn is_label(words: &str) -> bool {
    let core = words.trim_start_matches('(').trim_end_matches(['.', ')']);
    core.len() < words.len() && (1..=8).contains(&core.len()) && core.chars().all(char::is_alphanumeric)
}

fn is_layout(table: &Element) -> bool {
    let rows = || table.elements().filter(|child| child.name == "tr");
    let cells = |row: &Element| row.elements().filter(|child| child.name == "tc").count();
    let long =
        |cell: &Element| cell.elements().filter(|child| child.name == "p" && child.find("t").is_some()).count() > 2;
    let widest = rows().map(cells).max().unwrap_or(0);
    widest < 2
        || rows().any(|row| {
            row.elements().filter(|child| child.name == "tc").any(|cell| cell.child("tbl").is_some() || long(cell))
        })
}

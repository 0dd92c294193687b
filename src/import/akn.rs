//! Akoma Ntoso, as the United Nations publish their resolutions in it (AKN4UN), and other texts in the same markup.
//!
//! A block of the markup is a block of the text: a line of the cover page, the title behind its number, a container of
//! the preamble, a numbered paragraph, a point of a list, the closing, a heading or paragraph of an attachment. Notes
//! stand in the markup where they are called. What the program that made the files has left in them (tabs, empty
//! containers, pictures of bar codes, elements that are not closed) goes.

use super::composer::Composer;
use super::xml::{Element, Node, Tree};

/// What was read.
pub(super) struct Read {
    pub(super) text: String,
    /// The language that the file names, as an ISO 639-1 code.
    pub(super) language: Option<&'static str>,
}

/// Elements that hold words of the text and nothing that is set apart from them.
const BLOCKS: &[&str] = &[
    "p",
    "block",
    "heading",
    "subheading",
    "crossHeading",
    "subFlow",
    "longTitle",
    "tocItem",
    "tr",
    "caption",
    "blockList",
    "listIntroduction",
    "listWrapUp",
    "wrapUp",
    "intro",
    "item",
    "li",
    "formula",
];

/// Elements that are numbered: the number stands before the first block in them.
const NUMBERED: &[&str] = &[
    "paragraph",
    "subparagraph",
    "point",
    "item",
    "article",
    "section",
    "part",
    "chapter",
    "title",
    "clause",
    "container",
    "recital",
    "hcontainer",
    "indent",
    "alinea",
    "level",
    "list",
    "sublist",
    "rule",
    "subrule",
];

/// What a file says about itself rather than in its text.
const APART: &[&str] = &["meta", "presentation", "img", "footerFirstPage", "docketNumber", "remark"];

/// Reads the text of `tree`. Cost is linear in it.
pub(super) fn read(tree: &Tree) -> Read {
    let mut reader = Reader { composer: Composer::default(), number: String::new() };
    reader.element(&tree.root);
    let language = tree.root.find("FRBRlanguage").and_then(|element| element.attribute("language"));
    Read { text: reader.composer.finish(), language: language.and_then(language_code) }
}

struct Reader {
    composer: Composer,
    /// A number whose words are still to come.
    number: String,
}

impl Reader {
    fn element(&mut self, element: &Element) {
        let name = element.name.as_str();
        if APART.contains(&name) {
            return;
        }
        match name {
            "authorialNote" => return self.note(element),
            "eol" | "br" => return self.composer.line(),
            "num" => return self.read_number(element),
            "td" | "th" => {
                // Cells of a row stand behind bars, as in Markdown.
                self.composer.words(" | ");
                return self.inside(element, true);
            }
            _ => {}
        }
        let is_numbered = NUMBERED.contains(&name);
        let is_block = is_numbered || BLOCKS.contains(&name);
        if is_block {
            self.composer.end_block();
        }
        self.inside(element, false);
        if name == "tr" {
            self.composer.words(" |");
        }
        if is_block {
            self.composer.end_block();
        }
        if is_numbered {
            self.flush_number();
        }
    }

    fn inside(&mut self, element: &Element, flat: bool) {
        for child in &element.children {
            match child {
                Node::Text(words) => self.words(words),
                Node::Element(child) if flat && BLOCKS.contains(&child.name.as_str()) => {
                    self.composer.space();
                    self.inside(child, true);
                }
                Node::Element(child) => self.element(child),
            }
        }
    }

    fn words(&mut self, words: &str) {
        if !self.number.is_empty() && words.contains(|next: char| !next.is_whitespace()) {
            let number = std::mem::take(&mut self.number);
            self.composer.words(&number);
            self.composer.space();
        }
        self.composer.words(words);
    }

    /// A number stands before the words of the block that follows it.
    fn read_number(&mut self, element: &Element) {
        let mut words = String::new();
        element.read_words(&mut words);
        self.flush_number();
        self.number = words.split_whitespace().collect::<Vec<_>>().join(" ");
    }

    /// A number that had no words is a block of its own.
    fn flush_number(&mut self) {
        if !self.number.is_empty() {
            let number = std::mem::take(&mut self.number);
            self.composer.words(&number);
            self.composer.end_block();
        }
    }

    fn note(&mut self, element: &Element) {
        let mut words = String::new();
        for child in &element.children {
            if let Node::Element(child) = child {
                child.read_words(&mut words);
                words.push(' ');
            } else if let Node::Text(text) = child {
                words.push_str(text);
            }
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.composer.note(element.attribute("marker").unwrap_or(""), &words);
    }
}

/// The code of ISO 639-1 for one of ISO 639-2, for the languages that are read.
fn language_code(code: &str) -> Option<&'static str> {
    Some(match code {
        "eng" | "en" => "en",
        "fra" | "fre" | "fr" => "fr",
        "spa" | "es" => "es",
        "rus" | "ru" => "ru",
        "ara" | "ar" => "ar",
        "zho" | "chi" | "zh" => "zh",
        _ => return None,
    })
}

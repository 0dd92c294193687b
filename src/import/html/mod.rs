//! HTML: pages of resolutions, news items, and what is copied out of a browser.
//!
//! The markup is hostile until shown otherwise: it is cut into tags by a kept tokenizer, becomes a tree of bounded
//! depth, and of that only words come out. Scripts, styles, forms, and what a page puts around its text go.

mod choose;
mod lists;
mod notes;
mod tree;
mod write;

pub(super) use lists::letters;

use crate::lexicon::{Language, detect_language};

/// What was read.
pub(super) struct Read {
    pub(super) text: String,
    /// The language that the page names, where its words do not tell it.
    pub(super) language: Option<&'static str>,
}

/// Reads the text of a page, or of a piece of one. Cost is linear in it.
pub(super) fn read(page: &str) -> Read {
    let root = tree::read_tree(page);
    let content = choose::choose(&root);
    let text = write::write(&content);
    let named = root.find("html").and_then(|html| html.attribute("lang")).and_then(|code| code.get(..2));
    let named = named.and_then(|code| Language::from_code(&code.to_ascii_lowercase())).map(Language::code);
    let language = named.filter(|_| detect_language(&text) == Language::Und);
    Read { text, language }
}

#[cfg(test)]
mod tests;

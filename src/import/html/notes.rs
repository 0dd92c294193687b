//! Notes of a page: the links and raised numbers that call them, and the blocks that they lead to.

use std::collections::HashMap;

use super::tree::is_block;
use crate::import::xml::{Element, Node};

/// A note has no more letters than this; what is longer is a section.
const LONGEST: usize = 3_000;

/// Which elements call notes, and which are notes.
#[derive(Default)]
pub(super) struct Notes {
    calls: HashMap<usize, String>,
    blocks: HashMap<usize, String>,
}

/// Something that may call a note.
struct Call<'a> {
    element: usize,
    order: usize,
    /// Where a link leads; a raised number leads to the note with its number.
    target: Option<&'a str>,
    mark: String,
    /// Whether it looks like a call by itself.
    is_raised: bool,
}

#[derive(Default)]
struct Search<'a> {
    order: usize,
    calls: Vec<Call<'a>>,
    /// By the name that links lead to: the block that has it.
    targets: HashMap<&'a str, (usize, &'a Element)>,
    /// By the raised number that a block begins with.
    numbered: HashMap<String, (usize, &'a Element)>,
}

impl Notes {
    /// Finds the notes of a page. Cost is linear in it.
    pub(super) fn find(content: &Element) -> Self {
        let mut search = Search::default();
        search.read(content, content, false);
        let mut notes = Self::default();
        for call in search.calls {
            let found = match call.target {
                Some(target) => search.targets.get(target),
                None => search.numbered.get(&call.mark),
            };
            match found {
                // What a note leads back to stands before it.
                Some((order, block)) if *order > call.order && is_note(block) => {
                    let named = call.target.is_none_or(is_named_note);
                    if call.is_raised || named {
                        notes.blocks.insert(address(block), call.mark.clone());
                        notes.calls.insert(call.element, call.mark);
                    }
                }
                // The note stands outside of what was taken for the text.
                None if call.is_raised && call.target.is_some() => {
                    notes.calls.insert(call.element, call.mark);
                }
                _ => {}
            }
        }
        notes
    }

    /// The mark of the note that this element calls.
    pub(super) fn called_by(&self, element: &Element) -> Option<&str> {
        self.calls.get(&address(element)).map(String::as_str)
    }

    /// The mark of the note that this element is.
    pub(super) fn mark_of(&self, element: &Element) -> Option<&str> {
        self.blocks.get(&address(element)).map(String::as_str)
    }
}

/// The words of a note without its mark and without the link back to its call.
pub(super) fn note_words(block: &Element, mark: &str) -> String {
    let mut words = String::new();
    block.read_words(&mut words);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches(|next: char| "↩↑^︎⤴️".contains(next) || next.is_whitespace());
    let bare = words.trim_start_matches(['[', '(', '^', '↑', ' ']);
    let rest = bare.strip_prefix(mark).map(|rest| rest.trim_start_matches([']', ')', '.', ':', '/', ' ', '\u{A0}']));
    rest.unwrap_or(words).to_owned()
}

impl<'a> Search<'a> {
    fn read(&mut self, element: &'a Element, block: &'a Element, raised: bool) {
        self.order += 1;
        let order = self.order;
        let block = if is_block(&element.name) { element } else { block };
        for name in ["id", "name"].into_iter().filter_map(|name| element.attribute(name)) {
            self.targets.entry(name).or_insert((order, block));
        }
        let raised = raised || element.name == "sup" || element.attribute("role") == Some("doc-noteref");
        let target = element.attribute("href").and_then(|to| to.strip_prefix('#')).filter(|_| element.name == "a");
        let is_sup = element.name == "sup" && element.find("a").is_none();
        if (target.is_some() || is_sup)
            && let Some((mark, bracketed)) = read_mark(element)
        {
            if is_sup && begins_with(block, element) && element.find("a").is_none() {
                self.numbered.entry(mark).or_insert((order, block));
            } else if target.is_some() || mark.bytes().all(|byte| byte.is_ascii_digit()) {
                let is_raised = raised || bracketed;
                self.calls.push(Call { element: address(element), order, target, mark, is_raised });
            }
        }
        for child in element.elements() {
            self.read(child, block, raised);
        }
    }
}

/// The mark of a call: a number, a letter or a star, in brackets or not.
fn read_mark(element: &Element) -> Option<(String, bool)> {
    let mut words = String::new();
    element.read_words(&mut words);
    let words = words.trim();
    if words.len() > 12 {
        return None;
    }
    let mark = words.trim_matches(['[', ']', '(', ')', ' ']);
    let counts = mark.len() <= 4 && mark.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_mark = !mark.is_empty() && (counts || mark.chars().all(|next| "*†‡§".contains(next)));
    is_mark.then(|| (mark.to_owned(), words.starts_with(['[', '('])))
}

/// Whether the first words of `block` are those of `element`.
fn begins_with(block: &Element, element: &Element) -> bool {
    for child in &block.children {
        match child {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(_) => return false,
            Node::Element(child) => return std::ptr::eq(child, element) || begins_with(child, element),
        }
    }
    false
}

fn is_note(block: &Element) -> bool {
    let mut words = String::new();
    block.read_words(&mut words);
    (4..LONGEST).contains(&words.trim().len())
}

/// Whether the name that a link leads to is one of a note.
fn is_named_note(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["fn", "ftn", "note", "foot", "edn"].iter().any(|word| name.contains(word))
}

fn address(element: &Element) -> usize {
    std::ptr::from_ref(element).addr()
}

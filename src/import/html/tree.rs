//! From tags to a tree: elements that need not be closed end where the next begins.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, StartTag, Token, Tokenizer};

use crate::import::xml::{Element, Node};

/// How deep elements may lie within each other; what lies deeper is read as if it lay there.
const DEEPEST: usize = 200;

/// Elements without an end.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements of which no word is kept.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "select",
    "textarea", "button", "datalist", "map", "head",
];

/// Elements that a paragraph ends before.
const ENDS_PARAGRAPH: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// Reads a page. Cost is linear in it.
pub(super) fn read_tree(page: &str) -> Element {
    let mut emitter = DefaultEmitter::default();
    // So that the words of a script are no markup.
    emitter.naively_switch_states(true);
    let mut open = vec![Element::default()];
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        match token {
            Token::StartTag(tag) => start(&mut open, tag),
            Token::EndTag(tag) => end(&mut open, &name_of(&tag.name)),
            Token::String(words) => {
                if let Some(last) = open.last_mut() {
                    last.push_text(&String::from_utf8_lossy(&words));
                }
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    close_to(&mut open, 1);
    open.pop().unwrap_or_default()
}

/// Whether no word of an element is kept.
pub(super) fn is_silent(name: &str) -> bool {
    SILENT.contains(&name)
}

/// Whether an element stands apart from the words around it.
pub(super) fn is_block(name: &str) -> bool {
    ENDS_PARAGRAPH.contains(&name)
        || matches!(
            name,
            "li" | "dt" | "dd" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption" | "body" | "html"
        )
}

fn name_of(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).into_owned()
}

fn start(open: &mut Vec<Element>, tag: StartTag<()>) {
    let name = name_of(&tag.name);
    end_implied(open, &name);
    let attributes = tag.attributes.into_iter().take(64).map(|(name, value)| {
        let value: &HtmlString = &value;
        (name_of(&name), String::from_utf8_lossy(value).into_owned())
    });
    let element = Element::new(&name, attributes.collect());
    if VOID.contains(&name.as_str()) || tag.self_closing && matches!(name.as_str(), "svg" | "math" | "path") {
        if let Some(last) = open.last_mut() {
            last.children.push(Node::Element(element));
        }
    } else if open.len() < DEEPEST {
        open.push(element);
    }
}

/// Ends what ends without a tag of its own where an element of this name begins.
fn end_implied(open: &mut Vec<Element>, name: &str) {
    let (ended, walls): (&[&str], &[&str]) = match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "tr" => (&["tr"], &["table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        "body" => (&["head"], &[]),
        _ if ENDS_PARAGRAPH.contains(&name) => (&["p"], &["td", "th", "li", "blockquote", "div", "section", "article"]),
        _ => return,
    };
    let found = open
        .iter()
        .skip(1)
        .rposition(|held| ended.contains(&held.name.as_str()) || walls.contains(&held.name.as_str()));
    if let Some(at) = found
        && open.get(at + 1).is_some_and(|held| ended.contains(&held.name.as_str()))
    {
        close_to(open, at + 1);
    }
}

fn end(open: &mut Vec<Element>, name: &str) {
    // An end inside a cell ends nothing outside of it.
    let within = open.iter().skip(1).rposition(|held| held.name == name || matches!(held.name.as_str(), "td" | "th"));
    let Some(at) = within.map(|at| at + 1) else { return };
    let is_own = open.get(at).is_some_and(|held| held.name == name);
    if is_own {
        close_to(open, at);
    } else if matches!(name, "tr" | "table" | "tbody" | "thead" | "tfoot" | "body" | "html")
        && let Some(at) = open.iter().skip(1).rposition(|held| held.name == name)
    {
        close_to(open, at + 1);
    }
}

/// Ends every element from number `depth` on.
fn close_to(open: &mut Vec<Element>, depth: usize) {
    while open.len() > depth.max(1) {
        let Some(element) = open.pop() else { return };
        if let Some(last) = open.last_mut() {
            last.children.push(Node::Element(element));
        }
    }
}

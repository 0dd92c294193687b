//! XML as a tree, read as far as it goes: nothing outside the file is looked at, no entity is expanded that is not one
//! character, and depth and size are bounded.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// How deep elements may lie within each other; what lies deeper is read as if it lay there.
const DEEPEST: usize = 200;
/// How many elements and stretches of text are read.
const MOST: usize = 4_000_000;

/// An element with its local name.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// What an element holds.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// A file of XML: a root without a name, and what was wrong.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Element,
    /// From which byte on the file could not be read, and why.
    pub(super) fault: Option<(usize, String)>,
    /// How many end tags fitted no start tag, or the other way round.
    pub(super) mismatched: usize,
}

impl Element {
    /// An element that holds nothing yet.
    pub(super) fn new(name: &str, attributes: Vec<(String, String)>) -> Self {
        Self { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// The same element without what it holds.
    pub(super) fn without_children(&self) -> Self {
        Self::new(&self.name, self.attributes.clone())
    }

    /// Adds words behind what it holds.
    pub(super) fn push_text(&mut self, words: &str) {
        match self.children.last_mut() {
            Some(Node::Text(text)) => text.push_str(words),
            _ => self.children.push(Node::Text(words.to_owned())),
        }
    }

    /// The value of the attribute with this local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    /// The elements it holds.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element with this name that it holds.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element with this name, however deep it lies.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.elements().find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }

    /// Adds all words in it to `words`.
    pub(super) fn read_words(&self, words: &mut String) {
        for child in &self.children {
            match child {
                Node::Element(element) => element.read_words(words),
                Node::Text(text) => words.push_str(text),
            }
        }
    }
}

/// Reads `text` as a tree. Cost is linear in it.
pub(super) fn read_tree(text: &str) -> Tree {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open = vec![Element::default()];
    let mut tree = Tree { root: Element::default(), fault: None, mismatched: 0 };
    let mut count = 0;
    loop {
        count += 1;
        if count > MOST {
            let why = format!("it has more than {MOST} elements");
            tree.fault = Some((reader.buffer_position() as usize, why));
            break;
        }
        match reader.read_event() {
            Ok(Event::Eof) => {
                if open.len() > 1 {
                    let name = open.last().map_or("", |element| element.name.as_str());
                    tree.fault = Some((text.len(), format!("it ends inside <{name}>")));
                }
                break;
            }
            Ok(Event::Start(start)) if open.len() < DEEPEST => open.push(read_start(&start)),
            // Deeper than anybody writes: the words are kept, and lie where the last level is.
            Ok(Event::Start(_)) => tree.mismatched += 1,
            Ok(Event::Empty(start)) => push(&mut open, Node::Element(read_start(&start))),
            Ok(Event::End(end)) => {
                let name = end.local_name();
                let name: &str = name.as_ref();
                match open.iter().skip(1).rposition(|element| element.name == name) {
                    Some(at) => {
                        tree.mismatched += open.len() - at - 2;
                        close_to(&mut open, at + 1);
                    }
                    None => tree.mismatched += 1,
                }
            }
            Ok(Event::Text(words)) => push_text(&mut open, &words.xml10_content()),
            Ok(Event::CData(words)) => push_text(&mut open, &words.xml10_content()),
            Ok(Event::GeneralRef(entity)) => match entity.resolve_char_ref() {
                Ok(Some(letter)) => push_text(&mut open, letter.encode_utf8(&mut [0; 4])),
                _ => push_text(&mut open, &named_entity(&entity.xml10_content())),
            },
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(error) => {
                tree.fault = Some((reader.error_position() as usize, error.to_string()));
                break;
            }
        }
    }
    close_to(&mut open, 1);
    tree.root = open.pop().unwrap_or_default();
    tree
}

/// Ends every element from number `depth` on.
fn close_to(open: &mut Vec<Element>, depth: usize) {
    while open.len() > depth.max(1) {
        if let Some(element) = open.pop() {
            push(open, Node::Element(element));
        }
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.children.push(node);
    }
}

fn push_text(open: &mut [Element], words: &str) {
    if let Some(last) = open.last_mut() {
        last.push_text(words);
    }
}

fn read_start(start: &BytesStart<'_>) -> Element {
    let mut given = start.attributes();
    given.with_checks(false);
    let attributes = given.flatten().take(64).map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_or_else(|_| String::new(), Cow::into_owned);
        (attribute.key.local_name().as_ref().to_owned(), value)
    });
    let attributes = attributes.collect();
    Element { name: start.local_name().as_ref().to_owned(), attributes, children: Vec::new() }
}

/// A named entity: those of XML and a few that are written without being declared. Others stay as they are: what a file
/// declares for itself is not expanded.
fn named_entity(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        "nbsp" => "\u{A0}".to_owned(),
        "shy" => String::new(),
        "ndash" => "–".to_owned(),
        "mdash" => "—".to_owned(),
        _ => format!("&{name};"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut words = String::new();
        read_tree(text).root.read_words(&mut words);
        words
    }

    #[test]
    fn reads_names_without_prefix_and_characters_by_number() {
        let tree = read_tree("<a:b c:d='1 &lt; 2' xmlns:a='x'>A&#66;&amp;<![CDATA[<i>]]><e/></a:b>");
        let element = tree.root.child("b").unwrap();
        assert_eq!(element.attribute("d"), Some("1 < 2"));
        assert!(element.find("e").is_some() && tree.fault.is_none());
        assert_eq!(words("<a>A&#66;&amp;<![CDATA[<i>]]></a>"), "AB&<i>");
    }

    #[test]
    fn expands_nothing_that_a_file_declares() {
        let bomb = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>\
                    <a>&y; &f;</a>";
        assert_eq!(words(bomb), "&y; &f;");
    }

    #[test]
    fn keeps_what_stands_before_a_fault_and_says_where_it_is() {
        let tree = read_tree("<a><p>Recalls</p><p>Urges <!-- oh");
        let (at, _) = tree.fault.unwrap();
        assert!(at >= 17, "{at}");
        assert_eq!(words("<a><p>Recalls</p><p>Urges <!-- oh"), "RecallsUrges ");
        assert!(read_tree("<a><p>Recalls").fault.unwrap().1.contains("<p>"));
    }

    #[test]
    fn takes_tags_that_do_not_fit_for_ends_of_what_lies_within() {
        let tree = read_tree("<a><b>one</a><c>two</c></b>");
        assert_eq!(tree.root.elements().map(|element| element.name.as_str()).collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(tree.mismatched, 2);
    }

    #[test]
    fn a_million_open_tags_are_a_flat_text() {
        let deep = format!("{}end", "<a>".repeat(1_000_000));
        assert_eq!(words(&deep), "end");
    }
}

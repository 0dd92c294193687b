//! What of a page is its text: the article rather than what stands around it.

use super::tree::{is_block, is_silent};
use crate::import::xml::{Element, Node};

/// Names of classes and ids, word by word, of what is put around a text.
const AROUND: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "gdpr",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "popup",
    "print",
    "promo",
    "promoted",
    "recommended",
    "related",
    "search",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "skiplink",
    "social",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "toolbar",
    "trending",
    "widget",
    "cta",
    "byline-social",
    "readmore",
    "login",
];

/// Roles of the same.
const ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alert",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
];

/// The share of a page's words, in percent, that an element must have to be its text.
const ENOUGH: usize = 60;
/// The share up to which an element may be put around the text because of its name.
const AROUND_AT_MOST: usize = 40;

/// The text of a page: an element with only what belongs to it.
pub(super) fn choose(root: &Element) -> Element {
    let body = root.find("body").unwrap_or(root);
    let all = count(body).words.max(1);
    let clean = without_surroundings(body, all, true);
    let total = count(&clean).words.max(1);
    let chosen = find_main(&clean, total).unwrap_or(&clean);
    // A headline that stands above the article belongs to it.
    let headline = if chosen.find("h1").is_none() { clean.find("h1") } else { None };
    let mut content = Element::new("div", Vec::new());
    content.children.extend(headline.cloned().map(Node::Element));
    content.children.push(Node::Element(chosen.clone()));
    content
}

/// How many letters an element has, and how many of them are links.
#[derive(Clone, Copy, Default)]
struct Count {
    words: usize,
    linked: usize,
    links: usize,
}

fn count(element: &Element) -> Count {
    let mut sum = Count::default();
    for child in &element.children {
        match child {
            Node::Text(text) => sum.words += text.split_whitespace().map(str::len).sum::<usize>(),
            Node::Element(child) if is_silent(&child.name) => {}
            Node::Element(child) => {
                let inner = count(child);
                sum.words += inner.words;
                let is_link = child.name == "a" && child.attribute("href").is_some_and(|to| !to.starts_with('#'));
                sum.linked += if is_link { inner.words } else { inner.linked };
                sum.links += inner.links + usize::from(is_link);
            }
        }
    }
    sum
}

/// The deepest element that says it is the text and has most of the words.
fn find_main(element: &Element, total: usize) -> Option<&Element> {
    for child in element.elements() {
        if count(child).words * 100 < total * ENOUGH {
            continue;
        }
        return find_main(child, total).or_else(|| is_main(child).then_some(child));
    }
    None
}

fn is_main(element: &Element) -> bool {
    matches!(element.name.as_str(), "article" | "main")
        || element.attribute("role") == Some("main")
        || element.attribute("itemprop") == Some("articleBody")
}

/// A copy of `element` without what is put around a text. `all` is how many letters the page has.
fn without_surroundings(element: &Element, all: usize, outside: bool) -> Element {
    let mut kept = element.without_children();
    let outside = outside && !is_main(element);
    for child in &element.children {
        match child {
            Node::Text(text) => kept.children.push(Node::Text(text.clone())),
            Node::Element(child) if is_around(child, all, outside) => {
                // The headline may stand in the head of the page.
                if outside && let Some(headline) = child.find("h1").filter(|headline| !is_link(headline)) {
                    kept.children.push(Node::Element(headline.clone()));
                }
            }
            Node::Element(child) => kept.children.push(Node::Element(without_surroundings(child, all, outside))),
        }
    }
    kept
}

/// Whether a headline is a link: the name of the site rather than of the text.
fn is_link(headline: &Element) -> bool {
    let count = count(headline);
    count.words == 0 || count.linked * 10 >= count.words * 9
}

fn is_around(element: &Element, all: usize, outside: bool) -> bool {
    let name = element.name.as_str();
    if is_silent(name) || name == "nav" || is_hidden(element) {
        return true;
    }
    if !is_block(name) && !matches!(name, "span" | "ins") {
        return false;
    }
    let counted = count(element);
    let small = counted.words * 100 <= all * AROUND_AT_MOST;
    if !small {
        return false;
    }
    if element.attribute("role").is_some_and(|role| ROLES.contains(&role)) {
        return true;
    }
    if matches!(name, "aside" | "form") || outside && matches!(name, "header" | "footer") {
        return true;
    }
    // The caption of a picture is no part of the text.
    if name == "figure" && element.find("table").is_none() && element.find("blockquote").is_none() {
        return true;
    }
    let named = ["class", "id"].into_iter().filter_map(|attribute| element.attribute(attribute)).any(is_named_around);
    let is_headed = element.find("h1").is_some();
    if named && !is_headed && !is_main(element) {
        return true;
    }
    // A list of links, outside of what says that it is the text.
    outside && counted.links >= 3 && counted.linked * 10 >= counted.words * 8 && counted.words < 40 * counted.links
}

fn is_named_around(names: &str) -> bool {
    names.split_whitespace().any(|name| {
        let name = name.to_ascii_lowercase();
        let mut words = name.split(|next: char| !next.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let first = words.clone().next().unwrap_or("");
        // “has-sidebar” and the like say something of what stands beside.
        !matches!(first, "has" | "with" | "no" | "is" | "without") && words.any(|word| AROUND.contains(&word))
    })
}

fn is_hidden(element: &Element) -> bool {
    let style = element.attribute("style").unwrap_or("").to_ascii_lowercase().replace(' ', "");
    element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

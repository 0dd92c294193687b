//! Which format a file has: its first bytes say, not its name.

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Gzip,
    Zip,
    Pdf,
    /// An OLE container: an old Word document, or a new one that is locked.
    Ole,
    /// What may be text.
    Text,
}

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup<'a> {
    Akn,
    Html,
    Latex,
    /// Another kind of XML, with the name of its first element.
    Xml(&'a str),
    None,
}

/// How far into a file the head of a PDF may stand.
const PDF_REACH: usize = 1024;

/// Elements that a page, or a piece of one that is pasted, begins with.
const BLOCKS: &[&str] = &[
    "html",
    "head",
    "body",
    "div",
    "p",
    "article",
    "section",
    "main",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "table",
    "blockquote",
    "meta",
    "title",
    "center",
    "pre",
    "figure",
    "dl",
];

/// Elements within a line: a piece of a page begins with one where a block or a line's end follows.
const INLINE: &[&str] =
    &["span", "font", "b", "i", "em", "strong", "a", "u", "q", "link", "base", "style", "script", "nav"];

/// How far into a text marks of blocks are looked for.
const REACH: usize = 64 << 10;

/// Tells a file by its first bytes.
pub(super) fn find_kind(bytes: &[u8]) -> FileKind {
    let start = bytes.get(..PDF_REACH.min(bytes.len())).unwrap_or(&[]);
    match bytes {
        [0x1F, 0x8B, ..] => FileKind::Gzip,
        [b'P', b'K', 3 | 5 | 7, _, ..] => FileKind::Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind::Ole,
        _ if memchr::memmem::find(start, b"%PDF-").is_some() => FileKind::Pdf,
        _ => FileKind::Text,
    }
}

/// Tells a text by its first element or command.
pub(super) fn find_markup(text: &str) -> Markup<'_> {
    let start = text.trim_start_matches(|next: char| next.is_whitespace() || next == '\u{FEFF}');
    if is_latex(start) {
        return Markup::Latex;
    }
    if !start.starts_with('<') {
        return Markup::None;
    }
    let declared = start.starts_with("<?xml");
    let doctype = start.get(..14).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html"));
    let Some(root) = first_element(start) else { return Markup::None };
    let local = root.rsplit(':').next().unwrap_or(root);
    if local == "akomaNtoso" {
        return Markup::Akn;
    }
    let is_in = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(root));
    if doctype || is_in(BLOCKS) || is_in(INLINE) && has_blocks(start) {
        Markup::Html
    } else if declared || start.starts_with("<!DOCTYPE") || root.contains(':') {
        Markup::Xml(root)
    } else {
        Markup::None
    }
}

/// Whether paragraphs, lines or other blocks are marked near the start of a text.
fn has_blocks(text: &str) -> bool {
    let bytes = text.as_bytes().get(..text.len().min(REACH)).unwrap_or(&[]);
    let begins = |at: usize, name: &[u8]| {
        bytes.get(at + 1..at + 1 + name.len()).is_some_and(|held| held.eq_ignore_ascii_case(name))
    };
    let names: [&[u8]; 5] = [b"p>", b"p ", b"br", b"div", b"li>"];
    memchr::memchr_iter(b'<', bytes).any(|at| names.iter().any(|name| begins(at, name)))
}

/// Whether a text is a document of LaTeX, behind comments.
fn is_latex(start: &str) -> bool {
    let mut lines = start.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('%'));
    lines.next().is_some_and(|line| {
        ["\\documentclass", "\\documentstyle", "\\begin{document}"].iter().any(|command| line.starts_with(command))
    })
}

/// The name of the first element, behind declarations and comments.
fn first_element(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let at = rest.find('<')?;
        rest = rest.get(at + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.get(comment.find("-->")? + 3..)?;
        } else if !rest.starts_with(['?', '!']) {
            let end = rest.find(|next: char| next.is_whitespace() || "/>".contains(next)).unwrap_or(rest.len());
            return rest.get(..end).filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_markup_by_its_first_element() {
        for (text, kind) in [
            ("<?xml version='1.0'?>\n<akomaNtoso>", Markup::Akn),
            ("<!-- c --><an:akomaNtoso>", Markup::Akn),
            ("<!DOCTYPE html><title>", Markup::Html),
            ("\n <p>1. Decides", Markup::Html),
            ("<?xml version='1.0'?><html xmlns='x'>", Markup::Html),
            ("<?xml version='1.0'?><feed>", Markup::Xml("feed")),
            ("% a comment\n\\documentclass{article}", Markup::Latex),
            ("<<Recalling>> the Charter", Markup::None),
            ("< 5 per cent of <p>", Markup::None),
            ("<unknown> words", Markup::None),
            ("RESOLUTION <b>", Markup::None),
            ("<b>RESOLUTION</b><BR>on harbours", Markup::Html),
            ("<b>Urges</b> States to meet", Markup::None),
            ("<script>x</script>", Markup::None),
            ("<img src=x onerror=y>", Markup::None),
            ("", Markup::None),
        ] {
            assert_eq!(find_markup(text), kind, "{text}");
        }
    }

    #[test]
    fn tells_files_by_their_first_bytes() {
        assert_eq!(find_kind(b"\x0a%PDF-1.7"), FileKind::Pdf);
        assert_eq!(find_kind(b"PK\x03\x04"), FileKind::Zip);
        assert_eq!(find_kind(b"\x1F\x8B\x08"), FileKind::Gzip);
        assert_eq!(find_kind(b"A/RES/78/1"), FileKind::Text);
        assert_eq!(find_kind(b""), FileKind::Text);
    }
}

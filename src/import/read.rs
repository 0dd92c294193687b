//! From the bytes of a file to the text that is read, whatever format it has.

use std::borrow::Cow;

use super::encoding::{MAX_TEXT, read_legacy, read_text};
use super::format::find_format;
use super::kind::{FileKind, Markup, find_kind, find_markup};
use super::{akn, docx, html, inflate, latex, xml};
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::{Error, ErrorKind};
use crate::model::Format;
use crate::text::Span;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported<'a> {
    /// The text that is read, and that every span points into. Each page but the first begins behind a form feed.
    pub text: Cow<'a, str>,
    /// The form in which it came.
    pub format: Format,
    /// The language that the file names, as an ISO 639-1 code.
    pub language: Option<&'static str>,
    /// From where on the file could not be read, and what else is odd about it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the bytes of a file in any format that is read: plain text, Markdown, HTML, Word documents (DOCX), Akoma Ntoso,
/// LaTeX, each of them packed with gzip, and with the feature `pdf` PDF. What the file is, its first bytes say, not its name.
///
/// Notes come out as Markdown writes them: `[^1]` where one is called, `[^1]: …` behind the text. Pages are parted by
/// form feeds. Cost is linear in the file and in what it unpacks to.
///
/// # Errors
///
/// `not-text`, `too-long`, `unsupported-format`, `zip-bomb`, `file-damaged`, `encrypted-document`, `encrypted-pdf`,
/// `scanned-pdf`. A file that is readable up to some place is read up to there, and a diagnostic (`file-cut`) says so.
///
/// # Examples
///
/// ```
/// use whereas::import::read_file;
/// use whereas::model::Format;
///
/// let page = b"<nav>Home</nav><ol><li><i>Decides</i> to meet:<ol type=a><li>In May;</ol></ol><script>no()</script>";
/// let read = read_file(page).unwrap();
/// assert_eq!((read.text.as_ref(), read.format), ("1. Decides to meet:\n\n(a) In May;\n", Format::Html));
/// assert_eq!(read_file(b"PK\x03\x04").unwrap_err().code(), "file-damaged");
/// ```
pub fn read_file(bytes: &[u8]) -> Result<Imported<'_>, Error> {
    if bytes.len() > MAX_TEXT {
        return Err(Error::new(ErrorKind::TooLong { length: bytes.len(), limit: MAX_TEXT }));
    }
    if find_kind(bytes) != FileKind::Gzip {
        return read_plain(bytes, false);
    }
    let unpacked = inflate::unpack_gzip(bytes)?;
    if find_kind(&unpacked.bytes) == FileKind::Gzip {
        return Err(unsupported("a gzip file within a gzip file"));
    }
    let read = read_plain(&unpacked.bytes, !unpacked.complete)?;
    let Imported { text, format, language, mut diagnostics } = read;
    if !unpacked.complete {
        diagnostics.retain(|held| held.code != "file-cut");
        diagnostics.push(cut(&text, "the packed file breaks off"));
    }
    Ok(Imported { text: Cow::Owned(text.into_owned()), format, language, diagnostics })
}

/// Reads bytes that are not packed as a whole; `is_cut` says that they may end in the middle of a letter.
fn read_plain(bytes: &[u8], is_cut: bool) -> Result<Imported<'_>, Error> {
    match find_kind(bytes) {
        FileKind::Zip => {
            let read = docx::read(bytes)?;
            let mut diagnostics = tell_mismatched(read.mismatched);
            diagnostics.extend(read.fault.map(|why| cut(&read.text, &why)));
            Ok(Imported { text: Cow::Owned(read.text), format: Format::Docx, language: None, diagnostics })
        }
        FileKind::Ole => Err(if is_locked(bytes) {
            Error::new(ErrorKind::EncryptedDocument)
        } else {
            unsupported("an old Office document (.doc)")
        }),
        FileKind::Pdf => read_pdf(bytes),
        FileKind::Gzip | FileKind::Text => {
            let bytes = if is_cut { without_half_letter(bytes) } else { bytes };
            let text = match read_text(bytes) {
                Ok(text) => text,
                // A page says in which encoding it is.
                Err(error) => read_legacy(bytes).map(Cow::Owned).ok_or(error)?,
            };
            read_markup(text)
        }
    }
}

fn read_markup(text: Cow<'_, str>) -> Result<Imported<'_>, Error> {
    let (text, format, language, diagnostics) = match find_markup(&text) {
        Markup::None => {
            let format = find_format(&text);
            return Ok(Imported { text, format, language: None, diagnostics: Vec::new() });
        }
        Markup::Xml(root) => {
            let root: String = root.chars().take(40).collect();
            return Err(unsupported(&format!("XML that begins with <{root}>")));
        }
        Markup::Akn => {
            let tree = xml::read_tree(&text);
            let read = akn::read(&tree);
            let mut diagnostics = tell_mismatched(tree.mismatched);
            diagnostics.extend(
                tree.fault.map(|(at, why)| cut(&read.text, &format!("the markup is broken at byte {at} ({why})"))),
            );
            (read.text, Format::Akn, read.language, diagnostics)
        }
        Markup::Html => {
            let read = html::read(&text);
            (read.text, Format::Html, read.language, Vec::new())
        }
        Markup::Latex => (latex::read(&text), Format::Latex, None, Vec::new()),
    };
    Ok(Imported { text: Cow::Owned(text), format, language, diagnostics })
}

#[cfg(feature = "pdf")]
fn read_pdf(bytes: &[u8]) -> Result<Imported<'_>, Error> {
    let read = super::pdf::read(bytes)?;
    let diagnostics = read.odd.map(|why| Diagnostic {
        code: "pages-without-text",
        severity: Severity::Warning,
        span: Span::at(0, 0),
        message: why,
        help: "have the letters of these pages recognised, or look for a copy with text".to_owned(),
    });
    Ok(Imported {
        text: Cow::Owned(read.text),
        format: Format::Pdf,
        language: None,
        diagnostics: diagnostics.into_iter().collect(),
    })
}

#[cfg(not(feature = "pdf"))]
fn read_pdf(_: &[u8]) -> Result<Imported<'_>, Error> {
    Err(unsupported("a PDF, which this build was made without"))
}

fn unsupported(found: &str) -> Error {
    Error::new(ErrorKind::UnsupportedFormat { found: found.to_owned() })
}

/// Whether an OLE container holds an encrypted package: its name stands in the directory in UTF-16.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

/// The bytes up to the last letter that is whole.
fn without_half_letter(bytes: &[u8]) -> &[u8] {
    let reach = bytes.len().saturating_sub(3);
    // The last byte that begins a letter of several.
    let begins = (reach..bytes.len()).rev().find(|&at| bytes.get(at).is_some_and(|byte| *byte >= 0xC0));
    let Some(at) = begins else { return bytes };
    let whole = bytes.get(at..).is_some_and(|tail| std::str::from_utf8(tail).is_ok());
    bytes.get(..if whole { bytes.len() } else { at }).unwrap_or(bytes)
}

fn tell_mismatched(count: usize) -> Vec<Diagnostic> {
    let told = (count > 0).then(|| Diagnostic {
        code: "markup-mismatched",
        severity: Severity::Info,
        span: Span::at(0, 0),
        message: format!("{count} tags of the file do not fit each other; every word of it is read"),
        help: "where a paragraph looks wrong, compare it with another copy of the text".to_owned(),
    });
    told.into_iter().collect()
}

/// Says that a file was read up to here only.
fn cut(text: &str, why: &str) -> Diagnostic {
    Diagnostic {
        code: "file-cut",
        severity: Severity::Error,
        span: Span::at(text.len(), text.len()),
        message: format!("{why}; what stands before is read, and what follows is missing"),
        help: "fetch or save the file again".to_owned(),
    }
}

//! Word documents (DOCX): paragraphs with their printed numbers, tables, notes; tracked changes as if accepted; headers and
//! footers left out.

mod body;
mod numbering;
mod parts;

use crate::error::{Error, ErrorKind};
use crate::import::xml::{self, Tree};

use numbering::Numbering;
use parts::Parts;

/// What was read.
pub(super) struct Read {
    pub(super) text: String,
    /// What of the file could not be read.
    pub(super) fault: Option<String>,
    /// How many tags of the markup fitted no other.
    pub(super) mismatched: usize,
}

/// Reads the text of a Word document. Cost is linear in what the file unpacks to.
///
/// # Errors
///
/// `unsupported-format` for another archive, `file-damaged`, `zip-bomb`.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Error> {
    let parts = Parts::open(bytes)?;
    let Some(main) = parts.read("word/document.xml")? else {
        return Err(Error::new(if parts.is_cut() {
            ErrorKind::FileDamaged { found: "a ZIP archive that breaks off before its text".to_owned() }
        } else {
            ErrorKind::UnsupportedFormat { found: parts.describe() }
        }));
    };
    let document = xml::read_tree(&main.text);
    let other =
        |name: &str| -> Result<Option<Tree>, Error> { Ok(parts.read(name)?.map(|part| xml::read_tree(&part.text))) };
    let numbering = Numbering::new(other("word/numbering.xml")?.as_ref(), other("word/styles.xml")?.as_ref());
    let footnotes = other("word/footnotes.xml")?;
    let endnotes = other("word/endnotes.xml")?;
    let text = body::read(&document, numbering, footnotes.as_ref(), endnotes.as_ref());
    let broken = document.fault.as_ref().map(|(_, why)| format!("the text of the document is broken ({why})"));
    let cut = (!main.complete).then(|| "the text of the document breaks off".to_owned());
    let archive = parts.is_cut().then(|| "the archive breaks off; notes and numbers may be missing".to_owned());
    Ok(Read { text, fault: cut.or(broken).or(archive), mismatched: document.mismatched })
}

#[cfg(test)]
mod tests;

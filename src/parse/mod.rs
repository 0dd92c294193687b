//! The whole way from a text to a document.

mod acts;
mod citations;
mod dates;
mod edition;
mod limits;
mod masthead;
mod noise;
mod oddities;
mod options;
mod resolution;
mod volume;

use sha2::{Digest, Sha256};

use crate::article::{self, looks_like_article};
use crate::diagnostic::{Diagnostic, Severity};
use crate::grammar::{Flow, split_items};
use crate::lexicon::detect_language;
use crate::model::{Document, Format, Kind, SCHEMA, Source};
use crate::text::Span;

pub use limits::MOST_DIAGNOSTICS;
pub use options::ParseOptions;

/// Reads a text: finds its resolutions, their paragraphs and their facts, or the news item it is.
///
/// There is no error: a text that is not understood is still a document, with diagnostics. Cost is
/// linear in the text. Where a limit is reached ([`MAX_TEXT`](crate::import::MAX_TEXT),
/// [`MOST_LEVELS`](crate::grammar::MOST_LEVELS), [`MOST_DIAGNOSTICS`]) a diagnostic says so.
#[must_use]
pub fn parse(text: &str, options: &ParseOptions) -> Document {
    let (text, too_long) = limits::within_limit(text);
    let language = match options.language {
        Some(language) => language,
        None => detect_language(text),
    };
    let flow = Flow::new(text, language);
    let mut diagnostics = Vec::new();
    let items = split_items(&flow, language);
    let mut resolutions = volume::read_volume(text, &flow, &items, language, options, &mut diagnostics);
    let mut article = None;
    if resolutions.iter().all(|resolution| resolution.symbol.is_none()) && looks_like_article(text) {
        let (read, odd) = article::read(text, language);
        article = Some(read);
        resolutions.clear();
        diagnostics = odd;
    }
    let kind = match (resolutions.len(), &article) {
        (0, Some(_)) => Kind::Article,
        (0, None) => Kind::Unknown,
        (1, _) => Kind::Resolution,
        _ => Kind::Volume,
    };
    if kind == Kind::Unknown {
        diagnostics.push(unknown_text(text));
    }
    diagnostics.extend(too_long);
    let end = text.len() as u32;
    diagnostics.extend(
        options
            .diagnostics
            .iter()
            .map(|odd| Diagnostic { span: Span::new(odd.span.start.min(end), odd.span.end.min(end)), ..odd.clone() }),
    );
    limits::in_order(&mut diagnostics);
    Document {
        schema: SCHEMA,
        kind,
        language: language.code(),
        source: read_source(text, options),
        resolutions,
        article,
        diagnostics,
    }
}

fn unknown_text(text: &str) -> Diagnostic {
    let (code, message) = if text.trim().is_empty() {
        ("text-empty", "the text has no words")
    } else {
        ("text-unknown", "no resolution and no news item could be recognised in the text")
    };
    Diagnostic {
        code,
        severity: Severity::Warning,
        span: Span::at(0, text.len()),
        message: message.to_owned(),
        help: "give the whole text, from its symbol or headline on".to_owned(),
    }
}

fn read_source(text: &str, options: &ParseOptions) -> Source {
    Source {
        format: options.format.unwrap_or_else(|| guess_format(text)),
        length: text.len() as u32,
        name: options.name.clone(),
        url: options.url.clone(),
        retrieved: options.retrieved.clone(),
        sha256: sha256_of(text),
    }
}

/// Markdown where its marks of emphasis or headings stand in the text.
fn guess_format(text: &str) -> Format {
    let marked = text.contains("**") || text.starts_with("# ") || text.contains("\n# ") || text.contains("\n## ");
    if marked { Format::Markdown } else { Format::Text }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The first 16 hexadecimal digits of a text's fingerprint, which name it where it has no symbol.
fn short_fingerprint(text: &str) -> String {
    let mut digits = hexadecimal(&Sha256::digest(text.as_bytes()));
    digits.truncate(16);
    digits
}

/// The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. Linear.
pub(crate) fn sha256_of(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

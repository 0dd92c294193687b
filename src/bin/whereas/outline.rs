//! A document in lines made to be read: one a paragraph, with its address and lead phrase.

use std::io::{self, Write};

use whereas::diagnostic::{Diagnostic, Severity};
use whereas::model::{Document, Kind, Paragraph, Resolution};

/// Prints what a text is.
pub fn print(out: &mut impl Write, document: &Document) -> io::Result<()> {
    let name = document.source.name.as_deref().unwrap_or("");
    let kind = match document.kind {
        Kind::Resolution => "resolution",
        Kind::Volume => "volume",
        Kind::Article => "article",
        Kind::Unknown => "not recognised",
    };
    writeln!(out, "\u{1b}[1m{name}\u{1b}[0m  {kind}, {}, {} bytes", document.language, document.source.length)?;
    for resolution in &document.resolutions {
        print_resolution(out, resolution)?;
    }
    if let Some(article) = &document.article {
        if let Some(headline) = &article.headline {
            writeln!(out, "{}", headline.text)?;
        }
        for quotation in &article.quotations {
            writeln!(out, "  “{}”", shorten(&quotation.text, 100))?;
        }
    }
    for finding in &document.diagnostics {
        print_diagnostic(out, finding)?;
    }
    writeln!(out)
}

fn print_resolution(out: &mut impl Write, resolution: &Resolution) -> io::Result<()> {
    writeln!(out, "{}", resolution.key)?;
    if let Some(title) = &resolution.title {
        writeln!(out, "{title}")?;
    }
    let dates: Vec<String> = resolution
        .dates
        .iter()
        .map(|dating| dating.end.as_ref().map_or_else(|| dating.iso.clone(), |end| format!("{}..{end}", dating.iso)))
        .collect();
    let place = resolution.place.as_ref().map(|place| place.name.clone());
    let facts: Vec<String> = place.into_iter().chain(dates).collect();
    if !facts.is_empty() {
        writeln!(out, "{}", facts.join(" · "))?;
    }
    for paragraph in &resolution.paragraphs {
        print_paragraph(out, paragraph)?;
    }
    Ok(())
}

fn print_paragraph(out: &mut impl Write, paragraph: &Paragraph) -> io::Result<()> {
    let text = shorten(&paragraph.text, 90);
    let shown = match &paragraph.lead {
        Some(lead) => match text.strip_prefix(&lead.text) {
            Some(rest) => format!("\u{1b}[3m{}\u{1b}[0m{rest}", lead.text),
            None => text,
        },
        None => text,
    };
    writeln!(out, "  {:<10} {shown}", paragraph.address)
}

fn print_diagnostic(out: &mut impl Write, finding: &Diagnostic) -> io::Result<()> {
    let severity = match finding.severity {
        Severity::Info => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let span = finding.span;
    writeln!(out, "{severity}[{}] {}..{}: {}", finding.code, span.start, span.end, finding.message)
}

fn shorten(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

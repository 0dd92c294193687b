//! A table with a row for each paragraph (RFC 4180: commas, quotation marks doubled, lines ended with CRLF).
//!
//! A cell of text that a spreadsheet would take for a formula begins with an apostrophe.

use crate::model::{Entity, Paragraph, Resolution};

const HEAD: [&str; 15] = [
    "key",
    "symbol",
    "date",
    "address",
    "zone",
    "number",
    "depth",
    "lead",
    "concept",
    "family",
    "ladder",
    "force",
    "addressees",
    "deadlines",
    "text",
];

/// The table, its head first.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    let mut out = HEAD.join(",");
    out.push_str("\r\n");
    for resolution in resolutions {
        for paragraph in super::paragraphs(resolution, at) {
            push_row(&mut out, &row(resolution, paragraph));
        }
    }
    out
}

fn row(resolution: &Resolution, paragraph: &Paragraph) -> [String; 15] {
    let lead = paragraph.lead.as_ref();
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let names = |entities: &[Entity]| entities.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
    let addressees: Vec<String> = paragraph.acts.iter().flat_map(|act| names(&act.addressees)).collect();
    let deadlines: Vec<String> = paragraph
        .acts
        .iter()
        .filter_map(|act| act.deadline.as_ref())
        .map(|deadline| deadline.iso.clone().unwrap_or_else(|| deadline.text.clone()))
        .collect();
    [
        resolution.key.clone(),
        text(resolution.symbol.as_deref()),
        text(super::reference::Reference::new(resolution).date.map(|dating| dating.iso.as_str())),
        paragraph.address.clone(),
        word(&paragraph.zone),
        text(paragraph.number.as_deref()),
        paragraph.depth.to_string(),
        text(lead.map(|lead| lead.text.as_str())),
        text(lead.and_then(|lead| lead.concept)),
        text(lead.and_then(|lead| lead.family)),
        lead.and_then(|lead| lead.ladder.as_ref()).map(word).unwrap_or_default(),
        lead.and_then(|lead| lead.force).map(|force| force.to_string()).unwrap_or_default(),
        addressees.join("; "),
        deadlines.join("; "),
        paragraph.text.clone(),
    ]
}

/// Writes a row, each cell quoted where it must be.
pub(super) fn push_row(out: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| quote(cell)).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// The name of a value, as the schema writes it: `not-found`.
pub(super) fn word(value: &impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// A cell, quoted where it must be.
fn quote(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !cell.contains([',', '"', '\n', '\r']) {
        return cell.to_owned();
    }
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn quotes_what_a_table_or_a_spreadsheet_would_misread() {
        assert_eq!(quote("plain"), "plain");
        assert_eq!(quote("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quote("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
    }
}

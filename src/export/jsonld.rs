//! schema.org `Legislation` as JSON-LD, for a page's head.

use super::json::{object, string};
use super::reference::Reference;
use crate::model::Resolution;

/// One object, or a list of several.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    match resolutions {
        [only] => legislation(only, at, "") + "\n",
        all => {
            let items: Vec<String> = all.iter().map(|one| format!("  {}", legislation(one, at, "  "))).collect();
            format!("[\n{}\n]\n", items.join(",\n"))
        }
    }
}

fn legislation(resolution: &Resolution, at: Option<&str>, indent: &str) -> String {
    let reference = Reference::new(resolution);
    let inner = format!("{indent}  ");
    let authority = reference
        .authority()
        .map(|name| object(&[("@type", Some(string("Organization"))), ("name", Some(string(&name)))], &inner));
    let parts: Vec<String> = super::paragraphs(resolution, at)
        .filter(|paragraph| paragraph.lead.is_some() || paragraph.number.is_some())
        .map(|paragraph| {
            let members = [
                ("@type", Some(string("Legislation"))),
                ("legislationIdentifier", Some(string(&paragraph.address))),
                ("text", Some(string(&paragraph.text))),
            ];
            format!("{inner}  {}", object(&members, &format!("{inner}  ")))
        })
        .collect();
    object(
        &[
            ("@context", Some(string("https://schema.org"))),
            ("@type", Some(string("Legislation"))),
            ("@id", Some(string(&format!("urn:whereas:{}", resolution.key)))),
            ("name", reference.title().map(string)),
            ("legislationIdentifier", resolution.symbol.as_deref().map(string)),
            ("legislationType", Some(string("Resolution"))),
            ("legislationPassedBy", authority),
            ("legislationDate", reference.date.map(|dating| string(&dating.iso))),
            ("inLanguage", (resolution.edition.language != "und").then(|| string(resolution.edition.language))),
            ("hasPart", (!parts.is_empty()).then(|| format!("[\n{}\n{inner}]", parts.join(",\n")))),
        ],
        indent,
    )
}

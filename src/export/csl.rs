//! References as CSL-JSON, version 1.0.2 of the schema: what Zotero and others read.

use super::citation::pinpoint;
use super::json::{object, string};
use super::reference::Reference;
use crate::lexicon::Language;
use crate::model::Resolution;

/// A list with one item a resolution.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    let items: Vec<String> =
        resolutions.iter().map(|resolution| format!("  {}", item(&Reference::new(resolution), at))).collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

fn item(reference: &Reference, at: Option<&str>) -> String {
    let resolution = reference.resolution;
    let issued = reference.date.and_then(|dating| {
        let days: Vec<String> = [Some(dating.iso.as_str()), dating.end.as_deref()]
            .into_iter()
            .flatten()
            .filter_map(|iso| Reference::parts(iso).map(|(year, month, day)| format!("[{year}, {month}, {day}]")))
            .collect();
        (!days.is_empty()).then(|| format!("{{ \"date-parts\": [{}] }}", days.join(", ")))
    });
    let text = |value: Option<&str>| value.map(string);
    let ordinal = resolution.session.as_ref().and_then(|session| session.ordinal);
    object(
        &[
            ("id", Some(string(&reference.handle()))),
            ("type", Some(string("legislation"))),
            ("title", text(reference.title())),
            ("authority", reference.authority().as_deref().map(string)),
            ("number", text(resolution.symbol.as_deref())),
            ("section", at.map(|address| string(&pinpoint(address, reference.language == Language::Fr)))),
            ("chapter-number", ordinal.map(|ordinal| string(&ordinal.to_string()))),
            ("event-place", text(resolution.place.as_ref().map(|place| place.name.as_str()))),
            ("issued", issued),
            ("language", (resolution.edition.language != "und").then(|| string(resolution.edition.language))),
        ],
        "  ",
    )
}

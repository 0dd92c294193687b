//! Which body is read with which construct: `tests/corpus/coverage.md`, made from the cases themselves, with the
//! case that proves each.
//!
//! `UPDATE_GOLDEN=1 cargo test --test coverage` writes it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that stops here has failed")]

#[path = "support/cases.rs"]
mod cases;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use whereas::model::{AdoptionMethod, CitationForm, Document, Paragraph, Resolution, Zone};
use whereas::parse;

use cases::{files, read_cases};

/// A construct: its name, and how a resolution shows that it was read.
type Construct = (&'static str, fn(&Document, &Resolution) -> bool);

fn any(resolution: &Resolution, holds: impl Fn(&Paragraph) -> bool) -> bool {
    resolution.paragraphs.iter().any(holds)
}

fn by(resolution: &Resolution, method: AdoptionMethod) -> bool {
    resolution.adoption.as_ref().is_some_and(|adoption| adoption.method == method)
}

fn cites(resolution: &Resolution, form: CitationForm) -> bool {
    resolution.citations.iter().any(|citation| citation.form == form)
}

const CONSTRUCTS: [Construct; 40] = [
    ("symbol", |_, one| one.symbol.is_some()),
    ("title", |_, one| one.title.is_some()),
    ("session", |_, one| one.session.is_some()),
    ("theme of the session", |_, one| one.session.as_ref().is_some_and(|session| session.theme.is_some())),
    ("place", |_, one| one.place.is_some()),
    ("date of adoption", |_, one| one.dates.iter().any(|date| format!("{:?}", date.role) == "Adoption")),
    ("date in two calendars", |_, one| one.dates.iter().any(|date| date.hijri.is_some())),
    ("volume or file", |_, one| one.container.is_some()),
    ("several resolutions in a file", |document, _| document.resolutions.len() > 1),
    ("enacting words", |_, one| any(one, |paragraph| paragraph.zone == Zone::Enacting)),
    ("preamble", |_, one| any(one, |paragraph| paragraph.zone == Zone::Preamble)),
    ("numbered preamble", |_, one| {
        any(one, |paragraph| paragraph.zone == Zone::Preamble && paragraph.number.is_some())
    }),
    ("operative part", |_, one| any(one, |paragraph| paragraph.zone == Zone::Operative)),
    ("operative part without numbers", |_, one| {
        any(one, |paragraph| paragraph.zone == Zone::Operative && paragraph.depth == 0 && paragraph.number.is_none())
    }),
    ("sub-paragraphs", |_, one| any(one, |paragraph| paragraph.depth > 0)),
    ("text behind a list", |_, one| any(one, |paragraph| paragraph.zone == Zone::Continuation)),
    ("headings", |_, one| any(one, |paragraph| paragraph.zone == Zone::Heading)),
    ("annex", |_, one| any(one, |paragraph| paragraph.zone == Zone::Annex)),
    ("notes", |_, one| any(one, |paragraph| paragraph.zone == Zone::Footnote)),
    ("furniture of pages", |_, one| any(one, |paragraph| paragraph.zone == Zone::Noise || !paragraph.noise.is_empty())),
    ("closing", |_, one| any(one, |paragraph| paragraph.zone == Zone::Closing)),
    ("meeting", |_, one| one.meeting.is_some()),
    ("vote with counts", |_, one| one.adoption.as_ref().is_some_and(|adoption| adoption.yes.is_some())),
    ("vote by name", |_, one| one.adoption.as_ref().is_some_and(|adoption| !adoption.names.is_empty())),
    ("unanimously", |_, one| by(one, AdoptionMethod::Unanimous)),
    ("by consensus", |_, one| by(one, AdoptionMethod::Consensus)),
    ("without a vote", |_, one| by(one, AdoptionMethod::WithoutVote)),
    ("sponsors", |_, one| !one.sponsors.is_empty()),
    ("reservations", |_, one| !one.reservations.is_empty()),
    ("draft or revision", |_, one| one.edition.version.is_some()),
    ("several acts", |_, one| any(one, |paragraph| paragraph.acts.len() > 1)),
    ("addressees", |_, one| any(one, |paragraph| paragraph.acts.iter().any(|act| !act.addressees.is_empty()))),
    ("deadline", |_, one| any(one, |paragraph| paragraph.acts.iter().any(|act| act.deadline.is_some()))),
    ("report asked for", |_, one| any(one, |paragraph| paragraph.acts.iter().any(|act| act.report.is_some()))),
    ("citation by symbol", |_, one| cites(one, CitationForm::Symbol)),
    ("citation by title", |_, one| cites(one, CitationForm::Title)),
    ("citation by description", |_, one| cites(one, CitationForm::Descriptive)),
    ("short citation", |_, one| cites(one, CitationForm::Short)),
    ("place in a cited work", |_, one| one.citations.iter().any(|citation| citation.pinpoint.is_some())),
    ("stance", |_, one| one.citations.iter().any(|citation| citation.stance.is_some())),
];

/// The construct and body of every case as Markdown.
fn table() -> String {
    let mut proofs: BTreeMap<String, BTreeMap<usize, String>> = BTreeMap::new();
    for file in files() {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        for (place, case) in read_cases(&file).iter().enumerate() {
            let document = parse(&case.input, &case.options);
            for resolution in &document.resolutions {
                let body = match (resolution.body, resolution.organ) {
                    (Some(body), Some(organ)) => format!("{body}:{organ}"),
                    (Some(body), None) => body.to_owned(),
                    _ => "not known".to_owned(),
                };
                let row = proofs.entry(body).or_default();
                for (at, (_, holds)) in CONSTRUCTS.iter().enumerate() {
                    if holds(&document, resolution) {
                        row.entry(at).or_insert_with(|| format!("{name} {} ({})", place + 1, document.language));
                    }
                }
            }
        }
    }
    let mut out = String::from(
        "# Bodies by construct\n\nMade from the cases under `constructs/` by `tests/coverage.rs`, which fails when it is not true.\nA cell names \
         the file, the number of the first case there that shows the construct for the body, and its language.\n",
    );
    for (body, row) in &proofs {
        writeln!(out, "\n## {body}\n\n| construct | case |\n|---|---|").unwrap();
        for (at, proof) in row {
            writeln!(out, "| {} | {proof} |", CONSTRUCTS[*at].0).unwrap();
        }
    }
    out
}

#[test]
fn the_table_of_bodies_says_what_the_cases_show() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/coverage.md");
    let made = table();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(kept, made, "UPDATE_GOLDEN=1 cargo test --test coverage writes the table");
}

#[test]
fn every_construct_is_proved_by_a_case() {
    let made = table();
    let missing: Vec<&str> =
        CONSTRUCTS.iter().map(|(name, _)| *name).filter(|name| !made.contains(&format!("| {name} |"))).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}

#[test]
fn every_body_that_is_promised_has_cases() {
    let made = table();
    for body in [
        "un:ga",
        "un:sc",
        "un:ecosoc",
        "un:hrc",
        "oic:cfm",
        "oic:is",
        "who:wha",
        "itu:",
        "eu:ep",
        "coe:pace",
        "au:",
        "las:",
        "oas:",
        "osce:",
        "asean",
        "unesco:",
        "not known",
    ] {
        assert!(made.contains(&format!("\n## {body}")), "no case of {body}");
    }
}

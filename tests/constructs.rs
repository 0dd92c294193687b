//! The grammar's documentation by example: every case under `tests/corpus/constructs/` is a text in
//! the real form of a body, written for this test, and the outline that it must come out with.
//!
//! `UPDATE_GOLDEN=1 cargo test --test constructs` rewrites the outlines.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "support/cases.rs"]
mod cases;

use std::fmt::Write as _;
use std::fs;

use whereas::model::{Document, Paragraph, Resolution, Zone};
use whereas::parse;
use whereas::text::Span;

use cases::{files, read_cases};

/// What a reader who knows resolutions but not Rust would check.
fn outline(document: &Document, source: &str) -> String {
    let mut out = String::new();
    for resolution in &document.resolutions {
        writeln!(out, "{}", resolution.key).unwrap();
        for dating in &resolution.dates {
            let role = format!("{:?}", dating.role).to_lowercase();
            write!(out, "  {role} {}", dating.iso).unwrap();
            if let Some(end) = &dating.end {
                write!(out, "..{end}").unwrap();
            }
            if let Some(hijri) = &dating.hijri {
                write!(out, " ({} {}, {:+})", hijri.iso, hijri.calendar, hijri.difference).unwrap();
            }
            out.push('\n');
        }
        write_facts(&mut out, resolution);
        for paragraph in &resolution.paragraphs {
            let Span { start, end } = paragraph.span;
            write!(out, "{} {start}..{end}", paragraph.address).unwrap();
            if paragraph.zone == Zone::Heading || !matches!(paragraph.zone, Zone::Preamble | Zone::Operative) {
                write!(out, " {}", format!("{:?}", paragraph.zone).to_lowercase()).unwrap();
            }
            if let Some(number) = &paragraph.number {
                write!(out, " no={number}").unwrap();
            }
            if let Some(lead) = &paragraph.lead {
                write!(out, " lead=“{}” {}", lead.text, lead.concept.unwrap_or("unknown")).unwrap();
            }
            writeln!(out, " …{}", ending(&paragraph.text)).unwrap();
            write_acts(&mut out, paragraph);
            for noise in &paragraph.noise {
                writeln!(out, "  noise {:?}", noise.of(source).unwrap()).unwrap();
            }
            for citation in
                resolution.citations.iter().filter(|citation| citation.by.as_ref() == Some(&paragraph.address))
            {
                let target = citation.target.as_deref().unwrap_or("?");
                write!(out, "  cites {target} as “{}”", citation.text).unwrap();
                if let Some(pinpoint) = &citation.pinpoint {
                    let part = format!("{:?}", pinpoint.part).to_lowercase();
                    write!(out, " at {part} {}–{}", pinpoint.from, pinpoint.to).unwrap();
                }
                if let Some(stance) = citation.stance {
                    write!(out, " {}", format!("{stance:?}").to_lowercase()).unwrap();
                }
                out.push('\n');
            }
        }
    }
    for diagnostic in &document.diagnostics {
        writeln!(out, "! {} {}..{}", diagnostic.code, diagnostic.span.start, diagnostic.span.end).unwrap();
    }
    out.trim_end().to_owned()
}

/// What the resolution states about itself beside its dates.
fn write_facts(out: &mut String, resolution: &Resolution) {
    if let Some(session) = &resolution.session {
        let theme = session.theme.as_ref().map_or_else(String::new, |theme| format!(" “{theme}”"));
        let ordinal = session.ordinal.map_or_else(|| "?".to_owned(), |ordinal| ordinal.to_string());
        writeln!(out, "  at session {ordinal}{theme}").unwrap();
    }
    if let Some(place) = &resolution.place {
        writeln!(out, "  in {} {}", place.name, place.country.unwrap_or("?")).unwrap();
    }
    if let Some(container) = &resolution.container {
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        writeln!(out, "  from {} “{}”", part(&container.symbol), part(&container.title)).unwrap();
    }
    if let Some(adoption) = &resolution.adoption {
        write!(out, "  {}", format!("{:?}", adoption.method).to_lowercase()).unwrap();
        for (word, count) in [("yes", adoption.yes), ("no", adoption.no), ("abstain", adoption.abstain)] {
            if let Some(count) = count {
                write!(out, " {word}={count}").unwrap();
            }
        }
        for (how, names) in &adoption.names {
            write!(out, " {how}: {}", names.join(", ")).unwrap();
        }
        out.push('\n');
    }
    if let Some(meeting) = &resolution.meeting {
        writeln!(out, "  meeting {}", meeting.ordinal).unwrap();
    }
    for (word, entities) in [("proposed by", &resolution.sponsors), ("reservations of", &resolution.reservations)] {
        let names: Vec<&str> =
            entities.iter().map(|entity| entity.id.as_deref().unwrap_or(entity.text.as_str())).collect();
        if !names.is_empty() {
            writeln!(out, "  {word} {}", names.join(", ")).unwrap();
        }
    }
    if resolution.edition.status != "adopted" || resolution.edition.version.is_some() {
        let version = resolution.edition.version.as_deref().unwrap_or("");
        writeln!(out, "  {} {version}", resolution.edition.status).unwrap();
    }
    if let Some(title) = &resolution.title {
        writeln!(out, "  “{title}”").unwrap();
    }
}

/// Every act but the first by its lead; whom each addresses, and by when.
fn write_acts(out: &mut String, paragraph: &Paragraph) {
    for (at, act) in paragraph.acts.iter().enumerate() {
        if at > 0 {
            writeln!(out, "  and “{}” {}", act.lead.text, act.lead.concept.unwrap_or("unknown")).unwrap();
        }
        if !act.addressees.is_empty() {
            let names: Vec<String> =
                act.addressees.iter().map(|one| one.id.clone().unwrap_or_else(|| format!("“{}”", one.text))).collect();
            writeln!(out, "  to {}", names.join(", ")).unwrap();
        }
        if let Some(due) = &act.deadline {
            let session = due.session.map(|session| format!("session {session}"));
            let year = due.year.map(|year| format!("in {year}"));
            let parts = [due.iso.clone(), session, due.body.clone(), year];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            writeln!(out, "  due {}: “{}”", parts.join(" "), due.text).unwrap();
        }
        if let Some(report) = &act.report {
            writeln!(out, "  report to {}: “{}”", report.id.as_deref().unwrap_or("?"), report.text).unwrap();
        }
    }
    if let Some(neutral) = paragraph.lead.as_ref().and_then(|lead| lead.neutral) {
        writeln!(out, "  neutral by {}", neutral.source).unwrap();
    }
}

/// The last words of a paragraph.
fn ending(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    characters.iter().skip(characters.len().saturating_sub(18)).collect()
}

/// What holds for every text: spans on borders, in order, apart, and nothing of the text lost.
fn check_invariants(document: &Document, source: &str, name: &str) {
    for resolution in &document.resolutions {
        let mut at = 0;
        let mut addresses = Vec::new();
        for paragraph in &resolution.paragraphs {
            let words =
                paragraph.span.of(source).unwrap_or_else(|| panic!("{name}: {} is not on borders", paragraph.address));
            assert!(!words.trim().is_empty(), "{name}: {} is empty", paragraph.address);
            assert!(paragraph.span.start >= at, "{name}: {} overlaps what stands before it", paragraph.address);
            let between = &source[at as usize..paragraph.span.start as usize];
            let lost = between.chars().filter(|character| character.is_alphanumeric()).count();
            let owned = resolution.span.start > at || lost == 0;
            assert!(owned, "{name}: “{between}” before {} belongs to nothing", paragraph.address);
            at = paragraph.span.end;
            if let Some(lead) = &paragraph.lead {
                assert!(paragraph.span.contains(lead.span), "{name}: the lead of {} lies outside", paragraph.address);
            }
            addresses.push(paragraph.address.as_str());
        }
        let count = addresses.len();
        addresses.sort_unstable();
        addresses.dedup();
        assert_eq!(addresses.len(), count, "{name}: two paragraphs have one address");
        for citation in &resolution.citations {
            assert!(citation.span.of(source).is_some(), "{name}: {} is not on borders", citation.text);
        }
    }
}

#[test]
fn every_case_comes_out_as_its_outline_says() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut faults = String::new();
    for file in files() {
        let mut rewritten = String::new();
        for case in read_cases(&file) {
            let document = parse(&case.input, &case.options);
            check_invariants(&document, &case.input, &case.name);
            let found = outline(&document, &case.input);
            if found != case.outline {
                writeln!(faults, "{}: {}\n{found}\n--- expected\n{}\n", file.display(), case.name, case.outline)
                    .unwrap();
            }
            writeln!(rewritten, "=== {}", case.name).unwrap();
            for line in &case.head {
                writeln!(rewritten, "{line}").unwrap();
            }
            writeln!(rewritten, "--- input\n{}\n--- outline\n{found}\n", case.input).unwrap();
        }
        if update {
            fs::write(&file, rewritten.trim_end().to_owned() + "\n").unwrap();
        }
    }
    assert!(update || faults.is_empty(), "{faults}");
}

#[test]
fn cases_keep_their_invariants_when_their_text_is_damaged() {
    for file in files() {
        for case in read_cases(&file) {
            let damages: [(&str, String); 5] = [
                ("carriage returns", case.input.replace('\n', "\r\n")),
                ("no-break spaces", case.input.replace(' ', "\u{a0}")),
                ("no blank lines", case.input.replace("\n\n", "\n")),
                ("byte order mark", format!("\u{feff}{}", case.input)),
                ("soft hyphens", case.input.replace("tion", "ti\u{ad}on")),
            ];
            for (damage, text) in damages {
                let document = parse(&text, &case.options);
                check_invariants(&document, &text, &format!("{} with {damage}", case.name));
            }
            for (cut, _) in case.input.char_indices().step_by(7) {
                let text = &case.input[..cut];
                check_invariants(&parse(text, &case.options), text, &format!("{} cut at {cut}", case.name));
            }
        }
    }
}

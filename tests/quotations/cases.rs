//! Quotations written by hand, with everything the check says of them.
//!
//! A file of `cases/` holds one resolution and news items about it. What comes out lies behind each item; read the
//! difference as an editor would before `UPDATE_GOLDEN=1` writes it.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use whereas::quote::{CheckReport, Finding};
use whereas::{Library, ParseOptions};

const FOLDER: &str = "tests/quotations/cases";

fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or("?").to_owned()
}

fn describe(finding: &Finding, report: &CheckReport, article: &str, library: &Library) -> String {
    let mut out = format!("“{}” {}", finding.text.replace('\n', "⏎"), word(&finding.verdict));
    if let Some(weight) = &finding.weight {
        write!(out, " ({})", word(weight)).unwrap();
    }
    if let Some(reason) = &finding.reason {
        write!(out, ": {}", word(reason)).unwrap();
    }
    let cut = |key: &str, span: whereas::text::Span| {
        let source = library.source(key).unwrap();
        span.of(&source.text).unwrap().replace('\n', "⏎")
    };
    if let Some(source) = &finding.source {
        write!(out, "\n  {} “{}”", source.address, cut(&source.key, source.span)).unwrap();
        assert_eq!(source.copy.sha256.len(), 64);
        assert!(report.compared.iter().any(|text| text.sha256 == source.copy.sha256));
    }
    let notes: Vec<String> = finding.also.iter().map(word).collect();
    if !notes.is_empty() {
        write!(out, "\n  also {}", notes.join(", ")).unwrap();
    }
    for edit in &finding.edits {
        let key = &finding.source.as_ref().unwrap().key;
        let (ours, theirs) = (edit.article.of(article).unwrap(), cut(key, edit.source));
        let marked = if edit.marked { " marked" } else { "" };
        write!(out, "\n  {}{marked} “{ours}” ← “{theirs}”", word(&edit.class)).unwrap();
    }
    if let Some(carrier) = &finding.carrier {
        let (verb, lead) = (carrier.reporting.as_deref(), carrier.lead.as_deref());
        write!(out, "\n  {} / {}", verb.unwrap_or("–"), lead.unwrap_or("–")).unwrap();
        out += &carrier.drift.map_or_else(String::new, |drift| format!(", drift {drift}"));
    }
    if let Some(left_out) = &finding.left_out {
        write!(out, "\n  goes on “{}”", left_out.text).unwrap();
    }
    if let Some(subjects) = &finding.subjects {
        write!(out, "\n  subjects “{}” / “{}”", subjects.article.text, subjects.source.text).unwrap();
    }
    if let Some(stated) = &finding.stated {
        write!(out, "\n  stated “{}”", stated.text).unwrap();
    }
    if let Some(speaker) = &finding.speaker {
        write!(out, "\n  speaker “{}”", speaker.text).unwrap();
    }
    if let Some(counterpart) = &finding.counterpart {
        let by: Vec<String> = counterpart.by.iter().map(word).collect();
        write!(out, "\n  counterpart {} {} by {}", counterpart.language, counterpart.source.address, by.join(", "))
            .unwrap();
    }
    if let Some(version) = &finding.version {
        let key = version.key.as_deref().unwrap_or("not here");
        write!(out, "\n  compare with {} in {}: {key}", version.resolution, version.language).unwrap();
    }
    out
}

/// What the check says of one news item.
fn check(library: &Library, article: &str) -> String {
    let report = library.check(article, &[]).unwrap();
    let told: Vec<String> =
        report.quotations.iter().map(|finding| describe(finding, &report, article, library)).collect();
    let odd = report.diagnostics.iter().map(|diagnostic| format!("! {}", diagnostic.code));
    let told: Vec<String> = told.into_iter().chain(odd).collect();
    if told.is_empty() { "nothing\n".to_owned() } else { told.join("\n") + "\n" }
}

#[test]
fn says_of_every_case_what_lies_behind_it() {
    let mut files: Vec<PathBuf> = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut count = 0;
    for file in files {
        let all = fs::read_to_string(&file).unwrap();
        let mut parts = all.split("\n=== ");
        let head = parts.next().unwrap();
        let mut library = Library::new();
        let resolution = head.strip_prefix("--- resolution\n").unwrap();
        library.add(resolution, &ParseOptions::new().with_name("resolution.txt")).unwrap();
        let mut written = head.to_owned();
        for part in parts {
            let (name, rest) = part.split_once('\n').unwrap();
            let article = rest.split_once("\n--- findings\n").map_or(rest, |(article, _)| article).trim_end();
            write!(written, "\n=== {name}\n{article}\n\n--- findings\n{}", check(&library, article)).unwrap();
            count += 1;
        }
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&file, &written).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap();
        assert!(written == kept, "{} is now\n{written}", file.display());
    }
    assert!(count >= 40, "{count} cases");
}

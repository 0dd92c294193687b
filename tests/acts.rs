//! Every act of a paragraph by example: `tests/acts/cases.tsv` holds paragraphs written for this test in the form of
//! real ones, in six languages, and by hand what each does, of whom it asks it, and by when.
//!
//! Second and third acts are among them, participles behind a clause, pronouns for whom something is asked, and what
//! is no act of the body: what others do, nouns that look like verbs, what is not endorsed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;

use whereas::model::Act;
use whereas::{ParseOptions, parse};

const CASES: &str = include_str!("acts/cases.tsv");

/// What a body's text begins with in a language.
fn opening(language: &str) -> &'static str {
    match language {
        "fr" => "L’Assemblée générale,",
        "es" => "La Asamblea General,",
        "ru" => "Генеральная Ассамблея,",
        "ar" => "إن الجمعية العامة،",
        "zh" => "大会，",
        _ => "The General Assembly,",
    }
}

/// An act as the table writes it: `request > un:sg, Board of Auditors @ by 30 June 2025`.
fn print(act: &Act) -> String {
    let mut out = act.lead.concept.unwrap_or("-").to_owned();
    let asked: Vec<&str> = act.addressees.iter().map(|one| one.id.as_deref().unwrap_or(&one.text)).collect();
    if !asked.is_empty() {
        out = format!("{out} > {}", asked.join(", "));
    }
    if let Some(due) = &act.deadline {
        let by = due.iso.clone().or_else(|| due.session.map(|session| session.to_string()));
        out = format!("{out} @ {}", by.unwrap_or_default());
    }
    out
}

#[test]
fn finds_every_act_of_a_paragraph() {
    let mut wrong = Vec::new();
    // Of each language: acts there are, acts found, acts found right.
    let mut counts: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for line in CASES.lines().skip(1).filter(|line| !line.is_empty()) {
        let [language, text, expected]: [&str; 3] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let source = format!("A/RES/78/77\n\n{}\n\n{text}\n", opening(language));
        let document = parse(&source, &ParseOptions::new());
        assert_eq!(document.language, language, "{text}");
        let paragraph = document.resolutions[0].paragraphs.iter().find(|one| one.lead.is_some());
        let found: Vec<String> = paragraph.map_or_else(Vec::new, |one| one.acts.iter().map(print).collect());
        let wanted: Vec<&str> = expected.split(" | ").filter(|act| *act != "none").collect();
        let count = counts.entry(language).or_default();
        count[0] += wanted.len() as u32;
        count[1] += found.len() as u32;
        count[2] += wanted.iter().filter(|act| found.iter().any(|one| one == *act)).count() as u32;
        if found != wanted {
            wrong.push(format!("{text}\n  found {}\n  not   {expected}", found.join(" | ")));
        }
    }
    for (language, [all, found, right]) in &counts {
        println!("{language}: {all} acts, {found} found, {right} right");
    }
    assert!(wrong.is_empty(), "{} of the cases come out otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

//! Quotations in one language beside a resolution in another: whether the paragraph is found that they stand for.
//!
//! The texts of a collection beside the project stand in six languages, paragraph by paragraph.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use whereas::model::{Resolution, Zone};
use whereas::quote::{Reason, Verdict};
use whereas::{Library, ParseOptions};

use crate::random::Random;

const FOLDER: &str = "../shared/corpus/unga";
const OUTCOME: &str = "tests/quotations/matrix/counterparts.txt";

/// The texts of a session by symbol.
fn texts(session: u32, language: &str) -> BTreeMap<String, String> {
    let path = format!("{FOLDER}/{session}-{language}.jsonl.gz");
    let output = Command::new("gzip").arg("-dc").arg(path).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let read = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        (record["symbol"].as_str().unwrap().to_owned(), record["text"].as_str().unwrap().to_owned())
    };
    lines.lines().map(read).collect()
}

fn addresses(resolution: &Resolution) -> Vec<&str> {
    resolution.paragraphs.iter().filter(|one| one.zone != Zone::Noise).map(|one| one.address.as_str()).collect()
}

/// What was asked, found, and found in the right paragraph.
#[derive(Default)]
struct Count {
    asked: u32,
    other_language: u32,
    version: u32,
    found: u32,
    right: u32,
    by: BTreeMap<String, (u32, u32)>,
}

/// Three questions for each of the first `most` texts, and one that names its paragraph.
fn measure(most: usize, language: &str, (sentence, numbered): (&str, &str), marks: (&str, &str)) -> Count {
    let (english, others) = (texts(77, "en"), texts(77, language));
    let mut random = Random::new(7);
    let mut count = Count::default();
    for (symbol, text) in others.iter().take(most) {
        let Some(source) = english.get(symbol) else { continue };
        let mut library = Library::new();
        library.add(source, &ParseOptions::new()).unwrap();
        let (own, other) = (whereas::parse(source, &ParseOptions::new()), whereas::parse(text, &ParseOptions::new()));
        let ([own], [other]) = (own.resolutions.as_slice(), other.resolutions.as_slice()) else { continue };
        // Only texts whose paragraphs stand side by side tell what is right.
        if addresses(own) != addresses(other) || own.symbol.is_none() {
            continue;
        }
        let quotable = |one: &&whereas::model::Paragraph| {
            let plain = !one.text.contains(['“', '”', '«', '»', '"', '„', '「', '」', '《']);
            matches!(one.zone, Zone::Preamble | Zone::Operative) && one.text.chars().count() > 40 && plain
        };
        let paragraphs: Vec<_> = other.paragraphs.iter().filter(quotable).collect();
        if paragraphs.is_empty() {
            continue;
        }
        for turn in 0..4 {
            let paragraph = random.pick(&paragraphs);
            let number = paragraph.number.as_deref().filter(|_| turn == 3 && paragraph.address.starts_with("op"));
            let (sentence, number) = number.map_or((sentence, ""), |number| (numbered, number));
            let quotation =
                format!("{}{}{}", marks.0, paragraph.text.trim_end_matches([';', ',', '.', '；', '،', '؛']), marks.1);
            let article = sentence
                .replace("{n}", number)
                .replace("{s}", symbol.trim_start_matches("A/RES/"))
                .replace("{q}", &quotation);
            let report = library.check(&article, &[]).unwrap();
            let Some(finding) = report.quotations.first() else { continue };
            count.asked += 1;
            let other_language = finding.verdict == Verdict::Unchecked && finding.reason == Some(Reason::OtherLanguage);
            count.other_language += u32::from(other_language);
            if !other_language && std::env::var_os("MISSES").is_some() {
                println!("{symbol} {} is {:?} {:?}: {article}", paragraph.address, finding.verdict, finding.reason);
            }
            // One sentence may be taken for another language; then the edition that is named is another too.
            let version = finding.version.as_ref().map(|version| (version.resolution.as_str(), version.language));
            count.version += u32::from(version == Some((own.id.as_str(), language)));
            if let Some(found) = &finding.counterpart {
                let is_right = found.source.address == paragraph.address;
                count.found += 1;
                count.right += u32::from(is_right);
                let grounds: Vec<String> = found.by.iter().map(|ground| format!("{ground:?}").to_lowercase()).collect();
                let slot = count.by.entry(grounds.join(", ")).or_default();
                slot.0 += 1;
                slot.1 += u32::from(is_right);
                if !is_right && std::env::var_os("MISSES").is_some() {
                    println!(
                        "{symbol} {} is {} by {:?}: {}",
                        found.source.address, paragraph.address, found.by, paragraph.text
                    );
                }
            }
        }
    }
    count
}

#[test]
#[ignore = "slow: reads a session of the General Assembly in six languages"]
fn finds_the_paragraph_that_a_quotation_in_another_language_stands_for() {
    hold_bars(usize::MAX, 0.97);
}

#[test]
fn finds_the_paragraph_in_the_first_texts_of_a_session() {
    hold_bars(25, 0.9);
}

/// Asks about the first `most` texts of a session in five languages beside English; of the paragraphs that are found,
/// `least` must be right.
fn hold_bars(most: usize, least: f64) {
    if !Path::new(FOLDER).is_dir() {
        println!("skipped: there are no texts beside the project");
        return;
    }
    let mut told = String::from("language   asked  other language  version   found   right\n");
    let mut all = Vec::new();
    for (language, sentences, marks) in [
        (
            "fr",
            ("La résolution {s} contient les mots {q}.", "Le paragraphe {n} de la résolution {s} dit : {q}."),
            ("« ", " »"),
        ),
        ("es", ("En la resolución {s} se lee: {q}.", "El párrafo {n} de la resolución {s} dice: {q}."), ("«", "»")),
        ("ru", ("В резолюции {s} говорится: {q}.", "В пункте {n} резолюции {s} говорится: {q}."), ("«", "»")),
        ("ar", ("وجاء في القرار {s} ما يلي: {q}.", "وجاء في الفقرة {n} من القرار {s} ما يلي: {q}."), ("«", "»")),
        ("zh", ("第{s}号决议写道：{q}。", "第{s}号决议第{n}段写道：{q}。"), ("“", "”")),
    ] {
        let count = measure(most, language, sentences, marks);
        let Count { asked, other_language, found, right, by, version } = &count;
        writeln!(told, "{language:<9} {asked:>6} {other_language:>15} {version:>8} {found:>7} {right:>7}").unwrap();
        for (ground, (all, right)) in by {
            writeln!(told, "  by {ground:<32} {all:>5}, right {right:>5}").unwrap();
        }
        all.push((language, count));
    }
    println!("{told}");
    if most == usize::MAX && std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(OUTCOME, &told).unwrap();
    }
    for (language, count) in all {
        let share = |part: u32, all: u32| f64::from(part) / f64::from(all.max(1));
        assert!(share(count.other_language, count.asked) >= 0.98, "{language}: reason");
        assert!(share(count.version, count.asked) >= 0.98, "{language}: edition");
        assert!(share(count.right, count.found) >= least, "{language}: of those found");
        assert!(share(count.found, count.asked) >= 0.5, "{language}: found");
    }
}

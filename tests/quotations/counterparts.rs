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

fn measure(language: &str, sentence: &str, marks: (&str, &str)) -> Count {
    let (english, others) = (texts(77, "en"), texts(77, language));
    let mut random = Random::new(7);
    let mut count = Count::default();
    for (symbol, text) in &others {
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
        for _ in 0..3 {
            let paragraph = random.pick(&paragraphs);
            let quotation =
                format!("{}{}{}", marks.0, paragraph.text.trim_end_matches([';', ',', '.', '；', '،', '؛']), marks.1);
            let article = sentence.replace("{s}", symbol.trim_start_matches("A/RES/")).replace("{q}", &quotation);
            let report = library.check(&article, &[]).unwrap();
            let Some(finding) = report.quotations.first() else { continue };
            count.asked += 1;
            let other_language = finding.verdict == Verdict::Unchecked && finding.reason == Some(Reason::OtherLanguage);
            count.other_language += u32::from(other_language);
            // One sentence may be taken for another language; then the edition that is named is another too.
            let version = finding.version.as_ref().map(|version| (version.resolution.as_str(), version.language));
            count.version += u32::from(version == Some((own.id.as_str(), language)));
            if let Some(found) = &finding.counterpart {
                let is_right = found.source.address == paragraph.address;
                count.found += 1;
                count.right += u32::from(is_right);
                for ground in &found.by {
                    let slot = count.by.entry(format!("{ground:?}").to_lowercase()).or_default();
                    slot.0 += 1;
                    slot.1 += u32::from(is_right);
                }
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
    if !Path::new(FOLDER).is_dir() {
        println!("skipped: there are no texts beside the project");
        return;
    }
    let mut told = String::from("language   asked  other language  version   found   right\n");
    let mut all = Vec::new();
    for (language, sentence, marks) in [
        ("fr", "La résolution {s} contient les mots {q}.", ("« ", " »")),
        ("es", "En la resolución {s} se lee: {q}.", ("«", "»")),
        ("ru", "В резолюции {s} говорится: {q}.", ("«", "»")),
        ("ar", "وجاء في القرار {s} ما يلي: {q}.", ("«", "»")),
        ("zh", "第{s}号决议写道：{q}。", ("“", "”")),
    ] {
        let count = measure(language, sentence, marks);
        let Count { asked, other_language, found, right, by, version } = &count;
        writeln!(told, "{language:<9} {asked:>6} {other_language:>15} {version:>8} {found:>7} {right:>7}").unwrap();
        for (ground, (all, right)) in by {
            writeln!(told, "  by {ground:<12} {all:>5}, right {right:>5}").unwrap();
        }
        all.push((language, count));
    }
    println!("{told}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(OUTCOME, &told).unwrap();
    }
    for (language, count) in all {
        let share = |part: u32, all: u32| f64::from(part) / f64::from(all.max(1));
        assert!(share(count.other_language, count.asked) >= 0.98, "{language}: reason");
        assert!(share(count.version, count.asked) >= 0.95, "{language}: edition");
        assert!(share(count.right, count.found) >= 0.95, "{language}: of those found");
        assert!(share(count.found, count.asked) >= 0.4, "{language}: found");
    }
}

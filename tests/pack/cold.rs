//! What a question costs over HTTP, where the archive and the browser's cache are cold.

use std::ops::Range;
use std::path::Path;
use std::process::Command;

use whereas::index::Pack;
use whereas::library::Packer;
use whereas::query::SearchOptions;
use whereas::{Library, ParseOptions, parse};

use super::seeds::Seeds;

/// The texts of four sessions, one a line as JSON; `None` where they are not beside the project.
fn texts() -> Option<Vec<String>> {
    let mut texts = Vec::new();
    for session in 75..=78 {
        let path = format!("../shared/corpus/unga/{session}-en.jsonl.gz");
        if !Path::new(&path).exists() {
            return None;
        }
        let lines = Command::new("gzip").args(["-dc", &path]).output().unwrap().stdout;
        for line in std::str::from_utf8(&lines).unwrap().lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            texts.push(line["text"].as_str().unwrap().to_owned());
        }
    }
    Some(texts)
}

/// One to three words that stand in one paragraph, side by side or not.
fn queries(texts: &[String], count: usize) -> Vec<String> {
    let mut seeds = Seeds(0xC01D);
    let mut queries = Vec::new();
    while queries.len() < count {
        let lines: Vec<&str> = texts[seeds.next(texts.len())].lines().filter(|line| line.len() > 80).collect();
        if lines.is_empty() {
            continue;
        }
        let is_word = |word: &&str| word.len() >= 4 && word.chars().all(|letter| letter.is_ascii_alphabetic());
        let words: Vec<&str> = lines[seeds.next(lines.len())].split(' ').filter(is_word).collect();
        let wanted = queries.len() % 3 + 1;
        if words.len() < wanted {
            continue;
        }
        let from = seeds.next(words.len() + 1 - wanted);
        let apart = |at: usize| words[if queries.len() % 2 == 0 { from + at } else { (from + at * 7) % words.len() }];
        queries.push((0..wanted).map(apart).collect::<Vec<_>>().join(" "));
    }
    queries
}

/// The ranges that a cold question asks for, round by round.
fn ask(file: &[u8], query: &str) -> Vec<Vec<Range<u64>>> {
    let mut rounds = Vec::new();
    let mut head = 0usize;
    let pack = loop {
        match Pack::open_part(&file[..head], file.len() as u64) {
            Ok(pack) => break pack,
            Err(needed) => {
                let needed = needed.unwrap();
                rounds.push(std::iter::once(head as u64..needed).collect());
                head = needed as usize;
            }
        }
    };
    let mut library = Library::new();
    library.add_pack(pack);
    loop {
        library.search(query, &SearchOptions::new()).unwrap();
        let missing = library.take_missing();
        if missing.is_empty() {
            return rounds;
        }
        for one in &missing {
            let bytes = &file[one.range.start as usize..one.range.end as usize];
            library.add_pack_bytes(one.pack, one.range.start, bytes);
        }
        rounds.push(missing.into_iter().map(|one| one.range).collect());
    }
}

#[test]
#[ignore = "reads four sessions"]
fn costs_little_over_http() {
    let Some(texts) = texts() else {
        println!("skipped: the texts of four sessions are not beside the project");
        return;
    };
    let options = ParseOptions::new().with_language("en");
    let mut packer = Packer::new();
    for text in &texts {
        packer.add(text.clone(), parse(text, &options), &options);
    }
    let file = packer.to_bytes();
    let (mut costs, mut requests) = (Vec::new(), Vec::new());
    for query in queries(&texts, 200) {
        let rounds = ask(&file, &query);
        assert!(rounds.len() <= 5, "{query} takes {} round trips", rounds.len());
        let ranges = rounds.iter().flatten();
        requests.push(ranges.clone().count());
        costs.push(ranges.map(|range| range.end - range.start).sum::<u64>());
    }
    costs.sort_unstable();
    requests.sort_unstable();
    let (median, high) = (costs[costs.len() / 2], costs[costs.len() * 95 / 100]);
    let most = requests[requests.len() - 1];
    let units = Pack::open(file).unwrap().unit_count();
    println!("{units} paragraphs: median {median} bytes, 95th percentile {high}, at most {most} requests");
    println!("requests: median {}, 95th percentile {}", requests[100], requests[190]);
    // The goals are 18 requests, 90,000 and 140,000 bytes.
    assert!(most <= 21, "a question takes {most} requests");
    assert!(median <= 96_000 && high <= 160_000, "{median}, {high}");
}

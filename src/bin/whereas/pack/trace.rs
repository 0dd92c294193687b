//! What a question costs over HTTP: which ranges of a pack are asked for, in which rounds.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;

use serde::Serialize;
use whereas::Library;
use whereas::index::{Pack, Section};
use whereas::query::SearchOptions;

use crate::Outcome;

/// The requests of one cold question: the pack is opened for it.
#[derive(Serialize)]
struct Trace<'a> {
    query: &'a str,
    found: u32,
    rounds: usize,
    requests: usize,
    bytes: u64,
    /// Of each round, the first with the beginning of the file.
    ranges: Vec<Vec<Request>>,
}

#[derive(Serialize)]
struct Request {
    start: u64,
    end: u64,
    sections: Vec<&'static str>,
}

/// A pack on a disk, read as a browser would.
struct Host {
    file: File,
    length: u64,
    ranges: Vec<Vec<Range<u64>>>,
}

impl Host {
    fn read(&mut self, range: &Range<u64>) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; (range.end - range.start) as usize];
        self.file.seek(SeekFrom::Start(range.start))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn open(&mut self) -> io::Result<Pack> {
        let mut head = Vec::new();
        loop {
            match Pack::open_part(&head, self.length) {
                Ok(pack) => return Ok(pack),
                Err(Ok(needed)) => {
                    let range = head.len() as u64..needed;
                    head.extend(self.read(&range)?);
                    self.ranges.push(vec![range]);
                }
                Err(Err(error)) => return Err(io::Error::other(error.to_string())),
            }
        }
    }
}

/// Asks each question of a pack of which nothing is at hand, and says what was fetched.
pub fn run(path: &Path, queries: &[String], limit: u32, json: bool) -> io::Result<Outcome> {
    let mut out = anstream::stdout().lock();
    let (mut bytes, mut most) = (Vec::new(), (0, 0));
    for query in queries {
        let (trace, sections) = ask(path, query, limit)?;
        bytes.push(trace.bytes);
        most = (most.0.max(trace.rounds), most.1.max(trace.requests));
        if json {
            serde_json::to_writer(&mut out, &trace)?;
            writeln!(out)?;
            continue;
        }
        let Trace { query, found, rounds, requests, bytes, ranges } = &trace;
        writeln!(
            out,
            "\u{1b}[1m{query}\u{1b}[0m   {found} found; {rounds} round trips, {requests} requests, {bytes} bytes"
        )?;
        for (round, ranges) in ranges.iter().enumerate() {
            for Request { start, end, sections } in ranges {
                writeln!(out, "{:>4} {start:>12}..{end:<12} {:>8}  {}", round + 1, end - start, sections.join(" "))?;
            }
        }
        for (section, length) in sections {
            writeln!(out, "{length:>39}  {section}")?;
        }
    }
    bytes.sort_unstable();
    let at =
        |part: usize| bytes.get((bytes.len() * part / 100).min(bytes.len().saturating_sub(1))).copied().unwrap_or(0);
    if queries.len() > 1 && !json {
        let mean = bytes.iter().sum::<u64>() / bytes.len().max(1) as u64;
        writeln!(
            out,
            "{} questions: median {} bytes, 95th percentile {}, mean {mean}; at most {} round trips and {} requests",
            queries.len(),
            at(50),
            at(95),
            most.0,
            most.1
        )?;
    }
    Ok(Outcome::Done)
}

type BySection = Vec<(&'static str, u64)>;

fn ask<'a>(path: &Path, query: &'a str, limit: u32) -> io::Result<(Trace<'a>, BySection)> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut host = Host { file, length, ranges: Vec::new() };
    let pack = host.open()?;
    let sections = section_ranges(&pack);
    let mut library = Library::new();
    library.add_pack(pack);
    let options = SearchOptions::new().with_limit(limit);
    let found = loop {
        let found = library.search(query, &options);
        let missing = library.take_missing();
        if missing.is_empty() {
            break found.map_err(|error| io::Error::other(error.to_string()))?;
        }
        host.ranges.push(missing.iter().map(|one| one.range.clone()).collect());
        for one in missing {
            let bytes = host.read(&one.range)?;
            library.add_pack_bytes(one.pack, one.range.start, &bytes);
        }
    };
    let named = |range: &Range<u64>| {
        let touched = sections.iter().filter(|(_, held)| held.start < range.end && range.start < held.end);
        Request { start: range.start, end: range.end, sections: touched.map(|(section, _)| section.name()).collect() }
    };
    let all = || host.ranges.iter().flatten();
    let by_section = sections.iter().map(|(section, held)| {
        let within = |range: &Range<u64>| range.end.min(held.end).saturating_sub(range.start.max(held.start));
        (section.name(), all().map(within).sum())
    });
    let trace = Trace {
        query,
        found: found.total.value,
        rounds: host.ranges.len(),
        requests: all().count(),
        bytes: all().map(|range| range.end - range.start).sum(),
        ranges: host.ranges.iter().map(|ranges| ranges.iter().map(named).collect()).collect(),
    };
    Ok((trace, by_section.filter(|&(_, length)| length > 0).collect()))
}

fn section_ranges(pack: &Pack) -> Vec<(Section, Range<u64>)> {
    let all: u64 = pack.sections().map(|(_, length)| length).sum();
    let mut at = pack.length() - all;
    let range = |(section, length)| {
        let range = at..at + length;
        at += length;
        (section, range)
    };
    pack.sections().map(range).collect()
}

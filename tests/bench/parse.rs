//! How fast texts are read, natively and on one thread, and whether the time stays in proportion.
//!
//! `cargo bench --bench parse -- FILE` reads the texts of FILE, a NUL between them, and prints one line of
//! JSON; `tests/bench/parse.test.mjs` runs it and holds the figures against `tests/budgets.tsv`. Times are
//! compared with that of a plain hash of the same bytes on the same machine, so that the limits hold on
//! a slow machine too.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use whereas::{ParseOptions, parse};

/// Texts that ask for more work than their length: each is repeated to a small and to a large size.
const SHAPES: [&str; 40] = [
    "a",
    "\n",
    "(",
    "“",
    "\"",
    "«",
    "*",
    "é",
    "/",
    "1/",
    "70/1 ",
    "1. ",
    "(a)\n",
    "-\n",
    "1\n",
    "A\n",
    "x\u{AD}",
    "\\a{",
    "the General Assembly ",
    "resolution 70/1 of ",
    "Recalling, and recalling, ",
    "Adopted at the 1st meeting by 1 vote ",
    "в Республике ",
    "الجمعية العامة ",
    "第号决议、",
    "“‘",
    "“(",
    "said “x”, ",
    "(i) one;\n(ii) two;\n",
    "1. Requests the Secretary-General to report;\n",
    "A/RES/77/1\n\nwords of a page\n1/12 22-20001\n",
    "_____\n1 note\n",
    "its resolutions 70/1, 70/2, ",
    "paragraphs 1, 2, 3, ",
    "that resolution, ibid., ",
    "of 22 October 1982, ",
    "and expresses ",
    "3101 (XXV-\n",
    "70/1. Title\nThe General Assembly,\nRecalling,\n1. Decides to;\n",
    "第1号决议，回顾大会",
];

const SMALL: usize = 60_000;
/// How many times as long the large text is.
const TIMES: usize = 8;

fn main() {
    let path = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let Some(path) = path else {
        println!("usage: cargo bench --bench parse -- FILE");
        return;
    };
    let all = std::fs::read_to_string(path).unwrap();
    let texts: Vec<&str> = all.split('\0').collect();
    let (mut paragraphs, mut citations) = (0, 0);
    for text in &texts {
        for resolution in parse(text, &ParseOptions::new()).resolutions {
            paragraphs += resolution.paragraphs.len();
            citations += resolution.citations.len();
        }
    }
    let parsing = best(|| {
        for text in &texts {
            black_box(parse(black_box(text), &ParseOptions::new()));
        }
    });
    let hashing = best(|| {
        black_box(hash(black_box(all.as_bytes())));
    });
    let (shape, growth) = worst_growth();
    let mut line = String::new();
    let bytes = all.len();
    let speed = bytes as f64 / parsing.as_secs_f64() / 1e6;
    let ratio = parsing.as_secs_f64() / hashing.as_secs_f64();
    write!(line, r#"{{"bytes":{bytes},"paragraphs":{paragraphs},"citations":{citations},"speed":{speed:.2},"#).unwrap();
    write!(line, r#""ratio":{ratio:.2},"shape":{shape:?},"growth":{growth:.2}}}"#).unwrap();
    println!("{line}");
}

/// The time that `work` takes.
fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The time of one turn of `work`, in the best of ten rows of turns. A row lasts a tenth of a second or more.
/// The clock counts and not the thread's own time, which some systems tell in hundredths of a second.
fn best(mut work: impl FnMut()) -> Duration {
    let begin = Instant::now();
    let mut turns = 0;
    while begin.elapsed() < Duration::from_millis(100) {
        work();
        turns += 1;
    }
    let rows = (0..10).map(|_| time(|| (0..turns).for_each(|_| work())));
    rows.min().unwrap_or_default() / turns
}

/// FNV-1a: one multiplication after the other, and nothing that a compiler could do at once.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

/// The shape whose time grows most, and by how much more than its length: 1 is in proportion.
fn worst_growth() -> (&'static str, f64) {
    let shortest = |text: &str, turns: usize| {
        let read = || (0..turns).for_each(|_| drop(black_box(parse(black_box(text), &ParseOptions::new()))));
        (0..3).map(|_| time(read)).min().unwrap_or_default().as_secs_f64()
    };
    let growth = SHAPES.map(|unit| {
        let small = unit.repeat(SMALL / unit.len());
        let large = unit.repeat(SMALL * TIMES / unit.len());
        (unit, shortest(&large, 1) / shortest(&small, TIMES))
    });
    growth.into_iter().fold(("", 0.0), |worst, one| if one.1 > worst.1 { one } else { worst })
}

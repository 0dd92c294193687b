//! How fast quotations are checked: against one resolution, and against a pack of 57,000 paragraphs.
//!
//! `cargo bench --bench check -- FOLDER` makes the texts, an article about them and a pack, leaves them in FOLDER for
//! `tests/bench/check.test.mjs`, and prints one line of JSON. `cargo bench --bench check -- ARTICLE PACK` measures an
//! article and a pack of your own. Every answer is looked at before its time counts.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss, clippy::indexing_slicing, clippy::string_slice)]

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use whereas::quote::CheckReport;
use whereas::{Library, ParseOptions};

const TEXTS: usize = 2_850;
const PARAGRAPHS: usize = 20;
/// What all times are compared with: that of a plain hash of so many bytes.
const HASHED: usize = 1_000_000;

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }
}

/// A word of two to four syllables; low numbers are drawn more often than high ones, as in a language.
fn word(random: &mut Random) -> String {
    const SYLLABLES: [&str; 24] = [
        "har", "bour", "la", "mp", "te", "ri", "gu", "lo", "sen", "ta", "mi", "no", "ver", "da", "pel", "sor", "ka",
        "fin", "der", "u", "qua", "ble", "ste", "rom",
    ];
    let most = 6_000;
    let number = (random.below(most) * random.below(most)) / most;
    let mut seed = Random(number as u64 + 99);
    (0..2 + seed.below(3)).map(|_| SYLLABLES[seed.below(SYLLABLES.len())]).collect()
}

fn paragraph(random: &mut Random) -> String {
    const SMALL: [&str; 8] = ["of", "the", "and", "to", "in", "for", "with", "on"];
    let mut words = vec!["Urges".to_owned(), "all".to_owned(), "States".to_owned()];
    for at in 0..24 + random.below(20) {
        words.push(if at % 3 == 1 { SMALL[random.below(8)].to_owned() } else { word(random) });
    }
    words.join(" ")
}

/// The texts, and an article that quotes six of them with the verdict on each quotation.
fn make() -> (Vec<String>, String, Vec<&'static str>) {
    let mut random = Random(1);
    let mut texts = Vec::new();
    let mut quoted = Vec::new();
    for number in 0..TEXTS {
        let mut text = format!("A/RES/{}/{}\n\nThe General Assembly,\n", 75 + number % 4, 1 + number / 4);
        for at in 1..=PARAGRAPHS {
            let words = paragraph(&mut random);
            write!(text, "\n{at}. {words};\n").unwrap();
            if number % 475 == 7 && at == 9 {
                quoted.push(words);
            }
        }
        texts.push(text);
    }
    let mut article = String::from("Assembly meets\n\nNEW YORK, 4 May 2024 (Agency) – The States have met.");
    let mut expected = Vec::new();
    for (at, words) in quoted.iter().enumerate() {
        let mut list: Vec<&str> = words.split(' ').skip(4).take(20).collect();
        expected.push(if at % 2 == 1 {
            list[9] = "bicycle";
            "altered"
        } else {
            "verbatim"
        });
        write!(article, " The text speaks of “{}”.", list.join(" ")).unwrap();
    }
    article.push_str(" It says “no ship may carry a piano across the frozen lake by night”.\n");
    expected.push("not-found");
    (texts, article, expected)
}

fn verdicts(report: &CheckReport) -> Vec<String> {
    let name =
        |finding: &whereas::quote::Finding| finding.level().map_or("unchecked", whereas::quote::Level::name).to_owned();
    report.quotations.iter().map(name).collect()
}

/// The time of one turn of `work`, in the best of many.
fn best(mut work: impl FnMut()) -> Duration {
    let begin = Instant::now();
    let mut shortest = Duration::MAX;
    while begin.elapsed() < Duration::from_secs(3) {
        let start = Instant::now();
        work();
        shortest = shortest.min(start.elapsed());
    }
    shortest
}

/// FNV-1a, as in the bench of reading.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

/// A field of the process's state in kilobytes, where the system tells it.
fn memory(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(field));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

/// The best time of an article against a pack, and by how many kilobytes memory grew in it.
fn measure(pack: Vec<u8>, article: &str, expected: Option<&[&str]>) -> (Duration, u64, CheckReport) {
    let mut library = Library::new();
    library.open_pack(pack).unwrap();
    let before = memory("VmRSS");
    let report = library.check(article, &[]).unwrap();
    if let Some(expected) = expected {
        assert_eq!(verdicts(&report), expected);
    }
    let time = best(|| drop(black_box(library.check(black_box(article), &[]).unwrap())));
    (time, memory("VmHWM").saturating_sub(before), report)
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| !one.starts_with("--")).collect();
    if let [article, pack] = arguments.as_slice() {
        let article = fs::read_to_string(article).unwrap();
        let (time, memory, report) = measure(fs::read(pack).unwrap(), &article, None);
        println!("{:.2} ms, {memory} kB more: {:?}", time.as_secs_f64() * 1e3, report.summary);
        return;
    }
    let Some(folder) = arguments.first() else {
        println!("usage: cargo bench --bench check -- FOLDER, or -- ARTICLE PACK");
        return;
    };
    let folder = Path::new(folder);
    fs::create_dir_all(folder).unwrap();
    let (texts, article, expected) = make();
    let mut library = Library::new();
    for text in &texts {
        library.add(text, &ParseOptions::new()).unwrap();
    }
    let pack = library.pack();
    drop(library);
    fs::write(folder.join("texts"), texts.join("\0")).unwrap();
    fs::write(folder.join("article.txt"), &article).unwrap();
    fs::write(folder.join("expected.txt"), expected.join("\n")).unwrap();
    fs::write(folder.join("library.whereas"), &pack).unwrap();
    let (packed, memory, report) = measure(pack, &article, Some(&expected));
    assert_eq!(report.searched as usize, TEXTS);

    let (news, resolution) = (
        fs::read_to_string("www/example/article.txt").unwrap(),
        fs::read_to_string("www/example/resolution.txt").unwrap(),
    );
    let mut library = Library::new();
    let key = library.add(&resolution, &ParseOptions::new()).unwrap().keys.remove(0);
    assert_eq!(library.check(&news, &[&key]).unwrap().summary.verbatim, 4);
    let one = best(|| drop(black_box(library.check(black_box(&news), &[&key]).unwrap())));
    let bytes: Vec<u8> = (0..HASHED).map(|at| (at * 31 % 251) as u8).collect();
    let hashing = best(|| _ = black_box(hash(black_box(&bytes)))).as_secs_f64();
    println!(
        r#"{{"one":{:.3},"one_ratio":{:.2},"pack":{:.3},"pack_ratio":{:.2},"memory_kb":{memory}}}"#,
        one.as_secs_f64() * 1e3,
        one.as_secs_f64() / hashing,
        packed.as_secs_f64() * 1e3,
        packed.as_secs_f64() / hashing
    );
}

//! How fast a pack is opened and searched, natively and on one thread.
//!
//! `cargo bench --bench search -- PACK QUERIES` reads queries from QUERIES, one JSON object `{"kind","query"}` a line, and
//! prints one line of JSON: the time to open the pack and answer the first query, then for each query the mean time of
//! twenty turns in milliseconds, how many resolutions there are, and the keys of the first ten. A query with `docs` is a
//! known item and asked once. `npm run bench` runs it beside the peers.

#![allow(clippy::unwrap_used, clippy::cast_precision_loss, clippy::indexing_slicing)]

use std::hint::black_box;
use std::time::Instant;

use serde_json::{Value, json};
use whereas::Library;
use whereas::query::{Facet, SearchOptions};

/// How often a query is asked.
const TURNS: u32 = 20;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [pack, queries] = arguments.as_slice() else {
        println!("usage: cargo bench --bench search -- PACK QUERIES");
        return;
    };
    let bytes = std::fs::read(pack).unwrap();
    let lines = std::fs::read_to_string(queries).unwrap();
    let asked: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let open = open_time(&bytes, asked[0]["query"].as_str().unwrap());
    let mut library = Library::new();
    library.open_pack(bytes).unwrap();
    let rows: Vec<Value> = asked.iter().map(|asked| row(&library, asked)).collect();
    println!("{}", json!({ "open": open, "peak": peak(), "queries": rows }));
}

/// The time from the bytes to the first answer, the best of five.
fn open_time(bytes: &[u8], query: &str) -> f64 {
    let time = || {
        let bytes = bytes.to_vec();
        let start = Instant::now();
        let mut library = Library::new();
        library.open_pack(bytes).unwrap();
        black_box(library.search(query, &SearchOptions::new()).unwrap());
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..5).map(|_| time()).fold(f64::MAX, f64::min)
}

fn row(library: &Library, asked: &Value) -> Value {
    let query = asked["query"].as_str().unwrap();
    let options = match asked["facets"].as_bool() {
        Some(true) => SearchOptions::new().with_facets(&Facet::ALL),
        _ => SearchOptions::new(),
    };
    let found = library.search(query, &options).unwrap();
    let turns = if asked["docs"].is_array() { 1 } else { TURNS };
    let start = Instant::now();
    for _ in 0..turns {
        black_box(library.search(black_box(query), &options).unwrap());
    }
    let ms = start.elapsed().as_secs_f64() * 1e3 / f64::from(turns);
    let keys: Vec<&str> = found.hits.iter().map(|hit| hit.key.as_str()).collect();
    json!({ "kind": asked["kind"], "query": query, "ms": ms, "total": found.total.value, "keys": keys })
}

/// The most memory that was held at once, in bytes, where the system says so.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) * 1024
}

//! A pack that is fetched piece by piece, as over HTTP.

use whereas::Library;
use whereas::index::Pack;

use super::{QUERIES, ask, options, texts};

/// Opens a pack of which nothing is at hand yet; gives the library, and how many bytes it took.
fn open(file: &[u8]) -> (Library, usize) {
    let mut head = 0usize;
    let pack = loop {
        match Pack::open_part(&file[..head], file.len() as u64) {
            Ok(pack) => break pack,
            Err(needed) => {
                let needed = needed.unwrap() as usize;
                assert!(needed > head);
                head = needed;
            }
        }
    };
    let mut library = Library::new();
    library.add_pack(pack);
    (library, head)
}

/// Asks again until nothing is missing: what was found, in how many rounds, and how many bytes.
fn fetch(library: &mut Library, file: &[u8], query: &str) -> (whereas::query::Found, usize, usize) {
    let (mut rounds, mut bytes) = (0, 0);
    loop {
        let found = library.search(query, &options()).unwrap();
        let missing = library.take_missing();
        if missing.is_empty() {
            return (found, rounds, bytes);
        }
        rounds += 1;
        assert!(rounds < 20, "{query} takes more and more");
        for one in missing {
            let range = one.range.start as usize..one.range.end as usize;
            bytes += range.len();
            library.add_pack_bytes(one.pack, one.range.start, &file[range]);
        }
    }
}

#[test]
fn answers_the_same_when_only_what_is_needed_is_fetched() {
    let whole = texts::library(11, 400);
    let file = whole.pack();
    for query in QUERIES {
        let (mut library, _) = open(&file);
        let (found, ..) = fetch(&mut library, &file, query);
        assert_eq!(found, ask(&whole, query), "{query}");
        // What was fetched once is not fetched again.
        assert_eq!(fetch(&mut library, &file, query).1, 0, "{query}");
    }
}

#[test]
fn fetches_little_in_few_rounds() {
    let file = texts::library(11, 400).pack();
    for query in ["kazakhstan", "\"decides peace\"", "78/5"] {
        let (mut library, opening) = open(&file);
        let (_, rounds, bytes) = fetch(&mut library, &file, query);
        assert!(rounds <= 4, "{query}: {rounds} rounds");
        assert!(opening + bytes < file.len() / 2, "{query}: {bytes} of {}", file.len());
    }
}

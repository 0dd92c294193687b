//! Packs that were changed, cut or put together wrongly.

use whereas::Library;
use whereas::query::Found;

use super::seeds::Seeds;
use super::{options, texts};

const ASKED: [&str; 6] = ["peace sea", "\"decides peace\"", "78/5", "cites:78/3", "", "peac*"];

/// What each question finds in a pack, or the code of the error; `None` where it can't be opened.
fn answers(bytes: Vec<u8>) -> Result<Vec<Result<Found, &'static str>>, &'static str> {
    let mut library = Library::new();
    library.open_pack(bytes).map_err(|error| error.code())?;
    Ok(ASKED.iter().map(|query| library.search(query, &options()).map_err(|error| error.code())).collect())
}

/// Whether a pack that was changed is refused by name, or answers as it did.
fn check(changed: Vec<u8>, right: &[Result<Found, &'static str>], what: &str) {
    match answers(changed) {
        Err(code) => assert!(code == "not-a-pack" || code.starts_with("pack-"), "{what}: {code}"),
        Ok(found) => {
            for (found, right) in found.iter().zip(right) {
                match found {
                    Ok(_) => assert_eq!(found, right, "{what}"),
                    Err(code) => assert_eq!(*code, "pack-damaged", "{what}"),
                }
            }
        }
    }
}

#[test]
fn gives_a_named_error_or_the_right_answer_for_every_flipped_bit() {
    let file = texts::library(21, 8).pack();
    let right = answers(file.clone()).unwrap();
    let mut seeds = Seeds(0xBAD);
    for _ in 0..1000 {
        let bit = seeds.next(file.len() * 8);
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        check(changed, &right, &format!("bit {bit}"));
    }
    // Every bit of head and directory, and of what comes next.
    for bit in 0..250 * 8 {
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        check(changed, &right, &format!("bit {bit}"));
    }
}

#[test]
fn refuses_what_was_cut_or_grew() {
    let file = texts::library(21, 8).pack();
    let mut seeds = Seeds(0xC07);
    for _ in 0..300 {
        let end = seeds.next(file.len());
        let code = answers(file[..end].to_vec()).unwrap_err();
        assert!(matches!(code, "pack-cut" | "not-a-pack"), "{end}: {code}");
    }
    let mut longer = file.clone();
    longer.push(0);
    assert_eq!(answers(longer).unwrap_err(), "pack-cut");
}

#[test]
fn notices_stretches_that_were_exchanged() {
    let file = texts::library(21, 8).pack();
    let other = texts::library(22, 8).pack();
    let right = answers(file.clone()).unwrap();
    let mut seeds = Seeds(0x54A9);
    for _ in 0..400 {
        let length = seeds.next(200) + 1;
        let (a, b) = (seeds.next(file.len() - length), seeds.next(file.len() - length));
        let mut changed = file.clone();
        changed.copy_within(a..a + length, b);
        check(changed, &right, &format!("{a} over {b}, {length}"));
        let mut mixed = file.clone();
        let at = a.min(other.len() - length);
        mixed[at..at + length].copy_from_slice(&other[at..at + length]);
        check(mixed, &right, &format!("another pack at {at}, {length}"));
    }
}

#[test]
fn verifies_every_byte() {
    let file = texts::library(21, 10).pack();
    let mut seeds = Seeds(7);
    for _ in 0..300 {
        let bit = seeds.next(file.len() * 8);
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!whereas::index::Pack::open(changed).is_ok_and(|pack| pack.verify().is_ok()), "{bit}");
    }
}

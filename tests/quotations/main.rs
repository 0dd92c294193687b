//! Quotations made from real paragraphs with every verdict, reason and note, and how many the check
//! gets right.
//!
//! What is made is kept as the truth; the check is scored against it. A small set comes from the texts
//! of this tree, and its whole confusion matrix is in `matrix/`. The large sets come from a collection of
//! texts beside the project, and are skipped where it is not there.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test that stops here has failed"
)]

mod article;
mod cases;
mod corpus;
mod counterparts;
mod forms;
mod kinds;
mod odd;
mod random;
mod score;

use std::fs;
use std::path::{Path, PathBuf};

use corpus::Corpus;
use score::Score;

const FOLDER: &str = "tests/quotations/matrix";

/// Makes `count` quotations from a corpus and scores the check on them.
fn measure(corpus: &Corpus, count: usize, seed: u64) -> Score {
    let forms = forms::Forms::of(corpus.language);
    let mut score = Score::default();
    let mut number = seed;
    while score.total() < count {
        let made = article::make(corpus, &forms, number);
        score.add(corpus, &made);
        number += 1;
    }
    score
}

/// The file of a matrix; `UPDATE_GOLDEN=1` writes what was found into it.
fn write_if_asked(name: &str, found: &str) -> PathBuf {
    let path = PathBuf::from(FOLDER).join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(FOLDER).unwrap();
        fs::write(&path, found).unwrap();
    }
    path
}

/// Holds the matrix against the file of that name.
fn hold(name: &str, score: &Score) {
    let found = score.report();
    let expected = fs::read_to_string(write_if_asked(name, &found)).unwrap_or_default();
    assert!(found == expected, "{name} is now\n{found}\n{}", score.misses(40));
}

#[test]
fn gets_every_kind_right_in_the_texts_of_this_tree() {
    let corpus = Corpus::own();
    hold("own-en", &measure(&corpus, 300, 1));
}

/// The bars that hold for every language: verdicts, places, false alarms on clean quotations.
fn assert_bars(name: &str, score: &Score) {
    println!("{name}\n{}", score.report());
    write_if_asked(name, &score.report());
    if std::env::var_os("MISSES").is_some() {
        println!("{}", score.misses(60));
    }
    assert!(score.verdicts_right() >= 0.98, "{name}: verdicts {}", score.verdicts_right());
    assert!(score.places_right() >= 0.995, "{name}: places {}", score.places_right());
    assert!(score.edits_right() >= 0.98, "{name}: differences {}", score.edits_right());
    assert!(score.false_alarms() < 0.002, "{name}: false alarms {}", score.false_alarms());
}

/// The texts of the General Assembly in one language, where they lie beside the project.
fn beside(language: &'static str, sessions: &[u32]) -> Option<Corpus> {
    let folder = Path::new("../shared/corpus/unga");
    if !folder.is_dir() {
        println!("skipped: there are no texts beside the project");
        return None;
    }
    Some(Corpus::beside(folder, language, sessions))
}

#[test]
#[ignore = "slow: reads four sessions of the General Assembly"]
fn keeps_the_bars_on_five_thousand_english_quotations() {
    if let Some(corpus) = beside("en", &[75, 76, 77, 78]) {
        assert_bars("en", &measure(&corpus, 5_000, 1_000));
    }
}

#[test]
#[ignore = "slow: reads a session of the General Assembly in five languages"]
fn keeps_the_bars_on_a_thousand_quotations_in_each_other_language() {
    for language in ["fr", "es", "ru", "ar", "zh"] {
        if std::env::var("ONLY").is_ok_and(|only| only != language) {
            continue;
        }
        if let Some(corpus) = beside(language, &[77]) {
            assert_bars(language, &measure(&corpus, 1_000, 2_000));
        }
    }
}

//! The date that is printed as that of a cited work.

use super::super::date::date_at;
use super::super::dated::DateFact;
use super::super::scan::{Cursor, digit};

/// The date behind a number, where words tie it to that: *of 22 October 1982*, *, de 22 de octubre de
/// 1982*, `المؤرخ 22 تشرين الأول/أكتوبر 1982`. It need not exist.
pub(super) fn date_after(text: &str, end: usize) -> Option<DateFact> {
    let mut at = Cursor::new(text, end);
    at.eat_one(&[",", "،"]);
    at.spaces().then_some(())?;
    let tied = at.eat_word(&[
        "of",
        "dated",
        "du",
        "de",
        "от",
        "المؤرخ",
        "المؤرخة",
        "المؤرخين",
        "المؤرختين",
        "en",
        "adopted",
        "adoptée",
        "aprobada",
        "الصادر",
    ]);
    tied.then_some(())?;
    at.eat_word(&["date", "fecha", "on", "le", "el", "في"]);
    at.eat_word(&["du", "de"]);
    let start = at.at;
    at.peek().filter(|letter| digit(*letter).is_some())?;
    date_at(text, start)
}

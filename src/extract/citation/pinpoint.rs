//! The place inside a cited work: `paragraph 5 of its resolution 76/199`, `resolution 69/313, annex`.

use crate::lexicon::key::is_word;
use crate::model::{Pinpoint, PinpointPart};

use super::super::scan::{Cursor, is_dash};

/// Words that name a part, in small letters, with what they name.
const PARTS: [(&str, PinpointPart); 40] = [
    ("paragraphs", PinpointPart::Op),
    ("paragraph", PinpointPart::Op),
    ("paras", PinpointPart::Op),
    ("para", PinpointPart::Op),
    ("paragraphes", PinpointPart::Op),
    ("paragraphe", PinpointPart::Op),
    ("párrafos", PinpointPart::Op),
    ("párrafo", PinpointPart::Op),
    ("пункт", PinpointPart::Op),
    ("пункта", PinpointPart::Op),
    ("пункте", PinpointPart::Op),
    ("пункту", PinpointPart::Op),
    ("пунктом", PinpointPart::Op),
    ("пункты", PinpointPart::Op),
    ("пунктов", PinpointPart::Op),
    ("пунктах", PinpointPart::Op),
    ("пунктами", PinpointPart::Op),
    ("الفقرة", PinpointPart::Op),
    ("الفقرات", PinpointPart::Op),
    ("الفقرتين", PinpointPart::Op),
    ("الفقرتان", PinpointPart::Op),
    ("للفقرة", PinpointPart::Op),
    ("بالفقرة", PinpointPart::Op),
    ("sections", PinpointPart::Section),
    ("section", PinpointPart::Section),
    ("sección", PinpointPart::Section),
    ("secciones", PinpointPart::Section),
    ("раздел", PinpointPart::Section),
    ("раздела", PinpointPart::Section),
    ("разделе", PinpointPart::Section),
    ("الجزء", PinpointPart::Section),
    ("annex", PinpointPart::Annex),
    ("annexe", PinpointPart::Annex),
    ("anexo", PinpointPart::Annex),
    ("приложение", PinpointPart::Annex),
    ("приложении", PinpointPart::Annex),
    ("приложения", PinpointPart::Annex),
    ("المرفق", PinpointPart::Annex),
    ("مرفق", PinpointPart::Annex),
    ("مرفقه", PinpointPart::Annex),
];

/// Words that tie a part to the work named next.
const OF: [&str; 22] = [
    "of",
    "to",
    "in",
    "contained",
    "de",
    "du",
    "des",
    "del",
    "à",
    "a",
    "la",
    "su",
    "sa",
    "من",
    "ل",
    "к",
    "в",
    "its",
    "the",
    "d",
    "sus",
    "ses",
];

/// The pinpoint that ends just before `phrase`, where the words for the work begin.
pub(super) fn before_work(text: &str, phrase: usize, floor: usize) -> Option<Pinpoint> {
    let mut from = phrase.saturating_sub(120).max(floor);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = text.get(from..phrase)?;
    let mut found = None;
    let mut at = Cursor::new(text, from);
    // The window may begin inside a word.
    let mut open = from == 0 || window.starts_with(|letter: char| !is_word(letter));
    while at.at < phrase {
        let Some(letter) = at.peek() else { break };
        if !is_word(letter) {
            at.bump();
            open = true;
            continue;
        }
        let start = at.at;
        let Some(word) = at.word() else { break };
        if !open {
            open = true;
            continue;
        }
        if let Some((part, length)) = part_of(word)
            && start + length <= phrase
            && let Some((pinpoint, after)) = numbers(Cursor::new(text, start + length), part)
            && text.get(after..phrase).is_some_and(ties)
        {
            found = Some(pinpoint);
        }
    }
    found
}

/// The pinpoint that stands after a work: `, annex`, `, annex II`, `, paragraph 3`.
pub(super) fn after_work(text: &str, end: usize) -> Option<Pinpoint> {
    let mut at = Cursor::new(text, end);
    if !at.eat_one(&[",", "،", "，"]) {
        return chinese(text, end);
    }
    at.spaces();
    let word = at.word()?;
    let (part, _) = part_of(word)?;
    numbers(at, part).map(|(pinpoint, _)| pinpoint)
}

/// `第76/199号决议第5段`, after the number.
fn chinese(text: &str, end: usize) -> Option<Pinpoint> {
    let mut at = Cursor::new(text, end);
    at.eat("号").then_some(())?;
    at.eat("决议").then_some(())?;
    if at.eat("附件") {
        return Some(Pinpoint { part: PinpointPart::Annex, from: "1".into(), to: "1".into() });
    }
    at.eat("第").then_some(())?;
    let (from, _) = at.number(3)?;
    let mut to = from;
    if at.eat_one(&["至", "和", "-", "、"]) {
        at.eat("第");
        to = at.number(3)?.0;
    }
    at.eat("段").then(|| Pinpoint { part: PinpointPart::Op, from: from.to_string(), to: to.to_string() })
}

/// The part that a word names.
fn part_of(word: &str) -> Option<(PinpointPart, usize)> {
    PARTS.iter().find_map(|(name, part)| {
        let mut at = Cursor::new(word, 0);
        (at.eat_any_case(name) && at.at == word.len()).then_some((*part, word.len()))
    })
}

/// The number or row of numbers after the name of a part; an annex may have none.
fn numbers(mut at: Cursor, part: PinpointPart) -> Option<(Pinpoint, usize)> {
    at.eat(".");
    let mut ahead = at;
    ahead.spaces();
    let Some(from) = one(&mut ahead) else {
        let whole = part == PinpointPart::Annex;
        return whole.then(|| (Pinpoint { part, from: "1".into(), to: "1".into() }, at.at));
    };
    let mut to = from.clone();
    let mut end = ahead.at;
    for _ in 0..30 {
        ahead.spaces();
        let joined = ahead.eat_one(&[",", "،"])
            || ahead.eat_word(&["and", "to", "et", "à", "y", "a", "al", "и", "по", "إلى"])
            || ahead.eat("و")
            || ahead.peek().filter(|dash| is_dash(*dash)).and_then(|_| ahead.bump()).is_some();
        if !joined {
            break;
        }
        ahead.spaces();
        ahead.eat_word(&["and", "et", "y", "и"]);
        let Some(next) = one(&mut ahead) else { break };
        to = next;
        end = ahead.at;
    }
    Some((Pinpoint { part, from, to }, end))
}

/// One number of a part: `5`, `5 (a)`, `III`, `III B`.
fn one(at: &mut Cursor) -> Option<String> {
    let start = *at;
    if let Some((number, _)) = at.number(3) {
        // "section 61/275" would be the work itself.
        if at.byte() == Some(b'/') {
            *at = start;
            return None;
        }
        let mut written = number.to_string();
        let mut lettered = *at;
        lettered.spaces();
        if lettered.eat("(")
            && let Some(letter) = lettered.word().filter(|word| word.chars().count() <= 4)
            && lettered.eat(")")
        {
            written.push('.');
            written.push_str(letter);
            *at = lettered;
        }
        return Some(written);
    }
    let roman = super::letter::read_roman(at)?;
    if at.peek().is_some_and(is_word) {
        *at = start;
        return None;
    }
    Some(super::letter::roman(roman))
}

/// Whether `words` do no more than tie a part to a work: *of its*, *de la*, `من`.
fn ties(words: &str) -> bool {
    words.len() <= 48
        && words
            .chars()
            .all(|letter| is_word(letter) || letter.is_whitespace() || matches!(letter, ',' | '،' | '’' | '\''))
        && words.split(|letter: char| !is_word(letter)).filter(|word| !word.is_empty()).all(|word| {
            OF.contains(&word)
                || matches!(
                    word,
                    "своей" | "своих" | "ее" | "свою" | "l" | "which" | "said" | "operative" | "той" | "же"
                )
        })
}

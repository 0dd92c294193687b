//! The place inside a cited work: `paragraph 5 of its resolution 76/199`, `resolution 69/313, annex`.

use crate::lexicon::key::is_word;
use crate::lexicon::ordinals::{chinese_number, ordinal_word};
use crate::model::{Pinpoint, PinpointPart, PinpointRange};
use crate::text::write_roman;

use super::super::scan::{Cursor, before, is_dash, number_before, spaces_before, word_before};

/// Words that name a part, in small letters, with what they name.
const PARTS: [(&str, PinpointPart); 47] = [
    ("пунктам", PinpointPart::Op),
    ("разделом", PinpointPart::Section),
    ("разделу", PinpointPart::Section),
    ("разделы", PinpointPart::Section),
    ("разделов", PinpointPart::Section),
    ("приложением", PinpointPart::Annex),
    ("приложению", PinpointPart::Annex),
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
    place_before(text, phrase, floor).map(|(_, pinpoint)| pinpoint)
}

/// As [`before_work`], with where the words of the pinpoint begin.
pub(super) fn place_before(text: &str, phrase: usize, floor: usize) -> Option<(usize, Pinpoint)> {
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
            let preamble = text.get(from..start).is_some_and(is_preambular);
            let part = if preamble { PinpointPart::Pp } else { pinpoint.part };
            found = Some((start, Pinpoint { part, ..pinpoint }));
        } else if matches!(word, "PP" | "OP")
            && let Some((number, after)) = digits(text, at.at)
            && text.get(after..phrase).is_some_and(ties)
        {
            let part = if word == "PP" { PinpointPart::Pp } else { PinpointPart::Op };
            found = Some((start, Pinpoint::at(part, number)));
        }
    }
    found.or_else(|| preambular(text, from, phrase))
}

/// Whether words end with one for *preambular*.
fn is_preambular(words: &str) -> bool {
    ["preambular", "preambulaire", "préambulaire", "preambulares"].iter().any(|name| words.trim_end().ends_with(name))
}

fn digits(text: &str, at: usize) -> Option<(String, usize)> {
    let mut cursor = Cursor::new(text, at);
    let (number, _) = cursor.number(3)?;
    Some((number.to_string(), cursor.at))
}

/// `the third preambular paragraph of`, `troisième alinéa du préambule de`: the ordinal in words or digits.
fn preambular(text: &str, from: usize, phrase: usize) -> Option<(usize, Pinpoint)> {
    const NAMES: [&str; 16] = [
        "preambular paragraphs",
        "preambular paragraph",
        "paragraph of the preamble",
        "alinéas du préambule",
        "alinéa du préambule",
        "párrafos del preámbulo",
        "párrafo del preámbulo",
        "párrafo preambular",
        "пункте преамбулы",
        "пункта преамбулы",
        "пункту преамбулы",
        "пункт преамбулы",
        "пунктом преамбулы",
        "من ديباجة",
        "في ديباجة",
        "من الديباجة",
    ];
    let window = text.get(from..phrase).filter(|window| may_name_preamble(window))?;
    let (at, name) = NAMES.iter().find_map(|name| window.rfind(name).map(|at| (from + at, *name)))?;
    text.get(at + name.len()..phrase).filter(|words| ties(words))?;
    let mut edge = spaces_before(text, at);
    let mut total = 0;
    let mut start = None;
    // "twenty-third", "الثالثة والعشرين"
    for _ in 0..3 {
        let Some((word_start, word)) = word_before(text, edge) else { break };
        let bare = word.strip_prefix('و').filter(|_| word.contains("عشر"));
        let Some(value) = ordinal_word(word).or_else(|| ordinal_word(bare?)) else { break };
        total += value;
        start = Some(word_start);
        edge = spaces_before(text, word_start);
        edge -= before(text, edge).filter(|mark| is_dash(*mark)).map_or(0, char::len_utf8);
    }
    if start.is_none() {
        // "the 3rd preambular paragraph", "le 3e alinéa"
        let (suffix, _) = word_before(text, edge).filter(|(_, word)| word.chars().count() <= 3)?;
        let (digits, value, _) = number_before(text, suffix, 2)?;
        (total, start) = (value as u16, Some(digits));
    }
    let number = (total > 0).then(|| total.to_string())?;
    Some((start?, Pinpoint::at(PinpointPart::Pp, number)))
}

/// Whether a word for *preamble* may stand in `window`: the cheap test that most windows fail.
fn may_name_preamble(window: &str) -> bool {
    let bytes = window.as_bytes();
    let latin = memchr::memchr_iter(b'm', bytes)
        .any(|at| bytes.get(at + 1) == Some(&b'b') && matches!(bytes.get(..at), Some([.., b'a' | 0xA1])));
    latin || !window.is_ascii() && (window.contains("амбул") || window.contains("ديباجة"))
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
        return Some(Pinpoint::at(PinpointPart::Annex, "1"));
    }
    // "序言部分第三段", "序言第三段"
    if at.eat("序言") {
        at.eat("部分");
        at.eat("第").then_some(())?;
        let numeral = at.rest().split('段').next().filter(|numeral| numeral.chars().count() <= 3)?;
        let value = chinese_number(numeral).map_or_else(|| numeral.to_owned(), |value| value.to_string());
        return Some(Pinpoint::at(PinpointPart::Pp, value));
    }
    at.eat("执行部分");
    if let Some(section) = section_chinese(at) {
        return Some(section);
    }
    operative_chinese(at).map(|(place, _)| place)
}

/// `第八节`, `第一.B节`.
fn section_chinese(mut at: Cursor) -> Option<Pinpoint> {
    at.eat("第").then_some(())?;
    let name = at.rest().split('节').next().filter(|name| name.chars().count() <= 6)?;
    let (numeral, letter) = name.split_once(['.', '．']).unwrap_or((name, ""));
    let is_letter = letter.chars().count() <= 2 && letter.chars().all(|letter| letter.is_ascii_uppercase());
    let section = chinese_number(numeral).filter(|_| is_letter)?;
    let dot = if letter.is_empty() { "" } else { "." };
    Some(Pinpoint::at(PinpointPart::Section, format!("{}{dot}{letter}", write_roman(u32::from(section)))))
}

/// `第5段`, `第5和第7段`, `第5段和第7段`, `第3至5段`: as much of a row as is closed by 段, so that the number of
/// another work behind a joint (`第5段和第70/1号决议`) is none of it. With the byte after it.
pub(super) fn operative_chinese(mut at: Cursor) -> Option<(Pinpoint, usize)> {
    at.eat("第").then_some(())?;
    let mut open = vec![(at.number(3)?.0.to_string(), false)];
    let mut row: Option<Row> = None;
    let mut end = at.at;
    loop {
        if at.eat("段") {
            end = at.at;
            for (place, range) in open.drain(..) {
                match &mut row {
                    Some(row) => row.add(place, range),
                    None => row = Some(Row::new(place)),
                }
            }
        }
        let Some(range) = chinese_joint(&mut at) else { break };
        at.eat("第");
        let Some((number, _)) = at.number(3) else { break };
        open.push((number.to_string(), range));
    }
    row.map(|row| (row.to_pinpoint(PinpointPart::Op), end))
}

/// Steps over the joint of two numbers and says whether it makes a range of them.
fn chinese_joint(at: &mut Cursor) -> Option<bool> {
    if at.eat_one(&["至", "-"]) {
        return Some(true);
    }
    at.eat_one(&["和", "、", "及", "以及"]).then_some(false)
}

/// A row of places, those that follow each other put together.
struct Row {
    ranges: Vec<(String, String)>,
}

impl Row {
    fn new(first: String) -> Self {
        Self { ranges: vec![(first.clone(), first)] }
    }

    /// Adds a place: the end of a range, or one by itself.
    fn add(&mut self, place: String, range: bool) {
        let next =
            |last: &str| matches!((last.parse::<u32>(), place.parse::<u32>()), (Ok(last), Ok(now)) if now == last + 1);
        match self.ranges.last_mut() {
            Some((_, to)) if range || next(to) => *to = place,
            _ => self.ranges.push((place.clone(), place)),
        }
    }

    fn to_pinpoint(&self, part: PinpointPart) -> Pinpoint {
        let mut ranges = self.ranges.iter().map(|(from, to)| PinpointRange { from: from.clone(), to: to.clone() });
        let first = ranges.next().unwrap_or_else(|| PinpointRange { from: String::new(), to: String::new() });
        Pinpoint { others: ranges.collect(), ..Pinpoint::new(part, first.from, first.to) }
    }
}

/// The part that a word names.
fn part_of(word: &str) -> Option<(PinpointPart, usize)> {
    // In Arabic the conjunction is written with the word.
    let bare = word.strip_prefix('و').unwrap_or(word);
    if bare.as_bytes().first().is_some_and(|first| first.is_ascii() && !matches!(first | 0x20, b'p' | b's' | b'a')) {
        return None;
    }
    PARTS.iter().find_map(|(name, part)| {
        let mut at = Cursor::new(bare, 0);
        (at.eat_any_case(name) && at.at == bare.len()).then_some((*part, word.len()))
    })
}

/// The number or row of numbers after the name of a part; an annex may have none.
fn numbers(mut at: Cursor, part: PinpointPart) -> Option<(Pinpoint, usize)> {
    at.eat(".");
    let mut ahead = at;
    ahead.spaces();
    let Some(from) = one(&mut ahead) else {
        let whole = part == PinpointPart::Annex;
        return whole.then(|| (Pinpoint::at(part, "1"), at.at));
    };
    let mut row = Row::new(from);
    let mut end = ahead.at;
    for _ in 0..30 {
        ahead.spaces();
        let range = ahead.eat_word(&["to", "à", "a", "al", "по", "إلى"])
            || ahead.peek().filter(|dash| is_dash(*dash)).and_then(|_| ahead.bump()).is_some();
        let joined = range || ahead.eat_one(&[",", "،"]) || ahead.eat_word(&["and", "et", "y", "и"]) || ahead.eat("و");
        if !joined {
            break;
        }
        ahead.spaces();
        ahead.eat_word(&["and", "et", "y", "и"]);
        let Some(next) = one(&mut ahead) else { break };
        row.add(next, range);
        end = ahead.at;
    }
    Some((row.to_pinpoint(part), end))
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
    Some(write_roman(roman))
}

/// Whether `words` do no more than tie a part to a work: *of its*, *de la*, `من`.
fn ties(words: &str) -> bool {
    // A comma alone joins the part to the work before it: "resolution 69/313, annex, resolution 69/283".
    let joined = !words.contains(',') || words.contains(|letter: char| is_word(letter));
    words.len() <= 48
        && joined
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

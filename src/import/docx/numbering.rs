//! The numbers that Word prints before paragraphs: counted level by level, and written as the document says.

use std::collections::{HashMap, HashSet};

use crate::import::html::letters;
use crate::import::xml::{Element, Tree};
use crate::text::write_roman;

/// How many levels a list has.
const LEVELS: usize = 9;

/// How a level is counted and written.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// What is printed: `%1.` with the count of the first level.
    text: String,
    /// Whether counts of other levels are written as digits in it.
    legal: bool,
}

/// The lists of a document, and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By the id that paragraphs name: the list behind it, and what it starts with where it says so.
    lists: HashMap<String, (String, HashMap<usize, u32>)>,
    levels: HashMap<String, Vec<Level>>,
    /// By the id of a style: its list and level.
    styles: HashMap<String, (Option<String>, Option<usize>)>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    started: HashSet<String>,
}

impl Numbering {
    /// Reads the parts that say how paragraphs are numbered.
    pub(super) fn new(numbering: Option<&Tree>, styles: Option<&Tree>) -> Self {
        let mut found = Self::default();
        if let Some(root) = numbering.and_then(|tree| tree.root.child("numbering")) {
            for element in root.elements() {
                match element.name.as_str() {
                    "abstractNum" => found.read_abstract(element),
                    "num" => found.read_list(element),
                    _ => {}
                }
            }
        }
        if let Some(root) = styles.and_then(|tree| tree.root.child("styles")) {
            found.read_styles(root);
        }
        found
    }

    fn read_abstract(&mut self, element: &Element) {
        let Some(id) = element.attribute("abstractNumId") else { return };
        let mut levels: Vec<Level> = Vec::new();
        for level in element.elements().filter(|child| child.name == "lvl").take(LEVELS) {
            levels.push(read_level(level));
        }
        self.levels.insert(id.to_owned(), levels);
    }

    fn read_list(&mut self, element: &Element) {
        let (Some(id), Some(list)) = (element.attribute("numId"), value_of(element, "abstractNumId")) else { return };
        let mut starts = HashMap::new();
        for change in element.elements().filter(|child| child.name == "lvlOverride") {
            let level = change.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
            if let Some(start) = value_of(change, "startOverride").and_then(|start| start.parse().ok()) {
                starts.insert(level, start);
            }
        }
        self.lists.insert(id.to_owned(), (list.to_owned(), starts));
    }

    fn read_styles(&mut self, root: &Element) {
        let mut based: HashMap<String, String> = HashMap::new();
        for style in root.elements().filter(|child| child.name == "style") {
            let Some(id) = style.attribute("styleId") else { continue };
            let numbered = style.child("pPr").and_then(|properties| properties.child("numPr"));
            let list = numbered.and_then(|numbered| value_of(numbered, "numId")).map(str::to_owned);
            let level = numbered.and_then(|numbered| value_of(numbered, "ilvl")).and_then(|level| level.parse().ok());
            self.styles.insert(id.to_owned(), (list, level));
            if let Some(base) = value_of(style, "basedOn") {
                based.insert(id.to_owned(), base.to_owned());
            }
        }
        // What a style does not say, the one that it is based on does.
        let ids: Vec<String> = self.styles.keys().cloned().collect();
        for id in ids {
            let mut at = id.clone();
            for _ in 0..16 {
                if self.styles.get(&id).is_some_and(|(list, _)| list.is_some()) {
                    break;
                }
                let Some(base) = based.get(&at) else { break };
                let inherited = self.styles.get(base).cloned().unwrap_or_default();
                if let Some(own) = self.styles.get_mut(&id) {
                    own.0 = inherited.0;
                    own.1 = own.1.or(inherited.1);
                }
                at.clone_from(base);
            }
        }
    }

    /// Counts a paragraph with these properties, and gives what is printed before it; empty where it has no number.
    pub(super) fn label(&mut self, properties: &Element) -> String {
        let own = properties.child("numPr");
        let style =
            value_of(properties, "pStyle").and_then(|style| self.styles.get(style)).cloned().unwrap_or_default();
        let list = own.and_then(|own| value_of(own, "numId")).map(str::to_owned).or(style.0);
        let level = own.and_then(|own| value_of(own, "ilvl")).and_then(|level| level.parse().ok()).or(style.1);
        match list {
            // Zero takes the number of the style away.
            Some(list) if list != "0" => self.count(&list, level.unwrap_or(0).min(LEVELS - 1)),
            _ => String::new(),
        }
    }

    fn count(&mut self, id: &str, level: usize) -> String {
        let Some((list, starts)) = self.lists.get(id) else { return String::new() };
        let Some(levels) = self.levels.get(list) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let counts = self.counts.entry(list.clone()).or_default();
        if self.started.insert(id.to_owned()) {
            for (&level, &start) in starts {
                if let Some(count) = counts.get_mut(level) {
                    *count = start.checked_sub(1);
                }
            }
        }
        let start = starts.get(&level).copied().unwrap_or(own.start);
        for (at, count) in counts.iter_mut().enumerate() {
            if at == level {
                *count = Some(count.map_or(start, |count| count.saturating_add(1)));
            } else if at > level {
                *count = None;
            }
        }
        if matches!(own.format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut label = String::new();
        let mut rest = own.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            label.push_str(before);
            let place = after.chars().next().and_then(|digit| digit.to_digit(10)).map(|digit| digit as usize);
            match place.and_then(|place| place.checked_sub(1)) {
                Some(at) if at < LEVELS => {
                    let of = levels.get(at);
                    let count = counts.get(at).copied().flatten().or(of.map(|of| of.start)).unwrap_or(1);
                    let format = of.map_or("decimal", |of| of.format.as_str());
                    label.push_str(&write_count(count, if own.legal { "decimal" } else { format }));
                    rest = after.get(1..).unwrap_or("");
                }
                _ => {
                    label.push('%');
                    rest = after;
                }
            }
        }
        label.push_str(rest);
        label
    }
}

fn read_level(element: &Element) -> Level {
    Level {
        start: value_of(element, "start").and_then(|start| start.parse().ok()).unwrap_or(1),
        format: value_of(element, "numFmt").unwrap_or("decimal").to_owned(),
        text: value_of(element, "lvlText").unwrap_or("").to_owned(),
        legal: element.child("isLgl").is_some(),
    }
}

/// The value of a child: `<w:start w:val="3"/>`.
fn value_of<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.child(name).and_then(|child| child.attribute("val"))
}

/// A count as a format of Word writes it; as digits where the format is not known.
fn write_count(count: u32, format: &str) -> String {
    if count == 0 || count > 999 {
        return count.to_string();
    }
    let of = |letters: &str| {
        let letters: Vec<char> = letters.chars().collect();
        letters.get((count as usize - 1) % letters.len().max(1)).map_or_else(|| count.to_string(), char::to_string)
    };
    match format {
        "lowerLetter" => repeated_letters(count),
        "upperLetter" => repeated_letters(count).to_uppercase(),
        "lowerRoman" => write_roman(count).to_lowercase(),
        "upperRoman" => write_roman(count),
        "decimalZero" => format!("{count:02}"),
        "russianLower" => of("абвгдежзиклмнопрстуфхцчшщыэюя"),
        "russianUpper" => of("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
        "arabicAbjad" => of("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
        "arabicAlpha" => of("أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(count),
        _ => count.to_string(),
    }
}

/// a, b, …, z, aa, bb: Word repeats the letter, where others count on.
fn repeated_letters(count: u32) -> String {
    letters((count - 1) % 26 + 1).repeat(((count - 1) / 26 + 1) as usize)
}

/// A count up to 99 in Chinese.
fn chinese(count: u32) -> String {
    let digits: Vec<char> = "一二三四五六七八九".chars().collect();
    let digit = |value: u32| {
        (value as usize).checked_sub(1).and_then(|at| digits.get(at)).map_or_else(String::new, char::to_string)
    };
    match count {
        1..=9 => digit(count),
        10..=19 => format!("十{}", digit(count - 10)),
        20..=99 => format!("{}十{}", digit(count / 10), digit(count % 10)),
        _ => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_counts_as_the_formats_of_word_do() {
        let all = [
            (28, "lowerLetter", "bb"),
            (4, "lowerRoman", "iv"),
            (3, "russianLower", "в"),
            (2, "arabicAbjad", "ب"),
            (21, "chineseCounting", "二十一"),
            (7, "hebrew1", "7"),
            (7, "decimalZero", "07"),
        ];
        for (count, format, written) in all {
            assert_eq!(write_count(count, format), written, "{format}");
        }
    }
}

//! Symbols in any spelling: `A/RES/78/1`, `a res 78 1`, `القرار ٧٨/١`, `第78/1号`, `50/48 pol`.

use super::fields;
use super::shelf::Shelf;
use crate::index::{BETWEEN, Column, ColumnReader, DocId, Fact, fold_pieces, fold_words};
use crate::text::sort_by_key;

/// A symbol as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The numbers in it, in order.
    numbers: Vec<String>,
    /// The letters in it, without those that every symbol has.
    letters: Vec<String>,
    /// The address of the paragraph that was named with it.
    pub(super) address: Option<String>,
    /// Whether it can't be anything but a symbol.
    is_plain: bool,
}

/// How well a symbol agrees with what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// Every number.
    Whole,
    /// The first numbers: `50` of `50/48-POL`.
    Begins,
}

/// Words that say no more than that a symbol follows.
const ANNOUNCING: [&str; 20] = [
    "res",
    "resolution",
    "resolutions",
    "resolucion",
    "القرار",
    "قرار",
    "للقرار",
    "بالقرار",
    "резолюция",
    "резолюции",
    "no",
    "nr",
    "n",
    "number",
    "numero",
    "رقم",
    "document",
    "doc",
    "decision",
    "the",
];

/// Words before the number of a paragraph, and what its address begins with.
const PINPOINTS: [(&str, &str); 20] = [
    ("para", "op"),
    ("paras", "op"),
    ("par", "op"),
    ("paragraph", "op"),
    ("paragraphs", "op"),
    ("paragraphe", "op"),
    ("parrafo", "op"),
    ("пункт", "op"),
    ("пункта", "op"),
    ("الفقرة", "op"),
    ("فقرة", "op"),
    ("op", "op"),
    ("operative", "op"),
    ("pp", "pp"),
    ("preamble", "pp"),
    ("preambular", "pp"),
    ("section", "sec"),
    ("sec", "sec"),
    ("annex", "annex"),
    ("fn", "fn"),
];

/// Whether a word typed among others is a symbol: a digit, a slash, and no more than symbols have.
pub(super) fn looks_like_one(word: &str) -> bool {
    let is_digit = |character: char| character.is_numeric();
    word.len() <= 60
        && word.split('/').count() > 1
        && word.split('/').next_back().is_some_and(|last| last.contains(is_digit))
        && word.chars().all(|character| character.is_alphanumeric() || "/-.()_،,;:?".contains(character))
}

/// Reads a whole query as a symbol, with a paragraph or without. `None` where it is something else.
pub(super) fn read_symbol(text: &str) -> Option<Asked> {
    if text.len() > 120 || text.contains(['"', '“', '«', '*']) {
        return None;
    }
    let pieces = fold_pieces(text);
    let mut asked = Asked { numbers: Vec::new(), letters: Vec::new(), address: None, is_plain: has_slash(text) };
    let mut rest = pieces.iter().peekable();
    while let Some(piece) = rest.next() {
        let pinpoint = PINPOINTS.iter().find(|(word, _)| word == piece).map(|&(_, start)| start);
        if let Some(start) = pinpoint
            && !asked.numbers.is_empty()
            && rest.peek().is_some_and(|next| is_number(next))
        {
            let parts: Vec<&str> = rest.by_ref().map(String::as_str).collect();
            asked.address = Some(format!("{start}{}", parts.join(".")));
            break;
        }
        if is_number(piece) {
            if rest.peek().is_some_and(|next| next.starts_with('段')) && !asked.numbers.is_empty() {
                asked.address = Some(format!("op{piece}"));
                break;
            }
            asked.numbers.push(piece.trim_start_matches('0').to_owned());
        } else if ANNOUNCING.contains(&piece.as_str()) {
            asked.is_plain |= piece.len() > 2;
        } else if piece.chars().any(|character| character >= '\u{2E80}') {
            asked.is_plain |= piece.contains(['号', '号', '决', '決']);
        } else {
            asked.letters.push(piece.clone());
        }
    }
    let has_body = asked.letters.iter().any(|letters| fields::find_body(letters).is_some());
    let is_year = matches!(asked.numbers.as_slice(), [one] if one.len() == 4);
    asked.is_plain |= has_body && !is_year;
    let short = asked.letters.len() <= 4 && asked.letters.iter().all(|letters| letters.len() <= 10);
    (asked.is_plain && short && !asked.numbers.is_empty() && asked.numbers.len() <= 5).then_some(asked)
}

fn has_slash(text: &str) -> bool {
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let after = characters.peek().copied().unwrap_or(' ');
        if character == '/' && (before.is_numeric() || after.is_numeric()) {
            return true;
        }
        before = character;
    }
    false
}

fn is_number(piece: &str) -> bool {
    piece.starts_with(|first: char| first.is_ascii_digit())
}

impl Asked {
    /// The numbers, with a blank between them.
    pub(super) fn numbers(&self) -> String {
        self.numbers.join(" ")
    }

    /// Whether a cited work, by its id, is the one that was asked for.
    pub(super) fn agrees_with_id(&self, id: &str) -> bool {
        let pieces = fold_pieces(id);
        let known = |letters: &String| {
            pieces.contains(letters)
                || fields::find_body(letters).is_some_and(|body| id.starts_with(&body))
                || matches!(letters.as_str(), "a" if id.starts_with("un:ga:"))
                || matches!(letters.as_str(), "s" if id.starts_with("un:sc:"))
        };
        let numbers = pieces.iter().filter(|piece| is_number(piece)).map(|piece| piece.trim_start_matches('0'));
        self.agrees(numbers).is_some() && self.letters.iter().all(known)
    }

    fn agrees<'a>(&self, mut theirs: impl Iterator<Item = &'a str>) -> Option<Agreement> {
        for number in &self.numbers {
            if theirs.next() != Some(number) {
                return None;
            }
        }
        match theirs.next() {
            None => Some(Agreement::Whole),
            // The year of a Security Council resolution is often left out.
            Some(year) if year.len() == 4 && theirs.next().is_none() => Some(Agreement::Whole),
            Some(_) => Some(Agreement::Begins),
        }
    }

    /// The words by which a text may name the symbol that was typed as `text`: the numbers alone
    /// (`78/1`), or the whole of it where it has letters.
    pub(super) fn words(&self, text: &str) -> Vec<String> {
        match (&self.address, self.letters.is_empty()) {
            (_, true) => self.numbers.clone(),
            (None, false) => fold_words(text),
            (Some(_), false) => Vec::new(),
        }
    }
}

/// A resolution that a symbol names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) agreement: Agreement,
    pub(super) doc: DocId,
    /// Its title, or its first paragraph.
    pub(super) title: u32,
    /// How many letters its symbol has that were not asked for: `77/5 B` has one more than `77/5`.
    pub(super) letters_beside: u32,
}

/// The resolutions that a symbol names, the whole of it or its beginning.
pub(super) fn find_named(shelf: &Shelf, asked: &Asked) -> Vec<Named> {
    let pack = shelf.pack;
    let bodies = Names::new(shelf, Column::Body);
    let organs = Names::new(shelf, Column::Organ);
    let mut named = Vec::new();
    pack.for_each_with_prefix(&Fact::SYMBOL.term(&asked.numbers()), |term, info| {
        let Some((numbers, letters)) = Fact::SYMBOL.text_of(term).and_then(|text| text.split_once(BETWEEN)) else {
            return true;
        };
        let Some(agreement) = asked.agrees(numbers.split(' ')) else { return true };
        let letters: Vec<&str> = letters.split(' ').filter(|piece| !piece.is_empty()).collect();
        let beside = letters.iter().filter(|piece| asked.letters.iter().all(|letters| letters != *piece)).count();
        let mut list = pack.postings(info);
        while let Some(found) = list.next() {
            let known = |piece: &String| {
                letters.contains(&piece.as_str())
                    || bodies.is(found.doc, piece)
                    || organs.is(found.doc, piece)
                    || fields::find_body(piece)
                        .is_some_and(|name| bodies.is(found.doc, &name) || organs.is(found.doc, &name))
            };
            if shelf.is_alive(found.doc) && asked.letters.iter().all(known) {
                let (doc, title) = (found.doc, found.paragraph);
                named.push(Named { agreement, doc, title, letters_beside: beside as u32 });
            }
        }
        true
    });
    sort_by_key(&mut named, |named| named.doc);
    named
}

/// What resolutions are named in a column.
struct Names<'a> {
    reader: ColumnReader<'a>,
    names: &'a [String],
}

impl<'a> Names<'a> {
    fn new(shelf: &Shelf<'a>, column: Column) -> Self {
        let [bodies, organs, ..] = shelf.pack.names();
        let names = if column == Column::Body { bodies } else { organs };
        Self { reader: ColumnReader::new(shelf.pack, column), names }
    }

    /// Whether the resolution is of this organisation or organ, the organ with its organisation or without.
    fn is(&self, doc: DocId, name: &str) -> bool {
        let held = (self.reader.get(doc) as usize).checked_sub(1).and_then(|at| self.names.get(at));
        held.is_some_and(|held| held == name || held.split_once(':').is_some_and(|(_, organ)| organ == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_symbol_in_any_spelling() {
        for text in [
            "78/1",
            "A RES 78 1",
            "a/res/78/1",
            "القرار ٧٨/١",
            "第78/1号",
            "第78/1号决议",
            "resolution 78/1",
            "A/RES/78/1.",
        ] {
            let asked = read_symbol(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((asked.numbers.as_slice(), asked.address), (["78".to_owned(), "1".to_owned()].as_slice(), None));
        }
    }

    #[test]
    fn reads_the_paragraph_that_is_named() {
        for (text, address) in [
            ("78/1 para 3", "op3"),
            ("78/1 op3", "op3"),
            ("A/RES/78/1, paragraph 3", "op3"),
            ("78/1 para 12 (b) (ii)", "op12.b.ii"),
            ("78/1 pp2", "pp2"),
            ("第78/1号决议第3段", "op3"),
            ("القرار ٧٨/١ الفقرة ٣", "op3"),
        ] {
            assert_eq!(read_symbol(text).and_then(|asked| asked.address).as_deref(), Some(address), "{text}");
        }
    }

    #[test]
    fn leaves_other_queries_alone() {
        for text in [
            "kazakhstan",
            "2023",
            "un 2023",
            "12:30",
            "women peace 1325",
            "\"78/1\"",
            "and/or",
            "",
            "territorial integrity/4 of many words that go on",
        ] {
            assert_eq!(read_symbol(text), None, "{text}");
        }
    }
}

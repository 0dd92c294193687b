//! The paragraphs that quotations are made from.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use whereas::model::{Document, Kind, Zone};
use whereas::text::Span;
use whereas::{Library, ParseOptions};

/// A word of a paragraph with the marks that stand to it.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word without marks.
    pub core: Span,
    /// With marks.
    pub whole: Span,
}

/// A paragraph that can be quoted.
#[derive(Debug)]
pub struct Paragraph {
    /// Number of its text.
    pub text: usize,
    pub zone: Zone,
    /// Concept of its lead phrase, where it has one act.
    pub concept: Option<&'static str>,
    pub words: Vec<Word>,
}

/// A resolution of the library.
#[derive(Debug)]
pub struct Text {
    pub key: String,
    pub symbol: Option<String>,
    /// The day after its adoption, as an article of that day is dated.
    pub date: String,
    pub source: String,
    /// Numbers of its paragraphs.
    pub paragraphs: Vec<usize>,
}

/// A library of resolutions in one language.
pub struct Corpus {
    pub language: &'static str,
    pub library: Library,
    pub texts: Vec<Text>,
    pub paragraphs: Vec<Paragraph>,
    /// All paragraphs in their plain words, to see whether words stand anywhere.
    plain: String,
    /// How many paragraphs hold each plain word.
    counts: HashMap<String, u32>,
}

impl Corpus {
    /// The texts of this tree.
    pub fn own() -> Self {
        let mut sources = vec![fs::read_to_string("www/example/resolution.txt").unwrap()];
        for name in ["general-assembly", "oic", "security-council"] {
            let cases = fs::read_to_string(format!("tests/corpus/constructs/{name}.txt")).unwrap();
            for case in cases.split("\n=== ") {
                let input = case.split_once("--- input\n").and_then(|(_, rest)| rest.split_once("\n--- outline"));
                sources.extend(input.map(|(input, _)| input.to_owned()));
            }
        }
        Self::new("en", &sources)
    }

    /// Sessions of the General Assembly, unpacked by the system's `gzip`.
    pub fn beside(folder: &Path, language: &'static str, sessions: &[u32]) -> Self {
        let mut sources = Vec::new();
        for session in sessions {
            let path = folder.join(format!("{session}-{language}.jsonl.gz"));
            let output = Command::new("gzip").arg("-dc").arg(path).stderr(Stdio::inherit()).output().unwrap();
            for line in String::from_utf8(output.stdout).unwrap().lines() {
                let record: serde_json::Value = serde_json::from_str(line).unwrap();
                sources.push(record["text"].as_str().unwrap().to_owned());
            }
        }
        Self::new(language, &sources)
    }

    fn new(language: &'static str, sources: &[String]) -> Self {
        let mut corpus = Self {
            language,
            library: Library::new(),
            texts: Vec::new(),
            paragraphs: Vec::new(),
            plain: String::new(),
            counts: HashMap::new(),
        };
        for source in sources {
            let keys = corpus.library.add(source, &ParseOptions::new()).unwrap().keys;
            for key in keys {
                let document = corpus.library.get(&key).unwrap();
                if document.kind != Kind::Article && document.language == language {
                    corpus.add(&key, source, &document);
                }
            }
        }
        for word in corpus.plain.split(' ') {
            *corpus.counts.entry(word.to_owned()).or_default() += 1;
        }
        corpus
    }

    fn add(&mut self, key: &str, source: &str, document: &Document) {
        let Some(resolution) = document.resolutions.first() else { return };
        let adopted = resolution.dates.first().map_or("2020-01-01", |date| date.end.as_ref().unwrap_or(&date.iso));
        let text = self.texts.len();
        let mut numbers = Vec::new();
        for paragraph in resolution.paragraphs.iter().filter(|one| one.zone != Zone::Noise) {
            self.plain.push_str(" | ");
            self.plain.push_str(&plain(&paragraph.text));
            let zone = paragraph.zone;
            if !matches!(zone, Zone::Preamble | Zone::Operative) || !paragraph.noise.is_empty() {
                continue;
            }
            let start = paragraph.lead.as_ref().map_or(paragraph.span.start, |lead| lead.span.start);
            let words = cut(source, Span::new(start, paragraph.span.end), self.language);
            if words.len() < 6 {
                continue;
            }
            numbers.push(self.paragraphs.len());
            self.paragraphs.push(Paragraph {
                text,
                zone,
                concept: paragraph.lead.as_ref().filter(|_| paragraph.acts.len() == 1).and_then(|lead| lead.concept),
                words,
            });
        }
        self.texts.push(Text {
            key: key.to_owned(),
            symbol: resolution.symbol.clone(),
            date: day_after(adopted),
            source: source.to_owned(),
            paragraphs: numbers,
        });
    }

    /// Whether the words stand in a row in a paragraph, and in how many places.
    pub fn count(&self, words: &str) -> usize {
        let words = plain(words);
        let mut count = 0;
        let mut rest = self.plain.as_str();
        while let Some(at) = rest.find(&words) {
            let whole = !self.is_spaced()
                || rest[..at].ends_with(' ') && rest[at + words.len()..].chars().next().is_none_or(|next| next == ' ');
            count += usize::from(whole);
            rest = &rest[at + words.len()..];
        }
        count
    }

    /// In how many paragraphs a word stands, at most; 0 for one that stands nowhere.
    pub fn word_count(&self, word: &str) -> u32 {
        self.counts.get(&plain(word)).copied().unwrap_or(0)
    }

    /// Whether the language sets spaces between words.
    pub fn is_spaced(&self) -> bool {
        self.language != "zh"
    }

    /// What stands between two words of the language.
    pub fn space(&self) -> &'static str {
        if self.is_spaced() { " " } else { "" }
    }
}

/// Small letters and digits, with single spaces between words.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            plain.extend(letter.to_lowercase());
        } else if !plain.ends_with(' ') && !matches!(letter, '’' | '\'' | '\u{64B}'..='\u{652}' | '\u{640}' | '\u{AD}')
        {
            plain.push(' ');
        }
    }
    plain.trim().to_owned()
}

/// The words of a stretch of a source: what stands between white space, or a character of Chinese with the marks
/// behind it.
fn cut(source: &str, span: Span, language: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let text = span.of(source).unwrap();
    let mut start = None;
    let push = |words: &mut Vec<Word>, from: usize, to: usize| {
        let whole = Span::at(from, to).shift(span.start);
        let part = &text[from..to];
        let inner = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        if !inner.is_empty() {
            let at = from + part.find(inner).unwrap();
            words.push(Word { core: Span::at(at, at + inner.len()).shift(span.start), whole });
        } else if let Some(last) = words.last_mut().filter(|last| language == "zh" && last.whole.end == whole.start) {
            last.whole = last.whole.join(whole);
        }
    };
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let single = language == "zh" && !letter.is_ascii();
        if letter.is_whitespace() || single {
            if let Some(from) = start.take() {
                push(&mut words, from, at);
            }
            if single && !letter.is_whitespace() {
                push(&mut words, at, at + letter.len_utf8());
            }
            // Between letters and digits of ours the space stays in Chinese too: 2 500 000.
            let next = text[at..].chars().nth(1).is_some_and(|next| next.is_ascii_alphanumeric());
            if let Some(last) =
                words.last_mut().filter(|last| language == "zh" && last.whole.end == span.start + at as u32)
                && letter == ' '
                && next
                && last.core.of(source).unwrap().ends_with(|last: char| last.is_ascii_alphanumeric())
            {
                last.whole = Span::new(last.whole.start, last.whole.end + 1);
            }
        } else {
            start = start.or(Some(at));
        }
    }
    // The label of a paragraph without a lead phrase is no word of it.
    let label = |word: &Word| word.core.of(source).unwrap().chars().count() <= 4 && word.core != word.whole;
    let numbered = |word: &Word| word.core.of(source).unwrap().chars().all(|one| one.is_numeric() || one == '.');
    while words.first().is_some_and(|word| numbered(word) || language != "zh" && label(word)) {
        words.remove(0);
    }
    words
}

fn day_after(iso: &str) -> String {
    let day: u32 = iso[8..10].parse().unwrap();
    format!("{}{:02}", &iso[..8], (day + 1).min(28))
}

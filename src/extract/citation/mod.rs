//! What a text cites.
//!
//! Numbers are found first, by the two marks that every one of them holds (a slash or an opening
//! bracket), so that a text without citations is passed over at the speed of a byte search. The noun
//! that governs a row of numbers and the body named beside it decide whose works they are.

mod author;
mod dating;
mod descriptive;
mod head;
mod islamic;
mod letter;
mod number;
mod pinpoint;
mod series;
mod short;
mod symbol;
#[cfg(test)]
mod tests;
mod title;
mod whose;

use std::cell::Cell;

use crate::lexicon::Language;
use crate::model::{Citation, CitationForm, Pinpoint};
use crate::text::{Span, sort_by_key};

use super::Context;
use super::date::date_at;
use super::scan::{Cursor, before, digit, is_space, next_digits, spaces_before, word_before};
use author::{can_author, id, is_period};
use head::{Head, Kind};
use letter::Letter;

pub use letter::read_letter;
use number::{Number, Series, Shape};
pub use short::{ShortKind, ShortMention, find_short_citations};

/// Finds what `text` cites, in order of place: resolutions and decisions by number, in rows too
/// (*resolutions 37/4 of 22 October 1982, 38/4 of …*), with every letter (`74/255 A and B` is two
/// works), symbols, and pinpoints.
///
/// `by`, `under` and `stance` are left to those who know the paragraph. A number whose body can't be
/// told has no target. Linear in `text`; a text without a slash or a bracket costs a byte search.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_citations};
/// use whereas::lexicon::Language;
///
/// let text = "Recalling paragraph 5 of its resolution 76/199 of 17 December 2021 and Security Council resolution 2593 (2021),";
/// let found = find_citations(text, &Context::new(Language::En).with_organ("un", "ga"));
/// assert_eq!(found[0].target.as_deref(), Some("un:ga:res:76/199"));
/// assert_eq!(found[0].pinpoint.as_ref().unwrap().from, "5");
/// assert_eq!(found[1].target.as_deref(), Some("un:sc:res:2593(2021)"));
///
/// // A financial period is no resolution.
/// assert!(find_citations("for the period 2022/23", &Context::new(Language::En)).is_empty());
/// ```
#[must_use]
pub fn find_citations(text: &str, context: &Context) -> Vec<Citation> {
    let mut finder = Finder::new(text, context);
    let bytes = text.as_bytes();
    if matches!(context.language, Language::Zh | Language::Und) {
        for at in memchr::memchr3_iter(b'/', b'(', 0xEF, bytes) {
            match bytes.get(at..at + 3) {
                Some([0xEF, 0xBC, 0x88]) => finder.bracket(at, 3),
                Some([0xEF, 0xBC, 0x8F]) => finder.slash(at, 3),
                Some([0xEF, ..]) => {}
                _ => finder.mark(at),
            }
        }
    } else {
        for at in memchr::memchr2_iter(b'/', b'(', bytes) {
            finder.mark(at);
        }
    }
    let mut found = finder.found;
    series::find(text, context, &mut found);
    title::find(text, context, &mut found);
    descriptive::find(text, context, &mut found);
    sort_by_key(&mut found, |citation| citation.span);
    found
}

/// The last body named in `text[from..to]`; `from` may lie inside a character.
pub(super) fn last_body(text: &str, mut from: usize, to: usize) -> Option<&'static str> {
    while !text.is_char_boundary(from) {
        from += 1;
    }
    head::last_organ(text, from, to).map(|(id, _, _)| id)
}

/// Ends of the nouns for a recommendation.
const RECOMMENDATIONS: [&str; 8] = [
    "ecommendation",
    "ecommandation",
    "ecomendación",
    "екомендация",
    "екомендации",
    "екомендацию",
    "екомендацией",
    "توصية",
];

/// What has been read so far.
struct Finder<'a> {
    text: &'a str,
    context: &'a Context<'a>,
    found: Vec<Citation>,
    /// The byte after the last symbol or number that was read, cited or not.
    done: usize,
    /// How far nouns were looked for.
    scanned: usize,
    head: Option<Head>,
    /// The last number found under the head: the byte after it.
    last: Option<usize>,
    /// The number whose date was looked for last, and the year of that.
    beside: Cell<Option<(usize, Option<u32>)>>,
    /// What no body named after it has claimed yet: place in `found`, number and letter.
    open: Vec<(usize, Number, Option<Letter>)>,
}

impl<'a> Finder<'a> {
    fn new(text: &'a str, context: &'a Context<'a>) -> Self {
        Self {
            text,
            context,
            found: Vec::new(),
            done: 0,
            scanned: 0,
            head: None,
            last: None,
            beside: Cell::new(None),
            open: Vec::new(),
        }
    }

    fn mark(&mut self, at: usize) {
        if self.text.as_bytes().get(at) == Some(&b'/') { self.slash(at, 1) } else { self.bracket(at, 1) }
    }

    /// Reads what stands around a slash.
    fn slash(&mut self, at: usize, length: usize) {
        if at < self.done {
            return;
        }
        let text = self.text;
        let left = before(text, at);
        let right = Cursor::new(text, at + length).peek();
        let number_left = left.is_some_and(|letter| digit(letter).is_some() || is_space(letter));
        let number_right = right.is_some_and(|letter| digit(letter).is_some() || is_space(letter));
        if number_left && let Some(found) = islamic::league(text, at) {
            self.symbol(found);
            return;
        }
        if number_left && number_right {
            if let Some(found) = islamic::item(text, at, at + length) {
                self.islamic_item(found);
                return;
            }
            if let Some(number) = number::at_slash(text, at, at + length) {
                self.session_number(&number);
                return;
            }
        }
        if left.is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | 'А' | 'Е' | 'Ѕ'))
            && right.is_some_and(char::is_alphanumeric)
            && let Some(found) = series::unesco(text, at).or_else(|| symbol::at_slash(text, at, self.done))
        {
            self.symbol(found);
            return;
        }
        // What is no citation is passed over whole, so that its later slashes start nothing.
        self.done = at + length;
        if left.is_some_and(|letter| letter.is_ascii_alphanumeric()) {
            let mut past = Cursor::new(text, at + length);
            while past.peek().is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '/') {
                past.bump();
            }
            self.done = past.at;
        }
    }

    /// Reads what stands around an opening bracket.
    fn bracket(&mut self, at: usize, length: usize) {
        if at < self.done {
            return;
        }
        let text = self.text;
        match Cursor::new(text, at + length).peek() {
            Some('I' | 'V' | 'X' | 'L' | 'C' | 'S' | 'E' | 'د' | 'ق') => {}
            Some(letter) if "一二三四五六七八九十".contains(letter) => {}
            Some(letter) if digit(letter).is_some() => {}
            Some(letter)
                if letter.is_alphabetic()
                    && before(text, spaces_before(text, at)).is_some_and(|last| digit(last).is_some()) => {}
            _ => return,
        }
        if let Some(found) = symbol::at_bracket(text, at)
            .or_else(|| series::telecommunication(text, at))
            .or_else(|| islamic::league_bracket(text, at + length))
        {
            self.symbol(found);
        } else if let Some(number) = number::at_bracket(text, at, at + length) {
            self.bracket_number(&number);
        }
    }

    /// Adds a symbol, which names its body itself.
    fn symbol(&mut self, found: symbol::Symbol) {
        self.done = found.end;
        for (start, end, id) in found.works {
            let works = end == found.end && !id.starts_with("un:doc:");
            let pinpoint = works.then(|| pinpoint::after_work(self.text, end)).flatten();
            self.push(start, end, Some(id), pinpoint);
            let date = works.then(|| dating::date_after(self.text, end)).flatten();
            if let (Some(date), Some(citation)) = (date, self.found.last_mut()) {
                citation.date = Some(date.first.to_iso());
            }
        }
    }

    /// Adds a resolution of the Organisation of Islamic Cooperation; its span takes in the words
    /// *Resolution No.* before it, and the organisation's name before those.
    fn islamic_item(&mut self, found: islamic::Item) {
        let floor = self.done;
        self.done = found.end;
        let start = self.named_from(found.start, floor);
        self.push(start, found.end, Some(found.id), None);
    }

    /// Where the words *OIC Resolution No.* begin that end before a number, or the number's start.
    fn named_from(&mut self, number: usize, floor: usize) -> usize {
        let text = self.text;
        self.look_for_head(number);
        let Some(head) = self.head.filter(|head| head.start >= floor) else { return number };
        let between = text.get(head.end..number).unwrap_or_default();
        let marked = between.contains(['o', '°', 'º', '№']) || between.contains("رقم");
        if !marked || between.len() > 16 || between.chars().filter(|letter| letter.is_alphabetic()).count() > 6 {
            return number;
        }
        let adjacent = text.get(head.phrase..head.start).is_some_and(|words| words.split_whitespace().count() == 1);
        if adjacent { head.phrase } else { head.start }
    }

    /// Looks for a governing noun between the place where that was last done and `number`.
    fn look_for_head(&mut self, number: usize) {
        if self.scanned > number {
            return;
        }
        if let Some(noun) = head::last_noun(self.text, self.scanned, number, self.context.language) {
            let mut head = head::with_organ(self.text, noun, self.done_before(noun.1), number);
            // "Human Rights Council resolutions on the subject, including resolution 42/9".
            if let Some(before) = self.head.filter(|_| head.organ.is_none() && !head::is_own(self.text, head.start))
                && let Some(between) = self.text.get(before.end..head.start)
                && !between.contains([';', '؛'])
                && !between.contains(". ")
            {
                head.organ = before.organ;
            }
            self.head = Some(head);
            self.last = None;
            self.open.clear();
        }
        self.scanned = number;
    }

    /// The end of the last citation, where that lies before `at`.
    fn done_before(&self, at: usize) -> usize {
        self.found.last().map(|citation| citation.span.end as usize).filter(|end| *end <= at).unwrap_or_default()
    }

    /// Decides on a number with a slash.
    fn session_number(&mut self, number: &Number) {
        let Shape::Session { series, session, number: second } = number.shape else { return };
        self.done = number.end;
        if series == Series::Regular
            && let Some(found) = symbol::procedure(self.text, number.start, number.end, session, second)
        {
            self.symbol(found);
            return;
        }
        self.look_for_head(number.start);
        if self.is_counted(number) {
            return;
        }
        let chinese = self.is_chinese_number(number);
        let near = chinese || self.is_near(number.start);
        let organ = self.organ_of(number);
        let named = organ.is_some_and(|organ| organ != "un:sc");
        let governed = self.head.is_some() || chinese;
        let accepted = match (series, session) {
            (Series::Special | Series::Emergency, _) => governed || named,
            (_, 1946..=2100) => {
                governed
                    && (!is_period(session, second)
                        || named
                        || self.is_adjacent(number.start)
                        || self.year_beside(number) == Some(session))
                    && (near || named || self.year_beside(number) == Some(session))
            }
            (_, 31..=130) => (governed || self.has_date_after(number.end)) && second < 1000,
            (_, 1..=30) if second < 1000 => governed && (near || named),
            _ => {
                let named = organ.or_else(|| head::organ_after(self.text, number.end, false));
                second > 1945 && governed && named == Some("fao:conf")
            }
        };
        if accepted {
            self.add(number, organ);
        }
    }

    /// Decides on a number with brackets.
    fn bracket_number(&mut self, number: &Number) {
        self.done = number.end;
        self.look_for_head(number.start);
        if let Some((start, word)) = word_before(self.text, spaces_before(self.text, number.start))
            && RECOMMENDATIONS.iter().any(|noun| word.ends_with(noun))
        {
            self.recommendation(number, start);
            return;
        }
        if self.is_counted(number) {
            return;
        }
        let chinese = self.is_chinese_number(number);
        let organ = self.organ_of(number);
        let governed = self.head.is_some() || chinese;
        let accepted = match number.shape {
            Shape::Year { number: value, .. } => {
                governed || (value > 99 && (organ == Some("un:sc") || self.has_date_after(number.end)))
            }
            Shape::Roman { session, .. } => governed || session > 1 && self.has_date_after(number.end),
            Shape::Session { .. } => false,
        };
        if accepted {
            self.add(number, organ);
        }
    }

    /// Adds a recommendation of the Parliamentary Assembly of the Council of Europe, where that speaks or is
    /// named; committees number theirs in the same way.
    fn recommendation(&mut self, number: &Number, noun: usize) {
        let named = || last_body(self.text, noun.saturating_sub(120), noun) == Some("coe:pace");
        if !matches!(number.shape, Shape::Year { .. }) || !(self.context.organ == Some("pace") || named()) {
            return;
        }
        let target = id("coe:pace", Kind::Recommendation, number, None);
        self.push(number.start, number.end, Some(target), None);
    }

    /// Whether the number counts something else: *paragraphs 12/13*, *general comment No. 15 (2002)*.
    fn is_counted(&self, number: &Number) -> bool {
        let text = self.text;
        let at = spaces_before(text, number.start);
        let marked = ["No.", "Nos.", "no.", "No", "no", "nº", "n°", "núm.", "№", "رقم", "N°", "Nº"]
            .iter()
            .find(|mark| text.get(..at).is_some_and(|words| words.ends_with(**mark)));
        if let Some(mark) = marked {
            let from = spaces_before(text, at - mark.len());
            return self.head.is_none_or(|head| head.end != from);
        }
        word_before(text, at).is_some_and(|(_, word)| {
            let word = word.trim_start_matches(['A', 'P']);
            matches!(
                word,
                "paragraph"
                    | "paragraphs"
                    | "aragraph"
                    | "aragraphs"
                    | "article"
                    | "articles"
                    | "rticle"
                    | "rticles"
                    | "rule"
                    | "item"
                    | "page"
                    | "paragraphe"
                    | "paragraphes"
                    | "párrafo"
                    | "párrafos"
                    | "пункт"
                    | "пункты"
                    | "пункта"
                    | "artículo"
                    | "artículos"
                    | "الفقرة"
                    | "المادة"
                    | "biennium"
                    | "period"
                    | "season"
            )
        })
    }

    /// Whether the marks of a Chinese number stand around it: 第…号.
    fn is_chinese_number(&self, number: &Number) -> bool {
        if !matches!(self.context.language, Language::Zh | Language::Und) {
            return false;
        }
        let mut after = Cursor::new(self.text, number.end);
        after.spaces();
        before(self.text, spaces_before(self.text, number.start)) == Some('第') || after.peek() == Some('号')
    }

    /// Whether the number follows the governing noun, or another number of its row, without much
    /// between.
    fn is_near(&self, start: usize) -> bool {
        let from = self.last.or(self.head.map(|head| head.end));
        let Some(from) = from.filter(|from| *from <= start && start - from <= 160) else { return false };
        self.text.get(from..start).is_some_and(|between| !between.contains([';', '؛', '。']) && !between.contains(". "))
    }

    /// Whether nothing but a joint stands between the noun, or the last number, and this one.
    fn is_adjacent(&self, start: usize) -> bool {
        let from = self.last.or(self.head.map(|head| head.end));
        from.and_then(|from| self.text.get(from..start)).is_some_and(|between| {
            between.len() <= 6 && between.chars().filter(|letter| letter.is_alphabetic()).count() <= 3
        })
    }

    /// Whether a date stands close after a number, as it does after a resolution's.
    fn has_date_after(&self, end: usize) -> bool {
        next_digits(self.text, end)
            .filter(|start| start - end <= 28)
            .is_some_and(|start| date_at(self.text, start).is_some_and(|date| date.is_possible()))
    }

    /// Adds the works of a number.
    fn add(&mut self, number: &Number, organ: Option<&'static str>) {
        let kind = self.kind_of(number);
        let first = self.last.is_none();
        if matches!(self.context.language, Language::Zh) {
            let head = Head { kind, start: number.start, end: number.start, organ, phrase: number.start };
            self.head = Some(head);
        }
        let mut pinpoint = self
            .head
            .filter(|_| first)
            .and_then(|head| pinpoint::before_work(self.text, head.phrase, self.done_before(head.phrase)));
        let body = self.author_of(number, organ);
        let date = self.date_of(number);
        let parts = number.parts();
        let last = parts.len() - 1;
        for (place, (start, end, letter)) in parts.into_iter().enumerate() {
            if place == last && pinpoint.is_none() {
                pinpoint = pinpoint::after_work(self.text, end);
            }
            let target = body.map(|body| id(body, kind, number, letter));
            if organ.is_none() {
                self.open.push((self.found.len(), Number { letters: Vec::new(), ..*number }, letter));
            }
            self.push(start, end, target, pinpoint.take());
            if let Some(citation) = self.found.last_mut() {
                citation.date.clone_from(&date);
            }
        }
        self.last = Some(number.end);
        if !matches!(self.context.language, Language::Zh) && organ.is_none() {
            self.claim_for_organ_after(number, kind);
        }
    }

    /// Where a body is named after a number, it is the author of the row that ends there.
    fn claim_for_organ_after(&mut self, number: &Number, kind: Kind) {
        let text = self.text;
        let russian = matches!(self.context.language, Language::Ru);
        let organ = head::organ_after(text, number.end, russian).or_else(|| {
            let start = next_digits(text, number.end).filter(|start| start - number.end <= 28)?;
            let date = date_at(text, start)?;
            let rest = text.get(date.span.end as usize..)?;
            let skip = ["года", "г.", ","]
                .iter()
                .fold(rest.trim_start(), |rest, word| rest.strip_prefix(word).unwrap_or(rest));
            let bare = russian && !rest.starts_with(',') && !skip.starts_with(',');
            head::organ_after(text, text.len() - skip.len(), bare)
        });
        let Some(organ) = organ.filter(|organ| can_author(number.shape, organ)) else { return };
        for (place, number, letter) in self.open.drain(..) {
            if can_author(number.shape, organ)
                && let Some(citation) = self.found.get_mut(place)
            {
                let body = author::author(number.shape, Some(organ), self.context);
                citation.target = body.map(|body| id(body, kind, &number, letter));
            }
        }
    }

    fn push(&mut self, start: usize, end: usize, target: Option<String>, pinpoint: Option<Pinpoint>) {
        let words = self.text.get(start..end).unwrap_or_default();
        let citation = Citation::new(Span::at(start, end), words, target, CitationForm::Symbol);
        self.found.push(Citation { pinpoint, ..citation });
    }
}

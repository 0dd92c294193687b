//! Whom an act addresses: the row of States, groups, organs and officials between a lead phrase and what is
//! asked of them.

use crate::lexicon::key::is_word;
use crate::lexicon::{ActWord, Language, act_words};
use crate::model::Entity;
use crate::text::{Span, first_of};

use super::Context;
use super::actor::{NamesIn, id_in};
use super::asked::{REACH, asked_at, first_word};
use super::scan::{Cursor, is_space};

/// The most addressees of one act that are told.
const MOST: usize = 24;

/// The addressees in `text[from..]`, in order of place: each with its id where its name is known, else the words
/// for it where their noun names someone of whom something can be asked. Linear in the row.
pub(super) fn find_addressees(text: &str, from: usize, context: &Context) -> Vec<Entity> {
    let spaced = !matches!(context.language, Language::Ar | Language::Zh);
    let names = NamesIn::new(context);
    match asked_at(text, from, context.language) {
        Some(end) if spaced => Row { text, end, names, context }.read(from),
        end => named(text, from, end, &names, context),
    }
}

/// Whether a Russian word tells more of the noun before it: *являющиеся*, *которые*.
fn is_russian_participle(word: &str) -> bool {
    ["щие", "щим", "щих", "щей", "щего", "щему", "щиеся", "щимся", "щихся", "вшие", "вшим", "вших"]
        .iter()
        .any(|end| word.ends_with(end))
        && word.starts_with(char::is_lowercase)
        || word.starts_with("котор")
}

/// A row of addressees in a language with spaces.
struct Row<'a> {
    text: &'a str,
    /// Where what is asked begins.
    end: usize,
    names: NamesIn,
    context: &'a Context<'a>,
}

impl Row<'_> {
    /// Reads the row from `from` on, element by element.
    fn read(&self, from: usize) -> Vec<Entity> {
        let words = |kind| act_words(kind, self.context.language);
        let (ties, asides, rests) = (words(ActWord::Tie), words(ActWord::Aside), words(ActWord::Rest));
        let mut found: Vec<Entity> = Vec::new();
        // An adjective that waits for its noun: *international* in *international and regional organizations*.
        let mut open: Option<usize> = None;
        let mut at = self.skip_link(from);
        while found.len() < MOST {
            let begun = at;
            at = self.skip_ties(at, ties);
            if at >= self.end {
                break;
            }
            let after_comma = self.text.get(begun..at).is_some_and(|skipped| skipped.contains(','));
            if self.is_aside(at, asides, after_comma || found.is_empty()) {
                match self.next_comma(at) {
                    Some(comma) => at = comma + 1,
                    None => break,
                }
                continue;
            }
            let border = self.border(at);
            let rest = self.end_of_name(at, border, rests);
            if let Some(name) = self.names.find_at(self.text, at).filter(|name| name.end <= border) {
                let whole = name.end >= rest || self.is_rest(name.end, rests);
                if whole {
                    found.push(Entity {
                        text: self.text.get(name.start..name.end).unwrap_or_default().to_owned(),
                        id: Some(id_in(name.id, self.context)),
                        span: Span::at(name.start, name.end),
                    });
                    open = None;
                }
                if whole && !self.tells_on(name.end) {
                    at = border.max(name.end);
                    continue;
                }
                if whole {
                    break;
                }
            }
            let start = open.unwrap_or(at);
            if open.is_none() && self.goes_on_last(begun, at, rest, &mut found) {
                at = border;
                continue;
            }
            match self.described(start, rest) {
                Some(entity) => {
                    open = None;
                    found.push(entity);
                    if self.tells_on(rest) {
                        break;
                    }
                }
                // One word alone goes on what stands before it: *funds and programmes*.
                None if open.is_none() && !after_comma => open = Some(at),
                None => open = Some(start),
            }
            at = border;
        }
        found.extend(self.plain(from).filter(|_| found.is_empty()));
        found
    }

    /// Whom the words name where no noun tells: *the pilots, when so assembled,*, an article and one or two words.
    fn plain(&self, from: usize) -> Option<Entity> {
        let english = matches!(self.context.language, Language::En | Language::Und);
        let whole = self.text.get(from..self.end)?;
        let words = whole.split(',').next()?.trim().strip_prefix("the ").filter(|_| english)?;
        let start = from + whole.find(words)?;
        let span = Span::at(start, start + words.len());
        let named = words.ends_with('s') && words.split(' ').count() <= 2;
        named.then(|| Entity { text: words.to_owned(), id: None, span })
    }

    /// The byte after a link that stands before the row: *Invites, in this regard, …*.
    fn skip_link(&self, from: usize) -> usize {
        let mut at = Cursor::new(self.text, from);
        while at.peek().is_some_and(|letter| is_space(letter) || letter == ',') {
            at.bump();
        }
        let links = act_words(ActWord::Link, self.context.language).iter().filter(|link| link.contains(' '));
        let longest = links.filter(|link| starts_with_words(at.rest(), link)).map(|link| link.len()).max();
        at.at + longest.unwrap_or(0)
    }

    /// Whether one word alone goes on the name before it, which then has it: *United Nations funds and programmes*.
    fn goes_on_last(&self, begun: usize, at: usize, end: usize, found: &mut [Entity]) -> bool {
        let alone = self.text.get(at..end).is_some_and(|words| !words.is_empty() && !words.contains(' '));
        let joint = self.text.get(begun..at).map(str::trim);
        let joined = joint.is_some_and(|joint| ["and", "et", "y", "и"].contains(&joint));
        let Some(last) = found.last_mut().filter(|last| alone && joined && last.id.is_none()) else { return false };
        last.span = Span::new(last.span.start, end as u32);
        last.span.of(self.text).unwrap_or_default().clone_into(&mut last.text);
        true
    }

    /// The byte after the words and marks that stand before an addressee.
    fn skip_ties(&self, from: usize, ties: &[&str]) -> usize {
        let mut at = Cursor::new(self.text, from);
        while at.at < self.end {
            let Some(letter) = at.peek() else { break };
            if is_space(letter) || matches!(letter, ',' | '’' | '\'') {
                at.bump();
                continue;
            }
            // A name may begin with such a word: *all Member States*.
            if self.names.find_at(self.text, at.at).is_some() {
                break;
            }
            let mut ahead = at;
            let Some(word) = ahead.word() else { break };
            if !(ties.contains(&word) || word.chars().count() < 3 && ties.contains(&word.to_lowercase().as_str())) {
                break;
            }
            at = ahead;
        }
        at.at
    }

    /// Whether something said aside begins at `at`.
    fn is_aside(&self, at: usize, asides: &[&str], marked: bool) -> bool {
        let rest = self.text.get(at..self.end).unwrap_or_default();
        let tells = self.context.language == Language::Ru && is_russian_participle(first_word(rest));
        marked && (tells || asides.iter().any(|aside| starts_with_words(rest, aside)))
    }

    /// The next comma before what is asked.
    fn next_comma(&self, at: usize) -> Option<usize> {
        self.text.get(at..self.end)?.find(',').map(|comma| at + comma)
    }

    /// Where the element that begins at `at` ends: a comma, or *and* before another.
    fn border(&self, at: usize) -> usize {
        let from = self.names.find_at(self.text, at).map_or(at, |name| name.end.min(self.end));
        let part = self.text.get(from..self.end).unwrap_or_default();
        let and: &[&str] = match self.context.language {
            Language::Fr => &[" et ", " ainsi que "],
            Language::Es => &[" y ", " e ", " así como "],
            Language::Ru => &[" и ", " а также "],
            _ => &[" and ", " as well as ", " or "],
        };
        let joint = first_of(part, and, &|_, _| true).map(|(place, _)| place);
        let comma = memchr::memchr(b',', part.as_bytes());
        [joint, comma].into_iter().flatten().min().map_or(self.end, |place| from + place)
    }

    /// Where the words for whoever is named from `at` on end, what tells more of them left out.
    fn end_of_name(&self, at: usize, border: usize, rests: &[&str]) -> usize {
        const MORE: [&str; 22] = [
            "that",
            "which",
            "who",
            "whose",
            "where",
            "concerned",
            "in",
            "within",
            "under",
            "to",
            "with",
            "qui",
            "dont",
            "que",
            "cuyos",
            "cuyas",
            "который",
            "которые",
            "которым",
            "являющиеся",
            "являющимся",
            "имеющим",
        ];
        let part = self.text.get(at..border).unwrap_or_default();
        let tells = |place: usize| {
            let word = part.get(place + 1..).map_or("", first_word);
            MORE.contains(&word) && (rests.is_empty() || place > 0)
        };
        let end = memchr::memchr_iter(b' ', part.as_bytes()).find(|place| tells(*place)).unwrap_or(part.len());
        at + part.get(..end).map_or(end, |words| words.trim_end().len())
    }

    /// Whether what stands behind a name leaves it whole.
    fn is_rest(&self, at: usize, rests: &[&str]) -> bool {
        if self.context.language == Language::Ru {
            return true;
        }
        let rest = self.text.get(at..self.end).unwrap_or_default().trim_start();
        rest.is_empty() || rest.starts_with([',', '(']) || rests.contains(&first_word(rest))
    }

    /// Whether a clause begins at `at` that may hold commas and joints of its own: *States that have …*.
    fn tells_on(&self, at: usize) -> bool {
        let rest = self.text.get(at..self.end).unwrap_or_default().trim_start();
        ["that", "which", "who", "whose", "qui", "dont", "que", "cuyos", "cuyas"].contains(&first_word(rest))
    }

    /// Whoever the words between `start` and `end` describe, where their noun is one for somebody.
    fn described(&self, start: usize, end: usize) -> Option<Entity> {
        let span = Span::at(start, end.max(start)).trim(self.text);
        let words = span.of(self.text)?;
        let heads = act_words(ActWord::Head, self.context.language);
        let prefixes = self.context.language == Language::Ru;
        let is_head = |word: &str| {
            let word = word.to_lowercase();
            let last = word.rsplit('-').next().unwrap_or(&word);
            heads.iter().any(|head| if prefixes { last.starts_with(head) } else { *head == last || *head == word })
        };
        // Whom the words name stands before what tells more: *contributions to the Force* name nobody.
        let core = if prefixes { words } else { before_preposition(words) };
        let named = core.split(|letter: char| !is_word(letter) && letter != '-').any(is_head);
        (named && words.len() < 420).then(|| Entity { text: words.to_owned(), id: None, span })
    }
}

/// The words before the first preposition.
fn before_preposition(words: &str) -> &str {
    const PREPOSITIONS: [&str; 14] = [
        " of ", " to ", " in ", " on ", " for ", " with ", " from ", " at ", " de ", " du ", " des ", " d’", " del ",
        " para ",
    ];
    first_of(words, &PREPOSITIONS, &|_, _| true).and_then(|(end, _)| words.get(..end)).unwrap_or(words)
}

/// Whether `text` begins with `words` and does not go on inside a word.
fn starts_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| words.ends_with(['’', '\'']) || !rest.starts_with(is_word))
}

/// The names in a row where only those are told: they stand at its beginning and behind its marks and joints. In
/// Arabic the words as a whole where none of them is known.
fn named(text: &str, from: usize, end: Option<usize>, names: &NamesIn, context: &Context) -> Vec<Entity> {
    let ties = act_words(ActWord::Tie, context.language);
    let arabic = context.language == Language::Ar;
    let mut found = Vec::new();
    let mut at = Cursor::new(text, from);
    let mut first = None;
    // Whether another member of the row may begin here.
    let mut border = true;
    let chinese = context.language == Language::Zh;
    // Whether a mark or *and* parts what comes from the member before.
    let mut parted = true;
    let reach = end.unwrap_or(text.len()).min(from + REACH);
    while at.at < reach && found.len() < MOST {
        border |= arabic && at.peek() == Some('و');
        if border
            && let Some(name) = names.find_at(text, at.at).filter(|name| is_whole(text, name.end, context.language))
        {
            found.push(Entity {
                text: text.get(name.start..name.end).unwrap_or_default().to_owned(),
                id: Some(id_in(name.id, context)),
                span: Span::at(name.start, name.end),
            });
            at.at = name.end;
            border = !arabic;
            parted = false;
            continue;
        }
        if let Some(length) = text.get(at.at..reach).filter(|_| chinese && parted).and_then(chinese_party) {
            let span = Span::at(at.at, at.at + length);
            found.push(Entity { text: span.of(text).unwrap_or_default().to_owned(), id: None, span });
            at.at += length;
            parted = false;
            continue;
        }
        let Some(letter) = at.peek() else { break };
        parted |= "、和与及".contains(letter);
        if is_space(letter) || matches!(letter, '’' | '\'' | '、') || matches!(letter, ',' | '،') && !found.is_empty()
        {
            border |= !is_space(letter);
            at.bump();
        } else if letter >= '\u{2E80}' {
            if at.eat_one(&["以及"]) {
                parted = true;
                continue;
            }
            // `向` behind an addressee begins what is asked.
            if !("各和与及".contains(letter) || found.is_empty() && "向对".contains(letter)) {
                break;
            }
            at.bump();
        } else {
            let mut ahead = at;
            match ahead.word() {
                Some("to") if !found.is_empty() => break,
                Some("التي" | "الذي" | "الذين" | "اللتين" | "اللذين" | "بما" | "مع" | "في") =>
                {
                    break;
                }
                Some(word) if ties.contains(&word.to_lowercase().as_str()) => at = ahead,
                Some(_) if arabic && end.is_some() => {
                    first.get_or_insert(at.at);
                    border = false;
                    at = ahead;
                }
                _ => break,
            }
        }
    }
    if found.is_empty()
        && let (Some(first), Some(end)) = (first, end)
        && is_arabic_addressee(text, from, end)
    {
        let span = Span::at(first, end.max(first)).trim(text);
        let words = span.of(text).filter(|words| words.len() < 200);
        found.extend(words.map(|words| Entity { text: words.to_owned(), id: None, span }));
    }
    found
}

/// How many bytes the words take at the beginning of a Chinese text that describe somebody: up to the first noun for one
/// that no other goes on. Words that begin what is asked describe nobody.
fn chinese_party(text: &str) -> Option<usize> {
    /// The longest words for somebody, in characters.
    const LONGEST: usize = 40;
    let (heads, asked) = (act_words(ActWord::Head, Language::Zh), act_words(ActWord::Aside, Language::Zh));
    let begins = |words: &[&str], at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        words.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max()
    };
    if begins(asked, 0).is_some() || text.starts_with(['、', '和', '与', '及', '或', ' ']) {
        return None;
    }
    let mut end = 0;
    for (at, letter) in text.char_indices().take(LONGEST) {
        if "，；。：".contains(letter) {
            return None;
        }
        let Some(length) = begins(heads, at).filter(|length| at >= end && at + length > 6) else { continue };
        end = at + length;
        let rest = text.get(end..).unwrap_or_default();
        // `国家的政府` goes on, and `国家之间` is a place.
        if rest.starts_with(['间', '之', '内', '中', '上']) {
            return None;
        }
        if !rest.starts_with('的') && begins(heads, end).is_none() {
            // What is asked may name somebody too; a verb belongs to whom the words describe only before `的`.
            let words = text.get(..end)?;
            let verb = asked.iter().filter_map(|word| words.rfind(word)).max();
            return verb.is_none_or(|verb| words.get(verb..).is_some_and(|rest| rest.contains('的'))).then_some(end);
        }
    }
    None
}

/// Whether words between an Arabic lead and what is asked name somebody: `أن` stands behind them, or no `إلى` of the
/// thing that is called for before them.
fn is_arabic_addressee(text: &str, from: usize, end: usize) -> bool {
    text.get(end..).is_some_and(|rest| rest.starts_with(" أن "))
        || !text.get(from..).is_some_and(|rest| rest.trim_start().starts_with("إلى "))
}

/// Whether a name is not the first part of a longer one: `联合国` in `联合国的实体`.
fn is_whole(text: &str, end: usize, language: Language) -> bool {
    language != Language::Zh
        || !text.get(..end).is_some_and(|name| name.ends_with("联合国"))
        || !text.get(end..).is_some_and(|rest| rest.starts_with(['的', '系', '总', '各', '所', '开']))
}

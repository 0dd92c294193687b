//! How a resolution was adopted, as its closing lines state it: *Adopted unanimously at the 3000th
//! meeting*, *by 13 votes to none, with 2 abstentions (China, Yemen)*.
//!
//! Nothing is inferred: a text that prints no vote has none. *Unanimously*, *by consensus* and
//! *without a vote* are three things.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::lexicon::key::is_word;
use crate::lexicon::ordinals::chinese_number;
use crate::model::{Adoption, AdoptionMethod};
use crate::text::Span;

use super::Context;
use super::scan::{Cursor, before, digit, is_dash, is_space, kinds_of, may_hold, number_before};
use super::voters::{Voters, read_columns};

/// How far a statement reaches, in bytes.
const REACH: usize = 700;

/// Words that begin a statement, a common misprint among them. In running text only the capital one
/// does.
const BEGINNINGS: [&str; 32] = [
    "Adopted",
    "In the absence of any objection",
    "In the absence of objections",
    "Adapted",
    "ADOPTED",
    "Adoptée",
    "Adopté",
    "Aprobada",
    "Принята",
    "Принято",
    "اتخذ",
    "اعتمد",
    "Recorded vote",
    "recorded vote of",
    "以",
    "Vote",
    "一致通过",
    "未经表决",
    "协商一致",
    "经协商一致",
    "经记录表决",
    "Adoptada",
    "Adoptado",
    "Aprobado",
    "Approved",
    "APPROVED",
    "PASSED AND ADOPTED",
    "Принят ",
    "اعتُمد",
    "اتُخذ",
    "Passed",
    "صدر",
];

/// Finds the statement of how a resolution was adopted, `None` where nothing is printed.
///
/// Meant for closing lines, but a whole resolution may be given: a sentence inside a paragraph that
/// speaks of another adoption is passed over. Linear in `text`.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_adoption};
/// use whereas::lexicon::Language;
/// use whereas::model::AdoptionMethod;
///
/// let text = "Adopted at the 2981st meeting by 12 votes to 1 (Cuba) with 2 abstentions (Ecuador, Yemen).";
/// let adoption = find_adoption(text, &Context::new(Language::En)).unwrap();
/// assert_eq!(adoption.method, AdoptionMethod::RecordedVote);
/// assert_eq!((adoption.yes, adoption.no, adoption.abstain), (Some(12), Some(1), Some(2)));
/// assert_eq!(adoption.names["abstain"], ["Ecuador", "Yemen"]);
/// ```
#[must_use]
pub fn find_adoption(text: &str, _context: &Context) -> Option<Adoption> {
    static FINDERS: OnceLock<Vec<Finder>> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| BEGINNINGS.iter().map(Finder::new).collect());
    let mut best: Option<Adoption> = None;
    let held = kinds_of(text);
    let likely = BEGINNINGS.into_iter().zip(finders).filter(|(beginning, _)| may_hold(held, beginning));
    for (beginning, finder) in likely {
        for place in finder.find_iter(text.as_bytes()) {
            if begins_a_sentence(text, place, beginning)
                && let Some(adoption) = read(text, place)
                && best.as_ref().is_none_or(|best| adoption.span.start > best.span.end)
            {
                best = Some(adoption);
            }
        }
    }
    best.map(|adoption| with_columns(text, adoption))
}

/// The statement with the names in the columns below it.
fn with_columns(text: &str, mut adoption: Adoption) -> Adoption {
    if adoption.method == AdoptionMethod::RecordedVote {
        let (voters, end) = read_columns(text, adoption.span.start as usize);
        if !voters.names.is_empty() {
            adoption.names.extend(voters.names);
            adoption.ids.extend(voters.ids);
            adoption.span = Span::at(adoption.span.start as usize, end);
        }
    }
    adoption
}

/// Whether a statement may begin here: after a stop, a bracket or the end of a line.
fn begins_a_sentence(text: &str, place: usize, beginning: &str) -> bool {
    if beginning == "recorded vote of" {
        return true;
    }
    let mut at = place;
    let mut line = false;
    while let Some(space) = before(text, at).filter(|letter| is_space(*letter) || matches!(letter, '*' | '_')) {
        line |= space == '\n';
        at -= space.len_utf8();
    }
    let last = before(text, at);
    let closed = last.is_none_or(|last| {
        matches!(last, '.' | ']' | ')' | ';' | '。' | '؛' | ':' | '[' | '(' | '”' | '"') || digit(last).is_some()
    });
    closed || line
}

/// One word or number of a statement, with where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'a> {
    Word(&'a str),
    Number(u16),
    Open,
    Close,
    Comma,
}

/// A token with the byte it begins at and the byte after it.
type Placed<'a> = (Token<'a>, usize, usize);

/// Reads the statement that begins at `place`.
fn read(text: &str, place: usize) -> Option<Adoption> {
    let tokens = tokens(text, place);
    let sentence_end = tokens.last().map(|(_, _, end)| *end)?;
    let words = || {
        tokens
            .iter()
            .filter_map(|(token, _, end)| if let Token::Word(word) = token { Some((*word, *end)) } else { None })
    };
    if let Some(vote) = counted(text, place, &tokens).or_else(|| counted_chinese(text, place)) {
        return Some(vote);
    }
    let plain = |method, end: usize| Adoption {
        method,
        yes: None,
        no: None,
        abstain: None,
        names: BTreeMap::new(),
        ids: BTreeMap::new(),
        span: Span::at(place, end.max(sentence_end)),
    };
    for (word, end) in words() {
        let letters: String = word.chars().filter(|letter| is_word(*letter)).flat_map(char::to_lowercase).collect();
        if ["unanim", "единогласно", "единодушно", "بالإجماع", "一致通过"].iter().any(|stem| letters.starts_with(stem))
        {
            return Some(plain(AdoptionMethod::Unanimous, end));
        }
        if ["consens", "консенсус", "协商一致"].iter().any(|stem| letters.starts_with(stem)) {
            return Some(plain(AdoptionMethod::Consensus, end));
        }
    }
    let joined: String = words().flat_map(|(word, _)| word.chars().chain([' '])).flat_map(char::to_lowercase).collect();
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| joined.contains(phrase));
    if has(&[
        "without a vote ",
        "without vote ",
        "sans vote ",
        "sans être mise aux voix",
        "sin votación",
        "без голосования",
        "دون تصويت",
        "بدون تصويت",
        "未经表决",
    ]) {
        return Some(plain(AdoptionMethod::WithoutVote, sentence_end));
    }
    if has(&["بتوافق الآراء", "协商一致"]) {
        return Some(plain(AdoptionMethod::Consensus, sentence_end));
    }
    // Names alone tell a vote where no count is printed: *by the following vote: AYES: …*.
    let named = has(&[
        "following vote ",
        "roll call vote ",
        "recorded vote ",
        "vote enregistré ",
        "votación registrada ",
        "记录表决",
    ]);
    let columns = named.then(|| read_columns(text, place).0).filter(|voters| !voters.names.is_empty());
    columns.map(|_| plain(AdoptionMethod::RecordedVote, sentence_end))
}

/// A vote counted in Chinese: `以28票对6票、13票弃权`, `13票赞成、零票反对、2票弃权`.
fn counted_chinese(text: &str, place: usize) -> Option<Adoption> {
    let mut reach = (place + REACH).min(text.len());
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let sentence = text.get(place..reach)?.split(['。', '\n', '.']).next()?;
    let mut counts: [Option<u16>; 3] = [None; 3];
    let mut end = place;
    let mut order = 0;
    for (at, mark) in sentence.match_indices('票') {
        let Some(value) = chinese_count(sentence.get(..at)?) else { continue };
        let behind = sentence.get(at + mark.len()..)?;
        let side = match () {
            () if behind.starts_with("赞成") => 0,
            () if behind.starts_with("反对") => 1,
            () if behind.starts_with("弃权") => 2,
            () => order,
        };
        order = side + 1;
        if let Some(count) = counts.get_mut(side) {
            *count = Some(value);
            end = place + at + mark.len();
        }
    }
    let [yes, no, abstain] = counts;
    yes.filter(|_| no.is_some() || abstain.is_some())?;
    Some(Adoption {
        method: AdoptionMethod::RecordedVote,
        yes,
        no,
        abstain,
        names: BTreeMap::new(),
        ids: BTreeMap::new(),
        span: Span::at(place, end),
    })
}

/// The count that ends `text`, in digits or Chinese numerals.
fn chinese_count(text: &str) -> Option<u16> {
    if let Some((_, value, _)) = number_before(text, text.len(), 3) {
        return value.try_into().ok();
    }
    let numeral = text.trim_start_matches(|letter: char| !"零〇一二三四五六七八九十百两".contains(letter));
    let start = text.rfind(|letter: char| !"零〇一二三四五六七八九十百两".contains(letter));
    let last = start.map_or(numeral, |at| {
        text.get(at..)
            .map_or("", |rest| rest.trim_start_matches(|letter: char| !"零〇一二三四五六七八九十百两".contains(letter)))
    });
    if matches!(last, "零" | "〇") {
        return Some(0);
    }
    chinese_number(last)
}

/// The words, numbers and marks of the statement, to the stop that ends it. A word broken by a hyphen
/// at the end of a line is one word; a number may be printed with the letters that look like digits.
fn tokens(text: &str, place: usize) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut at = Cursor::new(text, place);
    let mut depth = 0u32;
    while at.at < place + REACH && found.len() < 160 {
        let Some(letter) = at.peek() else { break };
        let start = at.at;
        if is_word(letter) || digit(letter).is_some() {
            loop {
                // "2abstentions" is a number and a word, "298Ist" is neither.
                while at.peek().is_some_and(|next| is_word(next) || digit(next).is_some()) {
                    let from_digit = before(text, at.at).is_some_and(|last| digit(last).is_some() && at.at > start);
                    if from_digit && ["abst", "vot"].iter().any(|word| at.rest().starts_with(word)) {
                        break;
                    }
                    at.bump();
                }
                let mut ahead = at;
                let dash = ahead.bump().is_some_and(is_dash);
                ahead.spaces();
                if dash && ahead.peek().is_some_and(char::is_lowercase) { at = ahead } else { break }
            }
            let word = text.get(start..at.at).unwrap_or_default();
            found.push((as_number(word).map_or(Token::Word(word), Token::Number), start, at.at));
            continue;
        }
        at.bump();
        let mark = match letter {
            '(' | '{' | '[' | '（' => {
                depth += 1;
                Token::Open
            }
            ')' | '}' | ']' | '）' => {
                depth = depth.saturating_sub(1);
                Token::Close
            }
            ',' | '،' | ';' | '，' | '、' => Token::Comma,
            '.' | '。' if depth == 0 => {
                let next = at.rest().trim_start();
                // "No. 3" and a stop in the midst of a number go on.
                if found.len() > 3 || next.is_empty() {
                    break;
                }
                continue;
            }
            _ => continue,
        };
        found.push((mark, start, at.at));
    }
    found
}

/// The value of a count in digits, or in English words up to fifteen; `I` and `l` stand for 1 and `O`
/// for 0 where other digits stand beside them.
fn as_number(word: &str) -> Option<u16> {
    let first = word.chars().next()?;
    if digit(first).is_some() || word.chars().any(|letter| digit(letter).is_some()) {
        let digits: Option<String> = word
            .chars()
            .map(|letter| match letter {
                'I' | 'l' | '|' => Some('1'),
                'O' | 'o' => Some('0'),
                _ => digit(letter).and_then(|value| char::from_digit(value, 10)),
            })
            .collect();
        return digits?.parse().ok();
    }
    None
}

/// What stands for *none* in a vote.
const NONE: [&str; 18] = [
    "none",
    "nil",
    "zero",
    "zéro",
    "ninguno",
    "cero",
    "aucune",
    "zéro",
    "none,with",
    "no",
    "零",
    "零票",
    "nobody",
    "لا",
    "صفر",
    "никто",
    "nome",
    "non",
];

/// English numbers that are printed in words.
const COUNTS: [&str; 16] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen",
];

/// A count at a token, in digits or words.
fn count(token: Token) -> Option<u16> {
    match token {
        Token::Number(value) => Some(value),
        Token::Word(word) => {
            let lowered = word.to_lowercase();
            // The digit one, read from a scan as a letter.
            if matches!(word, "I" | "l") {
                return Some(1);
            }
            if NONE.contains(&lowered.as_str()) {
                return Some(0);
            }
            // The dual is a count of its own.
            if ["صوتين", "صوتان", "عضوين", "عضوان"].contains(&word) {
                return Some(2);
            }
            COUNTS.iter().position(|name| *name == lowered).map(|value| value as u16)
        }
        _ => None,
    }
}

/// A counted vote: *by 12 votes to 1 (Cuba) with 2 abstentions (Ecuador, Yemen)*, *recorded vote of 104
/// to 4, with 13 abstentions*, *par 13 voix contre zéro, avec 2 abstentions*.
fn counted(text: &str, place: usize, tokens: &[Placed]) -> Option<Adoption> {
    let lowered = |at: usize| match tokens.get(at) {
        Some((Token::Word(word), ..)) => word.to_lowercase(),
        _ => String::new(),
    };
    // The count stands before *votes*, or after *recorded vote of*.
    let votes = (0..tokens.len()).find(|at| {
        let word = lowered(*at);
        (["votes", "voix", "votos", "voies", "голосами", "голосов", "صوتا", "صوتاً", "أصوات", "票", "yotes", "vores"]
            .contains(&word.as_str())
            && *at > 0)
            || (word == "vote" && lowered(at + 1) == "of")
    })?;
    let after_of = lowered(votes) == "vote";
    let yes_at = if after_of { votes + 2 } else { votes - 1 };
    let (yes_token, _, yes_end) = *tokens.get(yes_at)?;
    let yes = count(yes_token)?;
    let mut adoption = Adoption {
        method: AdoptionMethod::RecordedVote,
        yes: Some(yes),
        no: None,
        abstain: None,
        names: BTreeMap::new(),
        ids: BTreeMap::new(),
        span: Span::at(place, tokens.get(votes).map_or(yes_end, |(_, _, end)| *end).max(yes_end)),
    };
    let mut at = votes.max(yes_at) + 1;
    let mut last = "yes";
    let mut by_name = Voters::default();
    while let Some((token, _, end)) = tokens.get(at) {
        let end = *end;
        match token {
            Token::Open => {
                let close =
                    tokens.iter().skip(at).position(|(token, ..)| *token == Token::Close).map(|close| at + close);
                let Some((close_at, (_, names_end, close_end))) =
                    close.and_then(|close| Some((close, tokens.get(close)?)))
                else {
                    break;
                };
                let names = text.get(end..*names_end).unwrap_or_default();
                let aside = ["absent", "not voting", "participat"].iter().any(|word| names.contains(word));
                if !aside {
                    by_name.add(last, names);
                }
                adoption.span = Span::at(place, *close_end);
                at = close_at + 1;
                continue;
            }
            Token::Word(word) => {
                let word = word.to_lowercase();
                let to = ["to", "contre", "contra", "against", "tо", "lo", "против", "مقابل"].contains(&word.as_str());
                let next = tokens.get(at + 1).and_then(|(token, ..)| count(*token));
                if to
                    && adoption.no.is_none()
                    && let Some(no) = next
                {
                    adoption.no = Some(no);
                    last = "no";
                    adoption.span = Span::at(place, tokens.get(at + 1).map_or(end, |(_, _, end)| *end));
                    at += 2;
                    continue;
                }
                if word == "никто" {
                    adoption.no = Some(0);
                }
                let abstained = ["abst", "воздерж", "ممتنع", "امتنع", "امتناع", "وامتناع", "弃权"]
                    .iter()
                    .any(|stem| word.starts_with(stem));
                // In Arabic the number stands behind *abstention of*.
                let counted = match next.filter(|_| word.ends_with("امتناع")) {
                    Some(next) => Some(next),
                    None => tokens.get(at.wrapping_sub(1)).and_then(|(token, ..)| count(*token)),
                };
                if abstained
                    && adoption.abstain.is_none()
                    && let Some(abstain) =
                        counted.or_else(|| at.checked_sub(2).and_then(|two| count(tokens.get(two)?.0))).or(next)
                {
                    adoption.abstain = Some(abstain);
                    last = "abstain";
                    adoption.span = Span::at(place, end);
                }
            }
            _ => {}
        }
        at += 1;
    }
    (adoption.names, adoption.ids) = (by_name.names, by_name.ids);
    Some(adoption)
}

#[cfg(test)]
mod tests;

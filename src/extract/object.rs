//! What an act is about: the words that its verb takes.

use crate::lexicon::Language;
use crate::lexicon::key::is_word;
use crate::model::Entity;
use crate::text::{Span, first_of};

/// The longest object that is told, in bytes.
const LONGEST: usize = 800;

/// The object in `text[from..]`: the words behind a lead phrase up to the end of their phrase, those of a row
/// included. A clause (*that …*) is no object. Linear in the words.
pub(super) fn find_object(text: &str, from: usize, language: Language) -> Vec<Entity> {
    let Some(rest) = text.get(from..) else { return Vec::new() };
    let start = from + rest.len() - strip_start(rest, language).len();
    let Some(part) = text.get(start..) else { return Vec::new() };
    let end = start + phrase_end(part, language);
    let span = Span::at(start, end).trim(text);
    let Some(words) = span.of(text).map(strip_end) else { return Vec::new() };
    if words.chars().count() < 3 || words.len() > LONGEST || is_clause(words, language) {
        return Vec::new();
    }
    let span = Span::at(span.start as usize, span.start as usize + words.len());
    vec![Entity { text: words.to_owned(), id: None, span }]
}

/// `words` without marks, joints and prepositions at their end, which belong to what follows.
fn strip_end(words: &str) -> &str {
    const JOINTS: [&str; 12] =
        [" and", " et", " y", " e", " и", " de", " so", " ainsi", " а также", " in", " en", " or"];
    let mut words = words;
    for _ in 0..3 {
        words = words.trim_end_matches(['.', ';', ',', '。', '؛', '،', '，', ' ', '\n']);
        words = JOINTS.iter().find_map(|joint| words.strip_suffix(joint)).unwrap_or(words);
    }
    words
}

/// `text` without the prepositions and links that tie a verb to its object.
fn strip_start(text: &str, language: Language) -> &str {
    let ties: &[&str] = match language {
        Language::Fr => &[
            "à cet égard ",
            "de la ",
            "de l’",
            "de l'",
            "du ",
            "des ",
            "de ",
            "d’",
            "d'",
            "à la ",
            "à l’",
            "aux ",
            "au ",
            "à ",
            "sur ",
            "pour ",
            "par ",
        ],
        Language::Es => &[
            "a este respecto ",
            "a ese respecto ",
            "en este sentido ",
            "de ",
            "del ",
            "a ",
            "al ",
            "con ",
            "por ",
            "en ",
        ],
        Language::Ru => &["в этой связи ", "на ", "о ", "об ", "по ", "с ", "со ", "к ", "в "],
        Language::Ar => &["في هذا الصدد ", "إلى ", "عن ", "على ", "من "],
        Language::Zh => &["对", "，"],
        Language::En | Language::Und => &[
            "in this regard ",
            "in that regard ",
            "in this respect ",
            "in that respect ",
            "in particular ",
            "of ",
            "to the ",
            "to its ",
            "to all ",
            "to those ",
            "with ",
            "at ",
            "on ",
            "upon ",
            "over ",
            "about ",
            "for ",
        ],
    };
    let mut text = text.trim_start();
    // *Takes note, in this regard, of the report*
    for _ in 0..2 {
        if let Some((tie, rest)) = ties.iter().find_map(|tie| Some((tie, text.strip_prefix(tie)?))) {
            // The article behind *to* stays.
            let article = tie.strip_prefix("to ").map_or(0, str::len);
            text = text.get(text.len() - rest.len() - article..).unwrap_or(rest).trim_start();
        }
    }
    text
}

/// Whether the words are a clause.
fn is_clause(words: &str, language: Language) -> bool {
    let begins = |ties: &[&str]| ties.iter().any(|tie| words == tie.trim_end() || words.starts_with(tie));
    match language {
        Language::Fr => begins(&["que ", "qu’", "qu'", "ce que ", "si "]),
        Language::Es => begins(&["que ", "de que "]),
        Language::Ru => {
            begins(&["то, ", "тем, ", "том, ", "тому, ", "чтобы ", "тот факт"])
                || ["то", "тем", "том", "тому", "тех"].contains(&words)
        }
        Language::Ar => begins(&["أن ", "أنه ", "أنها ", "بأن ", "أنّ ", "بأنه ", "بأنها "]),
        Language::Zh => false,
        Language::En | Language::Und => begins(&["that ", "whether ", "how "]),
    }
}

/// Where the phrase that `text` begins with ends: before a clause that tells more, or at a mark that ends no
/// member of a row.
fn phrase_end(text: &str, language: Language) -> usize {
    let stops: &[&str] = match language {
        Language::Fr => &[" qui ", " que ", " qu’", " dont ", " où ", " lequel ", " laquelle "],
        Language::Es => &[" que ", " cuyo ", " cuya "],
        Language::Ru | Language::Zh => &[],
        Language::Ar => &[" التي ", " الذي ", " الذين ", " اللذين "],
        Language::En | Language::Und => &[" that ", " which ", " who ", " whose "],
    };
    let mut reach = text.len().min(LONGEST + 8);
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let part = text.get(..reach).unwrap_or(text);
    let mut end = mark_from(part, 0);
    // A row goes on behind a comma as long as its members are short and *and* comes at last.
    while let Some(next) = part.get(end..).filter(|rest| rest.starts_with(',')).map(|_| mark_from(part, end + 1)) {
        let member = part.get(end + 1..next).unwrap_or_default();
        if !is_member(member, language) {
            break;
        }
        end = next;
        if has_and(member, language) {
            break;
        }
    }
    let row = part.get(..end).unwrap_or(part);
    let is_stop = |place: usize, _: &str| !row.get(..place).is_some_and(|ahead| ahead.ends_with(" in"));
    first_of(row, stops, &is_stop).map_or(end, |(place, _)| place)
}

/// The next mark at or after `from`, the comma between the digits of a number left out.
fn mark_from(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let digit = |at: Option<usize>| at.and_then(|at| rest.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let ends = |place: usize, _: &str| !(digit(place.checked_sub(1)) && digit(Some(place + 1)));
    first_of(rest, &[",", ";", "،", "؛", "，", "；", "。"], &ends).map_or(text.len(), |(place, _)| from + place)
}

/// Whether words behind a comma are a further member of a row rather than something said aside.
fn is_member(member: &str, language: Language) -> bool {
    let first = member.trim_start().split(|letter: char| !is_word(letter)).next().unwrap_or_default();
    let aside: &[&str] = match language {
        Language::Fr => &[
            "y",
            "notamment",
            "en",
            "dans",
            "qui",
            "dont",
            "et",
            "afin",
            "comme",
            "par",
            "tel",
            "telle",
            "ce",
            "tout",
            "conformément",
            "ainsi",
            "où",
        ],
        Language::Es => &[
            "incluidos",
            "incluidas",
            "incluida",
            "incluido",
            "en",
            "que",
            "y",
            "como",
            "por",
            "así",
            "entre",
            "con",
            "de",
            "lo",
            "según",
            "a",
        ],
        Language::En | Language::Und => &[
            "including",
            "in",
            "as",
            "which",
            "who",
            "with",
            "and",
            "while",
            "by",
            "for",
            "inter",
            "such",
            "particularly",
            "especially",
            "through",
            "where",
            "when",
            "to",
            "that",
            "on",
            "at",
            "from",
            "also",
            "adopted",
            "held",
            "entitled",
            "thereby",
            "both",
        ],
        Language::Ru | Language::Ar | Language::Zh => return false,
    };
    let joint = first_of(member, &[" and ", " or ", " et ", " y "], &|_, _| true);
    let counted = joint.and_then(|(place, _)| member.get(..place)).unwrap_or(member);
    counted.split_whitespace().count() <= 6 && !aside.contains(&first) && !first.ends_with("ing")
}

/// Whether *and* stands in a member, which then is the last.
fn has_and(member: &str, language: Language) -> bool {
    match language {
        Language::Fr => member.contains(" et "),
        Language::Es => member.contains(" y ") || member.contains(" e "),
        _ => member.contains(" and ") || member.contains(" or "),
    }
}

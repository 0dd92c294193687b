//! Short forms: words that name a work by what was said before, *ibid.*, *the present resolution*, *that
//! resolution*, *its previous resolutions*, *paragraph 3 above*. What they mean is left to those who know
//! the whole resolution.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::lexicon::Language;
use crate::lexicon::key::is_word;
use crate::model::Pinpoint;
use crate::text::{Span, sort_by_key};

use super::super::Context;
use super::super::scan::{Cursor, before, digit, kinds_of, may_hold, spaces_before, word_before};
use super::head::{is_own, last_organ, organ_after};
use super::pinpoint::{after_work, operative_chinese, place_before};

/// What a short form stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShortKind {
    /// The resolution that speaks.
    Own,
    /// The work that was named last.
    Last,
    /// What the note before cites.
    Ibid,
    /// A set of works that is not counted out.
    Set,
}

/// A short form in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortMention {
    /// Its words, those of the place in the work not included.
    pub span: Span,
    /// What it stands for.
    pub kind: ShortKind,
    /// The place in the work.
    pub pinpoint: Option<Pinpoint>,
    /// The body that is named as the author; `None` for the body that speaks, or one that is not named.
    pub organ: Option<&'static str>,
    /// Whether the words say that the works are the speaker's own: *its previous resolutions*.
    pub own: bool,
}

/// The words by which a language speaks of a resolution.
struct Words {
    language: Language,
    /// The stem of the noun.
    noun: &'static str,
    /// Words before it that make it the one that speaks.
    own: &'static [&'static str],
    /// Words before it, or behind it in Arabic, that make it the one named last.
    last: &'static [&'static str],
    /// Words beside it that make it a set, by their beginnings.
    set: &'static [&'static str],
    /// Words behind a paragraph's number that place it in the same text.
    inside: &'static [&'static str],
}

const WORDS: [Words; 6] = [
    Words {
        language: Language::En,
        noun: "esolution",
        own: &["present", "this"],
        last: &["that", "said", "same", "aforementioned", "mentioned", "aforesaid"],
        set: &["previous", "relevant", "subsequent", "earlier", "past", "prior", "pertinent"],
        inside: &[" above", " below"],
    },
    Words {
        language: Language::Fr,
        noun: "ésolution",
        own: &["présente"],
        last: &["ladite", "même", "dite", "susmentionnée"],
        set: &["antérieure", "pertinente", "précédente", "ultérieure", "subséquente"],
        inside: &[" ci-dessus", " ci-après", " ci‑dessus", " ci‑après"],
    },
    Words {
        language: Language::Es,
        noun: "esoluci",
        own: &["presente"],
        last: &["dicha", "esa", "misma", "citada", "mencionada"],
        set: &["anterior", "pertinente", "posterior", "previa"],
        inside: &[" supra", " infra"],
    },
    Words {
        language: Language::Ru,
        noun: "езолюц",
        own: &["настоящая", "настоящей", "настоящую"],
        last: &["указанной", "указанную", "этой", "эту", "данной", "вышеупомянутой", "упомянутой"],
        set: &["предыдущ", "соответствующи", "последующ", "прошл"],
        inside: &[" выше", " ниже"],
    },
    Words {
        language: Language::Ar,
        noun: "قرار",
        own: &["هذا", "بهذا", "لهذا"],
        last: &["ذلك", "المذكور", "نفسه"],
        set: &["السابقة", "ذات", "اللاحقة"],
        inside: &[" أعلاه", " أدناه"],
    },
    Words {
        language: Language::Zh,
        noun: "决议",
        own: &["本"],
        last: &["该", "上述", "此"],
        set: &["以往各项", "以往", "相关", "有关", "各项有关", "其后各项", "以前各项"],
        inside: &["上文第", "下文第"],
    },
];

/// Finds the short forms in `text`, in order of place; a few byte searches where there is none.
#[must_use]
pub fn find_short_citations(text: &str, context: &Context) -> Vec<ShortMention> {
    let mut found = Vec::new();
    for (place, words) in WORDS.iter().enumerate().filter(|(_, words)| words.language == context.language) {
        let finders = finders(place);
        for at in finders.noun.find_iter(text.as_bytes()) {
            found.extend(read_noun(text, at, words));
        }
        for (finder, mark) in finders.inside.iter().zip(words.inside) {
            for at in finder.find_iter(text.as_bytes()) {
                found.extend(read_inside(text, at, mark, words.language));
            }
        }
        let held = kinds_of(text);
        for (finder, mark) in finders.ibid.iter().zip(IBID).filter(|(_, mark)| may_hold(held, mark)) {
            found.extend(finder.find_iter(text.as_bytes()).filter_map(|at| read_ibid(text, at, mark)));
        }
    }
    sort_by_key(&mut found, |mention| mention.span);
    found
}

/// *Ibid.* in the languages read here.
const IBID: [&str; 5] = ["bid.", "bíd.", "Там же", "المرجع نفسه", "同上"];

struct Finders {
    noun: Finder<'static>,
    inside: Vec<Finder<'static>>,
    ibid: Vec<Finder<'static>>,
}

fn finders(place: usize) -> &'static Finders {
    static ALL: OnceLock<Vec<Finders>> = OnceLock::new();
    static NONE: OnceLock<Finders> = OnceLock::new();
    let make = |words: &Words| Finders {
        noun: Finder::new(words.noun),
        inside: words.inside.iter().map(|mark| Finder::new(*mark)).collect(),
        ibid: IBID.iter().map(|mark| Finder::new(*mark)).collect(),
    };
    let all = ALL.get_or_init(|| WORDS.iter().map(make).collect());
    all.get(place)
        .unwrap_or_else(|| NONE.get_or_init(|| Finders { noun: Finder::new(""), inside: Vec::new(), ibid: Vec::new() }))
}

/// What the words around a noun make of it.
fn read_noun(text: &str, stem: usize, words: &Words) -> Option<ShortMention> {
    if words.language == Language::Zh {
        return read_chinese(text, stem, words);
    }
    let start = word_before(text, stem).map_or(stem, |(start, _)| start);
    let mut at = Cursor::new(text, start);
    let noun = at.word()?;
    let end = at.at;
    let prefix = text.get(start..stem)?;
    if words.language == Language::Ar {
        let joined = ["", "ال", "ل", "لل", "ب", "بال", "و", "وال", "ول", "وب", "ف"];
        joined.contains(&prefix).then_some(())?;
    } else if prefix.chars().count() != 1 {
        return None;
    }
    if numbered(text, end) {
        return None;
    }
    at.spaces();
    let next = at.word().unwrap_or_default();
    let (word_start, word) = word_before(text, spaces_before(text, start)).unwrap_or((start, ""));
    let lowered = word.to_lowercase();
    let plural = is_plural(noun, words.language);
    let mention = |kind, from: usize, to: usize| {
        let pinpoint = place_before(text, from, 0).map(|(_, pinpoint)| pinpoint);
        let pinpoint = pinpoint.or_else(|| after_work(text, to));
        ShortMention { span: Span::at(from, to), kind, pinpoint, organ: None, own: false }
    };
    // In Russian the genitive of one looks like the nominative of several; the pronoun tells.
    let single = !plural || words.language == Language::Ru;
    if single && words.own.contains(&lowered.as_str()) {
        return Some(mention(ShortKind::Own, with_article(text, word_start), end));
    }
    let behind = words.language == Language::Ar && words.last.contains(&next);
    if single && (words.last.contains(&lowered.as_str()) || behind) && next != "of" {
        let to = if behind { at.at } else { end };
        let from = if behind { start } else { with_article(text, word_start) };
        return Some(mention(ShortKind::Last, from, to));
    }
    plural.then(|| read_set(text, start, end, words)).flatten()
}

/// A set: *its previous resolutions*, *relevant Security Council resolutions*, `les résolutions antérieures du Conseil`.
fn read_set(text: &str, start: usize, end: usize, words: &Words) -> Option<ShortMention> {
    let is_set = |word: &str| words.set.iter().any(|set| word.to_lowercase().starts_with(set));
    let mut to = end;
    let mut at = Cursor::new(text, end);
    at.spaces();
    let mut told = false;
    if at.word().is_some_and(is_set) {
        told = true;
        to = at.at;
        if words.language == Language::Ar {
            at.spaces();
            to = if at.eat("الصلة") { at.at } else { to };
        }
    }
    let mut from = start;
    let mut organ = None;
    let mut near = start.saturating_sub(80);
    while !text.is_char_boundary(near) {
        near += 1;
    }
    if let Some((id, organ_start, organ_end)) = last_organ(text, near, start)
        && text.get(organ_end..start).is_some_and(|between| between.trim().is_empty())
    {
        (organ, from) = (Some(id), organ_start);
    }
    for _ in 0..4 {
        let Some((word_start, word)) = word_before(text, spaces_before(text, from)) else { break };
        if is_set(word) {
            told = true;
        } else if !matches!(
            word.to_lowercase().as_str(),
            "all" | "other" | "its" | "and" | "ses" | "sus" | "свои" | "своих" | "все" | "других"
        ) {
            break;
        }
        from = word_start;
    }
    if !told || numbered(text, to) {
        return None;
    }
    if let Some(rest) = text.get(from..).and_then(|words| words.strip_prefix("and ")) {
        from = text.len() - rest.len();
    }
    let own =
        organ.is_none() && (is_own(text, start) || text.get(from..start).is_some_and(|words| words.contains("its ")));
    let organ = organ.or_else(|| organ_after(text, to, words.language == Language::Ru));
    Some(ShortMention { span: Span::at(from, to), kind: ShortKind::Set, pinpoint: None, organ, own })
}

/// `本决议`, `该决议`, `以往各项决议`.
fn read_chinese(text: &str, noun: usize, words: &Words) -> Option<ShortMention> {
    let ahead = text.get(..noun)?;
    let end = noun + words.noun.len();
    if text.get(end..)?.starts_with("草案") {
        return None;
    }
    let ends = |names: &[&'static str]| names.iter().find(|name| ahead.ends_with(**name)).map(|name| noun - name.len());
    // "根本决议" holds no pronoun.
    if let Some(start) =
        ends(words.own).filter(|start| !text.get(..*start).is_some_and(|words| words.ends_with(['根', '基'])))
    {
        let pinpoint = operative_chinese(Cursor::new(text, end)).map(|(place, _)| place);
        return Some(ShortMention {
            span: Span::at(start, end),
            kind: ShortKind::Own,
            pinpoint,
            organ: None,
            own: true,
        });
    }
    if let Some(start) = ends(words.set) {
        let own = text.get(..start)?.ends_with('其');
        let start = if own { start - '其'.len_utf8() } else { start };
        return Some(ShortMention {
            span: Span::at(start, end),
            kind: ShortKind::Set,
            pinpoint: None,
            organ: None,
            own,
        });
    }
    let start = ends(words.last)?;
    let pinpoint = operative_chinese(Cursor::new(text, end)).map(|(place, _)| place);
    Some(ShortMention { span: Span::at(start, end), kind: ShortKind::Last, pinpoint, organ: None, own: false })
}

/// *Paragraph 3 above*: a place in the text that speaks.
fn read_inside(text: &str, at: usize, mark: &str, language: Language) -> Option<ShortMention> {
    let own = |from: usize, to: usize, pinpoint| ShortMention {
        span: Span::at(from, to),
        kind: ShortKind::Own,
        pinpoint: Some(pinpoint),
        organ: None,
        own: true,
    };
    if language == Language::Zh {
        let (pinpoint, end) = operative_chinese(Cursor::new(text, at + mark.len() - "第".len()))?;
        return Some(own(at, end, pinpoint));
    }
    let end = at + mark.len();
    if text.get(end..)?.chars().next().is_some_and(is_word) {
        return None;
    }
    let (start, pinpoint) = place_before(text, at, at.saturating_sub(60))?;
    let joined = language == Language::Ar && text.get(start..)?.starts_with('و');
    let start = if joined { start + 'و'.len_utf8() } else { start };
    Some(own(start, end, pinpoint))
}

/// *Ibid.*, alone or with a place; with other words it names another part of a series, and those say which.
fn read_ibid(text: &str, at: usize, mark: &str) -> Option<ShortMention> {
    let start = match mark {
        "bid." | "bíd." => at - before(text, at).filter(|letter| matches!(letter, 'I' | 'i')).map(char::len_utf8)?,
        _ => at,
    };
    if before(text, start).is_some_and(|letter| is_word(letter) && letter < '\u{2E80}') {
        return None;
    }
    let end = at + mark.len();
    let rest = text.get(end..)?.trim_start();
    let pinpoint = after_work(text, end);
    let alone = rest.is_empty() || rest.starts_with(['.', ';', '。', '\n']) || pinpoint.is_some();
    alone.then(|| ShortMention { span: Span::at(start, end), kind: ShortKind::Ibid, pinpoint, organ: None, own: false })
}

/// Whether a number follows: the noun then belongs to that.
fn numbered(text: &str, end: usize) -> bool {
    let mut at = Cursor::new(text, end);
    at.spaces();
    at.eat_one(&["no.", "nos.", "no ", "n°", "nº", "núm.", "№", "رقم"]);
    at.spaces();
    at.eat_one(&["es-", "s-", "es‑", "s‑", "دإط", "دإ"]);
    at.peek().is_some_and(|letter| digit(letter).is_some() || letter == '-')
}

/// Whether the noun means several.
fn is_plural(noun: &str, language: Language) -> bool {
    match language {
        Language::En | Language::Fr => noun.ends_with('s'),
        Language::Es => noun.ends_with("es"),
        Language::Ru => {
            ["ии", "ий", "иях", "иями", "иям"].iter().any(|end| noun.ends_with(end)) && !noun.ends_with("ия")
        }
        _ => noun.contains("قرارات"),
    }
}

/// Where the words begin, the article included.
fn with_article(text: &str, word: usize) -> usize {
    match word_before(text, spaces_before(text, word)) {
        Some((start, "the" | "The" | "la" | "La" | "above" | "afore")) => start,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(language: Language, text: &str) -> Vec<(String, ShortKind)> {
        let found = find_short_citations(text, &Context::new(language).with_organ("un", "ga"));
        found.into_iter().map(|mention| (mention.span.of(text).unwrap().to_owned(), mention.kind)).collect()
    }

    #[test]
    fn finds_the_short_forms_of_six_languages() {
        use ShortKind::{Ibid, Last, Own, Set};
        for (language, text, words, kind) in [
            (Language::En, "to report on the implementation of the present resolution,", "the present resolution", Own),
            (Language::En, "as set out in that resolution,", "that resolution", Last),
            (Language::En, "pursuant to the said resolution", "the said resolution", Last),
            (Language::En, "Recalling all its previous resolutions on the item", "all its previous resolutions", Set),
            (Language::En, "the relevant Security Council resolutions,", "relevant Security Council resolutions", Set),
            (Language::En, "in accordance with paragraph 3 above,", "paragraph 3 above", Own),
            (Language::En, "Ibid., para. 5.", "Ibid.", Ibid),
            (Language::Fr, "l’application de la présente résolution ;", "la présente résolution", Own),
            (
                Language::Fr,
                "Rappelant ses résolutions antérieures sur la question,",
                "ses résolutions antérieures",
                Set,
            ),
            (Language::Fr, "visées au paragraphe 3 ci-dessus,", "paragraphe 3 ci-dessus", Own),
            (Language::Es, "la aplicación de la presente resolución;", "la presente resolución", Own),
            (Language::Es, "Recordando sus resoluciones anteriores,", "sus resoluciones anteriores", Set),
            (Language::Es, "en dicha resolución,", "dicha resolución", Last),
            (Language::Ru, "об осуществлении настоящей резолюции;", "настоящей резолюции", Own),
            (Language::Ru, "ссылаясь на свои предыдущие резолюции", "свои предыдущие резолюции", Set),
            (Language::Ru, "упомянутых в пункте 3 выше,", "пункте 3 выше", Own),
            (Language::Ar, "تنفيذ هذا القرار،", "هذا القرار", Own),
            (Language::Ar, "وإذ تشير إلى قراراتها السابقة،", "قراراتها السابقة", Set),
            (Language::Ar, "المشار إليها في الفقرة 3 أعلاه،", "الفقرة 3 أعلاه", Own),
            (Language::Zh, "执行本决议的情况，", "本决议", Own),
            (Language::Zh, "回顾其以往各项决议，", "其以往各项决议", Set),
            (Language::Zh, "上文第3段提到的", "上文第3段", Own),
            (Language::Zh, "上文第3段和第5段提到的", "上文第3段和第5段", Own),
        ] {
            assert_eq!(read(language, text), [(words.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn finds_none_where_a_number_or_another_noun_follows() {
        for (language, text) in [
            (Language::En, "Recalling its previous resolutions 37/4 and 38/4"),
            (Language::En, "this resolution 70/1"),
            (Language::En, "the peaceful resolution of disputes and that resolution of it"),
            (Language::En, "as noted above"),
            (Language::Ar, "في سياق استقرار المنطقة"),
            (Language::Zh, "本决议草案"),
        ] {
            assert_eq!(read(language, text), [], "{text}");
        }
    }
}

//! Sessions by their ordinal, in words and digits, with the theme they were held under.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use crate::lexicon::key::is_word;
use crate::lexicon::ordinals::{chinese_number, ordinal_word};
use crate::model::Session;
use crate::text::{Span, sort_by_key};

use super::Context;
use super::scan::{Cursor, before, digit, is_dash, is_space, kinds_of, may_hold, number_before, spaces_before};

/// A session that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFact {
    /// Its number.
    pub ordinal: u16,
    /// Whether it is a special or extraordinary one, which are counted apart.
    pub special: bool,
    /// From the first word of the ordinal to the word for *session*.
    pub span: Span,
    /// The theme it was held under, where one stands in brackets or quotation marks behind it: the
    /// words alone, without *Session of*.
    pub theme: Option<Span>,
}

impl SessionFact {
    /// The session as a resolution states it; `text` is what the spans point into.
    #[must_use]
    pub fn to_session(&self, text: &str) -> Session {
        Session {
            ordinal: Some(self.ordinal),
            theme: self.theme.and_then(|theme| theme.of(text)).map(str::to_owned),
            span: self.span,
        }
    }
}

/// Words for *session*, one for each script and case they are printed in.
const NOUNS: [&str; 13] = [
    "session",
    "Session",
    "SESSION",
    "período de sesiones",
    "Período de Sesiones",
    "periodo de sesiones",
    "PERÍODO DE SESIONES",
    "есси",
    "ЕССИ",
    "دور",
    "届",
    "período extraordinario",
    "reunión",
];

/// Finds every session that `text` names by an ordinal: `Seventy-seventh session`, `48TH SESSION`,
/// `第七十七届会议`, `الدورة السابعة والسبعون`.
///
/// Linear in `text`; a text that does not speak of sessions costs a few byte searches.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_sessions};
/// use whereas::lexicon::Language;
///
/// let text = "48TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS (PARTNERING FOR UNITY, JUSTICE AND DEVELOPMENT)";
/// let found = find_sessions(text, &Context::new(Language::En));
/// assert_eq!(found[0].ordinal, 48);
/// assert_eq!(found[0].theme.unwrap().of(text), Some("PARTNERING FOR UNITY, JUSTICE AND DEVELOPMENT"));
/// ```
#[must_use]
pub fn find_sessions(text: &str, _context: &Context) -> Vec<SessionFact> {
    static FINDERS: OnceLock<Vec<Finder<'static>>> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| NOUNS.iter().map(|noun| Finder::new(noun.as_bytes())).collect());
    let mut found: Vec<SessionFact> = Vec::new();
    let held = kinds_of(text);
    for (noun, finder) in NOUNS.iter().zip(finders).filter(|(noun, _)| may_hold(held, noun)) {
        for place in finder.find_iter(text.as_bytes()) {
            let read = match *noun {
                "دور" => arabic(text, place),
                "届" => chinese(text, place),
                _ => western(text, place, noun),
            };
            if let Some(mut session) = read
                && !found.iter().rev().take(8).any(|other| other.span.overlaps(session.span))
            {
                session.theme = theme_after(text, session.span.end as usize);
                found.push(session);
            }
        }
    }
    sort_by_key(&mut found, |session| session.span);
    found
}

/// Words between the ordinal and the noun that make the session a special one.
const SPECIAL: [&str; 27] = [
    "special",
    "emergency",
    "extraordinary",
    "extraordinaire",
    "extraordinaires",
    "spéciale",
    "d",
    "urgence",
    "extraordinario",
    "extraordinaria",
    "emergencia",
    "специальная",
    "специальной",
    "специальную",
    "чрезвычайная",
    "чрезвычайной",
    "чрезвычайную",
    "الاستثنائية",
    "الطارئة",
    "الخاصة",
    "espacial",
    "especial",
    "resumed",
    "regular",
    "ordinary",
    "ordinaire",
    "islamic",
];

/// Those of [`SPECIAL`] that leave the count as it is.
const REGULAR: [&str; 5] = ["resumed", "regular", "ordinary", "ordinaire", "islamic"];

/// An ordinal before the noun.
fn western(text: &str, place: usize, noun: &str) -> Option<SessionFact> {
    let mut end = place + noun.len();
    while let Some(letter) = text.get(end..).and_then(|rest| rest.chars().next()).filter(|letter| is_word(*letter)) {
        end += letter.len_utf8();
    }
    let mut at = place;
    if noun.starts_with('е') || noun.starts_with('Е') {
        at -= before(text, place).filter(|letter| matches!(letter, 'с' | 'С'))?.len_utf8();
    }
    if before(text, at).is_some_and(is_word) {
        return None;
    }
    let mut special = noun.contains("extraordinario");
    // Words between: "tenth emergency special session".
    for _ in 0..3 {
        let edge = spaces_before(text, at);
        let (start, word) = piece_before(text, edge)?;
        let lowered = word.to_lowercase();
        if !SPECIAL.contains(&lowered.as_str()) {
            break;
        }
        special |= !REGULAR.contains(&lowered.as_str());
        at = start;
        at -= before(text, at).filter(|mark| matches!(mark, '’' | '\'')).map_or(0, char::len_utf8);
    }
    let (start, ordinal) = ordinal_before(text, at)?;
    Some(SessionFact { ordinal, special, span: Span::at(start, end), theme: None })
}

/// The word that ends before `at`, hyphens not included.
fn piece_before(text: &str, at: usize) -> Option<(usize, &str)> {
    super::scan::word_before(text, at)
}

/// The ordinal that ends before `at`, in digits or words.
fn ordinal_before(text: &str, at: usize) -> Option<(usize, u16)> {
    let mut edge = spaces_before(text, at);
    // In digits: "48th", "48 TH", "48e", "48ème", "48.º", "48-я".
    if let Some((start, suffix)) = piece_before(text, edge)
        && suffix.chars().count() <= 4
        && SUFFIXES.contains(&suffix.to_lowercase().as_str())
    {
        let mut digits = start;
        digits -= before(text, digits).filter(|mark| is_dash(*mark)).map_or(0, char::len_utf8);
        digits = spaces_before(text, digits);
        if let Some((start, value, _)) = number_before(text, digits, 3) {
            return (value > 0).then_some((start, value as u16));
        }
    }
    let mut mark = edge;
    while let Some(sign) = before(text, mark).filter(|sign| matches!(sign, 'º' | '°' | 'ª' | '.')) {
        mark -= sign.len_utf8();
    }
    if mark < edge
        && let Some((start, value, _)) = number_before(text, mark, 3)
    {
        return (value > 0).then_some((start, value as u16));
    }
    // In words, from the last back: their values add up, but "quatre-vingt" multiplies.
    let mut total = 0u16;
    let mut start = None;
    let mut later = 0u16;
    for _ in 0..8 {
        let Some((word_start, word)) = piece_before(text, edge) else { break };
        let lowered = word.to_lowercase();
        if total > 0 && matches!(lowered.as_str(), "and" | "et" | "y") {
            edge = step_back(text, word_start);
            continue;
        }
        let Some(value) = ordinal_word(word) else { break };
        if later == 20 && value == 4 {
            total += 60;
        } else if later == 100 && value < 10 {
            total += (value - 1) * 100;
        } else if total == 0 || value > later || (value == 60 || value == 80) {
            total += value;
        } else {
            break;
        }
        later = value;
        start = Some(word_start);
        edge = step_back(text, word_start);
    }
    start.filter(|_| total > 0).map(|start| (start, total))
}

/// Marks after the digits of an ordinal.
const SUFFIXES: [&str; 18] =
    ["st", "nd", "rd", "th", "e", "è", "ème", "eme", "ième", "re", "er", "ère", "º", "ª", "я", "й", "ая", "ой"];

/// Over the spaces and hyphens before a word.
fn step_back(text: &str, mut at: usize) -> usize {
    while let Some(mark) = before(text, at).filter(|mark| is_space(*mark) || is_dash(*mark)) {
        at -= mark.len_utf8();
    }
    at
}

/// `الدورة السابعة والسبعون`, `دورته الثامنة والأربعين`, `الدورة الـ48`.
fn arabic(text: &str, place: usize) -> Option<SessionFact> {
    let start = super::scan::word_before(text, place).map_or(place, |(start, _)| start);
    let mut at = Cursor::new(text, start);
    let noun = at.word()?;
    let stem = noun.trim_start_matches(['ا', 'ل', 'ب', 'و', 'ف', 'ك']);
    if !["دورة", "دورته", "دورتها", "دورتي", "دورات"].contains(&stem) {
        return None;
    }
    let mut end = at.at;
    let mut total = 0u16;
    let mut special = false;
    for _ in 0..6 {
        at.spaces();
        at.eat("(");
        at.eat("الـ");
        at.eat("ال ");
        if total == 0
            && let Some((value, _)) = at.number(3)
        {
            at.eat(")");
            return (value > 0).then(|| SessionFact {
                ordinal: value as u16,
                special,
                span: Span::at(start, at.at),
                theme: None,
            });
        }
        let Some(word) = at.word() else { break };
        if matches!(word, "العادية" | "الاستثنائية" | "الطارئة" | "الخاصة" | "المستأنفة")
        {
            special |= word != "العادية" && word != "المستأنفة";
            if total > 0 {
                end = at.at;
            }
            continue;
        }
        let Some(value) = ordinal_word(word).or_else(|| ordinal_word(word.strip_prefix('و')?)) else { break };
        total += value;
        end = at.at;
    }
    (total > 0).then(|| SessionFact { ordinal: total, special, span: Span::at(start, end), theme: None })
}

/// `第七十七届会议`, `第48届`, `第十届紧急特别会议`.
fn chinese(text: &str, place: usize) -> Option<SessionFact> {
    let mut start = place;
    for _ in 0..8 {
        let letter = before(text, start)?;
        start -= letter.len_utf8();
        if letter == '第' {
            break;
        }
        if digit(letter).is_none()
            && !is_space(letter)
            && chinese_number(letter.encode_utf8(&mut [0; 4])).is_none()
            && letter != '零'
        {
            return None;
        }
    }
    let numeral = text.get(start..place)?.strip_prefix('第')?.trim();
    let ordinal = match number_before(numeral, numeral.len(), 3) {
        Some((0, value, _)) => value as u16,
        _ => chinese_number(numeral)?,
    };
    let mut at = Cursor::new(text, place + "届".len());
    let mut end = at.at;
    let special = at.eat_one(&["紧急特别", "特别", "紧急"]);
    at.eat("常");
    if at.eat("会议") || at.eat("会") {
        end = at.at;
    }
    Some(SessionFact { ordinal, special, span: Span::at(start, end), theme: None })
}

/// The theme in brackets after a session, at most a name of the organ between the two.
fn theme_after(text: &str, end: usize) -> Option<Span> {
    let mut to = (end + 260).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let behind = text.get(end..to)?;
    let open = behind.find(['(', '（', '«', '“', '"'])?;
    // A name of an organ holds no marks.
    if behind.get(..open)?.contains([';', '.', ':', '؛', '。'])
        || behind.get(..open)?.chars().any(|letter| digit(letter).is_some())
    {
        return None;
    }
    let from = end + open + behind.get(open..)?.chars().next()?.len_utf8();
    let inside = text.get(from..)?;
    let length = inside.find([')', '）', '»', '”', '"']).filter(|length| *length < 400)?;
    let mut theme = Span::at(from, from + length).trim(text);
    let mut words = Cursor::new(text, theme.start as usize);
    if words.eat_any_case("session of ")
        || words.eat_any_case("session de ")
        || words.eat("دورة:")
        || words.eat("دورة ")
    {
        words.spaces();
        theme = Span::at(words.at, theme.end as usize);
    }
    let inside = theme.of(text)?;
    // A date, a number or an abbreviation in brackets is no theme.
    let named = inside.split_whitespace().count() >= 3 && !inside.chars().any(|letter| digit(letter).is_some());
    named.then_some(theme)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    const ANY: Context = Context::new(Language::Und);

    #[test]
    fn reads_ordinals_of_six_languages() {
        for (text, ordinal, words) in [
            ("Seventy-seventh session", 77, "Seventy-seventh session"),
            ("The Forty-Eighth Session of the Council", 48, "Forty-Eighth Session"),
            ("48TH SESSION OF THE COUNCIL", 48, "48TH SESSION"),
            ("the Twentieth Session", 20, "Twentieth Session"),
            ("its one hundred and fifth session,", 105, "one hundred and fifth session"),
            ("Soixante-dix-septième session", 77, "Soixante-dix-septième session"),
            ("quatre-vingt-unième session", 81, "quatre-vingt-unième session"),
            ("la soixante et onzième session", 71, "soixante et onzième session"),
            ("38ème session", 38, "38ème session"),
            ("Septuagésimo séptimo período de sesiones", 77, "Septuagésimo séptimo período de sesiones"),
            ("Семьдесят седьмая сессия", 77, "Семьдесят седьмая сессия"),
            ("на своей семьдесят девятой сессии", 79, "семьдесят девятой сессии"),
            ("الدورة السابعة والسبعون", 77, "الدورة السابعة والسبعون"),
            ("في دورته الثامنة والأربعين", 48, "دورته الثامنة والأربعين"),
            ("الدورة الحادية عشرة", 11, "الدورة الحادية عشرة"),
            ("第七十七届会议", 77, "第七十七届会议"),
            ("第48届会议", 48, "第48届会议"),
        ] {
            let found = find_sessions(text, &ANY);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].ordinal, found[0].span.of(text)), (ordinal, Some(words)));
            assert!(!found[0].special, "{text}");
        }
    }

    #[test]
    fn tells_special_sessions_apart() {
        for (text, ordinal) in [
            ("its tenth emergency special session", 10),
            ("the Sixth Extraordinary Session", 6),
            ("vingt-huitième session extraordinaire", 28),
            ("第十届紧急特别会议", 10),
            ("الدورة الاستثنائية الطارئة العاشرة", 10),
        ] {
            let found = find_sessions(text, &ANY);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].ordinal, ordinal, "{text}");
        }
        assert!(find_sessions("its tenth emergency special session", &ANY)[0].special);
    }

    #[test]
    fn reads_the_theme_behind_a_session() {
        for (text, theme) in [
            (
                "48TH SESSION OF THE COUNCIL OF FOREIGN MINISTERS (PARTNERING FOR UNITY, JUSTICE AND DEVELOPMENT)",
                Some("PARTNERING FOR UNITY, JUSTICE AND DEVELOPMENT"),
            ),
            (
                "The Forty-Eighth Session of the Council of Foreign Ministers of the Organization of Islamic Cooperation \
                 (Session of Partnering for Unity, Justice and Development) held in Islamabad",
                Some("Partnering for Unity, Justice and Development"),
            ),
            ("the 11th session (22-23 March 2022)", None),
            ("the 11th session of the Conference (OIC)", None),
        ] {
            let found = find_sessions(text, &ANY);
            assert_eq!(found[0].theme.and_then(|theme| theme.of(text)), theme, "{text}");
        }
    }

    #[test]
    fn finds_no_session_without_an_ordinal() {
        for text in ["Session of Partnering for Unity", "during the session", "obsession", "دورية", "三届会议"]
        {
            assert_eq!(find_sessions(text, &ANY), [], "{text}");
        }
    }
}

//! What a paragraph says of a work it cites.
//!
//! Only where the work itself is the object of the lead phrase: *Expresses disapproval of the
//! resolution …* is against that resolution; *Expresses deep concern that Israel did not comply with
//! resolutions …* says nothing against those.

use crate::lexicon::bodies::Bodies;
use crate::lexicon::key::is_word;
use crate::model::{Citation, Stance};
use crate::text::Span;

use super::date::date_at;
use super::scan::{Cursor, digit, in_small_letters, spaces_before, word_before};

/// Prepositions by which a lead phrase takes its object.
const PREPOSITIONS: [&str; 34] = [
    "of", "to", "with", "on", "upon", "over", "at", "in", "for", "by", "de", "du", "des", "d", "à", "aux", "au", "sur",
    "par", "del", "a", "al", "con", "en", "по", "о", "об", "в", "на", "с", "إلى", "عن", "على", "من",
];

/// Words that belong to the name of a work and change nothing: articles, possessives, the nouns for a
/// work with what may stand beside them, joints of a row.
fn is_part_of_name(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "its"
            | "their"
            | "all"
            | "this"
            | "that"
            | "these"
            | "those"
            | "other"
            | "previous"
            | "relevant"
            | "recent"
            | "earlier"
            | "subsequent"
            | "said"
            | "and"
            | "as"
            | "well"
            | "also"
            | "no"
            | "nos"
            | "joint"
            | "le"
            | "la"
            | "les"
            | "l"
            | "sa"
            | "ses"
            | "toutes"
            | "antérieures"
            | "pertinentes"
            | "et"
            | "ainsi"
            | "que"
            | "n"
            | "el"
            | "los"
            | "las"
            | "su"
            | "sus"
            | "todas"
            | "anteriores"
            | "y"
            | "así"
            | "como"
            | "núm"
            | "свою"
            | "свои"
            | "своей"
            | "своих"
            | "ее"
            | "все"
            | "предыдущие"
            | "соответствующие"
            | "и"
            | "также"
            | "года"
            | "от"
            | "و"
            | "المؤرخ"
            | "المؤرخة"
            | "المؤرخين"
            | "جميع"
            | "السابقة"
            | "رقم"
            | "الرقم"
            | "dated"
            | "fecha"
            | "date"
            | "including"
            | "particular"
            | "notamment"
            | "incluidas"
            | "الصادر"
    )
}

/// Beginnings of the nouns for a work.
const NOUNS: [&str; 14] = [
    "resolution",
    "decision",
    "résolution",
    "décision",
    "resolucion",
    "resolución",
    "decisi",
    "резолюц",
    "решени",
    "قرار",
    "القرار",
    "مقرر",
    "المقرر",
    "declaration",
];

/// Whether a word is a noun for a work. In Arabic the preposition is written with it: `بقرار`, `للقرارات`.
fn is_noun(word: &str) -> bool {
    let bare = word.strip_prefix("لل").or_else(|| word.strip_prefix(['ب', 'ل'])).unwrap_or(word);
    NOUNS.iter().any(|noun| noun.as_bytes().first() == bare.as_bytes().first() && bare.starts_with(noun))
}

/// What a paragraph says of a work that it cites: the governing words as printed, and the stance, only
/// where the work is the object of the lead phrase.
///
/// `lead` is the lead phrase before the citation, both as places in `text`; `polarity` is what the
/// phrase says of its object (1, -1, 0), `None` for a phrase whose meaning is not known. Linear in the
/// words between the two.
///
/// # Examples
///
/// ```
/// use whereas::extract::read_stance;
/// use whereas::model::Stance;
/// use whereas::text::Span;
///
/// let text = "Expresses disapproval of the resolution adopted by the European Parliament on 20 January 2022";
/// let (under, stance) = read_stance(text, Span::new(0, 21), Some(-1), Span::new(25, text.len() as u32));
/// assert_eq!((under.as_deref(), stance), (Some("Expresses disapproval of"), Some(Stance::Negative)));
///
/// let text = "Deplores the failure to comply with resolution 2334 (2016)";
/// let (under, stance) = read_stance(text, Span::new(0, 8), Some(-1), Span::new(47, 58));
/// assert_eq!((under.as_deref(), stance), (Some("Deplores the failure to comply with"), None));
/// ```
#[must_use]
pub fn read_stance(text: &str, lead: Span, polarity: Option<i8>, citation: Span) -> (Option<String>, Option<Stance>) {
    let words = Words { text, from: lead.end as usize, to: citation.start as usize };
    let prepositions = words.leading_prepositions();
    if words.are_name_from(prepositions) && ends_as_object(text, citation.end as usize) {
        direct(text, lead, prepositions, polarity)
    } else {
        (indirect(&words, lead), None)
    }
}

/// Sets `under` and `stance` of the citations that stand behind one lead phrase, in order of place; their
/// spans point into `text`.
///
/// As [`read_stance`] for each, but each word is looked at once, however many works are in a row.
pub fn read_stances(text: &str, lead: Span, polarity: Option<i8>, citations: &mut [Citation]) {
    let first = Words { text, from: lead.end as usize, to: text.len() };
    let prepositions = first.leading_prepositions();
    let mut from = prepositions;
    let mut is_object = true;
    // What governs a row governs each work of it.
    let mut row: Option<String> = None;
    for citation in citations {
        let start = citation.span.start as usize;
        let words = Words { text, from, to: start };
        is_object = is_object
            && start >= prepositions
            && words.are_name_from(from)
            && ends_as_object(text, citation.span.end as usize);
        (citation.under, citation.stance) = if is_object {
            direct(text, lead, prepositions, polarity)
        } else if let Some(row) = row.filter(|_| start >= from && words.are_name_from(from)) {
            (Some(row), None)
        } else {
            (indirect(&words, lead), None)
        };
        row = citation.under.clone().filter(|_| !is_object);
        from = from.max(citation.span.end as usize);
    }
}

/// Whether the phrase ends with the work. In Chinese what is said of a work stands behind it
/// (`第2254(2015)号决议的执行`, the implementation of resolution …): the work is the object only where a mark
/// follows the noun. Elsewhere it stands before, and nothing is asked of what follows.
fn ends_as_object(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    if text.get(..end).is_some_and(|ahead| ahead.ends_with('》')) {
        return names_end_row(rest);
    }
    let mark = rest.chars().take(400).find(|letter| matches!(letter, '号' | '。' | '；' | '.' | ';'));
    if mark != Some('号') {
        return true;
    }
    let row = rest.char_indices().take(400).find(|(place, letter)| {
        matches!(letter, '，' | '。' | '；')
            || *letter == '决'
                && rest.get(*place..).is_some_and(|rest| rest.starts_with("决议") || rest.starts_with("决定"))
    });
    let Some((noun, _)) = row else { return true };
    let after = rest.get(noun + "决议".len()..).unwrap_or_default().trim_start();
    after.is_empty() || after.starts_with(['，', '。', '；', '、', '(', '（', ',', ';'])
}

/// Whether a row of Chinese names of works ends with a mark: what stands behind one without a mark is said of it
/// (`《联合国宪章》的宗旨`, the purposes of the Charter).
fn names_end_row(mut rest: &str) -> bool {
    for _ in 0..24 {
        let spaced = rest.trim_start();
        let bare = spaced.trim_start_matches(['、', '和', '与', '及', '以', ' ']);
        let Some(inside) = bare.strip_prefix('《') else {
            return bare.is_empty()
                || bare.len() < spaced.len() && !bare.starts_with(['其', '的'])
                || bare.starts_with(['，', '。', '；', ',', ';', '.', '(', '（']);
        };
        let Some((_, behind)) = inside.split_once('》') else { return true };
        rest = behind;
    }
    true
}

/// The governing words and the stance where the work is the object.
fn direct(text: &str, lead: Span, prepositions: usize, polarity: Option<i8>) -> (Option<String>, Option<Stance>) {
    let under = text.get(lead.start as usize..prepositions).map(|under| under.trim_end().to_owned());
    let stance = polarity.map(|polarity| match polarity {
        1.. => Stance::Positive,
        0 => Stance::Neutral,
        _ => Stance::Negative,
    });
    (under, stance)
}

/// The longest run of governing words that is quoted, in bytes; of a longer one the lead phrase alone is.
const LONGEST: usize = 240;

/// The governing words where something else is the object.
fn indirect(words: &Words, lead: Span) -> Option<String> {
    let end = words.name_start();
    let whole = words.text.get(lead.start as usize..end).filter(|whole| whole.len() <= LONGEST);
    whole
        .map(before_open_bracket)
        .or_else(|| lead.of(words.text))
        .map(|under| under.trim_end_matches([' ', ',', '\n', '，', '،', '(']).to_owned())
}

/// The words up to a bracket that is still open at their end: it gives the work, and governs nothing
/// (*Recalling the right to return (resolution 194 (III))*).
fn before_open_bracket(words: &str) -> &str {
    let mut open: Option<usize> = None;
    let mut depth = 0_u8;
    for (place, letter) in words.char_indices() {
        match letter {
            '(' | '（' | '[' => {
                open = if depth == 0 { Some(place) } else { open };
                depth = depth.saturating_add(1);
            }
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    open.filter(|_| depth > 0).and_then(|place| words.get(..place)).unwrap_or(words)
}

/// The words between a lead phrase and a citation.
struct Words<'a> {
    text: &'a str,
    from: usize,
    to: usize,
}

impl Words<'_> {
    /// The byte after the prepositions that stand first.
    fn leading_prepositions(&self) -> usize {
        let mut end = self.from;
        let mut at = Cursor::new(self.text, self.from);
        loop {
            at.spaces();
            let Some(word) = at.word() else { return end };
            if at.at > self.to || word.len() > 16 || !PREPOSITIONS.contains(&in_small_letters(word).as_ref()) {
                return end;
            }
            end = at.at;
        }
    }

    /// Whether everything from `at` on belongs to the name of a work, or to works named before it.
    fn are_name_from(&self, at: usize) -> bool {
        let mut at = Cursor::new(self.text, at);
        while at.at < self.to {
            if !self.step(&mut at) {
                return false;
            }
        }
        true
    }

    /// Where the words begin that belong to the name of the work and end before it.
    fn name_start(&self) -> usize {
        let mut start = None;
        let mut at = Cursor::new(self.text, self.from);
        while at.at < self.to {
            let here = at.at;
            if self.step(&mut at) {
                // A preposition before the name belongs to the words that govern it.
                let words = self.text.get(here..at.at).unwrap_or_default();
                let ties = words.trim().is_empty() || PREPOSITIONS.contains(&in_small_letters(words).as_ref());
                start = start.or((!ties).then_some(here));
            } else {
                start = None;
                // Chinese has no spaces: its words are passed over letter by letter.
                let chinese = at.peek().is_some_and(|letter| letter >= '\u{2E80}');
                if chinese || at.word().is_none() {
                    at.bump();
                }
            }
        }
        start.unwrap_or(self.to)
    }

    /// Whether *that* before a noun, or *que* behind *ainsi*, begins no clause.
    fn is_no_clause(&self, at: usize, mut ahead: Cursor) -> bool {
        ahead.spaces();
        let next = ahead.word().unwrap_or_default().to_lowercase();
        let before = word_before(self.text, spaces_before(self.text, at)).map_or("", |(_, word)| word);
        is_noun(&next) || before == "ainsi"
    }

    /// Steps over one word, name, date, number or mark that belongs to the name of a work; `false`, and
    /// no step, before any other.
    fn step(&self, at: &mut Cursor) -> bool {
        let Some(letter) = at.peek() else { return false };
        if digit(letter).is_some() {
            if let Some(date) = date_at(self.text, at.at) {
                at.at = date.span.end as usize;
            } else {
                at.bump();
            }
            return true;
        }
        if !is_word(letter) {
            let mark = letter.is_whitespace()
                || matches!(
                    letter,
                    ',' | '،' | '、' | '，' | '’' | '\'' | '/' | '-' | '‑' | '(' | ')' | '.' | '°' | 'º' | '№'
                );
            if mark {
                at.bump();
            }
            return mark;
        }
        if let Some((_, end)) = Bodies::get().find_at(self.text, at.at) {
            at.at = end;
            return true;
        }
        if letter >= '\u{2E80}' {
            let part = "第号其和及与又各项有关以往的年月日".contains(letter);
            if part {
                at.bump();
            }
            return part;
        }
        let mut ahead = *at;
        let Some(word) = ahead.word() else { return false };
        let lowered = in_small_letters(word);
        if matches!(lowered.as_ref(), "that" | "que") && !self.is_no_clause(at.at, ahead) {
            return false;
        }
        let roman = word.chars().all(|letter| letter.is_ascii_uppercase()) && word.len() <= 7;
        let of_name = roman
            || is_part_of_name(&lowered)
            || matches!(lowered.as_ref(), "of" | "de" | "du" | "des" | "del" | "d" | "في" | "من")
            || is_noun(&lowered);
        if of_name {
            *at = ahead;
        }
        of_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The governing words and the stance of the work `cited` under the lead phrase `lead`.
    fn stance(text: &str, lead: &str, polarity: i8, cited: &str) -> (String, Option<Stance>) {
        let place = |words: &str| {
            let start = text.find(words).unwrap();
            Span::at(start, start + words.len())
        };
        let (under, stance) = read_stance(text, place(lead), Some(polarity), place(cited));
        (under.unwrap(), stance)
    }

    #[test]
    fn is_set_where_the_work_is_the_object() {
        for (text, lead, polarity, cited, under, expected) in [
            (
                "Expresses disapproval of the resolution on the situation adopted by the European Parliament on 20 January 2022",
                "Expresses disapproval",
                -1,
                "the resolution on",
                "Expresses disapproval of",
                Stance::Negative,
            ),
            (
                "Welcomes Security Council resolution 2593 (2021)",
                "Welcomes",
                1,
                "2593 (2021)",
                "Welcomes",
                Stance::Positive,
            ),
            (
                "Recalling its resolutions 37/4 of 22 October 1982 and 38/4",
                "Recalling",
                0,
                "38/4",
                "Recalling",
                Stance::Neutral,
            ),
            ("Takes note of resolution 70/1", "Takes note of", 0, "70/1", "Takes note of", Stance::Neutral),
            ("Rejette la résolution 70/1", "Rejette", -1, "70/1", "Rejette", Stance::Negative),
            (
                "Acoge con beneplácito la resolución 70/1",
                "Acoge con beneplácito",
                1,
                "70/1",
                "Acoge con beneplácito",
                Stance::Positive,
            ),
            ("приветствует резолюцию 2593 (2021)", "приветствует", 1, "2593 (2021)", "приветствует", Stance::Positive),
            ("ترحب بقرار مجلس الأمن 2593 (2021)", "ترحب", 1, "2593 (2021)", "ترحب", Stance::Positive),
            ("تحيط علما بالقرار 70/1", "تحيط علما", 0, "70/1", "تحيط علما", Stance::Neutral),
            ("欢迎安全理事会第2593(2021)号决议", "欢迎", 1, "2593(2021)", "欢迎", Stance::Positive),
        ] {
            assert_eq!(stance(text, lead, polarity, cited), (under.to_owned(), Some(expected)), "{text}");
        }
    }

    #[test]
    fn is_not_set_where_something_else_is_the_object() {
        for (text, lead, cited, under) in [
            (
                "Expresses deep concern that Israel did not comply with resolutions 70/1",
                "Expresses deep concern",
                "70/1",
                "Expresses deep concern that Israel did not comply with",
            ),
            (
                "Condemns the construction of the wall, in violation of Security Council resolution 2334 (2016)",
                "Condemns",
                "2334 (2016)",
                "Condemns the construction of the wall, in violation of",
            ),
            (
                "Regrets the lack of implementation of its resolution 70/1",
                "Regrets",
                "70/1",
                "Regrets the lack of implementation of",
            ),
            (
                "Regrets the delay in the return of the refugees (resolution 194 (III), paragraph 11)",
                "Regrets",
                "194 (III)",
                "Regrets the delay in the return of the refugees",
            ),
            (
                "Regrets the delay (of some (about ten) years, see resolution 70/1)",
                "Regrets",
                "70/1",
                "Regrets the delay",
            ),
            ("تأسف لعدم الامتثال لقرارات مجلس الأمن 2334", "تأسف", "2334", "تأسف لعدم الامتثال"),
            ("Déplore le non-respect de la résolution 70/1", "Déplore", "70/1", "Déplore le non-respect de"),
            ("谴责安全理事会第2254(2015)号决议所述行为，", "谴责", "2254(2015)", "谴责"),
            (
                "谴责安全理事会第2139(2014)、2165(2014)、2191(2014)、2254(2015)、2258(2015)、2268(2016)、2286(2016)和2393(2017)号决议未得到执行，",
                "谴责",
                "2139(2014)",
                "谴责",
            ),
        ] {
            assert_eq!(stance(text, lead, -1, cited), (under.to_owned(), None), "{text}");
        }
    }
}

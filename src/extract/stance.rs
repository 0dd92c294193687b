//! What a paragraph says of a work it cites.
//!
//! Only where the work itself is the object of the lead phrase: *Expresses disapproval of the
//! resolution …* is against that resolution; *Expresses deep concern that Israel did not comply with
//! resolutions …* says nothing against those.

use crate::model::{Citation, Stance};
use crate::text::Span;

use super::work_name::Words;

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

/// The governing words where something else is the object. A bracket that is still open before the work gives the work,
/// and governs nothing (*Recalling the right to return (resolution 194 (III))*).
fn indirect(words: &Words, lead: Span) -> Option<String> {
    let end = words.name_start();
    let whole = words.text.get(lead.start as usize..end).filter(|whole| whole.len() <= LONGEST);
    let whole = whole.and_then(|whole| match open_bracket(whole) {
        None => Some(whole),
        Some(open) => match words.text.get(end..words.to)?.match_indices([')', '）', ']']).next() {
            // *Article 13, paragraph 1 (a), of the Charter*
            Some((place, mark)) => words.text.get(lead.start as usize..end + place + mark.len()),
            None => whole.get(..open),
        },
    });
    whole.or_else(|| lead.of(words.text)).map(|under| under.trim_end_matches([' ', ',', '\n', '，', '،']).to_owned())
}

/// Where the outermost bracket stands that nothing closes.
fn open_bracket(words: &str) -> Option<usize> {
    let mut open = None;
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
    open.filter(|_| depth > 0)
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
            ("تأسف لعدم الامتثال لقرارات مجلس الأمن 2334", "تأسف", "2334", "تأسف لعدم الامتثال لقرارات"),
            (
                "Stresses the progress referred to in Article 13, paragraph 1 (a), of resolution 70/1",
                "Stresses",
                "70/1",
                "Stresses the progress referred to in Article 13, paragraph 1 (a)",
            ),
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

//! What stands before the news itself: headline, date, place, agency.

use crate::extract::{Context, find_dates};
use crate::lexicon::Language;
use crate::model::{Dateline, Entity};
use crate::text::Span;

/// A headline is no longer than this, in bytes.
const LONGEST_HEADLINE: usize = 300;
/// How far into its paragraph a dateline reaches, in bytes.
const DATELINE_REACH: usize = 160;

/// Words that introduce a field of a head: *date 2022-04-08*.
const LABELS: [&str; 9] = ["date", "published", "updated", "posted", "title", "headline", "on", "by", "source"];

/// The head of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// The headline.
    pub headline: Option<Entity>,
    /// Place, agency, date.
    pub dateline: Dateline,
    /// Where the news itself begins.
    pub body: u32,
}

/// Reads the head of an article. Looks at the first paragraphs only.
pub(crate) fn read_head(text: &str, language: Language) -> Head {
    let mut head = Head::default();
    let mut rest = 0;
    for _ in 0..4 {
        let Some(paragraph) = next_paragraph(text, rest) else { break };
        if is_headline(text, paragraph, head.headline.is_some()) {
            read_headline(text, paragraph, language, &mut head);
            rest = paragraph.end as usize;
            head.body = paragraph.end;
        } else {
            read_dateline(text, paragraph, language, &mut head);
            break;
        }
    }
    head
}

/// The next paragraph at or after `from`, trimmed. A line of a headline's length that does not end
/// a sentence is a paragraph by itself.
fn next_paragraph(text: &str, from: usize) -> Option<Span> {
    let rest = text.get(from..)?;
    let start = from + rest.len() - rest.trim_start().len();
    let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
    let line = rest.find('\n').unwrap_or(rest.len());
    let one = rest.get(..line).unwrap_or(rest).trim_end();
    let alone = one.len() <= LONGEST_HEADLINE && !one.ends_with(['.', ',', ';', '-']) && line < rest.len();
    let end = if alone { one.len() } else { rest.find("\n\n").unwrap_or(rest.len()) };
    Some(Span::at(start, start + end).trim(text))
}

fn is_headline(text: &str, paragraph: Span, has_headline: bool) -> bool {
    let words = paragraph.of(text).unwrap_or("");
    let more = text.get(paragraph.end as usize..).is_some_and(|rest| !rest.trim().is_empty());
    let ends = words.ends_with(['.', '»', '”', '"', ':']);
    more && words.len() <= LONGEST_HEADLINE && !ends && !(has_headline && words.len() > 120)
}

fn read_headline(text: &str, line: Span, language: Language, head: &mut Head) {
    let words = line.of(text).unwrap_or("");
    let mut rest = line;
    if let Some(date) = find_dates(words, &Context::new(language)).first() {
        let place = date.span.shift(line.start);
        // A date inside the sentence is part of the headline.
        let before = Span::new(line.start, place.start).of(text).unwrap_or("").trim();
        let after = Span::new(place.end, line.end).of(text).unwrap_or("").trim();
        let labelled = before.is_empty() || is_label(before);
        if (labelled || after.is_empty()) && head.dateline.date.is_none() {
            head.dateline.date = entity(text, place, date.is_possible().then(|| date.first.to_iso()));
            rest = if labelled { Span::new(place.end, line.end) } else { Span::new(line.start, place.start) };
        }
    }
    let mut headline = trim_marks(text, rest);
    if let Some((label, _)) = headline.of(text).and_then(|words| words.split_once(':'))
        && is_label(label)
    {
        headline = trim_marks(text, Span::new(headline.start + label.len() as u32 + 1, headline.end));
    }
    if !headline.is_empty() && head.headline.is_none() {
        head.headline = entity(text, headline, None);
    }
}

fn is_label(words: &str) -> bool {
    let mut words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().count() <= 2 && words.all(|word| LABELS.contains(&word.to_ascii_lowercase().as_str()))
}

fn trim_marks(text: &str, span: Span) -> Span {
    let Some(words) = span.of(text) else { return span };
    let inside = words.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !"«“\"‘".contains(letter));
    let start = span.start + (words.len() - inside.len()) as u32;
    let end = inside.trim_end_matches(|letter: char| letter.is_whitespace() || "|-–—,;:*#(".contains(letter));
    Span::new(start, start + end.len() as u32)
}

fn entity(text: &str, span: Span, id: Option<String>) -> Option<Entity> {
    Some(Entity { text: span.of(text)?.to_owned(), id, span })
}

/// `NUR-SULTAN. KAZINFORM At`, `GENEVA, 8 April (Agency) – The`, `PARIS / AGENCY / The`.
fn read_dateline(text: &str, paragraph: Span, language: Language, head: &mut Head) {
    head.body = paragraph.start;
    let Some(words) = paragraph.of(text) else { return };
    let reach = floor_border(words, DATELINE_REACH);
    let opening = words.get(..reach).unwrap_or("");
    let place_length = capital_run(opening);
    let dash = opening.find(" – ").or_else(|| opening.find(" — ")).or_else(|| opening.find(" -- "));
    let dash = dash.or_else(|| opening.find(" - ")).or_else(|| opening.find("— "));
    let place_end = if place_length > 0 {
        place_length
    } else if dash.is_some() {
        opening.find([',', '.', '(', '/', '—', '–']).filter(|&end| end > 2 && end < 40).unwrap_or(0)
    } else {
        0
    };
    let behind = opening.get(place_end..).unwrap_or("");
    if place_end == 0 || !behind.trim_start().starts_with([',', '.', '(', '/', '—', '–', '-', '|', ':']) {
        return;
    }
    let at = paragraph.start;
    let place = Span::new(at, at + place_end as u32).trim(text);
    head.dateline.place = entity(text, place, None);
    let mut end = place_end;
    if let Some((from, to)) = find_agency(opening, place_end, dash) {
        head.dateline.agency = entity(text, Span::at(from, to).shift(at).trim(text), None);
        end = to;
    }
    end = end.max(dash.unwrap_or(0));
    let stretch = Span::at(place_end, end).shift(at);
    if head.dateline.date.is_none()
        && let Some(date) =
            stretch.of(text).and_then(|part| find_dates(part, &Context::new(language)).into_iter().next())
    {
        let span = date.span.shift(stretch.start);
        head.dateline.date = entity(text, span, date.is_possible().then(|| date.first.to_iso()));
    }
    let rest = words.get(end..).unwrap_or("");
    let marks = rest.len()
        - rest.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !"«“\"‘'".contains(letter)).len();
    head.body = at + (end + marks) as u32;
}

/// The agency in brackets, between slashes, or as a run of capitals after a stop.
fn find_agency(opening: &str, place_end: usize, dash: Option<usize>) -> Option<(usize, usize)> {
    let behind = opening.get(place_end..)?;
    let limit = dash.map_or(behind.len(), |dash| dash.saturating_sub(place_end).max(1));
    // A bracket behind words of a sentence belongs to the sentence.
    let small = |words: &str| words.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
    for (open, close) in [('(', ')'), ('/', '/')] {
        if let Some(from) =
            behind.find(open).filter(|&from| from < limit && behind.get(..from).is_some_and(|words| !small(words)))
            && let Some(to) = behind.get(from + 1..)?.find(close).filter(|&to| to < 60)
        {
            let inside = behind.get(from + 1..from + 1 + to)?;
            if inside.contains(char::is_alphabetic) && !inside.contains(char::is_numeric) {
                return Some((place_end + from + 1, place_end + from + 1 + to));
            }
        }
    }
    let stop = behind.find(['.', ',', ':', '|']).filter(|&at| at < limit)?;
    let rest = behind.get(stop + 1..)?;
    let blank = rest.len() - rest.trim_start().len();
    let run = capital_run(rest.get(blank..)?);
    let from = place_end + stop + 1 + blank;
    (run > 0).then_some((from, from + run))
}

/// The length of the words in capitals at the start: none shorter than two letters.
fn capital_run(opening: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    while let Some(rest) = opening.get(at..) {
        let length = rest
            .find(|letter: char| !letter.is_alphabetic() && !matches!(letter, '-' | '’' | '\''))
            .unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or("");
        let capital =
            word.chars().filter(|letter| letter.is_uppercase()).count() >= 2 && !word.contains(char::is_lowercase);
        if !capital {
            break;
        }
        end = at + length;
        at = end + 1;
        if opening.get(end..at) != Some(" ") {
            break;
        }
    }
    end
}

/// The last character border of `text` at or before `at`.
fn floor_border(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = [String; 5];

    fn read(text: &str) -> Read {
        let head = read_head(text, Language::En);
        let words = |entity: Option<Entity>| entity.map_or_else(String::new, |entity| entity.text);
        let Dateline { place, agency, date } = head.dateline;
        let date = date.and_then(|date| date.id).unwrap_or_default();
        [
            words(head.headline),
            words(place),
            words(agency),
            date,
            text.get(head.body as usize..).unwrap().chars().take(9).collect(),
        ]
    }

    #[test]
    fn reads_a_date_that_stands_before_the_headline() {
        let text = " date 2021-05-04 Council adopts text on water\n\nNEW TOWN. AGENCYNAME At the session, it did.";
        assert_eq!(read(text), ["Council adopts text on water", "NEW TOWN", "AGENCYNAME", "2021-05-04", "At the se"]);
    }

    #[test]
    fn reads_a_dateline_with_date_and_agency() {
        let text = "Text adopted\nGENEVA, 4 May 2021 (Agency) – The Council met on Monday.";
        assert_eq!(read(text), ["Text adopted", "GENEVA", "Agency", "2021-05-04", "The Counc"]);
    }

    #[test]
    fn finds_no_dateline_where_none_is() {
        assert_eq!(read("The Council met on Monday. It rose."), ["", "", "", "", "The Counc"]);
        assert_eq!(read(""), [""; 5]);
    }
}

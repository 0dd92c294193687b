//! Whether a text is a news item.

use super::head::read_head;
use super::quotations::find_quotations;
use crate::lexicon::{Language, LeadFinder, LeadZone, ReportKind, match_reporting_verb};
use crate::text::{Span, WordReader};

/// How many bytes from the start are looked at.
const REACH: usize = 8_000;
/// From this score on a text is a news item.
const ENOUGH: i32 = 4;

/// Whether `text` is a news item rather than a resolution: [`article_score`] reaches 4.
///
/// # Examples
///
/// ```
/// use whereas::article::looks_like_article;
///
/// assert!(looks_like_article(
///     "Council adopts text\n\nGENEVA, 4 May 2021 (Agency) – The Council condemned «the acts of violence» and \
///      called on all States to help, the ministry’s press service reports."
/// ));
/// assert!(!looks_like_article("The General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Decides to meet;"));
/// ```
#[must_use]
pub fn looks_like_article(text: &str) -> bool {
    article_score(text) >= ENOUGH
}

/// How much speaks for a news item, less what speaks for a resolution.
///
/// | for | against |
/// |---|---|
/// | dateline 3, headline 1, source of the report 2 | each paragraph that begins with a lead phrase 1, at most 6 |
/// | quotations 1 each, at most 2 | each numbered paragraph 1, at most 3 |
/// | reporting verbs in the past 1 each, at most 3 | an enacting sentence 3 |
///
/// Looks at the first 8,000 bytes.
#[must_use]
pub fn article_score(text: &str) -> i32 {
    let mut end = REACH.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or("");
    let head = read_head(text, Language::En);
    let mut score = 0;
    score += if head.dateline.place.is_some() && head.dateline.agency.is_some() { 3 } else { 0 };
    score += i32::from(head.dateline.place.is_some() && head.dateline.agency.is_none());
    score += i32::from(head.headline.is_some());
    score += find_quotations(text).0.iter().take(2).map(|_| 1).sum::<i32>();
    score += past_verbs(text).min(3);
    score += if ["press service", "press release", " said ", " told "].iter().any(|sign| text.contains(sign)) {
        2
    } else {
        0
    };
    score - resolution_score(text)
}

/// Reporting verbs in *-ed* or of speech, none inside a lead phrase.
fn past_verbs(text: &str) -> i32 {
    let mut reader = WordReader::new(text, Span::at(0, text.len()), &[]);
    let mut word = String::new();
    let mut count = 0;
    while reader.next(&mut word).is_some() {
        let verb = match_reporting_verb(|ahead| (ahead == 0).then_some(word.as_str()));
        let past = word.ends_with("ed") || matches!(word.as_str(), "said" | "told");
        count += i32::from(past && verb.is_some_and(|(_, verb)| verb.kind != ReportKind::Light));
    }
    count
}

fn resolution_score(text: &str) -> i32 {
    let mut leads = LeadFinder::new();
    let (mut paragraphs, mut numbered, mut enacting) = (0, 0, 0);
    for line in text.lines() {
        let line = line.trim().trim_start_matches(['-', '*', '#', ' ']);
        let bare = line.trim_start_matches(|mark: char| mark.is_ascii_digit()).trim_start_matches(['.', ')', ' ', '*']);
        let labelled = bare.len() < line.len() && line.starts_with(|mark: char| mark.is_ascii_digit());
        let lead = [LeadZone::Preambular, LeadZone::Operative]
            .into_iter()
            .any(|zone| leads.find(bare, Language::En, zone).is_some_and(|lead| lead.listed));
        paragraphs += i32::from(lead);
        numbered += i32::from(labelled && lead);
        let subject = line.starts_with("The ") && line.len() < 60 && line.ends_with([',', ':']);
        let announced = line.to_ascii_uppercase().starts_with("RESOLUTION NO");
        enacting += i32::from(subject || announced);
    }
    paragraphs.min(6) + numbered.min(3) + 3 * enacting.min(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_resolution_that_quotes_from_a_report() {
        let text = "RESOLUTION NO. 7/50-POL ON WATER\n\nThe Council (Session of «Unity») held in Newtown.\n\n\
                    Recalling the Charter,\n\nCondemning what some called «peace»,\n\n- 1 **Urges** States;\n- 2 **Welcomes** it.";
        assert!(!looks_like_article(text), "{}", article_score(text));
    }

    #[test]
    fn takes_neither_an_empty_text_nor_one_character_for_an_article() {
        assert!(!looks_like_article(""));
        assert!(!looks_like_article(&"«".repeat(1_000_000)));
        assert!(!looks_like_article(&"a".repeat(1_000_000)));
    }
}

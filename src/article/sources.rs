//! Whom an article names as the source of the report.

use super::layout::Layout;
use super::reports::ends_clause;
use crate::lexicon::{ReportKind, WordClass, is_word_of, match_reporting_verb};
use crate::model::{Citation, Entity};

/// How many words a source has at most.
const LONGEST: usize = 14;

/// Finds the sources: the subject of *reports* at the end of a sentence, and what follows *according
/// to* or *citing* where that is no cited text. Linear, apart from a bounded look at each place.
pub(crate) fn find_sources(layout: &Layout, body: u32, citations: &[Citation]) -> Vec<Entity> {
    let mut found: Vec<Entity> = Vec::new();
    let word = |at: usize| layout.words.word(at);
    for sentence in layout.sentences.iter().filter(|sentence| sentence.end > body) {
        let words = layout.words_of(*sentence);
        for at in words.clone() {
            let next = |ahead: usize| (at + ahead < words.end).then(|| word(at + ahead)).flatten();
            let range = if next(0) == Some("according") && next(1) == Some("to") {
                forward(layout, at + 2, words.end)
            } else {
                match match_reporting_verb(next) {
                    Some((taken, verb)) if verb.kind == ReportKind::Source => {
                        if at + taken >= words.end {
                            backward(layout, at, words.start)
                        } else if matches!(
                            next(0),
                            Some("citing" | "cites" | "cited" | "quotes" | "quoted" | "learned" | "learnt")
                        ) {
                            forward(layout, at + taken, words.end)
                        } else {
                            continue;
                        }
                    }
                    _ => continue,
                }
            };
            let cited = range.clone().filter_map(word).any(|word| is_word_of(word, WordClass::Text));
            let Some(span) = layout.words.span_of(range).filter(|_| !cited) else { continue };
            let quoted = layout.quotation_at(span.start).is_some();
            if quoted || citations.iter().any(|citation| citation.span.overlaps(span)) {
                continue;
            }
            let text = span.of(layout.text).unwrap_or_default().to_owned();
            found.push(Entity { text, id: None, span });
        }
    }
    found
}

/// The noun phrase from `from` on, up to a mark, a quotation or a clause.
fn forward(layout: &Layout, from: usize, end: usize) -> std::ops::Range<usize> {
    let mut to = from;
    while to < end.min(from + LONGEST) {
        let word = layout.words.word(to).unwrap_or("");
        let broken = to > from && ends_clause(layout.between(to - 1));
        if broken || is_word_of(word, WordClass::Opener) || is_word_of(word, WordClass::Finite) {
            break;
        }
        to += 1;
    }
    from..to
}

/// The noun phrase before `to`, from a mark or the sentence's start.
fn backward(layout: &Layout, to: usize, start: usize) -> std::ops::Range<usize> {
    let mut from = to;
    while from > start.max(to.saturating_sub(LONGEST)) {
        if from < to && ends_clause(layout.between(from - 1)) {
            break;
        }
        from -= 1;
    }
    from..to
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(text: &str) -> Vec<String> {
        find_sources(&Layout::new(text), 0, &[]).into_iter().map(|source| source.text).collect()
    }

    #[test]
    fn finds_who_reports() {
        assert_eq!(
            sources("Texts were adopted, the ministry’s press service reports."),
            ["the ministry’s press service"]
        );
        assert_eq!(sources("According to a spokesman, it was adopted."), ["a spokesman"]);
        assert_eq!(sources("It reports on the matter, and reports were heard."), Vec::<String>::new());
    }
}

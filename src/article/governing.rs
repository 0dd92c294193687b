//! Which reporting verb governs a quotation.

use super::layout::Layout;
use super::quotations::Quoted;
use super::reports::Reported;
use crate::lexicon::{ReportKind, WordClass, is_word_of};
use crate::text::Span;

/// How many words may stand between a verb and a quotation that it governs.
const BEFORE: usize = 25;
/// The same for a verb that follows the quotation.
const AFTER: usize = 8;

/// The verb that governs `quoted`: the last one before it in its sentence that no conjunction such
/// as *since* and no other quotation cuts off, or else the first one close behind it.
///
/// Two quotations joined by *and* or a comma share a verb. Costs one binary search and a bounded
/// look around.
pub(crate) fn find_governing<'a>(layout: &Layout, reports: &'a [Reported], quoted: &Quoted) -> Option<&'a Reported> {
    let sentence = layout.sentence_at(quoted.outer.start)?;
    let next = reports.partition_point(|report| report.report.span.start < quoted.outer.start);
    let before = next.checked_sub(1).and_then(|at| reports.get(at));
    let before = before.filter(|report| {
        report.verb.kind != ReportKind::Source
            && report.report.span.start >= sentence.start
            && reaches(layout, report, quoted)
    });
    if before.is_some() {
        return before;
    }
    let after = reports.get(next..)?.iter().find(|report| report.report.span.start >= quoted.outer.end)?;
    follows(layout, after, quoted, sentence).then_some(after)
}

/// Whether nothing cuts `quoted` off from the verb before it.
fn reaches(layout: &Layout, report: &Reported, quoted: &Quoted) -> bool {
    let from = report.words.end;
    let to = layout.words.first_at(quoted.outer.start);
    let mut seen = 0;
    let mut at = from;
    while at < to {
        let Some(span) = layout.words.span(at) else { return false };
        // Words inside other quotations do not count; what joins two quotations does.
        if let Some(other) = layout.quotation_at(span.start).filter(|other| other.outer.end <= quoted.outer.start) {
            let following = layout.words.first_at(other.outer.end).max(at + 1);
            let next = layout.quotations.partition_point(|next| next.outer.start < other.outer.end);
            let next = layout.quotations.get(next).map_or(quoted.outer.start, |next| next.outer.start);
            let joined = Span::new(other.outer.end, next).of(layout.text).unwrap_or("");
            if !is_joint(joined) {
                return false;
            }
            at = following;
            continue;
        }
        seen += 1;
        let word = layout.words.word(at).unwrap_or("");
        let relative = word == "which" && at > from;
        if seen > BEFORE || relative || is_word_of(word, WordClass::Breaker) {
            return false;
        }
        at += 1;
    }
    let between = Span::new(report.report.span.end, quoted.outer.start).of(layout.text).unwrap_or("");
    !between.contains(';')
}

/// Whether what stands between two quotations joins them to one object.
fn is_joint(between: &str) -> bool {
    let words = between.trim().trim_start_matches(',').trim();
    words.len() < 40 && (words.is_empty() || matches!(words.split_whitespace().next(), Some("and" | "or" | "as")))
}

/// Whether the verb stands close behind the quotation, with its subject.
fn follows(layout: &Layout, report: &Reported, quoted: &Quoted, sentence: Span) -> bool {
    if !sentence.contains(report.report.span) && report.report.span.start > sentence.end {
        return false;
    }
    let between = Span::new(quoted.outer.end, report.report.span.start).of(layout.text).unwrap_or("");
    let inside = quoted.inner.of(layout.text).unwrap_or("");
    let comma = inside.ends_with([',', '.', '!', '?', '،', '，', '！', '？'])
        || between.trim_start().starts_with([',', '،', '，', '—', '–', '-']);
    let words = layout.words.first_at(report.report.span.start) - layout.words.first_at(quoted.outer.end);
    let other = layout.quotation_starts_in(quoted.outer.end, report.report.span.start);
    // *«…» was strongly condemned by the Council*
    let joined = |word: &str| is_word_of(word, WordClass::Passive) || is_word_of(word, WordClass::Auxiliary);
    let passive = between.split_whitespace().next().is_some() && between.split_whitespace().all(joined);
    let cut = between.split_whitespace().any(|word| is_word_of(word, WordClass::Breaker) || word == "and");
    (comma || passive) && !other && !cut && words <= AFTER && !between.contains([';', ':'])
}

#[cfg(test)]
mod tests {
    use super::super::reports::find_reports;
    use super::*;

    fn governing(text: &str) -> Vec<String> {
        let layout = Layout::new(text);
        let reports = find_reports(&layout, 0);
        let found = layout.quotations.iter().map(|quoted| find_governing(&layout, &reports, quoted));
        found.map(|report| report.map_or_else(|| "none".to_owned(), |report| report.report.verb.clone())).collect()
    }

    #[test]
    fn takes_the_last_verb_before_the_quotation() {
        assert_eq!(governing("It stressed the need and condemned «the acts»."), ["condemned"]);
        assert_eq!(governing("It stressed that the acts «do not help»."), ["stressed"]);
    }

    #[test]
    fn does_not_reach_past_a_conjunction_or_another_quotation() {
        assert_eq!(
            governing("It was met with «disapproval» by States, since the positions «do not help»."),
            ["was met with", "none"]
        );
        assert_eq!(governing("It condemned «the acts» at the «Peace Hall»."), ["condemned", "none"]);
        assert_eq!(governing("It condemned «the acts» and «the crimes»."), ["condemned", "condemned"]);
    }

    #[test]
    fn takes_a_verb_that_follows_the_quotation() {
        assert_eq!(governing("«We condemn the acts», the minister said."), ["said"]);
        assert_eq!(governing("“We condemn the acts,” said the minister."), ["said"]);
        assert_eq!(governing("The theme «Peace for all» was chosen and the Council stressed it."), ["none"]);
    }
}

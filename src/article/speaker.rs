//! Whose words a quotation is, where they are a person's.

use super::governing::find_governing;
use super::layout::Layout;
use super::quotations::Quoted;
use super::reports::Reported;
use crate::lexicon::{ReportKind, WordClass, is_word_of};
use crate::model::Entity;
use crate::text::Span;

/// The person whose words `quoted` is, or `None` where they are a body's, a text's, or it is not
/// said whose.
///
/// A person is the subject (or, behind the quotation, what follows) of the governing verb, and is
/// known by an office (*the minister*), by *he* or *she*, or as a name before a verb of speech.
pub(crate) fn find_speaker(layout: &Layout, reports: &[Reported], quoted: &Quoted) -> Option<Entity> {
    let report = find_governing(layout, reports, quoted)?;
    if report.report.span.end <= quoted.outer.start && has_other_subject(layout, report, quoted) {
        return None;
    }
    let inverted = inverted_subject(layout, report, quoted).or_else(|| following_subject(layout, report, quoted));
    let subject = inverted.or_else(|| report.report.subject.clone())?;
    is_person(layout, &subject, report.verb.kind).then_some(subject)
}

/// Whether a text or a body stands between the verb and the quotation as the one who says it:
/// *said the resolution «condemns»*.
fn has_other_subject(layout: &Layout, report: &Reported, quoted: &Quoted) -> bool {
    let to = layout.words.first_at(quoted.outer.start);
    let mut words = (report.words.end..to).take(20).filter_map(|at| layout.words.word(at));
    words.any(|word| is_word_of(word, WordClass::Text) || is_word_of(word, WordClass::Institution))
}

/// The subject that follows a verb behind the quotation: *“…”, said the minister*.
fn inverted_subject(layout: &Layout, report: &Reported, quoted: &Quoted) -> Option<Entity> {
    if report.report.span.start < quoted.outer.end || report.words.start > layout.words.first_at(quoted.outer.end) {
        return None;
    }
    let sentence = layout.sentence_at(report.report.span.start)?;
    let mut end = report.words.end;
    while end < report.words.end + 10 {
        let Some(span) = layout.words.span(end).filter(|span| span.end <= sentence.end) else { break };
        let broken = end > report.words.end && super::reports::ends_clause(layout.between(end - 1));
        if broken || layout.quotation_at(span.start).is_some() {
            break;
        }
        end += 1;
    }
    let span = layout.words.span_of(report.words.end..end)?;
    Some(Entity { text: span.of(layout.text)?.to_owned(), id: None, span })
}

/// The subject that follows an Arabic verb before the quotation: *قال الوزير «…»*.
fn following_subject(layout: &Layout, report: &Reported, quoted: &Quoted) -> Option<Entity> {
    let arabic = |letter: char| ('\u{600}'..='\u{6FF}').contains(&letter);
    if report.report.span.end > quoted.outer.start || !report.report.verb.contains(arabic) {
        return None;
    }
    let mut end = report.words.end;
    while end < report.words.end + 8 && layout.words.span(end).is_some_and(|span| span.end <= quoted.outer.start) {
        if end > report.words.end && super::reports::ends_clause(layout.between(end - 1)) {
            break;
        }
        end += 1;
    }
    let span = layout.words.span_of(report.words.end..end)?;
    Some(Entity { text: span.of(layout.text)?.to_owned(), id: None, span })
}

fn is_person(layout: &Layout, subject: &Entity, kind: ReportKind) -> bool {
    let range = layout.words_of(subject.span);
    let words = || range.clone().filter_map(|at| layout.words.word(at));
    if words().any(|word| is_word_of(word, WordClass::Text)) {
        return false;
    }
    // *The Council of Foreign Ministers* is no minister: an institution before an office rules.
    let institution = words().position(|word| is_word_of(word, WordClass::Institution));
    let office = words().position(|word| is_word_of(word, WordClass::Person));
    if let Some(office) = office {
        return institution.is_none_or(|institution| office < institution);
    }
    if words().any(|word| is_word_of(word, WordClass::PersonPronoun)) {
        return true;
    }
    let named = range.len() >= 2 && range.len() <= 4 && institution.is_none();
    let capital = |span: Span| {
        span.of(layout.text)
            .is_some_and(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase))
    };
    named && kind == ReportKind::Speech && range.clone().all(|at| layout.words.span(at).is_some_and(capital))
}

#[cfg(test)]
mod tests {
    use super::super::reports::find_reports;
    use super::*;

    fn speaker(text: &str) -> Option<String> {
        let layout = Layout::new(text);
        let reports = find_reports(&layout, 0);
        find_speaker(&layout, &reports, layout.quotations.first().unwrap()).map(|speaker| speaker.text)
    }

    #[test]
    fn knows_a_person_by_office_name_or_pronoun() {
        assert_eq!(
            speaker("Foreign Minister Ali Vale said: “We condemn the acts”.").as_deref(),
            Some("Foreign Minister Ali Vale")
        );
        assert_eq!(speaker("“We condemn the acts,” said the minister.").as_deref(), Some("the minister"));
        assert_eq!(speaker("Ali Vale told reporters “we condemn the acts”.").as_deref(), Some("Ali Vale"));
        assert_eq!(speaker("“We condemn the acts”, she added.").as_deref(), Some("she"));
    }

    #[test]
    fn knows_that_a_body_or_a_text_is_no_person() {
        assert_eq!(speaker("The Council of Foreign Ministers stressed “the need for peace”."), None);
        assert_eq!(speaker("The minister said the resolution “condemns the acts of violence”."), None);
        assert_eq!(speaker("The member states condemned “the acts of violence”."), None);
    }
}

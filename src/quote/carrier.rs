//! The verb that governs a quotation on each side, and the steps between the two.

use super::candidates::governing_paragraph;
use super::report::Carrier;
use super::texts::SourceText;
use crate::article::{Reported, intensified_concept};
use crate::lexicon::{Concept, Language, LeadFinder, LeadZone, find_concept};
use crate::model::{Lead, Paragraph, Zone};
use crate::text::Span;

/// A carrier, and whether its two sides stand at different steps.
pub(super) struct Carried {
    /// What the report says.
    pub carrier: Carrier,
    /// Whether the reporting verb is at another step of the lead phrase's ladder, or reports as
    /// approval what only takes note.
    pub drifts: bool,
}

/// What governs the words from index `first` of the source, beside the article's verb; `None`
/// where no lead phrase does (a title).
pub(super) fn find_carrier(source: &SourceText, first: usize, reporting: Option<&Reported>) -> Option<Carried> {
    let paragraph = source.stretch(source.stretch_at(first))?.paragraph;
    let paragraph = governing_paragraph(source, paragraph)?;
    let (text, span, concept) = governing_lead(source, paragraph, source.span(first).start)?;
    let verb = reporting.map(|reported| (reported, reported_concept(reported)));
    let (drift, drifts) = match (&verb, concept) {
        (Some((reported, ours)), Some(theirs)) => measure_drift(reported, *ours, theirs),
        _ => (None, false),
    };
    let carrier = Carrier {
        reporting: reporting.map(|reported| reported.report.verb.clone()),
        span: reporting.map(|reported| reported.report.span),
        lead: Some(text),
        lead_span: Some(span),
        drift,
    };
    Some(Carried { carrier, drifts })
}

/// The lead phrase that governs the words from `place` on: that of the last act before them which
/// is of the same form as the paragraph's own. A trailing participle (*stressing that*) is part of
/// what the paragraph's lead phrase governs.
fn governing_lead(
    source: &SourceText,
    paragraph: &Paragraph,
    place: u32,
) -> Option<(String, Span, Option<&'static Concept>)> {
    let own = paragraph.lead.as_ref()?;
    let act = paragraph
        .acts
        .iter()
        .map(|act| &act.lead)
        .rfind(|lead| lead.span.start < place && is_of_form(lead, paragraph.zone));
    let lead = act.filter(|lead| lead.span.start > own.span.start).unwrap_or(own);
    let concept = lead.concept.and_then(find_concept);
    // A quotation that begins inside the phrase is governed by the words before it, where those
    // mean something by themselves.
    if lead.span.start < place && place < lead.span.end {
        let before = Span::new(lead.span.start, place).trim(source.text);
        let zone = if paragraph.zone == Zone::Preamble { LeadZone::Preambular } else { LeadZone::Operative };
        let language = Language::from_code(source.document.language).unwrap_or(Language::En);
        let words = before.of(source.text)?;
        if let Some(found) = LeadFinder::new().find(words, language, zone)
            && let Some(concept) = found.concept
        {
            let span = Span::new(before.start, before.start + found.len as u32);
            return Some((source.printed(span), span, Some(concept)));
        }
    }
    Some((lead.text.clone(), lead.span, concept))
}

/// Whether a phrase has the form of the paragraph's own: a participle in the preamble, a finite
/// verb in the operative part.
fn is_of_form(lead: &Lead, zone: Zone) -> bool {
    let participle = lead.text.split_whitespace().any(|word| word.ends_with("ing"));
    participle == (zone == Zone::Preamble)
}

/// What the article's verb expresses, *strongly* included.
fn reported_concept(reported: &Reported) -> Option<&'static Concept> {
    let adverb = reported.report.verb.split_whitespace().next().unwrap_or("").to_lowercase();
    intensified_concept(&adverb, reported.verb).or(reported.verb.concept)
}

/// The steps from the lead phrase to the verb on their common ladder, and whether that is drift.
fn measure_drift(reported: &Reported, ours: Option<&'static Concept>, theirs: &Concept) -> (Option<i8>, bool) {
    let Some(ours) = ours else { return (None, false) };
    if ours.id == theirs.id
        || (ours.id == reported.verb.concept.map_or("", |own| own.id) && reported.verb.is_rendering_of(theirs.id))
    {
        return (Some(0), false);
    }
    let steps = |ours: u8, theirs: u8| i16::from(ours) - i16::from(theirs);
    match (ours.ladder, theirs.ladder) {
        (Some(one), Some(other)) if one == other => {
            let drift = steps(ours.force.unwrap_or(0), theirs.force.unwrap_or(0)) as i8;
            (Some(drift), drift != 0)
        }
        // *Takes note* is neither approval nor disapproval.
        (Some(_), None) if theirs.family == "note" && ours.polarity > 0 => {
            (Some(ours.force.unwrap_or(0).cast_signed()), true)
        }
        (None, None) if theirs.family == "note" && ours.id == "approve" => (None, true),
        _ => (None, false),
    }
}

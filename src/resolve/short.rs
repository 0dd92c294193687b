//! What the short forms of a text stand for.

use crate::extract::{ShortKind, ShortMention};
use crate::model::{Citation, CitationForm};
use crate::text::sort;

/// Who speaks, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speaker<'a> {
    /// The id of the resolution that speaks.
    pub id: Option<&'a str>,
    /// The organisation.
    pub body: Option<&'a str>,
    /// Its organ.
    pub organ: Option<&'a str>,
}

/// The citations that short forms of a paragraph stand for, in the order of the forms.
///
/// `text` is what spans point into; `here` is what the paragraph cites otherwise, `before` what the
/// resolution has cited up to it, the last work last. The speaker's own work is known for sure; *that
/// resolution* is the work named last, and the citation says how sure that is; a set (*its previous
/// resolutions*) is never made one work, but says whose works are meant. Linear in forms and citations.
#[must_use]
pub fn resolve_short(
    text: &str,
    mentions: Vec<ShortMention>,
    here: &[Citation],
    before: &[Citation],
    speaker: Speaker<'_>,
) -> Vec<Citation> {
    let mut found = Vec::with_capacity(mentions.len());
    for mention in mentions {
        if here.iter().any(|citation| citation.span.overlaps(mention.span)) {
            continue;
        }
        let words = mention.span.of(text).unwrap_or_default();
        let mut citation = Citation::new(mention.span, words, None, CitationForm::Short);
        citation.pinpoint = mention.pinpoint;
        match mention.kind {
            ShortKind::Own => match speaker.id {
                Some(id) => citation.target = Some(id.to_owned()),
                None => continue,
            },
            ShortKind::Set => {
                let organ = mention.organ.and_then(|organ| meant_council(organ, here, before, speaker));
                citation.set = match (organ, mention.own, speaker.body, speaker.organ) {
                    (Some(organ), _, _, _) => Some(format!("{organ}:res")),
                    (None, true, Some(body), Some(organ)) => Some(format!("{body}:{organ}:res")),
                    _ => None,
                };
            }
            ShortKind::Last | ShortKind::Ibid => {
                let ahead = here.partition_point(|other| other.span.end <= mention.span.start);
                let near = here.get(..ahead).unwrap_or(&[]);
                let is_work = |other: &&Citation| is_work(other, mention.kind);
                // A noun without a number may stand for all that was cited: `上述决议`.
                if words.ends_with("决议") && works_in(near) > 1 {
                    found.push(citation);
                    continue;
                }
                let (antecedent, sure) = match near.iter().rev().find(is_work) {
                    Some(work) => (Some(work), if works_in(near) == 1 { 95 } else { 80 }),
                    None => (before.iter().rev().find(is_work), 60),
                };
                if let Some(target) = antecedent.and_then(|work| work.target.clone()) {
                    citation.target = Some(target);
                    citation.confidence = Some(sure);
                    citation.basis = vec!["antecedent"];
                }
            }
        }
        found.push(citation);
    }
    found
}

/// The council that is called so for short: the one that speaks, else the one that is cited nearest; any other
/// organ is itself.
fn meant_council(
    organ: &'static str,
    here: &[Citation],
    before: &[Citation],
    speaker: Speaker<'_>,
) -> Option<&'static str> {
    const COUNCILS: [&str; 3] = ["un:sc", "un:hrc", "un:ecosoc"];
    if organ != "council" {
        return Some(organ);
    }
    let speaks = |council: &&str| speaker.body == Some("un") && council.strip_prefix("un:") == speaker.organ;
    if let Some(council) = COUNCILS.into_iter().find(speaks) {
        return Some(council);
    }
    let of = |citation: &Citation| {
        let target = citation.target.as_deref()?;
        COUNCILS.into_iter().find(|council| target.strip_prefix(council).is_some_and(|rest| rest.starts_with(':')))
    };
    here.iter().rev().find_map(of).or_else(|| before.iter().rev().find_map(of))
}

/// Whether a citation can be what a short form stands for: *that resolution* is no charter.
fn is_work(citation: &Citation, kind: ShortKind) -> bool {
    citation.target.as_deref().is_some_and(|target| kind == ShortKind::Ibid || target.contains(":res:"))
}

/// How many different resolutions are cited.
fn works_in(citations: &[Citation]) -> usize {
    let mut targets: Vec<&str> =
        citations.iter().filter_map(|citation| citation.target.as_deref()).filter(|id| id.contains(":res:")).collect();
    sort(&mut targets);
    targets.dedup();
    targets.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Context, find_citations, find_short_citations};
    use crate::lexicon::Language;

    const SPEAKER: Speaker<'_> = Speaker { id: Some("un:ga:res:80/5"), body: Some("un"), organ: Some("ga") };

    fn resolved(text: &str, before: &str) -> Vec<String> {
        let context = Context::new(Language::En).with_organ("un", "ga");
        let here = find_citations(text, &context);
        let before = find_citations(before, &context);
        let one = |citation: Citation| {
            let place = citation.pinpoint.map(|place| format!("#{}", place.from)).unwrap_or_default();
            let sure = citation.confidence.map(|sure| format!(" {sure}")).unwrap_or_default();
            format!("{}={}{place}{sure}", citation.text, citation.target.or(citation.set).unwrap_or_default())
        };
        resolve_short(text, find_short_citations(text, &context), &here, &before, SPEAKER)
            .into_iter()
            .map(one)
            .collect()
    }

    #[test]
    fn finds_what_short_forms_stand_for() {
        for (text, before, expected) in [
            ("to report on the present resolution", "", "the present resolution=un:ga:res:80/5"),
            ("as decided in paragraph 3 of the present resolution", "", "the present resolution=un:ga:res:80/5#3"),
            ("in accordance with paragraph 3 above", "", "paragraph 3 above=un:ga:res:80/5#3"),
            (
                "Recalling its resolution 78/3, and the annex to that resolution,",
                "",
                "that resolution=un:ga:res:78/3#1 95",
            ),
            ("Noting that resolution,", "resolution 77/18", "that resolution=un:ga:res:77/18 60"),
            ("Recalling all its previous resolutions,", "", "all its previous resolutions=un:ga:res"),
            ("the relevant resolutions of the Security Council,", "", "relevant resolutions=un:sc:res"),
        ] {
            assert_eq!(resolved(text, before), [expected], "{text}");
        }
    }

    #[test]
    fn makes_no_work_of_a_form_without_an_antecedent() {
        assert_eq!(
            resolved("as set out in that resolution,", "the Charter of the United Nations"),
            ["that resolution="]
        );
    }
}

//! The facts that an article states.

use super::super::{CheckReport, ClaimKind, ClaimVerdict};
use super::{Text, report, sample};
use crate::model::{Adoption, AdoptionMethod, Dating, DatingRole, Place};
use crate::text::Span;

fn text() -> Text {
    let mut text = sample();
    let resolution = &mut text.document.resolutions[0];
    resolution.body = Some("oic");
    resolution.organ = Some("cfm");
    resolution.session =
        resolution.session.take().map(|session| crate::model::Session { ordinal: Some(50), ..session });
    let span = Span::new(0, 1);
    resolution.place = Some(Place { name: "Islamabad".to_owned(), country: Some("PAK"), span });
    resolution.dates.push(Dating {
        role: DatingRole::Session,
        iso: "2021-11-29".to_owned(),
        end: Some("2021-12-01".to_owned()),
        span,
        hijri: None,
    });
    text
}

fn claims(article: &str) -> Vec<(ClaimKind, String, ClaimVerdict)> {
    let CheckReport { claims, .. } =
        report(&format!("Council meets\n\nGENEVA, 4 January 2022 (Agency) – {article}"), &[&text()]);
    claims.into_iter().map(|claim| (claim.kind, claim.stated, claim.verdict)).collect()
}

fn one(kind: ClaimKind, stated: &str, verdict: ClaimVerdict) -> (ClaimKind, String, ClaimVerdict) {
    (kind, stated.to_owned(), verdict)
}

use ClaimKind::{Date, Number, Organ, Other, SessionOrdinal, SessionTheme, Title, Vote};
use ClaimVerdict::{Agrees, Altered, Likely, Unchecked};

#[test]
fn holds_what_is_said_of_the_session_against_the_resolution() {
    assert_eq!(
        claims("At the 50th session of the Council of Foreign Ministers, last December in Islamabad, they met."),
        [
            one(SessionOrdinal, "50th session", Agrees),
            one(Organ, "the Council of Foreign Ministers", Agrees),
            one(Date, "last December", Agrees),
            one(ClaimKind::Place, "Islamabad", Agrees),
        ]
    );
    assert_eq!(
        claims("At the forty-ninth session, held in Lahore on 28 November 2021, they met."),
        [
            one(SessionOrdinal, "forty-ninth session", Altered),
            one(ClaimKind::Place, "Lahore", Altered),
            one(Date, "28 November 2021", Altered),
        ]
    );
}

#[test]
fn calls_what_is_inferred_likely() {
    let found = claims("It met at its fiftieth regular session in the capital of Pakistan.");
    assert_eq!(
        found,
        [
            one(SessionOrdinal, "fiftieth regular session", Agrees),
            one(ClaimKind::Place, "the capital of Pakistan", Likely)
        ]
    );
}

#[test]
fn reads_number_title_and_theme() {
    assert_eq!(
        claims(
            "Under the theme «Rivers for Peace and Wealth» it adopted OIC Resolution No. 7/50-pol «On the Waters of the Eastern Basin and Their Fair Use»."
        ),
        [
            one(SessionTheme, "Rivers for Peace and Wealth", Altered),
            one(Number, "7/50-pol", Agrees),
            one(Title, "On the Waters of the Eastern Basin and Their Fair Use", Agrees),
        ]
    );
}

#[test]
fn leaves_unchecked_what_the_text_cannot_show() {
    assert_eq!(
        claims(
            "The body has 57 member states and about 1.7 billion people. Two observers and 5 funds exist. It was founded in May 1969."
        ),
        [
            one(Other, "57 member states", Unchecked),
            one(Other, "1.7 billion people", Unchecked),
            one(Other, "Two observers and 5 funds exist", Unchecked),
            one(Date, "May 1969", Unchecked),
        ]
    );
}

#[test]
fn invents_no_vote() {
    assert_eq!(claims("The text was adopted unanimously."), [one(Vote, "unanimously", Unchecked)]);
    let mut text = text();
    let adoption = Adoption {
        method: AdoptionMethod::RecordedVote,
        yes: Some(13),
        no: Some(0),
        abstain: Some(2),
        names: std::collections::BTreeMap::new(),
        ids: std::collections::BTreeMap::new(),
        span: Span::new(0, 2),
    };
    text.document.resolutions[0].adoption = Some(adoption);
    let verdicts = |article: &str| -> Vec<ClaimVerdict> {
        report(article, &[&text]).claims.iter().map(|claim| claim.verdict).collect()
    };
    assert_eq!(verdicts("It was adopted by 13 votes to none."), [Agrees]);
    assert_eq!(verdicts("It was adopted by 12 votes to none."), [Altered]);
    assert_eq!(verdicts("It was adopted unanimously."), [Altered]);
}

#[test]
fn takes_no_figure_from_symbols_quotations_or_ordinals() {
    assert_eq!(claims("The second largest body cites «57 member states» and Resolution No. 9/51-POL."), []);
}

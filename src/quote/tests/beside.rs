//! Each note, and what governs a quotation.

use super::super::{Carrier, Finding, Note};
use super::{finding, sample};

fn check(article: &str) -> Finding {
    finding(article, &[&sample()])
}

fn notes(article: &str) -> Vec<Note> {
    check(article).also
}

fn carrier(article: &str) -> (Option<String>, Option<String>, Option<i8>) {
    let Carrier { reporting, lead, drift, .. } = check(article).carrier.unwrap();
    (reporting, lead, drift)
}

fn pair(reporting: &str, lead: &str, drift: Option<i8>) -> (Option<String>, Option<String>, Option<i8>) {
    (Some(reporting.to_owned()), Some(lead.to_owned()), drift)
}

#[test]
fn says_that_a_list_goes_on() {
    let finding = check("It confirmed «its firm support for the sovereign rights of riparian States».");
    assert_eq!(finding.also, [Note::Truncated, Note::Preamble]);
    assert_eq!(finding.left_out.unwrap().text, ", the equal use of shared waters, and the protection of wetlands");
}

#[test]
fn says_that_a_qualifier_stands_beside() {
    let finding = check("It called on States «to open the sluices of the eastern dam within thirty days».");
    assert_eq!(finding.also, [Note::Truncated]);
    assert!(finding.left_out.unwrap().text.starts_with(", as appropriate, and to report"));
}

#[test]
fn does_not_take_the_next_act_for_the_same_list() {
    assert_eq!(
        notes(
            "It strongly condemned «the diversion of the northern canal by armed bands that struck during the harvest»."
        ),
        []
    );
    assert_eq!(notes("It spoke of «the Treaty on the Eastern Basin»."), [Note::Preamble]);
}

#[test]
fn gives_both_subjects_of_words_whose_subject_is_outside() {
    let finding =
        check("It was so, since the works planned upstream «do not serve the lasting recovery of the basin».");
    assert_eq!(finding.also, [Note::Reattached]);
    let subjects = finding.subjects.unwrap();
    assert_eq!(
        (subjects.article.text.as_str(), subjects.source.text.as_str()),
        ("the works planned upstream", "such hasty plans")
    );
    assert_eq!(notes("It stressed that such hasty plans «do not serve the lasting recovery of the basin»."), []);
}

#[test]
fn says_that_the_article_names_another_place() {
    let words = "the diversion of the northern canal by armed bands";
    let finding = check(&format!("In paragraph 4 the Council spoke of «{words}»."));
    assert_eq!(finding.also, [Note::Truncated, Note::Moved]);
    assert_eq!(finding.stated.unwrap().text, "paragraph 4");
    assert!(!notes(&format!("In operative paragraph 1 the Council spoke of «{words}».")).contains(&Note::Moved));
    assert!(notes(&format!("In its preamble the Council spoke of «{words}».")).contains(&Note::Moved));
    assert!(notes("It decided «to open the sluices of the eastern dam».").contains(&Note::Moved));
}

#[test]
fn says_that_few_words_are_few() {
    let finding = check("The statement was met with «disapproval» by the Council.");
    assert_eq!(finding.also, [Note::Short]);
    assert_eq!(
        finding.carrier.map(|carrier| (carrier.reporting, carrier.lead)),
        Some((Some("was met with".to_owned()), Some("Expresses disapproval".to_owned())))
    );
}

#[test]
fn measures_the_steps_between_verb_and_lead_phrase() {
    let canal = "the diversion of the northern canal by armed bands that struck during the harvest";
    assert_eq!(
        carrier(&format!("It strongly condemned «{canal}».")),
        pair("strongly condemned", "Strongly condemns", Some(0))
    );
    assert_eq!(carrier(&format!("It deplored «{canal}».")), pair("deplored", "Strongly condemns", Some(-3)));
    assert_eq!(notes(&format!("It deplored «{canal}».")), [Note::Drift]);
    assert_eq!(notes("It confirmed «the protection of wetlands» there."), [Note::Preamble]);
    assert_eq!(
        carrier("It demanded «to report to the Council at its next session» soon."),
        pair("demanded", "Calls upon", Some(3))
    );
}

#[test]
fn says_that_taking_note_is_reported_as_approval() {
    let words = "the report of the Secretary on the state of the dams";
    assert_eq!(notes(&format!("The Council endorsed «{words}».")), [Note::Drift]);
    assert_eq!(notes(&format!("The Council noted «{words}».")), []);
}

#[test]
fn takes_the_act_that_governs_the_words() {
    assert_eq!(
        carrier("It expressed «its sympathy to the farmers and their families».").1.as_deref(),
        Some("expresses its sympathy")
    );
    // A trailing participle is part of what the paragraph's own lead phrase governs.
    assert_eq!(
        carrier("Such hasty plans «do not serve the lasting recovery of the basin».").1.as_deref(),
        Some("Expresses hope")
    );
    // A sub-paragraph is governed by what it hangs on.
    assert_eq!(carrier("It asked «to gather reliable data on the flow».").1.as_deref(), Some("Requests"));
}

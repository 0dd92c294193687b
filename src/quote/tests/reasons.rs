//! Each reason for which a quotation is not compared.

use super::super::{CheckOptions, Compared, Reason, Verdict, check};
use super::{finding, report, resolution, sample};

fn reason(article: &str) -> Option<Reason> {
    let finding = finding(article, &[&sample()]);
    assert!((finding.verdict == Verdict::Unchecked) == finding.reason.is_some());
    finding.reason
}

#[test]
fn does_not_compare_a_persons_words() {
    assert_eq!(reason("“We shall open every dam in the whole valley,” said the minister."), Some(Reason::OtherSpeaker));
    assert_eq!(reason("The Council condemned «the diversion of the northern canal»."), None);
}

#[test]
fn compares_with_a_text_that_has_no_symbol() {
    let text = resolution("", "op Welcomes the restoration of the old ferry;");
    let article = "Resolution No. 9/51-POL welcomed «the restoration of the old ferry».";
    assert_eq!(finding(article, &[&text]).verdict, Verdict::Verbatim);
}

#[test]
fn does_not_compare_few_words_that_stand_in_more_than_one_place() {
    assert_eq!(reason("It spoke of «the northern canal» again."), Some(Reason::TooShort));
    assert_eq!(reason("It spoke of «blue whales» again."), Some(Reason::TooShort));
    assert_eq!(reason("It spoke of «reliable data» again."), None);
}

#[test]
fn does_not_compare_with_a_text_of_another_language() {
    assert_eq!(
        reason("Le Conseil a condamné « la dérivation du canal du nord par des bandes armées pendant la récolte »."),
        Some(Reason::OtherLanguage)
    );
}

#[test]
fn does_not_compare_where_a_copy_is_damaged() {
    let text = resolution("1/1", "op Welcomes the rest\u{FFFD}ration of the old ferry across the upper lake;");
    let article = "It welcomed «the restoration of the old ferry across the upper lake».";
    let finding = finding(article, &[&text]);
    assert_eq!((finding.verdict, finding.reason), (Verdict::Unchecked, Some(Reason::DamagedCopy)));
    assert_eq!(finding.source.unwrap().address, "op1");
}

#[test]
fn says_where_the_work_ends() {
    let text = sample();
    let article = "It condemned «the diversion of the southern canal by armed bands».";
    let read = super::document(crate::model::Kind::Article, article, Vec::new());
    let compared = [Compared { document: &text.document, text: &text.text }];
    let report = check(article, &read, &compared, &CheckOptions::new().with_steps(0));
    assert_eq!(report.quotations[0].reason, Some(Reason::LimitReached));
}

#[test]
fn says_that_there_are_no_quotations_or_that_both_sides_are_one() {
    let text = sample();
    let codes = |article: &str| -> Vec<&str> {
        report(article, &[&text]).diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    };
    assert_eq!(codes("Nothing is quoted here."), ["no-quotations"]);
    assert_eq!(codes(&text.text), ["no-quotations", "same-document"]);
}

#[test]
fn does_bounded_work_on_many_marks() {
    let text = sample();
    for unit in ["«the diversion of the» ", "“", "«»", "\"a b c d e\" ", "«the the the the the the the» "] {
        let article = unit.repeat(10_000);
        let read = super::document(crate::model::Kind::Article, &article, Vec::new());
        let compared = [Compared { document: &text.document, text: &text.text }];
        assert!(check(&article, &read, &compared, &CheckOptions::new()).quotations.len() <= 10_000);
    }
}

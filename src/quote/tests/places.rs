//! Where a quotation stands, where else, and which paragraphs are quoted.

use super::super::{Note, Verdict};
use super::{finding, report, resolution, sample};

#[test]
fn prefers_what_names_a_session_only_where_nothing_else_says_it() {
    let text = sample();
    let article = "It met on the theme «Rivers for Peace and Plenty» this year.";
    let finding = finding(article, &[&text]);
    let source = finding.source.unwrap();
    assert_eq!((finding.verdict, source.address.as_str(), source.again.len()), (Verdict::Verbatim, "theme", 1));
    assert_eq!(finding.also, []);
}

#[test]
fn names_other_places_with_the_same_words() {
    let text = sample();
    let finding = finding("It was asked «to the Council at its next session» and left.", &[&text]);
    assert_eq!(finding.source.unwrap().address, "op5");
    let rivals: Vec<_> = finding.rivals.iter().map(|rival| rival.address.as_str()).collect();
    assert_eq!((rivals, finding.also), (vec!["op6.b"], vec![Note::Rival]));
}

#[test]
fn takes_any_place_of_a_paragraph_that_repeats() {
    let text = resolution(
        "1/1",
        "op Welcomes the work of the ferry board;\nop Recalls the treaty;\nop Welcomes the work of the ferry board;",
    );
    let finding = finding("It welcomed «the work of the ferry board».", &[&text]);
    assert_eq!(finding.also, []);
    assert_eq!(finding.source.unwrap().again.len(), 1);
}

#[test]
fn lists_preambular_and_operative_paragraphs_alone() {
    let text = sample();
    let article = "It recalled «The Treaty on the Eastern Basin», asked «to gather reliable data on the flow», on «Rivers for Peace and Plenty».";
    let coverage = report(article, &[&text]).coverage;
    assert_eq!(coverage.quoted, ["pp1", "op6"]);
    assert_eq!(coverage.unquoted, ["pp2", "pp3", "op1", "op2", "op3", "op4", "op5"]);
    assert_eq!(coverage.key.as_deref(), Some("test:org:res:7/50-POL@en"));
}

#[test]
fn reads_words_through_residue_and_noise() {
    let mut text =
        resolution("1/1", "op Welcomes the work of the A/RES/1/1 2/5 old ferry **board** and \\textbf{its} staff;");
    let start = text.text.find("A/RES").unwrap() as u32;
    text.document.resolutions[0].paragraphs[0].noise.push(crate::text::Span::new(start, start + 14));
    let finding = finding("It welcomed «the work of the old ferry board and its staff».", &[&text]);
    assert_eq!((finding.verdict, finding.edits.len()), (Verdict::Verbatim, 0));
    let printed = finding.source.unwrap().span.of(&text.text).unwrap().to_owned();
    assert!(printed.starts_with("the work") && printed.ends_with("staff"), "{printed}");
}

#[test]
fn reads_arabic_without_its_vowel_marks() {
    let text = resolution("1/1", "op Welcomes تُدِينُ بِشِدَّةٍ أَعْمَالَ الْعُنْفِ في الإقليم;");
    let finding = finding("قال «تدين بشدة أعمال العنف في الاقليم» أمس.", &[&text]);
    assert_eq!(finding.verdict, Verdict::Verbatim);
}

#[test]
fn looks_closely_at_the_right_few_of_many_texts() {
    let rivers = ["Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Ginkgo", "Hazel"];
    let texts: Vec<_> = (0..40)
        .map(|at| {
            let (first, second) = (rivers[at % 8], rivers[at / 8]);
            resolution(
                &format!("{at}/50-POL"),
                &format!("op Welcomes the work of the ferry board on the {first} and {second} rivers in the east;"),
            )
        })
        .collect();
    let texts: Vec<_> = texts.iter().collect();
    let finding = finding("It welcomed «the work of the ferry board on the Cedar and Elder rivers».", &texts);
    assert_eq!(
        (finding.verdict, finding.source.unwrap().resolution.as_str()),
        (Verdict::Verbatim, "test:org:res:34/50-POL")
    );
    assert_eq!(finding.rivals.len(), 8);
    let lost = super::finding("It welcomed «a ban on the hunting of geese in winter».", &texts);
    assert_eq!(lost.verdict, Verdict::NotFound);
}

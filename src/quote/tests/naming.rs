//! Which text the article names for a quotation.

use super::super::{Note, Reason, Verdict};
use super::{finding, resolution, sample};

#[test]
fn finds_words_of_another_text_than_the_one_named() {
    let named = sample();
    let other = resolution("8/50-POL", "op Welcomes the restoration of the old ferry across the upper lake;");
    let article = "According to Resolution No. 7/50-POL, the Council welcomed «the restoration of the old ferry across the upper lake».";
    let finding = finding(article, &[&named, &other]);
    assert_eq!(finding.verdict, Verdict::Misattributed);
    assert_eq!(finding.source.unwrap().resolution, "test:org:res:8/50-POL");
    assert_eq!(finding.named.unwrap().text, "Resolution No. 7/50-POL");
}

#[test]
fn prefers_the_text_that_the_article_names() {
    let this = resolution("2/51-POL", "op Welcomes the work of the old ferry board;");
    let last = resolution("2/50-POL", "op Welcomes the work of the old ferry board;");
    let article = "Resolution No. 2/51-POL welcomed «the work of the old ferry board».";
    let finding = finding(article, &[&last, &this]);
    assert_eq!(finding.source.unwrap().resolution, "test:org:res:2/51-POL");
    assert_eq!(finding.rivals[0].resolution, "test:org:res:2/50-POL");
    assert_eq!(finding.also, [Note::Rival]);
}

#[test]
fn does_not_compare_where_the_text_named_is_not_open() {
    let article = "Resolution No. 9/51-POL condemned «the diversion of rivers that deprived farmers».";
    assert_eq!(finding(article, &[&sample()]).reason, Some(Reason::SourceNotOpen));
    let finding = finding("The Council condemned «the diversion of rivers».", &[]);
    assert_eq!(finding.reason, Some(Reason::SourceNotOpen));
}

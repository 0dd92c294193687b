//! Each verdict, and the edits behind it.

use super::super::{Verdict, Weight};
use super::{edits, expected, finding, report, resolution, sample};

fn check(words: &str) -> (Verdict, Option<Weight>, Vec<(String, String, String)>) {
    let (text, article) = (sample(), format!("The Council spoke of «{words}» at length."));
    let finding = finding(&article, &[&text]);
    let edits = edits(&finding, &article, &text);
    (finding.verdict, finding.weight, edits)
}

#[test]
fn finds_a_contiguous_part_verbatim() {
    assert_eq!(check("the diversion of the northern canal by armed bands"), (Verdict::Verbatim, None, vec![]));
}

#[test]
fn does_not_count_the_first_letter_or_capitals_of_a_title() {
    assert_eq!(check("On the Waters of the Eastern Basin and Their Fair Use"), (Verdict::Verbatim, None, vec![]));
    assert_eq!(check("The diversion of the northern canal"), (Verdict::Verbatim, None, vec![]));
    assert_eq!(check("condemning the diversion of rivers"), (Verdict::Verbatim, None, vec![]));
}

#[test]
fn counts_a_capital_in_the_middle() {
    let edit = expected(&[("case", "states", "States")]);
    assert_eq!(check("its firm support for the sovereign rights of riparian states"), (Verdict::Inflected, None, edit));
}

#[test]
fn finds_words_in_another_form() {
    let edit = expected(&[("inflection", "struck", "struck")]);
    assert_ne!(check("by armed bands that struck during the harvest").2, edit);
    let edit = expected(&[("inflection", "strike", "struck"), ("inflection", "harvests", "harvest")]);
    assert_eq!(check("by armed bands that strike during the harvests"), (Verdict::Inflected, None, edit));
}

#[test]
fn weighs_function_words_apart() {
    let edit = expected(&[("insertion", "the", "")]);
    assert_eq!(
        check("that deprived the farmers of water and has caused losses"),
        (Verdict::Altered, Some(Weight::FunctionWords), edit)
    );
    let edit = expected(&[("deletion", "", "the")]);
    assert_eq!(
        check("diversion of northern canal by armed bands"),
        (Verdict::Altered, Some(Weight::FunctionWords), edit)
    );
}

#[test]
fn finds_words_put_in_left_out_and_replaced() {
    let edit = expected(&[("insertion", "violent", "")]);
    assert_eq!(check("the violent diversion of the northern canal by armed bands"), (Verdict::Altered, None, edit));
    let edit = expected(&[("deletion", "", "armed")]);
    assert_eq!(check("the diversion of the northern canal by bands that struck"), (Verdict::Altered, None, edit));
    let edit = expected(&[("substitution", "southern", "northern")]);
    assert_eq!(check("the diversion of the southern canal by armed bands"), (Verdict::Altered, None, edit));
}

#[test]
fn finds_a_word_replaced_at_either_end() {
    let edit = expected(&[("substitution", "villagers", "villages")]);
    assert_eq!(check("caused losses to families and whole villagers"), (Verdict::Altered, None, edit));
    let edit = expected(&[("substitution", "Partners", "RIVERS")]);
    assert_eq!(check("Partners for Peace and Plenty"), (Verdict::Altered, None, edit));
}

#[test]
fn does_not_take_a_lead_phrase_for_the_word_it_stands_beside() {
    let edit = expected(&[("insertion", "that", "")]);
    assert_eq!(
        check("that the diversion of rivers that deprived farmers of water"),
        (Verdict::Altered, Some(Weight::FunctionWords), edit)
    );
}

#[test]
fn counts_a_protected_word_in_full() {
    let edit = expected(&[("deletion", "", "not")]);
    assert_eq!(check("such hasty plans do serve the lasting recovery"), (Verdict::Altered, None, edit));
    let edit = expected(&[("substitution", "some", "all")]);
    assert_eq!(check("some parties to open the sluices of the eastern dam").2, expected(&[("insertion", "some", "")]));
    assert_eq!(check("Calls upon some parties to open the sluices"), (Verdict::Altered, None, edit));
    let edit = expected(&[("substitution", "sixty", "thirty")]);
    assert_eq!(check("the sluices of the eastern dam within sixty days"), (Verdict::Altered, None, edit));
}

#[test]
fn allows_and_lists_what_the_article_marks() {
    let edit = expected(&[("ellipsis", "[…]", "by armed bands that struck")]);
    assert_eq!(check("the diversion of the northern canal […] during the harvest"), (Verdict::Verbatim, None, edit));
    let edit = expected(&[("insertion", "their", "")]);
    assert_eq!(check("gather reliable data on [their] the flow of every river"), (Verdict::Verbatim, None, edit));
}

#[test]
fn does_not_count_typography() {
    let text = resolution(
        "1/1",
        "op Welcomes the States' co-operation on re-use and the parties' inter-state \"water board\";",
    );
    let article = "It cites “the States’ cooperation on re‑use and the parties’ inter–state 'water board'”.";
    let finding = finding(article, &[&text]);
    assert_eq!(finding.verdict, Verdict::Verbatim);
    let edit = expected(&[("typography", "cooperation", "co-operation")]);
    assert_eq!(edits(&finding, article, &text), edit);
}

#[test]
fn finds_runs_that_are_joined_from_separate_places() {
    let (verdict, weight, _) =
        check("the diversion of rivers that deprived farmers, and calls upon all parties to open the sluices");
    assert_eq!((verdict, weight), (Verdict::Spliced, None));
    // In another order.
    let (verdict, ..) =
        check("expresses its sympathy to the farmers and their families by armed bands that struck during the harvest");
    assert_eq!(verdict, Verdict::Spliced);
    // Over a wide gap without a mark.
    let (verdict, ..) = check("the diversion of the northern canal and expresses its sympathy to the farmers");
    assert_eq!(verdict, Verdict::Spliced);
}

#[test]
fn names_each_place_of_what_is_joined() {
    let (text, article) = (
        sample(),
        "It said «the diversion of rivers that deprived farmers calls upon all parties to open the sluices».",
    );
    let finding = finding(article, &[&text]);
    let parts: Vec<_> =
        finding.parts.iter().map(|part| (part.article.of(article).unwrap(), part.source.address.as_str())).collect();
    assert_eq!(
        parts,
        [
            ("the diversion of rivers that deprived farmers", "pp2"),
            ("calls upon all parties to open the sluices", "op5")
        ]
    );
}

#[test]
fn does_not_find_what_stands_nowhere() {
    let (verdict, _, edits) = check("a complete ban on fishing in the southern lakes until further notice");
    assert_eq!((verdict, edits.len()), (Verdict::NotFound, 0));
    // A few words in common are not enough.
    assert_eq!(
        check("the farmers and their families shall receive grants from the general budget").0,
        Verdict::NotFound
    );
}

#[test]
fn counts_verdicts() {
    let article = "It condemned «the diversion of the northern canal by armed bands» and «the diversion of the southern canal by armed bands» as «plots of nameless lords from afar».";
    let summary = report(article, &[&sample()]).summary;
    assert_eq!((summary.verbatim, summary.altered, summary.not_found), (1, 1, 1));
    assert_eq!(serde_json::to_string(&summary).unwrap(), r#"{"verbatim":1,"altered":1,"not-found":1}"#);
}

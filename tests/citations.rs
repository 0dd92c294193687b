//! Every form of citation by example: `tests/citations/forms.tsv` holds texts written for this test, what
//! they cite, where in it, and how sure that is; `stance.tsv` what paragraphs say of what they cite.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::{BTreeMap, BTreeSet};

use whereas::extract::{Context, find_citations, find_short_citations};
use whereas::lexicon::Language;
use whereas::model::{Citation, Stance};
use whereas::resolve::{Speaker, resolve_short};
use whereas::{ParseOptions, parse};

const FORMS: &str = include_str!("citations/forms.tsv");
const STANCES: &str = include_str!("citations/stance.tsv");

/// The forms of the catalogue, by the ids it gives them; a form of one language or one alphabet stands in that
/// alone.
const CATALOGUE: [(&str, usize); 47] = [
    ("ga_new", 2),
    ("ga_old", 2),
    ("ga_special_old", 2),
    ("ga_special_new", 2),
    ("ga_symbol", 2),
    ("ga_decision", 2),
    ("sc_prose", 2),
    ("sc_symbol", 2),
    ("sc_prst", 2),
    ("ecosoc_new", 2),
    ("ecosoc_old", 2),
    ("hrc", 2),
    ("chr", 2),
    ("escap", 2),
    ("fao", 2),
    ("oic_item_new", 2),
    ("oic_item_old", 2),
    ("oic_item_summit", 2),
    ("oic_item_ex", 2),
    ("oic_item_ar", 1),
    ("oic_doc", 2),
    ("oic_subres", 2),
    ("ep_ta", 2),
    ("ep_proc", 2),
    ("ep_motion", 2),
    ("ep_prose", 2),
    ("au_assembly", 2),
    ("au_exec", 2),
    ("las", 1),
    ("pace", 2),
    ("oas", 2),
    ("aipa", 1),
    ("apa", 1),
    ("pinpoint_op", 2),
    ("pinpoint_pp", 2),
    ("pinpoint_section", 2),
    ("pinpoint_annex", 2),
    ("internal", 2),
    ("anaphora", 2),
    ("decision_of_others", 2),
    ("charter_art", 2),
    ("treaty_series", 2),
    ("fr_date", 1),
    ("es_date", 1),
    ("ru_date", 1),
    ("ar_date", 1),
    ("zh_date", 1),
];

fn language(code: &str) -> Language {
    Language::from_code(code).unwrap()
}

/// What a text cites, as the table writes it.
fn cited(code: &str, organ: &str, text: &str, dated: bool) -> String {
    let (body, organ) = organ.split_once(':').unwrap_or((organ, ""));
    let context = Context::new(language(code)).with_organ(body, organ);
    let mut found = find_citations(text, &context);
    let speaker = Speaker { id: Some("self"), body: Some(body), organ: Some(organ) };
    found.extend(resolve_short(text, find_short_citations(text, &context), &found, &[], speaker));
    found.sort_by_key(|citation| citation.span);
    let one = |citation: Citation| {
        assert_eq!(citation.span.of(text), Some(citation.text.as_str()), "{text}");
        let set = citation.set.map(|set| format!("{{{set}}}"));
        let target = citation.target.or(set).unwrap_or_else(|| "?".to_owned());
        let place = citation
            .pinpoint
            .map(|place| format!("#{} {}..{}", format!("{:?}", place.part).to_lowercase(), place.from, place.to));
        let sure = citation.confidence.map(|sure| format!(" {sure}")).unwrap_or_default();
        let date = citation.date.filter(|_| dated).map(|date| format!(" ({date})")).unwrap_or_default();
        format!("{}={target}{}{sure}{date}", citation.text, place.unwrap_or_default())
    };
    found.into_iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn reads_every_form_as_its_case_says() {
    let mut wrong = Vec::new();
    for line in FORMS.lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        assert_eq!(row.len(), 5, "{line}");
        let dated = row[0].ends_with("_date") || row[0] == "bad_number";
        let found = cited(row[1], row[2], row[3], dated);
        if found != row[4] {
            wrong.push(format!("{}: {}\n  found    {found}\n  expected {}", row[0], row[3], row[4]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn has_cases_of_every_form_of_the_catalogue_in_two_languages_where_it_exists() {
    let mut cases: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in FORMS.lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        cases.entry(row[0]).or_default().insert(row[1]);
    }
    let short: Vec<&str> = CATALOGUE
        .iter()
        .filter(|(form, languages)| cases.get(form).map_or(0, BTreeSet::len) < *languages)
        .map(|(form, _)| *form)
        .collect();
    assert!(short.is_empty(), "too few languages: {short:?}");
}

#[test]
fn says_what_is_thought_of_a_work_only_where_it_is_the_object() {
    let mut wrong = Vec::new();
    for line in STANCES.lines().skip(1) {
        let row: Vec<&str> = line.split('\t').collect();
        assert_eq!(row.len(), 5, "{line}");
        let [code, text, words, stance, under] = row[..] else { panic!("{line}") };
        let subject = match code {
            "fr" => "L’Assemblée générale,",
            "es" => "La Asamblea General,",
            "ru" => "Генеральная Ассамблея,",
            "ar" => "إن الجمعية العامة،\n\nإذ تسترشد بميثاق الأمم المتحدة،",
            "zh" => "大会，",
            _ => "The General Assembly,",
        };
        let document = parse(&format!("{subject}\n\n{text}\n"), &ParseOptions::new().with_language(code));
        let citations =
            document.resolutions.first().map(|resolution| resolution.citations.as_slice()).unwrap_or_default();
        let Some(citation) = citations.iter().find(|citation| citation.text == words) else {
            wrong.push(format!("{text}\n  does not cite {words}"));
            continue;
        };
        let found = match citation.stance {
            Some(Stance::Positive) => "positive",
            Some(Stance::Negative) => "negative",
            Some(Stance::Neutral) => "neutral",
            None => "null",
        };
        let governing = citation.under.as_deref().unwrap_or("");
        if (found, governing) != (stance, under) {
            wrong.push(format!("{text}\n  found    {found} under “{governing}”\n  expected {stance} under “{under}”"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

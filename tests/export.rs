//! The forms that resolutions are written in, each whole, for texts written for the tests.

#![allow(clippy::unwrap_used, reason = "a test that stops here has failed")]

use whereas::export::{ExportFormat, write};
use whereas::model::{Document, Resolution};
use whereas::{Library, ParseOptions, parse};

const LIGHTHOUSES: &str = "\
General Assembly
A/RES/99/7

Resolution adopted by the General Assembly on 3 December 2044

99/7. Protection of lighthouses & <b>beacons</b>

The General Assembly,

Recalling its resolution 98/12 of 4 December 2043 on the safety of navigation,

1. Calls upon all States:

(a) To repair the lighthouses on their coasts, \"whole\", before 2046;

2. Requests the Secretary-General to submit a report at its hundredth session.
";

const OIC: &str = include_str!("../www/example/resolution.txt");

fn read(text: &str) -> Document {
    parse(text, &ParseOptions::new())
}

fn written(text: &str, format: ExportFormat, at: Option<&str>) -> String {
    let document = read(text);
    let resolutions: Vec<&Resolution> = document.resolutions.iter().collect();
    assert_eq!(resolutions.len(), 1);
    write(&resolutions, format, at).unwrap()
}

#[test]
fn a_resolution_of_the_general_assembly_is_cited_by_organ_number_and_date() {
    let cite = |at| written(LIGHTHOUSES, ExportFormat::Citation, at);
    assert_eq!(cite(None), "General Assembly resolution 99/7 of 3 December 2044.\n");
    assert_eq!(cite(Some("op1.a")), "General Assembly resolution 99/7 of 3 December 2044, para. 1 (a).\n");
    assert_eq!(cite(Some("pp1")), "General Assembly resolution 99/7 of 3 December 2044, preambular para. 1.\n");
}

#[test]
fn a_resolution_of_another_organisation_is_cited_with_its_title_and_place() {
    assert_eq!(
        written(OIC, ExportFormat::Citation, Some("op2")),
        "Organization of Islamic Cooperation, Council of Foreign Ministers, resolution 50/48-POL, “ON SOLIDARITY WITH \
         THE REPUBLIC OF KAZAKHSTAN IN THE FACE OF TERRORISM”, Islamabad, 22–23 March 2022, para. 2.\n"
    );
}

#[test]
fn a_french_edition_is_cited_in_french() {
    let text = "Assemblée générale\nA/RES/99/7\n\nRésolution adoptée par l’Assemblée générale le 1er décembre 2044\n\n\
                99/7. Protection des phares\n\nL’Assemblée générale,\n\n1. Prie tous les États de réparer les phares.\n";
    assert_eq!(
        written(text, ExportFormat::Citation, Some("op1")),
        "résolution 99/7 de l’Assemblée générale en date du 1er décembre 2044, par. 1.\n"
    );
}

#[test]
fn a_table_has_a_row_for_each_paragraph() {
    let table = written(LIGHTHOUSES, ExportFormat::Csv, None);
    let rows: Vec<&str> = table.split_terminator("\r\n").collect();
    assert_eq!(
        rows.first().copied(),
        Some("key,symbol,date,address,zone,number,depth,lead,concept,family,ladder,force,addressees,deadlines,text")
    );
    let of = |address: &str| {
        let found = rows.iter().find(|row| row.contains(&format!(",{address},")));
        found.map(|row| (*row).to_owned()).unwrap_or_default()
    };
    assert_eq!(
        of("op1.a"),
        "un:ga:res:99/7@en,A/RES/99/7,2044-12-03,op1.a,operative,a,1,,,,,,,,\"To repair the lighthouses on their \
         coasts, \"\"whole\"\", before 2046;\""
    );
    assert!(
        of("op2")
            .starts_with("un:ga:res:99/7@en,A/RES/99/7,2044-12-03,op2,operative,2,0,Requests,request,direct,direct,")
    );
    assert!(of("op2").contains(",Secretary-General,"));
}

#[test]
fn markdown_holds_the_paragraphs_with_their_labels_and_no_markup_of_the_text() {
    let text = written(LIGHTHOUSES, ExportFormat::Markdown, None);
    assert_eq!(
        text,
        "# Protection of lighthouses \\& \\<b\\>beacons\\</b\\>\n\n\
         A/RES/99/7 · United Nations, General Assembly · 2044-12-03\n\n\
         The General Assembly,\n\n\
         *Recalling* its resolution 98/12 of 4 December 2043 on the safety of navigation,\n\n\
         1\\. *Calls upon* all States:\n\n\
         (a) To repair the lighthouses on their coasts, \"whole\", before 2046;\n\n\
         2\\. *Requests* the Secretary-General to submit a report at its hundredth session.\n"
    );
    assert_eq!(
        written(LIGHTHOUSES, ExportFormat::Markdown, Some("op2")),
        "2\\. *Requests* the Secretary-General to submit a report at its hundredth session.\n\n\
         (General Assembly resolution 99/7 of 3 December 2044, para. 2.)\n"
    );
}

#[test]
fn a_page_has_an_id_for_each_paragraph_and_the_text_as_text() {
    let page = written(LIGHTHOUSES, ExportFormat::Html, None);
    assert_eq!(
        page,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>A/RES/99/7</title>\n</head>\n\
         <body>\n<article lang=\"en\" data-key=\"un:ga:res:99/7@en\">\n<header>\n\
         <h1>Protection of lighthouses &amp; &lt;b&gt;beacons&lt;/b&gt;</h1>\n\
         <p>General Assembly resolution 99/7 of 3 December 2044.</p>\n</header>\n\
         <p id=\"enacting\">The General Assembly,</p>\n\
         <section class=\"preamble\">\n\
         <p id=\"pp1\"><i>Recalling</i> its resolution 98/12 of 4 December 2043 on the safety of navigation,</p>\n\
         </section>\n<section class=\"operative\">\n\
         <p id=\"op1\"><span class=\"number\">1.</span> <i>Calls upon</i> all States:</p>\n\
         <p id=\"op1.a\" class=\"depth-1\"><span class=\"number\">(a)</span> To repair the lighthouses on their coasts, \
         &quot;whole&quot;, before 2046;</p>\n\
         <p id=\"op2\"><span class=\"number\">2.</span> <i>Requests</i> the Secretary-General to submit a report at its \
         hundredth session.</p>\n\
         </section>\n</article>\n</body>\n</html>\n"
    );
}

#[test]
fn references_for_programs_say_the_same() {
    assert_eq!(
        written(LIGHTHOUSES, ExportFormat::Bibtex, Some("op2")),
        "@misc{un-ga-res-99-7-en,\n  author = {{United Nations, General Assembly}},\n  \
         title = {{Protection of lighthouses \\& <b>beacons</b>}},\n  type = {Resolution},\n  number = {A/RES/99/7},\n  \
         date = {2044-12-03},\n  year = {2044},\n  langid = {english},\n  note = {para. 2}\n}\n"
    );
    let csl: serde_json::Value = serde_json::from_str(&written(OIC, ExportFormat::Csl, Some("op2"))).unwrap();
    assert_eq!(
        csl,
        serde_json::json!([{
            "id": "oic-cfm-res-50-48-POL-en",
            "type": "legislation",
            "title": "ON SOLIDARITY WITH THE REPUBLIC OF KAZAKHSTAN IN THE FACE OF TERRORISM",
            "authority": "Organization of Islamic Cooperation, Council of Foreign Ministers",
            "number": "50/48-POL",
            "section": "para. 2",
            "chapter-number": "48",
            "event-place": "Islamabad",
            "issued": { "date-parts": [[2022, 3, 22], [2022, 3, 23]] },
            "language": "en"
        }])
    );
}

#[test]
fn json_for_linked_data_names_the_parts() {
    let value: serde_json::Value = serde_json::from_str(&written(LIGHTHOUSES, ExportFormat::JsonLd, None)).unwrap();
    assert_eq!(value["@type"], "Legislation");
    assert_eq!(value["legislationIdentifier"], "A/RES/99/7");
    assert_eq!(value["legislationPassedBy"]["name"], "United Nations, General Assembly");
    let parts: Vec<&str> = value["hasPart"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["legislationIdentifier"].as_str().unwrap())
        .collect();
    assert_eq!(parts, ["pp1", "op1", "op1.a", "op2"]);
}

#[test]
fn what_can_not_be_written_is_refused_by_name() {
    let mut library = Library::new();
    let note = library.add("Nothing of note.", &ParseOptions::new()).unwrap().keys;
    let key = note[0].as_str();
    assert_eq!(library.export(&[key], ExportFormat::Csv, None).unwrap_err().code(), "nothing-to-export");
    let resolution = library.add(LIGHTHOUSES, &ParseOptions::new()).unwrap().keys;
    let key = resolution[0].as_str();
    assert_eq!(library.export(&[key], ExportFormat::Csv, Some("op9")).unwrap_err().code(), "unknown-address");
    assert_eq!(library.export(&["un:x"], ExportFormat::Csv, None).unwrap_err().code(), "unknown-key");
    assert_eq!(ExportFormat::from_name("docx").unwrap_err().code(), "bad-option");
    for format in ExportFormat::ALL {
        assert_eq!(ExportFormat::from_name(format.name()), Ok(format));
        assert!(library.export(&[], format, None).is_ok(), "no text is no fault in {format:?}");
    }
}

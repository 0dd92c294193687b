//! The check on texts written for these tests, in the form of a real body's.

mod beside;
mod claims;
mod naming;
mod places;
mod reasons;
mod verdicts;

use super::{CheckOptions, CheckReport, Compared, Finding, check};
use crate::lexicon::{Language, LeadFinder, LeadZone};
use crate::model::{Act, Document, Edition, Format, Kind, Lead, Paragraph, Resolution, SCHEMA, Session, Source, Zone};
use crate::text::Span;

/// A resolution with its text, read by the simplest rules: a line is a paragraph.
pub(super) struct Text {
    pub text: String,
    pub document: Document,
}

/// One line each: `title …`, `theme …`, `enacting …`, `pp …`, `op …`, `sub op2.a …`. The symbol
/// stands first. A second act is marked by `|` before it.
pub(super) fn resolution(symbol: &str, lines: &str) -> Text {
    let mut text = String::new();
    let mut paragraphs = Vec::new();
    let (mut pp, mut op) = (0, 0);
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (kind, words) = line.split_once(' ').unwrap();
        let (zone, address, number, words) = match kind {
            "pp" => {
                pp += 1;
                (Zone::Preamble, format!("pp{pp}"), None, words)
            }
            "op" => {
                op += 1;
                (Zone::Operative, format!("op{op}"), Some(op.to_string()), words)
            }
            "sub" => {
                let (address, words) = words.split_once(' ').unwrap();
                (Zone::Operative, address.to_owned(), address.rsplit('.').next().map(str::to_owned), words)
            }
            "title" => (Zone::Title, kind.to_owned(), None, words),
            "theme" => (Zone::Theme, kind.to_owned(), None, words),
            "enacting" => (Zone::Enacting, kind.to_owned(), None, words),
            other => panic!("no such line: {other}"),
        };
        paragraphs.push(paragraph(&mut text, zone, address, number, words));
        text.push('\n');
    }
    let find = |zone: Zone| paragraphs.iter().find(|paragraph: &&Paragraph| paragraph.zone == zone);
    let title = find(Zone::Title).map(|paragraph| paragraph.text.clone());
    let session = find(Zone::Theme).map(|paragraph| Session {
        ordinal: None,
        theme: Some(paragraph.text.clone()),
        span: paragraph.span,
    });
    let id = if symbol.is_empty() { "text:1".to_owned() } else { format!("test:org:res:{symbol}") };
    let resolution = Resolution {
        key: format!("{id}@en"),
        id,
        symbol: Some(symbol.to_owned()).filter(|symbol| !symbol.is_empty()),
        heading: None,
        container: None,
        body: None,
        organ: None,
        title,
        span: Span::at(0, text.len()),
        edition: Edition { language: "en", version: None, status: "adopted" },
        session,
        place: None,
        dates: Vec::new(),
        adoption: None,
        meeting: None,
        sponsors: Vec::new(),
        reservations: Vec::new(),
        paragraphs,
        citations: Vec::new(),
    };
    let document = document(Kind::Resolution, &text, vec![resolution]);
    Text { text, document }
}

fn paragraph(text: &mut String, zone: Zone, address: String, number: Option<String>, words: &str) -> Paragraph {
    let start = text.len();
    if let Some(number) = &number {
        text.push_str(number);
        text.push_str(". ");
    }
    let lead_zone = if zone == Zone::Preamble { LeadZone::Preambular } else { LeadZone::Operative };
    let mut acts: Vec<Act> = Vec::new();
    for (at, part) in words.split('|').enumerate() {
        let place = text.len();
        text.push_str(part);
        let found = LeadFinder::new().find(part, Language::En, lead_zone);
        let found = found.or_else(|| LeadFinder::new().find(part, Language::En, LeadZone::Preambular));
        let sentence = matches!(zone, Zone::Preamble | Zone::Operative) && (at > 0 || !address.contains('.'));
        if let Some(found) = found.filter(|_| sentence) {
            let concept = found.concept;
            let lead = Lead {
                text: part.get(..found.len).unwrap().to_owned(),
                span: Span::at(place, place + found.len),
                concept: concept.map(|concept| concept.id),
                family: concept.map(|concept| concept.family),
                ladder: concept.and_then(|concept| concept.ladder),
                polarity: concept.map_or(0, |concept| concept.polarity),
                force: concept.and_then(|concept| concept.force),
                scale: "whereas-1",
                neutral: None,
            };
            acts.push(Act { lead, addressees: Vec::new(), object: Vec::new(), deadline: None, report: None });
        }
    }
    let lead = acts.first().map(|act| act.lead.clone());
    let parent = address.rsplit_once('.').map(|(parent, _)| parent.to_owned());
    let depth = address.matches('.').count() as u8;
    let span = Span::at(start, text.len());
    Paragraph {
        address,
        zone,
        number,
        depth,
        parent,
        span,
        text: words.replace('|', ""),
        noise: Vec::new(),
        lead,
        acts,
        actors: Vec::new(),
    }
}

fn document(kind: Kind, text: &str, resolutions: Vec<Resolution>) -> Document {
    Document {
        schema: SCHEMA,
        kind,
        language: "en",
        source: Source {
            format: Format::Text,
            length: text.len() as u32,
            name: None,
            url: None,
            retrieved: None,
            sha256: format!("{:064}", text.len()),
        },
        resolutions,
        article: None,
        diagnostics: Vec::new(),
    }
}

/// The report on an article.
pub(super) fn report(article: &str, texts: &[&Text]) -> CheckReport {
    let mut read = document(Kind::Article, article, Vec::new());
    read.article = Some(crate::article::read(article, Language::En).0);
    let compared: Vec<Compared> =
        texts.iter().map(|text| Compared { document: &text.document, text: &text.text }).collect();
    check(article, &read, &compared, &CheckOptions::new())
}

/// The only finding on an article with one quotation.
pub(super) fn finding(article: &str, texts: &[&Text]) -> Finding {
    let mut findings = report(article, texts).quotations;
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings.remove(0)
}

/// Class and words on both sides of every edit.
pub(super) fn edits(finding: &Finding, article: &str, text: &Text) -> Vec<(String, String, String)> {
    let class = |edit: &super::Edit| serde_json::to_value(edit.class).unwrap().as_str().unwrap().to_owned();
    let words = |edit: &super::Edit| {
        (edit.article.of(article).unwrap().to_owned(), edit.source.of(&text.text).unwrap().to_owned())
    };
    finding.edits.iter().map(|edit| (class(edit), words(edit).0, words(edit).1)).collect()
}

/// The same as [`edits`] gives, from literals.
pub(super) fn expected(list: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    list.iter().map(|(class, one, other)| ((*class).to_owned(), (*one).to_owned(), (*other).to_owned())).collect()
}

/// A resolution to quote from.
pub(super) fn sample() -> Text {
    resolution(
        "7/50-POL",
        "title ON THE WATERS OF THE EASTERN BASIN AND THEIR FAIR USE
         theme RIVERS FOR PEACE AND PLENTY
         enacting The Fiftieth Session of the Council of Water Ministers (Session of Rivers for Peace and Plenty),
         pp Recalling the Treaty on the Eastern Basin, which obliges its parties to share data,
         pp Condemning the diversion of rivers that deprived farmers of water and has caused losses to families and whole villages,
         pp Reaffirming its firm support for the sovereign rights of riparian States, the equal use of shared waters, and the protection of wetlands,
         op Strongly condemns the diversion of the northern canal by armed bands that struck during the harvest, and |expresses its sympathy to the farmers and their families;
         op Expresses disapproval of the statement on the northern canal issued by the Coastal Union on 3 May 2020;
         op Expresses hope that the Coastal Union and its partners will reconsider their plans, |stressing that such hasty plans do not serve the lasting recovery of the basin;
         op Takes note of the report of the Secretary on the state of the dams;
         op Calls upon all parties to open the sluices of the eastern dam within thirty days, as appropriate, and to report to the Council at its next session;
         op Requests the Secretary:
         sub op6.a To gather reliable data on the flow of every river in the basin;
         sub op6.b To submit a comprehensive report to the Council at its next session.",
    )
}

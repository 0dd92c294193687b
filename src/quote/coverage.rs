//! Which paragraphs of a resolution are quoted.

use super::report::{Coverage, Finding, SourcePlace, Verdict};
use super::shortlist::MOST_TEXTS;
use super::texts::SourceText;
use crate::model::Zone;
use crate::text::{row_of, sort_by_key};

/// The preambular and operative paragraphs that findings stand in, and the others. Sub-paragraphs
/// count as the paragraph they hang on. The text with the most quotations comes first; the others
/// that are quoted stand under it. Costs the findings times the texts and paragraphs that are quoted.
pub(super) fn find_coverage(texts: &[SourceText], findings: &[Finding]) -> Coverage {
    let mut quoted: Vec<Quoted> = Vec::new();
    for finding in findings {
        if matches!(finding.verdict, Verdict::Unchecked | Verdict::NotFound) {
            continue;
        }
        if let Some(source) = &finding.source
            && let Some(quoted) = quoted_of(&mut quoted, &source.key)
        {
            quoted.count += 1;
        }
        let parts = finding.parts.iter().map(|part| &part.source);
        for place in finding.source.iter().chain(parts) {
            let Some(quoted) = quoted_of(&mut quoted, &place.key) else { continue };
            for address in touched(texts, place) {
                if !quoted.addresses.contains(&address) {
                    quoted.addresses.push(address);
                }
            }
        }
    }
    let mut order: Vec<&SourceText> = texts.iter().collect();
    let find = |text: &SourceText| quoted.iter().find(|quoted| quoted.key == text.resolution.key);
    sort_by_key(&mut order, |text| std::cmp::Reverse(find(text).map_or(0, |quoted| quoted.count)));
    let mut all = order.into_iter().enumerate().filter_map(|(at, text)| {
        let found = find(text);
        // Of many texts none is the one that is meant where nothing was found.
        (found.is_some() || at == 0 && texts.len() <= MOST_TEXTS)
            .then(|| cover(text, found.map_or(&[], |quoted| quoted.addresses.as_slice())))
    });
    let mut coverage = all.next().unwrap_or_default();
    coverage.others = all.collect();
    coverage
}

/// What of one text is quoted.
struct Quoted<'a> {
    key: &'a str,
    /// How often.
    count: u32,
    /// Paragraphs, each once.
    addresses: Vec<&'a str>,
}

/// What is quoted of the text with this key.
fn quoted_of<'r, 'a>(all: &'r mut Vec<Quoted<'a>>, key: &'a str) -> Option<&'r mut Quoted<'a>> {
    row_of(all, |quoted| quoted.key == key, || Quoted { key, count: 0, addresses: Vec::new() })
}

/// Addresses of the paragraphs that a place reaches into, each as the one at its top.
fn touched<'a>(texts: &'a [SourceText], place: &'a SourcePlace) -> Vec<&'a str> {
    let Some(text) = texts.iter().find(|text| text.resolution.key == place.key) else { return Vec::new() };
    let inside = text.paragraphs().filter(|paragraph| paragraph.span.overlaps(place.span));
    inside.map(|paragraph| top_of(&paragraph.address)).chain([top_of(&place.address)]).collect()
}

/// `op7` for `op7.a.ii`; `sec2.op4` for `sec2.op4.b`.
fn top_of(address: &str) -> &str {
    let mut end = 0;
    for part in address.split('.') {
        end += part.len() + usize::from(end > 0);
        if part.starts_with("op") || part.starts_with("pp") {
            break;
        }
    }
    address.get(..end).unwrap_or(address)
}

fn cover(text: &SourceText, quoted: &[&str]) -> Coverage {
    let mut coverage = Coverage { key: Some(text.resolution.key.clone()), ..Coverage::default() };
    for paragraph in text.paragraphs() {
        if paragraph.depth > 0 || !matches!(paragraph.zone, Zone::Preamble | Zone::Operative) {
            continue;
        }
        let list =
            if quoted.contains(&paragraph.address.as_str()) { &mut coverage.quoted } else { &mut coverage.unquoted };
        list.push(paragraph.address.clone());
    }
    coverage
}

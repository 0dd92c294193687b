//! A text that holds many resolutions: its container, its items, and its index against them.

use super::ParseOptions;
use super::masthead::{self, is_symbol_line};
use super::resolution::read_resolution;
use crate::diagnostic::{Diagnostic, Severity};
use crate::extract::Context;
use crate::grammar::{Entry, Flow, Item, read_index};
use crate::lexicon::{Cue, Language, has_cue};
use crate::model::{Container, Resolution};
use crate::text::{sort, sort_by};

/// The line above an index is shorter, in bytes.
const LONGEST_HEAD: usize = 40;

/// Reads every resolution of a volume. What is printed before the first holds for all of them where
/// they say nothing else.
pub(super) fn read_volume(
    source: &str,
    flow: &Flow<'_>,
    items: &[Item],
    language: Language,
    options: &ParseOptions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Resolution> {
    let front = items.first().map_or(0, |item| item.from);
    let index = read_index(flow, front);
    let container = read_container(flow, front, index.first(), language);
    let (session, place) = masthead::find_session(flow, 0..front, &Context::new(language));
    let mut resolutions = Vec::with_capacity(items.len());
    for item in items {
        let Some(mut resolution) = read_resolution(source, flow, *item, language, options, diagnostics) else {
            continue;
        };
        resolution.container = resolution.container.or_else(|| container.clone());
        resolution.session = resolution.session.or_else(|| session.clone());
        resolution.place = resolution.place.or_else(|| place.clone());
        resolutions.push(resolution);
    }
    check_index(flow, &index, &resolutions, diagnostics);
    resolutions
}

/// Symbol and title of the volume: what stands before its index and its first resolution.
fn read_container(flow: &Flow<'_>, front: usize, index: Option<&Entry>, language: Language) -> Option<Container> {
    let end = index.map_or(u32::MAX, |entry| entry.span.start);
    let mut container = Container { symbol: None, title: None };
    for block in flow.blocks.iter().take(front.min(24)).filter(|block| block.span.end <= end) {
        let words = flow.words(block.span);
        if is_symbol_line(words) {
            container.symbol.get_or_insert_with(|| words.to_owned());
        } else if words.contains(char::is_alphabetic) && words.len() < 300 && !heads_index(words, language) {
            let title = container.title.get_or_insert_default();
            if !title.is_empty() {
                title.push(' ');
            }
            // The theme of the session and its place stand behind the title.
            let (words, themed) = words.split_once('(').map_or((words, false), |(before, _)| (before.trim_end(), true));
            title.push_str(words);
            if themed {
                break;
            }
        }
    }
    (container.symbol.is_some() || container.title.is_some()).then_some(container)
}

/// Whether a line says that the index follows, and nothing else.
fn heads_index(words: &str, language: Language) -> bool {
    words.len() < LONGEST_HEAD && has_cue(words, language, Cue::Index)
}

/// Letters and digits alone, in small letters.
fn bare(words: &str) -> String {
    words.chars().filter(|next| next.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How an index may name a resolution: by its number, with the letter of a part and without.
fn numbers_of(symbol: &str) -> [String; 2] {
    let number = symbol.split_once("/RES/").map_or(symbol, |(_, number)| number);
    let whole = number.rsplit_once(' ').filter(|(_, letter)| letter.len() == 1).map_or(number, |(whole, _)| whole);
    [bare(number), bare(whole)]
}

/// A resolution, and how an index may name it.
type Numbered<'a> = ([String; 2], &'a Resolution);

/// Tells of each resolution that no entry of the index names.
fn tell_unlisted(flow: &Flow<'_>, index: &[Entry], numbered: &[Numbered], diagnostics: &mut Vec<Diagnostic>) {
    let mut listed: Vec<String> = index.iter().map(|entry| bare(flow.words(entry.symbol))).collect();
    sort(&mut listed);
    for (numbers, held) in numbered.iter().filter(|_| !listed.is_empty()) {
        if !numbers.iter().any(|number| listed.binary_search(number).is_ok()) {
            let (symbol, title) = (held.symbol.as_deref().unwrap_or(""), held.title.as_deref().unwrap_or(""));
            diagnostics.push(Diagnostic {
                code: "index-item-unlisted",
                severity: Severity::Warning,
                span: held.paragraphs.first().map_or(held.span, |first| first.span),
                message: format!("{symbol} “{title}” is in the volume, but its index does not list it"),
                help: "compare the index with the volume; it may be that of another edition".to_owned(),
            });
        }
    }
}

/// Holds each entry of the index against the resolution it names.
fn check_index(flow: &Flow<'_>, index: &[Entry], resolutions: &[Resolution], diagnostics: &mut Vec<Diagnostic>) {
    let numbered: Vec<Numbered> =
        resolutions.iter().filter_map(|held| Some((numbers_of(held.symbol.as_deref()?), held))).collect();
    tell_unlisted(flow, index, &numbered, diagnostics);
    let mut known: Vec<(String, &Resolution)> =
        numbered.into_iter().flat_map(|(numbers, held)| numbers.map(|number| (number, held))).collect();
    sort_by(&mut known, |left, right| left.0.cmp(&right.0));
    for entry in index {
        let symbol = flow.words(entry.symbol);
        let printed = flow.words(entry.title);
        let wanted = bare(symbol);
        let span = flow.to_source(entry.span);
        let held = known.binary_search_by(|(symbol, _)| symbol.as_str().cmp(&wanted)).ok();
        let Some((_, held)) = held.and_then(|at| known.get(at)) else {
            diagnostics.push(Diagnostic {
                code: "index-item-missing",
                severity: Severity::Warning,
                span,
                message: format!("the index lists {symbol}, which is not in the volume"),
                help: "compare the index with the volume; pages may be missing".to_owned(),
            });
            continue;
        };
        let title = held.title.as_deref().unwrap_or("");
        if !printed.is_empty() && !title.is_empty() && bare(printed) != bare(title) {
            diagnostics.push(Diagnostic {
                code: "index-title-differs",
                severity: Severity::Warning,
                span,
                message: format!("the index calls {symbol} “{printed}”, the resolution is called “{title}”"),
                help: "cite the title that the resolution itself carries".to_owned(),
            });
        }
    }
}

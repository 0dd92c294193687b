//! A check's findings as a page to print, in English, French or Arabic.
//!
//! It says what was compared with what, each finding, what could not be compared and why, and counts. It has no verdict on
//! the article. Ink alone: nothing rests on colour.

use std::borrow::Cow;

use super::findings_words::{Words, words_in};
use super::html::{escape, tongue};
use crate::lexicon::Language;
use crate::quote::{CheckReport, Edit, EditClass, Finding, Note, Verdict};

const STYLE: &str = "body{font:11pt/1.45 serif;max-width:42em;margin:2em auto;padding:0 1em}\
    li{margin:0 0 1em;break-inside:avoid}.label{font-weight:bold}.hash{font:8pt monospace;overflow-wrap:anywhere}\
    q{quotes:none}dt{font-weight:bold}dd{margin:0 0 .4em 1.5em}";

/// Writes the page. `source` gives the text that a key leads to, which the spans of the report point into, in bytes.
///
/// Languages other than French and Arabic get English words. Linear in the findings and the texts that they name.
///
/// # Examples
///
/// ```
/// use whereas::export::write_page;
/// use whereas::lexicon::Language;
/// use whereas::{Library, ParseOptions};
///
/// let mut library = Library::new();
/// library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to remain seized of the matter.\n", &ParseOptions::new()).unwrap();
/// let article = "It decided «to remain seized of the matter».";
/// let report = library.check(article, &[]).unwrap();
/// let page = write_page(&report, article, |key| library.source(key).ok().map(|source| source.text), Language::En);
/// assert!(page.contains("Word for word"));
/// assert!(page.contains("Differences may come from translation, from an earlier draft, or from how this copy was made"));
/// ```
#[must_use]
pub fn write_page<'a>(
    report: &CheckReport,
    article: &str,
    source: impl Fn(&str) -> Option<Cow<'a, str>>,
    language: Language,
) -> String {
    let words = words_in(language);
    let mut out = String::from("<!doctype html>\n");
    super::put(&mut out, format_args!("<html{}>\n<head>\n<meta charset=\"utf-8\">\n", tongue(words.language)));
    super::put(&mut out, format_args!("<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n", words.title));
    compared(&mut out, report, words);
    super::put(&mut out, format_args!("<h2>{}</h2>\n<p>{}</p>\n<ol>\n", words.findings, counts(report, words)));
    for finding in &report.quotations {
        let text = finding.source.as_ref().and_then(|place| source(&place.key));
        one(&mut out, finding, article, text.as_deref().unwrap_or(""), words);
    }
    out.push_str("</ol>\n");
    let unquoted: Vec<String> =
        report.coverage.unquoted.iter().map(|address| escape(&place_in_words(address, words))).collect();
    if !unquoted.is_empty() {
        super::put(&mut out, format_args!("<h2>{}</h2>\n<p>{}</p>\n", words.not_quoted, unquoted.join("; ")));
    }
    super::put(&mut out, format_args!("<p>{}</p>\n</body>\n</html>\n", words.caution));
    out
}

fn compared(out: &mut String, report: &CheckReport, words: &Words) {
    let checked = &report.checked;
    let name = checked.headline.as_ref().or(checked.name.as_ref()).map_or("", String::as_str);
    super::put(out, format_args!("<h1>{}</h1>\n<dl>\n<dt>{}</dt>\n", words.title, words.article));
    let facts = |language: &str, date: Option<&String>| {
        let date = date.map(|date| format!(" · {}", escape(date))).unwrap_or_default();
        format!("{}{date}", escape(language))
    };
    let hash = |hash: &str| format!("<br><span class=\"hash\">SHA-256 {}</span>", escape(hash));
    super::put(
        out,
        format_args!(
            "<dd><bdi>{}</bdi> · {}{}</dd>\n",
            escape(name),
            facts(checked.language, checked.date.as_ref()),
            hash(&checked.sha256)
        ),
    );
    for text in &report.compared {
        super::put(
            out,
            format_args!(
                "<dt><bdi>{}</bdi></dt>\n<dd><bdi>{}</bdi> · {}{}</dd>\n",
                escape(&text.key),
                escape(text.name.as_deref().unwrap_or("")),
                facts(text.language, text.date.as_ref()),
                hash(&text.sha256)
            ),
        );
    }
    out.push_str("</dl>\n");
    let others = report.searched as usize - report.compared.len().min(report.searched as usize);
    if others > 0 {
        super::put(out, format_args!("<p>{}: {}</p>\n", words.searched, report.searched));
    }
}

/// How many findings there are of each verdict.
fn counts(report: &CheckReport, words: &Words) -> String {
    let all = [
        Verdict::Verbatim,
        Verdict::Inflected,
        Verdict::Altered,
        Verdict::Spliced,
        Verdict::Misattributed,
        Verdict::NotFound,
        Verdict::Unchecked,
    ];
    let counted = all.into_iter().filter_map(|verdict| {
        let count = report.quotations.iter().filter(|finding| finding.verdict == verdict).count();
        (count > 0).then(|| format!("{}: {count}", words.verdict(verdict)))
    });
    counted.collect::<Vec<_>>().join(" · ")
}

fn one(out: &mut String, finding: &Finding, article: &str, source: &str, words: &Words) {
    let mut label = words.verdict(finding.verdict).to_owned();
    if let Some(reason) = finding.reason {
        label = format!("{label}: {}", words.reason(reason));
    }
    let notes = finding.also.iter().map(|note| words.note(*note));
    let label = std::iter::once(label.as_str()).chain(notes).collect::<Vec<_>>().join(" · ");
    let place = finding.source.as_ref().map(|place| format!(" · {}", escape(&place_in_words(&place.address, words))));
    let place = place.unwrap_or_default();
    super::put(out, format_args!("<li>\n<p class=\"label\">{}{place}</p>\n<dl>\n", escape(&label)));
    let mut line = |name: &str, text: &str| {
        super::put(out, format_args!("<dt>{name}</dt>\n<dd><bdi>{}</bdi></dd>\n", escape(text)));
    };
    line(words.article, &finding.text);
    if let Some(place) = &finding.source {
        if finding.edits.iter().any(|edit| edit.class != EditClass::Typography) {
            line(words.resolution, &one_line(place.span.of(source).unwrap_or("")));
        }
        line(words.copy, &format!("{} · {}", place.key, place.copy.name.as_deref().unwrap_or("")));
    }
    for edit in &finding.edits {
        if let Some((name, text)) = difference(edit, article, source, words) {
            line(name, &text);
        }
    }
    if let Some(carrier) = &finding.carrier
        && let Some(lead) = &carrier.lead
    {
        line(words.governed, &format!("“{lead}” / “{}”", carrier.reporting.as_deref().unwrap_or("–")));
    }
    if let Some(left_out) = &finding.left_out {
        line(words.note(Note::Truncated), &left_out.text);
    }
    if let Some(subjects) = &finding.subjects {
        line(words.note(Note::Reattached), &format!("“{}” / “{}”", subjects.article.text, subjects.source.text));
    }
    if let Some(named) = finding.named.as_ref().filter(|_| finding.verdict == Verdict::Misattributed) {
        line(words.names, &named.text);
    }
    if let Some(counterpart) = &finding.counterpart {
        let place = &counterpart.source;
        line(words.counterpart, &format!("{} · {}", place.key, place_in_words(&place.address, words)));
    }
    if let Some(version) = &finding.version {
        let here = version.key.clone().unwrap_or_else(|| format!("{} ({})", version.resolution, version.language));
        line(words.compare_with, &here);
    }
    if !finding.rivals.is_empty() {
        let rivals = finding.rivals.iter().map(|place| format!("{} {}", place.key, place.address));
        line(words.note(Note::Rival), &rivals.collect::<Vec<_>>().join("; "));
    }
    if let Some(review) = &finding.review {
        let note = review.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        line(words.decision, &format!("{}{note}", review.decision));
    }
    out.push_str("</dl>\n</li>\n");
}

/// A difference in words; `None` for marks.
fn difference<'w>(edit: &Edit, article: &str, source: &str, words: &'w Words) -> Option<(&'w str, String)> {
    let ours = one_line(edit.article.of(article).unwrap_or(""));
    let theirs = one_line(edit.source.of(source).unwrap_or(""));
    Some(match edit.class {
        EditClass::Typography => return None,
        EditClass::Ellipsis => (words.omission, theirs),
        EditClass::Insertion => (words.only_article, ours),
        EditClass::Deletion => (words.only_resolution, theirs),
        _ => (words.differs, format!("“{ours}” / “{theirs}”")),
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `pp2`, `op3`, `title` as a reader would say it.
fn place_in_words(address: &str, words: &Words) -> String {
    let number = |rest: &str| rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    if let Some(rest) = address.strip_prefix("pp").filter(|rest| number(rest)) {
        return format!("{} {rest}", words.preamble);
    }
    if let Some(rest) = address.strip_prefix("op").filter(|rest| number(rest)) {
        return format!("{} {rest}", words.paragraph);
    }
    match address {
        "title" => words.its_title.to_owned(),
        "theme" => words.its_theme.to_owned(),
        other => other.to_owned(),
    }
}

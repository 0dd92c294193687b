//! Markdown: the title as a heading, what is known of it in one line, the paragraphs.

use super::reference::Reference;
use super::{cut_at_lead, label};
use crate::model::{Paragraph, Resolution, Zone};

/// The resolutions one after another, a rule between.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    let parts: Vec<String> = resolutions.iter().map(|resolution| one(resolution, at)).collect();
    parts.join("\n---\n\n")
}

fn one(resolution: &Resolution, at: Option<&str>) -> String {
    let reference = Reference::new(resolution);
    let mut out = String::new();
    if at.is_none() {
        if let Some(title) = reference.title() {
            super::put(&mut out, format_args!("# {}\n\n", escape(title)));
        }
        let facts: Vec<String> = [
            resolution.symbol.clone(),
            reference.authority(),
            resolution.place.as_ref().map(|place| place.name.clone()),
            reference.date.map(|dating| match &dating.end {
                Some(end) => format!("{} – {end}", dating.iso),
                None => dating.iso.clone(),
            }),
        ]
        .into_iter()
        .flatten()
        .map(|fact| escape(&fact))
        .collect();
        super::put(&mut out, format_args!("{}\n\n", facts.join(" · ")));
    }
    for paragraph in super::paragraphs(resolution, at) {
        out.push_str(&written(paragraph));
        out.push_str("\n\n");
    }
    if at.is_some() {
        super::put(&mut out, format_args!("({})\n", escape(super::citation::write(&[resolution], at).trim_end())));
    }
    out.trim_end().to_owned() + "\n"
}

fn written(paragraph: &Paragraph) -> String {
    if paragraph.zone == Zone::Heading {
        return format!("## {}", escape(&paragraph.text));
    }
    let (lead, rest) = cut_at_lead(paragraph);
    let label = label(paragraph).map(|label| format!("{} ", escape(&label))).unwrap_or_default();
    let lead = if lead.is_empty() { String::new() } else { format!("*{}*", escape(lead)) };
    let words = format!("{lead}{}", escape(rest));
    if label.is_empty() { escape_start(&words) } else { escape_start(&format!("{label}{words}")) }
}

/// Text whose signs Markdown would not take for its own.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' => {
                out.push('\\');
                out.push(sign);
            }
            '\n' | '\r' => out.push(' '),
            sign => out.push(sign),
        }
    }
    out
}

/// A line whose beginning Markdown would not take for a list or a heading.
fn escape_start(line: &str) -> String {
    if line.starts_with(['#', '+', '-', '=', '~']) {
        return format!("\\{line}");
    }
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    match line.strip_suffix(rest) {
        Some(digits) if !digits.is_empty() && rest.starts_with(['.', ')']) => format!("{digits}\\{rest}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_start};

    #[test]
    fn writes_signs_of_markdown_as_text() {
        assert_eq!(escape("a *b* [c](d) <e>"), "a \\*b\\* \\[c\\](d) \\<e\\>");
        assert_eq!(escape_start("1. Calls"), "1\\. Calls");
        assert_eq!(escape_start("- a"), "\\- a");
        assert_eq!(escape_start("2022 was"), "2022 was");
    }
}

//! A page without any styling: an article for each resolution, an id for each paragraph.

use super::reference::Reference;
use super::{cut_at_lead, label};
use crate::model::{Paragraph, Resolution, Zone};

/// One page with all resolutions.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    let first = resolutions.first().map(|resolution| Reference::new(resolution));
    let title = first.as_ref().and_then(|reference| reference.resolution.symbol.as_deref().or(reference.title()));
    let mut out = String::from("<!doctype html>\n");
    let language = resolutions.first().map_or("und", |resolution| resolution.edition.language);
    super::put(&mut out, format_args!("<html{}>\n<head>\n<meta charset=\"utf-8\">\n", tongue(language)));
    super::put(&mut out, format_args!("<title>{}</title>\n</head>\n<body>\n", escape(title.unwrap_or("Resolution"))));
    for (place, resolution) in resolutions.iter().enumerate() {
        // An id may stand once on a page: from the second article on it has the article's number before it.
        let prefix = if place == 0 { String::new() } else { format!("{}-", place + 1) };
        article(&mut out, resolution, at, &prefix);
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn article(out: &mut String, resolution: &Resolution, at: Option<&str>, prefix: &str) {
    let reference = Reference::new(resolution);
    let about = format!(" data-key=\"{}\"", escape(&resolution.key));
    super::put(out, format_args!("<article{}{about}>\n", tongue(resolution.edition.language)));
    out.push_str("<header>\n");
    if let Some(title) = reference.title() {
        super::put(out, format_args!("<h1>{}</h1>\n", escape(title)));
    }
    super::put(
        out,
        format_args!("<p>{}</p>\n</header>\n", escape(super::citation::write(&[resolution], at).trim_end())),
    );
    let mut zone = None;
    for paragraph in super::paragraphs(resolution, at) {
        let part = part_of(paragraph.zone);
        if part != zone {
            if zone.is_some() {
                out.push_str("</section>\n");
            }
            if let Some(part) = part {
                super::put(out, format_args!("<section class=\"{part}\">\n"));
            }
            zone = part;
        }
        out.push_str(&written(paragraph, prefix));
    }
    if zone.is_some() {
        out.push_str("</section>\n");
    }
    out.push_str("</article>\n");
}

/// The part of the article that a zone stands in.
const fn part_of(zone: Zone) -> Option<&'static str> {
    match zone {
        Zone::Preamble => Some("preamble"),
        Zone::Operative | Zone::Continuation | Zone::Heading => Some("operative"),
        Zone::Annex => Some("annex"),
        Zone::Footnote => Some("footnotes"),
        _ => None,
    }
}

fn written(paragraph: &Paragraph, prefix: &str) -> String {
    let id = format!("{prefix}{}", escape(&paragraph.address));
    if paragraph.zone == Zone::Heading {
        return format!("<h2 id=\"{id}\">{}</h2>\n", escape(&paragraph.text));
    }
    let (lead, rest) = cut_at_lead(paragraph);
    let label = label(paragraph).map(|label| format!("<span class=\"number\">{}</span> ", escape(&label)));
    let lead = if lead.is_empty() { String::new() } else { format!("<i>{}</i>", escape(lead)) };
    let depth = if paragraph.depth == 0 { String::new() } else { format!(" class=\"depth-{}\"", paragraph.depth) };
    format!("<p id=\"{id}\"{depth}>{}{lead}{}</p>\n", label.unwrap_or_default(), escape(rest))
}

/// The attributes that say in which language, and in which direction, an element is read.
pub(super) fn tongue(language: &str) -> String {
    match language {
        "und" => String::new(),
        "ar" => " lang=\"ar\" dir=\"rtl\"".to_owned(),
        code => format!(" lang=\"{}\"", escape(code)),
    }
}

/// Text as text, in an element and in an attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn writes_markup_as_text() {
        assert_eq!(escape("<b a='1' c=\"2\">&</b>"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;&lt;/b&gt;");
    }
}

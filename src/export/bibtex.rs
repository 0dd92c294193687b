//! References for `BibTeX` and `biblatex`.

use super::citation::pinpoint;
use super::reference::Reference;
use crate::lexicon::Language;
use crate::model::Resolution;

/// One entry a resolution, a blank line between.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    let entries: Vec<String> = resolutions.iter().map(|resolution| entry(&Reference::new(resolution), at)).collect();
    entries.join("\n")
}

fn entry(reference: &Reference, at: Option<&str>) -> String {
    let resolution = reference.resolution;
    let french = reference.language == Language::Fr;
    let date = reference.date.map(|dating| match &dating.end {
        Some(end) => format!("{}/{end}", dating.iso),
        None => dating.iso.clone(),
    });
    let year = reference.date.and_then(|dating| Reference::parts(&dating.iso)).map(|(year, ..)| year.to_string());
    let note = at.map(|address| pinpoint(address, french));
    let fields = [
        // A second pair of braces keeps the name of an institution in one piece.
        ("author", reference.authority().map(|name| format!("{{{}}}", escape(&name)))),
        ("title", reference.title().map(|title| format!("{{{}}}", escape(title)))),
        ("type", Some(if french { "Résolution" } else { "Resolution" }.to_owned())),
        ("number", resolution.symbol.as_deref().map(escape)),
        ("location", resolution.place.as_ref().map(|place| escape(&place.name))),
        ("date", date),
        ("year", year),
        ("langid", langid(resolution.edition.language).map(str::to_owned)),
        ("note", note.as_deref().map(escape)),
    ];
    let mut entry = format!("@misc{{{}", reference.handle());
    for (name, value) in fields {
        if let Some(value) = value {
            super::put(&mut entry, format_args!(",\n  {name} = {{{value}}}"));
        }
    }
    entry.push_str("\n}\n");
    entry
}

/// The name that `babel` has for a language.
fn langid(code: &str) -> Option<&'static str> {
    Some(match code {
        "en" => "english",
        "fr" => "french",
        "es" => "spanish",
        "ru" => "russian",
        "ar" => "arabic",
        "zh" => "chinese",
        _ => return None,
    })
}

/// Text as TeX reads it back.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                out.push('\\');
                out.push(sign);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            sign if sign.is_control() => out.push(' '),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn writes_signs_of_tex_as_text() {
        assert_eq!(escape(r"P9_TA & 5 % of {a} \input"), r"P9\_TA \& 5 \% of \{a\} \textbackslash{}input");
    }
}

//! JSON for the two forms that have a schema of their own.

/// A string of JSON, quotation marks included. `<` and the line separators are escaped too, so that the
/// text can stand in a script of a page.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '<' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                super::put(&mut out, format_args!("\\u{:04x}", u32::from(sign)));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// An object of the members that there are, a member a line.
pub(super) fn object(members: &[(&str, Option<String>)], indent: &str) -> String {
    let lines: Vec<String> = members
        .iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{indent}  {}: {value}", string(name))))
        .collect();
    format!("{{\n{}\n{indent}}}", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn escapes_what_json_and_a_page_would_misread() {
        assert_eq!(string("a \"b\" \\ \n\u{1}"), r#""a \"b\" \\ \n\u0001""#);
        assert_eq!(string("</script>\u{2028}"), r#""\u003c/script>\u2028""#);
    }
}

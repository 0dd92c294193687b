//! Whether a text is plain or Markdown.

use crate::model::Format;

/// How much of a text is looked at.
const LOOK: usize = 64 << 10;

/// Says whether a text is Markdown (or plain text with a converter's residue of it) or plain.
///
/// It is Markdown from one mark that plain text hardly ever has (`**word**`, `# Heading`,
/// `\mathbf{`, a fence, a link), within the first 64 KiB. Cost is linear in what is looked at.
///
/// # Examples
///
/// ```
/// use whereas::import::find_format;
/// use whereas::model::Format;
///
/// assert_eq!(find_format("- 1 **Strongly condemns** the acts"), Format::Markdown);
/// assert_eq!(find_format("1. Strongly condemns the acts * see below"), Format::Text);
/// ```
#[must_use]
pub fn find_format(text: &str) -> Format {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or(text);
    if start.lines().any(is_marked) { Format::Markdown } else { Format::Text }
}

fn is_marked(line: &str) -> bool {
    let begin = line.trim_start();
    let hashes = begin.bytes().take_while(|&byte| byte == b'#').count();
    let is_heading = (1..=6).contains(&hashes) && begin.as_bytes().get(hashes) == Some(&b' ');
    is_heading
        || begin.starts_with("```")
        || begin.starts_with("> ")
        || begin.starts_with("|--")
        || begin.starts_with("| --")
        || line.contains("\\math")
        || line.contains("\\text")
        || line.contains("](http")
        || has_pair(line, "**")
        || has_pair(line, "__")
}

/// Whether `mark` opens before a word and closes after one.
fn has_pair(line: &str, mark: &str) -> bool {
    let mut rest = line;
    while let Some((_, after)) = rest.split_once(mark) {
        let opens = after.chars().next().is_some_and(char::is_alphanumeric);
        let closes = after.split_once(mark).and_then(|(inside, _)| inside.chars().next_back());
        if opens && closes.is_some_and(|last| !last.is_whitespace()) {
            return true;
        }
        rest = after;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_marks_of_a_converter_for_markdown() {
        for text in ["# Resolution", "**Recalling** its", "\n \\mathbf{ON}\n", "see [it](https://a.b)", "```", "| -- |"]
        {
            assert_eq!(find_format(text), Format::Markdown, "{text}");
        }
    }

    #[test]
    fn takes_stars_and_hashes_of_plain_texts_for_plain() {
        for text in ["", "#1 in the list", "* * *", "2 ** 3", "a note * here", "______", "1. Decides: a*b"] {
            assert_eq!(find_format(text), Format::Text, "{text}");
        }
    }

    #[test]
    fn looks_at_no_more_than_the_start() {
        let mut text = "é".repeat(LOOK);
        text.push_str("\n**Recalls** it");
        assert_eq!(find_format(&text), Format::Text);
    }
}

//! LaTeX: the words of a document, without its commands. A small part of the language is known: what resolutions are
//! set with.

use super::composer::Composer;
use super::html::letters;
use crate::text::write_roman;

/// Commands whose arguments are no words of the text.
const APART: &[&str] = &[
    "label",
    "ref",
    "pageref",
    "cite",
    "usepackage",
    "vspace",
    "hspace",
    "vskip",
    "hskip",
    "includegraphics",
    "pagestyle",
    "thispagestyle",
    "setcounter",
    "setlength",
    "addtolength",
    "addtocounter",
    "bibliography",
    "bibliographystyle",
    "input",
    "include",
    "newcommand",
    "renewcommand",
    "hypersetup",
    "geometry",
    "selectlanguage",
    "fontsize",
    "color",
    "definecolor",
    "index",
    "markboth",
    "markright",
    "pagenumbering",
    "rule",
    "setmainfont",
    "documentclass",
    "def",
];

/// Commands that stand above or between blocks.
const HEADINGS: &[&str] =
    &["section", "subsection", "subsubsection", "chapter", "part", "paragraph", "title", "author", "date", "caption"];

/// How long an argument may be, in bytes; the words of a longer one are read where they stand.
const LONGEST: usize = 4_096;
/// How deep braces are followed.
const DEEPEST: usize = 60;

/// Reads the words of a document. Cost is linear in it.
pub(super) fn read(source: &str) -> String {
    let body = source.split_once("\\begin{document}").map_or(source, |(_, body)| body);
    let body = body.split_once("\\end{document}").map_or(body, |(body, _)| body);
    let mut reader = Reader { composer: Composer::default(), lists: Vec::new(), notes: 0 };
    reader.read(body, 0);
    reader.composer.finish()
}

struct Reader {
    composer: Composer,
    /// For each list that is open, whether it counts, and how far.
    lists: Vec<(bool, u32)>,
    notes: u32,
}

impl Reader {
    fn read(&mut self, source: &str, depth: usize) {
        let mut rest = source;
        while let Some(at) = rest.find(['\\', '%', '{', '}', '~', '`', '\'', '-', '$', '&', '\n']) {
            self.composer.words(rest.get(..at).unwrap_or(""));
            rest = rest.get(at..).unwrap_or("");
            rest = self.read_mark(rest, depth);
        }
        self.composer.words(rest);
    }

    /// Reads what begins with a mark, and gives what follows.
    fn read_mark<'a>(&mut self, rest: &'a str, depth: usize) -> &'a str {
        let fixed = [
            ("\\\\", ""),
            ("---", "—"),
            ("--", "–"),
            ("``", "“"),
            ("''", "”"),
            ("~", "\u{A0}"),
            ("\\&", "&"),
            ("\\%", "%"),
            ("\\$", "$"),
            ("\\#", "#"),
            ("\\_", "_"),
            ("\\{", "{"),
            ("\\}", "}"),
            ("\\,", "\u{A0}"),
            ("\\ ", " "),
            ("\\-", ""),
        ];
        for (mark, words) in fixed {
            if let Some(after) = rest.strip_prefix(mark) {
                if mark == "\\\\" {
                    self.composer.break_line();
                } else {
                    self.composer.words(words);
                }
                return after;
            }
        }
        let mut characters = rest.chars();
        match characters.next() {
            Some('%') => rest.find('\n').and_then(|end| rest.get(end + 1..)).unwrap_or(""),
            Some('\n') => {
                let after = characters.as_str();
                let next = after.trim_start_matches([' ', '\t']);
                if next.starts_with('\n') {
                    self.composer.end_block();
                } else {
                    self.composer.space();
                }
                after
            }
            Some('\\') => self.command(characters.as_str(), depth),
            Some('{' | '}' | '$') => characters.as_str(),
            Some('&') => {
                self.composer.words(" | ");
                characters.as_str()
            }
            Some(other) => {
                self.composer.words(other.encode_utf8(&mut [0; 4]));
                characters.as_str()
            }
            None => "",
        }
    }

    /// Reads a command behind its stroke.
    fn command<'a>(&mut self, rest: &'a str, depth: usize) -> &'a str {
        let end = rest.find(|next: char| !next.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (name, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if name.is_empty() {
            return self.accent(rest);
        }
        let after = after.strip_prefix('*').unwrap_or(after);
        match name {
            "begin" | "end" => {
                let (environment, after) = argument(after).unwrap_or(("", after));
                self.environment(name == "begin", environment);
                skip_options(after)
            }
            "item" => {
                let (given, after) = option(after);
                self.item(given);
                after
            }
            "footnote" => {
                let Some((words, after)) = argument(skip_options(after)) else { return after };
                self.notes += 1;
                let words = if depth < DEEPEST { plain(words, depth + 1) } else { words.to_owned() };
                self.composer.note(&self.notes.to_string(), &words);
                after
            }
            "par" | "newpage" | "clearpage" | "maketitle" | "bigskip" | "medskip" | "smallskip" | "hline" => {
                self.composer.end_block();
                after
            }
            "newline" | "linebreak" => {
                self.composer.break_line();
                after
            }
            _ if APART.contains(&name) => {
                let mut after = skip_options(after);
                while let Some((_, behind)) = argument(after) {
                    after = skip_options(behind);
                }
                after
            }
            _ if HEADINGS.contains(&name) => {
                let Some((words, after)) = argument(skip_options(after)) else { return after };
                self.composer.end_block();
                if depth < DEEPEST {
                    self.read(words, depth + 1);
                }
                self.composer.end_block();
                after
            }
            "ldots" | "dots" => {
                self.composer.words("…");
                after
            }
            "S" => {
                self.composer.words("§");
                after
            }
            "ss" | "ae" | "oe" | "o" | "aa" | "l" => {
                let letter = match name {
                    "ss" => "ß",
                    "ae" => "æ",
                    "oe" => "œ",
                    "o" => "ø",
                    "aa" => "å",
                    _ => "ł",
                };
                self.composer.words(letter);
                after.trim_start_matches(' ')
            }
            // The words of any other command stand in its braces.
            _ => skip_options(after).trim_start_matches(' '),
        }
    }

    /// An accent: `\'e`, `\'{e}`, `\c{c}` is a command.
    fn accent<'a>(&mut self, rest: &'a str) -> &'a str {
        let mut characters = rest.chars();
        let combining = match characters.next() {
            Some('\'') => '\u{301}',
            Some('`') => '\u{300}',
            Some('^') => '\u{302}',
            Some('"') => '\u{308}',
            Some('~') => '\u{303}',
            _ => return characters.as_str(),
        };
        let after = characters.as_str();
        let (letter, after) = match argument(after) {
            Some((letter, after)) => (letter, after),
            None => after.split_at_checked(after.chars().next().map_or(0, char::len_utf8)).unwrap_or(("", after)),
        };
        let letter = letter.trim_start_matches('\\');
        self.composer.words(&compose(letter, combining));
        after
    }

    fn environment(&mut self, begins: bool, name: &str) {
        self.composer.end_block();
        if matches!(name, "enumerate" | "itemize" | "description") {
            if begins {
                self.lists.push((name == "enumerate", 0));
            } else {
                self.lists.pop();
            }
        }
    }

    fn item(&mut self, given: Option<&str>) {
        self.composer.end_block();
        let depth = self.lists.iter().filter(|(counts, _)| *counts).count();
        let label = match (given, self.lists.last_mut()) {
            (Some(given), _) => plain(given, 1),
            (None, Some((true, count))) => {
                *count += 1;
                match depth {
                    1 => format!("{count}."),
                    2 => format!("({})", letters(*count)),
                    _ => format!("({})", write_roman(*count % 1_000).to_lowercase()),
                }
            }
            _ => return,
        };
        self.composer.words(&label);
        self.composer.space();
    }
}

/// The words of an argument in one line.
fn plain(source: &str, depth: usize) -> String {
    let mut reader = Reader { composer: Composer::default(), lists: Vec::new(), notes: 0 };
    reader.read(source, depth);
    reader.composer.finish().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A letter with its accent as one character, where there is one.
fn compose(letter: &str, accent: char) -> String {
    const PLAIN: &str = "aeiouAEIOUnNcy";
    let row = match accent {
        '\u{301}' => "áéíóúÁÉÍÓÚńŃćý",
        '\u{300}' => "àèìòùÀÈÌÒÙǹǸcỳ",
        '\u{302}' => "âêîôûÂÊÎÔÛnNĉŷ",
        '\u{308}' => "äëïöüÄËÏÖÜnNcÿ",
        _ => "ãẽĩõũÃẼĨÕŨñÑcỹ",
    };
    let at = PLAIN.chars().position(|plain| letter.starts_with(plain) && letter.len() == 1);
    at.and_then(|at| row.chars().nth(at)).map_or_else(|| format!("{letter}{accent}"), |letter| letter.to_string())
}

/// The words in the braces that `rest` begins with, and what follows them.
fn argument(rest: &str) -> Option<(&str, &str)> {
    let inside = rest.trim_start().strip_prefix('{')?;
    let mut depth = 1usize;
    let mut escaped = false;
    for (at, byte) in inside.bytes().enumerate().take(LONGEST) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((inside.get(..at)?, inside.get(at + 1..)?));
        }
    }
    None
}

/// What stands in square brackets, and what follows it.
fn option(rest: &str) -> (Option<&str>, &str) {
    let found = rest.trim_start().strip_prefix('[').and_then(|inside| inside.split_once(']'));
    found.map_or((None, rest), |(given, after)| (Some(given), after))
}

fn skip_options(rest: &str) -> &str {
    option(rest).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words_and_numbers_of_a_resolution() {
        let source = "\\documentclass[11pt]{article}\\usepackage{x}\n\\begin{document} % text\n\
            \\section*{80/999. Clean water}\nThe \\emph{General Assembly},\n\n\\textit{Recalling} its \
            decision\\footnote{See A/80/1.} of \\~Nino--5\\%,\n\\begin{enumerate}\n\\item \\textbf{Urges} States:\n\
            \\begin{enumerate}\\item To meet;\\item[(z)] To r\\'esum\\'{e}.\\end{enumerate}\n\\end{enumerate}\n\\end{document} no";
        assert_eq!(
            read(source),
            "80/999. Clean water\n\nThe General Assembly,\n\nRecalling its decision[^1] of Ñino–5%,\n\n1. Urges States:\n\n\
             (a) To meet;\n\n(z) To résumé.\n\n[^1]: See A/80/1.\n"
        );
    }

    #[test]
    fn reads_on_where_braces_do_not_close() {
        assert!(read("\\begin{document}{{{\\textbf{Urges \\footnote{x").contains("Urges"));
        assert!(read(&format!("\\begin{{document}}{}", "\\section{".repeat(5_000))).len() < 100_000);
    }
}

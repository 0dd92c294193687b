//! The cases under `tests/corpus/constructs/`: texts in the real form of each body, and their outlines.

use std::fs;
use std::path::{Path, PathBuf};

use whereas::ParseOptions;

#[allow(dead_code, reason = "each test looks at other parts of a case")]
/// A case of a file: its name, its options, its text and the outline it should have.
pub struct Case {
    pub name: String,
    pub options: ParseOptions,
    pub head: Vec<String>,
    pub input: String,
    pub outline: String,
}

/// The files of cases, in the order of their names.
pub fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/constructs");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The cases of a file.
pub fn read_cases(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).unwrap();
    let mut cases = Vec::new();
    for part in text.split("\n=== ").map(|part| part.trim_start_matches("=== ")).filter(|part| !part.trim().is_empty())
    {
        let (head, rest) =
            part.split_once("--- input\n").unwrap_or_else(|| panic!("no input in {}: {part}", file.display()));
        let (input, outline) = rest.split_once("\n--- outline\n").unwrap_or((rest.trim_end(), ""));
        let mut lines = head.lines();
        let name = lines.next().unwrap().trim().to_owned();
        let head: Vec<String> = lines.map(str::to_owned).collect();
        let mut options = ParseOptions::new();
        for line in &head {
            match line.split_once(": ") {
                Some(("body", body)) => options = options.with_body(body),
                Some(("language", language)) => options = options.with_language(language),
                _ => {}
            }
        }
        cases.push(Case { name, options, head, input: input.to_owned(), outline: outline.trim_end().to_owned() });
    }
    cases
}

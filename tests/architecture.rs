//! Modules look down only: a test over the imports of the sources.

#![allow(clippy::unwrap_used, reason = "a test that stops here has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The levels, lowest first. A module may use every level before its own, and in its own level the names before it.
const LEVELS: &[&[&str]] = &[
    &["text"],
    &["error", "diagnostic", "lexicon", "model"],
    &["import"],
    &["grammar", "extract"],
    &["resolve"],
    &["article"],
    &["index"],
    &["compare", "quote"],
    &["query"],
    &["export"],
    &["parse", "library"],
    &["wasm", "wasm_import", "bin"],
];

/// The ways out: nothing uses them, and the one inside the crate uses what any user of the crate can use.
const OUTER: &[&str] = &["wasm", "wasm_import", "bin"];

#[test]
fn every_module_looks_down_only() {
    let root = Root::read();
    let mut faults = Vec::new();
    // The command line is a crate of its own: the compiler shows it only what is public.
    for (path, module) in sources().into_iter().filter(|(_, module)| module != "bin") {
        let text = fs::read_to_string(&path).unwrap();
        for used in root.modules_used(&text, depth_of(&path)) {
            if used != module && !may_use(&module, &used) {
                faults.push(format!("{} is in `{module}` and uses `{used}`, which is above it", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "move what both need down, or the caller up:\n{}", faults.join("\n"));
}

#[test]
fn every_module_has_a_level() {
    for (path, module) in sources() {
        assert!(place_of(&module).is_some(), "{}: give `{module}` a level in tests/architecture.rs", path.display());
    }
}

#[test]
fn the_bindings_use_what_the_crate_makes_public() {
    let root = Root::read();
    for (path, _) in sources().into_iter().filter(|(_, module)| module == "wasm") {
        let text = fs::read_to_string(&path).unwrap();
        for private in root.modules.iter().filter(|(_, public)| !**public).map(|(name, _)| name) {
            let reaches_in = code_lines(&text).any(|line| line.contains(&format!("crate::{private}::")));
            assert!(!reaches_in, "{} reaches into the private module `{private}`", path.display());
        }
    }
}

#[test]
fn finds_what_a_text_uses() {
    let root = Root {
        modules: [("text", true), ("model", true), ("parse", false), ("error", false)]
            .map(|(name, public)| (name.to_owned(), public))
            .into(),
        exports: [("Error", "error"), ("parse", "parse")]
            .map(|(name, module)| (name.to_owned(), module.to_owned()))
            .into(),
    };
    let used = |text: &str, depth| root.modules_used(text, depth);
    assert_eq!(used("use crate::text::Span;\nuse crate::{Error, model::{self, Lead}};", 2), ["error", "model", "text"]);
    assert_eq!(used("use crate::{\n    model::Lead,\n    text::Span,\n};", 2), ["model", "text"]);
    assert_eq!(used("let document = crate::parse(text);", 2), ["parse"]);
    assert_eq!(used("use super::super::model::Lead;", 2), ["model"]);
    assert!(used("use super::model::Lead;", 2).is_empty());
    assert!(used("// crate::text\n/// [`crate::model`]\n//! crate::parse", 2).is_empty());
}

/// What `lib.rs` declares.
struct Root {
    /// The modules, and whether each is public.
    modules: BTreeMap<String, bool>,
    /// The names that it exports, with their modules.
    exports: BTreeMap<String, String>,
}

impl Root {
    fn read() -> Self {
        let text = fs::read_to_string("src/lib.rs").unwrap();
        let mut root = Self { modules: BTreeMap::new(), exports: BTreeMap::new() };
        for line in code_lines(&text) {
            let (public, rest) = line.strip_prefix("pub ").map_or((false, line), |rest| (true, rest));
            if let Some(name) = rest.strip_prefix("mod ") {
                root.modules.insert(name.trim_end_matches(';').to_owned(), public);
            } else if let Some((module, names)) = rest.strip_prefix("use ").and_then(|path| path.split_once("::")) {
                for name in words(names) {
                    root.exports.insert(name.to_owned(), module.to_owned());
                }
            }
        }
        assert!(root.modules.len() > 3, "src/lib.rs declares its modules a line each");
        root
    }

    /// The modules of the crate that a text names, in order of name.
    fn modules_used(&self, text: &str, depth: usize) -> Vec<String> {
        let code: String = code_lines(text).collect::<Vec<_>>().join("\n");
        let mut used: Vec<String> = Vec::new();
        for root in ["crate::".to_owned(), "super::".repeat(depth)] {
            for (at, _) in code.match_indices(&root) {
                let rest = code.get(at + root.len()..).unwrap_or_default();
                used.extend(first_names(rest).into_iter().filter_map(|name| self.module_of(name)));
            }
        }
        used.sort();
        used.dedup();
        used
    }

    fn module_of(&self, name: &str) -> Option<String> {
        let exported = self.exports.get(name).cloned();
        exported.or_else(|| self.modules.contains_key(name).then(|| name.to_owned()))
    }
}

/// The first name of a path, or of each path in a group.
fn first_names(path: &str) -> Vec<&str> {
    let Some(group) = path.strip_prefix('{') else { return words(path).take(1).collect() };
    let mut names = Vec::new();
    let mut depth = 0;
    let mut is_first = true;
    let mut rest = group;
    while let Some(sign) = rest.chars().next() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_first = true,
            _ if is_first && depth == 0 && is_word(sign) => {
                names.extend(words(rest).next());
                is_first = false;
            }
            _ => {}
        }
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
    names
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign| !is_word(sign)).filter(|word| !word.is_empty())
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// The lines of a text that are no comments, without their indent.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

fn place_of(module: &str) -> Option<(usize, usize)> {
    LEVELS.iter().enumerate().find_map(|(level, names)| {
        let at = names.iter().position(|name| *name == module)?;
        Some((level, at))
    })
}

/// Whether the one may use the other; the outer layers use anything but each other.
fn may_use(module: &str, used: &str) -> bool {
    match (place_of(module), place_of(used)) {
        (Some(own), Some(other)) => other < own && !OUTER.contains(&used),
        _ => false,
    }
}

/// Every source file but `lib.rs`, with the module it belongs to.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    assert!(found.len() > 10, "the sources are in src/");
    found.sort();
    found
        .into_iter()
        .filter(|path| path != Path::new("src/lib.rs"))
        .map(|path| {
            let first = path.components().nth(1).unwrap().as_os_str().to_string_lossy().into_owned();
            (path, first.trim_end_matches(".rs").to_owned())
        })
        .collect()
}

/// How many times a file says `super::` to reach the crate.
fn depth_of(path: &Path) -> usize {
    let folders = path.components().count() - 2;
    if path.ends_with("mod.rs") { folders } else { folders + 1 }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

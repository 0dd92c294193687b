//! What keeps the tree readable: short files, comments on what is public, nothing of one machine.

#![allow(clippy::unwrap_used, reason = "a test that stops here has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// The longest that a source file may be.
const LONGEST: usize = 500;

/// Everything that may lie at the top.
const TOP: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "clippy.toml",
    "package-lock.json",
    "package.json",
    "rustfmt.toml",
    "src",
    "tests",
    "www",
];

/// What is built or installed, and never kept: the lines of `.gitignore` that name a place at the top.
fn ignored() -> Vec<String> {
    let lines = fs::read_to_string(".gitignore").unwrap();
    lines.lines().map(|line| line.trim_start_matches('/').trim_end_matches('/').to_owned()).collect()
}

#[test]
fn the_top_holds_only_what_must_be_there() {
    let ignored = ignored();
    for entry in fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let known = TOP.contains(&name.as_str()) || name.starts_with('.') || ignored.contains(&name);
        assert!(known, "{name} lies at the top; move it to src, www or tests");
    }
}

#[test]
fn no_source_file_is_longer_than_a_reader_can_hold() {
    let long: Vec<String> = sources()
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "past {LONGEST} lines a file is split by concept:\n{}", long.join("\n"));
}

#[test]
fn every_source_file_begins_by_saying_what_it_is() {
    for (path, text) in sources() {
        let opening = match extension(&path) {
            "rs" => "//!",
            "mjs" | "ts" => "/**",
            // Of the modules of the page each export has its comment, which says more.
            _ => continue,
        };
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with(opening), "{} begins with “{first}” and not with {opening}", path.display());
    }
}

/// Who reads a table leaves a line out that lacks a column, and says nothing.
#[test]
fn every_line_of_a_table_has_the_columns_that_its_head_names() {
    let tables = everything().into_iter().filter(|(path, _)| path.starts_with("src") && extension(path) == "tsv");
    let (mut lines, mut faults) = (0, Vec::new());
    for (path, text) in tables {
        let wanted = text.lines().next().map_or(0, |head| head.split('\t').count());
        assert!(wanted > 1, "{} begins with no names of columns", path.display());
        for (number, line) in text.lines().enumerate().skip(1) {
            let found = line.split('\t').count();
            lines += 1;
            if found != wanted {
                faults.push(format!("{}:{}: {found} columns instead of {wanted}", path.display(), number + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(lines > 5000, "the tables are in src");
}

#[test]
fn everything_that_javascript_exports_has_a_comment() {
    let kinds = ["function ", "async function ", "class ", "const ", "let "];
    for (path, text) in sources() {
        if !matches!(extension(&path), "js" | "mjs") {
            continue;
        }
        let mut before = "";
        for line in text.lines() {
            let exported = line.strip_prefix("export ").map(|rest| rest.trim_start_matches("default "));
            if exported.is_some_and(|rest| kinds.iter().any(|kind| rest.starts_with(kind))) {
                assert!(before.trim_end().ends_with("*/"), "{}: “{line}” has no comment", path.display());
            }
            if !line.trim().is_empty() {
                before = line;
            }
        }
    }
}

#[test]
fn text_reaches_the_page_as_text() {
    let markup = ["inner", "outer"].map(|side| format!("{side}HTML")).to_vec();
    let others = ["unsafeHTML", "insertAdjacentHTML", "document.write", "createContextualFragment"].map(str::to_owned);
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("www")) {
        for way in markup.iter().chain(&others) {
            assert!(!text.contains(way.as_str()), "{} uses {way}; set textContent", path.display());
        }
    }
}

#[test]
fn the_declared_types_are_never_any() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path.to_string_lossy().ends_with(".d.ts")) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
        for line in code {
            let words = line.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
            assert!(!words.into_iter().any(|word| word == "any"), "{}: “{}”", path.display(), line.trim());
        }
    }
}

#[test]
fn nothing_is_left_to_do_in_the_sources() {
    let marks =
        ["TO", "FIX", "XX"].into_iter().zip(["DO", "ME", "X"]).map(|(first, second)| format!("{first}{second}"));
    let marks: Vec<String> = marks.collect();
    for (path, text) in sources() {
        for mark in &marks {
            let found = text.lines().find(|line| line.contains(mark.as_str()));
            assert!(found.is_none(), "{}: “{}”", path.display(), found.unwrap_or_default().trim());
        }
    }
}

#[test]
fn nothing_names_a_place_of_one_machine() {
    let homes = ["root", "home", "work", "Users"].map(|folder| format!("/{folder}/"));
    let hosts = [("registry", "npmjs"), ("index", "crates"), ("static", "crates")].map(|(a, b)| format!("{a}.{b}"));
    for (path, text) in everything() {
        for place in homes.iter().chain(&hosts) {
            let found = text.lines().find(|line| line.contains(place.as_str()) && !is_address(line, place));
            assert!(found.is_none(), "{}: “{}”", path.display(), found.unwrap_or_default().trim());
        }
    }
}

/// Whether what looks like a folder is part of a web address.
fn is_address(line: &str, place: &str) -> bool {
    let before = line.split(place).next().unwrap_or_default();
    place.starts_with('/') && before.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("://"))
}

#[test]
fn only_tests_look_at_texts_beside_the_project() {
    let beside = format!("../{}", "shared");
    for (path, text) in everything().into_iter().filter(|(path, _)| !path.starts_with("tests")) {
        assert!(!text.contains(&beside), "{} names {beside}, which is no part of the project", path.display());
    }
}

#[test]
fn the_lock_file_names_no_host_of_packages() {
    let lock = fs::read_to_string("package-lock.json").unwrap();
    assert!(!lock.contains("\"resolved\""), "run npm install with the project's .npmrc");
    assert!(lock.contains("\"integrity\""), "each package has its hash");
}

/// Source files with their texts: Rust, JavaScript, declarations, styles, pages.
fn sources() -> Vec<(PathBuf, String)> {
    let kinds = ["rs", "js", "mjs", "ts", "css", "html"];
    let found: Vec<_> = everything()
        .into_iter()
        .filter(|(path, _)| kinds.contains(&extension(path)) && !path.starts_with("tests/data"))
        .collect();
    assert!(found.len() > 20, "the sources are in src, www and tests");
    found
}

/// Every text file of the project, without what is built.
fn everything() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    for top in TOP {
        collect(Path::new(top), &mut paths);
    }
    collect(Path::new(".ci"), &mut paths);
    paths.sort();
    paths.into_iter().filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?))).collect()
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_file() {
        found.push(path.to_owned());
    } else if path.is_dir() && !ignored().iter().any(|name| path == Path::new(name)) {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), found);
        }
    }
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

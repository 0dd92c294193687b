//! The command line as a script sees it: what it prints, where, and how it ends.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops here has failed")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const RESOLUTION: &str = "A/RES/78/1\n\nThe General Assembly,\n\n1. Condemns the acts of violence in «Almaty»;\n\n2. Decides to remain seized \
                          of the matter.\n";

struct Ended {
    code: i32,
    out: String,
    err: String,
}

fn run(arguments: &[&str], input: &[u8]) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whereas"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that ends before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn file(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn parses_standard_input_and_files() {
    let ended = run(&["parse", "--json", "-"], RESOLUTION.as_bytes());
    let document: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, &document["resolutions"][0]["key"]), (0, &"un:ga:res:78/1@en".into()));
    let outline = run(&["parse", &file("outline.txt", RESOLUTION.as_bytes())], b"");
    assert!(outline.out.contains("op1        Condemns the acts"), "{}", outline.out);
    assert!(!outline.out.contains('\u{1b}'), "colour is for terminals only");
}

#[test]
fn says_what_could_not_be_read_and_goes_on() {
    let (good, bad) = (file("good.txt", RESOLUTION.as_bytes()), file("bad.txt", b"\0\0"));
    let ended = run(&["parse", &bad, "no such file", &good], b"");
    assert_eq!(ended.code, 3);
    assert!(ended.err.contains("binary data") && ended.err.contains("no such file"), "{}", ended.err);
    assert!(ended.out.contains("un:ga:res:78/1@en"));
}

#[test]
fn answers_every_line_in_order_and_ends_with_3_where_one_could_not_be_read() {
    let mut input = String::new();
    for number in 0..500 {
        input.push_str(
            &serde_json::json!({ "id": number, "text": RESOLUTION.replace("78/1", &format!("78/{number}")) })
                .to_string(),
        );
        input.push('\n');
    }
    let good = run(&["parse", "--jsonl"], input.as_bytes());
    assert_eq!(good.code, 0);
    for (number, line) in good.out.lines().enumerate() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!((&line["id"], &line["schema"]), (&number.into(), &"whereas/1".into()));
    }
    let bad = run(
        &["parse", "--jsonl"],
        b"{\"id\":\"a\",\"text\":\"x\"}\nnope\n\n{\"id\":\"c\"}\n\xFF\n{\"id\":\"d\",\"text\":\"\"}\n",
    );
    let lines: Vec<serde_json::Value> = bad.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((bad.code, lines.len()), (3, 5));
    assert_eq!((&lines[0]["id"], &lines[2]["id"], &lines[4]["id"]), (&"a".into(), &"c".into(), &"d".into()));
    for line in [1, 2, 3] {
        assert!(
            lines[line]["error"]["code"].is_string() && lines[line]["error"]["message"].is_string(),
            "{}",
            lines[line]
        );
    }
}

#[test]
fn searches_files_and_prints_the_schema() {
    let path = file("search.txt", RESOLUTION.as_bytes());
    let ended = run(&["search", "condemn violence", &path, "--limit", "1", "--json"], b"");
    let found: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, &found["total"]["value"]), (0, &1.into()));
    let hit = &found["hits"][0];
    assert_eq!(hit["paragraphs"][0]["address"], "op1");
    assert_eq!(hit["paragraphs"][0]["matches"], serde_json::json!([[0, 8], [21, 29]]));
    let shown = run(&["search", "-seized condemns", &path], b"");
    assert_eq!((shown.code, shown.out.lines().next()), (0, Some("0 resolutions")));
}

#[test]
fn ends_with_2_for_what_means_nothing() {
    let path = file("usage.txt", RESOLUTION.as_bytes());
    for arguments in [
        &["search", "\"open", &path, "--strict"][..],
        &["search", "x"],
        &["check", "--fail-on", "badly", &path, &path],
        &["parse", "-", "-"],
        &["nothing"],
    ] {
        let ended = run(arguments, b"");
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.out.is_empty() && !ended.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn ends_with_1_where_a_quotation_is_as_far_as_was_asked() {
    let path = file("check.txt", RESOLUTION.as_bytes());
    let article = "Assembly meets\n\nNEW YORK, 4 May 2021 (Agency) – The Assembly, in resolution 78/1, condemned «the acts of violence against \
                   Almaty» and decided «to remain seized of the matter».";
    let ended = run(&["check", "--json", "-", &path], article.as_bytes());
    let report: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!((ended.code, &report["summary"]["verbatim"]), (1, &1.into()));
    assert_eq!(run(&["check", "--fail-on", "not-found", "-", &path], article.as_bytes()).code, 0);
    let faithful =
        "Assembly meets\n\nNEW YORK, 4 May 2021 (Agency) – The Assembly decided «to remain seized of the matter».";
    assert_eq!(run(&["check", "-", &path], faithful.as_bytes()).code, 0);
    assert_eq!(run(&["check", "-", "no such file"], faithful.as_bytes()).code, 3);
    assert_eq!(run(&["check", &path, &file("article.txt", article.as_bytes())], b"").code, 3);
}

#[test]
fn checks_the_article_of_a_page_and_not_what_stands_around_it() {
    let plain = std::fs::read_to_string("www/example/article.txt").unwrap();
    let mut blocks = plain.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
    let headline = blocks.next().unwrap();
    let body = blocks.map(|block| format!("<p>{}</p>", block.replace('\n', " "))).collect::<Vec<_>>().concat();
    let page = format!(
        "<!doctype html><html lang=en><head><title>News</title></head><body><nav><a href=/>Home</a></nav>\
         <aside><h2>Most read</h2><p>“No ship may carry a piano across the lake”, he said.</p></aside>\
         <main><article><h1>{headline}</h1>{body}</article></main>\
         <footer><p>“All words are ours and may not be printed”</p></footer></body></html>"
    );
    let resolution = "www/example/resolution.txt";
    let of = |name: &str, content: &str| run(&["check", &file(name, content.as_bytes()), resolution], b"").out;
    let found = of("of-a-page.html", &page);
    assert_eq!(found, of("of-a-page.txt", &plain));
    assert_eq!(found.matches("Word for word").count(), 4, "{found}");
    // The spans point into what was read of the page, so that comes with them.
    let written = run(&["check", "--json", &file("of-a-page.html", page.as_bytes()), resolution], b"").out;
    let report: serde_json::Value = serde_json::from_str(&written).unwrap();
    let (text, span) = (&report["checked"]["text"], &report["quotations"][1]["span"]);
    let (start, end) = (span[0].as_u64().unwrap() as usize, span[1].as_u64().unwrap() as usize);
    assert_eq!(text.as_str().unwrap().get(start..end), report["quotations"][1]["text"].as_str());
}

#[test]
fn checks_many_articles_against_the_same_texts() {
    let path = file("against.txt", RESOLUTION.as_bytes());
    let article =
        "Assembly meets\n\nNEW YORK, 4 May 2021 (Agency) – The Assembly decided «to remain seized of the matter».";
    let first = file("first.txt", article.as_bytes());
    let second = file("second.txt", article.replace("remain", "stay").as_bytes());
    let ended = run(&["check", "--csv", &first, &second, "--against", &path], b"");
    let verdicts: Vec<&str> = ended.out.lines().map(|line| line.split(',').nth(3).unwrap()).collect();
    assert_eq!((ended.code, verdicts), (1, vec!["verdict", "verbatim", "altered"]));
    let ended = run(&["check", "--json", &first, "no such file", "--against", &path], b"");
    assert_eq!((ended.code, ended.out.lines().count()), (3, 1));
}

#[test]
fn explains_itself_with_examples() {
    for command in ["parse", "search", "check"] {
        let help = run(&[command, "--help"], b"");
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Examples:") && help.out.contains(&format!("whereas {command}")), "{}", help.out);
    }
    assert!(run(&["--help"], b"").out.contains("Exit codes:"));
}

#[test]
fn takes_forces_from_the_scale_that_is_named() {
    let step = |arguments: &[&str]| {
        let ended = run(arguments, RESOLUTION.as_bytes());
        let document: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
        let paragraphs = document["resolutions"][0]["paragraphs"].as_array().unwrap().clone();
        let lead = paragraphs.iter().find(|paragraph| paragraph["address"] == "op1").unwrap()["lead"].clone();
        (
            lead["scale"].as_str().unwrap().to_owned(),
            lead["force"].as_u64(),
            lead["family"].as_str().unwrap().to_owned(),
        )
    };
    assert_eq!(step(&["parse", "--json"]), ("whereas-1".to_owned(), Some(7), "eval-".to_owned()));
    let gruenberg = step(&["parse", "--json", "--scale", "gruenberg-2009"]);
    assert_eq!(gruenberg, ("gruenberg-2009".to_owned(), Some(4), "eval-".to_owned()));
    let refused = run(&["parse", "--scale", "mine"], RESOLUTION.as_bytes());
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("mine") && refused.err.contains("model-diplomat"), "{}", refused.err);
    let listed = run(&["scales"], b"");
    assert!(listed.out.contains("Justin S. Gruenberg") && listed.out.contains("Model Diplomat"), "{}", listed.out);
    let line = "{\"id\":1,\"text\":\"x\",\"scale\":\"mine\"}\n";
    let ended = run(&["parse", "--jsonl"], line.as_bytes());
    assert_eq!(ended.code, 3);
    assert!(ended.out.contains("\"code\":\"bad-option\""), "{}", ended.out);
}

#[test]
fn writes_resolutions_in_the_form_that_is_named() {
    let cited = run(&["export", "--format", "citation", "--at", "op2"], RESOLUTION.as_bytes());
    assert_eq!((cited.code, cited.out.as_str()), (0, "General Assembly resolution 78/1, para. 2.\n"));
    let one = file("export-one.txt", RESOLUTION.as_bytes());
    let note = file("export-note.txt", b"Nothing of note.");
    let table = run(&["export", "--format", "csv", &one, &note], b"");
    assert_eq!(table.code, 3, "a text without a resolution is told, and the rest is written");
    assert!(table.err.contains("export-note.txt"), "{}", table.err);
    assert_eq!(table.out.matches("\r\nun:ga:res:78/1@en,").count(), 3, "{}", table.out);
    assert_eq!(run(&["export", "--format", "csv", "--at", "op9", &one], b"").code, 3);
    assert_eq!(run(&["export", "--format", "scroll"], b"").code, 2);
}

#[test]
fn builds_packs_and_answers_from_them() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pack");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("texts")).unwrap();
    std::fs::write(folder.join("texts/one.txt"), RESOLUTION).unwrap();
    let second = RESOLUTION.replace("78/1", "78/2").replace("Almaty", "Astana");
    let line = serde_json::json!({ "id": "two", "text": second, "language": "en" });
    std::fs::write(folder.join("texts/two.jsonl"), format!("{line}\nno JSON\n")).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let built = run(&["pack", "build", &path("texts"), "-o", &path("all.whereas")], b"");
    assert_eq!(built.code, 3, "{}", built.err);
    assert!(built.err.contains("two.jsonl, text 2: the line is not JSON"), "{}", built.err);
    assert!(!folder.join("all.whereas.part").exists());

    let found = run(&["search", "--json", "almaty", &path("all.whereas")], b"");
    let found: serde_json::Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!(found["hits"][0]["key"], "un:ga:res:78/1@en");
    let info = run(&["pack", "info", "--json", &path("all.whereas")], b"");
    let info: serde_json::Value = serde_json::from_str(&info.out).unwrap();
    assert_eq!((&info["resolutions"], &info["languages"][0]), (&2.into(), &"en".into()));
    assert_eq!(info["length"], std::fs::metadata(path("all.whereas")).unwrap().len());

    // Split and merged again it is the same file, byte by byte.
    let whole = std::fs::read(path("all.whereas")).unwrap();
    for text in ["one.txt", "two.jsonl"] {
        let name = format!("{text}.whereas");
        run(&["pack", "build", &path(&format!("texts/{text}")), "-o", &path(&name)], b"");
    }
    let parts = [path("one.txt.whereas"), path("two.jsonl.whereas")];
    assert_eq!(run(&["pack", "merge", &parts[0], &parts[1], "-o", &path("merged.whereas")], b"").code, 0);
    assert_eq!(std::fs::read(path("merged.whereas")).unwrap(), whole);
    assert_eq!(run(&["pack", "split", &path("all.whereas"), "--size", "1", "-o", &path("part")], b"").code, 0);
    assert_eq!(std::fs::read(path("part-1.whereas")).unwrap(), whole);

    assert_eq!(run(&["pack", "verify", &path("all.whereas")], b"").code, 0);
    let mut damaged = whole;
    let middle = damaged.len() / 2;
    damaged[middle] ^= 4;
    std::fs::write(path("damaged.whereas"), damaged).unwrap();
    let verified = run(&["pack", "verify", &path("damaged.whereas")], b"");
    assert_eq!(verified.code, 1);
    assert!(verified.err.contains("is not as it was written"), "{}", verified.err);
}

#[test]
fn checks_against_a_pack_and_prints_a_page_with_the_reviewers_decisions() {
    let text = file("decided.txt", RESOLUTION.as_bytes());
    let pack = file("decided.whereas", b"");
    assert_eq!(run(&["pack", "build", &text, "-o", &pack], b"").code, 0);
    let article = file("decided-news.txt", "It decided «to remain seized of this matter».".as_bytes());
    let table = run(&["check", "--csv", &article, &pack], b"");
    assert_eq!(table.code, 1);
    let (head, row) = table.out.split_once("\r\n").unwrap();
    assert!(head.ends_with(",decision,note") && row.ends_with(",,\r\n"), "{}", table.out);
    let filled = format!("{head}\r\n{}set aside,\"a slip, said the desk\"\r\n", row.strip_suffix(",\r\n").unwrap());
    let decisions = file("decided.csv", filled.as_bytes());
    let page = run(&["check", "--page", &article, &pack, "--decisions", &decisions], b"");
    for words in
        ["Wording differs", "set aside: a slip, said the desk", "SHA-256", "Differences may come from translation"]
    {
        assert!(page.out.contains(words), "{words}: {}", page.out);
    }
    let french = run(&["check", "--page", "--language", "fr", &article, &pack], b"");
    assert!(french.out.contains("Le texte diffère") && french.out.contains("lang=\"fr\""), "{}", french.out);
    let report = run(&["check", "--json", &article, &pack, "--decisions", &decisions], b"");
    let report: serde_json::Value = serde_json::from_str(&report.out).unwrap();
    assert_eq!(report["quotations"][0]["review"]["decision"], "set aside");
    assert_eq!(report["checked"]["name"], article.as_str());
    let two = run(&["check", "--page", &article, &article, "--against", &pack], b"");
    assert_eq!(two.code, 2, "{}", two.err);
}

#[test]
fn tells_what_shares_words_with_a_resolution() {
    let one = file("reused-1.txt", RESOLUTION.as_bytes());
    let other = file("reused-2.txt", RESOLUTION.replace("78/1", "79/2").replace("violence", "vandalism").as_bytes());
    let ended = run(&["reuse", "un:ga:res:78/1", &one, &other, "--least", "4"], b"");
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.out.contains("with op2 of un:ga:res:79/2@en"), "{}", ended.out);
    assert!(ended.out.contains("“violence” here, “vandalism” there"), "{}", ended.out);
    let report = run(&["reuse", "un:ga:res:78/1", &one, &other, "--address", "op2", "--least", "4", "--json"], b"");
    let report: serde_json::Value = serde_json::from_str(&report.out).unwrap();
    assert_eq!(report["paragraphs"][0]["shared"][0]["source"]["key"], "un:ga:res:79/2@en");
    assert_eq!(run(&["reuse", "un:ga:res:1/1", &one], b"").code, 2);
}

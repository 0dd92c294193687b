//! What no text may do to the parser, whatever it holds: bend a span, lose the order of paragraphs,
//! stop it, or make it slow out of proportion.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::time::Instant;

use whereas::model::Kind;
use whereas::text::Span;
use whereas::{ParseOptions, parse};

const COUNCIL: &str = "Resolution 99 (1979)\nof 8 May 1979\n\nThe Security Council,\n\nRecalling its resolution 98 (1978),\n\n1. Calls upon the parties:\n\n(a) To relight the lighthouses;\n\n(b) To keep them lit;\n\n2. Requests a report.\n\nAdopted unanimously at the\n2099th meeting.\n\n12 Ibid., document S/1.\n";
const CONFERENCE: &str = "RESOLUTION NO. 3/49-CS\nON THE KEEPING OF LIBRARIES\n\nThe Council of Foreign Ministers,\n\nRecalling the Charter of the Organization of Islamic Cooperation,\n\n1. Calls upon Member States to keep their libraries open;\n\n2. Requests the Secretary General to report thereon.\n";

/// Numbers that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound.max(1)
    }
}

fn assert_sound(text: &str) {
    let document = parse(text, &ParseOptions::new());
    let sound = |span: Span| span.of(text).is_some() && span.start <= span.end;
    let mut at = 0;
    for resolution in &document.resolutions {
        assert!(sound(resolution.span));
        for paragraph in &resolution.paragraphs {
            assert!(sound(paragraph.span), "{:?} of {}", paragraph.span, paragraph.address);
            assert!(paragraph.span.start >= at, "{} begins before {at} in {text:?}", paragraph.address);
            at = paragraph.span.end;
            assert!(paragraph.noise.iter().all(|noise| sound(*noise)));
            assert!(paragraph.lead.iter().all(|lead| sound(lead.span)));
        }
        assert!(resolution.citations.iter().all(|citation| sound(citation.span)));
        assert!(resolution.dates.iter().all(|dating| sound(dating.span)));
    }
    assert!(document.diagnostics.iter().all(|diagnostic| sound(diagnostic.span)));
}

#[test]
fn keeps_spans_and_order_wherever_a_text_is_cut() {
    for text in [COUNCIL, CONFERENCE] {
        for end in (0..text.len()).step_by(3) {
            assert_sound(&text[..end]);
            assert_sound(&text[end..]);
        }
    }
}

#[test]
fn keeps_spans_and_order_under_other_line_ends_and_spaces() {
    for text in [COUNCIL, CONFERENCE] {
        assert_sound(&text.replace('\n', "\r\n"));
        assert_sound(&text.replace('\n', "\r"));
        assert_sound(&text.replace(' ', "\u{A0}"));
        assert_sound(&text.replace(' ', "\u{3000}"));
        assert_sound(&text.replace('e', "e\u{AD}\u{200F}"));
        assert_sound(&text.replace("\n\n", "\n"));
        assert_sound(&text.replace('\n', " "));
    }
}

#[test]
fn keeps_spans_and_order_when_lines_are_shuffled_or_repeated() {
    let mut dice = Dice(7);
    let lines: Vec<&str> = COUNCIL.lines().chain(CONFERENCE.lines()).collect();
    for _ in 0..150 {
        let count = dice.below(60);
        let shuffled: Vec<&str> = (0..count).map(|_| lines[dice.below(lines.len())]).collect();
        assert_sound(&shuffled.join("\n"));
    }
}

#[test]
fn keeps_spans_and_order_in_noise_and_keyword_soup() {
    let mut dice = Dice(11);
    let words = [
        "The Security Council,",
        "Recalling",
        "1.",
        "(a)",
        "(i)",
        "A",
        "IV.",
        "Annex",
        "\n",
        "\n\n",
        "RESOLUTION NO. 1/2-POL",
        "Requests",
        "Adopted at the 3rd meeting by 4 votes",
        "22-28254",
        "3/12",
        "1/ S/1.",
        "“",
        "”",
        "ﬁ",
        "（一）",
        "、",
        "إن مجلس",
        "77/18. Title",
        "大会，",
        "l.",
        "S.",
        "\u{200F}",
        "\u{FEFF}",
        "**",
        "\\mathbf{ON}",
        "-\n",
        "12 Ibid.",
    ];
    for _ in 0..300 {
        let soup: Vec<&str> = (0..dice.below(90)).map(|_| words[dice.below(words.len())]).collect();
        assert_sound(&soup.join(if dice.below(2) == 0 { " " } else { "\n" }));
        let noise: Vec<u8> = (0..dice.below(400)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        assert_sound(&String::from_utf8_lossy(&noise));
    }
}

#[test]
fn reads_several_resolutions_as_a_volume_and_one_as_one() {
    let volume = parse(&format!("{COUNCIL}\n{}", COUNCIL.replace("99 (", "100 (")), &ParseOptions::new());
    assert_eq!(volume.kind, Kind::Volume);
    let ids: Vec<&str> = volume.resolutions.iter().map(|resolution| resolution.id.as_str()).collect();
    assert_eq!(ids, ["un:sc:res:99(1979)", "un:sc:res:100(1979)"]);
    assert_eq!(parse(COUNCIL, &ParseOptions::new()).kind, Kind::Resolution);
    assert_eq!(parse(CONFERENCE, &ParseOptions::new()).kind, Kind::Resolution);
}

#[test]
fn holds_the_index_of_a_volume_against_its_contents() {
    let text = format!(
        "OIC/CFM-49/2023/CS/RES\n\nRESOLUTIONS ON CULTURAL AFFAIRS\n\n1. Resolution No. 3/49-CS on the keeping of ledgers .... 3\n\n2. Resolution No. 4/49-CS on the keeping of libraries .... 5\n\n3. Resolution No. 9/49-CS on lost books .... 7\n\n{CONFERENCE}\n{}",
        CONFERENCE.replace("3/49", "4/49")
    );
    let volume = parse(&text, &ParseOptions::new());
    assert_eq!(volume.kind, Kind::Volume);
    let container = volume.resolutions[1].container.as_ref().unwrap();
    assert_eq!(container.symbol.as_deref(), Some("OIC/CFM-49/2023/CS/RES"));
    assert_eq!(container.title.as_deref(), Some("RESOLUTIONS ON CULTURAL AFFAIRS"));
    let odd: Vec<(&str, &str)> = volume.diagnostics.iter().map(|odd| (odd.code, odd.span.of(&text).unwrap())).collect();
    assert_eq!(
        odd,
        [
            ("index-title-differs", "1. Resolution No. 3/49-CS on the keeping of ledgers .... 3"),
            ("index-item-missing", "3. Resolution No. 9/49-CS on lost books .... 7"),
        ]
    );
}

#[test]
fn takes_time_in_proportion_to_the_text() {
    let time = |unit: &str, size: usize| {
        let text = unit.repeat(size / unit.len());
        let start = Instant::now();
        assert_sound(&text);
        start.elapsed().as_secs_f64()
    };
    for unit in [
        "a",
        "\n",
        "(",
        "“",
        "1. ",
        "(a)\n",
        "*",
        "é",
        "-\n",
        "1\n",
        "A\n",
        "x\u{AD}",
        COUNCIL,
        CONFERENCE,
        "word ",
        ",",
        "} ",
        "_____\n",
        "1/9 22-20003\n",
        "words1\n\n1 A/81/1.\n1/9 22-20003\n",
        "Annex\n\n1. x\n\n",
        "Recalling it,\n",
    ] {
        let (small, large) = (time(unit, 20_000).max(0.004), time(unit, 160_000));
        assert!(large < small * 32.0, "{unit:?}: {small} s, then {large} s for eight times as much");
    }
}

/// Every text of the corpus of cases.
fn corpus() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/constructs");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let cases = std::fs::read_to_string(file).unwrap();
            let inputs = cases.split("\n--- input\n").skip(1).map(|case| case.split("\n--- outline").next().unwrap());
            inputs.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert!(texts.len() > 50, "only {} cases were found", texts.len());
    texts
}

/// One change that a text suffers on its way: a cut, a doubled or lost stretch, two texts in one, a character
/// of another script or none at all, other line ends.
fn mutate(text: &str, other: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let strange = ['\0', '\u{FFFD}', '\u{202E}', '١', '（', '“', '-', '\n', '9', '.', '\u{AD}', 'A', '،', '\u{10FFFF}'];
    let (from, len) = (dice.below(letters.len()), dice.below(120));
    let to = (from + len).min(letters.len());
    match dice.below(7) {
        0 => {
            letters.drain(from..to);
        }
        1 => {
            let again = letters[from..to].to_vec();
            letters.splice(to..to, again);
        }
        2 => {
            let taken: Vec<char> = other.chars().skip(dice.below(400)).take(300).collect();
            letters.splice(from..to, taken);
        }
        3 => letters[from..to].reverse(),
        4 => {
            for letter in &mut letters[from..to] {
                if dice.below(4) == 0 {
                    *letter = strange[dice.below(strange.len())];
                }
            }
        }
        5 => {
            for letter in letters[from..].iter_mut().filter(|letter| **letter == '\n') {
                if dice.below(2) == 0 {
                    *letter = ' ';
                }
            }
        }
        _ => {
            for letter in letters[from..].iter_mut().filter(|letter| **letter == ' ') {
                if dice.below(5) == 0 {
                    *letter = '\n';
                }
            }
        }
    }
    letters.into_iter().collect()
}

#[test]
fn keeps_spans_and_order_in_texts_that_have_suffered() {
    let texts = corpus();
    let mut dice = Dice(23);
    for round in 0..400 {
        let mut text = texts[round % texts.len()].clone();
        for _ in 0..=dice.below(6) {
            text = mutate(&text, &texts[dice.below(texts.len())], &mut dice);
            if text.is_empty() {
                break;
            }
        }
        assert_sound(&text);
    }
}

#[test]
fn says_that_lists_are_too_deep_to_be_told_apart() {
    let labels = ["(a)", "(i)", "a.", "i.", "(A)", "a)", "i)", "(1)", "(一)"];
    let list = labels.map(|label| format!("{label} To light a lamp:\n\n")).concat();
    let text = format!("The Security Council,\n\n1. Requests the parties:\n\n{list}2. Decides to meet again.\n");
    let document = parse(&text, &ParseOptions::new());
    let deepest = document.resolutions[0].paragraphs.iter().map(|paragraph| paragraph.depth).max().unwrap();
    assert_eq!(usize::from(deepest), whereas::grammar::MOST_LEVELS);
    let told = document.diagnostics.iter().filter(|odd| odd.code == "list-too-deep").count();
    assert_eq!(told, 1, "{:?}", document.diagnostics);
}

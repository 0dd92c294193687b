//! One resolution in every format that is read comes out the same; and no file makes the readers stop.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops here has failed")]

use std::fs;
use std::io::Write;

use whereas::import::read_file;
use whereas::model::{Document, Format, Zone};
use whereas::{Library, ParseOptions, parse};

const FORMATS: [(&str, Format); 6] = [
    ("md", Format::Markdown),
    ("html", Format::Html),
    ("docx", Format::Docx),
    ("xml", Format::Akn),
    ("tex", Format::Latex),
    ("pdf", Format::Pdf),
];

fn bytes(ending: &str) -> Vec<u8> {
    fs::read(format!("tests/data/import/resolution.{ending}")).unwrap()
}

fn document(bytes: &[u8]) -> (String, Document) {
    let read = read_file(bytes).unwrap();
    let document = parse(&read.text, &ParseOptions::new().with_import(&read));
    (read.text.into_owned(), document)
}

/// Address, number, lead phrase and words of every paragraph of the body and of every note.
fn outline(document: &Document) -> Vec<String> {
    assert_eq!(document.resolutions.len(), 1);
    let body =
        |zone: Zone| matches!(zone, Zone::Title | Zone::Enacting | Zone::Preamble | Zone::Operative | Zone::Footnote);
    let paragraphs = document.resolutions[0].paragraphs.iter().filter(|paragraph| body(paragraph.zone));
    let mut outline: Vec<String> = paragraphs
        .map(|paragraph| {
            let lead = paragraph.lead.as_ref().map_or("", |lead| lead.text.as_str());
            let words = paragraph.text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} [{}] {lead}: {words}", paragraph.address, paragraph.number.as_deref().unwrap_or(""))
        })
        .collect();
    // Notes stand at the foot of a page, or behind the text.
    outline.sort();
    outline.dedup();
    outline
}

#[test]
fn one_resolution_comes_out_the_same_in_every_format() {
    let (_, first) = document(&bytes("md"));
    let expected = outline(&first);
    assert_eq!(expected.len(), 14, "{expected:#?}");
    for (ending, format) in FORMATS {
        let (text, document) = document(&bytes(ending));
        assert_eq!(document.source.format, format, "{ending}");
        let resolution = &document.resolutions[0];
        assert_eq!(resolution.key, "un:ga:res:80/999@en", "{ending}: {text}");
        assert_eq!(resolution.title.as_deref(), Some("Clean water in harbours"), "{ending}");
        assert!(resolution.dates.iter().any(|date| date.iso == "2025-12-03"), "{ending}: {:?}", resolution.dates);
        assert_eq!(outline(&document), expected, "{ending}: {text}");
        for paragraph in &resolution.paragraphs {
            assert!(paragraph.span.of(&text).is_some_and(|words| !words.is_empty()), "{ending} {}", paragraph.address);
        }
        assert!(document.diagnostics.iter().all(|odd| odd.code != "file-cut"), "{ending}: {:?}", document.diagnostics);
    }
}

#[test]
fn a_packed_file_is_the_file() {
    for (ending, _) in FORMATS.into_iter().filter(|(ending, _)| *ending != "pdf") {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(&bytes(ending)).unwrap();
        let packed = packed.finish().unwrap();
        assert_eq!(read_file(&packed).unwrap(), read_file(&bytes(ending)).unwrap(), "{ending}");
    }
}

#[test]
fn the_library_takes_files_and_gives_their_text_with_its_pages() {
    let mut library = Library::new();
    for (ending, format) in FORMATS {
        let added = library.add_bytes(&bytes(ending), &ParseOptions::new().with_name(ending)).unwrap();
        let source = library.source(&added.keys[0]).unwrap();
        assert_eq!((source.format, source.pages().len()), (format, if ending == "pdf" { 2 } else { 0 }), "{ending}");
        for page in source.pages().iter().skip(1) {
            assert_eq!(source.text.as_bytes()[*page as usize - 1], 0x0C);
        }
    }
    assert_eq!(library.len(), FORMATS.len());
    // A pack gives the same again.
    let mut again = Library::new();
    again.open_pack(library.pack()).unwrap();
    for held in library.list(&whereas::library::ListOptions::new()) {
        let (one, other) = (library.source(&held.key).unwrap(), again.source(&held.key).unwrap());
        assert_eq!((one.format, one.text.as_ref()), (other.format, other.text.as_ref()), "{}", held.key);
    }
}

#[test]
fn a_file_that_breaks_off_is_read_up_to_there() {
    for ending in ["xml", "docx"] {
        let whole = bytes(ending);
        let cut = if ending == "docx" { whole.len() * 7 / 10 } else { whole.len() * 6 / 10 };
        let read = read_file(&whole[..cut]).unwrap();
        assert!(read.text.contains("Recalling its resolution 79/998"), "{ending}: {}", read.text);
        let odd = read.diagnostics.iter().find(|odd| odd.code == "file-cut").unwrap();
        assert_eq!(odd.span.start as usize, read.text.len());
    }
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&bytes("xml").repeat(1)).unwrap();
    let packed = packed.finish().unwrap();
    let read = read_file(&packed[..packed.len() * 8 / 10]).unwrap();
    assert!(read.text.contains("Recalling") && read.diagnostics.iter().any(|odd| odd.code == "file-cut"));
}

#[test]
fn what_is_not_read_has_a_name() {
    let code = |bytes: &[u8]| read_file(bytes).unwrap_err().code();
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert_eq!(code(&locked), "unsupported-format");
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(code(&locked), "encrypted-document");
    assert_eq!(code(b"<?xml version='1.0'?><feed><entry/></feed>"), "unsupported-format");
    assert_eq!(code(b"%PDF-1.7\nnothing of it"), "file-damaged");
    assert_eq!(code(b"\x1F\x8B\x08"), "file-damaged");
    assert_eq!(code(b"\x89PNG\r\n"), "not-text");
    let mut zeros = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zeros.write_all(&vec![b' '; 64 << 20]).unwrap();
    assert_eq!(code(&zeros.finish().unwrap()), "zip-bomb");
    let scanned = pdf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>", "");
    assert_eq!(code(&scanned), "scanned-pdf");
    let locked = pdf(
        "<< /Type /Page /Parent 2 0 R >>",
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (11111111111111111111111111111111) /P -4 >> /ID [(a) (b)]",
    );
    assert_eq!(code(&locked), "encrypted-pdf");
}

/// A PDF of one page without words.
fn pdf(page: &str, trailer: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        page.to_owned(),
        "<< /Length 8 >>\nstream\n0 0 m h S\nendstream".to_owned(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).unwrap();
    }
    let (table, count) = (file.len(), objects.len() + 1);
    write!(file, "xref\n0 {count}\n0000000000 65535 f \n").unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(file, "trailer << /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n").unwrap();
    file
}

/// A small generator: the same bytes are turned in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

#[test]
fn no_file_that_is_cut_or_turned_makes_a_reader_stop() {
    let mut random = Random(7);
    for (ending, _) in FORMATS {
        let whole = bytes(ending);
        for _ in 0..400 {
            let mut file = whole.clone();
            match random.below(4) {
                0 => file.truncate(random.below(whole.len())),
                1 => {
                    let (from, to) = (random.below(whole.len()), random.below(whole.len()));
                    let piece = whole[from.min(to)..from.max(to)].to_vec();
                    file.splice(from..from, piece);
                }
                _ => {
                    for _ in 0..=random.below(8) {
                        let at = random.below(file.len());
                        file[at] = random.below(256) as u8;
                    }
                }
            }
            if let Ok(read) = read_file(&file) {
                let document = parse(&read.text, &ParseOptions::new().with_import(&read));
                assert!(document.diagnostics.iter().all(|odd| odd.span.end as usize <= read.text.len()));
            }
        }
    }
}

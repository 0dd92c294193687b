//! Word documents, part by part, as Word and others write them.

use super::*;

/// An archive of parts that are stored as they are.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, words) in parts {
        let at = bytes.len() as u32;
        let size = (words.len() as u32).to_le_bytes();
        let mut head = Vec::new();
        head.extend([20, 0, 0, 8, 0, 0, 0, 0, 0, 0]);
        head.extend([0; 4]);
        head.extend(size);
        head.extend(size);
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(words.as_bytes());
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, length, count) = (bytes.len() as u32, directory.len() as u32, parts.len() as u16);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

fn document(body: &str) -> String {
    format!("<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")
}

fn paragraph(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

fn text(body: &str, others: &[(&str, &str)]) -> String {
    let body = document(body);
    let mut parts = vec![("word/document.xml", body.as_str())];
    parts.extend(others);
    let read = read(&archive(&parts)).unwrap();
    assert_eq!(read.fault, None);
    read.text
}

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl>\
    <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%3'/></w:lvl>\
    </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
    <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>\
    </w:numbering>";
const STYLES: &str = "<w:styles><w:style w:styleId='Op'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:styleId='OpNext'><w:basedOn w:val='Op'/></w:style></w:styles>";

fn numbered(list: u32, level: u32, words: &str) -> String {
    paragraph(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), words)
}

#[test]
fn prints_the_numbers_that_word_prints() {
    let body = [
        paragraph("<w:pStyle w:val='Op'/>", "Urges:"),
        numbered(1, 1, "To meet;"),
        numbered(1, 1, "To report;"),
        numbered(1, 2, "In May;"),
        paragraph("<w:pStyle w:val='OpNext'/>", "Decides;"),
        numbered(1, 1, "Again;"),
        numbered(2, 0, "Requests;"),
        paragraph("<w:pStyle w:val='Op'/><w:numPr><w:numId w:val='0'/></w:numPr>", "Plain."),
        numbered(1, 0, " "),
        numbered(1, 0, "Ends."),
    ];
    let text = text(&body.concat(), &[("word/numbering.xml", NUMBERING), ("word/styles.xml", STYLES)]);
    let lines: Vec<&str> = text.split("\n\n").map(str::trim_end).collect();
    assert_eq!(
        lines,
        [
            "1. Urges:",
            "(a) To meet;",
            "(b) To report;",
            "1.i In May;",
            "2. Decides;",
            "(a) Again;",
            "7. Requests;",
            "Plain.",
            "9. Ends."
        ]
    );
}

#[test]
fn reads_changes_as_if_they_were_accepted() {
    let body = "<w:p><w:r><w:t>Recalls </w:t></w:r><w:del><w:r><w:delText>its</w:delText><w:t>its</w:t></w:r></w:del><w:ins><w:r>\
        <w:t>the</w:t></w:r></w:ins><w:r><w:t> report</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t>\
        </w:r></w:p><w:p><w:r><w:t>and two</w:t></w:r></w:p><w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:rPr>\
        <w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>";
    assert_eq!(text(body, &[]), "Recalls the report\n\nOne and two\n");
}

#[test]
fn reads_notes_where_they_are_called_and_fields_as_they_show() {
    let body = "<w:p><w:r><w:t>Its report,</w:t></w:r><w:r><w:footnoteReference w:id='4'/></w:r><w:r><w:t xml:space='preserve'> and\
        </w:t></w:r><w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText><w:t>A/77/10</w:t></w:r></w:hyperlink><w:r><w:tab/>\
        <w:endnoteReference w:id='2'/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p>";
    let footnotes = "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote w:id='4'><w:p><w:r>\
        <w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> See it.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let endnotes = "<w:endnotes><w:endnote w:id='2'><w:p><w:r><w:t>End.</w:t></w:r></w:p></w:endnote></w:endnotes>";
    let text = text(body, &[("word/footnotes.xml", footnotes), ("word/endnotes.xml", endnotes)]);
    assert_eq!(text, "Its report,[^1] andA/77/10[^i] x\ny\n\n[^1]: See it.\n\n[^i]: End.\n");
}

#[test]
fn reads_tables_as_rows_and_mastheads_as_lines() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |one: &str, two: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(two));
    let head = format!("<w:tbl>{}</w:tbl>", row("United Nations", "A/RES/80/999"));
    let table = format!("<w:tbl>{}{}{}</w:tbl>", row("In favour", "Against"), row("3.", "Decides."), row("", ""));
    let body = format!("{head}{}{table}", paragraph("", "Recalls").repeat(6));
    assert_eq!(
        text(&body, &[]).replace("Recalls\n\n", ""),
        "United Nations\n\nA/RES/80/999\n\n| In favour | Against |\n\n3. Decides.\n"
    );
}

#[test]
fn says_what_an_archive_is_that_is_no_document() {
    let code = |bytes: &[u8]| read(bytes).err().unwrap();
    assert_eq!(code(b"PK\x03\x04").code(), "file-damaged");
    assert_eq!(code(&archive(&[("xl/workbook.xml", "<x/>")])).code(), "unsupported-format");
    assert!(code(&archive(&[("content.xml", "<x/>")])).to_string().contains("OpenDocument"));
}

#[test]
fn reads_an_archive_whose_end_is_missing() {
    let body = document(&paragraph("", "Recalls its report").repeat(30));
    let whole = archive(&[("word/document.xml", &body), ("word/other.xml", "<a/>")]);
    let read = read(&whole[..whole.len() / 2]).unwrap();
    assert!(read.fault.is_some() && read.text.starts_with("Recalls its report\n\n"), "{:?}", read.fault);
}

#[test]
fn no_byte_that_is_turned_makes_it_stop() {
    let body = document(&[numbered(1, 0, "Urges"), paragraph("", "x")].concat());
    let whole = archive(&[("word/document.xml", &body), ("word/numbering.xml", NUMBERING)]);
    for at in 0..whole.len() {
        for bit in [1, 0x80] {
            let mut turned = whole.clone();
            turned[at] ^= bit;
            let _ = read(&turned);
        }
        let _ = read(&whole[..at]);
    }
}

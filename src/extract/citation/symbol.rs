//! Symbols that name their own body: `A/RES/76/300`, `S/PRST/2002/37`, `Assembly/AU/Dec.621(XXVIII)`,
//! `AG/RES. 2898 (XLVII-O/17)`, `P9_TA(2022)0012`, `B9-0065/2022`, and documents such as `A/62/PV.117`.

use std::fmt::Write;

use crate::text::write_roman;

use super::super::scan::{Cursor, before, is_dash};
use super::letter::{Letter, read_letters, read_roman};

/// A symbol in a text: one work, or several where letters follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    /// Where it begins.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Start, end and id of each work.
    pub(super) works: Vec<(usize, usize, String)>,
}

impl Symbol {
    fn one(start: usize, end: usize, id: String) -> Self {
        Self { start, end, works: vec![(start, end, id)] }
    }
}

/// First parts of symbols of the United Nations that name no resolution themselves.
const DOCUMENTS: [&str; 36] = [
    "A", "S", "E", "T", "ST", "CCPR", "CEDAW", "CERD", "CAT", "CRC", "CRPD", "CMW", "CED", "FCCC", "UNEP", "TD", "DP",
    "LOS", "SPLOS", "ISBA", "HSP", "HRI", "CAC", "CTOC", "DC", "NPT", "BWC", "CCW", "CD", "PBC", "JIU", "IDB",
    "UNCTAD", "ECE", "HS", "ID",
];

/// The symbol around the slash at `slash`, where the text before `from` is already read.
pub(super) fn at_slash(text: &str, slash: usize, from: usize) -> Option<Symbol> {
    if let Some(found) = look_alike(text, slash) {
        return Some(found);
    }
    let mut start = slash;
    while let Some(letter) = before(text, start)
        .filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '_') || is_dash(*letter))
    {
        if start - letter.len_utf8() < from {
            break;
        }
        start -= letter.len_utf8();
    }
    // "OIC /CFM-47" is printed with a space.
    if start == slash
        && let Some(spaced) = text.get(from..slash).and_then(|words| words.strip_suffix("OIC "))
    {
        start = from + spaced.len();
    }
    let mut at = Cursor::new(text, start);
    while at.peek().is_some_and(|letter| !letter.is_ascii_alphanumeric()) {
        at.bump();
    }
    let token = at;
    islamic(token)
        .or_else(|| african(token))
        .or_else(|| american(token))
        .or_else(|| parliament_motion(token))
        .or_else(|| asian(token))
        .or_else(|| european_security(token))
        .or_else(|| united_nations(token))
        .filter(|symbol| symbol.start <= slash && slash < symbol.end)
}

/// `А/RES/77/18` with a Cyrillic letter for the Latin one it looks like.
fn look_alike(text: &str, slash: usize) -> Option<Symbol> {
    let letter = before(text, slash).filter(|letter| matches!(letter, 'А' | 'Е' | 'Ѕ'))?;
    let start = slash - letter.len_utf8();
    if before(text, start).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut at = Cursor::new(text, slash + 1);
    at.eat("RES/").then_some(())?;
    let author = match letter {
        'А' => "un:ga:res:",
        'Е' => "un:ecosoc:res:",
        _ => "un:sc:res:",
    };
    numbered(start, at, author)
}

/// `P9_TA(2022)0012` around the bracket at `bracket`.
pub(super) fn at_bracket(text: &str, bracket: usize) -> Option<Symbol> {
    let before_it = text.get(bracket.saturating_sub(12)..bracket).or_else(|| text.get(..bracket))?;
    let words = before_it.strip_suffix("_TA").or_else(|| before_it.strip_suffix("_TA-PROV"))?;
    let term = words.rsplit('P').next().filter(|term| (1..=2).contains(&term.len()))?;
    if !term.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let start = bracket - (before_it.len() - words.len()) - term.len() - 1;
    let mut at = Cursor::new(text, bracket + 1);
    let (year, 4) = at.number(4)? else { return None };
    at.eat(")").then_some(())?;
    let (number, 4) = at.number(4)? else { return None };
    Some(Symbol::one(start, at.at, format!("eu:ep:res:P{term}_TA({year}){number:04}")))
}

/// `2022/2505(RSP)`, where the numbers are already read.
pub(super) fn procedure(text: &str, start: usize, after: usize, year: u32, number: u32) -> Option<Symbol> {
    const KINDS: [&str; 18] = [
        "RSP", "INI", "COD", "NLE", "CNS", "BUD", "DEA", "RPS", "INL", "APP", "AVC", "SYN", "DEC", "IMM", "REG", "ACI",
        "BUI", "GBD",
    ];
    let mut at = Cursor::new(text, after);
    at.spaces();
    at.eat("(").then_some(())?;
    let kind = KINDS.iter().find(|kind| at.eat(kind))?;
    at.eat(")").then(|| Symbol::one(start, at.at, format!("eu:ep:proc:{year}/{number:04}({kind})")))
}

/// `OIC/CFM-48/2022/POL/RES`: a volume, never a resolution of its own.
fn islamic(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    at.eat("OIC").then(|| at.spaces())?;
    at.eat("/").then(|| at.spaces())?;
    let mut id = String::from("oic:doc:OIC/");
    let first = at.at;
    let (mut end, mut kept) = (first, id.len());
    while let Some(letter) = at
        .peek()
        .filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '/' | '.' | '&') || is_dash(*letter))
    {
        id.push(if is_dash(letter) { '-' } else { letter });
        at.bump();
        if letter.is_ascii_alphanumeric() {
            (end, kept) = (at.at, id.len());
        }
    }
    id.truncate(kept);
    (end > first && (id.contains("CFM") || id.contains("IS") || id.contains("EX")))
        .then(|| Symbol::one(start.at, end, id))
}

/// `Assembly/AU/Dec.621(XXVIII)`, `EX.CL/1006(XXIX)`.
fn african(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    let mut id;
    if at.eat("Assembly/AU/") {
        let kind = ["Decl", "Dec", "Res", "Motion"].into_iter().find(|kind| at.eat(kind))?;
        id = format!("au:assembly:{}:", kind.to_ascii_lowercase());
    } else if at.eat("EX.CL/") || at.eat("EX/CL/") {
        id = String::from("au:excl:");
        if at.eat("Dec") {
            id.push_str("dec:");
        }
    } else {
        return None;
    }
    at.eat(".");
    at.spaces();
    let (number, _) = at.number(5)?;
    id.push_str(&number.to_string());
    let mut more = at;
    if more.eat("-")
        && let Some((last, _)) = more.number(5)
    {
        _ = write!(id, "-{last}");
        at = more;
    }
    at.spaces();
    at.eat("(").then_some(())?;
    let session = read_roman(&mut at)?;
    at.eat(")").then(|| Symbol::one(start.at, at.at, format!("{id}({})", write_roman(session))))
}

/// `AG/RES. 2898 (XLVII-O/17)`.
fn american(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    let organ = if at.eat("AG/") {
        "ag"
    } else if at.eat("CP/") {
        "cp"
    } else {
        return None;
    };
    let kind = ["RES", "DECL", "DEC"].into_iter().find(|kind| at.eat(kind))?.to_ascii_lowercase();
    at.eat(".");
    at.spaces();
    let (number, _) = at.number(5)?;
    let mut end = at.at;
    at.spaces();
    if at.eat("(") {
        at.eat("(");
        if read_roman(&mut at).is_some() {
            at.eat("-");
            while at.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'/') {
                at.bump();
            }
            if at.eat(")") {
                end = at.at;
            }
        }
    }
    Some(Symbol::one(start.at, end, format!("oas:{organ}:{kind}:{number}")))
}

/// `B9-0065/2022`, `RC-B9-0065/2022`.
fn parliament_motion(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    let joint = at.eat("RC-") || at.eat("RC");
    at.eat("B").then_some(())?;
    let (term, _) = at.number(2)?;
    at.peek().filter(|dash| is_dash(*dash)).and_then(|_| at.bump())?;
    let (number, 4) = at.number(4)? else { return None };
    at.eat("/").then_some(())?;
    let (year, 4) = at.number(4)? else { return None };
    let joint = if joint { "RC-" } else { "" };
    Some(Symbol::one(start.at, at.at, format!("eu:ep:motion:{joint}B{term}-{number:04}/{year}")))
}

/// `APA/Res/2009/12`, `SG/Rep/2009/12`, `38GA/2017/REP/JTCOM`.
fn asian(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    if at.eat("APA/") || at.eat("SG/Rep/") {
        while at.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'/') {
            at.bump();
        }
        let symbol = at.text().get(start.at..at.at)?.trim_end_matches('/');
        return Some(Symbol::one(start.at, start.at + symbol.len(), format!("apa:{symbol}")));
    }
    let (assembly, 2) = at.number(2)? else { return None };
    at.eat("GA/").then_some(())?;
    let (year, 4) = at.number(4)? else { return None };
    let mut id = format!("aipa:{assembly}GA:{year}");
    while at.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'/') {
        at.bump();
    }
    let rest = at.text().get(start.at..at.at)?;
    if let Some((_, kind)) = rest.split_once(&format!("{year}/")) {
        _ = write!(id, ":{kind}");
    }
    Some(Symbol::one(start.at, at.at, id))
}

/// `MC.DEC/3/11`, `PC.DEC/1039` of the Organization for Security and Co-operation in Europe.
fn european_security(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    let organ = ["MC", "PC", "FSC"].into_iter().find(|organ| at.eat(organ))?.to_ascii_lowercase();
    at.eat(".").then_some(())?;
    let kind = ["DEC", "DOC", "JOUR"].into_iter().find(|kind| at.eat(kind))?.to_ascii_lowercase();
    at.eat("/").then_some(())?;
    let (number, _) = at.number(4)?;
    let mut id = format!("osce:{organ}:{kind}:{number}");
    let mut end = at.at;
    if at.eat("/")
        && let Some((year, 2)) = at.number(2)
    {
        _ = write!(id, "/{year:02}");
        end = at.at;
    }
    Some(Symbol::one(start.at, end, id))
}

/// `UNEP/EA.5/Res.12` of the Environment Assembly.
fn environment(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    at.eat("UNEP/EA.").then_some(())?;
    let (session, _) = at.number(2)?;
    at.eat_one(&["/res."]).then_some(())?;
    let (number, _) = at.number(3)?;
    Some(Symbol::one(start.at, at.at, format!("un:unea:res:{session}/{number}")))
}

/// Symbols of the United Nations, resolutions first.
fn united_nations(start: Cursor) -> Option<Symbol> {
    for (head, author) in [
        ("A/RES/", "un:ga:res:"),
        ("A/DEC/", "un:ga:dec:"),
        ("S/RES/", "un:sc:res:"),
        ("E/RES/", "un:ecosoc:res:"),
        ("E/DEC/", "un:ecosoc:dec:"),
        ("A/HRC/RES/", "un:hrc:res:"),
        ("A/HRC/DEC/", "un:hrc:dec:"),
        ("A/HRC/PRST/", "un:hrc:prst:"),
        ("E/ESCAP/RES/", "un:escap:res:"),
        ("E/CN.4/RES/", "un:chr:res:"),
        ("S/PRST/", "un:sc:prst:"),
    ] {
        let mut at = start;
        if at.eat(head) {
            return numbered(start.at, at, author);
        }
    }
    environment(start).or_else(|| document(start))
}

/// What stands after `A/RES/` and its like.
fn numbered(start: usize, mut at: Cursor, author: &str) -> Option<Symbol> {
    let mut id = String::from(author);
    for mark in ["ES", "S"] {
        let mut marked = at;
        if marked.eat(mark) && marked.peek().is_some_and(is_dash) {
            marked.bump();
            id.push_str(mark);
            id.push('-');
            at = marked;
            break;
        }
    }
    let (first, _) = at.number(4)?;
    id.push_str(&first.to_string());
    let mut after = at;
    if after.eat("/")
        && let Some((second, _)) = after.number(4)
    {
        _ = write!(id, "/{second}");
        let mut lettered = after;
        let letters = read_letters(&mut lettered);
        if !letters.is_empty() {
            return Some(with_letters(start, lettered.at, &letters, |letter| {
                let mut id = id.clone();
                letter.push_to(&mut id);
                id
            }));
        }
        return Some(Symbol::one(start, after.at, id));
    }
    let mut lettered = at;
    let letters = read_letters(&mut lettered);
    let mut after = if letters.is_empty() { at } else { lettered };
    after.spaces();
    if !after.eat("(") {
        return None;
    }
    let inside = after.at;
    while after.byte().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        after.bump();
    }
    let session = after.text().get(inside..after.at).filter(|session| !session.is_empty())?.to_owned();
    if !after.eat(")") {
        return None;
    }
    if letters.is_empty() {
        return Some(Symbol::one(start, after.at, format!("{id}({session})")));
    }
    Some(with_letters(start, after.at, &letters, |letter| {
        let mut id = id.clone();
        letter.push_to(&mut id);
        format!("{id}({session})")
    }))
}

/// One work for each letter.
fn with_letters(start: usize, end: usize, letters: &[Letter], id: impl Fn(Letter) -> String) -> Symbol {
    let last = letters.len() - 1;
    let work = |(place, letter): (usize, &Letter)| {
        let from = if place == 0 { start } else { letter.start };
        let to = if place == last { end } else { letter.end };
        (from, to, id(*letter))
    };
    Symbol { start, end, works: letters.iter().enumerate().map(work).collect() }
}

/// `A/62/PV.117`, `S/Agenda/8979`, `A/67/539`: a document that is no resolution.
fn document(start: Cursor) -> Option<Symbol> {
    let mut at = start;
    let mut open = 0i32;
    let mut parts = 0;
    let mut id = String::from("un:doc:");
    let (mut end, mut kept) = (at.at, id.len());
    while let Some(letter) = at.peek() {
        match letter {
            '/' => parts += 1,
            '(' if at.text().as_bytes().get(at.at + 1).is_some_and(u8::is_ascii_alphanumeric) => open += 1,
            ')' if open > 0 => open -= 1,
            '.' => {}
            _ if letter.is_ascii_alphanumeric() || is_dash(letter) => {}
            _ => break,
        }
        id.push(if is_dash(letter) { '-' } else { letter });
        at.bump();
        if letter.is_ascii_alphanumeric() || (letter == ')' && open == 0) {
            (end, kept) = (at.at, id.len());
        }
    }
    id.truncate(kept);
    let symbol = id.strip_prefix("un:doc:")?;
    let (first, rest) = symbol.split_once('/')?;
    let known = DOCUMENTS.contains(&first) && parts > 0;
    let numbered = rest.bytes().any(|byte| byte.is_ascii_digit()) && !rest.is_empty();
    // "A/B" or "S/he" is no symbol: a part after the first slash must be a number or in capitals.
    let shaped = rest
        .split('/')
        .next()
        .is_some_and(|part| part.bytes().next().is_some_and(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()));
    (known && numbered && shaped && before(start.text(), start.at) != Some('/')).then(|| Symbol::one(start.at, end, id))
}

//! The facts that a resolution states about itself before its first paragraph and after its last.

use std::ops::Range;

use crate::extract::{Context, find_citations, find_places, find_sessions, read_letter};
use crate::grammar::{Flow, Item, Piece};
use crate::lexicon::bodies::Bodies;
use crate::lexicon::ordinals::ordinal_word;
use crate::lexicon::symbols::{OwnSymbol, read_own_symbol};
use crate::model::{Container, Edition, Place, Session, Zone};
use crate::text::{Span, digit};

use super::edition;

/// Title, symbol and what belongs to them, as printed.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub symbol: Option<String>,
    pub heading: Option<String>,
    pub title: Option<String>,
    pub container: Option<Container>,
    /// Whose form the symbol has, where one body alone uses it.
    pub owner: Option<OwnSymbol>,
}

/// Reads how a resolution is named.
pub(super) fn read_names(flow: &Flow<'_>, pieces: &[Piece]) -> Names {
    let words = |span: Span| flow.words(span).to_owned();
    let title = pieces.iter().find(|piece| piece.zone == Zone::Title);
    let head = pieces.iter().find(|piece| piece.address == "heading");
    let labelled = head.or(title).and_then(|piece| piece.number).map(words);
    let printed = pieces.iter().take(14).filter(|piece| piece.zone == Zone::Masthead && piece.address != "heading");
    let mut owner = None;
    let own = printed.map(|piece| flow.words(piece.words)).find_map(|line| {
        owner = read_own_symbol(line);
        // The United Nations print a part's letter behind the symbol, others a date.
        let symbol = owner.filter(|found| found.body != "un").and_then(|found| line.get(..found.len));
        symbol.or_else(|| is_symbol_line(line).then_some(line)).map(str::to_owned)
    });
    let heading = match (head, title) {
        (Some(head), _) => Some(words(head.span)),
        (None, Some(title)) => Some(words(title.span)),
        (None, None) => None,
    };
    let is_own = |own: &str| labelled.as_deref().is_some_and(|labelled| names_same(own, labelled));
    let (symbol, container) = if own.as_deref().is_some_and(is_own) || owner.is_some() && head.is_some() {
        (own, None)
    } else if head.is_some() {
        let container = own.map(|symbol| Container { symbol: Some(symbol), title: read_container_title(flow, pieces) });
        (labelled, container)
    } else {
        (own.or(labelled), None)
    };
    let symbol = symbol.or_else(|| read_closing_symbol(flow, pieces));
    let title = title.map(|title| without_letter(flow.words(title.words), symbol.as_deref()).to_owned());
    Names { symbol, heading, title, container, owner }
}

/// The symbol that the Council of the League of Arab States prints below its resolutions:
/// `(ق: رقم 9101 - د.ع (163) - ج 2 - 23/4/2025)`.
fn read_closing_symbol(flow: &Flow<'_>, pieces: &[Piece]) -> Option<String> {
    let closing =
        pieces.iter().rev().take(4).map(|piece| flow.words(piece.words)).find(|words| words.starts_with("(ق"))?;
    closing.strip_prefix('(')?.strip_suffix([')', '.']).map(str::to_owned)
}

/// Whether the number of a title is that of the symbol above it. The symbol may have a letter more,
/// and in Arabic a special session is named in Arabic letters.
fn names_same(symbol: &str, number: &str) -> bool {
    let plain = symbol.rsplit_once(' ').filter(|(_, letter)| read_letter(letter).is_some()).map(|(plain, _)| plain);
    let special = number.rsplit_once('-').filter(|(prefix, _)| prefix.starts_with('د'));
    [Some(symbol), plain].into_iter().flatten().any(|symbol| match special {
        Some((_, number)) => symbol.strip_suffix(number).is_some_and(|rest| rest.ends_with("S-")),
        None => symbol.ends_with(number),
    })
}

/// A title without the letter that the symbol ends with (`77/253 B`), which is printed before or
/// behind it.
fn without_letter<'a>(title: &'a str, symbol: Option<&str>) -> &'a str {
    let part = symbol.and_then(|symbol| symbol.rsplit_once(' ')).and_then(|(_, last)| read_letter(last));
    let is_part = |word: &str| {
        let word: String = word.chars().filter(|letter| *letter != '\u{0640}').collect();
        part.is_some() && read_letter(&word) == part
    };
    let bare = title.trim_end_matches(['(', ')', '*', ' ']);
    let (before, last) = bare.rsplit_once(' ').unwrap_or(("", bare));
    if is_part(last) {
        return before.trim_end();
    }
    match title.split_once(' ') {
        Some((first, words)) if is_part(first) && first.chars().count() > 1 => words.trim_start(),
        _ => title,
    }
}

/// A line that is nothing but a symbol: `A/RES/77/18`, `P9_TA(2022)0012`, `OIC/CFM-48/2022/POL/RES`.
pub(super) fn is_symbol_line(line: &str) -> bool {
    let slashes = line.bytes().filter(|&byte| byte == b'/').count();
    line.len() <= 48
        && (slashes >= 2 || line.contains("_TA"))
        && line.starts_with(|first: char| first.is_ascii_uppercase())
        && line.bytes().any(|byte| byte.is_ascii_digit())
        && line.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-.()_&* ".contains(&byte))
        && line.split(' ').all(|word| word.len() < 2 || word.bytes().any(|byte| !byte.is_ascii_lowercase()))
}

/// The title of the volume: what stands between its symbol and the heading, up to place and date.
fn read_container_title(flow: &Flow<'_>, pieces: &[Piece]) -> Option<String> {
    let mut title = String::new();
    for piece in pieces.iter().take_while(|piece| piece.address != "heading") {
        let words = flow.words(piece.words);
        if piece.zone != Zone::Masthead || is_symbol_line(words) {
            if piece.zone == Zone::Theme {
                break;
            }
            continue;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(words.trim_end_matches([' ', '(']));
    }
    (!title.is_empty()).then_some(title)
}

/// The organisation that an enacting sentence names where its organ is in no table: *WE, the Heads of State
/// of the Association of Southeast Asian Nations*.
pub(super) fn read_speaker(flow: &Flow<'_>, pieces: &[Piece]) -> Option<(&'static str, Option<&'static str>)> {
    let enacting = pieces.iter().find(|piece| piece.zone == Zone::Enacting)?;
    let words = flow.words(enacting.words);
    let starts = words.match_indices(' ').map(|(at, _)| at + 1).take(120);
    let id = starts.into_iter().find_map(|at| Bodies::get().find_at(words, at)).map(|(id, _)| id)?;
    Some(id.split_once(':').map_or((id, None), |(body, organ)| (body, Some(organ))))
}

/// The canonical id of a work whose symbol has a form that one body alone uses, as a citation of it is
/// resolved: `who:wha:res:79.6`.
pub(super) fn owned_id(symbol: &str, owner: OwnSymbol, context: &Context<'_>) -> String {
    let cited = find_citations(symbol, context).into_iter().find(|cited| cited.span.start == 0);
    cited.and_then(|cited| cited.target).unwrap_or_else(|| {
        let OwnSymbol { body, organ, kind, .. } = owner;
        let letters = symbol.find(|next: char| next.is_ascii_digit()).unwrap_or(0);
        let number: String = symbol.chars().skip(letters).filter(|next| !next.is_whitespace()).collect();
        let number = ["C/Resolution", "C/Res.", "EX/Decisions", "EX/Decision"]
            .iter()
            .fold(number, |number, words| number.replacen(words, "/", 1));
        format!("{body}:{organ}:{kind}:{number}")
    })
}

/// The id of a work whose symbol is printed in another script, as a citation of its heading is resolved: `3/50-ث` is
/// `oic:cfm:res:3/50-C` in every language.
pub(super) fn translated_id(heading: Option<&str>, context: &Context<'_>) -> Option<String> {
    let heading = heading.filter(|heading| !heading.is_ascii() && context.body == Some("oic"))?;
    let cited = find_citations(heading, context).into_iter().next()?;
    cited.target.filter(|target| target.starts_with("oic:"))
}

/// The canonical id of the work: `un:ga:res:77/18`; `None` where body or number is not known.
pub(super) fn work_id(body: Option<&str>, organ: Option<&str>, symbol: Option<&str>) -> Option<String> {
    let (body, organ, symbol) = (body?, organ?, symbol?);
    if body == "las" {
        let number: String = symbol
            .chars()
            .skip_while(|next| digit(*next).is_none())
            .map_while(digit)
            .filter_map(|value| char::from_digit(value, 10))
            .collect();
        return Some(format!("las:{organ}:res:{number}")).filter(|_| !number.is_empty());
    }
    let number = ["/RES/", "/DEC/", "/RES.", "RES "]
        .iter()
        .find_map(|part| symbol.split_once(part))
        .map_or(symbol, |(_, rest)| rest);
    let mut id = format!("{body}:{organ}:res:");
    let number = edition::without_version(number);
    id.extend(number.chars().filter(|next| !next.is_whitespace()).map(|next| {
        // The code of a committee is printed in either case.
        if body == "oic" { next.to_ascii_uppercase() } else { next }
    }));
    Some(id)
}

/// The id of a resolution of the Security Council, whose number stands with its year. A scanner's
/// mark between the digits of the year is left out, and a year that is not printed is that of
/// the adoption.
pub(super) fn council_id(symbol: Option<&str>, year: Option<u16>) -> Option<String> {
    let symbol = symbol?;
    let number = symbol.rsplit_once('/').map_or(symbol, |(_, number)| number);
    let number: String = number.chars().filter(|next| next.is_ascii_digit() || matches!(next, '(' | ')')).collect();
    match number.split_once('(') {
        Some(_) => Some(format!("un:sc:res:{number}")),
        None => year.map(|year| format!("un:sc:res:{number}({year})")),
    }
}

/// Whether a text without a subject has the form that only the Security Council gives its
/// resolutions: number and year in the heading, meeting and vote behind the last paragraph.
pub(super) fn is_council_form(pieces: &[Piece], symbol: Option<&str>) -> bool {
    let dated = symbol.is_some_and(|symbol| symbol.ends_with(')') && !symbol.contains(['/', '-']));
    dated && pieces.iter().any(|piece| piece.zone == Zone::Closing)
}

/// The language, version and status of this copy.
pub(super) fn read_edition(language: &'static str, names: &Names) -> Edition {
    let symbol = names.symbol.as_deref().unwrap_or("");
    let holder = names.container.as_ref().and_then(|container| container.symbol.as_deref()).unwrap_or("");
    let version = edition::version_of(symbol);
    let draft = symbol.contains("/L.") || holder.contains("DR.RES") || symbol.contains("DR.RES");
    let status = match (draft, names.symbol.is_some()) {
        (true, _) => "draft",
        (false, true) => "adopted",
        (false, false) => "unknown",
    };
    Edition { language, version: if draft && version.is_none() { Some("draft".to_owned()) } else { version }, status }
}

/// The first session and the first place that stand in masthead or enacting sentence.
pub(super) fn read_session(
    flow: &Flow<'_>,
    item: Item,
    pieces: &[Piece],
    context: &Context<'_>,
) -> (Option<Session>, Option<Place>) {
    let body = pieces.iter().find(|piece| matches!(piece.zone, Zone::Preamble | Zone::Operative | Zone::Heading));
    let end = body.map_or(0, |piece| piece.span.start);
    let count = flow.blocks.get(item.from..).unwrap_or(&[]).partition_point(|block| block.span.start < end);
    find_session(flow, item.from..item.from + count, context)
}

/// The first session and the first place that the blocks of `range` name.
pub(super) fn find_session(
    flow: &Flow<'_>,
    range: Range<usize>,
    context: &Context<'_>,
) -> (Option<Session>, Option<Place>) {
    let held = flow.blocks.get(range).unwrap_or(&[]);
    let blocks = || held.iter().map(|block| block.span).filter(|span| span.len() < 1200);
    let session = blocks().find_map(|span| {
        let words = flow.words(span);
        let fact = find_sessions(words, context).into_iter().next()?;
        let session = fact.to_session(words);
        Some(Session { span: flow.to_source(session.span.shift(span.start)), ..session })
    });
    let place = blocks().find_map(|span| {
        let place = find_places(flow.words(span), context).into_iter().next()?;
        Some(Place { span: flow.to_source(place.span.shift(span.start)), ..place })
    });
    (session, place)
}

/// The session that an organ is counted by: *The Seventy-ninth World Health Assembly*.
pub(super) fn read_counted_session(flow: &Flow<'_>, pieces: &[Piece]) -> Option<Session> {
    let enacting = pieces.iter().find(|piece| piece.zone == Zone::Enacting)?;
    let words = flow.words(enacting.words);
    let ordinal = words.strip_prefix("The ")?.split_whitespace().next()?;
    let value: u16 = ordinal.split('-').map(ordinal_word).sum::<Option<u16>>()?;
    let start = enacting.words.start + "The ".len() as u32;
    let span = flow.to_source(Span::new(start, start + ordinal.len() as u32));
    Some(Session { ordinal: Some(value), theme: None, span })
}

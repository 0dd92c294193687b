//! Everything that a paragraph does after its lead phrase: *…, and expresses its condolences to …*,
//! *…; and also requests …*, *…, stressing that …*; whom each act addresses, what it is about and by
//! when something is asked.

use crate::lexicon::key::is_word;
use crate::lexicon::leads::begins_lead;
use crate::lexicon::{Ladder, Language, LeadFinder, LeadMatch, LeadZone};
use crate::model::{Deadline, Entity};
use crate::text::Span;

use super::Context;
use super::actor::{NamesIn, id_in};
use super::deadline::find_deadline;
use super::scan::{Cursor, in_small_letters};

/// One act of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActFact {
    /// The words that say what is done.
    pub lead: Span,
    /// What they express.
    pub found: LeadMatch,
    /// To whom it is addressed, where something is asked of someone.
    pub addressees: Vec<Entity>,
    /// What it is about, where nothing is asked.
    pub object: Vec<Entity>,
    /// By when, where something is asked.
    pub deadline: Option<Deadline>,
}

/// Finds what a paragraph does, its own lead first: `lead` is where that stands in `text`, `found` what
/// it expresses, `zone` the form it has. `leads` keeps its buffers between calls.
///
/// A further act begins at the joint of two clauses, with a phrase that the lexicon holds: a finite
/// verb after *and*, a participle after a comma. Linear in `text`.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_acts};
/// use whereas::lexicon::{Language, LeadFinder, LeadZone};
/// use whereas::text::Span;
///
/// let text = "Strongly condemns the acts of violence, and expresses its condolences to the victims;";
/// let mut leads = LeadFinder::new();
/// let found = leads.find(text, Language::En, LeadZone::Operative).unwrap();
/// let acts = find_acts(text, Span::new(0, found.len as u32), found, LeadZone::Operative, &mut leads, &Context::new(Language::En));
/// assert_eq!(acts.len(), 2);
/// assert!(acts[1].lead.of(text).unwrap().starts_with("expresses"));
/// ```
#[must_use]
pub fn find_acts(
    text: &str,
    lead: Span,
    found: LeadMatch,
    zone: LeadZone,
    leads: &mut LeadFinder,
    context: &Context,
) -> Vec<ActFact> {
    let mut starts = vec![(lead, found)];
    let mut at = lead.end as usize;
    while let Some((joint, form)) = next_joint(text, at, zone, context.language) {
        at = joint;
        let Some(rest) = text.get(joint..) else { break };
        // Behind a bare comma a verb goes on a row of acts, a participle adds to one.
        for form in if form == zone { [Some(form), None] } else { [Some(zone), Some(form)] }.into_iter().flatten() {
            if may_begin(rest, context.language, form)
                && let Some(further) = leads.find(rest, context.language, form)
                && further.concept.is_some()
                && further.len > 0
                && goes_on(rest.get(further.len..).unwrap_or_default(), context.language)
            {
                starts.push((Span::at(joint, joint + further.len), further));
                at = joint + further.len;
                break;
            }
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(next, _)| next.start as usize).chain([text.len()]).collect();
    starts
        .into_iter()
        .zip(ends)
        .map(|((lead, found), end)| {
            let asks = is_request(found);
            let body = text.get(..end).unwrap_or(text);
            ActFact {
                lead,
                found,
                addressees: if asks { addressees(body, lead.end as usize, context) } else { Vec::new() },
                object: if asks { Vec::new() } else { object(body, lead.end as usize, context.language) },
                deadline: if asks { find_deadline(body, lead.end as usize, context) } else { None },
            }
        })
        .collect()
}

/// Whether an act asks something of someone.
fn is_request(found: LeadMatch) -> bool {
    found.concept.is_some_and(|concept| concept.ladder == Some(Ladder::Direct) || concept.family == "direct")
}

/// The next joint of clauses after `from`: where the words behind it begin, and the form that a phrase
/// there would have.
fn next_joint(text: &str, from: usize, zone: LeadZone, language: Language) -> Option<(usize, LeadZone)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let place = match language {
            Language::Zh => memchr::memchr(0xEF, rest)?,
            // The comma and the semicolon of Arabic, of two bytes each: the second is the rarer.
            Language::Ar => memchr::memchr2_iter(0x8C, 0x9B, rest)
                .find_map(|second| second.checked_sub(1).filter(|first| rest.get(*first) == Some(&0xD8)))?,
            _ => (0..rest.len()).find(|&place| match rest.get(place) {
                Some(b',' | b';') => true,
                Some(b' ') => rest.get(place + 1..).is_some_and(|word| starts_joint(word, language)),
                _ => false,
            })?,
        };
        let here = at + place;
        let mut after = Cursor::new(text, here);
        let mark = after.peek()?;
        after.bump();
        at = after.at;
        let comma = matches!(mark, ',' | ';' | '،' | '؛' | '，' | '；');
        if !comma && mark != ' ' {
            continue;
        }
        if language == Language::Zh {
            after.eat_one(&["并", "且", "并且", "还", "又"]);
            // The adverb belongs to the phrase behind it.
            return Some((at, LeadZone::Operative));
        }
        after.spaces();
        let joined = match language {
            Language::Fr => after.eat_word(&["et"]),
            Language::Es => after.eat_word(&["y", "e"]),
            Language::Ru => after.eat_word(&["и", "а также"]),
            Language::Ar => after.peek() == Some('و') && comma,
            _ => after.eat_word(&["and"]),
        };
        if joined && (mark == ' ' || comma) {
            return Some((after.at, zone));
        }
        if comma {
            // A participle behind a comma; behind a semicolon a verb.
            let form = if matches!(mark, ';' | '؛') { zone } else { LeadZone::Preambular };
            return Some((after.at, form));
        }
    }
}

/// Whether a word for *and* may begin here.
fn starts_joint(word: &[u8], language: Language) -> bool {
    match (language, word) {
        (Language::Fr, [b'e', second, ..]) => second.eq_ignore_ascii_case(&b't'),
        (Language::Es, [first, ..]) => matches!(first, b'y' | b'e'),
        // «и», «а», small or not
        (Language::Ru, [0xD0, second, ..]) => matches!(second, 0xB8 | 0x98 | 0xB0 | 0x90),
        (Language::En | Language::Und, [b'a', second, ..]) => second.eq_ignore_ascii_case(&b'n'),
        (Language::Ar | Language::Zh, _) => true,
        _ => false,
    }
}

/// Adverbs that may stand before the word a listed phrase begins with.
const ADVERBS: [&str; 20] = [
    "also",
    "further",
    "strongly",
    "deeply",
    "once",
    "again",
    "in",
    "urgently",
    "firmly",
    "fully",
    "again",
    "particularly",
    "également",
    "en",
    "también",
    "además",
    "также",
    "далее",
    "вновь",
    "أيضا",
];

/// Whether the words at a joint may be a lead phrase: a look at the first word.
fn may_begin(rest: &str, language: Language, form: LeadZone) -> bool {
    if language == Language::Zh {
        return true;
    }
    let end = rest.find(|letter: char| !is_word(letter) && letter != '-').unwrap_or(rest.len());
    let word = rest.get(..end).unwrap_or_default();
    // A further act is never printed with a capital, and a name is.
    if word.is_empty() || word.starts_with(char::is_uppercase) {
        return false;
    }
    // English verbs in question end in "s" or "ing", participles in "ed" too.
    if matches!(language, Language::En | Language::Und)
        && !word.ends_with(['s', 'g', 'd', 'f'])
        && !ADVERBS.contains(&word)
    {
        return false;
    }
    let bare = if language == Language::Ar { word.strip_prefix('و').unwrap_or(word) } else { word };
    ADVERBS.contains(&word) || begins_lead(word, language, form) || begins_lead(bare, language, form)
}

/// Words that an English verb's object begins with.
const OBJECTS: [&str; 36] = [
    "the",
    "its",
    "that",
    "all",
    "a",
    "an",
    "their",
    "this",
    "these",
    "those",
    "upon",
    "on",
    "to",
    "with",
    "other",
    "his",
    "her",
    "such",
    "any",
    "each",
    "both",
    "every",
    "also",
    "once",
    "again",
    "in",
    "it",
    "how",
    "what",
    "international",
    "regional",
    "relevant",
    "further",
    "any",
    "continued",
    "full",
];

/// Whether what follows a phrase shows that it is a verb: *efforts and calls for* is none.
fn goes_on(rest: &str, language: Language) -> bool {
    if !matches!(language, Language::En | Language::Und) {
        return true;
    }
    let next = rest.trim_start();
    let first = next.split(|letter: char| !is_word(letter)).next().unwrap_or_default();
    OBJECTS.contains(&first) || first.starts_with(char::is_uppercase) || next.starts_with([',', '“', '"'])
}

/// Words that join addressees or stand before one.
const BETWEEN: [&str; 40] = [
    "the",
    "all",
    "and",
    "of",
    "on",
    "upon",
    "to",
    "other",
    "as",
    "well",
    "relevant",
    "concerned",
    "both",
    "its",
    "in",
    "le",
    "la",
    "les",
    "l",
    "aux",
    "au",
    "à",
    "et",
    "ainsi",
    "que",
    "tous",
    "a",
    "al",
    "los",
    "las",
    "el",
    "y",
    "todos",
    "к",
    "ко",
    "и",
    "إلى",
    "من",
    "و",
    "جميع",
];

/// The addressees that follow a lead phrase: a row of names, and where the first is not known, the words
/// up to what is asked.
fn addressees(text: &str, from: usize, context: &Context) -> Vec<Entity> {
    let names = NamesIn::new(context);
    let mut found = Vec::new();
    let mut at = Cursor::new(text, from);
    let mut steps = 0;
    while at.at < text.len() && steps < 60 {
        steps += 1;
        if let Some(name) = names.find_at(text, at.at) {
            found.push(Entity {
                text: text.get(name.start..name.end).unwrap_or_default().to_owned(),
                id: Some(id_in(name.id, context)),
                span: Span::at(name.start, name.end),
            });
            at.at = name.end;
            continue;
        }
        let Some(letter) = at.peek() else { break };
        if letter.is_whitespace() || matches!(letter, ',' | '’' | '\'' | '،' | '、') {
            at.bump();
            continue;
        }
        if letter >= '\u{2E80}' {
            if "向对各和与及".contains(letter) {
                at.bump();
                continue;
            }
            break;
        }
        let mut ahead = at;
        match ahead.word() {
            // "to" after an addressee begins what is asked.
            Some("to") if !found.is_empty() => break,
            Some(word) if BETWEEN.contains(&in_small_letters(word).as_ref()) => at = ahead,
            _ => break,
        }
    }
    if found.is_empty() && matches!(context.language, Language::En | Language::Und) {
        found.extend(described_addressee(text, from));
    }
    found
}

/// *the Executive Director* in *Requests the Executive Director to submit*.
fn described_addressee(text: &str, from: usize) -> Option<Entity> {
    let rest = text.get(from..)?;
    let end = rest.find(" to ").filter(|end| (4..140).contains(end))?;
    let words = rest.get(..end)?;
    if words.contains([';', ':', '.']) || words.contains(" that ") {
        return None;
    }
    let mut span = Span::at(from, from + end).trim(text);
    for article in ["upon ", "on ", "the "] {
        if span.of(text).is_some_and(|words| words.starts_with(article)) {
            span = Span::new(span.start + article.len() as u32, span.end);
        }
    }
    let words = span.of(text).filter(|words| !words.is_empty())?;
    Some(Entity { text: words.to_owned(), id: None, span })
}

/// What an act is about: the words after the lead phrase, up to the end of their phrase.
fn object(text: &str, from: usize, language: Language) -> Vec<Entity> {
    let Some(rest) = text.get(from..) else { return Vec::new() };
    let stops: &[&str] = match language {
        Language::Fr => &[" que ", " qui ", " dans ", " et "],
        Language::Es => &[" que ", " en ", " y "],
        Language::Ru => &[" в ", " и "],
        Language::Ar => &[" التي ", " الذي ", " في "],
        Language::Zh => &[],
        _ => &[" that ", " which ", " who ", " to ", " and ", " in which "],
    };
    // Marks first: the words that end a phrase need be looked for only before the first mark.
    let mark = rest.find([',', ';', '،', '؛', '，', '；', '。']).unwrap_or(rest.len());
    let mut reach = mark.min(402);
    while !rest.is_char_boundary(reach) {
        reach += 1;
    }
    let before_mark = rest.get(..reach).unwrap_or(rest);
    let is_stop = |at: &usize| {
        let rest = before_mark.as_bytes().get(*at..).unwrap_or_default();
        let second = rest.get(1);
        stops.iter().any(|stop| stop.as_bytes().get(1) == second && rest.starts_with(stop.as_bytes()))
    };
    let end = memchr::memchr_iter(b' ', before_mark.as_bytes()).find(is_stop).unwrap_or(mark);
    let mut span = Span::at(from, from + end).trim(text);
    if matches!(language, Language::En | Language::Und) {
        for preposition in ["of ", "to ", "with ", "at ", "on ", "over ", "about "] {
            if span.of(text).is_some_and(|words| words.starts_with(preposition)) {
                span = Span::new(span.start + preposition.len() as u32, span.end);
            }
        }
    }
    let Some(words) = span.of(text).map(|words| words.trim_end_matches(['.', ';', '。', '؛'])) else {
        return Vec::new();
    };
    let whole = words.chars().count() > 2 && words.len() < 400 && !words.starts_with("that ");
    if !whole {
        return Vec::new();
    }
    vec![Entity {
        text: words.to_owned(),
        id: None,
        span: Span::at(span.start as usize, span.start as usize + words.len()),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acts(language: Language, zone: LeadZone, text: &str) -> Vec<ActFact> {
        let mut leads = LeadFinder::for_body(Some("oic"));
        let found = leads.find(text, language, zone).unwrap();
        let context = Context::new(language).with_organ("un", "ga").with_session(78);
        find_acts(text, Span::at(0, found.len), found, zone, &mut leads, &context)
    }

    fn leads(language: Language, zone: LeadZone, text: &str) -> Vec<&str> {
        acts(language, zone, text).iter().map(|act| act.lead.of(text).unwrap()).collect()
    }

    #[test]
    fn finds_the_second_act_of_a_paragraph() {
        for (text, expected) in [
            (
                "Strongly condemns the acts of violence in the region, and expresses its condolences to the victims;",
                vec!["Strongly condemns", "expresses its condolences"],
            ),
            (
                "Expresses hope that the States concerned will reconsider, stressing that such positions do not help;",
                vec!["Expresses hope", "stressing"],
            ),
            (
                "Reaffirms its full solidarity with the people and stresses its support for all measures;",
                vec!["Reaffirms", "stresses"],
            ),
            (
                "Requests the Secretary-General to report; and also requests Member States to assist;",
                vec!["Requests", "also requests"],
            ),
            (
                "Welcomes the efforts and calls for peace made by States, needs and demands of the people;",
                vec!["Welcomes"],
            ),
        ] {
            let found = leads(Language::En, LeadZone::Operative, text);
            assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
            for (lead, wanted) in found.iter().zip(expected) {
                assert!(lead.starts_with(wanted) || wanted.starts_with(lead), "{lead} for {wanted}");
            }
        }
    }

    #[test]
    fn names_whom_an_act_addresses() {
        let text = "Requests the Secretary-General, Member States and the Human Rights Council to submit a report";
        let found = acts(Language::En, LeadZone::Operative, text);
        let ids: Vec<_> = found[0].addressees.iter().map(|actor| actor.id.clone().unwrap()).collect();
        assert_eq!(ids, ["un:sg", "group:member-states", "un:hrc"]);
        let text = "Requests the Executive Director to submit a report";
        let found = acts(Language::En, LeadZone::Operative, text);
        assert_eq!(found[0].addressees[0].text, "Executive Director");
        assert_eq!(found[0].addressees[0].span.of(text), Some("Executive Director"));
        let text = "Prie le Secrétaire général de lui présenter un rapport";
        let found = acts(Language::Fr, LeadZone::Operative, text);
        assert_eq!(found[0].addressees[0].id.as_deref(), Some("un:sg"));
    }

    #[test]
    fn reads_by_when_something_is_asked() {
        let text =
            "Requests the Secretary-General to report to the General Assembly at its seventy-ninth session on progress";
        let deadline = acts(Language::En, LeadZone::Operative, text)[0].deadline.clone().unwrap();
        assert_eq!((deadline.session, deadline.body.as_deref()), (Some(79), Some("un:ga")));
        assert_eq!(deadline.text, "at its seventy-ninth session");
        let text = "Requests the Secretary-General to report by 31 December 2025";
        let deadline = acts(Language::En, LeadZone::Operative, text)[0].deadline.clone().unwrap();
        assert_eq!((deadline.iso.as_deref(), deadline.text.as_str()), (Some("2025-12-31"), "by 31 December 2025"));
    }

    #[test]
    fn says_what_an_act_is_about() {
        let text = "Welcomes the efforts of the Republic of Kazakhstan, which continue";
        let found = acts(Language::En, LeadZone::Operative, text);
        assert_eq!(found[0].object[0].text, "the efforts of the Republic of Kazakhstan");
    }
}

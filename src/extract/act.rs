//! Everything that a paragraph does after its lead phrase: *…, and expresses its condolences to …*,
//! *…; and also requests …*, *…, stressing that …*; whom each act addresses, what it is about and by
//! when something is asked.

use crate::lexicon::key::is_word;
use crate::lexicon::leads::begins_lead;
use crate::lexicon::{ActWord, Ladder, Language, LeadFinder, LeadMatch, LeadZone, act_words};
use crate::model::{Deadline, Entity};
use crate::text::Span;

use super::Context;
use super::addressee::find_addressees;
use super::deadline::find_deadline;
use super::joint::{NOUNS, goes_on, goes_on_verb, in_relative_clause, may_begin, next_joint};
use super::object::find_object;
use super::reporting::find_report;
use super::scan::Cursor;

/// One act of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActFact {
    /// The words that say what is done.
    pub lead: Span,
    /// What they express.
    pub found: LeadMatch,
    /// To whom it is addressed, where something is asked of someone.
    pub addressees: Vec<Entity>,
    /// What it is about, where nothing is asked of anyone.
    pub object: Vec<Entity>,
    /// By when, where something is asked.
    pub deadline: Option<Deadline>,
    /// The words that ask for a report, with the id of the body that it goes to.
    pub report: Option<Entity>,
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
    // Where each act ends: before the joint to the next.
    let mut ends = Vec::new();
    let mut at = lead.end as usize;
    while let Some((joint, form)) = next_joint(text, at, zone, context.language) {
        let (last, doing) = starts.last().copied().unwrap_or((lead, found));
        at = joint;
        if goes_on_verb(text, last.end as usize, joint, form, context.language) {
            continue;
        }
        if let Some((start, further)) = act_at(text, joint, form, zone, is_request(doing), leads, context.language) {
            at = start + further.len;
            starts.push((Span::at(start, at), further));
            ends.push(joint);
        }
    }
    ends.push(text.len());
    starts
        .into_iter()
        .zip(ends)
        .map(|((lead, found), end)| read_act(text.get(..end).unwrap_or(text), lead, found, context))
        .collect()
}

/// What an act says: `text` ends where the next begins.
fn read_act(text: &str, lead: Span, found: LeadMatch, context: &Context) -> ActFact {
    let from = lead.end as usize;
    let asks = is_request(found);
    // *Calls for* takes what is wanted, never whom it is wanted of.
    let is_addressed =
        asks && !(found.concept.is_some_and(|concept| concept.id == "call_for") && takes_for(text, lead));
    let addressees = if is_addressed { find_addressees(text, from, context) } else { Vec::new() };
    let object = if addressees.is_empty() { find_object(text, from, context.language) } else { Vec::new() };
    let deadline = if asks { find_deadline(text, from, context) } else { None };
    let report = if asks { find_report(text, from, context) } else { None };
    // *To report at its eightieth session* names the body once.
    let due = deadline.as_ref().and_then(|due| due.body.clone());
    let report = report.map(|report| Entity { id: report.id.or(due), ..report });
    ActFact { lead, found, addressees, object, deadline, report }
}

/// Whether a lead ends with *for*.
fn takes_for(text: &str, lead: Span) -> bool {
    lead.of(text).is_some_and(|words| words.ends_with(" for"))
}

/// The act that begins at a joint: where its verb stands, and what it expresses. Behind the joint a link may
/// stand (*in this regard*), in Arabic and Chinese the word for *and*.
fn act_at(
    text: &str,
    joint: usize,
    form: LeadZone,
    zone: LeadZone,
    asks: bool,
    leads: &mut LeadFinder,
    language: Language,
) -> Option<(usize, LeadMatch)> {
    let mut at = Cursor::new(text, joint);
    for step in 0..3 {
        // Behind a bare comma a verb goes on a row of acts, a participle adds to one.
        for form in if form == zone { [Some(form), None] } else { [Some(zone), Some(form)] }.into_iter().flatten() {
            let rest = at.rest();
            if may_begin(rest, language, form)
                && let Some(further) = leads.find(rest, language, form)
                && further.concept.is_some()
                && further.len > 0
                && is_own_act(text, joint, at.at, further, form, asks, language)
            {
                return Some((at.at, further));
            }
        }
        if let Some(further) = around_object(at, language, leads).or_else(|| with_pronoun(at, form, language, leads)) {
            return Some(further);
        }
        if !skip_link(&mut at, language, step) {
            break;
        }
    }
    None
}

/// A Chinese act whose object stands before its verb: `对旅店关闭表示遗憾`.
fn around_object(at: Cursor, language: Language, leads: &mut LeadFinder) -> Option<(usize, LeadMatch)> {
    let rest = at.rest();
    if language != Language::Zh || !rest.starts_with('对') {
        return None;
    }
    let clause = rest.split(['，', '；', '。']).next()?;
    let verb = clause.find("表示")?;
    let found = leads.find(rest.get(verb..)?, language, LeadZone::Operative)?;
    (found.concept.is_some() && found.len > "表示".len()).then_some((at.at + verb, found))
}

/// An Arabic act whose verb has the pronoun for whom it asks: `تشجعها على`.
fn with_pronoun(at: Cursor, form: LeadZone, language: Language, leads: &mut LeadFinder) -> Option<(usize, LeadMatch)> {
    if language != Language::Ar {
        return None;
    }
    let rest = at.rest();
    let end = rest.find(|letter: char| !is_word(letter))?;
    let word = rest.get(..end)?;
    let stem = ["هما", "ها", "هم", "هن", "ه"].into_iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    if stem.chars().count() < 3 || !begins_lead(stem, language, form) {
        return None;
    }
    let found = leads.find(stem, language, form).filter(|found| is_request(*found) && found.len == stem.len())?;
    Some((at.at, LeadMatch { len: word.len(), ..found }))
}

/// Steps over what may stand between a joint and its verb; `false` where nothing does.
fn skip_link(at: &mut Cursor, language: Language, step: u8) -> bool {
    let from = at.at;
    match language {
        Language::Ar if step == 0 && at.peek() == Some('و') => {
            at.bump();
        }
        Language::Zh if step == 0 => {
            at.eat_one(&["并且", "并", "且", "还", "又", "也"]);
        }
        _ => {}
    }
    if at.at == from {
        let rest = at.rest();
        let is_link = |link: &&&str| {
            let glued = language == Language::Zh || link.ends_with(['’', '\'']);
            rest.strip_prefix(**link).is_some_and(|next| glued || !next.starts_with(is_word))
        };
        if let Some(link) = act_words(ActWord::Link, language).iter().find(is_link) {
            at.at += link.len();
            at.eat_one(&[",", "،", "，"]);
            at.spaces();
        }
    }
    at.at > from
}

/// Whether a phrase at a joint is an act of the body, rather than a noun, a relative clause or what somebody is
/// asked to do.
fn is_own_act(
    text: &str,
    joint: usize,
    at: usize,
    found: LeadMatch,
    form: LeadZone,
    asks: bool,
    language: Language,
) -> bool {
    let rest = text.get(at + found.len..).unwrap_or_default();
    let words = text.get(at..at + found.len).unwrap_or_default();
    let family = found.concept.map_or("", |concept| concept.family);
    // A participle behind a request mostly says how it is to be met: *…, supporting*, *…, bearing in mind*.
    if asks && form == LeadZone::Preambular && matches!(family, "support" | "commit" | "basis" | "direct" | "decide") {
        return false;
    }
    match language {
        // One character is a verb only where it is one of asking.
        Language::Zh => words.chars().count() > 1 || words == "请",
        Language::Fr | Language::Es => !in_relative_clause(text, joint),
        Language::Ar => words != "لا",
        Language::En | Language::Und => {
            let marked =
                text.get(..joint).is_some_and(|ahead| ahead.trim_end_matches("and ").trim_end().ends_with([',', ';']));
            let noun = NOUNS.contains(&words.rsplit(' ').next().unwrap_or_default()) && !words.contains(' ');
            (goes_on(rest) || marked && !noun) && !in_relative_clause(text, joint)
        }
        Language::Ru => true,
    }
}

/// Whether an act asks something of someone.
fn is_request(found: LeadMatch) -> bool {
    found.concept.is_some_and(|concept| concept.ladder == Some(Ladder::Direct) || concept.family == "direct")
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

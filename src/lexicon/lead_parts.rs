//! What lead phrases are made of beside their verb: adverbs, and the manner in which something is
//! noted or recalled.

use std::sync::OnceLock;

use super::Language;
use super::leads::LeadZone;
use super::table::{read_rows, table};

/// The words that the lead phrases of a language are made of.
#[derive(Default)]
pub(super) struct Parts {
    /// Adverbs before the verb.
    pub before: Vec<&'static str>,
    /// Adverbs after it.
    after: Vec<&'static str>,
    /// The preposition before an attitude: *with*.
    with: Vec<&'static str>,
    /// Words of degree before an attitude: *deep*, *grave*.
    pub degree: Vec<&'static str>,
    /// What is expressed: *concern*, *appreciation*.
    pub attitude: Vec<&'static str>,
    /// What may be held beside the attitudes: *commitment*, *call*.
    pub held: Vec<&'static str>,
    /// Beginnings of verbs that the United Nations set in italics together with what is held: *its
    /// firm support*.
    pub taking: Vec<&'static str>,
    /// Forms of a preambular lead that are not an `-ing` or `-ed` form.
    pub adjective: Vec<&'static str>,
    /// Words in `-ing`, `-ed` or `-s` that begin sentences without being a lead.
    pub no_lead: Vec<&'static str>,
    /// Words behind a verb that tie it to what stands before it: *in doing so*.
    tie: Vec<&'static str>,
}

static TABLE: &str = table!("data/lead_parts.tsv", 3);

/// The parts of the lead phrases of `language`; empty for one whose phrases are only listed.
pub(super) fn parts(language: Language) -> &'static Parts {
    static PARTS: OnceLock<[Parts; Language::ALL.len() + 1]> = OnceLock::new();
    let parts = PARTS.get_or_init(|| {
        let mut known: [Parts; Language::ALL.len() + 1] = Default::default();
        for [language, part, words] in read_rows::<3>(TABLE) {
            let Some(parts) = Language::from_code(language).and_then(|language| known.get_mut(language as usize))
            else {
                continue;
            };
            let list = match part {
                "before" => &mut parts.before,
                "after" => &mut parts.after,
                "with" => &mut parts.with,
                "degree" => &mut parts.degree,
                "attitude" => &mut parts.attitude,
                "held" => &mut parts.held,
                "taking" => &mut parts.taking,
                "adjective" => &mut parts.adjective,
                "tie" => &mut parts.tie,
                _ => &mut parts.no_lead,
            };
            list.push(words);
        }
        known
    });
    let [.., none] = parts;
    parts.get(language as usize).unwrap_or(none)
}

/// Whether one of the two words behind the first ties it to what stands before: *отмечая при этом*.
pub(super) fn is_tied(folded: &str, language: Language) -> bool {
    let mut behind = folded.match_indices(' ').take(3).filter_map(|(at, _)| folded.get(at + 1..));
    behind.any(|rest| parts(language).tie.iter().any(|tie| begins_with_word(rest, tie)))
}

/// How many bytes of ` also`, ` with deep concern` or ` in the strongest terms` stand at the start.
pub(super) fn skip_after(rest: &str, language: Language, zone: LeadZone) -> usize {
    let parts = parts(language);
    let Some(words) = rest.strip_prefix(' ') else { return 0 };
    // Behind a finite verb *further* belongs to what follows: *encourages further efforts*.
    let adverbs = parts.after.iter().filter(|adverb| zone == LeadZone::Preambular || **adverb != "further");
    if let Some(adverb) = adverbs.into_iter().find(|adverb| begins_with_word(words, adverb)) {
        return 1 + adverb.len();
    }
    let Some(preposition) = parts.with.iter().find(|preposition| begins_with_word(words, preposition)) else {
        return 0;
    };
    let manner = words.get(preposition.len()..).and_then(|rest| rest.strip_prefix(' '));
    manner.and_then(|manner| skip_attitude(manner, parts)).map_or(0, |len| 1 + preposition.len() + 1 + len)
}

/// The length of `deep concern` or `appreciation` at the start of `words`.
fn skip_attitude(words: &str, parts: &Parts) -> Option<usize> {
    let mut at = 0;
    for _ in 0..4 {
        let rest = words.get(at..)?;
        if let Some(noun) = parts.attitude.iter().find(|noun| begins_with_word(rest, noun)) {
            return Some(at + noun.len());
        }
        let degree = parts.degree.iter().find(|degree| begins_with_word(rest, degree))?;
        at += degree.len();
        let rest = words.get(at..)?;
        at += if rest.starts_with(" and ") { 5 } else { 1 };
    }
    None
}

/// Whether `text` begins with `word` and not with a longer one.
pub(super) fn begins_with_word(text: &str, word: &str) -> bool {
    // Most words differ in their first letter, which is quicker to see than to ask for.
    text.as_bytes().first() == word.as_bytes().first()
        && text
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '-'))
}

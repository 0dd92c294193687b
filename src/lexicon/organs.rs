//! The organs that issue resolutions, by the names they begin their sentences with.

use std::cell::RefCell;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::fold::FoldedStart;
use super::table::{read_rows, table};
use crate::text::sort_by_key;

/// An organ of an organisation. Both names are empty where several organisations have an organ of the
/// name: *The Assembly*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organ {
    /// The organisation: `un`.
    pub body: &'static str,
    /// The organ: `ga`.
    pub organ: &'static str,
}

static TABLE: &str = table!("data/organs.tsv", 4);

/// The names of organs in one language.
#[derive(Default)]
struct Named {
    /// The longest first.
    list: Vec<(&'static str, Organ)>,
    /// A bit for each character of ASCII that a name begins with.
    firsts: u128,
}

type Names = FxHashMap<Language, Named>;

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Names::default();
        for [body, organ, language, name] in read_rows::<4>(TABLE) {
            let (body, organ) = if body == "-" { ("", "") } else { (body, organ) };
            if let Some(language) = Language::from_code(language) {
                let held = names.entry(language).or_default();
                held.firsts |= name.bytes().next().map_or(0, bit_of);
                held.list.push((name, Organ { body, organ }));
            }
        }
        for held in names.values_mut() {
            sort_by_key(&mut held.list, |(name, _)| std::cmp::Reverse(name.len()));
        }
        names
    })
}

/// The bit of a character of ASCII in its small form; none for another byte.
const fn bit_of(byte: u8) -> u128 {
    if byte.is_ascii() { 1 << byte.to_ascii_lowercase() } else { 0 }
}

/// How many bytes of a text tell whether it may begin with a name at all.
const FIRST: usize = 16;

thread_local! {
    /// The first few bytes of the text that was asked about last, and more of the last that may begin with a name.
    static STARTS: RefCell<(FoldedStart, FoldedStart)> = RefCell::default();
}

/// The organ whose name, with its article, `text` begins with, and how many bytes it takes.
///
/// Text of no known language is looked up as English. In English the article may be missing, as it
/// is behind *Session of*. Costs a comparison with each name of the language.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::{Language, find_organ_at};
///
/// let (organ, len) = find_organ_at("L’Assemblée générale,", Language::Fr).unwrap();
/// assert_eq!((organ.body, organ.organ), ("un", "ga"));
/// assert_eq!(len, "L’Assemblée générale".len());
/// assert!(find_organ_at("L’Assembléegénérale,", Language::Fr).is_some());
/// assert!(find_organ_at("The General Assemblyman", Language::En).is_none());
/// ```
#[must_use]
pub fn find_organ_at(text: &str, language: Language) -> Option<(&'static Organ, usize)> {
    let language = if language == Language::Und { Language::En } else { language };
    let Named { list, firsts } = names().get(&language)?;
    // Most texts begin like no name: few with its first letter. In Russian a Latin letter may stand for another.
    let letter = *text.as_bytes().first()?;
    let as_written = letter.is_ascii_digit() || letter.is_ascii_alphabetic() && language != Language::Ru;
    if as_written && firsts & bit_of(letter) == 0 {
        return None;
    }
    STARTS.with_borrow_mut(|(opening, start)| {
        opening.read(text, FIRST, language);
        let begun = opening.text();
        let letters = |words: &'static str| words.bytes().filter(|byte| *byte != b' ');
        let alike =
            |name| begun.bytes().filter(|byte| *byte != b' ').zip(letters(name)).all(|(one, other)| one == other);
        let first = begun.as_bytes().first();
        let may_be = |name: &'static str| first.is_none() || name.as_bytes().first() == first;
        let likely: Vec<&(&'static str, Organ)> =
            list.iter().filter(|(name, _)| may_be(name) && alike(*name)).collect();
        if likely.is_empty() {
            return None;
        }
        start.read(text, 130, language);
        let folded = start.text();
        let (len, organ) = likely.into_iter().find_map(|(name, organ)| {
            let len = begins_with_name(folded, name)?;
            let rest = folded.get(len..)?;
            (language == Language::Zh || !rest.starts_with(char::is_alphanumeric)).then_some((len, organ))
        })?;
        Some((organ, start.place(len)))
    })
}

/// How many bytes `name` takes at the start of `folded`, where spaces between its words may be lost.
fn begins_with_name(folded: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    for word in name.split_inclusive(' ') {
        let bare = word.trim_end();
        at += folded.get(at..)?.starts_with(bare).then_some(bare.len())?;
        if bare.len() < word.len() && folded.get(at..)?.starts_with(' ') {
            at += 1;
        }
    }
    Some(at)
}

/// Whether an organ with this id (`un:ga`) or an organisation with it (`un`) is known; gives both.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::find_organ;
///
/// assert_eq!(find_organ("oic:cfm"), Some(("oic", Some("cfm"))));
/// assert_eq!(find_organ("oic"), Some(("oic", None)));
/// assert_eq!(find_organ("moon"), None);
/// ```
#[must_use]
pub fn find_organ(id: &str) -> Option<(&'static str, Option<&'static str>)> {
    let (body, organ) = id.split_once(':').map_or((id, None), |(body, organ)| (body, Some(organ)));
    let mut known = names().get(&Language::En)?.list.iter().map(|(_, organ)| organ);
    match organ {
        None => known.find(|known| known.body == body).map(|known| (known.body, None)),
        Some(organ) => {
            known.find(|known| known.body == body && known.organ == organ).map(|known| (known.body, Some(known.organ)))
        }
    }
}

//! Who voted how: the names in brackets behind a count, and those in columns below a vote.

use std::collections::BTreeMap;

use crate::lexicon::key::is_word;
use crate::lexicon::names::Names;

use super::scan::{Cursor, before, is_space};

/// Names as printed, under how they voted, and their ids in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Voters {
    /// The names.
    pub(super) names: BTreeMap<&'static str, Vec<String>>,
    /// The ids of States, `None` for a name that is in no table.
    pub(super) ids: BTreeMap<&'static str, Vec<Option<&'static str>>>,
}

impl Voters {
    /// Adds the names of a list.
    pub(super) fn add(&mut self, how: &'static str, list: &str) {
        let (names, ids): (Vec<_>, Vec<_>) = split_names(list).into_iter().unzip();
        if !names.is_empty() {
            self.names.insert(how, names);
            self.ids.insert(how, ids);
        }
    }
}

/// What stands above a column of names, with how those below it voted. A heading ends with a colon.
const HEADINGS: [(&str, &str); 44] = [
    ("In favour", "yes"),
    ("In favor", "yes"),
    ("IN FAVOUR", "yes"),
    ("Against", "no"),
    ("AGAINST", "no"),
    ("Abstaining", "abstain"),
    ("Abstentions", "abstain"),
    ("ABSTAINING", "abstain"),
    ("AYES", "yes"),
    ("YEAS", "yes"),
    ("NAYS", "no"),
    ("NOES", "no"),
    ("ABSTAIN", "abstain"),
    ("ABSTENTIONS", "abstain"),
    ("ABSENT", "absent"),
    ("Absent", "absent"),
    ("Ont voté pour", "yes"),
    ("Votent pour", "yes"),
    ("Pour", "yes"),
    ("Ont voté contre", "no"),
    ("Votent contre", "no"),
    ("Contre", "no"),
    ("Se sont abstenus", "abstain"),
    ("S’abstiennent", "abstain"),
    ("Abstention", "abstain"),
    ("Votos a favor", "yes"),
    ("A favor", "yes"),
    ("Votos en contra", "no"),
    ("En contra", "no"),
    ("Abstenciones", "abstain"),
    ("Голосовали за", "yes"),
    ("Голосовали против", "no"),
    ("Воздержались", "abstain"),
    ("Воздержались при голосовании", "abstain"),
    ("المؤيدون", "yes"),
    ("المعارضون", "no"),
    ("الممتنعون", "abstain"),
    ("الممتنعون عن التصويت", "abstain"),
    ("赞成", "yes"),
    ("赞成者", "yes"),
    ("反对", "no"),
    ("反对者", "no"),
    ("弃权", "abstain"),
    ("弃权者", "abstain"),
];

/// How far below a vote its columns may reach, in bytes.
const REACH: usize = 12_000;

/// Reads the columns in `text[from..]`: the names of each, and the byte after the last. Linear in the text.
pub(super) fn read_columns(text: &str, from: usize) -> (Voters, usize) {
    let mut voters = Voters::default();
    let mut end = from;
    let mut reach = (from + REACH).min(text.len());
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let part = text.get(..reach).unwrap_or(text);
    let mut heading = next_heading(part, from);
    while let Some((how, names_from)) = heading.map(|(_, how, after)| (how, after)) {
        heading = next_heading(part, names_from);
        let until = heading.map_or(part.len(), |(start, _, _)| start);
        let column = part.get(names_from..until).unwrap_or_default();
        let closed = column.find([']', '】']).unwrap_or(column.len());
        let list = column.get(..closed).unwrap_or(column);
        let list = list.get(..last_name(list)).unwrap_or(list);
        voters.add(how, list);
        end = names_from + list.trim_end_matches([' ', '\n', '.', ';', '。']).len();
        if closed < column.len() {
            break;
        }
    }
    (voters, end)
}

/// Where a column ends that no other follows: at the stop that ends its line.
fn last_name(list: &str) -> usize {
    let stop = list.match_indices(['.', '。']).map(|(at, _)| at).find(|at| {
        let rest = list.get(at + 1..).unwrap_or_default();
        rest.trim_start_matches(' ').is_empty() || rest.trim_start_matches([' ', '.', '。']).starts_with('\n')
    });
    stop.unwrap_or(list.len())
}

/// The next heading at or after `from`: where it begins, how those below voted, and the byte after its colon.
fn next_heading(text: &str, from: usize) -> Option<(usize, &'static str, usize)> {
    let rest = text.get(from..)?;
    for colon in rest.match_indices([':', '：']).map(|(at, _)| from + at) {
        let ahead = text.get(from..colon)?.trim_end();
        let longest = HEADINGS
            .iter()
            .filter(|(words, _)| ahead.ends_with(words))
            .max_by_key(|(words, _)| words.len())
            .map(|(words, how)| (from + ahead.len() - words.len(), *how));
        if let Some((start, how)) = longest
            && before(text, start).is_none_or(|letter| !is_word(letter) || letter >= '\u{2E80}')
        {
            let mark = text.get(colon..)?.chars().next()?;
            return Some((start, how, colon + mark.len_utf8()));
        }
    }
    None
}

/// Words that join two names of a list.
const JOINTS: [&str; 7] = ["and", "et", "y", "e", "и", "和", "及"];

/// The names of a list with their ids, *Ecuador, Yemen and Zaire*: a name that the table of States knows is one
/// whatever marks it holds.
fn split_names(list: &str) -> Vec<(String, Option<&'static str>)> {
    let mut names = Vec::new();
    let mut at = Cursor::new(list, 0);
    while let Some(letter) = at.peek() {
        if is_space(letter) || matches!(letter, ',' | '،' | ';' | '؛' | '、' | '，' | '.') {
            at.bump();
            continue;
        }
        if at.eat_word(&JOINTS) || (letter >= '\u{2E80}' && at.eat_one(&["和", "及"])) {
            continue;
        }
        if let Some(name) = state_at(list, at.at).filter(|(_, end)| is_border(list, *end)) {
            let (id, end) = name;
            let from = if letter == 'و' && !list.get(at.at..end).is_some_and(|name| is_state(name, id)) {
                at.at + letter.len_utf8()
            } else {
                at.at
            };
            names.push((clean(list.get(from..end).unwrap_or_default()), Some(id)));
            at.at = end;
            continue;
        }
        let end = at.at + unknown_end(at.rest());
        let name = clean(list.get(at.at..end).unwrap_or_default());
        if name.chars().any(char::is_alphabetic) {
            let id = state_at(&name, 0).filter(|(_, end)| *end == name.len()).map(|(id, _)| id);
            names.push((name, id));
        }
        at.at = end.max(at.at + letter.len_utf8());
    }
    names
}

/// Whether a name is one of the State as a whole.
fn is_state(name: &str, id: &str) -> bool {
    Names::get().find_at(name, 0).is_some_and(|found| found.id == id && found.start == 0)
}

/// The State whose name begins at byte `at`, and the byte after it.
fn state_at(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let name = Names::get().find_at(text, at)?;
    let is_state = name.id.len() == 3 && name.id.bytes().all(|byte| byte.is_ascii_uppercase());
    is_state.then_some((name.id, name.end))
}

/// Whether a name may end at `end`: before a mark, a joint, or the end.
fn is_border(text: &str, end: usize) -> bool {
    let mut at = Cursor::new(text, end);
    at.spaces();
    match at.peek() {
        None | Some(',' | '،' | ';' | '؛' | '、' | '，' | '.' | ')' | ']' | '）' | '。' | '和' | '及' | 'و') => {
            true
        }
        _ => at.eat_word(&JOINTS),
    }
}

/// Where a name ends that is in no table: at a mark outside brackets, or before *and*.
fn unknown_end(text: &str) -> usize {
    let mut depth = 0u32;
    for (place, letter) in text.char_indices() {
        match letter {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '،' | ';' | '؛' | '、' | '，' if depth == 0 => return place,
            ' ' | '\n' if depth == 0 => {
                let rest = text.get(place + 1..).unwrap_or_default();
                if JOINTS.iter().any(|joint| rest.strip_prefix(joint).is_some_and(|next| next.starts_with(is_space))) {
                    return place;
                }
            }
            _ => {}
        }
    }
    text.len()
}

/// A name on one line, its hyphens at the ends of lines taken out.
fn clean(name: &str) -> String {
    let joined: Vec<&str> = name.split_whitespace().collect();
    joined.join(" ").replace("- ", "").trim_end_matches(['.', ']', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(list: &str) -> Vec<Option<&'static str>> {
        split_names(list).into_iter().map(|(_, id)| id).collect()
    }

    #[test]
    fn splits_names_that_hold_joints_and_brackets() {
        assert_eq!(
            ids("Bolivia (Plurinational State of), Bosnia and Herzegovina, Trinidad and Tobago and Yemen"),
            [Some("BOL"), Some("BIH"), Some("TTO"), Some("YEM")]
        );
        assert_eq!(ids("Chine, Cuba et Fédération de Russie"), [Some("CHN"), Some("CUB"), Some("RUS")]);
        assert_eq!(ids("China, Cuba y Federación de Rusia"), [Some("CHN"), Some("CUB"), Some("RUS")]);
        assert_eq!(ids("Китай, Куба и Эритрея"), [Some("CHN"), Some("CUB"), Some("ERI")]);
        assert_eq!(ids("الصين، كوبا، إريتريا"), [Some("CHN"), Some("CUB"), Some("ERI")]);
        assert_eq!(ids("中国、古巴、厄立特里亚"), [Some("CHN"), Some("CUB"), Some("ERI")]);
        assert_eq!(split_names("Ruritania and Syldavia"), [("Ruritania".into(), None), ("Syldavia".into(), None)]);
    }

    #[test]
    fn reads_the_columns_below_a_vote() {
        let text = "The voting was as follows:\nIn favour:\nAlbania, Argentina\nAgainst:\nCuba\nAbstaining:\nMalaysia]";
        let (voters, end) = read_columns(text, 0);
        assert_eq!(voters.ids["yes"], [Some("ALB"), Some("ARG")]);
        assert_eq!((voters.ids["no"].len(), voters.ids["abstain"].len()), (1, 1));
        assert_eq!(text.get(end..), Some("]"));
        let (voters, _) = read_columns("AYES: Council Members Ash, Birch and Cedar. NOES: None. ABSENT: Elm.", 0);
        assert_eq!(voters.names["yes"].len(), 3);
    }
}

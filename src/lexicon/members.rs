//! Which States a group or an organisation has as members.

use super::table::read_rows;

/// The members of a group as a list that somebody published states them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Members {
    /// The year from which the list holds.
    pub since: u16,
    /// The members, by their codes of ISO 3166-1, in the order of the codes.
    pub states: Vec<&'static str>,
    /// Who states it.
    pub source: &'static str,
}

/// The members of a group (`group:p5`, `group:ldcs`) or of an organisation (`oic`, `eu`), as far as one of the
/// lists held here states them; `None` where none does. A fact about the group, never about a text.
///
/// Costs a look through a short table.
///
/// # Examples
///
/// ```
/// use whereas::lexicon::members_of;
///
/// let permanent = members_of("group:p5").unwrap();
/// assert_eq!(permanent.states, ["CHN", "FRA", "GBR", "RUS", "USA"]);
/// assert_eq!(permanent.source, "un-charter");
/// assert_eq!(members_of("oic").unwrap().states.len(), 57);
/// assert!(members_of("group:states").is_none());
/// ```
#[must_use]
pub fn members_of(group: &str) -> Option<Members> {
    let [_, since, states, source] = read_rows::<4>(include_str!("data/members.tsv")).find(|[id, ..]| *id == group)?;
    Some(Members { since: since.parse().ok()?, states: states.split(' ').collect(), source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::names::states;

    #[test]
    fn holds_each_group_as_its_list_states_it() {
        for (group, count) in
            [("group:p5", 5), ("eu", 27), ("oic", 57), ("las", 22), ("gcc", 6), ("coe", 46), ("group:ldcs", 44)]
        {
            let members = members_of(group).unwrap().states;
            assert_eq!(members.len(), count, "{group}");
            assert!(members.is_sorted(), "{group}");
            for member in members {
                assert!(states().any(|(code, _)| code == member), "{member} of {group} is no State");
            }
        }
    }
}

//! Whom a text names: States, organisations, organs, officials, groups.

use crate::lexicon::names::{Name, Names, own_names};
use crate::model::Entity;
use crate::text::Span;

use super::Context;
use super::names::for_each_word;

/// Finds everyone whom `text` names, in order of place, each with a stable id: the code of ISO 3166-1
/// for a State (`KAZ`), the id of a body (`un:sc`), `group:member-states` for a group.
///
/// The same actor has the same id under every name. The secretary-general is that of the body that
/// speaks, where it is known. Linear in `text`; allocates only the result.
///
/// # Examples
///
/// ```
/// use whereas::extract::{Context, find_actors};
/// use whereas::lexicon::Language;
///
/// let text = "Requests the Secretary-General and Member States to assist the Syrian Arab Republic";
/// let found = find_actors(text, &Context::new(Language::En).with_organ("un", "ga"));
/// let ids: Vec<_> = found.iter().filter_map(|actor| actor.id.as_deref()).collect();
/// assert_eq!(ids, ["un:sg", "group:member-states", "SYR"]);
/// ```
#[must_use]
pub fn find_actors(text: &str, context: &Context) -> Vec<Entity> {
    let names = NamesIn::new(context);
    let mut found = Vec::new();
    for_each_word(text, |at| {
        let Some(name) = names.find_at(text, at) else { return at };
        found.push(Entity {
            text: text.get(name.start..name.end).unwrap_or_default().to_owned(),
            id: Some(id_in(name.id, context)),
            span: Span::at(name.start, name.end),
        });
        name.end
    });
    found
}

/// The names that a text of one body may use, its own before all others.
pub(super) struct NamesIn {
    own: Option<&'static Names>,
    all: &'static Names,
}

impl NamesIn {
    /// The names for texts of the body that speaks.
    pub(super) fn new(context: &Context) -> Self {
        Self { own: context.body.and_then(own_names), all: Names::get() }
    }

    /// The longest name that begins at byte `at`.
    pub(super) fn find_at(&self, text: &str, at: usize) -> Option<Name> {
        let all = self.all.find_at(text, at);
        let Some(own) = self.own.and_then(|own| own.find_at(text, at)) else { return all };
        Some(all.filter(|all| all.end > own.end).unwrap_or(own))
    }
}

/// An id that depends on who speaks.
pub(super) fn id_in(id: &str, context: &Context) -> String {
    match (id, context.body) {
        ("sg" | "dg" | "ed", Some(body)) => format!("{body}:{id}"),
        ("un:secretariat", Some(body)) => format!("{body}:secretariat"),
        _ => id.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    fn actors(language: Language, text: &str) -> Vec<String> {
        let context = Context::new(language).with_organ("oic", "cfm");
        find_actors(text, &context)
            .into_iter()
            .map(|actor| {
                assert_eq!(actor.span.of(text), Some(actor.text.as_str()));
                format!("{}={}", actor.text, actor.id.unwrap())
            })
            .collect()
    }

    #[test]
    fn gives_one_id_to_an_actor_under_every_name() {
        assert_eq!(
            actors(Language::En, "the European Parliament, the Republic of Kazakhstan and Kazakhstan’s Government"),
            ["European Parliament=eu:ep", "Republic of Kazakhstan=KAZ", "Kazakhstan=KAZ"]
        );
        assert_eq!(
            actors(Language::Fr, "prie le Secrétaire général de l’Organisation et les États membres"),
            ["Secrétaire général=oic:sg", "États membres=group:member-states"]
        );
        assert_eq!(
            actors(Language::Ru, "в Республике Казахстан и Украине"),
            ["Республике Казахстан=KAZ", "Украине=UKR"]
        );
        assert_eq!(
            actors(Language::Ar, "يطلب من الأمين العام والدول الأعضاء"),
            ["الأمين العام=oic:sg", "الدول الأعضاء=group:member-states"]
        );
        assert_eq!(actors(Language::Zh, "请秘书长和会员国"), ["秘书长=oic:sg", "会员国=group:member-states"]);
    }

    #[test]
    fn takes_no_part_of_a_word_for_a_name() {
        assert_eq!(
            actors(Language::En, "the Malian, Chadian and Omani peoples; inter-States"),
            ["States=group:states"]
        );
    }
}

//! A reference in words, in the style of the United Nations: in the language of the edition where that
//! is French, in English otherwise.
//!
//! Source: United Nations Editorial Manual Online, *Resolutions and other formal decisions of United
//! Nations organs*: the organ, the word *resolution*, the number and the date; paragraphs as *para.*

use super::reference::Reference;
use crate::lexicon::Language;
use crate::lexicon::months::month_name;
use crate::model::Resolution;

/// One reference a line.
pub(super) fn write(resolutions: &[&Resolution], at: Option<&str>) -> String {
    let mut out = String::new();
    for resolution in resolutions {
        super::put(&mut out, format_args!("{}.\n", cite(&Reference::new(resolution), at)));
    }
    out
}

fn cite(reference: &Reference, at: Option<&str>) -> String {
    let french = reference.language == Language::Fr;
    let mut parts = vec![if reference.resolution.body == Some("un") {
        named_by_organ(reference, french)
    } else {
        named_by_title(reference, french)
    }];
    parts.extend(at.map(|address| pinpoint(address, french)));
    parts.join(", ")
}

/// `General Assembly resolution 77/18 of 21 November 2022`.
fn named_by_organ(reference: &Reference, french: bool) -> String {
    let organ = reference.organ.or(reference.body).unwrap_or_default();
    let number = reference.number().unwrap_or_default();
    let date = reference.date.and_then(|dating| day(&dating.iso, dating.end.as_deref(), french));
    let words: Vec<String> = if french {
        let date = date.map(|date| format!("en date du {date}"));
        [Some("résolution".to_owned()), Some(number.to_owned()), Some(of(organ)), date].into_iter().flatten().collect()
    } else {
        let date = date.map(|date| format!("of {date}"));
        [Some(organ.to_owned()), Some("resolution".to_owned()), Some(number.to_owned()), date]
            .into_iter()
            .flatten()
            .collect()
    };
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `Organization of Islamic Cooperation, Council of Foreign Ministers, resolution 50/48-POL, “On …”, Islamabad, …`.
fn named_by_title(reference: &Reference, french: bool) -> String {
    let resolution = reference.resolution;
    let word = if french { "résolution" } else { "resolution" };
    let (open, close) = if french { ("«\u{a0}", "\u{a0}»") } else { ("“", "”") };
    let parts = [
        reference.authority(),
        reference.number().map(|number| format!("{word} {number}")),
        reference.title().map(|title| format!("{open}{title}{close}")),
        resolution.place.as_ref().map(|place| place.name.clone()),
        reference.date.and_then(|dating| day(&dating.iso, dating.end.as_deref(), french)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `de l’Assemblée générale`, `du Conseil de sécurité`, `de la Commission des stupéfiants`.
fn of(organ: &str) -> String {
    match organ.chars().next() {
        Some('A' | 'E' | 'I' | 'O' | 'U' | 'É') => format!("de l’{organ}"),
        _ if organ.starts_with("Co") && !organ.starts_with("Conseil") => format!("de la {organ}"),
        Some(_) => format!("du {organ}"),
        None => String::new(),
    }
}

/// A day, or a range of days, in words; `None` for one that is no date.
pub(super) fn day(iso: &str, end: Option<&str>, french: bool) -> Option<String> {
    let language = if french { Language::Fr } else { Language::En };
    let month = |number| {
        let name = month_name(number, language)?;
        // The table has all names in small letters; only English sets the first as a capital.
        let mut letters = name.chars();
        let first = letters.next()?;
        Some(if french { name.to_owned() } else { first.to_uppercase().chain(letters).collect() })
    };
    let of_month = |day: u8| if french && day == 1 { "1er".to_owned() } else { day.to_string() };
    let (year, from_month, from_day) = Reference::parts(iso)?;
    let from = month(from_month)?;
    let Some((to_year, to_month, to_day)) = end.and_then(Reference::parts) else {
        return Some(format!("{} {from} {year}", of_month(from_day)));
    };
    let to = month(to_month)?;
    Some(match (to_year == year, to_month == from_month) {
        (true, true) => format!("{}–{to_day} {from} {year}", of_month(from_day)),
        (true, false) => format!("{} {from} – {to_day} {to} {year}", of_month(from_day)),
        _ => format!("{} {from} {year} – {to_day} {to} {to_year}", of_month(from_day)),
    })
}

/// A paragraph's address in words: `op12.b.ii` is `para. 12 (b) (ii)`.
pub(super) fn pinpoint(address: &str, french: bool) -> String {
    let para = if french { "par." } else { "para." };
    let mut words = Vec::new();
    let mut steps = address.split('.').filter(|step| !step.starts_with('+'));
    let mut tail = String::new();
    for step in steps.by_ref() {
        let digits = step.trim_start_matches(|sign: char| sign.is_ascii_lowercase());
        let kind = step.strip_suffix(digits).unwrap_or(step);
        let numbered = |word: &str| if digits.is_empty() { word.to_owned() } else { format!("{word} {digits}") };
        match kind {
            "annex" => words.push(numbered(if french { "annexe" } else { "annex" })),
            "sec" => words.push(numbered("sect.")),
            "fn" => words.push(numbered("note")),
            "op" => tail = format!("{para} {digits}"),
            "pp" if french => tail = format!("préambule, {para} {digits}"),
            "pp" => tail = format!("preambular {para} {digits}"),
            "title" => tail.push_str(if french { "titre" } else { "title" }),
            "theme" => tail.push_str(if french { "thème" } else { "theme" }),
            _ if tail.is_empty() => tail.push_str(step),
            _ => tail = format!("{tail} ({step})"),
        }
    }
    words.extend((!tail.is_empty()).then_some(tail));
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{day, of, pinpoint};

    #[test]
    fn says_an_address_in_words() {
        for (address, english, french) in [
            ("op3", "para. 3", "par. 3"),
            ("op12.b.ii", "para. 12 (b) (ii)", "par. 12 (b) (ii)"),
            ("op7.+1", "para. 7", "par. 7"),
            ("pp2", "preambular para. 2", "préambule, par. 2"),
            ("annex1.op3", "annex 1, para. 3", "annexe 1, par. 3"),
            ("sec2.op4", "sect. 2, para. 4", "sect. 2, par. 4"),
            ("fn7", "note 7", "note 7"),
            ("title", "title", "titre"),
        ] {
            assert_eq!(pinpoint(address, false), english);
            assert_eq!(pinpoint(address, true), french);
        }
    }

    #[test]
    fn says_days_and_ranges_of_days() {
        assert_eq!(day("2022-11-21", None, false).as_deref(), Some("21 November 2022"));
        assert_eq!(day("2022-03-01", None, true).as_deref(), Some("1er mars 2022"));
        assert_eq!(day("2022-03-22", Some("2022-03-23"), false).as_deref(), Some("22–23 March 2022"));
        assert_eq!(day("2022-03-31", Some("2022-04-02"), false).as_deref(), Some("31 March – 2 April 2022"));
        assert_eq!(day("2022-13-01", None, false), None);
    }

    #[test]
    fn sets_the_article_before_a_french_name() {
        assert_eq!(of("Assemblée générale"), "de l’Assemblée générale");
        assert_eq!(of("Conseil de sécurité"), "du Conseil de sécurité");
        assert_eq!(of("Commission des stupéfiants"), "de la Commission des stupéfiants");
    }
}

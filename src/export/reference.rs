//! What a reference to a resolution says, whatever form it is written in.

use crate::lexicon::{Language, body_name};
use crate::model::{Dating, DatingRole, Resolution};

/// What there is to say of a resolution.
pub(super) struct Reference<'a> {
    pub(super) resolution: &'a Resolution,
    /// The language that names are said in: that of the edition where the names are known in it.
    pub(super) language: Language,
    /// The organisation's name.
    pub(super) body: Option<&'static str>,
    /// The organ's name.
    pub(super) organ: Option<&'static str>,
    /// The date it was adopted on, else that of the session, else that of the document.
    pub(super) date: Option<&'a Dating>,
}

impl<'a> Reference<'a> {
    pub(super) fn new(resolution: &'a Resolution) -> Self {
        let own = Language::from_code(resolution.edition.language).unwrap_or(Language::En);
        let organ_id = resolution.body.zip(resolution.organ).map(|(body, organ)| format!("{body}:{organ}"));
        let name = |id: Option<&str>| {
            let id = id?;
            body_name(id, own).or_else(|| body_name(id, Language::En))
        };
        let roles = [DatingRole::Adoption, DatingRole::Session, DatingRole::Issued];
        Self {
            resolution,
            language: own,
            body: name(resolution.body),
            organ: name(organ_id.as_deref()),
            date: roles.iter().find_map(|role| resolution.dates.iter().find(|dating| dating.role == *role)),
        }
    }

    /// Organisation and organ as one name: `United Nations, General Assembly`.
    pub(super) fn authority(&self) -> Option<String> {
        match (self.body, self.organ) {
            (Some(body), Some(organ)) => Some(format!("{body}, {organ}")),
            (one, other) => one.or(other).map(str::to_owned),
        }
    }

    /// The number as a sentence has it: `77/18` of `A/RES/77/18`.
    pub(super) fn number(&self) -> Option<&'a str> {
        let symbol = self.resolution.symbol.as_deref()?;
        let series = ["A/HRC/RES/", "A/RES/", "S/RES/", "E/RES/"];
        Some(series.iter().find_map(|series| symbol.strip_prefix(series)).unwrap_or(symbol))
    }

    /// The title, or the line that announces the resolution.
    pub(super) fn title(&self) -> Option<&'a str> {
        self.resolution.title.as_deref().or(self.resolution.heading.as_deref())
    }

    /// Year, month and day of an ISO date.
    pub(super) fn parts(iso: &str) -> Option<(u16, u8, u8)> {
        let mut parts = iso.split('-');
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    }

    /// A name for the reference made of the key: letters and digits with hyphens between.
    pub(super) fn handle(&self) -> String {
        let mut handle = String::new();
        for sign in self.resolution.key.chars() {
            if sign.is_ascii_alphanumeric() {
                handle.push(sign);
            } else if !handle.ends_with('-') {
                handle.push('-');
            }
        }
        handle.trim_matches('-').to_owned()
    }
}

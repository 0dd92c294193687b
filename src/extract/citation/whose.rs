//! Whose work a number names, as the words around it tell: the part of the finder that reads them.

use crate::lexicon::Language;

use super::super::date::date_at;
use super::super::scan::next_digits;
use super::Finder;
use super::author::can_author;
use super::head::{self, Kind, SOME_COUNCIL};
use super::number::{Number, Series, Shape};

impl Finder<'_> {
    /// The body that the words around a number name, where it can be the author of such a number.
    pub(super) fn organ_of(&self, number: &Number) -> Option<&'static str> {
        let organ = if matches!(self.context.language, Language::Zh) {
            self.chinese_organ(number)
        } else {
            self.head.and_then(|head| head.organ)
        };
        let organ = organ.filter(|organ| can_author(number.shape, organ));
        match (number.shape, organ) {
            (
                Shape::Session { series: Series::Regular, session: session @ 31..=130, .. },
                None | Some("un:hrc" | SOME_COUNCIL),
            ) => self.assembly_or_council(number, session, organ),
            _ => organ,
        }
    }

    /// From the thirty-first session on a number may be one of the General Assembly or of the Human
    /// Rights Council: the date beside it tells, for the Assembly has one session a year and the
    /// Council three.
    fn assembly_or_council(&self, number: &Number, session: u32, organ: Option<&'static str>) -> Option<&'static str> {
        let of_council = |year: u32| (2006 + session / 3).abs_diff(year) <= 1;
        let of_assembly = |year: u32| year == 1945 + session || year == 1946 + session;
        match self.year_beside(number) {
            Some(year) if of_assembly(year) && !of_council(year) => Some("un:ga"),
            Some(year) if of_council(year) && !of_assembly(year) => Some("un:hrc"),
            _ => {
                let now = self.context.year.map(u32::from).or(self.context.session.map(|now| 1946 + u32::from(now)));
                let held = now.map_or(70, |year| 3 * year.saturating_sub(2006) + 3);
                if organ.is_some() && session > held { None } else { organ }
            }
        }
    }

    /// The year of the date beside a number: in Chinese before it, elsewhere after it.
    pub(super) fn year_beside(&self, number: &Number) -> Option<u32> {
        let text = self.text;
        if matches!(self.context.language, Language::Zh) {
            let mut from = number.start.saturating_sub(32).max(self.last.unwrap_or_default());
            while !text.is_char_boundary(from) {
                from += 1;
            }
            let start = next_digits(text, from).filter(|start| *start < number.start)?;
            return date_at(text, start)
                .filter(|date| date.span.end as usize <= number.start)
                .map(|date| u32::from(date.first.year));
        }
        let start = next_digits(text, number.end).filter(|start| start - number.end <= 28)?;
        date_at(text, start).map(|date| u32::from(date.first.year))
    }

    /// In Chinese the body stands before the number, or before the first of its row.
    fn chinese_organ(&self, number: &Number) -> Option<&'static str> {
        let last = self.last.unwrap_or_default();
        let mut from = last.max(number.start.saturating_sub(240));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let segment = self.text.get(from..number.start)?;
        let own = segment.rfind('其').map(|place| from + place);
        match head::last_organ(self.text, from, number.start) {
            Some((id, start, _)) if own.is_none_or(|own| start > own) => Some(id),
            _ if own.is_some() => None,
            _ if segment.contains("理事会") => Some(SOME_COUNCIL),
            _ if self.last.is_some() && !segment.contains(['。', '；']) => self.head.and_then(|head| head.organ),
            _ => None,
        }
    }

    /// Whether the works are resolutions or decisions.
    pub(super) fn kind_of(&self, number: &Number) -> Kind {
        if matches!(self.context.language, Language::Zh) {
            let mut to = (number.end + 900).min(self.text.len());
            while !self.text.is_char_boundary(to) {
                to -= 1;
            }
            let after = self.text.get(number.end..to).unwrap_or_default();
            return match (after.find("决议"), after.find("决定")) {
                (Some(resolution), Some(decision))
                    if decision < resolution && after.get(..decision).is_some_and(|words| words.ends_with('号')) =>
                {
                    Kind::Decision
                }
                (None, Some(decision)) if after.get(..decision).is_some_and(|words| words.ends_with('号')) => {
                    Kind::Decision
                }
                _ => Kind::Resolution,
            };
        }
        self.head.map_or(Kind::Resolution, |head| head.kind)
    }
}

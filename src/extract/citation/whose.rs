//! Whose work a number names, as the words around it tell: the part of the finder that reads them.

use crate::lexicon::Language;

use super::super::date::date_at;
use super::super::dated::DateFact;
use super::super::scan::next_digits;
use super::Finder;
use super::author::{author, can_author, council_year};
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
        let of_council = |year: u32| council_year(session).abs_diff(year) <= 1;
        let of_assembly = |year: u32| year == 1945 + session || year == 1946 + session;
        match self.year_beside(number) {
            Some(year) if of_assembly(year) && !of_council(year) => Some("un:ga"),
            Some(year) if of_council(year) && !of_assembly(year) => Some("un:hrc"),
            // Of another year it is another body's, unless the text calls it its own: then it is misprinted.
            Some(year) if organ.is_none() && !of_assembly(year) && !self.is_own() => Some(head::UNKNOWN),
            _ => {
                let now = self.context.year.map(u32::from).or(self.context.session.map(|now| 1946 + u32::from(now)));
                let held = now.map_or(70, |year| 3 * year.saturating_sub(2006) + 3);
                if organ.is_some() && session > held { None } else { organ }
            }
        }
    }

    /// The body whose work a number is, where that can be told. Numbers of few sessions are mostly those
    /// of the Human Rights Council, but conferences and committees have them too: without a name the
    /// date must agree, and without a date the text must have named the Council.
    pub(super) fn author_of(&self, number: &Number, organ: Option<&'static str>) -> Option<&'static str> {
        let Shape::Session { series: Series::Regular, session: session @ 1..=30, .. } = number.shape else {
            return author(number.shape, organ, self.context);
        };
        if organ.is_some() || self.context.organ == Some("hrc") {
            return author(number.shape, organ, self.context);
        }
        let known = match self.year_beside(number) {
            Some(year) => council_year(session) == year,
            None => head::names_council(self.text, number.start),
        };
        known.then_some("un:hrc")
    }

    /// Whether the row of numbers is called the speaker's own; in Chinese that is not asked.
    fn is_own(&self) -> bool {
        matches!(self.context.language, Language::Zh)
            || self.head.is_some_and(|head| head::is_own(self.text, head.start))
    }

    /// The year of the date beside a number: in Chinese before it, elsewhere after it.
    pub(super) fn year_beside(&self, number: &Number) -> Option<u32> {
        if let Some((start, year)) = self.beside.get()
            && start == number.start
        {
            return year;
        }
        let year = self.find_year_beside(number);
        self.beside.set(Some((number.start, year)));
        year
    }

    fn find_year_beside(&self, number: &Number) -> Option<u32> {
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

    /// The date that is printed as that of a number, as an ISO date: *of 22 October 1982*, in Chinese
    /// before it.
    pub(super) fn date_of(&self, number: &Number) -> Option<String> {
        let date = if matches!(self.context.language, Language::Zh) {
            self.date_before(number.start)
        } else {
            super::dating::date_after(self.text, number.end)
        };
        date.map(|date| date.first.to_iso())
    }

    fn date_before(&self, number: usize) -> Option<DateFact> {
        let text = self.text;
        let words = text.get(..number)?.trim_end().trim_end_matches('第').trim_end();
        let day = words.strip_suffix('日')?;
        let mut from = day.len().saturating_sub(24);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        // The year is the first run of four digits that a date begins with.
        while let Some(start) = next_digits(text, from).filter(|start| *start < number) {
            if let Some(date) = date_at(text, start) {
                return (date.span.end as usize == words.len()).then_some(date);
            }
            from = start + 1;
            while !text.is_char_boundary(from) {
                from += 1;
            }
        }
        None
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

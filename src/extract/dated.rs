//! What a date says: days of two calendars, and the same date in both beside each other.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lexicon::key::Key;
use crate::model::{Dating, DatingRole};
use crate::text::Span;

use super::Context;
use super::date::find_dates;
use super::hijri::{self, Agreement};
use super::scan::Cursor;

/// A calendar that dates are printed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// The civil calendar.
    Gregorian,
    /// The Islamic calendar.
    Hijri,
}

/// A day of either calendar, as printed. It need not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year of its calendar.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
}

impl Day {
    /// Year, month and day with hyphens, of whichever calendar the day belongs to.
    #[must_use]
    pub fn to_iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Whether there is such a day: 31 February is none.
    #[must_use]
    pub fn exists(self, calendar: Calendar) -> bool {
        match calendar {
            Calendar::Gregorian => hijri::gregorian_day(self).is_some(),
            Calendar::Hijri => (1..=30).contains(&self.day) && (1..=12).contains(&self.month),
        }
    }
}

/// One date or range of dates in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateFact {
    /// From the first digit to the last, with an era mark where one is printed.
    pub span: Span,
    /// The calendar it is printed in.
    pub calendar: Calendar,
    /// The day, or the first day of a range.
    pub first: Day,
    /// The last day of a range.
    pub last: Option<Day>,
}

impl DateFact {
    /// Whether both ends are days that exist, and in order.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.first.exists(self.calendar) && self.last.is_none_or(|last| last.exists(self.calendar) && last > self.first)
    }

    /// What is wrong with the date, where something is: the code is `date-impossible`.
    #[must_use]
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        (!self.is_possible()).then(|| Diagnostic {
            code: "date-impossible",
            severity: Severity::Error,
            span: self.span,
            message: match self.last {
                Some(last) => format!("the dates {} to {} can't be", self.first.to_iso(), last.to_iso()),
                None => format!("there is no day {}", self.first.to_iso()),
            },
            help: "compare with another copy of the text; the date is kept as printed".to_owned(),
        })
    }
}

/// A date with the same date in the other calendar beside it, where one is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// From the first digit of either to the last, with the bracket that closes it.
    pub span: Span,
    /// The Gregorian date.
    pub gregorian: Option<DateFact>,
    /// The Islamic date.
    pub hijri: Option<DateFact>,
}

impl Dated {
    /// The dating that a resolution states, or `None` where no possible Gregorian date is printed.
    #[must_use]
    pub fn to_dating(&self, role: DatingRole) -> Option<Dating> {
        let printed = self.gregorian.filter(DateFact::is_possible)?;
        Some(Dating {
            role,
            iso: printed.first.to_iso(),
            end: printed.last.map(Day::to_iso),
            span: self.span,
            hijri: self.hijri.filter(DateFact::is_possible).and_then(|other| hijri::compare(&printed, &other)),
        })
    }

    /// What is odd: a day that does not exist (`date-impossible`), or two calendars that name
    /// different days (`date-calendars-disagree`; one day apart is a remark, two a warning, more an
    /// error).
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> =
            [self.gregorian, self.hijri].iter().flatten().filter_map(DateFact::diagnostic).collect();
        if let (Some(printed), Some(other), true) = (self.gregorian, self.hijri, found.is_empty())
            && let Some(Agreement { difference, calendar, .. }) = hijri::agreement(&printed, &other)
            && difference != 0
        {
            found.push(Diagnostic {
                code: "date-calendars-disagree",
                severity: match difference.abs() {
                    1 => Severity::Info,
                    2 => Severity::Warning,
                    _ => Severity::Error,
                },
                span: self.span,
                message: format!(
                    "{} is {} from the Islamic date beside it ({})",
                    printed.first.to_iso(),
                    if difference.abs() == 1 { "one day".to_owned() } else { format!("{} days", difference.abs()) },
                    calendar
                ),
                help: match difference.abs() {
                    1 => "one day apart is usual: months begin with the sight of the moon".to_owned(),
                    _ => "one of the two dates is probably misprinted; compare with another copy".to_owned(),
                },
            });
        }
        found
    }
}

/// Finds every date with the same date in the other calendar beside it, in either order and with
/// whatever stands between them (`(19-20 Sha'ban 1443H)`, *corresponding to*, `الموافق`).
#[must_use]
pub fn find_datings(text: &str, context: &Context) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    for date in find_dates(text, context) {
        let single = match date.calendar {
            Calendar::Gregorian => Dated { span: date.span, gregorian: Some(date), hijri: None },
            Calendar::Hijri => Dated { span: date.span, gregorian: None, hijri: Some(date) },
        };
        match found.last_mut() {
            Some(last)
                if last.gregorian.is_some() != single.gregorian.is_some()
                    && last.hijri.is_some() != single.hijri.is_some()
                    && stand_together(text, last.span, date.span) =>
            {
                last.gregorian = last.gregorian.or(single.gregorian);
                last.hijri = last.hijri.or(single.hijri);
                last.span = with_bracket(text, last.span.join(date.span));
            }
            _ => found.push(single),
        }
    }
    found
}

/// Whether nothing but marks and a word for *corresponding to* stands between two dates.
fn stand_together(text: &str, one: Span, other: Span) -> bool {
    let Some(between) = text.get(one.end as usize..other.start as usize).filter(|between| between.len() < 48) else {
        return false;
    };
    let mut words = between.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.all(|word| {
        Key::of(word).is_some_and(|key| {
            const BETWEEN: [&str; 22] = [
                "corresponding",
                "to",
                "equivalent",
                "of",
                "the",
                "on",
                "i",
                "e",
                "correspondant",
                "au",
                "aux",
                "le",
                "soit",
                "correspondiente",
                "a",
                "al",
                "h",
                "ah",
                "الموافق",
                "الموافقين",
                "من",
                "م",
            ];
            BETWEEN.contains(&key.as_str()) || matches!(key.as_str(), "و" | "ه" | "هـ" | "للموافق" | "يومي" | "يوم")
        })
    })
}

/// The span, with the bracket after it where that closes one inside.
fn with_bracket(text: &str, span: Span) -> Span {
    let inside = span.of(text).unwrap_or_default();
    let open = inside.matches(['(', '（']).count() > inside.matches([')', '）']).count();
    let mut after = Cursor::new(text, span.end as usize);
    if open {
        after.spaces();
        if after.eat_one(&[")", "）"]) {
            return Span::at(span.start as usize, after.at);
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    const EN: Context = Context::new(Language::En);

    #[test]
    fn makes_no_dating_of_a_day_that_can_not_be() {
        let found = find_datings("on 31 February 2022", &EN);
        assert_eq!(found[0].to_dating(DatingRole::Adoption), None);
        assert_eq!(found[0].diagnostics()[0].code, "date-impossible");
    }

    #[test]
    fn puts_the_two_calendars_together_in_either_order() {
        for (text, words) in [
            ("on 22 – 23 March 2022 (19-20 Shabaan 1443H).", "22 – 23 March 2022 (19-20 Shabaan 1443H)"),
            (
                "on 19-20 Sha'ban 1443H, corresponding to 22-23 March 2022,",
                "19-20 Sha'ban 1443H, corresponding to 22-23 March 2022",
            ),
            ("يومي 19-20 شعبان 1443هـ (الموافق 22-23 مارس 2022م)", "19-20 شعبان 1443هـ (الموافق 22-23 مارس 2022م)"),
            (
                "les 19-20 Chaabane 1443H (correspondant aux 22-23 mars 2022)",
                "19-20 Chaabane 1443H (correspondant aux 22-23 mars 2022)",
            ),
        ] {
            let found = find_datings(text, &EN);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].span.of(text), Some(words));
            let dating = found[0].to_dating(DatingRole::Session).unwrap();
            assert_eq!((dating.iso.as_str(), dating.end.as_deref()), ("2022-03-22", Some("2022-03-23")));
            let hijri = dating.hijri.unwrap();
            assert_eq!((hijri.iso.as_str(), hijri.end.as_deref()), ("1443-08-19", Some("1443-08-20")));
            assert_eq!((hijri.calendar, hijri.difference, hijri.agrees), ("umm-al-qura", 0, true));
        }
    }

    #[test]
    fn says_how_far_two_calendars_are_apart() {
        let severity = |text| {
            let found = find_datings(text, &EN)[0].diagnostics();
            found.first().map(|one| (one.code, one.severity))
        };
        assert_eq!(severity("22 March 2022 (19 Sha'ban 1443H)"), None);
        assert_eq!(severity("23 March 2022 (19 Sha'ban 1443H)"), Some(("date-calendars-disagree", Severity::Info)));
        assert_eq!(severity("24 March 2022 (19 Sha'ban 1443H)"), Some(("date-calendars-disagree", Severity::Warning)));
        assert_eq!(severity("22 April 2022 (19 Sha'ban 1443H)"), Some(("date-calendars-disagree", Severity::Error)));
    }

    /// Double dates as the Organisation of Islamic Cooperation printed them, with the difference of
    /// the first day: Islamic, Gregorian, calendar, difference, where it was read.
    const DOUBLE_DATES: &str = include_str!("../../tests/data/hijri_double_dates.tsv");

    #[test]
    fn agrees_with_the_double_dates_that_were_printed() {
        let rows: Vec<Vec<&str>> = DOUBLE_DATES.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows.len(), 20);
        for row in rows {
            let text = format!("{} ({})", row[1], row[0]);
            let found = find_datings(&text, &EN);
            assert_eq!(found.len(), 1, "{text}");
            let dating = found[0].to_dating(DatingRole::Session).unwrap();
            let hijri = dating.hijri.unwrap();
            assert_eq!((dating.iso.as_str(), hijri.iso.as_str()), (row[3], row[2]), "{text}");
            assert_eq!((hijri.calendar, hijri.difference.to_string().as_str()), (row[4], row[5]), "{text}");
            assert!(hijri.agrees, "{text}");
        }
    }
}

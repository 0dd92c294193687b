//! The Islamic calendar: its months as they are printed, and the comparison with the Gregorian date
//! beside them.
//!
//! From 1401 H on the comparison rests on the Umm al-Qura calendar, which gives the printed day of
//! eighteen of the twenty double dates that were checked; before, on whichever of Umm al-Qura and
//! the tabular calendar comes nearer. `[double-dates]`

use icu_calendar::cal::Hijri;
use icu_calendar::cal::hijri::{TabularAlgorithmEpoch, TabularAlgorithmLeapYears};
use icu_calendar::{AsCalendar, Date};

use crate::lexicon::months::{hijri_key, hijri_month};
use crate::model::HijriDating;

use super::dated::{DateFact, Day};
use super::scan::{Cursor, is_dash};

/// The first year for which the Umm al-Qura calendar alone decides.
const UMM_AL_QURA_FROM: u16 = 1401;

/// How a Gregorian date compares with the Islamic one beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreement {
    /// The calendar the comparison rests on.
    pub(super) calendar: &'static str,
    /// The Gregorian date as printed minus the day that the Islamic one falls on, both of the first
    /// day where a range is printed.
    pub(super) difference: i32,
}

/// The Islamic month whose name stands next: one to four words, the longest name first.
pub(super) fn month_name(at: &mut Cursor) -> Option<u8> {
    let start = *at;
    let mut ahead = *at;
    let mut best = None;
    for _ in 0..4 {
        // Apostrophes and hyphens stand inside these names, spaces between their words.
        if !ahead.peek().is_some_and(char::is_alphabetic) {
            break;
        }
        while ahead.peek().is_some_and(|letter| letter.is_alphabetic() || is_mark(letter)) {
            ahead.bump();
        }
        let name = start.rest().get(..ahead.at - start.at)?;
        if let Some(month) = hijri_key(name).and_then(|key| hijri_month(&key)) {
            best = Some((month, ahead));
        }
        if !ahead.spaces() {
            break;
        }
    }
    let (month, after) = best?;
    *at = after;
    Some(month)
}

/// A mark inside a month's name.
fn is_mark(letter: char) -> bool {
    is_dash(letter) || matches!(letter, '\'' | '’' | '‘' | 'ʿ' | 'ʾ' | '`' | '´' | '\u{640}' | '\u{64B}'..='\u{652}')
}

/// The number of a Gregorian day in a row of all days, or `None` for a day that does not exist.
pub(super) fn gregorian_day(day: Day) -> Option<i64> {
    Date::try_new_gregorian(i32::from(day.year), day.month, day.day).ok().map(|date| number(&date))
}

/// The number of the day that an Islamic date falls on.
fn hijri_day(day: Day, calendar: &'static str) -> Option<i64> {
    // A month that the calendar gives 29 days may have had 30 by the sight of the moon.
    let (day, extra) = if day.day == 30 { (Day { day: 29, ..day }, 1) } else { (day, 0) };
    let year = i32::from(day.year);
    let found = if calendar == "umm-al-qura" {
        Date::try_new_hijri_with_calendar(year, day.month, day.day, Hijri::new_umm_al_qura())
            .ok()
            .map(|date| number(&date))
    } else {
        let tabular = Hijri::new_tabular(TabularAlgorithmLeapYears::TypeII, TabularAlgorithmEpoch::Friday);
        Date::try_new_hijri_with_calendar(year, day.month, day.day, tabular).ok().map(|date| number(&date))
    };
    found.map(|found| found + extra)
}

/// The number of a date in the row of all days.
fn number<A: AsCalendar>(date: &Date<A>) -> i64 {
    date.to_rata_die().to_i64_date()
}

/// Compares a Gregorian date with the Islamic one beside it; `None` where either can't be.
pub(super) fn agreement(gregorian: &DateFact, hijri: &DateFact) -> Option<Agreement> {
    let by = |calendar| -> Option<Agreement> {
        let difference = (gregorian_day(gregorian.first)? - hijri_day(hijri.first, calendar)?) as i32;
        Some(Agreement { calendar, difference })
    };
    let observed = by("umm-al-qura");
    if hijri.first.year >= UMM_AL_QURA_FROM {
        return observed;
    }
    match (observed, by("tabular")) {
        (Some(observed), Some(tabular)) if tabular.difference.abs() < observed.difference.abs() => Some(tabular),
        (None, tabular) => tabular,
        (observed, _) => observed,
    }
}

/// The Islamic date as a resolution states it beside the Gregorian one.
pub(super) fn compare(gregorian: &DateFact, hijri: &DateFact) -> Option<HijriDating> {
    let Agreement { calendar, difference } = agreement(gregorian, hijri)?;
    Some(HijriDating {
        iso: hijri.first.to_iso(),
        end: hijri.last.map(Day::to_iso),
        calendar,
        difference,
        agrees: difference.abs() <= 1,
    })
}

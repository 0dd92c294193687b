//! Whose work a number names.

use super::super::Context;
use super::head::{Kind, SOME_COUNCIL};
use super::letter::Letter;
use super::number::{Number, Series, Shape};

/// Whether `2022/23` may be a financial year: the second number follows the end of the first.
pub(super) const fn is_period(first: u32, second: u32) -> bool {
    (first + 1) % 100 == second || second == first + 1
}

/// Whether a body numbers its works in this way.
pub(super) fn can_author(shape: Shape, organ: &str) -> bool {
    match shape {
        Shape::Year { .. } => matches!(organ, "un:sc" | "coe:pace" | SOME_COUNCIL),
        Shape::Roman { .. } => matches!(organ, "un:ga" | "un:ecosoc" | "un:tc" | "un:eclac" | SOME_COUNCIL),
        Shape::Session { series: Series::Emergency, .. } => organ == "un:ga",
        Shape::Session { series: Series::Special, .. } => matches!(organ, "un:ga" | "un:hrc" | SOME_COUNCIL),
        Shape::Session { session: 1946.., .. } => {
            matches!(
                organ,
                "un:ecosoc" | "un:chr" | "un:subcom" | "un:cpd" | "un:csw" | "un:cnd" | "cop" | SOME_COUNCIL
            )
        }
        Shape::Session { number: 1900.., .. } => organ == "fao:conf",
        Shape::Session { .. } => matches!(
            organ,
            "un:ga"
                | "un:hrc"
                | "un:cnd"
                | "un:unea"
                | "un:csw"
                | "un:ccpcj"
                | "un:statcom"
                | "cop"
                | "who:wha"
                | "un:escap"
                | "un:escwa"
                | "un:habitat"
                | SOME_COUNCIL
        ),
    }
}

/// The body that numbers its works in this way, by the words around the number and, without any, by
/// the body that speaks. `None` where it can't be told.
pub(super) fn author(shape: Shape, organ: Option<&'static str>, context: &Context) -> Option<&'static str> {
    let own = context.organ;
    match (shape, organ) {
        (_, Some("cop")) => None,
        (Shape::Year { .. }, Some("coe:pace")) => Some("coe:pace"),
        (Shape::Year { .. }, None) if own == Some("pace") => Some("coe:pace"),
        (Shape::Year { .. }, _) => Some("un:sc"),
        (Shape::Roman { .. }, None) if own == Some("ecosoc") => Some("un:ecosoc"),
        (Shape::Roman { .. }, Some(SOME_COUNCIL))
        | (Shape::Session { session: 1946.., .. }, Some(SOME_COUNCIL) | None) => Some("un:ecosoc"),
        (Shape::Session { .. }, Some(SOME_COUNCIL)) => Some("un:hrc"),
        (Shape::Session { series: Series::Regular, session, .. }, None) if session < 31 => Some("un:hrc"),
        (Shape::Session { series: Series::Regular | Series::Special, .. }, None) if own == Some("hrc") => {
            Some("un:hrc")
        }
        (_, Some(organ)) => Some(organ),
        (_, None) => Some("un:ga"),
    }
}

/// The year in which a regular session of the Human Rights Council was held: three a year since 2006.
pub(super) const fn council_year(session: u32) -> u32 {
    2006 + session.saturating_sub(1) / 3
}

/// `res` or `dec`: decisions of the General Assembly are numbered from 401, resolutions never so
/// high.
const fn kind_code(kind: Kind, number: &Number, body: &str) -> &'static str {
    let assembly = body.len() == 5;
    match (kind, number.shape) {
        (_, Shape::Session { series: Series::Regular, session: 31..=130, number: 401..=999 }) if assembly => "dec",
        (Kind::Decision, _) => "dec",
        (Kind::Recommendation, _) => "rec",
        (Kind::Resolution, _) => "res",
    }
}

/// The id of a work.
pub(super) fn id(body: &str, kind: Kind, number: &Number, letter: Option<Letter>) -> String {
    format!("{body}:{}:{}", kind_code(kind, number, body), number.to_id(letter))
}

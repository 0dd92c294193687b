//! A work under its several names.

use std::fmt::Write;

/// A work, known by its canonical id, with the other names it goes by.
///
/// The id, the symbol that the body gives it, its Akoma Ntoso IRI and its address at a resolver are
/// views of one value; each is made when it is asked for.
///
/// # Examples
///
/// ```
/// use whereas::resolve::Work;
///
/// let work = Work::new("un:ga:res:217A(III)").unwrap();
/// assert_eq!(work.symbol().as_deref(), Some("A/RES/217 A (III)"));
/// assert_eq!(work.url("en").as_deref(), Some("https://undocs.org/en/A/RES/217A(III)"));
/// assert_eq!(work.akn_iri(Some("1948-12-10")).as_deref(), Some("/akn/un/statement/deliberation/un-ga/1948-12-10/217_A_(III)"));
///
/// // A volume of the OIC has no resolver that could be named.
/// assert_eq!(Work::new("oic:cfm:res:50/48-POL").unwrap().url("en"), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Work {
    id: String,
}

/// How the bodies of the United Nations write the symbols of their works.
const SYMBOLS: [(&str, &str); 14] = [
    ("un:ga:res:", "A/RES/"),
    ("un:ga:dec:", "A/DEC/"),
    ("un:sc:res:", "S/RES/"),
    ("un:sc:prst:", "S/PRST/"),
    ("un:ecosoc:res:", "E/RES/"),
    ("un:ecosoc:dec:", "E/DEC/"),
    ("un:hrc:res:", "A/HRC/RES/"),
    ("un:hrc:dec:", "A/HRC/DEC/"),
    ("un:hrc:prst:", "A/HRC/PRST/"),
    ("un:escap:res:", "E/ESCAP/RES/"),
    ("un:chr:res:", "E/CN.4/RES/"),
    ("un:cnd:res:", "E/CN.7/RES/"),
    ("un:csw:res:", "E/CN.6/RES/"),
    ("un:doc:", ""),
];

impl Work {
    /// The work of a canonical id (`body:organ:type:number`), a place after `#` left out. `None` for text that
    /// is no id.
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let work = id.split('#').next().unwrap_or(id).trim();
        let parts = work.split(':').filter(|part| !part.is_empty()).count();
        let plain = !work.contains(|letter: char| letter.is_control() || letter.is_whitespace() && letter != ' ');
        (parts >= 2 && plain && !work.starts_with("text:")).then(|| Self { id: work.to_owned() })
    }

    /// The canonical id: `un:ga:res:217A(III)`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The symbol that the body itself writes: `A/RES/217 A (III)`, `S/RES/2593 (2021)`, `50/48-POL`. `None`
    /// for a treaty or charter, which has a name.
    #[must_use]
    pub fn symbol(&self) -> Option<String> {
        if let Some((head, number)) = self.united_nations() {
            return Some(format!("{head}{}", spaced(number)));
        }
        let (scheme, number) = self.id.rsplit_once(':')?;
        match scheme {
            "un:unea:res" => number.split_once('/').map(|(session, number)| format!("UNEP/EA.{session}/Res.{number}")),
            "coe:pace:res" => Some(format!("Resolution {}", spaced(number))),
            "coe:pace:rec" => Some(format!("Recommendation {}", spaced(number))),
            "coe:pace:doc" => Some(format!("Doc. {number}")),
            "oas:ag:res" | "oas:ag:dec" | "oas:cp:res" => {
                let kind = scheme.rsplit(':').next()?.to_uppercase();
                let organ = scheme.split(':').nth(1)?.to_uppercase();
                Some(format!("{organ}/{kind}. {number}"))
            }
            "au:assembly:dec" | "au:assembly:decl" | "au:assembly:res" => {
                let kind = scheme.rsplit(':').next()?;
                let (first, rest) = kind.split_at_checked(1)?;
                Some(format!("Assembly/AU/{}{rest}.{number}", first.to_uppercase()))
            }
            "au:excl:dec" => Some(format!("EX.CL/Dec.{number}")),
            "au:excl" => Some(format!("EX.CL/{number}")),
            "osce:mc:dec" => Some(format!("MC.DEC/{number}")),
            "osce:pc:dec" => Some(format!("PC.DEC/{number}")),
            "oic:cfm:res" | "oic:icfm:res" | "oic:is:res" | "oic:doc" | "eu:ep:res" | "eu:ep:motion" | "eu:ep:proc"
            | "who:wha:res" | "who:wha:dec" => Some(number.to_owned()),
            _ => None,
        }
    }

    /// The Akoma Ntoso IRI of the work, as the naming convention of the United Nations has it: body, organ, date
    /// and number, with `-` for a slash and `_` for a space.
    ///
    /// `date` is the ISO date of adoption; without it the first of January of the year that the number tells,
    /// as that convention asks. `None` where no date can be told, and for treaties. The convention knows no
    /// jurisdiction but `un`; for other bodies the first part of the id stands there. `[akn4un]`
    #[must_use]
    pub fn akn_iri(&self, date: Option<&str>) -> Option<String> {
        let mut parts = self.id.splitn(4, ':');
        let (body, organ, kind, number) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        if !matches!(kind, "res" | "dec" | "decl" | "prst" | "rec") {
            return None;
        }
        let date = match date {
            Some(date) => date.to_owned(),
            None => format!("{:04}-01-01", super::work_years(&self.id)?.0),
        };
        let number = spaced(number).replace('/', "-").replace(' ', "_");
        Some(format!("/akn/{body}/statement/deliberation/{body}-{organ}/{date}/{number}"))
    }

    /// The address of the work at a resolver that is known, over https; `language` is an ISO 639-1 code. `None`
    /// for a work that no known resolver has.
    #[must_use]
    pub fn url(&self, language: &str) -> Option<String> {
        let known = ["ar", "en", "es", "fr", "ru", "zh"].contains(&language);
        if let Some((head, number)) = self.united_nations() {
            let language = if known { language } else { "en" };
            return Some(format!("https://undocs.org/{language}/{head}{}", escaped(number)));
        }
        let (scheme, number) = self.id.rsplit_once(':')?;
        let language =
            if language.len() == 2 && language.is_ascii() { language.to_uppercase() } else { "EN".to_owned() };
        match scheme {
            "un:unea:res" => Some(format!("https://undocs.org/en/{}", self.symbol()?)),
            "eu:ep:res" => {
                let (term, rest) = number.strip_prefix('P')?.split_once("_TA(")?;
                let (year, number) = rest.split_once(')')?;
                Some(format!("https://www.europarl.europa.eu/doceo/document/TA-{term}-{year}-{number}_{language}.html"))
            }
            "eu:ep:motion" => {
                let (joint, rest) = number.strip_prefix("RC-").map_or(("B", number), |rest| ("RC", rest));
                let (term, rest) = rest.strip_prefix('B')?.split_once('-')?;
                let (number, year) = rest.split_once('/')?;
                Some(format!(
                    "https://www.europarl.europa.eu/doceo/document/{joint}-{term}-{year}-{number}_{language}.html"
                ))
            }
            _ => None,
        }
    }

    /// The beginning of the symbol, and the number, of a work of the United Nations.
    fn united_nations(&self) -> Option<(&'static str, &str)> {
        SYMBOLS.iter().find_map(|(id, symbol)| self.id.strip_prefix(id).map(|number| (*symbol, number)))
    }
}

/// A number as bodies print it: `217A(III)` becomes `217 A (III)`, `74/255A` becomes `74/255 A`.
fn spaced(number: &str) -> String {
    let mut written = String::with_capacity(number.len() + 2);
    let mut last = ' ';
    let session = number.starts_with(['S', 'E']);
    for letter in number.chars() {
        let letters = last.is_ascii_digit() && letter.is_ascii_uppercase() && !session;
        if letters || letter == '(' && last.is_ascii_alphanumeric() {
            written.push(' ');
        }
        written.push(letter);
        last = letter;
    }
    written
}

/// A number in an address: what may not stand there as it is, is escaped.
fn escaped(number: &str) -> String {
    let mut written = String::with_capacity(number.len());
    for byte in number.bytes() {
        if byte.is_ascii_alphanumeric() || b"/().-_".contains(&byte) {
            written.push(byte as char);
        } else {
            _ = write!(written, "%{byte:02X}");
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::Work;

    #[test]
    fn gives_every_view_of_a_work() {
        for (id, symbol, iri, url) in [
            (
                "un:ga:res:77/18",
                Some("A/RES/77/18"),
                Some("/akn/un/statement/deliberation/un-ga/2022-01-01/77-18"),
                Some("https://undocs.org/en/A/RES/77/18"),
            ),
            (
                "un:ga:res:74/255A",
                Some("A/RES/74/255 A"),
                Some("/akn/un/statement/deliberation/un-ga/2019-01-01/74-255_A"),
                Some("https://undocs.org/en/A/RES/74/255A"),
            ),
            ("un:ga:res:ES-11/1", Some("A/RES/ES-11/1"), None, Some("https://undocs.org/en/A/RES/ES-11/1")),
            (
                "un:sc:res:2593(2021)",
                Some("S/RES/2593 (2021)"),
                Some("/akn/un/statement/deliberation/un-sc/2021-01-01/2593_(2021)"),
                Some("https://undocs.org/en/S/RES/2593(2021)"),
            ),
            (
                "un:hrc:res:16/18",
                Some("A/HRC/RES/16/18"),
                Some("/akn/un/statement/deliberation/un-hrc/2011-01-01/16-18"),
                Some("https://undocs.org/en/A/HRC/RES/16/18"),
            ),
            ("un:doc:A/77/408", Some("A/77/408"), None, Some("https://undocs.org/en/A/77/408")),
            (
                "oic:cfm:res:50/48-POL",
                Some("50/48-POL"),
                Some("/akn/oic/statement/deliberation/oic-cfm/2022-01-01/50-48-POL"),
                None,
            ),
            (
                "eu:ep:res:P9_TA(2022)0012",
                Some("P9_TA(2022)0012"),
                Some("/akn/eu/statement/deliberation/eu-ep/2022-01-01/P9_TA_(2022)0012"),
                Some("https://www.europarl.europa.eu/doceo/document/TA-9-2022-0012_EN.html"),
            ),
            (
                "coe:pace:res:2424(2022)",
                Some("Resolution 2424 (2022)"),
                Some("/akn/coe/statement/deliberation/coe-pace/2022-01-01/2424_(2022)"),
                None,
            ),
            ("un:charter", None, None, None),
        ] {
            let work = Work::new(id).unwrap();
            assert_eq!(work.symbol().as_deref(), symbol, "{id}");
            assert_eq!(work.akn_iri(None).as_deref(), iri, "{id}");
            assert_eq!(work.url("en").as_deref(), url, "{id}");
        }
        assert_eq!(Work::new("un:ga:res:77/18#op3").unwrap().id(), "un:ga:res:77/18");
        assert_eq!(Work::new("text:0123456789abcdef"), None);
        assert_eq!(Work::new("nothing"), None);
    }
}

//! Works that are named and are not in the library.

use crate::extract::{Context, find_citations};
use crate::lexicon::{Language, detect_language};
use crate::model::{CitationForm, Pinpoint, PinpointPart};
use crate::query::Resolved;
use crate::resolve::Work;

/// The work that a citation means, though it is not here.
pub(super) fn find_elsewhere(typed: &str) -> Option<Resolved> {
    if typed.len() > 400 {
        return None;
    }
    // An id is taken at its word; "body:oic" has the same form and is a filter, which no body gives a symbol.
    if let Some(work) = Work::new(typed).filter(|work| !typed.contains(' ') && work.symbol().is_some()) {
        return Some(Resolved::new(work.id(), Vec::new(), None, None, Language::En.code()));
    }
    let language = detect_language(typed);
    let context = Context::new(language);
    let mut cited = find_citations(typed, &context);
    if cited.is_empty() {
        // "78/1" stands alone where a text would call it a resolution.
        cited = find_citations(&format!("resolution {typed}"), &Context::new(Language::En));
    }
    let citation = cited.into_iter().find(|citation| citation.form != CitationForm::Short)?;
    let address = citation.pinpoint.as_ref().and_then(to_address);
    let id = citation.target?;
    Some(Resolved::new(&id, Vec::new(), address, citation.date.as_deref(), language.code()))
}

/// The address of a paragraph that a pinpoint names.
fn to_address(pinpoint: &Pinpoint) -> Option<String> {
    let part = match pinpoint.part {
        PinpointPart::Op => "op",
        PinpointPart::Pp => "pp",
        PinpointPart::Annex => "annex",
        PinpointPart::Section => "sec",
        PinpointPart::Article | PinpointPart::Chapter => return None,
    };
    Some(format!("{part}{}", pinpoint.from))
}

#[cfg(test)]
mod tests {

    #[test]
    fn gives_a_work_that_is_not_here_with_its_address() {
        let found = |text| {
            let works = crate::Library::new().resolve(text);
            let one = works.into_iter().next()?;
            Some((one.id, one.address, one.url))
        };
        let expected = |id: &str, address: Option<&str>, url: &str| {
            Some((id.to_owned(), address.map(str::to_owned), Some(url.to_owned())))
        };
        let url = "https://undocs.org/en/A/RES/78/1";
        assert_eq!(found("A/RES/78/1, paragraph 3"), expected("un:ga:res:78/1", Some("op3"), url));
        assert_eq!(found("78/1"), expected("un:ga:res:78/1", None, url));
        let url = "https://undocs.org/en/S/RES/2593(2021)";
        assert_eq!(found("Security Council resolution 2593 (2021)"), expected("un:sc:res:2593(2021)", None, url));
        assert_eq!(found("un:sc:res:2593(2021)"), expected("un:sc:res:2593(2021)", None, url));
        assert_eq!(found("nothing of the kind"), None);
        assert_eq!(found("body:oic"), None);
    }
}

//! Number, title and theme.

use super::super::named::Works;
use super::super::report::{ClaimKind, ClaimVerdict, Finding, Reason, Verdict};
use super::super::texts::SourceText;
use super::{Answer, Claims};
use crate::model::{CitationForm, Zone};
use crate::text::{Span, WordList};

impl Claims<'_> {
    /// Facts that citations and quotations state.
    pub(super) fn read_names(&mut self, findings: &[Finding], works: &Works, texts: &[SourceText]) {
        for work in &works.cited {
            let Some(text) = work.text.and_then(|at| texts.get(at)) else { continue };
            let (CitationForm::Symbol, Some(symbol)) = (work.citation.form, &text.resolution.symbol) else { continue };
            if let Some(span) = self.find_symbol(work.citation.span, symbol) {
                let source = find_heading(text, symbol);
                self.add(ClaimKind::Number, span, Some(Answer::new(symbol.clone(), source, true)));
            }
        }
        for finding in findings {
            let zone = finding.source.as_ref().map(|source| source.zone);
            let kind = match zone {
                Some(Zone::Title) => ClaimKind::Title,
                Some(Zone::Theme) => ClaimKind::SessionTheme,
                _ if self.is_called_theme(finding.span) => ClaimKind::SessionTheme,
                _ => continue,
            };
            if finding.reason == Some(Reason::SourceNotOpen) {
                self.add(kind, finding.span, None);
                continue;
            }
            let answer = self.answer_name(kind, finding);
            self.add(kind, finding.span, answer);
        }
    }

    /// The words of a symbol at the end of a citation, as the article prints them.
    fn find_symbol(&self, citation: Span, symbol: &str) -> Option<Span> {
        let words = self.layout.words_of(citation);
        let symbol = WordList::new(symbol, Span::at(0, symbol.len()), &[]);
        let start = words.end.checked_sub(symbol.len()).filter(|&start| start >= words.start)?;
        let same = (0..symbol.len()).all(|at| symbol.word(at) == Some(self.word(start + at)));
        if same { self.layout.words.span_of(start..words.end) } else { Some(citation) }
    }

    /// Whether the article calls the words a theme: *on the theme «…»*.
    fn is_called_theme(&self, quotation: Span) -> bool {
        let at = self.layout.words.first_at(quotation.start);
        (at.saturating_sub(3)..at).any(|at| matches!(self.word(at), "theme" | "motto" | "slogan"))
    }

    fn answer_name(&self, kind: ClaimKind, finding: &Finding) -> Option<Answer> {
        let resolution = self.main?.resolution;
        let theme = || Some((resolution.session.as_ref()?.theme.clone()?, self.place_of(Zone::Theme)));
        let named = match kind {
            ClaimKind::Title => resolution.title.clone().map(|title| (title, self.place_of(Zone::Title))),
            _ => {
                theme().or_else(|| Some((self.main?.printed(self.place_of(Zone::Theme)?), self.place_of(Zone::Theme))))
            }
        };
        let (found, source) = named?;
        // A part of the title or theme is not another one.
        let verdict = match finding.verdict {
            Verdict::Verbatim => ClaimVerdict::Agrees,
            _ => ClaimVerdict::Altered,
        };
        Some(Answer { found, source, verdict })
    }
}

/// Where the symbol stands in the text: in what announces the resolution.
fn find_heading(text: &SourceText, symbol: &str) -> Option<Span> {
    let place = text.resolution.span.of(text.text)?.find(symbol)?;
    let start = text.resolution.span.start + place as u32;
    Some(Span::new(start, start + symbol.len() as u32))
}

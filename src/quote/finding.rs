//! One quotation: the place that is meant, the verdict on it, and what stands beside it.

use super::beside::{find_left_out, find_subjects};
use super::candidates::{Candidate, SHORT, find_candidates, place_of};
use super::carrier::find_carrier;
use super::check::CheckOptions;
use super::counterpart::{MOST_TEXTS, find_counterpart};
use super::damage::is_damaged;
use super::moved::{find_moved, find_stated};
use super::named::{Naming, Works};
use super::prepared::Searched;
use super::quoted::QuoteText;
use super::report::{Finding, Note, Part, Passage, Reason, SourcePlace, Verdict, Version};
use super::search::Budget;
use super::texts::SourceText;
use crate::article::{Layout, Quoted, Reported, find_governing, find_speaker};
use crate::index::date_of;
use crate::lexicon::{Language, detect_language};
use crate::model::Zone;
use crate::text::{sort, sort_by_key};

/// Quotations of more words than this are looked for word for word only.
const LONGEST: usize = 3_000;

/// What every quotation of an article is checked with.
pub(super) struct Checker<'a> {
    pub layout: &'a Layout<'a>,
    pub reports: &'a [Reported],
    pub texts: &'a [SourceText<'a>],
    pub works: &'a Works<'a>,
    /// The language of the article.
    pub language: Language,
    pub searched: &'a Searched,
    pub options: &'a CheckOptions,
    /// Whether the quotation is a sentence that is looked for by itself, the earliest text first.
    pub is_sentence: bool,
}

impl Checker<'_> {
    /// What is found about a quotation in the texts of `list`, and in the one that the article names for it.
    pub fn check(&self, quoted: &Quoted, quote: &QuoteText, list: &[usize], budget: &mut Budget) -> Finding {
        let mut finding = self.empty(quoted);
        let governing = find_governing(self.layout, self.reports, quoted);
        let naming = self.works.named_for(self.layout, quoted, governing);
        finding.named = naming.and_then(|naming| self.works.describe(naming));
        if let Some(speaker) = find_speaker(self.layout, self.reports, quoted) {
            finding.speaker = Some(Passage { text: speaker.text, span: speaker.span });
            return unchecked(finding, Reason::OtherSpeaker);
        }
        let is_empty = self.texts.is_empty() && self.searched.count == 0;
        if self.is_closed(naming) || is_empty {
            return unchecked(finding, Reason::SourceNotOpen);
        }
        if budget.0 == 0 || quote.words.len() > LONGEST {
            return unchecked(finding, Reason::LimitReached);
        }
        // The text that the article names is looked at whatever else is.
        let named = naming.and_then(|naming| self.works.cited.get(naming.work)?.text);
        let mut list = list.to_vec();
        list.extend(named.filter(|named| !list.contains(named)));
        let candidates = find_candidates(quote, self.layout.text, self.texts, &list, budget);
        if quote.len() < SHORT {
            return self.check_short(finding, quoted, quote, governing, naming, candidates);
        }
        let Some((best, misattributed)) = self.choose(quote, naming, &candidates) else {
            return self.lost(finding, (quoted, quote), governing, naming, *budget);
        };
        if best.differences.damaged {
            return unchecked(self.place(finding, quoted, quote, governing, best), Reason::DamagedCopy);
        }
        if matches!(best.differences.verdict, Verdict::Altered | Verdict::Spliced) {
            // Dates and numbers are the same in every language, and a row of them may be half of a paragraph.
            let text = quoted.inner.of(self.layout.text).unwrap_or("");
            if let Some(language) = self.other_language((text, quote), Some(best.text)) {
                return self.find_counterpart(finding, (quoted, text), language, governing, Some(best.text));
            }
        }
        let best = if self.is_sentence { self.earliest(best, &candidates) } else { best };
        let mut finding = self.place(finding, quoted, quote, governing, best);
        if misattributed {
            finding.verdict = Verdict::Misattributed;
            finding.weight = None;
        }
        self.add_rivals(&mut finding, quote, best, &candidates);
        finding
    }

    /// Of the places that hold a sentence as well as `best` does, the one in the earliest text.
    fn earliest<'c>(&self, best: &'c Candidate, candidates: &'c [Candidate]) -> &'c Candidate {
        let date = |candidate: &Candidate| date_of(self.texts.get(candidate.text)?.resolution).map(|date| &date.iso);
        let same = candidates.iter().filter(|other| {
            other.differences.verdict == best.differences.verdict
                && other.differences.agreeing == best.differences.agreeing
                && other.zone(self.texts) == best.zone(self.texts)
        });
        same.filter_map(|other| Some((date(other)?, other)))
            .min_by_key(|(date, _)| *date)
            .map_or(best, |(_, other)| other)
    }

    fn empty(&self, quoted: &Quoted) -> Finding {
        Finding {
            span: quoted.inner,
            text: quoted.inner.of(self.layout.text).unwrap_or_default().to_owned(),
            verdict: Verdict::NotFound,
            weight: None,
            reason: None,
            also: Vec::new(),
            source: None,
            parts: Vec::new(),
            edits: Vec::new(),
            carrier: None,
            left_out: None,
            subjects: None,
            stated: None,
            named: None,
            speaker: None,
            counterpart: None,
            version: None,
            rivals: Vec::new(),
            since: None,
            review: None,
        }
    }

    /// Whether the text named for a quotation is not among those compared with.
    fn is_closed(&self, naming: Option<Naming>) -> bool {
        if self.works.has_unnamed_text {
            return false;
        }
        let named = naming.and_then(|naming| Some((self.works.cited.get(naming.work)?, naming.explicit)));
        self.works.are_all_closed() || named.is_some_and(|(work, explicit)| explicit && work.text.is_none())
    }

    /// The candidate that is meant, and whether the article names another text for it; `None` where
    /// none holds enough of the quotation.
    fn choose<'c>(
        &self,
        quote: &QuoteText,
        naming: Option<Naming>,
        candidates: &'c [Candidate],
    ) -> Option<(&'c Candidate, bool)> {
        let words = quote.len();
        let mut holding = candidates.iter().filter(|candidate| candidate.holds(words));
        let named = naming.and_then(|naming| Some((self.works.cited.get(naming.work)?.text?, naming.explicit)));
        let Some((named, explicit)) = named else { return holding.next().map(|best| (best, false)) };
        if let Some(best) = holding.clone().find(|candidate| candidate.text == named) {
            return Some((best, false));
        }
        let best = holding.next()?;
        Some((best, explicit || !self.works.cites(best.text)))
    }

    /// A quotation that stands in no text compared.
    fn lost(
        &self,
        finding: Finding,
        (quoted, quote): (&Quoted, &QuoteText),
        governing: Option<&Reported>,
        naming: Option<Naming>,
        budget: Budget,
    ) -> Finding {
        let named = naming.and_then(|naming| self.works.cited.get(naming.work));
        if named.is_some_and(|work| work.text.is_none()) && !self.works.has_unnamed_text {
            return unchecked(finding, Reason::SourceNotOpen);
        }
        let text = quoted.inner.of(self.layout.text).unwrap_or("");
        if is_damaged(text) {
            return unchecked(finding, Reason::DamagedCopy);
        }
        let named = named.and_then(|work| work.text);
        if let Some(language) = self.other_language((text, quote), named) {
            return self.find_counterpart(finding, (quoted, text), language, governing, named);
        }
        if budget.0 == 0 {
            return unchecked(finding, Reason::LimitReached);
        }
        finding
    }

    /// The language of `text`, where the text that is named for it, or else every text compared, is in another.
    fn other_language(&self, (text, quote): (&str, &QuoteText), named: Option<usize>) -> Option<Language> {
        let mut language = detect_language(text);
        if language == Language::Und {
            language = self.language;
        }
        if language == Language::Und {
            return None;
        }
        // Half of its words in a text of another language is more than two languages share; numbers they do share.
        let knows = |text: &SourceText| {
            let words = || quote.words.iter().filter(|word| word.is_of_a_language());
            2 * words().filter(|word| !text.places_of(word.id).is_empty()).count() >= words().count()
        };
        if let Some(text) = named.and_then(|named| self.texts.get(named)) {
            if knows(text) {
                return None;
            }
            let named = text.language;
            // A short passage tells its language less surely than the article does.
            let is_latin = |language: Language| matches!(language, Language::En | Language::Fr | Language::Es);
            let sure = is_latin(language) && is_latin(self.language) && self.language != named;
            let language = if sure && language != named { self.language } else { language };
            return (named != Language::Und && named != language).then_some(language);
        }
        let searched = self.searched.languages.iter().map(String::as_str);
        let mut held = self.texts.iter().map(|other| other.resolution.edition.language).chain(searched).peekable();
        held.peek()?;
        held.all(|held| held != Language::Und.code() && held != language.code()).then_some(language)
    }

    /// A quotation in another language, with the paragraph it probably stands for and the edition to compare it with.
    fn find_counterpart(
        &self,
        mut finding: Finding,
        (quoted, text): (&Quoted, &str),
        language: Language,
        governing: Option<&Reported>,
        named: Option<usize>,
    ) -> Finding {
        let every: Vec<usize> = (0..self.texts.len()).collect();
        let among = match &named {
            Some(named) => std::slice::from_ref(named),
            None if every.len() <= MOST_TEXTS => every.as_slice(),
            None => &[],
        };
        let stated = find_stated(self.layout, quoted);
        let concept = governing.and_then(|governing| governing.verb.concept).map(|concept| concept.id);
        let found =
            find_counterpart((text, language), (stated.as_ref(), concept), self.texts, among, &self.works.marked);
        // Where one text alone is compared, it is the one that is meant.
        let named = named.or_else(|| (self.texts.len() == 1).then_some(0));
        let at = named.and_then(|named| self.texts.get(named)).map(|text| text.resolution.id.clone());
        let work = at.or_else(|| found.as_ref().map(|found| found.source.resolution.clone()));
        let edition = |text: &&SourceText| {
            Some(&text.resolution.id) == work.as_ref() && text.resolution.edition.language == language.code()
        };
        let key = self.texts.iter().find(edition).map(|text| text.resolution.key.clone());
        finding.version = work.map(|resolution| Version { resolution, language: language.code(), key });
        finding.counterpart = found;
        unchecked(finding, Reason::OtherLanguage)
    }

    /// A quotation of fewer than four words: found word for word in one place, or not compared.
    fn check_short(
        &self,
        finding: Finding,
        quoted: &Quoted,
        quote: &QuoteText,
        governing: Option<&Reported>,
        naming: Option<Naming>,
        mut candidates: Vec<Candidate>,
    ) -> Finding {
        let named = naming.and_then(|naming| self.works.cited.get(naming.work)?.text);
        if let Some(named) = named
            && candidates.iter().any(|candidate| candidate.text == named)
        {
            candidates.retain(|candidate| candidate.text == named);
        }
        candidates.retain(|candidate| matches!(candidate.differences.verdict, Verdict::Verbatim | Verdict::Inflected));
        let Some((best, others)) = candidates.split_first() else {
            return unchecked(finding, Reason::TooShort);
        };
        if others.iter().any(|other| !self.repeats(best, other)) {
            return unchecked(finding, Reason::TooShort);
        }
        let mut finding = self.place(finding, quoted, quote, governing, best);
        finding.also.push(Note::Short);
        sort(&mut finding.also);
        finding
    }

    /// Everything about a quotation whose place is known.
    fn place(
        &self,
        mut finding: Finding,
        quoted: &Quoted,
        quote: &QuoteText,
        governing: Option<&Reported>,
        best: &Candidate,
    ) -> Finding {
        let Some(text) = self.texts.get(best.text) else { return finding };
        let (first, end) = (best.alignment.first, best.alignment.end);
        finding.verdict = best.differences.verdict;
        finding.weight = best.differences.weight;
        finding.edits.clone_from(&best.differences.edits);
        finding.source = place_of(text, first, end);
        finding.parts = parts(quote, text, best);
        let mut note = |note: Note, is: bool| {
            if is {
                finding.also.push(note);
            }
        };
        let zone = finding.source.as_ref().map(|source| source.zone);
        let sentence = matches!(zone, Some(Zone::Preamble | Zone::Operative | Zone::Continuation | Zone::Annex));
        if sentence && best.differences.verdict != Verdict::Spliced {
            if quote.len() >= SHORT {
                finding.left_out = find_left_out(text, first, end);
            }
            finding.subjects = find_subjects(self.layout, quote, quoted.outer, text, first);
        }
        note(Note::Truncated, finding.left_out.is_some());
        note(Note::Reattached, finding.subjects.is_some());
        note(Note::Preamble, zone == Some(Zone::Preamble));
        if let Some(source) = finding.source.as_ref().filter(|_| sentence) {
            let number = text.stretch(text.stretch_at(first)).and_then(|stretch| stretch.paragraph.number.as_deref());
            finding.stated = find_moved(self.layout, quoted, governing, source, number);
        }
        note(Note::Moved, finding.stated.is_some());
        if let Some(carried) = find_carrier(text, first, governing) {
            note(Note::Drift, carried.drifts);
            finding.carrier = Some(carried.carrier);
        }
        finding
    }

    fn add_rivals(&self, finding: &mut Finding, quote: &QuoteText, best: &Candidate, candidates: &[Candidate]) {
        let place = |candidate: &Candidate| -> Option<SourcePlace> {
            place_of(self.texts.get(candidate.text)?, candidate.alignment.first, candidate.alignment.end)
        };
        for other in candidates {
            if std::ptr::eq(other, best) || !other.nearly(quote.len()) || other.differences.verdict == Verdict::Spliced
            {
                continue;
            }
            let Some(found) = place(other) else { continue };
            if self.repeats(best, other) {
                if let Some(source) = &mut finding.source {
                    source.again.push(found.span);
                }
            } else if finding.rivals.len() < self.options.most_rivals() {
                finding.rivals.push(found);
            }
        }
        if let Some(source) = &mut finding.source {
            sort(&mut source.again);
        }
        if !finding.rivals.is_empty() {
            finding.also.push(Note::Rival);
        }
        if self.is_sentence {
            let exact = candidates.iter().filter(|candidate| candidate.differences.verdict == Verdict::Verbatim);
            let dates = exact.filter_map(|candidate| date_of(self.texts.get(candidate.text)?.resolution));
            finding.since = dates.map(|date| date.iso.clone()).min();
            // Those without a date come last.
            sort_by_key(&mut finding.rivals, |rival| (rival.date.is_none(), rival.date.clone(), rival.key.clone()));
        }
    }

    /// Whether two places of one text are the same: both in what names it (title, theme, enacting
    /// sentence), or in paragraphs that repeat each other word for word.
    fn repeats(&self, one: &Candidate, other: &Candidate) -> bool {
        if one.text != other.text {
            return false;
        }
        let names = |candidate: &Candidate| {
            let zone = candidate.zone(self.texts);
            matches!(zone, Some(Zone::Masthead | Zone::Title | Zone::Theme | Zone::Enacting | Zone::Heading))
        };
        let paragraph = |candidate: &Candidate| {
            let text = self.texts.get(candidate.text)?;
            Some(text.stretch(text.stretch_at(candidate.alignment.first))?.paragraph.text.as_str())
        };
        (names(one) && names(other)) || paragraph(one) == paragraph(other)
    }
}

fn unchecked(mut finding: Finding, reason: Reason) -> Finding {
    finding.verdict = Verdict::Unchecked;
    finding.reason = Some(reason);
    finding.weight = None;
    finding
}

/// The runs of a quotation that joins separate places, in its order.
fn parts(quote: &QuoteText, text: &SourceText, best: &Candidate) -> Vec<Part> {
    if best.differences.verdict != Verdict::Spliced {
        return Vec::new();
    }
    let long = best.alignment.runs.iter().filter(|run| run.len >= super::classify::LONG_RUN);
    let mut runs: Vec<_> = long.chain(&best.parts).copied().collect();
    sort(&mut runs);
    let part = |run: &super::search::Run| {
        let source = place_of(text, run.source, run.source + run.len)?;
        Some(Part { article: quote.span_of(run.quote, run.quote + run.len), source })
    };
    runs.iter().filter_map(part).collect()
}

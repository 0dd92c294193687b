//! How many of the quotations the check gets right.

use std::collections::BTreeMap;
use std::fmt::Write;

use whereas::quote::{Edit, EditClass, Finding, Note, Reason, Verdict, Weight};
use whereas::text::Span;

use crate::article::Article;
use crate::corpus::{Corpus, plain};
use crate::kinds::{Frame, Made};

/// Counts, and what went wrong.
#[derive(Default)]
pub struct Score {
    /// How often each verdict was found for each true one.
    matrix: BTreeMap<(String, String), u32>,
    /// Quotations of each kind, and those with the right verdict.
    kinds: BTreeMap<&'static str, (u32, u32)>,
    /// Notes that had to be there: how many, and found.
    notes: BTreeMap<String, (u32, u32)>,
    /// Notes that had to be absent: how many, and found all the same.
    wrong_notes: BTreeMap<String, (u32, u32)>,
    places: (u32, u32),
    /// Differences that are told of altered and inflected quotations, and those that lie on a word that was changed.
    edits: (u32, u32),
    /// Words that were changed in them, and those that a difference is told of.
    changes: (u32, u32),
    /// Clean quotations, and those called altered, joined, found elsewhere or not found.
    clean: (u32, u32),
    /// Findings on no quotation that was made.
    extra: u32,
    misses: Vec<String>,
}

impl Score {
    pub fn total(&self) -> usize {
        self.kinds.values().map(|(all, _)| *all as usize).sum()
    }

    /// Checks a news item, and adds what came out.
    pub fn add(&mut self, corpus: &Corpus, article: &Article) {
        let report = corpus.library.check(&article.text, &[]).unwrap();
        let mut seen = 0;
        for (span, made, changed) in &article.quotations {
            let finding = report.quotations.iter().find(|finding| finding.span == *span);
            seen += u32::from(finding.is_some());
            self.add_one(corpus, article, made, finding);
            if let Some(finding) = finding {
                self.add_edits(made, finding, changed);
            }
        }
        let extra = report.quotations.len() as u32 - seen;
        self.extra += extra;
        if extra > 0 {
            self.misses.push(format!("{extra} findings too many in\n{}", article.text));
        }
    }

    fn add_one(&mut self, corpus: &Corpus, article: &Article, made: &Made, finding: Option<&Finding>) {
        let truth = &made.truth;
        let weight = truth.function_words.then_some(Weight::FunctionWords);
        let wanted = name(truth.verdict, weight, truth.reason);
        let found = finding.map_or_else(|| "no finding".to_owned(), |one| name(one.verdict, one.weight, one.reason));
        let right = wanted == found;
        *self.matrix.entry((wanted.clone(), found.clone())).or_default() += 1;
        let kind = self.kinds.entry(made.kind).or_default();
        kind.0 += 1;
        kind.1 += u32::from(right);
        let mut wrong = Vec::new();
        if !right {
            wrong.push(format!("{} is {wanted}, found {found}", made.kind));
        }
        if truth.clean {
            let verdict = finding.map_or(Verdict::NotFound, |finding| finding.verdict);
            self.clean.0 += 1;
            let alarm =
                matches!(verdict, Verdict::Altered | Verdict::NotFound | Verdict::Misattributed | Verdict::Spliced);
            self.clean.1 += u32::from(alarm);
        }
        if let Some(finding) = finding.filter(|_| right) {
            for note in &truth.must {
                let is = finding.also.contains(note);
                add(&mut self.notes, *note, is);
                if !is {
                    wrong.push(format!("{} lacks {note:?}", made.kind));
                }
            }
            for note in &truth.must_not {
                let is = finding.also.contains(note);
                add(&mut self.wrong_notes, *note, is);
                if is {
                    wrong.push(format!("{} has {note:?}", made.kind));
                }
            }
        }
        if truth.place.is_some() {
            let is = finding.is_some_and(|finding| is_in_place(corpus, article, made, finding));
            self.places.0 += 1;
            self.places.1 += u32::from(is);
            if !is && right {
                wrong.push(format!("{} stands elsewhere", made.kind));
            }
        }
        if !wrong.is_empty() {
            self.misses.push(describe(corpus, article, made, finding, &wrong));
        }
    }

    /// Whether the differences told are those that were made, no more and no wider.
    fn add_edits(&mut self, made: &Made, finding: &Finding, changed: &[Span]) {
        if !matches!(made.truth.verdict, Verdict::Altered | Verdict::Inflected) || finding.verdict != made.truth.verdict
        {
            return;
        }
        let counts = |edit: &&Edit| !edit.marked && !matches!(edit.class, EditClass::Typography | EditClass::Ellipsis);
        // A word that was left out lies between the one before it, which is marked as changed, and the next.
        let near = |edit: &Edit, changed: &Span| {
            changed.start <= edit.article.start + 1 && edit.article.end <= changed.end + 3
        };
        for edit in finding.edits.iter().filter(counts) {
            self.edits.0 += 1;
            self.edits.1 += u32::from(changed.iter().any(|changed| near(edit, changed)));
        }
        for changed in changed {
            self.changes.0 += 1;
            self.changes.1 += u32::from(finding.edits.iter().filter(counts).any(|edit| near(edit, changed)));
        }
    }

    pub fn edits_right(&self) -> f64 {
        f64::from(self.edits.1) / f64::from(self.edits.0)
    }

    pub fn verdicts_right(&self) -> f64 {
        let right: u32 = self.kinds.values().map(|(_, right)| right).sum();
        f64::from(right) / f64::from(self.total() as u32 + self.extra)
    }

    pub fn places_right(&self) -> f64 {
        f64::from(self.places.1) / f64::from(self.places.0)
    }

    pub fn false_alarms(&self) -> f64 {
        f64::from(self.clean.1) / f64::from(self.clean.0)
    }

    /// All figures, as the file of the matrix holds them.
    pub fn report(&self) -> String {
        let mut out = String::new();
        let line = |out: &mut String, name: &str, part: u32, all: u32| {
            writeln!(
                out,
                "{name:<26} {part:>5} of {all:>5}  {:>6.2} %",
                100.0 * f64::from(part) / f64::from(all.max(1))
            )
            .unwrap();
        };
        let right = self.kinds.values().map(|(_, right)| right).sum();
        line(&mut out, "verdicts", right, self.total() as u32 + self.extra);
        line(&mut out, "places", self.places.1, self.places.0);
        line(&mut out, "false alarms when clean", self.clean.1, self.clean.0);
        line(&mut out, "differences on a changed word", self.edits.1, self.edits.0);
        line(&mut out, "changed words told", self.changes.1, self.changes.0);
        writeln!(out, "\nright by kind").unwrap();
        for (kind, (all, right)) in &self.kinds {
            line(&mut out, &format!("  {kind}"), *right, *all);
        }
        writeln!(out, "\nnotes that must be there").unwrap();
        for (note, (all, is)) in &self.notes {
            line(&mut out, &format!("  {note}"), *is, *all);
        }
        writeln!(out, "\nnotes that must not").unwrap();
        for (note, (all, is)) in &self.wrong_notes {
            line(&mut out, &format!("  {note}"), *is, *all);
        }
        writeln!(out, "\ntruth → found").unwrap();
        for ((truth, found), count) in &self.matrix {
            writeln!(out, "  {truth:<28} {found:<28} {count:>5}").unwrap();
        }
        if self.extra > 0 {
            writeln!(out, "  findings too many: {}", self.extra).unwrap();
        }
        out
    }

    /// The first misses, told.
    pub fn misses(&self, most: usize) -> String {
        self.misses.iter().take(most).fold(String::new(), |told, miss| told + miss + "\n\n")
    }
}

fn add(notes: &mut BTreeMap<String, (u32, u32)>, note: Note, is: bool) {
    let slot = notes.entry(format!("{note:?}").to_lowercase()).or_default();
    slot.0 += 1;
    slot.1 += u32::from(is);
}

fn name(verdict: Verdict, weight: Option<Weight>, reason: Option<Reason>) -> String {
    let mut name = format!("{verdict:?}").to_lowercase();
    if weight.is_some() {
        name.push_str(" (function words)");
    }
    if let Some(reason) = reason {
        name.push_str(&format!(": {reason:?}").to_lowercase());
    }
    name
}

/// Whether the place found is the true one, four fifths of both together, or one with the same words where the
/// article does not say which.
fn is_in_place(corpus: &Corpus, article: &Article, made: &Made, finding: &Finding) -> bool {
    let (Some((number, span)), Some(source)) = (made.truth.place, &finding.source) else { return false };
    let text = &corpus.texts[number];
    let places = std::iter::once(source.span).chain(source.again.iter().copied());
    let overlaps = |place: Span| {
        let shared = span.end.min(place.end).saturating_sub(span.start.max(place.start));
        5 * shared >= 4 * span.join(place).len()
    };
    if source.key == text.key && places.into_iter().any(overlaps) {
        return true;
    }
    let free = !article.names && !matches!(made.frame, Frame::Named(_)) || made.truth.verdict == Verdict::Misattributed;
    let other = corpus.texts.iter().find(|other| other.key == source.key);
    let same = other
        .is_some_and(|other| plain(source.span.of(&other.source).unwrap()) == plain(span.of(&text.source).unwrap()));
    same && (free || source.key == text.key)
}

fn describe(corpus: &Corpus, article: &Article, made: &Made, finding: Option<&Finding>, wrong: &[String]) -> String {
    let mut told = format!("--- {}\n", wrong.join("; "));
    let true_words = made
        .truth
        .place
        .map(|(text, span)| (corpus.texts[text].key.as_str(), span.of(&corpus.texts[text].source).unwrap()));
    if let Some((key, words)) = true_words {
        writeln!(told, "truth  {key}: {words}").unwrap();
    }
    let Some(finding) = finding else {
        let words: Vec<&str> = made.pieces.iter().map(|piece| piece.text.as_str()).collect();
        writeln!(told, "made   {}\n{}", words.join(" "), article.text).unwrap();
        return told;
    };
    writeln!(told, "quoted {}", finding.text).unwrap();
    let start = finding.span.start.saturating_sub(90) as usize;
    let start = (start..=article.text.len()).find(|&at| article.text.is_char_boundary(at)).unwrap();
    writeln!(told, "after  {:?}", &article.text[start..finding.span.start as usize]).unwrap();
    if let Some(source) = &finding.source {
        let text = &corpus.texts.iter().find(|text| text.key == source.key).unwrap().source;
        writeln!(told, "found  {} {}: {}", source.key, source.address, source.span.of(text).unwrap()).unwrap();
        for edit in finding.edits.iter().filter(|edit| !edit.marked) {
            let (ours, theirs) = (edit.article.of(&article.text).unwrap(), edit.source.of(text).unwrap());
            writeln!(told, "       {:?} {ours:?} ← {theirs:?}", edit.class).unwrap();
        }
    }
    writeln!(
        told,
        "also   {:?} carrier {:?} speaker {:?} named {:?}",
        finding.also,
        finding.carrier.as_ref().map(|one| (&one.reporting, &one.lead, one.drift)),
        finding.speaker.as_ref().map(|one| &one.text),
        finding.named.as_ref().map(|one| &one.text)
    )
    .unwrap();
    told
}

//! Quotations whose words are the source’s own, and beside which something is to be told.

use super::*;

impl Maker<'_> {
    pub(super) fn decided(&mut self) -> Option<Parts> {
        let cut = self.cut(6, 30)?;
        let decides = self.paragraph(cut).concept.is_none_or(|concept| {
            ["decide", "resolve", "approve", "adopt", "authorize", "establish", "endorse"]
                .iter()
                .any(|word| concept.contains(word))
        });
        let operative = self.paragraph(cut).zone == Zone::Operative;
        if operative && decides || self.forms.decided.is_empty() {
            return None;
        }
        let mut truth = self.clean(cut);
        truth.must_not.retain(|note| !matches!(note, Note::Moved | Note::Drift));
        truth.must.push(Note::Moved);
        let sentence = self.random.pick(&self.forms.decided).clone();
        Some((self.pieces(cut), Frame::Sentence(sentence), truth))
    }

    pub(super) fn drift(&mut self) -> Option<Parts> {
        for _ in 0..10 {
            let cut = self.cut(6, 30)?;
            // Words from the beginning would be governed by a part of the lead phrase only.
            let concept = self.paragraph(cut).concept;
            let fitting: Vec<_> =
                self.forms.reports.iter().filter(|report| Some(report.0.as_str()) == concept).collect();
            if cut.from < 6 || fitting.is_empty() {
                continue;
            }
            let (_, sentence, drifts) = (*self.random.pick(&fitting)).clone();
            let mut truth = self.clean(cut);
            if drifts {
                truth.must_not.retain(|note| *note != Note::Drift);
                truth.must.push(Note::Drift);
            }
            return Some((self.pieces(cut), Frame::Sentence(sentence), truth));
        }
        None
    }

    /// The beginning of something: of a list, or of what a qualifier narrows.
    pub(super) fn truncated(&mut self) -> Option<Parts> {
        let listed = self.random.chance(60);
        let numbers = &self.corpus.texts[self.main].paragraphs;
        let first = self.random.below(numbers.len());
        let numbers: Vec<usize> = (0..numbers.len()).map(|at| numbers[(first + at) % numbers.len()]).collect();
        for number in numbers {
            let end = if listed { self.first_of_list(number) } else { self.before_qualifier(number) };
            let Some(to) = end else { continue };
            let cut = Cut { number, from: to.saturating_sub(20), to };
            if self.is_quotable(cut) {
                let mut truth = self.clean(cut);
                truth.must_not.retain(|note| *note != Note::Truncated);
                truth.must.push(Note::Truncated);
                return Some((self.pieces(cut), Frame::Plain, truth));
            }
        }
        None
    }

    /// Index of the word before which a phrase stands that narrows what is asked.
    fn before_qualifier(&self, number: usize) -> Option<usize> {
        let words = self.bare(number);
        let core = |at: usize| words.get(at).map_or("", |(core, _)| core);
        let begins = |at: usize, phrase: &str| {
            if self.corpus.is_spaced() {
                phrase.split(' ').enumerate().all(|(nth, word)| core(at + nth) == word)
            } else {
                phrase
                    .char_indices()
                    .enumerate()
                    .all(|(nth, (place, letter))| core(at + nth) == &phrase[place..place + letter.len_utf8()])
            }
        };
        (8..words.len())
            .find(|&at| words[at - 1].1.is_empty() && self.forms.qualifiers.iter().any(|phrase| begins(at, phrase)))
    }

    /// Index after the first of three things of one kind: *dams*, *canals and wells*. They are of one kind where they
    /// end alike, and in Arabic where all have the article.
    fn first_of_list(&self, number: usize) -> Option<usize> {
        let words = self.bare(number);
        let joiner = self.forms.joiner.as_str();
        let bare = |word: &str| word.chars().count() > 4 && word.chars().all(char::is_lowercase);
        let ending = |word: &str| word.chars().rev().take(2).collect::<String>();
        // The endings of finite verbs in Russian.
        let verb = |word: &str| word.ends_with("ет") || word.ends_with("ют") || word.ends_with("ит");
        (8..words.len().saturating_sub(3)).find(|&at| {
            let [before, next, then, last] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
            match self.corpus.language {
                "zh" => before.1 == "、" && words[at..].iter().take(12).any(|(core, _)| *core == joiner),
                "ar" => {
                    let listed = |(core, mark): (&str, &str)| core.starts_with("وال") && mark.is_empty();
                    before.0.starts_with("ال") && before.1.is_empty() && listed(next) && then.0.starts_with("وال")
                }
                language => {
                    let alike = if language == "ru" {
                        ending(before.0) == ending(next.0) && ending(next.0) == ending(last.0) && !verb(before.0)
                    } else {
                        [before.0, next.0, last.0].iter().all(|word| word.ends_with('s'))
                    };
                    before.1 == ","
                        && next.1.is_empty()
                        && then.0 == joiner
                        && alike
                        && [before.0, next.0, last.0].iter().all(|word| bare(word))
                }
            }
        })
    }

    /// Words that stand in other texts too, with the text named.
    pub(super) fn rival(&mut self) -> Option<Parts> {
        self.corpus.texts[self.main].symbol.as_ref()?;
        let cut = (0..6).find_map(|_| {
            let cut = self.cut(8, 20)?;
            (2..=6).contains(&self.corpus.count(self.span(cut).of(self.source(cut)).unwrap())).then_some(cut)
        })?;
        let mut truth = self.clean(cut);
        truth.must.push(Note::Rival);
        Some((self.pieces(cut), Frame::Named(self.main), truth))
    }

    /// A predicate of which the subject stands outside the marks and is another.
    pub(super) fn reattached(&mut self) -> Option<Parts> {
        if self.forms.subjects.is_empty() {
            return None;
        }
        let numbers = &self.corpus.texts[self.main].paragraphs;
        let start = self.random.below(numbers.len());
        let cut = (0..numbers.len()).find_map(|at| {
            let number = numbers[(start + at) % numbers.len()];
            let from = self.predicate(number)?;
            let cut = Cut { number, from, to: (from + 14).min(self.corpus.paragraphs[number].words.len()) };
            self.is_quotable(cut).then_some(cut)
        })?;
        let mut truth = self.clean(cut);
        truth.must_not.retain(|note| *note != Note::Reattached);
        truth.must.push(Note::Reattached);
        let sentence = self.random.pick(&self.forms.subjects).clone();
        Some((self.pieces(cut), Frame::Sentence(sentence), truth))
    }

    /// Index of a finite verb whose subject, in the plural, stands right before it: what stands behind a mark has its
    /// subject elsewhere.
    fn predicate(&self, number: usize) -> Option<usize> {
        let words = self.bare(number);
        (6..words.len().saturating_sub(8)).find(|&at| {
            let (before, mark) = words[at - 1];
            self.forms.predicates.iter().any(|verb| verb == words[at].0)
                && mark.is_empty()
                && before.chars().count() > 4
                && (self.corpus.language == "ru" || before.ends_with('s'))
                && !before.starts_with("котор")
                && before.chars().all(char::is_lowercase)
        })
    }
}

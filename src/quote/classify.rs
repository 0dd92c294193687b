//! What kind of difference each step of an alignment is, and the verdict on all of them.

use super::align::{Alignment, Step};
use super::damage::{differs_by_damage, is_damaged, looks_the_same};
use super::quoted::QuoteText;
use super::report::{Edit, EditClass, Verdict, Weight};
use super::texts::SourceText;
use crate::lexicon::{Language, WordClass, is_form_of, is_word_in};
use crate::text::Span;

/// A run of so many words counts where it is asked whether words are joined from separate places.
pub(super) const LONG_RUN: usize = 4;
/// So many words left out without a mark make two places of one.
const WIDE_GAP: usize = 8;

/// Differences, and what they come to.
#[derive(Clone, Debug)]
pub(super) struct Differences {
    /// Every difference, in order of place in the article.
    pub edits: Vec<Edit>,
    /// `Verbatim`, `Inflected`, `Altered` or `Spliced`.
    pub verdict: Verdict,
    /// Set where an altered wording differs in function words alone.
    pub weight: Option<Weight>,
    /// Whether every difference that counts stands where a copy is damaged.
    pub damaged: bool,
    /// How many words of the quotation have an equal word, or a form of it, in the source.
    pub agreeing: usize,
    /// The longest stretch of words in a row of which each agrees.
    pub longest: usize,
    /// How many words stand in such stretches of [`LONG_RUN`] words or more.
    pub in_long: usize,
}

/// A difference with the words that differ.
struct Found {
    edit: Edit,
    function_words: bool,
    damaged: bool,
}

/// Names every difference of an alignment. Linear in the words.
pub(super) fn classify(quote: &QuoteText, source: &SourceText, article: &str, alignment: &Alignment) -> Differences {
    let classifier = Classifier { quote, source, article, capitals: is_in_capitals(source, alignment, article, quote) };
    let mut found: Vec<Found> = Vec::new();
    let mut group: Vec<Step> = Vec::new();
    let mut runs = Runs::default();
    let mut agreed = 0;
    for &step in &alignment.steps {
        let agreement = match step {
            Step::Pair(word, place) => classifier.agreement(word, place),
            _ => None,
        };
        runs.step(step, agreement.is_some());
        if let (Some(agreement), Step::Pair(word, place)) = (agreement, step) {
            classifier.close(&mut group, (agreed, word), &mut found);
            agreed = word + 1;
            found.extend(classifier.pair_edit(word, place, agreement));
        } else {
            group.push(step);
        }
    }
    classifier.close(&mut group, (agreed, quote.words.len()), &mut found);
    runs.finish();
    let (verdict, weight) = decide(&found, quote, source, alignment);
    let damaged = found.iter().any(counts) && found.iter().filter(|found| counts(found)).all(|found| found.damaged);
    let edits = found.into_iter().map(|found| found.edit).collect();
    Differences {
        edits,
        verdict,
        weight,
        damaged,
        agreeing: runs.agreeing,
        longest: runs.longest,
        in_long: runs.in_long,
    }
}

/// How far two paired words agree.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Agreement {
    Equal,
    Inflected,
}

/// Lengths of stretches of words in a row that agree.
#[derive(Default)]
struct Runs {
    agreeing: usize,
    longest: usize,
    in_long: usize,
    current: usize,
}

impl Runs {
    fn step(&mut self, step: Step, agrees: bool) {
        if agrees && matches!(step, Step::Pair(..)) {
            self.agreeing += 1;
            self.current += 1;
        } else {
            self.finish();
        }
    }

    fn finish(&mut self) {
        self.longest = self.longest.max(self.current);
        if self.current >= LONG_RUN {
            self.in_long += self.current;
        }
        self.current = 0;
    }
}

const fn counts(found: &Found) -> bool {
    !found.edit.marked && !matches!(found.edit.class, EditClass::Typography | EditClass::Ellipsis)
}

fn decide(found: &[Found], quote: &QuoteText, source: &SourceText, alignment: &Alignment) -> (Verdict, Option<Weight>) {
    if is_spliced(quote, source, alignment) {
        return (Verdict::Spliced, None);
    }
    let mut counting = found.iter().filter(|found| counts(found)).peekable();
    if counting.peek().is_none() {
        return (Verdict::Verbatim, None);
    }
    let mut words =
        counting.filter(|found| !matches!(found.edit.class, EditClass::Inflection | EditClass::Case)).peekable();
    if words.peek().is_none() {
        return (Verdict::Inflected, None);
    }
    (Verdict::Altered, words.all(|found| found.function_words).then_some(Weight::FunctionWords))
}

/// Whether two long runs of the alignment are joined over a wide unmarked gap, of which no word is in the
/// quotation, or from different paragraphs.
fn is_spliced(quote: &QuoteText, source: &SourceText, alignment: &Alignment) -> bool {
    let long: Vec<_> = alignment.runs.iter().filter(|run| run.len >= LONG_RUN).collect();
    long.windows(2).any(|pair| {
        let [last, next] = pair else { return false };
        let between = last.source + last.len..next.source;
        let left_out = |step: &&Step| matches!(step, Step::Delete(place) if between.contains(place));
        let gap = alignment.steps.iter().filter(left_out).count();
        let marked = quote.omission_in(last.quote + last.len, next.quote).is_some();
        let end = last.source + last.len - 1;
        let elsewhere = source.stretch_at(end) != source.stretch_at(next.source);
        (gap >= WIDE_GAP && !marked) || (elsewhere && !between.is_empty())
    })
}

struct Classifier<'a> {
    quote: &'a QuoteText,
    source: &'a SourceText<'a>,
    article: &'a str,
    /// Whether one side is set in capitals, so that none count.
    capitals: bool,
}

impl Classifier<'_> {
    fn agreement(&self, index: usize, place: usize) -> Option<Agreement> {
        let id = self.quote.id(index);
        if id != 0 && id == self.source.id(place) {
            return Some(Agreement::Equal);
        }
        let folded = self.source.folded(place);
        let word = &self.quote.words.get(index)?.folded;
        let is_first = self.quote.span(0).start == self.quote.words.get(index)?.span.start;
        if **word == *folded
            || looks_the_same(word, &folded)
            || is_first && loses_clitic(self.source.language, word, &folded)
        {
            return Some(Agreement::Equal);
        }
        is_form_of(self.source.language, word, &folded).then_some(Agreement::Inflected)
    }

    fn pair_edit(&self, word: usize, place: usize, agreement: Agreement) -> Option<Found> {
        let quoted = self.quote.words.get(word)?;
        let source = self.source.span(place);
        let (one, other) = (quoted.span.of(self.article)?, source.of(self.source.text)?);
        let class = match agreement {
            Agreement::Inflected => EditClass::Inflection,
            Agreement::Equal if one == other => return None,
            Agreement::Equal if self.case_counts(word, place) && !same_case(one, other) => EditClass::Case,
            Agreement::Equal if same_marks(one, other) => return None,
            Agreement::Equal => EditClass::Typography,
        };
        let edit = Edit { class, article: quoted.span, source, marked: quoted.bracketed };
        Some(Found { edit, function_words: false, damaged: is_damaged(one) || is_damaged(other) })
    }

    /// Capitals do not count in a text set in capitals, nor at the first letter of a quotation or of
    /// what follows an omission.
    fn case_counts(&self, word: usize, place: usize) -> bool {
        let first = word == 0 || self.quote.omissions.iter().any(|omission| omission.before == word);
        let lead =
            self.source.stretch(self.source.stretch_at(place)).and_then(|stretch| stretch.paragraph.lead.as_ref());
        let span = self.source.span(place);
        let shouted = lead.is_some_and(|lead| lead.span.contains(span))
            && span.of(self.source.text).is_some_and(|word| word.len() > 1 && !word.contains(char::is_lowercase));
        !first && !self.capitals && !shouted
    }

    /// Ends a group of words that do not agree, between the words `around.0` and `around.1` of the
    /// quotation: one difference, or an omission that is marked.
    fn close(&self, group: &mut Vec<Step>, around: (usize, usize), found: &mut Vec<Found>) {
        let steps = std::mem::take(group);
        let words = range(steps.iter().filter_map(|step| match step {
            Step::Pair(word, _) | Step::Insert(word) => Some(*word),
            Step::Delete(_) => None,
        }));
        let places = range(steps.iter().filter_map(|step| match step {
            Step::Pair(_, place) | Step::Delete(place) => Some(*place),
            Step::Insert(_) => None,
        }));
        let omission = self.quote.omission_in(around.0, around.1);
        let (words, places) = match (words, places, omission) {
            (None, None, _) => return,
            // An omission that is marked stands by itself beside what was put in around it.
            (_, Some(places), Some(omission)) => {
                let source = self.source.span_of(places.0, places.1);
                let edit = Edit { class: EditClass::Ellipsis, article: omission.span, source, marked: true };
                let put_in = |from: usize, to: usize| (from < to).then(|| self.insertion((from, to)));
                found.extend(put_in(around.0, omission.before));
                found.push(Found { edit, function_words: false, damaged: false });
                found.extend(put_in(omission.before, around.1));
                return;
            }
            (Some(words), Some(places), None) => (words, places),
            _ => {
                found.extend(self.one_sided(&steps));
                return;
            }
        };
        let class =
            if self.is_joined_otherwise(words, places) { EditClass::Typography } else { EditClass::Substitution };
        let marked = self.all_bracketed(words);
        let edit = Edit {
            class,
            article: self.quote.span_of(words.0, words.1),
            source: self.source.span_of(places.0, places.1),
            marked,
        };
        let function_words = (words.0..words.1).all(|word| self.is_function_word(word))
            && (places.0..places.1).all(|place| is_function_word(self.source.language, &self.source.folded(place)))
            || self.differs_in_clitic(words, places);
        let damaged = edit.article.of(self.article).is_some_and(is_damaged)
            || edit.source.of(self.source.text).is_some_and(is_damaged)
            || self.is_misread(words, places);
        found.push(Found { edit, function_words, damaged });
    }

    /// A group that stands on one side alone.
    fn one_sided(&self, steps: &[Step]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let words =
            range(steps.iter().filter_map(|step| if let Step::Insert(word) = step { Some(*word) } else { None }));
        if let Some((from, to)) = words {
            // What is marked and what is not are two differences.
            let mut start = from;
            for word in from + 1..=to {
                if word == to || self.all_bracketed((word, word + 1)) != self.all_bracketed((start, start + 1)) {
                    found.push(self.insertion((start, word)));
                    start = word;
                }
            }
        }
        let places =
            range(steps.iter().filter_map(|step| if let Step::Delete(place) = step { Some(*place) } else { None }));
        if let Some(places) = places {
            found.push(self.deletion(places));
        }
        found
    }

    fn insertion(&self, words: (usize, usize)) -> Found {
        let article = self.quote.span_of(words.0, words.1);
        let edit =
            Edit { class: EditClass::Insertion, article, source: Span::default(), marked: self.all_bracketed(words) };
        let function_words = (words.0..words.1).all(|word| self.is_function_word(word));
        Found { edit, function_words, damaged: article.of(self.article).is_some_and(is_damaged) }
    }

    fn deletion(&self, places: (usize, usize)) -> Found {
        let source = self.source.span_of(places.0, places.1);
        let edit = Edit { class: EditClass::Deletion, article: Span::default(), source, marked: false };
        let function_words =
            (places.0..places.1).all(|place| is_function_word(self.source.language, &self.source.folded(place)));
        Found { edit, function_words, damaged: source.of(self.source.text).is_some_and(is_damaged) }
    }

    fn all_bracketed(&self, words: (usize, usize)) -> bool {
        let mut words = (words.0..words.1).filter_map(|word| self.quote.words.get(word)).peekable();
        words.peek().is_some() && words.all(|word| word.bracketed)
    }

    /// Whether one word stands for one, and only what is written together with it differs.
    fn differs_in_clitic(&self, words: (usize, usize), places: (usize, usize)) -> bool {
        let single = words.1 - words.0 == 1 && places.1 - places.0 == 1;
        let word = self.quote.words.get(words.0).filter(|_| single);
        word.is_some_and(|word| differs_in_clitic(self.source.language, &word.folded, &self.source.folded(places.0)))
    }

    fn is_function_word(&self, word: usize) -> bool {
        self.quote.words.get(word).is_some_and(|word| is_function_word(self.source.language, &word.folded))
    }

    /// Whether the words at a place differ by what a bad copy does to letters.
    fn is_misread(&self, words: (usize, usize), places: (usize, usize)) -> bool {
        let (count, other) = (words.1 - words.0, places.1 - places.0);
        let id = |word: &str| self.quote.words.iter().find(|one| *one.folded == *word).map_or(0, |one| one.id);
        // A word that no quotation has is counted in the source itself.
        let others = |word: &str| match id(word) {
            0 => (0..self.source.words.len())
                .filter(|&at| self.source.id(at) == 0 && self.source.folded(at) == word)
                .count(),
            id => self.source.places_of(id).len(),
        };
        let pair = |word: usize, place: usize| {
            let ours = self.quote.words.get(word).map_or("", |word| &word.folded);
            let theirs = self.source.folded(place);
            ours == theirs || differs_by_damage(ours, &theirs, others)
        };
        if count == other && count <= 4 {
            return (0..count).all(|nth| pair(words.0 + nth, places.0 + nth));
        }
        // A word that damage broke in two: *con ict*.
        let (ours, theirs) = self.joined(words, places);
        count.max(other) <= 3 && differs_by_damage(&ours, &theirs, |_| 0)
    }

    /// The words of both sides of a group, each side written together.
    fn joined(&self, words: (usize, usize), places: (usize, usize)) -> (String, String) {
        let ours = (words.0..words.1).filter_map(|word| self.quote.words.get(word)).map(|word| &*word.folded).collect();
        (ours, (places.0..places.1).map(|place| self.source.folded(place)).collect())
    }

    /// Whether the letters are the same and only spaces or hyphens differ: *co-operation*.
    fn is_joined_otherwise(&self, words: (usize, usize), places: (usize, usize)) -> bool {
        if words.1 - words.0 > 4 || places.1 - places.0 > 4 {
            return false;
        }
        let (one, other) = self.joined(words, places);
        one == other
    }
}

/// The first of `numbers` and one past the last; `None` where there are none.
fn range(numbers: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    numbers.fold(None, |range, number| match range {
        None => Some((number, number + 1)),
        Some((from, to)) => Some((from.min(number), to.max(number + 1))),
    })
}

/// Whether only an article, *that* or *which*, or a preposition, and no protected word.
fn is_function_word(language: Language, word: &str) -> bool {
    let class = [WordClass::Article, WordClass::Relative, WordClass::Preposition];
    class.into_iter().any(|class| is_word_in(language, word, class))
        && !is_word_in(language, word, WordClass::Protected)
}

/// Whether two words differ in an article or a preposition that is written together with its noun: *l’homme*,
/// *d’homme*, *homme*; *دول*, *الدول*, *بدول*.
fn differs_in_clitic(language: Language, one: &str, other: &str) -> bool {
    let clitics: &[&str] = match language {
        Language::Fr => &["l", "d", "qu"],
        Language::Ar => &["ال", "لل", "بال", "ب", "ل", "ك"],
        _ => return false,
    };
    let bare = |word: &str| -> Vec<String> {
        let cut = clitics.iter().filter_map(|clitic| word.strip_prefix(clitic));
        cut.filter(|rest| rest.chars().count() >= 3).chain([word]).map(str::to_owned).collect()
    };
    let others = bare(other);
    one != other && bare(one).iter().any(|bare| others.contains(bare))
}

/// Whether a quotation begins behind a word that is written together with its first: *d’« allouer »*, *و«تدين»*.
pub(super) fn loses_clitic(language: Language, word: &str, whole: &str) -> bool {
    let clitics: &[&str] = match language {
        Language::Fr => &["l", "d", "qu", "n", "s", "c", "j", "jusqu", "lorsqu", "puisqu"],
        Language::Ar => &["و", "ف", "ب", "ل", "ك", "وب", "ول"],
        _ => return false,
    };
    word.chars().count() >= 2 && whole.strip_suffix(word).is_some_and(|clitic| clitics.contains(&clitic))
}

/// Whether most letters of either side are capitals.
fn is_in_capitals(source: &SourceText, alignment: &Alignment, article: &str, quote: &QuoteText) -> bool {
    let shouted = |text: Option<&str>| {
        let letters = text.unwrap_or("").chars().take(400).filter(|letter| letter.is_alphabetic());
        let (large, all) =
            letters.fold((0, 0), |(large, all), letter| (large + usize::from(letter.is_uppercase()), all + 1));
        all > 3 && large * 10 >= all * 8
    };
    shouted(source.span_of(alignment.first, alignment.end).of(source.text))
        || shouted(quote.span_of(0, quote.words.len()).of(article))
}

/// Whether the letters of two words have the same capitals.
fn same_case(one: &str, other: &str) -> bool {
    let capitals = |word: &'_ str| {
        word.chars().filter(|letter| letter.is_alphanumeric()).map(char::is_uppercase).collect::<Vec<_>>()
    };
    let (one, other) = (capitals(one), capitals(other));
    // Words with other letters (a ligature) are compared by their first alone.
    if one.len() == other.len() { one == other } else { one.first() == other.first() }
}

/// Whether two words differ in capitals alone.
fn same_marks(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// Fills in the side of each difference that has no words: the caret before the next word that
/// agrees.
pub(super) fn set_carets(edits: &mut [Edit], quote: &QuoteText, source: &SourceText, alignment: &Alignment) {
    for edit in edits {
        match edit.class {
            EditClass::Insertion => {
                let at = source_caret(edit.article, quote, source, alignment);
                edit.source = Span::new(at, at);
            }
            EditClass::Deletion => {
                let at = article_caret(edit.source, quote, source, alignment);
                edit.article = Span::new(at, at);
            }
            _ => {}
        }
    }
}

fn source_caret(article: Span, quote: &QuoteText, source: &SourceText, alignment: &Alignment) -> u32 {
    let next = alignment.steps.iter().find_map(|step| match *step {
        Step::Pair(word, place) if quote.span(word).start >= article.end => Some(source.span(place).start),
        _ => None,
    });
    next.unwrap_or_else(|| source.span_of(alignment.first, alignment.end).end)
}

fn article_caret(place: Span, quote: &QuoteText, source: &SourceText, alignment: &Alignment) -> u32 {
    let next = alignment.steps.iter().find_map(|step| match *step {
        Step::Pair(word, at) if source.span(at).start >= place.end => Some(quote.span(word).start),
        _ => None,
    });
    next.unwrap_or_else(|| quote.span_of(0, quote.words.len()).end)
}

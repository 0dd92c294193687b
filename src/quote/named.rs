//! Which text the article names for a quotation.

use super::counterpart::Marked;
use super::report::Named;
use super::texts::SourceText;
use crate::article::{Layout, Quoted, Reported};
use crate::lexicon::{Language, ReportKind, WordClass, match_phrase};
use crate::model::{Citation, CitationForm};
use crate::text::{Span, WordList};

/// A text that the article cites.
pub(super) struct Work<'a> {
    /// The citation.
    pub citation: &'a Citation,
    /// Index of the text compared that it is.
    pub text: Option<usize>,
    /// Whether it is cited inside a quotation, so that the article itself names nothing by it.
    quoted: bool,
}

/// The text that the article names for one quotation.
#[derive(Clone, Copy)]
pub(super) struct Naming {
    /// Index of the citation.
    pub work: usize,
    /// Whether it is named in the quotation's own sentence.
    pub explicit: bool,
}

/// The works that an article cites, each with the text compared that it is.
pub(super) struct Works<'a> {
    /// In order of place.
    pub cited: Vec<Work<'a>>,
    /// Whether a text without a symbol is compared with, which might be any of the works.
    pub has_unnamed_text: bool,
    /// What was read of the texts for quotations in another language.
    pub marked: Marked,
}

impl<'a> Works<'a> {
    /// Matches each citation with the texts, of several editions with the one in the article's language. Costs a
    /// comparison of symbols for each pair.
    pub fn new(layout: &Layout, citations: &'a [Citation], texts: &[SourceText], language: Language) -> Self {
        let symbols: Vec<Option<WordList>> = texts.iter().map(symbol_words).collect();
        let works = citations.iter().map(|citation| Work {
            citation,
            text: find_text(citation, texts, &symbols, language),
            quoted: layout.quotation_at(citation.span.start).is_some(),
        });
        let has_unnamed_text = texts.iter().any(|text| text.resolution.symbol.is_none());
        Self { cited: works.collect(), has_unnamed_text, marked: Marked::default() }
    }

    /// Whether the article cites works by symbol, and none of them is compared with.
    pub fn are_all_closed(&self) -> bool {
        let mut named = self.cited.iter().filter(|work| is_by_symbol(work)).peekable();
        named.peek().is_some() && !self.has_unnamed_text && self.cited.iter().all(|work| work.text.is_none())
    }

    /// Whether the article cites the text with this index.
    pub fn cites(&self, text: usize) -> bool {
        self.cited.iter().any(|work| work.text == Some(text))
    }

    /// The text named for `quoted`: in its sentence the one that speaks there, or else the last one
    /// that spoke before it, or else the first that the article cites by symbol.
    pub fn named_for(&self, layout: &Layout, quoted: &Quoted, governing: Option<&Reported>) -> Option<Naming> {
        let sentence = layout.sentence_at(quoted.outer.start)?;
        let next = self.cited.partition_point(|work| work.citation.span.start < quoted.outer.start);
        let before = self.cited.get(..next).unwrap_or(&[]);
        let near = before.iter().enumerate().rev().take_while(|(_, work)| work.citation.span.start >= sentence.start);
        for (at, work) in near {
            if !work.quoted && speaks(layout, work.citation, sentence, quoted, governing) {
                return Some(Naming { work: at, explicit: true });
            }
        }
        let earlier =
            before.iter().enumerate().rev().skip_while(|(_, work)| work.citation.span.start >= sentence.start);
        let inherited = earlier.filter(|(_, work)| is_by_symbol(work)).map(|(at, _)| at).next();
        let first = || self.cited.iter().position(is_by_symbol);
        inherited.or_else(first).map(|work| Naming { work, explicit: false })
    }

    /// What the report says about a naming.
    pub fn describe(&self, naming: Naming) -> Option<Named> {
        let work = self.cited.get(naming.work)?;
        Some(Named {
            text: work.citation.text.clone(),
            span: work.citation.span,
            target: work.citation.target.clone(),
            open: work.text.is_some(),
        })
    }
}

fn is_by_symbol(work: &Work) -> bool {
    work.citation.form == CitationForm::Symbol && !work.quoted
}

fn symbol_words(text: &SourceText) -> Option<WordList> {
    let symbol = text.resolution.symbol.as_ref()?;
    Some(WordList::new(symbol, Span::at(0, symbol.len()), &[]))
}

/// The text that a citation names: the same id, or a symbol whose words the citation ends with; of several the first
/// in the article's language.
fn find_text(
    citation: &Citation,
    texts: &[SourceText],
    symbols: &[Option<WordList>],
    language: Language,
) -> Option<usize> {
    let best = |found: Vec<usize>| -> Option<usize> {
        let own = |at: &&usize| texts.get(**at).is_some_and(|text| text.language == language);
        found.iter().find(own).or_else(|| found.first()).copied()
    };
    if let Some(target) = &citation.target {
        let same = |id: &str| id.eq_ignore_ascii_case(target);
        let named =
            texts.iter().enumerate().filter(|(_, text)| same(&text.resolution.id) || same(&text.resolution.key));
        if let Some(found) = best(named.map(|(at, _)| at).collect()) {
            return Some(found);
        }
    }
    if citation.form != CitationForm::Symbol {
        return None;
    }
    let cited = WordList::new(&citation.text, Span::at(0, citation.text.len()), &[]);
    let ends = symbols.iter().enumerate().filter(|(_, symbol)| {
        let Some(symbol) = symbol.as_ref().filter(|symbol| symbol.len() > 1 && symbol.len() <= cited.len()) else {
            return false;
        };
        let skipped = cited.len() - symbol.len();
        (0..symbol.len()).all(|at| symbol.word(at) == cited.word(at + skipped))
    });
    if let Some(found) = best(ends.map(|(at, _)| at).collect()) {
        return Some(found);
    }
    // A number whose body is not known is that of the one work among the texts which has it.
    let tail = |words: &WordList| -> Vec<String> {
        let all = (0..words.len()).filter_map(|at| words.word(at));
        all.skip_while(|word| !word.contains(|letter: char| letter.is_ascii_digit())).map(str::to_owned).collect()
    };
    let number = Some(tail(&cited)).filter(|number| citation.target.is_none() && number.len() > 1)?;
    let same = symbols.iter().enumerate().filter(|(_, symbol)| symbol.as_ref().is_some_and(|one| tail(one) == number));
    let same: Vec<usize> = same.map(|(at, _)| at).collect();
    let mut works = same.iter().filter_map(|&at| texts.get(at)).map(|text| &text.resolution.id);
    let first = works.next()?;
    works.all(|id| id == first).then(|| best(same)).flatten()
}

/// What may stand between a text and its title or its words.
const TITLED: [&str; 19] = [
    "",
    ",",
    "entitled",
    "titled",
    "on",
    "—",
    "–",
    "-",
    "(",
    "intitulée",
    "titulada",
    "под",
    "названием",
    "المعنون",
    "عبارة",
    "题为",
    "中有",
    "号决议中有",
    "写道",
];

/// Whether the cited text is the one that speaks in the quotation: *according to X*, *X condemns*,
/// *X «title»*.
fn speaks(layout: &Layout, citation: &Citation, sentence: Span, quoted: &Quoted, governing: Option<&Reported>) -> bool {
    let first = layout.words.first_at(citation.span.start);
    let sentence_start = layout.words.first_at(sentence.start);
    // *According to the* stands before it.
    let introduced = (first.saturating_sub(4).max(sentence_start)..first).any(|start| {
        let word = |at: usize| (start + at < first).then(|| layout.words.word(start + at)).flatten();
        let taken = match_phrase(word, WordClass::LeadIn);
        taken > 0 && first - start - taken <= 1
    });
    let subject = governing.is_some_and(|governing| {
        let active = matches!(governing.verb.kind, ReportKind::Act | ReportKind::Speech | ReportKind::Text);
        let subject = governing.report.subject.as_ref();
        active && subject.is_some_and(|subject| subject.span.overlaps(citation.span))
    });
    let between = Span::new(citation.span.end, quoted.outer.start).of(layout.text).unwrap_or("-");
    let titled = citation.span.end <= quoted.outer.start
        && !between.contains(['.', ';'])
        && between.split_whitespace().all(|word| TITLED.contains(&word.trim_end_matches([':', '：'])));
    introduced || subject || titled
}

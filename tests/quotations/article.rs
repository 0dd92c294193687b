//! News items that the quotations stand in.

use whereas::text::Span;

use crate::corpus::{Corpus, plain};
use crate::forms::Forms;
use crate::kinds::{Frame, Made, make as make_quotation};
use crate::random::Random;

/// A news item with the truth about its quotations.
pub struct Article {
    pub text: String,
    /// Whether its first sentence names the text that it is about.
    pub names: bool,
    /// Place between the marks, what is true of it, and where the pieces stand that were changed.
    pub quotations: Vec<(Span, Made, Vec<Span>)>,
}

/// The news item with this number.
pub fn make(corpus: &Corpus, forms: &Forms, number: u64) -> Article {
    let mut random = Random::new(number);
    let main = loop {
        let main = random.below(corpus.texts.len());
        if corpus.texts[main].paragraphs.len() > 1 {
            break main;
        }
    };
    let about = &corpus.texts[main];
    let symbol = about.symbol.as_ref().filter(|_| random.chance(75));
    let mut text = format!("date {} {}\n\n", about.date, random.pick(&forms.headlines));
    let opening = random.pick(if symbol.is_some() { &forms.openings } else { &forms.blanks });
    text.push_str(&opening.replace("{s}", symbol.map_or("", String::as_str)));
    let wanted = random.between(3, 8);
    let mut all = Vec::new();
    for _ in 0..60 {
        if all.len() == wanted {
            break;
        }
        let Some(made) = make_quotation(corpus, forms, main, &mut random) else { continue };
        let names_another = matches!(made.frame, Frame::Closed) && symbol.is_none();
        if names_another || !stands_alone(corpus, &made, symbol.is_some()) {
            continue;
        }
        all.push(made);
    }
    // A text that is in no library is named last, so that nothing after it is taken for its words.
    all.sort_by_key(|made| matches!(made.frame, Frame::Closed));
    let mut quotations = Vec::new();
    for made in all {
        text.push_str(if random.chance(30) { "\n\n" } else { corpus.space() });
        let (span, changed) = print(corpus, forms, &mut text, &made, &mut random);
        quotations.push((span, made, changed));
    }
    text.push('\n');
    Article { text, names: symbol.is_some(), quotations }
}

/// Whether the source of a quotation stands in one place of its text, and where nothing names that, of the
/// corpus, so that nothing is left to chance.
fn stands_alone(corpus: &Corpus, made: &Made, named: bool) -> bool {
    let Some((text, span)) = made.truth.place else { return true };
    if made.kind == "rival" {
        let words = plain(span.of(&corpus.texts[text].source).unwrap());
        return plain(&corpus.texts[text].source).matches(&words).count() == 1;
    }
    let words = span.of(&corpus.texts[text].source).unwrap();
    let here = plain(&corpus.texts[text].source).matches(&plain(words)).count();
    here == 1 && (named || matches!(made.frame, Frame::Named(_)) || corpus.count(words) == 1)
}

/// Writes the sentence of a quotation; gives the place between the marks, and those of the pieces that were changed.
fn print(corpus: &Corpus, forms: &Forms, text: &mut String, made: &Made, random: &mut Random) -> (Span, Vec<Span>) {
    let symbol = |text: usize| corpus.texts[text].symbol.clone().unwrap_or_default();
    let sentence = match &made.frame {
        Frame::Plain => random.pick(&forms.plains).clone(),
        Frame::Named(named) => random.pick(&forms.named).replace("{s}", &symbol(*named)),
        Frame::Closed => random.pick(&forms.named).replace("{s}", &format!("61/{}", random.between(10, 250))),
        Frame::Speech => random.pick(&forms.speeches).clone(),
        Frame::Sentence(sentence) => sentence.clone(),
    };
    let (open, close) = random.pick(&forms.marks);
    let (before, after) = sentence.split_once("{q}").unwrap();
    text.push_str(before);
    text.push_str(open);
    let start = text.len();
    let mut changed = Vec::new();
    for (at, piece) in made.pieces.iter().enumerate() {
        let gap = if at == 0 || made.pieces[at - 1].text.ends_with(['\u{A0}', '\n']) { "" } else { corpus.space() };
        text.push_str(gap);
        if piece.changed {
            changed.push(Span::at(text.len(), text.len() + piece.text.len()));
        }
        text.push_str(&piece.text);
    }
    let span = Span::at(start, text.len()).trim(text);
    text.push_str(close);
    text.push_str(after);
    (span, changed)
}

//! Quotations that stand elsewhere, or are not compared.

use super::*;

impl Maker<'_> {
    pub(super) fn misattributed(&mut self) -> Option<Parts> {
        let other = self.random.below(self.corpus.texts.len());
        let named = &self.corpus.texts[self.main];
        // Words of a text that was not there yet can't be taken for another's.
        if self.corpus.texts[other].date > named.date
            || other == self.main
            || named.symbol.is_none()
            || self.corpus.texts[other].symbol == named.symbol
        {
            return None;
        }
        let cut = self.cut_in(other, 8, 30)?;
        let words = plain(self.span(cut).of(self.source(cut)).unwrap());
        // No run of half of it stands in the text that is named.
        let held = plain(&named.source);
        let list: Vec<&str> = words.split(' ').collect();
        let near = if self.corpus.is_spaced() {
            list.windows(4.min(list.len())).any(|run| held.contains(&run.join(" ")))
        } else {
            words.chars().collect::<Vec<_>>().windows(6).any(|run| held.contains(&run.iter().collect::<String>()))
        };
        let mut truth = self.truth(Verdict::Misattributed, cut);
        truth.must_not.clear();
        (!near).then(|| (self.pieces(cut), Frame::Named(self.main), truth))
    }

    pub(super) fn without_place(verdict: Verdict, reason: Option<Reason>) -> Truth {
        let (must, must_not) = (Vec::new(), Vec::new());
        Truth { verdict, function_words: false, reason, place: None, must, must_not, clean: false }
    }

    pub(super) fn invented(&mut self) -> Vec<Piece> {
        let text = self.random.pick(&self.forms.invented).clone();
        vec![Piece { text, changed: false }]
    }

    pub(super) fn not_found(&mut self) -> Option<Parts> {
        let truth = Self::without_place(Verdict::NotFound, None);
        if self.random.chance(50) {
            return Some((self.invented(), self.frame(), truth));
        }
        // The words of a real paragraph in an order that it has not.
        let cut = self.cut(12, 20)?;
        let mut pieces = self.pieces(cut);
        let step = 5;
        let order = |at: usize| (at * step) % pieces.len();
        if pieces.len().is_multiple_of(step) {
            return None;
        }
        let turned: Vec<Piece> = (0..pieces.len())
            .map(|at| {
                let text = pieces[order(at)].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
                Piece { text, changed: false }
            })
            .collect();
        pieces = turned;
        let words: Vec<String> = pieces.iter().map(|piece| piece.text.clone()).collect();
        let near = words.windows(4).any(|run| self.corpus.count(&run.join(self.corpus.space())) > 0);
        (!near).then(|| (pieces, self.frame(), truth))
    }

    pub(super) fn closed(&mut self) -> Parts {
        let truth = Self::without_place(Verdict::Unchecked, Some(Reason::SourceNotOpen));
        (self.invented(), Frame::Closed, truth)
    }

    pub(super) fn speaker(&mut self) -> Option<Parts> {
        let truth = Self::without_place(Verdict::Unchecked, Some(Reason::OtherSpeaker));
        let pieces = if self.random.chance(50) {
            self.invented()
        } else {
            let cut = self.cut(6, 20)?;
            self.pieces(cut)
        };
        Some((pieces, Frame::Speech, truth))
    }

    pub(super) fn damaged(&mut self) -> Option<Parts> {
        let cut = self.cut(10, 30)?;
        let mut pieces = self.pieces(cut);
        let at = self.random.between(2, pieces.len() - 3);
        let middle = pieces[at].text.chars().count() / 2;
        let (place, letter) = pieces[at].text.char_indices().nth(middle)?;
        if !letter.is_alphabetic() {
            return None;
        }
        pieces[at].text.replace_range(place..place + letter.len_utf8(), "\u{FFFD}");
        let truth = Self::without_place(Verdict::Unchecked, Some(Reason::DamagedCopy));
        Some((pieces, self.frame(), truth))
    }

    /// A letter that a reader of pages took for a digit, or a ligature that a converter lost.
    pub(super) fn misread(&mut self) -> Option<Parts> {
        const PAIRS: [(&str, &str); 6] = [("l", "1"), ("o", "0"), ("s", "5"), ("fl", ""), ("ffi", ""), ("fi", "")];
        let cut = self.cut(10, 30)?;
        let mut pieces = self.pieces(cut);
        let at = self.random.between(2, pieces.len() - 3);
        let word = pieces[at].text.clone();
        let plain = word.chars().count() >= 7 && word.chars().all(|letter| letter.is_ascii_lowercase());
        if !plain || !self.corpus.is_spaced() {
            return None;
        }
        let begin = self.random.below(PAIRS.len());
        let pair =
            (0..PAIRS.len()).map(|nth| PAIRS[(begin + nth) % PAIRS.len()]).find(|(from, _)| word[1..].contains(from));
        let (from, to) = pair?;
        pieces[at].text = format!("{}{}", &word[..1], word[1..].replacen(from, to, 1));
        pieces[at].changed = true;
        if self.corpus.word_count(&pieces[at].text) > 0 {
            return None;
        }
        let truth = Self::without_place(Verdict::Unchecked, Some(Reason::DamagedCopy));
        Some((pieces, self.frame(), truth))
    }
}

//! Quotations whose words are the source’s own.

use super::*;

impl Maker<'_> {
    pub(super) fn verbatim(&mut self) -> Option<Parts> {
        let cut = self.cut(5, 40)?;
        Some((self.pieces(cut), self.frame(), self.clean(cut)))
    }

    pub(super) fn typography(&mut self) -> Option<Parts> {
        let cut = self.cut(6, 30)?;
        let mut pieces = self.pieces(cut);
        let way = self.random.below(7);
        let at = self.random.below(pieces.len() - 1);
        let last = pieces.len() - 1;
        let edit = |piece: &mut Piece, from: &[char], to: &str| piece.text = piece.text.replace(from, to);
        match way {
            0 => pieces.iter_mut().for_each(|piece| edit(piece, &['’'], "'")),
            1 => pieces.iter_mut().for_each(|piece| edit(piece, &['-', '–', '—'], "–")),
            2 if self.corpus.is_spaced() => pieces[at].text.push('\u{A0}'),
            3 if self.corpus.is_spaced() => pieces[at].text.push('\n'),
            4 => {
                let first = pieces[0].text.chars().next()?;
                let turned: String =
                    if first.is_lowercase() { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
                pieces[0].text = pieces[0].text.replacen(first, &turned, 1);
            }
            5 => pieces[last].text.push_str(if self.corpus.is_spaced() { "," } else { "，" }),
            _ => {
                let mut letters = pieces[at].text.char_indices().skip(2);
                let place = letters.next().map_or(0, |(place, _)| place);
                let mark = if self.corpus.language == "ar" { '\u{64E}' } else { '\u{AD}' };
                pieces[at].text.insert(place, mark);
            }
        }
        Some((pieces, self.frame(), self.clean(cut)))
    }

    pub(super) fn ellipsis(&mut self) -> Option<Parts> {
        let cut = self.cut(14, 45)?;
        let mut pieces = self.pieces(cut);
        let gap = self.random.between(1, pieces.len() - 12);
        let at = self.random.between(6, pieces.len() - gap - 6);
        // Each side stands in one place of its text alone, so that it is certain what was left out.
        let held = plain(&self.corpus.texts[self.paragraph(cut).text].source);
        let side = |from: usize, to: usize| {
            let side = Cut { from: cut.from + from, to: cut.from + to, ..cut };
            held.matches(&plain(self.span(side).of(self.source(side)).unwrap())).count() == 1
        };
        if !side(0, at) || !side(at + gap, pieces.len()) {
            return None;
        }
        let mark = *self.random.pick(&["…", "...", "[…]", "(...)", ". . ."]);
        pieces.drain(at..at + gap);
        pieces.insert(at, Piece { text: mark.to_owned(), changed: false });
        Some((pieces, self.frame(), self.clean(cut)))
    }

    pub(super) fn brackets(&mut self) -> Option<Parts> {
        let cut = self.cut(8, 30)?;
        let mut pieces = self.pieces(cut);
        let at = self.random.between(3, pieces.len() - 3);
        if self.corpus.is_spaced() && self.random.chance(40) {
            let first = pieces[0].text.chars().next()?;
            let turned: String =
                if first.is_lowercase() { first.to_uppercase().collect() } else { first.to_lowercase().collect() };
            pieces[0].text = pieces[0].text.replacen(first, &format!("[{turned}]"), 1);
        } else {
            let word = self.random.pick(&self.forms.contents).clone();
            pieces.insert(at, Piece { text: format!("[{word}]"), changed: false });
        }
        Some((pieces, self.frame(), self.clean(cut)))
    }

    pub(super) fn short(&mut self, unique: bool) -> Option<Parts> {
        self.corpus.texts[self.main].symbol.as_ref()?;
        let numbers = self.corpus.texts[self.main].paragraphs.clone();
        for _ in 0..40 {
            let number = *self.random.pick(&numbers);
            let count = self.corpus.paragraphs[number].words.len();
            let length = self.random.between(1, 2);
            let from = self.random.below(count - length);
            let cut = Cut { number, from, to: from + length };
            let words = self.span(cut).of(self.source(cut)).unwrap().to_owned();
            let plain_words = plain(&words);
            let small =
                plain_words.split(' ').any(|word| word.chars().count() < if self.corpus.is_spaced() { 4 } else { 1 });
            if small || plain_words.split(' ').count() > 3 || !self.is_quotable(cut) || words.contains('\n') {
                continue;
            }
            let held = plain(&self.corpus.texts[self.main].source);
            let here = held.matches(&plain_words).count();
            if unique && here == 1 {
                let mut truth = self.clean(cut);
                truth.must.push(Note::Short);
                return Some((self.pieces(cut), Frame::Named(self.main), truth));
            }
            if !unique && here > 2 && self.stands_apart(&plain_words) {
                let truth = Self::without_place(Verdict::Unchecked, Some(Reason::TooShort));
                return Some((self.pieces(cut), Frame::Named(self.main), truth));
            }
        }
        None
    }

    pub(super) fn stands_apart(&self, words: &str) -> bool {
        let numbers = self.corpus.texts[self.main].paragraphs.iter();
        let held = numbers.filter(|&&number| {
            let all = Cut { number, from: 0, to: self.corpus.paragraphs[number].words.len() };
            format!(" {} ", plain(self.span(all).of(self.source(all)).unwrap())).contains(&format!(" {words} "))
        });
        held.count() > 1
    }
}

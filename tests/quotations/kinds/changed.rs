//! Quotations whose words differ from the source.

use super::*;

impl Maker<'_> {
    pub(super) fn is_new(&self, pieces: &[Piece]) -> bool {
        let words: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        self.corpus.count(&words.join(self.corpus.space())) == 0
    }

    pub(super) fn inflected(&mut self) -> Option<Parts> {
        let cut = self.cut(10, 40)?;
        let mut pieces = self.pieces(cut);
        let wanted = self.random.between(1, 2);
        let mut done = 0;
        for _ in 0..30 {
            let at = self.random.between(1, pieces.len() - 2);
            let core = pieces[at].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
            let turn = self.random.below(8);
            let capital = core.starts_with(char::is_uppercase);
            let other = if capital && self.corpus.word_count(&core) > 2 && self.random.chance(50) {
                Some(core.to_lowercase())
            } else {
                self.forms.inflect(&core, turn).map(|form| if capital { capitalize(&form) } else { form })
            };
            if let Some(other) = other.filter(|other| *other != core && !pieces[at].changed) {
                pieces[at].text = pieces[at].text.replacen(&core, &other, 1);
                pieces[at].changed = true;
                done += 1;
            }
            if done == wanted {
                break;
            }
        }
        let is_new = self.is_new(&pieces) || pieces.iter().any(|piece| piece.changed);
        (done > 0 && is_new).then(|| (pieces, Frame::Plain, self.truth(Verdict::Inflected, cut)))
    }

    pub(super) fn change(&mut self, pieces: &mut Vec<Piece>) -> bool {
        let at = self.random.between(3, pieces.len() - 4);
        if pieces[at - 1..=at + 1].iter().any(|piece| piece.changed) {
            return false;
        }
        let core = pieces[at].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        let content = self.random.pick(&self.forms.contents).clone();
        let is_plain = core.chars().count() >= if self.corpus.is_spaced() { 5 } else { 1 }
            && core.chars().all(char::is_alphabetic)
            && !self.forms.avoided.contains(&core.to_lowercase());
        match self.random.below(3) {
            0 => pieces.insert(at, Piece { text: content, changed: true }),
            1 if is_plain
                && content != core.to_lowercase()
                && self.forms.inflect(&core, 0) != Some(content.clone()) =>
            {
                pieces[at].text = pieces[at].text.replacen(&core, &content, 1);
                pieces[at].changed = true;
            }
            2 if is_plain && core == pieces[at].text && self.corpus.is_spaced() => {
                pieces.remove(at);
                pieces[at - 1].changed = true;
            }
            _ => return false,
        }
        true
    }

    pub(super) fn altered(&mut self) -> Option<Parts> {
        let cut = self.cut(12, 45)?;
        let mut pieces = self.pieces(cut);
        let most = if pieces.len() >= 24 { 3 } else { 1 + usize::from(pieces.len() >= 16) };
        let wanted = self.random.between(1, most);
        let mut done = 0;
        for _ in 0..40 {
            done += usize::from(self.change(&mut pieces));
            if done == wanted {
                break;
            }
        }
        let is_new = done > 0 && self.is_new(&pieces);
        is_new.then(|| (pieces, Frame::Plain, self.truth(Verdict::Altered, cut)))
    }

    /// A word of content and something else besides: a form, a small word, an omission that is marked, marks.
    pub(super) fn mixed(&mut self) -> Option<Parts> {
        let cut = self.cut(18, 45)?;
        let mut pieces = self.pieces(cut);
        let done = (0..20).any(|_| self.change(&mut pieces));
        let wanted = self.random.between(1, 2);
        let mut besides = 0;
        for _ in 0..12 {
            let changed = pieces.iter().filter(|piece| piece.changed).count();
            match self.random.below(4) {
                0 => _ = self.swap_beside(&mut pieces),
                1 => self.inflect_beside(&mut pieces),
                2 => self.omit_beside(&mut pieces),
                _ => pieces.iter_mut().for_each(|piece| piece.text = piece.text.replace('’', "'")),
            }
            besides += usize::from(pieces.iter().filter(|piece| piece.changed).count() > changed);
            if besides >= wanted {
                break;
            }
        }
        (done && self.is_new(&pieces)).then(|| (pieces, Frame::Plain, self.truth(Verdict::Altered, cut)))
    }

    fn swap_beside(&mut self, pieces: &mut [Piece]) -> bool {
        let pairs = &self.forms.swaps;
        let at = self.random.between(1, pieces.len() - 2);
        let Some(near) = pieces.get_mut(at - 1..at + 2).filter(|near| near.iter().all(|piece| !piece.changed)) else {
            return false;
        };
        let core = near[1].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        let other = pairs.iter().find_map(|(one, other)| (*one == core).then_some(other));
        if let Some(other) = other {
            near[1].text = near[1].text.replacen(&core, other, 1);
            near[1].changed = true;
        }
        other.is_some()
    }

    fn inflect_beside(&mut self, pieces: &mut [Piece]) {
        let at = self.random.between(1, pieces.len() - 2);
        if pieces[at - 1..=at + 1].iter().any(|piece| piece.changed) {
            return;
        }
        let core = pieces[at].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        let turn = self.random.below(8);
        if let Some(other) = self.forms.inflect(&core, turn).filter(|_| !core.starts_with(char::is_uppercase)) {
            pieces[at].text = pieces[at].text.replacen(&core, &other, 1);
            pieces[at].changed = true;
        }
    }

    /// Leaves a few words out, well away from every change, and marks it.
    fn omit_beside(&mut self, pieces: &mut Vec<Piece>) {
        let at = self.random.between(6, pieces.len() - 6);
        let gap = self.random.between(1, 4);
        let clear = pieces.get(at.saturating_sub(6)..at + gap + 6);
        let marked = pieces.iter().any(|piece| piece.text.contains('…'));
        if !marked && clear.is_some_and(|clear| clear.iter().all(|piece| !piece.changed)) {
            pieces.drain(at..at + gap);
            pieces.insert(at, Piece { text: "[…]".to_owned(), changed: false });
        }
    }

    pub(super) fn number(&mut self) -> Option<Parts> {
        let cut = self.cut(8, 40)?;
        let mut pieces = self.pieces(cut);
        let digits = |piece: &Piece| {
            piece.text.trim_matches(|letter: char| !letter.is_alphanumeric()).chars().all(|one| one.is_ascii_digit())
        };
        let at = (1..pieces.len() - 1).find(|&at| digits(&pieces[at]))?;
        let core = pieces[at].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        let other = core.parse::<u32>().ok()?.checked_add(1)?.to_string();
        pieces[at].text = pieces[at].text.replacen(&core, &other, 1);
        pieces[at].changed = true;
        self.is_new(&pieces).then(|| (pieces, Frame::Plain, self.truth(Verdict::Altered, cut)))
    }

    pub(super) fn swap(&mut self, pieces: &mut [Piece], pairs: &[(String, String)]) -> bool {
        let inside = 1..pieces.len() - 1;
        let begin = self.random.below(inside.len());
        for at in inside.clone().cycle().skip(begin).take(inside.len()) {
            let core = pieces[at].text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
            let other = pairs.iter().find_map(
                |(one, other)| {
                    if *one == core { Some(other) } else { (*other == core).then_some(one) }
                },
            );
            if let Some(other) = other {
                pieces[at].text = pieces[at].text.replacen(&core, other, 1);
                pieces[at].changed = true;
                return true;
            }
        }
        false
    }

    pub(super) fn protected(&mut self) -> Option<Parts> {
        let cut = self.cut(8, 40)?;
        let mut pieces = self.pieces(cut);
        let pairs = &self.forms.protected;
        let done = self.swap(&mut pieces, pairs);
        (done && self.is_new(&pieces)).then(|| (pieces, Frame::Plain, self.truth(Verdict::Altered, cut)))
    }

    pub(super) fn function_words(&mut self) -> Option<Parts> {
        let cut = self.cut(8, 40)?;
        let mut pieces = self.pieces(cut);
        let way = if self.forms.drops.is_empty() { 2 } else { self.random.below(3) };
        let inside = 2..pieces.len() - 2;
        let drops = &self.forms.drops;
        match way {
            0 => {
                let at = self.random.between(inside.start, inside.end - 1);
                let word = self.random.pick(drops).clone();
                if pieces[at - 1..=at].iter().any(|piece| plain(&piece.text) == plain(&word)) {
                    return None;
                }
                pieces.insert(at, Piece { text: word, changed: true });
            }
            1 => {
                let at = inside.into_iter().find(|&at| drops.contains(&pieces[at].text))?;
                pieces.remove(at);
                pieces[at - 1].changed = true;
            }
            _ => {
                let pairs = &self.forms.swaps;
                if !self.swap(&mut pieces, pairs) {
                    return None;
                }
            }
        }
        let mut truth = self.truth(Verdict::Altered, cut);
        truth.function_words = true;
        self.is_new(&pieces).then_some((pieces, Frame::Plain, truth))
    }

    pub(super) fn spliced(&mut self) -> Option<Parts> {
        let scale = if self.corpus.is_spaced() { 1 } else { 2 };
        let way = self.random.below(3);
        let (first, second) = if way < 2 {
            // From one paragraph over a wide gap, in order or turned.
            let cut = self.cut(24, 60)?;
            let one = self.random.between(6 * scale, 8 * scale);
            let gap = self.random.between(10 * scale, cut.to - cut.from - one - 6 * scale);
            let from = cut.from + one + gap;
            let first = Cut { to: cut.from + one, ..cut };
            let second = Cut { from, to: (from + 12 * scale).min(cut.to), ..cut };
            if way == 0 { (first, second) } else { (second, first) }
        } else {
            let (first, second) = (self.cut(6, 14)?, self.cut(6, 14)?);
            if first.number.abs_diff(second.number) < 2 {
                return None;
            }
            (first, second)
        };
        let mut pieces = self.pieces(first);
        let rest = self.pieces(second);
        pieces.extend(rest);
        // The place is either of the two.
        let mut truth = self.truth(Verdict::Spliced, first);
        truth.must.clear();
        truth.must_not.clear();
        truth.place = None;
        self.is_new(&pieces).then_some((pieces, Frame::Plain, truth))
    }
}

//! Where paragraphs begin, in a text whose lines may be broken to a width.
//!
//! Three things are weighed at the end of each line. *Space*: a blank line, unless a page ends
//! there. *Width*: where the next word would have fitted, the line was ended on purpose. *Words*: a
//! label that is due, a lead phrase behind a mark that ends a paragraph, the subject of the text.

use super::label::{Count, Label, Marks, read_label};
use super::lines::{Filling, Line, Setting};
use super::masthead::read_heading;
use super::misread::read_misread;
use super::signs::{is_symbol, read_note_number};
use super::subject::{is_subject_alone, is_subject_line};
use crate::lexicon::{Language, LeadFinder, LeadZone, goes_on_behind_comma, is_annex_heading, is_closing_line};

/// How many times more often than elsewhere a participle behind a full line goes on with its paragraph, where the
/// last lines of paragraphs are hardly ever full.
const FUSED_ODDS: u32 = 24;

/// A line as wide as this is more than a heading or a row of a table, in characters.
const LONG_LINE: u32 = 72;

/// What stands between two lines of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    /// Blank lines, those around a page's furniture included.
    pub blanks: u32,
    /// Whether a page ends here.
    pub turned: bool,
}

/// Decides for line after line whether it begins a paragraph.
pub(super) struct Breaker<'a> {
    pub text: &'a str,
    pub language: Language,
    pub setting: Setting,
    /// The fewest blank lines that the end of a page brings with it.
    pub page_blanks: u32,
    leads: LeadFinder,
    /// The last number that labelled a paragraph.
    last_number: u32,
    /// Whether the subject of the text (*The General Assembly,*) was seen.
    in_body: bool,
    /// The last number of a note behind the closing; 0 for none, `None` before the closing.
    last_note: Option<u32>,
}

impl<'a> Breaker<'a> {
    pub fn new(text: &'a str, language: Language, setting: Setting, page_blanks: u32) -> Self {
        Self {
            text,
            language,
            setting,
            page_blanks,
            leads: LeadFinder::new(),
            last_number: 0,
            in_body: false,
            last_note: None,
        }
    }

    /// Whether `next` begins a paragraph; `after` is the line that follows it.
    pub fn begins(&mut self, before: &Line, next: &Line, after: Option<&Line>, gap: Gap) -> bool {
        let (Some(before_words), Some(next_words)) = (before.span.of(self.text), next.span.of(self.text)) else {
            return true;
        };
        let label = self.read_misread(next_words).or_else(|| read_label(next_words));
        let begins = self.decide((before, before_words), (next, next_words), after, gap, label.as_ref());
        if begins {
            self.note(next_words, label.as_ref());
        }
        begins
    }

    fn read_misread(&mut self, words: &str) -> Option<Label> {
        let label = read_misread(words, self.last_number + 1).filter(|_| self.in_body)?;
        let after = words.get(label.whole.end as usize..)?.trim_start();
        self.leads.find(after, self.language, LeadZone::Operative).filter(|lead| lead.listed).map(|_| label)
    }

    /// Remembers what the paragraph that begins with `words` is.
    pub fn note(&mut self, words: &str, label: Option<&Label>) {
        if let Some(label) = label.filter(|label| label.count == Count::Digits && label.marks != Marks::Both)
            && !is_parted(label, words)
        {
            self.last_number = label.value;
        }
        if self.in_body && is_closing_line(words, self.language) {
            self.last_note = Some(0);
        } else if is_annex_heading(words, self.language) {
            self.last_note = None;
        } else if let Some(last) = &mut self.last_note {
            *last = read_note_number(words).unwrap_or(*last);
        }
        // The next resolution of a volume.
        if self.in_body && self.announces_by_itself(words) {
            self.in_body = false;
        }
        if !self.in_body && is_subject_line(words, self.language) {
            self.in_body = true;
            self.last_number = 0;
            self.last_note = None;
        }
    }

    fn decide(
        &mut self,
        (before, before_words): (&Line, &str),
        (next, next_words): (&Line, &str),
        after: Option<&Line>,
        gap: Gap,
        label: Option<&Label>,
    ) -> bool {
        let lost_dash = || begins_with_dash(next_words) && self.is_last_number(before_words);
        if (gap.turned || gap.blanks == 0) && (is_bare_label(before_words) || lost_dash()) {
            return false;
        }
        // A column of numbers was read apart from its words.
        if gap.blanks <= 2 && label.is_none() && self.in_body && self.is_due_alone(before_words, next_words) {
            return false;
        }
        let ended = ends_paragraph(before_words);
        let Some(width) = self.setting.width else {
            // A vote is counted over a few short lines.
            let counted = gap.blanks == 0 && !ended && before_words.starts_with(char::is_alphabetic);
            if counted && is_closing_line(before_words, self.language) {
                return false;
            }
            let broken =
                gap.blanks == 0 && !ended && label.is_none() && self.is_broken_alone(before, before_words, next_words);
            return !(broken || gap.turned && !ended && begins_small(next_words));
        };
        if gap.blanks > 0 && !gap.turned {
            return !(self.setting.ragged && self.in_body && !ended && label.is_none() && begins_small(next_words));
        }
        if is_broken_word(before_words, next_words) {
            return false;
        }
        if gap.turned && self.setting.spaced && gap.blanks > self.page_blanks {
            return true;
        }
        if label.is_some_and(|label| self.is_due(label, ended, before_words, next_words))
            || ended && self.is_next_note(next_words)
        {
            return true;
        }
        if read_heading(next_words).is_some() && (!self.in_body || self.opens_another(before_words, next_words)) {
            return true;
        }
        if self.in_body && ended && after.is_some_and(|after| self.is_broken_closing(next_words, after)) {
            return true;
        }
        if !self.in_body && (is_symbol(before_words) || is_symbol(next_words)) {
            return true;
        }
        // Its title stands below the word *annex*.
        if self.in_body && before.width * 3 < width && is_annex_heading(before_words, self.language) {
            return true;
        }
        if self.setting.ragged {
            return self.begins_in_ragged(before_words, next_words, ended);
        }
        let spaced = self.setting.spaced && !gap.turned;
        if !self.in_body && is_subject_line(next_words, self.language) {
            return true;
        }
        // The subject of a text that has no preamble bears no comma.
        if !self.in_body && is_subject_alone(before_words, self.language) && self.begins_with_lead(next_words) {
            return true;
        }
        let unfilled = self.is_unfilled(before, next, after, width, ended);
        if unfilled {
            // Below a heading of a text without capitals a lead phrase stands in small letters.
            let short = self.setting.is_exact() || before.width * 3 < width * 2;
            let headed = short && self.in_body && self.begins_with_lead(next_words);
            let goes_on = begins_small(next_words) && !headed
                || self.in_body && label.is_none() && next_words.starts_with(|first: char| first.is_ascii_digit());
            return if spaced { ended || !self.in_body } else { ended || !goes_on };
        }
        if spaced {
            return false;
        }
        if is_subject_line(before_words, self.language)
            || is_annex_heading(next_words, self.language)
            || is_closing_line(next_words, self.language)
        {
            return true;
        }
        ended && self.may_begin_behind(before_words, next_words) && self.begins_with_lead(next_words)
    }

    /// Whether a lead phrase behind a full line may begin a paragraph, where a comma leaves it open.
    ///
    /// Among numbered paragraphs only a new preamble begins without a number, behind a full end. In
    /// a script with capitals those tell. Where lines are filled to the last character a paragraph
    /// seldom ends with a full one, and hardly ever where its next word is short: the Arabic *and*.
    fn may_begin_behind(&self, before: &str, next: &str) -> bool {
        if !ends_with_comma(before) {
            return self.last_number == 0 || ends_fully(before);
        }
        let goes_on = match self.language {
            Language::Ar => self.setting.is_exact(),
            Language::Ru => {
                let odds = if self.setting.filling == Filling::Fused { FUSED_ODDS } else { 1 };
                goes_on_behind_comma(next, self.language, odds)
            }
            Language::Zh => goes_on_behind_comma(next, self.language, 1),
            _ => false,
        };
        self.last_number == 0 && !goes_on
    }

    /// Whether a line that may announce a resolution announces the next of a volume. In Arabic a
    /// work that the text cites looks the same.
    fn opens_another(&self, before: &str, next: &str) -> bool {
        ends_fully(before) && self.announces_by_itself(next)
    }

    fn announces_by_itself(&self, words: &str) -> bool {
        read_heading(words).is_some_and(|heading| self.language != Language::Ar || heading.title >= words.len())
    }

    /// Where widths say nothing: the subject, what follows it, and a lead phrase behind a mark.
    fn begins_in_ragged(&mut self, before: &str, next: &str, ended: bool) -> bool {
        is_subject_line(before, self.language)
            || is_section_mark(before)
            || (ended && is_section_mark(next))
            || (!self.in_body && is_subject_line(next, self.language))
            || is_annex_heading(next, self.language)
            || (is_closing_line(next, self.language) && (ended || self.in_body && !begins_small(next)))
            || (!self.in_body && (ended && !begins_small(next) || announces(before)))
            || (ended && self.begins_with_lead(next))
    }

    /// Whether a line is one of the few that were broken where paragraphs stand in one line each, with blank lines
    /// between them: a long one that goes on.
    fn is_broken_alone(&self, before: &Line, words: &str, next: &str) -> bool {
        let cased = !matches!(self.language, Language::Ar | Language::Zh);
        // In a masthead a capital begins another line.
        let named = self.in_body && words.ends_with(char::is_lowercase) && next.starts_with(char::is_uppercase);
        let goes_on = begins_small(next) || named;
        cased
            && self.setting.spaced
            && before.width >= LONG_LINE
            && goes_on
            && read_heading(words).is_none()
            && !is_subject_line(next, self.language)
            && !is_closing_line(next, self.language)
    }

    /// Whether a line behind the closing begins the note that is due.
    fn is_next_note(&self, words: &str) -> bool {
        let last = self.last_note.filter(|last| *last > 0);
        last.is_some_and(|last| read_note_number(words) == Some(last + 1))
    }

    /// Whether a short line names the meeting and the one below it the day.
    fn is_broken_closing(&self, words: &str, after: &Line) -> bool {
        let Some(day) = after.span.of(self.text).filter(|day| day.len() < 48 && words.len() < 60) else { return false };
        let counted = words.starts_with(|first: char| first.is_numeric() || first == '第');
        counted && is_closing_line(&format!("{words} {day}"), self.language)
    }

    /// Whether the next word would have had room at the end of the line.
    fn is_unfilled(&self, before: &Line, next: &Line, after: Option<&Line>, width: u32, ended: bool) -> bool {
        let exact = self.setting.is_exact() && !self.setting.spaced;
        let slack = if exact { 0 } else { 2 };
        if self.language == Language::Zh {
            // A space at the end of the line, or lost between two lines of a sentence, took its place.
            let spaced = self.text.as_bytes().get(before.span.end as usize) == Some(&b' ');
            let lost = u32::from(exact && (!ended || spaced));
            return before.width + slack + lost < width;
        }
        let word = self.first_word_width(next);
        // A last word alone may have been set with the next paragraph's first in view.
        let beyond = if word == next.width { after.map_or(0, |after| 2 + self.first_word_width(after)) } else { 0 };
        before.width + 1 + word + beyond + slack <= width
    }

    fn first_word_width(&self, line: &Line) -> u32 {
        let words = line.span.of(self.text).unwrap_or("");
        words.split(' ').next().map_or(0, |word| word.chars().count() as u32)
    }

    fn begins_with_lead(&mut self, words: &str) -> bool {
        let cased = matches!(self.language, Language::En | Language::Fr | Language::Es);
        if cased && begins_small(words) {
            return false;
        }
        [LeadZone::Preambular, LeadZone::Operative]
            .into_iter()
            .any(|zone| self.leads.find(words, self.language, zone).is_some_and(|lead| lead.listed))
    }

    /// Whether a line is the number of the last paragraph that was labelled, and nothing else.
    fn is_last_number(&self, words: &str) -> bool {
        read_label(words).is_some_and(|label| {
            label.marks == Marks::None && label.count == Count::Digits && label.value == self.last_number
        })
    }

    /// Whether a line is the number of the paragraph that is open, with its point and nothing else,
    /// and a lead phrase follows.
    fn is_due_alone(&mut self, before: &str, next: &str) -> bool {
        let last = self.last_number;
        before.len() < 8
            && read_label(before).is_some_and(|label| {
                label.marks == Marks::Point
                    && label.count == Count::Digits
                    && label.value == last
                    && label.whole.end as usize == before.len()
            })
            && self.begins_with_lead(next)
    }

    /// Whether a label can be meant as one here, and is not a number in a sentence.
    fn is_due(&self, label: &Label, ended: bool, before: &str, words: &str) -> bool {
        match (label.count, label.marks) {
            (_, Marks::None) => false,
            (Count::Digits, _) if is_parted(label, words) => ended,
            (Count::Digits, marks) if marks != Marks::Both => {
                let follows = label.value == self.last_number + 1 || label.value == self.last_number + 2;
                let bare = label.whole.end as usize == words.len();
                (follows && (ended || bare || self.last_number > 0)) || (ended && label.value == 1)
            }
            (Count::Letters | Count::Roman | Count::Chinese, _) => ended || ends_with_and(before),
            // "1541" at the end of a line and "(XV) of 15 December 1960" on the next are one number.
            (Count::CapitalRoman, Marks::Both) => ended && !ends_with_number(before),
            (Count::Digits | Count::Capitals | Count::CapitalRoman, _) => ended,
        }
    }
}

/// Whether a label is a number with that of its part, `1.2` or `1-2`.
fn is_parted(label: &Label, words: &str) -> bool {
    label.core.of(words).is_some_and(|core| core.contains(['.', '．', '-']))
}

/// Whether a line is a capital letter or Roman numeral and nothing else.
fn is_section_mark(words: &str) -> bool {
    words.len() < 8
        && read_label(words).is_some_and(|label| {
            label.whole.end as usize == words.len() && matches!(label.count, Count::CapitalRoman | Count::Capitals)
        })
}

/// Whether a line announces a resolution and holds nothing of its title.
fn announces(words: &str) -> bool {
    read_heading(words).is_some_and(|heading| heading.title >= words.len())
}

/// Whether a line is a label and nothing else, so that its paragraph is on the next.
fn is_bare_label(words: &str) -> bool {
    words.len() < 14
        && read_label(words).is_some_and(|label| {
            label.whole.end as usize == words.len()
                && label.marks != Marks::None
                && !matches!(label.count, Count::CapitalRoman | Count::Capitals)
        })
}

/// Whether a line begins with the dash of a label whose number is on the line before.
fn begins_with_dash(words: &str) -> bool {
    words.strip_prefix(['-', '–']).is_some_and(|rest| {
        rest.strip_prefix(' ').is_some_and(|rest| rest.trim_start().starts_with(char::is_alphabetic))
    })
}

/// Whether a word was broken at the end of a line, or the Roman numeral of a session: `3101 (XXV-`.
pub(super) fn is_broken_word(before: &str, next: &str) -> bool {
    let Some(stem) = before.strip_suffix(['-', '\u{2010}']) else { return false };
    if next.starts_with(char::is_lowercase) {
        return stem.ends_with(char::is_alphabetic);
    }
    let opens = stem.trim_end_matches(is_roman);
    let closes = next.trim_start_matches(is_roman);
    opens.len() < stem.len() && opens.ends_with('(') && closes.len() < next.len() && closes.starts_with(')')
}

const fn is_roman(letter: char) -> bool {
    matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C')
}

/// Whether a line ends with a number that stands apart from the words before it.
fn ends_with_number(words: &str) -> bool {
    let bare = words.trim_end_matches(|last: char| last.is_ascii_digit());
    bare.len() < words.len() && bare.ends_with(' ')
}

fn begins_small(words: &str) -> bool {
    words.starts_with(char::is_lowercase)
}

fn ends_with_comma(words: &str) -> bool {
    without_call(words).ends_with([',', '،', '，', '、'])
}

/// Whether a line ends with a mark that may end a paragraph, a call of a note glued to it or not.
pub(super) fn ends_paragraph(words: &str) -> bool {
    without_call(words).ends_with([',', ';', '.', ':', '،', '؛', '。', '，', '；', '：', '—', '?', '!', '؟'])
}

/// The words without closing marks and a call of a note glued to them. A number behind a space is
/// a word of its own.
fn without_call(words: &str) -> &str {
    let closing = |last: char| matches!(last, '”' | '"' | '»' | ')' | '’' | '“' | ' ' | '）' | '」' | '*');
    let bare = words.trim_end_matches(closing);
    let called = bare.trim_end_matches(|last: char| last.is_ascii_digit());
    // The number of a work has a letter before its point: A.1078.
    let numbered = called.strip_suffix('.').is_some_and(|rest| rest.ends_with(|last: char| last.is_ascii_uppercase()));
    if called.ends_with(' ') || numbered && called.len() < bare.len() { bare } else { called.trim_end_matches(closing) }
}

/// Whether a line ends with a full stop, or with the date of a meeting.
fn ends_fully(words: &str) -> bool {
    words.ends_with(['.', '。', '۔']) || words.len() < 40 && words.ends_with(|last: char| last.is_ascii_digit())
}

/// Whether the last word joins what follows.
pub(super) fn ends_with_and(words: &str) -> bool {
    [" and", " or", " et", " ou", " y", " o", " и", " или", " و"].iter().any(|end| words.ends_with(end))
}

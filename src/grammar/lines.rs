//! The lines of a text, with what can be told of each by itself.

use memchr::memmem;

use super::breaks::ends_paragraph;
use crate::text::Span;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its words, without white space at the ends, in bytes of the clean text.
    pub span: Span,
    /// How many characters it has.
    pub width: u32,
    /// How many blank lines stand before it.
    pub blank_before: u32,
    /// Whether it is a page header, a page number or a note at the foot of a page.
    pub noise: bool,
    /// The number of the note that it belongs to, at the foot of a page; 0 elsewhere.
    pub note: u32,
}

/// Among so many first lines a wide gap stands between the columns of a masthead.
const MASTHEAD_LINES: usize = 14;
/// How many spaces make such a gap.
const COLUMN_GAP: &str = "            ";

/// Cuts `text` into its lines. Costs one pass.
pub(super) fn read_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 64 + 1);
    let mut blank_before = 0;
    let mut at = 0;
    for whole in text.split('\n') {
        let words = without_heading_mark(whole.trim());
        if words.is_empty() {
            blank_before += 1;
        } else {
            let start = at + whole.trim_end().len() - words.len();
            let gap =
                if lines.len() < MASTHEAD_LINES { memmem::find(words.as_bytes(), COLUMN_GAP.as_bytes()) } else { None };
            let first = gap.and_then(|gap| words.get(..gap)).unwrap_or(words);
            let second = words.get(first.len()..).unwrap_or("").trim_start();
            for (words, start) in [(first, start), (second, start + words.len() - second.len())] {
                if !words.is_empty() {
                    let width = words.bytes().filter(|byte| byte & 0xC0 != 0x80).count() as u32;
                    let span = Span::at(start, start + words.len());
                    lines.push(Line { span, width, blank_before, noise: false, note: 0 });
                    blank_before = 0;
                }
            }
        }
        at += whole.len() + 1;
    }
    lines
}

/// A line without the mark that makes it a heading in Markdown.
fn without_heading_mark(words: &str) -> &str {
    let bare = words.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(words.len() - bare.len())) && bare.starts_with(' ');
    if is_heading { bare.trim_start() } else { words }
}

/// How wide a text was set, where its lines were broken to a width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    /// The widest that lines are, in characters; `None` where a line is a whole paragraph.
    pub width: Option<u32>,
    /// Whether blank lines stand between paragraphs.
    pub spaced: bool,
    /// Whether lines were broken at no even width, as in the columns of an old volume where the
    /// halves of broken words were put together again.
    pub ragged: bool,
    /// How its lines were filled.
    pub filling: Filling,
}

impl Setting {
    /// Whether every line of the text was filled as far as its width goes, counted in characters, so that
    /// `width` is exact. A page set in type is not.
    pub fn is_exact(&self) -> bool {
        self.filling != Filling::Loose
    }
}

/// How the lines of a text were filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filling {
    /// In no way that can be counted.
    Loose,
    /// By a program, to the last character.
    Exact,
    /// By a program that took the last word of a paragraph and the first of the next for one: a last word
    /// then stands alone although the line before had room for it.
    Fused,
}

/// Lines that are wider than two columns are paragraphs.
const WIDEST_COLUMN: u32 = 260;

/// Tells from the lengths of its lines how a text was set.
///
/// Lines of a text set to a width crowd just below it. Where paragraphs stand in one line each, a
/// few are many times longer than that.
pub(super) fn read_setting(text: &str, lines: &[Line]) -> Setting {
    let mut widths: Vec<u32> = lines.iter().filter(|line| !line.noise).map(|line| line.width).collect();
    widths.sort_unstable();
    let at =
        |part: usize| widths.get((widths.len() * part / 100).min(widths.len().saturating_sub(1))).copied().unwrap_or(0);
    let widest = at(98).max(1);
    let chinese = text.chars().take(400).filter(|character| matches!(character, '\u{4E00}'..='\u{9FFF}')).count() > 60;
    let limit = if chinese { 62 } else { 132 };
    let full = widths.iter().filter(|&&width| width * 4 >= widest * 3).count();
    let counted = if widest <= limit { exact_width(text, lines, chinese) } else { None };
    let blanks = lines.iter().skip(1).filter(|line| line.blank_before > 0 && !line.noise).count();
    let spaced = blanks * 12 >= lines.len();
    let set = widest <= limit
        && full >= 3
        && (full * 100 >= widths.len() * 30 || counted.is_some() || spaced && is_filled_below_masthead(lines, widest));
    let ragged = widest <= WIDEST_COLUMN && is_ragged(text, lines, if set { widest } else { u32::MAX }, spaced);
    let counted = counted.filter(|_| set && !ragged);
    let filling = match counted {
        None => Filling::Loose,
        Some(width) if !spaced && !chinese && is_fused(text, lines, width) => Filling::Fused,
        Some(_) => Filling::Exact,
    };
    let width = (set || ragged).then_some(counted.unwrap_or(widest));
    Setting { width, spaced, ragged, filling }
}

/// Whether last words stand alone below lines that had room for them, and no paragraph before a numbered one
/// fills its line.
fn is_fused(text: &str, lines: &[Line], width: u32) -> bool {
    let (mut alone, mut filled) = (0, 0);
    for pair in lines.windows(2) {
        let [before, next] = pair else { continue };
        let (Some(words), Some(after)) = (before.span.of(text), next.span.of(text)) else { continue };
        if before.noise || next.noise {
            continue;
        }
        let last = !after.contains(' ') && ends_paragraph(after) && !ends_paragraph(words);
        alone += u32::from(last && before.width * 2 > width && before.width + 1 + next.width <= width);
        let label = after.split(' ').next().filter(|first| first.starts_with(|first: char| first.is_ascii_digit()));
        filled += u32::from(label.is_some_and(|label| {
            words.ends_with([';', '.', '؛'])
                && label.ends_with(['.', '-'])
                && before.width + 1 + label.len() as u32 > width
        }));
    }
    alone >= 2 && filled == 0
}

/// Whether lines as wide as any are many below the first blank line, and one of them goes on at once. In a short
/// text the lines of the masthead outnumber them.
fn is_filled_below_masthead(lines: &[Line], widest: u32) -> bool {
    let mut below =
        lines.iter().skip(1).skip_while(|line| line.blank_before == 0).filter(|line| !line.noise).peekable();
    let (mut count, mut full, mut broken) = (0, 0, 0);
    while let Some(line) = below.next() {
        let wide = line.width * 4 >= widest * 3;
        count += 1;
        full += u32::from(wide);
        broken += u32::from(wide && below.peek().is_some_and(|next| next.blank_before == 0));
    }
    full >= 3 && broken >= 3 && full * 100 >= count * 30
}

/// The width to which a program has broken the lines of a text, where one has: no line is longer,
/// and hardly one that breaks off in mid-sentence left room for the next word.
fn exact_width(text: &str, lines: &[Line], chinese: bool) -> Option<u32> {
    let content = || lines.iter().filter(|line| !line.noise);
    let longest = content().map(|line| line.width).max()?;
    let mut broken = 0_u32;
    let mut roomy = 0;
    for pair in lines.windows(2) {
        let [before, next] = pair else { continue };
        // The lines of a masthead are short and end where they will.
        if before.noise || next.noise || next.blank_before > 0 || before.width * 4 < longest * 3 {
            continue;
        }
        let (Some(words), Some(after)) = (before.span.of(text), next.span.of(text)) else { continue };
        let goes_on = chinese || after.starts_with(|first: char| first.is_alphabetic() && !first.is_uppercase());
        let word = after.split(' ').next().map_or(0, |word| word.chars().count() as u32);
        if !goes_on || ends_paragraph(words) || words.ends_with('-') || (word == next.width && !chinese) {
            continue;
        }
        broken += 1;
        // In Chinese a space that fell between two lines is lost.
        roomy += u32::from(if chinese { before.width + 1 < longest } else { before.width + 1 + word <= longest });
    }
    // In Chinese the rows of a table have no letters that tell them from sentences.
    let tolerance = if chinese { 6 } else { 10 };
    (broken >= 3 && roomy * tolerance <= broken).then_some(longest)
}

/// Whether many lines break off in mid-sentence although the next word would have had room.
fn is_ragged(text: &str, lines: &[Line], widest: u32, spaced: bool) -> bool {
    // In a text of a few lines a sentence may go on with a capital each time.
    let few = spaced && lines.len() < 20;
    // Where there are no capitals, only lines nearly as wide as any show it: those of a masthead do not.
    let longest = lines.iter().filter(|line| !line.noise).map(|line| line.width).max().unwrap_or(0);
    let mut broken = 0;
    let mut short = 0;
    for pair in lines.windows(2) {
        let [before, next] = pair else { continue };
        if before.noise || next.noise || next.blank_before > 0 || before.width < 24 {
            continue;
        }
        let (Some(words), Some(after)) = (before.span.of(text), next.span.of(text)) else { continue };
        let goes_on = after.starts_with(char::is_lowercase)
            || (few
                && before.width >= 40
                && (after.starts_with(char::is_uppercase) || before.width * 4 >= longest * 3));
        if !goes_on || ends_paragraph(words) {
            continue;
        }
        broken += 1;
        let word = after.split(' ').next().map_or(0, |word| word.chars().count() as u32);
        short += u32::from(before.width + 1 + word + 2 <= widest);
    }
    let content = lines.iter().filter(|line| !line.noise).count();
    (few || broken as usize * 100 >= content * 6) && broken > 0 && short * 100 >= broken * 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_place_of_a_line_and_the_blanks_before_it() {
        let lines = read_lines("\n  one \n\n\ntwo");
        let found: Vec<_> = lines.iter().map(|line| (line.span, line.blank_before, line.width)).collect();
        assert_eq!(found, [(Span::new(3, 6), 1, 3), (Span::new(10, 13), 2, 3)]);
    }

    #[test]
    fn tells_a_text_set_to_a_width_from_one_that_is_not() {
        let set = "Recalling the principles and objectives of the\nCharter of the Organization, which urge for the\nreinforcement of Islamic solidarity among all\nits members,\n".repeat(4);
        assert_eq!(read_setting(&set, &read_lines(&set)).width, Some(47));
        let long = format!("{}\n{}\n{}\nshort\n", "word ".repeat(60), "word ".repeat(80), "word ".repeat(40));
        assert_eq!(read_setting(&long, &read_lines(&long)).width, None);
    }
}

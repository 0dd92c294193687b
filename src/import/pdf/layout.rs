//! From the places of letters to lines, columns and gaps.

/// A letter on a page, in points from its upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) words: String,
    pub(super) from: f64,
    pub(super) to: f64,
    /// Where the line is that it stands on.
    pub(super) base: f64,
    pub(super) size: f64,
}

/// A gap this wide parts two words, in parts of the size of the letters.
const WORD_GAP: f64 = 0.17;
/// A gap this wide may part two columns.
const COLUMN_GAP: f64 = 0.9;
/// A gap this wide parts the columns of a masthead.
const MASTHEAD_GAP: f64 = 3.0;
/// How many lines of the first page may be its masthead.
const MASTHEAD_LINES: usize = 14;
/// How many lines a running header has at most.
const HEADER_LINES: usize = 4;
/// How the columns of a masthead are written, as the grammar knows them.
const MASTHEAD_SPACE: &str = "            ";
/// By how much more than the usual the distance of lines is a gap between paragraphs.
const PARAGRAPH_GAP: f64 = 1.3;

/// Letters that stand on one line, from left to right.
#[derive(Debug)]
struct Line {
    letters: Vec<Letter>,
    base: f64,
    size: f64,
}

/// Writes the lines of a page, with a blank line for each wide gap between them.
pub(super) fn write_page(letters: Vec<Letter>, is_first: bool, text: &mut String) {
    let mut lines = find_lines(letters);
    if !is_first {
        part_header(&mut lines);
    }
    let mut written = 0;
    for stretch in in_reading_order(lines) {
        let usual = usual_distance(&stretch);
        let mut before: Option<&Line> = None;
        for line in &stretch {
            let words = write_line(line, is_first && written < MASTHEAD_LINES);
            if words.is_empty() {
                continue;
            }
            let apart = before.is_some_and(|before| {
                let distance = line.base - before.base;
                distance > PARAGRAPH_GAP * usual.max(before.size.min(line.size))
            });
            if apart || before.is_none() && written > 0 {
                text.push('\n');
            }
            text.push_str(&words);
            text.push('\n');
            written += 1;
            before = Some(line);
        }
    }
}

/// Puts the symbol at the left of a running header before the title at its right, where that has several lines and the
/// symbol stands beside a later one.
fn part_header(lines: &mut Vec<Line>) {
    let gaps = || lines.windows(2).map(|pair| if let [one, other] = pair { other.base - one.base } else { 0.0 });
    let closest = gaps().filter(|gap| *gap > 0.0).fold(f64::MAX, f64::min);
    let height = gaps().take_while(|gap| *gap <= PARAGRAPH_GAP * closest).count() + 1;
    if height < 2 || height > HEADER_LINES.min(lines.len()) {
        return;
    }
    let wide = |line: &Line| {
        let gap = |pair: &[Letter]| if let [one, other] = pair { other.from - one.to } else { 0.0 };
        let at = line.letters.windows(2).position(|pair| gap(pair) > MASTHEAD_GAP * line.size)?;
        line.letters.get(at + 1).map(|letter| letter.from)
    };
    let Some(border) = lines.iter().take(height).filter_map(wide).min_by(f64::total_cmp) else { return };
    let rest = lines.split_off(height);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for Line { letters, base, size } in lines.drain(..) {
        let (before, behind): (Vec<Letter>, Vec<Letter>) =
            letters.into_iter().partition(|letter| letter.from < border - 0.5 * size);
        for (side, letters) in [(&mut left, before), (&mut right, behind)] {
            if letters.iter().any(|letter| !letter.words.trim().is_empty()) {
                side.push(Line { letters, base, size });
            }
        }
    }
    if let ([_], Some(first)) = (left.as_slice(), right.first_mut()) {
        for symbol in left.drain(..) {
            first.letters.splice(0..0, symbol.letters);
        }
    }
    lines.extend(left.into_iter().chain(right).chain(rest));
}

/// Groups letters by the line that they stand on. Raised and lowered letters go with the line that they belong to.
fn find_lines(mut letters: Vec<Letter>) -> Vec<Line> {
    letters.sort_by(|one, other| one.base.total_cmp(&other.base));
    let mut groups: Vec<Line> = Vec::new();
    for letter in letters {
        match groups.last_mut() {
            Some(line) if letter.base - line.base <= 0.2 * line.size.min(letter.size) => {
                // The largest letters say where the line is.
                if letter.size > line.size * 1.05 {
                    line.base = letter.base;
                }
                line.size = line.size.max(letter.size);
                line.letters.push(letter);
            }
            _ => groups.push(Line { base: letter.base, size: letter.size, letters: vec![letter] }),
        }
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut waiting: Option<Line> = None;
    for mut group in groups {
        if let Some(small) = waiting.take() {
            if small.size < 0.85 * group.size && group.base - small.base < 0.7 * group.size {
                // Raised above this line.
                group.letters.extend(small.letters);
            } else {
                push_line(&mut lines, small);
            }
        }
        waiting = Some(group);
    }
    if let Some(last) = waiting {
        push_line(&mut lines, last);
    }
    for line in &mut lines {
        line.letters.sort_by(|one, other| one.from.total_cmp(&other.from));
        let mut last: Option<(String, f64)> = None;
        // Letters that are drawn twice to look bold.
        line.letters.retain(|letter| {
            let twice = last
                .as_ref()
                .is_some_and(|(words, from)| *words == letter.words && (letter.from - from).abs() < 0.12 * letter.size);
            last = Some((letter.words.clone(), letter.from));
            !twice
        });
    }
    lines
}

/// Adds a line, or adds its letters to the line before where they are lowered below it.
fn push_line(lines: &mut Vec<Line>, line: Line) {
    match lines.last_mut() {
        Some(last) if line.size < 0.85 * last.size && line.base - last.base < 0.35 * last.size => {
            last.letters.extend(line.letters);
        }
        _ => lines.push(line),
    }
}

/// Puts the lines of a page with two columns in their order: from where the columns begin to where a line crosses the gap
/// between them, first all of the left, then all of the right.
fn in_reading_order(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let Some(gutter) = find_gutter(&lines) else { return vec![lines] };
    let mut stretches: Vec<Vec<Line>> = Vec::new();
    let mut whole: Vec<Line> = Vec::new();
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    for line in lines {
        if line.letters.iter().any(|letter| letter.from < gutter && letter.to > gutter) || crosses(&line, gutter) {
            stretches.extend(
                [std::mem::take(&mut left), std::mem::take(&mut right)].into_iter().filter(|held| !held.is_empty()),
            );
            whole.push(line);
            continue;
        }
        if !whole.is_empty() {
            stretches.push(std::mem::take(&mut whole));
        }
        let Line { letters, base, size } = line;
        let (before, behind): (Vec<Letter>, Vec<Letter>) = letters.into_iter().partition(|letter| letter.to <= gutter);
        for (side, letters) in [(&mut left, before), (&mut right, behind)] {
            if !letters.is_empty() {
                side.push(Line { letters, base, size });
            }
        }
    }
    stretches.extend([left, right, whole].into_iter().filter(|held| !held.is_empty()));
    stretches
}

/// Whether words stand on both sides of a place without a gap between them.
fn crosses(line: &Line, place: f64) -> bool {
    line.letters.windows(2).any(|pair| match pair {
        [one, other] => one.to <= place && other.from >= place && other.from - one.to < COLUMN_GAP * line.size,
        _ => false,
    })
}

/// The middle of the gap between two columns, where most lines of the page have one there.
fn find_gutter(lines: &[Line]) -> Option<f64> {
    let left = lines.iter().filter_map(|line| line.letters.first()).map(|letter| letter.from).min_by(f64::total_cmp)?;
    let right = lines.iter().filter_map(|line| line.letters.last()).map(|letter| letter.to).max_by(f64::total_cmp)?;
    let width = right - left;
    if lines.len() < 12 || width <= 0.0 {
        return None;
    }
    let step = width / 60.0;
    let mut best: Option<(usize, f64)> = None;
    for number in 22..=38u32 {
        let place = left + step * f64::from(number);
        let both = lines
            .iter()
            .filter(|line| {
                let before = line.letters.iter().rfind(|letter| letter.to <= place);
                let behind = line.letters.iter().find(|letter| letter.from >= place);
                let inside = line.letters.iter().any(|letter| letter.from < place && letter.to > place);
                let gap = before.zip(behind).map(|(before, behind)| behind.from - before.to);
                !inside && gap.is_some_and(|gap| gap >= COLUMN_GAP * line.size && gap < width / 4.0)
            })
            .count();
        if best.is_none_or(|(most, _)| both > most) {
            best = Some((both, place));
        }
    }
    best.filter(|(both, _)| both * 100 >= lines.len() * 55).map(|(_, place)| place)
}

/// The distance that most lines of a stretch have from each other.
fn usual_distance(lines: &[Line]) -> f64 {
    let mut distances: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] => Some(other.base - one.base),
            _ => None,
        })
        .filter(|distance| *distance > 0.0)
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 3).copied().unwrap_or(0.0)
}

fn write_line(line: &Line, is_masthead: bool) -> String {
    let mut ordered: Vec<&Letter> = line.letters.iter().collect();
    let right_to_left = is_right_to_left(&ordered);
    if right_to_left {
        ordered.reverse();
        turn_back(&mut ordered);
    }
    let mut words = String::new();
    let mut last: Option<&Letter> = None;
    for letter in ordered {
        let is_space = letter.words.trim().is_empty();
        if is_space && letter.to - letter.from >= line.size {
            // A space as wide as a tab is a gap that the next letter measures.
            continue;
        }
        if let Some(before) = last {
            let gap = (letter.from - before.to).max(before.from - letter.to);
            if !is_space && is_raised(letter, line) && !is_raised(before, line) && gap < line.size {
                // The call of a note is glued to its word, whatever lies between them.
                words.truncate(words.trim_end().len());
            } else if gap > MASTHEAD_GAP * line.size && is_masthead {
                words.truncate(words.trim_end().len());
                words.push_str(MASTHEAD_SPACE);
            } else if (gap > WORD_GAP * line.size || is_space) && !words.ends_with(' ') {
                words.push(' ');
            }
        }
        if !is_space {
            words.push_str(&letter.words);
        }
        last = Some(letter);
    }
    words.trim().to_owned()
}

/// Whether a letter is small and stands above its line.
fn is_raised(letter: &Letter, line: &Line) -> bool {
    letter.size < 0.85 * line.size && line.base - letter.base > 0.15 * line.size
}

/// Whether most letters of a line are written from right to left.
fn is_right_to_left(letters: &[&Letter]) -> bool {
    let count =
        |of: fn(char) -> bool| letters.iter().flat_map(|letter| letter.words.chars()).filter(|next| of(*next)).count();
    count(is_arabic) > count(|next| next.is_alphabetic() && !is_arabic(next))
}

const fn is_arabic(next: char) -> bool {
    matches!(next, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        && !next.is_ascii_digit()
        && !matches!(next, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

/// Turns back the numbers and foreign words of a line that was read from right to left.
fn turn_back(letters: &mut [&Letter]) {
    let is_left = |letter: &Letter| letter.words.chars().any(|next| next.is_alphanumeric() && !is_arabic(next));
    let binds =
        |letter: &Letter| matches!(letter.words.as_str(), "/" | "." | "," | "-" | ":" | "\u{2013}" | "@" | "_" | "&");
    let mut at = 0;
    while at < letters.len() {
        if !letters.get(at).is_some_and(|letter| is_left(letter)) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        // A mark between two of them belongs to them.
        while let Some(letter) = letters.get(end) {
            let next_is_left = letters.get(end + 1).is_some_and(|next| is_left(next));
            if is_left(letter) || binds(letter) && next_is_left {
                end += 1;
            } else {
                break;
            }
        }
        if let Some(run) = letters.get_mut(start..end) {
            run.reverse();
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(words: &str, from: f64, base: f64, size: f64) -> Vec<Letter> {
        let step = size / 2.0;
        words
            .chars()
            .zip(0u32..)
            .filter(|(letter, _)| *letter != ' ')
            .map(|(letter, at)| {
                let from = from + step * f64::from(at);
                Letter { words: letter.to_string(), from, to: from + step, base, size }
            })
            .collect()
    }

    fn page(parts: &[(&str, f64, f64, f64)]) -> String {
        let letters = parts.iter().flat_map(|(words, from, base, size)| set(words, *from, *base, *size)).collect();
        let mut text = String::new();
        write_page(letters, false, &mut text);
        text
    }

    #[test]
    fn glues_raised_calls_to_their_words_and_parts_paragraphs() {
        let text = page(&[
            ("Recalling its report", 100.0, 100.0, 10.0),
            ("7", 200.0, 96.5, 6.0),
            ("and more of it,", 100.0, 112.0, 10.0),
            ("1.", 100.0, 130.0, 10.0),
            ("Urges States", 130.0, 130.0, 10.0),
            ("to meet.", 100.0, 142.0, 10.0),
        ]);
        assert_eq!(text, "Recalling its report7\nand more of it,\n\n1. Urges States\nto meet.\n");
    }

    #[test]
    fn puts_the_symbol_of_a_header_before_its_title() {
        let text = page(&[
            ("Clean water in harbours and", 200.0, 26.0, 9.0),
            ("A/RES/80/999", 50.0, 36.0, 9.0),
            ("at sea", 200.0, 36.0, 9.0),
            ("2002, and of the next year,", 50.0, 70.0, 10.0),
            ("goes on", 50.0, 82.0, 10.0),
            ("here", 50.0, 94.0, 10.0),
        ]);
        let lines = [
            "A/RES/80/999 Clean water in harbours and",
            "at sea",
            "",
            "2002, and of the next year,",
            "goes on",
            "here",
            "",
        ];
        assert_eq!(text, lines.join("\n"));
    }

    #[test]
    fn reads_one_column_after_the_other() {
        let mut parts = vec![("A title that goes across the whole of the page", 50.0, 20.0, 10.0)];
        let rows: Vec<f64> = (0..14).map(|row| 40.0 + 12.0 * f64::from(row)).collect();
        for &row in &rows {
            parts.push(("left words stand here", 50.0, row, 10.0));
            parts.push(("right words of it", 180.0, row, 10.0));
        }
        let text = page(&parts);
        let right = text.find("right").unwrap();
        assert_eq!(text.matches("left words stand here\n").count(), 14);
        assert!(text.starts_with("A title") && text.rfind("left").unwrap() < right, "{text}");
    }

    #[test]
    fn reads_arabic_from_the_right_and_its_numbers_from_the_left() {
        let visual: String = "78/1 رارقلا".chars().collect();
        assert_eq!(page(&[(&visual, 50.0, 50.0, 10.0)]), "القرار 78/1\n");
    }
}

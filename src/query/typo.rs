//! How many edits lie between two words.

/// The edits between `a` and `b` where they are at most `most`: letters put in, left out, replaced,
/// or two neighbours exchanged. Costs the product of `most` and the length.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    const LONGEST: usize = 64;
    let mut left = ['\0'; LONGEST];
    let mut right = ['\0'; LONGEST];
    let a = fill(&mut left, a)?;
    let b = fill(&mut right, b)?;
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // Three rows of the table: two before, the one before, and this one.
    let mut rows = [[u8::MAX; LONGEST + 1]; 3];
    for (at, cell) in rows[1].iter_mut().enumerate().take(b.len() + 1) {
        *cell = at as u8;
    }
    let [mut earlier, mut before, mut row] = rows;
    for (i, &letter) in a.iter().enumerate() {
        row.fill(u8::MAX);
        if let Some(first) = row.first_mut() {
            *first = i as u8 + 1;
        }
        let mut least = i as u8 + 1;
        for (j, &other) in b.iter().enumerate() {
            if j + most < i || j > i + most {
                continue;
            }
            let cell = |row: &[u8; LONGEST + 1], at: usize| row.get(at).copied().unwrap_or(u8::MAX);
            let replaced = cell(&before, j).saturating_add(u8::from(letter != other));
            let mut value = replaced.min(cell(&before, j + 1).saturating_add(1)).min(cell(&row, j).saturating_add(1));
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(&other) && b.get(j - 1) == Some(&letter);
            if crossed {
                value = value.min(cell(&earlier, j - 1).saturating_add(1));
            }
            if let Some(slot) = row.get_mut(j + 1) {
                *slot = value;
            }
            least = least.min(value);
        }
        if usize::from(least) > most {
            return None;
        }
        (earlier, before, row) = (before, row, earlier);
    }
    let edits = usize::from(before.get(b.len()).copied().unwrap_or(u8::MAX));
    (edits <= most).then_some(edits)
}

fn fill<'a>(letters: &'a mut [char; 64], word: &str) -> Option<&'a [char]> {
    let mut len = 0;
    for letter in word.chars() {
        *letters.get_mut(len)? = letter;
        len += 1;
    }
    letters.get(..len)
}

/// How many edits are allowed in a word: none below five letters, one from five, two from nine.
pub(super) fn allowed(word: &str) -> usize {
    match word.chars().count() {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Which letters a word has, in bits, so that most words need not be compared.
pub(super) fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits_up_to_a_limit() {
        assert_eq!(distance("kazakstan", "kazakhstan", 2), Some(1));
        assert_eq!(distance("kazkahstan", "kazakhstan", 2), Some(1));
        assert_eq!(distance("abc", "abc", 0), Some(0));
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance("abcd", "badc", 2), Some(2));
        assert_eq!(distance("terror", "mirror", 1), None);
        assert_eq!(distance("резолюция", "резалюцыя", 2), Some(2));
        assert_eq!(distance(&"a".repeat(65), &"a".repeat(65), 2), None);
    }

    #[test]
    fn agrees_with_the_plain_table() {
        let words = ["", "a", "ab", "ba", "abc", "acb", "abcd", "bacd", "xabc", "abx", "aab", "bbaa", "caba", "cabab"];
        for a in words {
            for b in words {
                let plain = plain(a.as_bytes(), b.as_bytes());
                for most in 0..3 {
                    assert_eq!(distance(a, b, most), (plain <= most).then_some(plain), "{a} {b} {most}");
                }
            }
        }
    }

    fn plain(a: &[u8], b: &[u8]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let mut value = (table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                        .min(table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        value = value.min(table[i - 2][j - 2] + 1);
                    }
                    value
                };
            }
        }
        table[a.len()][b.len()]
    }
}

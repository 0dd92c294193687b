//! Reads the tables under `data/`: tab-separated lines under one line of names.

/// A table without the columns behind the first few, since where a line comes from is for those who read the sources and
/// not for every browser, and without the first cell of a row where that is the one above.
macro_rules! table {
    ($file:literal, $columns:literal) => {{
        const WHOLE: &str = include_str!($file);
        #[allow(long_running_const_eval, reason = "a table of some hundred kilobytes is cut once, by the compiler")]
        const LENGTH: usize = $crate::lexicon::table::cut::<0>(WHOLE, $columns).1;
        #[allow(long_running_const_eval, reason = "a table of some hundred kilobytes is cut once, by the compiler")]
        const KEPT: [u8; LENGTH] = $crate::lexicon::table::cut::<LENGTH>(WHOLE, $columns).0;
        const TEXT: &str = match std::str::from_utf8(&KEPT) {
            Ok(text) => text,
            Err(_) => "",
        };
        TEXT
    }};
}
pub(super) use table;

/// The first `columns` columns of a table, the first cell left empty where it is that of the row above, and how many
/// bytes they take; as many of those as there is `ROOM` for are kept.
pub(crate) const fn cut<const ROOM: usize>(table: &str, columns: usize) -> ([u8; ROOM], usize) {
    let mut kept = [b'\n'; ROOM];
    let mut free: &mut [u8] = &mut kept;
    let (mut rest, mut above): (&[u8], &[u8]) = (table.as_bytes(), b"");
    let mut length = 0;
    while !rest.is_empty() {
        let (row, behind) = rest.split_at(cells_end(rest, columns));
        let (first, others) = row.split_at(cells_end(row, 1));
        let cells = if same(first, above) { others } else { row };
        let slots = free;
        free = match slots.split_at_mut_checked(cells.len() + 1) {
            Some(([slot @ .., _], others)) => {
                slot.copy_from_slice(cells);
                others
            }
            _ => &mut [],
        };
        length += cells.len() + 1;
        above = first;
        // A line takes its end with it, where the last has one.
        rest = match behind.split_at(cells_end(behind, usize::MAX)).1 {
            [_, others @ ..] => others,
            [] => &[],
        };
    }
    (kept, length)
}

/// Where the first `columns` cells of the line that `rest` begins with end.
const fn cells_end(rest: &[u8], columns: usize) -> usize {
    let (mut behind, mut ends) = (rest, 0);
    while let [byte, others @ ..] = behind {
        ends += (*byte == b'\t') as usize;
        if *byte == b'\n' || ends == columns {
            break;
        }
        behind = others;
    }
    rest.len() - behind.len()
}

/// Whether two cells are the same.
const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, ones @ ..], [b, others @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (ones, others);
    }
    one.is_empty() && other.is_empty()
}

/// The lines of a table after its head, cut into `N` columns; an empty first cell is the one above. A line with fewer
/// columns is left out; `tests/tidy.rs` sees to it that no table has one.
pub(super) fn read_rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).filter_map(read_row).scan("", |above, mut row: [&'static str; N]| {
        if let Some(first) = row.first_mut() {
            if first.is_empty() {
                *first = above;
            }
            *above = first;
        }
        Some(row)
    })
}

/// The lines of a table whose first column is `first`.
pub(super) fn read_rows_of<const N: usize>(
    table: &'static str,
    first: &'static str,
) -> impl Iterator<Item = [&'static str; N]> {
    let mut inside = false;
    let lines = table.lines().skip(1).filter(move |line| {
        if !line.starts_with('\t') {
            inside = line.strip_prefix(first).is_some_and(|rest| rest.starts_with('\t'));
        }
        inside
    });
    lines.filter_map(read_row).map(move |mut row: [&'static str; N]| {
        if let Some(cell) = row.first_mut() {
            *cell = first;
        }
        row
    })
}

fn read_row<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut columns = line.split('\t');
    let mut row = [""; N];
    for cell in &mut row {
        *cell = trimmed(columns.next()?);
    }
    Some(row)
}

/// A cell without white space at its ends, which few have.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [0x21..=0x7E, .., 0x21..=0x7E] | [0x21..=0x7E] => cell,
        _ => cell.trim(),
    }
}

/// The several forms in one cell, written `one ; other`.
pub(crate) fn forms(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(" ; ").map(str::trim).filter(|form| !form.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{cut, read_rows, read_rows_of};

    const WHOLE: &str = "id\tname\tsource\na\tone\tx\na\ttwo\tx\nb\t\ty\nab\tthree\tz\na\tfour\tz\n";

    #[test]
    fn cuts_a_table_behind_the_columns_that_are_kept() {
        const LENGTH: usize = cut::<0>(WHOLE, 2).1;
        static KEPT: [u8; LENGTH] = cut::<LENGTH>(WHOLE, 2).0;
        let kept = std::str::from_utf8(&KEPT).unwrap();
        assert_eq!(kept, "id\tname\na\tone\n\ttwo\nb\t\nab\tthree\na\tfour\n");
        let rows = [["a", "one"], ["a", "two"], ["b", ""], ["ab", "three"], ["a", "four"]];
        assert_eq!(read_rows::<2>(kept).collect::<Vec<_>>(), rows);
        assert_eq!(read_rows_of::<2>(kept, "a").collect::<Vec<_>>(), [["a", "one"], ["a", "two"], ["a", "four"]]);
        assert_eq!(read_rows::<2>(WHOLE).collect::<Vec<_>>(), rows);
    }
}

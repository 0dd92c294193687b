//! Reads the tables under `data/`: tab-separated lines under one line of names.

/// A table without the columns behind the first few: where a line comes from is for those who read the sources,
/// and not for every browser.
macro_rules! table {
    ($file:literal, $columns:literal) => {{
        const WHOLE: &str = include_str!($file);
        const LENGTH: usize = $crate::lexicon::table::kept_length(WHOLE, $columns);
        #[allow(long_running_const_eval, reason = "a table of some hundred kilobytes is cut once, by the compiler")]
        const KEPT: [u8; LENGTH] = $crate::lexicon::table::keep(WHOLE, $columns);
        const TEXT: &str = match std::str::from_utf8(&KEPT) {
            Ok(text) => text,
            Err(_) => "",
        };
        TEXT
    }};
}
pub(super) use table;

/// How many bytes the first `columns` columns of a table take.
pub(crate) const fn kept_length(table: &str, columns: usize) -> usize {
    let (mut rest, mut column, mut length) = (table.as_bytes(), 0, 0);
    while let [byte, behind @ ..] = rest {
        rest = behind;
        column = column_behind(*byte, column);
        length += (column < columns) as usize;
    }
    length
}

/// The first `columns` columns of a table, which are as long as the row that is filled.
pub(crate) const fn keep<const LENGTH: usize>(table: &str, columns: usize) -> [u8; LENGTH] {
    let mut kept = [b'\n'; LENGTH];
    let mut slots: &mut [u8] = &mut kept;
    let (mut rest, mut column) = (table.as_bytes(), 0);
    while let [byte, behind @ ..] = rest {
        rest = behind;
        column = column_behind(*byte, column);
        if column < columns {
            let free = slots;
            let Some((slot, others)) = free.split_first_mut() else { break };
            *slot = *byte;
            slots = others;
        }
    }
    kept
}

/// The column that a byte belongs to, a tab to the one behind it.
const fn column_behind(byte: u8, column: usize) -> usize {
    match byte {
        b'\t' => column + 1,
        b'\n' => 0,
        _ => column,
    }
}

/// The lines of a table after its head, cut into `N` columns. A line with fewer is left out; `tests/tidy.rs` sees to it that
/// no table has one.
pub(super) fn read_rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).filter_map(read_row)
}

/// The lines of a table whose first column is `first`.
pub(super) fn read_rows_of<const N: usize>(
    table: &'static str,
    first: &'static str,
) -> impl Iterator<Item = [&'static str; N]> {
    let lines =
        table.lines().skip(1).filter(move |line| line.strip_prefix(first).is_some_and(|rest| rest.starts_with('\t')));
    lines.filter_map(read_row)
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
    use super::{keep, kept_length, read_rows};

    #[test]
    fn cuts_a_table_behind_the_columns_that_are_kept() {
        const WHOLE: &str = "id\tname\tsource\na\tone\tx\nb\t\ty\n";
        const LENGTH: usize = kept_length(WHOLE, 2);
        static KEPT: [u8; LENGTH] = keep(WHOLE, 2);
        let kept = std::str::from_utf8(&KEPT).unwrap();
        assert_eq!(kept, "id\tname\na\tone\nb\t\n");
        assert_eq!(read_rows::<2>(kept).collect::<Vec<_>>(), [["a", "one"], ["b", ""]]);
    }
}

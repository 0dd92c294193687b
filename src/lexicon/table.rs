//! Reads the tables under `data/`: tab-separated lines under one line of names.

/// The lines of a table after its head, cut into `N` columns. A line with fewer is left out.
pub(super) fn read_rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        let mut row = [""; N];
        for cell in &mut row {
            *cell = columns.next()?.trim();
        }
        Some(row)
    })
}

/// The several forms in one cell, written `one ; other`.
pub(crate) fn forms(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(" ; ").map(str::trim).filter(|form| !form.is_empty())
}

//! Rows that are too few to need a map.

/// The row that `is` finds, added as `make` makes it where there is none. Linear in the rows.
pub(crate) fn row_of<T>(rows: &mut Vec<T>, is: impl Fn(&T) -> bool, make: impl FnOnce() -> T) -> Option<&mut T> {
    let found = rows.iter().position(is);
    let at = found.unwrap_or(rows.len());
    if found.is_none() {
        rows.push(make());
    }
    rows.get_mut(at)
}

#[cfg(test)]
mod tests {
    use super::row_of;

    #[test]
    fn makes_a_row_once() {
        let mut rows = vec![(1, 'a')];
        for key in [2, 1, 2] {
            row_of(&mut rows, |row| row.0 == key, || (key, 'b')).unwrap().1 = 'c';
        }
        assert_eq!(rows, [(1, 'c'), (2, 'c')]);
    }
}

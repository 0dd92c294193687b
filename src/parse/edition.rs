//! Which copy of a work a symbol names: a revision, a corrigendum, a reissue.

use memchr::memmem;

/// Marks by which a symbol goes on behind the work's own number.
const MARKS: [&str; 7] = ["/rev", " rev", "rev.", "/corr", " corr", "corr.", "*"];

/// Where the version begins in a symbol.
fn version_at(symbol: &str) -> Option<usize> {
    let lowered = symbol.to_ascii_lowercase();
    MARKS.iter().filter_map(|mark| memmem::find(lowered.as_bytes(), mark.as_bytes())).min()
}

/// A symbol or number without what names the copy: `77/1/Corr.1` is the work 77/1.
pub(super) fn without_version(symbol: &str) -> &str {
    let work = version_at(symbol).and_then(|at| symbol.get(..at)).unwrap_or(symbol);
    work.split(';').next().unwrap_or(work).trim_end()
}

/// The version that a symbol names: `rev.1`, `corr.1`, `rev.2/corr.1`; an asterisk marks a text that was
/// reissued. `None` where none is printed. Linear in the symbol. `[un-editorial-manual]`
pub(super) fn version_of(symbol: &str) -> Option<String> {
    let version = symbol.get(version_at(symbol)?..)?.to_lowercase();
    let reissued = version.contains('*');
    let named: String = version
        .trim_start_matches(['/', ' ', ';'])
        .chars()
        .filter(|next| !next.is_whitespace() && *next != '*')
        .collect();
    match (named.is_empty(), reissued) {
        (true, false) => None,
        (true, true) => Some("reissued".to_owned()),
        (false, false) => Some(named),
        (false, true) => Some(format!("{named};reissued")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_copy_from_the_work() {
        for (symbol, work, version) in [
            ("A/RES/77/1", "A/RES/77/1", None),
            ("A/77/L.5/Rev.1", "A/77/L.5", Some("rev.1")),
            ("A/RES/77/1/Corr.1", "A/RES/77/1", Some("corr.1")),
            ("A/77/L.5/Rev.2/Corr.1", "A/77/L.5", Some("rev.2/corr.1")),
            ("S/RES/2593 (2021)*", "S/RES/2593 (2021)", Some("reissued")),
            ("A/77/L.5/Rev.1*", "A/77/L.5", Some("rev.1;reissued")),
            ("11/33-P/Rev.1", "11/33-P", Some("rev.1")),
            ("AG/RES. 2898 (XLVII-O/17) rev. 1", "AG/RES. 2898 (XLVII-O/17)", Some("rev.1")),
        ] {
            assert_eq!(without_version(symbol), work, "{symbol}");
            assert_eq!(version_of(symbol).as_deref(), version, "{symbol}");
        }
    }
}

//! The symbols that bodies print above their own texts: `WHA79.6`, `46 C/Resolution 12`, `MC.DEC/5/31`.

use std::sync::OnceLock;

use super::table::read_rows;

/// A symbol at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OwnSymbol {
    /// How many bytes it takes.
    pub(crate) len: usize,
    /// The organisation.
    pub(crate) body: &'static str,
    /// Its organ.
    pub(crate) organ: &'static str,
    /// What it numbers: `res`, `dec` or `decl`.
    pub(crate) kind: &'static str,
}

fn forms() -> &'static [[&'static str; 4]] {
    static FORMS: OnceLock<Vec<[&'static str; 4]>> = OnceLock::new();
    FORMS.get_or_init(|| read_rows::<4>(include_str!("data/symbols.tsv")).collect())
}

/// The symbol that `line` begins with, in one of the forms that the table holds. Costs a comparison with
/// each form.
pub(crate) fn read_own_symbol(line: &str) -> Option<OwnSymbol> {
    forms().iter().find_map(|&[pattern, body, organ, kind]| {
        let len = match_pattern(line, pattern)?;
        // A longer word or number is another symbol.
        let whole = !line.get(len..)?.starts_with(|next: char| next.is_alphanumeric() || next == '/');
        whole.then_some(OwnSymbol { len, body, organ, kind })
    })
}

/// How many bytes of `text` have the form of `pattern`: `#` stands for digits, `~` for what stands in
/// brackets, a space for white space or none.
fn match_pattern(text: &str, pattern: &str) -> Option<usize> {
    let mut at = 0;
    for expected in pattern.chars() {
        let rest = text.get(at..)?;
        at += match expected {
            '#' => rest.bytes().take_while(u8::is_ascii_digit).count().checked_sub(1)? + 1,
            '~' => rest.find(')').filter(|end| (1..=16).contains(end))?,
            ' ' => rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len(),
            _ => rest.chars().next().filter(|next| next.eq_ignore_ascii_case(&expected))?.len_utf8(),
        };
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_symbol_of_every_form_and_whose_it_is() {
        for (line, symbol, body, organ) in [
            ("A/RES/77/18", "A/RES/77/18", "un", "ga"),
            ("S/RES/2593 (2021)", "S/RES/2593 (2021)", "un", "sc"),
            ("WHA79.6", "WHA79.6", "who", "wha"),
            ("EB158.R4", "EB158.R4", "who", "eb"),
            ("46 C/Resolution 12", "46 C/Resolution 12", "unesco", "gc"),
            ("221 EX/Decision 6", "221 EX/Decision 6", "unesco", "eb"),
            ("MC.DEC/5/31 5 December 2031", "MC.DEC/5/31", "osce", "mc"),
            ("AG/RES. 3050 (LXI-O/31)", "AG/RES. 3050 (LXI-O/31)", "oas", "ag"),
            ("Assembly/AU/Dec.951(XLIV)", "Assembly/AU/Dec.951(XLIV)", "au", "assembly"),
            ("P10_TA(2031)0044", "P10_TA(2031)0044", "eu", "ep"),
        ] {
            let found = read_own_symbol(line).unwrap();
            assert_eq!((line.get(..found.len), found.body, found.organ), (Some(symbol), body, organ));
        }
        for line in ["WHA", "46 C/4", "A/81/L.3", "A/RES/77/18/Corr.1", "MC.DEC/5", ""] {
            assert_eq!(read_own_symbol(line), None, "{line}");
        }
    }
}

//! Roman numerals.

const STEPS: [(u32, &str); 9] =
    [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

/// The value of a Roman numeral of at most `C`s, in either case; `None` where it is not written as one writes it.
/// Linear in its letters.
pub(crate) fn read_roman(numeral: &str) -> Option<u32> {
    let mut total = 0;
    let mut highest = 0;
    for letter in numeral.bytes().rev() {
        let value = match letter.to_ascii_uppercase() {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            b'C' => 100,
            _ => return None,
        };
        if value < highest {
            total -= value.min(total);
        } else {
            total += value;
            highest = value;
        }
    }
    (total > 0 && write_roman(total).eq_ignore_ascii_case(numeral)).then_some(total)
}

/// The Roman numeral of a number, in capitals; empty for 0.
pub(crate) fn write_roman(mut value: u32) -> String {
    let mut written = String::new();
    for (step, letters) in STEPS {
        while value >= step {
            written.push_str(letters);
            value -= step;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        for value in 1..400 {
            assert_eq!(read_roman(&write_roman(value)), Some(value));
            assert_eq!(read_roman(&write_roman(value).to_lowercase()), Some(value));
        }
        for false_one in ["", "IIX", "IIII", "VX", "IC", "D", "X2"] {
            assert_eq!(read_roman(false_one), None, "{false_one}");
        }
    }
}

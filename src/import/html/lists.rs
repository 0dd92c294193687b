//! The labels that a browser would print before the items of a list.

use crate::import::xml::Element;
use crate::text::write_roman;

/// What a list counts with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Count {
    Decimal,
    Letter,
    Capital,
    Roman,
    CapitalRoman,
    None,
}

/// A list that is open.
pub(super) struct List {
    count: Count,
    next: i64,
    step: i64,
    /// Whether it lies in an item of another list.
    nested: bool,
}

impl List {
    /// Reads how a list counts.
    pub(super) fn new(element: &Element, nested: bool) -> Self {
        let count = if element.name == "ol" { read_count(element) } else { Count::None };
        let items = i64::try_from(element.elements().filter(|child| child.name == "li").count()).unwrap_or(i64::MAX);
        let reversed = element.attribute("reversed").is_some();
        let start = element.attribute("start").and_then(|start| start.trim().parse().ok());
        let next = start.unwrap_or(if reversed { items } else { 1 });
        Self { count, next, step: if reversed { -1 } else { 1 }, nested }
    }

    /// The label of the next item, in the marks that drafters use: `1.`, and `(a)` or `(1)` for what lies in an item. Empty
    /// where the list has none.
    pub(super) fn label(&mut self, item: &Element) -> String {
        if let Some(value) = item.attribute("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let value = self.next;
        self.next = self.next.saturating_add(self.step);
        let own = read_style(item).filter(|_| self.count != Count::None);
        let count = own.unwrap_or(self.count);
        // Past what anybody counts to, letters and Roman numerals are no help.
        let Some(place) = u32::try_from(value).ok().filter(|place| *place < 1_000) else { return format!("{value}.") };
        match count {
            Count::None => String::new(),
            Count::Decimal if self.nested => format!("({value})"),
            Count::Decimal => format!("{value}."),
            Count::Letter => format!("({})", letters(place)),
            Count::Capital => format!("{}.", letters(place).to_uppercase()),
            Count::Roman => format!("({})", write_roman(place).to_lowercase()),
            Count::CapitalRoman => format!("{}.", write_roman(place)),
        }
    }
}

fn read_count(element: &Element) -> Count {
    match element.attribute("type") {
        Some("a") => Count::Letter,
        Some("A") => Count::Capital,
        Some("i") => Count::Roman,
        Some("I") => Count::CapitalRoman,
        _ => read_style(element).unwrap_or(Count::Decimal),
    }
}

fn read_style(element: &Element) -> Option<Count> {
    let style = element.attribute("style")?.to_ascii_lowercase();
    let (_, value) = style.split_once("list-style")?;
    let value = value.split(';').next().unwrap_or("");
    let all = [
        ("lower-alpha", Count::Letter),
        ("lower-latin", Count::Letter),
        ("upper-alpha", Count::Capital),
        ("upper-latin", Count::Capital),
        ("lower-roman", Count::Roman),
        ("upper-roman", Count::CapitalRoman),
        ("decimal", Count::Decimal),
        ("none", Count::None),
    ];
    all.into_iter().find(|(name, _)| value.contains(name)).map(|(_, count)| count)
}

/// a, b, …, z, aa, ab, …
pub(in crate::import) fn letters(place: u32) -> String {
    let mut rest = place;
    let mut found = Vec::new();
    while rest > 0 {
        rest -= 1;
        found.push(char::from(b'a' + (rest % 26) as u8));
        rest /= 26;
    }
    found.iter().rev().collect()
}

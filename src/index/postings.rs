//! Where a term stands: units in rising order, each with its positions in rising order.
//!
//! Every occurrence is one or two varints. The first has 1 as its lowest bit where a new unit
//! begins: then it holds how many units further on that is, and the position follows. Otherwise it
//! holds how many positions further on the term stands again in the same unit.

/// How many units lie between two places from which a list can be read.
const STRIDE: u32 = 64;

/// The number of a unit: a paragraph of some resolution, in the order added.
pub(crate) type UnitId = u32;

/// Where one term stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postings {
    bytes: Vec<u8>,
    /// One for every 64th unit: the unit before it, and where its own bytes begin.
    skips: Vec<(UnitId, u32)>,
    units: u32,
    last_unit: UnitId,
    last_position: u32,
}

impl Postings {
    /// How many units hold the term.
    pub(crate) const fn units(&self) -> u32 {
        self.units
    }

    /// Notes an occurrence. Units and the positions in each must come in rising order.
    pub(crate) fn push(&mut self, unit: UnitId, position: u32) {
        if self.units > 0 && unit == self.last_unit {
            let step = u64::from(position.saturating_sub(self.last_position));
            write(&mut self.bytes, step << 1);
        } else {
            if self.units.is_multiple_of(STRIDE) && self.units > 0 {
                self.skips.push((self.last_unit, self.bytes.len() as u32));
            }
            let step = u64::from(unit.saturating_sub(self.last_unit));
            write(&mut self.bytes, step << 1 | 1);
            write(&mut self.bytes, u64::from(position));
            self.units += 1;
            self.last_unit = unit;
        }
        self.last_position = position;
    }

    /// Reads the list from its beginning.
    pub(crate) const fn cursor(&self) -> Cursor<'_> {
        Cursor { list: self, at: 0, unit: 0 }
    }
}

/// A place in a list of postings.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'a> {
    list: &'a Postings,
    /// Where the next unit begins.
    at: usize,
    /// The unit before it.
    unit: UnitId,
}

impl Cursor<'_> {
    /// The next unit. Its positions are left in `positions`.
    pub(crate) fn next(&mut self, positions: &mut Vec<u32>) -> Option<UnitId> {
        let bytes = self.list.bytes.as_slice();
        let step = read(bytes, &mut self.at)?;
        self.unit += (step >> 1) as u32;
        positions.clear();
        let mut position = read(bytes, &mut self.at)? as u32;
        positions.push(position);
        while bytes.get(self.at).is_some_and(|byte| byte & 1 == 0) {
            position += (read(bytes, &mut self.at)? >> 1) as u32;
            positions.push(position);
        }
        Some(self.unit)
    }

    /// Moves on so that [`Cursor::next`] gives a unit from the last skip before `unit`. Never back.
    pub(crate) fn skip_to(&mut self, unit: UnitId) {
        let skip = self.list.skips.partition_point(|&(before, _)| before < unit);
        if let Some(&(before, at)) = skip.checked_sub(1).and_then(|skip| self.list.skips.get(skip))
            && at as usize > self.at
        {
            self.unit = before;
            self.at = at as usize;
        }
    }
}

fn write(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn read(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let first = *bytes.get(*at)?;
    *at += 1;
    if first < 0x80 {
        return Some(u64::from(first));
    }
    let mut value = u64::from(first & 0x7F);
    let mut shift = 7;
    while let Some(&byte) = bytes.get(*at) {
        *at += 1;
        value |= u64::from(byte & 0x7F) << shift;
        if byte < 0x80 || shift > 49 {
            return Some(value);
        }
        shift += 7;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(list: &Postings) -> Vec<(u32, Vec<u32>)> {
        let mut cursor = list.cursor();
        let mut positions = Vec::new();
        let mut read = Vec::new();
        while let Some(unit) = cursor.next(&mut positions) {
            read.push((unit, positions.clone()));
        }
        read
    }

    #[test]
    fn gives_back_what_was_pushed() {
        let mut list = Postings::default();
        let mut pushed = Vec::new();
        for unit in 0..1000u32 {
            let places: Vec<u32> = (0..=(unit % 5)).map(|place| place * (unit % 300) + place).collect();
            for &place in &places {
                list.push(unit * 3, place);
            }
            pushed.push((unit * 3, places));
        }
        assert_eq!(all(&list), pushed);
        assert_eq!(list.units(), 1000);
    }

    #[test]
    fn skips_to_just_before_a_unit() {
        let mut list = Postings::default();
        for unit in 0..1000 {
            list.push(unit * 2, 7);
        }
        let mut positions = Vec::new();
        for wanted in [0, 1, 130, 131, 1998, 5000] {
            let mut cursor = list.cursor();
            cursor.skip_to(wanted);
            let found = std::iter::from_fn(|| cursor.next(&mut positions)).find(|&unit| unit >= wanted);
            assert_eq!(found, (wanted <= 1998).then_some(wanted.next_multiple_of(2)));
        }
    }
}

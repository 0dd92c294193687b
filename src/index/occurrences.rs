//! Where a term stands, while an index is being built: units in rising order, each with its positions.
//!
//! Every occurrence is one or two varints. The first has 1 as its lowest bit where a new unit begins:
//! then it holds how many units further on that is, and the position follows. Otherwise it holds how
//! many positions further on the term stands again in the same unit.

use super::scan::{self, Scan};

/// The number of a unit: a paragraph of some resolution, in the order added.
pub(crate) type UnitId = u32;

/// Where one term stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Occurrences {
    bytes: Vec<u8>,
    units: u32,
    last_unit: UnitId,
    last_position: u32,
}

impl Occurrences {
    /// Notes an occurrence. Units and the positions in each must come in rising order.
    pub(crate) fn push(&mut self, unit: UnitId, position: u32) {
        if self.units > 0 && unit == self.last_unit {
            scan::write(&mut self.bytes, u64::from(position.saturating_sub(self.last_position)) << 1);
        } else {
            scan::write(&mut self.bytes, u64::from(unit.saturating_sub(self.last_unit)) << 1 | 1);
            scan::write(&mut self.bytes, u64::from(position));
            self.units += 1;
            self.last_unit = unit;
        }
        self.last_position = position;
    }

    /// Gives every unit with its positions to `take`.
    pub(crate) fn for_each(&self, mut take: impl FnMut(UnitId, &[u32])) {
        let mut positions: Vec<u32> = Vec::new();
        let mut scan = Scan::new(&self.bytes);
        let mut unit = 0;
        while let Some(step) = scan.number() {
            if step & 1 == 1 {
                if !positions.is_empty() {
                    take(unit, &positions);
                    positions.clear();
                }
                unit += (step >> 1) as u32;
                positions.push(scan.small().unwrap_or(0));
            } else {
                let last = positions.last().copied().unwrap_or(0);
                positions.push(last + (step >> 1) as u32);
            }
        }
        if !positions.is_empty() {
            take(unit, &positions);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_was_pushed() {
        let mut list = Occurrences::default();
        let mut pushed = Vec::new();
        for unit in 0..1000u32 {
            let places: Vec<u32> = (0..=(unit % 5)).map(|place| place * (unit % 300) + place).collect();
            for &place in &places {
                list.push(unit * 3, place);
            }
            pushed.push((unit * 3, places));
        }
        let mut read = Vec::new();
        list.for_each(|unit, places| read.push((unit, places.to_vec())));
        assert_eq!(read, pushed);
    }
}

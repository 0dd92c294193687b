//! The list of paragraphs that hold a term, on its way into a pack.

use std::io::{self, Write};

use super::level::HIGHEST;
use super::scan;
use super::seal::SEAL;
use super::sections::SectionWriter;

/// How many paragraphs stand in a group, which is read at once.
pub(crate) const GROUP: usize = 256;

/// The most bytes of a list that stand in the dictionary itself.
pub(crate) const INLINE: usize = 24;

/// Writes one list after the other. Keeps its buffers.
#[derive(Debug, Default)]
pub(crate) struct ListWriter {
    levels: Vec<u8>,
    steps: Vec<u8>,
    positions: Vec<u8>,
    /// The positions of the groups before, which follow all groups; each ends where the next begins.
    placed: Vec<u8>,
    ends: Vec<usize>,
    /// In the group that is open.
    open: usize,
    count: u32,
    doc: u32,
    local: u32,
    /// The last resolution of the group before.
    before: u32,
    table: Vec<u8>,
    chunk: Vec<u8>,
    length: u64,
}

impl ListWriter {
    /// Takes a paragraph; they come in rising order. Without positions the term is a fact that has no place.
    pub(crate) fn push<W: Write>(
        &mut self,
        to: &mut SectionWriter<W>,
        (doc, local): (u32, u32),
        level: u8,
        positions: &[u32],
    ) -> io::Result<()> {
        if self.open == GROUP {
            self.close(to)?;
        }
        if self.open == 0 || doc != self.doc {
            let from = if self.open == 0 { self.before } else { self.doc };
            scan::write(&mut self.steps, u64::from(doc.saturating_sub(from)) << 1 | 1);
            scan::write(&mut self.steps, u64::from(local));
        } else {
            scan::write(&mut self.steps, u64::from(local.saturating_sub(self.local)) << 1);
        }
        (self.doc, self.local) = (doc, local);
        let level = level.min(HIGHEST);
        if self.open.is_multiple_of(2) {
            self.levels.push(level);
        } else if let Some(last) = self.levels.last_mut() {
            *last |= level << 4;
        }
        let mut before = 0;
        for (at, &position) in positions.iter().enumerate() {
            let more = u64::from(at + 1 < positions.len());
            scan::write(&mut self.positions, u64::from(position.saturating_sub(before)) << 1 | more);
            before = position;
        }
        self.open += 1;
        self.count += 1;
        Ok(())
    }

    /// Ends the list, and writes into `entry` how many paragraphs there are and where they stand.
    pub(crate) fn finish<W: Write>(&mut self, to: &mut SectionWriter<W>, entry: &mut Vec<u8>) -> io::Result<()> {
        scan::write(entry, u64::from(self.count));
        let own = self.levels.len() + self.steps.len();
        if self.count as usize <= GROUP && own + self.positions.len() <= INLINE {
            scan::write(entry, ((own + self.positions.len()) as u64) << 1 | 1);
            scan::write(entry, own as u64);
            entry.extend_from_slice(&self.levels);
            entry.extend_from_slice(&self.steps);
            entry.extend_from_slice(&self.positions);
        } else {
            let one = self.count as usize <= GROUP;
            self.close(to)?;
            let table = if one { 0 } else { to.chunk(&self.table)? };
            let positions = self.write_positions(to)?;
            scan::write(entry, (self.length + table) << 1);
            scan::write(entry, table);
            scan::write(entry, positions);
        }
        self.clear();
        Ok(())
    }

    /// Writes the group that is open.
    fn close<W: Write>(&mut self, to: &mut SectionWriter<W>) -> io::Result<()> {
        self.chunk.clear();
        self.chunk.extend_from_slice(&self.levels);
        self.chunk.extend_from_slice(&self.steps);
        let length = to.chunk(&self.chunk)?;
        self.placed.extend_from_slice(&self.positions);
        self.ends.push(self.placed.len());
        let positions = if self.positions.is_empty() { 0 } else { self.positions.len() + SEAL };
        let high = self.levels.iter().map(|pair| (pair & 15).max(pair >> 4)).max().unwrap_or(0);
        scan::write(&mut self.table, u64::from(self.doc.saturating_sub(self.before)));
        scan::write(&mut self.table, length);
        scan::write(&mut self.table, positions as u64);
        self.table.push(high);
        self.length += length;
        self.before = self.doc;
        self.levels.clear();
        self.steps.clear();
        self.positions.clear();
        self.open = 0;
        Ok(())
    }

    /// Writes the positions of all groups, those of each as a chunk, and gives their length.
    fn write_positions<W: Write>(&self, to: &mut SectionWriter<W>) -> io::Result<u64> {
        let (mut from, mut length) = (0, 0);
        for &end in &self.ends {
            if let Some(positions) = self.placed.get(from..end).filter(|positions| !positions.is_empty()) {
                length += to.chunk(positions)?;
            }
            from = end;
        }
        Ok(length)
    }

    fn clear(&mut self) {
        self.placed.clear();
        self.ends.clear();
        self.levels.clear();
        self.steps.clear();
        self.positions.clear();
        self.table.clear();
        self.length = 0;
        (self.open, self.count, self.doc, self.local, self.before) = (0, 0, 0, 0, 0);
    }
}

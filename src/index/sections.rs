//! The sections of a pack while they are written.

use std::io::{self, Write};

use super::format::{Extent, Section};
use super::seal::{Checksum, SEAL, checksum};

/// Writes one section, chunk by chunk.
#[derive(Debug)]
pub(crate) struct SectionWriter<W> {
    out: W,
    section: Section,
    length: u64,
    sum: Checksum,
}

impl<W: Write> SectionWriter<W> {
    pub(crate) fn new(section: Section, out: W) -> Self {
        Self { out, section, length: 0, sum: Checksum::new(section.place(0)) }
    }

    /// How much was written: where the next chunk will stand.
    pub(crate) const fn length(&self) -> u64 {
        self.length
    }

    /// Writes a chunk with its seal, and says how long both are.
    pub(crate) fn chunk(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let seal = checksum(self.section.place(self.length), bytes).to_le_bytes();
        self.out.write_all(bytes)?;
        self.out.write_all(&seal)?;
        self.sum.feed(bytes);
        self.sum.feed(&seal);
        let length = (bytes.len() + SEAL) as u64;
        self.length += length;
        Ok(length)
    }

    /// The writer, with what the directory says about the section.
    pub(crate) fn finish(self) -> (W, Extent) {
        (self.out, Extent { start: 0, length: self.length, checksum: self.sum.finish() })
    }
}

//! Packs in files: read where they are needed, written section by section.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use whereas::index::{Pack, Piece, ReadAt, Section};

/// A file that is read in places.
#[derive(Debug)]
struct FileAt(Mutex<File>);

impl ReadAt for FileAt {
    fn read_at(&self, at: u64, bytes: &mut [u8]) -> io::Result<()> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(bytes)
    }
}

/// Opens a pack, of which only the directory is read.
pub fn open_pack(path: &Path) -> io::Result<Pack> {
    let named = |error: &dyn std::fmt::Display| {
        io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", path.display()))
    };
    let file = File::open(path).map_err(|error| named(&error))?;
    let length = file.metadata().map_err(|error| named(&error))?.len();
    Pack::open_at(Box::new(FileAt(Mutex::new(file))), length).map_err(|error| named(&error))
}

/// A section on its way into a pack, in a file of its own.
pub struct Scratch {
    path: PathBuf,
    out: BufWriter<File>,
}

impl Scratch {
    /// A file beside `output` for one of its sections.
    pub fn create(output: &Path, section: Section) -> io::Result<Self> {
        let path = beside(output, section.name());
        let out = BufWriter::new(File::options().create(true).truncate(true).read(true).write(true).open(&path)?);
        Ok(Self { path, out })
    }
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A name beside another: `archive.whereas.terms`.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Puts a pack together. It has its name only when it is whole.
pub fn write_file(output: &Path, head: &[u8], pieces: Vec<Piece<Scratch>>) -> io::Result<u64> {
    let unfinished = beside(output, "unfinished");
    let mut out = BufWriter::new(File::create(&unfinished)?);
    out.write_all(head)?;
    for piece in pieces {
        match piece {
            Piece::Bytes(bytes) => out.write_all(&bytes)?,
            Piece::Written(scratch) => {
                let mut file = scratch.out.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.seek(SeekFrom::Start(0))?;
                io::copy(&mut file, &mut out)?;
                fs::remove_file(&scratch.path)?;
            }
        }
    }
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    let length = file.metadata()?.len();
    fs::rename(&unfinished, output)?;
    Ok(length)
}

//! The texts that go into a pack: files of folders in order, and lines of files that hold many.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use serde_json::Value;
use whereas::ParseOptions;
use whereas::import::read_file;
use whereas::model::Format;

/// The largest file that is read as one text.
const LARGEST: u64 = 256 << 20;

/// A file, and what it holds.
#[derive(Clone, Debug)]
pub struct Input {
    pub path: PathBuf,
    pub length: u64,
    kind: Kind,
    is_gzip: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Markdown,
    Lines,
    File,
}

/// A text that is to be read.
#[derive(Debug)]
pub struct Given {
    pub text: String,
    pub options: ParseOptions,
    /// What is odd about the file, in words.
    pub odd: Vec<String>,
}

/// Every file of the folders that can be read, in the order of their paths. A file that is named is always taken.
pub fn find_inputs(paths: &[PathBuf]) -> io::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in paths {
        let about =
            fs::metadata(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        if about.is_dir() {
            walk(path, &mut inputs)?;
        } else {
            let (kind, is_gzip) = kind_of(path).unwrap_or((Kind::Text, false));
            inputs.push(Input { path: path.clone(), length: about.len(), kind, is_gzip });
        }
    }
    inputs.sort_by(|a, b| a.path.cmp(&b.path));
    inputs.dedup_by(|a, b| a.path == b.path);
    Ok(inputs)
}

fn walk(folder: &Path, inputs: &mut Vec<Input>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, about) = (entry.path(), entry.metadata()?);
        if about.is_dir() {
            walk(&path, inputs)?;
        } else if let Some((kind, is_gzip)) = kind_of(&path) {
            inputs.push(Input { path, length: about.len(), kind, is_gzip });
        }
    }
    Ok(())
}

fn kind_of(path: &Path) -> Option<(Kind, bool)> {
    let name = path.file_name()?.to_str()?.to_lowercase();
    let (name, is_gzip) = name.strip_suffix(".gz").map_or((name.as_str(), false), |name| (name, true));
    let kind = match name.rsplit_once('.')?.1 {
        "txt" | "text" => Kind::Text,
        "md" | "markdown" => Kind::Markdown,
        "jsonl" | "ndjson" => Kind::Lines,
        // What these hold, their first bytes say.
        "xml" | "akn" | "html" | "htm" | "xhtml" | "docx" | "pdf" | "tex" => Kind::File,
        _ => return None,
    };
    Some((kind, is_gzip))
}

impl Input {
    /// Gives every text from number `from` on to `take`, with its number, or why it could not be read.
    pub fn for_each(
        &self,
        from: usize,
        mut take: impl FnMut(usize, Result<Given, String>) -> io::Result<()>,
    ) -> io::Result<()> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) => return take(0, Err(error.to_string())),
        };
        let reader: Box<dyn Read> = if self.is_gzip { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
        if self.kind != Kind::Lines {
            return if from == 0 { take(0, self.read_one(reader)) } else { Ok(()) };
        }
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        for number in 0.. {
            line.clear();
            match reader.by_ref().take(LARGEST).read_until(b'\n', &mut line) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) => return take(number, Err(error.to_string())),
            }
            if number >= from && !line.iter().all(u8::is_ascii_whitespace) {
                take(number, self.read_line(&line))?;
            }
        }
        Ok(())
    }

    fn read_one(&self, reader: impl Read) -> Result<Given, String> {
        let mut bytes = Vec::new();
        reader.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        if bytes.len() as u64 > LARGEST {
            return Err(format!("the file has more than {LARGEST} bytes"));
        }
        let read = read_file(&bytes).map_err(|error| error.to_string())?;
        let mut options = ParseOptions::new().with_name(&self.path.to_string_lossy()).with_import(&read);
        if self.kind == Kind::Markdown && read.format == Format::Text {
            options = options.with_format(Format::Markdown);
        }
        let odd = read.diagnostics.iter().map(|odd| odd.message.clone()).collect();
        Ok(Given { text: read.text.into_owned(), options, odd })
    }

    fn read_line(&self, line: &[u8]) -> Result<Given, String> {
        let value: Value = serde_json::from_slice(line).map_err(|error| format!("the line is not JSON: {error}"))?;
        let field = |name: &str| value.get(name).and_then(Value::as_str);
        let text = field("text").ok_or("the line has no “text” that is a string")?.to_owned();
        let named = field("name").or_else(|| field("id")).or_else(|| field("file"));
        let mut options = ParseOptions::new().with_name(named.unwrap_or(&self.path.to_string_lossy()));
        if let Some(language) = field("language").or_else(|| field("lang")) {
            options = options.with_language(language);
        }
        if let Some(body) = field("body") {
            options = options.with_body(body);
        }
        if let Some(url) = field("url") {
            options = options.with_url(url);
        }
        if let Some(format) = field("format").and_then(Format::from_name) {
            options = options.with_format(format);
        }
        Ok(Given { text, options, odd: Vec::new() })
    }
}

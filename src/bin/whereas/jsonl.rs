//! `whereas parse --jsonl`: many texts, one a line, over all cores.

use std::io::{self, BufRead, Write};

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;
use whereas::ParseOptions;
use whereas::model::{Document, Format};

use crate::Outcome;

/// How many bytes of lines are read before they are parsed together: what bounds the memory.
const BATCH: usize = 8 << 20;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a Value,
    #[serde(flatten)]
    document: Document,
}

#[derive(Serialize)]
struct Refusal<'a> {
    id: &'a Value,
    error: Fault<'a>,
}

#[derive(Serialize)]
struct Fault<'a> {
    code: &'a str,
    message: &'a str,
}

/// Reads requests from standard input and writes a document for each, in the same order.
pub fn run(out: &mut impl Write, base: &ParseOptions) -> io::Result<Outcome> {
    let mut input = io::stdin().lock();
    let mut outcome = Outcome::Done;
    loop {
        let batch = read_batch(&mut input)?;
        if batch.is_empty() {
            out.flush()?;
            return Ok(outcome);
        }
        let answers: Vec<(Vec<u8>, bool)> = batch.par_iter().map(|line| answer(line, base)).collect();
        for (bytes, good) in answers {
            out.write_all(&bytes)?;
            if !good {
                outcome = Outcome::BadInput;
            }
        }
    }
}

fn read_batch(input: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    let mut size = 0;
    while size < BATCH {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        size += line.len();
        if !line.iter().all(u8::is_ascii_whitespace) {
            batch.push(line);
        }
    }
    Ok(batch)
}

/// The line that answers a request, and whether it could be read.
fn answer(line: &[u8], base: &ParseOptions) -> (Vec<u8>, bool) {
    let request: Value = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => return (refuse(&Value::Null, "bad-line", &format!("the line is not JSON: {error}")), false),
    };
    let id = request.get("id").unwrap_or(&Value::Null);
    let Some(text) = request.get("text").and_then(Value::as_str) else {
        return (refuse(id, "bad-line", "the line has no “text” that is a string"), false);
    };
    let mut options = base.clone();
    if let Some(language) = request.get("language").and_then(Value::as_str) {
        options = options.with_language(language);
    }
    if let Some(body) = request.get("body").and_then(Value::as_str) {
        options = options.with_body(body);
    }
    if let Some(format) = request.get("format").and_then(Value::as_str).and_then(Format::from_name) {
        options = options.with_format(format);
    }
    if let Some(scale) = request.get("scale").and_then(Value::as_str) {
        options = match options.with_scale(scale) {
            Ok(options) => options,
            Err(error) => return (refuse(id, error.code(), &error.to_string()), false),
        };
    }
    (write(&Line { id, document: whereas::parse(text, &options) }), true)
}

fn refuse(id: &Value, code: &str, message: &str) -> Vec<u8> {
    write(&Refusal { id, error: Fault { code, message } })
}

fn write(answer: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(answer).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

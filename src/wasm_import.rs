//! The readers of files for JavaScript: a module of its own, which is fetched when the first file comes that is no
//! plain text. Built by wasm-pack with the feature `wasm-import`, and with `pdf` beside it once more for PDF.

#[path = "wasm/error.rs"]
#[allow(dead_code, reason = "the core throws errors with places too")]
mod error;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::diagnostic::Severity;
use crate::import::read_file;
use error::throw;

/// Reads files. It keeps nothing.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Importer;

#[wasm_bindgen]
impl Importer {
    /// A reader of files.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self
    }

    /// Reads the bytes of a file: `{ text, format, language, diagnostics }`. A diagnostic is about the whole file, or with
    /// `end` about the place where its text ends.
    ///
    /// # Errors
    ///
    /// Those of [`read_file`].
    #[wasm_bindgen(skip_typescript)]
    pub fn read(&self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        let read = read_file(bytes).map_err(throw)?;
        let diagnostics = Array::new();
        for odd in &read.diagnostics {
            let severity = match odd.severity {
                Severity::Info => "info",
                Severity::Warning => "warning",
                Severity::Error => "error",
            };
            let one = Object::new();
            set(&one, "code", odd.code)?;
            set(&one, "severity", severity)?;
            set(&one, "message", odd.message.as_str())?;
            set(&one, "help", odd.help.as_str())?;
            set(&one, "end", odd.span.start > 0)?;
            diagnostics.push(&one);
        }
        let found = Object::new();
        set(&found, "text", read.text.as_ref())?;
        set(&found, "format", read.format.name())?;
        set(&found, "language", read.language.map_or(JsValue::NULL, JsValue::from))?;
        set(&found, "diagnostics", diagnostics)?;
        Ok(found.into())
    }
}

fn set(object: &Object, name: &str, value: impl Into<JsValue>) -> Result<(), JsValue> {
    Reflect::set(object, &JsValue::from_str(name), &value.into()).map(|_| ())
}

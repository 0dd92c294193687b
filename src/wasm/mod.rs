//! The bindings for JavaScript: one session that owns a library. Built by wasm-pack.
//!
//! Every call is synchronous. Positions that go in and come out are UTF-16 code units; they are
//! converted here and nowhere else. What can't be done is thrown as a `WhereasError`.

mod error;
mod types;

use wasm_bindgen::prelude::*;

use crate::text::Utf16Index;
use crate::{Library, ParseOptions};
use error::throw;
use types::{Options, to_js, to_utf16};

/// A library of texts and every question one can ask of it.
///
/// It lives until `free()`; a session that was freed throws on every call.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Session {
    library: Library,
}

#[wasm_bindgen]
impl Session {
    /// A session with an empty library.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a text (a string, or its bytes) and gives the document; the library is not changed.
    ///
    /// `options`: `{ language, body, format, name, url, retrieved }`, all optional.
    ///
    /// # Errors
    ///
    /// `not-text`, `too-long`, `bad-option`.
    #[wasm_bindgen(skip_typescript)]
    pub fn parse(&self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let text = types::to_text(text).map_err(throw)?;
        let options = types::parse_options(&Options::new(options)).map_err(throw)?;
        let document = crate::parse(&text, &options);
        to_js(&types::document_to_utf16(document, &text))
    }

    /// Reads a text (a string, or a `Uint8Array`) and keeps it: `{ keys, diagnostics }`.
    ///
    /// # Errors
    ///
    /// `not-text`, `too-long`, `bad-option`; the library is then as it was.
    #[wasm_bindgen(skip_typescript)]
    pub fn add(&mut self, text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let text = types::to_text(text).map_err(throw)?;
        let options: ParseOptions = types::parse_options(&Options::new(options)).map_err(throw)?;
        let mut added = self.library.add(&text, &options).map_err(throw)?;
        to_utf16(&mut added.diagnostics, &text, &Utf16Index::new(&text));
        to_js(&added)
    }

    /// The document that a key leads to; the id of a work leads to its first edition.
    ///
    /// # Errors
    ///
    /// `unknown-key`.
    #[wasm_bindgen(skip_typescript)]
    pub fn get(&self, key: &JsValue) -> Result<JsValue, JsValue> {
        let key = types::to_string(key, "key").map_err(throw)?;
        let document = self.library.get(&key).map_err(throw)?;
        let source = self.library.source(&key).map_err(throw)?;
        to_js(&types::document_to_utf16(document, source.text))
    }

    /// The text that a key leads to: `{ text, format, pages }`.
    ///
    /// # Errors
    ///
    /// `unknown-key`.
    #[wasm_bindgen(skip_typescript)]
    pub fn source(&self, key: &JsValue) -> Result<JsValue, JsValue> {
        let key = types::to_string(key, "key").map_err(throw)?;
        let source = self.library.source(&key).map_err(throw)?;
        to_js(&types::SourceOut { text: source.text, format: source.format, pages: None })
    }

    /// One line about each text, in the order added. `options`: `{ limit, offset }`.
    ///
    /// # Errors
    ///
    /// `bad-option`.
    #[wasm_bindgen(skip_typescript)]
    pub fn list(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = types::list_options(&Options::new(options)).map_err(throw)?;
        to_js(&self.library.list(&options))
    }

    /// Takes out what a key leads to.
    ///
    /// # Errors
    ///
    /// `unknown-key`; the library is then as it was.
    #[wasm_bindgen(skip_typescript)]
    pub fn remove(&mut self, key: &JsValue) -> Result<(), JsValue> {
        let key = types::to_string(key, "key").map_err(throw)?;
        self.library.remove(&key).map_err(throw)
    }
}

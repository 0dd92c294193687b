//! The bindings for JavaScript: one session that owns a library. Built by wasm-pack.
//!
//! Every call is synchronous. Positions that go in and come out are UTF-16 code units; they are
//! converted here and nowhere else. What can't be done is thrown as a `WhereasError`.

mod error;
mod found;
mod packs;
mod report;
mod types;

use wasm_bindgen::prelude::*;

use crate::export::ExportFormat;
use crate::text::Utf16Index;
use crate::{Library, ParseOptions};
use error::{throw, throw_in};
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
    /// `options`: `{ language, body, format, name, url, retrieved, scale }`, all optional.
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
        to_js(&types::document_to_utf16(document, &source.text))
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
        to_js(&types::source_out(&source))
    }

    /// One line about each text, in the order added, then of packs. `options`: `{ limit, offset, packs }`;
    /// with `packs: false` those of packs are left out.
    ///
    /// # Errors
    ///
    /// `bad-option`.
    #[wasm_bindgen(skip_typescript)]
    pub fn list(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let options = types::list_options(&Options::new(options)).map_err(throw)?;
        to_js(&self.library.list(&options))
    }

    /// Searches the library. `options`: `{ limit, offset, sort, facets, strict, explain }`.
    ///
    /// # Errors
    ///
    /// `bad-option`; with `strict`, `bad-query` with its place in the query.
    #[wasm_bindgen(skip_typescript)]
    pub fn search(&self, query: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let query = types::to_string(query, "query").map_err(throw)?;
        let options = types::search_options(&Options::new(options)).map_err(throw)?;
        let found = self.library.search(&query, &options).map_err(|error| throw_in(&error, &query))?;
        to_js(&found::to_utf16(found, &query, &self.library))
    }

    /// Suggests how a query may go on: `[{ text, kind, count }]`, at most ten.
    ///
    /// # Errors
    ///
    /// `bad-option` where `typed` is no string.
    #[wasm_bindgen(skip_typescript)]
    pub fn complete(&self, typed: &JsValue) -> Result<JsValue, JsValue> {
        let typed = types::to_string(typed, "query").map_err(throw)?;
        to_js(&self.library.complete(&typed))
    }

    /// The works that a text names by key, id or symbol: `[{ id, keys, address }]`.
    ///
    /// # Errors
    ///
    /// `bad-option` where `text` is no string.
    #[wasm_bindgen(skip_typescript)]
    pub fn resolve(&self, text: &JsValue) -> Result<JsValue, JsValue> {
        let text = types::to_string(text, "text").map_err(throw)?;
        to_js(&self.library.resolve(&text))
    }

    /// Checks an article (its text or its bytes, or its key) against resolutions. `options`: `{ against: [key] }`;
    /// without it, against every resolution of the library.
    ///
    /// # Errors
    ///
    /// `not-text`, `bad-option`, `unknown-key`, `nothing-to-compare`.
    #[wasm_bindgen(skip_typescript)]
    pub fn check(&self, article: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let given = article.is_string();
        let article = types::to_text(article).map_err(throw)?;
        let against = Options::new(options).strings("against").map_err(throw)?;
        let against: Vec<&str> = against.iter().map(String::as_str).collect();
        let mut report = self.library.check(&article, &against).map_err(throw)?;
        report.checked.text = (!given).then(|| article.clone());
        to_js(&report::to_utf16(report, self.library.article_text(&article), &self.library))
    }

    /// Finds which paragraphs of other resolutions share their words with those of one. `options`: `{ address, least,
    /// limit }`, all optional.
    ///
    /// # Errors
    ///
    /// `bad-option`, `unknown-key`, `unknown-address`, `nothing-to-compare`.
    #[wasm_bindgen(skip_typescript)]
    pub fn reuse(&self, key: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let key = types::to_string(key, "key").map_err(throw)?;
        let options = types::reuse_options(&Options::new(options)).map_err(throw)?;
        let report = self.library.reuse(&key, &options).map_err(throw)?;
        to_js(&report::reuse_to_utf16(report, &self.library))
    }

    /// Writes documents in another form: `json`, where one key gives one document and several a list, or a form of
    /// [`ExportFormat`]. `options`: `{ at }`, the address of a paragraph.
    ///
    /// # Errors
    ///
    /// `unknown-key`, `bad-option`, `nothing-to-export`, `unknown-address`.
    #[wasm_bindgen(skip_typescript)]
    pub fn export(&self, keys: &JsValue, format: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let keys = types::to_strings(keys, "keys").map_err(throw)?;
        let format = types::to_string(format, "format").map_err(throw)?;
        if format != "json" {
            let format = ExportFormat::from_name(&format).map_err(throw)?;
            let at = Options::new(options).string("at").map_err(throw)?;
            let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
            return self.library.export(&keys, format, at.as_deref()).map(JsValue::from).map_err(throw);
        }
        let documents: Result<Vec<JsValue>, JsValue> = keys.iter().map(|key| self.get(&key.into())).collect();
        let documents = documents?;
        let value = match documents.as_slice() {
            [only] => only.clone(),
            all => all.iter().collect::<js_sys::Array>().into(),
        };
        let spaces = JsValue::from(2);
        js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &spaces).map(JsValue::from)
    }

    /// The scales of force that `parse` and `add` know, the default first: `[{ id, author, title, source,
    /// modifiers, ladders }]`.
    ///
    /// # Errors
    ///
    /// None of its own.
    #[wasm_bindgen(skip_typescript)]
    pub fn scales(&self) -> Result<JsValue, JsValue> {
        to_js(&crate::lexicon::scales())
    }

    /// Everything that was added, as a pack. What packs hold that are open is not in it.
    #[wasm_bindgen(skip_typescript)]
    #[must_use]
    pub fn pack(&self) -> js_sys::Uint8Array {
        js_sys::Uint8Array::from(self.library.pack().as_slice())
    }

    /// The texts that these keys lead to, as a pack.
    ///
    /// # Errors
    ///
    /// `bad-option`, `unknown-key`.
    #[wasm_bindgen(js_name = packOf, skip_typescript)]
    pub fn pack_of(&self, keys: &JsValue) -> Result<js_sys::Uint8Array, JsValue> {
        let keys = types::to_strings(keys, "keys").map_err(throw)?;
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        self.library.pack_of(&keys).map(|bytes| js_sys::Uint8Array::from(bytes.as_slice())).map_err(throw)
    }

    /// Takes texts out of a pack and adds them under the keys that they had there, in the order of `keys`: the keys under
    /// which something came in.
    ///
    /// # Errors
    ///
    /// `bad-option`, `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`; the library is then as it was.
    #[wasm_bindgen(skip_typescript)]
    pub fn restore(&mut self, pack: &js_sys::Uint8Array, keys: &JsValue) -> Result<JsValue, JsValue> {
        let keys = types::to_strings(keys, "keys").map_err(throw)?;
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        to_js(&self.library.restore(pack.to_vec(), &keys).map_err(throw)?)
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

    /// Takes every text out. Packs stay open.
    #[wasm_bindgen(skip_typescript)]
    pub fn clear(&mut self) {
        self.library.clear();
    }
}

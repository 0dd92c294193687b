//! Values on their way in and out: options, texts, results with their positions in UTF-16 units.

use std::borrow::Cow;

use js_sys::{Array, JSON, Number, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::diagnostic::{Diagnostic, Severity};
use crate::import::{FILE_ODDITIES, read_text};
use crate::library::{ListOptions, SourceText};
use crate::model::{Document, Format, Spans};
use crate::query::{Facet, SearchOptions, Sort};
use crate::quote::ReuseOptions;
use crate::text::{Span, Utf16Index};
use crate::{Error, ErrorKind, ParseOptions};

/// What `source` gives.
#[derive(Serialize)]
pub(super) struct SourceOut<'a> {
    pub(super) text: &'a str,
    pub(super) format: Format,
    /// Where each page begins, for texts that have pages.
    pub(super) pages: Option<Vec<u32>>,
}

/// What `source` gives of a text, its pages in UTF-16 units.
pub(super) fn source_out<'a>(source: &'a SourceText<'_>) -> SourceOut<'a> {
    let pages = source.pages();
    let index = (!pages.is_empty()).then(|| Utf16Index::new(&source.text));
    let pages =
        index.map(|index| pages.into_iter().map(|at| index.to_utf16(&source.text, Span::new(at, at)).start).collect());
    SourceOut { text: &source.text, format: source.format, pages }
}

/// A plain JavaScript value: objects for structs, `null` for what is not there.
///
/// It goes over as one text and is made there by the engine's own reader: making each object and each
/// string with a call of its own takes longer, and more code.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let written = serde_json::to_string(value).map_err(|error| js_sys::Error::new(&error.to_string()))?;
    JSON::parse(&written)
}

/// Changes every span in `value` from bytes of `text` to UTF-16 units.
pub(super) fn to_utf16(value: &mut impl Spans, text: &str, index: &Utf16Index) {
    value.for_each_span(&mut |span| *span = index.to_utf16(text, *span));
}

/// The document with every position in UTF-16 units.
pub(super) fn document_to_utf16(mut document: Document, text: &str) -> Document {
    let index = Utf16Index::new(text);
    to_utf16(&mut document, text, &index);
    document.source.length = index.to_utf16(text, Span::at(text.len(), text.len())).end;
    document
}

/// The text that was given as a string or as bytes. A surrogate without its partner counts as U+FFFD.
pub(super) fn to_text(value: &JsValue) -> Result<String, Error> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        return read_text(&bytes.to_vec()).map(Cow::into_owned);
    }
    Err(Error::new(ErrorKind::NotText { found: kind_of(value) }))
}

/// The string that was given for `name`.
pub(super) fn to_string(value: &JsValue, name: &'static str) -> Result<String, Error> {
    value.as_string().ok_or_else(|| bad(name, value, "a string"))
}

/// The list of strings that was given for `name`.
pub(super) fn to_strings(value: &JsValue, name: &'static str) -> Result<Vec<String>, Error> {
    let list = value.dyn_ref::<Array>().ok_or_else(|| bad(name, value, "a list of strings"))?;
    list.iter().map(|one| to_string(&one, name)).collect()
}

/// An object of options, or none.
pub(super) struct Options<'a>(&'a JsValue);

impl<'a> Options<'a> {
    pub(super) fn new(value: &'a JsValue) -> Self {
        Self(value)
    }

    /// The value of an option, where one is given that is neither `undefined` nor `null`.
    pub(super) fn get(&self, name: &str) -> Option<JsValue> {
        if !self.0.is_object() {
            return None;
        }
        let value = Reflect::get(self.0, &JsValue::from_str(name)).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(value)
    }

    /// An option that is a string.
    pub(super) fn string(&self, name: &'static str) -> Result<Option<String>, Error> {
        self.get(name).map(|value| to_string(&value, name)).transpose()
    }

    /// An option that is a list of strings; empty where it is not given.
    pub(super) fn strings(&self, name: &'static str) -> Result<Vec<String>, Error> {
        self.get(name).map_or_else(|| Ok(Vec::new()), |value| to_strings(&value, name))
    }

    /// An option that is true or false.
    pub(super) fn flag(&self, name: &'static str) -> Result<Option<bool>, Error> {
        let Some(value) = self.get(name) else { return Ok(None) };
        value.as_bool().ok_or_else(|| bad(name, &value, "true or false")).map(Some)
    }

    /// An option that is a count.
    pub(super) fn count(&self, name: &'static str) -> Result<Option<u32>, Error> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let fault = || bad(name, &value, "a whole number from 0");
        let number = value.as_f64().ok_or_else(fault)?;
        if number < 0.0 || number.fract() != 0.0 {
            return Err(fault());
        }
        #[expect(clippy::cast_sign_loss, reason = "it is not below 0, and past the largest count it means all")]
        Ok(Some(number as u32))
    }
}

/// Options of `parse` and `add`.
pub(super) fn parse_options(given: &Options) -> Result<ParseOptions, Error> {
    let mut options = ParseOptions::new();
    if let Some(code) = given.string("language")? {
        options = options.with_language(&code);
    }
    if let Some(body) = given.string("body")? {
        options = options.with_body(&body);
    }
    if let Some(format) = given.string("format")? {
        let known = "text, markdown, html, docx, pdf, akn or latex";
        options = options.with_format(Format::from_name(&format).ok_or_else(|| bad_text("format", &format, known))?);
    }
    if let Some(list) = given.get("diagnostics") {
        options = options.with_diagnostics(read_oddities(&list)?);
    }
    if let Some(name) = given.string("name")? {
        options = options.with_name(&name);
    }
    if let Some(url) = given.string("url")? {
        options = options.with_url(&url);
    }
    if let Some(date) = given.string("retrieved")? {
        options = options.with_retrieved(&date);
    }
    if let Some(scale) = given.string("scale")? {
        options = options.with_scale(&scale)?;
    }
    Ok(options)
}

/// What the reader of a file found odd, as it hands it over. What it does not know is left out.
fn read_oddities(list: &JsValue) -> Result<Vec<Diagnostic>, Error> {
    let list = list.dyn_ref::<Array>().ok_or_else(|| bad("diagnostics", list, "a list"))?;
    let one = |value: JsValue| {
        let given = Options::new(&value);
        let words = |name: &'static str| given.string(name).ok().flatten().unwrap_or_default();
        let code = FILE_ODDITIES.into_iter().find(|code| *code == words("code"))?;
        let severity = match words("severity").as_str() {
            "info" => Severity::Info,
            "warning" => Severity::Warning,
            _ => Severity::Error,
        };
        // Past the end is at the end.
        let at = if given.get("end").is_some_and(|end| end.is_truthy()) { u32::MAX } else { 0 };
        Some(Diagnostic { code, severity, span: Span::new(at, at), message: words("message"), help: words("help") })
    };
    Ok(list.iter().filter_map(one).collect())
}

/// Options of `list`.
pub(super) fn list_options(given: &Options) -> Result<ListOptions, Error> {
    let mut options = ListOptions::new();
    if let Some(limit) = given.count("limit")? {
        options = options.with_limit(limit);
    }
    if let Some(offset) = given.count("offset")? {
        options = options.with_offset(offset);
    }
    if let Some(packs) = given.flag("packs")? {
        options = options.with_packs(packs);
    }
    Ok(options)
}

/// Options of `search`.
pub(super) fn search_options(given: &Options) -> Result<SearchOptions, Error> {
    let mut options = SearchOptions::new();
    if let Some(limit) = given.count("limit")? {
        options = options.with_limit(limit);
    }
    if let Some(offset) = given.count("offset")? {
        options = options.with_offset(offset);
    }
    if let Some(sort) = given.string("sort")? {
        options = options.with_sort(Sort::from_name(&sort)?);
    }
    if let Some(strict) = given.flag("strict")? {
        options = options.with_strictness(strict);
    }
    if let Some(explain) = given.get("explain") {
        options =
            options.with_explanations(explain.as_bool().ok_or_else(|| bad("explain", &explain, "true or false"))?);
    }
    let names = given.strings("facets")?;
    let facets: Result<Vec<Facet>, Error> = names.iter().map(|name| Facet::from_name(name)).collect();
    Ok(options.with_facets(&facets?))
}

/// Options of `reuse`.
pub(super) fn reuse_options(given: &Options) -> Result<ReuseOptions, Error> {
    let mut options = ReuseOptions::new();
    if let Some(address) = given.string("address")? {
        options = options.with_address(&address);
    }
    if let Some(least) = given.count("least")? {
        options = options.with_least(least as usize);
    }
    if let Some(limit) = given.count("limit")? {
        options = options.with_limit(limit as usize);
    }
    Ok(options)
}

fn bad_text(name: &'static str, found: &str, expected: &'static str) -> Error {
    Error::new(ErrorKind::BadOption { name, found: found.chars().take(80).collect(), expected })
}

fn bad(name: &'static str, value: &JsValue, expected: &'static str) -> Error {
    let found = value.as_string().unwrap_or_else(|| kind_of(value));
    bad_text(name, &found, expected)
}

/// What a JavaScript value is, in words.
fn kind_of(value: &JsValue) -> String {
    if value.is_null() {
        return "null".to_owned();
    }
    // Written by JavaScript: Rust's own way to write fractions is large, and used nowhere else.
    if let Some(number) = value.dyn_ref::<Number>().and_then(|number| number.to_string_with_radix(10).ok()) {
        return format!("the number {}", String::from(number));
    }
    value.js_typeof().as_string().unwrap_or_else(|| "something unknown".to_owned())
}

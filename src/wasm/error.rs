//! The one place where an [`Error`] becomes a JavaScript one.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::Error;
use crate::text::{Span, Utf16Index};

/// A `WhereasError` with the error's code, and no place.
#[expect(clippy::needless_pass_by_value, reason = "`map_err` gives the error away")]
pub(super) fn throw(error: Error) -> JsValue {
    let span = error.span();
    build(&error, span)
}

/// A `WhereasError` whose place is counted in UTF-16 units of `request`, the text it points into.
pub(super) fn throw_in(error: &Error, request: &str) -> JsValue {
    let span = error.span().map(|span| Utf16Index::new(request).to_utf16(request, span));
    build(error, span)
}

fn build(error: &Error, span: Option<Span>) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("WhereasError");
    let place = |at: Option<u32>| at.map_or(JsValue::NULL, JsValue::from);
    set(&thrown, "code", &JsValue::from_str(error.code()));
    set(&thrown, "start", &place(span.map(|span| span.start)));
    set(&thrown, "end", &place(span.map(|span| span.end)));
    thrown.into()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A new error object takes every property, so there is nothing to report.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

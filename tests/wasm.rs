//! The bindings in a browser: values, positions in UTF-16 units, and errors with their codes.

#![cfg(all(target_arch = "wasm32", feature = "wasm"))]
#![expect(clippy::unwrap_used, reason = "a test that stops here has failed")]

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use whereas::wasm::Session;

wasm_bindgen_test_configure!(run_in_browser);

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap()
}

fn text_of(value: &JsValue, name: &str) -> String {
    get(value, name).as_string().unwrap()
}

fn only_key(added: &JsValue) -> JsValue {
    let keys: Array = get(added, "keys").unchecked_into();
    assert_eq!(keys.length(), 1);
    keys.get(0)
}

#[wasm_bindgen_test]
fn counts_the_length_of_a_text_in_utf16_units() {
    // Four bytes and two units for the sign, two bytes and one unit for the letter.
    let document = Session::new().parse(&"𝟙é".into(), &JsValue::UNDEFINED).unwrap();
    assert_eq!(text_of(&document, "schema"), "whereas/1");
    assert_eq!(get(&get(&document, "source"), "length").as_f64(), Some(3.0));
}

#[wasm_bindgen_test]
fn gives_back_the_text_that_was_added() {
    let mut session = Session::new();
    let text = "Recalling its resolution 77/18 – in Ғ";
    let key = only_key(&session.add(&text.into(), &JsValue::UNDEFINED).unwrap());
    assert_eq!(text_of(&session.source(&key).unwrap(), "text"), text);
    let bytes = Uint8Array::from(text.as_bytes());
    let second = only_key(&session.add(&bytes.into(), &JsValue::UNDEFINED).unwrap());
    assert_eq!(text_of(&session.source(&second).unwrap(), "text"), text);
    assert_ne!(key.as_string(), second.as_string());
}

#[wasm_bindgen_test]
fn throws_an_error_with_its_name_and_code() {
    let error = Session::new().get(&"un:ga:res:1/1@en".into()).unwrap_err();
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(text_of(&error, "name"), "WhereasError");
    assert_eq!(text_of(&error, "code"), "unknown-key");
    assert!(get(&error, "start").is_null());
}

#[wasm_bindgen_test]
fn refuses_bytes_that_are_no_text_and_keeps_the_library_as_it_was() {
    let mut session = Session::new();
    let bytes = Uint8Array::from(&[0x89, b'P', b'N', b'G', 0, 0, 0, 13, 0xff, 0xfe][..]);
    let error = session.add(&bytes.into(), &JsValue::UNDEFINED).unwrap_err();
    assert_eq!(text_of(&error, "code"), "not-text");
    let list: Array = session.list(&JsValue::UNDEFINED).unwrap().unchecked_into();
    assert_eq!(list.length(), 0);
}

#[wasm_bindgen_test]
fn reads_a_lone_surrogate_as_one_replacement_sign() {
    let lone: JsValue = js_sys::JsString::from_char_code1(0xd800).into();
    let mut session = Session::new();
    let key = only_key(&session.add(&lone, &JsValue::UNDEFINED).unwrap());
    assert_eq!(text_of(&session.source(&key).unwrap(), "text"), "\u{fffd}");
}

#[wasm_bindgen_test]
fn names_the_option_that_means_nothing() {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"format".into(), &"papyrus".into()).unwrap();
    let error = Session::new().parse(&"text".into(), &options.into()).unwrap_err();
    assert_eq!(text_of(&error, "code"), "bad-option");
    assert!(text_of(&error, "message").contains("papyrus"));
}

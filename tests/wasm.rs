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
    let options = object(&[("scale", "mine".into())]);
    let error = Session::new().parse(&"text".into(), &options).unwrap_err();
    assert_eq!(text_of(&error, "code"), "bad-option");
}

#[wasm_bindgen_test]
fn lists_the_scales_with_their_authors() {
    let scales: Array = Session::new().scales().unwrap().unchecked_into();
    assert_eq!(text_of(&scales.get(0), "id"), "whereas-1");
    assert_eq!(text_of(&scales.get(1), "author"), "Justin S. Gruenberg");
}

/// A resolution with signs of one, two, three and four bytes before what is looked for.
const RESOLUTION: &str = "A/RES/78/1\n\nThe General Assembly,\n\nRecalling « l’été » 🙂 第,\n\n1. Condemns 🙂 the acts of violence «là»;\n\n\
                          2. Decides to remain seized of the matter.\n";

fn object(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in pairs {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

fn strings(values: &[&str]) -> JsValue {
    values.iter().map(|value| JsValue::from_str(value)).collect::<Array>().into()
}

fn at(value: &JsValue, index: u32) -> JsValue {
    value.clone().unchecked_into::<Array>().get(index)
}

/// The part of `text` at a span, cut as JavaScript cuts.
#[expect(clippy::cast_sign_loss, reason = "no place is below 0")]
fn cut(text: &str, span: &JsValue) -> String {
    let place = |index| at(span, index).as_f64().unwrap() as u32;
    js_sys::JsString::from(text).slice(place(0), place(1)).into()
}

fn with_resolution() -> (Session, JsValue) {
    let mut session = Session::new();
    let key = only_key(&session.add(&RESOLUTION.into(), &JsValue::UNDEFINED).unwrap());
    (session, key)
}

fn code_of(result: Result<JsValue, JsValue>) -> String {
    text_of(&result.unwrap_err(), "code")
}

#[wasm_bindgen_test]
fn cuts_sources_and_snippets_at_their_spans() {
    let (session, key) = with_resolution();
    let options = object(&[("facets", strings(&["body"])), ("limit", 5.into())]);
    let found = session.search(&"« violence »".into(), &options).unwrap();
    assert_eq!(get(&get(&found, "total"), "value").as_f64(), Some(1.0));
    let hit = at(&get(&found, "hits"), 0);
    assert_eq!(get(&hit, "key"), key);
    let shown = at(&get(&hit, "paragraphs"), 0);
    assert_eq!(text_of(&shown, "address"), "op1");
    assert_eq!(cut(RESOLUTION, &get(&shown, "span")), "1. Condemns 🙂 the acts of violence «là»;");
    assert_eq!(cut(RESOLUTION, &get(&get(&shown, "lead"), "span")), "Condemns");
    assert_eq!(cut(&text_of(&shown, "snippet"), &at(&get(&shown, "matches"), 0)), "violence");
    assert_eq!(at(&at(&get(&get(&found, "facets"), "body"), 0), 0).as_string().as_deref(), Some("un"));
}

#[wasm_bindgen_test]
fn cuts_the_query_at_the_spans_of_chips_notes_and_errors() {
    let (session, _) = with_resolution();
    let query = "🙂 été \"é";
    let found = session.search(&query.into(), &JsValue::UNDEFINED).unwrap();
    assert_eq!(cut(query, &get(&at(&get(&found, "understood"), 0), "span")), "été");
    assert_eq!(cut(query, &get(&at(&get(&found, "notes"), 0), "span")), "\"é");
    let error = session.search(&query.into(), &object(&[("strict", true.into())])).unwrap_err();
    assert_eq!(text_of(&error, "code"), "bad-query");
    assert_eq!((get(&error, "start").as_f64(), get(&error, "end").as_f64()), (Some(7.0), Some(9.0)));
}

#[wasm_bindgen_test]
fn cuts_both_sides_of_a_check_at_their_spans() {
    let (mut session, key) = with_resolution();
    let article =
        "Assembly meets 🙂\n\nNEW YORK, 4 May 2021 (Agency) – The Assembly decided «to remain seized of the matter».";
    let against = object(&[("against", Array::of1(&key).into())]);
    let report = session.check(&article.into(), &against).unwrap();
    let quotation = at(&get(&report, "quotations"), 0);
    assert_eq!(text_of(&quotation, "verdict"), "verbatim");
    assert_eq!(cut(article, &get(&quotation, "span")), "to remain seized of the matter");
    assert_eq!(cut(RESOLUTION, &get(&get(&quotation, "source"), "span")), "to remain seized of the matter");
    let by_key = session.add(&article.into(), &JsValue::UNDEFINED).unwrap();
    let report = session.check(&only_key(&by_key), &against).unwrap();
    assert_eq!(cut(article, &get(&at(&get(&report, "quotations"), 0), "span")), "to remain seized of the matter");
}

#[wasm_bindgen_test]
fn completes_resolves_exports_and_removes() {
    let (mut session, key) = with_resolution();
    let completed = at(&session.complete(&"viol".into()).unwrap(), 0);
    assert_eq!((text_of(&completed, "text"), text_of(&completed, "kind")), ("violence".into(), "word".into()));
    let resolved = at(&session.resolve(&"A/RES/78/1, paragraph 2".into()).unwrap(), 0);
    assert_eq!((text_of(&resolved, "id"), text_of(&resolved, "address")), ("un:ga:res:78/1".into(), "op2".into()));
    let exported = session.export(&Array::of1(&key).into(), &"json".into(), &JsValue::UNDEFINED).unwrap();
    let document = js_sys::JSON::parse(&exported.as_string().unwrap()).unwrap();
    assert_eq!(js_sys::JSON::stringify(&document), js_sys::JSON::stringify(&session.get(&key).unwrap()));
    session.remove(&key).unwrap();
    assert_eq!(code_of(session.get(&key)), "unknown-key");
}

#[wasm_bindgen_test]
fn throws_every_code_and_goes_on() {
    let (mut session, key) = with_resolution();
    let nothing = JsValue::UNDEFINED;
    let option = |name: &str, value: JsValue| object(&[(name, value)]);
    for result in [
        session.search(&5.into(), &nothing),
        session.search(&"x".into(), &option("limit", (-1).into())),
        session.search(&"x".into(), &option("sort", "best".into())),
        session.search(&"x".into(), &option("facets", "body".into())),
        session.search(&"x".into(), &option("facets", strings(&["colour"]))),
        session.search(&"x".into(), &option("strict", "yes".into())),
        session.list(&option("limit", "all".into())),
        session.complete(&nothing),
        session.resolve(&JsValue::NULL),
        session.get(&nothing),
        session.source(&7.into()),
        session.export(&key, &"json".into(), &nothing),
        session.export(&strings(&["x"]), &"papyrus".into(), &nothing),
        session.check(&"x".into(), &option("against", key.clone())),
        session.add(&"x".into(), &option("language", 7.into())),
    ] {
        assert_eq!(code_of(result), "bad-option");
    }
    let missing = strings(&["un:ga:res:1/1@en"]);
    assert_eq!(code_of(session.export(&missing, &"json".into(), &nothing)), "unknown-key");
    assert_eq!(code_of(session.check(&"x".into(), &option("against", missing))), "unknown-key");
    assert_eq!(code_of(session.source(&"x".into())), "unknown-key");
    assert_eq!(text_of(&session.remove(&"x".into()).unwrap_err(), "code"), "unknown-key");
    assert_eq!(code_of(Session::new().check(&"x".into(), &nothing)), "nothing-to-compare");
    assert_eq!(code_of(session.parse(&nothing, &nothing)), "not-text");
    assert_eq!(code_of(session.add(&object(&[]), &nothing)), "not-text");
    assert_eq!(
        get(&session.search(&"violence".into(), &nothing).unwrap(), "hits").unchecked_into::<Array>().length(),
        1
    );
}

#[wasm_bindgen_test]
fn takes_lone_surrogates_wherever_a_text_may_stand() {
    let (session, _) = with_resolution();
    let lone: JsValue = js_sys::JsString::from_char_code2(0x61, 0xdc00).into();
    assert!(session.search(&lone, &JsValue::UNDEFINED).is_ok());
    assert!(
        session.complete(&lone).is_ok()
            && session.resolve(&lone).is_ok()
            && session.parse(&lone, &JsValue::UNDEFINED).is_ok()
    );
    assert!(session.check(&lone, &JsValue::UNDEFINED).is_ok());
    assert_eq!(code_of(session.get(&lone)), "unknown-key");
}

#[wasm_bindgen_test]
fn frees_a_session_and_then_throws() {
    let (session, _) = with_resolution();
    let value: JsValue = session.into();
    let call = |name: &str| {
        let method: js_sys::Function = get(&value, name).unchecked_into();
        method.call0(&value)
    };
    assert!(call("list").is_ok());
    assert!(call("free").is_ok());
    assert!(call("list").is_err());
}

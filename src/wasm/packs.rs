//! Packs in a session: whole in memory, or piece by piece as the host fetches them.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::Session;
use super::error::throw;
use super::types::to_js;
use crate::index::Pack;

/// Packs have numbers from 0 in the order in which they were opened; closing one moves those after it up. Lengths and
/// places in a file are bytes.
#[wasm_bindgen]
impl Session {
    /// Opens a pack whose bytes are all at hand: `{ length, resolutions, paragraphs, words, texts, bodies, languages,
    /// writer }`.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    #[wasm_bindgen(js_name = openPack, skip_typescript)]
    pub fn open_pack(&mut self, bytes: &Uint8Array) -> Result<JsValue, JsValue> {
        let pack = Pack::open(bytes.to_vec()).map_err(throw)?;
        let told = to_js(&pack.summary())?;
        self.library.archive_mut().add(pack);
        Ok(told)
    }

    /// Opens a pack of `length` bytes of which the beginning is at hand, as the last one or in the place of the pack `at`:
    /// the same as `openPack` gives, or how many bytes from the beginning it takes.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged`.
    #[wasm_bindgen(js_name = openPackPart, skip_typescript)]
    pub fn open_pack_part(&mut self, head: &Uint8Array, length: f64, at: Option<u32>) -> Result<JsValue, JsValue> {
        match Pack::open_part(&head.to_vec(), to_place(length)) {
            Ok(pack) => {
                let told = to_js(&pack.summary())?;
                match at {
                    Some(at) => _ = self.library.archive_mut().replace(at as usize, pack),
                    None => _ = self.library.archive_mut().add(pack),
                }
                Ok(told)
            }
            Err(Ok(needed)) => Ok(JsValue::from_f64(to_number(needed))),
            Err(Err(error)) => Err(throw(error)),
        }
    }

    /// Closes a pack.
    #[wasm_bindgen(js_name = closePack, skip_typescript)]
    pub fn close_pack(&mut self, pack: u32) {
        self.library.archive_mut().remove(pack as usize);
    }

    /// Takes bytes of a pack that were missing.
    #[wasm_bindgen(js_name = addPackBytes, skip_typescript)]
    pub fn add_pack_bytes(&mut self, pack: u32, at: f64, bytes: &Uint8Array) {
        self.library.archive_mut().add_bytes(pack as usize, to_place(at), &bytes.to_vec());
    }

    /// What the last call missed: for each range its pack, its first byte and the one after its last. Where there is any, what
    /// the call gave or threw is not to be used: it is made again when these have come.
    #[wasm_bindgen(js_name = takeMissing, skip_typescript)]
    #[must_use]
    pub fn take_missing(&self) -> Vec<f64> {
        let missing = self.library.archive().take_missing();
        let numbers = |one: &crate::library::PackRange| {
            [to_number(one.pack as u64), to_number(one.range.start), to_number(one.range.end)]
        };
        missing.iter().flat_map(numbers).collect()
    }

    /// The packs in which something was found that is not as it was written.
    #[wasm_bindgen(js_name = damagedPacks, skip_typescript)]
    #[must_use]
    pub fn damaged_packs(&self) -> Vec<u32> {
        let damaged = self.library.archive().packs().iter().zip(0..).filter(|(pack, _)| pack.check().is_err());
        damaged.map(|(_, number)| number).collect()
    }

    /// Gives fetched bytes back until no pack holds more than `most`.
    #[wasm_bindgen(js_name = trimPacks, skip_typescript)]
    pub fn trim_packs(&mut self, most: u32) {
        self.library.archive_mut().trim(most as usize);
    }
}

#[expect(clippy::cast_sign_loss, reason = "numbers below 0 become 0")]
const fn to_place(number: f64) -> u64 {
    number as u64
}

#[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
const fn to_number(place: u64) -> f64 {
    place as f64
}

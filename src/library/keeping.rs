//! A library that outlives its session: some of its texts as a pack, and texts of a pack taken in again.

use super::archive::find_doc;
use super::packing::to_pack;
use super::packs::{Unpacked, find_text, unpack};
use super::{Library, Place, TextCopy};
use crate::error::Error;
use crate::index::Pack;
use crate::text::sort;

impl Library {
    /// The texts that these keys lead to, each whole, as a pack.
    ///
    /// # Errors
    ///
    /// `unknown-key`.
    pub fn pack_of(&self, keys: &[&str]) -> Result<Vec<u8>, Error> {
        let mut copies: Vec<usize> = Vec::with_capacity(keys.len());
        for key in keys {
            copies.push(self.place(key)?.copy);
        }
        copies.sort_unstable();
        copies.dedup();
        let copies: Vec<&TextCopy> = copies.iter().filter_map(|&copy| self.copies.get(copy)?.as_ref()).collect();
        Ok(to_pack(&copies))
    }

    /// Takes texts out of a pack that [`Library::pack`] or [`Library::pack_of`] wrote and adds them in the order of these
    /// keys, under the keys that they had; gives those under which something came in. Keys that are here already are passed
    /// over, and so are those that the pack does not hold or no longer gives as they were written: what is damaged
    /// takes nothing else with it. Costs that of reading the texts again.
    ///
    /// # Errors
    ///
    /// `not-a-pack`, `pack-version`, `pack-cut`, `pack-damaged` where it can't be opened; the library is then as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::{Library, ParseOptions};
    ///
    /// let mut library = Library::new();
    /// let keys = library.add("A/RES/78/1\n\nThe General Assembly,\n\n1. Decides to meet.", &ParseOptions::new()).unwrap().keys;
    /// let mut again = Library::new();
    /// assert_eq!(again.restore(library.pack(), &[&keys[0], "nothing"]).unwrap(), keys);
    /// assert_eq!(again.get(&keys[0]).unwrap(), library.get(&keys[0]).unwrap());
    /// assert!(again.restore(library.pack(), &[&keys[0]]).unwrap().is_empty());
    /// ```
    pub fn restore(&mut self, bytes: Vec<u8>, keys: &[&str]) -> Result<Vec<String>, Error> {
        let pack = Pack::open(bytes)?;
        let mut wanted = keys.to_vec();
        sort(&mut wanted);
        let mut restored = Vec::new();
        for key in keys {
            if self.keys.contains_key(*key) {
                continue;
            }
            let found = match find_doc(&pack, key) {
                Some(doc) => unpack(&pack, doc),
                None => find_text(&pack, key),
            };
            if let Some(found) = found {
                self.keep(found, &wanted, &mut restored);
            }
        }
        Ok(restored)
    }

    /// Takes in a text; of its resolutions only those that are `wanted`, in order, and not here.
    fn keep(&mut self, found: Unpacked, wanted: &[&str], restored: &mut Vec<String>) {
        let Unpacked { text, document, options, mut keys, .. } = found;
        self.join_small();
        let copy = self.copies.len();
        for (at, key) in keys.iter_mut().enumerate() {
            if wanted.binary_search(&key.as_str()).is_err() || self.keys.contains_key(key) {
                key.clear();
                continue;
            }
            self.keys.insert(key.clone(), Place { copy, at });
            restored.push(key.clone());
            if let Some(resolution) = document.resolutions.get(at) {
                self.segments.add(resolution, Place { copy, at });
            }
        }
        self.copies.push(Some(TextCopy { text, document, options, keys }));
    }
}

#[cfg(test)]
mod tests {
    use crate::{Library, ParseOptions};

    const VOLUME: &str = "A/RES/78/1\n\n78/1. Lakes\n\nThe General Assembly,\n\n1. Decides to meet.\n\n\
        A/RES/78/2\n\n78/2. Rivers\n\nThe General Assembly,\n\n1. Decides to rest.\n";

    fn filled() -> (Library, Vec<String>) {
        let mut library = Library::new();
        let mut keys = library.add(VOLUME, &ParseOptions::new().with_name("volume.txt")).unwrap().keys;
        keys.extend(library.add("Nothing of note.", &ParseOptions::new()).unwrap().keys);
        keys.extend(library.add("Nothing of note.", &ParseOptions::new()).unwrap().keys);
        assert_eq!(keys.len(), 4, "{keys:?}");
        (library, keys)
    }

    fn refs(keys: &[String]) -> Vec<&str> {
        keys.iter().map(String::as_str).collect()
    }

    #[test]
    fn gives_every_text_back_with_its_document() {
        let (library, keys) = filled();
        let mut again = Library::new();
        assert_eq!(again.restore(library.pack_of(&refs(&keys)).unwrap(), &refs(&keys)).unwrap(), keys);
        for key in &keys {
            assert_eq!(again.get(key).unwrap(), library.get(key).unwrap());
            assert_eq!(again.source(key).unwrap(), library.source(key).unwrap());
        }
        assert_eq!(again.list(&super::super::ListOptions::new()), library.list(&super::super::ListOptions::new()));
        assert_eq!(again.pack(), library.pack());
    }

    #[test]
    fn leaves_out_what_was_taken_out_of_a_volume_since() {
        let (library, keys) = filled();
        let mut again = Library::new();
        let wanted = [keys[1].as_str(), keys[2].as_str()];
        assert_eq!(again.restore(library.pack(), &wanted).unwrap(), wanted);
        assert_eq!(again.len(), 2);
        assert_eq!(again.get(&keys[0]).unwrap_err().code(), "unknown-key");
        // The text is whole all the same, and goes into the next pack whole.
        let mut third = Library::new();
        third.restore(again.pack(), &wanted).unwrap();
        assert_eq!(third.source(&keys[1]).unwrap().text, VOLUME);
        assert_eq!(third.get(&keys[1]).unwrap(), library.get(&keys[1]).unwrap());
    }

    #[test]
    fn takes_what_is_whole_out_of_a_damaged_pack() {
        let (library, keys) = filled();
        let bytes = library.pack();
        let mut lost = 0;
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            let mut again = Library::new();
            let Ok(restored) = again.restore(damaged, &refs(&keys)) else {
                assert!(again.is_empty());
                continue;
            };
            for key in &restored {
                assert_eq!(again.source(key).unwrap(), library.source(key).unwrap(), "byte {at}");
            }
            lost += keys.len() - restored.len();
        }
        assert!(lost > 0);
        assert_eq!(library.pack_of(&["nothing"]).unwrap_err().code(), "unknown-key");
    }
}

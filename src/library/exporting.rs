//! Texts of the library in other forms.

use std::borrow::Cow;

use super::Library;
use crate::error::{Error, ErrorKind};
use crate::export::{ExportFormat, write};
use crate::model::Resolution;

impl Library {
    /// Writes resolutions in another form; see [`write`] for what `at` does.
    ///
    /// # Errors
    ///
    /// `unknown-key`; `nothing-to-export` for a text that holds no resolution; `unknown-address`.
    ///
    /// # Examples
    ///
    /// ```
    /// use whereas::export::ExportFormat;
    /// use whereas::{Library, ParseOptions};
    ///
    /// let mut library = Library::new();
    /// let text = "A/RES/59/1\n\nThe General Assembly,\n\n1. Welcomes the report.";
    /// let keys = library.add(text, &ParseOptions::new()).unwrap().keys;
    /// let reference = library.export(&[keys[0].as_str()], ExportFormat::Citation, None).unwrap();
    /// assert_eq!(reference, "General Assembly resolution 59/1.\n");
    /// ```
    pub fn export(&self, keys: &[&str], format: ExportFormat, at: Option<&str>) -> Result<String, Error> {
        let mut resolutions: Vec<Cow<Resolution>> = Vec::with_capacity(keys.len());
        for key in keys {
            let found = match self.resolution(key) {
                Ok(found) => found.map(Cow::Borrowed),
                Err(error) => self.find_in_packs(key)?.ok_or(error)?.into_resolution().map(Cow::Owned),
            };
            let key = key.chars().take(120).collect();
            resolutions.push(found.ok_or_else(|| Error::new(ErrorKind::NothingToExport { key }))?);
        }
        let resolutions: Vec<&Resolution> = resolutions.iter().map(AsRef::as_ref).collect();
        write(&resolutions, format, at)
    }
}

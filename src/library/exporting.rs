//! Texts of the library in other forms.

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
        let resolutions: Result<Vec<&Resolution>, Error> = keys
            .iter()
            .map(|key| {
                let found = self.resolution(key)?;
                let key = key.chars().take(120).collect();
                found.ok_or_else(|| Error::new(ErrorKind::NothingToExport { key }))
            })
            .collect();
        write(&resolutions?, format, at)
    }
}

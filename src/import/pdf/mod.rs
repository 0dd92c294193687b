//! PDF: the words of its pages, in the order in which people read them.
//!
//! A kept library draws the pages, and what it draws is collected letter by letter. Lines, columns and the gaps between
//! paragraphs are found from the places of the letters. Headers, page numbers and notes stay where they stand: the
//! grammar knows them.

mod layout;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

use crate::error::{Error, ErrorKind};
use layout::Letter;

/// The most pages that are read.
const MOST_PAGES: usize = 20_000;
/// The most letters that are read of a page.
const MOST_LETTERS: usize = 400_000;

/// What was read.
pub(super) struct Read {
    pub(super) text: String,
    /// Which pages have no text.
    pub(super) odd: Option<String>,
}

/// Reads the text of a PDF. Each page but the first begins behind a form feed. Cost is linear in what the pages draw.
///
/// # Errors
///
/// `encrypted-pdf`, `file-damaged`; `scanned-pdf` where no page has text.
pub(super) fn read(bytes: &[u8]) -> Result<Read, Error> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|fault| {
        Error::new(match fault {
            LoadPdfError::Decryption(_) => ErrorKind::EncryptedPdf,
            LoadPdfError::Invalid => ErrorKind::FileDamaged { found: "a PDF that is broken".to_owned() },
        })
    })?;
    let cache = InterpreterCache::new();
    let mut text = String::new();
    let mut empty: Vec<usize> = Vec::new();
    let pages = pdf.pages();
    for (number, page) in pages.iter().take(MOST_PAGES).enumerate() {
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let place = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(place, bounds, &cache, pdf.xref(), InterpreterSettings::default());
        let mut collector = Collector::default();
        interpret_page(page, &mut context, &mut collector);
        if number > 0 {
            text.push('\u{0C}');
        }
        if !collector.letters.iter().any(|letter| letter.words.chars().any(char::is_alphanumeric)) {
            // A blank page is none that is missing.
            if collector.images > 0 {
                empty.push(number + 1);
            }
            continue;
        }
        layout::write_page(collector.letters, number == 0, &mut text);
    }
    if !text.contains(char::is_alphanumeric) {
        return Err(Error::new(ErrorKind::ScannedPdf { pages: pages.len() }));
    }
    let odd = (!empty.is_empty()).then(|| {
        let listed: Vec<String> = empty.iter().take(12).map(usize::to_string).collect();
        let more = if empty.len() > listed.len() { " and others" } else { "" };
        format!("{} of {} pages are pictures without text: {}{more}", empty.len(), pages.len(), listed.join(", "))
    });
    Ok(Read { text, odd })
}

/// Collects the letters that a page draws.
#[derive(Default)]
struct Collector {
    letters: Vec<Letter>,
    images: usize,
}

impl Collector {
    fn push(&mut self, glyph: &Glyph<'_>, transform: Affine) {
        let Some(words) = glyph.as_unicode() else { return };
        let words = match words {
            BfString::Char(letter) => letter.to_string(),
            BfString::String(words) => words,
        };
        if self.letters.len() >= MOST_LETTERS || words.chars().all(char::is_control) {
            return;
        }
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let origin = transform * Point::ZERO;
        let end = transform * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
        let top = transform * Point::new(0.0, 1000.0);
        let (size, rise) = ((top.y - origin.y).abs(), (end.y - origin.y).abs());
        let all = [origin.x, origin.y, end.x, size];
        // What is turned stands beside the text: a stamp, a note at the edge.
        if !all.iter().all(|number| number.is_finite()) || size < 0.5 || rise > 0.2 * (end.x - origin.x).abs() + 0.01 {
            return;
        }
        let (from, to) = if origin.x <= end.x { (origin.x, end.x) } else { (end.x, origin.x) };
        self.letters.push(Letter { words, from, to, base: origin.y, size });
    }
}

impl Device<'_> for Collector {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.push(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.images += 1;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

//! Whereas reads the resolutions of international organisations.
//!
//! # Glossary
//!
//! These words mean one thing each, everywhere in the code, the schema and the app.
//!
//! | word | what it is |
//! |---|---|
//! | resolution | a formal text by which a body states its opinion or will |
//! | body, organ | the organisation (`un`, `oic`) and the part of it that speaks (`ga`, `cfm`) |
//! | symbol | the body's own name for a resolution: `A/RES/77/18`, `50/48-POL` |
//! | work, edition | the resolution itself; one copy of it in one language |
//! | masthead | what stands before the title |
//! | enacting sentence | the subject of all that follows: *The General Assembly,* |
//! | preambular paragraph (`pp`) | a consideration; begins with a participle |
//! | operative paragraph (`op`) | an opinion or action; begins with a finite verb |
//! | lead phrase | the words that say what a paragraph does: *Strongly condemns* |
//! | chapeau | the words of a paragraph before its list of sub-paragraphs |
//! | zone | the part of a resolution that a paragraph belongs to |
//! | address | a paragraph's name, derived from the text: `pp3`, `op12.b.ii` |
//! | act | one thing that a paragraph does; a paragraph may do several |
//! | force, ladder, scale | a step of strength; the row of steps it belongs to; the author's convention |
//! | stance | what a paragraph says of a work it cites |
//! | carrier | the lead phrase that governs a quoted passage |
//! | residue, noise | what a converter or a page left in the text |

pub mod article;
pub mod diagnostic;
mod error;
pub mod export;
pub mod extract;
pub mod grammar;
pub mod import;
pub mod index;
pub mod lexicon;
pub mod library;
pub mod model;
mod parse;
pub mod query;
pub mod quote;
pub mod resolve;
pub mod text;
#[cfg(feature = "wasm")]
pub mod wasm;
#[cfg(feature = "wasm-import")]
pub mod wasm_import;

pub use error::{Error, ErrorKind};
pub use library::Library;
pub use parse::{MOST_DIAGNOSTICS, ParseOptions, parse};

/// The examples of the README, which are compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct ReadmeExamples;

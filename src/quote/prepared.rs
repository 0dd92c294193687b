//! An article made ready for a check: what is asked of the texts before any is looked at.

use std::borrow::Cow;

use super::shortlist::MOST_TEXTS;
use crate::article::{Layout, read as read_article};
use crate::lexicon::Language;
use crate::model::{Article, Document};
use crate::text::Span;

/// One sentence is looked for in at most so many texts.
const MOST_TEXTS_OF_SENTENCE: usize = 256;

/// An article cut into its quotations.
pub(crate) struct Prepared<'a> {
    /// What the article was read as.
    pub(super) document: &'a Document,
    pub(super) layout: Layout<'a>,
    /// The article; whatever is given as one is read as one.
    pub(super) article: Cow<'a, Article>,
    /// Its language.
    pub(super) language: Language,
    /// Whether it is one sentence without marks, which is looked for as it stands.
    pub(super) is_sentence: bool,
}

impl<'a> Prepared<'a> {
    /// Reads `text`, from which `document` was read. Linear.
    pub(crate) fn new(text: &'a str, document: &'a Document) -> Self {
        let mut layout = Layout::new(text);
        let is_sentence = document.article.is_none() && layout.quote_sentence();
        let language = Language::from_code(document.language).unwrap_or(Language::En);
        let article =
            document.article.as_ref().map_or_else(|| Cow::Owned(read_article(text, language).0), Cow::Borrowed);
        Self { document, layout, article, language, is_sentence }
    }

    /// The text.
    pub(crate) const fn text(&self) -> &'a str {
        self.layout.text
    }

    /// The language of the article.
    pub(crate) const fn language(&self) -> Language {
        self.language
    }

    /// Where each quotation stands, without its marks.
    pub(crate) fn quotations(&self) -> impl Iterator<Item = Span> + '_ {
        self.layout.quotations.iter().map(|quoted| quoted.inner)
    }

    /// The ids of the works that it cites, each once.
    pub(crate) fn cited(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for id in self.article.citations.iter().filter_map(|citation| citation.target.as_deref()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// In how many texts one quotation is looked for.
    pub(crate) const fn most_texts(&self) -> usize {
        if self.is_sentence { MOST_TEXTS_OF_SENTENCE } else { MOST_TEXTS }
    }

    /// The ISO date that the article bears.
    pub(super) fn written(&self) -> Option<&str> {
        self.article.dateline.date.as_ref()?.id.as_deref()
    }
}

/// What was searched, where that is more than the texts that are looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Searched {
    /// How many texts.
    pub(crate) count: usize,
    /// Codes of the languages that they are in.
    pub(crate) languages: Vec<String>,
}

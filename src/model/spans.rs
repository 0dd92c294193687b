//! A walk over every span of a document, for the one place that changes their unit.

use super::{
    Act, Adoption, Article, Citation, Dating, Deadline, Document, Entity, Lead, Meeting, Paragraph, Place, Quotation,
    Report, Resolution, Session,
};
use crate::diagnostic::Diagnostic;
use crate::text::Span;

/// Something that holds spans into one text.
pub trait Spans {
    /// Gives every span to `change`, in no promised order. Costs one call a span.
    fn for_each_span(&mut self, change: &mut dyn FnMut(&mut Span));
}

/// Makes the walk from the list of a type's fields that hold spans.
macro_rules! walk {
    ($($type:ty { $($field:ident),* })*) => {$(
        impl Spans for $type {
            fn for_each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
                $( self.$field.for_each_span(change); )*
            }
        }
    )*};
}

impl Spans for Span {
    fn for_each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        change(self);
    }
}

impl<T: Spans> Spans for Option<T> {
    fn for_each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        if let Some(inside) = self {
            inside.for_each_span(change);
        }
    }
}

impl<T: Spans> Spans for Vec<T> {
    fn for_each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        for inside in self {
            inside.for_each_span(change);
        }
    }
}

walk! {
    Lead { span }
    Entity { span }
    Deadline { span }
    Act { lead, addressees, object, deadline, report }
    Paragraph { span, noise, lead, acts, actors }
    Citation { span }
    Session { span }
    Place { span }
    Dating { span }
    Adoption { span }
    Meeting { span }
    Resolution { span, session, place, dates, adoption, meeting, sponsors, reservations, paragraphs, citations }
    Quotation { span, speaker }
    Report { span, subject }
    Diagnostic { span }
    Document { resolutions, article, diagnostics }
}

impl Spans for Article {
    fn for_each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        self.headline.for_each_span(change);
        self.dateline.place.for_each_span(change);
        self.dateline.agency.for_each_span(change);
        self.dateline.date.for_each_span(change);
        self.sources.for_each_span(change);
        self.quotations.for_each_span(change);
        self.reports.for_each_span(change);
        self.citations.for_each_span(change);
    }
}

impl Document {
    /// The same document with every span changed by `change`.
    #[must_use]
    pub fn map_spans(mut self, mut change: impl FnMut(Span) -> Span) -> Self {
        self.for_each_span(&mut |span| *span = change(*span));
        self
    }
}

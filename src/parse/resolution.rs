//! From pieces to a resolution.

use super::{ParseOptions, acts, citations, dates, masthead, noise, oddities, short_fingerprint};
use crate::diagnostic::Diagnostic;
use crate::extract::{ActFact, Context, find_actors};
use crate::grammar::{Flow, Item, Piece, read_pieces};
use crate::lexicon::{Language, LeadMatch, Scale, find_neutral_rule, find_organ};
use crate::model::{Edition, Entity, Lead, Neutral, Paragraph, Resolution, Zone};
use crate::resolve::check_session;
use crate::text::Span;

/// Reads the resolution that the blocks of `item` hold; `None` where they have no paragraph of one.
pub(super) fn read_resolution(
    source: &str,
    flow: &Flow<'_>,
    item: Item,
    language: Language,
    options: &ParseOptions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Resolution> {
    let hinted = options.body.as_deref().and_then(find_organ);
    let (pieces, organ) = read_pieces(flow, item, language, hinted.map(|(body, _)| body));
    if !pieces.iter().any(|piece| matches!(piece.zone, Zone::Preamble | Zone::Operative)) {
        return None;
    }
    oddities::tell_oddities(flow, &pieces, diagnostics);
    let body = hinted.map(|(body, _)| body).or(organ.map(|organ| organ.body));
    let organ = hinted.and_then(|(_, organ)| organ).or(organ.map(|organ| organ.organ));
    let span = match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => flow.to_source(first.span.join(last.span)),
        _ => return None,
    };
    let whole = reach_of(source, flow, item);
    let own = whole.of(source).unwrap_or(source);
    let names = masthead::read_names(flow, &pieces);
    // A name that several organs share (*The General Assembly*) is told apart by the symbol.
    let owner =
        names.owner.filter(|owner| hinted.is_none() && body.is_none_or(|body| body != owner.body || organ.is_none()));
    let (body, organ) = owner.map_or((body, organ), |owner| (Some(owner.body), Some(owner.organ)));
    let (body, organ) = match body {
        Some(_) => (body, organ),
        None => masthead::read_speaker(flow, &pieces).map_or((None, None), |(body, organ)| (Some(body), organ)),
    };
    let unnamed = body.is_none() && masthead::is_council_form(&pieces, names.symbol.as_deref());
    let (body, organ) = if unnamed { (Some("un"), Some("sc")) } else { (body, organ) };
    let edition = masthead::read_edition(language.code(), &names);
    let context = Context { body, organ, ..Context::new(language) };
    let dates = dates::read_dates(flow, &pieces, &context, diagnostics);
    let (session, place) = masthead::read_session(flow, item, &pieces, &context);
    let session = session.or_else(|| masthead::read_counted_session(flow, &pieces));
    let year = dates.first().and_then(|dating| dating.iso.get(..4)).and_then(|year| year.parse().ok());
    let symbol = names.symbol.as_deref();
    let id = match (body, organ) {
        (Some("un"), Some("sc")) => masthead::council_id(symbol, year),
        _ => match (names.owner.filter(|owner| Some(owner.body) == body), symbol) {
            (Some(owner), Some(symbol)) if body != Some("un") => Some(masthead::owned_id(symbol, owner, &context)),
            _ => masthead::translated_id(names.heading.as_deref(), &context)
                .or_else(|| masthead::work_id(body, organ, symbol)),
        },
    };
    let id = id.unwrap_or_else(|| format!("text:{}", short_fingerprint(own)));
    let context = Context { session: session.as_ref().and_then(|session| session.ordinal), year, ..context };
    let acts = acts::read_acts(flow, &pieces, &context);
    let citations = citations::read_citations(flow, &pieces, &acts, &context, &id, diagnostics);
    dates::tell_impossible_dates(flow, &pieces, &context, diagnostics);
    if let (Some(body), Some(organ), Some(session)) = (body, organ, &session) {
        diagnostics.extend(check_session(&format!("{body}:{organ}"), session, &dates, &id));
    }
    let adoption = acts::read_adoption(flow, &pieces, &context);
    let scale = options.scale();
    let paragraphs =
        pieces.iter().zip(acts).map(|(piece, acts)| to_paragraph(source, flow, piece, acts, &context, scale)).collect();
    let paragraphs = noise::with_noise(source, flow, whole, paragraphs);
    Some(Resolution {
        key: edition_key(&id, &edition),
        id,
        symbol: names.symbol,
        heading: names.heading,
        container: names.container,
        body,
        organ,
        title: names.title,
        span,
        edition,
        session,
        place,
        dates,
        adoption,
        meeting: acts::read_meeting(flow, &pieces, &context),
        sponsors: acts::read_sponsors(flow, &pieces, &context),
        reservations: acts::read_reservations(flow, &pieces, &context),
        paragraphs,
        citations,
    })
}

/// Where an item begins and ends in the source: the first with the start of the text, the last with
/// its end.
fn reach_of(source: &str, flow: &Flow<'_>, item: Item) -> Span {
    let start_of = |at: usize| flow.blocks.get(at).map(|block| flow.to_source(block.span).start);
    let start = if item.from == 0 { 0 } else { start_of(item.from).unwrap_or(0) };
    Span::new(start, start_of(item.to).unwrap_or(source.len() as u32))
}

/// The work with language and, where one is printed, version.
fn edition_key(id: &str, edition: &Edition) -> String {
    let version = edition.version.as_deref().map_or_else(String::new, |version| format!(";{version}"));
    format!("{id}@{}{version}", edition.language)
}

fn to_paragraph(
    source: &str,
    flow: &Flow<'_>,
    piece: &Piece,
    acts: Vec<ActFact>,
    context: &Context<'_>,
    scale: &Scale,
) -> Paragraph {
    let span = flow.with_calls_behind(source, flow.to_source(piece.span));
    let lead = piece.lead.map(|(lead, found)| to_lead(flow, lead, found, context, scale));
    Paragraph {
        address: piece.address.clone(),
        zone: piece.zone,
        number: piece.number.map(|number| flow.words(number).to_owned()),
        depth: piece.depth,
        parent: piece.parent.clone(),
        span,
        text: flow.words(piece.words).to_owned(),
        noise: flow.residue_within(source, span),
        lead,
        acts: acts::to_acts(flow, piece, acts, context, scale),
        actors: read_actors(flow, piece, context),
    }
}

/// Whom a paragraph names, in bytes of the source.
fn read_actors(flow: &Flow<'_>, piece: &Piece, context: &Context<'_>) -> Vec<Entity> {
    if !matches!(piece.zone, Zone::Preamble | Zone::Operative | Zone::Continuation) {
        return Vec::new();
    }
    let actors = find_actors(flow.words(piece.words), context);
    let to_source = |span: Span| flow.to_source(span.shift(piece.words.start));
    actors.into_iter().map(|actor| Entity { span: to_source(actor.span), ..actor }).collect()
}

/// A lead phrase in bytes of the source, with its step on a scale.
pub(super) fn to_lead(flow: &Flow<'_>, span: Span, found: LeadMatch, context: &Context<'_>, scale: &Scale) -> Lead {
    let force = scale.force_of(&found);
    let rule = match (found.concept, context.body, context.organ) {
        (Some(concept), Some(body), Some(organ)) => find_neutral_rule(body, organ, concept),
        _ => None,
    };
    Lead {
        text: flow.words(span).to_owned(),
        span: flow.to_source(span),
        concept: found.concept.map(|concept| concept.id),
        family: found.concept.map(|concept| concept.family),
        ladder: force.ladder,
        polarity: found.concept.map_or(0, |concept| concept.polarity),
        force: force.step,
        scale: scale.id,
        neutral: rule.map(|source| Neutral { source }),
    }
}

/** The resolution's side of a check. */
import { html, nothing } from 'lit';
import { directionOf, mastheadSentence, nameOf, placeInWords } from '../language.js';
import { shown } from './article.js';
import { forceMark } from './force.js';
import { passage, shownRanges } from './passage.js';
import { standsIn } from './sentences.js';
import { clip, editsOn } from './wording.js';

/** @typedef {import('../types.d.ts').CheckHost} CheckHost */
/** @typedef {import('../types.d.ts').Held} Held */
/** @typedef {import('../types.d.ts').Opened} Opened */
/** @typedef {import('../types.d.ts').Finding} Finding */
/** @typedef {import('../types.d.ts').Paragraph} Paragraph */
/** @typedef {import('../types.d.ts').Coverage} Coverage */
/** @typedef {import('../types.d.ts').Span} Span */
/** @typedef {import('./passage.js').Layer} Layer */

/**
 * The sources that something was found in; the first where nothing was found in any.
 *
 * @param {Held} held
 */
export function usedSources(held) {
  const keys = new Set(held.check.quotations.flatMap((finding) => placesOf(finding).map((place) => place.key)));
  const used = held.sources.filter((source) => keys.has(source.key));
  return used.length ? used : held.sources.slice(0, 1);
}

/** Every place that a finding stands in. @param {Finding} finding */
function placesOf(finding) {
  if (finding.parts?.length) return finding.parts.map((part) => part.source);
  return finding.source ? [finding.source] : [];
}

/**
 * The layers that the findings lay over a source, no two wraps over the same words.
 *
 * @param {Held} held
 * @param {Opened} opened
 */
function layersOn(held, opened) {
  /** @type {Layer[]} */
  const wraps = [];
  /** @type {Layer[]} */
  const layers = [];
  /** @type {number[]} */
  const carets = [];
  for (const [index, finding] of held.check.quotations.entries()) {
    for (const place of placesOf(finding)) {
      if (place.key === opened.key) wraps.push({ span: [...place.span], kind: 'wrap', index });
    }
    if (finding.source?.key !== opened.key) continue;
    const edits = editsOn(finding, 'source');
    layers.push(...edits.layers);
    carets.push(...edits.carets);
  }
  wraps.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let end = -1;
  const apart = wraps.flatMap((wrap) => {
    const span = /** @type {Span} */ ([Math.max(wrap.span[0], end), wrap.span[1]]);
    if (span[0] >= span[1]) return [];
    [, end] = span;
    return [{ ...wrap, span }];
  });
  for (const { lead } of opened.resolution.paragraphs) if (lead) layers.push({ span: lead.span, kind: 'lead' });
  return { layers: [...apart, ...layers], carets };
}

/**
 * Which paragraphs of a source are quoted.
 *
 * @param {Coverage} coverage
 * @param {string} key
 * @returns {Coverage | null}
 */
function coverageOf(coverage, key) {
  if (!coverage.key || coverage.key === key) return coverage;
  return coverage.others?.find((one) => one.key === key) ?? null;
}

/**
 * A resolution beside the article: masthead as one sentence, then the text, each quoted passage a link to its finding.
 *
 * @param {CheckHost} host
 * @param {Held} held
 * @param {Opened} opened
 * @param {boolean} [whole] not shortened
 */
export function sourceColumn(host, held, opened, whole = false) {
  const { m } = host;
  const { resolution, text } = opened;
  const { language } = resolution.edition;
  const { layers, carets } = layersOn(held, opened);
  const quoted = layers.filter((layer) => layer.kind === 'wrap').map((layer) => layer.span);
  const unquoted = new Set(coverageOf(held.check.coverage, opened.key)?.unquoted);
  const wrap = (/** @type {number} */ index, /** @type {unknown} */ inside) => {
    const finding = held.check.quotations[index];
    return html`<a
      class="quotation"
      part="quotation"
      href=${host.findingLink(index)}
      data-source=${index + 1}
      data-verdict=${finding?.verdict ?? ''}
      aria-current=${index === host.chosen ? 'true' : nothing}
      @click=${(/** @type {MouseEvent} */ event) => host.choose(index, event)}
      >${inside}</a
    >`;
  };
  const words = (/** @type {Paragraph} */ paragraph) => {
    const ranges = shownRanges(text, paragraph);
    const part = whole ? { ranges } : shown(host, text, ranges, quoted, `${opened.key} ${paragraph.address}`);
    return passage({ source: text, ...part, layers, carets, wrap });
  };
  const theme = resolution.paragraphs.find((paragraph) => paragraph.zone === 'theme');
  const rest = resolution.paragraphs.filter(
    (paragraph) => paragraph !== theme && paragraph.zone !== 'noise' && paragraph.zone !== 'masthead',
  );
  let zone = '';
  return html`<section class="resolution" part="resolution" data-key=${opened.key} aria-label=${nameOf(m, resolution)}>
    <header class="col-head">
      <h2>${nameOf(m, resolution)}</h2>
      <p class="meta">
        ${mastheadSentence(m, resolution)}
        ${theme ? html`${m.theme_} <span lang=${language} dir=${directionOf(language)} data-address=${theme.address}>${words(theme)}</span>` : nothing}
      </p>
    </header>
    <div class="text">
      ${rest.map((paragraph) => {
        const part = partOf(paragraph);
        const heading = part && part !== zone ? html`<h3>${m[part]}</h3>` : nothing;
        if (part) zone = part;
        return html`${heading}${sourceParagraph(host, paragraph, language, words(paragraph), unquoted.has(paragraph.address))}`;
      })}
    </div>
  </section>`;
}

/** @param {Paragraph} paragraph @returns {'preamble' | 'operative' | 'annex' | null} */
function partOf({ zone }) {
  return zone === 'preamble' || zone === 'operative' || zone === 'annex' ? zone : null;
}

/**
 * A paragraph with its number and mark in the margin.
 *
 * @param {CheckHost} host
 * @param {Paragraph} paragraph
 * @param {string} language
 * @param {unknown} words
 * @param {boolean} unquoted
 */
function sourceParagraph({ m }, paragraph, language, words, unquoted) {
  const { zone, address, depth } = paragraph;
  const dir = directionOf(language);
  if (!partOf(paragraph)) {
    const kind = zone === 'title' ? 'res-title' : 'res-line';
    return html`<p class="words ${kind}" lang=${language} dir=${dir} data-zone=${zone} data-address=${address}>${words}</p>`;
  }
  return html`<div class="para" data-address=${address} data-depth=${Math.min(depth, 3)}>
    <span class="number"><span class="hidden">${placeInWords(m, address)}</span
      ><span aria-hidden="true">${shortPlace(m, paragraph)}</span> ${zone === 'operative' && depth === 0 ? forceMark(m, paragraph.lead) : nothing}</span>
    <div class="body"><p class="words" lang=${language} dir=${dir}>${words}</p>${unquoted ? html`<p class="unquoted">${m.notQuoted}</p>` : nothing}</div>
  </div>`;
}

/**
 * The number in the margin.
 *
 * @param {import('../language.js').Messages} m
 * @param {Paragraph} paragraph
 */
export function shortPlace(m, { address, number, zone, depth }) {
  if (depth > 0) return number ? `(${number})` : '';
  const found = /^pp(\d+)/.exec(address);
  if (zone === 'preamble' && found) return m.ppShort(found[1] ?? '');
  return number ?? '';
}

/**
 * The paragraph around the words that a finding stands on, shortened before and after.
 *
 * @param {Held} held
 * @param {Finding} finding
 */
export function sourceExcerpt(held, finding) {
  const where = standsIn(held, finding.source);
  if (!where) return nothing;
  const { opened, paragraph, place } = where;
  const { language } = opened.resolution.edition;
  const shown = paragraph ? shownRanges(opened.text, paragraph) : [place.span];
  const [from, to] = [shown[0]?.[0] ?? 0, shown.at(-1)?.[1] ?? 0];
  const start = place.span[0] - from > 140 ? opened.text.lastIndexOf(' ', place.span[0] - 60) + 1 : from;
  const after = opened.text.indexOf(' ', place.span[1] + 60);
  const end = to - place.span[1] > 140 && after > 0 ? after : to;
  const { layers, carets } = editsOn(finding, 'source');
  /** @type {Layer[]} */
  const over = [{ span: place.span, kind: 'quoted' }, ...layers];
  if (paragraph?.lead) over.push({ span: paragraph.lead.span, kind: 'lead' });
  return html`<span class="excerpt words" lang=${language} dir=${directionOf(language)} data-address=${place.address} data-verdict=${finding.verdict}
    >${start > from ? '[…] ' : ''}${passage({ source: opened.text, ranges: clip(shown, start, end), layers: over, carets })}${end < to ? ' […]' : ''}</span
  >`;
}

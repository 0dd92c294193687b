/** The article's side of a check. */
import { html, nothing } from 'lit';
import { dayInWords, directionOf, joinedParts } from '../language.js';
import { shorten } from './brief.js';
import { blocksOf, passage } from './passage.js';
import { labelOf } from './sentences.js';
import { editsOn } from './wording.js';

/** @typedef {import('../types.d.ts').CheckHost} CheckHost */
/** @typedef {import('../types.d.ts').Held} Held */
/** @typedef {import('./passage.js').Layer} Layer */
/** @typedef {import('../types.d.ts').Span} Span */

/**
 * The article with its quotations as links to their findings.
 *
 * @param {CheckHost} host
 * @param {Held} held
 * @param {(index: number) => unknown} [after] what is sewn in beneath a quotation
 */
export function articleColumn(host, held, after) {
  const { m } = host;
  const { text, document } = held.article;
  const { quotations } = held.check;
  /** @type {Layer[]} */
  const layers = [];
  /** @type {number[]} */
  const carets = [];
  for (const [index, finding] of quotations.entries()) {
    layers.push({ span: finding.span, kind: 'wrap', index });
    const edits = editsOn(finding, 'article');
    layers.push(...edits.layers);
    carets.push(...edits.carets);
  }
  const quoted = quotations.map((finding) => finding.span);
  const headline = document.article?.headline;
  if (headline) layers.push({ span: headline.span, kind: 'headline' });
  const wrap = (/** @type {number} */ index, /** @type {unknown} */ inside) => {
    const finding = quotations[index];
    if (!finding) return inside;
    const current = index === host.chosen;
    return html`<a
      class="quotation"
      part="quotation"
      href=${host.findingLink(index)}
      data-quotation=${index + 1}
      data-verdict=${finding.verdict}
      aria-current=${current ? 'true' : nothing}
      aria-describedby=${`verdict-${index + 1}`}
      @click=${(/** @type {MouseEvent} */ event) => host.choose(index, event)}
      >${inside}</a
    >`;
  };
  return html`<article class="article-col" part="article" aria-label=${m.article}>
    <header class="col-head">
      <h2>${m.article}</h2>
      <p class="meta">${provenance(host, held)}</p>
    </header>
    <div class="text words" lang=${document.language} dir=${directionOf(document.language)}>
      ${blocksOf(text).map(
        (block) =>
          html`<p class="block">${passage({ source: text, ...(quoted.length ? shown(host, text, [block], quoted, `article ${block[0]}`) : { ranges: [block] }), layers, carets, wrap, after })}</p>`,
      )}
    </div>
    <div hidden>
      ${quotations.map((finding, index) => html`<span id=${`verdict-${index + 1}`}>${labelOf(m, finding)}</span>`)}
    </div>
  </article>`;
}

/**
 * What of a paragraph is shown: all of it, or what stands beside its quotations with a button for the rest.
 *
 * @param {CheckHost} host
 * @param {string} text
 * @param {Span[]} ranges
 * @param {readonly Span[]} quoted
 * @param {string} name the paragraph's, so that it stays open
 */
export function shown(host, text, ranges, quoted, name) {
  if (host.whole || host.unfolded.has(name)) return { ranges };
  const brief = shorten(text, ranges, quoted);
  const sign = html` <button
      type="button"
      class="left-out"
      aria-label=${host.m.moreWords}
      title=${host.m.moreWords}
      @click=${() => {
        host.unfolded.add(name);
        host.update();
      }}
      >[…]</button
    > `;
  return { ranges: brief.shown, gaps: brief.left.map((span) => ({ span, sign })) };
}

/**
 * Agency, date, and whom the article names as its source.
 *
 * @param {Pick<CheckHost, 'm'>} host
 * @param {Held} held
 */
export function provenance({ m }, held) {
  const { article, source } = held.article.document;
  const { dateline, sources } = article ?? { dateline: null, sources: [] };
  const date = dateline?.date ? (dateline.date.id ? dayInWords(m, dateline.date.id) : dateline.date.text) : '';
  const first = joinedParts(m, [dateline?.agency?.text ?? '', date]);
  const named = sources[0] ? m.sourceNamed(sources[0].text) : '';
  return [first || source.name || '', named].filter(Boolean).join('. ');
}

/** The text of a resolution with both its margins. */
import { html, nothing } from 'lit';
import { directionOf, placeInWords } from '../language.js';
import { citationLink } from './citations.js';
import { copyWithReference, openExport } from './export.js';
import { forceWord } from './force.js';
import { oddSentence } from './odd.js';
import { passage, shownRanges } from './passage.js';
import { shortPlace } from './source.js';

/** @typedef {import('../types.d.ts').ReadHost} ReadHost */
/** @typedef {import('../types.d.ts').Opened} Opened */
/** @typedef {import('../types.d.ts').Paragraph} Paragraph */
/** @typedef {import('../types.d.ts').Diagnostic} Diagnostic */
/** @typedef {import('./passage.js').Layer} Layer */

/**
 * The text of a resolution: number in one margin, mark, citations and what is odd in the other.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function readerText(host, reading) {
  const { m } = host;
  const { resolution, document } = reading;
  const paragraphs = resolution.paragraphs.filter(isShown);
  let zone = '';
  return html`<div class="text reading">
    ${paragraphs.map((paragraph) => {
      const part = ['preamble', 'operative', 'annex'].includes(paragraph.zone)
        ? /** @type {'preamble' | 'operative' | 'annex'} */ (paragraph.zone)
        : null;
      const heading = part && part !== zone ? html`<h2>${m[part]}</h2>` : nothing;
      if (part) zone = part;
      const odd = document.diagnostics.filter(
        ({ span }) => span[0] >= paragraph.span[0] && span[1] <= paragraph.span[1],
      );
      return html`${heading}${row(host, reading, paragraph, odd)}`;
    })}
  </div>`;
}

/** Whether a paragraph has a row of its own; the masthead and the title stand above the text. @param {Paragraph} paragraph */
export function isShown({ zone }) {
  return zone !== 'noise' && zone !== 'masthead' && zone !== 'title';
}

/**
 * @param {ReadHost} host
 * @param {Opened} reading
 * @param {Paragraph} paragraph
 * @param {Diagnostic[]} odd
 */
function row(host, reading, paragraph, odd) {
  const { m } = host;
  const { address, zone, depth, lead, span } = paragraph;
  const { language } = reading.resolution.edition;
  const citations = reading.resolution.citations.filter(
    (citation) => citation.span[0] >= span[0] && citation.span[1] <= span[1],
  );
  /** @type {Layer[]} */
  const layers = citations.map((citation, index) => ({ span: citation.span, kind: 'wrap', index }));
  if (lead) layers.push({ span: lead.span, kind: 'lead' });
  for (const act of paragraph.acts.slice(lead ? 1 : 0)) layers.push({ span: act.lead.span, kind: 'lead' });
  const wrap = (/** @type {number} */ index, /** @type {unknown} */ inside) =>
    citations[index]
      ? citationLink(host, citations[index], inside, host.linkTo('read', reading.key, { tab: 'citations' }))
      : inside;
  const place = placeInWords(m, address);
  const counts = zone === 'preamble' || zone === 'operative' || zone === 'annex';
  const here = host.route.params.get('at') === address;
  return html`<div class="row" part="paragraph" data-address=${address} data-zone=${zone} data-depth=${Math.min(depth, 3)} tabindex="-1" aria-current=${here ? 'location' : nothing}>
    <div class="number" part="number">
      ${counts ? html`<a href=${host.linkTo('read', reading.key, { at: address })} title=${place}>${shortPlace(m, paragraph) || '·'}<span class="hidden"> ${place}</span></a>` : nothing}
    </div>
    <p class="body words" part="words" lang=${language} dir=${directionOf(language)}>${passage({ source: reading.text, ranges: shownRanges(reading.text, paragraph), layers, wrap })}</p>
    <div class="margin" part="margin">
      ${lead && counts ? forceWord(m, lead) : nothing}
      ${odd.map((one) => html`<p class="odd" data-code=${one.code}>${oddSentence(m, reading.text, one)}</p>`)}
      ${
        counts
          ? html`<button type="button" class="plain copy" aria-label=${`${m.copyReference}: ${place}`} @click=${() => copyWithReference(host, reading, paragraph)}>${m.copy}</button>
              <button type="button" class="plain copy" aria-label=${`${m.citeMore}: ${place}`} @click=${() => openExport(host, reading, address)}>${m.cite}</button>`
          : nothing
      }
    </div>
  </div>`;
}

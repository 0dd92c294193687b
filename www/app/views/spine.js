/** A resolution at a glance: one tick a paragraph. */
import { html, nothing } from 'lit';
import { placeInWords } from '../language.js';
import { forceMark } from './force.js';

/** @typedef {import('../language.js').Messages} Messages */
/** @typedef {import('../types.d.ts').Paragraph} Paragraph */

/** More ticks than this are drawn as bars alone. */
const CROWDED = 48;

/**
 * The paragraphs that a resolution is counted in.
 *
 * @param {readonly Paragraph[]} paragraphs
 */
export function counted(paragraphs) {
  return paragraphs.filter(({ zone, depth }) => depth === 0 && (zone === 'preamble' || zone === 'operative'));
}

/**
 * A resolution at a glance: one tick a paragraph, its shape what the paragraph does, its length how strongly.
 *
 * @param {object} given
 * @param {Messages} given.m
 * @param {readonly Paragraph[]} given.paragraphs
 * @param {(address: string) => string} [given.link] where a tick leads; without it the spine is a picture
 * @param {boolean} [given.across] laid along the line instead of down the page
 * @param {ReadonlySet<string>} [given.quoted] addresses that carry a dot
 * @param {string | null} [given.at] the address that is in view
 */
export function spine({ m, paragraphs, link, across = false, quoted, at = null }) {
  const ticks = counted(paragraphs);
  if (!ticks.length) return nothing;
  const classes = `spine ${across ? 'across' : 'down'} ${ticks.length > CROWDED ? 'crowded' : ''}`;
  const mark = (/** @type {Paragraph} */ paragraph) =>
    html`${forceMark(m, paragraph.lead)}${quoted?.has(paragraph.address) ? html`<span class="dot"></span>` : nothing}`;
  if (!link) {
    return html`<div class=${classes} part="spine" aria-hidden="true">
      ${ticks.map((paragraph) => html`<span class="tick ${paragraph.zone}">${mark(paragraph)}</span>`)}
    </div>`;
  }
  return html`<nav class=${classes} part="spine" aria-label=${m.spine}>
    ${ticks.map((paragraph) => {
      const place = placeInWords(m, paragraph.address);
      const lead = paragraph.lead ? `${place}: ${paragraph.lead.text}` : place;
      return html`<a
        class="tick ${paragraph.zone}"
        href=${link(paragraph.address)}
        data-tick=${paragraph.address}
        tabindex=${ticks.length > CROWDED ? -1 : 0}
        aria-label=${lead}
        title=${lead}
        aria-current=${at === paragraph.address ? 'location' : nothing}
        >${mark(paragraph)}</a
      >`;
    })}
  </nav>`;
}

/** What a resolution cites, and what cites it. */
import { html, nothing } from 'lit';
import { directionOf, placeInWords } from '../language.js';
import { citationDrawing } from './drawing.js';

/** @typedef {import('../types.d.ts').ReadHost} ReadHost */
/** @typedef {import('../types.d.ts').Opened} Opened */

/**
 * What a resolution cites, each with the words that govern it.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function citationList(host, reading) {
  const { m } = host;
  const { resolution } = reading;
  const { language } = resolution.edition;
  if (!resolution.citations.length) return html`<p class="state">${m.noCitations}</p>${citing(host)}`;
  return html`<div class="cites-room">
    <div>
    <h2>${m.cites}</h2>
    <ul class="cites">
      ${resolution.citations.map((citation) => {
        const likely = citation.basis.length > 0;
        const work = citation.target ? host.works.get(citation.target) : undefined;
        const named = work?.symbol ?? null;
        return html`<li>
          <p class="text words" lang=${language} dir=${directionOf(language)}>
            ${citationLink(host, citation, citation.text)}
          </p>
          <p class="meta">
            ${citation.under ? html`${m.under(citation.under)} · ` : nothing}${
              citation.by
                ? html`<a href=${host.linkTo('read', reading.key, { at: citation.by })}>${placeInWords(m, citation.by)}</a>`
                : nothing
            }${named && named !== citation.text ? html` · <bdi>${named}</bdi>` : nothing}${citation.target === resolution.id ? html` · ${m.thisText}` : nothing}
          </p>
          ${likely ? html`<details class="meta"><summary>${m.likely}</summary>${m.basis(citation.basis)}</details>` : nothing}
        </li>`;
      })}
    </ul>
    ${citing(host)}</div>
    ${citationDrawing(host, reading)}</div>`;
}

/** The texts of the library that cite this one. @param {ReadHost} host */
function citing(host) {
  const { m, citedBy } = host;
  if (!citedBy.length) return nothing;
  return html`<h2>${m.citedBy}</h2>
    <ul class="cites" id="cited-by">
      ${citedBy.map((hit) => {
        const [paragraph] = hit.paragraphs;
        const dir = directionOf(hit.language);
        return html`<li>
          <p class="text words" lang=${hit.language} dir=${dir}>
            <a href=${host.linkTo('read', hit.key, { at: paragraph?.address })}>${hit.title ?? hit.symbol ?? m.untitled}</a>
          </p>
          <p class="meta">
            <bdi>${hit.symbol ?? ''}</bdi>${
              paragraph
                ? html` · ${placeInWords(m, paragraph.address)}${paragraph.lead ? html` · <bdi lang=${hit.language}>${paragraph.lead.text}</bdi>` : nothing}`
                : nothing
            }
          </p>
        </li>`;
      })}
    </ul>`;
}

/**
 * A citation as a link: to the text where the library holds it, to the organisation's own copy where the core knows a
 * resolver, else to where it is said what the citation names.
 *
 * @param {ReadHost} host
 * @param {Opened['resolution']['citations'][number]} citation
 * @param {unknown} inside its words
 * @param {string | null} [otherwise]
 */
export function citationLink(host, citation, inside, otherwise = null) {
  const work = citation.target ? host.works.get(citation.target) : undefined;
  const title = work?.symbol ?? citation.target ?? nothing;
  const key = editionOf(host, work, citation.target);
  if (key) return html`<a class="citation here" href=${host.linkTo('read', key)} title=${title}>${inside}</a>`;
  if (work?.url) return awayLink(host, work.url, inside, title);
  return otherwise ? html`<a class="citation" href=${otherwise} title=${title}>${inside}</a>` : inside;
}

/**
 * A link to the organisation's own copy, in a window of its own.
 *
 * @param {import('../types.d.ts').Host} host
 * @param {string} url
 * @param {unknown} inside
 * @param {unknown} [title]
 */
export function awayLink({ m }, url, inside, title = nothing) {
  return html`<a class="citation away" rel="noopener noreferrer" target="_blank" href=${url} title=${title}>${inside}<span class="hidden"> (${m.opensAt(new URL(url).host)})</span></a>`;
}

/**
 * The edition of a work that is open here, that in the language of the text that is read before others.
 *
 * @param {ReadHost} host
 * @param {import('../types.d.ts').Resolved | undefined} work
 * @param {string | null} target
 */
function editionOf({ listed, route }, work, target) {
  const keys = work?.keys ?? listed.filter((one) => one.id === target).map((one) => one.key);
  const language = /@[a-z]+$/.exec(route.rest)?.[0] ?? '';
  return keys.find((key) => language && key.endsWith(language)) ?? keys[0];
}

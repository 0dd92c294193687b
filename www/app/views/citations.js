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
        return html`<li>
          <p class="text words" lang=${language} dir=${directionOf(language)}>
            ${citationLink(host, citation, citation.text)}
          </p>
          <p class="meta">
            ${citation.under ? html`${m.under(citation.under)} · ` : nothing}${
              citation.by
                ? html`<a href=${host.linkTo('read', reading.key, { at: citation.by })}>${placeInWords(m, citation.by)}</a>`
                : nothing
            }${citation.target ? html` · <bdi>${citation.target}</bdi>` : nothing}
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
 * A citation as a link: to the text where the library holds it, to the organisation's own copy where there is a known
 * one, else to where it is said what the citation names.
 *
 * @param {ReadHost} host
 * @param {Opened['resolution']['citations'][number]} citation
 * @param {unknown} inside its words
 * @param {string | null} [otherwise]
 */
export function citationLink(host, citation, inside, otherwise = null) {
  const open = host.listed.find((one) => one.id === citation.target);
  const title = citation.target ?? nothing;
  if (open) return html`<a class="citation here" href=${host.linkTo('read', open.key)} title=${title}>${inside}</a>`;
  const away = addressOf(citation.target);
  if (away) {
    return html`<a class="citation away" rel="noopener noreferrer" target="_blank" href=${away} title=${title}>${inside}<span class="hidden"> (${host.m.opensAt(new URL(away).host)})</span></a>`;
  }
  return otherwise ? html`<a class="citation" href=${otherwise} title=${title}>${inside}</a>` : inside;
}

/**
 * Where the organisation itself shows a work.
 *
 * @param {string | null} target
 */
function addressOf(target) {
  const [, organ, number] = /^un:(ga|sc|ecosoc|hrc):res:([\w/.() -]+)$/.exec(target ?? '') ?? [];
  if (!organ || !number) return null;
  const series = { ga: 'A/RES', sc: 'S/RES', ecosoc: 'E/RES', hrc: 'A/HRC/RES' }[organ];
  return `https://undocs.org/${series}/${number}`;
}

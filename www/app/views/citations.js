/** What a resolution cites, and what cites it. */
import { html, nothing } from 'lit';
import { directionOf, placeInWords } from '../language.js';

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
  return html`<h2>${m.cites}</h2>
    <ul class="cites">
      ${resolution.citations.map((citation) => {
        const open = host.listed.find((one) => one.id === citation.target);
        const likely = citation.basis.length > 0;
        return html`<li>
          <p class="text words" lang=${language} dir=${directionOf(language)}>
            ${open ? html`<a href=${host.linkTo('read', open.key)}>${citation.text}</a>` : elsewhere(citation)}
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
    ${citing(host)}`;
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
 * A citation of a text that is not open here, as a link to the organisation's own copy where there is a known one.
 *
 * @param {Opened['resolution']['citations'][number]} citation
 */
function elsewhere({ text, target }) {
  const [, organ, number] = /^un:(ga|sc|ecosoc|hrc):res:([\w/.() -]+)$/.exec(target ?? '') ?? [];
  if (!organ || !number) return text;
  const series = { ga: 'A/RES', sc: 'S/RES', ecosoc: 'E/RES', hrc: 'A/HRC/RES' }[organ];
  return html`<a class="away" rel="noopener noreferrer" target="_blank" href=${`https://undocs.org/${series}/${number}`}>${text}</a>`;
}

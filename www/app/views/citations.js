import { html, nothing } from 'lit';
import { directionOf, placeInWords } from '../language.js';
import { linkTo } from '../route.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../types.d.ts').Opened} Opened */

/**
 * What a resolution cites, each with the words that govern it.
 *
 * @param {App} app
 * @param {Opened} reading
 */
export function citationList(app, reading) {
  const { m } = app;
  const { resolution } = reading;
  const { language } = resolution.edition;
  if (!resolution.citations.length) return html`<p class="state">${m.noCitations}</p>`;
  return html`<h2>${m.cites}</h2>
    <ul class="cites">
      ${resolution.citations.map((citation) => {
        const open = app.listed.find((one) => one.id === citation.target);
        const likely = citation.basis.length > 0;
        return html`<li>
          <p class="text" lang=${language} dir=${directionOf(language)}>
            ${open ? html`<a href=${linkTo('read', open.key)}>${citation.text}</a>` : citation.text}
          </p>
          <p class="meta">
            ${citation.under ? html`${m.under(citation.under)} · ` : nothing}${
              citation.by
                ? html`<a href=${linkTo('read', reading.key, { at: citation.by })}>${placeInWords(m, citation.by)}</a>`
                : nothing
            }${citation.target ? html` · <bdi>${citation.target}</bdi>` : nothing}
          </p>
          ${likely ? html`<details class="meta"><summary>${m.likely}</summary>${m.basis(citation.basis)}</details>` : nothing}
        </li>`;
      })}
    </ul>`;
}

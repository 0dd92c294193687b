/** Queries that show what one can look for. */
import { html } from 'lit';

/** @typedef {import('../types.d.ts').Host} Host */

/** Each with what it asks. */
const QUERIES = /** @type {const} */ ([
  ['words', 'lighthouse* coasts'],
  ['phrase', '"territorial integrity"'],
  ['lead', 'lead:"takes note"'],
  ['asks', 'asks:>=6 to:"Secretary-General"'],
  ['dates', 'body:un date:2019..2022'],
  ['cites', 'cites:A/RES/217'],
  ['symbol', '78/1 para 3'],
]);

/**
 * The queries as links, each beside what it asks.
 *
 * @param {Pick<Host, 'm' | 'linkTo'>} host
 * @param {(event: Event) => void} [followed] what is done when one is followed
 */
export function queryList(host, followed = () => {}) {
  const { m } = host;
  return html`<dl class="queries">
    ${QUERIES.map(
      ([name, query]) =>
        html`<div><dt><a href=${host.linkTo('find', '', { q: query })} lang="en" dir="ltr" @click=${followed}><code>${query}</code></a></dt><dd>${m.helpQueries[name]}</dd></div>`,
    )}
  </dl>`;
}

/** The facts that an article states, beside what the resolution says. */
import { html, nothing } from 'lit';
import { dayInWords } from '../language.js';

/** @typedef {import('../types.d.ts').CheckHost} CheckHost */
/** @typedef {import('../language.js').Messages} Messages */
/** @typedef {import('../types.d.ts').Held} Held */
/** @typedef {Held['check']['claims'][number]} Claim */

/**
 * What the resolution says to a stated fact, in words.
 *
 * @param {Messages} m
 * @param {Claim} claim
 */
export function foundInWords(m, { kind, found }) {
  if (found === null) return '–';
  if (kind === 'organ') {
    const [body = '', organ = ''] = found.split(':');
    const named = m.organs[organ];
    const whose = m.bodies[body];
    return named && whose ? m.held(named, whose) : (named ?? whose ?? found);
  }
  if (kind === 'session-ordinal' && Number(found) > 0) return m.session(Number(found));
  if (kind === 'date') {
    const [from = found, to] = found.split('/');
    return dayInWords(m, from, to ?? null);
  }
  return found;
}

/**
 * The facts that the article states, each beside what the resolution says; those it cannot show are named in one line.
 *
 * @param {CheckHost} host
 * @param {Held} held
 */
export function claims({ m }, held) {
  const { claims: stated } = held.check;
  if (!stated.length) return nothing;
  const shown = stated.filter((claim) => claim.verdict !== 'unchecked');
  const open = stated.filter((claim) => claim.verdict === 'unchecked');
  return html`<section class="claims" id="claims" aria-labelledby="claims-title">
    <h2 id="claims-title">${m.claims}</h2>
    ${
      shown.length
        ? html`<table>
            <thead>
              <tr><td></td><th scope="col">${m.article}</th><th scope="col">${m.resolution}</th><td></td></tr>
            </thead>
            <tbody>${shown.map((claim) => row(m, claim))}</tbody>
          </table>`
        : nothing
    }
    ${open.length ? html`<p class="open-claims">${m.cannotShow(open.map((claim) => claim.stated))}</p>` : nothing}
  </section>`;
}

/** @param {Messages} m @param {Claim} claim */
function row(m, claim) {
  return html`<tr data-claim=${claim.kind} data-verdict=${claim.verdict}>
    <th scope="row">${m.claimKinds[claim.kind] ?? claim.kind}</th>
    <td data-label=${m.article}><bdi>${claim.stated}</bdi></td>
    <td data-label=${m.resolution}><bdi>${foundInWords(m, claim)}</bdi></td>
    <td class="verdict">${m.claimLabels[claim.verdict] ?? claim.verdict}</td>
  </tr>`;
}

import { html, nothing } from 'lit';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../types.d.ts').Held} Held */

/**
 * The facts that the article states, each beside what the resolution says.
 *
 * @param {App} app
 * @param {Held} held
 */
export function claims(app, held) {
  const { m } = app;
  const { claims: stated } = held.check;
  if (!stated.length) return nothing;
  return html`<section class="claims" aria-labelledby="claims-title">
    <h2 id="claims-title">${m.claims}</h2>
    <table>
      <thead>
        <tr><td></td><th scope="col">${m.article}</th><th scope="col">${m.resolution}</th><td></td></tr>
      </thead>
      <tbody>
        ${stated.map(
          (claim) => html`<tr data-claim=${claim.kind} data-verdict=${claim.verdict}>
            <th scope="row">${m.claimKinds[claim.kind] ?? claim.kind}</th>
            <td data-label=${m.article}><bdi>${claim.stated}</bdi></td>
            <td data-label=${m.resolution}><bdi>${claim.found ?? '–'}</bdi></td>
            <td class="verdict">${m.claimLabels[claim.verdict] ?? claim.verdict}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

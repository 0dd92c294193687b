/** The report of a check as it is printed and saved. */
import { html, nothing } from 'lit';
import { decisionOn } from '../decisions.js';
import { save } from '../files.js';
import { findingsTable } from '../findings-table.js';
import { languageInWords, mastheadSentence, nameOf, placeInWords } from '../language.js';
import { sign } from './apparatus.js';
import { provenance } from './article.js';
import { foundInWords } from './claims.js';
import { labelOf, sentencesOf } from './sentences.js';
import { articleWording, sourceWording } from './wording.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../types.d.ts').Held} Held */

/**
 * The report as it is printed: what was compared with what, each finding, and what could not be compared. It has
 * counts and no verdict on the whole.
 *
 * @param {App} app
 * @param {Held} held
 */
export function report(app, held) {
  const { m } = app;
  const { check, article, sources } = held;
  const open = check.claims.filter((claim) => claim.verdict === 'unchecked');
  const languageName = (/** @type {string} */ code) => (code === 'und' ? '–' : languageInWords(m, code));
  return html`<section class="report">
    <h2>${m.comparedWhat}</h2>
    <dl class="compared">
      <dt>${m.article}</dt>
      <dd>
        ${article.document.article?.headline?.text ?? article.document.source.name ?? ''} ·
        ${provenance(app, held)} · ${languageName(article.document.language)}<br />
        <span class="hash">${m.fingerprint} ${article.document.source.sha256}</span>
      </dd>
      ${sources.map(
        (source) => html`<dt>${nameOf(m, source.resolution)}</dt>
          <dd>
            ${source.resolution.title ?? ''} · ${mastheadSentence(m, source.resolution)} · ${languageName(source.resolution.edition.language)}<br />
            <span class="hash">${m.fingerprint} ${source.document.source.sha256}</span>
          </dd>`,
      )}
    </dl>
    ${check.searched > sources.length ? html`<p>${m.comparedToo(check.searched - sources.length)}</p>` : nothing}
    <h2>${m.findings}</h2>
    <ol class="findings">
      ${check.quotations.map((finding) => {
        const { main, aside } = sentencesOf(m, held, finding);
        const decision = decisionOn(held, finding);
        const source = sourceWording(held, finding, true);
        return html`<li data-verdict=${finding.verdict}>
          <p class="label">${sign(finding.verdict)} ${labelOf(m, finding)}${finding.source ? html` <span class="place">· ${placeInWords(m, finding.source.address)}</span>` : nothing}</p>
          <dl class="wordings">
            <dt>${m.article}</dt><dd>${articleWording(held, finding, true)}</dd>
            ${source && finding.edits.length ? html`<dt>${m.resolution}</dt><dd>${source}</dd>` : nothing}
          </dl>
          <p class="sentence">${main.join(' ')} ${aside.join(' ')}</p>
          ${decision.seen ? html`<p class="sentence">${m.ownDecision}: ${m.seen}</p>` : nothing}
          ${decision.aside ? html`<p class="sentence">${m.ownDecision}: ${m.asideSaid(decision.aside.note ? `${decision.aside.reason} (${decision.aside.note})` : decision.aside.reason)}</p>` : nothing}
        </li>`;
      })}
    </ol>
    ${
      check.coverage.unquoted.length
        ? html`<h2>${m.notQuoted}</h2>
          <p>${check.coverage.unquoted.map((address) => placeInWords(m, address)).join('; ')}.</p>`
        : nothing
    }
    ${
      check.claims.length
        ? html`<h2>${m.claims}</h2>
          <table class="stated">
            <thead><tr><td></td><th scope="col">${m.article}</th><th scope="col">${m.resolution}</th><td></td></tr></thead>
            <tbody>
              ${check.claims
                .filter((claim) => claim.verdict !== 'unchecked')
                .map(
                  (claim) =>
                    html`<tr><th scope="row">${m.claimKinds[claim.kind] ?? claim.kind}</th><td><bdi>${claim.stated}</bdi></td><td><bdi>${foundInWords(m, claim)}</bdi></td><td>${m.claimLabels[claim.verdict] ?? claim.verdict}</td></tr>`,
                )}
            </tbody>
          </table>
          ${open.length ? html`<p>${m.cannotShow(open.map((claim) => claim.stated))}</p>` : nothing}`
        : nothing
    }
    <p>${m.caution}</p>
  </section>`;
}

/**
 * Saves the findings in a file, each with what the reader decided about it: as the core gave them, or as a table.
 *
 * @param {Held} held
 * @param {'json' | 'csv'} form
 */
export function saveFindings(held, form) {
  const check = { ...held.check, quotations: decided(held) };
  if (form === 'json') save('findings.json', 'application/json', `${JSON.stringify(check, null, 2)}\n`);
  else save('findings.csv', 'text/csv', findingsTable(check, check.checked.name ?? 'article'));
}

/** The findings with the reader's decisions. @param {Held} held */
function decided(held) {
  return held.check.quotations.map((finding) => {
    const { seen, aside } = decisionOn(held, finding);
    if (!seen && !aside) return finding;
    return { ...finding, review: { decision: aside ? `aside: ${aside.reason}` : 'seen', note: aside?.note || null } };
  });
}

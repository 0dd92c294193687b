/** The strip at the foot that says what was found about one quotation. */
import { html, nothing } from 'lit';
import { decisionOn } from '../decisions.js';
import { placeInWords } from '../language.js';
import { labelOf, sentencesOf } from './sentences.js';
import { articleWording, sourceWording } from './wording.js';

/** @typedef {import('../types.d.ts').CheckHost} CheckHost */
/** @typedef {import('../types.d.ts').Held} Held */
/** @typedef {import('../types.d.ts').Finding} Finding */

/** The sign of a finding: a short piece of its thread. @param {string} verdict */
export function sign(verdict) {
  return html`<span class="sign" data-verdict=${verdict} aria-hidden="true"></span>`;
}

/**
 * A finding in words only, for the clipboard.
 *
 * @param {CheckHost} host
 * @param {Held} held
 * @param {Finding} finding
 */
export function findingAsText(host, held, finding) {
  const { m } = host;
  const { main, aside } = sentencesOf(m, held, finding);
  const source = held.sources.find((one) => one.key === finding.source?.key);
  const place = finding.source ? placeInWords(m, finding.source.address) : '';
  return [
    `${labelOf(m, finding)}.`,
    `${m.article}: “${finding.text.replace(/\s+/g, ' ')}”`,
    source && finding.source
      ? `${source.resolution.symbol ?? source.key}, ${place}: “${source.text.slice(...finding.source.span).replace(/\s+/g, ' ')}”`
      : '',
    [...main, ...aside].join(' '),
  ]
    .filter(Boolean)
    .join('\n');
}

/**
 * What the reader may do with a finding. The decision stands beside the finding, never in its place.
 *
 * @param {CheckHost} host
 * @param {Held} held
 * @param {Finding} finding
 */
export function findingActions(host, held, finding) {
  const { m } = host;
  return html`<div class="actions">
    <button type="button" class="plain" @click=${() => host.copy(findingAsText(host, held, finding))}>${m.copyFinding}</button>
    ${host.decides ? decisions(host, held, finding) : nothing}
  </div>`;
}

/** @param {CheckHost} host @param {Held} held @param {Finding} finding */
function decisions(host, held, finding) {
  const { m } = host;
  const { seen, aside, save } = decisionOn(held, finding);
  const decide = (/** @type {{ seen?: boolean, aside?: { reason: string, note: string } | null }} */ change) => {
    if (!save(change)) host.say(m.notKept);
    host.update();
  };
  return html`<button type="button" class="plain" aria-pressed=${seen} @click=${() => decide({ seen: !seen })}>
      ${seen ? `✓ ${m.seen}` : m.markSeen}
    </button>
    ${
      aside
        ? html`<span class="decision">${m.asideSaid(aside.note ? `${aside.reason} (${aside.note})` : aside.reason)}</span>
          <button type="button" class="plain" @click=${() => decide({ aside: null })}>${m.takeBack}</button>`
        : html`<details class="aside">
          <summary>${m.setAside}</summary>
          <form
            @submit=${(/** @type {SubmitEvent} */ event) => {
              event.preventDefault();
              const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
              decide({ aside: { reason: String(data.get('reason') ?? ''), note: String(data.get('note') ?? '') } });
            }}
          >
            <label>${m.asideReason} <select name="reason">${m.asideReasons.map((reason) => html`<option>${reason}</option>`)}</select></label>
            <label>${m.asideNote} <input name="note" autocomplete="off" maxlength="400" /></label>
            <button type="submit">${m.asideSave}</button>
          </form>
        </details>`
    }`;
}

/**
 * The strip at the foot: the label, the two wordings one above the other, what was found in plain sentences.
 *
 * @param {CheckHost} host
 * @param {Held} held
 * @param {number} index
 */
export function apparatus(host, held, index) {
  const { m } = host;
  const all = held.check.quotations.length;
  const finding = held.check.quotations[index];
  if (!finding) return nothing;
  const { main, aside } = sentencesOf(m, held, finding);
  const source = sourceWording(held, finding);
  return html`<section class="apparatus" part="apparatus" id="apparatus" data-verdict=${finding.verdict} aria-labelledby="apparatus-label">
    <div class="apparatus-head">
      <h2 id="apparatus-label" part="label" class="label">${sign(finding.verdict)} ${m.quotationOf(labelOf(m, finding), index + 1, all)}</h2>
      ${findingActions(host, held, finding)}
      <div class="walk">
        <button type="button" class="step" aria-label=${m.previous} @click=${() => host.step(-1)}><span class="chevron back"></span></button>
        <button type="button" class="step" aria-label=${m.next} @click=${() => host.step(1)}><span class="chevron"></span></button>
      </div>
    </div>
    <dl class="wordings">
      <dt>${m.article}</dt>
      <dd>${articleWording(held, finding)}</dd>
      ${source ? html`<dt>${m.resolution}</dt><dd>${source}</dd>` : nothing}
    </dl>
    <p class="sentence">${main.join(' ')} ${aside.length ? html`<span class="said">${aside.join(' ')}</span>` : nothing}</p>
  </section>`;
}

/** A finished check: both texts, the threads between them, and what was found about the quotation that is open. */
import { html, nothing } from 'lit';
import { nameOf, placeInWords } from '../language.js';
import { stateWords } from '../messages/states.js';
import { apparatus, findingActions, sign } from './apparatus.js';
import { articleColumn } from './article.js';
import { claims } from './claims.js';
import { labelOf, sentencesOf } from './sentences.js';
import { sourceColumn, sourceExcerpt, usedSources } from './source.js';
import { counted, spine } from './spine.js';

/** @typedef {import('../types.d.ts').CheckHost} CheckHost */
/** @typedef {import('../types.d.ts').Held} Held */

const ORDER = /** @type {const} */ ([
  'verbatim',
  'inflected',
  'altered',
  'spliced',
  'misattributed',
  'not-found',
  'unchecked',
]);

/**
 * What was found, counted, in one sentence.
 *
 * @param {import('../language.js').Messages} m
 * @param {Held} held
 */
export function checkSummary(m, { check }) {
  const n = check.quotations.length;
  if (!n)
    return html`<p class="summary" id="summary" part="summary">${stateWords(m).noQuotations(check.citations.length)}</p>`;
  const parts = ORDER.flatMap((code) => {
    const count = check.summary[code] ?? 0;
    return count ? [/** @type {[string, number]} */ ([code, count])] : [];
  });
  const { quoted, unquoted } = check.coverage;
  const all = wasCompared(check) ? quoted.length + unquoted.length : 0;
  return html`<p class="summary" id="summary" part="summary">
    <strong>${m.summaryHead(n)}</strong> ${m.summary(parts)} ${all ? m.unquoted(unquoted.length, all) : nothing}
  </p>`;
}

/** Whether anything of the article was held against a text. @param {Held['check']} check */
export function wasCompared({ quotations }) {
  return quotations.some(({ verdict, source }) => verdict !== 'unchecked' || source);
}

/**
 * Both texts, side by side where there is room and sewn together where there is not.
 *
 * @param {CheckHost} host
 * @param {Held} held
 */
export function checkColumns(host, held) {
  return host.narrow ? narrow(host, held) : wide(host, held);
}

/** @param {CheckHost} host @param {Held} held */
function wide(host, held) {
  return html`<div class="columns" id="columns">
      ${articleColumn(host, held)}
      <div class="thread-host" id="threads"></div>
      <div class="source-col" id="sources" tabindex="-1">
        ${usedSources(held).map((source) => sourceColumn(host, held, source))}
      </div>
      <div class="edge-tab" id="edge-tab" hidden></div>
    </div>
    ${below(host, held)}
    ${apparatus(host, held, host.chosen)}
    <p class="hidden" role="status" id="chosen-said">${host.entering ? nothing : chosenInWords(host, held)}</p>`;
}

/** What is said of the article as a whole, where it was held against anything. @param {CheckHost} host @param {Held} held */
function below(host, held) {
  if (!wasCompared(held.check)) return nothing;
  return html`${claims(host, held)}<p class="caution">${host.m.caution}</p>`;
}

/** What a screen reader is told when another finding is opened. @param {CheckHost} host @param {Held} held */
function chosenInWords({ m, chosen }, held) {
  const finding = held.check.quotations[chosen];
  if (!finding) return '';
  const { main } = sentencesOf(m, held, finding);
  return [`${m.quotationOf(labelOf(m, finding), chosen + 1, held.check.quotations.length)}.`, ...main].join(' ');
}

/** @param {CheckHost} host @param {Held} held */
function narrow(host, held) {
  const { m } = host;
  const { quotations, coverage } = held.check;
  const [first] = usedSources(held);
  const finding = quotations[host.chosen];
  return html`${
    first && counted(first.resolution.paragraphs).length
      ? html`<div class="spine-strip">
          ${spine({
            m,
            paragraphs: first.resolution.paragraphs,
            across: true,
            quoted: new Set(coverage.quoted),
            at: finding?.source?.address ?? null,
            link: (address) => host.linkTo('read', first.key, { at: address }),
          })}
        </div>`
      : nothing
  }
    <div class="columns">${articleColumn(host, held, (index) => sewn(host, held, index))}</div>
    ${first ? html`<p class="whole"><button type="button" @click=${() => host.showWhole()}>${m.showWhole}</button></p>` : nothing}
    ${below(host, held)}
    ${
      finding
        ? html`<div class="foot-bar" id="foot-bar">
          <button type="button" class="step" aria-label=${m.previous} @click=${() => host.step(-1)}><span class="chevron back"></span></button>
          <span class="where" role="status">${m.ofAll(host.chosen + 1, quotations.length)} · ${m.labels[finding.verdict]}</span>
          <button type="button" class="step" aria-label=${m.next} @click=${() => host.step(1)}><span class="chevron"></span></button>
        </div>`
        : nothing
    }
    <dialog class="whole-text" id="whole" aria-label=${first ? nameOf(m, first.resolution) : m.resolution}>
      <form method="dialog"><button>${m.close}</button></form>
      ${usedSources(held).map((source) => sourceColumn(host, held, source, true))}
    </dialog>`;
}

/**
 * The source sewn in beneath the quotation that is open.
 *
 * @param {CheckHost} host
 * @param {Held} held
 * @param {number} index
 */
function sewn(host, held, index) {
  if (index !== host.chosen) return nothing;
  const { m } = host;
  const finding = held.check.quotations[index];
  if (!finding) return nothing;
  const { main, aside } = sentencesOf(m, held, finding);
  const place = finding.source ? placeInWords(m, finding.source.address) : '';
  return html`<span class="sewn" part="apparatus" id="apparatus" role="group" aria-labelledby="apparatus-label" data-verdict=${finding.verdict} dir=${m.dir} lang=${m.code}>
    <span class="seam" aria-hidden="true"></span>
    <span class="label" part="label" id="apparatus-label">${sign(finding.verdict)} ${labelOf(m, finding)}</span>
    ${sourceExcerpt(held, finding)}
    <span class="sentence">${main.join(' ')} ${aside.join(' ')} ${place ? html`<span class="place">${place.charAt(0).toLocaleUpperCase(m.code) + place.slice(1)}.</span>` : nothing}</span>
    ${findingActions(host, held, finding)}
  </span>`;
}

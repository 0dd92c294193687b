/** The room Check: an article held against the resolutions it quotes. */
import { html, nothing } from 'lit';
import { nameOf, placeInWords } from '../language.js';
import { linkTo } from '../route.js';
import { apparatus, findingActions, sign } from '../views/apparatus.js';
import { articleColumn } from '../views/article.js';
import { claims } from '../views/claims.js';
import { sentence } from '../views/reader.js';
import { report, saveFindings } from '../views/report.js';
import { labelOf, sentencesOf } from '../views/sentences.js';
import { sourceColumn, sourceExcerpt, usedSources } from '../views/source.js';
import { counted, spine } from '../views/spine.js';
import { ownForm } from './own.js';

/** @typedef {import('../app.js').App} App */
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
 * The room where an article is held against the resolutions it quotes.
 *
 * @param {App} app
 */
export function checkRoom(app) {
  if (app.route.rest === 'own') return ownForm(app);
  const { held } = app;
  if (!held) return app.waiting();
  return html`<div class="check" data-room="check" data-view=${app.narrow ? 'narrow' : 'wide'}>
    ${head(app, held)} ${app.narrow ? narrow(app, held) : wide(app, held)} ${report(app, held)}
  </div>`;
}

/** @param {App} app @param {Held} held */
function head(app, held) {
  const { m } = app;
  const { check } = held;
  const n = check.quotations.length;
  const parts = ORDER.flatMap((code) => {
    const count = check.summary[code] ?? 0;
    return count ? [/** @type {[string, number]} */ ([code, count])] : [];
  });
  const { quoted, unquoted } = check.coverage;
  const all = quoted.length + unquoted.length;
  return html`<header class="room-head">
    <h1 id="title">${usedSources(held).length > 1 ? m.checkTitleMany : m.checkTitle}</h1>
    ${
      n
        ? html`<p class="summary" id="summary">
          <strong>${m.summaryHead(n)}</strong> ${m.summary(parts)} ${all ? m.unquoted(unquoted.length, all) : nothing}
        </p>`
        : html`<p class="summary" id="summary">${m.noQuotations}</p>`
    }
    ${unopened(app, held)} ${check.diagnostics.map((one) => html`<p class="state" data-code=${one.code}>${sentence(one)}</p>`)}
    <div class="links">
      <a href=${linkTo('check', 'own')} id="check-own">${m.own}</a>
      <details class="menu" id="report-menu">
        <summary>${m.report}</summary>
        <div class="card">
          <button type="button" class="plain" @click=${() => window.print()}>${m.print}</button>
          <button type="button" class="plain" @click=${() => saveFindings(held)}>${m.exportJson}</button>
        </div>
      </details>
      <button
        type="button"
        class="plain"
        id="whole-texts"
        aria-pressed=${app.whole}
        @click=${() => {
          app.whole = !app.whole;
          app.unfolded.clear();
          app.update();
        }}
      >${app.whole ? m.briefTexts : m.wholeTexts}</button>
      <span class="note">${held.example ? m.example : m.stays}</span>
    </div>
  </header>`;
}

/** Texts that the article names and that are not open. @param {App} app @param {Held} held */
function unopened(app, held) {
  const named = new Set(
    held.check.quotations.flatMap((finding) => (finding.named && !finding.named.open ? [finding.named.text] : [])),
  );
  if (!named.size) return nothing;
  return html`${[...named].map(
    (what) => html`<p class="state">${app.m.noSource(what)} <a href=${linkTo('read')}>${app.m.openText}</a></p>`,
  )}`;
}

/** @param {App} app @param {Held} held */
function wide(app, held) {
  const { m } = app;
  return html`<div class="columns" id="columns">
      ${articleColumn(app, held)}
      <div class="thread-host" id="threads"></div>
      <div class="source-col" id="sources" tabindex="-1">
        ${usedSources(held).map((source) => sourceColumn(app, held, source))}
      </div>
      <div class="edge-tab" id="edge-tab" hidden></div>
    </div>
    ${claims(app, held)}
    <p class="caution">${m.caution}</p>
    ${apparatus(app, held, app.chosen)}
    <p class="hidden" role="status" id="chosen-said">${app.entering ? nothing : chosenInWords(app, held)}</p>`;
}

/** What a screen reader is told when another finding is opened. @param {App} app @param {Held} held */
function chosenInWords({ m, chosen }, held) {
  const finding = held.check.quotations[chosen];
  if (!finding) return '';
  const { main } = sentencesOf(m, held, finding);
  return [`${m.quotationOf(labelOf(m, finding), chosen + 1, held.check.quotations.length)}.`, ...main].join(' ');
}

/** @param {App} app @param {Held} held */
function narrow(app, held) {
  const { m } = app;
  const { quotations, coverage } = held.check;
  const [first] = usedSources(held);
  const finding = quotations[app.chosen];
  return html`${
    first && counted(first.resolution.paragraphs).length
      ? html`<div class="spine-strip">
          ${spine({
            m,
            paragraphs: first.resolution.paragraphs,
            across: true,
            quoted: new Set(coverage.quoted),
            at: finding?.source?.address ?? null,
            link: (address) => linkTo('read', first.key, { at: address }),
          })}
        </div>`
      : nothing
  }
    <div class="columns">${articleColumn(app, held, (index) => sewn(app, held, index))}</div>
    ${first ? html`<p class="whole"><button type="button" @click=${() => app.showWhole()}>${m.showWhole}</button></p>` : nothing}
    ${claims(app, held)}
    <p class="caution">${m.caution}</p>
    ${
      finding
        ? html`<div class="foot-bar" id="foot-bar">
          <button type="button" class="step" aria-label=${m.previous} @click=${() => app.step(-1)}><span class="chevron back"></span></button>
          <span class="where" role="status">${m.ofAll(app.chosen + 1, quotations.length)} · ${m.labels[finding.verdict]}</span>
          <button type="button" class="step" aria-label=${m.next} @click=${() => app.step(1)}><span class="chevron"></span></button>
        </div>`
        : nothing
    }
    <dialog class="whole-text" id="whole" aria-label=${first ? nameOf(m, first.resolution) : m.resolution}>
      <form method="dialog"><button>${m.close}</button></form>
      ${usedSources(held).map((source) => sourceColumn(app, held, source, true))}
    </dialog>`;
}

/**
 * The source sewn in beneath the quotation that is open.
 *
 * @param {App} app
 * @param {Held} held
 * @param {number} index
 */
function sewn(app, held, index) {
  if (index !== app.chosen) return nothing;
  const { m } = app;
  const finding = held.check.quotations[index];
  if (!finding) return nothing;
  const { main, aside } = sentencesOf(m, held, finding);
  const place = finding.source ? placeInWords(m, finding.source.address) : '';
  return html`<span class="sewn" id="apparatus" role="group" aria-labelledby="apparatus-label" data-verdict=${finding.verdict} dir=${m.dir} lang=${m.code}>
    <span class="seam" aria-hidden="true"></span>
    <span class="label" id="apparatus-label">${sign(finding.verdict)} ${labelOf(m, finding)}</span>
    ${sourceExcerpt(held, finding)}
    <span class="sentence">${main.join(' ')} ${aside.join(' ')} ${place ? html`<span class="place">${place.charAt(0).toLocaleUpperCase(m.code) + place.slice(1)}.</span>` : nothing}</span>
    ${findingActions(app, held, finding)}
  </span>`;
}

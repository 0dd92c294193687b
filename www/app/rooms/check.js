/** The room Check: an article held against the resolutions it quotes. */
import { html, nothing } from 'lit';
import { archiveWords } from '../messages/archives.js';
import { linkTo } from '../route.js';
import { checkColumns, checkSummary } from '../views/check.js';
import { sentence } from '../views/reader.js';
import { report, saveFindings } from '../views/report.js';
import { usedSources } from '../views/source.js';
import { archivesCard } from './archives.js';
import { ownForm } from './own.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../types.d.ts').Held} Held */

/**
 * The room where an article is held against the resolutions it quotes.
 *
 * @param {App} app
 */
export function checkRoom(app) {
  if (app.route.rest === 'own') return ownForm(app);
  const { held } = app;
  // Where there are documents of one's own and nothing was checked yet, one begins.
  if (!held) return app.listed.length && !app.failed ? ownForm(app) : app.waiting();
  return html`<div class="check" data-room="check" data-view=${app.narrow ? 'narrow' : 'wide'}>
    ${head(app, held)} ${checkColumns(app, held)} ${held.example && app.desk ? archivesCard(app) : nothing} ${app.printing ? report(app, held) : nothing}
  </div>`;
}

/** @param {App} app @param {Held} held */
function head(app, held) {
  const { m } = app;
  const { check } = held;
  return html`<header class="room-head">
    <h1 id="title">${usedSources(held).length > 1 ? m.checkTitleMany : m.checkTitle}</h1>
    ${checkSummary(m, held)}
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
    (what) => html`<p class="state">${app.m.noSource(what)} <a href=${linkTo('read')}>${app.m.openText}</a>
      ${app.desk?.archives.open.length ? html` <a href=${linkTo('check', 'own')}>${archiveWords(app.m).lookInArchives}</a>` : nothing}</p>`,
  )}`;
}

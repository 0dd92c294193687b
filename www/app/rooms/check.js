/** The room Check: an article held against the resolutions it quotes. */
import { html, nothing } from 'lit';
import { directionOf } from '../language.js';
import { archiveWords } from '../messages/archives.js';
import { deskWords } from '../messages/desk.js';
import { linkTo } from '../route.js';
import { checkColumns, checkSummary, wasCompared } from '../views/check.js';
import { oddSentence } from '../views/odd.js';
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
  return html`<header class="room-head">
    ${title(m, held)}
    ${checkSummary(m, held)}
    ${unopened(app, held)} ${oddities(m, held)}
    <div class="links">
      <a href=${linkTo('check', 'own')} id="check-own">${m.own}</a>
      <details class="menu" id="report-menu">
        <summary>${m.report}</summary>
        <div class="card">
          <button type="button" class="plain" @click=${() => window.print()}>${m.print}</button>
          <button type="button" class="plain" @click=${() => saveFindings(held, 'json')}>${m.exportJson}</button>
          <button type="button" class="plain" @click=${() => saveFindings(held, 'csv')}>${m.exportCsv}</button>
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

/** The example is named by what it shows, an article of one's own by its headline. @param {App['m']} m @param {Held} held */
function title(m, held) {
  const { headline, language } = held.check.checked;
  const what = usedSources(held).length > 1 ? m.checkTitleMany : m.checkTitle;
  const sentence = held.check.diagnostics.some(({ code }) => code === 'single-sentence');
  if (sentence) return html`<h1 id="title">${deskWords(m).lookedFor}</h1>`;
  if (held.example || !headline || !wasCompared(held.check)) return html`<h1 id="title">${what}</h1>`;
  return html`<p class="kicker">${what}</p><h1 id="title" class="words" lang=${language} dir=${directionOf(language)}>${headline}</h1>`;
}

/** Said of the check by its summary, or by the title. */
const SAID = new Set(['no-quotations', 'single-sentence']);

/** What is odd about the two texts, and the works that an article without quotations names. @param {App['m']} m @param {Held} held */
function oddities(m, { check, sources, article }) {
  const s = deskWords(m);
  const damaged = check.quotations.some(({ reason }) => reason === 'damaged-copy');
  const places = sources.reduce((sum, { text }) => sum + (text.match(/\uFFFD+/g)?.length ?? 0), 0);
  return html`${check.diagnostics
    .filter(({ code }) => !SAID.has(code))
    .map(
      (one) =>
        html`<p class="state" data-code=${one.code}>${s.check[one.code] ?? oddSentence(m, article.text, one)}</p>`,
    )}${damaged ? html`<p class="state" id="damaged">${s.damaged(places)}</p>` : nothing}${
    check.quotations.length || !check.citations.length
      ? nothing
      : html`<nav class="cited-works" id="cited-works" aria-label=${s.citedHere}><ul>${check.citations.map(
          ({ text, target, key }) =>
            html`<li>${key || target ? html`<a href=${linkTo('read', key ?? target ?? '')}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`}</li>`,
        )}</ul></nav>`
  }`;
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

/** The room Read: one resolution in four tabs, or the list of what there is. */
import { html, nothing } from 'lit';
import { directionOf, placeInWords } from '../language.js';
import { linkTo } from '../route.js';
import { takeText } from '../take.js';
import { awayLink } from '../views/citations.js';
import { oddSentence } from '../views/odd.js';
import { exportButton, readView } from '../views/read.js';
import { libraryView } from './library.js';

/** @typedef {import('../app.js').App} App */

/**
 * The room where a resolution is read; without one, what there is to read.
 *
 * @param {App} app
 */
export function readRoom(app) {
  const { m, reading, missing, plain } = app;
  if (missing) {
    const { work, key } = missing;
    return html`<div class="plain-room" data-room="read" data-view="missing">
      <header class="room-head">
        <h1 id="title"><bdi>${work?.symbol ?? nameIn(key)}</bdi></h1>
        <p class="summary" role="alert">${m.notHere(whatIsMissing(app, missing))}</p>
        <div class="links">
          <a class="button" href=${linkTo('read')}>${m.openText}</a>
          ${work?.url ? html`<span>${awayLink(app, work.url, m.readAt(new URL(work.url).host))}</span>` : nothing}
        </div>
      </header>
    </div>`;
  }
  if (!app.route.rest) return libraryView(app);
  if (plain) return plainText(app, plain);
  if (!reading) return app.waiting();
  return readView(
    app,
    reading,
    html`<a href=${linkTo('check', 'own', { against: reading.key })}>${m.checkThis}</a>
      <a href=${linkTo('read')}>${m.library}</a>
      ${exportButton(app, reading)}`,
  );
}

/** How much of a text without a resolution is shown, in characters. */
const PLAIN = 200_000;

/**
 * A text in which no resolution was recognised: what was found instead, and the text as it is.
 *
 * @param {App} app
 * @param {NonNullable<App['plain']>} plain
 */
function plainText(app, { document, text }) {
  const { m } = app;
  return html`<div class="plain-room" data-room="read" data-view="plain">
    <header class="room-head">
      <h1 id="title">${document.article?.headline?.text ?? document.source.name ?? m.untitled}</h1>
      <p class="state">${m.notResolution}. ${document.diagnostics.slice(0, 3).map((one) => html`${oddSentence(m, text, one)} `)}</p>
      <div class="links">
        ${document.kind === 'article' ? html`<button type="button" @click=${() => takeText(app, text)}>${m.own}</button>` : nothing}
        <a href=${linkTo('read')}>${m.library}</a>
      </div>
    </header>
    <div class="text words as-it-is" lang=${document.language} dir=${directionOf(document.language)}>${text.slice(0, PLAIN)}${text.length > PLAIN ? ' […]' : ''}</div>
  </div>`;
}

/**
 * What a link points to, as far as the link itself says it.
 *
 * @param {App} app
 * @param {NonNullable<App['missing']>} missing
 */
function whatIsMissing({ m, route }, { key, work }) {
  const symbol = work?.symbol ?? nameIn(key);
  const address = route.params.get('at');
  return address ? m.placeOf(placeInWords(m, address), symbol) : symbol;
}

/** What a key that nothing is known of can be called. @param {string} key */
function nameIn(key) {
  return (
    key
      .replace(/@[a-z]+$/, '')
      .split(':')
      .at(-1) ?? key
  );
}

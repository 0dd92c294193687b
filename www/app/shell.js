/** The frame around every room. */

import { html, nothing } from 'lit';
import { dialogs, openDialog } from './dialogs.js';
import { LANGUAGES, sizeInWords } from './language.js';
import { archiveWords } from './messages/archives.js';
import { deskWords } from './messages/desk.js';
import { lockLine } from './rooms/archives.js';
import { checkRoom } from './rooms/check.js';
import { compareRoom } from './rooms/compare.js';
import { findRoom } from './rooms/find.js';
import { readRoom } from './rooms/read.js';
import { linkTo } from './route.js';
import { takePaste } from './take.js';
import { oneBox } from './views/box.js';

/** @typedef {import('./app.js').App} App */

const ROOMS = { find: findRoom, read: readRoom, check: checkRoom, compare: compareRoom };

/**
 * The frame of every page: the four rooms, the one box, the room itself, the foot.
 *
 * @param {App} app
 */
export function shell(app) {
  const { m, route } = app;
  return html`
    <a class="skip" href="#main" @click=${(/** @type {Event} */ event) => {
      event.preventDefault();
      document.getElementById('main')?.focus();
    }}>${m.skip}</a>
    <header class="bar">
      <a class="brand" href=${linkTo('check')} lang="en" dir="ltr">Whereas</a>
      <nav class="rooms" aria-label=${m.rooms}>
        ${
          /** @type {const} */ (['find', 'read', 'check', 'compare']).map(
            (room) =>
              html`<a href=${linkTo(room)} aria-current=${route.room === room ? 'page' : nothing} data-to=${room}>${m[room]}</a>`,
          )
        }
      </nav>
      ${oneBox(app, (event) => takePaste(app, event))}
    </header>
    <main id="main" tabindex="-1">${route.room === 'find' && !app.desk ? app.waiting() : ROOMS[route.room](app)}</main>
    ${foot(app)} ${notice(app)} ${dialogs(app)}
    ${app.dropping ? html`<div class="drop-veil"><p>${deskWords(m).dropHere}</p></div>` : nothing}
  `;
}

/** @param {App} app */
function foot(app) {
  const { m } = app;
  const chosenIn = (/** @type {Event} */ event) => /** @type {HTMLSelectElement} */ (event.target).value;
  return html`<footer class="foot">
    <p class="lock" id="lock">${lockLine(app)}</p>
    <div class="settings">
      <label>${m.language}
        <select id="language" @change=${(/** @type {Event} */ event) => app.chooseLanguage(chosenIn(event))}>
          ${Object.values(LANGUAGES).map(
            (one) => html`<option value=${one.code} lang=${one.code} ?selected=${one === m}>${one.name}</option>`,
          )}
        </select>
      </label>
      <button type="button" class="plain" id="show-settings" @click=${() => openDialog(app, 'settings')}>${m.settings}</button>
      <button type="button" class="plain" id="show-help" @click=${() => openDialog(app, 'help')}>${m.help}</button>
      <button type="button" class="plain" id="show-keys" @click=${() => openDialog(app, 'keys')}>${m.keysTitle}</button>
    </div>
  </footer>`;
}

/** @param {App} app */
function notice(app) {
  const { m, work } = app;
  return html`<div class="notice" id="notice" role="status" aria-live="polite">
    ${
      work
        ? html`<p>${work.bytes ? archiveWords(m).downloading(sizeInWords(m, work.done), sizeInWords(m, work.all), work.left) : m.working(work.done, work.all, work.left)}</p>
          ${work.stop ? html`<button type="button" id="stop" @click=${work.stop}>${m.stop}</button>` : nothing}`
        : nothing
    }
    ${
      app.notice && !work
        ? html`<p>${app.notice.text}</p>
          ${app.notice.action ? html`<button type="button" @click=${app.notice.action.run}>${app.notice.action.label}</button>` : nothing}`
        : nothing
    }
  </div>`;
}

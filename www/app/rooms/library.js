/** The user's documents: the list, and the ways to add to it and to take away. */
import { html, nothing } from 'lit';
import { storageLine } from '../dialogs.js';
import { dayInWords, directionOf } from '../language.js';
import { linkTo } from '../route.js';
import { forgetAll } from '../settings.js';
import { takeFiles, takeText } from '../take.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../types.d.ts').Listed} Listed */

/** How long a removed text can be brought back. */
const UNDO_MS = 10_000;

/**
 * What is on the desk: the list, and the ways to add to it.
 *
 * @param {App} app
 */
export function libraryView(app) {
  const { m } = app;
  if (!app.desk) return app.waiting();
  const own = app.listed.some((one) => !app.desk?.example.has(one.key));
  return html`<div class="library plain-room" data-room="read" data-view="library">
    <header class="room-head">
      <h1 id="title">${m.library}</h1>
      <div class="links">
        <input
          class="hidden"
          type="file"
          id="open-files"
          multiple
          @change=${(/** @type {Event} */ event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            takeFiles(app, [...(input.files ?? [])]).then(() => {
              input.value = '';
            });
          }}
        />
        <label class="button" for="open-files">${m.openFile}</label>
        <input
          class="hidden"
          type="file"
          id="open-folder"
          webkitdirectory
          @change=${(/** @type {Event} */ event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            takeFiles(app, [...(input.files ?? [])]).then(() => {
              input.value = '';
            });
          }}
        />
        <label class="button" for="open-folder">${m.openFolder}</label>
        <button type="button" id="paste-text" aria-expanded=${app.pasting} @click=${() => paste(app)}>${m.pasteText}</button>
        ${own ? html`<button type="button" class="plain" id="clear" @click=${() => clear(app)}>${m.clear}</button>` : nothing}
      </div>
      <label class="choice temporary"><input type="checkbox" id="temporary" .checked=${app.temporary} @change=${(/** @type {Event} */ event) => app.beTemporary(/** @type {HTMLInputElement} */ (event.target).checked)} /> <span>${m.temporary} <span class="note">${m.temporaryHint}</span></span></label>
      ${storageLine(app)}
    </header>
    ${app.pasting ? pasteForm(app) : nothing}
    ${app.listed.length ? html`<ul class="shelf" id="shelf">${app.listed.map((one) => line(app, one))}</ul>` : html`<p class="state">${m.libraryEmpty}</p>`}
  </div>`;
}

/** @param {App} app */
async function paste(app) {
  app.pasting = !app.pasting;
  app.update();
  await app.settled();
  document.getElementById('pasted')?.focus();
}

/** @param {App} app */
function pasteForm(app) {
  const { m } = app;
  return html`<form
    class="paste"
    @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      const text = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('text') ?? '');
      app.pasting = false;
      if (text.trim()) takeText(app, text);
      else app.say(m.pasteEmpty);
      app.update();
    }}
  >
    <label for="pasted">${m.pasteHint}</label>
    <textarea id="pasted" name="text" rows="8" dir="auto"></textarea>
    <div class="links"><button type="submit" class="strong">${m.add}</button></div>
  </form>`;
}

/** @param {App} app @param {Listed} one */
function line(app, one) {
  const { m } = app;
  const name = one.symbol ?? one.title ?? one.name ?? m.untitled;
  const facts = [
    one.body ? (m.bodies[one.body] ?? one.body.toUpperCase()) : '',
    one.symbol ?? '',
    one.date ? dayInWords(m, one.date) : '',
    one.name ?? '',
    app.desk?.example.has(one.key) ? m.exampleCollection : '',
    one.kind === 'unknown' || one.kind === 'article' ? m.notResolution : '',
  ].filter(Boolean);
  return html`<li data-key=${one.key}>
    <div>
      <h2><a class="words" href=${linkTo('read', one.key)} lang=${one.language} dir=${directionOf(one.language)}>${one.title ?? one.symbol ?? one.name ?? m.untitled}</a></h2>
      <p class="meta">${facts.map((fact, at) => html`${at ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>
    </div>
    <button type="button" class="plain remove" aria-label=${m.removeNamed(name)} @click=${() => remove(app, one.key, name)}>${m.remove}</button>
  </li>`;
}

/**
 * Takes a text off the list; for ten seconds it can be brought back.
 *
 * @param {App} app
 * @param {string} key
 * @param {string} name
 */
async function remove(app, key, name) {
  const { desk, m } = app;
  if (!desk) return;
  desk.hidden.add(key);
  app.listed = await desk.list();
  const timer = setTimeout(() => desk.remove(key).catch((error) => app.trouble(error)), UNDO_MS);
  app.say(m.removed(name), {
    label: m.undo,
    run: async () => {
      clearTimeout(timer);
      desk.hidden.delete(key);
      app.listed = await desk.list();
      app.notice = null;
      app.update();
    },
  });
  await app.settled();
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** Takes everything off the list; for ten seconds it can be brought back. @param {App} app */
async function clear(app) {
  const { desk, m } = app;
  if (!desk) return;
  const keys = app.listed.map((one) => one.key);
  for (const key of keys) desk.hidden.add(key);
  app.listed = await desk.list();
  const timer = setTimeout(() => {
    forgetAll('decision.');
    desk.clear().catch((error) => app.trouble(error));
  }, UNDO_MS);
  app.say(m.cleared, {
    label: m.undo,
    run: async () => {
      clearTimeout(timer);
      for (const key of keys) desk.hidden.delete(key);
      app.listed = await desk.list();
      app.notice = null;
      app.update();
    },
  });
}

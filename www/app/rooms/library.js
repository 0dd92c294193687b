/** The user's documents: the list, and the ways to add to it and to take away. */
import { html, nothing } from 'lit';
import { pastePage } from '../clipboard.js';
import { storageLine } from '../dialogs.js';
import { dayInWords, directionOf } from '../language.js';
import { noteLeaving } from '../leaving.js';
import { deskWords } from '../messages/desk.js';
import { linkTo } from '../route.js';
import { forgetAll } from '../settings.js';
import { takeFiles, takeText } from '../take.js';
import { archivesCard } from './archives.js';

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
  const { open, silent } = app.desk.archives;
  const own = app.listed.some((one) => !app.desk?.example.has(one.key)) || open.length + silent.length > 0;
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
      <label class="choice temporary"><input type="checkbox" id="temporary" .checked=${app.temporary} @change=${(/** @type {Event} */ event) => app.beTemporary(/** @type {HTMLInputElement} */ (event.target).checked)} /> <span>${m.temporary} <span class="note">${deskWords(m).temporaryHint}</span></span></label>
      ${storageLine(app)}
    </header>
    ${app.pasting ? pasteForm(app) : nothing}
    ${app.listed.length ? html`<div id="shelf">${shelves(app)}</div>` : html`<p class="state">${open.length ? deskWords(m).libraryNone : deskWords(m).libraryEmpty}</p>`}
    ${archivesCard(app)}
  </div>`;
}

/** The texts, those of a folder together under its name. @param {App} app */
function shelves(app) {
  const { m, listed, desk } = app;
  /** @type {Map<string, Listed[]>} */
  const groups = new Map();
  for (const one of listed) {
    const name = desk?.collections.get(one.key) ?? '';
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const list = (/** @type {Listed[]} */ texts) => html`<ul class="shelf">${texts.map((one) => line(app, one))}</ul>`;
  return [...groups].map(([name, texts]) => {
    if (!name) return list(texts);
    return html`<details class="collection" open>
      <summary><bdi>${name}</bdi> <span class="note">${m.results(texts.length)}</span></summary>
      <p><button type="button" class="plain" @click=${() =>
        takeOut(
          app,
          texts.map((one) => one.key),
          m.removed(name),
        )}>${m.removeNamed(name)}</button></p>
      ${list(texts)}
    </details>`;
  });
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
    <textarea id="pasted" name="text" rows="8" dir="auto" @paste=${(/** @type {ClipboardEvent} */ event) => pastePage(app, event)}></textarea>
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
    <button type="button" class="plain remove" aria-label=${m.removeNamed(name)} @click=${() => takeOut(app, [one.key], m.removed(name))}>${m.remove}</button>
  </li>`;
}

/**
 * Takes texts off the list; for ten seconds they can be brought back. What is brought along again meanwhile stays.
 *
 * @param {App} app
 * @param {string[]} keys
 * @param {string} said
 * @param {{ packs?: number[], more?: () => Promise<void> }} [besides] archives by their place on the shelf, and how all
 *   that goes with them is taken out for good
 */
async function takeOut(app, keys, said, { packs = [], more } = {}) {
  const { desk, m } = app;
  if (!desk) return;
  for (const key of keys) desk.hidden.add(key);
  const settled = noteLeaving({ keys, packs, decisions: more !== undefined });
  app.listed = await desk.list();
  const last = async () => {
    await desk.removeHidden(keys);
    await more?.();
    settled();
  };
  const timer = setTimeout(() => last().catch((error) => app.trouble(error)), UNDO_MS);
  app.say(said, {
    label: m.undo,
    run: async () => {
      clearTimeout(timer);
      settled();
      for (const key of keys) desk.hidden.delete(key);
      app.listed = await desk.list();
      app.notice = null;
      app.update();
    },
  });
  await app.settled();
  document.getElementById('main')?.focus({ preventScroll: true });
}

/** Takes everything off the list. @param {App} app */
function clear(app) {
  const { desk, listed, m } = app;
  const archives = [...(desk?.archives.open ?? []), ...(desk?.archives.silent ?? [])];
  const keys = listed.map((one) => one.key);
  return takeOut(app, keys, deskWords(m).cleared(keys.length, archives.length), {
    packs: archives.flatMap(({ kept }) => kept ?? []),
    more: async () => {
      forgetAll('decision.');
      for (const archive of archives) await desk?.archives.remove(archive);
      app.update();
    },
  });
}

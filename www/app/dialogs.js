/** The dialogs of the frame: settings, help, keys. */

import { html, nothing } from 'lit';
import { sizeInWords } from './language.js';
import { deskWords } from './messages/desk.js';
import { forceMark } from './views/force.js';
import { queryList } from './views/queries.js';

/** @typedef {import('./app.js').App} App */

/** A lead of each kind, for the legend of marks. */
const MARKS = /** @type {const} */ ([
  ['decides', 'decide', null, null],
  ['asks', 'direct', 'direct', 8],
  ['disapproves', 'eval-', 'censure', 7],
  ['supports', 'eval+', 'praise', 4],
  ['states', 'assert', 'assert', 4],
  ['refers', 'refer', null, null],
]);

/**
 * Shows a dialog of the frame.
 *
 * @param {App} app
 * @param {'settings' | 'help' | 'keys'} id
 */
export async function openDialog(app, id) {
  app.dialog = id;
  app.update();
  await app.settled();
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

const DIALOGS = { settings, help, keys };

/** The dialog of the frame that is open, if one is. @param {App} app */
export function dialogs(app) {
  return app.dialog ? DIALOGS[app.dialog](app) : nothing;
}

/** @param {App} app */
function settings(app) {
  const { m } = app;
  return html`<dialog id="settings" aria-labelledby="settings-title">
    <h2 id="settings-title">${m.settings}</h2>
    <label class="line">${m.theme}
      <select id="theme" @change=${(/** @type {Event} */ event) => app.chooseTheme(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${Object.entries(m.themes).map(([code, name]) => html`<option value=${code} ?selected=${code === app.theme}>${name}</option>`)}
      </select>
    </label>
    <fieldset class="scales">
      <legend>${m.scale}</legend>
      <p class="note">${deskWords(m).scaleHint}</p>
      ${app.scales.map(
        (one) => html`<label class="choice"
          ><input type="radio" name="scale" value=${one.id} .checked=${one.id === app.scale} @change=${() => app.chooseScale(one.id)} />
          <span><bdi>${one.author}</bdi> <span class="note" lang="en" dir="ltr">${one.title}. ${one.source}</span></span></label
        >`,
      )}
    </fieldset>
    <form method="dialog"><button>${m.close}</button></form>
  </dialog>`;
}

/** @param {App} app */
function help(app) {
  const { m } = app;
  const shut = (/** @type {Event} */ event) =>
    /** @type {HTMLElement} */ (event.currentTarget).closest('dialog')?.close();
  return html`<dialog id="help" class="help" aria-labelledby="help-title">
    <h2 id="help-title">${m.help}</h2>
    <h3>${m.helpFind}</h3>
    ${queryList(app, shut)}
    <h3>${m.helpMarks}</h3>
    <ul class="legend">
      ${MARKS.map(
        ([shape, family, ladder, force]) =>
          html`<li>${forceMark(m, { text: '', span: [0, 0], concept: null, family, ladder, polarity: 0, force, scale: 'whereas-1', neutral: null })} ${m.shapes[shape]}</li>`,
      )}
    </ul>
    <p class="note">${m.helpForce}</p>
    <h3>${m.helpLabels}</h3>
    <ul class="legend wide">
      ${Object.entries(m.labels).map(([code, label]) => html`<li><span class="sign" data-verdict=${code} aria-hidden="true"></span> ${label}</li>`)}
    </ul>
    <p><button type="button" id="show-example" @click=${(/** @type {Event} */ event) => {
      shut(event);
      app.showExample().then(
        () => app.go('check'),
        (error) => app.trouble(error),
      );
    }}>${m.showExample}</button></p>
    <h3>${m.about}</h3>
    <p>${deskWords(m).aboutWhat}</p>
    <p>${deskWords(m).aboutPrivacy}</p>
    <p class="note">${deskWords(m).aboutSources}</p>
    <form method="dialog"><button>${m.close}</button></form>
  </dialog>`;
}

/** @param {App} app */
function keys({ m }) {
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${m.keysTitle}</h2>
    <dl>${m.keys.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
    <form method="dialog"><button>${m.close}</button></form>
  </dialog>`;
}

/**
 * How much this browser keeps, in words; nothing where it does not say.
 *
 * @param {App} app
 */
export function storageLine({ m, storage }) {
  if (!storage) return nothing;
  return html`<p class="note" id="storage">${deskWords(m).storage(sizeInWords(m, storage.usage), sizeInWords(m, storage.quota))}</p>`;
}

/** The form by which one's own article is checked. */
import { html, nothing } from 'lit';
import { linkTo } from '../route.js';

/** @typedef {import('../app.js').App} App */

/**
 * “Check your own article”: the article, and what it is held against.
 *
 * @param {App} app
 */
export function ownForm(app) {
  const { m, draft } = app;
  const open = app.listed.filter((one) => one.kind !== 'article');
  return html`<form class="own plain-room" data-room="check" data-view="own" @submit=${(/** @type {Event} */ event) => submit(app, event)}>
    <header class="room-head">
      <h1 id="title">${m.ownTitle}</h1>
      <p class="summary">${m.ownLead}</p>
    </header>
    <div class="two">
      <div class="field">
        <label for="own-article">${m.ownArticle}</label>
        <textarea
          id="own-article"
          name="article"
          rows="16"
          dir="auto"
          .value=${draft.article}
          @input=${(/** @type {Event} */ event) => {
            draft.article = /** @type {HTMLTextAreaElement} */ (event.target).value;
          }}
        ></textarea>
      </div>
      <div class="field">
        <fieldset>
          <legend>${m.ownAgainst}</legend>
          ${choices(app, open)}
        </fieldset>
        <label for="own-resolution">${m.ownResolution}</label>
        <textarea
          id="own-resolution"
          name="resolution"
          rows="6"
          dir="auto"
          .value=${draft.resolution}
          @input=${(/** @type {Event} */ event) => {
            draft.resolution = /** @type {HTMLTextAreaElement} */ (event.target).value;
          }}
        ></textarea>
        <p class="file">
          <input class="hidden" type="file" id="own-file" @change=${(/** @type {Event} */ event) => fromFile(app, event)} />
          <label class="button" for="own-file">${m.ownFile}</label>
        </p>
      </div>
    </div>
    <p class="trouble" role="alert">${draft.trouble}</p>
    <div class="links">
      <button type="submit" class="strong" id="own-check">${m.ownCheck}</button>
      <a href=${linkTo('check')}>${m.cancel}</a>
      <span class="note">${m.stays}</span>
    </div>
  </form>`;
}

/** More resolutions than this are offered as one choice. */
const FEW = 12;

/**
 * What the article can be held against.
 *
 * @param {App} app
 * @param {App['listed']} open
 */
function choices({ m, route }, open) {
  if (!open.length) return html`<p class="state">${m.ownNone}</p>`;
  const wanted = route.params.get('against');
  const shown = open.length > FEW ? open.filter((one) => one.key === wanted) : open;
  return html`${
    open.length > FEW
      ? html`<label class="choice"><input type="checkbox" name="all" ?checked=${!shown.length} /> <span>${m.ownAll(open.length)}</span></label>`
      : nothing
  }${shown.map(
    (one) => html`<label class="choice"
      ><input type="checkbox" name="against" value=${one.key} ?checked=${shown.length === 1} />
      <span dir="auto">${one.symbol ? html`<bdi>${one.symbol}</bdi> ` : nothing}${one.title ?? one.name ?? m.untitled}</span></label
    >`,
  )}`;
}

/** @param {App} app @param {Event} event */
async function fromFile(app, event) {
  const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
  await app.ready;
  if (!file || !app.desk) return;
  try {
    await app.desk.take(file, file.name);
    app.listed = await app.desk.list();
  } catch (error) {
    app.draft.trouble = `${app.m.noFile(file.name)} ${error instanceof Error ? error.message : ''}`;
  }
  app.update();
}

/** @param {App} app @param {Event} event */
async function submit(app, event) {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
  await app.ready;
  const { m, draft, desk } = app;
  if (!desk) return;
  const keys = data.has('all')
    ? app.listed.filter((one) => one.kind !== 'article').map((one) => one.key)
    : data.getAll('against').map(String);
  const refuse = (/** @type {string} */ said) => {
    draft.trouble = said;
    app.update();
  };
  if (!draft.article.trim()) return refuse(m.ownEmpty);
  if (draft.resolution.trim() === draft.article.trim()) return refuse(`${m.sameText} ${m.chooseAnother}.`);
  if (!draft.resolution.trim() && !keys.length) return refuse(m.ownNoSource);
  try {
    if (draft.resolution.trim()) {
      const read = await desk.parse(draft.resolution);
      if (!read.resolutions.length) return refuse(read.diagnostics[0]?.message ?? m.notResolution);
      const taken = await desk.take(draft.resolution, null);
      keys.push(...taken.keys.filter((key) => !keys.includes(key)));
      draft.resolution = '';
      app.listed = await desk.list();
    }
    const here = new Set(app.listed.map((one) => one.key));
    app.held = await desk.hold(
      draft.article,
      keys.filter((key) => here.has(key)),
    );
    app.chosen = 0;
    app.entering = true;
    draft.trouble = '';
    app.go('check');
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The form by which one's own article is checked. */

import { html, nothing } from 'lit';
import { pastePage } from '../clipboard.js';
import { deskWords } from '../messages/desk.js';
import { linkTo } from '../route.js';
import { unread } from '../take.js';

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
      <p class="summary">${deskWords(m).ownLead}</p>
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
          @paste=${(/** @type {ClipboardEvent} */ event) => pastePage(app, event)}
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
          @paste=${(/** @type {ClipboardEvent} */ event) => pastePage(app, event)}
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
function choices({ m, route, reading, desk }, open) {
  const archives = desk?.archives.open.length ?? 0;
  const wanted = route.params.get('against');
  // A text of an archive is not on the list.
  const far = wanted && reading?.key === wanted && !open.some((one) => one.key === wanted) ? [reading.resolution] : [];
  if (!open.length && !far.length && !archives) return html`<p class="state">${deskWords(m).ownNone}</p>`;
  const near = open.length > FEW ? open.filter((one) => one.key === wanted) : open;
  const shown = [...near, ...far.map((one) => ({ ...one, name: null }))];
  return html`${
    archives
      ? html`<label class="choice"><input type="checkbox" name="named" ?checked=${!wanted} /> <span>${m.ownNamed}</span></label>`
      : nothing
  }${
    open.length > FEW
      ? html`<label class="choice"><input type="checkbox" name="all" ?checked=${!shown.length && !archives} /> <span>${m.ownAll(open.length)}</span></label>`
      : nothing
  }${shown.map(
    (one) => html`<label class="choice"
      ><input type="checkbox" name="against" value=${one.key} ?checked=${one.key === wanted || (shown.length === 1 && !archives)} />
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
    app.draft.trouble = unread(app, file, error);
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
  if (!draft.article.trim()) return refuse(deskWords(m).ownEmpty);
  if (draft.resolution.trim() === draft.article.trim()) return refuse(`${m.sameText} ${m.chooseAnother}.`);
  try {
    const named = data.has('named') ? await namedIn(desk, draft.article) : [];
    keys.push(...named.filter((key) => !keys.includes(key)));
    if (!draft.resolution.trim() && !keys.length)
      return refuse(data.has('named') ? deskWords(m).ownNothingNamed : deskWords(m).ownNoSource);
    if (draft.resolution.trim()) {
      const read = await desk.parse(draft.resolution);
      if (!read.resolutions.length) return refuse(read.diagnostics[0]?.message ?? m.notResolution);
      const taken = await desk.take(draft.resolution, null);
      keys.push(...taken.keys.filter((key) => !keys.includes(key)));
      draft.resolution = '';
      app.listed = await desk.list();
    }
    const here = new Set([...app.listed.map((one) => one.key), ...named, app.reading?.key]);
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

/** The most works that an article is held against because it names them. */
const MOST_NAMED = 60;

/**
 * The texts here, archives included, that an article names.
 *
 * @param {NonNullable<App['desk']>} desk
 * @param {string} article
 */
async function namedIn(desk, article) {
  const { article: read, language: spoken } = await desk.parse(article);
  let ids = read?.citations.flatMap(({ target }) => target ?? []) ?? [];
  if (!ids.length) {
    // A few lines that are not known as a report have no citations of their own; each sentence is asked for its work.
    const sentences = article.split(/[.!?\n]+\s+/).filter((one) => /\d/.test(one));
    ids = (await resolveAll(desk, sentences)).map(({ id }) => id);
  }
  const works = await resolveAll(desk, ids);
  // One edition of each: that in the article's own language where there is one.
  return works.flatMap(({ keys }) => keys.find((key) => key.endsWith(`@${spoken}`)) ?? keys[0] ?? []);
}

/** @param {NonNullable<App['desk']>} desk @param {string[]} names */
async function resolveAll(desk, names) {
  const some = [...new Set(names)].slice(0, MOST_NAMED);
  return (await Promise.all(some.map((name) => desk.resolve(name).catch(() => [])))).flat();
}

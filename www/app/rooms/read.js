/** The room Read: one resolution in four tabs, or the list of what there is. */
import { html, nothing } from 'lit';
import { save } from '../files.js';
import { directionOf, mastheadSentence, nameOf, placeInWords } from '../language.js';
import { linkTo } from '../route.js';
import { takeText } from '../take.js';
import { actsTable } from '../views/acts.js';
import { citationList } from '../views/citations.js';
import { factList } from '../views/facts.js';
import { readerText, sentence } from '../views/reader.js';
import { spine } from '../views/spine.js';
import { libraryView } from './library.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {import('../types.d.ts').Opened} Opened */

const TABS = /** @type {const} */ (['text', 'acts', 'citations', 'facts']);

/**
 * The room where a resolution is read; without one, what there is to read.
 *
 * @param {App} app
 */
export function readRoom(app) {
  const { m, reading, missing, plain } = app;
  if (missing) {
    return html`<div class="plain-room" data-room="read" data-view="missing">
      <h1 id="title" class="hidden">${m.read}</h1>
      <p class="state" role="alert">${m.notHere(whatIsMissing(app, missing))} <a href=${linkTo('read')}>${m.library}</a></p>
    </div>`;
  }
  if (!app.route.rest) return libraryView(app);
  if (plain) return plainText(app, plain);
  if (!reading) return app.waiting();
  const { resolution } = reading;
  const { language } = resolution.edition;
  const asked = app.route.params.get('tab');
  const tab = TABS.find((one) => one === asked) ?? 'text';
  return html`<div class="read" data-room="read" data-view="resolution">
    <header class="room-head">
      <p class="kicker">${nameOf(m, resolution)}</p>
      <h1 id="title" class="words" lang=${language} dir=${directionOf(language)}>${resolution.title ?? resolution.heading ?? nameOf(m, resolution)}</h1>
      <p class="summary masthead">${mastheadSentence(m, resolution)}</p>
      <div class="links">
        <a href=${linkTo('check', 'own', { against: reading.key })}>${m.checkThis}</a>
        <a href=${linkTo('read')}>${m.library}</a>
        <button type="button" class="plain" id="save-json" @click=${() => saveDocument(app, reading)}>${m.saveJson}</button>
      </div>
    </header>
    <div class="tabs" role="tablist" aria-label=${m.read} @keydown=${(/** @type {KeyboardEvent} */ event) => walkTabs(app, event, tab)}>
      ${TABS.map(
        (one) => html`<a
          role="tab"
          id=${`tab-${one}`}
          href=${linkTo('read', reading.key, { tab: one === 'text' ? null : one })}
          aria-selected=${one === tab}
          aria-controls="panel"
          tabindex=${one === tab ? 0 : -1}
          >${m[one]}</a
        >`,
      )}
    </div>
    <div id="panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} data-tab=${tab}>${panel(app, reading, tab)}</div>
  </div>`;
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
      <p class="state">${m.notResolution}. ${document.diagnostics.slice(0, 3).map(sentence).join(' ')}</p>
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
 * @param {string} key
 */
function whatIsMissing({ m, route }, key) {
  const symbol = key.replace(/@.*$/, '').split(':').at(-1) ?? key;
  const address = route.params.get('at');
  return address ? m.placeOf(placeInWords(m, address), symbol) : symbol;
}

/**
 * Saves a document as the core writes it.
 *
 * @param {App} app
 * @param {Opened} reading
 */
async function saveDocument(app, { key, resolution }) {
  try {
    const written = await app.desk?.export(key);
    if (written)
      save(`${(resolution.symbol ?? key).replace(/[^\p{L}\p{N}.-]+/gu, '-')}.json`, 'application/json', written);
  } catch (error) {
    app.trouble(error);
  }
}

/** @param {App} app @param {Opened} reading @param {typeof TABS[number]} tab */
function panel(app, reading, tab) {
  const { m } = app;
  if (tab === 'acts') return actsTable(app, reading);
  if (tab === 'citations') return citationList(app, reading);
  if (tab === 'facts') return factList(app, reading);
  return html`<div class="reader">
    ${
      spine({
        m,
        paragraphs: reading.resolution.paragraphs,
        across: app.narrow,
        at: app.route.params.get('at'),
        link: (address) => linkTo('read', reading.key, { at: address }),
      }) ?? nothing
    }
    ${readerText(app, reading)}
  </div>`;
}

/** Arrow keys walk the tabs. @param {App} app @param {KeyboardEvent} event @param {typeof TABS[number]} tab */
function walkTabs(app, event, tab) {
  const sense = app.m.dir === 'rtl' ? -1 : 1;
  const by = event.key === 'ArrowRight' ? sense : event.key === 'ArrowLeft' ? -sense : 0;
  if (!by) return;
  event.preventDefault();
  const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
  const link = document.getElementById(`tab-${next}`);
  link?.click();
  link?.focus();
}

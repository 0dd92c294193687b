import { html, nothing } from 'lit';
import { directionOf, mastheadSentence, nameOf } from '../language.js';
import { linkTo } from '../route.js';
import { actsTable } from '../views/acts.js';
import { citationList } from '../views/citations.js';
import { factList } from '../views/facts.js';
import { readerText } from '../views/reader.js';
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
  const { m, reading, missing } = app;
  if (missing) {
    return html`<div class="plain-room" data-room="read" data-view="missing">
      <h1 id="title" class="hidden">${m.read}</h1>
      <p class="state" role="alert">${m.notHere(missing)} <a href=${linkTo('read')}>${m.library}</a></p>
    </div>`;
  }
  if (!app.route.rest) return libraryView(app);
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

/** One resolution in four tabs: its text, what it does, what it cites, what it states about itself. */
import { html, nothing } from 'lit';
import { directionOf, mastheadSentence, nameOf } from '../language.js';
import { actsTable } from './acts.js';
import { citationList } from './citations.js';
import { timeline } from './drawing.js';
import { exportDialog, openExport } from './export.js';
import { factList } from './facts.js';
import { followed } from './follow.js';
import { oddSentence } from './odd.js';
import { isShown, readerText } from './reader.js';
import { spine } from './spine.js';

/** @typedef {import('../types.d.ts').ReadHost} ReadHost */
/** @typedef {import('../types.d.ts').Opened} Opened */

const TABS = /** @type {const} */ (['text', 'acts', 'citations', 'facts']);

/**
 * A resolution: its name, its masthead as one sentence, and the four tabs.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 * @param {unknown} links what can be done with it, beside the masthead
 */
export function readView(host, reading, links) {
  const { m } = host;
  const { resolution } = reading;
  const { language } = resolution.edition;
  const asked = host.route.params.get('tab');
  const tab = TABS.find((one) => one === asked) ?? 'text';
  return html`<div class="read" data-room="read" data-view="resolution">
    <header class="room-head" part="head">
      <p class="kicker" part="name">${nameOf(m, resolution)}</p>
      <h1 id="title" part="title" class="words" lang=${language} dir=${directionOf(language)}>${resolution.title ?? resolution.heading ?? nameOf(m, resolution)}</h1>
      <p class="summary masthead" part="masthead">${mastheadSentence(m, resolution)}</p>
      ${odd(host, reading)}
      <div class="links">${links}</div>
    </header>
    <div class="tabs" part="tabs" role="tablist" aria-label=${m.read} @keydown=${(/** @type {KeyboardEvent} */ event) => walkTabs(host, event, tab)}>
      ${TABS.map(
        (one) => html`<a
          role="tab"
          part="tab"
          id=${`tab-${one}`}
          href=${host.linkTo('read', reading.key, { tab: one === 'text' ? null : one })}
          aria-selected=${one === tab}
          aria-controls="panel"
          tabindex=${one === tab ? 0 : -1}
          >${m[one]}</a
        >`,
      )}
    </div>
    <div id="panel" part="panel" role="tabpanel" aria-labelledby=${`tab-${tab}`} data-tab=${tab}>${panel(host, reading, tab)}</div>
    ${exportDialog(host, reading)}
  </div>`;
}

/** The most oddities that are named below the masthead; all of them stand among the facts. */
const MOST_ODD = 3;

/**
 * What a careful reader would look at and no row of the text can say: of the masthead, of the title, of the file.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
function odd({ m }, { document, resolution, text }) {
  const rows = resolution.paragraphs.filter(isShown);
  const apart = document.diagnostics.filter(
    ({ severity, span }) =>
      severity !== 'info' && !rows.some((row) => span[0] >= row.span[0] && span[1] <= row.span[1]),
  );
  return apart
    .slice(0, MOST_ODD)
    .map((one) => html`<p class="odd" data-code=${one.code}>${oddSentence(m, text, one)}</p>`);
}

/**
 * The button that opens the dialog with other forms.
 *
 * @param {ReadHost} host
 * @param {Opened} reading
 */
export function exportButton(host, reading) {
  return html`<button type="button" class="plain" id="export-open" @click=${() => openExport(host, reading)}>${host.m.exportOpen}</button>`;
}

/** @param {ReadHost} host @param {Opened} reading @param {typeof TABS[number]} tab */
function panel(host, reading, tab) {
  const { m } = host;
  if (tab === 'acts') return actsTable(host, reading);
  if (tab === 'citations') return citationList(host, reading);
  if (tab === 'facts') return html`${factList(host, reading)}${timeline(host, reading)}`;
  return html`<div class="reader" ${followed(reading)}>
    ${
      spine({
        m,
        paragraphs: reading.resolution.paragraphs,
        across: host.narrow,
        at: host.route.params.get('at'),
        link: (address) => host.linkTo('read', reading.key, { at: address }),
      }) ?? nothing
    }
    ${readerText(host, reading)}
  </div>`;
}

/** Arrow keys walk the tabs. @param {ReadHost} host @param {KeyboardEvent} event @param {typeof TABS[number]} tab */
function walkTabs(host, event, tab) {
  const sense = host.m.dir === 'rtl' ? -1 : 1;
  const by = event.key === 'ArrowRight' ? sense : event.key === 'ArrowLeft' ? -sense : 0;
  if (!by) return;
  event.preventDefault();
  const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
  const link = host.scope.getElementById(`tab-${next}`);
  link?.click();
  link?.focus();
}

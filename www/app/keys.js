/** What the keys of the app do. */
import { openDialog } from './dialogs.js';
import { findingAsText } from './views/apparatus.js';
import { copyWithReference } from './views/export.js';

/** @typedef {import('./app.js').App} App */

/**
 * The keys of the app; none of them acts while one is typing or with a modifier.
 *
 * @param {App} app
 */
export function listenToKeys(app) {
  listenForLeaving();
  addEventListener('keydown', (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return;
    const act = ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    act(app);
  });
}

/** Cards that hang open close when one presses Escape or points elsewhere. */
function listenForLeaving() {
  const open = () => [...document.querySelectorAll('.menu[open], .force[open], .apparatus .aside[open]')];
  addEventListener('pointerdown', ({ target }) => {
    for (const card of open()) if (!(target instanceof Node && card.contains(target))) card.removeAttribute('open');
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const card of open()) {
      card.removeAttribute('open');
      const summary = card.querySelector('summary');
      if (card.contains(document.activeElement)) summary?.focus();
    }
  });
}

/** @type {Record<string, (app: App) => void>} */
const ACTS = {
  '/': () => {
    const box = document.getElementById('box');
    if (box instanceof HTMLInputElement) {
      box.focus();
      box.select();
    }
  },
  j: (app) => walk(app, 1),
  k: (app) => walk(app, -1),
  c: (app) => {
    const finding = app.held?.check.quotations[app.chosen];
    if (app.route.room === 'check' && app.held && finding) app.copy(findingAsText(app, app.held, finding));
    const at = app.route.params.get('at');
    const paragraph = app.reading?.resolution.paragraphs.find((one) => one.address === at);
    if (app.route.room === 'read' && app.reading && paragraph) copyWithReference(app, app.reading, paragraph);
  },
  '?': (app) => openDialog(app, 'keys'),
};

/** Next or previous: finding, paragraph, result. @param {App} app @param {1 | -1} by */
function walk(app, by) {
  if (app.route.room === 'check') app.step(by);
  else if (app.route.room === 'find') walkFocus('.result h2 a', by);
  else walkFocus(app.reading ? '.row .number a' : '.shelf h2 a', by);
}

/** Moves the focus along what a selector finds. @param {string} selector @param {1 | -1} by */
function walkFocus(selector, by) {
  const all = [...document.querySelectorAll(selector)];
  const at = all.indexOf(/** @type {Element} */ (document.activeElement));
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  if (next instanceof HTMLElement) {
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}

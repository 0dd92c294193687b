/** The one box: it takes words, a symbol, a sentence or a document, and says what it understood. */
import { findNow } from './rooms/find-state.js';
import { linkTo } from './route.js';
import { takeText } from './take.js';

/** @typedef {import('./app.js').App} App */

/** A text of this length, or of several lines, is a document and not a query. */
const LONG = 600;

/** So many words are called a sentence. */
const SENTENCE = 8;

/** How many ways to go on are offered. */
const OFFERED = 6;

/** Which input was understood last. */
let turn = 0;

/** Closes what hangs from the box. @param {App} app */
function shut(app) {
  turn += 1;
  Object.assign(app.box, { said: '', options: [], active: -1 });
}

/**
 * While one types: says what is understood and offers ways to go on; in the room Find it searches at once.
 *
 * @param {App} app
 * @param {Event} event
 */
export async function boxInput(app, event) {
  const { value } = /** @type {HTMLInputElement} */ (event.target);
  shut(app);
  const mine = turn;
  app.box.value = value;
  const finding = app.route.room === 'find';
  if (finding) app.replace(linkTo('find', '', { q: value }));
  const [said, options] = await Promise.all([
    finding ? findNow(app, value).then(() => '') : understand(app, value).catch(() => ''),
    goOn(app, value).catch(() => []),
  ]);
  if (mine !== turn) return;
  // What is still being typed is not said to be nowhere while there are ways to go on.
  Object.assign(app.box, { said: said === app.m.asNone && options.length ? '' : said, options });
  app.update();
}

/**
 * What a line of text is, in words, as the core understands it.
 *
 * @param {App} app
 * @param {string} value
 */
async function understand(app, value) {
  const { m, desk } = app;
  if (!desk || !value.trim()) return '';
  const [target] = await desk.resolve(value).catch(() => []);
  if (target) {
    const symbol = target.id.split(':').at(-1) ?? target.id;
    return target.keys.length ? m.asSymbol(symbol) : m.asSymbolAbsent(symbol);
  }
  const found = await desk.search(value, { limit: 1 });
  if (found.understood.length >= SENTENCE) return m.asSentence;
  return found.total.value ? m.asWords(found.total.value) : m.asNone;
}

/**
 * Ways to go on with what is being typed.
 *
 * @param {App} app
 * @param {string} value
 */
async function goOn(app, value) {
  if (!app.desk || value.trim().length < 2) return [];
  const options = await app.desk.complete(value);
  return options.filter((option) => option.text !== value).slice(0, OFFERED);
}

/**
 * Takes a way to go on.
 *
 * @param {App} app
 * @param {number} index
 */
export async function takeOption(app, index) {
  const option = app.box.options[index];
  if (!option) return;
  const value = option.text.endsWith(':') ? option.text : `${option.text} `;
  shut(app);
  app.box.value = value;
  if (app.route.room === 'find') {
    app.replace(linkTo('find', '', { q: value }));
    await findNow(app, value);
  }
  app.update();
  document.getElementById('box')?.focus();
}

/**
 * On Enter: a symbol that is open here is read, everything else is looked for.
 *
 * @param {App} app
 * @param {Event} event
 */
export async function boxSubmit(app, event) {
  event.preventDefault();
  const value = app.box.value.trim();
  if (!value) return;
  shut(app);
  const [target] = (await app.desk?.resolve(value).catch(() => [])) ?? [];
  const key = target?.keys[0];
  if (key) {
    app.box.value = '';
    app.go('read', key, { at: target.address });
  } else app.go('find', '', { q: value });
}

/**
 * A pasted document is opened, not searched for.
 *
 * @param {App} app
 * @param {ClipboardEvent} event
 */
export function boxPaste(app, event) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length < LONG && !text.trim().includes('\n')) return;
  event.preventDefault();
  takeText(app, text);
}

/** Arrows walk the ways to go on, Enter takes one, Escape closes. @param {App} app @param {KeyboardEvent} event */
export function boxKey(app, event) {
  const { box } = app;
  const all = box.options.length;
  if (event.key === 'Escape') {
    if (!box.said && !all) box.value = '';
    shut(app);
  } else if (all && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const by = event.key === 'ArrowDown' ? 1 : -1;
    box.active = ((box.active + by + all + 2) % (all + 1)) - 1;
  } else if (event.key === 'Enter' && box.active >= 0) {
    event.preventDefault();
    takeOption(app, box.active);
    return;
  } else return;
  app.update();
}

/** Leaving the box closes what hangs from it. @param {App} app @param {FocusEvent} event */
export function boxLeave(app, event) {
  if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.one-box')) return;
  shut(app);
  app.update();
}

import { findNow } from './rooms/find-state.js';
import { linkTo } from './route.js';
import { takeText } from './take.js';

/** @typedef {import('./app.js').App} App */

/** A text of this length, or of several lines, is a document and not a query. */
const LONG = 600;

/** Which input was understood last. */
let turn = 0;

/** @param {Event} event */
const typedIn = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/**
 * While one types: says what is understood; in the room Find it searches at once.
 *
 * @param {App} app
 * @param {Event} event
 */
export async function boxInput(app, event) {
  const value = typedIn(event);
  app.box.value = value;
  if (app.route.room === 'find') {
    app.replace(linkTo('find', '', { q: value }));
    app.box.said = '';
    await findNow(app, value);
    return;
  }
  turn += 1;
  const mine = turn;
  const said = await understand(app, value).catch(() => '');
  if (mine !== turn) return;
  app.box.said = said;
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
  if (found.understood.some((part) => part.kind === 'sentence')) return m.asSentence;
  return found.total.value ? m.asWords(found.total.value) : m.asNone;
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
  app.box.said = '';
  turn += 1;
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

/** @param {App} app @param {KeyboardEvent} event */
export function boxKey(app, event) {
  if (event.key !== 'Escape') return;
  app.box = { value: '', said: '' };
  app.update();
}

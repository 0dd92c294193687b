/** The one box: it takes words, a symbol, a sentence or a document, and says what it understood. */
import { findNow } from './rooms/find-state.js';

/** @typedef {import('./types.d.ts').FindHost} FindHost */

/** So many words are called a sentence. */
const SENTENCE = 8;

/** How many ways to go on are offered. */
const OFFERED = 6;

/** Closes what hangs from the box. @param {FindHost} host */
function shut(host) {
  Object.assign(host.box, { said: '', options: [], active: -1, turn: host.box.turn + 1 });
}

/**
 * While one types: says what is understood and offers ways to go on; in the room Find it searches at once.
 *
 * @param {FindHost} host
 * @param {Event} event
 */
export async function boxInput(host, event) {
  const { value } = /** @type {HTMLInputElement} */ (event.target);
  // Ways that still hold stay where they are, so that the list does not flicker with every key.
  const still = host.box.options.filter(({ text }) => value.length > 1 && text !== value && text.startsWith(value));
  shut(host);
  const mine = host.box.turn;
  Object.assign(host.box, { value, options: still });
  const { finding } = host;
  if (finding) host.asked(value);
  const [said, options] = await Promise.all([
    finding ? findNow(host, value).then(() => '') : understand(host, value).catch(() => ''),
    goOn(host, value).catch(() => []),
  ]);
  if (mine !== host.box.turn) return;
  // What is still being typed is not said to be nowhere while there are ways to go on.
  const now = said === host.m.asNone && options.length ? '' : said;
  if (now === host.box.said && sameTexts(options, host.box.options)) return;
  Object.assign(host.box, { said: now, options });
  host.update();
}

/** @param {FindHost['box']['options']} some @param {FindHost['box']['options']} others */
function sameTexts(some, others) {
  return (
    some.length === others.length &&
    some.every(({ text, count }, at) => text === others[at]?.text && count === others[at]?.count)
  );
}

/**
 * What a line of text is, in words, as the core understands it.
 *
 * @param {FindHost} host
 * @param {string} value
 */
async function understand(host, value) {
  const { m, desk } = host;
  if (!desk || !value.trim()) return '';
  const [target] = await desk.resolve(value).catch(() => []);
  if (target) {
    const symbol = target.symbol ?? target.id;
    return target.keys.length ? m.asSymbol(symbol) : m.asSymbolAbsent(symbol);
  }
  const found = await desk.search(value, { limit: 1 });
  if (found.understood.length >= SENTENCE) return m.asSentence;
  return found.total.value ? m.asWords(found.total.value) : m.asNone;
}

/**
 * Ways to go on with what is being typed.
 *
 * @param {FindHost} host
 * @param {string} value
 */
async function goOn(host, value) {
  if (!host.desk || value.trim().length < 2) return [];
  const options = await host.desk.complete(value);
  return options.filter((option) => option.text !== value).slice(0, OFFERED);
}

/**
 * Takes a way to go on.
 *
 * @param {FindHost} host
 * @param {number} index
 */
export async function takeOption(host, index) {
  const option = host.box.options[index];
  if (!option) return;
  const value = option.text.endsWith(':') ? option.text : `${option.text} `;
  shut(host);
  host.box.value = value;
  if (host.finding) {
    host.asked(value);
    await findNow(host, value);
  }
  host.update();
  host.scope.getElementById('box')?.focus();
}

/**
 * On Enter: a symbol that is open here is read, everything else is looked for.
 *
 * @param {FindHost} host
 * @param {Event} event
 */
export async function boxSubmit(host, event) {
  event.preventDefault();
  const value = host.box.value.trim();
  if (!value) return;
  shut(host);
  await host.ready;
  const [target] = (await host.desk?.resolve(value).catch(() => [])) ?? [];
  const key = target?.keys[0];
  if (key) {
    host.box.value = '';
    host.go('read', key, { at: target.address });
  } else host.go('find', '', { q: await asItStands(host, value) });
}

/**
 * A sentence is looked for as it stands, where it stands anywhere; all else by its words.
 *
 * @param {FindHost} host
 * @param {string} value
 */
async function asItStands(host, value) {
  if (value.split(/\s+/).length < SENTENCE || /["“”«»:]/.test(value)) return value;
  const whole = `"${value}"`;
  const found = await host.desk?.search(whole, { limit: 1 }).catch(() => null);
  return found?.total.value ? whole : value;
}

/** Arrows walk the ways to go on, Enter takes one, Escape closes. @param {FindHost} host @param {KeyboardEvent} event */
export function boxKey(host, event) {
  const { box } = host;
  const all = box.options.length;
  if (event.key === 'Escape') {
    // The browser's own way would empty the field at once, while the list was all one wanted gone.
    event.preventDefault();
    if (!box.said && !all) box.value = '';
    shut(host);
  } else if (all && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const by = event.key === 'ArrowDown' ? 1 : -1;
    box.active = ((box.active + by + all + 2) % (all + 1)) - 1;
  } else if (event.key === 'Enter' && box.active >= 0) {
    event.preventDefault();
    takeOption(host, box.active);
    return;
  } else return;
  host.update();
}

/** Leaving the box closes what hangs from it. @param {FindHost} host @param {FocusEvent} event */
export function boxLeave(host, event) {
  if (event.relatedTarget instanceof Element && event.relatedTarget.closest('.one-box')) return;
  shut(host);
  host.update();
}

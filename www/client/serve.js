/** The worker's side: one core, one call after the other, one answer for each. */
import { Engine } from './engine.js';
import { toPlain, WhereasError } from './errors.js';
import { load } from './load.js';

/**
 * @typedef {{ wasm?: import('./load.js').Wasm, progress: boolean, alive: string | null }} Start
 * @typedef {{ id: number, call: string, args: unknown[] }} Message
 * @typedef {object} Scope The part of a worker's global scope that is used.
 * @property {(type: 'message', listener: (event: { data: Message }) => void) => void} addEventListener
 * @property {(message: unknown) => void} postMessage
 */

/**
 * Serves calls from messages.
 *
 * @param {Scope} scope
 * @param {URL | null} besides Where the core is, unless the first message says.
 */
export function serve(scope, besides) {
  /** @type {Engine | null} */
  let engine = null;

  /**
   * @param {number} id
   * @param {Start} options
   */
  async function start(id, { wasm, progress, alive }) {
    const from = wasm ?? besides;
    if (!from) throw new WhereasError('not-loaded', 'the worker was not told where the core is');
    if (alive) await holdLock(alive);
    const compiled = await load(from, progress ? (progress) => scope.postMessage({ id, progress }) : undefined);
    engine = new Engine(compiled);
    return compiled;
  }

  /** @param {Message} message */
  async function answer({ id, call, args }) {
    try {
      if (call !== 'start' && !engine) throw new WhereasError('not-loaded', 'the core is not loaded');
      const value = call === 'start' ? await start(id, /** @type {Start} */ (args[0])) : engine?.call(call, args);
      scope.postMessage({ id, value });
    } catch (error) {
      const reason = error instanceof WhereasError ? error : new WhereasError('core-failed', String(error));
      scope.postMessage({ id, error: toPlain(reason) });
    }
  }

  let turn = Promise.resolve();
  scope.addEventListener('message', ({ data }) => {
    turn = turn.then(() => answer(data));
  });
}

/**
 * Takes a lock and keeps it until this worker ends.
 *
 * @param {string} name
 * @returns {Promise<void>} Once the lock is held, or refused.
 */
function holdLock(name) {
  return new Promise((held) => {
    navigator.locks
      .request(name, () => {
        held();
        return new Promise(() => {});
      })
      .catch(() => held());
  });
}

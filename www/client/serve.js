/** The worker's side: one core, calls begun one after the other, one answer for each. */
import { toPlain, WhereasError } from './errors.js';
import { Host } from './host.js';
import { load } from './load.js';

/**
 * @typedef {{ wasm?: import('./load.js').Wasm, progress: boolean, alive: string | null }} Start
 * @typedef {{ id: number, call: string, args: unknown[], cancel?: boolean }} Message
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
  /** @type {Host | null} */
  let host = null;
  /** What gives up each call that is not answered. @type {Map<number, AbortController>} */
  const controls = new Map();

  /**
   * @param {number} id
   * @param {Start} options
   */
  async function start(id, { wasm, progress, alive }) {
    const from = wasm ?? besides;
    if (!from) throw new WhereasError('not-loaded', 'the worker was not told where the core is');
    if (alive) await holdLock(alive);
    const tell = progress
      ? (/** @type {import('./load.js').Progress} */ progress) => scope.postMessage({ id, progress })
      : undefined;
    const compiled = await load(from, tell);
    host = new Host(compiled, tell);
    return compiled;
  }

  /** @param {Message} message */
  async function answer({ id, call, args }) {
    try {
      if (call !== 'start' && !host) throw new WhereasError('not-loaded', 'the core is not loaded');
      const value =
        call === 'start'
          ? await start(id, /** @type {Start} */ (args[0]))
          : await host?.call(call, args, controls.get(id)?.signal);
      scope.postMessage({ id, value });
    } catch (error) {
      const reason = error instanceof WhereasError ? error : new WhereasError('core-failed', String(error));
      scope.postMessage({ id, error: toPlain(reason) });
    }
    controls.delete(id);
  }

  let turn = Promise.resolve();
  scope.addEventListener('message', ({ data }) => {
    if (data.cancel) {
      controls.get(data.id)?.abort();
      return;
    }
    controls.set(data.id, new AbortController());
    // A call that waits for bytes does not hold up those behind it; everything waits for the core.
    turn = turn.then(() => {
      const answered = answer(data);
      return data.call === 'start' ? answered : undefined;
    });
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

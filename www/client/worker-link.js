/**
 * The way to a core in a worker.
 *
 * Messages are `{ id, call, args }` out, and `{ id, value }` or `{ id, error }` back, one for each; `{ id, cancel: true }`
 * says that nobody waits for an answer any more. The worker begins them one after the other, so what is sent first is
 * answered first, unless it waits for bytes of a pack.
 */
import { closed, fromPlain, WhereasError } from './errors.js';
import { Journal } from './journal.js';

/**
 * @typedef {import('./load.js').Wasm} Wasm
 * @typedef {import('./load.js').Progress} Progress
 * @typedef {import('./errors.js').PlainError} PlainError
 * @typedef {{ id: number, value?: unknown, error?: PlainError, progress?: Progress }} Answer
 */

/**
 * A request that has no answer yet. One with `own` belongs to the link itself: it starts or fills a worker.
 *
 * @typedef {object} Request
 * @property {string} name
 * @property {unknown[]} args
 * @property {boolean} own
 * @property {AbortSignal} [signal]
 * @property {(value: unknown) => void} resolve
 * @property {(error: WhereasError) => void} reject
 */

/** Sends calls to a worker, and starts another one where it dies. */
export class WorkerLink {
  #make;
  #wasm;
  #onProgress;
  #journal = new Journal();
  /** @type {Worker | null} */
  #worker = null;
  /** @type {Map<number, Request>} */
  #pending = new Map();
  #lastId = 0;
  #open = true;

  /**
   * @param {() => Worker} make Makes a worker that serves; see `serve.js`.
   * @param {{ wasm?: Wasm, onProgress?: (progress: Progress) => void }} options Without `wasm` the worker knows where
   *   the core is.
   */
  constructor(make, { wasm, onProgress }) {
    this.#make = make;
    this.#wasm = wasm;
    this.#onProgress = onProgress;
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   * @returns {Promise<unknown>}
   */
  async call(name, args, signal) {
    if (!this.#open) throw closed();
    if (this.#worker === null) {
      const starting = this.start();
      // A worker that is there carries out what it is sent when it is ready, so nothing waits here.
      if (this.#worker === null) await starting;
      else starting.catch(() => {});
    }
    return this.#send(name, args, false, signal);
  }

  close() {
    this.#open = false;
    const pending = this.#stop();
    for (const request of pending) request.reject(closed());
  }

  /**
   * Starts a worker and fills it. Everything sent afterwards is carried out after that.
   *
   * @returns {Promise<void>} Once the core is ready.
   */
  start() {
    let worker;
    try {
      worker = this.#make();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return Promise.reject(new WhereasError('not-loaded', `the worker was refused: ${reason}`, { cause }));
    }
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#receive(worker, data));
    worker.addEventListener('messageerror', () => this.#die(worker, 'an answer could not be read'));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#die(worker, event.message || 'its script could not be loaded');
    });
    const alive = lockName();
    const started = this.#send('start', [{ wasm: this.#wasm, progress: this.#onProgress !== undefined, alive }], true);
    const refilled = this.#journal.replay().map(([name, args]) => this.#send(name, args, true));
    return Promise.all([started, ...refilled]).then(
      ([compiled]) => {
        // The next worker need not fetch and compile again, which also works with the network off.
        this.#wasm = /** @type {WebAssembly.Module} */ (compiled);
        if (alive) whenReleased(alive, () => this.#die(worker, 'it ended'));
      },
      (error) => {
        if (worker === this.#worker) for (const request of this.#stop()) request.reject(error);
        throw error;
      },
    );
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   * @param {boolean} [own]
   * @param {AbortSignal} [signal]
   * @returns {Promise<unknown>}
   */
  #send(name, args, own = false, signal = undefined) {
    return new Promise((resolve, reject) => this.#post({ name, args, own, signal, resolve, reject }));
  }

  /** @param {Request} request */
  #post(request) {
    this.#lastId += 1;
    const id = this.#lastId;
    try {
      this.#worker?.postMessage({ id, call: request.name, args: request.args });
      this.#pending.set(id, request);
      const worker = this.#worker;
      request.signal?.addEventListener(
        'abort',
        () => {
          if (this.#worker === worker && this.#pending.has(id)) worker?.postMessage({ id, cancel: true });
        },
        { once: true },
      );
    } catch (cause) {
      const message = `${request.name} was given something that can't be sent to a worker`;
      request.reject(new WhereasError('bad-argument', message, { cause }));
    }
  }

  /**
   * @param {Worker} from
   * @param {Answer} answer
   */
  #receive(from, answer) {
    if (from !== this.#worker) return;
    if (answer.progress) {
      this.#onProgress?.(answer.progress);
      return;
    }
    const request = this.#pending.get(answer.id);
    if (!request) return;
    this.#pending.delete(answer.id);
    if (!answer.error) {
      if (!request.own) this.#journal.record(request.name, request.args, answer.value);
      request.resolve(answer.value);
      return;
    }
    const error = fromPlain(answer.error);
    request.reject(error);
    if (error.code === 'core-failed') this.#renew(request, error);
  }

  /**
   * Replaces a worker whose core has stopped. What waited behind the request that stopped it was not touched yet, and is
   * asked again.
   *
   * @param {Request} culprit
   * @param {WhereasError} error
   */
  #renew(culprit, error) {
    const pending = this.#stop();
    const waiting = pending.filter((request) => !request.own);
    for (const request of pending) if (request.own) request.reject(error);
    if (culprit.own) {
      for (const request of waiting) request.reject(error);
      return;
    }
    this.#restart();
    for (const request of waiting) {
      if (this.#worker) this.#post(request);
      else request.reject(error);
    }
  }

  /**
   * @param {Worker} worker
   * @param {string} reason
   */
  #die(worker, reason) {
    if (worker !== this.#worker) return;
    const pending = this.#stop();
    const started = !pending.some((request) => request.own);
    const error = started
      ? new WhereasError('worker-died', `the worker died (${reason}); another one is started with the same texts`)
      : new WhereasError('not-loaded', `the worker could not be started: ${reason}`);
    for (const request of pending) request.reject(error);
    // One that dies while it starts would do so again; then the next call tries.
    if (started) this.#restart();
  }

  #restart() {
    // Where it fails, what waits for it was rejected, and the next call starts another one.
    this.start().catch(() => {});
  }

  /**
   * Ends the worker.
   *
   * @returns {Request[]} What has no answer, oldest first.
   */
  #stop() {
    this.#worker?.terminate();
    this.#worker = null;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    return pending;
  }
}

/** A name for the lock by which a worker shows that it is alive, where the browser has locks. */
function lockName() {
  return globalThis.isSecureContext && 'locks' in navigator ? `whereas:${crypto.randomUUID()}` : null;
}

/**
 * Browsers say nothing when they end a worker to save memory. The worker holds a lock for as long as it lives, so
 * whoever gets it next knows.
 *
 * @param {string} name
 * @param {() => void} then
 */
function whenReleased(name, then) {
  navigator.locks.request(name, then).catch(() => {
    // Refused in some frames; deaths that have no event are then not noticed.
  });
}

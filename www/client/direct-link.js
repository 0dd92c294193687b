/** The way to a core on the same thread. */
import { closed, WhereasError } from './errors.js';
import { Host } from './host.js';
import { Journal } from './journal.js';

/** Calls the core at once. Where the core stops in the middle, a new one is filled with the same texts and packs. */
export class DirectLink {
  #compiled;
  #onProgress;
  #journal = new Journal();
  /** @type {Host | null} */
  #host;
  #open = true;

  /**
   * @param {WebAssembly.Module} compiled
   * @param {(progress: import('../types.d.ts').Progress) => void} [onProgress]
   */
  constructor(compiled, onProgress) {
    this.#compiled = compiled;
    this.#onProgress = onProgress;
    this.#host = new Host(compiled, onProgress);
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   * @returns {Promise<unknown>}
   */
  async call(name, args, signal) {
    if (!this.#open) throw closed();
    this.#host ??= this.#refill();
    const host = this.#host;
    try {
      const value = await host.call(name, args, signal);
      this.#journal.record(name, args, value);
      return value;
    } catch (error) {
      if (error instanceof WhereasError && error.code === 'core-failed' && this.#host === host) this.#host = null;
      throw error;
    }
  }

  #refill() {
    const host = new Host(this.#compiled, this.#onProgress);
    // Each is carried out before the next: texts and packs that were open once wait for nothing.
    for (const [name, args] of this.#journal.replay()) host.call(name, args).catch(() => {});
    return host;
  }

  close() {
    this.#open = false;
    this.#host?.free();
    this.#host = null;
  }
}

/** The way to a core on the same thread. */
import { Engine } from './engine.js';
import { closed, WhereasError } from './errors.js';
import { Journal } from './journal.js';

/** Calls the core at once. Where the core stops in the middle, a new one is filled with the same texts. */
export class DirectLink {
  #compiled;
  #journal = new Journal();
  /** @type {Engine | null} */
  #engine;
  #open = true;

  /** @param {WebAssembly.Module} compiled */
  constructor(compiled) {
    this.#compiled = compiled;
    this.#engine = new Engine(compiled);
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   * @returns {Promise<unknown>}
   */
  async call(name, args) {
    if (!this.#open) throw closed();
    this.#engine ??= this.#refill();
    try {
      const value = this.#engine.call(name, args);
      this.#journal.record(name, args, value);
      return value;
    } catch (error) {
      if (error instanceof WhereasError && error.code === 'core-failed') this.#engine = null;
      throw error;
    }
  }

  #refill() {
    const engine = new Engine(this.#compiled);
    for (const [name, args] of this.#journal.replay()) engine.call(name, args);
    return engine;
  }

  close() {
    this.#open = false;
    this.#engine?.free();
    this.#engine = null;
  }
}

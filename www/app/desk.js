/** The one place that asks the core. */
import { open } from '../client.js';
import { forgetFiles, forgetKey, keepFile, keptFiles } from './shelf.js';

/** @typedef {import('./types.d.ts').Library} Library */
/** @typedef {import('./types.d.ts').Opened} Opened */
/** @typedef {import('./types.d.ts').Held} Held */
/** @typedef {import('./types.d.ts').Listed} Listed */

const EXAMPLE = {
  article: new URL('../example/article.txt', import.meta.url),
  resolution: new URL('../example/resolution.txt', import.meta.url),
};

/** How many resolutions are held open at once. */
const HELD_OPEN = 100;

/** The one place that asks the core: the library, what is open on the desk, and the example. */
export class Desk {
  /** @type {Library} */
  #library;

  /** @type {Map<string, Promise<Opened>>} */
  #opened = new Map();

  /** Keys of the example while it is in the library. @type {Set<string>} */
  example = new Set();

  /** Keys that were removed and can still be brought back. @type {Set<string>} */
  hidden = new Set();

  /** The check of the example while it goes on. @type {Promise<Held> | undefined} */
  #showing;

  /** @param {Library} library */
  constructor(library) {
    this.#library = library;
  }

  /**
   * Starts the core with an empty library.
   *
   * @returns {Promise<Desk>} rejects where the core can't start
   */
  static async open() {
    return new Desk(/** @type {Library} */ (/** @type {unknown} */ (await open())));
  }

  /**
   * Reads again what this browser kept. The example leaves with the first.
   *
   * @param {(done: number, all: number) => void} tell how far it is
   */
  async restore(tell) {
    const all = await keptFiles();
    if (all.length) await this.dropExample();
    for (const [done, kept] of all.entries()) {
      tell(done, all.length);
      try {
        const bytes = new Uint8Array(await kept.body.arrayBuffer());
        const { keys } = await this.#library.add(bytes, kept.name ? { name: kept.name } : {});
        for (const key of keys) if (!kept.keys.includes(key)) await this.#library.remove(key);
      } catch {
        // A file that can't be read any more stays on the shelf and out of the library.
      }
    }
  }

  /**
   * Reads a text without keeping it.
   *
   * @param {string} text
   */
  parse(text) {
    return this.#library.parse(text);
  }

  /**
   * Takes a file or a text into the library. The example leaves with the first.
   *
   * @param {Blob | string} input
   * @param {string | null} name
   * @returns {Promise<{ keys: string[], kept: boolean }>} rejects with the core's error, the library unharmed
   */
  async take(input, name) {
    const body = typeof input === 'string' ? new Blob([input], { type: 'text/plain' }) : input;
    const given = typeof input === 'string' ? input : new Uint8Array(await body.arrayBuffer());
    // The example leaves only once its check is finished.
    await this.#showing?.catch(() => {});
    await this.dropExample();
    const { keys } = await this.#library.add(given, name ? { name } : {});
    const kept = await keepFile(body, name, keys);
    return { keys, kept };
  }

  /**
   * What the library holds, the hidden left out.
   *
   * @returns {Promise<Listed[]>}
   */
  async list() {
    return (await this.#library.list({})).filter(({ key }) => !this.hidden.has(key));
  }

  /**
   * @param {string} query
   * @param {object} options
   */
  async search(query, options) {
    const found = await this.#library.search(query, options);
    if (!this.hidden.size) return found;
    const hits = found.hits.filter(({ key }) => !this.hidden.has(key));
    return { ...found, hits, total: { ...found.total, value: found.total.value - (found.hits.length - hits.length) } };
  }

  /** @param {string} citation */
  resolve(citation) {
    return this.#library.resolve(citation);
  }

  /** @param {string} prefix */
  complete(prefix) {
    return this.#library.complete(prefix);
  }

  /**
   * A document in the published JSON.
   *
   * @param {string} key
   */
  export(key) {
    return this.#library.export([key], 'json');
  }

  /**
   * A resolution with the text that its spans point into.
   *
   * @param {string} key
   * @returns {Promise<Opened>} rejects where the library does not hold it
   */
  opened(key) {
    let opened = this.#opened.get(key);
    if (!opened) {
      opened = this.#read(key);
      this.#opened.set(key, opened);
      const [oldest] = this.#opened.keys();
      if (this.#opened.size > HELD_OPEN && oldest) this.#opened.delete(oldest);
      opened.catch(() => this.#opened.delete(key));
    }
    return opened;
  }

  /**
   * A text that holds no resolution, as it is.
   *
   * @param {string} key
   * @returns {Promise<{ document: import('./types.d.ts').Document, text: string }>}
   */
  async plain(key) {
    const [document, source] = await Promise.all([this.#library.get(key), this.#library.source(key)]);
    return { document, text: source.text };
  }

  /** @param {string} key @returns {Promise<Opened>} */
  async #read(key) {
    const [document, source] = await Promise.all([this.#library.get(key), this.#library.source(key)]);
    const resolution = document.resolutions.find((one) => one.key === key || one.id === key) ?? document.resolutions[0];
    if (!resolution)
      throw Object.assign(new Error('no resolution was recognised in this text'), { code: 'no-resolution' });
    return { key: resolution.key, document, resolution, text: source.text };
  }

  /**
   * Holds an article against resolutions of the library; those in which something was found are opened.
   *
   * @param {string} article
   * @param {string[]} keys
   * @param {boolean} [example]
   * @returns {Promise<Held>}
   */
  async hold(article, keys, example = false) {
    const [check, document] = await Promise.all([
      this.#library.check(article, { against: keys }),
      this.#library.parse(article),
    ]);
    const places = check.quotations.flatMap(({ source, parts = [], rivals }) => [
      ...(source ? [source] : []),
      ...parts.map((part) => part.source),
      ...rivals,
    ]);
    const used = new Set(places.map((place) => place.key));
    const shown = used.size ? keys.filter((key) => used.has(key)) : keys.slice(0, 1);
    const sources = await Promise.all(shown.map((key) => this.opened(key)));
    return { example, article: { text: article, document }, sources, check };
  }

  /**
   * The example, checked. It stays in the library only where there is nothing else.
   *
   * @returns {Promise<Held>}
   */
  holdExample() {
    this.#showing = this.#holdExample();
    return this.#showing;
  }

  async #holdExample() {
    const [article, resolution] = await Promise.all([textAt(EXAMPLE.article), textAt(EXAMPLE.resolution)]);
    const own = (await this.#library.list({})).some(({ key }) => !this.example.has(key));
    if (!this.example.size) {
      const { keys } = await this.#library.add(resolution, {});
      this.example = new Set(keys);
    }
    const held = await this.hold(article, [...this.example], true);
    if (own) await this.dropExample();
    return held;
  }

  /** Takes the example out of the library; a check of it that is shown stays. */
  async dropExample() {
    const keys = [...this.example];
    this.example.clear();
    for (const key of keys) await this.#library.remove(key);
  }

  /**
   * Takes a text out for good.
   *
   * @param {string} key
   */
  async remove(key) {
    this.hidden.delete(key);
    this.#opened.delete(key);
    this.example.delete(key);
    await this.#library.remove(key);
    await forgetKey(key);
  }

  /** Takes everything out for good. */
  async clear() {
    for (const { key } of await this.#library.list({})) await this.#library.remove(key);
    this.#opened.clear();
    this.example.clear();
    this.hidden.clear();
    await forgetFiles();
  }
}

/** @param {URL} address */
async function textAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} is not there`);
  return answer.text();
}

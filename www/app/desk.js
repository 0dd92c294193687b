/** The library of the app: its texts, the shelf they are kept on, and the example. */
import { open } from '../client.js';
import { Archives } from './archives.js';
import { folderOf } from './files.js';
import { forgetFiles, forgetKeys, keepFile, keptFiles } from './shelf.js';
import { Texts } from './texts.js';

/** @typedef {import('./types.d.ts').Library} Library */
/** @typedef {import('./types.d.ts').Held} Held */
/** @typedef {import('./types.d.ts').Listed} Listed */
/** @typedef {{ body: Blob, name: string | null, keys: string[], collection?: string | null }} Taken */

/** The finished check of the example, as the core gave it when the app was built. */
const EXAMPLE = new URL('../wasm/example.json', import.meta.url);

/** What is said of a file that was not read as a whole. */
const ODD = new Set(['file-cut', 'pages-without-text']);

/** @type {Promise<Held> | undefined} */
let fetched;

/**
 * The example, checked. It needs no core, so that it can be shown before the core has come.
 *
 * @returns {Promise<Held>} rejects where it can't be fetched; the next call tries again
 */
export function finishedExample() {
  fetched ??= fetch(EXAMPLE).then((answer) => {
    if (!answer.ok) throw new Error(`${EXAMPLE.pathname} is not there`);
    return answer.json();
  });
  fetched.catch(() => {
    fetched = undefined;
  });
  return fetched;
}

/** The library of the app: what is open on the desk, what is kept on the shelf, and the example. */
export class Desk extends Texts {
  /** Keys of the example while it is in the library. @type {Set<string>} */
  example = new Set();

  /** Packs that are searched beside the texts. */
  archives = new Archives(this.library);

  /** Keys that were removed and can still be brought back. @type {Set<string>} */
  hidden = new Set();

  /** Whether texts are kept in memory alone. */
  temporary = false;

  /** The scale that forces are taken from; the core's own where none was chosen. @type {string | null} */
  scale = null;

  /** The collection that a text belongs to, by its key. @type {Map<string, string>} */
  collections = new Map();

  /** What was taken in, so that it can be read again. @type {Taken[]} */
  #taken = [];

  /** The check of the example while it goes on. @type {Promise<Held> | undefined} */
  #showing;

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
    await this.#readAll(all, tell);
    await this.archives.restore();
    if (this.archives.open.length) await this.dropExample();
  }

  /**
   * Reads texts again. One that can't be read any more stays on the shelf and out of the library.
   *
   * @param {readonly Taken[]} all
   * @param {(done: number, all: number) => void} tell
   */
  async #readAll(all, tell) {
    for (const [done, { body, name, keys: wanted, collection }] of all.entries()) {
      tell(done, all.length);
      try {
        const { keys } = await this.library.add(new Uint8Array(await body.arrayBuffer()), this.#options(name));
        for (const key of keys) if (!wanted.includes(key)) await this.library.remove(key);
        this.#note({ body, name, keys: keys.filter((key) => wanted.includes(key)), collection });
      } catch {
        // The rest goes on.
      }
    }
  }

  /**
   * Reads every text again with forces of another scale.
   *
   * @param {string} scale
   * @param {(done: number, all: number) => void} tell how far it is
   */
  async rescale(scale, tell) {
    this.scale = scale;
    const taken = this.#taken;
    this.#taken = [];
    const example = this.example.size > 0;
    for (const { key } of await this.library.list({ packs: false })) await this.library.remove(key);
    this.example.clear();
    this.shut();
    await this.#readAll(taken, tell);
    if (example) await this.holdExample();
  }

  /** @param {Taken} taken */
  #note(taken) {
    this.#taken.push(taken);
    if (taken.collection) for (const key of taken.keys) this.collections.set(key, taken.collection);
  }

  /** What is said of a text when it is read. @param {string | null} name */
  #options(name) {
    return { ...(name ? { name } : {}), ...(this.scale ? { scale: this.scale } : {}) };
  }

  /**
   * Takes a file or a text into the library. The example leaves with the first.
   *
   * @param {Blob | string} input
   * @param {string | null} name
   * @returns {Promise<{ keys: string[], kept: boolean, odd: string[] }>} what of the file could not be read is in `odd`; rejects with
   *   the core's error, the library unharmed
   */
  async take(input, name) {
    const body = typeof input === 'string' ? new Blob([input], { type: 'text/plain' }) : input;
    const given = typeof input === 'string' ? input : new Uint8Array(await body.arrayBuffer());
    // The example leaves only once its check is finished.
    await this.#showing?.catch(() => {});
    await this.dropExample();
    const { keys, diagnostics } = await this.library.add(given, this.#options(name));
    for (const key of keys) this.hidden.delete(key);
    const collection = folderOf(body);
    this.#note({ body, name, keys, collection });
    const kept = this.temporary || (await keepFile(body, name, keys, collection));
    const odd = diagnostics.filter(({ code }) => ODD.has(code)).map(({ message }) => message);
    return { keys, kept, odd };
  }

  /**
   * What the library holds, the hidden left out.
   *
   * @override
   * @returns {Promise<Listed[]>}
   */
  async list() {
    return (await super.list()).filter(({ key }) => !this.hidden.has(key));
  }

  /**
   * @override
   * @param {string} query
   * @param {import('./types.d.ts').SearchOptions} options
   */
  async search(query, options) {
    const found = await this.archives.ask(() => super.search(query, options));
    if (!this.hidden.size) return found;
    const hits = found.hits.filter(({ key }) => !this.hidden.has(key));
    return { ...found, hits, total: { ...found.total, value: found.total.value - (found.hits.length - hits.length) } };
  }

  /**
   * @override
   * @param {string} citation
   */
  resolve(citation) {
    return this.archives.ask(() => super.resolve(citation));
  }

  /**
   * @override
   * @param {string} prefix
   */
  complete(prefix) {
    return this.archives.ask(() => super.complete(prefix));
  }

  /**
   * @override
   * @param {string} key
   */
  plain(key) {
    return this.archives.ask(() => super.plain(key));
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
    const example = await finishedExample();
    const [source] = example.sources;
    const own = (await this.library.list({ packs: false })).some(({ key }) => !this.example.has(key));
    const scale = source?.resolution.paragraphs.find(({ lead }) => lead)?.lead?.scale;
    const asBuilt = !this.scale || this.scale === scale;
    if (source && !this.example.size && !(own && asBuilt)) {
      const { keys } = await this.library.add(source.text, this.#options(null));
      this.example = new Set(keys);
    }
    const held = asBuilt ? example : await this.hold(example.article.text, [...this.example], true);
    if (own) await this.dropExample();
    return held;
  }

  /** Takes the example out of the library; a check of it that is shown stays. */
  async dropExample() {
    const keys = [...this.example];
    this.example.clear();
    for (const key of keys) await this.library.remove(key);
  }

  /**
   * Takes a text out for good.
   *
   * @param {string} key
   */
  async remove(key) {
    this.hidden.delete(key);
    this.shut(key);
    this.example.delete(key);
    for (const one of this.#taken) one.keys = one.keys.filter((held) => held !== key);
    this.#taken = this.#taken.filter((one) => one.keys.length);
    await this.library.remove(key);
    await forgetKeys([key]);
  }

  /**
   * Takes texts out for good, as far as they were not brought back.
   *
   * @param {string[]} keys
   */
  async removeHidden(keys) {
    const all = await this.library.list({ packs: false });
    // One by one each would be looked up on the shelf.
    if (all.every(({ key }) => this.hidden.has(key))) {
      for (const { key } of all) await this.library.remove(key);
      this.shut();
      this.example.clear();
      this.hidden.clear();
      this.#taken = [];
      await forgetFiles();
      return;
    }
    for (const key of keys) if (this.hidden.has(key)) await this.remove(key);
  }
}

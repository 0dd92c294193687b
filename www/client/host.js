/** One core with the packs that are open beside it: carries out every call, whichever thread this is. */
import { Engine, verbs } from './engine.js';
import { aborted, WhereasError } from './errors.js';
import { Packs } from './packs/packs.js';

/** Calls that read no pack: they are carried out once, since they may change the library. */
const once = Object.freeze(['parse', 'add', 'remove', 'clear', 'scales', 'pack']);

/** A core, its packs, and what is kept of its library. */
export class Host {
  #engine;
  #packs;
  #onProgress;
  /** The last file that is being read: what comes behind it waits, since what is read goes in first. @type {Promise<void> | null} */
  #reading = null;
  /** What is kept, while it is being read too; rejected where that failed. @type {Promise<import('./store/store.js').Store> | null} */
  #store = null;

  /**
   * @param {WebAssembly.Module} compiled
   * @param {(progress: import('../types.d.ts').Progress) => void} [onProgress] Told of what is fetched of packs.
   */
  constructor(compiled, onProgress) {
    this.#engine = new Engine(compiled);
    this.#packs = new Packs(this.#engine, onProgress);
    this.#onProgress = onProgress;
  }

  /**
   * Carries out one call. One that misses no bytes and has no file to read is carried out before this returns.
   *
   * @param {string} name
   * @param {unknown[]} args
   * @param {AbortSignal} [signal] Gives up what is being fetched.
   * @returns {Promise<unknown>}
   */
  async call(name, args, signal) {
    if (name === 'read') return (await import('./importers.js')).read(args[0]);
    while (this.#reading) await this.#reading;
    if (!takesFile(name, args)) return this.#carryOut(name, args, signal);
    if (name === 'check') return this.#checkFile(args, signal);
    const done = import('./importers.js')
      .then(({ prepare }) => prepare(args))
      .then((args) => this.#carryOut(name, args, signal));
    const settled = () => {
      this.#reading = null;
    };
    this.#reading = done.then(settled, settled);
    return done;
  }

  /**
   * Checks an article that is a page or a document. The report then holds the text that its spans point into, and what is
   * odd about the file.
   *
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   */
  async #checkFile([article, ...rest], signal) {
    const { text, diagnostics } = await (await import('./importers.js')).read(article);
    const report = /** @type {import('../types.d.ts').CheckReport} */ (
      await this.#carryOut('check', [text, ...rest], signal)
    );
    if (text !== article) report.checked.text = text;
    report.diagnostics.push(...diagnostics);
    return report;
  }

  /**
   * @param {string} name
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   * @returns {Promise<unknown>}
   */
  async #carryOut(name, args, signal) {
    const [first, second, third] = /** @type {any[]} */ (args);
    if (name === 'keep') {
      this.#store = import('./store/store.js').then(({ Store }) => Store.open(first, this.#engine, this.#onProgress));
      await this.#store;
      return null;
    }
    if (this.#store) {
      const store = await this.#store;
      if (store.verbs.includes(name)) return store.call(name, args);
      await store.refresh();
    }
    if (name === 'keeping') return null;
    if (name === 'addPack') return this.#packs.add(first, second, { signal, lazy: third });
    if (name === 'removePack') return this.#packs.remove(first);
    if (name === 'packs') return this.#packs.list();
    if (!verbs.includes(name)) throw new WhereasError('bad-argument', `the library has no call “${name}”`);
    if (signal?.aborted && !once.includes(name)) throw aborted(signal);
    if (once.includes(name) || !this.#packs.arePartial) return this.#engine.call(name, args);
    return this.#packs.ask(() => this.#engine.call(name, args), signal);
  }

  /** Gives back the memory of the core, and closes what is open. */
  free() {
    this.#store?.then((store) => store.close()).catch(() => {});
    this.#packs.close();
    this.#engine.free();
  }
}

/** What is no plain text begins with, in UTF-8 or UTF-16: markup, LaTeX, gzip, ZIP, OLE; a PDF may have something before it. */
const files = /^[\s\0\u00fe\u00ff\u00ef\u00bb\u00bf\ufeff]*(?:[<\\%]|.\u008b|PK|\u00d0\u00cf)|%PDF-/s;

/**
 * Whether a call may be given a file that is no plain text. Its readers, which are fetched then, look closer.
 *
 * @param {string} name
 * @param {unknown[]} args
 */
function takesFile(name, [input, options]) {
  if (name !== 'add' && name !== 'parse' && name !== 'check') return false;
  const format = /** @type {{ format?: string } | undefined} */ (options)?.format;
  if (format === 'text' || format === 'markdown') return false;
  const start = input instanceof Uint8Array ? String.fromCharCode(...input.subarray(0, 1024)) : String(input);
  return files.test(start.slice(0, 1024));
}

/** The library as the caller sees it, whichever thread the core runs in. */
import { aborted, WhereasError } from './errors.js';
import { describePack } from './packs/source.js';

/**
 * The way to the core: in a worker, or on the same thread.
 *
 * @typedef {{ call(name: string, args: unknown[], signal?: AbortSignal): Promise<unknown>, close(): void }} Link
 */

/** @typedef {import('../types.d.ts').Library} PublicLibrary */

/**
 * A library of texts. See `types.d.ts` for what each call gives.
 *
 * @implements {PublicLibrary}
 */
export class Library {
  #link;
  #lastPack = 0;

  /** @param {Link} link */
  constructor(link) {
    this.#link = link;
  }

  /** @type {PublicLibrary['parse']} */
  parse(text, options = {}) {
    const { signal, ...rest } = options;
    return this.#ask('parse', [text, rest], signal);
  }

  /** @type {PublicLibrary['add']} */
  async add(input, options = {}) {
    const { signal, ...rest } = options;
    if (signal?.aborted) throw aborted(signal);
    const text = await read(input);
    if (rest.name === undefined && isBlob(input) && 'name' in input) rest.name = String(input.name);
    if (signal?.aborted) throw aborted(signal);
    const work = /** @type {ReturnType<PublicLibrary['add']>} */ (this.#link.call('add', [text, rest]));
    return givenUpBy(signal, work, ({ keys }) => {
      // It came in although it was given up meanwhile, so it goes out again.
      for (const key of keys) this.#link.call('remove', [key]).catch(() => {});
    });
  }

  /** @type {PublicLibrary['read']} */
  async read(input, options = {}) {
    if (options.signal?.aborted) throw aborted(options.signal);
    return this.#ask('read', [await read(input)], options.signal);
  }

  /** @type {PublicLibrary['search']} */
  search(query, options = {}) {
    const { signal, ...rest } = options;
    return this.#ask('search', [query, rest], signal);
  }

  /** @type {PublicLibrary['complete']} */
  complete(prefix, options = {}) {
    return this.#ask('complete', [prefix], options.signal);
  }

  /** @type {PublicLibrary['get']} */
  get(key, options = {}) {
    return this.#ask('get', [key], options.signal);
  }

  /** @type {PublicLibrary['source']} */
  source(key, options = {}) {
    return this.#ask('source', [key], options.signal);
  }

  /** @type {PublicLibrary['list']} */
  list(options = {}) {
    const { signal, ...rest } = options;
    return this.#ask('list', [rest], signal);
  }

  /** @type {PublicLibrary['resolve']} */
  resolve(citation, options = {}) {
    return this.#ask('resolve', [citation], options.signal);
  }

  /** @type {PublicLibrary['check']} */
  async check(article, options) {
    const { signal, ...rest } = options ?? {};
    if (signal?.aborted) throw aborted(signal);
    return this.#ask('check', [await read(article), rest], signal);
  }

  /** @type {PublicLibrary['reuse']} */
  reuse(key, options = {}) {
    const { signal, ...rest } = options;
    return this.#ask('reuse', [key, rest], signal);
  }

  /** @type {PublicLibrary['export']} */
  export(keys, format, options = {}) {
    const { signal, ...rest } = options;
    return this.#ask('export', [keys, format, rest], signal);
  }

  /** @type {PublicLibrary['scales']} */
  scales(options = {}) {
    return this.#ask('scales', [], options.signal);
  }

  /** @type {PublicLibrary['remove']} */
  remove(key, options = {}) {
    return this.#ask('remove', [key], options.signal);
  }

  /** @type {PublicLibrary['clear']} */
  clear(options = {}) {
    return this.#ask('clear', [], options.signal);
  }

  /** @type {PublicLibrary['keeping']} */
  keeping(options = {}) {
    return this.#ask('keeping', [], options.signal);
  }

  /** @type {PublicLibrary['pack']} */
  pack(options = {}) {
    return this.#ask('pack', [], options.signal);
  }

  /** @type {PublicLibrary['addPack']} */
  async addPack(source, { signal } = {}) {
    if (signal?.aborted) throw aborted(signal);
    const given = describePack(source);
    this.#lastPack += 1;
    const id = `pack-${this.#lastPack}`;
    const work = /** @type {ReturnType<PublicLibrary['addPack']>} */ (this.#link.call('addPack', [id, given], signal));
    return givenUpBy(signal, work, () => {
      this.#link.call('removePack', [id]).catch(() => {});
    });
  }

  /** @type {PublicLibrary['removePack']} */
  removePack(id) {
    return this.#ask('removePack', [id]);
  }

  /** @type {PublicLibrary['packs']} */
  packs() {
    return this.#ask('packs', []);
  }

  /** @type {PublicLibrary['close']} */
  async close() {
    this.#link.close();
  }

  /** The same as `close()`, for `await using`. */
  [Symbol.asyncDispose]() {
    return this.close();
  }

  /**
   * @template Value
   * @param {string} name
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   * @returns {Promise<Value>}
   */
  async #ask(name, args, signal) {
    if (signal?.aborted) throw aborted(signal);
    return givenUpBy(signal, /** @type {Promise<Value>} */ (this.#link.call(name, args, signal)));
  }
}

/**
 * Fills a library with what `open()` was told: the texts that are kept, and packs. Where that can't be done, it is closed.
 *
 * @param {Link} link
 * @param {Pick<import('../types.d.ts').OpenOptions, 'packs' | 'store' | 'signal'>} options
 * @returns {Promise<Library>}
 */
export async function fill(link, { packs = [], store, signal }) {
  const library = new Library(link);
  try {
    if (store) {
      const where = { kind: 'opfs', name: 'library', ...(typeof store === 'string' ? { kind: store } : store) };
      await givenUpBy(signal, link.call('keep', [where]));
    }
    await Promise.all([...packs].map((pack) => library.addPack(pack, { signal })));
    return library;
  } catch (error) {
    await library.close();
    throw error;
  }
}

/**
 * The same promise, rejected as soon as the signal aborts.
 *
 * @template Value
 * @param {AbortSignal | undefined} signal
 * @param {Promise<Value>} work
 * @param {(value: Value) => void} [undo] Called with a value that came too late.
 * @returns {Promise<Value>}
 */
export function givenUpBy(signal, work, undo) {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    let late = false;
    const giveUp = () => {
      late = true;
      reject(aborted(signal));
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
    work
      .then((value) => (late ? undo?.(value) : resolve(value)), reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * What was given to be read, as a string or as bytes of its own.
 *
 * @param {import('../types.d.ts').Input} input
 * @returns {Promise<string | Uint8Array>}
 */
async function read(input) {
  if (typeof input === 'string') return input;
  if (isBlob(input)) {
    try {
      return new Uint8Array(await input.arrayBuffer());
    } catch (cause) {
      const name = 'name' in input ? `“${input.name}”` : 'the file';
      throw new WhereasError('not-readable', `${name} could not be read; it may have been moved or changed`, { cause });
    }
  }
  // A copy: the caller may change the bytes while the core reads them.
  if (input instanceof ArrayBuffer) return new Uint8Array(input.slice(0));
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength).slice();
  throw new WhereasError('bad-argument', `found ${describe(input)} where a file, a text or its bytes were expected`);
}

/**
 * @param {unknown} value
 * @returns {value is Blob}
 */
function isBlob(value) {
  return typeof Blob === 'function' && value instanceof Blob;
}

/** @param {unknown} value */
function describe(value) {
  return value === null ? 'null' : `a value of type ${typeof value}`;
}

/**
 * A library that outlives the page: packs in the origin's own file system, or in IndexedDB.
 *
 * What is added is written as a pack of its own to a new file, which counts only once the manifest that names it is
 * written; eight files of a size are made one, so that a text is written anew but a few times. One window writes at a
 * time, and reads first what others wrote before.
 */
import { WhereasError } from '../errors.js';
import { IdbDisk } from './idb-disk.js';
import { emptyManifest, readTexts, writeFile } from './manifest.js';
import { OpfsDisk } from './opfs-disk.js';

/** @typedef {import('./manifest.js').KeptFile} KeptFile */
/** @typedef {import('./manifest.js').KeptText} KeptText */
/** @typedef {import('./opfs-disk.js').Disk} Disk */
/** @typedef {import('../engine.js').Engine} Engine */
/** @typedef {import('../../types.d.ts').Damage} Damage */
/** @typedef {{ kind: 'opfs' | 'indexeddb', name: string }} Where */

/** So many files of a size are made one. */
const FAN = 8;

/** A library that is kept. */
export class Store {
  /** The calls that are carried out here. */
  verbs = Object.freeze(['add', 'remove', 'clear', 'keeping']);
  #name;
  #disk;
  #engine;
  #onProgress;
  #manifest = emptyManifest();
  /** Whether others may have written since, or a change of this one broke off. */
  #stale = true;
  /** Whether a change may have left something that no manifest names: one of this session's, or one of before. */
  #broke = true;
  /** The texts of each file that could be read. @type {Map<string, KeptText[]>} */
  #texts = new Map();
  /** What could not be read, by the name of its file. @type {Map<string, Damage>} */
  #damaged = new Map();
  /** The last change that was asked for. @type {Promise<unknown> | null} */
  #going = null;
  /** Tells the other windows of a change. @type {BroadcastChannel | null} */
  #channel = null;

  /**
   * @param {string} name
   * @param {Disk} disk
   * @param {Engine} engine
   * @param {(progress: import('../../types.d.ts').Progress) => void} [onProgress] Told how far what is kept was read.
   */
  constructor(name, disk, engine, onProgress) {
    this.#onProgress = onProgress;
    this.#name = name;
    this.#disk = disk;
    this.#engine = engine;
    if (typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel(`whereas:${name}`);
      this.#channel.onmessage = () => {
        this.#stale = true;
      };
    }
  }

  /**
   * Opens a kept library and fills the core with it.
   *
   * @param {Where} where
   * @param {Engine} engine
   * @param {(progress: import('../../types.d.ts').Progress) => void} [onProgress]
   * @throws {WhereasError} `storage-refused`
   */
  static async open({ kind, name }, engine, onProgress) {
    let disk;
    try {
      disk = kind === 'opfs' ? await OpfsDisk.open(name) : null;
      disk ??= await IdbDisk.open(name);
    } catch (cause) {
      throw refused(cause);
    }
    if (!disk) throw refused('it has neither a file system nor a database');
    const store = new Store(name, disk, engine, onProgress);
    try {
      await store.refresh();
    } catch (error) {
      store.close();
      throw error;
    }
    return store;
  }

  /**
   * @param {string} name One of `verbs`.
   * @param {unknown[]} args
   * @returns {Promise<unknown>}
   */
  async call(name, args) {
    if (name === 'add') return this.add(args);
    if (name === 'remove') return this.remove(String(args[0]));
    if (name === 'clear') return this.clear();
    await this.refresh();
    return this.tell();
  }

  /** Waits for changes that go on, and reads what other windows wrote; nothing where there is neither. */
  refresh() {
    return this.#stale ? this.#alone(async () => {}) : this.#going;
  }

  /**
   * Adds a text and keeps it. Where it can't be kept, it is not added.
   *
   * @param {unknown[]} args
   * @returns {Promise<unknown>}
   * @throws {WhereasError} `storage-full`, `storage-refused`, and those of `add`.
   */
  add(args) {
    return this.#alone(async () => {
      const value = /** @type {{ keys: string[] }} */ (this.#engine.call('add', args));
      const { keys } = value;
      try {
        const { generation, files } = this.#manifest;
        await this.#write(files, [[generation + 1, keys]]);
      } catch (error) {
        for (const key of keys) this.#engine.call('remove', [key]);
        throw error;
      }
      await this.#merge();
      return value;
    });
  }

  /**
   * Takes a text out, here and where it is kept.
   *
   * @param {string} key
   */
  remove(key) {
    return this.#alone(async () => {
      const held = this.#all().flatMap(([, keys]) => keys);
      // The id of a work means its first edition; what is not here, the core names.
      const taken = held.includes(key) ? key : (held.find((one) => one.slice(0, one.lastIndexOf('@')) === key) ?? key);
      if (!held.includes(taken)) return this.#engine.call('remove', [key]);
      const files = this.#manifest.files
        .map((file) => (this.#live(file).some(([, keys]) => keys.includes(taken)) ? without(file, taken) : file))
        .filter((file) => this.#damaged.has(file.name) || this.#live(file).length > 0);
      await this.#commit(files, null);
      this.#engine.call('remove', [taken]);
    });
  }

  /** Takes everything out, also what could not be read. */
  clear() {
    return this.#alone(async () => {
      await this.#commit([], null);
      this.#engine.call('clear', []);
    });
  }

  /** @returns {import('../../types.d.ts').Keeping} */
  tell() {
    const { files } = this.#manifest;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return { place: this.#disk.kind, name: this.#name, bytes, damaged: [...this.#damaged.values()] };
  }

  close() {
    this.#channel?.close();
    this.#disk.close();
  }

  /** The texts of a file that are still there. @param {KeptFile} file @returns {KeptText[]} */
  #live({ name, gone }) {
    const left = (/** @type {string[]} */ keys) => keys.filter((key) => !gone.includes(key));
    const texts = this.#texts.get(name) ?? [];
    if (!gone.length) return texts;
    return texts.map(([id, keys]) => /** @type {KeptText} */ ([id, left(keys)])).filter(([, keys]) => keys.length > 0);
  }

  /** @returns {KeptText[]} */
  #all() {
    return this.#manifest.files.flatMap((file) => this.#live(file));
  }

  /** Makes the last files one where there are many of a size. */
  async #merge() {
    for (;;) {
      const { files } = this.#manifest;
      const last = files.slice(-FAN);
      const levels = new Set(last.map(levelOf));
      if (last.length < FAN || levels.size > 1 || last.some(({ name }) => this.#damaged.has(name))) return;
      try {
        await this.#write(
          files.slice(0, -FAN),
          last.flatMap((file) => this.#live(file)),
        );
      } catch {
        // What was there before stays as it is where there is no room for this.
        return;
      }
    }
  }

  /**
   * Writes texts of the core as a file behind others.
   *
   * @param {KeptFile[]} before
   * @param {KeptText[]} texts
   */
  async #write(before, texts) {
    const keys = texts.flatMap(([, keys]) => keys);
    const pack = /** @type {Uint8Array} */ (this.#engine.core('packOf', [keys]));
    const name = `${this.#manifest.generation + 1}-${Math.random().toString(36).slice(2, 10)}.whereas`;
    this.#texts.set(name, texts);
    const file = { name, size: pack.length, texts: texts.length, gone: [] };
    await this.#commit([...before, file], { name, bytes: writeFile(pack, texts) });
  }

  /**
   * @param {KeptFile[]} files
   * @param {{ name: string, bytes: Uint8Array } | null} file
   */
  async #commit(files, file) {
    const manifest = { generation: this.#manifest.generation + 1, files };
    try {
      await this.#disk.commit(manifest, file);
    } catch (cause) {
      // Only the disk knows how far it came.
      this.#stale = true;
      this.#broke = true;
      throw cause instanceof Error && cause.name === 'QuotaExceededError' ? full(cause) : refused(cause);
    }
    this.#channel?.postMessage(manifest.generation);
    const named = new Set(files.map(({ name }) => name));
    const isLess = this.#manifest.files.some(({ name }) => !named.has(name));
    this.#hold(manifest);
    if (isLess || this.#broke) await this.#disk.sweep(manifest);
    this.#broke = false;
  }

  /** @param {import('./manifest.js').Manifest} manifest */
  #hold(manifest) {
    this.#manifest = manifest;
    const named = new Set(manifest.files.map(({ name }) => name));
    for (const known of [this.#texts, this.#damaged])
      for (const name of known.keys()) if (!named.has(name)) known.delete(name);
  }

  /**
   * Works while no other call and no other window does, on what they left.
   *
   * @template Value
   * @param {() => Promise<Value>} work
   * @returns {Promise<Value>}
   */
  #alone(work) {
    const inTurn = async () => {
      // Messages may be late, so that only the disk is believed before something is written.
      await this.#catchUp();
      return work();
    };
    const locks = globalThis.navigator?.locks;
    const locked = () => (locks ? locks.request(`whereas-store:${this.#name}`, inTurn) : inTurn());
    const done = (this.#going ?? Promise.resolve()).then(locked);
    const settled = done
      .catch(() => {})
      .then(() => {
        if (this.#going === settled) this.#going = null;
      });
    this.#going = settled;
    return done;
  }

  /** Brings the core to what is kept. */
  async #catchUp() {
    const kept = await this.#disk.manifest().catch((cause) => Promise.reject(refused(cause)));
    this.#stale = false;
    if (kept.generation === this.#manifest.generation) return;
    const held = new Map(this.#all().map(([id, keys]) => [id, keys]));
    /** @type {Map<string, Uint8Array>} */
    const read = new Map();
    for (const { name, size, texts } of kept.files) {
      if (this.#texts.has(name)) continue;
      try {
        const bytes = await this.#disk.read(name);
        const list = readTexts(bytes, size);
        if (!list) throw new WhereasError('pack-damaged', 'the file is not as it was written');
        this.#texts.set(name, list);
        read.set(name, bytes.subarray(0, size));
      } catch (error) {
        this.#texts.set(name, []);
        this.#damaged.set(name, damage(name, texts, error));
      }
    }
    // A key that was taken out and given again is another text's.
    const left = new Map(kept.files.flatMap((file) => this.#live(file)));
    for (const [id, keys] of held)
      for (const key of keys) if (!left.get(id)?.includes(key)) this.#engine.call('remove', [key]);
    let loaded = 0;
    const total = kept.files.reduce((sum, { size }) => sum + size, 0);
    for (const file of kept.files) {
      const bytes = read.get(file.name);
      const missing = this.#live(file).filter(([id]) => !held.has(id));
      if (bytes && missing.length) this.#restore(file, bytes, missing);
      loaded += file.size;
      this.#onProgress?.({ stage: 'restore', loaded, total });
    }
    this.#hold(kept);
  }

  /**
   * @param {KeptFile} file
   * @param {Uint8Array} bytes
   * @param {KeptText[]} missing
   */
  #restore({ name }, bytes, missing) {
    const keys = missing.flatMap(([, keys]) => keys);
    /** @type {string[]} */
    let restored = [];
    try {
      restored = /** @type {string[]} */ (this.#engine.core('restore', [bytes, keys]));
      if (restored.length === keys.length) return;
      const left = keys.filter((key) => !restored.includes(key));
      throw new WhereasError('pack-damaged', `the file does not give ${left.join(', ')}`);
    } catch (error) {
      if (error instanceof WhereasError && error.code === 'core-failed') throw error;
      const came = missing.map(
        ([id, keys]) => /** @type {KeptText} */ ([id, keys.filter((key) => restored.includes(key))]),
      );
      const here = (this.#texts.get(name) ?? []).filter((text) => !missing.some(([id]) => id === text[0]));
      this.#texts.set(name, [...here, ...came.filter(([, keys]) => keys.length > 0)]);
      this.#damaged.set(name, damage(name, keys.length - restored.length, error));
    }
  }
}

/** How often files were made one until there was one of so many texts. @param {KeptFile} file */
function levelOf({ texts }) {
  let level = 0;
  for (let left = texts; left >= FAN; left /= FAN) level += 1;
  return level;
}

/** @param {KeptFile} file @param {string} key @returns {KeptFile} */
function without(file, key) {
  return { ...file, gone: [...file.gone, key] };
}

/** @param {string} file @param {number} texts @param {unknown} error @returns {Damage} */
function damage(file, texts, error) {
  const code = error instanceof WhereasError ? error.code : 'not-readable';
  return { file, texts, code, message: reasonOf(error) };
}

/** @param {unknown} error */
function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {unknown} cause */
function full(cause) {
  return new WhereasError(
    'storage-full',
    'there is no room to keep this; nothing was lost, and nothing was changed: take something out, or make room',
    { cause },
  );
}

/** @param {unknown} cause */
function refused(cause) {
  return new WhereasError(
    'storage-refused',
    `the browser does not let the library be kept (${reasonOf(cause)}); open it without “store”, or in a window that is not private`,
    { cause },
  );
}

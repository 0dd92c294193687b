/** A kept library in IndexedDB, for browsers without a file system of the origin's own. */
import { emptyManifest } from './manifest.js';

/** @typedef {import('./opfs-disk.js').Disk} Disk */

const STORE = 'files';
const MANIFEST = 'manifest';

/** @implements {Disk} */
export class IdbDisk {
  kind = /** @type {const} */ ('indexeddb');
  #database;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
  }

  /**
   * @param {string} name
   * @returns {Promise<IdbDisk | null>} `null` where there is no such database.
   */
  static async open(name) {
    if (typeof indexedDB === 'undefined') return null;
    const request = indexedDB.open(`whereas:${name}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return new IdbDisk(await settled(request));
  }

  async manifest() {
    const store = this.#database.transaction(STORE, 'readonly').objectStore(STORE);
    return /** @type {import('./manifest.js').Manifest} */ ((await settled(store.get(MANIFEST))) ?? emptyManifest());
  }

  /** @param {string} name */
  async read(name) {
    const store = this.#database.transaction(STORE, 'readonly').objectStore(STORE);
    const found = await settled(store.get(name));
    if (!(found instanceof Uint8Array)) throw new Error(`the file ${name} is not there`);
    return found;
  }

  /** @type {Disk['commit']} */
  async commit(manifest, file) {
    await this.#change(async (store) => {
      const held = /** @type {import('./manifest.js').Manifest | undefined} */ (await settled(store.get(MANIFEST)));
      // Where there are no locks, two windows may come here at once.
      if ((held?.generation ?? 0) >= manifest.generation)
        throw new Error('another window changed the library meanwhile');
      if (file) store.put(file.bytes, file.name);
      store.put(manifest, MANIFEST);
    });
  }

  /** @type {Disk['sweep']} */
  async sweep(manifest) {
    const named = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
    try {
      await this.#change(async (store) => {
        for (const key of await settled(store.getAllKeys())) if (!named.has(String(key))) store.delete(key);
      });
    } catch {
      // They take room and do no harm.
    }
  }

  close() {
    this.#database.close();
  }

  /** @param {(store: IDBObjectStore) => Promise<void>} work Asks for nothing but the store. */
  async #change(work) {
    const transaction = this.#database.transaction(STORE, 'readwrite', { durability: 'strict' });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('the change was refused'));
    });
    try {
      await work(transaction.objectStore(STORE));
    } catch (error) {
      done.catch(() => {});
      transaction.abort();
      throw error;
    }
    await done;
  }
}

/**
 * @template Value
 * @param {IDBRequest<Value>} request
 * @returns {Promise<Value>}
 */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    if (request instanceof IDBOpenDBRequest)
      request.onblocked = () => reject(new Error('another window keeps it open'));
  });
}

/**
 * The user's files as they were given, kept in this browser so that the library can be read again.
 *
 * Every call settles; where the browser keeps nothing (a private window, no room) it says so by its result.
 *
 * @typedef {object} Kept
 * @property {number} id
 * @property {string | null} name
 * @property {Blob} body
 * @property {string[]} keys what it was read as
 * @property {string | null} [collection] the folder it came in
 */

const STORE = 'texts';
const PACKS = 'packs';

/** How long the browser may be silent about its store, in milliseconds. */
const PATIENCE = 4000;

/** Whether it has been silent once; it is then waited for but shortly. */
let silent = false;

/** Whether the browser said nothing about its store, neither that it opens nor that it doesn't. */
export function storeIsSilent() {
  return silent;
}

/** @returns {Promise<IDBDatabase>} rejects also where the browser never answers, as Chromium does where a page was left while its store was being made */
function database() {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        silent = true;
        reject(new Error('the browser does not say whether it opens its store'));
      },
      silent ? PATIENCE / 10 : PATIENCE,
    );
    const request = indexedDB.open('whereas', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of [STORE, PACKS]) {
        if (!result.objectStoreNames.contains(store)) {
          result.createObjectStore(store, { keyPath: 'id', autoIncrement: true });
        }
      }
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      silent = false;
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
    request.onblocked = () => {
      clearTimeout(timer);
      reject(new Error('another window keeps the library open'));
    };
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @param {string} [name] of the store
 * @returns {Promise<T>}
 */
async function within(mode, work, name = STORE) {
  const db = await database();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? request.error);
      transaction.onerror = () => reject(transaction.error ?? request.error);
    });
  } finally {
    db.close();
  }
}

/**
 * Keeps a file.
 *
 * @param {Blob} body
 * @param {string | null} name
 * @param {string[]} keys
 * @param {string | null} collection
 * @returns {Promise<boolean>} whether it was kept
 */
export async function keepFile(body, name, keys, collection) {
  try {
    await within('readwrite', (store) => store.add({ body, name, keys, collection }));
    return true;
  } catch {
    return false;
  }
}

/**
 * Everything that is kept, in the order given.
 *
 * @returns {Promise<Kept[]>} empty where nothing can be kept
 */
export async function keptFiles() {
  try {
    return await within('readonly', (store) => /** @type {IDBRequest<Kept[]>} */ (store.getAll()));
  } catch {
    return [];
  }
}

/**
 * Forgets texts; a file goes with its last one.
 *
 * @param {readonly string[]} keys
 */
export async function forgetKeys(keys) {
  const gone = new Set(keys);
  for (const kept of await keptFiles()) {
    const left = kept.keys.filter((one) => !gone.has(one));
    if (left.length === kept.keys.length) continue;
    try {
      await within('readwrite', (store) =>
        left.length ? store.put({ ...kept, keys: left }) : /** @type {IDBRequest<any>} */ (store.delete(kept.id)),
      );
    } catch {
      // What can't be forgotten now is offered again at the next start.
    }
  }
}

/** Forgets every file; archives are forgotten one by one, by `forgetPack`. */
export async function forgetFiles() {
  try {
    await within('readwrite', (store) => /** @type {IDBRequest<any>} */ (store.clear()));
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/**
 * An archive as it is kept: its bytes and where they came from, or the address it is read at.
 *
 * @typedef {{ name: string, url: string | null, from: string | null, body: Blob | null }} PackKept
 */

/**
 * Keeps an archive.
 *
 * @param {PackKept} pack
 * @returns {Promise<number | null>} its place, or `null` where the browser keeps nothing
 */
export async function keepPack(pack) {
  try {
    return Number(await within('readwrite', (store) => store.add({ ...pack }), PACKS));
  } catch {
    return null;
  }
}

/**
 * The archives that are kept, in the order given.
 *
 * @returns {Promise<(PackKept & { id: number })[]>} empty where nothing can be kept
 */
export async function keptPacks() {
  try {
    return await within(
      'readonly',
      (store) => /** @type {IDBRequest<(PackKept & { id: number })[]>} */ (store.getAll()),
      PACKS,
    );
  } catch {
    return [];
  }
}

/** Forgets an archive. @param {number} id */
export async function forgetPack(id) {
  try {
    await within('readwrite', (store) => /** @type {IDBRequest<any>} */ (store.delete(id)), PACKS);
  } catch {
    // What can't be forgotten now is offered again at the next start.
  }
}

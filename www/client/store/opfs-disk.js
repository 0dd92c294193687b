/** A kept library in the origin's own file system. */
import { emptyManifest, readManifest, writeManifest } from './manifest.js';

/** @typedef {import('./manifest.js').Manifest} Manifest */

/**
 * Where a library is kept. A change is there whole or not at all, whenever the page, the worker or the machine stops.
 *
 * @typedef {object} Disk
 * @property {'opfs' | 'indexeddb'} kind
 * @property {() => Promise<Manifest>} manifest
 * @property {(name: string) => Promise<Uint8Array>} read
 * @property {(manifest: Manifest, file: { name: string, bytes: Uint8Array } | null) => Promise<void>} commit Writes a file,
 *   then the manifest; both are on the disk when it settles.
 * @property {(manifest: Manifest) => Promise<void>} sweep Drops the files that a manifest does not name: those of changes
 *   that came to nothing, and those that were replaced. Never rejects; what can't go now goes the next time.
 * @property {() => void} close
 */

/** Two places that are written in turn, so that one of them is always whole. */
const slots = ['manifest-0', 'manifest-1'];

/** How long a file may stay locked after the worker that wrote it was ended, in milliseconds. */
const PATIENCE = 3000;

/**
 * @typedef {object} SyncHandle What a worker writes with; the library of types has it for workers only.
 * @property {(bytes: Uint8Array, where: { at: number }) => number} write
 * @property {(size: number) => void} truncate
 * @property {() => void} flush
 * @property {() => void} close
 */

/** @implements {Disk} */
export class OpfsDisk {
  kind = /** @type {const} */ ('opfs');
  #folder;

  /** @param {FileSystemDirectoryHandle} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /**
   * Opens the folder of a library, or makes it.
   *
   * @param {string} name
   * @returns {Promise<OpfsDisk | null>} `null` where there is no such file system, or it is closed to this page, as in some
   *   private windows.
   */
  static async open(name) {
    if (!globalThis.navigator?.storage?.getDirectory) return null;
    let root;
    try {
      root = await navigator.storage.getDirectory();
    } catch (error) {
      if (error instanceof Error && (error.name === 'SecurityError' || error.name === 'NotSupportedError')) return null;
      throw error;
    }
    const all = await root.getDirectoryHandle('whereas', { create: true });
    return new OpfsDisk(await all.getDirectoryHandle(encodeURIComponent(name), { create: true }));
  }

  async manifest() {
    const written = (await Promise.all(slots.map((slot) => this.#readSlot(slot)))).filter((bytes) => bytes !== null);
    const whole = written.map(readManifest).filter((manifest) => manifest !== null);
    // One that was cut off while it was first written held nothing yet; where both are damaged, there may be texts.
    if (!whole.length && written.length > 1) throw new Error('both lists of what the library holds are damaged');
    return whole.reduce((best, one) => (one.generation > best.generation ? one : best), emptyManifest());
  }

  /** @param {string} name */
  async read(name) {
    const file = await (await this.#folder.getFileHandle(name)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  }

  /** @type {Disk['commit']} */
  async commit(manifest, file) {
    if (file) {
      try {
        await this.#write(file.name, file.bytes);
      } catch (error) {
        await this.#folder.removeEntry(file.name).catch(() => {});
        throw error;
      }
    }
    await this.#write(slots[manifest.generation % slots.length] ?? '', writeManifest(manifest));
  }

  /** @type {Disk['sweep']} */
  async sweep(manifest) {
    try {
      const named = new Set([...slots, ...manifest.files.map(({ name }) => name)]);
      const folder = /** @type {FileSystemDirectoryHandle & { keys(): AsyncIterable<string> }} */ (this.#folder);
      const leaving = [];
      for await (const name of folder.keys()) if (!named.has(name)) leaving.push(name);
      for (const name of leaving) await this.#folder.removeEntry(name).catch(() => {});
    } catch {
      // They take room and do no harm.
    }
  }

  close() {}

  /** @param {string} slot */
  async #readSlot(slot) {
    try {
      return await this.read(slot);
    } catch (error) {
      if (error instanceof Error && error.name === 'NotFoundError') return null;
      // What can't be read now may be the newer one: nothing may be written over it.
      throw error;
    }
  }

  /**
   * Writes a file and waits until it is on the disk.
   *
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  async #write(name, bytes) {
    const handle = await this.#folder.getFileHandle(name, { create: true });
    if (!('createSyncAccessHandle' in handle)) {
      // Only workers have the other way; this one writes a copy, and puts it in the place of the file when it is closed.
      const stream = await handle.createWritable();
      await stream.write(new Uint8Array(bytes));
      await stream.close();
      return;
    }
    const inWorker = /** @type {{ createSyncAccessHandle(): Promise<SyncHandle> }} */ (/** @type {unknown} */ (handle));
    const access = await unlocked(() => inWorker.createSyncAccessHandle());
    try {
      access.truncate(0);
      const written = access.write(bytes, { at: 0 });
      if (written !== bytes.length) throw new DOMException(`only ${written} bytes were written`, 'QuotaExceededError');
      access.flush();
    } finally {
      access.close();
    }
  }
}

/**
 * Asks for access until it is given: a worker that was ended keeps its lock for a moment.
 *
 * @template Access
 * @param {() => Promise<Access>} ask
 * @returns {Promise<Access>}
 */
async function unlocked(ask) {
  for (const begun = Date.now(); ; ) {
    try {
      return await ask();
    } catch (error) {
      const isLocked = error instanceof Error && error.name === 'NoModificationAllowedError';
      if (!isLocked || Date.now() - begun > PATIENCE) throw error;
      await new Promise((then) => setTimeout(then, 25));
    }
  }
}

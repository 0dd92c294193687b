/** A pack in a file: one that was chosen, one of the origin's own file system, or one on the disk of Node. */
import { aborted, WhereasError } from '../errors.js';

/** @typedef {import('./source.js').Source} Source */
/** @typedef {import('./source.js').Reading} Reading */

/** @implements {Source} */
export class FileSource {
  place = /** @type {const} */ ('file');
  url = null;
  #given;
  /** @type {Blob | import('node:fs/promises').FileHandle | null} */
  #file = null;

  /** @param {Extract<import('./source.js').PackGiven, { kind: 'blob' | 'handle' | 'path' }>} given */
  constructor(given) {
    this.#given = given;
  }

  /** @type {Source['open']} */
  async open(size, reading = {}) {
    try {
      this.close();
      const given = this.#given;
      if (given.kind === 'blob') this.#file = given.blob;
      else if (given.kind === 'handle') this.#file = await given.handle.getFile();
      else this.#file = await openPath(given.path);
      const length = this.#file instanceof Blob ? this.#file.size : (await this.#file.stat()).size;
      return { head: await this.read(0, Math.min(size, length), reading), length };
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  /** @type {Source['read']} */
  async read(start, end, { signal, onBytes } = {}) {
    if (signal?.aborted) throw aborted(signal);
    const file = this.#file;
    try {
      if (file === null) throw new Error('it is closed');
      const bytes =
        file instanceof Blob
          ? new Uint8Array(await file.slice(start, end).arrayBuffer())
          : await readPath(file, start, end);
      if (bytes.length !== end - start)
        throw new Error(`${bytes.length} bytes came where ${end - start} were expected`);
      onBytes?.(bytes.length);
      return bytes;
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  /** @type {Source['forget']} */
  async forget() {}

  close() {
    if (this.#file && !(this.#file instanceof Blob)) this.#file.close().catch(() => {});
    this.#file = null;
  }

  /** @param {unknown} cause */
  #explain(cause) {
    if (cause instanceof WhereasError) return cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new WhereasError(
      'not-readable',
      `the pack “${this.#given.name}” could not be read (${reason}); it may have been moved or changed: open it again`,
      { cause },
    );
  }
}

/** @param {string} path A path, or an address that begins with `file:`. */
async function openPath(path) {
  const host = /** @type {{ process?: { getBuiltinModule?: (name: string) => unknown } }} */ (globalThis);
  const fs = /** @type {typeof import('node:fs') | undefined} */ (host.process?.getBuiltinModule?.('node:fs'));
  if (!fs) throw new Error('only Node opens files by their path');
  return fs.promises.open(path.startsWith('file:') ? new URL(path) : path);
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} start
 * @param {number} end
 */
async function readPath(file, start, end) {
  const bytes = new Uint8Array(end - start);
  let at = 0;
  while (at < bytes.length) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

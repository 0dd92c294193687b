/** What a pack was given as, and how its bytes are read. */
import { WhereasError } from '../errors.js';
import { FileSource } from './file-source.js';
import { UrlSource } from './url-source.js';

/**
 * A pack as it crosses to the core: plain data.
 *
 * @typedef {{ name: string } & (
 *   | { kind: 'bytes', bytes: Uint8Array }
 *   | { kind: 'blob', blob: Blob }
 *   | { kind: 'handle', handle: FileSystemFileHandle }
 *   | { kind: 'path', path: string }
 *   | { kind: 'url', url: string }
 * )} PackGiven
 */

/**
 * Reads a pack range by range. Every read settles: with all bytes asked for, or with a `WhereasError`.
 *
 * @typedef {object} Source
 * @property {'file' | 'url'} place
 * @property {string | null} url
 * @property {(size: number, reading?: Reading) => Promise<{ head: Uint8Array, length: number }>} open
 *   Begins anew: the first bytes, up to `size`, and the length of the file.
 * @property {(start: number, end: number, reading?: Reading) => Promise<Uint8Array>} read
 * @property {() => Promise<void>} forget Drops what was kept of it, since it was not as it was written.
 * @property {() => void} close
 */

/** @typedef {{ signal?: AbortSignal, onBytes?: (count: number) => void }} Reading */

/**
 * What was given, as plain data. Addresses count from the page; in Node, what is no address is the path of a file.
 *
 * @param {unknown} given
 * @returns {PackGiven}
 * @throws {WhereasError} `bad-argument`
 */
export function describePack(given) {
  if (typeof given === 'string' || given instanceof URL) return describeAddress(String(given));
  if (typeof Blob === 'function' && given instanceof Blob) {
    return { kind: 'blob', blob: given, name: 'name' in given ? String(given.name) : 'pack' };
  }
  // The caller may change the bytes while they are read.
  if (given instanceof ArrayBuffer) return { kind: 'bytes', bytes: new Uint8Array(given.slice(0)), name: 'pack' };
  if (ArrayBuffer.isView(given)) {
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength).slice();
    return { kind: 'bytes', bytes, name: 'pack' };
  }
  if (isHandle(given)) return { kind: 'handle', handle: given, name: given.name };
  const found = given === null ? 'null' : `a value of type ${typeof given}`;
  throw new WhereasError(
    'bad-argument',
    `found ${found} where a pack was expected: its bytes, a file, a file handle or an address`,
  );
}

/** @param {string} address */
function describeAddress(address) {
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  const name = decode(address.split(/[?#]/, 1)[0]?.split(/[/\\]/).at(-1) ?? '') || 'pack';
  const isPath = base === undefined && (!URL.canParse(address) || /^[A-Za-z]:[\\/]/.test(address));
  if (isPath) return /** @type {const} */ ({ kind: 'path', path: address, name });
  if (!URL.canParse(address, base)) throw new WhereasError('bad-argument', `the pack “${address}” is no address`);
  const url = new URL(address, base);
  if (url.protocol === 'file:' && base === undefined)
    return /** @type {const} */ ({ kind: 'path', path: url.href, name });
  return /** @type {const} */ ({ kind: 'url', url: url.href, name });
}

/** @param {string} name */
function decode(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * @param {unknown} given
 * @returns {given is FileSystemFileHandle}
 */
function isHandle(given) {
  return typeof given === 'object' && given !== null && 'getFile' in given && typeof given.getFile === 'function';
}

/**
 * The reader of a pack whose bytes are not all at hand.
 *
 * @param {Exclude<PackGiven, { kind: 'bytes' }>} given
 * @returns {Source}
 */
export function openSource(given) {
  if (given.kind === 'url') return new UrlSource(given.url);
  return new FileSource(given);
}

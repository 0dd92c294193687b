/** The options of `open()`. */
import { aborted, WhereasError } from './errors.js';

/** Those that are known. */
export const names = ['signal', 'onProgress', 'wasm', 'worker', 'packs', 'store'];

/**
 * The options, once each is known to mean something; an address is then a string, as it has to cross to the worker.
 *
 * @param {import('../types.d.ts').OpenOptions} options
 * @param {readonly string[]} [known] Those that mean something here.
 * @returns {Omit<import('../types.d.ts').OpenOptions, 'wasm'> & { wasm?: string | BufferSource | WebAssembly.Module }}
 * @throws {WhereasError} `bad-option`, `aborted`.
 */
export function checkOptions(options, known = names) {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const list = known.map((name) => `“${name}”`).join(', ');
    throw new WhereasError('bad-option', `open() has no option “${name}”; it knows ${list}`);
  }
  if (options.signal?.aborted) throw aborted(options.signal);
  const { wasm, packs } = options;
  if (packs !== undefined && !Array.isArray(packs))
    throw new WhereasError('bad-option', 'the option “packs” is no list of packs');
  const kind = typeof options.store === 'object' ? options.store?.kind : options.store;
  if (kind !== undefined && kind !== 'opfs' && kind !== 'indexeddb')
    throw new WhereasError('bad-option', `the option “store” is “${kind}” but “opfs” or “indexeddb” was expected`);
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) return { ...options, wasm };
  // Addresses count from the page, also where a worker from elsewhere asks for them.
  const base = globalThis.document?.baseURI;
  if (!URL.canParse(wasm, base))
    throw new WhereasError('bad-option', `the option “wasm” is “${wasm}”, which is no address`);
  return { ...options, wasm: new URL(wasm, base).href };
}

/**
 * The library on the same thread, for Node, for other workers, and where a worker is more than is wanted.
 *
 * @example
 * import { open } from 'whereas/direct';
 * const library = await open();
 * const { keys } = await library.add('RESOLUTION NO. 50/48-POL …');
 */
import { DirectLink } from './client/direct-link.js';
import { fill, givenUpBy } from './client/library.js';
import { load } from './client/load.js';
import { checkOptions } from './client/options.js';

export { WhereasError } from './client/errors.js';

/**
 * Opens a library on this thread.
 *
 * @type {typeof import('./types.d.ts').open}
 */
export async function open(options = {}) {
  const { signal, onProgress, wasm, packs, store } = checkOptions(options);
  const from = wasm ?? new URL('./wasm/whereas_bg.wasm', import.meta.url);
  const link = new DirectLink(await givenUpBy(signal, load(from, onProgress)), onProgress);
  return fill(link, { packs, store, signal });
}

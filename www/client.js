/**
 * The library in a worker, so that the page never waits.
 *
 * Where the page demands Trusted Types, its policy names `whereas` among those allowed.
 *
 * @example
 * import { open } from 'whereas';
 * const library = await open();
 * const { keys } = await library.add(file);
 */
import { fill, givenUpBy } from './client/library.js';
import { checkOptions } from './client/options.js';
import { trustedWorker } from './client/trusted.js';
import { WorkerLink } from './client/worker-link.js';

export { WhereasError } from './client/errors.js';

/**
 * Opens a library in a worker of its own.
 *
 * @type {typeof import('./types.d.ts').open}
 */
export async function open(options = {}) {
  const { signal, worker = makeWorker, wasm, onProgress, packs, store } = checkOptions(options);
  const link = new WorkerLink(worker, { wasm, onProgress });
  try {
    await givenUpBy(signal, link.start());
  } catch (error) {
    link.close();
    throw error;
  }
  return fill(link, { packs, store, signal });
}

function makeWorker() {
  // Bundlers look for these very words, so the name is lent to a function that asks for trust first.
  const Worker = trustedWorker();
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
}

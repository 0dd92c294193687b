/**
 * One classic script with everything in it, for pages without modules or a server: it works from `file://`.
 *
 * It makes one global, `whereas`, with `open()` and `WhereasError`.
 */
import { core, worker } from 'whereas:parts';
import { DirectLink } from '../client/direct-link.js';
import { WhereasError } from '../client/errors.js';
import { fill, givenUpBy } from '../client/library.js';
import { load } from '../client/load.js';
import { checkOptions, names } from '../client/options.js';
import { trustedWorker } from '../client/trusted.js';
import { WorkerLink } from '../client/worker-link.js';

export { WhereasError };

/** All but `store`: what is kept has to be kept by an origin, and pages from a disk have none. */
const known = names.filter((name) => name !== 'store');

/**
 * Opens a library in a worker, or on the page's own thread where the page allows no worker from a blob.
 *
 * @type {typeof import('../types.d.ts').open}
 */
export async function open(options = {}) {
  const { signal, worker: make = makeWorker, wasm, onProgress, packs } = checkOptions(options, known);
  const compiled = await givenUpBy(signal, load(wasm ?? (await unpack(core)), onProgress));
  const link = await start(new WorkerLink(make, { wasm: compiled, onProgress }), compiled, options);
  return fill(link, { packs, signal });
}

/**
 * @param {WorkerLink} link
 * @param {WebAssembly.Module} compiled
 * @param {import('../types.d.ts').OpenOptions} options
 */
async function start(link, compiled, { signal, onProgress }) {
  try {
    await givenUpBy(signal, link.start());
    return link;
  } catch (error) {
    link.close();
    if (!(error instanceof WhereasError) || error.code !== 'not-loaded') throw error;
    return new DirectLink(compiled, onProgress);
  }
}

function makeWorker() {
  const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  const Worker = trustedWorker();
  const made = new Worker(new URL(address));
  // The worker has its script once it says anything.
  const release = () => URL.revokeObjectURL(address);
  made.addEventListener('message', release, { once: true });
  made.addEventListener('error', release, { once: true });
  return made;
}

/** @param {string} packed gzip, as base64 */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

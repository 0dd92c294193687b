/** Brings the core from where it lies and compiles it. */
import { WhereasError } from './errors.js';

/**
 * @typedef {URL | string | BufferSource | WebAssembly.Module} Wasm
 * @typedef {import('../types.d.ts').Progress} Progress
 */

/**
 * The compiled core.
 *
 * @param {Wasm} from
 * @param {(progress: Progress) => void} [onProgress] Without it the core is compiled while it arrives.
 * @returns {Promise<WebAssembly.Module>}
 * @throws {WhereasError} `not-loaded`, with what stood in the way.
 */
export async function load(from, onProgress) {
  try {
    const compiled = await compile(from, onProgress);
    onProgress?.({ stage: 'ready', loaded: 0, total: null });
    return compiled;
  } catch (error) {
    if (error instanceof WhereasError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const place = typeof from === 'string' || from instanceof URL ? ` from ${from}` : '';
    throw new WhereasError('not-loaded', `the core could not be loaded${place}: ${reason}`, { cause: error });
  }
}

/**
 * @param {Wasm} from
 * @param {((progress: Progress) => void) | undefined} onProgress
 */
async function compile(from, onProgress) {
  if (from instanceof WebAssembly.Module) return from;
  if (typeof from !== 'string' && !(from instanceof URL)) return WebAssembly.compile(from);
  const address = String(from);
  const files = address.startsWith('file:') ? nodeFiles() : undefined;
  if (files) return WebAssembly.compile(await files.readFile(new URL(address)));
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  if (onProgress) return WebAssembly.compile(await readAll(response, onProgress));
  const streams = response.headers.get('content-type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Node's own file module, where this is Node. Asked for in this way no bundler sees an import.
 *
 * @returns {{ readFile(from: URL): Promise<Uint8Array<ArrayBuffer>> } | undefined}
 */
function nodeFiles() {
  const host = /** @type {{ process?: { getBuiltinModule?: (name: 'node:fs') => typeof import('node:fs') } }} */ (
    globalThis
  );
  return host.process?.getBuiltinModule?.('node:fs').promises;
}

/**
 * @param {Response} response
 * @param {(progress: Progress) => void} onProgress
 */
async function readAll(response, onProgress) {
  // What is sent packed is longer once it is here, so its length says nothing.
  const packed = response.headers.get('content-encoding') !== null;
  const length = Number(response.headers.get('content-length'));
  const total = !packed && length > 0 ? length : null;
  let loaded = 0;
  const parts = [];
  if (!response.body) return response.arrayBuffer();
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    loaded += part.value.length;
    onProgress({ stage: 'load', loaded, total });
  }
  onProgress({ stage: 'compile', loaded, total });
  return new Blob(parts).arrayBuffer();
}

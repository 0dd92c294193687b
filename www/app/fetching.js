/** Fetches a file whole. */
import { trustedWorker } from '../client/trusted.js';

/**
 * Fetches a file in a worker of its own: the page itself may ask no other origin, and this one was agreed to.
 *
 * @param {string} url
 * @param {AbortSignal} signal
 * @param {(done: number, all: number | null) => void} tell how many bytes have come, of how many
 * @returns {Promise<Blob>} rejects with the signal's reason, or where the host gives something else
 */
export async function fetchWhole(url, signal, tell) {
  signal.throwIfAborted();
  const Worker = trustedWorker();
  const worker = new Worker(new URL('./fetch-worker.js', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.addEventListener('message', ({ data }) => {
        if (data.blob) resolve(data.blob);
        else if (data.error) reject(new Error(data.error));
        else tell(data.done, data.all);
      });
      worker.addEventListener('error', () => reject(new Error(`${url} could not be fetched`)));
      worker.postMessage(url);
    });
  } finally {
    worker.terminate();
  }
}

/**
 * What was taken out and can still be brought back. Should the page be closed before that time is over, it is taken out
 * at the next start: what one has removed does not come back by itself.
 */
import { forgetAll, keep, recall } from './settings.js';
import { forgetKeys, forgetPack } from './shelf.js';

/** @typedef {{ keys: string[], packs: number[], decisions: boolean }} Leaving */

/** Under which name it is noted. */
const NAME = 'leaving';

/** What is on its way out, one for each time something was taken out. @type {Set<Leaving>} */
const leaving = new Set();

/** Notes what is on its way out. */
function note() {
  const all = [...leaving];
  keep(NAME, all.length ? JSON.stringify(all) : null);
}

/**
 * Notes that something is on its way out.
 *
 * @param {Leaving} what
 * @returns {() => void} to be called once it is out, or was brought back
 */
export function noteLeaving(what) {
  leaving.add(what);
  note();
  return () => {
    leaving.delete(what);
    note();
  };
}

/** Takes out for good what was on its way out when the page was closed. */
export async function finishLeaving() {
  const noted = recall(NAME);
  if (!noted) return;
  try {
    for (const { keys, packs, decisions } of /** @type {Leaving[]} */ (JSON.parse(noted))) {
      await forgetKeys(keys);
      for (const id of packs) await forgetPack(id);
      if (decisions) forgetAll('decision.');
    }
  } catch {
    // A note that was changed by hand names nothing.
  }
  keep(NAME, null);
}

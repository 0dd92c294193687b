/** What is asked of the library while one searches. */
import { linkTo } from '../route.js';

/** @typedef {import('../types.d.ts').FindHost} FindHost */

/** What the results can be narrowed by. */
export const FACETS = /** @type {const} */ (['body', 'year', 'language']);

/**
 * Asks the library and shows what it found; see `addTheRest` for what comes after it.
 *
 * @param {FindHost} host
 * @param {string} query
 */
export async function findNow(host, query) {
  const { desk, find } = host;
  find.turn += 1;
  // Answers to questions that were asked before are dropped.
  const mine = find.turn;
  // What nobody waits for any more does not hold up what one is typing now.
  find.asking?.abort();
  const asking = new AbortController();
  find.asking = asking;
  if (find.query !== query) find.limit = 10;
  find.query = query;
  host.box.value = query;
  if (!desk || !query.trim()) {
    Object.assign(find, { found: null, without: [] });
    host.update();
    return;
  }
  try {
    const found = await desk.search(query, {
      limit: find.limit,
      sort: find.sort,
      facets: [...FACETS],
      signal: asking.signal,
    });
    if (mine !== find.turn) return;
    Object.assign(find, { found, without: [] });
  } catch (error) {
    if (mine !== find.turn) return;
    Object.assign(find, { found: null, without: [] });
    host.trouble(error);
  }
  host.update();
  // What is not the answer itself waits until one has stopped typing.
  setTimeout(() => mine === find.turn && addTheRest(host, mine), PAUSE_MS);
}

/** For so long one has stopped typing before the address holds the query. */
const ADDRESS_MS = 150;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let addressTimer;

/**
 * Keeps a query in the address, once one has stopped typing: browsers refuse a page that changes it too often.
 *
 * @param {import('../app.js').App} app
 * @param {string} query
 */
export function keepInAddress(app, query) {
  clearTimeout(addressTimer);
  const { hash } = location;
  addressTimer = setTimeout(() => {
    // A link may have been followed meanwhile.
    if (app.finding && app.box.value === query && location.hash === hash) app.replace(linkTo('find', '', { q: query }));
  }, ADDRESS_MS);
}

/** For so long one has stopped typing before anything is asked that a key would have to wait for. */
const PAUSE_MS = 400;

/**
 * What leaving out a part would give where nothing was found, and the spines of what was.
 *
 * @param {FindHost} host
 * @param {number} mine
 */
async function addTheRest(host, mine) {
  const { find } = host;
  const { found } = find;
  if (!found) return;
  if (!found.hits.length) {
    const parts = found.understood.map((part) => part.text);
    const without = await tryWithout(host, parts, mine).catch(() => []);
    if (mine !== find.turn) return;
    find.without = without;
    if (without.length) host.update();
  }
  // A whole resolution is read for each, so that they are asked for one at a time, and shown as they come.
  for (const { key } of found.hits) {
    if (find.spines.has(key)) continue;
    const opened = await host.desk?.opened(key).catch(() => null);
    if (opened) find.spines.set(key, opened.resolution.paragraphs);
    if (mine !== find.turn) return;
    host.update();
  }
}

/**
 * What leaving out each part of a query would give.
 *
 * @param {FindHost} host
 * @param {string[]} parts
 * @param {number} mine
 */
async function tryWithout(host, parts, mine) {
  if (parts.length < 2 || parts.length > 6 || !host.desk) return [];
  const out = [];
  for (const [index, text] of parts.entries()) {
    const query = parts.filter((_, at) => at !== index).join(' ');
    const { total } = await host.desk.search(query, { limit: 1 });
    if (mine !== host.find.turn) return [];
    if (total.value) out.push({ text, query, value: total.value });
  }
  return out;
}

/** What is asked of the library while one searches. */

/** @typedef {import('../types.d.ts').FindHost} FindHost */

/** What the results can be narrowed by. */
export const FACETS = /** @type {const} */ (['body', 'year', 'language']);

/**
 * Asks the library and shows what it found. Where nothing is found, each part of the query is tried without.
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
    if (mine !== host.find.turn) return;
    const without = found.hits.length
      ? []
      : await tryWithout(
          host,
          found.understood.map((part) => part.text),
        );
    if (mine !== host.find.turn) return;
    Object.assign(find, { found, without });
  } catch (error) {
    if (mine !== host.find.turn) return;
    Object.assign(find, { found: null, without: [] });
    host.trouble(error);
  }
  host.update();
  setTimeout(() => mine === find.turn && drawSpines(host, mine), PAUSE_MS);
}

/** Spines are fetched only where one has stopped typing for so long. */
const PAUSE_MS = 250;

/**
 * Fetches the spines of the results, one after another.
 *
 * @param {FindHost} host
 * @param {number} mine
 */
async function drawSpines(host, mine) {
  for (const { key } of host.find.found?.hits ?? []) {
    if (mine !== host.find.turn) return;
    if (host.find.spines.has(key)) continue;
    const opened = await host.desk?.opened(key).catch(() => null);
    if (opened) host.find.spines.set(key, opened.resolution.paragraphs);
  }
  host.update();
}

/**
 * What leaving out each part of a query would give.
 *
 * @param {FindHost} host
 * @param {string[]} parts
 */
async function tryWithout(host, parts) {
  if (parts.length < 2 || parts.length > 6 || !host.desk) return [];
  const out = [];
  for (const [index, text] of parts.entries()) {
    const query = parts.filter((_, at) => at !== index).join(' ');
    const { total } = await host.desk.search(query, { limit: 1 });
    if (total.value) out.push({ text, query, value: total.value });
  }
  return out;
}

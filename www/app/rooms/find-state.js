/** What is asked of the library while one searches. */

/** @typedef {import('../app.js').App} App */

/** What the results can be narrowed by. */
export const FACETS = /** @type {const} */ (['body', 'year', 'language']);

/** Which question was asked last; answers to earlier ones are dropped. */
let asked = 0;

/**
 * Asks the library and shows what it found. Where nothing is found, each part of the query is tried without.
 *
 * @param {App} app
 * @param {string} query
 */
export async function findNow(app, query) {
  const { desk, find } = app;
  asked += 1;
  const mine = asked;
  if (find.query !== query) find.limit = 10;
  find.query = query;
  app.box.value = query;
  if (!desk || !query.trim()) {
    Object.assign(find, { found: null, without: [] });
    app.update();
    return;
  }
  try {
    const found = await desk.search(query, { limit: find.limit, sort: find.sort, facets: [...FACETS] });
    if (mine !== asked) return;
    const without = found.hits.length
      ? []
      : await tryWithout(
          app,
          found.understood.map((part) => part.text),
        );
    if (mine !== asked) return;
    Object.assign(find, { found, without });
  } catch (error) {
    if (mine !== asked) return;
    Object.assign(find, { found: null, without: [] });
    app.trouble(error);
  }
  app.update();
  setTimeout(() => mine === asked && drawSpines(app, mine), PAUSE_MS);
}

/** Spines are fetched only where one has stopped typing for so long. */
const PAUSE_MS = 250;

/**
 * Fetches the spines of the results, one after another.
 *
 * @param {App} app
 * @param {number} mine
 */
async function drawSpines(app, mine) {
  for (const { key } of app.find.found?.hits ?? []) {
    if (mine !== asked) return;
    if (app.find.spines.has(key)) continue;
    const opened = await app.desk?.opened(key).catch(() => null);
    if (opened) app.find.spines.set(key, opened.resolution.paragraphs);
  }
  app.update();
}

/**
 * What leaving out each part of a query would give.
 *
 * @param {App} app
 * @param {string[]} parts
 */
async function tryWithout(app, parts) {
  if (parts.length < 2 || parts.length > 6 || !app.desk) return [];
  const out = [];
  for (const [index, text] of parts.entries()) {
    const query = parts.filter((_, at) => at !== index).join(' ');
    const { total } = await app.desk.search(query, { limit: 1 });
    if (total.value) out.push({ text, query, value: total.value });
  }
  return out;
}

/** What is asked of the library when a text is opened. */

/** @typedef {import('../app.js').App} App */

/**
 * Opens the text that the address names, or says that it is not here.
 *
 * @param {App} app
 */
export async function openReading(app) {
  const key = app.route.rest;
  const shown = { reading: null, plain: null, missing: null };
  if (!key) {
    Object.assign(app, shown);
    return;
  }
  const { desk } = app;
  if (!desk) return;
  try {
    const reading = await desk.opened(key);
    if (app.reading?.key !== reading.key) Object.assign(app, { citedBy: [], works: new Map() });
    Object.assign(app, { ...shown, reading });
    whoCites(app, reading);
    whatIsCited(app, reading);
  } catch {
    try {
      Object.assign(app, { ...shown, plain: await desk.plain(key) });
    } catch {
      const [work = null] = await desk.resolve(key.replace(/@[a-z]+$/, '')).catch(() => []);
      Object.assign(app, { ...shown, missing: { key, work } });
    }
  }
}

/**
 * Looks up how the works are spelled that are cited, and where they are.
 *
 * @param {App} app
 * @param {import('../types.d.ts').Opened} reading
 */
async function whatIsCited(app, reading) {
  const works = await app.desk?.worksCited(reading.resolution).catch(() => null);
  if (!works || app.reading !== reading) return;
  app.works = works;
  app.update();
}

/** The most texts that are listed as citing one. */
const MOST = 100;

/**
 * Looks up which texts of the library cite the one that is read.
 *
 * @param {App} app
 * @param {import('../types.d.ts').Opened} reading
 */
async function whoCites(app, reading) {
  const { symbol, id } = reading.resolution;
  if (!symbol) return;
  const found = await app.desk?.search(`cites:"${symbol.replaceAll('"', '')}"`, { limit: MOST }).catch(() => null);
  if (!found || app.reading !== reading) return;
  app.citedBy = found.hits.filter((hit) => hit.id !== id);
  app.update();
}

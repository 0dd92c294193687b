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
    if (app.reading?.key !== reading.key) {
      Object.assign(app, { citedBy: [], works: new Map() });
      // What comes soon is shown at once with the text, and not by drawing it a second time.
      const soon = new Promise((resolve) => setTimeout(resolve, SOON_MS));
      await Promise.race([whatIsCited(app, reading), soon]);
      if (app.route.rest !== key) return;
    }
    Object.assign(app, { ...shown, reading });
    whoCites(app, reading);
  } catch {
    try {
      Object.assign(app, { ...shown, plain: await desk.plain(key) });
    } catch {
      const [work = null] = await desk.resolve(key.replace(/@[a-z]+$/, '')).catch(() => []);
      Object.assign(app, { ...shown, missing: { key, work } });
    }
  }
}

/** For so long a text waits for what is known of the works it cites. */
const SOON_MS = 200;

/**
 * Looks up how the works are spelled that are cited, and where they are.
 *
 * @param {App} app
 * @param {import('../types.d.ts').Opened} reading
 */
async function whatIsCited(app, reading) {
  const asked = app.route.rest;
  const works = await app.desk?.worksCited(reading.resolution).catch(() => null);
  if (!works || app.route.rest !== asked) return;
  const shown = app.reading === reading;
  app.works = works;
  if (shown) app.update();
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
  // The text itself does not tell it.
  if (app.route.params.has('tab')) app.update();
}

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
    Object.assign(app, { ...shown, reading: await desk.opened(key) });
  } catch {
    try {
      Object.assign(app, { ...shown, plain: await desk.plain(key) });
    } catch {
      Object.assign(app, { ...shown, missing: key });
    }
  }
}

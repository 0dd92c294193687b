/** @typedef {import('../app.js').App} App */

/**
 * Opens the resolution that the address names, or says that it is not here.
 *
 * @param {App} app
 */
export async function openReading(app) {
  const key = app.route.rest;
  if (!key) {
    Object.assign(app, { reading: null, missing: null });
    return;
  }
  if (!app.desk) return;
  try {
    Object.assign(app, { reading: await app.desk.opened(key), missing: null });
  } catch {
    Object.assign(app, { reading: null, missing: key });
  }
}

/** Files, folders and texts that are dropped on the page. */
import { pageOf } from './clipboard.js';
import { filesOf } from './files.js';
import { takeFiles, takeText } from './take.js';

/** @typedef {import('./app.js').App} App */

/**
 * Files, folders and texts may be dropped anywhere; the view dims and names what will happen.
 *
 * @param {App} app
 */
export function listenToDrops(app) {
  let depth = 0;
  const show = (/** @type {boolean} */ on) => {
    if (app.dropping === on) return;
    app.dropping = on;
    app.update();
  };
  addEventListener('dragenter', (event) => {
    event.preventDefault();
    depth += 1;
    show(true);
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('dragleave', () => {
    depth -= 1;
    if (depth <= 0) show(false);
  });
  addEventListener('drop', async (event) => {
    event.preventDefault();
    depth = 0;
    show(false);
    const transfer = event.dataTransfer;
    if (!transfer) return;
    const text = pageOf(transfer) ?? transfer.getData('text/plain');
    try {
      const files = await filesOf(transfer);
      if (files.length) await takeFiles(app, files);
      else if (text) await takeText(app, text);
    } catch (error) {
      app.trouble(error);
    }
  });
}

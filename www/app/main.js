/** Starts the app. */
import { App } from './app.js';
import { listenToDrops } from './drop.js';
import { listenToKeys } from './keys.js';
import { keepOffline } from './offline.js';

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  const app = new App(root);
  listenToKeys(app);
  listenToDrops(app);
  app.start().then(() => keepOffline(app));
}

/** What axe-core finds about access in each view, in both themes and both widths. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch } from '../browser/browser.mjs';
import { openApp, serveApp } from './app.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const views = {
  check: '#/check',
  own: '#/check/own',
  find: '#/find?q=solidarity',
  library: '#/read',
  compare: '#/compare',
};

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveApp>>} */
let server;
before(async () => {
  browser = await launch('chromium');
  server = await serveApp();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

for (const theme of ['light', 'dark']) {
  for (const width of [1280, 380]) {
    for (const [name, hash] of Object.entries(views)) {
      test(`${name} in the ${theme} theme, ${width} pixels wide, has no barrier that axe knows`, async () => {
        const { page } = await openApp(browser, `${server.origin}/${hash}`, { width });
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: theme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await page.evaluate(axe);
        const violations = await page.evaluate(async (rules) => {
          const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (globalThis));
          const found = await axe.run(document, { runOnly: rules });
          return found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
          );
        }, rules);
        assert.deepEqual(violations, []);
        await page.close();
      });
    }
  }
}

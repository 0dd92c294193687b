/** What axe-core finds about access in each view: in every language, both themes, both widths, both browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { launch, names, newPage } from '../browser/browser.mjs';
import { drop, forget, openApp, press, serveApp, waitForWords, written } from './app.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each view: where it is, and what is pressed there. */
const views = /** @type {[name: string, hash: string, press?: string][]} */ ([
  ['check', '#/check'],
  ['own', '#/check/own'],
  ['find', '#/find?q=lighthouses'],
  ['nothing found', '#/find?q=zeppelin+lighthouses'],
  ['library', '#/read'],
  ['missing', '#/read/un:ga:res:1/1@en'],
  ['text', '#/read/un:ga:res:99/7@en'],
  ['acts', '#/read/un:ga:res:99/7@en?tab=acts'],
  ['citations', '#/read/un:ga:res:99/7@en?tab=citations'],
  ['facts', '#/read/un:ga:res:99/7@en?tab=facts'],
  ['export', '#/read/un:ga:res:99/7@en', '#export-open'],
  ['compare', '#/compare'],
  ['settings', '#/read', '#show-settings'],
  ['help', '#/read', '#show-help'],
  ['keys', '#/read', '#show-keys'],
]);

for (const name of names) {
  describe(`in ${name}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof serveApp>>} */
    let server;
    before(async () => {
      browser = await launch(name);
      server = await serveApp();
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    for (const language of ['en', 'fr', 'ar']) {
      for (const theme of ['light', 'dark']) {
        for (const width of [1280, 320]) {
          test(`no view has a barrier that axe knows, in ${language}, ${theme}, ${width} pixels wide`, async () => {
            const { page } = await newPage(browser);
            await page.setViewport({ width, height: 900 });
            await page.evaluateOnNewDocument(
              (language, theme) => {
                localStorage.setItem('whereas.language', language);
                localStorage.setItem('whereas.theme', theme);
              },
              language,
              theme,
            );
            await page.goto(`${server.origin}/`);
            await page.waitForSelector('.quotation[data-quotation="7"]', { timeout: 30_000 });
            await page.waitForFunction(() => document.querySelector('#language') !== null);
            await page.evaluate(axe);
            const found = [await audit(page, 'check, the example')];
            await drop(page, [{ name: 'lighthouses.txt', text: written }]);
            await page.waitForSelector('[data-view="resolution"]');
            for (const [view, hash, button] of views) {
              await page.evaluate((hash) => {
                location.hash = hash;
              }, hash);
              await page.waitForFunction(
                (hash) => location.hash === hash || decodeURIComponent(location.hash) === hash,
                {},
                hash,
              );
              await settle(page);
              if (button) {
                await press(page, button);
                await page.waitForSelector('dialog[open]');
              }
              found.push(await audit(page, view));
              if (button) await page.keyboard.press('Escape');
            }
            assert.deepEqual(found.flat(), []);
            await forget(page);
            await page.close();
          });
        }
      }
    }

    test('every view can be used by keys alone, and the focus is never lost', async () => {
      const { page } = await openApp(browser, `${server.origin}/`);
      await page.waitForSelector('.quotation[data-quotation="7"]');
      const focus = () =>
        page.evaluate(
          () => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName,
        );
      await page.keyboard.press('Tab');
      assert.equal(await focus(), 'skip', 'the first stop leads to the text');
      await page.keyboard.press('Enter');
      assert.equal(await focus(), 'main');
      await page.keyboard.press('j');
      await waitForWords(page, '#apparatus', /quotation 4 of 7/);
      await page.keyboard.press('k');
      await waitForWords(page, '#apparatus', /quotation 3 of 7/);
      await page.keyboard.press('?');
      await page.waitForSelector('#keys[open]');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('dialog[open]'));
      // The combobox: words are completed by arrows and Enter, and Escape closes the list.
      await page.keyboard.press('/');
      assert.equal(await focus(), 'box');
      await page.keyboard.type('solid');
      await page.waitForSelector('#box-list [role="option"]');
      assert.equal(await page.$eval('#box', (one) => one.getAttribute('aria-expanded')), 'true');
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(
        () => document.getElementById('box')?.getAttribute('aria-activedescendant') === 'box-option-0',
      );
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.getElementById('box')?.getAttribute('aria-expanded') === 'false');
      assert.equal(await focus(), 'box');
      await page.keyboard.type('arity');
      await page.keyboard.press('Enter');
      await waitForWords(page, '#count', /^1 resolution$/);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
      await page.keyboard.press('j');
      assert.equal(await page.evaluate(() => document.activeElement?.closest('.result') !== null), true);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-view="resolution"]');
      await page.focus('#tab-text');
      for (const tab of ['acts', 'citations', 'facts', 'text']) {
        await page.keyboard.press('ArrowRight');
        await page.waitForSelector(`#tab-${tab}[aria-selected="true"]`);
        assert.equal(await focus(), `tab-${tab}`);
      }
      await page.keyboard.press('j');
      assert.equal(await page.evaluate(() => document.activeElement?.closest('.row') !== null), true);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.row[aria-current]');
      await page.close();
    });
  });
}

/** Waits until what was asked for is shown. @param {import('puppeteer-core').Page} page */
async function settle(page) {
  await page.waitForFunction(() => document.querySelector('[data-room]') && !document.querySelector('.waiting'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/**
 * The barriers of a view.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} view
 */
function audit(page, view) {
  return page.evaluate(
    async (rules, view) => {
      const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (globalThis));
      const found = await axe.run(document, { runOnly: rules });
      const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      return [
        ...found.violations.map(
          ({ id, nodes }) => `${view}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
        ),
        ...(wider > 0 ? [`${view}: ${wider} pixels wider than the window`] : []),
      ];
    },
    rules,
    view,
  );
}

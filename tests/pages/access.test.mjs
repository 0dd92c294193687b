/** What axe-core finds about access in each view: in every language, both themes, both widths, both browsers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barriers, bringAxe } from '../browser/axe.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { newPage } from '../browser/browser.mjs';
import { drop, forget, openApp, press, serveApp, waitForWords, written } from './app.mjs';

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

inBothBrowsers(serveApp, (here) => {
  for (const language of ['en', 'fr', 'ar']) {
    for (const theme of ['light', 'dark']) {
      for (const width of [1280, 320]) {
        test(`no view has a barrier that axe knows, in ${language}, ${theme}, ${width} pixels wide`, async () => {
          const { page } = await newPage(here.browser);
          await page.setViewport({ width, height: 900 });
          await page.evaluateOnNewDocument(
            (language, theme) => {
              localStorage.setItem('whereas.language', language);
              localStorage.setItem('whereas.theme', theme);
            },
            language,
            theme,
          );
          await page.goto(`${here.server.origin}/`);
          await page.waitForSelector('.quotation[data-quotation="7"]', { timeout: 30_000 });
          await page.waitForFunction(() => document.querySelector('#language') !== null);
          await bringAxe(page);
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
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
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
async function audit(page, view) {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const found = await barriers(page);
  if (wider > 0) found.push(`${wider} pixels wider than the window`);
  return found.map((one) => `${view}: ${one}`);
}

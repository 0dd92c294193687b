/** Export, settings and storage, in both browsers: also where the browser keeps nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBothBrowsers } from '../browser/both.mjs';
import { newPage } from '../browser/browser.mjs';
import { drop, forget, openApp, press, serveApp, waitForWords, wordsOf, written } from './app.mjs';

const opened = /** @type {const} */ (['[data-view="resolution"] #title', /Protection of lighthouses/]);
const file = [{ name: 'lighthouses.txt', text: written }];

inBothBrowsers(serveApp, (here) => {
  test('shows a resolution in another form before it is saved, and cites a paragraph', async () => {
    const { page, said } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, file);
    await waitForWords(page, ...opened);
    await page.focus('#export-open');
    await page.keyboard.press('Enter');
    await waitForWords(page, '#export .preview', /^# Protection of lighthouses/);
    for (const [form, words] of /** @type {[string, RegExp][]} */ ([
      ['html', /<p id="op1"><span class="number">1\.<\/span> <i>Calls upon<\/i>/],
      ['csv', /^key,symbol,date,address/],
      ['json', /"key": "un:ga:res:99\/7@en"/],
      ['jsonld', /"@type": "Legislation"/],
      ['citation', /^General Assembly resolution 99\/7 of 3 December 2044\.$/],
      ['bibtex', /^@misc\{un-ga-res-99-7-en,/],
      ['csl', /"type": "legislation"/],
    ])) {
      await press(page, `#export input[value="${form}"]`);
      await waitForWords(page, '#export .preview', words);
    }
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.getElementById('export'));
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'export-open', 'the focus returns');
    await page.$$eval('.row[data-address="op1"] .copy', (all) => /** @type {HTMLElement} */ (all[1]).click());
    await waitForWords(page, '#export .preview', /^General Assembly resolution 99\/7 of 3 December 2044, para\. 1\.$/);
    await press(page, '#export input[value="markdown"]');
    await waitForWords(
      page,
      '#export .preview',
      /\*Calls upon\* all States .* \(General Assembly resolution 99\/7 of 3 December 2044, para\. 1\.\)$/,
    );
    assert.deepEqual(said, []);
    await forget(page);
    await page.close();
  });

  test('takes forces from the scale that is chosen, and says whose it is', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, file);
    await waitForWords(page, ...opened);
    await waitForWords(page, '.row[data-address="op1"] .force', /Scale: whereas-1, by The Whereas project/);
    await press(page, '#show-settings');
    await page.waitForSelector('#settings[open]');
    await press(page, '#settings input[value="gruenberg-2009"]');
    await waitForWords(page, '.row[data-address="op1"] .force', /Scale: gruenberg-2009, by Justin S\. Gruenberg/);
    await page.reload();
    await waitForWords(page, '.row[data-address="op1"] .force', /by Justin S\. Gruenberg/);
    await forget(page);
    await page.close();
  });

  test('makes the report when the page is printed, and only then', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
    await page.waitForSelector('.quotation[data-quotation="7"]');
    assert.equal((await page.$$('.report')).length, 0);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal((await page.$$('.report .findings li')).length, 7);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal((await page.$$('.report')).length, 0);
    await page.close();
  });

  test('keeps the files of a folder together, and takes them out together', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/#/read`);
    await page.waitForSelector('#open-folder');
    await page.evaluate((text) => {
      const files = [7, 8].map((number) => {
        const one = new File([text.replaceAll('99/7', `99/${number}`)], `${number}.txt`);
        Object.defineProperty(one, 'webkitRelativePath', { value: `Lighthouses/deep/${number}.txt` });
        return one;
      });
      const input = /** @type {HTMLInputElement} */ (document.getElementById('open-folder'));
      Object.defineProperty(input, 'files', { value: files });
      input.dispatchEvent(new Event('change'));
    }, written);
    await waitForWords(page, '.collection summary', /^Lighthouses 2 resolutions$/);
    await page.reload();
    await waitForWords(page, '.collection summary', /^Lighthouses 2 resolutions$/);
    await press(page, '.collection > p button');
    await waitForWords(page, '#notice', /Lighthouses was removed/);
    await page.waitForFunction(() => !document.querySelector('.collection'));
    await press(page, '#notice button');
    await waitForWords(page, '.collection summary', /^Lighthouses 2 resolutions$/);
    await forget(page);
    await page.close();
  });

  test('stores nothing in a temporary session', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/#/read`);
    await page.waitForSelector('#temporary');
    await press(page, '#temporary');
    await waitForWords(page, '#lock', /Temporary session: nothing is stored/);
    await drop(page, file);
    await waitForWords(page, ...opened);
    await page.goto(`${here.server.origin}/?again#/read`);
    await waitForWords(page, '#shelf', /KAZAKHSTAN/);
    assert.doesNotMatch(await wordsOf(page, '#shelf'), /lighthouses/);
    await forget(page);
    await page.close();
  });

  for (const [what, break_] of /** @type {[string, () => void][]} */ ([
    [
      'the disk is full',
      () => {
        const full = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.add = full;
        Storage.prototype.setItem = full;
      },
    ],
    [
      'the window is private',
      () => {
        const refused = () => {
          throw new DOMException('refused', 'SecurityError');
        };
        IDBFactory.prototype.open = refused;
        Object.defineProperty(window, 'localStorage', { get: refused });
      },
    ],
    [
      'the browser never says whether it opens its store',
      () => {
        IDBFactory.prototype.open = () => /** @type {IDBOpenDBRequest} */ (/** @type {unknown} */ ({}));
      },
    ],
  ])) {
    test(`says so where ${what}, and goes on in memory`, async () => {
      const { page, said } = await newPage(here.browser);
      await page.evaluateOnNewDocument(break_);
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`${here.server.origin}/`);
      await page.waitForSelector('.quotation[data-quotation="7"]', { timeout: 30_000 });
      await drop(page, file);
      await waitForWords(page, '#notice', /Not kept: the browser has no room or this window is private/);
      await waitForWords(page, ...opened);
      await press(page, '#show-settings');
      await page.waitForSelector('#settings[open]');
      await press(page, '#settings input[value="model-diplomat"]');
      await waitForWords(page, '.row[data-address="op1"] .force', /by Model Diplomat/);
      assert.deepEqual(said, []);
      await page.close();
    });
  }
});

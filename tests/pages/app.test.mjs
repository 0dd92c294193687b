/** The app in both browsers: the example, a file, a search, a check, bad input, no network. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../www/tools/run.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { serveFolder } from '../browser/server.mjs';
import {
  ask,
  drop,
  fill,
  forget,
  openApp,
  press,
  serveApp,
  waitForMarked,
  waitForWords,
  wordsOf,
  written,
} from './app.mjs';

const example = (/** @type {string} */ name) => readFileSync(join(root, 'www', 'example', name), 'utf8');

/** What the app says of each quotation of the example. */
const findings = /** @type {[string, RegExp][]} */ ([
  ['altered', /“Partnership” in the article, “PARTNERING” in the resolution/],
  ['verbatim', /The title\. Capitals are not counted/],
  ['altered', /“the” and “that” stand in the article and not in this copy/],
  ['verbatim', /It continues: “, its rejection of any intervention/],
  ['verbatim', /Governed by “Expresses disapproval/],
  ['verbatim', /Resolution: “such inadmissible positions”\. Article: “the positions set out in the resolution”/],
  ['inflected', /“stresses” → “stressed”; “State” → “state”/],
]);

/** The view of a resolution, once it shows the one that was dropped. */
const opened = /** @type {const} */ (['[data-view="resolution"] #title', /Protection of lighthouses/]);

inBothBrowsers(serveApp, (here) => {
  /** Asserts that the page kept quiet and asked nobody but its own server. */
  const quiet = (/** @type {{ said: string[], asked: string[] }} */ { said, asked }) => {
    assert.deepEqual(said, []);
    const own = new RegExp(`^(${here.server.origin}/|data:|blob:)`);
    assert.deepEqual(
      asked.filter((address) => !own.test(address)),
      [],
    );
  };

  test('opens on the example, with its check finished', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/`);
    const { page } = app;
    await page.waitForSelector('.quotation[data-quotation="7"]');
    assert.equal(await wordsOf(page, '#title'), 'A news report, held against the resolution it quotes');
    assert.equal(
      await wordsOf(page, '#summary'),
      'Seven quotations. Four stand word for word, one in adapted form, two differ in wording. ' +
        'Three of the resolution’s eight paragraphs are not quoted.',
    );
    const verdicts = await page.$$eval('.quotation[data-quotation]', (all) =>
      all.map((one) => one.getAttribute('data-verdict')),
    );
    assert.deepEqual(
      verdicts,
      findings.map(([verdict]) => verdict),
    );
    const unquoted = await page.$$eval('.para:has(.unquoted)', (all) =>
      all.map((one) => one.getAttribute('data-address')),
    );
    assert.deepEqual(unquoted, ['pp1', 'op1', 'op4']);
    quiet(app);
    await page.close();
  });

  test('says of each quotation what was found', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/`);
    const { page } = app;
    for (const [index, [verdict, sentence]] of findings.entries()) {
      const link = `.quotation[data-quotation="${index + 1}"]`;
      await page.waitForSelector(link);
      await press(page, link);
      await page.waitForSelector(`${link}[aria-current]`);
      await waitForWords(page, '#apparatus', sentence);
      assert.equal(await page.$eval('#apparatus', (one) => one.getAttribute('data-verdict')), verdict);
    }
    quiet(app);
    await page.close();
  });

  test('reads a file that is dropped, finds it by its words and by its symbol', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/`);
    const { page } = app;
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...opened);
    const addresses = await page.$$eval('.reader [data-address]', (all) =>
      all.map((one) => one.getAttribute('data-address')),
    );
    for (const address of ['pp1', 'pp2', 'op1', 'op2']) assert.ok(addresses.includes(address), `${address} is shown`);
    await ask(page, 'repair lighthouses');
    await waitForWords(page, '#count', /^1 resolution$/);
    await waitForMarked(page, '#results', /repair/);
    const link = await page.$eval('#results .number', (one) => one.getAttribute('href'));
    assert.match(link ?? '', /^#\/read\/.*at=op1$/);
    await press(page, '#results .number');
    await waitForWords(page, ...opened);
    await ask(page, 'A/RES/99/7');
    await waitForWords(page, ...opened);
    quiet(app);
    await forget(page);
    await page.close();
  });

  test('finds words of the example, and says where nothing is found', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/#/find?q=solidarity`);
    const { page } = app;
    await waitForWords(page, '#count', /^1 resolution$/);
    await waitForWords(page, '#results h2', /SOLIDARITY WITH THE REPUBLIC OF KAZAKHSTAN/);
    await ask(page, 'zeppelin');
    await waitForWords(page, '#count', /Nothing found/);
    quiet(app);
    await page.close();
  });

  test('checks an article of one’s own', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/#/check/own`);
    const { page } = app;
    await page.waitForSelector('#own-article');
    const article =
      'NEW YORK, 4 December 2044 - The General Assembly in its resolution 99/7 called upon all States ' +
      'to “repair the lighthouses on their coasts before 2047”, its spokesperson said.';
    await fill(page, '#own-article', article);
    await fill(page, '#own-resolution', written);
    await press(page, '#own-check');
    await waitForWords(page, '#summary', /One quotation\. One differs in wording/);
    await waitForWords(page, '#apparatus', /2047.*2046/);
    quiet(app);
    await forget(page);
    await page.close();
  });

  test('answers bad input in words, and the library is unharmed', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/`);
    const { page } = app;
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...opened);
    await drop(page, [{ name: 'picture.png', bytes: [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8, 0, 0] }]);
    await waitForWords(page, '#notice', /picture\.png could not be read/);
    await drop(page, [{ name: 'empty.txt' }]);
    await waitForWords(page, 'main', /not recognised as a resolution|no resolution was recognised|empty/);
    await drop(page, [{ name: 'long.txt', text: 'a', repeat: 10_000_000 }]);
    await waitForWords(page, '#notice', /opened|long\.txt/, 60_000);
    await drop(page, [{ name: 'report.txt', text: example('article.txt') }]);
    await waitForWords(page, '[data-view="own"] #title', /Check your own article/);
    await ask(page, 'A/RES/99/7');
    await waitForWords(page, ...opened);
    quiet(app);
    await forget(page);
    await page.close();
  });

  test('tells of a newer version, and takes it only when it is asked to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whereas-update-'));
    cpSync(join(root, 'dist', 'app'), folder, { recursive: true });
    const own = await serveFolder(folder);
    const { page } = await openApp(here.browser, `${own.origin}/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const worker = join(folder, 'sw.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/"version":"\w+"/, '"version":"00000000newer"'));
    await page.evaluate(async () => {
      Object.assign(globalThis, { stays: true });
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    await waitForWords(page, '#notice', /A newer version is ready\. Reload/);
    assert.equal(await page.evaluate(() => 'stays' in globalThis), true, 'the page was not reloaded by itself');
    await Promise.all([page.waitForNavigation(), press(page, '#notice button')]);
    await page.waitForSelector('.quotation[data-quotation="7"]');
    assert.deepEqual(await page.evaluate(() => caches.keys()), ['whereas-app-00000000newer']);
    await page.close();
    await own.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('goes on when the network is cut, and starts again without it', async () => {
    const own = await serveApp();
    const { page } = await openApp(here.browser, `${own.origin}/`);
    await page.waitForSelector('.quotation[data-quotation="7"]');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await own.close();
    await ask(page, 'solidarity');
    await waitForWords(page, '#count', /^1 resolution$/);
    await page.goto(`${own.origin}/`);
    await page.waitForSelector('.quotation[data-quotation="7"]', { timeout: 20_000 });
    await ask(page, 'solidarity');
    await waitForWords(page, '#count', /^1 resolution$/);
    await page.close();
  });

  test('fits a narrow window, where the source is sewn in beneath the quotation', async () => {
    const app = await openApp(here.browser, `${here.server.origin}/`, { width: 380, height: 800 });
    const { page } = app;
    await page.waitForSelector('[data-view="narrow"] .sewn');
    for (const [hash, room] of [
      ['#/check', 'check'],
      ['#/find?q=solidarity', 'find'],
      ['#/read', 'read'],
      ['#/check/own', 'check'],
    ]) {
      await page.evaluate((hash) => {
        location.hash = hash ?? '';
      }, hash);
      await page.waitForSelector(`[data-room="${room}"]`);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wider, 0, `${hash} is wider than the window`);
    }
    quiet(app);
    await page.close();
  });
});

/** Archives in the app, in both browsers: offered, by consent, dropped, whole, hostile, unreachable. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { open } from '../../www/direct.js';
import { root } from '../../www/tools/run.mjs';
import { packOf, resolutions } from '../browser/archive.mjs';
import { barriers, bringAxe } from '../browser/axe.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { serveFolder } from '../browser/server.mjs';
import { ask, drop, fill, forget, openApp, press, serveApp, waitForWords, wordsOf } from './app.mjs';

/** What a host has to allow, so that pages of other origins may read ranges of its files. */
const forAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'range',
  'access-control-expose-headers': 'content-range, content-length, etag, accept-ranges',
};

inBothBrowsers(serveApp, (here) => {
  /** @type {Uint8Array<ArrayBuffer>} */
  let pack;
  /** @type {Uint8Array<ArrayBuffer>} */
  let far;

  before(async () => {
    const wasm = readFileSync(join(root, 'www', 'wasm', 'whereas_bg.wasm'));
    pack = await packOf(() => open({ wasm }), resolutions(300));
    far = await packOf(() => open({ wasm }), resolutions(4000));
    const line = { name: 'Lighthouses', url: 'unga.whereas', size: pack.length, resolutions: 300 };
    const catalogue = { schema: 'whereas-catalogue/1', packs: [{ ...line, dates: ['2023-01-02', '2024-12-03'] }] };
    here.server.files.set('/archives/unga.whereas', pack);
    here.server.files.set('/archives/catalogue.json', Buffer.from(JSON.stringify(catalogue)));
  });

  /** The bytes of the archive that a server gave away. @param {typeof here.server} server */
  const given = ({ asked }) =>
    asked.filter(({ path }) => path.endsWith('.whereas')).reduce((sum, { sent }) => sum + sent, 0);

  test('what the site offers is opened, searched range by range, fetched whole, and kept', async () => {
    const { page, said, asked } = await openApp(here.browser, `${here.server.origin}/`);
    await waitForWords(page, '#archives-offered', /Lighthouses 300 resolutions · 2023–2024 · \d/);
    assert.equal(given(here.server), 0, 'nothing is read before one asks');
    assert.match(await wordsOf(page, '.build'), /whereas pack build/);
    await press(page, '#archives-offered button');
    await waitForWords(page, '#archives-open', /Lighthouses 300 resolutions .*Read from 127\.0\.0\.1/);
    await waitForWords(page, '#lock', /Searching Lighthouses: its host can see which parts of the archive are read/);
    await ask(page, 'unique17');
    await waitForWords(page, '#count', /^1 resolution$/);
    assert.ok(given(here.server) < pack.length, 'not all of it was read');
    await press(page, '#results h2 a');
    await waitForWords(page, '.kicker', /^A\/RES\/78\/17$/);
    await press(page, '#lock button');
    await waitForWords(page, '#notice', /All of Lighthouses is on this device now/);
    assert.match(await wordsOf(page, '#lock'), /^Everything here is on this device$/);
    const before = given(here.server);
    await page.goto(`${here.server.origin}/?again#/find?q=unique41`);
    await waitForWords(page, '#count', /^1 resolution$/);
    assert.equal(given(here.server), before, 'its host is asked no more');
    await press(page, '[data-to="read"]');
    await waitForWords(page, '#archives-open', /On this device/);
    assert.equal(await page.$('#archives-offered'), null, 'what is open is not offered');
    await press(page, '#archives-open button');
    await waitForWords(page, '#notice', /Lighthouses was closed/);
    await page.waitForSelector('#archives-offered');
    assert.deepEqual(said, []);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(here.server.origin) && !address.startsWith('blob:')),
      [],
    );
    await forget(page);
    await page.close();
  });

  test('another host is named before it is asked anything, and one that falls silent is set aside', async (t) => {
    const other = await serveFolder(join(root, 'dist', 'app'), forAll);
    t.after(() => other.close());
    // What is fetched at first of a small archive is all of it.
    other.files.set('/far.whereas', far);
    const { page } = await openApp(here.browser, `${here.server.origin}/#/read`);
    await page.waitForSelector('#archive-address');
    for (const wrong of ['', 'ftp://example.org/a.whereas', 'javascript:alert(1)']) {
      await fill(page, '#archive-address', wrong);
      await press(page, '.elsewhere button');
      await waitForWords(page, '#notice', /no address of an archive/);
    }
    await fill(page, '#archive-address', `${other.origin}/far.whereas`);
    await press(page, '.elsewhere button');
    await waitForWords(page, '.consent', new RegExp(`far\\.whereas lies at ${new URL(other.origin).host}`));
    assert.deepEqual(other.asked, []);
    // The focus goes there once the words stand.
    await page.waitForFunction(() => document.activeElement?.id === 'archive-agree');
    await bringAxe(page);
    assert.deepEqual(await barriers(page), []);
    await press(page, '.consent .plain');
    await page.waitForFunction(() => !document.querySelector('.consent'));
    assert.deepEqual(other.asked, []);
    await fill(page, '#archive-address', `${other.origin}/far.whereas`);
    await press(page, '.elsewhere button');
    await page.waitForSelector('.consent');
    await press(page, '#archive-agree');
    await waitForWords(page, '#archives-open', /far\.whereas 4,000 resolutions/);
    await ask(page, 'unique5');
    await waitForWords(page, '#count', /^1 resolution$/);
    other.faults.meddle = () => ({ status: 503 });
    await ask(page, 'unique3999');
    await waitForWords(page, '#mute', /1 of 1 archive did not answer/, 40_000);
    assert.deepEqual(await barriers(page), []);
    other.faults.meddle = undefined;
    await press(page, '#mute button');
    await waitForWords(page, '#count', /^1 resolution$/);
    await forget(page);
    await page.close();
  });

  test('an archive that is dropped is opened and searched, and an article is held against what it names there', async () => {
    const { page, said } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, [{ name: '<b>lights</b>.whereas', bytes: [...pack] }]);
    await waitForWords(page, '#notice', /<b>lights<\/b>\.whereas is open: 300 resolutions/);
    await waitForWords(page, '.find .summary', /^300 resolutions are open here/);
    await page.goto(`${here.server.origin}/?own#/check/own`);
    await page.waitForSelector('[name="named"]');
    await fill(
      page,
      '#own-article',
      'NEW YORK, 4 March 2024 - In resolution A/RES/78/23 the Assembly spoke of “unique23”.',
    );
    await press(page, '#own-check');
    await waitForWords(page, '.source-col h2', /A\/RES\/78\/23/);
    assert.deepEqual(said, []);
    await forget(page);
    await page.close();
  });

  test('what is no archive, is cut or damaged is said in words, and nothing is lost', async () => {
    const { page, said } = await openApp(here.browser, `${here.server.origin}/#/read`);
    await page.waitForSelector('#archives');
    const damaged = [...pack];
    for (let at = 64; at < damaged.length; at += 97) damaged[at] = (damaged[at] ?? 0) ^ 0x55;
    for (const [name, bytes] of /** @type {[string, number[]][]} */ ([
      ['<img src=x onerror=alert(1)>.whereas', [60, 98, 62]],
      ['empty.whereas', []],
      ['cut.whereas', [...pack.subarray(0, 5000)]],
      ['damaged.whereas', damaged],
    ])) {
      await drop(page, [{ name, bytes }]);
      await waitForWords(page, '#notice', /That did not work\..*(?:pack|archive)|is open/);
      await ask(page, 'solidarity');
      await page.waitForFunction(() => document.querySelector('[data-room="find"]') !== null);
      await page.evaluate(() => {
        location.hash = '#/read';
      });
      await page.waitForSelector('#archives');
    }
    assert.equal(await page.$('img[onerror]'), null);
    assert.deepEqual(said, []);
    await forget(page);
    await page.close();
  });
});

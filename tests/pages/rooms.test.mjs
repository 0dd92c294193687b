/** What one does in the rooms Find and Read, and where Check begins, in both browsers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBothBrowsers } from '../browser/both.mjs';
import { allWordsOf, ask, drop, forget, openApp, press, serveApp, waitForWords, wordsOf, written } from './app.mjs';

/** The resolution that the one of the tests cites. */
const earlier = `General Assembly
A/RES/98/12

Resolution adopted by the General Assembly on 4 December 2043

98/12. Safety of navigation

The General Assembly,

Guided by the Charter of the United Nations,

1. Calls upon all States to light their coasts.
`;

const opened = /** @type {const} */ (['[data-view="resolution"] #title', /Protection of lighthouses/]);
const place = '#/read/un:ga:res:99/7@en';

inBothBrowsers(serveApp, (here) => {
  test('a citation leads to the resolver the core names, and to the text once it is here', async () => {
    const { page, said } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...opened);
    await page.waitForSelector('.row .citation.away');
    assert.equal(
      await page.$eval('.row .citation.away', (one) => one.getAttribute('href')),
      'https://undocs.org/en/A/RES/98/12',
    );
    await press(page, '#tab-citations');
    await waitForWords(page, '.cites .meta', /A\/RES\/98\/12/);
    assert.doesNotMatch(await wordsOf(page, '.cites'), /un:ga:res/, 'ids are for machines');
    await drop(page, [{ name: 'navigation.txt', text: earlier }]);
    await waitForWords(page, '#title', /Safety of navigation/);
    await page.evaluate((place) => {
      location.hash = place;
    }, place);
    await waitForWords(page, ...opened);
    await page.waitForSelector('.row .citation.here');
    assert.equal(
      await page.$eval('.row .citation.here', (one) => decodeURIComponent(one.getAttribute('href') ?? '')),
      '#/read/un:ga:res:98/12@en',
    );
    assert.deepEqual(said, []);
    await forget(page);
    await page.close();
  });

  test('a link to a text that is not here names it as its body does, and where it can be read', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/#/read/un:sc:res:2593(2021)@en?at=op2`);
    await waitForWords(page, '#title', /^S\/RES\/2593 \(2021\)$/);
    await waitForWords(page, '[role="alert"]', /This link points to paragraph 2 of S\/RES\/2593 \(2021\)/);
    assert.equal(
      await page.$eval('.citation.away', (one) => one.getAttribute('href')),
      'https://undocs.org/en/S/RES/2593(2021)',
    );
    await page.evaluate(() => {
      location.hash = '#/read/<b>nothing</b>';
    });
    await waitForWords(page, '#title', /^<b>nothing<\/b>$/);
    await page.close();
  });

  test('Check begins with one’s own article once there are documents and nothing was checked', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...opened);
    await page.goto(`${here.server.origin}/?again${place}`);
    await waitForWords(page, ...opened);
    await press(page, '[data-to="check"]');
    await page.waitForSelector('#own-article');
    await page.waitForSelector('[name="against"][value="un:ga:res:99/7@en"]');
    await forget(page);
    await page.close();
  });

  test('a part of the query is marked in the box to be written anew, and can be taken out', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...opened);
    await ask(page, 'lighthouses zeppelin body:un');
    await waitForWords(page, '#count', /Nothing found/);
    assert.deepEqual(await allWordsOf(page, '.chips bdi'), ['lighthouses', 'zeppelin', 'body:un']);
    await waitForWords(page, '.without', /Without “zeppelin”: 1 resolution/);
    await press(page, '.chips li:nth-child(2) button');
    assert.equal(
      await page.evaluate(() => {
        const box = /** @type {HTMLInputElement} */ (document.activeElement);
        return box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0);
      }),
      'zeppelin',
    );
    await page.keyboard.type('coasts');
    await waitForWords(page, '#count', /^1 resolution$/);
    await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('q=lighthouses+coasts+body:un'));
    await press(page, '.chips li:nth-child(3) a');
    await page.waitForFunction(() => location.hash === '#/find?q=lighthouses+coasts');
    await forget(page);
    await page.close();
  });

  test('acts are grouped by what is done or by who is asked, and the address says which', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...opened);
    await press(page, '#tab-acts');
    await waitForWords(page, '.acts .group', /^asks$/);
    await press(page, '.ways a:not([aria-current])');
    await waitForWords(page, '.acts .group', /^all States$/);
    await waitForWords(page, '.acts .group', /Secretary-General/);
    assert.match(await page.evaluate(() => location.hash), /tab=acts&by=who$/);
    await forget(page);
    await page.close();
  });

  test('the spine shows which paragraph one is reading, and leads to another', async () => {
    const { page, said } = await openApp(here.browser, `${here.server.origin}/`);
    const more = Array.from(
      { length: 38 },
      (_, at) =>
        `${at + 3}. Calls upon all States to light their coasts, ${'and to keep watch there by day and night, '.repeat(4)}every year;`,
    );
    const text = `${written.trimEnd().slice(0, -1)};\n\n${more.join('\n\n')}\n`;
    await drop(page, [{ name: 'long.txt', text }]);
    await waitForWords(page, ...opened);
    await page.waitForSelector('.tick[data-tick="op40"]');
    await page.$eval('.row[data-address="op20"]', (row) => row.scrollIntoView({ block: 'start' }));
    await page.waitForFunction(() => {
      const here = document.querySelectorAll('.tick[data-here]');
      return here.length === 1 && /^op(?:19|20|21)$/.test(here[0]?.getAttribute('data-tick') ?? '');
    });
    await press(page, '.tick[data-tick="op36"]');
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('.row[data-address="op36"]')?.getBoundingClientRect() ?? {};
      return top !== undefined && bottom !== undefined && top >= 0 && bottom <= innerHeight;
    });
    assert.deepEqual(said, []);
    await forget(page);
    await page.close();
  });

  test('an empty search says how much there is, and shows what one can ask', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/#/find`);
    await waitForWords(page, '.find .summary', /^1 resolution is open here\./);
    assert.equal((await page.$$('.find .queries a')).length, 7);
    await page.close();
  });
});

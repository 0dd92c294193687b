/** Strings that would run as script where text became markup, in every field that reaches a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../www/tools/run.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { ask, drop, fill, forget, openApp, press, serveApp, waitForWords } from './app.mjs';

const strings = readFileSync(join(root, 'tests', 'pages', 'hostile.txt'), 'utf8')
  .trimEnd()
  .split('\n');

/** A resolution that carries hostile strings in its title, its paragraphs, its citations and its session. */
function poisoned(/** @type {number} */ from) {
  const at = (/** @type {number} */ index) => strings[(from + index) % strings.length] ?? '';
  const paragraphs = strings.map((string, index) => `${index + 1}. Calls upon ${string} to act before 2046;`);
  return `General Assembly
A/RES/99/8

Resolution adopted by the General Assembly on 3 December 2044

99/8. Lighthouses ${at(0)}

The General Assembly,

Recalling its resolution 98/12 of 4 December 2043 ${at(1)},

${paragraphs.join('\n\n')}
`;
}

/** Whether anything ran or became an element that text can't be. */
function traces() {
  const elements = document.querySelectorAll(
    'main :is(script, img, iframe, object, embed, video, audio, base, meta, link, math, style), [onerror], [onload], [onclick], [onfocus], a[href^="javascript:" i], a[href^="data:" i]',
  );
  const ran = /** @type {{ xss?: unknown }} */ (/** @type {unknown} */ (globalThis)).xss;
  return [...[...elements].map((one) => one.outerHTML.slice(0, 80)), ...(ran ? [`ran: ${ran}`] : [])];
}

test('holds sixty strings, none twice', () => {
  assert.equal(new Set(strings).size, 60);
});

inBothBrowsers(serveApp, (here) => {
  test('shows hostile texts, names, queries and articles as text', async () => {
    const { page, said, asked } = await openApp(here.browser, `${here.server.origin}/`);
    page.on('dialog', (dialog) => {
      said.push(`a dialog opened: ${dialog.message()}`);
      dialog.dismiss();
    });
    const clean = async (/** @type {string} */ where) => assert.deepEqual(await page.evaluate(traces), [], where);
    await drop(page, [{ name: `${strings[3]}.txt`.replaceAll('/', '∕'), text: poisoned(7) }]);
    await waitForWords(page, '[data-view="resolution"] #title', /Lighthouses/);
    assert.ok((await page.$$('.row')).length > 55);
    await clean('the text');
    for (const tab of ['acts', 'citations', 'facts']) {
      await press(page, `#tab-${tab}`);
      await page.waitForSelector(`[data-tab="${tab}"]`);
      await clean(tab);
    }
    await press(page, '#export-open');
    await page.waitForSelector('#export[open]');
    for (const form of ['html', 'markdown', 'csv', 'jsonld', 'bibtex', 'csl', 'json']) {
      await press(page, `#export input[value="${form}"]`);
      await page.waitForFunction(
        (form) => /** @type {HTMLInputElement} */ (document.querySelector(`#export input[value="${form}"]`)).checked,
        {},
        form,
      );
      await clean(`exported as ${form}`);
    }
    await page.keyboard.press('Escape');
    for (const string of strings) {
      await page.evaluate((string) => {
        location.hash = `#/find?q=${encodeURIComponent(string)}`;
      }, string);
      await page.waitForSelector('[data-room="find"]');
      await page.waitForFunction(
        (string) => /** @type {HTMLInputElement} */ (document.getElementById('box')).value === string,
        {},
        string,
      );
    }
    await clean('queries');
    for (const string of strings) {
      for (const hash of [
        `#/read/${encodeURIComponent(string)}?at=${encodeURIComponent(string)}&tab=${encodeURIComponent(string)}`,
        `#/${string}`,
        `#/check?q=${string}`,
      ]) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, hash);
      }
    }
    await page.waitForSelector('[data-room]');
    await clean('addresses');
    await ask(page, strings[5] ?? '');
    await page.waitForSelector('[data-room="find"]');
    await clean('the box');
    await page.evaluate(() => {
      location.hash = '#/check/own';
    });
    await page.waitForSelector('#own-article');
    const article = strings
      .map((string) => `The Assembly “called upon ${string} to act before 2047”, in its resolution 99/8.`)
      .join('\n\n');
    await fill(page, '#own-article', article);
    await page.$eval('.choice input', (one) => {
      /** @type {HTMLInputElement} */ (one).checked = true;
    });
    await press(page, '#own-check');
    await waitForWords(page, '#summary', /quotations/, 60_000);
    await clean('the check');
    for (const string of [strings[0] ?? '', strings[31] ?? '']) {
      await press(page, '.apparatus .aside summary');
      await fill(page, '.apparatus .aside [name="note"]', string);
      await press(page, '.apparatus .aside button');
      await page.waitForSelector('.apparatus .decision');
      await clean('a note of one’s own');
      await press(page, '.apparatus .decision + button');
      await page.waitForSelector('.apparatus .aside');
    }
    await page.evaluate(() => {
      location.hash = '#/read';
    });
    await page.waitForSelector('#archive-address');
    for (const string of strings) {
      await fill(page, '#archive-address', `https://example.invalid/${string}`);
      await press(page, '.elsewhere button');
      await page.waitForSelector('.consent, #notice p');
      await clean('the address of an archive');
      if (await page.$('.consent')) await press(page, '.consent .plain');
      await page.waitForSelector('#archive-address');
    }
    assert.deepEqual(said, []);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(here.server.origin) && !/^(data|blob):/.test(address)),
      [],
    );
    await forget(page);
    await page.close();
  });
});

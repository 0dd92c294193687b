/** Strings that would run as script where text became markup, in every field that reaches a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from '../../www/direct.js';
import { root } from '../../www/tools/run.mjs';
import { packOf } from '../browser/archive.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { newPage } from '../browser/browser.mjs';
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

/** A resolution with a hostile title. @param {number} number @param {string} title */
function titled(number, title) {
  return `General Assembly
A/RES/98/${number}

Resolution adopted by the General Assembly on 3 December 2043

98/${number}. ${title}

The General Assembly,

1. Calls upon all States to repair lighthouses.
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

  test('shows the names of files, folders, titles and archives, and what is stored, as text', async () => {
    const named = strings.map((string) => string.replaceAll('/', '∕'));
    const wasm = readFileSync(join(root, 'www', 'wasm', 'whereas_bg.wasm'));
    const pack = await packOf(
      () => open({ wasm }),
      strings.slice(0, 20).map((string, at) => titled(at + 100, string)),
    );
    const packs = strings.map((string, at) => ({
      name: string,
      url: at % 2 ? `${encodeURIComponent(string)}.whereas` : string,
      size: string,
      resolutions: at,
      dates: [`2023-01-02${string}`, string],
    }));
    here.server.files.set(
      '/archives/catalogue.json',
      Buffer.from(JSON.stringify({ schema: 'whereas-catalogue/1', packs })),
    );
    const { page, said, asked } = await openApp(here.browser, `${here.server.origin}/#/read`);
    const clean = async (/** @type {string} */ where) => assert.deepEqual(await page.evaluate(traces), [], where);
    await page.waitForFunction(() => document.querySelectorAll('#archives-offered li').length > 20);
    await clean('the archives that the site offers');
    here.server.files.delete('/archives/catalogue.json');
    await page.evaluate(
      (files) => {
        const input = /** @type {HTMLInputElement} */ (document.getElementById('open-folder'));
        const given = files.map(({ name, text }) => {
          const one = new File([text], `${name}.txt`);
          Object.defineProperty(one, 'webkitRelativePath', { value: `${name}/${name}.txt` });
          return one;
        });
        Object.defineProperty(input, 'files', { value: given });
        input.dispatchEvent(new Event('change'));
      },
      named.map((name, at) => ({ name, text: titled(at + 1, strings[at] ?? '') })),
    );
    await page.waitForFunction(() => document.querySelectorAll('#shelf li').length >= 55, { timeout: 60_000 });
    assert.ok((await page.$$('.collection')).length >= 55);
    await clean('the shelf');
    await press(page, '#shelf .remove');
    await waitForWords(page, '#notice', /was removed/);
    await clean('what was removed');
    for (const name of [named[0], named[21], named[42]]) {
      await drop(page, [{ name: `${name}.whereas`, bytes: [...pack] }]);
      await waitForWords(page, '#notice', /is open/);
      await clean('an archive');
    }
    await ask(page, 'lighthouses');
    await waitForWords(page, '#count', /resolutions$/);
    for (let turn = 0; turn < 4 && (await page.$('#more')); turn++) {
      const before = (await page.$$('.result')).length;
      await press(page, '#more');
      await page.waitForFunction((before) => document.querySelectorAll('.result').length > before, {}, before);
    }
    await clean('results, with those of archives');
    await page.evaluate((strings) => {
      const names = ['language', 'theme', 'scale', 'leaving', 'decision.x'];
      for (const [at, name] of names.entries()) localStorage.setItem(`whereas.${name}`, strings[at * 7] ?? '');
    }, strings);
    await page.goto(`${here.server.origin}/?stored#/read`);
    await page.waitForFunction(() => document.querySelectorAll('#shelf li').length >= 54, { timeout: 60_000 });
    await press(page, '#show-settings');
    await page.waitForSelector('#settings[open]');
    await clean('what is stored');
    assert.deepEqual(said, []);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith(here.server.origin) && !/^(data|blob):/.test(address)),
      [],
    );
    await forget(page);
    await page.close();
  });

  test('a page that was exported holds them as text too', async () => {
    const { page } = await openApp(here.browser, `${here.server.origin}/`);
    await drop(page, [{ name: 'poisoned.txt', text: poisoned(3) }]);
    await waitForWords(page, '[data-view="resolution"] #title', /Lighthouses/);
    const key = decodeURIComponent((await page.evaluate(() => location.hash)).replace('#/read/', ''));
    const library = await open({ wasm: readFileSync(join(root, 'www', 'wasm', 'whereas_bg.wasm')) });
    const { keys } = await library.add(poisoned(3));
    assert.deepEqual(keys, [key]);
    const exported = await library.export(keys, 'html');
    await library.close();
    const { page: other } = await newPage(here.browser);
    await other.setContent(exported);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const found = await other.evaluate(() => {
      const ran = /** @type {{ xss?: unknown }} */ (/** @type {unknown} */ (globalThis)).xss;
      const elements = document.querySelectorAll(
        'script, img, iframe, object, embed, video, audio, base, math, svg, [onerror], [onload], [onclick], [onfocus], a[href^="javascript:" i]',
      );
      return [...[...elements].map((one) => one.outerHTML.slice(0, 80)), ...(ran ? [`ran: ${ran}`] : [])];
    });
    assert.deepEqual(found, []);
    await other.close();
    await forget(page);
    await page.close();
  });
});

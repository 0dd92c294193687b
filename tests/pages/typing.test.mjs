/** What a key costs while one types a query: the answer comes first, everything else once one pauses. In both browsers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolutions } from '../browser/archive.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { allWordsOf, drop, fill, forget, openApp, serveApp, waitForWords } from './app.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** The shortest pause that counts as one, in milliseconds. */
const PAUSE = 350;

/**
 * What the page was seen to do.
 *
 * @typedef {{ calls: { call: string, first: unknown, after: number }[], key: number, made: number,
 *   hold: ((query: unknown) => boolean) | null }} Seen `after` is how long after the last key something was asked, in
 *   milliseconds
 */

/** Keeps account of what is asked of the core, and of formats that are made. Runs in the page. */
function watch() {
  /** @type {Seen} */
  const seen = { calls: [], key: 0, made: 0, hold: null };
  Object.assign(globalThis, { seen });
  addEventListener(
    'input',
    () => {
      seen.key = performance.now();
    },
    true,
  );
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (/** @type {any} */ message) {
    const { call, args, cancel } = message;
    if (!cancel) seen.calls.push({ call, first: args?.[0], after: performance.now() - seen.key });
    if (!cancel && seen.hold?.(args?.[0])) setTimeout(() => post.call(this, message), 700);
    else post.call(this, message);
  };
  for (const name of /** @type {const} */ (['DateTimeFormat', 'NumberFormat', 'DisplayNames', 'PluralRules'])) {
    const made = /** @type {any} */ (Intl)[name];
    Object.assign(Intl, {
      [name]: new Proxy(made, {
        construct(target, args) {
          seen.made += 1;
          return Reflect.construct(target, args);
        },
      }),
    });
  }
}

/**
 * Types a word letter by letter, each as soon as the page has drawn the one before.
 *
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<Seen>} what was done meanwhile
 */
function typeQuickly(page, text) {
  return page.evaluate(async (text) => {
    const { seen } = /** @type {{ seen: Seen }} */ (/** @type {unknown} */ (globalThis));
    const box = /** @type {HTMLInputElement} */ (document.getElementById('box'));
    seen.calls.length = 0;
    seen.made = 0;
    for (let end = 1; end <= text.length; end++) {
      box.value = text.slice(0, end);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
    }
    return { ...seen, calls: [...seen.calls], hold: null };
  }, text);
}

inBothBrowsers(serveApp, (here) => {
  /** The room Find with twenty resolutions in it. */
  async function openFind() {
    const { page, said } = await openApp(here.browser, `${here.server.origin}/`, { before: watch });
    await drop(
      page,
      resolutions(20).map((text, at) => ({ name: `${at}.txt`, text })),
    );
    await waitForWords(page, '#notice', /opened/, 60_000);
    await page.evaluate(() => {
      location.hash = '#/find';
    });
    await waitForWords(page, '#title', /Find/);
    return { page, said };
  }

  test('a key asks for the answer and the ways to go on, and for nothing that the next key would wait for', async () => {
    const { page, said } = await openFind();
    await fill(page, '#box', 'peace');
    await waitForWords(page, '#count', /resolutions/);
    await page.waitForSelector('.result .spine');
    await fill(page, '#box', '');
    const typed = await typeQuickly(page, 'development');
    // A machine that stands still lets the pause go by.
    const hindering = typed.calls.filter(({ call, after }) => !['search', 'complete'].includes(call) && after < PAUSE);
    assert.deepEqual(hindering, []);
    const searches = typed.calls.filter(({ call, after }) => call === 'search' && after < PAUSE);
    assert.equal(searches.length, 'development'.length);
    assert.equal(typed.made, 0, 'no format is made anew for a key');
    await waitForWords(page, '#count', /resolutions/);
    await page.waitForFunction(() => document.querySelectorAll('.result .spine').length > 2);
    await page.waitForFunction(() => decodeURIComponent(location.hash).endsWith('q=development'));
    assert.deepEqual(said, []);
    await forget(page);
    await page.close();
  });

  test('an answer that comes late does not take the place of a newer one', async () => {
    const { page } = await openFind();
    await page.evaluate(() => {
      const { seen } = /** @type {{ seen: Seen }} */ (/** @type {unknown} */ (globalThis));
      seen.hold = (query) => query === 'unique3';
    });
    await fill(page, '#box', 'unique3');
    await fill(page, '#box', 'unique7');
    await waitForWords(page, '.facts-line', /A\/RES\/78\/7/);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    assert.match((await allWordsOf(page, '.facts-line')).join(' | '), /A\/RES\/78\/7(?!\d)/);
    assert.doesNotMatch((await allWordsOf(page, '.facts-line')).join(' | '), /A\/RES\/78\/3/);
    await forget(page);
    await page.close();
  });

  test('that nothing was found is said at once, and what leaving out a part would give after it', async () => {
    const { page } = await openFind();
    await page.evaluate(() => {
      const { seen } = /** @type {{ seen: Seen }} */ (/** @type {unknown} */ (globalThis));
      seen.calls.length = 0;
    });
    await fill(page, '#box', 'unique3 zzyzx');
    await waitForWords(page, '#count', /Nothing found/);
    await waitForWords(page, '.without', /Without “zzyzx”: 1 resolution/);
    await forget(page);
    await page.close();
  });
});

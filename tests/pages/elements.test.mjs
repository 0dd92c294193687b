/** The elements on pages of somebody else, in both browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { open } from '../../www/direct.js';
import { root } from '../../www/tools/run.mjs';
import { packOf, resolutions } from '../browser/archive.mjs';
import { barriers, bringAxe } from '../browser/axe.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { newPage } from '../browser/browser.mjs';
import { serveFolder } from '../browser/server.mjs';
import { waitForMarked } from './app.mjs';

const dist = join(root, 'dist');
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
  'trusted-types lit-html whereas',
].join('; ');

const tags = /** @type {const} */ ({
  search: 'whereas-search',
  reader: 'whereas-reader',
  'quote-check': 'whereas-quote-check',
});

/** Something that each shows when it is ready. */
const shown = /** @type {Record<keyof typeof tags, string>} */ ({
  search: '#box',
  reader: '[data-address="op5"]',
  'quote-check': '.quotation[data-quotation="3"]',
});

inBothBrowsers(
  () => serveFolder(dist, { 'content-security-policy': policy }),
  (here) => {
    /**
     * Opens a page of the examples and waits until its element shows something.
     *
     * @param {keyof typeof tags} which
     * @param {string} [rest] of the address
     */
    async function openExample(which, rest = '') {
      const opened = await newPage(here.browser);
      await opened.page.setViewport({ width: 1280, height: 900 });
      await opened.page.goto(`${here.server.origin}/examples/${which}.html${rest}`);
      await waitInside(opened.page, tags[which], shown[which]);
      return opened;
    }

    test('a block of an article that the page sets apart is a quotation for <whereas-quote-check>', async () => {
      const { page } = await openExample('quote-check');
      await page.evaluate(() => {
        const check = document.createElement('whereas-quote-check');
        check.setAttribute('src', '../example/resolution.txt');
        const [said, quoted] = [document.createElement('p'), document.createElement('blockquote')];
        said.textContent =
          'At their meeting in Islamabad the member states adopted a short resolution on what had happened, and said:';
        quoted.textContent = 'its full solidarity with Kazakhstan';
        check.append(said, quoted);
        document.querySelector('whereas-quote-check')?.replaceWith(check);
      });
      await waitInside(page, 'whereas-quote-check', '.quotation[data-quotation="1"][data-verdict="verbatim"]');
      await page.close();
    });

    for (const which of /** @type {(keyof typeof tags)[]} */ (Object.keys(tags))) {
      test(`<${tags[which]}> works in a plain page under a strict policy, and asks its own server only`, async () => {
        const { page, said, asked } = await openExample(which);
        assert.deepEqual(said, []);
        const strangers = asked.filter(
          (address) => !address.startsWith(here.server.origin) && !address.startsWith('data:'),
        );
        assert.deepEqual(strangers, []);
        await bringAxe(page);
        assert.deepEqual(await barriers(page), []);
        await page.close();
      });

      test(`<${tags[which]}> works from a host that sends no headers of its own`, async () => {
        const plain = await serveFolder(dist);
        const { page, said, asked } = await newPage(here.browser);
        await page.goto(`${plain.origin}/examples/${which}.html`);
        await waitInside(page, tags[which], shown[which]);
        assert.deepEqual(said, []);
        assert.ok(asked.every((address) => address.startsWith(plain.origin) || address.startsWith('data:')));
        await page.close();
        await plain.close();
      });

      test(`what stands between the tags of <${tags[which]}> remains without script`, async () => {
        const silent = await serveFolder(dist, { 'content-security-policy': "script-src 'none'" });
        const { page } = await newPage(here.browser);
        await page.goto(`${silent.origin}/examples/${which}.html`);
        const words = await page.$eval(tags[which], (one) => /** @type {HTMLElement} */ (one).innerText.trim());
        assert.match(words, /OIC Resolution No|stands here instead|KAZINFORM/);
        await page.close();
        await silent.close();
      });
    }

    test('<whereas-search> searches an archive where it lies', async () => {
      const wasm = readFileSync(join(root, 'www', 'wasm', 'whereas_bg.wasm'));
      const pack = await packOf(() => open({ wasm }), resolutions(60));
      here.server.files.set('/examples/archive.whereas', pack);
      const { page } = await openExample('search');
      await page.$eval('whereas-search', (one) => {
        one.setAttribute('src', './archive.whereas');
        one.setAttribute('query', 'unique17');
      });
      await waitForMarked(page, 'whereas-search', /unique17/);
      await page.close();
    });

    test('<whereas-search> searches, keeps the query in the address, and opens results in the reader', async () => {
      const { page } = await openExample('search', '?q=condolences');
      await waitForMarked(page, 'whereas-search', /condolences/);
      await waitInside(page, 'whereas-reader', '[data-address="op1"]');
      await page.$eval('whereas-search', (one) => {
        one.shadowRoot
          ?.querySelector('.places .number')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
      });
      await waitInside(page, 'whereas-reader', '[data-address="op1"][aria-current]');
      await page.$eval('whereas-search', (one) => {
        const box = /** @type {HTMLInputElement} */ (one.shadowRoot?.querySelector('#box'));
        box.value = 'zeppelin';
        box.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.waitForFunction(() => location.search === '?q=zeppelin');
      await page.waitForFunction(() =>
        /Nothing found/.test(
          document.querySelector('whereas-search')?.shadowRoot?.querySelector('#count')?.textContent ?? '',
        ),
      );
      await page.close();
    });

    test('<whereas-reader> goes to the paragraph that the address names, and walks its tabs by keys', async () => {
      const { page } = await openExample('reader', '#op2');
      await waitInside(page, 'whereas-reader', '[data-address="op2"][aria-current]');
      const top = await page.$eval(
        'whereas-reader',
        (one) => one.shadowRoot?.querySelector('[data-address="op2"]')?.getBoundingClientRect().top ?? -1,
      );
      assert.ok(top > 0 && top < 900, `the paragraph stands at ${top}`);
      await page.$eval('whereas-reader', (one) => {
        const tab = one.shadowRoot?.querySelector('#tab-text');
        if (tab instanceof HTMLElement) tab.focus();
      });
      for (const tab of ['acts', 'citations', 'facts']) {
        await page.keyboard.press('ArrowRight');
        await waitInside(page, 'whereas-reader', `[role="tabpanel"][data-tab="${tab}"]`);
      }
      await page.close();
    });

    test('<whereas-quote-check> says what was found, and opens a finding by its attribute', async () => {
      const { page } = await openExample('quote-check');
      const verdicts = await page.$eval('whereas-quote-check', (one) =>
        [...(one.shadowRoot?.querySelectorAll('.quotation[data-quotation]') ?? [])].map((one) =>
          one.getAttribute('data-verdict'),
        ),
      );
      assert.deepEqual(verdicts, ['verbatim', 'altered', 'verbatim']);
      await page.$eval('whereas-quote-check', (one) => one.setAttribute('chosen', '2'));
      await waitInside(page, 'whereas-quote-check', '#apparatus[data-verdict="altered"]');
      await page.close();
    });

    test('links lead to pages of one’s own, and a page may take them over', async () => {
      const { page } = await openExample('search', '?q=condolences');
      await page.$eval('whereas-search', (one) => one.setAttribute('link', '/own/{body}/{symbol}.html#{address}'));
      await page.waitForFunction(() =>
        document
          .querySelector('whereas-search')
          ?.shadowRoot?.querySelector('.places .number')
          ?.getAttribute('href')
          ?.startsWith('/own/'),
      );
      const href = await page.$eval('whereas-search', (one) =>
        one.shadowRoot?.querySelector('.places .number')?.getAttribute('href'),
      );
      assert.equal(href, '/own/oic/50%2F48-POL.html#op1');
      const detail = await page.$eval('whereas-search', (one) => {
        let heard = null;
        document.addEventListener('whereas-navigate', (event) => {
          heard = /** @type {CustomEvent} */ (event).detail;
          event.preventDefault();
        });
        one.shadowRoot
          ?.querySelector('.places .number')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
        return heard;
      });
      assert.deepEqual(detail, {
        key: 'oic:cfm:res:50/48-POL@en',
        id: 'oic:cfm:res:50/48-POL',
        address: 'op1',
        href: '/own/oic/50%2F48-POL.html#op1',
      });
      assert.match(page.url(), /\/examples\/search\.html/);
      await page.close();
    });

    test('speaks the language of the page, from right to left too, and is as narrow as its place', async () => {
      const { page } = await openExample('quote-check');
      await page.evaluate(() => {
        document.documentElement.lang = 'ar';
        const element = /** @type {HTMLElement} */ (document.querySelector('whereas-quote-check'));
        element.lang = 'ar';
        element.style.inlineSize = '360px';
      });
      await waitInside(page, 'whereas-quote-check', '.whereas[dir="rtl"] .check[data-view="narrow"] .sewn');
      const label = await page.$eval('whereas-quote-check', (one) =>
        one.shadowRoot?.querySelector('#apparatus-label')?.textContent?.trim(),
      );
      assert.match(label ?? '', /مطابق حرفيًّا/);
      const wider = await page.$eval('whereas-quote-check', (one) => one.scrollWidth - one.clientWidth);
      assert.equal(wider, 0);
      await page.close();
    });

    test('shows hostile attributes and words as text', async () => {
      const strings = readFileSync(join(root, 'tests', 'pages', 'hostile.txt'), 'utf8')
        .trimEnd()
        .split('\n');
      for (const [which, names] of /** @type {const} */ ([
        ['search', ['query', 'param', 'lang', 'reader']],
        ['reader', ['key', 'at', 'view', 'lang']],
        ['quote-check', ['chosen', 'lang', 'theme']],
      ])) {
        const { page, said, asked } = await openExample(which);
        const found = await page.$eval(
          tags[which],
          async (one, names, strings) => {
            const element = /** @type {HTMLElement & { updateComplete?: Promise<unknown> }} */ (one);
            for (const string of strings) {
              for (const name of names) element.setAttribute(name, string);
              await element.updateComplete;
              await new Promise((resolve) => setTimeout(resolve, 10));
            }
            await new Promise((resolve) => setTimeout(resolve, 300));
            const ran = /** @type {{ xss?: unknown }} */ (/** @type {unknown} */ (globalThis)).xss;
            const traces = element.shadowRoot?.querySelectorAll(
              'script, img, iframe, object, embed, [onerror], [onload], [onclick], [onfocus], a[href^="javascript:" i], a[href^="data:" i]',
            );
            return [...[...(traces ?? [])].map((one) => one.outerHTML.slice(0, 80)), ...(ran ? [`ran: ${ran}`] : [])];
          },
          [...names],
          strings,
        );
        assert.deepEqual(found, [], which);
        assert.deepEqual(
          said.filter((one) => !one.startsWith('warn')),
          [],
          which,
        );
        assert.deepEqual(
          asked.filter((address) => !address.startsWith(here.server.origin) && !address.startsWith('data:')),
          [],
        );
        await page.close();
      }
    });

    test('says what went wrong, and leaves standing what the page wrote', async () => {
      const { page } = await openExample('reader');
      await page.$eval('whereas-reader', (one) => one.setAttribute('src', 'nowhere.txt'));
      await waitInside(page, 'whereas-reader', '[part="error"]');
      const words = await page.$eval('whereas-reader', (one) => [
        one.shadowRoot?.querySelector('[part="error"]')?.textContent ?? '',
        /** @type {HTMLElement} */ (one).innerText,
      ]);
      assert.match(words[0] ?? '', /nowhere\.txt could not be fetched: the server answered 404/);
      assert.match(words[1] ?? '', /stands here instead/);
      await page.close();
    });
  },
);

/**
 * Waits until an element shows something in its shadow.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} tag
 * @param {string} selector
 */
async function waitInside(page, tag, selector) {
  const there = (/** @type {string} */ tag, /** @type {string} */ selector) =>
    document.querySelector(tag)?.shadowRoot?.querySelector(selector) != null;
  await page.waitForFunction(there, { timeout: 20_000 }, tag, selector).catch(async () => {
    const words = await page.$eval(tag, (one) => one.shadowRoot?.textContent?.replace(/\s+/g, ' ').slice(0, 400));
    assert.fail(`<${tag}> never showed ${selector}; it shows “${words}”`);
  });
}

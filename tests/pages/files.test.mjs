/** Files that are no plain text, dropped on the app in both browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { inBothBrowsers } from '../browser/both.mjs';
import { drop, fill, openApp, press, serveApp, wordsOf } from './app.mjs';

/** @param {string} ending */
const file = (ending) => ({ name: `resolution.${ending}`, bytes: [...read(ending)] });
/** @param {string} ending */
const read = (ending) => readFileSync(new URL(`../data/import/resolution.${ending}`, import.meta.url));

inBothBrowsers(serveApp, (here) => {
  /** What the app says at last of what was dropped. @param {import('puppeteer-core').Page} page @param {RegExp} words */
  const says = (page, words) =>
    page.waitForFunction(
      (source) => new RegExp(source).test(document.body.textContent ?? ''),
      { timeout: 60_000 },
      words.source,
    );

  for (const [ending, module] of /** @type {const} */ ([
    ['docx', 'whereas_import'],
    ['html', 'whereas_import'],
    ['xml', 'whereas_import'],
    ['tex', 'whereas_import'],
    ['pdf', 'whereas_pdf'],
  ])) {
    test(`a ${ending} file is opened, and its reader fetched only then`, async () => {
      const context = await here.browser.createBrowserContext();
      const { page, said } = await openApp(/** @type {any} */ (context), here.server.origin);
      const readers = () => here.server.requests.filter((path) => /whereas_(import|pdf)\S*\.wasm$/.test(path));
      here.server.requests.length = 0;
      await drop(page, [file(ending)]);
      await says(page, /Every year, in writing/);
      assert.match(await wordsOf(page, '#title'), /./);
      assert.equal(readers().length, 1, `${readers()}`);
      assert.ok(readers()[0]?.includes(module), `${readers()}`);
      assert.deepEqual(
        said.filter((line) => line.startsWith('error')),
        [],
      );
      await context.close();
    });
  }

  test('what is pasted from a page into an article keeps what is quoted there, and can be checked', async () => {
    const { page } = await openApp(here.browser, here.server.origin);
    await press(page, '#check-own');
    await page.waitForSelector('#own-article');
    const words = 'its full solidarity with Kazakhstan';
    const said = 'At their meeting the member states adopted a short resolution on what had happened, and said:';
    await page.$eval(
      '#own-article',
      (field, said, words) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', `${said}\n${words}`);
        clipboardData.setData('text/html', `<p>${said}</p><blockquote><p>${words}</p></blockquote>`);
        /** @type {HTMLElement} */ (field).focus();
        // Firefox makes no event with a clipboard of one's own.
        const paste = new Event('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
        field.dispatchEvent(paste);
      },
      said,
      words,
    );
    const held = await page.waitForFunction(() => {
      const { value } = /** @type {HTMLTextAreaElement} */ (document.querySelector('#own-article'));
      return value.includes('solidarity') && value;
    });
    assert.match(String(await held.jsonValue()), new RegExp(`^${said}\\n+> ${words}$`));
    await fill(
      page,
      '#own-resolution',
      readFileSync(new URL('../../www/example/resolution.txt', import.meta.url), 'utf8'),
    );
    await press(page, '#own-check');
    await page.waitForSelector('.quotation[data-verdict="verbatim"]');
    await page.close();
  });

  test('of several files, those that can’t be read are named with the reason, and the rest is opened', async () => {
    const { page } = await openApp(here.browser, here.server.origin);
    const broken = { name: 'broken.docx', bytes: [...read('docx').subarray(0, 400)] };
    const sheet = { name: 'old.doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0] };
    const packed = { name: 'packed.xml.gz', bytes: [...gzipSync(read('xml'))] };
    await drop(page, [broken, sheet, packed]);
    await says(page, /broken\.docx could not be read\. .{20,}old\.doc could not be read\. .{20,}/);
    await page.close();
  });
});

/** What the app says where something is missing, odd or in another language, in both browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../www/tools/run.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import {
  allWordsOf,
  ask,
  drop,
  fill,
  forget,
  openApp,
  press,
  serveApp,
  waitForWords,
  wordsOf,
  written,
} from './app.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const article = readFileSync(join(root, 'www', 'example', 'article.txt'), 'utf8');
const resolution = readFileSync(join(root, 'www', 'example', 'resolution.txt'), 'utf8');

/** A PDF whose only page has no text. */
const scan = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<>>>> endobj
trailer <</Root 1 0 R>>
%%EOF`;

/** The same resolution in French. */
const french = `Assemblée générale
A/RES/99/7

Résolution adoptée par l’Assemblée générale le 3 décembre 2044

99/7. Protection des phares

L’Assemblée générale,

Rappelant sa résolution 98/12 du 4 décembre 2043 sur la sécurité de la navigation,

1. Demande à tous les États de réparer les phares de leurs côtes avant 2046\u00a0;

2. Prie le Secrétaire général de lui présenter un rapport sur la question à sa centième session.
`;

/** Holds the first messages to the core back, so that a longer work can be watched. Runs in the page. */
function slowly() {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (/** @type {any} */ message) {
    if (message.call === 'add') setTimeout(() => post.call(this, message), 900);
    else post.call(this, message);
  };
}

/**
 * Holds an article against the texts that are chosen, and one that is pasted.
 *
 * @param {Page} page
 * @param {string} article
 * @param {string} [pasted]
 */
async function checkOwn(page, article, pasted = '') {
  await page.evaluate(() => {
    location.hash = '#/check/own';
  });
  await page.waitForSelector('#own-article');
  await fill(page, '#own-article', article);
  if (pasted) await fill(page, '#own-resolution', pasted);
  else
    await page.$eval('.choice input', (one) => {
      /** @type {HTMLInputElement} */ (one).checked = true;
    });
  await press(page, '#own-check');
}

/** Where a text that was dropped is shown. */
const lighthouses = /** @type {const} */ (['[data-view="resolution"] #title', /Protection of lighthouses/]);

inBothBrowsers(serveApp, (here) => {
  const open = (/** @type {string} */ hash = '', before = /** @type {(() => void) | undefined} */ (undefined)) =>
    openApp(here.browser, `${here.server.origin}/${hash}`, { before });

  test('an article whose text is not here is not held against another', async () => {
    const { page } = await open();
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...lighthouses);
    await checkOwn(page, article);
    await waitForWords(page, '#summary', /^Seven quotations\. Seven were not compared\.$/);
    await waitForWords(
      page,
      '.state',
      /This article names OIC Resolution No\. 50\/48-pol\. It is not open here\. Open the text/,
    );
    await waitForWords(page, '#apparatus-label', /Not compared: the text it names is not open here/);
    assert.equal(await page.$('#claims'), null, 'what it states is not held against a text it does not name');
    await forget(page);
    await page.close();
  });

  test('an article without quotations leads to what it cites, and is shown whole', async () => {
    const { page } = await open();
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...lighthouses);
    const report =
      'Paris, 8 April 2022. – The Council adopted resolution 2593 (2021) and recalled General Assembly resolution 99/7, the minister said in a statement to the press on Friday. He welcomed the outcome.';
    await checkOwn(page, report);
    await waitForWords(
      page,
      '#summary',
      /^No quotation marks found\. Paste one sentence to look for it, or see the 2 citations\.$/,
    );
    assert.deepEqual(await allWordsOf(page, '#cited-works a'), ['2593 (2021)', '99/7']);
    assert.match(await wordsOf(page, '.block'), /He welcomed the outcome/);
    await press(page, '#cited-works li:last-child a');
    await waitForWords(page, ...lighthouses);
    await forget(page);
    await page.close();
  });

  test('one document on both sides is refused in words', async () => {
    const { page } = await open();
    await checkOwn(page, resolution, resolution);
    await waitForWords(page, '.trouble', /^Both sides are the same document\. Choose another\.$/);
    await forget(page);
    await page.close();
  });

  test('where nothing is found, it says what was searched, the nearest spelling, and what each filter costs', async () => {
    const { page } = await open();
    await drop(page, [
      { name: 'lighthouses.txt', text: written },
      { name: 'solidarity.txt', text: resolution },
      { name: 'phares.txt', text: french },
    ]);
    await waitForWords(page, '#shelf', /Protection des phares/);
    await ask(page, 'lighthoses body:oic');
    await waitForWords(page, '#count', /^Nothing found\. Searched: 3 resolutions, English and French\.$/);
    await waitForWords(page, '.said-note', /^Nothing has “lighthoses”\. Nearest spelling: lighthouses body:oic$/);
    await waitForWords(page, '.without', /Without “body:oic”: 1 resolution/);
    await page.select('#language', 'fr');
    await waitForWords(
      page,
      '.said-note',
      /^Rien ne contient « lighthoses »\. Orthographe la plus proche : lighthouses body:oic$/,
    );
    await page.select('#language', 'ar');
    await waitForWords(page, '#count', /الإنجليزية والفرنسية/);
    await forget(page);
    await page.close();
  });

  test('a quotation in another language says which text to compare it with, as its body spells it', async () => {
    const { page } = await open();
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...lighthouses);
    await checkOwn(
      page,
      'New York, 5 décembre 2044. – Dans sa résolution 99/7, l’Assemblée générale « prie le Secrétaire général de lui présenter un rapport sur la question à sa centième session ».',
    );
    await waitForWords(page, '#apparatus-label', /Not compared: other language/);
    const said = await wordsOf(page, '#apparatus .sentence');
    assert.match(
      said,
      /^The article is in French, the text in English\. Likely paragraph 2 of A\/RES\/99\/7, by its [^;]+; the words were not compared\./,
    );
    assert.match(said, /Compare with A\/RES\/99\/7 in French\./);
    assert.doesNotMatch(said, /un:ga:res/, 'ids are for machines');
    await forget(page);
    await page.close();
  });

  test('a copy with damaged letters says so, and what differs there is not called different', async () => {
    const { page } = await open();
    const damaged = resolution.replace('sovereignty', 'sovere\uFFFDgnty');
    await checkOwn(page, article, damaged);
    await waitForWords(
      page,
      '#damaged',
      /^Letters are damaged in 1 place; differences there are marked “Not compared”\.$/,
    );
    await page.waitForSelector('.quotation[data-verdict="unchecked"] .unsure');
    assert.equal(await page.$('.quotation[data-verdict="unchecked"] .differs'), null);
    assert.equal(await wordsOf(page, '#title'), 'OIC adopts Resolution on January Events in Kazakhstan');
    await forget(page);
    await page.close();
  });

  test('a file that can’t be read is named with the reason, and the rest goes on', async () => {
    const { page } = await open();
    await drop(page, [
      { name: 'lighthouses.txt', text: written },
      { name: 'noise.bin', bytes: [0, 159, 146, 150, 0, 1, 2, 0, 255, 254] },
      { name: 'phares.txt', text: french },
    ]);
    await waitForWords(page, '#notice', /^2 resolutions opened\. noise\.bin could not be read\. \S.*\.$/);
    await drop(page, [{ name: 'scan.pdf', text: scan }]);
    await waitForWords(page, '#notice', /^scan\.pdf could not be read\. \S.*\.$/);
    assert.equal((await page.$$('#shelf li')).length, 2);
    await forget(page);
    await page.close();
  });

  test('a day that the calendar does not have is shown as printed, with a word in the margin', async () => {
    const { page } = await open();
    await drop(page, [{ name: 'lighthouses.txt', text: written.replace('4 December 2043', '31 February 2043') }]);
    await waitForWords(page, ...lighthouses);
    assert.match(await wordsOf(page, '.row[data-address="pp1"] .body'), /98\/12 .*of 31 February 2043/);
    const margin = '.row[data-address="pp1"] .margin .odd';
    await waitForWords(page, margin, /There is no day 2043-02-31/);
    await page.select('#language', 'fr');
    await waitForWords(page, margin, /^« 31 February 2043 » : cette date n’existe pas\.$/);
    await page.select('#language', 'ar');
    await waitForWords(page, margin, /^«31 February 2043»: لا وجود لهذا التاريخ\.$/);
    await page.select('#language', 'en');
    await forget(page);
    await page.close();
  });

  test('what can’t be kept can be saved as a file at once', async () => {
    const { page } = await open('', () => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, '#notice', /Not kept: the browser has no room .* Export now$/);
    await waitForWords(page, ...lighthouses);
    await press(page, '#notice button');
    await page.waitForSelector('#export[open]');
    await page.close();
  });

  test('a longer work says how far it is and how long it takes, and can be stopped', async () => {
    const { page } = await open('', slowly);
    const files = Array.from({ length: 9 }, (_, at) => ({
      name: `${at}.txt`,
      text: written.replaceAll('99/7', `99/${at + 1}`),
    }));
    await drop(page, files);
    await waitForWords(page, '#notice', /^\d of 9 read · about \d+ s left Stop$/);
    await press(page, '#stop');
    await waitForWords(page, '#notice', /resolutions? opened/);
    const read = (await page.$$('#shelf li')).length;
    assert.ok(read > 0 && read < 9, `${read} of 9 were read`);
    await forget(page);
    await page.close();
  });

  test('a sentence is looked for as it stands, and one that stands nowhere by its words', async () => {
    const { page } = await open();
    await drop(page, [{ name: 'lighthouses.txt', text: written }]);
    await waitForWords(page, ...lighthouses);
    await fill(page, '#box', 'all States to repair the lighthouses on their coasts');
    await waitForWords(page, '#box-said', /^A sentence: look for it$/);
    await page.focus('#box');
    await page.keyboard.press('Enter');
    await waitForWords(page, '#count', /^1 resolution$/);
    assert.equal((await page.$$('.chips li')).length, 1, 'one phrase');
    await ask(page, 'no State ever repaired any of these lighthouses on their coasts');
    await waitForWords(page, '.said-note', /^This may be a sentence\. Look for it as it stands: "no State/);
    await forget(page);
    await page.close();
  });

  test('everything is cleared in one step, can be brought back, and stays away when the page is closed', async () => {
    const { page } = await open();
    await drop(page, [
      { name: 'lighthouses.txt', text: written },
      { name: 'phares.txt', text: french },
    ]);
    await waitForWords(page, '#shelf', /Protection des phares/);
    await press(page, '#clear');
    await waitForWords(page, '#notice', /^Removed: 2 documents and your decisions\. Undo$/);
    await waitForWords(
      page,
      '.state',
      /^Nothing here yet\. Drop resolutions in any format, paste text, or open an archive\.$/,
    );
    await press(page, '#notice button');
    await waitForWords(page, '#shelf', /Protection des phares/);
    await press(page, '#clear');
    await waitForWords(page, '#notice', /^Removed:/);
    // The time to bring it back is not over when the page is left.
    await page.goto(`${here.server.origin}/?again#/read`);
    await waitForWords(page, '#shelf', /KAZAKHSTAN/);
    assert.doesNotMatch(await wordsOf(page, '#shelf'), /phares|lighthouses/i);
    await forget(page);
    await page.close();
  });

  test('the words of an act are those of the text', async () => {
    const { page } = await open();
    const acts = written.replace(
      '2. Requests',
      '2. Commends to the attention of Governments the rules on lighthouses;\n\n3. Requests',
    );
    await drop(page, [{ name: 'lighthouses.txt', text: acts }]);
    await waitForWords(page, ...lighthouses);
    await press(page, '#tab-acts');
    await waitForWords(page, '.acts td .words', /^Commends to the attention of Governments the rules on lighthouses/);
    await waitForWords(page, '.acts td .words', /^Requests … to submit a report on the matter/);
    await forget(page);
    await page.close();
  });
});

/** The app as it was built, in a page, with the few things that one does to it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../www/tools/run.mjs';
import { newPage } from '../browser/browser.mjs';
import { serveFolder } from '../browser/server.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** Serves the app from an address of its own, so that nothing is kept from another test. */
export function serveApp() {
  return serveFolder(join(root, 'dist', 'app'));
}

/**
 * Opens the app and waits until it has started.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {{ width?: number, height?: number, before?: () => void }} [how] `before` runs in the page before anything of the app
 */
export async function openApp(browser, address, { width = 1280, height = 900, before } = {}) {
  const opened = await newPage(browser);
  if (before) await opened.page.evaluateOnNewDocument(before);
  await opened.page.setViewport({ width, height });
  await opened.page.goto(address);
  await opened.page.waitForSelector('#title', { timeout: 30_000 }).catch(async () => {
    const body = await opened.page.evaluate(() => document.body.innerText);
    assert.fail(`the app did not start; it shows “${body}” and said: ${opened.said.join('; ') || 'nothing'}`);
  });
  return opened;
}

/**
 * The words of an element as one line.
 *
 * @param {Page} page
 * @param {string} selector
 */
export function wordsOf(page, selector) {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

/**
 * The words of every element that matches.
 *
 * @param {Page} page
 * @param {string} selector
 */
export function allWordsOf(page, selector) {
  return page.$$eval(selector, (elements) =>
    elements.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );
}

/**
 * Waits until words are marked as found within an element: by a highlight where the browser knows it, else by `mark`.
 *
 * @param {Page} page
 * @param {string} selector of an element, or of one whose shadow tree is meant
 * @param {RegExp} words
 */
export async function waitForMarked(page, selector, words) {
  const marks = (/** @type {string} */ selector, /** @type {string} */ source) => {
    const host = document.querySelector(selector);
    const root = host?.shadowRoot ?? host;
    const { highlights } = /** @type {{ highlights?: Map<string, Iterable<StaticRange>> }} */ (
      /** @type {unknown} */ (CSS)
    );
    const found = [...(highlights?.get('whereas-match') ?? [])]
      .filter(({ startContainer }) => root?.contains(startContainer))
      .map((range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset) ?? '');
    for (const mark of root?.querySelectorAll('.snippet mark') ?? []) found.push(mark.textContent ?? '');
    return found.some((text) => new RegExp(source, 'iu').test(text));
  };
  await page.waitForFunction(marks, { timeout: 20_000 }, selector, words.source).catch(() => {
    assert.fail(`nothing that is like ${words} was ever marked in ${selector}`);
  });
}

/**
 * Waits until an element shows words.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {RegExp} words
 * @param {number} [timeout]
 */
export async function waitForWords(page, selector, words, timeout = 20_000) {
  const shows = (/** @type {string} */ selector, /** @type {string} */ source) =>
    [...document.querySelectorAll(selector)].some((one) =>
      new RegExp(source, 'iu').test((one.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
  await page.waitForFunction(shows, { timeout }, selector, words.source).catch(async () => {
    assert.fail(`${selector} never showed ${words}; it shows “${(await allWordsOf(page, selector)).join(' | ')}”`);
  });
}

/**
 * Drops files on the page, as a hand would.
 *
 * @param {Page} page
 * @param {{ name: string, text?: string, bytes?: number[], repeat?: number }[]} files
 */
export async function drop(page, files) {
  await page.evaluate((files) => {
    const transfer = new DataTransfer();
    for (const { name, text = '', bytes, repeat = 1 } of files) {
      transfer.items.add(new File([bytes ? new Uint8Array(bytes) : text.repeat(repeat)], name));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }
  }, files);
}

/**
 * Puts a text into a field, all at once.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export function fill(page, selector, text) {
  return page.$eval(
    selector,
    (field, text) => {
      /** @type {HTMLTextAreaElement} */ (field).value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

/**
 * Presses a link or a button, wherever it has moved to meanwhile.
 *
 * @param {Page} page
 * @param {string} selector
 */
export function press(page, selector) {
  return page.$eval(selector, (element) => /** @type {HTMLElement} */ (element).click());
}

/**
 * Types into the one box and presses Enter.
 *
 * @param {Page} page
 * @param {string} query
 */
export async function ask(page, query) {
  await fill(page, '#box', '');
  await page.type('#box', query);
  await page.keyboard.press('Enter');
}

/** Forgets what the app kept in the browser. @param {Page} page */
export async function forget(page) {
  await page.evaluate(() => {
    indexedDB.deleteDatabase('whereas');
    localStorage.clear();
  });
}

/** A resolution in the form of the General Assembly, written for the tests. */
export const written = `General Assembly
A/RES/99/7

Resolution adopted by the General Assembly on 3 December 2044

99/7. Protection of lighthouses

The General Assembly,

Recalling its resolution 98/12 of 4 December 2043 on the safety of navigation,

Noting with concern the decay of lighthouses along small islands,

1. Calls upon all States to repair the lighthouses on their coasts before 2046;

2. Requests the Secretary-General to submit a report on the matter at its hundredth session.
`;

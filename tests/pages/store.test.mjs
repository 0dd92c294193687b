/** Kept libraries in both browsers: nothing is lost, whenever the page, the worker, the browser or the room ends. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../www/tools/run.mjs';
import { resolutions } from '../browser/archive.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { launch } from '../browser/browser.mjs';
import { serveFolder } from '../browser/server.mjs';

const texts = resolutions(120);
/** Two megabytes that can't be packed any smaller. */
const noise = randomBytes(1_000_000)
  .toString('hex')
  .replace(/(.{12})/g, '$1 ');
const kinds = /** @type {const} */ (['opfs', 'indexeddb']);

async function serve() {
  const server = await serveFolder(join(root, 'dist'));
  server.files.set('/page.html', new TextEncoder().encode('<!doctype html><meta charset="utf-8"><title>Kept</title>'));
  return server;
}

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {{ kind: 'opfs' | 'indexeddb', name: string }} Where */

/**
 * What a fresh page finds kept, and that all of it can be read.
 *
 * @param {Page} page
 * @param {Where} where
 */
function kept(page, where) {
  return page.evaluate(async (where) => {
    const { open } = await import(/** @type {any} */ ('/client.js'));
    const library = await open({ store: where });
    const keys = (await library.list()).map((/** @type {{ key: string }} */ { key }) => key);
    for (const key of keys) await library.source(key);
    const { damaged, place } = await library.keeping();
    await library.close();
    if (damaged.length || place !== where.kind) throw new Error(JSON.stringify({ damaged, place }));
    return /** @type {string[]} */ (keys);
  }, where);
}

/**
 * Adds texts one after the other, and tells which were said to be kept.
 *
 * @param {Page} page
 * @param {Where} where
 * @param {string[]} texts
 */
async function begin(page, where, texts) {
  /** @type {string[]} */
  const done = [];
  await page.exposeFunction('tell', (/** @type {string[]} */ keys) => void done.push(...keys));
  await page.evaluate(
    async (where, texts) => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      const library = await open({ store: where });
      const { tell } = /** @type {any} */ (globalThis);
      (async () => {
        for (const text of texts) tell((await library.add(text)).keys);
      })().catch(() => {});
    },
    where,
    texts,
  );
  return done;
}

/**
 * Adds texts to a library, one after the other, and gives their keys.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {Where} where
 * @param {string[]} texts
 * @returns {Promise<string[]>}
 */
function fill(page, where, texts) {
  return page.evaluate(
    async (where, texts) => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      const library = await open({ store: where });
      const keys = [];
      for (const text of texts) keys.push(...(await library.add(text)).keys);
      await library.close();
      return keys;
    },
    where,
    texts,
  );
}

const wait = (/** @type {number} */ time) => new Promise((then) => setTimeout(then, time));

/**
 * What is there begins with everything that was said to be, in its order, and holds nothing that was not given.
 *
 * @param {string[]} found
 * @param {string[]} done
 * @param {string} when
 */
function holds(found, done, when) {
  assert.deepEqual(found.slice(0, done.length), done, when);
  assert.equal(new Set(found).size, found.length, when);
  assert.deepEqual(
    found,
    Array.from(found, (_, at) => `un:ga:res:78/${at + 1}@en`),
    when,
  );
}

inBothBrowsers(serve, (here) => {
  const open = async () => {
    const page = await here.browser.newPage();
    await page.goto(`${here.server.origin}/page.html`);
    return page;
  };

  for (const kind of kinds) {
    test(`${kind}: texts are there again, in their order, also those added and taken out in another window`, async () => {
      const where = { kind, name: `again-${kind}` };
      const [one, two] = [await open(), await open()];
      const result = await one.evaluate(
        async (where, texts) => {
          const { open } = await import(/** @type {any} */ ('/client.js'));
          const library = await open({ store: where });
          const keys = [];
          // More than one file holds, so that many are made one.
          for (const text of texts) keys.push(...(await library.add(text, { name: 'a.txt' })).keys);
          await library.remove(keys[1]);
          const document = await library.get(keys[2]);
          Object.assign(globalThis, { library });
          return { keys, document };
        },
        where,
        [...texts.slice(0, 29), 'Nothing of note.'],
      );
      assert.equal(result.keys.length, 30);
      const left = result.keys.filter((key) => key !== result.keys[1]);
      assert.deepEqual(await kept(two, where), left);
      const again = await two.evaluate(
        async (where, key, text) => {
          const { open } = await import(/** @type {any} */ ('/client.js'));
          const library = await open({ store: where });
          const document = await library.get(key);
          const added = await library.add(text);
          await library.close();
          return { document, keys: added.keys };
        },
        where,
        result.keys[2] ?? '',
        texts[30] ?? '',
      );
      assert.deepEqual(again.document, result.document);
      // Whether or not it has been told by then, the first window writes behind what the other wrote.
      const seen = await one.evaluate(async (text) => {
        const { library } = /** @type {any} */ (globalThis);
        await library.add(text);
        return (await library.list()).map((/** @type {{ key: string }} */ { key }) => key);
      }, texts[31] ?? '');
      assert.deepEqual(seen.slice(0, -1), [...left, ...again.keys]);
      assert.deepEqual(await kept(two, where), seen);
      await one.close();
      await two.close();
    });

    test(`${kind}: a text that was taken out and given again is there again, and a cleared library is empty`, async () => {
      const where = { kind, name: `out-${kind}` };
      const page = await open();
      const left = await page.evaluate(
        async (where, texts) => {
          const { open } = await import(/** @type {any} */ ('/client.js'));
          const library = await open({ store: where });
          /** @type {string[]} */
          const keys = [];
          for (const text of texts) keys.push(...(await library.add(text)).keys);
          for (const key of keys) await library.remove(key);
          // The same keys, for other words.
          for (const text of texts) await library.add(`${text}\n\n9. Decides to rest.`);
          await library.remove(keys[4]);
          await library.close();
          return keys.filter((key) => key !== keys[4]);
        },
        where,
        texts.slice(0, 10),
      );
      assert.deepEqual(await kept(page, where), left);
      const source = await page.evaluate(
        async (where, key) => {
          const { open } = await import(/** @type {any} */ ('/client.js'));
          const library = await open({ store: where });
          const { text } = await library.source(key);
          await library.clear();
          const code = await library.source(key).catch((/** @type {any} */ error) => error.code);
          await library.close();
          return [text.endsWith('9. Decides to rest.'), code];
        },
        where,
        left[0] ?? '',
      );
      assert.deepEqual(source, [true, 'unknown-key']);
      assert.deepEqual(await kept(page, where), []);
      await page.close();
    });

    test(`${kind}: two windows that write at once lose nothing of each other`, async () => {
      const where = { kind, name: `both-${kind}` };
      const pages = [await open(), await open()];
      const keys = await Promise.all(
        pages.map((page, number) => fill(page, where, texts.slice(number * 20, number * 20 + 20))),
      );
      assert.deepEqual((await kept(pages[0] ?? (await open()), where)).toSorted(), keys.flat().toSorted());
      for (const page of pages) await page.close();
    });

    test(`${kind}: what was said to be kept is there, whenever the page was ended`, async () => {
      for (const delay of [0, 160]) {
        const where = { kind, name: `ended-${kind}-${delay}` };
        const page = await open();
        const done = await begin(page, where, texts);
        await wait(delay);
        await page.close({ runBeforeUnload: false });
        const after = await open();
        holds(await kept(after, where), done, `${delay} ms`);
        await after.close();
      }
    });
  }

  test('what was said to be kept is there, whenever the browser was killed', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whereas-profiles-'));
    const wheres = kinds.map((kind) => ({ kind, name: 'killed' }));
    /** @type {string[][]} */
    let before = [[], []];
    let profile = join(folder, '0');
    try {
      for (const delay of [0, 70]) {
        const browser = await launch(here.name, profile);
        const pages = await Promise.all(wheres.map(() => browser.newPage()));
        /** @type {string[][]} */
        const done = [];
        for (const [at, page] of pages.entries()) {
          const where = wheres[at] ?? assert.fail();
          await page.goto(`${here.server.origin}/page.html`);
          const found = await kept(page, where);
          holds(found, before[at] ?? [], `${where.kind} before ${delay} ms`);
          before[at] = found;
          done.push(await begin(page, where, texts.slice(found.length)));
        }
        for (const begun = Date.now(); done.some(({ length }) => length < 3) && Date.now() - begun < 60_000; )
          await wait(10);
        await wait(delay);
        await kill(browser);
        before = before.map((keys, at) => [...keys, ...(done[at] ?? [])]);
        // What is left on the disk, without what shows that a browser is open.
        const last = profile;
        profile = join(folder, String(delay + 1));
        const isOpen = /(Singleton\w+|lock|\.parentlock|user\.js|prefs\.js)(\.puppeteer)?$/;
        cpSync(last, profile, { recursive: true, filter: (file) => !isOpen.test(file) });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
    assert.ok(
      before.every(({ length }) => length >= 6),
      `${before.map(({ length }) => length)} were kept`,
    );
  });

  test('opfs: what is left of changes that broke off is passed over, what is damaged is named, and the rest is there', async () => {
    const where = { kind: /** @type {const} */ ('opfs'), name: 'broken' };
    const page = await open();
    const keys = await fill(page, where, texts.slice(0, 4));
    /** Changes files of the library. @param {'cut-manifest' | 'leave-file' | 'wipe' | 'cut-both'} how */
    const break_ = (how) =>
      page.evaluate(async (how) => {
        const top = await navigator.storage.getDirectory();
        const folder = await (await top.getDirectoryHandle('whereas')).getDirectoryHandle('broken');
        const read = async (/** @type {string} */ name) =>
          new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());
        const write = async (/** @type {string} */ name, /** @type {Uint8Array<ArrayBuffer>} */ bytes) => {
          const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
          await stream.write(bytes);
          await stream.close();
        };
        const names = [];
        for await (const name of /** @type {any} */ (folder).keys()) names.push(String(name));
        const packs = names
          .filter((name) => name.endsWith('.whereas'))
          .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
        // The fourth change was written into the slot 0; the next one goes into the other.
        if (how === 'cut-manifest') await write('manifest-1', (await read('manifest-1')).slice(0, 40));
        if (how === 'cut-both') for (const slot of ['manifest-0', 'manifest-1']) await write(slot, new Uint8Array(3));
        if (how === 'leave-file') await write('5-left.whereas', (await read(packs[0] ?? '')).slice(0, 100));
        if (how === 'wipe') {
          const bytes = await read(packs[1] ?? '');
          await write(packs[1] ?? '', bytes.fill(0, bytes.length >> 2, bytes.length - 200));
        }
        return names.length;
      }, how);
    assert.equal(await break_('cut-manifest'), 6);
    assert.equal(await break_('leave-file'), 6);
    assert.deepEqual(await kept(page, where), keys);
    await break_('wipe');
    const told = await page.evaluate(
      async (where, text) => {
        const { open } = await import(/** @type {any} */ ('/client.js'));
        const library = await open({ store: where });
        const { damaged } = await library.keeping();
        const { keys } = await library.add(text);
        const list = (await library.list()).map((/** @type {{ key: string }} */ { key }) => key);
        await library.close();
        return { damaged, keys, list };
      },
      where,
      texts[4] ?? '',
    );
    assert.deepEqual(
      told.damaged.map((/** @type {any} */ { code, texts }) => ({ code, texts })),
      [{ code: 'pack-damaged', texts: 1 }],
    );
    assert.deepEqual(told.list, [...keys.filter((/** @type {string} */ key) => key !== keys[1]), ...told.keys]);
    // What broke off was swept away by the change; what is damaged stays.
    assert.equal(await break_('cut-both'), 7);
    const code = await page.evaluate(async (where) => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      return open({ store: where }).then(
        () => null,
        (/** @type {any} */ error) => error.code,
      );
    }, where);
    assert.equal(code, 'storage-refused');
    await page.close();
  });

  test(`opfs: a full disk is said, and nothing is lost`, async (t) => {
    if (here.name !== 'chromium') {
      t.skip('only Chromium lets the room be set');
      return;
    }
    const where = { kind: /** @type {const} */ ('opfs'), name: 'full' };
    const page = await open();
    const session = await page.createCDPSession();
    const room = (/** @type {number} */ quotaSize) =>
      session.send('Storage.overrideQuotaForOrigin', { origin: here.server.origin, quotaSize });
    await page.evaluate(
      async (where, text) => {
        const { open } = await import(/** @type {any} */ ('/client.js'));
        const library = await open({ store: where });
        await library.add(text);
        Object.assign(globalThis, { library });
      },
      where,
      texts[0] ?? '',
    );
    const add = (/** @type {string} */ text) =>
      page.evaluate(async (text) => {
        const { library } = /** @type {any} */ (globalThis);
        const code = await library.add(text).catch((/** @type {any} */ error) => error.code);
        const count = (await library.list()).length;
        return { code: typeof code === 'string' ? code : 'added', count };
      }, text);
    await room(1);
    assert.deepEqual(await add(noise), { code: 'storage-full', count: 1 });
    await room(2 ** 30);
    assert.deepEqual(await add(texts[1] ?? ''), { code: 'added', count: 2 });
    assert.equal((await kept(page, where)).length, 2);
    await page.close();
  });
});

/** Ends a browser as a crash does. @param {Browser} browser */
async function kill(browser) {
  const process = browser.process();
  const ended = new Promise((then) => process?.once('exit', then));
  process?.kill('SIGKILL');
  await ended;
  await browser.disconnect().catch(() => {});
}

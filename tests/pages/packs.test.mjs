/** Packs in both browsers: over HTTP by ranges, in files, and in the origin's own file system. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { root } from '../../www/tools/run.mjs';
import { packOf, resolutions } from '../browser/archive.mjs';
import { inBothBrowsers } from '../browser/both.mjs';
import { serveFolder } from '../browser/server.mjs';

/** @type {Uint8Array<ArrayBuffer>} */
let pack;

before(async () => {
  const { open } = await import('../../www/direct.js');
  pack = await packOf(open, resolutions(200));
});

async function serve() {
  const server = await serveFolder(join(root, 'dist'));
  server.files.set('/page.html', new TextEncoder().encode('<!doctype html><meta charset="utf-8"><title>Packs</title>'));
  server.files.set('/a.whereas', pack);
  return server;
}

inBothBrowsers(serve, (here) => {
  /** A page that has `open` and a way to say what a search found. */
  async function openPage() {
    const page = await here.browser.newPage();
    await page.goto(`${here.server.origin}/page.html`);
    here.server.asked.length = 0;
    here.server.faults.meddle = undefined;
    here.server.faults.ignoreRange = undefined;
    return page;
  }
  const ranges = () => here.server.asked.filter(({ path }) => path === '/a.whereas');

  test('asks a host for ranges only, and for none that the browser keeps', async () => {
    const page = await openPage();
    const ask = () =>
      page.evaluate(async () => {
        const { open } = await import(/** @type {any} */ ('/client.js'));
        const library = await open({ packs: ['a.whereas'] });
        const found = await library.search('unique77');
        const [info] = await library.packs();
        await library.close();
        return { id: found.hits[0]?.id, total: found.total.value, place: info.place, size: info.size };
      });
    assert.deepEqual(await ask(), { id: 'un:ga:res:78/77', total: 1, place: 'url', size: pack.length });
    assert.ok(ranges().every(({ status }) => status === 206));
    assert.ok(ranges().length > 1);
    here.server.asked.length = 0;
    assert.deepEqual((await ask()).id, 'un:ga:res:78/77');
    assert.deepEqual(
      ranges().map(({ range }) => range),
      ['bytes=0-20479'],
    );
    await page.close();
  });

  test('takes the whole file from a host that ignores ranges', async () => {
    const page = await openPage();
    here.server.faults.ignoreRange = true;
    const id = await page.evaluate(async () => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      const library = await open({ packs: [new URL('/a.whereas?whole', document.baseURI)] });
      const found = await library.search('unique78');
      await library.close();
      return found.hits[0]?.id;
    });
    assert.equal(id, 'un:ga:res:78/78');
    assert.deepEqual(
      ranges().map(({ status }) => status),
      [200],
    );
    await page.close();
  });

  test('says by name what was changed or cut on the way', async () => {
    const page = await openPage();
    let flip = 0;
    here.server.faults.meddle = ({ path, start, end }) =>
      path === '/a.whereas' && start > 0 ? { flip: (flip++ * 7919) % ((end - start) * 8) } : undefined;
    const codes = await page.evaluate(async () => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      const library = await open({ packs: ['a.whereas?flipped'] });
      const codes = [];
      for (const query of ['unique1', 'peace', 'unique2 sea', '78/5', '"self-help"'])
        codes.push(
          await library.search(query).then(
            (/** @type {any} */ { hits }) => hits.length > 0,
            (/** @type {any} */ error) => error.code,
          ),
        );
      await library.close();
      return codes;
    });
    // A bit may fall where no chunk is read, between two ranges that were joined.
    assert.ok(
      codes.every((code) => code === 'pack-damaged' || code === true) && codes.includes('pack-damaged'),
      `${codes}`,
    );
    here.server.faults.meddle = ({ path, start }) => (path === '/a.whereas' && start > 0 ? { cut: 10 } : undefined);
    const code = await page.evaluate(async () => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      const library = await open({ packs: ['a.whereas?cut'] });
      const code = await library.search('peace').catch((/** @type {any} */ error) => error.code);
      await library.close();
      return code;
    });
    assert.equal(code, 'pack-unreachable');
    await page.close();
  });

  test('reads a file in slices, and one of the origin’s own file system', async () => {
    const page = await openPage();
    const ids = await page.evaluate(async () => {
      const { open } = await import(/** @type {any} */ ('/client.js'));
      const bytes = await (await fetch('/a.whereas')).arrayBuffer();
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle('a.whereas', { create: true });
      const out = await handle.createWritable();
      await out.write(bytes);
      await out.close();
      const found = [];
      for (const source of [new File([bytes], 'a.whereas'), handle, bytes]) {
        const library = await open();
        const [info] = await library.addPack(source);
        found.push([info.name, info.place, (await library.search('unique79')).hits[0]?.id]);
        await library.close();
      }
      return found;
    });
    const id = 'un:ga:res:78/79';
    assert.deepEqual(ids, [
      ['a.whereas', 'file', id],
      ['a.whereas', 'file', id],
      ['pack', 'memory', id],
    ]);
    await page.close();
  });
});

/** Packs in the client: whole, in slices, and over HTTP by ranges, from hosts good and bad. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as inWorker from '../../www/client.js';
import * as direct from '../../www/direct.js';
import { packOf, resolutions } from '../browser/archive.mjs';
import { serveFolder } from '../browser/server.mjs';
import { core, lastWorker, makeWorker } from './helpers.mjs';

/** @typedef {import('../../www/types.d.ts').OpenOptions} OpenOptions */

/** @param {OpenOptions} [options] */
const open = (options) => direct.open({ wasm: core, ...options });
/** @param {OpenOptions} [options] */
const openWorker = (options) => inWorker.open({ wasm: core, worker: makeWorker, ...options });

const texts = resolutions(300);
/** @type {Uint8Array<ArrayBuffer>} */
let pack;
/** @type {Awaited<ReturnType<typeof serveFolder>>} */
let server;
/** @type {string} */
let folder;
/** @type {Record<string, unknown>} */
let right;

const queries = ['peace', 'unique17', '"self-help"', 'peac*', '78/5', 'zone:operative treaty', 'peece', 'xyzzy sea'];

/** What a library answers to questions of every kind. @param {import('../../www/types.d.ts').Library} library */
async function answers(library) {
  /** @type {Record<string, unknown>} */
  const found = {};
  for (const query of queries) found[query] = await library.search(query, { facets: ['body', 'year'] });
  found.complete = await library.complete('pea');
  found.resolve = await library.resolve('A/RES/78/12, paragraph 2');
  found.get = await library.get('un:ga:res:78/9');
  found.source = await library.source('un:ga:res:78/9@en');
  found.list = (await library.list({ limit: 5, offset: 290 })).length;
  found.check = await library.check('The Assembly said it “Recalling its resolution 78”.', {
    against: ['un:ga:res:78/3@en'],
  });
  found.export = await library.export(['un:ga:res:78/9@en'], 'citation');
  return found;
}

before(async () => {
  pack = await packOf(open, texts);
  server = await serveFolder(tmpdir());
  folder = mkdtempSync(join(tmpdir(), 'whereas-packs-'));
  writeFileSync(join(folder, 'a.whereas'), pack);
  const library = await open({ packs: [pack] });
  right = await answers(library);
  await library.close();
});

after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a pack behind a new address. @param {Uint8Array} [bytes] */
function serve(bytes = pack) {
  for (const name of Object.keys(server.faults)) delete (/** @type {Record<string, unknown>} */ (server.faults)[name]);
  server.asked.length = 0;
  const path = `/${Math.random().toString(36).slice(2)}.whereas`;
  server.files.set(path, bytes);
  return server.origin + path;
}

test('answers as the library that the pack was made from', async (t) => {
  const library = await open();
  t.after(() => library.close());
  for (const text of texts) await library.add(text);
  const found = /** @type {any} */ (await answers(library));
  const packed = /** @type {any} */ (right);
  for (const query of queries) assert.deepEqual(packed[query], found[query], query);
  assert.deepEqual(packed.resolve, found.resolve);
  assert.deepEqual(packed.get.resolutions, found.get.resolutions);
});

test('answers the same from bytes, buffers, files, paths and addresses, in a worker and without', async (t) => {
  const url = serve();
  const inputs = [
    pack.buffer.slice(pack.byteOffset, pack.byteOffset + pack.byteLength),
    new File([pack], 'a.whereas'),
    join(folder, 'a.whereas'),
    pathToFileURL(join(folder, 'a.whereas')),
    url,
    new URL(url),
  ];
  for (const [at, input] of inputs.entries()) {
    for (const openHere of [open, openWorker]) {
      const library = await openHere({ packs: [input] });
      t.after(() => library.close());
      assert.deepEqual(await answers(library), right, String(at));
      const [info] = await library.packs();
      assert.deepEqual([info?.id, info?.size, info?.resolutions, info?.open], ['pack-1', pack.length, 300, true]);
      assert.deepEqual([info?.bodies, info?.languages, info?.texts], [['un'], ['en'], 0]);
      if (at > 0) assert.match(info?.name ?? '', /\.whereas$/);
    }
  }
});

test('over HTTP fetches only ranges, and none twice', async (t) => {
  const url = serve();
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  assert.equal(server.asked.length, 1);
  assert.equal(server.asked[0]?.range, 'bytes=0-20479');
  await library.search('unique17');
  const sent = server.asked.reduce((sum, { sent }) => sum + sent, 0);
  assert.ok(server.asked.every(({ status }) => status === 206));
  assert.ok(sent < pack.length / 3, `${sent} of ${pack.length}`);
  const count = server.asked.length;
  await library.search('unique17');
  assert.equal(server.asked.length, count);
});

test('two questions at once fetch the same bytes once', async (t) => {
  const url = serve();
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  await library.search('unique17');
  const alone = server.asked.length;
  const again = serve();
  const both = await open({ packs: [again] });
  t.after(() => both.close());
  await Promise.all([both.search('unique17'), both.search('unique17'), both.search('unique17')]);
  assert.equal(server.asked.length, alone);
});

test('a host that ignores ranges is noticed, and the whole file taken once', async (t) => {
  const url = serve();
  server.faults.ignoreRange = true;
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  assert.deepEqual(await answers(library), right);
  assert.deepEqual(
    server.asked.map(({ status }) => status),
    [200],
  );
});

test('an answer that breaks off is asked for again from where it broke', async (t) => {
  const url = serve();
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  let cuts = 0;
  server.faults.meddle = () => (cuts++ < 2 ? { cut: 100 } : undefined);
  const found = await library.search('peace', { facets: ['body', 'year'] });
  assert.deepEqual(found, right.peace);
  assert.ok(server.asked.some(({ sent }) => sent === 100));
});

test('what stays away is said by name after several attempts, and asked for again later', async (t) => {
  const url = serve();
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  server.faults.meddle = () => ({ status: 503 });
  await assert.rejects(library.search('peace'), {
    code: 'pack-unreachable',
    pack: 'pack-1',
    message: /503.*4 times|4 times.*503/,
  });
  server.faults.meddle = undefined;
  assert.deepEqual(await library.search('peace', { facets: ['body', 'year'] }), right.peace);
  server.faults.meddle = () => ({ status: 404 });
  await assert.rejects(library.search('unique20'), { code: 'pack-unreachable', message: /404/ });
  await assert.rejects(open({ packs: [`${server.origin}/none.whereas`] }), { code: 'pack-unreachable' });
});

test('a pack that was replaced is noticed and opened anew', async (t) => {
  const url = serve();
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  await library.search('peace');
  const path = new URL(url).pathname;
  server.files.set(path, await packOf(open, resolutions(200, { session: 77, seed: 3 })));
  await assert.rejects(library.search('unique150'), { code: 'pack-changed', pack: 'pack-1' });
  const found = await library.search('unique150');
  assert.equal(found.hits[0]?.id, 'un:ga:res:77/150');
  assert.equal((await library.packs())[0]?.resolutions, 200);
});

test('a flipped bit on the way is noticed, and the range fetched again; one that stays is said', async (t) => {
  const url = serve();
  const library = await open({ packs: [url] });
  t.after(() => library.close());
  let flips = 0;
  server.faults.meddle = ({ start }) => (start > 0 && flips++ === 0 ? { flip: 4000 } : undefined);
  assert.deepEqual(await library.search('peace', { facets: ['body', 'year'] }), right.peace);
  assert.equal(flips > 1, true);
  server.faults.meddle = ({ start, end }) => (start > 0 ? { flip: ((end - start) >> 1) * 8 } : undefined);
  await assert.rejects(library.search('unique33'), { code: 'pack-damaged', pack: 'pack-1' });
  server.faults.meddle = undefined;
  assert.equal((await library.search('unique33')).hits[0]?.id, 'un:ga:res:78/33');
});

test('what is no pack, or not all of one, is refused by name', async () => {
  const cases = /** @type {const} */ ([
    ['not-a-pack', new TextEncoder().encode('<!doctype html><title>Not found</title>')],
    ['not-a-pack', new Uint8Array()],
    ['pack-cut', pack.slice(0, pack.length - 1)],
    ['pack-cut', pack.slice(0, 20)],
    ['bad-catalogue', new TextEncoder().encode('{"packs": 1}')],
  ]);
  for (const [code, bytes] of cases) {
    const inputs = bytes.length > 0 ? [new Blob([bytes]), serve(bytes)] : [new Blob([bytes])];
    for (const input of inputs) await assert.rejects(open({ packs: [input] }), { code }, `${code} ${input}`);
  }
  await assert.rejects(open({ packs: [pack.slice(0, 100)] }), { code: 'pack-cut' });
  await assert.rejects(open({ packs: /** @type {any} */ ([7]) }), { code: 'bad-argument' });
  await assert.rejects(open({ packs: /** @type {any} */ ('a') }), { code: 'bad-option' });
  await assert.rejects(open({ packs: [join(folder, 'none.whereas')] }), {
    code: 'not-readable',
    message: /none\.whereas/,
  });
});

for (const [where, openHere] of /** @type {const} */ ([
  ['in a worker', openWorker],
  ['on the same thread', open],
])) {
  test(`${where}: a question that is given up ends its requests`, async (t) => {
    const url = serve();
    const library = await openHere({ packs: [url] });
    t.after(() => library.close());
    server.faults.meddle = () => ({ wait: 300 });
    const control = new AbortController();
    const stale = library.search('unique17', { signal: control.signal });
    setTimeout(() => control.abort(), 50);
    await assert.rejects(stale, { code: 'aborted' });
    server.faults.meddle = undefined;
    await new Promise((then) => setTimeout(then, 500));
    // The first round was on its way; no second one followed.
    const count = server.asked.length;
    assert.ok(count <= 1 + 6, String(count));
    assert.deepEqual(await library.search('peace', { facets: ['body', 'year'] }), right.peace);
  });

  test(`${where}: packs and texts are one library, and packs come and go`, async (t) => {
    const library = await openHere();
    t.after(() => library.close());
    for (const text of texts.slice(0, 100)) await library.add(text);
    const first = await packOf(open, texts.slice(100, 200));
    const second = await packOf(open, texts.slice(200));
    const [one] = await library.addPack(new Blob([first]));
    const [two] = await library.addPack(serve(second));
    for (const query of queries)
      assert.deepEqual(await library.search(query, { facets: ['body', 'year'] }), right[query], query);
    assert.equal((await library.list()).length, 300);
    assert.equal((await library.list({ packs: false })).length, 100);
    assert.equal((await library.list({ offset: 150, limit: 100 })).length, 100);
    await library.removePack(one?.id ?? '');
    await assert.rejects(library.removePack('pack-9'), { code: 'unknown-pack' });
    assert.equal((await library.search('unique150')).total.value, 0);
    assert.equal((await library.search('unique250')).total.value, 1);
    assert.deepEqual(
      (await library.packs()).map(({ id }) => id),
      [two?.id],
    );
  });

  test(`${where}: progress is told while bytes come`, async (t) => {
    /** @type {import('../../www/types.d.ts').Progress[]} */
    const told = [];
    const library = await openHere({ packs: [serve()], onProgress: (progress) => told.push(progress) });
    t.after(() => library.close());
    await library.search('peace');
    const fetched = told.filter(({ stage }) => stage === 'fetch');
    assert.ok(fetched.length >= 2);
    assert.ok(fetched.every(({ pack, loaded, total }) => pack === 'pack-1' && loaded <= (total ?? 0)));
  });
}

test('a worker that dies is started again with the same packs', async (t) => {
  const library = await openWorker({ packs: [pack, serve(), new Blob([pack])] });
  t.after(() => library.close());
  await library.removePack('pack-3');
  const before = await library.search('peace');
  lastWorker().die();
  assert.deepEqual(await library.search('peace'), before);
  assert.deepEqual(
    (await library.packs()).map(({ id, open }) => [id, open]),
    [
      ['pack-1', true],
      ['pack-2', true],
    ],
  );
});

test('a catalogue opens all its packs as one, each when something is asked', async (t) => {
  for (const name of Object.keys(server.faults)) delete (/** @type {Record<string, unknown>} */ (server.faults)[name]);
  server.files.set('/all/one.whereas', await packOf(open, texts.slice(0, 150)));
  server.files.set('/all/two.whereas', await packOf(open, texts.slice(150)));
  const packs = [
    { name: 'one', url: 'one.whereas', size: server.files.get('/all/one.whereas')?.length, resolutions: 150 },
    { name: 'two', url: 'two.whereas', languages: ['en'] },
  ];
  const catalogue = JSON.stringify({ schema: 'whereas-catalogue/1', packs });
  server.files.set('/all/catalogue.json', new TextEncoder().encode(catalogue));
  server.asked.length = 0;
  const library = await open({ packs: [`${server.origin}/all/catalogue.json`] });
  t.after(() => library.close());
  assert.deepEqual(
    server.asked.map(({ path }) => path),
    ['/all/catalogue.json'],
  );
  const listed = (await library.packs()).map(({ id, name, open, resolutions }) => [id, name, open, resolutions]);
  assert.deepEqual(listed, [
    ['pack-1/1', 'one', false, 150],
    ['pack-1/2', 'two', false, null],
  ]);
  for (const query of queries)
    assert.deepEqual(await library.search(query, { facets: ['body', 'year'] }), right[query], query);
  assert.deepEqual(
    (await library.packs()).map(({ open, resolutions }) => [open, resolutions]),
    [
      [true, 150],
      [true, 150],
    ],
  );
  await library.removePack('pack-1');
  assert.deepEqual(await library.packs(), []);
  server.files.set('/all/bad.json', new TextEncoder().encode(catalogue.replace('one.whereas', 'http://[')));
  await assert.rejects(open({ packs: [`${server.origin}/all/bad.json`] }), {
    code: 'bad-catalogue',
    message: /pack 1/,
  });
});

test('a library that can’t be kept here is refused by name', async () => {
  await assert.rejects(open({ store: 'opfs' }), { code: 'storage-refused' });
  await assert.rejects(open({ store: /** @type {any} */ ('disk') }), { code: 'bad-option', message: /disk/ });
});

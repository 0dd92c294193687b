/** What can happen to a worker: every request settles all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from '../../www/client.js';
import { core, coreThatStopsIn, FakeWorker, lastWorker, makeWorker } from './helpers.mjs';

const openLibrary = (wasm = /** @type {Uint8Array} */ (core)) => open({ wasm, worker: makeWorker });

test('a worker that dies rejects what is pending, and the next one holds the same texts', async (t) => {
  const library = await openLibrary();
  t.after(() => library.close());
  const { keys } = await library.add('Nothing of note.');
  const worker = lastWorker();
  const pending = [library.list(), library.get(keys[0] ?? ''), library.add('Lost.')];
  // One turn for the calls to be sent.
  await Promise.resolve();
  worker.die();
  for (const request of pending) await assert.rejects(request, { name: 'WhereasError', code: 'worker-died' });
  assert.notEqual(lastWorker(), worker);
  assert.deepEqual(
    (await library.list()).map(({ key }) => key),
    keys,
  );
});

test('what waits behind the request that stopped the core is carried out', async (t) => {
  const library = await openLibrary(coreThatStopsIn('parse'));
  t.after(() => library.close());
  const { keys } = await library.add('Nothing of note.');
  const stopped = library.parse('text');
  const waiting = [library.list(), library.list()];
  await assert.rejects(stopped, { code: 'core-failed' });
  for (const request of waiting) {
    assert.deepEqual(
      (await request).map(({ key }) => key),
      keys,
    );
  }
});

test('a worker that dies again and again rejects each time and never holds a request back', async (t) => {
  const library = await openLibrary();
  t.after(() => library.close());
  const { keys } = await library.add('Nothing of note.');
  for (let time = 0; time < 5; time++) {
    const request = library.list();
    await Promise.resolve();
    lastWorker().die();
    await assert.rejects(request, { name: 'WhereasError' });
  }
  assert.equal((await library.list())[0]?.key, keys[0]);
});

test('a worker that can not be started again says so, and the next call tries', async () => {
  let refuse = false;
  const library = await open({
    wasm: core,
    worker: () => {
      if (refuse) throw new Error('refused by the page');
      return makeWorker();
    },
  });
  const { keys } = await library.add('Nothing of note.');
  refuse = true;
  lastWorker().die();
  await assert.rejects(library.list(), { code: 'not-loaded', message: /refused by the page/ });
  refuse = false;
  assert.equal((await library.list())[0]?.key, keys[0]);
  await library.close();
});

test('close() rejects what is pending', async () => {
  const library = await openLibrary();
  const pending = [library.list(), library.add('Nothing of note.')];
  await Promise.resolve();
  await library.close();
  for (const request of pending) await assert.rejects(request, { name: 'WhereasError', code: 'closed' });
});

test('a text that was given up while it was read does not stay in the library', async (t) => {
  const library = await openLibrary();
  t.after(() => library.close());
  const controller = new AbortController();
  const request = library.add('Nothing of note.', { signal: controller.signal });
  await Promise.resolve();
  controller.abort();
  await assert.rejects(request, { code: 'aborted' });
  // The answer comes, the text is taken out again, and then this is answered.
  await new Promise((done) => setTimeout(done, 50));
  assert.deepEqual(await library.list(), []);
});

test('opening is given up by its signal although the worker never answers', async () => {
  const controller = new AbortController();
  const mute = () => /** @type {Worker} */ (/** @type {unknown} */ (new FakeWorker({ mute: true })));
  const opening = open({ worker: mute, signal: controller.signal });
  controller.abort();
  await assert.rejects(opening, { code: 'aborted' });
});

test('a worker whose script does not load rejects open()', async () => {
  const opening = open({ worker: makeWorker, wasm: core });
  lastWorker().die();
  await assert.rejects(opening, { code: 'not-loaded', message: /out of memory/ });
});

test('refuses what can not be sent to a worker', async (t) => {
  const library = await openLibrary();
  t.after(() => library.close());
  const options = /** @type {any} */ ({ name: () => 'a function' });
  await assert.rejects(library.parse('text', options), { code: 'bad-argument' });
  assert.deepEqual(await library.list(), []);
});

test('says how far the core is loaded', async () => {
  /** @type {string[]} */
  const stages = [];
  const library = await open({ wasm: core, worker: makeWorker, onProgress: ({ stage }) => stages.push(stage) });
  assert.deepEqual(stages, ['ready']);
  await library.close();
});

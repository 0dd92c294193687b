/** What holds in a worker and on the same thread alike. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as inWorker from '../../www/client.js';
import * as direct from '../../www/direct.js';
import { WhereasError } from '../../www/direct.js';
import { core, coreThatStopsIn, makeWorker } from './helpers.mjs';

/** @param {Uint8Array} [wasm] */
const openInWorker = (wasm = core) => inWorker.open({ wasm, worker: makeWorker });
/** @param {Uint8Array} [wasm] */
const openDirect = (wasm = core) => direct.open({ wasm });

for (const [where, open] of /** @type {const} */ ([
  ['in a worker', openInWorker],
  ['on the same thread', openDirect],
])) {
  test(`${where}: keeps texts, lists them and takes them out`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const { keys } = await library.add('Nothing of note.', { name: 'note.txt' });
    assert.equal(keys.length, 1);
    const key = keys[0] ?? '';
    assert.match(key, /^text:[0-9a-f]{16}@(en|und)$/);
    assert.equal((await library.source(key)).text, 'Nothing of note.');
    assert.deepEqual(
      (await library.list()).map((line) => [line.key, line.name]),
      [[key, 'note.txt']],
    );
    assert.equal((await library.get(key)).schema, 'whereas/1');
    assert.equal(await library.remove(key), undefined);
    assert.deepEqual(await library.list(), []);
    assert.deepEqual((await library.add('Nothing of note.')).keys, [key]);
    await library.add('Nothing else.');
    assert.equal(await library.keeping(), null);
    assert.equal(await library.clear(), undefined);
    assert.deepEqual(await library.list(), []);
  });

  test(`${where}: tells which paragraphs of other resolutions share words, in UTF-16 units`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const text = (/** @type {string} */ symbol, /** @type {string} */ word) =>
      `A/RES/${symbol}\n\nThe General Assembly 🙂,\n\n1. Urges every harbour to keep its ${word} lit from dusk to dawn.\n`;
    const { keys } = await library.add(text('77/1', 'lamps'));
    await library.add(text('78/2', 'lanterns'));
    const report = await library.reuse(keys[0] ?? '', { address: 'op1' });
    assert.deepEqual([report.key, report.searched, report.paragraphs.length], [keys[0], 2, 1]);
    const shared = report.paragraphs[0]?.shared[0];
    assert.equal(shared?.source.address, 'op1');
    const [edit] = shared?.edits ?? [];
    assert.equal(text('77/1', 'lamps').slice(...(edit?.article ?? [0, 0])), 'lamps');
    assert.equal(text('78/2', 'lanterns').slice(...(edit?.source ?? [0, 0])), 'lanterns');
    await assert.rejects(library.reuse(keys[0] ?? '', { address: 'op9' }), { code: 'unknown-address' });
    await assert.rejects(library.reuse(keys[0] ?? '', { least: -1 }), { code: 'bad-option' });
  });

  test(`${where}: an error keeps its name, code, place and message`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const message = /un:ga:res:1\/1@en/;
    const error = { name: 'WhereasError', code: 'unknown-key', start: null, end: null, message };
    await assert.rejects(library.get('un:ga:res:1/1@en'), error);
    await assert.rejects(library.get('un:ga:res:1/1@en'), WhereasError);
  });

  test(`${where}: half of a surrogate pair is read as U+FFFD, and that is said`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const text = 'Recalling \ud83d its resolution';
    const { keys, diagnostics } = await library.add(text);
    assert.equal((await library.source(keys[0] ?? '')).text, 'Recalling \ufffd its resolution');
    const found = diagnostics.find(({ code }) => code === 'lone-surrogate');
    assert.deepEqual(found?.span, [10, 11]);
    const document = await library.parse(text);
    assert.equal(document.source.length, text.length);
    assert.ok(document.diagnostics.some(({ code }) => code === 'lone-surrogate'));
    const whole = await library.parse('Recalling 😀 its resolution');
    assert.ok(!whole.diagnostics.some(({ code }) => code === 'lone-surrogate'));
  });

  test(`${where}: reads files, blobs, buffers and views, and names a file by its name`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const bytes = new TextEncoder().encode('–Nothing of note.–');
    /** @type {import('../../www/types.d.ts').Input[]} */
    const inputs = [
      new File([bytes], 'note.md'),
      new Blob([bytes]),
      bytes.buffer,
      new DataView(bytes.buffer, 3, bytes.length - 6),
    ];
    for (const input of inputs) await library.add(input);
    const lines = await library.list();
    assert.deepEqual(
      lines.map(({ name }) => name),
      ['note.md', null, null, null],
    );
    const texts = await Promise.all(lines.map(async ({ key }) => (await library.source(key)).text));
    assert.deepEqual(texts, ['–Nothing of note.–', '–Nothing of note.–', '–Nothing of note.–', 'Nothing of note.']);
  });

  test(`${where}: what can't be added is refused with a code, and the library is as it was`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    await library.add('Nothing of note.');
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xfe, 0, 0]);
    await assert.rejects(library.add(png), { name: 'WhereasError', code: 'not-text' });
    await assert.rejects(library.add(/** @type {any} */ (null)), { code: 'bad-argument' });
    await assert.rejects(library.add(/** @type {any} */ (7)), { code: 'bad-argument' });
    await assert.rejects(library.add('text', /** @type {any} */ ({ format: 'papyrus' })), { code: 'bad-option' });
    await assert.rejects(library.parse(/** @type {any} */ (null)), { code: 'not-text' });
    const gone = new File(['x'], 'gone.txt');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await assert.rejects(library.add(gone), { code: 'not-readable', message: /gone\.txt/ });
    assert.equal((await library.list()).length, 1);
  });

  test(`${where}: forces come from the scale that is named`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const [first, second] = await library.scales();
    assert.deepEqual([first?.id, second?.author], ['whereas-1', 'Justin S. Gruenberg']);
    const text = 'The Security Council,\n\n1. Urges the parties to meet.';
    /** @param {string} [scale] */
    const force = async (scale) => {
      const { resolutions } = await library.parse(text, scale ? { scale } : {});
      return resolutions[0]?.paragraphs.find(({ address }) => address === 'op1')?.lead?.force;
    };
    assert.deepEqual([await force(), await force('gruenberg-2009'), await force('model-diplomat')], [6, 5, 3]);
    await assert.rejects(library.parse(text, { scale: 'mine' }), { code: 'bad-option', message: /mine/ });
  });

  test(`${where}: a core that stops in the middle is replaced, with the same texts under the same keys`, async (t) => {
    const library = await open(coreThatStopsIn('parse'));
    t.after(() => library.close());
    const first = await library.add('Nothing of note.');
    const second = await library.add('Nothing of note.');
    const third = await library.add('Something else.');
    assert.equal(second.keys[0], `${first.keys[0]}~2`);
    await library.remove(first.keys[0] ?? '');
    await assert.rejects(library.parse('text'), { name: 'WhereasError', code: 'core-failed' });
    assert.deepEqual(
      (await library.list()).map(({ key }) => key),
      [second.keys[0], third.keys[0]],
    );
    await assert.rejects(library.parse('text'), { code: 'core-failed' });
    assert.equal((await library.source(second.keys[0] ?? '')).text, 'Nothing of note.');
  });

  test(`${where}: a request is given up by its signal`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const reason = new Error('changed my mind');
    await assert.rejects(library.list({ signal: AbortSignal.abort(reason) }), { code: 'aborted', cause: reason });
    await assert.rejects(library.add('text', { signal: AbortSignal.abort() }), { code: 'aborted' });
    assert.deepEqual(await library.list({ signal: new AbortController().signal }), []);
  });

  test(`${where}: after close() every call says so`, async () => {
    const library = await open();
    await library.close();
    await library.close();
    await assert.rejects(library.list(), { name: 'WhereasError', code: 'closed' });
    await assert.rejects(library.add('text'), { code: 'closed' });
  });
}

/** @param {string} name */
const example = (name) => readFileSync(new URL(`../../www/example/${name}.txt`, import.meta.url), 'utf8');

test('both ways give the same answers to every call', async (t) => {
  const libraries = [await openInWorker(), await openDirect()];
  t.after(() => Promise.all(libraries.map((library) => library.close())));
  const [there, here] = await Promise.all(
    libraries.map(async (library) => {
      const { keys, diagnostics } = await library.add(example('resolution'), { name: 'resolution.txt' });
      const key = keys[0] ?? '';
      return {
        keys,
        diagnostics,
        document: await library.get(key),
        source: await library.source(key),
        list: await library.list(),
        found: await library.search('"full solidarity" zone:operative', { facets: ['body', 'year'], limit: 5 }),
        completions: await library.complete('kaz'),
        resolved: await library.resolve('resolution 50/48-POL, paragraph 3'),
        report: await library.check(example('article'), { against: keys }),
        json: await library.export(keys, 'json'),
      };
    }),
  );
  assert.deepEqual(there, here);
  assert.deepEqual(here?.keys, ['oic:cfm:res:50/48-POL@en']);
  assert.deepEqual(here?.resolved, [
    {
      id: 'oic:cfm:res:50/48-POL',
      keys: here?.keys,
      address: 'op3',
      symbol: '50/48-POL',
      iri: '/akn/oic/statement/deliberation/oic-cfm/2022-01-01/50-48-POL',
      url: null,
    },
  ]);
  assert.deepEqual(
    here?.found.hits[0]?.paragraphs
      .slice(0, 1)
      .map(({ address, snippet, matches }) => [address, matches.map((match) => snippet.slice(...match))]),
    [['op5', ['full solidarity']]],
  );
  assert.deepEqual(here?.found.facets, { body: [['oic', 1]], year: [['2022', 1]] });
});

test('places are counted as JavaScript counts, also behind signs of two units', async (t) => {
  const library = await openDirect();
  t.after(() => library.close());
  // Each sign before a text moves all its places: two units here, four bytes in the core.
  const before = '\u{1D7D9}\u{1F600}é ';
  const resolution = `${before}\n\n${example('resolution')}`;
  const article = `${before}\n\n${example('article')}`;
  const { keys } = await library.add(resolution);
  const document = await library.get(keys[0] ?? '');
  const leads = document.resolutions[0]?.paragraphs.flatMap(({ lead }) => (lead ? [lead] : [])) ?? [];
  assert.equal(leads.length, 8);
  for (const { text, span } of leads) assert.equal(resolution.slice(...span).replaceAll('*', ''), text);
  const report = await library.check(article, { against: keys });
  assert.equal(report.quotations.length, 7);
  for (const { text, span } of report.quotations) assert.equal(article.slice(...span), text);
  const disapproval = report.quotations.find(({ text }) => text === 'disapproval');
  assert.equal(resolution.slice(...(disapproval?.source?.span ?? [0, 0])), 'disapproval');
});

test('a fault in a strict query has its place in UTF-16 units', async (t) => {
  const library = await openInWorker();
  t.after(() => library.close());
  const query = '\u{1F600} body:';
  const error = await library.search(query, { strict: true }).then(
    () => null,
    (error) => error,
  );
  assert.equal(error?.code, 'bad-query');
  assert.equal(query.slice(error.start, error.end), 'body:');
});

test('open() names the option that it does not know', async () => {
  for (const { open } of [inWorker, direct]) {
    await assert.rejects(open(/** @type {any} */ ({ shelf: 'opfs' })), { code: 'bad-option', message: /shelf/ });
    await assert.rejects(open({ wasm: 'http://' }), { code: 'bad-option', message: /no address/ });
    await assert.rejects(open({ signal: AbortSignal.abort() }), { code: 'aborted' });
  }
});

test('open() says why the core could not be loaded', async () => {
  const wasm = new Uint8Array([1, 2, 3]);
  await assert.rejects(direct.open({ wasm }), { code: 'not-loaded' });
  await assert.rejects(inWorker.open({ wasm, worker: makeWorker }), { code: 'not-loaded' });
  await assert.rejects(direct.open({ wasm: new URL('file:///nowhere.wasm') }), {
    code: 'not-loaded',
    message: /nowhere/,
  });
});

/** Files that are no plain text, in a worker and on the same thread alike. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as inWorker from '../../www/client.js';
import * as direct from '../../www/direct.js';
import { core, makeWorker } from './helpers.mjs';

/** @param {string} ending */
const bytes = (ending) => readFileSync(new URL(`../data/import/resolution.${ending}`, import.meta.url));

const formats = /** @type {const} */ ({
  md: 'markdown',
  html: 'html',
  docx: 'docx',
  xml: 'akn',
  tex: 'latex',
  pdf: 'pdf',
});

for (const [where, open] of /** @type {const} */ ([
  ['in a worker', () => inWorker.open({ wasm: core, worker: makeWorker })],
  ['on the same thread', () => direct.open({ wasm: core })],
])) {
  test(`${where}: takes files in every format, and gives the text that spans point into`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    for (const [ending, format] of Object.entries(formats)) {
      const { keys, diagnostics } = await library.add(new Blob([new Uint8Array(bytes(ending))]), { name: ending });
      const key = keys[0] ?? '';
      assert.match(key, /^un:ga:res:80\/999@en/, ending);
      assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
        ending,
      );
      const [document, source] = [await library.get(key), await library.source(key)];
      assert.equal(source.format, format, ending);
      assert.equal(source.pages?.length, format === 'pdf' ? 2 : undefined, ending);
      const paragraph = document.resolutions[0]?.paragraphs.find(({ address }) => address === 'op2.b.i');
      assert.equal(paragraph?.text, 'Every year, in writing;', ending);
      assert.match(source.text.slice(...(paragraph?.span ?? [0, 0])), /^\(i\)\s+Every year, in writing;$/, ending);
    }
    assert.equal((await library.list()).length, 6);
  });

  test(`${where}: calls are carried out in their order, whatever has to be fetched for one`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const [file, text] = await Promise.all([library.add(bytes('docx')), library.add('Nothing of note.')]);
    const list = await library.list();
    assert.deepEqual(
      list.map(({ key }) => key),
      [...file.keys, ...text.keys],
    );
  });

  test(`${where}: gives the text of a file without keeping it`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const page = '<nav>Home</nav><p>The Assembly&nbsp;met.<script>no()</script>';
    assert.deepEqual(await library.read(page), {
      text: 'The Assembly\u00a0met.\n',
      format: 'html',
      language: null,
      diagnostics: [],
    });
    const packed = await library.read(gzipSync(bytes('xml')));
    assert.equal(packed.format, 'akn');
    assert.deepEqual(packed, await library.read(bytes('xml')));
    assert.equal((await library.read('plain words')).format, 'text');
    assert.deepEqual(await library.list(), []);
  });

  test(`${where}: checks an article in any format, and gives the text that spans point into`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    await library.add(readFileSync(new URL('../../www/example/resolution.txt', import.meta.url)));
    const page =
      '<nav>Home</nav><article><p>The member states expressed <q>its full solidarity with Kazakhstan</q>.</p>' +
      '<blockquote><p>its full solidarity with Kazakhstan</p></blockquote></article>';
    const words = 'its full solidarity with Kazakhstan';
    const plain = `The member states expressed “${words}”.`;
    /** @param {import('../../www/types.d.ts').Input} article */
    const found = async (article) => {
      const { quotations, checked } = await library.check(article);
      return quotations.map(({ span, verdict }) => [checked.text?.slice(...span), verdict]);
    };
    const quoted = [words, 'verbatim'];
    for (const article of [page, Buffer.from(page), new Blob([page], { type: 'text/html' })])
      assert.deepEqual(await found(article), [quoted, quoted]);
    assert.deepEqual(await found(Buffer.from(plain)), [quoted]);
    assert.equal((await library.check(plain)).checked.text, undefined);
    const refused = await library.check(Buffer.from('PK\x03\x04rest', 'latin1')).catch((error) => error);
    assert.equal(refused.code, 'file-damaged');
  });

  test(`${where}: says of a broken file what is wrong, and goes on`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const cut = await library.add(bytes('xml').subarray(0, 2000));
    const { text } = await library.source(cut.keys[0] ?? '');
    assert.deepEqual(cut.diagnostics.find(({ code }) => code === 'file-cut')?.span, [text.length, text.length]);
    const code = (/** @type {string | Uint8Array} */ given) =>
      library.add(typeof given === 'string' ? Buffer.from(given, 'latin1') : given).then(
        () => null,
        (error) => error.code,
      );
    assert.equal(await code('PK\x03\x04rest'), 'file-damaged');
    assert.equal(await code('%PDF-1.7 rest'), 'file-damaged');
    assert.equal(await code('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'unsupported-format');
    assert.equal(await code('<?xml version="1.0"?><feed/>'), 'unsupported-format');
    assert.equal(await code(gzipSync(Buffer.alloc(64 << 20, ' '))), 'zip-bomb');
    assert.equal((await library.list()).length, 1);
  });

  test(`${where}: what begins like markup is text where the caller says so`, async (t) => {
    const library = await open();
    t.after(() => library.close());
    const { keys } = await library.add('<p>words</p>', { format: 'text' });
    assert.equal((await library.source(keys[0] ?? '')).text, '<p>words</p>');
  });
}

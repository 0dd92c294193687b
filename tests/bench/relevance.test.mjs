/**
 * Known items: a resolution is looked for by its title, and by one of its paragraphs with words left out, misspelt and
 * exchanged. On texts made from a seed, so that every machine finds the same; `npm run bench` does it on real ones.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../www/tools/run.mjs';
import { instantiate } from '../../www/wasm/whereas.js';
import { judge, sumUp } from './figures.mjs';
import { generate } from './generate.mjs';
import { draw } from './queries.mjs';

const core = readFileSync(join(root, 'www', 'wasm', 'whereas_bg.wasm'));
const { Session } = instantiate(new WebAssembly.Module(core));

test('makes the same texts and queries from the same seed', () => {
  const texts = [...generate(300, 7)].map(({ text }) => text);
  assert.deepEqual(
    [...generate(300, 7)].map(({ text }) => text),
    texts,
  );
  assert.notDeepEqual(
    [...generate(300, 8)].map(({ text }) => text),
    texts,
  );
  assert.ok(texts.every((text) => text.includes('The General Assembly,')));
});

test('finds resolutions by their titles and by damaged paragraphs', () => {
  const session = /** @type {any} */ (new Session());
  /** @type {import('./corpus.mjs').Doc[]} */
  const docs = [];
  /** @type {import('./corpus.mjs').Record[]} */
  const records = [];
  const texts = [...generate(6000, 3)].map(({ text }) => text);
  for (const text of texts) {
    session.add(text, {});
    for (const { key, symbol, title, paragraphs } of session.parse(text, {}).resolutions) {
      for (const { text: own, zone } of paragraphs) {
        records.push({ doc: docs.length, title: zone === 'title' ? own : '', text: own });
      }
      docs.push({ key, symbol, title });
    }
  }
  assert.equal(docs.length, texts.length, 'each text is one resolution');
  const corpus = { folder: '', docs, records, texts, bytes: 0, pack: '', packing: 0 };
  // One seed's damaged paragraphs are a small sample, which moves with every change of the texts: several are drawn.
  const queries = [11, 12, 13, 14, 15].flatMap((seed) => draw(corpus, { count: 40, items: 400, seed }));
  const numbers = new Map(docs.map(({ key }, at) => [key, at]));
  const answers = queries.map(({ query }) => {
    const { hits } = session.search(query, {});
    return { ms: null, docs: hits.map((/** @type {{ key: string }} */ { key }) => numbers.get(key) ?? -1) };
  });
  session.free();
  const { ranks, right } = sumUp(queries, answers, judge(records));
  // The goal, which titles of real texts reach too.
  assert.ok((ranks.get('title')?.mean ?? 0) >= 0.99, `titles: ${ranks.get('title')?.mean}`);
  // The five seeds give 0.948 to 0.974, together 0.959 with a standard error of 0.004: the floor lies more than four
  // of those below. What is missing to 1 are misspellings that are words themselves.
  assert.ok((ranks.get('damaged')?.mean ?? 0) >= 0.94, `damaged paragraphs: ${ranks.get('damaged')?.mean}`);
  assert.ok((right ?? 0) >= 0.9, `hits that hold what was asked for: ${right}`);
});

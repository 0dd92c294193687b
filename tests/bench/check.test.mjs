/**
 * How fast quotations are checked, natively and as wasm, against the ratios of `tests/budgets.tsv`.
 *
 * A ratio is the time of one check over that of a plain hash of a million bytes on the same machine. The texts are made
 * by `tests/bench/check.rs`: 57,000 paragraphs, and an article of seven quotations with a known verdict on each.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { limitsIn } from '../../www/tools/budgets.mjs';
import { root, run } from '../../www/tools/run.mjs';
import { instantiate } from '../../www/wasm/whereas.js';
import { best, hash } from './clock.mjs';

const limits = limitsIn('ratio');
/** @param {string} name */
const limit = (name) => limits[name] ?? Number.NaN;
const folder = join(root, 'target', 'bench', 'check');
/** @param {string} name */
const read = (name) => readFileSync(join(folder, name), 'utf8');
/** @typedef {import('../../www/report.d.ts').CheckReport} CheckReport */

test('checks natively within the ratios, and takes little memory', async () => {
  const { code, output } = await run('cargo', ['bench', '--quiet', '--bench', 'check', '--', folder]);
  assert.equal(code, 0, output);
  const found = JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '{}');
  console.log(`native: one ${found.one} ms, pack ${found.pack} ms, ${found.memory_kb} kB more`);
  assert.ok(found.one_ratio <= limit('check-one'), `one: the ratio is ${found.one_ratio}`);
  assert.ok(found.pack_ratio <= limit('check-pack'), `pack: the ratio is ${found.pack_ratio}`);
  assert.ok(found.memory_kb <= 20_000, `${found.memory_kb} kB more`);
});

test('checks as wasm, with objects, within the ratios', () => {
  const core = readFileSync(new URL('../../www/wasm/whereas_bg.wasm', import.meta.url));
  const { Session } = instantiate(new WebAssembly.Module(core));
  const session = new Session();
  const example = join(root, 'www', 'example');
  session.add?.(readFileSync(join(example, 'resolution.txt'), 'utf8'), {});
  const news = readFileSync(join(example, 'article.txt'), 'utf8');
  const checkOne = () => /** @type {CheckReport} */ (session.check?.(news, {}));
  assert.equal(checkOne().summary.verbatim, 4);
  const hashing = best(() => hash(new Uint8Array(1_000_000)));
  const one = best(checkOne);
  for (const text of read('texts').split('\0')) session.add?.(text, {});
  const article = read('article.txt');
  const check = () => /** @type {CheckReport} */ (session.check?.(article, {}));
  assert.deepEqual(
    check().quotations.map(({ verdict }) => verdict),
    read('expected.txt').split('\n'),
  );
  const many = best(check);
  console.log(`wasm: one ${one.toFixed(2)} ms, 57,000 paragraphs ${many.toFixed(2)} ms`);
  assert.ok(one / hashing <= limit('check-one-wasm'), `one: the ratio is ${one / hashing}`);
  assert.ok(many / hashing <= limit('check-many-wasm'), `many: the ratio is ${many / hashing}`);
  session.free();
});

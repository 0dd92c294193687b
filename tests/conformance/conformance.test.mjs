/**
 * The parser against labelled resolutions in six languages and five states of damage.
 *
 * The texts lie beside the project and are not part of it: without them, or without the program that
 * scores them, every test here says that it is skipped. The figures may only rise above
 * `floors.tsv`; `UPDATE_FLOORS=1` raises those that did, and never lowers one.
 */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, languages, measure, missing, readTable, root, slow } from './score.mjs';

const figures = ['borders', 'precision', 'zone', 'number', 'lead', 'citation', 'target', 'symbol', 'title', 'date'];
const { head, rows } = readTable('floors.tsv');
const floors = new Map(rows.map(([key = '', ...values]) => [key, values]));

if (!missing) build();

for (const language of languages) {
  for (const damage of ['clean', 'wrap', 'flat', 'page', 'pdf']) {
    const key = `${language}-${damage}${slow ? '-all' : ''}`;
    test(`reads ${language}, ${damage}, no worse than before`, { skip: missing }, () => {
      const { total } = measure(language, damage);
      assert.equal(total.bad_span, 0, 'spans overlap, or do not lie on borders');
      const known = floors.get(key) ?? [];
      for (const [place, figure] of figures.entries()) {
        const floor = Number(known[place] || 0);
        const found = total[figure] ?? 0;
        assert.ok(process.env.UPDATE_FLOORS || floor <= found, `${figure} fell from ${floor} to ${found}`);
        known[place] = String(Math.max(floor, found));
      }
      floors.set(key, known);
      if (process.env.UPDATE_FLOORS) {
        const lines = [...floors].sort().map(([name, values]) => [name, ...values].join('\t'));
        writeFileSync(join(root, 'tests', 'conformance', 'floors.tsv'), `${[head, ...lines].join('\n')}\n`);
      }
    });
  }
}

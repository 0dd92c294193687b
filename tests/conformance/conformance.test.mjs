/**
 * The parser against labelled resolutions in six languages and five states of damage.
 *
 * The texts lie beside the project and are not part of it: without them, or without the program that
 * scores them, every test here says that it is skipped. The figures may only rise above
 * `floors.tsv`; `UPDATE_FLOORS=1` raises those that did, and never lowers one.
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const shared = join(root, '..', 'shared');
const score = join(shared, 'eval', 'score.py');
const command = 'target/release/whereas parse --jsonl';
const figures = ['borders', 'precision', 'zone', 'number', 'lead', 'citation', 'target', 'symbol', 'title', 'date'];

/** How many texts of a session are read: all of them where the slow tests were asked for. */
const limit = process.env.WHEREAS_SLOW ? 0 : 60;

const python = spawnSync('python3', ['--version']).status === 0;
const missing = !existsSync(score)
  ? 'the labelled texts are not beside the project'
  : !python && 'there is no Python here';

const floorsFile = join(here, 'floors.tsv');
const [head, ...rows] = readFileSync(floorsFile, 'utf8').trim().split('\n');
const floors = new Map(rows.map((row) => row.split('\t')).map(([key, ...values]) => [key, values]));

if (!missing) {
  execFileSync('cargo', ['build', '--release', '--features', 'cli'], { cwd: root, stdio: 'ignore' });
}

for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh']) {
  for (const damage of ['clean', 'wrap', 'flat', 'page', 'pdf']) {
    const key = `${language}-${damage}${limit ? '' : '-all'}`;
    test(`reads ${language}, ${damage}, no worse than before`, { skip: missing || false }, () => {
      const gold = join(shared, 'corpus', 'unga', `77-${language}.jsonl.gz`);
      const options = ['--cmd', command, '--damage', damage, '--limit', String(limit), '--json', gold];
      const printed = execFileSync('python3', [score, ...options], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
      const total = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
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
        writeFileSync(floorsFile, `${[head, ...lines].join('\n')}\n`);
      }
    });
  }
}

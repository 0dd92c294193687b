/**
 * Nothing is said against a resolution that stands beside a reproach.
 *
 * In the labelled English resolutions of the General Assembly several hundred resolutions are cited in
 * paragraphs whose lead phrase is negative, and in none of them is the resolution its object. The texts lie
 * beside the project (`../shared`) and are not part of it: without them this test says that it is skipped.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const corpus = join(root, '..', 'shared', 'corpus', 'unga');
const sessions = [75, 76, 77, 78];

test('says nothing against a resolution that is not the object of the reproach', {
  skip: existsSync(corpus) ? false : 'the labelled texts are not beside the project',
}, () => {
  const lines = sessions
    .flatMap((session) =>
      gunzipSync(readFileSync(join(corpus, `${session}-en.jsonl.gz`)))
        .toString('utf8')
        .split('\n'),
    )
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
    .map(({ text }, id) => JSON.stringify({ id: String(id), text }));
  const run = spawnSync('cargo', ['run', '--quiet', '--release', '--features', 'cli', '--', 'parse', '--jsonl'], {
    cwd: root,
    input: `${lines.join('\n')}\n`,
    maxBuffer: 2 ** 30,
  });
  assert.equal(run.status, 0, run.stderr.toString());
  let beside = 0;
  const told = [];
  for (const line of run.stdout.toString('utf8').split('\n').filter(Boolean)) {
    for (const resolution of JSON.parse(line).resolutions) {
      /** @type {{ address: string, lead: { polarity: number } | null }[]} */
      const paragraphs = resolution.paragraphs;
      const reproaches = new Set(
        paragraphs.filter(({ lead }) => lead && lead.polarity < 0).map(({ address }) => address),
      );
      for (const citation of resolution.citations) {
        if (citation.form !== 'symbol' || !citation.target?.includes(':res:') || !reproaches.has(citation.by)) continue;
        beside += 1;
        if (citation.stance !== null) told.push(`${resolution.symbol}: ${citation.under} ${citation.text}`);
      }
    }
  }
  assert.ok(beside >= 582, `only ${beside} citations stand beside a reproach`);
  assert.deepEqual(told, []);
});

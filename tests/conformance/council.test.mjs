/**
 * Resolutions of the Security Council: their votes against the Council's own tables, and their numbered paragraphs.
 *
 * The texts lie beside the project and are not part of it: without them every test here says that it is skipped. The
 * figures may only rise above the row `council` of `council.tsv`; `UPDATE_FLOORS=1` raises them.
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, missing, parseAll, readTable, root, shared } from './score.mjs';

/** @typedef {{ method: string, yes: number | null, no: number | null, abstain: number | null, span: [number, number] }} Vote */

/** The words by which a closing or its note says how a resolution was adopted. */
const stated =
  /adopted (?:ut|at|by|without|unanimously)\b[^.]{0,120}?(?:unanimously|votes?\b|consensus)|adopted without|draft resolution was adopted unanimously/i;
/** What every statement that was found must hold, as printed or as a scanner has read it (*Adapted at the 1821st meeting*). */
const words = /ad[oa]pted|objection/i;
/** A paragraph with its number in print: a verb behind it tells it from a note or an item. */
const numbered = /^\s*(\d{1,2})\. (?=[A-Z][a-z]+s\b)/gm;

test('reads votes and numbered paragraphs of the Council, and invents none', { skip: missing }, (context) => {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'whereas-council-'));
  try {
    const corpus = join(shared, 'corpus', 'unsc');
    execFileSync('tar', ['xzf', join(corpus, 'texts.tar.gz'), '-C', folder]);
    const names = readdirSync(join(folder, 'unsc')).sort();
    const texts = names.map((name) => readFileSync(join(folder, 'unsc', name), 'utf8'));
    const table = new Map(
      readFileSync(join(corpus, 'votes.tsv'), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [number, , , ...counts] = line.split('\t').map(Number);
          return [number, counts.slice(0, 3)];
        }),
    );
    const count = { stated: 0, found: 0, compared: 0, agree: 0, printed: 0, read: 0 };
    for (const [place, document] of parseAll(texts).entries()) {
      const text = texts[place] ?? '';
      const name = names[place] ?? '';
      /** @type {Vote | null} */
      const vote = document.resolutions[0]?.adoption ?? null;
      const states = stated.test(text.replace(/-\s*\n\s*/g, '').replace(/\s+/g, ' '));
      if (states) count.stated += 1;
      if (states && vote) count.found += 1;
      if (vote) {
        const print = Buffer.from(text, 'utf8')
          .subarray(...vote.span)
          .toString('utf8');
        assert.ok(words.test(print.replace(/-\s*\n\s*/g, '')), `${name}: “${print}” states no adoption`);
        for (const counted of [vote.yes, vote.no, vote.abstain]) {
          const inPrint =
            !counted ||
            new RegExp(`\\b${counted}|${counted}\\b`).test(
              print.replace(/[IlO]/g, (letter) => (letter === 'O' ? '0' : '1')),
            );
          assert.ok(inPrint, `${name}: ${counted} is not in “${print}”`);
        }
      }
      const known = table.get(Number(name.split('_')[2]));
      if (vote?.method === 'recorded-vote' && known) {
        count.compared += 1;
        count.agree += Number([vote.yes, vote.no ?? 0, vote.abstain ?? 0].every((value, at) => value === known[at]));
      }
      const labels = new Set(
        document.resolutions.flatMap((/** @type {{ paragraphs: { number: string | null }[] }} */ one) =>
          one.paragraphs.map(({ number }) => number),
        ),
      );
      for (const [, number = ''] of text.matchAll(numbered)) {
        count.printed += 1;
        count.read += Number(labels.has(number));
      }
    }
    const reached = [count.found / count.stated, count.agree / count.compared, count.read / count.printed];
    const { head, rows } = readTable('council.tsv');
    const floor = (rows[0] ?? []).map(Number);
    const figures = ['votes found', 'votes agree', 'numbered paragraphs'];
    for (const [at, figure] of figures.entries()) {
      const value = Math.floor((reached[at] ?? 0) * 1e5) / 1e5;
      context.diagnostic(`${figure}: ${value}`);
      assert.ok(process.env.UPDATE_FLOORS || (floor[at] ?? 0) <= value, `${figure} fell from ${floor[at]} to ${value}`);
      floor[at] = Math.max(floor[at] ?? 0, value);
    }
    if (process.env.UPDATE_FLOORS)
      writeFileSync(join(root, 'tests', 'conformance', 'council.tsv'), `${head}\n${floor.join('\t')}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/**
 * The labels that are wrong: what the figures are without them, and that each still is one.
 *
 * `label_faults.tsv` lists labels of the texts beside the project that the text itself shows to be wrong: a lead
 * phrase that ends inside a word, a heading labelled as a paragraph, a session written in two kinds of
 * numeral. The parser isn't bent to them. A row that it agrees with is no fault and fails the run, so that
 * the list can only shrink truthfully.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, languages, measure, missing, parseAll, readGold, readTable } from './score.mjs';

/** @typedef {{ symbol: string, figure: string, label: string }} Fault */

const rows = readTable('label_faults.tsv').rows;

if (!missing) build();

/** Cuts what the program tells of misses into one text a miss, by figure. @param {string} told */
function readMisses(told) {
  /** @type {Map<string, string[]>} */
  const misses = new Map();
  for (const part of told.split(/^-- /m).slice(1)) {
    const [figure = '', ...lines] = part.split('\n');
    misses.set(figure, lines.join('\n').split(/^(?=A\/RES\/\S+(?: [A-Z])? \[\w\w\] )/m));
  }
  return misses;
}

/** How the program tells of a miss of this label. @type {Record<string, (label: string) => string>} */
const forms = {
  lead: (label) => ` for '${label}'\n`,
  zone: (label) => `: ${label}`,
  target: (label) => ` for ${label}\n`,
};

/** With one space or line end wherever some stand. @param {string} text */
const even = (text) => text.replace(/ *\n\s*/g, '\n').replace(/ +/g, ' ');

for (const language of languages) {
  test(`the faulty labels of ${language} are still faulty`, { skip: missing }, (context) => {
    const gold = new Map(readGold(language).map((text) => [text.symbol, text]));
    const faults = rows
      .filter(([of, symbol]) => of === language && gold.has(symbol ?? ''))
      .map(([, symbol = '', figure = '', label = '']) => /** @type {Fault} */ ({ symbol, figure, label }));
    const { total, told } = measure(language, 'clean', 100_000);
    const misses = readMisses(told);
    /** @type {Map<string, number>} */
    const listed = new Map();
    for (const { symbol, figure, label } of faults.filter(({ figure }) => figure !== 'title')) {
      const left = misses.get(figure) ?? [];
      const form = even(forms[figure]?.(label) ?? '?');
      const at = left.findIndex((miss) => miss.startsWith(`${symbol} [`) && even(`${miss}\n`).includes(form));
      assert.ok(at >= 0, `${symbol}: the parser agrees with the ${figure} label “${label}”; take the row out`);
      left.splice(at, 1);
      listed.set(figure, (listed.get(figure) ?? 0) + 1);
    }
    const titles = faults.filter(({ figure }) => figure === 'title').map(({ symbol }) => gold.get(symbol));
    for (const [place, document] of parseAll(titles.map((text) => text?.text ?? '')).entries()) {
      const { symbol, title } = titles[place] ?? { symbol: '', title: '' };
      assert.notEqual(
        document.resolutions[0]?.title,
        title,
        `${symbol}: the parser agrees with the title label; take the row out`,
      );
      listed.set('title', (listed.get('title') ?? 0) + 1);
    }
    for (const [figure, count] of listed) {
      const found = total[figure];
      const missed =
        figure === 'title' ? Math.round((1 - found) * total.docs) : count + (misses.get(figure)?.length ?? 0);
      const without = missed ? 1 - (1 - found) * (1 - count / missed) : found;
      context.diagnostic(`${language} ${figure}: ${found} with, ${without.toFixed(5)} without ${count} faulty labels`);
    }
  });
}

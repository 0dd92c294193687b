/** What the answers of an engine come to: times, known items, and how many hits hold what was asked. */
import { known, timed } from './queries.mjs';
import { wordsOf } from './seeded.mjs';

/**
 * @typedef {import('./queries.mjs').Query} Query
 * @typedef {{ median: number, p95: number } | null} Times
 * @typedef {{ times: Map<string, Times>, ranks: Map<string, Rank>, right: number | null }} Figures
 * @typedef {{ mean: number, asked: number, of: number } | null} Rank the mean reciprocal rank of those that were asked
 */

/**
 * A judge of hits: whether a resolution holds what a query asks for, in whatever paragraphs, a phrase in one.
 *
 * @param {import('./corpus.mjs').Record[]} records
 */
export function judge(records) {
  /** @type {string[][]} */
  const lines = [];
  for (const { doc, text } of records) {
    let held = lines[doc];
    if (!held) {
      held = [];
      lines[doc] = held;
    }
    held.push(` ${wordsOf(text).join(' ')} `);
  }
  return (/** @type {Query} */ { kind, words }, /** @type {number} */ doc) => {
    const held = lines[doc] ?? [];
    const has = (/** @type {string} */ piece) => held.some((line) => line.includes(piece));
    if (kind === 'phrase') return has(` ${words.join(' ')} `);
    if (kind === 'prefix') return has(` ${words[0]}`);
    return words.every((word) => has(` ${word} `));
  };
}

/**
 * Sums up the answers of an engine.
 *
 * @param {Query[]} queries
 * @param {{ ms: number | null, docs: number[] | null }[]} answers
 * @param {ReturnType<typeof judge>} holds
 * @returns {Figures}
 */
export function sumUp(queries, answers, holds) {
  /** @type {Map<string, Times>} */
  const times = new Map();
  /** @type {Map<string, Rank>} */
  const ranks = new Map();
  let hits = 0;
  let right = 0;
  for (const kind of timed) {
    const taken = [];
    for (const [at, query] of queries.entries()) {
      const answer = answers[at];
      if (query.kind !== kind || answer?.docs == null) continue;
      if (answer.ms !== null) taken.push(answer.ms);
      hits += answer.docs.length;
      right += answer.docs.filter((doc) => holds(query, doc)).length;
    }
    times.set(kind, spread(taken));
  }
  for (const kind of known) {
    const ranked = queries.flatMap(({ kind: own, docs }, at) => {
      const found = answers[at]?.docs;
      if (own !== kind || !found) return [];
      const place = found.findIndex((doc) => docs?.includes(doc));
      return [place < 0 ? 0 : 1 / (place + 1)];
    });
    const mean = ranked.reduce((sum, one) => sum + one, 0) / ranked.length;
    const of = queries.filter((query) => query.kind === kind).length;
    ranks.set(kind, ranked.length > 0 ? { mean, asked: ranked.length, of } : null);
  }
  return { times, ranks, right: hits > 0 ? right / hits : null };
}

/** @param {number[]} taken @returns {Times} */
function spread(taken) {
  if (taken.length === 0) return null;
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** Queries that are drawn from the records by a seed, with what each should find. */
import { seeded, wordsOf } from './seeded.mjs';

/**
 * `words` are those that must be found, `docs` the resolutions that are right where only some are.
 *
 * @typedef {{ kind: string, query: string, words: string[], docs?: number[] }} Query
 * @typedef {import('./corpus.mjs').Corpus} Corpus
 */

/** The kinds whose time is measured, and those that look for one resolution. */
export const timed = ['word', 'two', 'all', 'phrase', 'prefix', 'typo'];
/** Kinds that are known items. */
export const known = ['title', 'damaged'];

/**
 * Draws the queries: so many of each kind.
 *
 * @param {Corpus} corpus
 * @param {{ count?: number, items?: number, seed?: number }} [options]
 * @returns {Query[]}
 */
export function draw(corpus, { count = 200, items = 400, seed = 5 } = {}) {
  const random = seeded(seed);
  const cut = corpus.records.map(({ text }) => wordsOf(text));
  const all = new Set(cut.flat());
  /** @type {Query[]} */
  const queries = [];
  const plain = (/** @type {string} */ word) => /^[a-z]{3,}$/.test(word);
  const paragraph = (/** @type {number} */ least) => {
    for (;;) {
      const words = random.pick(cut);
      if (words.length >= least) return words;
    }
  };
  /** Different plain words of one paragraph. @param {number} wanted */
  const several = (wanted) => {
    for (;;) {
      const words = [...new Set(paragraph(8).filter(plain))];
      if (words.length < wanted) continue;
      const taken = Array.from({ length: wanted }, () => words.splice(random.below(words.length), 1)[0] ?? '');
      return taken;
    }
  };
  /** Two to four words that follow each other, small ones among them. */
  const stretch = () => {
    for (;;) {
      const words = paragraph(8);
      const length = 2 + random.below(3);
      const start = random.below(words.length - length);
      const run = words.slice(start, start + length);
      if (run.every((word) => /^[a-z]{2,}$/.test(word))) return run;
    }
  };
  const one = (/** @type {number} */ least) => {
    for (;;) {
      const [word = ''] = several(1);
      if (word.length >= least) return word;
    }
  };
  for (let turn = 0; turn < count; turn += 1) {
    const word = one(3);
    queries.push({ kind: 'word', query: word, words: [word] });
    const two = several(2);
    queries.push({ kind: 'two', query: two.join(' '), words: two });
    const three = several(3);
    queries.push({ kind: 'all', query: three.join(' '), words: three });
    const run = stretch();
    queries.push({ kind: 'phrase', query: `"${run.join(' ')}"`, words: run });
    const begin = one(7).slice(0, 5);
    queries.push({ kind: 'prefix', query: `${begin}*`, words: [begin] });
    const right = one(6);
    const wrong = misspell(right, random);
    if (!all.has(wrong)) queries.push({ kind: 'typo', query: wrong, words: [right] });
  }
  queries.push(...knownItems(corpus, cut, items, random));
  return queries;
}

/**
 * A word with one letter left out, put in, replaced, or exchanged with its neighbour; never the first.
 *
 * @param {string} word
 * @param {ReturnType<typeof seeded>} random
 */
function misspell(word, random) {
  const at = 1 + random.below(word.length - 2);
  const letter = String.fromCharCode(97 + random.below(26));
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  }
}

/**
 * Titles, and paragraphs of which a third of the words is left out, one misspelt and two exchanged.
 *
 * @param {Corpus} corpus
 * @param {string[][]} cut
 * @param {number} items
 * @param {ReturnType<typeof seeded>} random
 */
function knownItems(corpus, cut, items, random) {
  /** @type {Map<string, number[]>} */
  const titles = new Map();
  for (const [doc, { title }] of corpus.docs.entries()) {
    const words = wordsOf(title ?? '').join(' ');
    if (words) titles.set(words, [...(titles.get(words) ?? []), doc]);
  }
  /** @type {Map<string, number[]>} */
  const paragraphs = new Map();
  for (const [at, words] of cut.entries()) {
    if (words.length < 12) continue;
    const joined = words.join(' ');
    paragraphs.set(joined, [...(paragraphs.get(joined) ?? []), corpus.records[at]?.doc ?? 0]);
  }
  /** @type {Query[]} */
  const queries = [];
  const spread = [...titles];
  for (let left = Math.min(items, spread.length); left > 0; left -= 1) {
    const [words, docs] = spread.splice(random.below(spread.length), 1)[0] ?? ['', []];
    const title = corpus.docs[docs[0] ?? 0]?.title ?? '';
    queries.push({ kind: 'title', query: title, words: words.split(' '), docs });
  }
  const long = [...paragraphs];
  for (let turn = 0; turn < items; turn += 1) {
    const [joined, docs] = random.pick(long);
    let words = joined.split(' ');
    const start = random.below(Math.max(1, words.length - 14));
    words = words.slice(start, start + 14).filter(() => random.next() > 0.33);
    const at = words.findIndex((word) => word.length > 5 && /^[a-z]+$/.test(word));
    if (at >= 0) words[at] = misspell(words[at] ?? '', random);
    const swapped = random.below(words.length - 1);
    [words[swapped], words[swapped + 1]] = [words[swapped + 1] ?? '', words[swapped] ?? ''];
    queries.push({ kind: 'damaged', query: words.join(' '), words, docs: [...new Set(docs)] });
  }
  return queries;
}

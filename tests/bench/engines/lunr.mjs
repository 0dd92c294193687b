/** Lunr: BM25 over English stems, beginnings and typos, no phrases. */
import { bare, firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  // It is a script of the old kind: it leaves itself on a module object.
  const source = new TextDecoder().decode(await host.read('target/bench/node_modules/lunr/lunr.js'));
  const holder = { exports: /** @type {any} */ ({}) };
  new Function('module', 'exports', source)(holder, holder.exports);
  const lunr = holder.exports;
  /** @type {any} */
  let index;
  /** @type {number[]} */
  let docs = [];
  return {
    build({ records }) {
      docs = records.map(({ doc }) => doc);
      index = lunr((/** @type {any} */ builder) => {
        builder.ref('id');
        builder.field('title', { boost: 2 });
        builder.field('text');
        for (const [id, { title, text }] of records.entries()) builder.add({ id, title, text });
      });
    },
    save: () => new TextEncoder().encode(JSON.stringify({ index, docs })),
    open(saved) {
      const held = JSON.parse(new TextDecoder().decode(saved));
      docs = held.docs;
      index = lunr.Index.load(held.index);
    },
    search(kind, query) {
      if (kind === 'phrase') return null;
      const words = bare(query).replaceAll('-', ' ').split(/\s+/).filter(Boolean);
      const asked = {
        prefix: words.map((word) => `+${word}*`),
        typo: words.map((word) => `+${word}~1`),
        title: words,
        damaged: words,
      };
      const terms = asked[/** @type {keyof typeof asked} */ (kind)] ?? words.map((word) => `+${word}`);
      const rows = index.search(terms.join(' '));
      return firstTen(rows.map((/** @type {{ ref: string }} */ row) => docs[Number(row.ref)] ?? -1));
    },
  };
}

/** FlexSearch: words and their beginnings, no phrases, no typos, no BM25. */
import { bare, firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  const loaded = /** @type {any} */ (
    await host.load('target/bench/node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs')
  );
  const { Index } = loaded.default ?? loaded;
  const create = () => new Index({ tokenize: 'forward', resolution: 9 });
  let index = create();
  /** @type {number[]} */
  let docs = [];
  return {
    build({ records }) {
      docs = records.map(({ doc }) => doc);
      for (const [at, { text }] of records.entries()) index.add(at, text);
    },
    save() {
      /** @type {[string, string][]} */
      const parts = [];
      index.export((/** @type {string} */ key, /** @type {string} */ data) => void parts.push([key, data ?? '']));
      return new TextEncoder().encode(JSON.stringify({ parts, docs }));
    },
    open(saved) {
      const held = JSON.parse(new TextDecoder().decode(saved));
      index = create();
      docs = held.docs;
      for (const [key, data] of held.parts) index.import(key, data);
    },
    search(kind, query) {
      if (kind === 'phrase' || kind === 'typo') return null;
      const suggest = kind === 'title' || kind === 'damaged';
      const rows = index.search(bare(query), { limit: 200, suggest });
      return firstTen(rows.map((/** @type {number} */ at) => docs[at] ?? -1));
    },
  };
}

/** MiniSearch: BM25+, prefixes and typos, no phrases. */
import { bare, firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  const { default: MiniSearch } = /** @type {any} */ (
    await host.load('target/bench/node_modules/minisearch/dist/es/index.js')
  );
  const options = { fields: ['title', 'text'], storeFields: ['doc'], searchOptions: { boost: { title: 2 } } };
  /** @type {any} */
  let index;
  return {
    build({ records }) {
      index = new MiniSearch(options);
      index.addAll(records.map((record, id) => ({ id, ...record })));
    },
    save: () => new TextEncoder().encode(JSON.stringify(index)),
    open(saved) {
      index = MiniSearch.loadJSON(new TextDecoder().decode(saved), options);
    },
    search(kind, query) {
      if (kind === 'phrase') return null;
      const ask = { combineWith: 'AND', prefix: kind === 'prefix', fuzzy: kind === 'typo' ? 0.2 : false };
      if (kind === 'title' || kind === 'damaged')
        Object.assign(ask, { combineWith: 'OR', fuzzy: kind === 'damaged' ? 0.2 : false });
      return firstTen(index.search(bare(query), ask).map((/** @type {{ doc: number }} */ row) => row.doc));
    },
  };
}

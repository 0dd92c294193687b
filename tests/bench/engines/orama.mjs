/** Orama: BM25, beginnings and typos; it keeps the texts in its index. */
import { bare, firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  const { create, insertMultiple, load, save, search } = /** @type {any} */ (
    await host.load('target/bench/node_modules/@orama/orama/dist/browser/index.js')
  );
  const schema = /** @type {const} */ ({ title: 'string', text: 'string', doc: 'number' });
  let index = create({ schema });
  return {
    async build({ records }) {
      await insertMultiple(index, records, 1000);
    },
    save: () => new TextEncoder().encode(JSON.stringify(save(index))),
    open(saved) {
      index = create({ schema });
      load(index, JSON.parse(new TextDecoder().decode(saved)));
    },
    async search(kind, query) {
      if (kind === 'phrase') return null;
      const loose = kind === 'title' || kind === 'damaged';
      const found = await search(index, {
        term: bare(query),
        properties: ['title', 'text'],
        boost: { title: 2 },
        threshold: loose ? 1 : 0,
        tolerance: kind === 'typo' || kind === 'damaged' ? 1 : 0,
        exact: kind === 'word' || kind === 'two' || kind === 'all',
        limit: 100,
      });
      return firstTen(found.hits.map((/** @type {{ document: { doc: number } }} */ hit) => hit.document.doc));
    },
  };
}

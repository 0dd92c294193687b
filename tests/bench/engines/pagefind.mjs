/**
 * Pagefind: stems, phrases and beginnings over pages that lie on a static host; it is built natively, once, and asked in
 * a browser only. Its index is a folder, written by `writePagefind`.
 */
import { firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  /** @type {any} */
  let pagefind;
  return {
    build: () => {},
    save: () => new Uint8Array(),
    async open(_, { folder }) {
      pagefind = await host.load(`${folder}/pagefind/pagefind.js`.replace(/^\//, ''));
      await pagefind.options({ excerptLength: 30 });
      await pagefind.init();
    },
    async search(kind, query) {
      if (kind === 'typo') return null;
      const found = await pagefind.search(query.replaceAll('*', ''));
      const ten = found.results.slice(0, 10);
      const pages = await Promise.all(ten.map((/** @type {any} */ result) => result.data()));
      return firstTen(pages.map((/** @type {{ url: string }} */ page) => Number(/(\d+)/.exec(page.url)?.[1])));
    },
  };
}

/** This engine, as the wasm that is built into `www/wasm`. */
import { firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  const { instantiate } = /** @type {any} */ (await host.load('www/wasm/whereas.js'));
  const { Session } = instantiate(await WebAssembly.compile(await host.read('www/wasm/whereas_bg.wasm')));
  let session = new Session();
  /** @type {Map<string, number>} */
  let numbers = new Map();
  return {
    /** Reads the texts too, which the others are spared. */
    build({ texts, keys }) {
      for (const text of texts) session.add(text, {});
      session.search('the', {});
      numbers = new Map(keys.map((key, at) => [key, at]));
    },
    save: () => new Uint8Array(),
    async open(_, { folder, keys }) {
      if (!session.openPack) return;
      const bytes = await host.read(`${folder}/all.whereas`);
      numbers = new Map(keys.map((key, at) => [key, at]));
      session.free();
      session = new Session();
      session.openPack(bytes);
    },
    search(_, query) {
      const { hits } = session.search(query, {});
      return firstTen(
        hits.map(
          (/** @type {{ key: string }} */ hit) =>
            numbers.get(hit.key) ?? numbers.get(hit.key.replace(/~\d+$/, '')) ?? -1,
        ),
      );
    },
  };
}

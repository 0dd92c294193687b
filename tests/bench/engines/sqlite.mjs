/** SQLite FTS5, the official wasm: BM25, phrases and beginnings, no typos. */
import { bare, firstTen } from './rows.mjs';

/** @param {import('./engine.d.ts').Host} host @returns {Promise<import('./engine.d.ts').Engine>} */
export async function start(host) {
  const folder = 'target/bench/node_modules/@sqlite.org/sqlite-wasm/dist';
  const inNode = typeof process !== 'undefined';
  const { default: init } = /** @type {any} */ (await host.load(`${folder}/${inNode ? 'node' : 'index'}.mjs`));
  const sqlite = await init({ print: () => {}, printErr: () => {} });
  let db = new sqlite.oo1.DB(':memory:');
  return {
    build({ records }) {
      db.exec("CREATE VIRTUAL TABLE t USING fts5(title, text, doc UNINDEXED, tokenize='unicode61')");
      db.exec('BEGIN');
      const insert = db.prepare('INSERT INTO t VALUES (?, ?, ?)');
      for (const { title, text, doc } of records) insert.bind([title, text, doc]).stepReset();
      insert.finalize();
      db.exec("COMMIT; INSERT INTO t(t) VALUES ('optimize')");
    },
    save: () => sqlite.capi.sqlite3_js_db_export(db),
    open(saved) {
      db.close();
      db = new sqlite.oo1.DB(':memory:');
      const at = sqlite.wasm.allocFromTypedArray(saved);
      const flags = sqlite.capi.SQLITE_DESERIALIZE_FREEONCLOSE | sqlite.capi.SQLITE_DESERIALIZE_RESIZEABLE;
      const code = sqlite.capi.sqlite3_deserialize(db.pointer, 'main', at, saved.length, saved.length, flags);
      db.checkRc(code);
    },
    search(kind, query) {
      if (kind === 'typo') return null;
      const words = bare(query).split(/\s+/).filter(Boolean);
      const quoted = words.map((word) => `"${word}"`);
      const loose = kind === 'title' || kind === 'damaged';
      let match = quoted.join(loose ? ' OR ' : ' ');
      if (kind === 'phrase') match = `"${words.join(' ')}"`;
      if (kind === 'prefix') match = `"${words[0]}" *`;
      const columns = loose ? 'doc' : "doc, snippet(t, 1, '', '', '…', 40)";
      const sql = `SELECT ${columns} FROM t WHERE t MATCH ? ORDER BY bm25(t, 2.0, 1.0) LIMIT ${loose ? 60 : 30}`;
      return firstTen(db.selectArrays(sql, [match]).map((/** @type {[number]} */ row) => row[0]));
    },
  };
}

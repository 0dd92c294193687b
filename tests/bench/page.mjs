/** Measures one engine in a page of its own: `page.html?engine=NAME&folder=FOLDER`. Gives what it found to `report`. */
import { measure } from './measure.mjs';
import { known } from './queries.mjs';

const asked = new URL(location.href).searchParams;
const name = asked.get('engine') ?? '';
const folder = asked.get('folder') ?? '';
const get = async (/** @type {string} */ path) => {
  const response = await fetch(`/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
const json = async (/** @type {string} */ path) => JSON.parse(new TextDecoder().decode(await get(path)));

async function run() {
  const { docs, records } = await json(`${folder}/made.json`);
  const texts = name === 'whereas' ? await json(`${folder}/texts.json`) : [];
  const lines = new TextDecoder()
    .decode(await get(`${folder}/queries.jsonl`))
    .trim()
    .split('\n');
  const { start } = await import(`./engines/${name}.mjs`);
  const engine = await start({ load: (/** @type {string} */ path) => import(`/${path}`), read: get });
  const keys = docs.map((/** @type {{ key: string }} */ doc) => doc.key);
  const queries = lines.map((line) => JSON.parse(line));
  return measure(engine, { records, keys, texts, folder: name === 'pagefind' ? `/${folder}` : folder }, queries, {
    known,
  });
}

const { report } = /** @type {{ report: (found: unknown) => void }} */ (/** @type {unknown} */ (globalThis));
run().then(report, (error) => report({ error: String(error?.stack ?? error) }));

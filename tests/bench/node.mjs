/** Measures one engine in this process, which does nothing else: `node node.mjs ENGINE FOLDER`. Writes one line of JSON. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, resourceUsage } from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from '../../www/tools/run.mjs';
import { measure } from './measure.mjs';
import { known } from './queries.mjs';

const [name = '', folder = '', mode = 'build'] = argv.slice(2);
const place = join(root, folder);
const { docs, records } = JSON.parse(readFileSync(join(place, 'made.json'), 'utf8'));
const texts = name === 'whereas' ? JSON.parse(readFileSync(join(place, 'texts.json'), 'utf8')) : [];
const lines = readFileSync(join(place, 'queries.jsonl'), 'utf8').trim().split('\n');
const { start } = await import(`./engines/${name}.mjs`);
/** @type {import('./engines/engine.d.ts').Engine} */
const engine = await start({
  load: (/** @type {string} */ path) => import(pathToFileURL(join(root, path)).href),
  read: (/** @type {string} */ path) => readFile(join(root, path)),
});
const keys = docs.map((/** @type {{ key: string }} */ doc) => doc.key);
const input = { records, keys, texts, folder };
const queries = lines.map((line) => JSON.parse(line));
const before = resourceUsage().maxRSS * 1024;
const measured = await measure(engine, input, queries, { known, builds: mode === 'build' });
const peak = resourceUsage().maxRSS * 1024;
writeFileSync(join(place, `${name}-node.json`), JSON.stringify({ ...measured, peak, before }));
process.exit(0);

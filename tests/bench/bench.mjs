/**
 * The engine beside its peers, on the same records and queries: `npm run bench`.
 *
 * `--paragraphs N` makes that many from a seed; without it the texts beside the project are read where they are, else 85,000
 * paragraphs are made. `--only a,b` names engines, `--node` or `--chromium` one place, `--again` makes the texts and the pack
 * anew, `--built` takes the command line and the core as they are. Each engine runs in a process of its
 * own. The table and the charts are put into `target/bench/`.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, relative } from 'node:path';
import { argv } from 'node:process';
import { Failure, root, run } from '../../www/tools/run.mjs';
import { buildWasm } from '../../www/tools/wasm.mjs';
import { launch } from '../browser/browser.mjs';
import { serveFolder } from '../browser/server.mjs';
import { prepare } from './corpus.mjs';
import { judge, sumUp } from './figures.mjs';
import { indexLength } from './packed.mjs';
import { writePagefind } from './pagefind.mjs';
import { draw } from './queries.mjs';
import { chart, table } from './report.mjs';

/** @typedef {import('./report.mjs').Row} Row */

const engines = ['whereas', 'minisearch', 'flexsearch', 'orama', 'lunr', 'sqlite', 'pagefind'];
const value = (/** @type {string} */ name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const only = value('--only')?.split(',') ?? [...engines, 'native'];
const paragraphs = value('--paragraphs');
const places = ['node', 'chromium'].filter(
  (place) => argv.includes(`--${place}`) || !/--(node|chromium)/.test(argv.join(' ')),
);
const work = join(root, 'target', 'bench');

/** @param {string} command @param {string[]} args @param {{ cwd?: string, minutes?: number }} [options] */
async function must(command, args, options) {
  const { code, output } = await run(command, args, { minutes: 60, ...options });
  if (code !== 0) throw new Failure(`${command} ${args.join(' ')}\n${output.slice(-2000)}`, 'read what it says');
  return output;
}

mkdirSync(work, { recursive: true });
for (const file of ['package.json', '.npmrc']) {
  const from = file === '.npmrc' ? join(root, file) : join(root, 'tests', 'bench', file);
  if (existsSync(from)) copyFileSync(from, join(work, file));
}
if (!existsSync(join(work, 'node_modules', 'minisearch'))) await must('npm', ['install'], { cwd: work });
if (!argv.includes('--built')) {
  await must('cargo', ['build', '--release', '--features', 'cli']);
  await buildWasm();
}

const corpus = prepare({
  paragraphs: paragraphs === undefined ? null : Number(paragraphs),
  again: argv.includes('--again'),
});
const queries = draw(corpus);
const folder = relative(root, corpus.folder);
writeFileSync(join(corpus.folder, 'queries.jsonl'), `${queries.map((query) => JSON.stringify(query)).join('\n')}\n`);
const found = only.includes('pagefind') && places.includes('chromium') ? await writePagefind(corpus) : null;
const holds = judge(corpus.records);
/** @type {Row[]} */
const rows = [];

/** @param {string} engine @param {string} place @param {any} found */
function add(engine, place, found) {
  if (found.error) {
    console.log(`${engine} in ${place}: ${found.error}`);
    return;
  }
  const figures = sumUp(queries, found.answers, holds);
  const { build = null, size = null, gzip = null, open = null, peak = null } = found;
  rows.push({ engine, place, build, size, gzip, open, peak, figures });
  console.log(`${engine} in ${place}: done`);
}

/** What only the host can say of an engine: how long our pack and Pagefind's folder are. @param {string} engine */
function sizeOf(engine) {
  if (engine === 'whereas') return indexLength(corpus.pack);
  return engine === 'pagefind' ? found : {};
}

for (const engine of places.includes('node') ? engines.filter((name) => only.includes(name)) : []) {
  if (engine === 'pagefind') continue;
  const script = join(root, 'tests', 'bench', 'node.mjs');
  const { code, output } = await run('node', ['--max-old-space-size=8192', script, engine, folder], { minutes: 60 });
  const file = join(corpus.folder, `${engine}-node.json`);
  add(
    engine,
    'node',
    code === 0 ? { ...JSON.parse(readFileSync(file, 'utf8')), ...sizeOf(engine) } : { error: output },
  );
}

if (only.includes('native')) {
  const built = await must('cargo', ['bench', '--no-run', '--bench', 'search']);
  const binary = /\((target[^)]*search-[0-9a-f]+)\)/.exec(built)?.[1] ?? '';
  const lines = await must(join(root, binary), [corpus.pack, join(corpus.folder, 'queries.jsonl')]);
  const { open, peak, queries: answered } = JSON.parse(lines);
  const numbers = new Map(corpus.docs.map(({ key }, at) => [key, at]));
  const numberOf = (/** @type {string} */ key) => numbers.get(key) ?? numbers.get(key.replace(/~\d+$/, '')) ?? -1;
  const answers = answered.map((/** @type {{ ms: number, keys: string[] }} */ { ms, keys }) => ({
    ms,
    docs: [...new Set(keys.map(numberOf))],
  }));
  add('whereas', 'native', { build: corpus.packing, open, peak, answers, ...sizeOf('whereas') });
}

if (places.includes('chromium')) {
  const server = await serveFolder(root);
  for (const engine of engines.filter((name) => only.includes(name))) {
    const browser = await launch('chromium');
    const page = await browser.newPage();
    // The page says so itself when it is done: it answers nothing while it is at work.
    /** @type {Promise<any>} */
    const done = new Promise((resolve) => {
      page
        .exposeFunction('report', resolve)
        .then(() => page.goto(`${server.origin}/tests/bench/page.html?engine=${engine}&folder=${folder}`));
      setTimeout(resolve, 30 * 60_000, { error: 'it took longer than 30 minutes' }).unref();
    });
    const answered = await done;
    const peak = peakOf(browser.process()?.pid ?? 0);
    await browser.close();
    add(engine, 'chromium', { ...answered, peak, ...sizeOf(engine) });
  }
  await server.close();
}

/** The most memory that a process of the browser held, where the system says so. @param {number} browser */
function peakOf(browser) {
  /** @type {Map<number, { parent: number, peak: number }>} */
  const processes = new Map();
  for (const pid of existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const number = (/** @type {string} */ name) => Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1] ?? 0);
      processes.set(Number(pid), { parent: number('PPid'), peak: number('VmHWM') * 1024 });
    } catch {
      // It has ended meanwhile.
    }
  }
  /** @param {number} pid @returns {boolean} */
  const isOwn = (pid) => pid === browser || (pid > 1 && isOwn(processes.get(pid)?.parent ?? 0));
  const peaks = [...processes].filter(([pid]) => isOwn(pid)).map(([, { peak }]) => peak);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
const what = corpus.folder.endsWith('beside')
  ? 'General Assembly 75–78 and Security Council, English'
  : 'Made from a seed';
const { bytes, docs, records } = corpus;
const written = table(rows, { what, bytes, docs: docs.length, records: records.length, machine });
writeFileSync(join(work, 'table.md'), written);
for (const place of places) writeFileSync(join(work, `chart-${place}.svg`), chart(rows, place));
console.log(
  `\n${written}\nIn ${relative(root, work)}: table.md and ${places.map((place) => `chart-${place}.svg`).join(', ')}`,
);

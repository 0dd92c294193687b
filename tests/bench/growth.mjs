/**
 * What a question and a pack cost as an archive grows: `node tests/bench/growth.mjs [PARAGRAPHS…]`, after `npm run bench` or
 * with a command line built for release. Texts of each size are made from one seed, packed, and asked natively.
 *
 * Into `target/bench/` go `growth.md` (time, memory, and what each kind of query costs) and `growth.svg`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { Failure, root, run } from '../../www/tools/run.mjs';
import { generate } from './generate.mjs';
import { draw } from './queries.mjs';
import { growthChart, growthTable } from './report.mjs';

/** @typedef {import('./report.mjs').Size} Size */

const command = join(root, 'target', 'release', 'whereas');
const work = join(root, 'target', 'bench');
const chosen = argv.slice(2).map(Number);
const sizes = chosen.length > 0 ? chosen : [100_000, 300_000, 1_000_000];
if (!existsSync(command) || sizes.some((size) => !(size > 0))) {
  throw new Failure(`${command} is not there, or a size is no number`, 'run cargo build --release --features cli');
}

/** From how many resolutions queries are drawn; those of every size begin with the same. */
const DRAWN = 1000;

/**
 * Writes the texts of an archive, and gives its first as records.
 *
 * @param {string} folder
 * @param {number} size
 */
function write(folder, size) {
  /** @type {import('./corpus.mjs').Record[]} */
  const records = [];
  let [number, bytes] = [0, 0];
  for (const { name, text } of generate(size, 1)) {
    const part = join(folder, String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${name}.txt`), text);
    bytes += Buffer.byteLength(text);
    if (number < DRAWN) {
      for (const paragraph of text.split('\n\n').slice(4)) records.push({ doc: number, title: '', text: paragraph });
    }
    number += 1;
  }
  return { records, bytes };
}

/**
 * Runs a command, and gives how long it took and the most memory that it held, where the system says so.
 *
 * @param {string[]} args
 * @returns {Promise<{ ms: number, peak: number | null }>}
 */
function measured(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { stdio: 'ignore' });
    /** @type {number | null} */
    let peak = null;
    const look = setInterval(() => {
      try {
        const found = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (found) peak = Number(found[1]) * 1024;
      } catch {
        // It has ended, or there is no such file here.
      }
    }, 20);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ ms: performance.now() - start, peak });
      else reject(new Failure(`whereas ${args.join(' ')} ended with ${code}`, 'run it by hand to see why'));
    });
  });
}

mkdirSync(work, { recursive: true });
const built = await run('cargo', ['bench', '--no-run', '--bench', 'search'], { minutes: 30 });
const binary = /\((target[^)]*search-[0-9a-f]+)\)/.exec(built.output)?.[1];
if (!binary) throw new Failure(built.output.slice(-2000), 'read what cargo says');
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
/** @type {Size[]} */
const rows = [];
for (const size of sizes) {
  const folder = join(work, `growth-${size}`);
  rmSync(folder, { recursive: true, force: true });
  const { records, bytes } = write(join(folder, 'texts'), size);
  const pack = join(folder, 'all.whereas');
  const { ms, peak } = await measured(['pack', 'build', join(folder, 'texts'), '-o', pack]);
  const asked = draw(
    { folder, docs: [], records, texts: [], bytes, pack, packing: 0 },
    { count: 100, items: 0, seed: 5 },
  );
  const lines = join(folder, 'queries.jsonl');
  writeFileSync(lines, `${asked.map((query) => JSON.stringify(query)).join('\n')}\n`);
  const answered = await run(join(root, binary), [pack, lines], { minutes: 60 });
  if (answered.code !== 0) throw new Failure(answered.output.slice(-2000), 'read what it says');
  const { open, queries } = JSON.parse(answered.output);
  rows.push({ size, bytes, ms, peak, pack: statSync(pack).size, open, queries });
  rmSync(folder, { recursive: true, force: true });
  // What is known is written at once: the largest takes the longest.
  writeFileSync(join(work, 'growth.md'), growthTable(rows, machine));
  writeFileSync(join(work, 'growth.svg'), growthChart(rows));
  console.log(`${size}: done`);
}
console.log(`\n${growthTable(rows, machine)}\nIn target/bench: growth.md and growth.svg`);

/**
 * The texts that all engines are given: those beside the project where they are, else as many made from a seed. Each becomes
 * records, one a paragraph, as the core reads them; and a pack.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../www/tools/run.mjs';
import { generate } from './generate.mjs';

/**
 * A paragraph. `doc` is the number of its resolution; `title` its text where it is a title, else empty.
 *
 * @typedef {{ doc: number, title: string, text: string }} Record
 * @typedef {{ key: string, symbol: string | null, title: string | null }} Doc
 * @typedef {{ folder: string, docs: Doc[], records: Record[], texts: string[], bytes: number, pack: string, packing: number }} Corpus
 */

const command = join(root, 'target', 'release', 'whereas');
const shared = join(root, '..', 'shared', 'corpus');

/** The English texts beside the project, or `null`. */
function real() {
  const sessions = [75, 76, 77, 78].map((session) => join(shared, 'unga', `${session}-en.jsonl.gz`));
  const council = join(shared, 'unsc', 'texts.tar.gz');
  if (![...sessions, council].every((path) => existsSync(path))) return null;
  const assembly = sessions.flatMap((path) => {
    const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
    return lines.map((line) => /** @type {{ text: string }} */ (JSON.parse(line)).text);
  });
  return [...assembly, ...untar(gunzipSync(readFileSync(council)))];
}

/** The files of a tar archive, as texts. @param {Uint8Array} bytes */
function untar(bytes) {
  const texts = [];
  const decoder = new TextDecoder();
  for (let at = 0; at + 512 <= bytes.length; ) {
    const size = Number.parseInt(decoder.decode(bytes.subarray(at + 124, at + 135)), 8);
    if (Number.isNaN(size)) break;
    if (bytes[at + 156] === 48) texts.push(decoder.decode(bytes.subarray(at + 512, at + 512 + size)));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return texts;
}

/**
 * Prepares the texts, once: what was made before is used again.
 *
 * @param {{ paragraphs?: number | null, again?: boolean }} options So many paragraphs from the seed, or the texts beside the project.
 * @returns {Corpus}
 */
export function prepare({ paragraphs = null, again = false }) {
  const found = paragraphs === null ? real() : null;
  const name = found ? 'beside' : `made-${paragraphs ?? 85_000}`;
  const folder = join(root, 'target', 'bench', name);
  const made = join(folder, 'made.json');
  if (again || !existsSync(made)) {
    rmSync(folder, { recursive: true, force: true });
    const texts = found ?? [...generate(paragraphs ?? 85_000)].map(({ text }) => text);
    writeTexts(folder, texts);
    const { docs, records } = read(texts);
    const start = performance.now();
    execFileSync(command, ['pack', 'build', join(folder, 'texts'), '-o', join(folder, 'all.whereas')], {
      stdio: 'pipe',
    });
    const packing = performance.now() - start;
    writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts));
    writeFileSync(made, JSON.stringify({ docs, records, packing }));
  }
  const { docs, records, packing } = JSON.parse(readFileSync(made, 'utf8'));
  const texts = JSON.parse(readFileSync(join(folder, 'texts.json'), 'utf8'));
  const bytes = records.reduce(
    (/** @type {number} */ sum, /** @type {Record} */ one) => sum + Buffer.byteLength(one.text),
    0,
  );
  return { folder, docs, records, texts, bytes, pack: join(folder, 'all.whereas'), packing };
}

/** @param {string} folder @param {string[]} texts */
function writeTexts(folder, texts) {
  mkdirSync(join(folder, 'texts'), { recursive: true });
  for (const [number, text] of texts.entries()) {
    writeFileSync(join(folder, 'texts', `${String(number).padStart(6, '0')}.txt`), text);
  }
}

/** Reads texts with the command line. @param {string[]} texts */
function read(texts) {
  const input = texts.map((text, id) => JSON.stringify({ id: String(id), text })).join('\n');
  const output = execFileSync(command, ['parse', '--jsonl'], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  /** @type {Doc[]} */
  const docs = [];
  /** @type {Record[]} */
  const records = [];
  for (const line of output.trim().split('\n')) {
    for (const { key, symbol, title, paragraphs } of JSON.parse(line).resolutions) {
      for (const { zone, text } of paragraphs) {
        if (zone !== 'noise') records.push({ doc: docs.length, title: zone === 'title' ? text : '', text });
      }
      docs.push({ key, symbol, title });
    }
  }
  return { docs, records };
}

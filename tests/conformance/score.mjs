/**
 * The program and the labelled texts that the parser is measured by, where they lie beside the project.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The folder beside the project with texts of others. */
export const shared = join(root, '..', 'shared');
const program = join(shared, 'eval', 'score.py');

/** The languages of the labelled texts. */
export const languages = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];

/** Whether the slow tests were asked for: all texts of four sessions then, else the first sixty of one. */
export const slow = Boolean(process.env.WHEREAS_SLOW);
const limit = slow ? 0 : 60;
const sessions = slow ? [75, 76, 77, 78] : [77];

/** Why nothing can be measured; `false` where it can. @type {string | false} */
export const missing = !existsSync(program)
  ? 'the labelled texts are not beside the project'
  : spawnSync('python3', ['--version']).status !== 0 && 'there is no Python here';

/** Builds the program that is measured. */
export function build() {
  execFileSync('cargo', ['build', '--release', '--features', 'cli'], { cwd: root, stdio: 'ignore' });
}

/** @param {string} language */
const files = (language) =>
  sessions.map((session) => join(shared, 'corpus', 'unga', `${session}-${language}.jsonl.gz`));

/**
 * The labelled texts of `language` that are measured.
 *
 * @param {string} language
 * @returns {{ symbol: string, text: string, title: string }[]}
 */
export function readGold(language) {
  return files(language).flatMap((file) => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
    return lines.slice(0, limit || lines.length).map((line) => JSON.parse(line));
  });
}

/**
 * The figures for one language and state of damage, and the misses that the program tells of.
 *
 * @param {string} language
 * @param {string} damage
 * @param {number} misses how many of each kind are told
 */
export function measure(language, damage, misses = 0) {
  const command = ['--cmd', 'target/release/whereas parse --jsonl', '--damage', damage, '--limit', String(limit)];
  const options = [program, ...command, '--misses', String(misses), '--json', ...files(language)];
  const run = spawnSync('python3', options, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  return { total: JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}'), told: run.stderr };
}

/**
 * The documents that `whereas parse` makes of texts, in their order.
 *
 * @param {string[]} texts
 */
export function parseAll(texts) {
  const input = texts.map((text, id) => JSON.stringify({ id, text })).join('\n');
  const options = { cwd: root, input: `${input}\n`, encoding: /** @type {const} */ ('utf8'), maxBuffer: 2 ** 30 };
  const run = spawnSync(join('target', 'release', 'whereas'), ['parse', '--jsonl'], options);
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * The rows of a table below `tests/conformance`, without its head.
 *
 * @param {string} name
 */
export function readTable(name) {
  const lines = readFileSync(join(root, 'tests', 'conformance', name), 'utf8')
    .trimEnd()
    .split('\n');
  return { head: lines[0] ?? '', rows: lines.slice(1).map((line) => line.split('\t')) };
}

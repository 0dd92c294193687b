/** Holds what was built against `tests/budgets.tsv`, the only file with limits of size and speed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root } from './run.mjs';
import { sizes } from './wasm.mjs';

/**
 * The sizes that have a budget, in bytes, by name.
 *
 * @returns {Record<string, number>}
 */
export function measure() {
  const dist = (/** @type {string} */ name) => join(root, 'dist', name);
  const wasm = sizes([dist('wasm/whereas_bg.wasm')]);
  const filesIn = (/** @type {string} */ folder) =>
    readdirSync(dist(folder)).flatMap((name) => (name.endsWith('.js') ? [dist(`${folder}/${name}`)] : []));
  // Each line is what is loaded at once.
  const clientFiles = filesIn('client').filter((file) => !file.endsWith('importers.js'));
  const packs = sizes(filesIn('client/packs'));
  const store = sizes(filesIn('client/store'));
  const client = sizes([dist('client.js'), dist('worker.js'), dist('wasm/whereas.js'), ...clientFiles]);
  const elements = sizes(
    readdirSync(dist('elements'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => dist(`elements/${name}`)),
  );
  const reader = dist('client/importers.js');
  const importers = sizes([dist('wasm/whereas_import_bg.wasm'), dist('wasm/whereas_import.js'), reader]);
  const pdf = sizes([dist('wasm/whereas_pdf_bg.wasm'), dist('wasm/whereas_pdf.js')]);
  const classic = sizes([dist('whereas.classic.js')]);
  return {
    'wasm-raw': wasm.raw,
    'wasm-gzip': wasm.gzip,
    'wasm-brotli': wasm.brotli,
    'client-raw': client.raw,
    'client-gzip': client.gzip,
    'client-brotli': client.brotli,
    'packs-raw': packs.raw,
    'packs-gzip': packs.gzip,
    'store-raw': store.raw,
    'store-gzip': store.gzip,
    'importers-gzip': importers.gzip,
    'pdf-gzip': pdf.gzip,
    'wasm-and-client-gzip': wasm.gzip + client.gzip + packs.gzip,
    'elements-gzip': elements.gzip,
    'classic-raw': classic.raw,
    'classic-gzip': classic.gzip,
  };
}

/**
 * The limits of one unit, by name: `bytes` are held here, `ratio` by `tests/bench`.
 *
 * @param {'bytes' | 'ratio'} wanted
 * @returns {Record<string, number>}
 */
export function limitsIn(wanted) {
  const rows = readFileSync(join(root, 'tests', 'budgets.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const cells = rows.map((row) => row.split('\t')).filter(([, unit]) => unit === wanted);
  return Object.fromEntries(cells.map(([name, , limit]) => [name, Number(limit)]));
}

/**
 * Compares each limit of size with what was measured.
 *
 * @returns {{ passed: number, failed: number, skipped: number, output: string }}
 */
export function checkBudgets() {
  const measured = measure();
  const outcome = { passed: 0, failed: 0, skipped: 0, output: '' };
  for (const [name, limit] of Object.entries(limitsIn('bytes'))) {
    const found = measured[name];
    if (found === undefined) {
      throw new Failure(
        `tests/budgets.tsv names “${name}”, which is not measured`,
        'add it to www/tools/budgets.mjs, or drop the row',
      );
    }
    const holds = found <= limit;
    console.log(
      `  ${holds ? ' ' : '✗'} ${name.padEnd(22)} ${String(found).padStart(9)} of ${String(limit).padStart(9)} bytes`,
    );
    if (holds) outcome.passed += 1;
    else outcome.failed += 1;
  }
  return outcome;
}

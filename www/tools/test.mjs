/**
 * Runs all tests: set-up, the core, the core in a browser, the client, the package, the pages.
 *
 * `npm test` runs all suites, `npm test -- client pages` those that are named. With `--all` the core's tests
 * that are marked as slow run too. The last line is `N passed, N failed`, with `, N skipped` where there are some.
 */
import { explain, Failure, root, run, seconds } from './run.mjs';
import { setUp } from './setup.mjs';
import { suites } from './suites.mjs';

/**
 * What a suite found. Counts are what the tools themselves reported.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, output: string }} Outcome
 */

const args = process.argv.slice(2);
const slow = args.includes('--all');
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !suites.some((suite) => suite.name === name));

/** @type {{ name: string, outcome: Outcome, time: string }[]} */
const rows = [];

try {
  if (unknown.length > 0) {
    throw new Failure(
      `there is no suite “${unknown.join('”, “')}”`,
      `name one of: ${suites.map((suite) => suite.name).join(', ')}`,
    );
  }
  const start = performance.now();
  console.log('set-up');
  await setUp({ tests: true });
  for (const suite of suites) {
    if (named.length > 0 && !named.includes(suite.name)) continue;
    await runSuite(suite);
  }
  console.log(`\n${table()}\nAll of it took ${seconds(start)}.`);
} catch (error) {
  explain(error, console.log);
  rows.push({ name: 'set-up', outcome: { passed: 0, failed: 1, skipped: 0, output: '' }, time: '' });
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { outcome } of rows) {
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);

/**
 * Runs one suite and shows what it wrote where something failed.
 *
 * @param {import('./suites.mjs').Suite} suite
 */
async function runSuite(suite) {
  const start = performance.now();
  console.log(`\n${suite.name}: ${suite.what}`);
  /** @type {Outcome} */
  let outcome;
  try {
    outcome = await suite.run({ root, run, slow });
  } catch (error) {
    explain(error, console.log);
    outcome = { passed: 0, failed: 1, skipped: 0, output: '' };
  }
  if (outcome.failed > 0 && outcome.output) console.log(outcome.output.trimEnd());
  const time = seconds(start);
  const { passed, failed, skipped } = outcome;
  console.log(`  ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''} in ${time}`);
  rows.push({ name: suite.name, outcome, time });
}

/** The counts of all suites, one a line. */
function table() {
  const lines = [['suite', 'passed', 'failed', 'skipped', 'time']];
  for (const { name, outcome, time } of rows) {
    lines.push([name, `${outcome.passed}`, `${outcome.failed}`, `${outcome.skipped}`, time]);
  }
  const width = (/** @type {number} */ column) => Math.max(...lines.map((line) => (line[column] ?? '').length));
  return lines
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(width(at)) : cell.padStart(width(at)))).join('  '))
    .join('\n');
}

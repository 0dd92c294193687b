/** The suites of `npm test`, in order, and how the counts of each tool are read. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { find } from './browsers.mjs';
import { checkBudgets } from './budgets.mjs';
import { buildAll } from './build.mjs';
import { Failure } from './run.mjs';
import { buildWasm } from './wasm.mjs';

/**
 * @typedef {import('./test.mjs').Outcome} Outcome
 * @typedef {{ root: string, run: typeof import('./run.mjs').run, slow: boolean }} Context
 * @typedef {{ name: string, what: string, run: (context: Context) => Promise<Outcome> }} Suite
 */

/** Biome's rules, and what it reads. */
export const biome = ['--config-path', 'www/tools/biome.settings.json', 'www', 'tests', 'package.json'];

/** @type {Suite[]} */
export const suites = [
  {
    name: 'core',
    what: 'unit tests, whole documents, documentation examples',
    run: async ({ run, slow }) => {
      const args = ['test', '--features', 'cli', '--no-fail-fast', '--', '--show-output'];
      return countCargo(await run('cargo', slow ? [...args, '--include-ignored'] : args));
    },
  },
  {
    name: 'build',
    what: 'the core as wasm, the package, the app; sizes against tests/budgets.tsv',
    run: async () => {
      await buildAll();
      return checkBudgets();
    },
  },
  {
    name: 'lint',
    what: 'format, clippy, types, Biome',
    run: async ({ run }) => {
      await buildWasm();
      const deny = ['--', '-D', 'warnings'];
      const wasm = ['--features', 'wasm', '--target', 'wasm32-unknown-unknown'];
      return checks(run, [
        ['cargo', ['fmt', '--check']],
        ['cargo', ['clippy', '--all-targets', ...deny]],
        ['cargo', ['clippy', '--all-targets', '--features', 'cli', ...deny]],
        ['cargo', ['clippy', '--all-targets', ...wasm, ...deny]],
        ['cargo', ['clippy', '--lib', '--features', 'wasm-import,pdf', '--target', 'wasm32-unknown-unknown', ...deny]],
        ['biome', ['check', '--error-on-warnings', ...biome]],
        ['tsc', ['--noEmit', '-p', 'www/tsconfig.json']],
      ]);
    },
  },
  {
    name: 'wasm',
    what: 'the core in headless Chromium',
    run: async ({ root, run }) => {
      writeWebdriver(root);
      const driver = find('chromedriver') ?? 'chromedriver';
      const args = ['test', '--headless', '--chrome', '--chromedriver', driver, '.', '--features', 'wasm'];
      return countCargo(await run('wasm-pack', args));
    },
  },
  {
    name: 'conformance',
    what: 'the parser against labelled texts, where they are',
    run: (context) => nodeTests(context, 'tests/conformance', 10),
  },
  {
    name: 'speed',
    what: 'reading natively and as wasm, against the ratios of tests/budgets.tsv',
    run: (context) => nodeTests(context, 'tests/bench', 15),
  },
  { name: 'client', what: 'the client in Node', run: (context) => nodeTests(context, 'tests/client', 3) },
  {
    name: 'package',
    what: 'the packed package, installed elsewhere',
    run: (context) => nodeTests(context, 'tests/package', 4),
  },
  { name: 'pages', what: 'the app in Chromium and Firefox', run: (context) => nodeTests(context, 'tests/pages', 12) },
];

/**
 * Reads the summaries that `cargo test` and `wasm-pack test` write, one for each target.
 *
 * A test that can't do its work on this machine says so in a line that begins with `skipped: `, and counts as skipped.
 *
 * @param {{ code: number, output: string }} result
 * @returns {Outcome}
 */
export function countCargo({ code, output }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const found of output.matchAll(/^\s*test result: \S+ (\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
    counts.passed += Number(found[1]);
    counts.failed += Number(found[2]);
    counts.skipped += Number(found[3]);
  }
  const said = [...output.matchAll(/^skipped: .*$/gm)].length;
  counts.passed -= said;
  counts.skipped += said;
  // A target that does not compile, or that dies, writes no summary.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { ...counts, output: withoutPasses(output) };
}

/**
 * What a reader of a failure needs: without the tests that passed and what those wrote.
 *
 * @param {string} output
 */
function withoutPasses(output) {
  const lines = [];
  let passed = false;
  for (const line of output.split('\n')) {
    if (line === 'successes:') passed = true;
    else if (line === 'failures:' || line.startsWith('test result:')) passed = false;
    if (!passed && !/^test .* \.\.\. ok$|^\s*(Compiling|Downloaded|Running) |^$/.test(line)) lines.push(line);
  }
  return lines.slice(-400).join('\n');
}

/**
 * Runs commands that each are one check: passed where the command ends with 0.
 *
 * @param {Context['run']} run
 * @param {[string, string[]][]} commands
 * @returns {Promise<Outcome>}
 */
async function checks(run, commands) {
  const outcome = { passed: 0, failed: 0, skipped: 0, output: '' };
  for (const [command, args] of commands) {
    const { code, output } = await run(command, args);
    if (code === 0) {
      outcome.passed += 1;
    } else {
      outcome.failed += 1;
      outcome.output += `$ ${command} ${args.join(' ')}\n${output.split('\n').slice(-120).join('\n')}\n`;
    }
  }
  return outcome;
}

/**
 * Runs the test files of a folder with Node's own runner.
 *
 * @param {Context} context
 * @param {string} folder
 * @param {number} minutes The longest that one test may take.
 * @returns {Promise<Outcome>}
 */
async function nodeTests({ root, run, slow }, folder, minutes) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.mjs'));
  if (files.length === 0)
    throw new Failure(`${folder} holds no tests`, 'a suite without tests is left out of www/tools/suites.mjs');
  if (!['tests/client', 'tests/conformance'].includes(folder) && !existsSync(join(root, 'dist'))) await buildAll();
  const options = ['--test', '--test-reporter=spec', '--test-concurrency=1', `--test-timeout=${minutes * 60_000}`];
  const { code, output } = await run(
    process.execPath,
    [...options, ...files.sort().map((name) => join(folder, name))],
    {
      env: { WHEREAS_SLOW: slow ? '1' : '' },
    },
  );
  const count = (/** @type {string} */ word) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const counts = {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { ...counts, output: output.split('\n').slice(-300).join('\n') };
}

/**
 * Tells the driver of Chromium which browser to start, and how. wasm-pack reads it from the project's folder.
 *
 * @param {string} root
 */
function writeWebdriver(root) {
  const chromium = find('chromium');
  const args = ['headless=new', 'no-sandbox', 'disable-gpu', 'disable-background-networking'];
  const settings = { 'goog:chromeOptions': { binary: chromium, args } };
  mkdirSync(join(root, 'target'), { recursive: true });
  writeFileSync(join(root, 'webdriver.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
